//! Ways out of a search that finds nothing or too little: the nearest searches that find more, each
//! complete and with its true count.

use crate::query::{Chosen, Ended, SearchFeatures, SearchQuery};
use crate::{SearchError, Snapshot};
use catalogue::field;
use catalogue::vocabulary::VocabularyName;
use jiff::civil::Date;

/// Fewer hits than this are too few.
pub const FEW: u64 = 3;
/// Most ways out that are offered.
const MOST: usize = 5;

/// One way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Relaxation {
    /// What it changes.
    pub change: RelaxationStep,
    /// The complete search.
    pub query: SearchQuery,
    /// How many hits it has.
    pub count: u64,
}

/// What a widening changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelaxationStep {
    /// Those that are over come along.
    IncludeEnded,
    /// The county instead of its municipality.
    County(String),
    /// The neighbouring municipalities come along.
    Neighbours(String),
    /// Without one filter.
    Without(&'static str),
    /// With words that were meant, where these were to be taken as they stand.
    Spelling(String),
    /// With some of the words only.
    Words(String),
    /// Without any filter.
    OnlyWords,
}

impl Snapshot {
    /// At most five widenings of a search that was understood as `query` and found `total` hits,
    /// the most useful first; none when it found enough.
    pub fn relaxations(&self, query: &SearchQuery, total: u64, today: Date) -> Result<Vec<Relaxation>, SearchError> {
        if total >= FEW {
            return Ok(Vec::new());
        }
        let mut candidates: Vec<(RelaxationStep, SearchQuery)> = Vec::new();
        let spelling = self.spelling(query)?.into_iter();
        // What was read out of the words is set already, and its words are gone.
        for (change, candidate) in self.candidates(query).into_iter().chain(spelling) {
            let candidate = SearchQuery { page: 1, ..candidate };
            if !candidates.iter().any(|(_, other)| *other == candidate) {
                candidates.push((change, candidate));
            }
        }
        let queries: Vec<SearchQuery> = candidates.iter().map(|(_, query)| query.clone()).collect();
        let counted = candidates.into_iter().zip(self.totals(&queries, today)?);
        let wider = counted.filter(|(_, count)| *count > total);
        Ok(wider.map(|((change, query), count)| Relaxation { change, query, count }).take(MOST).collect())
    }

    /// The words that were meant, where they were not to be corrected.
    fn spelling(&self, query: &SearchQuery) -> Result<Option<(RelaxationStep, SearchQuery)>, SearchError> {
        if query.interpret {
            return Ok(None);
        }
        let plan = self.plan(query, SearchFeatures::ALL)?;
        let corrected = plan.filter(|plan| !plan.corrected.is_empty()).map(|plan| plan.corrected_text(&query.text));
        Ok(corrected.map(|text| (RelaxationStep::Spelling(text.clone()), SearchQuery { text, ..query.clone() })))
    }

    /// Wider searches, those that change least first.
    fn candidates(&self, query: &SearchQuery) -> Vec<(RelaxationStep, SearchQuery)> {
        let mut out = Vec::new();
        if query.ended == Ended::Exclude && !query.filters.contains_key("status") {
            out.push((RelaxationStep::IncludeEnded, SearchQuery { ended: Ended::Include, ..query.clone() }));
        }
        out.extend(self.around(query));
        if query.asks_age() {
            let without = SearchQuery { ages: Vec::new(), age_not_stated: false, age_strict: false, ..query.clone() };
            out.push((RelaxationStep::Without("age"), without));
        }
        for filter in field::filters().filter(|f| query.filters.contains_key(f.parameter)) {
            let mut without = query.clone();
            without.filters.remove(filter.parameter);
            out.push((RelaxationStep::Without(filter.parameter), without));
        }
        if query.updated_since.is_some() {
            out.push((RelaxationStep::Without("updated_since"), SearchQuery { updated_since: None, ..query.clone() }));
        }
        out.extend(some_words(query));
        if !query.text.is_empty() && (query.filters.len() > 1 || query.asks_age()) {
            let text = query.text.clone();
            out.push((RelaxationStep::OnlyWords, SearchQuery { text, ended: query.ended, ..SearchQuery::default() }));
        }
        out
    }

    /// The neighbours of the municipality asked for, and its county.
    fn around(&self, query: &SearchQuery) -> Vec<(RelaxationStep, SearchQuery)> {
        let Some(chosen) = query.filters.get("municipality").filter(|c| c.codes.len() == 1) else { return Vec::new() };
        let Some(term) = self.vocabularies.get(VocabularyName::Municipalities).get(&chosen.codes[0]) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        if !term.neighbours.is_empty() {
            let mut wider = query.clone();
            let codes = chosen.codes.iter().chain(&term.neighbours).cloned().collect();
            wider.filters.insert("municipality", Chosen { codes, not_stated: chosen.not_stated });
            out.push((RelaxationStep::Neighbours(term.label.clone()), wider));
        }
        if let Some(county) = &term.broader {
            let mut wider = query.clone();
            wider.filters.remove("municipality");
            wider.filters.insert("county", Chosen { codes: vec![county.clone()], not_stated: false });
            let label = self.vocabularies.get(VocabularyName::Counties).label(county, "sv").to_owned();
            out.push((RelaxationStep::County(label), wider));
        }
        out
    }
}

/// The search with one word less, and with each word alone.
fn some_words(query: &SearchQuery) -> Vec<(RelaxationStep, SearchQuery)> {
    let tokens = crate::text::tokens(&query.text);
    let content: Vec<usize> = (0..tokens.len())
        .filter(|i| tokens[*i].word.is_content() && !swedish::is_filler(&tokens[*i].word.lemma))
        .collect();
    if content.len() < 2 {
        return Vec::new();
    }
    let text = |keep: &dyn Fn(usize) -> bool| {
        content.iter().filter(|i| keep(**i)).map(|i| tokens[*i].raw.as_str()).collect::<Vec<_>>().join(" ")
    };
    let less = content.iter().map(|left_out| text(&|i| i != *left_out));
    let alone = content.iter().map(|only| text(&|i| i == *only));
    less.chain(alone).map(|text| (RelaxationStep::Words(text.clone()), SearchQuery { text, ..query.clone() })).collect()
}
