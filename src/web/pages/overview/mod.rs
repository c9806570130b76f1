//! `/oversikt`: what exists where, and where is nothing.

mod choices;
mod csv;
mod gaps;

mod color_scale;
mod column_pages;
mod context;
mod map;
mod table;

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::intervention_page;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::pages::search::active_filters;
use crate::web::pages::search::parameter_errors::{self, ParameterError};
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::record::Role;
use choices::Choices;
use column_pages::ColumnPages;
use context::OverviewContext;
use gaps::Gaps;
use index::query::Ended;
use index::{Matrix, SearchQuery, Snapshot, Upcoming};
use jiff::ToSpan;
use jiff::civil::Date;
use map::CountyMap;
use table::Table;

/// Its address.
const PATH: &str = "/oversikt";
/// How far ahead the overview looks, in months.
const MONTHS: i32 = 6;
/// Most interventions in the list of what ends.
const ENDING: usize = 40;
/// So many municipalities are named beside what ends.
const PLACES: usize = 3;

#[derive(Template)]
#[template(path = "pages/overview.html")]
struct OverviewPage {
    t: Translator,
    head: Head,
    heading: String,
    faults: Vec<ParameterError>,
    choices: Choices,
    file: String,
    numbers: Vec<Number>,
    /// Said when nothing, or nothing of its own, is there.
    empty: Option<Empty>,
    table: Table,
    /// Where there is no room for all columns.
    parts: Option<ColumnPages>,
    map: Option<CountyMap>,
    gaps: Gaps,
    ending: Vec<Ending>,
    ending_left_out: usize,
}

/// One of the numbers at the top.
struct Number {
    shown: String,
    text: String,
    url: Option<String>,
}

/// That a place has nothing, and what is counted there all the same.
struct Empty {
    heading: String,
    text: Option<String>,
    /// The overview that counts it, where this one does not.
    all: Option<(String, String)>,
}

/// Something that ends soon.
struct Ending {
    name: String,
    url: String,
    place: String,
    payers: String,
    end: String,
}

/// What was asked for and what was wrong with it.
struct OverviewRequest {
    query: SearchQuery,
    axes: index::Axes,
    /// Which part of the columns, where there are too many for one.
    part: usize,
    faults: Vec<index::query::ParameterFault>,
}

impl OverviewRequest {
    fn read(parameters: &Parameters, snapshot: &Snapshot) -> Result<Self, Problem> {
        let (query, mut faults, too_deep) = parameter_errors::read(parameters, &snapshot.vocabularies);
        let part = if too_deep { usize::MAX } else { query.page };
        let query = context::without_paging(query);
        let (axes, fault) = context::axes(&query, parameters.get("columns"));
        faults.extend(fault);
        let axes = axes.ok_or_else(|| Problem::internal("the registry has no places"))?;
        Ok(Self { query, axes, part, faults })
    }

    /// What links of the page keep of its columns.
    fn along(&self) -> Vec<(&'static str, String)> {
        let columns = Some(self.axes.columns.parameter).filter(|name| *name != context::COLUMNS[0]);
        columns.map(|name| ("columns", name.to_owned())).into_iter().collect()
    }
}

/// Answers `GET /oversikt`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let search = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |index| answer(&index, &search, &parameters, today)).await
}

fn answer(
    SearchIndex { snapshot, .. }: &SearchIndex,
    search: &Translator,
    parameters: &Parameters,
    today: Date,
) -> Result<Response, Problem> {
    let asking = OverviewRequest::read(parameters, snapshot)?;
    let t = search.on(PATH, asking.along());
    let status = if asking.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let view = view(&t, search, snapshot, &asking, today);
    let matrix = snapshot.matrix(&asking.query, asking.axes, today)?;
    let faults = asking.faults.iter().map(|fault| ParameterError {
        meant: Vec::new(),
        field: None,
        ..ParameterError::new(&view.asked(), fault)
    });
    html(status, &page(&view, &matrix, faults.collect(), &asking)?)
}

/// Answers `GET /oversikt.csv`: the same table as a file.
pub(crate) async fn download(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let asking = OverviewRequest::read(&parameters, &snapshot)?;
        if !asking.faults.is_empty() {
            return Err(Problem::parameters(&asking.faults));
        }
        let view = view(&t, &t, &snapshot, &asking, today);
        let matrix = snapshot.matrix(&asking.query, asking.axes, today)?;
        csv::answer(&view, &Table::new(&view, &matrix))
    })
    .await
}

