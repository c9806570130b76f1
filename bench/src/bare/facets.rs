//! Counts the values of facets.

use super::FACETS;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

/// Greatest number of values of a facet in an answer.
const MAX_VALUES: usize = 20;

/// The values of all facets, numbered once.
#[derive(Debug)]
pub(super) struct FacetValues {
    /// By facet.
    values: Vec<Vec<String>>,
    /// By segment and facet: the numbers of the values, by their ordinals in the segment.
    numbers: Vec<Vec<Vec<u32>>>,
}

impl FacetValues {
    pub(super) fn load(searcher: &Searcher) -> tantivy::Result<Self> {
        let mut of_segments: Vec<Vec<Vec<String>>> = Vec::new();
        for segment in searcher.segment_readers() {
            of_segments.push(FACETS.iter().map(|name| values(segment, name)).collect::<tantivy::Result<_>>()?);
        }
        let all = |facet: usize| -> Vec<String> {
            let distinct: BTreeSet<&String> = of_segments.iter().flat_map(|segment| &segment[facet]).collect();
            distinct.into_iter().cloned().collect()
        };
        let values: Vec<Vec<String>> = (0..FACETS.len()).map(all).collect();
        let number = |facet: usize, code: &String| values[facet].binary_search(code).unwrap_or_default() as u32;
        let of_segment = |segment: &Vec<Vec<String>>| {
            let numbered =
                segment.iter().enumerate().map(|(facet, codes)| codes.iter().map(|c| number(facet, c)).collect());
            numbered.collect()
        };
        Ok(Self { numbers: of_segments.iter().map(of_segment).collect(), values })
    }

    /// The most frequent values of a facet with their counts.
    pub(super) fn most_frequent(&self, facet: usize, counts: &[u64]) -> Vec<(&str, u64)> {
        let values = self.values[facet].iter().map(String::as_str).zip(counts.iter().copied());
        let mut found: Vec<(&str, u64)> = values.filter(|(_, count)| *count > 0).collect();
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        found.truncate(MAX_VALUES);
        found
    }
}

fn values(segment: &SegmentReader, name: &str) -> tantivy::Result<Vec<String>> {
    let Some(column) = segment.fast_fields().str(name)? else { return Ok(Vec::new()) };
    let mut out = Vec::with_capacity(column.num_terms());
    for ordinal in 0..column.num_terms() as u64 {
        let mut value = String::new();
        column.ord_to_str(ordinal, &mut value)?;
        out.push(value);
    }
    Ok(out)
}

/// Counts the values of some facets, given by position, in all matching documents.
pub(super) struct FacetCounter {
    pub(super) values: Arc<FacetValues>,
    pub(super) facets: Vec<usize>,
}

/// The counts of a segment.
pub(super) struct SegmentCounter {
    /// For each facet: its column, the numbers of its values, and the counts by number.
    facets: Vec<(Option<StrColumn>, Vec<u32>, Vec<u64>)>,
}

impl Collector for FacetCounter {
    /// By requested facet: the counts by value.
    type Fruit = Vec<Vec<u64>>;
    type Child = SegmentCounter;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentCounter> {
        let of_facet = |facet: &usize| {
            let column = reader.fast_fields().str(FACETS[*facet])?;
            let numbers = self.values.numbers[segment as usize][*facet].clone();
            Ok((column, numbers, vec![0; self.values.values[*facet].len()]))
        };
        Ok(SegmentCounter { facets: self.facets.iter().map(of_facet).collect::<tantivy::Result<_>>()? })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        let mut all: Vec<Vec<u64>> =
            self.facets.iter().map(|facet| vec![0; self.values.values[*facet].len()]).collect();
        for segment in segments {
            for (all, counts) in all.iter_mut().zip(segment) {
                all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
            }
        }
        Ok(all)
    }
}

impl SegmentCollector for SegmentCounter {
    type Fruit = Vec<Vec<u64>>;

    fn collect(&mut self, doc: DocId, _: Score) {
        for (column, numbers, counts) in &mut self.facets {
            let ordinals = column.as_ref().map(|column| column.term_ords(doc));
            for ordinal in ordinals.into_iter().flatten() {
                counts[numbers[ordinal as usize] as usize] += 1;
            }
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.facets.into_iter().map(|(.., counts)| counts).collect()
    }
}

/// The position of each facet by name.
pub(super) fn positions(names: &[String]) -> Vec<usize> {
    let known: HashMap<&str, usize> = FACETS.into_iter().enumerate().map(|(at, name)| (name, at)).collect();
    names.iter().filter_map(|name| known.get(name.as_str()).copied()).collect()
}
