//! `/jamfor`: compares up to four interventions. The URL contains the list; nothing is stored on the server.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site};
use crate::web::http::record::find_public;
use crate::web::links::{SEARCH_PAGE, intervention_page};
use crate::web::pages::compare::rows::{ComparedFact, compared_facts};
use crate::web::pages::components::page_parameter::{ID, ONLY, ONLY_DIFFERENCES};
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::present::filters;
use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::Intervention;
use catalogue::record::State as Publication;
use catalogue_store::Store;

/// The path of the page.
const PATH: &str = "/jamfor";

/// Maximum number of compared interventions.
const MAX_COLUMNS: usize = 4;

#[derive(Template)]
#[template(path = "pages/compare.html")]
struct ComparePage {
    t: Translator,
    head: Head,
    heading: String,
    columns: Vec<ComparedIntervention>,
    rows: Vec<ComparedFact>,
    /// A sentence for each intervention that cannot be shown.
    missing: Vec<String>,
    /// Notice that more interventions are selected than the table has columns.
    too_many: Option<String>,
    /// URL of the search in which they were selected, with the shortlist.
    search: String,
    all_rows: String,
    only_differences: String,
    only: bool,
    /// Whether the page shows only differences and there is none in the facts that matter for a choice.
    alike: bool,
}

/// The heading of a column.
struct ComparedIntervention {
    name: String,
    url: String,
    /// URL of the comparison without this intervention.
    without: String,
}

/// Answers `GET /jamfor`.
pub(crate) async fn show(
    State(state): State<AppState>,
    Site(site): Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let snapshot = state.indexer.snapshot().ok_or_else(Problem::not_ready)?;
    let request = SearchRequest::read(&t, &parameters, &snapshot.vocabularies);
    let labels = RecordLabels { t: &t, vocabularies: &snapshot.vocabularies, today: state.clock.today(), near: &[] };
    let (records, missing) = look_up(&state.store, &t, request.shortlist.ids()).await?;
    let only = parameters.get(ONLY) == Some(ONLY_DIFFERENCES);
    html(StatusCode::OK, &page(labels, &ComparisonLinks { t: &t, request: &request }, &records, missing, only, &site))
}

/// The interventions that can be shown, and a sentence for each that cannot.
async fn look_up(store: &Store, t: &Translator, ids: &[String]) -> Result<(Vec<Intervention>, Vec<String>), Problem> {
    let (mut records, mut missing) = (Vec::new(), Vec::new());
    for id in ids {
        match find_public(store, id).await {
            Ok(stored) => records.push(t.intervention(stored.record)),
            Err(problem) if problem.status() == StatusCode::GONE => {
                missing.push(t.with("compare-gone", "name", former_name(store, id).await?));
            }
            Err(problem) if problem.status() == StatusCode::NOT_FOUND => {
                missing.push(t.with("compare-unknown", "id", id.replace(char::is_control, " ")));
            }
            Err(problem) => return Err(problem),
        }
    }
    Ok((records, missing))
}

/// The name of an archived intervention; the id for any other.
async fn former_name(store: &Store, id: &str) -> Result<String, Problem> {
    let Ok(parsed) = id.parse() else { return Ok(id.to_owned()) };
    let stored = store.find(&parsed).await?.filter(|stored| stored.record.state == Publication::Archived);
    Ok(stored.map_or_else(|| id.to_owned(), |stored| stored.record.name))
}

fn page(
    labels: RecordLabels<'_>,
    links: &ComparisonLinks<'_>,
    records: &[Intervention],
    missing: Vec<String>,
    only: bool,
    site: &str,
) -> ComparePage {
    let t = labels.t;
    let shown = &records[..records.len().min(MAX_COLUMNS)];
    // A single intervention has no differences.
    let only = only && shown.len() > 1;
    let heading = t.count("compare-heading", shown.len());
    let mut head = Head::new(t, &heading, Section::Search, Some(labels.vocabularies), labels.today);
    head.noindex = true;
    let ids: Vec<&str> = shown.iter().map(|record| record.id.as_str()).collect();
    head.print(t, &format!("{site}{}", links.comparison(&ids, only)), labels.today);
    let column = |record: &Intervention| {
        let others: Vec<&str> = ids.iter().copied().filter(|id| *id != record.id.as_str()).collect();
        // The page of the intervention gets the shortlist, so that its link to the comparison keeps it.
        let url = t.address(&intervention_page(&record.id), ids.iter().map(|id| (ID, *id)));
        ComparedIntervention { name: record.name.clone(), url, without: links.comparison(&others, only) }
    };
    let mut rows = compared_facts(labels, shown);
    if only {
        rows.retain(|row| row.differs);
    }
    let alike = only && !rows.iter().any(|row| row.difference.is_some());
    ComparePage {
        head,
        heading,
        columns: shown.iter().map(column).collect(),
        rows,
        missing,
        too_many: (records.len() > MAX_COLUMNS)
            .then(|| t.args("compare-too-many", &[("count", records.len().into()), ("shown", MAX_COLUMNS.into())])),
        search: links.search(&ids),
        all_rows: links.comparison(&ids, false),
        only_differences: links.comparison(&ids, true),
        only,
        alike,
        t: t.clone(),
    }
}

/// Builds URLs that keep the search in which the interventions were selected.
struct ComparisonLinks<'a> {
    t: &'a Translator,
    request: &'a SearchRequest,
}

impl ComparisonLinks<'_> {
    fn comparison(&self, ids: &[&str], only: bool) -> String {
        let mut extra = self.parameters(ids);
        extra.extend(only.then(|| (ONLY, ONLY_DIFFERENCES.to_owned())));
        self.t.with_search_target(PATH, extra).search(&self.request.query)
    }

    fn search(&self, ids: &[&str]) -> String {
        self.t.with_search_target(SEARCH_PAGE, self.parameters(ids)).search(&self.request.query)
    }

    fn parameters(&self, ids: &[&str]) -> Vec<(&'static str, String)> {
        let view = self.request.view.parameter().into_iter();
        view.chain(ids.iter().map(|id| (ID, (*id).to_owned()))).collect()
    }
}
