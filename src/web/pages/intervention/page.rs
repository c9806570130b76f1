//! The page of one intervention.

use crate::app::AppState;
use crate::web::http::error::{Problem, RecordLink};
use crate::web::http::extract::{Parameters, PathSegment, Site};
use crate::web::http::record::{SIMILAR_SHOWN, find_public};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::intervention_page;
use crate::web::pages::components::fact_line::{FactLine, FactRow, cost};
use crate::web::pages::components::links::TextLink;
use crate::web::pages::components::page_parameter::{EASY_READ, ID};
use crate::web::pages::components::shortlist::Shortlist;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::intervention::contact::{JoinBox, place_and_contact_rows};
use crate::web::pages::intervention::facts::{explained_line, explained_lines, practical_facts, staff_facts};
use crate::web::pages::intervention::relations::{self, RelationLinks};
use crate::web::pages::intervention::sources::SourceSection;
use crate::web::pages::intervention::structured;
use crate::web::pages::respond::html;
use crate::web::present::filters;
use crate::web::present::html::Safe;
use crate::web::present::labels::{RecordLabels, StatusTag};
use crate::web::present::letter_case::uncapitalized;
use crate::web::present::markdown;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::Intervention;
use catalogue::record::{AgeBand, Level, PartialDate, Status};
use catalogue::vocabulary::VocabularyName as V;

/// The path of the comparison.
const COMPARE_PATH: &str = "/jamfor";

#[derive(Template)]
#[template(path = "pages/intervention.html")]
struct InterventionPage {
    t: Translator,
    head: Head,
    name: String,
    also_called: Option<String>,
    status: StatusTag,
    /// Whether the record states no period.
    no_period: bool,
    kind: FactLine,
    /// The level of an intervention for organisations; `None` for an intervention for persons.
    level: Option<String>,
    summary: Option<String>,
    /// Target groups with links to the glossary.
    groups: Vec<FactLine>,
    ages: String,
    place: Option<String>,
    cost: Option<String>,
    checked: String,
    warnings: Vec<RecordWarning>,
    join: Option<JoinBox>,
    /// Link to the text in easy Swedish, or back to the ordinary text.
    easy: Option<EasyReadLink>,
    sections: RecordTexts,
    practical: Vec<FactRow>,
    where_and_how: Vec<FactRow>,
    staff: Vec<FactRow>,
    related: Vec<RelationLinks>,
    similar: Vec<SimilarRecord>,
    sources: SourceSection,
    /// URL of the page of changes.
    changes: String,
    /// URL of the comparison of this intervention with the shortlist.
    compare: String,
    /// JSON-LD; `None` when the page is not to be indexed by search engines.
    data: Option<Safe>,
}

/// A warning above the text of the page.
struct RecordWarning {
    heading: String,
    text: String,
    link: Option<TextLink>,
}

/// A link to the page in easy Swedish, or back to the ordinary page.
struct EasyReadLink {
    text: String,
    url: String,
}

/// A similar intervention.
struct SimilarRecord {
    name: String,
    url: String,
    summary: Option<String>,
    status: StatusTag,
    runs: bool,
}

/// The longer texts. A text that is `None` has no heading either.
struct RecordTexts {
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
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    // Every page answers 503 before there is an index; the lookup below could answer 404.
    if state.indexer.snapshot().is_none() {
        return Err(Problem::not_ready());
    }
    let record = match find_public(&state.store, &id).await {
        Ok(stored) => t.intervention(stored.record),
        Err(problem) if problem.status() == StatusCode::GONE && problem.successor.is_none() => {
            return Err(Problem { similar: similar_to_archived(&state, &id).await?, ..problem });
        }
        Err(problem) => return Err(problem),
    };
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let related = relations::links(&t, index::relations(&snapshot, &record)?);
        let labels = RecordLabels { t: &t, vocabularies: &snapshot.vocabularies, today, near: &[] };
        let easy = parameters.get(EASY_READ) == Some("1");
        let similar = index::similar(&snapshot, &record, SIMILAR_SHOWN, today)?.into_iter().map(|hit| {
            let record = t.intervention(hit.record);
            let status = labels.status(&record);
            let runs = record.status(today) == Status::Ongoing;
            let url = t.path(&intervention_page(&record.id));
            SimilarRecord { url, name: record.name, summary: record.summary, status, runs }
        });
        let shortlist = Shortlist::read(&parameters).with(&record.id);
        let compare = t.address(COMPARE_PATH, shortlist.ids().iter().map(|id| (ID, id.as_str())));
        let mut page = page(labels, &record, related, similar.collect(), easy, compare);
        let address = format!("{site}{}", t.path(&intervention_page(&record.id)));
        page.head.print(&t, &address, today);
        if !page.head.noindex {
            page.data = Some(structured::data_block(labels, &record, &address));
        }
        html(StatusCode::OK, &page)
    })
    .await
}

/// The interventions that are most similar to an archived one; empty for an unknown id.
async fn similar_to_archived(state: &AppState, id: &str) -> Result<Vec<RecordLink>, Problem> {
    let Ok(id) = id.parse() else { return Ok(Vec::new()) };
    let Some(archived) = state.store.find(&id).await? else { return Ok(Vec::new()) };
    let today = state.clock.today();
    run_search(state, move |SearchIndex { snapshot, .. }| {
        let similar = index::similar(&snapshot, &archived.record, SIMILAR_SHOWN, today)?.into_iter();
        Ok(similar
            .map(|hit| RecordLink { url: intervention_page(&hit.record.id), id: hit.record.id, name: hit.record.name })
            .collect())
    })
    .await
}

