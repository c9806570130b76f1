//! The stated ages of the documents of a segment.

use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::error::SearchError;
use tantivy::SegmentReader;

/// The stated ages of each document, with one bit for each year of age. Few combinations of years occur.
#[derive(Debug)]
pub(crate) struct AgeColumn {
    masks: Vec<u128>,
    /// The documents with each mask.
    docs: Vec<DocSet>,
    /// By document: position of its mask.
    of_doc: Vec<u32>,
    /// Position of the mask without a year.
    nothing: usize,
}

impl AgeColumn {
    /// Reads the column of a segment.
    pub(crate) fn load(segment: &SegmentReader) -> Result<Self, SearchError> {
        let column = segment.fast_fields().bytes(schema::AGES)?.ok_or(SearchError::Missing("the ages"))?;
        let mut bytes = Vec::new();
        let mut masks = Vec::with_capacity(column.num_terms());
        for ordinal in 0..column.num_terms() {
            bytes.clear();
            column.ord_to_bytes(ordinal as u64, &mut bytes)?;
            let mask: [u8; 16] = bytes.as_slice().try_into().map_err(|_| SearchError::Missing("whole ages"))?;
            masks.push(u128::from_le_bytes(mask));
        }
        let nothing = masks.iter().position(|mask| *mask == 0).unwrap_or_else(|| {
            masks.push(0);
            masks.len() - 1
        });
        let mut by_mask: Vec<Vec<u32>> = vec![Vec::new(); masks.len()];
        let mut of_doc = Vec::with_capacity(segment.max_doc() as usize);
        for doc in 0..segment.max_doc() {
            let at = column.term_ords(doc).next().map_or(nothing, |ordinal| ordinal as usize);
            by_mask[at].push(doc);
            of_doc.push(at as u32);
        }
        let docs = by_mask.into_iter().map(DocSet::of_ascending).collect();
        Ok(Self { masks, docs, of_doc, nothing })
    }

    /// The years of a document; 0 where no age is stated.
    pub(crate) fn get(&self, doc: u32) -> u128 {
        self.masks[self.of_doc[doc as usize] as usize]
    }

    /// The documents with any of the years, including deleted ones.
    pub(crate) fn with_any(&self, years: u128) -> DocSet {
        let mut out = DocSet::new();
        for (mask, docs) in self.masks.iter().zip(&self.docs) {
            if mask & years != 0 {
                out |= docs;
            }
        }
        out
    }

    /// The documents that state no age, including deleted ones.
    pub(crate) fn without(&self) -> &DocSet {
        &self.docs[self.nothing]
    }
}
