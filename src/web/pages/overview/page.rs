//! The overview page and its CSV file.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::intervention_page;
use crate::web::pages::components::links::TextLink;
use crate::web::pages::components::page_parameter::COLUMNS;
use crate::web::pages::components::parameter_errors::ParameterError;
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::overview::choices::Choices;
use crate::web::pages::overview::column_pages::ColumnPages;
use crate::web::pages::overview::context::{OverviewContext, axes, default_columns, without_paging};
use crate::web::pages::overview::csv;
use crate::web::pages::overview::gaps::Gaps;
use crate::web::pages::overview::map::CountyMap;
use crate::web::pages::overview::table::MatrixTable;
use crate::web::pages::respond::html;
use crate::web::present::active_filters::places_label;
use crate::web::present::filters;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::Intervention;
use catalogue::field::parameter::REACH;
use catalogue::record::{ENDS_SOON_MONTHS, Role};
use index::query::{Ended, ParameterFault};
use index::{Axes, Matrix, SearchQuery, Snapshot, Upcoming};
use jiff::ToSpan;
use jiff::civil::Date;

/// The path of the page.
const PATH: &str = "/oversikt";
/// Maximum number of interventions in the list of those that end soon.
const MAX_ENDING: usize = 40;
/// Maximum number of municipalities that are named for each of them.
const MAX_MUNICIPALITIES: usize = 3;

#[derive(Template)]
#[template(path = "pages/overview.html")]
struct OverviewPage {
    t: Translator,
    head: Head,
    heading: String,
    faults: Vec<ParameterError>,
    choices: Choices,
    file: String,
    numbers: Vec<KeyFigure>,
    /// Notice that the area has no interventions, or only national ones.
    empty: Option<EmptyNotice>,
    table: MatrixTable,
    /// The pages of columns, when the table is too large; `None` otherwise.
    parts: Option<ColumnPages>,
    map: Option<CountyMap>,
    gaps: Gaps,
    ending: Vec<EndingIntervention>,
    /// The number of interventions that end soon and are not listed.
    ending_left_out: usize,
}

/// A figure at the top of the page.
struct KeyFigure {
    shown: String,
    text: String,
    /// URL of the details; `None` when there are none.
    url: Option<String>,
}

/// A notice that an area has no interventions of its own, with the number of those that cover it.
struct EmptyNotice {
    heading: String,
    text: Option<String>,
    /// Link to the overview that includes records which do not list the place themselves.
    all: Option<TextLink>,
}

/// An intervention that ends soon.
struct EndingIntervention {
    name: String,
    url: String,
    place: String,
    payers: String,
    end: String,
}

/// The parsed parameters of the overview.
struct OverviewRequest {
    query: SearchQuery,
    axes: Axes,
    /// The page of columns, from 1.
    part: usize,
    faults: Vec<ParameterFault>,
}

impl OverviewRequest {
    fn read(t: &Translator, parameters: &Parameters, snapshot: &Snapshot) -> Result<Self, Problem> {
        let request = SearchRequest::read(t, parameters, &snapshot.vocabularies);
        let part = if request.exceeds_depth { usize::MAX } else { request.query.page };
        let query = without_paging(request.query);
        let (axes, fault) = axes(&query, parameters.get(COLUMNS));
        let mut faults = request.faults;
        faults.extend(fault);
        let axes = axes.ok_or_else(|| Problem::internal("the registry has no places"))?;
        Ok(Self { query, axes, part, faults })
    }

    /// The parameter `columns`; empty when it has the default value.
    fn columns_parameter(&self) -> Vec<(&'static str, String)> {
        let columns = Some(self.axes.columns.parameter).filter(|name| default_columns() != Some(*name));
        columns.map(|name| (COLUMNS, name.to_owned())).into_iter().collect()
    }
}

/// Answers `GET /oversikt`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let search_links = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| respond(&snapshot, &search_links, &parameters, today)).await
}

fn respond(
    snapshot: &Snapshot,
    search_links: &Translator,
    parameters: &Parameters,
    today: Date,
) -> Result<Response, Problem> {
    let request = OverviewRequest::read(search_links, parameters, snapshot)?;
    let t = search_links.with_search_target(PATH, request.columns_parameter());
    let status = if request.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let context = context(&t, search_links, snapshot, &request, today);
    let matrix = index::matrix(snapshot, &request.query, request.axes, today)?;
    let faults = request.faults.iter().map(|fault| ParameterError {
        corrections: Vec::new(),
        field: None,
        ..ParameterError::new(&context.understood(), fault)
    });
    html(status, &page(&context, &matrix, faults.collect(), &request)?)
}

/// Answers `GET /oversikt.csv`: the same table as a CSV file.
pub(crate) async fn download(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let request = OverviewRequest::read(&t, &parameters, &snapshot)?;
        if !request.faults.is_empty() {
            return Err(Problem::parameters(&request.faults));
        }
        let context = context(&t, &t, &snapshot, &request, today);
        let matrix = index::matrix(&snapshot, &request.query, request.axes, today)?;
        csv::respond(&context, &MatrixTable::new(&context, &matrix))
    })
    .await
}

