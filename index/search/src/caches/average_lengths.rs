//! Average lengths of the texts, and what follows from them for each length.

use crate::disk::columns::TextLengths;
use crate::disk::segment::Segment;

/// Average lengths of the texts of the live documents, by zone and for grams, at least 1.
#[derive(Debug)]
pub(crate) struct AverageLengths([f32; TextLengths::COUNT]);

impl AverageLengths {
    /// Adds up the lengths of the live documents.
    pub(crate) fn of(segments: &[Segment]) -> Self {
        let mut totals = [0_u64; TextLengths::COUNT];
        let mut documents = 0;
        for segment in segments {
            documents += segment.alive.len();
            for doc in &segment.alive {
                let bits = segment.columns.lengths[doc as usize];
                for (index, total) in totals.iter_mut().enumerate() {
                    *total += u64::from(TextLengths::length(TextLengths::byte(bits, index)));
                }
            }
        }
        Self(totals.map(|total| (total as f32 / documents.max(1) as f32).max(1.0)))
    }

    /// The weight of one occurrence by the byte of the length of its text: `weight` divided by the length
    /// normalisation of BM25 with the parameter `b`.
    pub(crate) fn weights(&self, index: usize, weight: f32, b: f32) -> [f32; 256] {
        let of_byte = |byte: usize| {
            let length = TextLengths::length(byte as u8) as f32;
            weight / (1.0 - b + b * length / self.0[index])
        };
        std::array::from_fn(of_byte)
    }
}
