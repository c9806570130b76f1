//! One search over one consistent state of the index.

use crate::SearchError;
use crate::answer::highlight::Highlighter;
use crate::answer::hit::{self, Hit, MatchContext};
use crate::answer::sort;
use crate::answer::suggest::Names;
use crate::caches::named_values::NamedValues;
use crate::caches::term_dictionary::TermDictionary;
use crate::count::facets::{self, Facet};
use crate::count::filter_set::{FilterSet, SegmentView};
use crate::disk::columns::{DocSet, SegmentColumns};
use crate::lexicon::{Lexicon, SynonymKind};
use crate::query::{
    DetectedFilter, ExpansionKind, FilterDetector, PlaceNames, Plan, Reading, SearchFeatures, SearchQuery, Sort,
    Sources,
};
use crate::score::bm25f::FieldLengths;
use crate::score::matcher::{self, Matcher, SegmentMatch};
use catalogue::Seq;
use catalogue::record::Status;
use catalogue::{Vocabularies, field};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use tantivy::{DocAddress, Searcher};

/// Most filters that are offered for the words of a search.
const MOST_SUGGESTED: usize = 5;

/// The index as it was after one commit. Searches on it see nothing of later ones.
pub struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
    /// Number of the latest change that it holds.
    pub seq: Seq,
    /// The vocabularies that it was built with.
    pub vocabularies: Arc<Vocabularies>,
    /// What words mean and weigh in its searches.
    pub lexicon: Arc<Lexicon>,
    /// Read when first asked for: a commit that nobody searches costs nothing.
    words: OnceLock<TermDictionary>,
    /// See `words`.
    pub(crate) lengths: OnceLock<FieldLengths>,
    /// See `words`.
    terms: OnceLock<NamedValues>,
    /// See `words`.
    places: OnceLock<PlaceNames>,
    /// See `words`.
    pub(crate) names: OnceLock<Names>,
}

/// One segment's columns and live documents.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) columns: Arc<SegmentColumns>,
    pub(crate) alive: DocSet,
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
    /// Whether the words say that somebody may need help at once.
    pub urgent: bool,
    /// What was read as filters and applied.
    pub applied: Vec<DetectedFilter>,
    /// What could be a filter, with the hits that it would give.
    pub suggested: Vec<(DetectedFilter, u64)>,
    /// Words that were taken for others: typed, meant.
    pub corrected: Vec<(String, String)>,
    /// Words that others were looked for beside: typed, found too.
    pub expanded: Vec<(String, String)>,
}

/// The words of a search, planned and matched.
pub(crate) struct MatchedQuery {
    plan: Plan,
    pub(crate) matched: Vec<SegmentMatch>,
}

/// What a cell holds; made when first asked for, and again when that failed.
pub(crate) fn once<T>(cell: &OnceLock<T>, make: impl FnOnce() -> Result<T, SearchError>) -> Result<&T, SearchError> {
    match cell.get() {
        Some(known) => Ok(known),
        None => make().map(|made| cell.get_or_init(|| made)),
    }
}

/// How a search is run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchOptions {
    pub(crate) today: Date,
    with_hits: bool,
    abilities: SearchFeatures,
}

impl SearchOptions {
    /// For its counts alone.
    pub(crate) fn counting(today: Date) -> Self {
        Self { today, with_hits: false, abilities: SearchFeatures::ALL }
    }
}

