//! `/insats/{id}/andringar`: the dates on which a public record changed, and the names of the changed fields. Authors,
//! reasons and values are left out, so that a withdrawn text is not published here.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::http::record::find_public;
use crate::web::links::intervention_page;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::present::filters;
use crate::web::present::letter_case::uncapitalized;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::diff;
use catalogue::record::State as RecordState;
use catalogue_store::Revision;

/// Maximum number of revisions that are read.
const MAX_REVISIONS: i64 = 500;

#[derive(Template)]
#[template(path = "pages/changes.html")]
struct ChangesPage {
    t: Translator,
    head: Head,
    name: String,
    back: String,
    revisions: Vec<RevisionView>,
}

/// The changes that one revision made to the public record.
struct RevisionView {
    day: String,
    sentences: Vec<String>,
}

/// Answers `GET /insats/{id}/andringar`.
pub(crate) async fn show(
    State(state): State<AppState>,
    PathSegment(id): PathSegment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let stored = find_public(&state.store, &id).await?;
    let snapshot = state.indexer.snapshot().ok_or_else(Problem::not_ready)?;
    let mut revisions = state.store.revisions_before(&stored.record.id, i64::MAX, MAX_REVISIONS).await?;
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
        back: t.path(&intervention_page(&stored.record.id)),
        revisions: revision_views(&t, &state, &revisions)?,
        t,
    };
    html(StatusCode::OK, &page)
}

/// The public changes, newest first. `revisions` are in ascending order.
fn revision_views(t: &Translator, state: &AppState, revisions: &[Revision]) -> Result<Vec<RevisionView>, Problem> {
    let mut out = Vec::new();
    let mut public: Option<&Revision> = None;
    let mut was_public = false;
    for revision in revisions {
        let is_public = revision.record.state == RecordState::Published;
        let sentences = match (public, is_public) {
            (Some(before), true) => changed_fields(t, before, revision)?,
            (None, true) if was_public => vec![t.text("changes-back")],
            (None, true) if revision.revision > 1 && revisions.len() as i64 == MAX_REVISIONS => Vec::new(),
            (None, true) => vec![t.text("changes-published")],
            (Some(_), false) => vec![t.text("changes-archived")],
            (None, false) => Vec::new(),
        };
        public = is_public.then_some(revision);
        was_public |= is_public;
        if !sentences.is_empty() {
            let at = revision.at.parse().map_err(Problem::internal)?;
            out.push(RevisionView { day: t.day(state.clock.date_of(at)), sentences });
        }
    }
    out.reverse();
    Ok(out)
}

/// One sentence each for the changed, added and removed fields.
fn changed_fields(t: &Translator, before: &Revision, after: &Revision) -> Result<Vec<String>, Problem> {
    let differences = diff::between(Some(&before.record), &after.record).map_err(Problem::internal)?;
    let names = |wanted: fn(&diff::Difference) -> bool| -> Vec<String> {
        let label = |d: &diff::Difference| uncapitalized(&t.text(&format!("field-{}", d.field)));
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
