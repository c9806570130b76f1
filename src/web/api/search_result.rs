//! One hit of a search, and the labels that are sent with a record.

use super::echo::LabelLanguage;
use crate::web::http::schema;
use crate::web::links;
use crate::web::present::highlight;
use catalogue::Vocabularies;
use catalogue::record::{AgeBand, Coverage, Intervention, PartialDate, Participant, Period, Referral, Status};
use catalogue::vocabulary::VocabularyName;
use index::{Criterion, Hit};
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

/// Why a record is a hit.
#[derive(Serialize, ToSchema)]
struct MatchDetails<'a> {
    /// Two decimals; absent when the search has no words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    score: Option<f64>,
    /// Criteria of the search by parameter: `fits` or `not_stated`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    criteria: BTreeMap<&'a str, &'static str>,
    /// Words of the search that match through other words of the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<MatchedExpansion<'a>>,
    /// Texts of the record as HTML, matches in `<mark>`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    highlights: BTreeMap<&'static str, String>,
}

/// A word of the search, the word of the record that it matches, and the kind of expansion.
#[derive(Serialize, ToSchema)]
struct MatchedExpansion<'a> {
    from: &'a str,
    to: &'a str,
    how: &'static str,
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
    pub(super) fn new(hit: &'a Hit, vocabularies: &'a Vocabularies, today: Date, lang: LabelLanguage<'_>) -> Self {
        Self { r#match: Some(MatchDetails::new(hit)), ..Self::without_match(&hit.record, vocabularies, today, lang) }
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
    fn new(hit: &'a Hit) -> Self {
        let stated = |criterion: &Criterion| match criterion {
            Criterion::Fits => "fits",
            Criterion::NotStated => "not_stated",
        };
        Self {
            // Rounded to two decimals, so that the score is the same on every machine.
            score: hit.score.map(|s| (f64::from(s) * 100.0).round() / 100.0),
            criteria: hit.criteria.iter().map(|(k, c)| (*k, stated(c))).collect(),
            via: hit.via.iter().map(|v| MatchedExpansion { from: &v.from, to: &v.to, how: v.kind.as_str() }).collect(),
            highlights: highlight::all(hit),
        }
    }
}