impl Snapshot {
    pub(crate) fn new(
        searcher: Searcher,
        segments: Vec<Segment>,
        seq: Seq,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Self {
        Self {
            searcher,
            segments,
            seq,
            vocabularies,
            lexicon,
            words: OnceLock::new(),
            lengths: OnceLock::new(),
            terms: OnceLock::new(),
            places: OnceLock::new(),
            names: OnceLock::new(),
        }
    }

    /// How many records it holds.
    pub fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// How many records somebody has vouched for on a day or later; what is over does not count.
    pub fn reviewed_since(&self, day: Date, today: Date) -> u64 {
        let day = crate::disk::document::day_number(day) as i32;
        let of = |segment: &Segment| {
            let running = &segment.alive - &*segment.columns.with_status(Status::Ended, today);
            running.iter().filter(|doc| segment.columns.reviewed[*doc as usize].is_some_and(|on| on >= day)).count()
        };
        self.segments.iter().map(|segment| of(segment) as u64).sum()
    }

    /// How much it says about a record that it is among `found`: the fewer, the more.
    pub(crate) fn rarity(&self, found: u64) -> f32 {
        (1.0 + self.len() as f32 / (found as f32 + 1.0)).ln()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Runs a search. `today` is the date in Europe/Stockholm.
    pub fn search(&self, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
        self.search_with(query, today, SearchFeatures::ALL)
    }

    /// Runs a search with some of the abilities only, to measure what the others are worth.
    pub fn search_with(
        &self,
        query: &SearchQuery,
        today: Date,
        abilities: SearchFeatures,
    ) -> Result<SearchResults, SearchError> {
        self.understood(query, SearchOptions { today, with_hits: true, abilities })
    }

    /// Totals and facets alone.
    pub fn count(&self, query: &SearchQuery, today: Date) -> Result<SearchResults, SearchError> {
        self.understood(query, SearchOptions::counting(today))
    }

    /// The words of the index, for corrections and completions.
    pub(crate) fn words(&self) -> Result<&TermDictionary, SearchError> {
        once(&self.words, || TermDictionary::load(&self.searcher))
    }

    /// Reads what the first search would read: of a large catalogue, more than a reader should wait for.
    pub fn warm(&self) -> Result<(), SearchError> {
        self.words().map(|_| ())
    }

    /// Runs a search as it is understood, or by its literal words where the reading finds nothing
    /// and these do.
    fn understood(&self, query: &SearchQuery, search: SearchOptions) -> Result<SearchResults, SearchError> {
        let Some(reading) = self.reading(query, search)? else { return self.run(query, search) };
        let mut results = self.run(&reading.query, search)?;
        if results.total == 0 {
            let mut literal = self.run(query, search)?;
            if literal.total > 0 {
                let mut left = Vec::with_capacity(reading.applied.len());
                for read in reading.applied {
                    let narrowed = SearchQuery { facets: BTreeSet::new(), ..read.chosen_in(query) };
                    let total = self.run(&narrowed, SearchOptions { with_hits: false, ..search })?.total;
                    left.push((read, total));
                }
                if let Some(interpretation) = &mut literal.interpretation {
                    interpretation.suggested.extend(left);
                }
                return Ok(literal);
            }
        }
        let interpretation = results.interpretation.get_or_insert_default();
        interpretation.applied = reading.applied;
        Ok(results)
    }

    /// A search from a form that showed what was read out of `words` as chosen, beside what was chosen: only
    /// what the reader of the form wants is left of the reading.
    pub fn merge_resubmission(
        &self,
        words: &str,
        query: &SearchQuery,
        today: Date,
    ) -> Result<SearchQuery, SearchError> {
        let earlier = SearchQuery { text: words.to_owned(), ..SearchQuery::default() };
        let reading = self.reading(&earlier, SearchOptions::counting(today))?;
        Ok(reading.map_or_else(|| query.clone(), |reading| reading.merge_resubmission(words, query)))
    }

    /// What is read out of the words; `None` for nothing.
    pub(crate) fn reading(&self, query: &SearchQuery, search: SearchOptions) -> Result<Option<Reading>, SearchError> {
        Ok(self.reader(query, search)?.and_then(|reader| reader.read(query)))
    }

    /// Who reads the words of a search; `None` when they are to be taken literally.
    pub(crate) fn reader(
        &self,
        query: &SearchQuery,
        search: SearchOptions,
    ) -> Result<Option<FilterDetector<'_>>, SearchError> {
        if query.text.is_empty() || !query.interpret || !search.abilities.understanding {
            return Ok(None);
        }
        let places = self.places.get_or_init(|| PlaceNames::new(&self.vocabularies));
        Ok(Some(FilterDetector { places, words: self.words()?, today: search.today }))
    }

    pub(crate) fn matcher(&self, abilities: SearchFeatures, today: Date) -> Matcher<'_> {
        Matcher { snapshot: self, ranking: &self.lexicon.ranking, abilities, today }
    }

