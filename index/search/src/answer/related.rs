//! Related records: no hits, but near to what the search asks for.

use crate::answer::fit::local_docs;
use crate::answer::hit::{Hit, HitLoader};
use crate::answer::sort::{self, Ranked};
use crate::count::filter_set::FilterSet;
use crate::count::selection::{Selection, apply_filters};
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::query::{Chosen, DEFAULT_RELATED, DetectedFilter, SearchQuery};
use crate::snapshot::Snapshot;
use catalogue::field::parameter::{COUNTY, MUNICIPALITY, TARGET_GROUP};
use catalogue::field::{self, Match};
use catalogue::record::{Age, AgeRange};
use catalogue::vocabulary::VocabularyName;

/// Why a record is related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelatedReason {
    /// It meets a smaller part of the words.
    Words,
    /// It is in a municipality next to the chosen one.
    Neighbour,
    /// Its ages miss the chosen ones by a few years.
    Age,
    /// It is for a group that contains the chosen one.
    WiderGroup,
}

impl RelatedReason {
    /// Its name in an API response.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Neighbour => "neighbour",
            Self::Age => "age",
            Self::WiderGroup => "wider_group",
        }
    }
}

/// A related record.
#[derive(Debug, Clone)]
pub struct RelatedHit {
    /// The record with what it meets.
    pub hit: Hit,
    /// Why it is related.
    pub reason: RelatedReason,
}

/// Greatest number of related records of a search: none beyond page 1, and by default none beside enough hits.
fn limit(snapshot: &Snapshot, query: &SearchQuery, total: u64, is_swedish: bool) -> usize {
    let has_enough = is_swedish && total >= snapshot.lexicon.ranking.limits.enough_hits;
    match query.related {
        _ if query.page > 1 => 0,
        Some(limit) => limit,
        None if has_enough || query.is_everything() => 0,
        None => DEFAULT_RELATED,
    }
}

/// The related records of a selection, the best first: those that pass all filters and meet a part of the words, then
/// those that meet the words and miss exactly one of place, age and target group.
pub(super) fn related(
    snapshot: &Snapshot,
    selection: &Selection<'_>,
    loader: &HitLoader<'_>,
) -> Result<Vec<RelatedHit>, SearchError> {
    let query = &selection.reading.query;
    let is_swedish = selection.words.as_ref().is_none_or(|words| words.plan.is_swedish);
    let limit = limit(snapshot, query, selection.total(), is_swedish);
    if limit == 0 {
        return Ok(Vec::new());
    }
    let mut taken = selection.hits();
    let mut out: Vec<(Ranked, RelatedReason)> = Vec::new();
    let mut take = |docs: Vec<DocSet>, query: &SearchQuery, reason: RelatedReason| {
        let fresh: Vec<DocSet> = docs.iter().zip(&taken).map(|(docs, taken)| docs - taken).collect();
        let ranked = sort::first(query, snapshot, selection, &fresh, limit.saturating_sub(out.len()))?;
        out.extend(ranked.into_iter().map(|ranked| (ranked, reason)));
        taken.iter_mut().zip(docs).for_each(|(taken, docs)| *taken |= &docs);
        Ok::<_, SearchError>(())
    };
    take(selection.partial(), query, RelatedReason::Words)?;
    take(in_read_place(selection), query, RelatedReason::Words)?;
    for (wider, reason) in with_one_criterion_missed(snapshot, query) {
        let segments = apply_filters(
            snapshot,
            &wider,
            selection.words.as_ref().map(|words| words.hits.as_slice()),
            selection.today,
        );
        take(segments.into_iter().map(|(_, set)| set.into_hits()).collect(), &wider, reason)?;
    }
    let load = |(ranked, reason): (Ranked, RelatedReason)| {
        let view = selection.segments[ranked.segment].0;
        Ok(RelatedHit { hit: loader.load(ranked.segment, ranked.doc, ranked.score, view)?, reason })
    };
    out.into_iter().map(load).collect()
}

/// The documents that the place of the words lists directly and that pass the filters, by segment: they meet the place
/// and the age, and nothing else of the words. None where nothing in the catalogue matches the words.
fn in_read_place(selection: &Selection<'_>) -> Vec<DocSet> {
    let none = || vec![DocSet::new(); selection.segments.len()];
    let Some(words) = &selection.words else { return none() };
    let is_place = |filter: &DetectedFilter| [MUNICIPALITY, COUNTY].contains(&filter.value.parameter());
    let is_known =
        words.hits.iter().zip(&words.partial).any(|(hits, partial)| !(hits.docs.is_empty() && partial.is_empty()));
    if !is_known || !selection.reading.detected.iter().any(is_place) {
        return none();
    }
    let of_place = |(view, _): &(SegmentView<'_>, FilterSet)| {
        let local = local_docs(*view, &selection.reading.query).unwrap_or_default();
        FilterSet::new(*view, &selection.reading.query, None).into_hits() & &local
    };
    selection.segments.iter().map(of_place).collect()
}

/// The search with a wider place, age or target group, one at a time.
fn with_one_criterion_missed(snapshot: &Snapshot, query: &SearchQuery) -> Vec<(SearchQuery, RelatedReason)> {
    let mut out = Vec::new();
    if let Some(chosen) = query.filters.get(MUNICIPALITY) {
        let municipalities = snapshot.vocabularies.get(VocabularyName::Municipalities);
        let terms = chosen.codes.iter().filter_map(|code| municipalities.get(code));
        let codes: Vec<String> = terms.flat_map(|term| term.neighbours.iter().cloned()).collect();
        if !codes.is_empty() {
            let mut wider = query.clone();
            wider.filters.insert(MUNICIPALITY, Chosen { codes, not_stated: false });
            out.push((wider, RelatedReason::Neighbour));
        }
    }
    if !query.ages.is_empty() {
        let years = snapshot.lexicon.ranking.limits.related_years;
        let ages = query.ages.iter().map(|range| widened(*range, years)).collect();
        out.push((SearchQuery { ages, age_strict: true, ..query.clone() }, RelatedReason::Age));
    }
    let variant = field::filter(TARGET_GROUP).and_then(|filter| match &filter.matching {
        Match::Codes { variant, .. } => variant.as_ref(),
        _ => None,
    });
    if let (Some(variant), true) = (variant, query.filters.contains_key(TARGET_GROUP)) {
        let mut wider = query.clone();
        wider.variants.insert(variant.parameter);
        out.push((wider, RelatedReason::WiderGroup));
    }
    out
}

/// A range with some more years at both ends.
fn widened(range: AgeRange, years: u8) -> AgeRange {
    let age = |number: u8| Age::try_from(number).unwrap_or(Age::MAX);
    let (from, to) = (range.from.years().saturating_sub(years), range.to.years().saturating_add(years));
    AgeRange { from: age(from), to: age(to) }
}
