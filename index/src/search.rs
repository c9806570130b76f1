//! One search over one consistent state of the index.

use crate::SearchError;
use crate::columns::{Docs, SegmentColumns};
use crate::facet::{self, Facet};
use crate::hit::{self, Hit};
use crate::order;
use crate::query::{SearchQuery, Sort, content_words};
use crate::ranking::Ranking;
use crate::selection::{Selection, View};
use crate::text_match;
use catalogue::Vocabularies;
use catalogue::store::Seq;
use jiff::civil::Date;
use std::sync::Arc;
use tantivy::{DocAddress, Searcher};

/// The index as it was after one commit. Searches on it see nothing of later ones.
pub struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
    /// Number of the latest change that it holds.
    pub seq: Seq,
    /// The vocabularies that it was built with.
    pub vocabularies: Arc<Vocabularies>,
}

/// One segment's columns and live documents.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) columns: Arc<SegmentColumns>,
    pub(crate) alive: Docs,
}

/// What a search finds.
#[derive(Debug, Clone)]
pub struct SearchResults {
    /// How many hits there are.
    pub total: u64,
    /// How many were left out because they are over.
    pub ended_left_out: u64,
    /// How many state no age, among what the rest of the search finds.
    pub age_not_stated: u64,
    /// How many are for a broader target group only; `None` unless a group is chosen.
    pub broader_left_out: Option<u64>,
    /// The hits of the page.
    pub hits: Vec<Hit>,
    /// The facets asked for.
    pub facets: Vec<Facet>,
}

impl Snapshot {
    /// How many records it holds.
    pub fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Runs a search. `today` is the date in Europe/Stockholm.
    pub fn search(&self, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
        self.run(query, today, true)
    }

    /// Totals and facets alone.
    pub fn count(&self, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
        self.run(query, today, false)
    }

    fn run(&self, query: &SearchQuery, today: Date, with_hits: bool) -> Result<SearchResults, SearchError> {
        let ranking = Ranking::shipped();
        let matched = text_match::run(&self.searcher, &query.text, ranking)?;
        let words = |number: usize| matched.as_ref().map(|m| &m[number]);
        let segments: Vec<(View<'_>, Selection)> = self
            .segments
            .iter()
            .enumerate()
            .map(|(number, segment)| {
                let view = View { columns: &segment.columns, alive: &segment.alive, today };
                (view, Selection::new(view, query, words(number).map(|m| (&m.docs, &m.full_name))))
            })
            .collect();
        let hits: Vec<Docs> = segments.iter().map(|(_, selection)| selection.hits()).collect();
        let broader: Vec<u64> =
            segments.iter().filter_map(|(view, s)| s.broader(*view, query)).map(|docs| docs.len()).collect();
        let page = if with_hits { self.load_page(query, ranking, &segments, &hits, words)? } else { Vec::new() };
        Ok(SearchResults {
            total: hits.iter().map(Docs::len).sum(),
            ended_left_out: segments.iter().map(|(_, s)| s.hidden().len()).sum(),
            age_not_stated: segments.iter().map(|(v, s)| s.base_of_age().intersection_len(&v.without_age())).sum(),
            broader_left_out: (!broader.is_empty()).then(|| broader.iter().sum()),
            hits: page,
            facets: facet::count(query, &segments),
        })
    }

    fn load_page<'m>(
        &self,
        query: &SearchQuery,
        ranking: &Ranking,
        segments: &[(View<'_>, Selection)],
        hits: &[Docs],
        words: impl Fn(usize) -> Option<&'m text_match::SegmentMatch>,
    ) -> Result<Vec<Hit>, SearchError> {
        let ranked: Vec<_> =
            segments.iter().zip(hits).enumerate().map(|(n, ((view, _), docs))| (*view, docs, words(n))).collect();
        let asked = content_words(&query.text);
        order::page(query, ranking, &ranked)
            .into_iter()
            .map(|r| {
                let address = DocAddress::new(r.segment as u32, r.doc);
                let score = r.score.filter(|_| query.sort == Sort::Relevance);
                hit::load(&self.searcher, address, score, segments[r.segment].0, query, &asked)
            })
            .collect()
    }
}