    /// How the words of a search are looked for; `None` when they ask for nothing.
    pub(crate) fn plan(&self, query: &SearchQuery, abilities: SearchFeatures) -> Result<Option<Plan>, SearchError> {
        if query.text.is_empty() {
            return Ok(None);
        }
        let sources = Sources {
            words: self.words()?,
            synonyms: &self.lexicon.synonyms,
            everyday: &self.lexicon.everyday,
            terms: self.terms.get_or_init(|| NamedValues::new(&self.vocabularies)),
            abilities,
        };
        let plan = Plan::new(&query.text, sources);
        // Signs without letters or digits ask for nothing.
        let asks = !plan.concepts.is_empty() || query.text.chars().any(char::is_alphanumeric);
        Ok(asks.then_some(plan))
    }

    /// The words of a search, planned and matched; `None` when they ask for nothing.
    pub(crate) fn matched(
        &self,
        query: &SearchQuery,
        search: SearchOptions,
    ) -> Result<Option<MatchedQuery>, SearchError> {
        let abilities = if query.interpret { search.abilities } else { SearchFeatures::LITERAL };
        let Some(plan) = self.plan(query, abilities)? else { return Ok(None) };
        let matched = matcher::run(&self.matcher(abilities, search.today), &query.text, &plan)?;
        Ok(Some(MatchedQuery { plan, matched }))
    }

    /// What the chosen filters let through of what the words match, by segment.
    pub(crate) fn selections(
        &self,
        query: &SearchQuery,
        words: Option<&MatchedQuery>,
        today: Date,
    ) -> Vec<(SegmentView<'_>, FilterSet)> {
        let views = self.views(today).into_iter().enumerate();
        let selected = |(number, view): (usize, _)| {
            let matched = words.map(|w| (&w.matched[number].docs, &w.matched[number].full_name));
            (view, FilterSet::new(view, query, matched))
        };
        views.map(selected).collect()
    }

