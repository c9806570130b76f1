//! Resubmission of the form of a search page. The form shows filters that were detected in the words as chosen, so that
//! they can be removed; it sends the previous words, so that detected and chosen filters can be told apart.

use crate::web::http::error::Problem;
use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::present::translator::Translator;
use index::Snapshot;
use jiff::civil::Date;

/// The URL of the merged search; `None` when the form did not send previous words, and for faulty parameters, which the
/// page shows first.
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
