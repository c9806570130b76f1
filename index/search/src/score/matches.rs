//! Matching documents with their scores, and the parts of scores that depend on document frequencies.

use crate::disk::columns::DocKey;
use crate::disk::doc_set::DocSet;
use crate::error::SearchError;
use crate::snapshot::Snapshot;
use std::cmp::Ordering;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, TERMINATED, Term};

/// A document that matches a word or another condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DocMatch {
    pub(crate) doc: u32,
    pub(crate) score: f32,
    /// Whether the document meets the condition; it only matches it weakly otherwise.
    pub(crate) meets: bool,
}

/// The matching documents of one segment, in ascending order of document number.
pub(crate) type SegmentMatches = Vec<DocMatch>;

/// The matching documents, by segment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matches(pub(crate) Vec<SegmentMatches>);

impl Matches {
    pub(super) fn none(snapshot: &Snapshot) -> Self {
        Self(vec![Vec::new(); snapshot.segments.len()])
    }

    /// The match of a document.
    pub(crate) fn of(&self, (segment, doc): DocKey) -> Option<DocMatch> {
        let matches = self.0.get(segment)?;
        matches.binary_search_by_key(&doc, |found| found.doc).ok().map(|at| matches[at])
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &DocMatch> {
        self.0.iter().flatten()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut DocMatch> {
        self.0.iter_mut().flatten()
    }

    /// Number of documents that meet the condition.
    pub(crate) fn met_count(&self) -> u64 {
        self.iter().filter(|found| found.meets).count() as u64
    }

    /// Whether any of some documents of a segment matches.
    pub(crate) fn has_any_of(&self, segment: usize, docs: &DocSet) -> bool {
        let matches = &self.0[segment];
        // The smaller side is looked up in the other one.
        if (matches.len() as u64) < docs.len() {
            matches.iter().any(|found| docs.contains(found.doc))
        } else {
            docs.iter().any(|doc| matches.binary_search_by_key(&doc, |found| found.doc).is_ok())
        }
    }

    /// Adds other matches: a document that both have meets the condition by either; `combine` computes its score.
    pub(super) fn merge(&mut self, other: &Self, combine: impl Fn(f32, f32) -> f32) {
        for (one, other) in self.0.iter_mut().zip(&other.0) {
            if one.is_empty() {
                one.clone_from(other);
            } else if !other.is_empty() {
                *one = merge(one, other, &combine);
            }
        }
    }

    /// Keeps the documents that the other condition matches too, with the sum of the scores; they meet both.
    pub(super) fn intersect(&mut self, other: &Self) {
        for (matches, other) in self.0.iter_mut().zip(&other.0) {
            let mut other = other.iter().peekable();
            matches.retain_mut(|found| {
                while other.next_if(|other| other.doc < found.doc).is_some() {}
                let Some(other) = other.next_if(|other| other.doc == found.doc) else { return false };
                found.score += other.score;
                found.meets &= other.meets;
                true
            });
        }
    }
}

/// The matches of documents that are asked for in ascending order.
pub(super) struct AscendingMatches<'a>(&'a [DocMatch]);

impl<'a> AscendingMatches<'a> {
    pub(super) fn new(matches: &'a [DocMatch]) -> Self {
        Self(matches)
    }

    /// The match of a document. Skips are found in steps that double.
    pub(super) fn of(&mut self, doc: u32) -> Option<DocMatch> {
        let mut step = 1;
        while self.0.get(step).is_some_and(|found| found.doc <= doc) {
            self.0 = &self.0[step..];
            step *= 2;
        }
        let skipped = self.0[..step.min(self.0.len())].partition_point(|found| found.doc < doc);
        self.0 = &self.0[skipped..];
        self.0.first().filter(|found| found.doc == doc).copied()
    }
}

fn merge(one: &[DocMatch], two: &[DocMatch], combine: impl Fn(f32, f32) -> f32) -> SegmentMatches {
    let mut out = Vec::with_capacity(one.len() + two.len());
    let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
    while let (Some(&&a), Some(&&b)) = (one.peek(), two.peek()) {
        match a.doc.cmp(&b.doc) {
            Ordering::Less => {
                out.push(a);
                one.next();
            }
            Ordering::Greater => {
                out.push(b);
                two.next();
            }
            Ordering::Equal => {
                out.push(DocMatch { doc: a.doc, score: combine(a.score, b.score), meets: a.meets || b.meets });
                one.next();
                two.next();
            }
        }
    }
    out.extend(one.chain(two));
    out
}

/// Inverse document frequency of a match set of `matches` documents, for the hit rule and for codes.
pub(crate) fn idf(snapshot: &Snapshot, matches: u64) -> f32 {
    (1.0 + snapshot.len() as f32 / (matches as f32 + 1.0)).ln()
}

/// The saturation of BM25: the score of a weighted term frequency, for a term in `matches` documents.
pub(crate) fn saturation(snapshot: &Snapshot, matches: u64) -> impl Fn(f32) -> f32 + use<> {
    let k1 = snapshot.lexicon.ranking.k1;
    let (all, matches) = (snapshot.len() as f32, matches as f32);
    let idf = (1.0 + (all - matches + 0.5) / (matches + 0.5)).ln();
    move |frequency| idf * (k1 + 1.0) * frequency / (k1 + frequency)
}

/// The live documents that contain a term in a field, by segment.
pub(crate) fn docs_with_term(snapshot: &Snapshot, field: Field, text: &str) -> Result<Vec<DocSet>, SearchError> {
    let term = Term::from_field_text(field, text);
    let mut out = Vec::with_capacity(snapshot.segments.len());
    for (reader, segment) in snapshot.searcher.segment_readers().iter().zip(&snapshot.segments) {
        let mut docs = Vec::new();
        if let Some(mut postings) = reader.inverted_index(field)?.read_postings(&term, IndexRecordOption::Basic)? {
            while postings.doc() != TERMINATED {
                docs.push(postings.doc());
                postings.advance();
            }
        }
        out.push(DocSet::of_ascending(docs) & &segment.alive);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascending_documents_are_found() {
        let all: Vec<DocMatch> =
            [1, 2, 5, 6, 7, 20, 21, 90].map(|doc| DocMatch { doc, score: 1.0, meets: true }).to_vec();
        for step in 1..30 {
            let mut matches = AscendingMatches::new(&all);
            for doc in (0..100).step_by(step) {
                let known = all.iter().find(|found| found.doc == doc).copied();
                assert_eq!(matches.of(doc), known, "{doc} in steps of {step}");
            }
        }
    }
}
