//! Words in the inverted index, scored by BM25F: how often a word stands in a text's zones is added
//! up by the zones' weights and saturates once, so that a word repeated in every zone does not
//! outweigh two different words (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009).
//!
//! Frequencies and lengths are counted over live documents, so that a score depends neither on how
//! the records are spread over segments nor on which older revisions still lie in them.

use crate::answer::search::once;
use crate::disk::columns::DocSet;
use crate::lexicon::Ranking;
use crate::{SearchError, Snapshot};
use std::collections::BTreeMap;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, TERMINATED, Term};

/// Documents with scores, by document.
pub(crate) type ScoredDocs = Vec<(u32, f32)>;

/// Average lengths of the text fields, in tokens.
pub(crate) type FieldLengths = BTreeMap<Field, f32>;

impl Snapshot {
    fn average_length(&self, field: Field) -> Result<f32, SearchError> {
        let lengths = once(&self.lengths, || self.count_lengths())?;
        Ok(lengths.get(&field).copied().unwrap_or(1.0))
    }

    fn count_lengths(&self) -> Result<FieldLengths, SearchError> {
        let mut lengths = FieldLengths::new();
        for (field, entry) in self.searcher.schema().fields() {
            if !entry.is_indexed() || !entry.has_fieldnorms() {
                continue;
            }
            let mut tokens = 0_u64;
            for (reader, segment) in self.searcher.segment_readers().iter().zip(&self.segments) {
                let norms = reader.get_fieldnorms_reader(field)?;
                tokens += segment.alive.iter().map(|doc| u64::from(norms.fieldnorm(doc))).sum::<u64>();
            }
            lengths.insert(field, (tokens as f32 / self.len().max(1) as f32).max(1.0));
        }
        Ok(lengths)
    }

    /// Scores the live documents that hold a term in any of the fields, each with its weight.
    pub(crate) fn bm25f(
        &self,
        fields: &[(Field, f32)],
        text: &str,
        ranking: &Ranking,
    ) -> Result<Vec<ScoredDocs>, SearchError> {
        let mut frequencies: Vec<ScoredDocs> = vec![Vec::new(); self.segments.len()];
        for &(field, weight) in fields {
            let term = Term::from_field_text(field, text);
            let average = self.average_length(field)?;
            for (number, reader) in self.searcher.segment_readers().iter().enumerate() {
                let inverted = reader.inverted_index(field)?;
                let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::WithFreqs)? else { continue };
                let norms = reader.get_fieldnorms_reader(field)?;
                let mut of_field = Vec::new();
                while postings.doc() != TERMINATED {
                    let doc = postings.doc();
                    if self.segments[number].alive.contains(doc) {
                        let length = 1.0 - ranking.b + ranking.b * norms.fieldnorm(doc) as f32 / average;
                        of_field.push((doc, weight * postings.term_freq() as f32 / length));
                    }
                    postings.advance();
                }
                frequencies[number] = merge(&frequencies[number], &of_field, |a, b| a + b);
            }
        }
        let found: usize = frequencies.iter().map(Vec::len).sum();
        let (all, found) = (self.len() as f32, found as f32);
        let idf = (1.0 + (all - found + 0.5) / (found + 0.5)).ln();
        let saturated = |frequency: f32| idf * (ranking.k1 + 1.0) * frequency / (ranking.k1 + frequency);
        for (_, score) in frequencies.iter_mut().flatten() {
            *score = saturated(*score);
        }
        Ok(frequencies)
    }

    /// The live documents that hold a term in a field, by segment.
    pub(crate) fn holding(&self, field: Field, text: &str) -> Result<Vec<DocSet>, SearchError> {
        let term = Term::from_field_text(field, text);
        let mut out = Vec::with_capacity(self.segments.len());
        for (reader, segment) in self.searcher.segment_readers().iter().zip(&self.segments) {
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
}

/// Both lists, by document; where both have one, their scores together.
pub(crate) fn merge(one: &[(u32, f32)], two: &[(u32, f32)], both: impl Fn(f32, f32) -> f32) -> ScoredDocs {
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
                out.push((a, both(x, y)));
                one.next();
                two.next();
            }
        }
    }
    out.extend(one.chain(two));
    out
}

/// What is in both lists, scores added up.
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
