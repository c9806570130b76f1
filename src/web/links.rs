//! Addresses of the resources that both API and pages name. The lowest floor of the web: it imports
//! nothing of it, so that a problem document can link to a page.

use catalogue::InterventionId;
use catalogue::record::OrganizationId;
use catalogue::vocabulary::VocabularyName;

/// The page with the search.
pub(crate) const SEARCH_PAGE: &str = "/sok";
/// The search of the API.
pub(crate) const SEARCH: &str = "/api/v1/interventions";
/// The search whose parameters are sent as a body.
pub(crate) const SEARCH_BY_POST: &str = "/api/v1/interventions/search";

/// The page of an intervention.
pub(crate) fn intervention_page(id: &InterventionId) -> String {
    format!("/insats/{id}")
}

/// An intervention in the API.
pub(crate) fn intervention(id: &InterventionId) -> String {
    format!("{SEARCH}/{id}")
}

/// The revisions of an intervention that are older than `before`, newest first.
pub(crate) fn history(id: &InterventionId, before: i64, limit: usize) -> String {
    format!("{SEARCH}/{id}/history?before={before}&limit={limit}")
}

/// The changes after number `since`.
pub(crate) fn changes(since: i64, limit: usize) -> String {
    format!("/api/v1/changes?since={since}&limit={limit}")
}

/// A vocabulary in the API.
pub(crate) fn vocabulary(name: VocabularyName) -> String {
    format!("/api/v1/vocabularies/{}", name.as_str())
}

/// An organisation in the API.
pub(crate) fn organization(id: &OrganizationId) -> String {
    format!("/api/v1/organizations/{id}")
}
