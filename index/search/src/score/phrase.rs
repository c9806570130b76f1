//! Documents that contain words near one another.

use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::disk::terms::{Occurrence, term};
use crate::error::SearchError;
use crate::snapshot::Snapshot;
use crate::text::QueryWord;
use catalogue::field::Zone;
use tantivy::Term;
use tantivy::collector::DocSetCollector;
use tantivy::query::PhraseQuery;

/// The live documents in which the lemmas of at least two words follow one another in one text of a zone, with at most
/// `slop` positions between; by segment.
pub(crate) fn docs_with_phrase(
    snapshot: &Snapshot,
    words: &[QueryWord],
    zones: &[Zone],
    slop: u32,
) -> Result<Vec<DocSet>, SearchError> {
    let mut out = vec![DocSet::new(); snapshot.segments.len()];
    if words.len() < 2 {
        return Ok(out);
    }
    let field = schema::get(snapshot.searcher.schema(), schema::LEMMAS)?;
    for &zone in zones {
        let terms = words
            .iter()
            .map(|word| Term::from_field_text(field, &term(&word.lemma, Occurrence::Lemma, zone)))
            .enumerate();
        let query = PhraseQuery::new_with_offset_and_slop(terms.collect(), slop);
        for address in snapshot.searcher.search(&query, &DocSetCollector)? {
            out[address.segment_ord as usize].insert(address.doc_id);
        }
    }
    Ok(out)
}
