//! Automaton that matches the words of a transducer with a text typed without å, ä, ö and é.

use fst::Automaton;

/// Accepts the words that equal a text after replacing `å` and `ä` by `a`, `ö` by `o` and `é` by `e`. Diacritics in the
/// text must also be in the word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DiacriticsAutomaton<'a> {
    text: &'a [u8],
    /// Whether words that equal a prefix of the text are also accepted.
    prefix: bool,
}

/// Number of bytes of the text that a word has matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// This number of bytes.
    At(usize),
    /// This number of bytes, and the first byte of a letter with a diacritic in place of the next one.
    LeadByte(usize),
    /// The word does not match.
    Dead,
}

/// First byte of å, ä, ö and é in UTF-8; the second tells them apart.
const LEAD: u8 = 0xc3;

impl<'a> DiacriticsAutomaton<'a> {
    /// Accepts words that equal the whole text.
    pub(crate) fn whole_of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), prefix: false }
    }

    /// Accepts words that equal a prefix of the text.
    pub(crate) fn prefix_of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), prefix: true }
    }
}

impl Automaton for &DiacriticsAutomaton<'_> {
    type State = State;

    fn start(&self) -> State {
        State::At(0)
    }

    fn is_match(&self, state: &State) -> bool {
        matches!(*state, State::At(at) if self.prefix || at == self.text.len())
    }

    fn can_match(&self, state: &State) -> bool {
        *state != State::Dead
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let plain = |at: usize| self.text.get(at).copied();
        match *state {
            State::At(at) if plain(at) == Some(byte) => State::At(at + 1),
            State::At(at) if byte == LEAD && matches!(plain(at), Some(b'a' | b'o' | b'e')) => State::LeadByte(at),
            State::LeadByte(at) => match (plain(at), byte) {
                (Some(b'a'), 0xa5 | 0xa4) | (Some(b'o'), 0xb6) | (Some(b'e'), 0xa9) => State::At(at + 1),
                _ => State::Dead,
            },
            _ => State::Dead,
        }
    }
}
