//! Sets of documents of one segment.
//!
//! A search combines many sets, most of them of a large share of the documents. One bit for each document makes that a few
//! operations on whole words; roaring bitmaps keep lists of up to 4,096 numbers and took several times as long at 10,000
//! records.

use std::ops::{BitAnd, BitAndAssign, BitOrAssign, Range, Sub, SubAssign};

/// Number of documents in one word of bits.
const BITS: usize = u64::BITS as usize;
/// A list takes as much memory as bits when one of so many documents is in the set.
const LIST_SHARE: usize = 32;

/// A set of documents of one segment, by document number.
#[derive(Debug, Clone)]
pub(crate) enum DocSet {
    /// The documents in ascending order.
    List(Vec<u32>),
    /// One bit for each document.
    Bits(Vec<u64>),
}

impl Default for DocSet {
    fn default() -> Self {
        Self::new()
    }
}

impl DocSet {
    pub(crate) const fn new() -> Self {
        Self::List(Vec::new())
    }

    /// The set of documents in ascending order, each given once.
    pub(crate) fn from_ascending(docs: impl Iterator<Item = u32>) -> Self {
        Self::of_ascending(docs.collect())
    }

    /// All documents of a range.
    pub(crate) fn from_range(docs: Range<u32>) -> Self {
        let mut bits = vec![0; (docs.end as usize).div_ceil(BITS)];
        docs.for_each(|doc| set(&mut bits, doc));
        Self::Bits(bits)
    }

    /// As [`Self::from_ascending`]; takes the smaller form.
    pub(crate) fn of_ascending(docs: Vec<u32>) -> Self {
        match docs.last() {
            Some(last) if docs.len() * LIST_SHARE > *last as usize => {
                let mut bits = vec![0; words_up_to(*last)];
                for doc in docs {
                    set(&mut bits, doc);
                }
                Self::Bits(bits)
            }
            _ => Self::List(docs),
        }
    }

    /// Number of documents.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Self::List(docs) => docs.len() as u64,
            Self::Bits(bits) => count(bits.iter().copied()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::List(docs) => docs.is_empty(),
            Self::Bits(bits) => bits.iter().all(|word| *word == 0),
        }
    }

    pub(crate) fn contains(&self, doc: u32) -> bool {
        match self {
            Self::List(docs) => docs.binary_search(&doc).is_ok(),
            Self::Bits(bits) => has(bits, doc),
        }
    }

    /// The documents in ascending order.
    pub(crate) fn iter(&self) -> Iter<'_> {
        match self {
            Self::List(docs) => Iter::List(docs.iter()),
            Self::Bits(bits) => Iter::Bits { rest: bits, start: 0, word: 0 },
        }
    }

    /// Number of documents that are in both sets.
    pub(crate) fn intersection_len(&self, other: &Self) -> u64 {
        match (self, other) {
            (Self::Bits(one), Self::Bits(other)) => count(one.iter().zip(other).map(|(a, b)| a & b)),
            (Self::List(docs), set) | (set, Self::List(docs)) => {
                docs.iter().filter(|doc| set.contains(**doc)).count() as u64
            }
        }
    }

    /// Number of documents that are in either set.
    pub(crate) fn union_len(&self, other: &Self) -> u64 {
        self.len() + other.len() - self.intersection_len(other)
    }

    /// Whether every document is in the other set too.
    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bits(one), Self::Bits(other)) => {
                one.iter().enumerate().all(|(at, word)| word & !other.get(at).copied().unwrap_or_default() == 0)
            }
            _ => self.iter().all(|doc| other.contains(doc)),
        }
    }

    /// Whether no document is in both sets.
    pub(crate) fn is_disjoint(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bits(one), Self::Bits(other)) => one.iter().zip(other).all(|(a, b)| a & b == 0),
            (Self::List(docs), set) | (set, Self::List(docs)) => !docs.iter().any(|doc| set.contains(*doc)),
        }
    }
}

/// Number of words for the documents up to the last one.
fn words_up_to(last: u32) -> usize {
    last as usize / BITS + 1
}

