//! The switch between cards and table, and the bar with the link to the comparison.

use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::links::{HiddenField, SearchLink};
use crate::web::pages::components::page_parameter::ID;
use crate::web::pages::components::search_request::{ResultView, SearchRequest};
use crate::web::present::search_context::TypedSearch;
use index::SearchQuery;
use index::query::DEFAULT_PER_PAGE;

/// Hits per page of the table, when the URL does not state `per_page`. More exceed 12 kB of compressed HTML in Arabic.
const TABLE_PER_PAGE: usize = 40;

/// The bar below the hits that sends the selected interventions to the comparison.
pub(super) struct CompareBar {
    /// The parameters of the search, for the way back, and the selected interventions that are not on this page.
    pub(super) hidden: Vec<HiddenField>,
    /// How many interventions are selected on other pages, as text; `None` for none.
    pub(super) elsewhere: Option<String>,
}

/// Hits per page of a view, when the URL does not state `per_page`.
pub(super) fn default_page_size(view: ResultView) -> usize {
    match view {
        ResultView::Cards => DEFAULT_PER_PAGE,
        ResultView::Table => TABLE_PER_PAGE,
    }
}

/// Links to the current search as cards and as a table.
pub(super) fn view_links(search: &TypedSearch<'_>, request: &SearchRequest) -> Vec<SearchLink> {
    let link = |view: ResultView, key: &str| {
        let parameters = view.parameter().into_iter().chain(request.shortlist.parameters()).collect();
        let query = SearchQuery { per_page: default_page_size(view), ..search.first_page() };
        SearchLink {
            text: search.t.text(key),
            url: search.t.with_search_target(SEARCH_PAGE, parameters).search(&query),
            current: view == request.view,
        }
    };
    vec![link(ResultView::Cards, "view-cards"), link(ResultView::Table, "view-table")]
}

impl CompareBar {
    /// `on_page` are the ids of the displayed hits.
    pub(super) fn new(search: &TypedSearch<'_>, request: &SearchRequest, on_page: &[&str]) -> Self {
        let others: Vec<&String> =
            request.shortlist.ids().iter().filter(|id| !on_page.contains(&id.as_str())).collect();
        let mut hidden = search.first_page().to_pairs();
        hidden.extend(request.view.parameter());
        hidden.extend(others.iter().map(|id| (ID, (*id).clone())));
        let hidden = hidden.into_iter().map(HiddenField::from).collect();
        Self { hidden, elsewhere: (!others.is_empty()).then(|| search.t.count("compare-elsewhere", others.len())) }
    }
}
