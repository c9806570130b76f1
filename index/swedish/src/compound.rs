//! The splitter of Swedish compounds: *skolavhopp* is *skola* + *avhopp*, *ungdomskoordinatorn* is *ungdom* +
//! *koordinatorn*.
//!
//! A word is split into forms that start compounds (`skol-`, `arbets-`; the lists hold every linking -s) and a form
//! that ends one. The best split has the fewest parts, then the most parts from the project's own lists, then the
//! shortest last part, since most compounds add one word to a longer one (barnomsorgs|plats). Lexicalised first parts
//! stay whole (arbetsmarknads|enhet): *arbete* does not match *arbetsmarknadsenhet*.
//!
//! The search is a dynamic program over byte positions, at most [`MAX_PARTS`] parts. One function splits words with
//! diacritics and without; the callers differ in how they look parts up.

use crate::lemma;
use crate::lists::{LISTS, Lists, Piece};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Greatest number of parts of a split.
const MAX_PARTS: usize = 5;

/// The parts of a lower-case compound: the dictionary words of the linking forms, and the last part as inflected.
/// Empty for a word that is no compound, or that `whole.txt` keeps whole.
///
/// ```
/// use swedish::compound::parts;
///
/// assert_eq!(parts("skolavhoppen"), ["skola", "avhoppen"]);
/// assert_eq!(parts("arbetsmarknadsenhet"), ["arbetsmarknad", "enhet"]);
/// assert!(parts("handledare").is_empty());
/// assert!(parts("").is_empty());
/// ```
pub fn parts(word: &str) -> Vec<String> {
    parts_in(&LISTS, word)
}

/// The dictionary word of a linking form that starts compounds; the form itself if no list contains it.
///
/// ```
/// assert_eq!(swedish::compound::first_word("arbets"), "arbete");
/// assert_eq!(swedish::compound::first_word("xyz"), "xyz");
/// ```
pub fn first_word(form: &str) -> String {
    LISTS.linked_word(form)
}

/// The shorter compounds with which a compound of at least three parts ends, the longest first.
///
/// ```
/// assert_eq!(swedish::compound::suffixes("studievägledningssamtal"), ["vägledningssamtal"]);
/// assert!(swedish::compound::suffixes("arbetsträning").is_empty());
/// ```
pub fn suffixes(word: &str) -> Vec<String> {
    let Some(pieces) = split(&LISTS, word) else { return Vec::new() };
    let mut at = 0;
    let mut out = Vec::new();
    for piece in pieces.iter().take(pieces.len().saturating_sub(2)) {
        at += piece.len;
        out.extend(word.get(at..).map(str::to_owned));
    }
    out
}

/// The lemmas of `misleading_heads.txt`.
static MISLEADING: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/misleading_heads.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).map(lemma::lemma).collect()
});

/// Whether a compound, given by its lemma, is no kind of its last part: *bidragsberoende* is no *beroende*
/// (`misleading_heads.txt`).
///
/// ```
/// use swedish::{compound::has_misleading_head, lemma::lemma};
///
/// assert!(has_misleading_head(&lemma("bidragsberoendet")));
/// assert!(!has_misleading_head(&lemma("spelberoende")));
/// ```
pub fn has_misleading_head(lemma: &str) -> bool {
    MISLEADING.contains(lemma)
}

/// [`parts`] with the given lists.
pub(super) fn parts_in(lists: &Lists, word: &str) -> Vec<String> {
    let Some(mut pieces) = split(lists, word) else { return Vec::new() };
    let head = pieces.pop().map(|piece| piece.form);
    pieces.into_iter().map(|piece| lists.linked_word(&piece.form)).chain(head).collect()
}

/// The pieces of a lower-case compound; `None` if the word is no compound or is kept whole.
pub(super) fn split(lists: &Lists, word: &str) -> Option<Vec<Piece>> {
    if lists.is_whole(word) {
        return None;
    }
    let allow_elision = !lists.has(word);
    best_split(word, allow_elision, |text| lists.first_parts(text), |text| lists.last_part(text))
}

/// The pieces, with diacritics, of a lower-case compound typed without them; `None` if the word is no compound.
pub(super) fn split_folded(lists: &Lists, word: &str) -> Option<Vec<Piece>> {
    best_split(word, false, |text| lists.folded_first_parts(text), |text| lists.folded_last_part(text))
}

/// The cost of a split, compared field by field; the lowest is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct SplitCost {
    parts: usize,
    /// Number of parts that are not in the project's own lists.
    foreign_parts: usize,
    /// Length of the last part, in bytes.
    head_len: usize,
}

/// The pieces up to a position in the word, and their cost.
#[derive(Debug, Clone)]
struct Split {
    cost: SplitCost,
    pieces: Vec<Piece>,
}

impl Split {
    fn with(&self, piece: Piece, head_len: usize) -> Self {
        let parts = self.cost.parts + 1;
        let foreign_parts = self.cost.foreign_parts + usize::from(!piece.own);
        let mut pieces = self.pieces.clone();
        pieces.push(piece);
        Self { cost: SplitCost { parts, foreign_parts, head_len }, pieces }
    }
}

/// The best split of a word into first parts and a last part. With `allow_elision`, three equal consonants may be
/// written as two (natt + tåg = nattåg).
fn best_split(
    word: &str,
    allow_elision: bool,
    first: impl Fn(&str) -> Vec<Piece>,
    last: impl Fn(&str) -> Option<Piece>,
) -> Option<Vec<Piece>> {
    let mut at_position: Vec<Option<Split>> = vec![None; word.len() + 1];
    at_position[0] = Some(Split { cost: SplitCost { parts: 0, foreign_parts: 0, head_len: 0 }, pieces: Vec::new() });
    let mut best: Option<Split> = None;
    for at in 0..word.len() {
        let Some(split) = at_position[at].take().filter(|split| split.cost.parts < MAX_PARTS) else { continue };
        let rest = &word[at..];
        if let Some(piece) = last(rest).filter(|_| at > 0) {
            keep_best(&mut best, split.with(piece, rest.len()));
        }
        for piece in first(rest) {
            let end = at + piece.len;
            if allow_elision && ends_double(&word[..end]) {
                keep_best(&mut at_position[end - 1], split.with(piece.clone(), 0));
            }
            keep_best(&mut at_position[end], split.with(piece, 0));
        }
    }
    best.map(|split| split.pieces)
}

/// Whether a text ends with a double consonant.
fn ends_double(text: &str) -> bool {
    matches!(text.as_bytes(), [.., a, b] if a == b && b"bdfgklmnprst".contains(a))
}

/// Stores `split` in `slot` if it is cheaper than the stored one.
fn keep_best(slot: &mut Option<Split>, split: Split) {
    if slot.as_ref().is_none_or(|old| split.cost < old.cost) {
        *slot = Some(split);
    }
}