fn set(bits: &mut [u64], doc: u32) {
    bits[doc as usize / BITS] |= 1 << (doc as usize % BITS);
}

fn has(bits: &[u64], doc: u32) -> bool {
    bits.get(doc as usize / BITS).is_some_and(|word| word >> (doc as usize % BITS) & 1 == 1)
}

fn count(words: impl Iterator<Item = u64>) -> u64 {
    words.map(|word| u64::from(word.count_ones())).sum()
}

impl BitAndAssign<&DocSet> for DocSet {
    fn bitand_assign(&mut self, other: &DocSet) {
        match (&mut *self, other) {
            (Self::List(docs), other) => docs.retain(|doc| other.contains(*doc)),
            (Self::Bits(bits), Self::Bits(other)) => {
                bits.truncate(other.len());
                bits.iter_mut().zip(other).for_each(|(word, other)| *word &= other);
            }
            (Self::Bits(bits), Self::List(docs)) => {
                *self = Self::List(docs.iter().copied().filter(|doc| has(bits, *doc)).collect());
            }
        }
    }
}

impl BitOrAssign<&DocSet> for DocSet {
    fn bitor_assign(&mut self, other: &DocSet) {
        match (&mut *self, other) {
            (Self::List(docs), other) if docs.is_empty() => *self = other.clone(),
            (Self::List(docs), Self::List(others)) => {
                docs.extend(others);
                docs.sort_unstable();
                docs.dedup();
                *self = Self::of_ascending(std::mem::take(docs));
            }
            (Self::List(docs), Self::Bits(bits)) => {
                let docs = Self::List(std::mem::take(docs));
                *self = Self::Bits(bits.clone());
                *self |= &docs;
            }
            (Self::Bits(bits), Self::Bits(other)) => {
                bits.resize(bits.len().max(other.len()), 0);
                bits.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
            }
            (Self::Bits(bits), Self::List(docs)) => {
                let needed = docs.last().map_or(0, |last| words_up_to(*last));
                bits.resize(bits.len().max(needed), 0);
                for doc in docs {
                    set(bits, *doc);
                }
            }
        }
    }
}

impl SubAssign<&DocSet> for DocSet {
    fn sub_assign(&mut self, other: &DocSet) {
        match (&mut *self, other) {
            (Self::List(docs), other) => docs.retain(|doc| !other.contains(*doc)),
            (Self::Bits(bits), Self::Bits(other)) => {
                bits.iter_mut().zip(other).for_each(|(word, other)| *word &= !other);
            }
            (Self::Bits(bits), Self::List(docs)) => {
                for doc in docs {
                    if let Some(word) = bits.get_mut(*doc as usize / BITS) {
                        *word &= !(1 << (*doc as usize % BITS));
                    }
                }
            }
        }
    }
}

impl BitAnd<&DocSet> for DocSet {
    type Output = DocSet;
    fn bitand(mut self, other: &DocSet) -> DocSet {
        self &= other;
        self
    }
}

impl BitAnd<&DocSet> for &DocSet {
    type Output = DocSet;
    fn bitand(self, other: &DocSet) -> DocSet {
        match (self, other) {
            (DocSet::Bits(one), DocSet::Bits(other)) => {
                DocSet::Bits(one.iter().zip(other).map(|(a, b)| a & b).collect())
            }
            (DocSet::List(docs), set) | (set, DocSet::List(docs)) => {
                DocSet::List(docs.iter().copied().filter(|doc| set.contains(*doc)).collect())
            }
        }
    }
}

impl Sub<&DocSet> for DocSet {
    type Output = DocSet;
    fn sub(mut self, other: &DocSet) -> DocSet {
        self -= other;
        self
    }
}

impl Sub<&DocSet> for &DocSet {
    type Output = DocSet;
    fn sub(self, other: &DocSet) -> DocSet {
        self.clone() - other
    }
}

/// The documents in any order, also repeated ones.
impl FromIterator<u32> for DocSet {
    fn from_iter<I: IntoIterator<Item = u32>>(docs: I) -> Self {
        let mut docs: Vec<u32> = docs.into_iter().collect();
        docs.sort_unstable();
        docs.dedup();
        Self::of_ascending(docs)
    }
}