    /// The segments as they are searched on a day.
    pub(crate) fn views(&self, today: Date) -> Vec<SegmentView<'_>> {
        self.segments.iter().map(|s| SegmentView { columns: &s.columns, alive: &s.alive, today }).collect()
    }

    fn run(&self, query: &SearchQuery, search: SearchOptions) -> Result<SearchResults, SearchError> {
        let words = self.matched(query, search)?;
        let segments = self.selections(query, words.as_ref(), search.today);
        let hits: Vec<DocSet> = segments.iter().map(|(_, selection)| selection.hits()).collect();
        let broader: Vec<u64> =
            segments.iter().filter_map(|(view, s)| s.broader(*view, query)).map(|docs| docs.len()).collect();
        let page = if search.with_hits { self.load_page(query, &segments, &hits, words.as_ref())? } else { Vec::new() };
        let total = hits.iter().map(DocSet::len).sum();
        let told = |w: &MatchedQuery| Interpretation {
            suggested: self.suggested(query, &w.plan, &segments, total),
            ..interpretation(&query.text, w, &hits)
        };
        Ok(SearchResults {
            query: query.clone(),
            interpretation: words.as_ref().map(told),
            total,
            ended_left_out: segments.iter().map(|(_, s)| s.hidden().len()).sum(),
            age_not_stated: segments.iter().map(|(v, s)| s.base_of_age().intersection_len(&v.without_age())).sum(),
            broader_left_out: (!broader.is_empty()).then(|| broader.iter().sum()),
            hits: page,
            facets: facets::count(query, &segments),
        })
    }

    /// The values of filters that the words name, each with the hits that choosing it would leave;
    /// what would leave all or none is no choice.
    fn suggested(
        &self,
        query: &SearchQuery,
        plan: &Plan,
        segments: &[(SegmentView<'_>, FilterSet)],
        total: u64,
    ) -> Vec<(DetectedFilter, u64)> {
        let mut out: Vec<(DetectedFilter, u64)> = Vec::new();
        let chosen =
            |group: &str| field::filters().any(|f| f.group == group && query.filters.contains_key(f.parameter));
        for concept in &plan.concepts {
            for (parameter, code) in concept.terms() {
                let Some(filter) = field::filter(parameter).filter(|f| !chosen(f.group)) else { continue };
                let Some(vocabulary) = filter.vocabulary() else { continue };
                let with_code = |(view, selection): &(SegmentView<'_>, FilterSet)| {
                    selection.base_of(&[filter.group]).intersection_len(&view.with_code(filter, code, query))
                };
                let count = segments.iter().map(with_code).sum();
                let known = out.iter().any(|(u, _)| u.parameter == parameter && u.value == code);
                if known || count == 0 || count >= total || out.len() == MOST_SUGGESTED {
                    continue;
                }
                let label = self.vocabularies.get(vocabulary).label(code, "sv").to_owned();
                let (value, from) = (code.to_owned(), concept.from.clone());
                out.push((DetectedFilter { parameter, value, label, from }, count));
            }
        }
        out
    }

    /// The documents that a search without words finds, by segment.
    pub(crate) fn passing(&self, query: &SearchQuery, today: Date) -> Vec<DocSet> {
        self.selections(query, None, today).iter().map(|(_, selection)| selection.hits()).collect()
    }

    fn load_page(
        &self,
        query: &SearchQuery,
        segments: &[(SegmentView<'_>, FilterSet)],
        hits: &[DocSet],
        words: Option<&MatchedQuery>,
    ) -> Result<Vec<Hit>, SearchError> {
        let matched = |number: usize| words.map(|w| &w.matched[number]);
        let ranked: Vec<_> =
            segments.iter().zip(hits).enumerate().map(|(n, ((view, _), docs))| (*view, docs, matched(n))).collect();
        let to_mark = words.map(|w| w.plan.marked_words()).unwrap_or_default();
        let marker = Highlighter::new(&to_mark);
        sort::page(query, &self.lexicon.ranking, &ranked)
            .into_iter()
            .map(|r| {
                let address = DocAddress::new(r.segment as u32, r.doc);
                let score = r.score.filter(|_| query.sort == Sort::Relevance);
                let matched =
                    words.map(|w| MatchContext { plan: &w.plan, marker: &marker, segment: &w.matched[r.segment] });
                hit::load(&self.searcher, address, score, segments[r.segment].0, query, matched, &self.vocabularies)
            })
            .collect()
    }
}

/// What to tell of the words: corrections, and the synonyms that led to hits.
fn interpretation(text: &str, words: &MatchedQuery, hits: &[DocSet]) -> Interpretation {
    let mut expanded = Vec::new();
    for (c, concept) in words.plan.concepts.iter().enumerate() {
        for (w, way) in concept.ways.iter().enumerate() {
            let shown = matches!(
                way.kind,
                ExpansionKind::Synonym(SynonymKind::Equivalent) | ExpansionKind::Joined | ExpansionKind::Prefix
            );
            let leads = words.matched.iter().zip(hits).any(|(m, hits)| !m.ways[c][w].is_disjoint(hits));
            if shown && leads {
                expanded.push((concept.from.clone(), way.to.clone()));
            }
        }
    }
    let (text, corrected) = (words.plan.corrected_text(text), words.plan.corrected.clone());
    let urgent = words.plan.urgent;
    Interpretation { text, urgent, corrected, expanded, ..Interpretation::default() }
}
