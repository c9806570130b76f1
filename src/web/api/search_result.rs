//! One hit of a search, and the labels that are sent with a record.

use super::echo::{LabelLanguage, as_object};
use crate::web::http::schema;
use crate::web::links;
use crate::web::present::criteria::criteria;
use crate::web::present::foreign_text::plain;
use crate::web::present::highlight;
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::Vocabularies;
use catalogue::field;
use catalogue::record::{AgeBand, Coverage, Intervention, PartialDate, Participant, Period, Referral, Status};
use catalogue::vocabulary::VocabularyName;
use index::{Criterion, ExpansionMatch, Hit, MatchLocation, RelatedReason};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One hit of a search.
#[derive(Serialize, ToSchema)]
pub(super) struct ResultItem<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    summary: Option<&'a str>,
    #[schema(schema_with = schema::kind)]
    kind: &'a str,
    #[schema(schema_with = schema::level)]
    level: &'static str,
    /// Derived from the period for today.
    #[schema(value_type = String)]
    status: Status,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(schema_with = schema::ages, required = false)]
    ages: &'a [AgeBand],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(schema_with = schema::coverage, required = false)]
    coverage: &'a [Coverage],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    municipalities: Vec<MunicipalityLabel<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(schema_with = schema::target_groups, required = false)]
    target_groups: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    target_group_labels: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<schema::Participant>, required = false)]
    organizations: Vec<Participant<'a>>,
    #[serde(skip_serializing_if = "Period::is_unknown")]
    #[schema(schema_with = schema::period, required = false)]
    period: Period,
    #[serde(skip_serializing_if = "Referral::is_empty")]
    #[schema(schema_with = schema::referral, required = false)]
    referral: &'a Referral,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = schema::as_of, required = false)]
    as_of: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = schema::last_reviewed, required = false)]
    last_reviewed: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = schema::review_by, required = false)]
    review_by: Option<Date>,
    /// Absent from lists of similar interventions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    r#match: Option<MatchDetails<'a>>,
    /// Its page.
    url: String,
}

/// A municipality with its name.
#[derive(Serialize, ToSchema)]
pub(super) struct MunicipalityLabel<'a> {
    code: String,
    name: &'a str,
}

/// Why a record is a hit, or related.
#[derive(Serialize, ToSchema)]
struct MatchDetails<'a> {
    /// Two decimals; absent when the search has no words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    score: Option<f64>,
    /// Criteria of the search by parameter, or by the words as typed: `fits`, `not_stated`, or for a related record
    /// `differs`.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    #[schema(value_type = BTreeMap<String, String>, required = false)]
    criteria: Vec<(String, &'static str)>,
    /// Texts of the criteria that it fits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    met: Vec<String>,
    /// Texts of the other criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    unmet: Vec<String>,
    /// Parts of the words that match through other words or values, or outside of the highlighted texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<MatchedExpansion<'a>>,
    /// Texts of the record as HTML, matches in `<mark>`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    highlights: BTreeMap<&'static str, String>,
    /// Why it is related: `words`, `neighbour`, `age` or `wider_group`; absent for a hit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    how: Option<&'static str>,
}

/// A part of the words, what it matches in the record, and how: the kind of expansion, or for the words as typed
/// `value` (the value of a filter) or `text` (another field).
#[derive(Serialize, ToSchema)]
struct MatchedExpansion<'a> {
    from: &'a str,
    to: String,
    how: &'static str,
    /// The field with the words, where the highlights do not show them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    field: Option<&'static str>,
}

/// The municipalities that a record covers. National coverage is ignored, because it would list all municipalities.
pub(super) fn municipalities<'a>(record: &Intervention, vocabularies: &'a Vocabularies) -> Vec<MunicipalityLabel<'a>> {
    let local: Vec<Coverage> = record.coverage.iter().filter(|c| **c != Coverage::National).copied().collect();
    let names = vocabularies.get(VocabularyName::Municipalities);
    let reached = vocabularies.reached_municipalities(&local);
    reached
        .into_iter()
        .filter_map(|code| {
            names.get(&code.to_string()).map(|t| MunicipalityLabel { code: code.to_string(), name: &t.label })
        })
        .collect()
}