fn page(
    labels: RecordLabels<'_>,
    record: &Intervention,
    related: Vec<RelationLinks>,
    similar: Vec<SimilarRecord>,
    easy: bool,
    compare: String,
) -> InterventionPage {
    let t = labels.t;
    let ended = record.status(labels.today) == Status::Ended;
    let title = if ended { t.with("ended-title", "name", &record.name) } else { record.name.clone() };
    let mut head = Head::new(t, &title, Section::Search, Some(labels.vocabularies), labels.today);
    let easy = easy && record.easy_read.is_some();
    // Search engines must not index ended interventions, nor the page in easy Swedish, which repeats the text.
    head.noindex = ended || easy;
    head.canonical = Some(t.path(&intervention_page(&record.id)));
    let ages = labels.ages(record).unwrap_or_else(|| t.text("age-not-stated"));
    let groups = labels.listed(V::TargetGroups, &record.target_groups);
    let groups = explained_lines(labels, V::TargetGroups, &record.target_groups, groups);
    InterventionPage {
        head,
        name: record.name.clone(),
        also_called: (!record.alternate_names.is_empty())
            .then(|| t.with("also-called", "names", t.list(&record.alternate_names))),
        status: labels.status(record),
        no_period: record.status(labels.today) == Status::Unknown,
        kind: explained_line(labels, V::Kinds, &record.kind, labels.kind(record)),
        level: (record.level == Level::Structural).then(|| labels.label(V::Levels, record.level.code())),
        summary: record.summary.clone(),
        ages: if groups.is_empty() { ages } else { uncapitalized(&ages) },
        groups,
        place: labels.place(record, usize::MAX),
        cost: cost(labels, record),
        checked: labels.review_date(record),
        warnings: warnings(labels, record, &related, &similar, ended),
        join: (!ended).then(|| JoinBox::new(labels, record)),
        easy: record.easy_read.as_ref().map(|_| EasyReadLink {
            text: t.text(if easy { "read-all" } else { "read-easy" }),
            url: if easy {
                t.path(&intervention_page(&record.id))
            } else {
                t.address(&intervention_page(&record.id), [(EASY_READ, "1")])
            },
        }),
        sections: record_texts(labels, record, easy),
        practical: practical_facts(labels, record),
        where_and_how: place_and_contact_rows(labels, record),
        staff: staff_facts(labels, record),
        sources: SourceSection::new(labels, record),
        changes: t.path(&format!("{}/andringar", intervention_page(&record.id))),
        related,
        similar,
        compare,
        data: None,
        t: t.clone(),
    }
}

fn warnings(
    labels: RecordLabels<'_>,
    record: &Intervention,
    related: &[RelationLinks],
    similar: &[SimilarRecord],
    ended: bool,
) -> Vec<RecordWarning> {
    let t = labels.t;
    let next = related.iter().find(|r| r.is_successor).and_then(|r| r.links.first());
    if ended {
        let when = record.period.end.map(|end| t.with(ended_when(end), "date", t.date(end))).unwrap_or_default();
        // The message `ended-similar` says that the similar interventions are running, so it needs all of them to run.
        let others = if similar.iter().all(|other| other.runs) { "ended-similar" } else { "ended-similar-any" };
        return vec![RecordWarning {
            heading: t.text("ended-heading"),
            text: format!("{when} {}", t.text("ended-text")).trim().to_owned(),
            link: next
                .map(|next| TextLink::new(t.with("successor", "name", &next.text), &next.url))
                .or_else(|| (!similar.is_empty()).then(|| TextLink::new(t.text(others), "#liknande"))),
        }];
    }
    let superseded = next.map(|next| RecordWarning {
        heading: t.text("superseded-heading"),
        text: t.text("superseded-text"),
        link: Some(TextLink::new(t.with("successor", "name", &next.text), &next.url)),
    });
    if !record.needs_check(labels.today) {
        return superseded.into_iter().collect();
    }
    let can_ask = record.contacts.iter().any(|c| c.phone.is_some());
    let advice = if can_ask { t.text("stale-call") } else { t.text("stale-ask") };
    let stale = RecordWarning {
        heading: t.text("stale-heading"),
        text: format!("{}. {advice}", labels.review(record).text),
        link: None,
    };
    superseded.into_iter().chain([stale]).collect()
}

/// Locale key of the sentence for the end date. Month precision has a message of its own.
fn ended_when(end: PartialDate) -> &'static str {
    if end.month().is_some() && end.day().is_none() { "ended-when-month" } else { "ended-when" }
}

fn record_texts(labels: RecordLabels<'_>, record: &Intervention, easy: bool) -> RecordTexts {
    let t = labels.t;
    let text = |markdown: &Option<String>| markdown.as_deref().map(|text| t.rich(text));
    let noted = record.ages.iter().filter(|band| band.note.is_some());
    let band = |band: &AgeBand| {
        let note = band.note.clone().unwrap_or_default();
        labels.age_band(band).map(|ages| t.args("age-noted", &[("ages", ages.into()), ("note", note.into())]))
    };
    RecordTexts {
        easy: if easy { text(&record.easy_read) } else { None },
        description: if easy { None } else { text(&record.description) },
        eligibility: if easy { None } else { text(&record.eligibility) },
        bands: noted.filter_map(band).collect(),
        steps: record.steps.iter().map(|step| t.record_html(markdown::render_line(step))).collect(),
        good_to_know: text(&record.good_to_know),
        for_staff: text(&record.for_staff),
    }
}
