//! Documents that contain words near one another.

use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::disk::terms::{Occurrence, term};
use crate::error::SearchError;
use crate::snapshot::Snapshot;
use crate::text::QueryWord;
use catalogue::field::Zone;
use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::{DocSet as _, TERMINATED, Term};

/// The live documents in which the lemmas of at least two words follow one another in one text of a zone, with at most
/// `slop` positions between; by segment.
pub(crate) fn docs_with_phrase(
    snapshot: &Snapshot,
    words: &[QueryWord],
    zones: &[Zone],
    slop: u32,
) -> Result<Vec<DocSet>, SearchError> {
    if words.len() < 2 {
        return Ok(vec![DocSet::new(); snapshot.segments.len()]);
    }
    let field = schema::get(snapshot.searcher.schema(), schema::LEMMAS)?;
    let mut out: Vec<Vec<u32>> = vec![Vec::new(); snapshot.segments.len()];
    for &zone in zones {
        let terms = words
            .iter()
            .map(|word| Term::from_field_text(field, &term(&word.lemma, Occurrence::Lemma, zone)))
            .enumerate();
        let query = PhraseQuery::new_with_offset_and_slop(terms.collect(), slop);
        let weight = query.weight(EnableScoring::disabled_from_searcher(&snapshot.searcher))?;
        for (docs, reader) in out.iter_mut().zip(snapshot.searcher.segment_readers()) {
            let mut found = weight.scorer(reader, 1.0)?;
            while found.doc() != TERMINATED {
                docs.push(found.doc());
                found.advance();
            }
        }
    }
    let alive = snapshot.segments.iter().map(|segment| &segment.alive);
    Ok(out.into_iter().zip(alive).map(|(docs, alive)| docs.into_iter().collect::<DocSet>() & alive).collect())
}