/// The labels of a record's target groups.
pub(super) fn target_group_labels<'a>(
    record: &'a Intervention,
    vocabularies: &'a Vocabularies,
    lang: LabelLanguage<'_>,
) -> Vec<&'a str> {
    let groups = vocabularies.get(VocabularyName::TargetGroups);
    record.target_groups.iter().map(|code| groups.label(code, lang.0)).collect()
}

impl<'a> ResultItem<'a> {
    /// A hit; with `how`, a related record.
    pub(super) fn new(
        search: &UnderstoodSearch<'a>,
        hit: &'a Hit,
        how: Option<RelatedReason>,
        lang: LabelLanguage<'_>,
    ) -> Self {
        let details = MatchDetails::new(search, hit, how, lang);
        let without = Self::without_match(&hit.record, &search.snapshot.vocabularies, search.today, lang);
        Self { r#match: Some(details), ..without }
    }

    /// A record outside of a search, such as a similar intervention.
    pub(super) fn without_match(
        record: &'a Intervention,
        vocabularies: &'a Vocabularies,
        today: Date,
        lang: LabelLanguage<'_>,
    ) -> Self {
        Self {
            id: record.id.as_str(),
            name: &record.name,
            summary: record.summary.as_deref(),
            kind: &record.kind,
            level: record.level.code(),
            status: record.status(today),
            ages: &record.ages,
            coverage: &record.coverage,
            municipalities: municipalities(record, vocabularies),
            target_groups: &record.target_groups,
            target_group_labels: target_group_labels(record, vocabularies, lang),
            organizations: vocabularies.participants(record),
            period: record.period,
            referral: &record.referral,
            as_of: record.as_of,
            last_reviewed: record.last_reviewed,
            review_by: record.review_by,
            r#match: None,
            url: links::intervention_page(&record.id),
        }
    }
}

impl<'a> MatchDetails<'a> {
    fn new(search: &UnderstoodSearch<'_>, hit: &'a Hit, how: Option<RelatedReason>, lang: LabelLanguage<'_>) -> Self {
        let criteria = criteria(search, hit);
        let texts = |fits: bool| {
            let chosen = criteria.iter().filter(|criterion| (criterion.outcome == Criterion::Fits) == fits);
            chosen.map(|criterion| plain(&criterion.text)).collect()
        };
        Self {
            // Rounded to two decimals, so that the score is the same on every machine.
            score: hit.score.map(|s| (f64::from(s) * 100.0).round() / 100.0),
            met: texts(true),
            unmet: texts(false),
            criteria: criteria.into_iter().map(|criterion| (criterion.key, outcome(criterion.outcome))).collect(),
            via: hit.via.iter().map(|via| MatchedExpansion::new(via, &search.snapshot.vocabularies, lang)).collect(),
            highlights: highlight::all(hit),
            how: how.map(RelatedReason::as_str),
        }
    }
}

fn outcome(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Fits => "fits",
        Criterion::NotStated => "not_stated",
        Criterion::Differs => "differs",
    }
}

impl<'a> MatchedExpansion<'a> {
    fn new(via: &'a ExpansionMatch, vocabularies: &Vocabularies, lang: LabelLanguage<'_>) -> Self {
        let typed = via.to.is_empty() && via.values.is_empty();
        let (field, to, how) = match &via.location {
            Some(MatchLocation::Value(parameter, code)) => {
                let vocabulary = field::filter(parameter).and_then(field::Filter::vocabulary);
                let label = vocabulary.map_or(code.as_str(), |name| vocabularies.get(name).label(code, lang.0));
                (Some(*parameter), label.to_owned(), "value")
            }
            Some(MatchLocation::Field(key)) => (Some(*key), (*key).to_owned(), "text"),
            None => (None, via.to.clone(), via.kind.as_str()),
        };
        let (to, how) = if typed { (to, how) } else { (via.to.clone(), via.kind.as_str()) };
        Self { from: &via.from, to, how, field }
    }
}
