//! Levenshtein automata over a finite-state transducer.
//!
//! The distance is optimal string alignment: insertions, deletions, substitutions and transpositions of adjacent
//! letters cost one each (crate `levenshtein_automata`, after Schulz and Mihov 2002).

use fst::Automaton;
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use std::sync::LazyLock;

/// Greatest supported distance.
pub(super) const MAX_DISTANCE: usize = 2;

/// Parametric automata, indexed by distance. Building one takes milliseconds; building the automaton of a word from it
/// takes microseconds.
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; MAX_DISTANCE + 1]> =
    LazyLock::new(|| [0, 1, 2].map(|distance| LevenshteinAutomatonBuilder::new(distance, true)));

/// Automaton that accepts the words within a maximum distance of one word.
pub(super) struct Levenshtein(DFA);

impl Levenshtein {
    /// The automaton of a word; a distance above [`MAX_DISTANCE`] is reduced to it.
    pub(super) fn new(word: &str, distance: usize) -> Self {
        Self(BUILDERS[distance.min(MAX_DISTANCE)].build_dfa(word))
    }

    /// The distance of a word whose last byte leads to the matching state `state`.
    pub(super) fn distance(&self, state: u32) -> usize {
        match self.0.distance(state) {
            Distance::Exact(distance) | Distance::AtLeast(distance) => usize::from(distance),
        }
    }
}

impl Automaton for &Levenshtein {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}
