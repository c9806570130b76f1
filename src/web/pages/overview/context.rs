//! The search of an overview, and the filters of its rows and columns.

use crate::web::pages::components::page_parameter::COLUMNS;
use crate::web::present::active_filters::filter_name;
use crate::web::present::search_context::{SearchContext, UnderstoodSearch};
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::field::parameter::{COUNTY, MUNICIPALITY};
use catalogue::field::{self, Filter, NOT_STATED};
use catalogue::vocabulary::Term;
use index::query::{DEFAULT_PER_PAGE, FaultKind, ParameterFault, Sort};
use index::{Axes, SearchQuery, Snapshot};
use jiff::civil::Date;

/// Parameters of the place filters, the broader one first.
pub(super) const PLACES: [&str; 2] = [COUNTY, MUNICIPALITY];

/// The context of one overview.
pub(super) struct OverviewContext<'a> {
    /// Its search links lead to the overview.
    pub(super) t: &'a Translator,
    /// Its search links lead to the search page.
    pub(super) search_links: &'a Translator,
    pub(super) snapshot: &'a Snapshot,
    pub(super) vocabularies: &'a Vocabularies,
    pub(super) query: &'a SearchQuery,
    pub(super) axes: Axes,
    pub(super) today: Date,
    /// The name of the area that the whole overview covers.
    pub(super) area: String,
}

/// Locale keys that depend on the area: the whole country, one county, or the chosen places.
pub(super) struct AreaKeys {
    pub(super) whole: &'static str,
    pub(super) near_whole: &'static str,
    pub(super) nowhere: &'static str,
}

const COUNTRY_KEYS: AreaKeys =
    AreaKeys { whole: "overview-whole", near_whole: NEAR_COUNTRY, nowhere: "overview-nowhere-country" };
const COUNTY_KEYS: AreaKeys =
    AreaKeys { whole: "overview-whole-county", near_whole: "overview-near-county", nowhere: "overview-nowhere-county" };
const CHOSEN_KEYS: AreaKeys =
    AreaKeys { whole: "overview-whole-chosen", near_whole: "overview-near-chosen", nowhere: "overview-nowhere-chosen" };
/// Locale key of the number of interventions in the whole country.
pub(super) const NEAR_COUNTRY: &str = "overview-near-country";

impl OverviewContext<'_> {
    /// The search as typed. Filters that are detected in its words count, but are not shown as active.
    pub(super) fn understood(&self) -> UnderstoodSearch<'_> {
        UnderstoodSearch(SearchContext { t: self.t, snapshot: self.snapshot, query: self.query, today: self.today })
    }

    /// The URL of the search page with the hits of a count.
    pub(super) fn search_url(&self, query: &SearchQuery) -> String {
        self.search_links.search(query)
    }

    /// The URL of one page of columns, from 1.
    pub(super) fn part_url(&self, page: usize) -> String {
        format!("{}#matris", self.t.search(&SearchQuery { page, ..self.query.clone() }))
    }

    pub(super) fn keys(&self) -> AreaKeys {
        let chosen = |place: &str| self.query.filters.get(place);
        match (chosen(COUNTY), chosen(MUNICIPALITY)) {
            (None, None) => COUNTRY_KEYS,
            (Some(county), None) if county.codes.len() == 1 && !county.not_stated => COUNTY_KEYS,
            _ => CHOSEN_KEYS,
        }
    }

    /// Whether a filter on places is set.
    pub(super) fn has_chosen_place(&self) -> bool {
        PLACES.iter().any(|place| self.query.filters.contains_key(place))
    }

    /// Whether the filter of the columns is set.
    pub(super) fn has_chosen_columns(&self) -> bool {
        self.query.filters.contains_key(self.axes.columns.parameter)
    }

    pub(super) fn rows_name(&self) -> String {
        filter_name(self.t, self.axes.rows)
    }

    pub(super) fn columns_name(&self) -> String {
        columns_name(self.t, self.axes.columns)
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
            Some(name) if code != NOT_STATED => self.understood().labels().label(name, code),
            _ => self.t.text("value-not-stated-long"),
        }
    }
}

/// The heading of a filter as columns; the name of the filter when the registry has no heading.
pub(super) fn columns_name(t: &Translator, filter: &Filter) -> String {
    let entry = field::overview_columns().into_iter().find(|(other, _)| other.parameter == filter.parameter);
    entry.map_or_else(|| filter_name(t, filter), |(_, heading)| t.text(heading))
}

/// The query with default paging and sort order, because the overview has neither.
pub(super) fn without_paging(query: SearchQuery) -> SearchQuery {
    SearchQuery { page: 1, per_page: DEFAULT_PER_PAGE, sort: Sort::default(), ..query }
}

/// The parameter of the filter that is the columns by default; `None` when the registry has none.
pub(super) fn default_columns() -> Option<&'static str> {
    field::overview_columns().first().map(|(filter, _)| filter.parameter)
}

/// The row and column filters of a search. Rows are counties, or municipalities when places are chosen. Columns are the
/// filter named `columns`, or the default; an unknown name is a fault. `None` when the registry has no such filters.
pub(super) fn axes(query: &SearchQuery, columns: Option<&str>) -> (Option<Axes>, Option<ParameterFault>) {
    let all: Vec<&'static Filter> = field::overview_columns().into_iter().map(|(filter, _)| filter).collect();
    let known = columns.and_then(|name| all.iter().find(|filter| filter.parameter == name));
    let fault = columns.filter(|_| known.is_none()).map(|value| ParameterFault {
        parameter: COLUMNS.into(),
        value: value.replace(char::is_control, " "),
        kind: FaultKind::NotOneOf(all.iter().map(|filter| filter.parameter).collect()),
    });
    let has_place = PLACES.iter().any(|place| query.filters.contains_key(place));
    let rows = field::filter(if has_place { MUNICIPALITY } else { COUNTY });
    let columns = known.or(all.first()).copied();
    (rows.zip(columns).map(|(rows, columns)| Axes { rows, columns }), fault)
}
