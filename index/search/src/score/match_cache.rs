//! What has been matched for one request: its expansions and its relaxations repeat words and units.

use crate::error::SearchError;
use crate::query::{Expansion, QueryUnit};
use crate::score::matcher::UnitMatches;
use crate::score::matches::Matches;
use crate::score::word::{WordMatching, score_word};
use crate::snapshot::Snapshot;
use crate::text::QueryWord;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What tells the matches of words in all zones apart: the word, its lemma, `exact` and `compounds`.
type WordKey = (String, String, bool, bool);

/// The matches of words and units in one snapshot, with the same features.
#[derive(Debug, Default)]
pub(crate) struct MatchCache {
    words: RefCell<HashMap<WordKey, Rc<Matches>>>,
    units: RefCell<Vec<CachedUnit>>,
}

/// The matches of a unit, with what they depend on.
#[derive(Debug)]
struct CachedUnit {
    expansions: Vec<Expansion>,
    is_text: bool,
    matches: Rc<UnitMatches>,
}

impl MatchCache {
    /// The matches of a word in all zones.
    pub(super) fn word(
        &self,
        snapshot: &Snapshot,
        word: &QueryWord,
        matching: WordMatching<'static>,
    ) -> Result<Rc<Matches>, SearchError> {
        let key = (word.text.clone(), word.lemma.clone(), matching.exact, matching.compounds);
        if let Some(found) = self.words.borrow().get(&key) {
            return Ok(Rc::clone(found));
        }
        let found = Rc::new(score_word(snapshot, word, matching)?);
        self.words.borrow_mut().insert(key, Rc::clone(&found));
        Ok(found)
    }

    /// The matches of a unit; `compute` makes them when they are new.
    pub(super) fn unit(
        &self,
        unit: &QueryUnit,
        compute: impl FnOnce() -> Result<UnitMatches, SearchError>,
    ) -> Result<Rc<UnitMatches>, SearchError> {
        let is_text = unit.is_text();
        let is_same = |cached: &&CachedUnit| cached.is_text == is_text && cached.expansions == unit.expansions;
        if let Some(cached) = self.units.borrow().iter().find(is_same) {
            return Ok(Rc::clone(&cached.matches));
        }
        let matches = Rc::new(compute()?);
        let cached = CachedUnit { expansions: unit.expansions.clone(), is_text, matches: Rc::clone(&matches) };
        self.units.borrow_mut().push(cached);
        Ok(matches)
    }
}
