//! The record: one intervention.

use crate::record::{
    AgeBand, Capacity, Contact, Cost, Coverage, InterventionId, Location, OrganizationRole, PartialDate, Role,
    Schedule, Source,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The level that an intervention works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Aimed at persons.
    #[default]
    Individual,
    /// Aimed at how organisations work.
    Structural,
}

impl Level {
    /// Its code in the vocabulary `levels`.
    pub fn code(self) -> &'static str {
        match self {
            Level::Individual => "individual",
            Level::Structural => "structural",
        }
    }
}

/// The editorial state of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is being written.
    Draft,
    /// It waits for a review.
    InReview,
    /// It is public.
    #[default]
    Published,
    /// It has been withdrawn. The id is never reused.
    Archived,
}

impl State {
    /// Every state, in the order of the editorial process.
    pub const ALL: [State; 4] = [State::Draft, State::InReview, State::Published, State::Archived];

    /// The name of every state in the record, in the order of [`State::ALL`].
    pub const NAMES: &'static [&'static str] = &["draft", "in_review", "published", "archived"];

    /// Its name in the record.
    pub fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::InReview => "in_review",
            State::Published => "published",
            State::Archived => "archived",
        }
    }

    /// Whether a record may change from this state to another. A published record must be archived before it can become
    /// a draft.
    pub fn may_become(self, to: State) -> bool {
        match self {
            State::Draft | State::InReview | State::Archived => true,
            State::Published => matches!(to, State::Published | State::Archived),
        }
    }
}

/// A goal that the owner has stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The goal as text.
    pub text: String,
    /// The target number, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<serde_json::Number>,
    /// Unit of the number, for example "personer" or "procent".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// The period in which an intervention runs; either end may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Period {
    /// It starts on the first day of this date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// It ends on the last day of this date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
}

impl Period {
    /// Whether neither end is known.
    pub fn is_unknown(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }
}

/// How to join an intervention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Referral {
    /// Codes of the vocabulary `referral_routes`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<String>,
    /// A description of the routes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Referral {
    /// Whether neither routes nor text are stated.
    pub fn is_empty(&self) -> bool {
        self.routes.is_empty() && self.text.is_none()
    }
}

fn other_kind() -> String {
    "other".to_owned()
}

/// One intervention (*insats*). [`crate::field`] defines the meaning of each field; unknown values are absent.
/// Values of this type have passed [`crate::validate`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "every member is documented in the field registry, which a test holds against this type"
)]
pub struct Intervention {
    pub id: InterventionId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternate_names: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_to_know: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_staff: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read: Option<String>,
    #[serde(default = "other_kind")]
    pub kind: String,
    #[serde(default)]
    pub level: Level,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ages: Vec<AgeBand>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Coverage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<OrganizationRole>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<String>,
    #[serde(default, skip_serializing_if = "Period::is_unknown")]
    pub period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<InterventionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succeeds: Option<InterventionId>,
    #[serde(default, skip_serializing_if = "Referral::is_empty")]
    pub referral: Referral,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<Schedule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_reviewed: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    #[serde(default)]
    pub state: State,
}

impl Intervention {
    /// Ids of the organisations in a role, in the order of the record.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &crate::record::OrganizationId> {
        self.organizations.iter().filter(move |o| o.role == role).map(|o| &o.id)
    }

    /// Whether at least one bound of an age band is stated.
    pub fn states_age(&self) -> bool {
        self.ages.iter().any(AgeBand::is_stated)
    }

    /// Whether the review of the record is overdue, or more than a year old, on a day. A record without a review is
    /// not stale but unreviewed.
    pub fn is_stale(&self, today: Date) -> bool {
        let overdue = self.review_by.is_some_and(|day| day < today);
        let old = self.last_reviewed.is_some_and(|day| {
            day.saturating_add(jiff::Span::new().months(crate::record::status::FRESH_MONTHS)) < today
        });
        overdue || old
    }

    /// The last day on which the facts need no check: the agreed review, or twelve months after the latest review;
    /// without a review, twelve months after the first day of `as_of`. `None` without any of these dates: the facts
    /// need a check now.
    pub fn check_by(&self) -> Option<Date> {
        let known = self.last_reviewed.or(self.as_of.map(PartialDate::first_day))?;
        let fresh_until = known.saturating_add(jiff::Span::new().months(crate::record::status::FRESH_MONTHS));
        Some(self.review_by.map_or(fresh_until, |day| day.min(fresh_until)))
    }

    /// Whether the facts need a check on a day.
    pub fn needs_check(&self, today: Date) -> bool {
        self.check_by().is_none_or(|day| day < today)
    }
}
