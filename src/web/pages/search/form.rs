//! The search form: the search field and the hidden fields.

use crate::web::pages::components::links::HiddenField;
use crate::web::pages::components::parameter_errors::ParameterError;
use crate::web::pages::components::search_request::SearchRequest;
use catalogue::field::{self, Control};
use index::query::parameter_name::{AGE_STRICT, ENDED, FACETS, PAGE, Q};
use index::{SearchQuery, SearchResults};

/// Parameters other than filters that have a control in the form, or are reset when it is sent.
const WITH_CONTROL: [&str; 5] = [Q, AGE_STRICT, ENDED, PAGE, FACETS];

/// The search form.
pub(super) struct SearchForm {
    pub(super) words: String,
    /// Message that the words are refused; `None` when they are valid.
    pub(super) fault: Option<String>,
    /// Parameters without a control in the form.
    pub(super) hidden: Vec<HiddenField>,
    /// `None` when no filter was detected in the words.
    pub(super) previous: Option<PreviousWords>,
}

/// The words of the current page, which the next request compares with its own.
pub(super) struct PreviousWords {
    /// The words as typed.
    pub(super) words: String,
    /// The words that are not part of a detected filter.
    pub(super) rest: String,
}

impl SearchForm {
    /// `query` is the search as typed.
    pub(super) fn new(
        query: &SearchQuery,
        request: &SearchRequest,
        results: &SearchResults,
        errors: &[ParameterError],
    ) -> Self {
        let fault = errors.iter().find(|error| error.parameter == Q);
        // Refused words stay in the search field, so that they can be corrected.
        let words = if fault.is_some() { &request.typed_words } else { &query.text };
        let hidden = query.to_pairs().into_iter().filter(|(name, value)| is_hidden(query, name, value));
        let has_detected = results.interpretation.as_ref().is_some_and(|reading| !reading.applied.is_empty());
        Self {
            words: words.clone(),
            fault: fault.map(|error| error.text.clone()),
            hidden: hidden.chain(request.view_parameters()).map(HiddenField::from).collect(),
            previous: has_detected
                .then(|| PreviousWords { words: query.text.clone(), rest: results.query.text.clone() }),
        }
    }
}

/// Whether a parameter becomes a hidden field. A menu shows the first value of its filter; further values are hidden.
fn is_hidden(query: &SearchQuery, name: &str, value: &String) -> bool {
    match field::filter(name) {
        Some(filter) if filter.panel.control == Control::Menu => {
            query.filters.get(name).and_then(|chosen| chosen.codes.first()) != Some(value)
        }
        Some(_) => false,
        None => !WITH_CONTROL.contains(&name),
    }
}