impl<'a> IntoIterator for &'a DocSet {
    type Item = u32;
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// The documents of a set in ascending order.
#[derive(Debug, Clone)]
pub(crate) enum Iter<'a> {
    List(std::slice::Iter<'a, u32>),
    Bits {
        /// The words after the present one.
        rest: &'a [u64],
        /// Number of the first document of `rest`.
        start: u32,
        /// The remaining bits of the present word.
        word: u64,
    },
}

impl Iterator for Iter<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match self {
            Self::List(docs) => docs.next().copied(),
            Self::Bits { rest, start, word } => {
                while *word == 0 {
                    let (first, others) = rest.split_first()?;
                    (*word, *rest) = (*first, others);
                    *start += u64::BITS;
                }
                let bit = word.trailing_zeros();
                *word &= *word - 1;
                Some(*start - u64::BITS + bit)
            }
        }
    }

    fn fold<B, F: FnMut(B, u32) -> B>(self, init: B, mut f: F) -> B {
        match self {
            Self::List(docs) => docs.copied().fold(init, f),
            Self::Bits { rest, start, word } => {
                let mut out = init;
                let starts = std::iter::successors(start.checked_sub(u64::BITS).or(Some(0)), |at| Some(at + u64::BITS));
                let present = (start > 0).then_some(word).into_iter();
                for (start, mut word) in starts.zip(present.chain(rest.iter().copied())) {
                    while word != 0 {
                        out = f(out, start + word.trailing_zeros());
                        word &= word - 1;
                    }
                }
                out
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Sparse and dense sets of documents below `max`.
    fn docs(max: u32) -> impl Strategy<Value = BTreeSet<u32>> {
        prop_oneof![
            proptest::collection::btree_set(0..max, 0..8),
            proptest::collection::btree_set(0..max, 0..(max as usize)),
        ]
    }

    fn in_order(set: &DocSet) -> Vec<u32> {
        set.iter().collect()
    }

    proptest! {
        #[test]
        fn sets_are_those_of_the_standard_library(one in docs(300), other in docs(200), doc in 0_u32..310) {
            let (a, b): (DocSet, DocSet) = (one.iter().copied().collect(), other.iter().copied().collect());
            prop_assert_eq!(in_order(&a), one.iter().copied().collect::<Vec<_>>());
            let mut step = Vec::new();
            let mut docs = a.iter();
            step.extend(docs.next());
            docs.for_each(|doc| step.push(doc));
            prop_assert_eq!(step, in_order(&a));
            prop_assert_eq!(a.len(), one.len() as u64);
            prop_assert_eq!(a.is_empty(), one.is_empty());
            prop_assert_eq!(a.contains(doc), one.contains(&doc));
            for (x, y, xs, ys) in [(&a, &b, &one, &other), (&b, &a, &other, &one)] {
                prop_assert_eq!(in_order(&(x & y)), xs.intersection(ys).copied().collect::<Vec<_>>());
                prop_assert_eq!(in_order(&(x.clone() & y)), xs.intersection(ys).copied().collect::<Vec<_>>());
                prop_assert_eq!(in_order(&(x - y)), xs.difference(ys).copied().collect::<Vec<_>>());
                let mut union = x.clone();
                union |= y;
                prop_assert_eq!(in_order(&union), xs.union(ys).copied().collect::<Vec<_>>());
                prop_assert_eq!(x.intersection_len(y), xs.intersection(ys).count() as u64);
                prop_assert_eq!(x.union_len(y), xs.union(ys).count() as u64);
                prop_assert_eq!(x.is_disjoint(y), xs.is_disjoint(ys));
                prop_assert_eq!(x.is_subset(y), xs.is_subset(ys));
            }
        }
    }

    #[test]
    fn a_range_is_its_documents() {
        assert_eq!(in_order(&DocSet::from_range(0..3)), [0, 1, 2]);
        assert!(DocSet::from_range(0..0).is_empty());
        assert_eq!(DocSet::from_range(0..200).len(), 200);
    }
}
