//! One hit as a card.

use crate::web::pages::search::Shortlist;
use crate::web::pages::search::match_reason::reasons;
use crate::web::present::highlight;
use crate::web::present::labels::{RecordLabels, Review, StatusTag};
use crate::web::present::translator::Safe;
use catalogue::record::Role;
use index::Hit;

/// At most so many municipalities are named on a card.
const PLACES: usize = 5;
/// At most so many groups are named on a card: on a phone they are lines before the next hit.
const GROUPS: usize = 4;

pub(super) struct Card {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) picked: bool,
    pub(super) url: String,
    pub(super) name: Safe,
    /// Without marks.
    pub(super) plain_name: String,
    pub(super) status: StatusTag,
    pub(super) kind: String,
    pub(super) summary: Option<Safe>,
    /// Where in the longer text the words stand, when neither name nor summary shows it.
    pub(super) fragment: Option<Safe>,
    /// Why it is there, where the marked words do not show it.
    pub(super) reasons: Vec<String>,
    pub(super) groups: Option<String>,
    pub(super) ages: String,
    pub(super) place: Option<String>,
    pub(super) routes: Option<String>,
    pub(super) payers: Option<String>,
    pub(super) review: Review,
}

impl Card {
    pub(super) fn new(words: RecordLabels<'_>, hit: &Hit, number: usize, picked: &Shortlist<'_>) -> Self {
        let (t, record) = (words.t, &hit.record);
        // `highlight::html` escapes the text.
        let marked = |key: &str| hit.highlights.get(key).map(|h| Safe::trusted(t.record(&highlight::html(h))));
        let is_marked = hit.highlights.contains_key("name") || hit.highlights.contains_key("summary");
        let ages = words.ages(record).unwrap_or_else(|| t.text("age-not-stated"));
        let groups = words.some_groups(&record.target_groups, GROUPS);
        let routes = words.routes(record);
        Self {
            number,
            id: record.id.to_string(),
            picked: picked.has(&record.id),
            url: picked.carry_params(t, &record.id),
            plain_name: record.name.clone(),
            name: marked("name").unwrap_or_else(|| Safe::escaped(&record.name)),
            status: words.status(record),
            kind: words.kind(record),
            summary: marked("summary").or_else(|| record.summary.as_deref().map(Safe::escaped)),
            fragment: if is_marked { None } else { marked("description") },
            reasons: reasons(words, hit),
            ages: if groups.is_some() { crate::web::present::labels::uncapitalized(&ages) } else { ages },
            groups,
            place: words.place(record, PLACES),
            routes: (!routes.is_empty()).then(|| routes.join(". ")),
            payers: words.in_role(record, Role::Funder),
            review: words.review(record),
        }
    }
}
