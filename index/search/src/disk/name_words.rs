//! Finds records whose names contain given words.

use crate::disk::schema;
use crate::disk::terms::{Occurrence, term};
use crate::error::SearchError;
use catalogue::field::Zone;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Searcher, TERMINATED, Term};

/// Whether a record has all of these lower-case words in its name or its alternate names. Deleted records count until
/// their segment is merged.
pub(crate) fn is_within_name(searcher: &Searcher, words: &[String]) -> Result<bool, SearchError> {
    let field = schema::get(searcher.schema(), schema::FORMS)?;
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut common: Option<Vec<u32>> = None;
        for word in words {
            let term = Term::from_field_text(field, &term(word, Occurrence::Exact, Zone::Name));
            let mut docs = Vec::new();
            if let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? {
                while postings.doc() != TERMINATED {
                    docs.push(postings.doc());
                    postings.advance();
                }
            }
            if let Some(common) = &common {
                docs.retain(|doc| common.binary_search(doc).is_ok());
            }
            if docs.is_empty() {
                common = None;
                break;
            }
            common = Some(docs);
        }
        if common.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
