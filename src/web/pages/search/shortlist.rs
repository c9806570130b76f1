//! The form that hits are picked with for comparing, and what the search keeps of it: the list
//! lives in the address.

use crate::web::http::extract::Parameters;
use crate::web::links::intervention_page;
use crate::web::pages::compare;
use crate::web::pages::search::Link;
use crate::web::present::translator::Translator;
use catalogue::InterventionId;
use index::SearchQuery;
use index::query::DEFAULT_PER_PAGE;

/// Hits on a page of the table when nothing is said.
const TABLE_PER_PAGE: usize = 50;

/// How hits are shown and which are picked, as the address says.
#[derive(Debug, Clone)]
pub(super) struct ResultView {
    pub(super) as_table: bool,
    pub(super) ids: Vec<String>,
}

/// The picked hits.
#[derive(Clone, Copy)]
pub(super) struct Shortlist<'a>(pub(super) &'a [String]);

impl Shortlist<'_> {
    pub(super) fn has(&self, id: &InterventionId) -> bool {
        self.0.iter().any(|picked| picked == id.as_str())
    }

    /// The page of a hit, with what is picked, so that comparing from there loses nothing.
    pub(super) fn carry_params(&self, t: &Translator, id: &InterventionId) -> String {
        t.address(&intervention_page(id), self.0.iter().map(|id| ("id", id.as_str())))
    }
}

/// The bar that leads to the comparison.
pub(super) struct CompareBar {
    /// The search that the comparison leads back to, and what was picked on other pages.
    pub(super) hidden: Vec<(&'static str, String)>,
    /// How many were picked on other pages.
    pub(super) elsewhere: Option<String>,
}

impl ResultView {
    pub(super) fn read(parameters: &Parameters) -> Self {
        Self { as_table: parameters.get("view") == Some("table"), ids: compare::ids(parameters) }
    }

    /// What every link of the search keeps.
    pub(super) fn carry_params(&self) -> Vec<(&'static str, String)> {
        let view = self.as_table.then(|| ("view", "table".to_owned()));
        view.into_iter().chain(self.ids.iter().map(|id| ("id", id.clone()))).collect()
    }

    /// A table has room for more.
    pub(super) fn per_page(&self, query: &mut SearchQuery, parameters: &Parameters) {
        if self.as_table && parameters.get("per_page").is_none() {
            query.per_page = TABLE_PER_PAGE;
        }
    }

    /// The same search as cards and as a table.
    pub(super) fn views(&self, t: &Translator, query: &SearchQuery) -> Vec<Link> {
        let link = |as_table: bool, key: &str, per_page: usize| Link {
            text: t.text(key),
            url: t.on("/sok", ResultView { as_table, ..self.clone() }.carry_params()).search(&SearchQuery {
                page: 1,
                per_page,
                ..query.clone()
            }),
            current: as_table == self.as_table,
        };
        vec![link(false, "view-cards", DEFAULT_PER_PAGE), link(true, "view-table", TABLE_PER_PAGE)]
    }

    /// `on_page` are the ids of the hits that are shown.
    pub(super) fn bar(&self, t: &Translator, query: &SearchQuery, on_page: &[&str]) -> CompareBar {
        let others: Vec<&String> = self.ids.iter().filter(|id| !on_page.contains(&id.as_str())).collect();
        let mut hidden = SearchQuery { page: 1, ..query.clone() }.to_pairs();
        hidden.extend(self.as_table.then(|| ("view", "table".to_owned())));
        hidden.extend(others.iter().map(|id| ("id", (*id).clone())));
        CompareBar { hidden, elsewhere: (!others.is_empty()).then(|| t.count("compare-elsewhere", others.len())) }
    }
}
