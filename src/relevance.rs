//! Relevance figures of judged queries, measured with the same search as the API.

use anyhow::{Context, bail};
use catalogue::vocabulary::{VocabularyName, fold};
use catalogue::{Intervention, Vocabularies};
use index::query::parameter_name::{ENDED, PER_PAGE, Q};
use index::{SearchQuery, SearchResults, Snapshot};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// The kind of queries without relevant records.
pub const NO_RESULT: &str = "no-result";

/// Number of hits that are judged.
const HITS: &str = "20";

/// One judged query, which is one line of a judged file.
#[derive(Debug, Deserialize)]
pub struct Judged {
    /// The id, for reports.
    pub id: String,
    /// The words of the search.
    pub q: String,
    /// Filter values by parameter: a single value or a list.
    #[serde(default)]
    pub filters: BTreeMap<String, Value>,
    /// The kind of query, such as `synonym` or `typo`.
    pub kind: String,
    /// The relevant records; empty for the kind [`NO_RESULT`].
    #[serde(default, deserialize_with = "judgements")]
    pub relevant: Vec<Judgement>,
}

/// Reads judgements: a list, or an object with the grade of each id.
fn judgements<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Judgement>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        List(Vec<Judgement>),
        Grades(BTreeMap<String, u32>),
    }
    Ok(match Form::deserialize(deserializer)? {
        Form::List(judgements) => judgements,
        Form::Grades(grades) => {
            let judgement = |(id, grade)| Judgement { id: Some(id), name: None, place: None, grade };
            grades.into_iter().map(judgement).collect()
        }
    })
}

/// A relevant record of a query, identified by id, or by name and place.
#[derive(Debug, Deserialize)]
pub struct Judgement {
    /// The id of the record; `None` when a name identifies it.
    pub id: Option<String>,
    /// The name as in the source.
    pub name: Option<String>,
    /// Municipality or county, when the name is ambiguous.
    pub place: Option<String>,
    /// The grade of relevance. 3: the sought record; 2: clearly useful; 1: marginal.
    pub grade: u32,
}

/// The figures of one query.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The id of the query.
    pub id: String,
    /// The words of the search.
    pub q: String,
    /// The kind of query.
    pub kind: String,
    /// nDCG@10 of the hits followed by the related records, with gain 2^grade − 1; for a query without relevant records,
    /// 1 when it has neither.
    pub ndcg: f64,
    /// Recall@20.
    pub recall: f64,
    /// 1 / rank of the first record with grade 3; 0 when there is none.
    pub reciprocal_rank: f64,
    /// Ids of the first ten records: hits, then related ones.
    pub found: Vec<String>,
    /// The share of its hits on page 1 that are judged relevant; `None` without hits.
    pub precision: Option<f64>,
    /// Number of hits as a share of the catalogue.
    pub share_found: f64,
    /// Whether a record is relevant, and none is among the hits and the related records of page 1.
    pub is_dead_end: bool,
    /// The relevant records that are missing in the catalogue.
    pub unmatched: Vec<String>,
}

/// Parses a judged file: one JSON object per line.
///
/// # Errors
/// When a line is no judged query; the error names the line.
pub fn read(text: &str) -> anyhow::Result<Vec<Judged>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| serde_json::from_str(line).with_context(|| format!("line {}", i + 1))).collect()
}

/// Builds the search of a judged query.
///
/// # Errors
/// When a filter is faulty.
pub fn query(judged: &Judged, vocabularies: &Vocabularies) -> anyhow::Result<SearchQuery> {
    let mut pairs = vec![(Q.into(), judged.q.clone()), (ENDED.into(), "include".into())];
    pairs.push((PER_PAGE.into(), HITS.into()));
    for (name, value) in &judged.filters {
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            pairs.push((name.clone(), text));
        }
    }
    let (query, faults) = SearchQuery::parse(&pairs, vocabularies);
    match faults.first() {
        Some(fault) => bail!("{}: {fault}", judged.id),
        None => Ok(query),
    }
}

/// Runs a judged query.
///
/// # Errors
/// When a filter is faulty, or the index cannot be read.
pub fn score(judged: &Judged, snapshot: &Snapshot, records: &[Intervention], today: Date) -> anyhow::Result<Scored> {
    let results = index::search(snapshot, &query(judged, &snapshot.vocabularies)?, today)?;
    let scored = judge(judged, &Shown::of(&results), records, &snapshot.vocabularies);
    Ok(Scored { share_found: results.total as f64 / records.len().max(1) as f64, ..scored })
}

/// The first page of a search.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The ids of the hits and the related records, best first.
    pub ids: Vec<String>,
    /// How many of `ids` are hits.
    pub hits: usize,
}

impl Shown {
    /// What the results of a search show.
    pub fn of(results: &SearchResults) -> Self {
        let related = results.related.iter().map(|related| &related.hit);
        let ids = results.hits.iter().chain(related).map(|hit| hit.record.id.to_string()).collect();
        Self { ids, hits: results.hits.len() }
    }
}

