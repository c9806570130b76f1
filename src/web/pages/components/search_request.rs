//! The parameters of a page, read once into typed values.

use crate::web::http::extract::Parameters;
use crate::web::pages::components::page_parameter::{PAGE_PARAMETERS, PREVIOUS_Q, VIEW, VIEW_TABLE};
use crate::web::pages::components::shortlist::Shortlist;
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use index::SearchQuery;
use index::query::parameter_name::{FACETS, LANG, PER_PAGE, Q};
use index::query::{FaultKind, MAX_TEXT, ParameterFault};

/// How hits are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResultView {
    Cards,
    Table,
}

/// The search of a page's address, as typed.
#[derive(Debug, Clone)]
pub(crate) struct SearchRequest {
    /// The search, without the parameters that cannot be understood.
    pub(crate) query: SearchQuery,
    pub(crate) view: ResultView,
    pub(crate) shortlist: Shortlist,
    /// The faults of the parameters that are left out of `query`.
    pub(crate) faults: Vec<ParameterFault>,
    /// Whether the requested page lies beyond `MAX_DEPTH` hits.
    pub(crate) exceeds_depth: bool,
    /// Whether the address states the hits on a page.
    pub(crate) states_page_size: bool,
    /// The words of the search field, also when they are refused; empty for none.
    pub(crate) typed_words: String,
    /// The words of the page that the form was sent from, which showed filters detected in them as chosen.
    pub(crate) previous_q: Option<String>,
}

impl SearchRequest {
    /// Reads the parameters of a page. Unknown parameters are ignored.
    pub(crate) fn read(t: &Translator, parameters: &Parameters, vocabularies: &Vocabularies) -> Self {
        let (query, mut faults) = SearchQuery::parse(&search_pairs(t, parameters), vocabularies);
        faults.retain(|fault| !matches!(fault.kind, FaultKind::UnknownParameter(_)));
        let count = faults.len();
        // A page beyond the last one shows the last one.
        faults.retain(|fault| !matches!(fault.kind, FaultKind::TooDeep(_)));
        // A page sends no longer words than it accepts.
        let previous_q = parameters.get(PREVIOUS_Q).filter(|words| words.chars().count() <= MAX_TEXT);
        Self {
            query,
            view: if parameters.get(VIEW) == Some(VIEW_TABLE) { ResultView::Table } else { ResultView::Cards },
            shortlist: Shortlist::read(parameters),
            exceeds_depth: faults.len() < count,
            faults,
            states_page_size: parameters.get(PER_PAGE).is_some(),
            typed_words: parameters.get(Q).unwrap_or_default().to_owned(),
            previous_q: previous_q.map(without_control_characters),
        }
    }

    /// The parameters that links of the search carry beside it: view and shortlist.
    pub(crate) fn view_parameters(&self) -> Vec<(&'static str, String)> {
        self.view.parameter().into_iter().chain(self.shortlist.parameters()).collect()
    }
}

impl ResultView {
    /// The parameter of the view; `None` for the default.
    pub(crate) fn parameter(self) -> Option<(&'static str, String)> {
        (self == Self::Table).then(|| (VIEW, VIEW_TABLE.to_owned()))
    }
}

/// The parameters of the search itself.
fn search_pairs(t: &Translator, parameters: &Parameters) -> Vec<(String, String)> {
    let mut languages = parameters.0.iter().filter(|(name, value)| name == LANG && !value.trim().is_empty());
    // The language of the page is understood already; it may be one that only these texts have.
    let is_understood = languages.all(|(_, value)| value == t.lang.code());
    let is_own = |name: &str| !PAGE_PARAMETERS.contains(&name) && name != FACETS && !(name == LANG && is_understood);
    let own = parameters.0.iter().filter(|(name, _)| is_own(name));
    own.map(|(name, value)| (name.clone(), without_control_characters(value))).collect()
}

/// Control characters are not allowed in HTML, and no word contains them.
fn without_control_characters(value: &str) -> String {
    value.replace(char::is_control, " ")
}