fn context<'a>(
    t: &'a Translator,
    search_links: &'a Translator,
    snapshot: &'a Snapshot,
    request: &'a OverviewRequest,
    today: Date,
) -> OverviewContext<'a> {
    let (query, axes, vocabularies) = (&request.query, request.axes, &*snapshot.vocabularies);
    let mut context =
        OverviewContext { t, search_links, snapshot, vocabularies, query, axes, today, area: String::new() };
    let all = if context.has_chosen_place() { "overview-chosen" } else { "overview-country" };
    context.area = places_label(&context.understood()).unwrap_or_else(|| t.text(all));
    context
}

fn page(
    context: &OverviewContext<'_>,
    matrix: &Matrix,
    faults: Vec<ParameterError>,
    request: &OverviewRequest,
) -> Result<OverviewPage, Problem> {
    let t = context.t;
    let heading = t.with("overview-heading", "place", &context.area);
    let mut title = t.args("overview-title", &[("heading", (&heading).into()), ("count", matrix.total.into())]);
    if !faults.is_empty() {
        title = t.with("title-fault", "page", title);
    }
    let mut head = Head::new(t, &title, Section::Overview, Some(context.vocabularies), context.today);
    // Search engines must not index overviews with words or several filters, nor further pages of columns.
    head.noindex = request.part > 1
        || !context.query.is_everything() && (context.query.filters.len() > 1 || !context.query.text.is_empty());
    let mut table = MatrixTable::new(context, matrix);
    let gaps = Gaps::find(context, &table)?;
    let map = CountyMap::new(context, &table);
    let parts = ColumnPages::take(context, &mut table, request.part);
    let until = context.today.saturating_add(ENDS_SOON_MONTHS.months());
    let outlook = index::upcoming(context.snapshot, context.query, until, context.today)?;
    Ok(OverviewPage {
        head,
        faults,
        choices: Choices::new(context),
        file: csv::file_url(context, request.columns_parameter()),
        numbers: key_figures(context, matrix, &gaps, &outlook),
        empty: empty_notice(context, matrix, &outlook)?,
        map,
        ending: outlook.ending.iter().take(MAX_ENDING).map(|(end, record)| ending(context, *end, record)).collect(),
        ending_left_out: outlook.ending.len().saturating_sub(MAX_ENDING),
        table,
        parts,
        gaps,
        heading,
        t: t.clone(),
    })
}

fn key_figures(context: &OverviewContext<'_>, matrix: &Matrix, gaps: &Gaps, outlook: &Upcoming) -> Vec<KeyFigure> {
    let t = context.t;
    let figure = |key: &str, count: u64, url: Option<String>| KeyFigure {
        shown: t.number(count),
        text: t.count(key, count),
        url,
    };
    let running = if context.query.ended == Ended::Exclude { "overview-running" } else { "unit" };
    let fragment = |id: &str, count: usize| (count > 0).then(|| format!("#{id}"));
    vec![
        figure(running, matrix.total, Some(context.search_url(context.query))),
        figure("overview-gaps", gaps.count as u64, fragment("luckor", gaps.count)),
        KeyFigure {
            shown: t.number(outlook.ending.len() as u64),
            text: t.with("overview-ending", "without_end", outlook.without_end),
            url: fragment("slutar", outlook.ending.len()),
        },
        figure("overview-unchecked", outlook.unchecked, None),
    ]
}

/// The notice for an area without interventions, or with national ones only; `None` for any other area.
fn empty_notice(
    context: &OverviewContext<'_>,
    matrix: &Matrix,
    outlook: &Upcoming,
) -> Result<Option<EmptyNotice>, Problem> {
    let t = context.t;
    if outlook.local > 0 {
        return Ok(None);
    }
    let mut wider = context.query.clone();
    if matrix.total == 0 && wider.variants.remove(REACH) {
        let count = index::count(context.snapshot, &wider, context.today)?.total;
        if count > 0 {
            let heading = t.with("overview-empty-local", "place", context.area.as_str());
            let all = Some(TextLink::new(t.count("overview-empty-show", count), t.search(&wider)));
            return Ok(Some(EmptyNotice { heading, text: Some(t.count("overview-empty-also", count)), all }));
        }
    }
    let is_empty = matrix.total == 0 && context.query.is_everything();
    let heading =
        if is_empty { t.text("start-empty") } else { t.with("overview-empty", "place", context.area.as_str()) };
    let text = (matrix.total > 0).then(|| t.count("overview-national", matrix.total));
    Ok(Some(EmptyNotice { heading, text, all: None }))
}

fn ending(context: &OverviewContext<'_>, end: Date, record: &Intervention) -> EndingIntervention {
    let labels = context.understood().labels();
    EndingIntervention {
        name: context.t.record(&record.name),
        url: context.search_links.path(&intervention_page(&record.id)),
        place: labels.place(record, MAX_MUNICIPALITIES).unwrap_or_else(|| context.t.text("not-stated")),
        payers: labels.in_role(record, Role::Funder).unwrap_or_else(|| context.t.text("not-stated")),
        end: context.t.day(end),
    }
}
