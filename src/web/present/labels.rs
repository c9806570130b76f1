//! Values of a record as text, the same on cards, pages and in titles.

use crate::web::present::letter_case::{capitalized, uncapitalized};
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::record::OrganizationId;
use catalogue::record::{AgeBand, CountyCode, Coverage, Intervention, PartialDate, Role, Status};
use catalogue::vocabulary::VocabularyName as V;
use jiff::ToSpan;
use jiff::civil::Date;

/// An intervention ends soon when at most this number of days are left.
const ENDS_SOON_DAYS: i32 = 92;

/// Builds labels for records in the language of a page. `today` determines the status.
#[derive(Clone, Copy)]
pub(crate) struct RecordLabels<'a> {
    pub(crate) t: &'a Translator,
    pub(crate) vocabularies: &'a Vocabularies,
    pub(crate) today: Date,
    /// Codes of the municipalities in the search, which are named before others.
    pub(crate) near: &'a [String],
}

/// Text and colour of a status tag (`data-color` of the design system).
pub(crate) struct StatusTag {
    pub(crate) text: String,
    pub(crate) color: &'static str,
}

/// The review of a record as text.
pub(crate) struct Review {
    pub(crate) text: String,
    /// Whether the page warns that the record may be out of date.
    pub(crate) may_be_stale: bool,
}

