//! The record: one intervention.

use crate::record::{
    AgeBand, Capacity, Contact, Cost, Coverage, InterventionId, Location, OrganizationRole, PartialDate, Role,
    Schedule, Source,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whom an intervention aims at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// At persons.
    #[default]
    Individual,
    /// At how organisations work.
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

/// Where a record is on its way to the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// Waiting for a reviewer.
    InReview,
    /// Seen by everyone.
    #[default]
    Published,
    /// Taken away; the id is never reused.
    Archived,
}

impl State {
    /// Every state, on the way to the public and away from it.
    pub const ALL: [State; 4] = [State::Draft, State::InReview, State::Published, State::Archived];

    /// Every state, by its name in the record.
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

    /// Whether a record in this state may be put into another: draft, in review, published, archived, and
    /// back from the archive. What the public has seen is never a draft again without having been
    /// archived, so that its address always answers with the record or with where it went.
    pub fn may_become(self, to: State) -> bool {
        match self {
            State::Draft | State::InReview | State::Archived => true,
            State::Published => matches!(to, State::Published | State::Archived),
        }
    }
}

/// What the owner set out to reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The goal in words.
    pub text: String,
    /// The number, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<serde_json::Number>,
    /// What the number counts, for example "personer" or "procent".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// When it runs; each end may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Period {
    /// It starts on the first day that this can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// It ends on the last day that this can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
}

impl Period {
    /// Whether neither end is known.
    pub fn is_unknown(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }
}

/// How one gets in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Referral {
    /// Codes of the vocabulary `referral_routes`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<String>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Referral {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.routes.is_empty() && self.text.is_none()
    }
}

fn other_kind() -> String {
    "other".to_owned()
}

/// One intervention (*insats*). The field's meaning is said once, in [`crate::field`]; what is not
/// known is absent. This type holds only what has passed [`crate::validate`].
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
    /// The organisations in a role, in the record's order.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &crate::record::OrganizationId> {
        self.organizations.iter().filter(move |o| o.role == role).map(|o| &o.id)
    }

    /// Whether any age at all is stated.
    pub fn states_age(&self) -> bool {
        self.ages.iter().any(AgeBand::is_stated)
    }

    /// Whether the record must be read with care on a day: its review is overdue or over a year
    /// old. A record that nobody has reviewed is not stale but unreviewed.
    pub fn is_stale(&self, today: Date) -> bool {
        let overdue = self.review_by.is_some_and(|day| day < today);
        let old = self.last_reviewed.is_some_and(|day| {
            day.saturating_add(jiff::Span::new().months(crate::record::status::FRESH_MONTHS)) < today
        });
        overdue || old
    }

    /// The last day on which its facts need no check: the agreed review, or twelve months after the
    /// latest one; where nobody has reviewed it, twelve months after the first day of its source's
    /// date. `None` when nothing says from when the facts are: then they need one.
    pub fn check_by(&self) -> Option<Date> {
        let known = self.last_reviewed.or(self.as_of.map(PartialDate::first_day))?;
        let fresh_until = known.saturating_add(jiff::Span::new().months(crate::record::status::FRESH_MONTHS));
        Some(self.review_by.map_or(fresh_until, |day| day.min(fresh_until)))
    }

    /// Whether somebody should check on a day that its facts still hold.
    pub fn needs_check(&self, today: Date) -> bool {
        self.check_by().is_none_or(|day| day < today)
    }
}
