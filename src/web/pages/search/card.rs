//! One hit as a card.

use crate::web::pages::components::shortlist::Shortlist;
use crate::web::pages::search::match_reason::reasons;
use crate::web::present::criteria::criteria;
use crate::web::present::highlight;
use crate::web::present::html::{Safe, escaped, trusted};
use crate::web::present::labels::{Review, StatusTag};
use crate::web::present::letter_case::uncapitalized;
use crate::web::present::search_context::UnderstoodSearch;
use crate::web::present::translator::Translator;
use catalogue::record::Role;
use index::{Criterion, Hit};

/// Number of criteria from which a card says how many of them the hit fits.
const MIN_CRITERIA: usize = 2;
/// Maximum number of municipalities that a card names.
const MAX_MUNICIPALITIES: usize = 5;
/// Maximum number of target groups that a card names: on a phone, each takes a line.
const MAX_GROUPS: usize = 4;

/// One hit. A text that the record does not state is `None`.
pub(super) struct Card {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) is_picked: bool,
    pub(super) url: String,
    pub(super) name: String,
    /// The name as HTML with `<mark>`; `None` when nothing in it is highlighted.
    pub(super) highlighted_name: Option<Safe>,
    pub(super) status: StatusTag,
    pub(super) kind: String,
    pub(super) summary: Option<Safe>,
    /// Snippet of the description; `None` when name or summary is highlighted.
    pub(super) fragment: Option<Safe>,
    /// The criteria that it meets and those that it does not state, as a sentence; `None` for fewer than two criteria.
    pub(super) fit: Option<String>,
    /// Reasons for the match that the highlights do not show.
    pub(super) reasons: Vec<String>,
    pub(super) groups: Option<String>,
    pub(super) ages: String,
    pub(super) place: Option<String>,
    pub(super) routes: Option<String>,
    pub(super) payers: Option<String>,
    pub(super) review: Review,
}

impl Card {
    fn new(search: &UnderstoodSearch<'_>, hit: &Hit, number: usize, shortlist: &Shortlist) -> Self {
        let (labels, t, record) = (search.labels(), search.t, &hit.record);
        // `highlight::html` escapes the text of the record.
        let highlighted = |key: &str| hit.highlights.get(key).map(|h| t.record_html(trusted(highlight::html(h))));
        let is_highlighted = hit.highlights.contains_key("name") || hit.highlights.contains_key("summary");
        let ages = labels.ages(record).unwrap_or_else(|| t.text("age-not-stated"));
        let groups = labels.abridged_groups(&record.target_groups, MAX_GROUPS);
        let routes = labels.routes(record);
        Self {
            number,
            id: record.id.to_string(),
            is_picked: shortlist.contains(&record.id),
            url: shortlist.page_url(t, &record.id),
            name: record.name.clone(),
            highlighted_name: highlighted("name"),
            status: labels.status(record),
            kind: labels.kind(record),
            summary: highlighted("summary").or_else(|| record.summary.as_deref().map(escaped)),
            fragment: if is_highlighted { None } else { highlighted("description") },
            fit: fit_line(search, hit),
            reasons: reasons(labels, hit),
            ages: if groups.is_some() { uncapitalized(&ages) } else { ages },
            groups,
            place: labels.place(record, MAX_MUNICIPALITIES),
            routes: (!routes.is_empty()).then(|| routes.join(". ")),
            payers: labels.in_role(record, Role::Funder),
            review: labels.review(record),
        }
    }

    /// Leaves out the texts that quote the words of the search.
    pub(super) fn hide_match(&mut self) {
        self.fit = None;
        self.reasons.clear();
    }
}

/// Hits as cards, numbered from 0.
pub(super) fn cards(search: &UnderstoodSearch<'_>, hits: &[Hit], shortlist: &Shortlist) -> Vec<Card> {
    hits.iter().enumerate().map(|(number, hit)| Card::new(search, hit, number, shortlist)).collect()
}

/// How many of the criteria of a search a hit fits, which ones, and what it does not state; `None` for fewer than two
/// criteria.
fn fit_line(search: &UnderstoodSearch<'_>, hit: &Hit) -> Option<String> {
    let t = search.t;
    let criteria = criteria(search, hit);
    if criteria.len() < MIN_CRITERIA {
        return None;
    }
    let texts = |fits: bool| -> Vec<String> {
        let chosen = criteria.iter().filter(|criterion| (criterion.outcome == Criterion::Fits) == fits);
        chosen.map(|criterion| criterion.text.clone()).collect()
    };
    let (met, unknown) = (texts(true), texts(false));
    let counts = [("met", met.len().into()), ("all", criteria.len().into())];
    let mut line = t.args("fit-count", &counts);
    for (key, texts) in [("fit-met", met), ("fit-unknown", unknown)] {
        if !texts.is_empty() {
            line.push(' ');
            line.push_str(&t.with(key, "what", t.commas(&texts)));
        }
    }
    Some(line)
}

/// Encloses the texts of hits in delimiters of foreign text; unchanged on a Swedish page.
pub(super) fn mark_foreign(t: &Translator, hits: Vec<Hit>) -> Vec<Hit> {
    hits.into_iter().map(|hit| Hit { record: t.intervention(hit.record), ..hit }).collect()
}
