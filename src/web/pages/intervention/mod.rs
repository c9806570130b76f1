//! `/insats/{id}`: one intervention.

mod contact;
mod facts;
mod relations;
mod sources;
mod structured;

pub(super) use contact::lines as contact_lines;
pub(super) use facts::{Line, cost, interpreter};
pub(crate) use relations::Relations;

use crate::app::AppState;
use crate::web::http::error::{Problem, RecordLink};
use crate::web::http::extract::{Parameters, PathSegment, Site};
use crate::web::http::record::{SIMILAR, find_public};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::intervention_page;
use crate::web::pages::compare;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::present::labels::{RecordLabels, StatusTag};
use crate::web::present::markdown;
use crate::web::present::translator::{Safe, Translator};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::Intervention;
use catalogue::record::{PartialDate, Role, Status};
use catalogue::vocabulary::VocabularyName as V;
use contact::Join;
use facts::FactRow;
use relations::Related;
use sources::Sources;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "pages/intervention.html")]
struct InterventionPage {
    t: Translator,
    head: Head,
    name: String,
    also_called: Option<String>,
    status: StatusTag,
    /// Whether the status says that the source states no period.
    no_period: bool,
    kind: Line,
    /// Said of what is for organisations, not for persons.
    level: Option<String>,
    summary: Option<String>,
    /// Who it is for, where, what it costs; each where it is stated.
    groups: Vec<Line>,
    ages: String,
    place: Option<String>,
    cost: Option<String>,
    checked: String,
    warnings: Vec<Warning>,
    join: Option<Join>,
    /// The way to the text in plain words, or back from it.
    easy: Option<Easy>,
    sections: Sections,
    practical: Vec<FactRow>,
    where_and_how: Vec<FactRow>,
    staff: Vec<FactRow>,
    related: Vec<Related>,
    similar: Vec<Similar>,
    sources: Sources,
    /// The page of its changes.
    changes: String,
    /// The way to compare it with others.
    compare: String,
    /// The record for programs; none of what is over.
    data: Option<Safe>,
}

/// Something that must be read first.
struct Warning {
    heading: String,
    text: String,
    link: Option<(String, String)>,
}

/// The same page in other words.
struct Easy {
    text: String,
    url: String,
}

/// Another intervention for the same people.
struct Similar {
    name: String,
    url: String,
    summary: Option<String>,
    status: StatusTag,
    runs: bool,
}

/// The texts of the page; what the record lacks has no heading either.
struct Sections {
    easy: Option<Safe>,
    description: Option<Safe>,
    eligibility: Option<Safe>,
    bands: Vec<String>,
    steps: Vec<Safe>,
    good_to_know: Option<Safe>,
    for_staff: Option<Safe>,
}

/// Answers `GET /insats/{id}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    PathSegment(id): PathSegment,
    Site(site): Site,
    parameters: Parameters,
    relations: Arc<Relations>,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    if state.sync.snapshot().is_none() {
        return Err(Problem::not_ready());
    }
    let record = match find_public(&state.store, &id).await {
        Ok(stored) => t.intervention(stored.record),
        Err(problem) if problem.status() == StatusCode::GONE && problem.successor.is_none() => {
            return Err(Problem { similar: in_place_of(&state, &id).await?, ..problem });
        }
        Err(problem) => return Err(problem),
    };
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let related = relations.of(&snapshot, &record, today)?;
        let words = RecordLabels { t: &t, vocabularies: &snapshot.vocabularies, today, near: &[] };
        let easy = parameters.get("ll") == Some("1");
        let similar = snapshot.similar(&record, SIMILAR, today)?.into_iter().map(|hit| {
            let record = t.intervention(hit.record);
            let status = words.status(&record);
            let runs = record.status(today) == Status::Ongoing;
            let url = t.path(&intervention_page(&record.id));
            Similar { url, name: record.name, summary: record.summary, status, runs }
        });
        let compare = compare_with(&t, &parameters, &record);
        let mut page = page(words, &record, related.into_links(&t), similar.collect(), easy, compare);
        let address = format!("{site}{}", t.path(&intervention_page(&record.id)));
        page.head.print(&t, &address, today);
        if !page.head.noindex {
            page.data = Some(structured::block(words, &record, &address));
        }
        html(StatusCode::OK, &page)
    })
    .await
}

/// The comparison of what is picked already, and this one.
fn compare_with(t: &Translator, parameters: &Parameters, record: &Intervention) -> String {
    let mut ids = compare::ids(parameters);
    ids.retain(|id| id != record.id.as_str());
    ids.push(record.id.to_string());
    t.address("/jamfor", ids.iter().map(|id| ("id", id.as_str())))
}

/// What is most like an intervention that has been taken out.
async fn in_place_of(state: &AppState, id: &str) -> Result<Vec<RecordLink>, Problem> {
    let Ok(id) = id.parse() else { return Ok(Vec::new()) };
    let Some(gone) = state.store.find(&id).await? else { return Ok(Vec::new()) };
    let today = state.clock.today();
    run_search(state, move |SearchIndex { snapshot, .. }| {
        let similar = snapshot.similar(&gone.record, SIMILAR, today)?.into_iter();
        Ok(similar
            .map(|hit| RecordLink { url: intervention_page(&hit.record.id), id: hit.record.id, name: hit.record.name })
            .collect())
    })
    .await
}

