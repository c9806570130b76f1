//! `/insats/{id}/andringar`: what has changed in what the public sees, and when. Neither who nor why,
//! and no values: what was taken back for good reason must not live on here.

use super::head::{Head, Section};
use super::html;
use super::reader::Reader;
use crate::app::AppState;
use crate::web::error::Problem;
use crate::web::extract::{Parameters, Segment};
use crate::web::record::{find_public, page_of};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::difference;
use catalogue::model::State as RecordState;
use catalogue::store::Revision;

/// Most revisions that are looked at: years of edits.
const MOST: i64 = 500;

#[derive(Template)]
#[template(path = "public/changes.html")]
struct ChangesPage {
    t: Reader,
    head: Head,
    name: String,
    back: String,
    revisions: Vec<Seen>,
}

/// One revision as the public saw it come.
struct Seen {
    day: String,
    sentences: Vec<String>,
}

/// Answers `GET /insats/{id}/andringar`.
pub(super) async fn show(
    State(state): State<AppState>,
    Segment(id): Segment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Reader::new(&state.texts, &parameters);
    let stored = find_public(&state.store, &id).await?;
    let snapshot = state.sync.snapshot().ok_or_else(Problem::not_ready)?;
    let mut revisions = state.store.revisions_before(&stored.record.id, i64::MAX, MOST).await?;
    revisions.reverse();
    let name = stored.record.name.clone();
    let mut head = Head::new(
        &t,
        &t.with("changes-title", "name", &name),
        Section::Search,
        Some(&snapshot.vocabularies),
        state.clock.today(),
    );
    head.noindex = true;
    let page = ChangesPage {
        head,
        name,
        back: t.path(&page_of(&stored.record.id)),
        revisions: seen(&t, &state, &revisions)?,
        t,
    };
    html(StatusCode::OK, &page)
}

/// What the public noticed of revisions, given from the first on; the newest first.
fn seen(t: &Reader, state: &AppState, revisions: &[Revision]) -> Result<Vec<Seen>, Problem> {
    let mut out = Vec::new();
    let mut public: Option<&Revision> = None;
    let mut was_public = false;
    for revision in revisions {
        let is_public = revision.record.state == RecordState::Published;
        let sentences = match (public, is_public) {
            (Some(before), true) => fields(t, before, revision)?,
            (None, true) if was_public => vec![t.text("changes-back")],
            (None, true) if revision.revision > 1 && revisions.len() as i64 == MOST => Vec::new(),
            (None, true) => vec![t.text("changes-published")],
            (Some(_), false) => vec![t.text("changes-archived")],
            (None, false) => Vec::new(),
        };
        public = is_public.then_some(revision);
        was_public |= is_public;
        if !sentences.is_empty() {
            let at = revision.at.parse().map_err(Problem::internal)?;
            out.push(Seen { day: t.day(state.clock.date_of(at)), sentences });
        }
    }
    out.reverse();
    Ok(out)
}

fn fields(t: &Reader, before: &Revision, after: &Revision) -> Result<Vec<String>, Problem> {
    let differences = difference::between(Some(&before.record), &after.record).map_err(Problem::internal)?;
    let names = |wanted: fn(&difference::Difference) -> bool| -> Vec<String> {
        let label = |d: &difference::Difference| super::words::uncapitalized(&t.text(&format!("field-{}", d.field)));
        differences.iter().filter(|d| wanted(d)).map(label).collect()
    };
    let added = names(|d| d.before.is_none());
    let changed = names(|d| d.before.is_some() && d.after.is_some());
    let removed = names(|d| d.after.is_none());
    let mut sentences = Vec::new();
    if !changed.is_empty() {
        sentences.push(t.with("changes-changed", "fields", t.list(&changed)));
    }
    if !added.is_empty() {
        sentences.push(t.with("changes-added", "fields", t.list(&added)));
    }
    if !removed.is_empty() {
        sentences.push(t.with("changes-removed", "fields", t.list(&removed)));
    }
    Ok(sentences)
}
