//! A search that is sent again from its own page. What was read out of its words stands as chosen in the
//! panel there, so that it can be taken away; the words before go along unseen, to tell the two apart.

use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::pages::search::parameter_errors;
use crate::web::pages::search::shortlist::ResultView;
use crate::web::present::translator::Translator;
use index::Snapshot;
use index::query::MAX_TEXT;
use jiff::civil::Date;

/// The parameter with the words before.
const WAS: &str = "was";

/// The plain address of such a search; `None` of any other.
pub(super) fn plain_address(
    snapshot: &Snapshot,
    t: &Translator,
    parameters: &Parameters,
    today: Date,
) -> Result<Option<String>, Problem> {
    // No page has longer words; and as in every parameter of a page, control characters are blanks.
    let words = parameters.get(WAS).filter(|words| words.chars().count() <= MAX_TEXT);
    let Some(words) = words.map(|words| words.replace(char::is_control, " ")) else { return Ok(None) };
    let (query, found, _) = parameter_errors::read(parameters, &snapshot.vocabularies);
    // What cannot be understood is told first.
    if !found.is_empty() {
        return Ok(None);
    }
    let query = snapshot.merge_resubmission(&words, &query, today)?;
    Ok(Some(t.on("/sok", ResultView::read(parameters).carry_params()).search(&query)))
}
