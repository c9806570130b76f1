//! Lists of scored documents, and the parts of their scores that depend on document frequencies.

use crate::disk::columns::DocSet;
use crate::error::SearchError;
use crate::snapshot::Snapshot;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, TERMINATED, Term};

/// Documents of one segment with their scores, in ascending order of document number.
pub(crate) type ScoredDocs = Vec<(u32, f32)>;

/// What a word or another condition matches.
#[derive(Debug, Clone)]
pub(crate) struct Matches {
    /// The matching documents, by segment.
    pub(crate) scored: Vec<ScoredDocs>,
    /// The documents that meet the condition, by segment.
    pub(crate) met: Vec<DocSet>,
}

impl Matches {
    pub(super) fn none(snapshot: &Snapshot) -> Self {
        let segments = snapshot.segments.len();
        Self { scored: vec![Vec::new(); segments], met: vec![DocSet::new(); segments] }
    }
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
        let mut docs = DocSet::new();
        if let Some(mut postings) = reader.inverted_index(field)?.read_postings(&term, IndexRecordOption::Basic)? {
            while postings.doc() != TERMINATED {
                docs.insert(postings.doc());
                postings.advance();
            }
        }
        out.push(docs & &segment.alive);
    }
    Ok(out)
}

/// The union of two lists; `combine` computes the score of a document that is in both.
pub(crate) fn merge(one: &[(u32, f32)], two: &[(u32, f32)], combine: impl Fn(f32, f32) -> f32) -> ScoredDocs {
    let mut out = Vec::with_capacity(one.len() + two.len());
    let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
    while let (Some(&&(a, x)), Some(&&(b, y))) = (one.peek(), two.peek()) {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => {
                out.push((a, x));
                one.next();
            }
            std::cmp::Ordering::Greater => {
                out.push((b, y));
                two.next();
            }
            std::cmp::Ordering::Equal => {
                out.push((a, combine(x, y)));
                one.next();
                two.next();
            }
        }
    }
    out.extend(one.chain(two));
    out
}

/// The intersection of two lists, with the sum of the scores.
pub(crate) fn intersect(one: &[(u32, f32)], two: &[(u32, f32)]) -> ScoredDocs {
    let mut two = two.iter().peekable();
    let mut out = Vec::new();
    for &(doc, score) in one {
        while two.peek().is_some_and(|(other, _)| *other < doc) {
            two.next();
        }
        if let Some((other, more)) = two.peek()
            && *other == doc
        {
            out.push((doc, score + more));
        }
    }
    out
}
