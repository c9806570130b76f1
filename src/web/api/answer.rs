//! The shapes of answers, from the model and the search.

use crate::web::http::extract::query_string;
use crate::web::http::record::page_of;
use crate::web::present::highlight;
use crate::web::present::letter_case::uncapitalized;
use catalogue::Vocabularies;
use catalogue::field;
use catalogue::record::{AgeBand, Coverage, Intervention, PartialDate, Participant, Period, Referral, Status};
use catalogue::vocabulary::VocabularyName;
use index::query::{DetectedFilter, DetectedValue};
use index::{Criterion, Facet, Hit, Interpretation, SearchQuery, SearchResults};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The language of labels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lang<'a>(pub(crate) &'a str);

/// One hit of a search.
#[derive(Serialize)]
pub(super) struct ResultItem<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    kind: &'a str,
    level: &'static str,
    status: Status,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    ages: &'a [AgeBand],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    coverage: &'a [Coverage],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    municipalities: Vec<MunicipalityLabel<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    target_groups: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    target_group_labels: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<Participant<'a>>,
    #[serde(skip_serializing_if = "Period::is_unknown")]
    period: Period,
    #[serde(skip_serializing_if = "Referral::is_empty")]
    referral: &'a Referral,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_reviewed: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_by: Option<Date>,
    r#match: MatchOf<'a>,
    url: String,
}

/// A municipality with its name.
#[derive(Serialize)]
pub(super) struct MunicipalityLabel<'a> {
    code: String,
    name: &'a str,
}

#[derive(Serialize)]
struct MatchOf<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    criteria: BTreeMap<&'a str, &'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    highlights: BTreeMap<&'static str, String>,
}

/// The municipalities that a record reaches, but for the whole nation, which would say nothing.
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
    lang: Lang<'_>,
) -> Vec<&'a str> {
    let groups = vocabularies.get(VocabularyName::TargetGroups);
    record.target_groups.iter().map(|code| groups.label(code, lang.0)).collect()
}

impl<'a> ResultItem<'a> {
    pub(super) fn new(hit: &'a Hit, vocabularies: &'a Vocabularies, today: Date, lang: Lang<'_>) -> Self {
        let record = &hit.record;
        let stated = |c: &Criterion| match c {
            Criterion::Fits => "fits",
            Criterion::NotStated => "not_stated",
        };
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
            r#match: MatchOf {
                // Two decimals tell hits apart and stay the same on every machine.
                score: hit.score.map(|s| (f64::from(s) * 100.0).round() / 100.0),
                criteria: hit.criteria.iter().map(|(k, c)| (*k, stated(c))).collect(),
                via: hit.via.iter().map(|v| json!({"from": v.from, "to": v.to, "how": v.kind.as_str()})).collect(),
                highlights: highlight::all(hit),
            },
            url: page_of(&record.id),
        }
    }
}

/// The counts that every search and facet answer begins with.
#[derive(Serialize)]
pub(super) struct Totals {
    total: u64,
    ended_left_out: u64,
    age_not_stated: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    broader_left_out: Option<u64>,
}

impl From<&SearchResults> for Totals {
    fn from(results: &SearchResults) -> Self {
        Self {
            total: results.total,
            ended_left_out: results.ended_left_out,
            age_not_stated: results.age_not_stated,
            broader_left_out: results.broader_left_out,
        }
    }
}

/// Facets by parameter, each value with its label.
pub(super) fn facets(facets: &[Facet], vocabularies: &Vocabularies, lang: Lang<'_>) -> Map<String, Value> {
    facets
        .iter()
        .filter_map(|facet| {
            let terms = vocabularies.get(field::filter(facet.parameter)?.vocabulary()?);
            let value = |v: &index::FacetValue| {
                let mut out = json!({
                    "value": v.code, "label": terms.label(&v.code, lang.0), "count": v.count, "selected": v.selected
                });
                if let Some(broader) = terms.get(&v.code).and_then(|t| t.broader.as_ref()) {
                    out["broader"] = json!(broader);
                }
                out
            };
            let values: Vec<Value> = facet.values.iter().map(value).collect();
            let mut out = Map::new();
            if !values.is_empty() {
                out.insert("values".into(), json!(values));
            }
            out.insert("not_stated".into(), json!(facet.not_stated));
            Some((facet.parameter.to_owned(), Value::Object(out)))
        })
        .collect()
}

