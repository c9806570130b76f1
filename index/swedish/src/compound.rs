//! The parts of Swedish compounds: *skolavhopp* is found by *skola*, *ungdomskoordinatorn* by
//! *koordinator*.
//!
//! A word is cut into forms that begin compounds (`skol-`, `arbets-`; no linking -s is guessed) and a
//! form that ends one. Of several ways the one with the fewest parts is taken, then the one with the
//! most parts of our own lists, then the one with the shortest last part, for a Swedish compound
//! mostly adds one word to a whole (barnomsorgs|plats). First parts that live a life of their own
//! stay whole (arbetsmarknads|enhet), so that *arbete* does not find *arbetsmarknadsenhet*.

use crate::lists::{LISTS, Lists, Piece};

/// Most parts that a word is cut into.
const MAX_PARTS: usize = 5;

/// The parts of a lower-case compound, each as a word to look for (the last as it is inflected);
/// empty when it is none.
pub fn parts(word: &str) -> Vec<String> {
    parts_in(&LISTS, word)
}

/// The word that the first part of a compound is a form of: *arbete* for `arbets`; the form itself
/// where the lists know none.
pub fn first_word(form: &str) -> String {
    LISTS.linked_word(form)
}

/// [`parts`] by the given lists.
pub(super) fn parts_in(lists: &Lists, word: &str) -> Vec<String> {
    let Some(mut pieces) = split(lists, word) else { return Vec::new() };
    let head = pieces.pop().map(|piece| piece.form);
    pieces.into_iter().map(|piece| lists.linked_word(&piece.form)).chain(head).collect()
}

/// A lower-case compound as its pieces; `None` when it is none.
pub(super) fn split(lists: &Lists, word: &str) -> Option<Vec<Piece>> {
    if lists.is_whole(word) {
        return None;
    }
    let doubled = !lists.has(word);
    cut(word, doubled, |text| lists.first_parts(text), |text| lists.last_part(text))
}

/// A lower-case compound that was typed without marks as its pieces with marks.
pub(super) fn split_unfolded(lists: &Lists, word: &str) -> Option<Vec<Piece>> {
    cut(word, false, |text| lists.unfolded_first_parts(text), |text| lists.unfolded_last_part(text))
}

/// How bad a way to cut a word is; the least is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    parts: usize,
    not_our_own: usize,
    head: usize,
}

/// The pieces before some place of the word, and their cost.
#[derive(Debug, Clone)]
struct Split {
    cost: Cost,
    pieces: Vec<Piece>,
}

impl Split {
    fn with(&self, piece: Piece, head: usize) -> Self {
        let (parts, not_our_own) = (self.cost.parts + 1, self.cost.not_our_own + usize::from(!piece.own));
        let mut pieces = self.pieces.clone();
        pieces.push(piece);
        Self { cost: Cost { parts, not_our_own, head }, pieces }
    }
}

/// The best way to cut a word into first parts and a last part. `doubled`: of three equal consonants
/// two may be written (natt + tåg = nattåg).
fn cut(
    word: &str,
    doubled: bool,
    first: impl Fn(&str) -> Vec<Piece>,
    last: impl Fn(&str) -> Option<Piece>,
) -> Option<Vec<Piece>> {
    let mut best: Vec<Option<Split>> = vec![None; word.len() + 1];
    best[0] = Some(Split { cost: Cost { parts: 0, not_our_own: 0, head: 0 }, pieces: Vec::new() });
    let mut found: Option<Split> = None;
    for at in 0..word.len() {
        let Some(way) = best[at].take().filter(|way| way.cost.parts < MAX_PARTS) else { continue };
        let rest = &word[at..];
        if let Some(piece) = last(rest).filter(|_| at > 0) {
            keep(&mut found, way.with(piece, rest.len()));
        }
        for piece in first(rest) {
            let end = at + piece.len;
            if doubled && ends_double(&word[..end]) {
                keep(&mut best[end - 1], way.with(piece.clone(), 0));
            }
            keep(&mut best[end], way.with(piece, 0));
        }
    }
    found.map(|way| way.pieces)
}

/// Whether a text ends on a double consonant.
fn ends_double(text: &str) -> bool {
    matches!(text.as_bytes(), [.., a, b] if a == b && b"bdfgklmnprst".contains(a))
}

fn keep(slot: &mut Option<Split>, way: Split) {
    if slot.as_ref().is_none_or(|old| way.cost < old.cost) {
        *slot = Some(way);
    }
}
