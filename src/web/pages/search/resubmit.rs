//! A form sent from a search page. Filters that were detected in the words are shown there as chosen, so that they
//! can be removed; the form carries the previous words to tell detected filters from chosen ones.

use crate::web::http::error::Problem;
use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::present::translator::Translator;
use index::Snapshot;
use jiff::civil::Date;

/// The address of the search that the form means; `None` for any other request, and for faulty parameters, which
/// are shown first.
///
/// # Errors
/// When the index cannot be read.
pub(super) fn resubmission_url(
    snapshot: &Snapshot,
    t: &Translator,
    request: &SearchRequest,
    today: Date,
) -> Result<Option<String>, Problem> {
    let Some(previous_q) = request.previous_q.as_ref().filter(|_| request.faults.is_empty()) else { return Ok(None) };
    let query = index::merge_resubmission(snapshot, previous_q, &request.query, today)?;
    Ok(Some(t.with_search_target(SEARCH_PAGE, request.view_parameters()).search(&query)))
}
