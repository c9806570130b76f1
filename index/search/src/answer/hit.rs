//! A hit: the record, the reason for the hit, and its highlights.

use crate::answer::highlight::{Highlight, Highlighter};
use crate::disk::document::StoredDocument;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::lexicon::ExpansionKind;
use crate::query::{MatchSpec, SearchQuery};
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use crate::text::QueryWord;
use catalogue::field::{self, Field, Match};
use catalogue::{Intervention, Vocabularies};
use std::collections::BTreeMap;
use tantivy::DocAddress;

/// How a hit passes a chosen filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// The record states a chosen value.
    Fits,
    /// The record does not state the fact.
    NotStated,
}

/// One hit.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub record: Intervention,
    /// Number of its revision.
    pub revision: i64,
    /// Time of the first revision, RFC 3339.
    pub created: String,
    /// Time of the latest revision, RFC 3339.
    pub updated: String,
    /// The score; `None` for a search without words or in another order than relevance.
    pub score: Option<f32>,
    /// How it passes each chosen filter, by parameter; a filter is absent if the hit passes by another of its group.
    pub criteria: BTreeMap<&'static str, Criterion>,
    /// The expansions that matched it, one for each unit whose literal words did not.
    pub via: Vec<ExpansionMatch>,
    /// Texts that contain words of the query, by record key: `name`, `summary` or `description`.
    pub highlights: BTreeMap<&'static str, Highlight>,
    /// A location of the words if `highlights` is empty.
    pub elsewhere: Option<MatchLocation>,
}

/// A location in a record whose text is not highlighted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchLocation {
    /// The labels or other words of a filter value, as (parameter, code).
    Value(&'static str, String),
    /// Another text field, by key.
    Field(&'static str),
}

/// A query expansion that matched a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpansionMatch {
    /// The words as typed.
    pub from: String,
    /// The expanded words, or the matched codes.
    pub to: String,
    /// The matched codes, as (parameter, code); empty for words.
    pub values: Vec<(&'static str, String)>,
    /// The kind of expansion.
    pub kind: ExpansionKind,
}

/// Loads the hits of one search.
pub(super) struct HitLoader<'a> {
    snapshot: &'a Snapshot,
    query: &'a SearchQuery,
    words: Option<(&'a MatchedQuery, Highlighter<'a>)>,
}

impl<'a> HitLoader<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        query: &'a SearchQuery,
        words: Option<&'a MatchedQuery>,
        highlight_words: &'a [QueryWord],
    ) -> Self {
        Self { snapshot, query, words: words.map(|words| (words, Highlighter::new(highlight_words))) }
    }

    /// Loads one document as a hit.
    pub(super) fn load(
        &self,
        segment: usize,
        doc: u32,
        score: Option<f32>,
        view: SegmentView<'_>,
    ) -> Result<Hit, SearchError> {
        let address = DocAddress::new(segment as u32, doc);
        let StoredDocument { record, revision, created, updated } =
            StoredDocument::load(&self.snapshot.searcher, address)?;
        let mut hit = Hit {
            criteria: criteria(view, doc, self.query),
            via: Vec::new(),
            highlights: BTreeMap::new(),
            elsewhere: None,
            record,
            revision,
            created,
            updated,
            score,
        };
        if let Some((words, highlighter)) = &self.words {
            hit.via = expansion_matches(words, segment, doc, view);
            hit.highlights = highlights(&hit.record, highlighter);
            if hit.highlights.is_empty() {
                hit.elsewhere = elsewhere(&hit.record, highlighter, &self.snapshot.vocabularies);
            }
        }
        Ok(hit)
    }
}

fn criteria(view: SegmentView<'_>, doc: u32, query: &SearchQuery) -> BTreeMap<&'static str, Criterion> {
    let mut out = BTreeMap::new();
    for filter in field::filters() {
        let is_chosen = match filter.matching {
            Match::Age => query.asks_age(),
            _ => query.filters.contains_key(filter.parameter),
        };
        if !is_chosen {
            continue;
        }
        let is_stated = view.stated(filter).contains(doc);
        // A hit may pass by another filter of the same group.
        let fits = match query.filters.get(filter.parameter) {
            Some(chosen) => chosen.codes.iter().any(|c| view.with_code(filter, c, &query.variants).contains(doc)),
            None => is_stated,
        };
        if !is_stated {
            out.insert(filter.parameter, Criterion::NotStated);
        } else if fits {
            out.insert(filter.parameter, Criterion::Fits);
        }
    }
    out
}

/// For each unit whose literal words do not match, the first expansion that does.
fn expansion_matches(words: &MatchedQuery, segment: usize, doc: u32, view: SegmentView<'_>) -> Vec<ExpansionMatch> {
    let mut out = Vec::new();
    for (unit, matches) in words.plan.units.iter().zip(&words.segments[segment].expansions) {
        let first = unit.expansions.iter().zip(matches).find(|(_, docs)| docs.contains(doc));
        let Some((expansion, _)) = first.filter(|(e, _)| e.kind != ExpansionKind::Literal) else { continue };
        let values: Vec<(&'static str, String)> = match &expansion.spec {
            MatchSpec::Codes(codes) => {
                let carried = codes.iter().filter(|(parameter, code)| view.carries(parameter, code, doc));
                carried.map(|(parameter, code)| (*parameter, code.clone())).collect()
            }
            _ => Vec::new(),
        };
        let to = if values.is_empty() {
            expansion.to.clone()
        } else {
            values.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ")
        };
        out.push(ExpansionMatch { from: unit.from.clone(), to, values, kind: expansion.kind });
    }
    out
}

/// The first filter value whose words match the query, otherwise the first text field that matches.
fn elsewhere(
    record: &Intervention,
    highlighter: &Highlighter<'_>,
    vocabularies: &Vocabularies,
) -> Option<MatchLocation> {
    let matches = |text: &String| highlighter.matches(text);
    let value = field::filters().find_map(|filter| {
        let Match::Codes { vocabulary, codes, .. } = &filter.matching else { return None };
        let code = codes(record, vocabularies).into_iter().find(|code| {
            field::term_words(std::slice::from_ref(code), *vocabulary, vocabularies).iter().any(matches)
        })?;
        Some(MatchLocation::Value(filter.parameter, code))
    });
    value.or_else(|| {
        let has = |field: &&Field| field.search.is_some_and(|s| (s.text)(record, vocabularies).iter().any(matches));
        field::fields().find(has).map(|field| MatchLocation::Field(field.key))
    })
}

/// Removes the Markdown syntax of lists, headings, quotes and bold text: fragments are displayed as plain text.
fn plain_text(markdown: &str) -> String {
    let line = |line: &str| line.trim_start_matches(['-', '*', '#', '>', ' ']).replace("**", "");
    markdown.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn highlights(record: &Intervention, highlighter: &Highlighter<'_>) -> BTreeMap<&'static str, Highlight> {
    let name = highlighter.whole(&record.name);
    let summary = record.summary.as_deref().and_then(|text| highlighter.whole(text));
    let description = record.description.as_deref().and_then(|text| highlighter.fragment(&plain_text(text)));
    let highlights = [("name", name), ("summary", summary), ("description", description)];
    highlights.into_iter().filter_map(|(key, highlight)| Some((key, highlight?))).collect()
}
