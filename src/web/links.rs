//! URLs of the resources that both the API and the pages refer to. The lowest layer of the web: it imports no other
//! module of `web`, so that a problem document can link to a page.

use catalogue::InterventionId;
use catalogue::record::OrganizationId;
use catalogue::vocabulary::VocabularyName;

/// The path of the search page.
pub(crate) const SEARCH_PAGE: &str = "/sok";
/// The path of the search in the API.
pub(crate) const SEARCH: &str = "/api/v1/interventions";
/// The path of the search whose parameters are sent in the body.
pub(crate) const SEARCH_BY_POST: &str = "/api/v1/interventions/search";

/// The path of the page of an intervention.
pub(crate) fn intervention_page(id: &InterventionId) -> String {
    format!("/insats/{id}")
}

/// The path of an intervention in the API.
pub(crate) fn intervention(id: &InterventionId) -> String {
    format!("{SEARCH}/{id}")
}

/// The path of the revisions of an intervention that are older than `before`, newest first.
pub(crate) fn history(id: &InterventionId, before: i64, limit: usize) -> String {
    format!("{SEARCH}/{id}/history?before={before}&limit={limit}")
}

/// The path of the changes after number `since`.
pub(crate) fn changes(since: i64, limit: usize) -> String {
    format!("/api/v1/changes?since={since}&limit={limit}")
}

/// The path of a vocabulary in the API.
pub(crate) fn vocabulary(name: VocabularyName) -> String {
    format!("/api/v1/vocabularies/{}", name.as_str())
}

/// The path of an organisation in the API.
pub(crate) fn organization(id: &OrganizationId) -> String {
    format!("/api/v1/organizations/{id}")
}