fn view<'a>(
    t: &'a Translator,
    search: &'a Translator,
    snapshot: &'a Snapshot,
    asking: &'a OverviewRequest,
    today: Date,
) -> OverviewContext<'a> {
    let (query, axes, vocabularies) = (&asking.query, asking.axes, &*snapshot.vocabularies);
    let mut view = OverviewContext { t, search, snapshot, vocabularies, query, axes, today, area: String::new() };
    let all = if view.chooses_place() { "overview-chosen" } else { "overview-country" };
    view.area = active_filters::places(&view.asked()).unwrap_or_else(|| t.text(all));
    view
}

fn page(
    view: &OverviewContext<'_>,
    matrix: &Matrix,
    faults: Vec<ParameterError>,
    asking: &OverviewRequest,
) -> Result<OverviewPage, Problem> {
    let t = view.t;
    let heading = t.with("overview-heading", "place", &view.area);
    let mut title = t.args("overview-title", &[("heading", (&heading).into()), ("count", matrix.total.into())]);
    if !faults.is_empty() {
        title = t.with("title-fault", "page", title);
    }
    let mut head = Head::new(t, &title, Section::Overview, Some(view.vocabularies), view.today);
    // Every choice has an address; the country and its counties belong in other search engines.
    head.noindex =
        asking.part > 1 || !view.query.is_everything() && (view.query.filters.len() > 1 || !view.query.text.is_empty());
    let mut table = Table::new(view, matrix);
    let gaps = Gaps::find(view, &table)?;
    let map = CountyMap::new(view, &table);
    let parts = ColumnPages::take(view, &mut table, asking.part);
    let until = view.today.saturating_add(MONTHS.months());
    let outlook = view.snapshot.outlook(view.query, until, view.today)?;
    Ok(OverviewPage {
        head,
        faults,
        choices: Choices::new(view),
        file: csv::address(view, asking.along()),
        numbers: numbers(view, matrix, &gaps, &outlook),
        empty: empty(view, matrix, &outlook)?,
        map,
        ending: outlook.ending.iter().take(ENDING).map(|(end, record)| ending(view, *end, record)).collect(),
        ending_left_out: outlook.ending.len().saturating_sub(ENDING),
        table,
        parts,
        gaps,
        heading,
        t: t.clone(),
    })
}

fn numbers(view: &OverviewContext<'_>, matrix: &Matrix, gaps: &Gaps, outlook: &Upcoming) -> Vec<Number> {
    let t = view.t;
    let of =
        |key: &str, count: u64, url: Option<String>| Number { shown: t.number(count), text: t.count(key, count), url };
    let running = if view.query.ended == Ended::Exclude { "overview-running" } else { "unit" };
    let to = |id: &str, count: usize| (count > 0).then(|| format!("#{id}"));
    vec![
        of(running, matrix.total, Some(view.found(view.query))),
        of("overview-gaps", gaps.count as u64, to("luckor", gaps.count)),
        of("overview-ending", outlook.ending.len() as u64, to("slutar", outlook.ending.len())),
        of("overview-unchecked", outlook.unchecked, None),
    ]
}

/// Nothing there, or only what is for the whole country.
fn empty(view: &OverviewContext<'_>, matrix: &Matrix, outlook: &Upcoming) -> Result<Option<Empty>, Problem> {
    let t = view.t;
    if outlook.local > 0 {
        return Ok(None);
    }
    let mut wider = view.query.clone();
    if matrix.total == 0 && wider.variants.remove("reach") {
        let count = view.snapshot.count(&wider, view.today)?.total;
        if count > 0 {
            let heading = t.with("overview-empty-local", "place", view.area.as_str());
            let all = Some((t.count("overview-empty-show", count), t.search(&wider)));
            return Ok(Some(Empty { heading, text: Some(t.count("overview-empty-also", count)), all }));
        }
    }
    let is_empty = matrix.total == 0 && view.query.is_everything();
    let heading = if is_empty { t.text("start-empty") } else { t.with("overview-empty", "place", view.area.as_str()) };
    let text = (matrix.total > 0).then(|| t.count("overview-national", matrix.total));
    Ok(Some(Empty { heading, text, all: None }))
}

fn ending(view: &OverviewContext<'_>, end: Date, record: &catalogue::Intervention) -> Ending {
    let asked = view.asked();
    let words = asked.words();
    Ending {
        name: view.t.record(&record.name),
        url: view.search.path(&intervention_page(&record.id)),
        place: words.place(record, PLACES).unwrap_or_else(|| view.t.text("not-stated")),
        payers: words.in_role(record, Role::Funder).unwrap_or_else(|| view.t.text("not-stated")),
        end: view.t.day(end),
    }
}
