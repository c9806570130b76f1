//! Runs one search: the hits of a page, totals and facets.

use crate::answer::hit::{Hit, HitLoader};
use crate::answer::interpretation::{Interpretation, interpret};
use crate::answer::related::{RelatedHit, related};
use crate::answer::relaxation::{Relaxation, relaxations};
use crate::answer::sort;
use crate::count::batch_count::BatchCount;
use crate::count::facets::{self, Facet};
use crate::count::selection::Selection;
use crate::error::SearchError;
use crate::query::{self, SearchFeatures, SearchQuery, SearchSettings, Sort};
use crate::snapshot::Snapshot;
use jiff::civil::Date;

/// The result of a search.
#[derive(Debug, Clone)]
pub struct SearchResults {
    /// The search as understood: with the detected filters chosen and their words removed.
    pub query: SearchQuery,
    /// How the words were interpreted; `None` for a search without words.
    pub interpretation: Option<Interpretation>,
    /// Number of hits.
    pub total: u64,
    /// Number of ended interventions that were left out.
    pub ended_left_out: u64,
    /// Number of records without a stated age among those that pass everything except the age filter.
    pub age_not_stated: u64,
    /// Number of hits that the broader target groups would add; `None` if no target group is chosen or the broader
    /// ones are included.
    pub broader_left_out: Option<u64>,
    /// The hits of the page; empty for [`count`].
    pub hits: Vec<Hit>,
    /// Records that are no hits but near to what the search asks for, the best first; empty for [`count`]. They are in no
    /// total and no facet.
    pub related: Vec<RelatedHit>,
    /// The requested facets.
    pub facets: Vec<Facet>,
}

/// Runs a search. `today` is the date in Europe/Stockholm.
///
/// # Errors
/// The index could not be read.
pub fn search(snapshot: &Snapshot, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
    search_with(snapshot, query, today, SearchFeatures::ALL)
}

/// Runs a search and finds its relaxations, the smallest change first; none for a search with enough hits.
///
/// # Errors
/// The index could not be read.
pub fn search_and_relax(
    snapshot: &Snapshot,
    query: &SearchQuery,
    today: Date,
) -> Result<(SearchResults, Vec<Relaxation>), SearchError> {
    let mut batch = BatchCount::new(snapshot, today);
    let reading = query::read(snapshot, query, batch.context)?;
    let results = run(snapshot, Selection::of(snapshot, reading, batch.context, batch.cache_of(query))?)?;
    let relaxations = relaxations(snapshot, &results.query, results.total, &mut batch)?;
    Ok((results, relaxations))
}

/// Runs a search with some features only, for ablation measurements.
///
/// # Errors
/// The index could not be read.
pub fn search_with(
    snapshot: &Snapshot,
    query: &SearchQuery,
    today: Date,
    features: SearchFeatures,
) -> Result<SearchResults, SearchError> {
    run(snapshot, Selection::understood(snapshot, query, SearchSettings { today, features })?)
}

fn run(snapshot: &Snapshot, selection: Selection<'_>) -> Result<SearchResults, SearchError> {
    let (hits, related) = load_page(snapshot, &selection)?;
    Ok(SearchResults { hits, related, ..results(snapshot, selection) })
}

/// Runs a search without loading hits: totals and facets alone.
///
/// # Errors
/// The index could not be read.
pub fn count(snapshot: &Snapshot, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
    Ok(results(snapshot, Selection::understood(snapshot, query, SearchSettings::on(today))?))
}

/// The search of a submitted form that displayed the filters detected in `earlier_text` as chosen; `query` has the
/// text and the choices of the form. If a detected filter was removed, the words of the detected filters are removed
/// from the text. If the text was changed, the filters detected in the earlier text are removed from the choices.
///
/// # Errors
/// The index could not be read.
pub fn merge_resubmission(
    snapshot: &Snapshot,
    earlier_text: &str,
    query: &SearchQuery,
    today: Date,
) -> Result<SearchQuery, SearchError> {
    let earlier = SearchQuery { text: earlier_text.to_owned(), ..SearchQuery::default() };
    let reading = query::read(snapshot, &earlier, SearchSettings::on(today))?;
    Ok(if reading.detected.is_empty() { query.clone() } else { reading.merge_resubmission(earlier_text, query) })
}

fn results(snapshot: &Snapshot, selection: Selection<'_>) -> SearchResults {
    let Selection { segments, reading, .. } = &selection;
    let query = &reading.query;
    let broader: Vec<u64> =
        segments.iter().filter_map(|(view, set)| set.broader(*view, query)).map(|docs| docs.len()).collect();
    let without_age = segments.iter().map(|(view, set)| set.base_of_age().intersection_len(&view.without_age()));
    SearchResults {
        interpretation: interpret(snapshot, &selection),
        total: selection.total(),
        ended_left_out: selection.ended_left_out(),
        age_not_stated: without_age.sum(),
        broader_left_out: (!broader.is_empty()).then(|| broader.iter().sum()),
        hits: Vec::new(),
        related: Vec::new(),
        facets: facets::count(query, segments),
        query: selection.reading.query,
    }
}

fn load_page(snapshot: &Snapshot, selection: &Selection<'_>) -> Result<(Vec<Hit>, Vec<RelatedHit>), SearchError> {
    let query = &selection.reading.query;
    let highlight_words = selection.words.as_ref().map(|words| words.plan.highlight_words()).unwrap_or_default();
    let loader = HitLoader::new(snapshot, query, selection.words.as_ref(), &highlight_words);
    let load = |ranked: sort::Ranked| {
        let score = ranked.score.filter(|_| query.sort == Sort::Relevance);
        loader.load(ranked.segment, ranked.doc, score, selection.segments[ranked.segment].0)
    };
    let hits = sort::page(query, snapshot, selection)?.into_iter().map(load);
    Ok((hits.collect::<Result<_, _>>()?, related(snapshot, selection, &loader)?))
}
