//! One search over one consistent state of the index.

use crate::SearchError;
use crate::columns::{Docs, SegmentColumns};
use crate::facet::{self, Facet};
use crate::hit::{self, Hit, Matched};
use crate::lexicon::{Everyday, How, Synonyms};
use crate::order;
use crate::query::{Plan, Reader, SearchQuery, Sort, Sources, Understood, WayKind};
use crate::ranking::Ranking;
use crate::selection::{Selection, View};
use crate::text_match::{self, SegmentMatch};
use crate::words::IndexWords;
use catalogue::Vocabularies;
use catalogue::store::Seq;
use jiff::civil::Date;
use std::sync::{Arc, OnceLock};
use tantivy::{DocAddress, Searcher};

/// The index as it was after one commit. Searches on it see nothing of later ones.
pub struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
    /// Number of the latest change that it holds.
    pub seq: Seq,
    /// The vocabularies that it was built with.
    pub vocabularies: Arc<Vocabularies>,
    /// Read when first asked for: a commit that nobody searches costs nothing.
    words: OnceLock<IndexWords>,
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
    /// The search that was run: with what was read out of the words.
    pub query: SearchQuery,
    /// How the words were understood; `None` without words.
    pub interpretation: Option<Interpretation>,
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

/// How the words of a search were understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpretation {
    /// The words that were looked for as text.
    pub text: String,
    /// What was read as filters and applied.
    pub applied: Vec<Understood>,
    /// What could be a filter, with the hits that it would give.
    pub suggested: Vec<(Understood, u64)>,
    /// Words that were taken for others: typed, meant.
    pub corrected: Vec<(String, String)>,
    /// Words that others were looked for beside: typed, found too.
    pub expanded: Vec<(String, String)>,
}

/// The words of a search, planned and matched.
struct Words {
    plan: Plan,
    matched: Vec<SegmentMatch>,
}