impl RecordLabels<'_> {
    /// The label of a code; the code itself when the vocabulary does not have it.
    pub(crate) fn label(&self, vocabulary: V, code: &str) -> String {
        self.vocabularies.get(vocabulary).get(code).map_or_else(|| code.to_owned(), |term| self.t.label(term))
    }

    fn labels(&self, vocabulary: V, codes: &[String]) -> Vec<String> {
        codes.iter().map(|code| self.label(vocabulary, code)).collect()
    }

    /// Labels separated by commas, such as `Nyanlända, behöver lära sig svenska, unga`; `None` without a code. There is
    /// no `och` before the last label: not all are nouns, and a person needs to fit only one.
    pub(crate) fn enumeration(&self, vocabulary: V, codes: &[String]) -> Option<String> {
        let labels = self.listed(vocabulary, codes);
        (!labels.is_empty()).then(|| self.t.commas(&labels))
    }

    /// The labels of codes; all except the first begin with a small letter.
    pub(crate) fn listed(&self, vocabulary: V, codes: &[String]) -> Vec<String> {
        let mut labels = self.labels(vocabulary, codes);
        labels.iter_mut().skip(1).for_each(|label| *label = uncapitalized(label));
        labels
    }

    /// The labels of the first `named` target groups, followed by the number of the others; `None` without a code.
    pub(crate) fn abridged_groups(&self, codes: &[String], named: usize) -> Option<String> {
        if codes.len() <= named {
            return self.enumeration(V::TargetGroups, codes);
        }
        let labels = self.listed(V::TargetGroups, &codes[..named]);
        let more = codes.len() - named;
        Some(self.t.args("groups-more", &[("first", self.t.commas(&labels).into()), ("count", more.into())]))
    }

    /// The label of the kind of intervention.
    pub(crate) fn kind(&self, record: &Intervention) -> String {
        self.label(V::Kinds, &record.kind)
    }

    /// The status, with the start or end date when the period states it.
    pub(crate) fn status(&self, record: &Intervention) -> StatusTag {
        let t = self.t;
        let dated = |key: &str, date: PartialDate| t.with(key, "date", t.date(date));
        let (text, color) = match (record.status(self.today), record.period.start, record.period.end) {
            (Status::Planned, Some(start), _) => (dated("status-planned-from", start), "info"),
            (Status::Ended, _, Some(end)) => (dated("status-ended-on", end), "neutral"),
            (Status::Ongoing, _, Some(end)) if end.last_day() <= self.today.saturating_add(ENDS_SOON_DAYS.days()) => {
                (dated("status-ends-soon", end), "warning")
            }
            (Status::Ongoing, ..) => (t.text("status-ongoing"), "success"),
            (Status::Planned, ..) => (t.text("status-planned"), "info"),
            (Status::Ended, ..) => (t.text("status-ended"), "neutral"),
            (Status::Unknown, ..) => (t.text("status-unknown"), "neutral"),
        };
        StatusTag { text, color }
    }

    /// The date of the last review by the owner, or else that of the newest source, as a sentence.
    pub(crate) fn review(&self, record: &Intervention) -> Review {
        let t = self.t;
        let text = match (record.last_reviewed, record.as_of) {
            (Some(day), _) => t.with("review-done", "date", t.day(day)),
            (None, Some(date)) => t.with("review-never", "date", t.date(date)),
            (None, None) => t.text("review-undated"),
        };
        Review { text, may_be_stale: record.is_stale(self.today) }
    }

    /// The same dates as [`Self::review`], as the value of a fact.
    pub(crate) fn review_date(&self, record: &Intervention) -> String {
        match (record.last_reviewed, record.as_of) {
            (Some(day), _) => self.t.day(day),
            (None, Some(date)) => self.t.with("checked-not-since", "date", self.t.date(date)),
            (None, None) => self.t.text("checked-never"),
        }
    }

    /// The age bands, such as `16–24 år`, as an enumeration. `None` when the record states none.
    pub(crate) fn ages(&self, record: &Intervention) -> Option<String> {
        let bands: Vec<String> = record.ages.iter().filter_map(|band| self.age_band(band)).collect();
        (!bands.is_empty()).then(|| self.t.list(&bands))
    }

    /// One age band; `None` when it has neither a lower nor an upper bound.
    pub(crate) fn age_band(&self, band: &AgeBand) -> Option<String> {
        let years = |age: catalogue::record::Age| u64::from(age.years());
        Some(match (band.min.map(years), band.max.map(years)) {
            (Some(min), Some(max)) if min == max => self.t.with("age-one", "age", min),
            (Some(min), Some(max)) => self.t.args("age-range", &[("min", min.into()), ("max", max.into())]),
            (Some(min), None) => self.t.with("age-from", "age", min),
            (None, Some(max)) => self.t.with("age-to", "age", max),
            (None, None) => return None,
        })
    }

    /// The places where participants live. At most `limit` municipalities are named, the others counted. `None` when
    /// the record states no place.
    pub(crate) fn place(&self, record: &Intervention, limit: usize) -> Option<String> {
        let mut parts = Vec::new();
        let mut municipalities: Vec<String> = Vec::new();
        for entry in &record.coverage {
            match entry {
                Coverage::National => parts.push(self.t.text("place-national")),
                Coverage::County(code) => parts.push(self.label(V::Counties, &code.to_string())),
                Coverage::Municipality(code) => municipalities.push(code.to_string()),
            }
        }
        parts.extend(self.take_whole_counties(&mut municipalities));
        municipalities.sort_by_key(|code| !self.near.contains(code));
        let names = self.labels(V::Municipalities, &municipalities);
        if names.len() > limit {
            parts.extend(names.iter().take(limit - 1).cloned());
            parts.push(self.t.count("place-more", names.len() - (limit - 1)));
        } else {
            parts.extend(names);
        }
        (!parts.is_empty()).then(|| capitalized(&self.t.list(&parts)))
    }

    /// Removes the municipalities of counties that are completely covered, and returns a phrase for each of these
    /// counties.
    fn take_whole_counties(&self, municipalities: &mut Vec<String>) -> Vec<String> {
        let mut counties: Vec<CountyCode> = municipalities.iter().filter_map(|c| c.get(..2)?.parse().ok()).collect();
        counties.dedup();
        let mut out = Vec::new();
        for county in counties {
            let all: Vec<&str> = self.vocabularies.municipalities_of(county).map(|t| t.code.as_str()).collect();
            if all.len() > 2 && all.iter().all(|code| municipalities.iter().any(|m| m == code)) {
                let label = self.label(V::Counties, &county.to_string());
                out.push(self.t.args("place-all-of", &[("count", all.len().into()), ("county", label.into())]));
                municipalities.retain(|code| !all.contains(&code.as_str()));
            }
        }
        out
    }

    /// The labels of the referral routes.
    pub(crate) fn routes(&self, record: &Intervention) -> Vec<String> {
        self.labels(V::ReferralRoutes, &record.referral.routes)
    }

    /// The name of an organisation; its id when it is unknown.
    pub(crate) fn organization(&self, id: &OrganizationId) -> String {
        self.vocabularies.organization(id).map_or_else(|| id.to_string(), |o| self.t.record(&o.name))
    }

    /// The names of the organisations in a role, as an enumeration; `None` when there is none.
    pub(crate) fn in_role(&self, record: &Intervention, role: Role) -> Option<String> {
        let names: Vec<String> = record.in_role(role).map(|id| self.organization(id)).collect();
        (!names.is_empty()).then(|| self.t.list(&names))
    }

    /// The period as text, with the dates that the record states.
    pub(crate) fn period(&self, record: &Intervention) -> String {
        let t = self.t;
        match (record.period.start, record.period.end) {
            (Some(start), Some(end)) => {
                t.args("period-both", &[("start", t.date(start).into()), ("end", t.date(end).into())])
            }
            (Some(start), None) => t.with("period-from", "start", t.date(start)),
            (None, Some(end)) => t.with("period-to", "end", t.date(end)),
            (None, None) => t.text("period-unknown"),
        }
    }
}
