//! `/jamfor`: up to four interventions side by side. The list is the address; nothing is kept.

mod rows;

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site};
use crate::web::http::record::find_public;
use crate::web::links::intervention_page;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::pages::search::parameter_errors;
use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::Intervention;
use catalogue::record::State as Publication;
use catalogue_store::Store;
use index::SearchQuery;
use rows::CompareRow;

/// Most interventions that stand side by side.
const MOST: usize = 4;
/// Most that are looked up; an address may name any number.
const READ: usize = 50;

#[derive(Template)]
#[template(path = "pages/compare.html")]
struct ComparePage {
    t: Translator,
    head: Head,
    heading: String,
    columns: Vec<Column>,
    rows: Vec<CompareRow>,
    /// What could not be shown, each in a sentence.
    missing: Vec<String>,
    /// Said when more were chosen than fit.
    too_many: Option<String>,
    /// The search that they were chosen in, with what is chosen.
    search: String,
    all_rows: String,
    only_differences: String,
    only: bool,
    /// Whether only differences are asked for and none of them can decide the choice.
    alike: bool,
}

/// One intervention.
struct Column {
    name: String,
    url: String,
    without: String,
}

/// Answers `GET /jamfor`.
pub(crate) async fn show(
    State(state): State<AppState>,
    Site(site): Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let snapshot = state.sync.snapshot().ok_or_else(Problem::not_ready)?;
    let (query, ..) = parameter_errors::read(&parameters, &snapshot.vocabularies);
    let words = RecordLabels { t: &t, vocabularies: &snapshot.vocabularies, today: state.clock.today(), near: &[] };
    let (records, missing) = look_up(&state.store, &t, &ids(&parameters)).await?;
    let address = Address { t: &t, query: &query, view: parameters.get("view") };
    let only = parameters.get("only") == Some("differences");
    html(StatusCode::OK, &page(words, &address, &records, missing, only, &site))
}

/// The ids of the address, each once, in the order given.
pub(super) fn ids(parameters: &Parameters) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (_, id) in parameters.0.iter().filter(|(name, id)| name == "id" && !id.trim().is_empty()) {
        if !out.iter().any(|known| known == id.trim()) {
            out.push(id.trim().to_owned());
        }
    }
    out.truncate(READ);
    out
}

/// The interventions that can be shown, and sentences about those that cannot.
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

/// What an intervention was called that has been taken out of the catalogue.
async fn former_name(store: &Store, id: &str) -> Result<String, Problem> {
    let Ok(parsed) = id.parse() else { return Ok(id.to_owned()) };
    let stored = store.find(&parsed).await?.filter(|stored| stored.record.state == Publication::Archived);
    Ok(stored.map_or_else(|| id.to_owned(), |stored| stored.record.name))
}

fn page(
    words: RecordLabels<'_>,
    address: &Address<'_>,
    records: &[Intervention],
    missing: Vec<String>,
    only: bool,
    site: &str,
) -> ComparePage {
    let t = words.t;
    let shown = &records[..records.len().min(MOST)];
    // One alone differs from nothing.
    let only = only && shown.len() > 1;
    let heading = t.count("compare-heading", shown.len());
    let mut head = Head::new(t, &heading, Section::Search, Some(words.vocabularies), words.today);
    head.noindex = true;
    let ids: Vec<&str> = shown.iter().map(|record| record.id.as_str()).collect();
    head.print(t, &format!("{site}{}", address.compare(&ids, only)), words.today);
    let column = |record: &Intervention| {
        let others: Vec<&str> = ids.iter().copied().filter(|id| *id != record.id.as_str()).collect();
        // The list goes along, so that one comes back to it with one more.
        let url = t.address(&intervention_page(&record.id), ids.iter().map(|id| ("id", *id)));
        Column { name: record.name.clone(), url, without: address.compare(&others, only) }
    };
    let mut rows = rows::rows(words, shown);
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
        too_many: (records.len() > MOST)
            .then(|| t.args("compare-too-many", &[("count", records.len().into()), ("shown", MOST.into())])),
        search: address.search(&ids),
        all_rows: address.compare(&ids, false),
        only_differences: address.compare(&ids, true),
        only,
        alike,
        t: t.clone(),
    }
}

/// The search that the interventions were chosen in goes along in every link.
struct Address<'a> {
    t: &'a Translator,
    query: &'a SearchQuery,
    view: Option<&'a str>,
}

impl Address<'_> {
    fn compare(&self, ids: &[&str], only: bool) -> String {
        let mut along = self.along(ids);
        along.extend(only.then(|| ("only", "differences".to_owned())));
        self.t.on("/jamfor", along).search(self.query)
    }

    fn search(&self, ids: &[&str]) -> String {
        self.t.on("/sok", self.along(ids)).search(self.query)
    }

    fn along(&self, ids: &[&str]) -> Vec<(&'static str, String)> {
        let view = self.view.map(|view| ("view", view.to_owned()));
        view.into_iter().chain(ids.iter().map(|id| ("id", (*id).to_owned()))).collect()
    }
}