impl Snapshot {
    pub(crate) fn new(searcher: Searcher, segments: Vec<Segment>, seq: Seq, vocabularies: Arc<Vocabularies>) -> Self {
        Self { searcher, segments, seq, vocabularies, words: OnceLock::new() }
    }

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
        self.understood(query, today, true)
    }

    /// Totals and facets alone.
    pub fn count(&self, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
        self.understood(query, today, false)
    }

    /// The words of the index, for corrections and completions.
    pub(crate) fn words(&self) -> Result<&IndexWords, SearchError> {
        if let Some(words) = self.words.get() {
            return Ok(words);
        }
        let words = IndexWords::load(&self.searcher)?;
        Ok(self.words.get_or_init(|| words))
    }

    /// Runs a search as it is understood, or by its literal words where the reading finds nothing
    /// and these do.
    fn understood(&self, query: &SearchQuery, today: Date, with_hits: bool) -> Result<SearchResults, SearchError> {
        if query.text.is_empty() || !query.interpret {
            return self.run(query, today, with_hits);
        }
        let reader = Reader { vocabularies: &self.vocabularies, words: self.words()?, today };
        let Some(reading) = reader.read(query) else { return self.run(query, today, with_hits) };
        let mut results = self.run(&reading.query, today, with_hits)?;
        if results.total == 0 {
            let literal = self.run(query, today, with_hits)?;
            if literal.total > 0 {
                let mut literal = literal;
                if let Some(interpretation) = &mut literal.interpretation {
                    interpretation.suggested.extend(reading.applied.into_iter().map(|a| (a, 0)));
                }
                return Ok(literal);
            }
        }
        let interpretation = results.interpretation.get_or_insert_default();
        interpretation.applied = reading.applied;
        Ok(results)
    }

    fn plan(&self, query: &SearchQuery, ranking: &Ranking) -> Result<Option<Words>, SearchError> {
        if query.text.is_empty() {
            return Ok(None);
        }
        let sources = Sources {
            words: self.words()?,
            synonyms: Synonyms::shipped(),
            everyday: Everyday::shipped(),
            literal: !query.interpret,
        };
        let plan = Plan::new(&query.text, sources);
        // Signs without letters or digits ask for nothing.
        if plan.concepts.is_empty() && !query.text.chars().any(char::is_alphanumeric) {
            return Ok(None);
        }
        let matched = text_match::run(&self.searcher, &self.segments, &query.text, &plan, ranking)?;
        Ok(Some(Words { plan, matched }))
    }

    fn run(&self, query: &SearchQuery, today: Date, with_hits: bool) -> Result<SearchResults, SearchError> {
        let ranking = Ranking::shipped();
        let words = self.plan(query, ranking)?;
        let matched = |number: usize| words.as_ref().map(|w| &w.matched[number]);
        let segments: Vec<(View<'_>, Selection)> = self
            .segments
            .iter()
            .enumerate()
            .map(|(number, segment)| {
                let view = View { columns: &segment.columns, alive: &segment.alive, today };
                (view, Selection::new(view, query, matched(number).map(|m| (&m.docs, &m.full_name))))
            })
            .collect();
        let hits: Vec<Docs> = segments.iter().map(|(_, selection)| selection.hits()).collect();
        let broader: Vec<u64> =
            segments.iter().filter_map(|(view, s)| s.broader(*view, query)).map(|docs| docs.len()).collect();
        let page =
            if with_hits { self.load_page(query, ranking, &segments, &hits, words.as_ref())? } else { Vec::new() };
        Ok(SearchResults {
            query: query.clone(),
            interpretation: words.as_ref().map(|w| interpretation(&query.text, w, &hits)),
            total: hits.iter().map(Docs::len).sum(),
            ended_left_out: segments.iter().map(|(_, s)| s.hidden().len()).sum(),
            age_not_stated: segments.iter().map(|(v, s)| s.base_of_age().intersection_len(&v.without_age())).sum(),
            broader_left_out: (!broader.is_empty()).then(|| broader.iter().sum()),
            hits: page,
            facets: facet::count(query, &segments),
        })
    }

    fn load_page(
        &self,
        query: &SearchQuery,
        ranking: &Ranking,
        segments: &[(View<'_>, Selection)],
        hits: &[Docs],
        words: Option<&Words>,
    ) -> Result<Vec<Hit>, SearchError> {
        let matched = |number: usize| words.map(|w| &w.matched[number]);
        let ranked: Vec<_> =
            segments.iter().zip(hits).enumerate().map(|(n, ((view, _), docs))| (*view, docs, matched(n))).collect();
        let marked = words.map(|w| w.plan.marked_words()).unwrap_or_default();
        order::page(query, ranking, &ranked)
            .into_iter()
            .map(|r| {
                let address = DocAddress::new(r.segment as u32, r.doc);
                let score = r.score.filter(|_| query.sort == Sort::Relevance);
                let matched = words.map(|w| Matched { plan: &w.plan, words: &marked, segment: &w.matched[r.segment] });
                hit::load(&self.searcher, address, score, segments[r.segment].0, query, matched)
            })
            .collect()
    }
}

/// What to tell of the words: corrections, and the synonyms that led to hits.
fn interpretation(text: &str, words: &Words, hits: &[Docs]) -> Interpretation {
    let mut expanded = Vec::new();
    for (c, concept) in words.plan.concepts.iter().enumerate() {
        for (w, way) in concept.ways.iter().enumerate() {
            let shown = matches!(way.kind, WayKind::Synonym(How::Equivalent) | WayKind::Joined | WayKind::Prefix);
            let leads = words.matched.iter().zip(hits).any(|(m, hits)| !m.ways[c][w].is_disjoint(hits));
            if shown && leads {
                expanded.push((concept.from.clone(), way.to.clone()));
            }
        }
    }
    let corrected = words.plan.corrected.clone();
    let text = corrected.iter().fold(text.to_owned(), |text, (typed, meant)| text.replacen(typed.as_str(), meant, 1));
    Interpretation { text, corrected, expanded, ..Interpretation::default() }
}
