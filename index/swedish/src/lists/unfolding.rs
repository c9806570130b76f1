//! Reading a list for words that were typed without å, ä, ö and é.

use fst::Automaton;

/// The words that read as a text does when `å ä` are `a`, `ö` is `o` and `é` is `e`. Marks that were
/// typed must be there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unfolding<'a> {
    text: &'a [u8],
    /// Whether words that the text only begins with will do.
    prefix: bool,
}

/// How far a word agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// So many bytes of the text are read.
    At(usize),
    /// The same, and the first byte of a marked letter that stands for the next one.
    Marked(usize),
    /// It does not agree.
    Dead,
}

/// First byte of å, ä, ö and é in UTF-8; the second tells them apart.
const LEAD: u8 = 0xc3;

impl<'a> Unfolding<'a> {
    /// Words that are the text.
    pub(crate) fn whole_of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), prefix: false }
    }

    /// Words that the text begins with.
    pub(crate) fn prefix_of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), prefix: true }
    }
}

impl Automaton for &Unfolding<'_> {
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
            State::At(at) if byte == LEAD && matches!(plain(at), Some(b'a' | b'o' | b'e')) => State::Marked(at),
            State::Marked(at) => match (plain(at), byte) {
                (Some(b'a'), 0xa5 | 0xa4) | (Some(b'o'), 0xb6) | (Some(b'e'), 0xa9) => State::At(at + 1),
                _ => State::Dead,
            },
            _ => State::Dead,
        }
    }
}
