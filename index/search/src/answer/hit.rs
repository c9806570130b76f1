//! A hit as it is shown: the record, why it is there, and its marked words.

use crate::SearchError;
use crate::answer::highlight::Highlighter;
use crate::count::filter_set::SegmentView;
use crate::disk::document::StoredDocument;
use crate::disk::schema;
use crate::query::{ExpansionKind, MatchSpec, Plan, SearchQuery};
use crate::score::matcher::SegmentMatch;
use catalogue::field::{self, Field, Match};
use catalogue::{Intervention, Vocabularies};
use std::collections::BTreeMap;
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument};

/// How a hit meets a chosen criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// It states the fact, and that fits.
    Fits,
    /// It does not state the fact.
    NotStated,
}

/// One hit.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub record: Intervention,
    /// Its revision.
    pub revision: i64,
    /// Time of the first revision, RFC 3339.
    pub created: String,
    /// Time of the latest revision, RFC 3339.
    pub updated: String,
    /// Text × fit, when words were given and the order is by relevance.
    pub score: Option<f32>,
    /// How it meets each chosen criterion, by parameter.
    pub criteria: BTreeMap<&'static str, Criterion>,
    /// What led to it other than the words themselves.
    pub via: Vec<ExpansionMatch>,
    /// Texts with the words of the query marked, by key of the record.
    pub highlights: BTreeMap<&'static str, String>,
    /// Where the words stand when none of those texts has them.
    pub elsewhere: Option<MatchLocation>,
}

/// A place in a record that answers show no text of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchLocation {
    /// The labels and other words of a value: the parameter of its filter, and its code.
    Value(&'static str, String),
    /// Another text: its key.
    Field(&'static str),
}

/// What was typed, what was found instead, and how that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpansionMatch {
    /// The words as typed.
    pub from: String,
    /// What the record holds: a word, or codes.
    pub to: String,
    /// The codes, each with the parameter of its filter; none for words.
    pub values: Vec<(&'static str, String)>,
    /// How the one led to the other.
    pub how: ExpansionKind,
}

/// The words of a search and what they matched in one segment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MatchContext<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) marker: &'a Highlighter<'a>,
    pub(crate) segment: &'a SegmentMatch,
}

/// Loads one document as a hit.
pub(crate) fn load(
    searcher: &Searcher,
    address: DocAddress,
    score: Option<f32>,
    view: SegmentView<'_>,
    query: &SearchQuery,
    matched: Option<MatchContext<'_>>,
    vocabularies: &Vocabularies,
) -> Result<Hit, SearchError> {
    let StoredDocument { record, revision, created, updated } = read(searcher, address)?;
    let highlights = matched.map(|m| highlights(&record, m.marker)).unwrap_or_default();
    let unseen = matched.filter(|_| highlights.is_empty());
    Ok(Hit {
        elsewhere: unseen.and_then(|m| elsewhere(&record, m.marker, vocabularies)),
        criteria: criteria(view, address.doc_id, query),
        via: matched.map_or_else(Vec::new, |m| via(address.doc_id, m, view)),
        highlights,
        record,
        revision,
        created,
        updated,
        score,
    })
}

/// Reads the stored record of a document.
pub(crate) fn read(searcher: &Searcher, address: DocAddress) -> Result<StoredDocument, SearchError> {
    let document: TantivyDocument = searcher.doc(address)?;
    let field = schema::get(searcher.schema(), schema::RECORD)?;
    let bytes = document.get_first(field).and_then(|v| v.as_bytes()).ok_or(SearchError::Missing("a stored record"))?;
    Ok(serde_json::from_slice(bytes)?)
}

fn criteria(view: SegmentView<'_>, doc: u32, query: &SearchQuery) -> BTreeMap<&'static str, Criterion> {
    let mut out = BTreeMap::new();
    for filter in field::filters() {
        let asked = match filter.matching {
            Match::Age => query.asks_age(),
            _ => query.filters.contains_key(filter.parameter),
        };
        if !asked {
            continue;
        }
        let stated = view.stated(filter).contains(doc);
        // Where two filters share a group a hit may fit by the other one alone.
        let fits = match query.filters.get(filter.parameter) {
            Some(chosen) => chosen.codes.iter().any(|code| view.with_code(filter, code, query).contains(doc)),
            None => stated,
        };
        if !stated {
            out.insert(filter.parameter, Criterion::NotStated);
        } else if fits {
            out.insert(filter.parameter, Criterion::Fits);
        }
    }
    out
}

/// For each concept that the literal words do not meet: the first other way that does.
fn via(doc: u32, matched: MatchContext<'_>, view: SegmentView<'_>) -> Vec<ExpansionMatch> {
    let mut out = Vec::new();
    for (concept, led) in matched.plan.concepts.iter().zip(&matched.segment.ways) {
        let first = concept.ways.iter().zip(led).find(|(_, docs)| docs.contains(doc));
        let Some((way, _)) = first.filter(|(way, _)| way.kind != ExpansionKind::Literal) else { continue };
        let values: Vec<(&'static str, String)> = match &way.needs {
            MatchSpec::Codes(codes) => {
                let carried = codes.iter().filter(|(parameter, code)| view.carries(parameter, code, doc));
                carried.map(|(parameter, code)| (*parameter, code.clone())).collect()
            }
            _ => Vec::new(),
        };
        let to = if values.is_empty() {
            way.to.clone()
        } else {
            values.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ")
        };
        out.push(ExpansionMatch { from: concept.from.clone(), to, values, how: way.kind });
    }
    out
}

/// The first value whose words are those of the query, or else the first other text that has them.
fn elsewhere(record: &Intervention, marker: &Highlighter<'_>, vocabularies: &Vocabularies) -> Option<MatchLocation> {
    let has_words = |text: &String| marker.whole(text).is_some();
    let of_values = field::filters().find_map(|filter| {
        let Match::Codes { vocabulary, codes, .. } = &filter.matching else { return None };
        let code = codes(record, vocabularies).into_iter().find(|code| {
            field::term_words(std::slice::from_ref(code), *vocabulary, vocabularies).iter().any(has_words)
        })?;
        Some(MatchLocation::Value(filter.parameter, code))
    });
    of_values.or_else(|| {
        let has = |field: &&Field| field.search.is_some_and(|s| (s.text)(record, vocabularies).iter().any(has_words));
        field::fields().find(has).map(|field| MatchLocation::Field(field.key))
    })
}

/// Markdown without its commonest marks: a fragment is shown as text.
fn plain(markdown: &str) -> String {
    let line = |line: &str| line.trim_start_matches(['-', '*', '#', '>', ' ']).replace("**", "");
    markdown.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn highlights(record: &Intervention, marker: &Highlighter<'_>) -> BTreeMap<&'static str, String> {
    let mut out = BTreeMap::new();
    out.extend(marker.whole(&record.name).map(|html| ("name", html)));
    let summary = record.summary.as_deref().and_then(|text| marker.whole(text));
    out.extend(summary.map(|html| ("summary", html)));
    let description = record.description.as_deref().and_then(|text| marker.fragment(&plain(text)));
    out.extend(description.map(|html| ("description", html)));
    out
}
