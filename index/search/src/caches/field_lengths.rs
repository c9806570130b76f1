//! Average lengths of the text fields.

use crate::disk::segment::Segment;
use crate::error::SearchError;
use std::collections::BTreeMap;
use tantivy::Searcher;
use tantivy::schema::Field;

/// Average length of each text field over the live documents, in tokens, at least 1.
#[derive(Debug, Default)]
pub(crate) struct FieldLengths(BTreeMap<Field, f32>);

impl FieldLengths {
    /// Computes the averages from the field norms of the live documents.
    pub(crate) fn load(searcher: &Searcher, segments: &[Segment]) -> Result<Self, SearchError> {
        let mut lengths = BTreeMap::new();
        for (field, entry) in searcher.schema().fields() {
            if !entry.is_indexed() || !entry.has_fieldnorms() {
                continue;
            }
            let mut tokens = 0_u64;
            for (reader, segment) in searcher.segment_readers().iter().zip(segments) {
                let norms = reader.get_fieldnorms_reader(field)?;
                tokens += segment.alive.iter().map(|doc| u64::from(norms.fieldnorm(doc))).sum::<u64>();
            }
            lengths.insert(field, (tokens as f32 / searcher.num_docs().max(1) as f32).max(1.0));
        }
        Ok(Self(lengths))
    }

    /// The average length of a field; 1 for a field without field norms.
    pub(crate) fn average(&self, field: Field) -> f32 {
        self.0.get(&field).copied().unwrap_or(1.0)
    }
}
