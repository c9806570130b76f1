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
    let head = pieces.pop().map(|piece| piece.form.into_owned());
    pieces.into_iter().map(|piece| lists.linked_word(&piece.form)).chain(head).collect()
}

/// The pieces of a lower-case compound; `None` if the word is no compound or is kept whole.
pub(super) fn split<'a>(lists: &Lists, word: &'a str) -> Option<Vec<Piece<'a>>> {
    if lists.is_whole(word) {
        return None;
    }
    let allow_elision = !lists.has(word);
    best_split(word, allow_elision, |text| lists.first_parts(text), |text| lists.last_part(text))
}

/// The pieces, with diacritics, of a lower-case compound typed without them; `None` if the word is no compound.
pub(super) fn split_folded<'a>(lists: &Lists, word: &'a str) -> Option<Vec<Piece<'a>>> {
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

impl SplitCost {
    const NOTHING: Self = Self { parts: 0, foreign_parts: 0, head_len: 0 };

    fn with(self, piece: &Piece<'_>, head_len: usize) -> Self {
        let foreign_parts = self.foreign_parts + usize::from(!piece.own);
        Self { parts: self.parts + 1, foreign_parts, head_len }
    }
}

/// The cheapest way to a position in the word.
#[derive(Debug, Clone)]
struct Split<'a> {
    cost: SplitCost,
    /// The position before the last piece.
    from: usize,
    /// The last piece.
    piece: Piece<'a>,
}

/// The best split of a word into first parts and a last part. With `allow_elision`, three equal consonants may be
/// written as two (natt + tåg = nattåg).
fn best_split<'a>(
    word: &'a str,
    allow_elision: bool,
    first: impl Fn(&'a str) -> Vec<Piece<'a>>,
    last: impl Fn(&'a str) -> Option<Piece<'a>>,
) -> Option<Vec<Piece<'a>>> {
    let mut at_position: Vec<Option<Split<'a>>> = vec![None; word.len() + 1];
    let mut best: Option<Split<'a>> = None;
    for at in 0..word.len() {
        let cost = match &at_position[at] {
            None if at == 0 => SplitCost::NOTHING,
            Some(split) if split.cost.parts < MAX_PARTS => split.cost,
            _ => continue,
        };
        let rest = &word[at..];
        if let Some(piece) = last(rest).filter(|_| at > 0) {
            keep_best(&mut best, Split { cost: cost.with(&piece, rest.len()), from: at, piece });
        }
        for piece in first(rest) {
            let (end, cost) = (at + piece.len, cost.with(&piece, 0));
            if allow_elision && ends_double(&word[..end]) {
                keep_best(&mut at_position[end - 1], Split { cost, from: at, piece: piece.clone() });
            }
            keep_best(&mut at_position[end], Split { cost, from: at, piece });
        }
    }
    let Split { cost, mut from, piece } = best?;
    let mut pieces = Vec::with_capacity(cost.parts);
    pieces.push(piece);
    while let Some(split) = at_position[from].take() {
        from = split.from;
        pieces.push(split.piece);
    }
    pieces.reverse();
    Some(pieces)
}

/// Whether a text ends with a double consonant.
fn ends_double(text: &str) -> bool {
    matches!(text.as_bytes(), [.., a, b] if a == b && b"bdfgklmnprst".contains(a))
}

/// Stores `split` in `slot` if it is cheaper than the stored one.
fn keep_best<'a>(slot: &mut Option<Split<'a>>, split: Split<'a>) {
    if slot.as_ref().is_none_or(|old| split.cost < old.cost) {
        *slot = Some(split);
    }
}