/// Computes the figures of a query.
pub fn judge(judged: &Judged, shown: &Shown, records: &[Intervention], vocabularies: &Vocabularies) -> Scored {
    let (grades, unmatched) = grades(judged, records, vocabularies);
    let Shown { ids: found, hits } = shown;
    let are_relevant = |ids: &[String]| ids.iter().filter(|id| grades.contains_key(*id)).count();
    Scored {
        id: judged.id.clone(),
        q: judged.q.clone(),
        kind: judged.kind.clone(),
        ndcg: if grades.is_empty() { f64::from(u8::from(found.is_empty())) } else { ndcg(found, &grades) },
        recall: share(are_relevant(found), grades.len()),
        precision: (*hits > 0).then(|| share(are_relevant(&found[..*hits]), *hits)),
        reciprocal_rank: found
            .iter()
            .position(|id| grades.get(id) == Some(&3))
            .map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0)),
        is_dead_end: !grades.is_empty() && !found.iter().any(|id| grades.contains_key(id)),
        share_found: 0.0,
        found: found.iter().take(10).cloned().collect(),
        unmatched,
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn ndcg(found: &[String], grades: &BTreeMap<String, u32>) -> f64 {
    let gain = |grade: u32| f64::from(2_u32.pow(grade.min(5)) - 1);
    let discounted = |grades: &mut dyn Iterator<Item = u32>| -> f64 {
        grades.take(10).enumerate().map(|(rank, grade)| gain(grade) / (rank as f64 + 2.0).log2()).sum()
    };
    let mut best: Vec<u32> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let ideal = discounted(&mut best.into_iter());
    let reached = discounted(&mut found.iter().map(|id| grades.get(id).copied().unwrap_or(0)));
    reached / ideal
}

/// The grades of the judged records by id, and the judged records that are missing in the catalogue.
pub fn grades(
    judged: &Judged,
    records: &[Intervention],
    vocabularies: &Vocabularies,
) -> (BTreeMap<String, u32>, Vec<String>) {
    let mut grades = BTreeMap::new();
    let mut unmatched = Vec::new();
    for judgement in &judged.relevant {
        match find(judgement, records, vocabularies) {
            Some(record) => {
                grades.insert(record.id.to_string(), judgement.grade);
            }
            None => unmatched.push(judgement.name.clone().or_else(|| judgement.id.clone()).unwrap_or_default()),
        }
    }
    (grades, unmatched)
}

/// A name without a place in parentheses at its end.
fn without_place(name: &str) -> &str {
    name.rfind(" (").filter(|_| name.ends_with(')')).map_or(name, |end| &name[..end])
}

fn find<'a>(
    judgement: &Judgement,
    records: &'a [Intervention],
    vocabularies: &Vocabularies,
) -> Option<&'a Intervention> {
    if let Some(id) = &judgement.id {
        return records.iter().find(|r| r.id.as_str() == id);
    }
    let name = judgement.name.as_deref()?;
    let has_name = |record: &&Intervention, name: &str| {
        std::iter::once(&record.name).chain(&record.alternate_names).any(|n| fold(n) == fold(name))
    };
    let exact: Vec<&Intervention> = records.iter().filter(|r| has_name(r, name)).collect();
    let named =
        if exact.is_empty() { records.iter().filter(|r| has_name(r, without_place(name))).collect() } else { exact };
    let place = judgement.place.as_deref().unwrap_or_default();
    let is_in_place = |record: &&&Intervention| {
        let reached = vocabularies.reached_municipalities(&record.coverage);
        place.split("; ").any(|p| {
            let places = [VocabularyName::Municipalities, VocabularyName::Counties];
            let mut terms = places.iter().filter_map(|v| vocabularies.get(*v).resolve(p));
            terms.any(|term| reached.iter().any(|m| m.to_string() == term.code || m.county().to_string() == term.code))
        })
    };
    named.iter().find(is_in_place).or(named.first()).copied()
}

/// The mean of a figure over queries; 1 without queries.
pub fn mean<'a>(scored: impl Iterator<Item = &'a Scored>, figure: impl Fn(&Scored) -> f64) -> f64 {
    let (sum, count) = scored.fold((0.0, 0_u32), |(sum, count), s| (sum + figure(s), count + 1));
    if count == 0 { 1.0 } else { sum / f64::from(count) }
}

/// The mean precision of the queries with hits; 1 without such a query.
pub fn mean_precision<'a>(scored: impl Iterator<Item = &'a Scored>) -> f64 {
    let precisions: Vec<f64> = scored.filter_map(|s| s.precision).collect();
    if precisions.is_empty() { 1.0 } else { precisions.iter().sum::<f64>() / precisions.len() as f64 }
}