/// How the words were understood; `None` when there is nothing to tell.
pub(super) fn interpretation(interpretation: Option<&Interpretation>, vocabularies: &Vocabularies) -> Option<Value> {
    let told = interpretation?;
    let labelled = |DetectedFilter { value, from }: &DetectedFilter, label: String| json!({"parameter": value.parameter(), "value": value.to_string(), "label": label, "from": from});
    let pairs = |pairs: &[(String, String)]| -> Vec<Value> {
        pairs.iter().map(|(from, to)| json!({"from": from, "to": to})).collect()
    };
    let detected = |filter: &DetectedFilter| labelled(filter, detected_label(&filter.value, vocabularies));
    let with_count = |mut filter: Value, count: &u64| {
        filter["count"] = json!(count);
        filter
    };
    let suggested = told
        .suggested
        .iter()
        .map(|(filter, count)| with_count(labelled(filter, value_label(&filter.value, vocabularies)), count));
    let dropped = told.dropped.iter().map(|(filter, count)| with_count(detected(filter), count));
    let mut out = Map::new();
    for (key, values) in [
        ("applied", told.applied.iter().map(detected).collect()),
        ("suggested", suggested.chain(dropped).collect()),
        ("corrected", pairs(&told.corrected)),
        ("expanded", pairs(&told.expanded)),
    ] {
        let values: Vec<Value> = values;
        if !values.is_empty() {
            out.insert(key.to_owned(), Value::Array(values));
        }
    }
    if !told.text.is_empty() {
        out.insert("text".to_owned(), json!(told.text));
    }
    (!out.is_empty()).then_some(Value::Object(out))
}

/// The Swedish label of a detected value. The contract has the sentence of a way in without its capital.
fn detected_label(value: &DetectedValue, vocabularies: &Vocabularies) -> String {
    let label = value_label(value, vocabularies);
    if value.parameter() == "referral" { uncapitalized(&label) } else { label }
}

/// The Swedish label of the value of a filter.
fn value_label(value: &DetectedValue, vocabularies: &Vocabularies) -> String {
    match value {
        DetectedValue::Age(ages) => format!("{} år", ages.to_string().replace('-', "–")),
        DetectedValue::Code { parameter, code } => {
            let vocabulary = field::filter(parameter).and_then(field::Filter::vocabulary);
            vocabulary.map_or(code.as_str(), |vocabulary| vocabularies.get(vocabulary).label(code, "sv")).to_owned()
        }
    }
}

/// Another search that is offered: what it is in words, the complete search and its true count.
pub(super) fn offer(label: &str, query: &SearchQuery, count: u64, lang: Lang<'_>) -> Value {
    let mut pairs: Vec<(String, String)> =
        query.to_pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    if lang.0 != "sv" {
        pairs.push(("lang".to_owned(), lang.0.to_owned()));
    }
    json!({"label": label, "parameters": echo(&pairs), "count": count})
}

/// The request as it was understood to be given: one value plain, several as a list.
pub(super) fn echo(pairs: &[(String, String)]) -> Map<String, Value> {
    let mut out: Map<String, Value> = Map::new();
    for (name, value) in pairs {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        match out.get_mut(name) {
            None => {
                out.insert(name.clone(), json!(value));
            }
            Some(Value::Array(values)) if !values.contains(&json!(value)) => values.push(json!(value)),
            Some(Value::String(first)) if first != value => {
                let values = json!([first.clone(), value]);
                out.insert(name.clone(), values);
            }
            Some(_) => {}
        }
    }
    out
}

/// Addresses of this answer and of its neighbours.
#[derive(Serialize)]
pub(super) struct Links {
    #[serde(rename = "self")]
    this: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    html: String,
}

const SEARCH: &str = "/api/v1/interventions";

impl Links {
    /// Links that repeat the search.
    pub(super) fn of(query: &SearchQuery, pages: u64, lang: Lang<'_>) -> Self {
        let address = |path: &str, query: &SearchQuery| {
            let mut pairs = query.to_pairs();
            if lang.0 != "sv" {
                pairs.push(("lang", lang.0.to_owned()));
            }
            let string = query_string(pairs.iter().map(|(n, v)| (*n, v.as_str())));
            if string.is_empty() { path.to_owned() } else { format!("{path}?{string}") }
        };
        let next = ((query.page as u64) < pages).then(|| SearchQuery { page: query.page + 1, ..query.clone() });
        let next = next.filter(|n| n.page * n.per_page <= index::query::MAX_DEPTH);
        Self { this: address(SEARCH, query), next: next.map(|n| address(SEARCH, &n)), html: address("/sok", query) }
    }

    /// Links that say nothing of what was searched for.
    pub(super) fn silent() -> Self {
        Self { this: format!("{SEARCH}/search"), next: None, html: "/sok".to_owned() }
    }
}
