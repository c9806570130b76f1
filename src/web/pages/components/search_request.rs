//! The parameters of a page, parsed into typed values.

use crate::web::http::extract::Parameters;
use crate::web::pages::components::page_parameter::{PAGE_PARAMETERS, PREVIOUS_Q, VIEW, VIEW_TABLE};
use crate::web::pages::components::shortlist::Shortlist;
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::text::normalize_value;
use index::SearchQuery;
use index::query::parameter_name::{FACETS, LANG, PER_PAGE, Q};
use index::query::{FaultKind, MAX_TEXT, ParameterFault};

/// The layout of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResultView {
    Cards,
    Table,
}

/// The search of a page's URL, before its words are interpreted.
#[derive(Debug, Clone)]
pub(crate) struct SearchRequest {
    /// The search without the faulty parameters.
    pub(crate) query: SearchQuery,
    pub(crate) view: ResultView,
    pub(crate) shortlist: Shortlist,
    /// The faults of the parameters that are left out of `query`.
    pub(crate) faults: Vec<ParameterFault>,
    /// Whether the requested page lies beyond `MAX_DEPTH` hits.
    pub(crate) exceeds_depth: bool,
    /// Whether the URL has the parameter `per_page`.
    pub(crate) states_page_size: bool,
    /// The text of the search field, also when it is refused as faulty; empty when there is none.
    pub(crate) typed_words: String,
    /// The text of the search field on the page from which the form was sent. That page showed the filters that were
    /// detected in the text as chosen.
    pub(crate) previous_q: Option<String>,
}

impl SearchRequest {
    /// Reads the parameters of a page. Unknown parameters are ignored.
    pub(crate) fn read(t: &Translator, parameters: &Parameters, vocabularies: &Vocabularies) -> Self {
        let (query, mut faults) = SearchQuery::parse(&search_pairs(t, parameters), vocabularies);
        faults.retain(|fault| !matches!(fault.kind, FaultKind::UnknownParameter(_)));
        let count = faults.len();
        // A page number after the last page shows the last page.
        faults.retain(|fault| !matches!(fault.kind, FaultKind::TooDeep(_)));
        // The search field limits its text to this length.
        let previous_q = parameters.get(PREVIOUS_Q).filter(|words| words.chars().count() <= MAX_TEXT);
        Self {
            query,
            view: if parameters.get(VIEW) == Some(VIEW_TABLE) { ResultView::Table } else { ResultView::Cards },
            shortlist: Shortlist::read(parameters),
            exceeds_depth: faults.len() < count,
            faults,
            states_page_size: parameters.get(PER_PAGE).is_some(),
            typed_words: parameters.get(Q).unwrap_or_default().to_owned(),
            previous_q: previous_q.map(|words| normalize_value(&without_control_characters(words)).into_owned()),
        }
    }

    /// The parameters that links to a search add to those of the search itself: view and shortlist.
    pub(crate) fn view_parameters(&self) -> Vec<(&'static str, String)> {
        self.view.parameter().into_iter().chain(self.shortlist.parameters()).collect()
    }
}

impl ResultView {
    /// The parameter of the layout; `None` for cards, the default.
    pub(crate) fn parameter(self) -> Option<(&'static str, String)> {
        (self == Self::Table).then(|| (VIEW, VIEW_TABLE.to_owned()))
    }
}

/// The parameters without those of the page, with control characters replaced.
fn search_pairs(t: &Translator, parameters: &Parameters) -> Vec<(String, String)> {
    let mut languages = parameters.0.iter().filter(|(name, value)| name == LANG && !value.trim().is_empty());
    // The language of the page has been read already. The API may lack it: it can come from a locale file alone.
    let is_understood = languages.all(|(_, value)| value == t.lang.code());
    let is_own = |name: &str| !PAGE_PARAMETERS.contains(&name) && name != FACETS && !(name == LANG && is_understood);
    let own = parameters.0.iter().filter(|(name, _)| is_own(name));
    own.map(|(name, value)| (name.clone(), without_control_characters(value))).collect()
}

/// Replaces control characters, which HTML forbids, by spaces.
fn without_control_characters(value: &str) -> String {
    value.replace(char::is_control, " ")
}
