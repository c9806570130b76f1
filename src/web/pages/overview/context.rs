//! What the overview shows: a search, counted by place and one more facet.

use crate::web::pages::search::UnderstoodSearch;
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::field::{self, Filter, NOT_STATED};
use catalogue::vocabulary::Term;
use index::query::{DEFAULT_PER_PAGE, FaultKind, ParameterFault, Sort};
use index::{Axes, SearchQuery, Snapshot};
use jiff::civil::Date;

/// Facets that can stand along the top, the first one when nothing is said.
pub(super) const COLUMNS: [&str; 6] = ["target_group", "method", "activity", "kind", "funder_type", "referral"];

/// The filters of places.
pub(super) const PLACES: [&str; 2] = ["county", "municipality"];

/// One overview.
pub(super) struct OverviewContext<'a> {
    /// Searches lead back to the overview.
    pub(super) t: &'a Translator,
    /// Searches lead to the search.
    pub(super) search: &'a Translator,
    pub(super) snapshot: &'a Snapshot,
    pub(super) vocabularies: &'a Vocabularies,
    pub(super) query: &'a SearchQuery,
    pub(super) axes: Axes,
    pub(super) today: Date,
    /// The place that all of it is about.
    pub(super) area: String,
}

/// Texts that depend on what the places are: the country, one county, or what was chosen.
pub(super) struct Keys {
    pub(super) whole: &'static str,
    pub(super) near_whole: &'static str,
    pub(super) nowhere: &'static str,
}

const COUNTRY: Keys = Keys { whole: "overview-whole", near_whole: NEAR_COUNTRY, nowhere: "overview-nowhere-country" };
const COUNTY: Keys =
    Keys { whole: "overview-whole-county", near_whole: "overview-near-county", nowhere: "overview-nowhere-county" };
const CHOSEN: Keys =
    Keys { whole: "overview-whole-chosen", near_whole: "overview-near-chosen", nowhere: "overview-nowhere-chosen" };
/// What the whole country has.
pub(super) const NEAR_COUNTRY: &str = "overview-near-country";

impl OverviewContext<'_> {
    pub(super) fn asked(&self) -> UnderstoodSearch<'_> {
        UnderstoodSearch { t: self.t, snapshot: self.snapshot, query: self.query, today: self.today }
    }

    /// The address of a search for what is counted.
    pub(super) fn found(&self, query: &SearchQuery) -> String {
        self.search.search(query)
    }

    /// The address of one part of the table.
    pub(super) fn part(&self, page: usize) -> String {
        format!("{}#matris", self.t.search(&SearchQuery { page, ..self.query.clone() }))
    }

    pub(super) fn keys(&self) -> Keys {
        let chosen = |place: &str| self.query.filters.get(place);
        match (chosen("county"), chosen("municipality")) {
            (None, None) => COUNTRY,
            (Some(county), None) if county.codes.len() == 1 && !county.not_stated => COUNTY,
            _ => CHOSEN,
        }
    }

    /// Whether the places are those of a county, or chosen ones.
    pub(super) fn chooses_place(&self) -> bool {
        PLACES.iter().any(|place| self.query.filters.contains_key(place))
    }

    pub(super) fn chooses_columns(&self) -> bool {
        self.query.filters.contains_key(self.axes.columns.parameter)
    }

    pub(super) fn rows_name(&self) -> String {
        self.t.text(&format!("filter-{}", self.axes.rows.parameter))
    }

    pub(super) fn columns_name(&self) -> String {
        columns_name(self.t, self.axes.columns.parameter)
    }

    pub(super) fn terms(&self, filter: &Filter) -> &[Term] {
        filter.vocabulary().map_or(&[], |name| self.vocabularies.get(name).terms())
    }

    pub(super) fn broader(&self, filter: &Filter, code: &str) -> Option<&str> {
        let vocabulary = self.vocabularies.get(filter.vocabulary()?);
        vocabulary.get(code).and_then(|term| term.broader.as_deref())
    }

    pub(super) fn label(&self, filter: &Filter, code: &str) -> String {
        match filter.vocabulary() {
            Some(name) if code != NOT_STATED => self.asked().words().label(name, code),
            _ => self.t.text("value-not-stated-long"),
        }
    }
}

/// What a facet is called as columns.
pub(super) fn columns_name(t: &Translator, parameter: &str) -> String {
    match parameter {
        "target_group" => t.text("overview-groups"),
        // The filter's name is a sentence.
        "referral" => t.text("field-referral"),
        _ => t.text(&format!("filter-{parameter}")),
    }
}

/// The search as far as the overview shows it: one page has it all, in an order of its own.
pub(super) fn without_paging(query: SearchQuery) -> SearchQuery {
    SearchQuery { page: 1, per_page: DEFAULT_PER_PAGE, sort: Sort::default(), ..query }
}

/// Municipalities of what is chosen, else counties; and the facet asked for, or the first one.
pub(super) fn axes(query: &SearchQuery, asked: Option<&str>) -> (Option<Axes>, Option<ParameterFault>) {
    let known = asked.and_then(|asked| COLUMNS.into_iter().find(|name| *name == asked));
    let fault = asked.filter(|_| known.is_none()).map(|value| ParameterFault {
        parameter: "columns".into(),
        value: value.replace(char::is_control, " "),
        kind: FaultKind::NotOneOf(COLUMNS.to_vec()),
    });
    let places = PLACES.iter().any(|place| query.filters.contains_key(place));
    let rows = field::filter(if places { "municipality" } else { "county" });
    let columns = field::filter(known.unwrap_or(COLUMNS[0]));
    (rows.zip(columns).map(|(rows, columns)| Axes { rows, columns }), fault)
}
