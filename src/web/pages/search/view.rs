//! Cards or table, and the bar that leads to the comparison.

use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::links::{HiddenField, SearchLink};
use crate::web::pages::components::page_parameter::ID;
use crate::web::pages::components::search_request::{ResultView, SearchRequest};
use crate::web::present::search_context::TypedSearch;
use index::SearchQuery;
use index::query::DEFAULT_PER_PAGE;

/// Hits on a page of the table, when the address states no number.
const TABLE_PER_PAGE: usize = 50;

/// The bar that leads to the comparison.
pub(super) struct CompareBar {
    /// The search that the comparison leads back to, and the shortlist of other pages.
    pub(super) hidden: Vec<HiddenField>,
    /// How many are picked on other pages, in words.
    pub(super) elsewhere: Option<String>,
}

/// Hits on a page in a view, when the address states no number.
pub(super) fn default_page_size(view: ResultView) -> usize {
    match view {
        ResultView::Cards => DEFAULT_PER_PAGE,
        ResultView::Table => TABLE_PER_PAGE,
    }
}

/// The same search as cards and as a table.
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
    /// `on_page` are the ids of the hits that are shown.
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