fn page(
    words: RecordLabels<'_>,
    record: &Intervention,
    related: Vec<Related>,
    similar: Vec<Similar>,
    easy: bool,
    compare: String,
) -> InterventionPage {
    let t = words.t;
    let ended = record.status(words.today) == Status::Ended;
    let title = if ended { t.with("ended-title", "name", &record.name) } else { record.name.clone() };
    let mut head = Head::new(t, &title, Section::Search, Some(words.vocabularies), words.today);
    let easy = easy && record.easy_read.is_some();
    // What is over, and the same text in other words, would only stand in the way elsewhere.
    head.noindex = ended || easy;
    head.canonical = Some(t.path(&intervention_page(&record.id)));
    let ages = words.ages(record).unwrap_or_else(|| t.text("age-not-stated"));
    let groups = words.listed(V::TargetGroups, &record.target_groups);
    let groups = facts::explained(words, V::TargetGroups, &record.target_groups, groups);
    InterventionPage {
        head,
        name: record.name.clone(),
        also_called: (!record.alternate_names.is_empty())
            .then(|| t.with("also-called", "names", t.list(&record.alternate_names))),
        status: words.status(record),
        no_period: record.status(words.today) == Status::Unknown,
        kind: facts::explained_one(words, V::Kinds, &record.kind, words.kind(record)),
        level: (record.level == catalogue::record::Level::Structural)
            .then(|| words.label(V::Levels, record.level.code())),
        summary: record.summary.clone(),
        ages: if groups.is_empty() { ages } else { crate::web::present::labels::uncapitalized(&ages) },
        groups,
        place: words.place(record, usize::MAX),
        cost: cost(words, record),
        checked: words.checked(record),
        warnings: warnings(words, record, &related, &similar, ended),
        join: (!ended).then(|| Join::new(words, record)),
        easy: record.easy_read.as_ref().map(|_| Easy {
            text: t.text(if easy { "read-all" } else { "read-easy" }),
            url: if easy {
                t.path(&intervention_page(&record.id))
            } else {
                t.address(&intervention_page(&record.id), [("ll", "1")])
            },
        }),
        sections: sections(words, record, easy),
        practical: facts::practical(words, record),
        where_and_how: contact::rows(words, record),
        staff: facts::staff(words, record),
        sources: Sources::new(words, record),
        changes: t.path(&format!("{}/andringar", intervention_page(&record.id))),
        related,
        similar,
        compare,
        data: None,
        t: t.clone(),
    }
}

fn warnings(
    words: RecordLabels<'_>,
    record: &Intervention,
    related: &[Related],
    similar: &[Similar],
    ended: bool,
) -> Vec<Warning> {
    let t = words.t;
    let next = related.iter().find(|r| r.is_successor).and_then(|r| r.links.first());
    if ended {
        let when = record.period.end.map(|end| t.with(ended_when(end), "date", t.date(end))).unwrap_or_default();
        // That they run is said only of those that are known to.
        let others = if similar.iter().all(|other| other.runs) { "ended-similar" } else { "ended-similar-any" };
        return vec![Warning {
            heading: t.text("ended-heading"),
            text: format!("{when} {}", t.text("ended-text")).trim().to_owned(),
            link: next
                .map(|(name, url)| (t.with("successor", "name", name), url.clone()))
                .or_else(|| (!similar.is_empty()).then(|| (t.text(others), "#liknande".to_owned()))),
        }];
    }
    let superseded = next.map(|(name, url)| Warning {
        heading: t.text("superseded-heading"),
        text: t.text("superseded-text"),
        link: Some((t.with("successor", "name", name), url.clone())),
    });
    if !record.needs_check(words.today) {
        return superseded.into_iter().collect();
    }
    let can_ask = record.contacts.iter().any(|c| c.phone.is_some());
    let advice = if can_ask { t.text("stale-call") } else { t.text("stale-ask") };
    let stale = Warning {
        heading: t.text("stale-heading"),
        text: format!("{}. {advice}", words.review(record).text),
        link: None,
    };
    superseded.into_iter().chain([stale]).collect()
}

/// How one says that something ended then: on a day, or in a month or year.
fn ended_when(end: PartialDate) -> &'static str {
    if end.month().is_some() && end.day().is_none() { "ended-when-month" } else { "ended-when" }
}

fn sections(words: RecordLabels<'_>, record: &Intervention, easy: bool) -> Sections {
    let t = words.t;
    let text = |markdown: &Option<String>| markdown.as_deref().map(|text| t.rich(text));
    let noted = record.ages.iter().filter(|band| band.note.is_some());
    let band = |band: &catalogue::record::AgeBand| {
        let note = band.note.clone().unwrap_or_default();
        words.age_band(band).map(|ages| t.args("age-noted", &[("ages", ages.into()), ("note", note.into())]))
    };
    Sections {
        easy: if easy { text(&record.easy_read) } else { None },
        description: if easy { None } else { text(&record.description) },
        eligibility: if easy { None } else { text(&record.eligibility) },
        bands: noted.filter_map(band).collect(),
        steps: record
            .steps
            .iter()
            .map(|step| Safe::trusted(t.record(&markdown::render_line(step).to_string())))
            .collect(),
        good_to_know: text(&record.good_to_know),
        for_staff: text(&record.for_staff),
    }
}

/// The organisations that answer for it, or else carry it out.
fn who_to_ask(words: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    words.in_role(record, Role::Owner).or_else(|| words.in_role(record, Role::Provider))
}
