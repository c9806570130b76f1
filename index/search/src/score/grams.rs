//! Scores of the character 4-grams of a whole text. They order records that the words score alike, so they are computed
//! for the best documents only.

use crate::disk::columns::{DocKey, TextLengths};
use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::error::SearchError;
use crate::score::matches::saturation;
use crate::snapshot::Snapshot;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings as _, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED, Term};

/// The score of the grams for each document, by BM25.
pub(crate) fn score_grams(snapshot: &Snapshot, grams: &[String], docs: &[DocKey]) -> Result<Vec<f32>, SearchError> {
    let mut order: Vec<usize> = (0..docs.len()).collect();
    order.sort_unstable_by_key(|at| docs[*at]);
    let mut scores = vec![0.0; docs.len()];
    let field = schema::get(snapshot.searcher.schema(), schema::GRAMS)?;
    let weights = &snapshot.length_weights()[TextLengths::GRAMS];
    let inverted: Vec<_> =
        snapshot.searcher.segment_readers().iter().map(|r| r.inverted_index(field)).collect::<Result<_, _>>()?;
    for gram in grams {
        let term = Term::from_field_text(field, gram);
        let infos: Vec<_> = inverted.iter().map(|i| i.get_term_info(&term)).collect::<Result<_, _>>()?;
        let mut matches = 0;
        for ((info, inverted), segment) in infos.iter().zip(&inverted).zip(&snapshot.segments) {
            if let Some(info) = info {
                matches += live_matches(info, inverted, &segment.deleted)?;
            }
        }
        let saturate = saturation(snapshot, matches);
        for of_segment in order.chunk_by(|one, two| docs[*one].0 == docs[*two].0) {
            let Some((segment, _)) = of_segment.first().map(|at| docs[*at]) else { continue };
            let Some(info) = &infos[segment] else { continue };
            let mut list = inverted[segment].read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
            let lengths = &snapshot.segments[segment].columns.lengths;
            for at in of_segment {
                let (_, doc) = docs[*at];
                if list.doc() < doc && list.seek(doc) == TERMINATED {
                    break;
                }
                if list.doc() == doc {
                    let length = TextLengths::byte(lengths[doc as usize], TextLengths::GRAMS);
                    scores[*at] += saturate(weights[usize::from(length)] * list.term_freq() as f32);
                }
            }
        }
    }
    let weight = snapshot.lexicon.ranking.grams;
    Ok(scores.into_iter().map(|score| score * weight).collect())
}

/// Number of live documents in a posting list. Only the deleted documents are looked up in it: they are few, because
/// merges remove them.
fn live_matches(info: &TermInfo, inverted: &InvertedIndexReader, deleted: &DocSet) -> Result<u64, SearchError> {
    let mut matches = u64::from(info.doc_freq);
    if deleted.is_empty() {
        return Ok(matches);
    }
    let mut list = inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    for doc in deleted {
        if list.doc() < doc && list.seek(doc) == TERMINATED {
            break;
        }
        matches -= u64::from(list.doc() == doc);
    }
    Ok(matches)
}
