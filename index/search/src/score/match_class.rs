//! Classes of documents: those of one class match and meet the same units, so the hit rule is applied once for each class
//! and not once for each document.

use crate::score::doc_values::DocValues;
use crate::score::matches::DocMatch;
use std::cell::RefCell;

/// The class of documents that match no unit.
const NONE: u32 = 0;

/// What the documents of one class match, as sums of the weights of the units.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct MatchClass {
    /// Weight of the criteria that they meet.
    pub(super) met: f32,
    /// Weight of the criteria that they match.
    pub(super) matched: f32,
}

/// The weights that a unit adds.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitWeights {
    /// To [`MatchClass::met`] of a document that meets it.
    pub(super) met: f32,
    /// To [`MatchClass::matched`] of a document that meets it.
    pub(super) matched: f32,
    /// To [`MatchClass::matched`] of a document that matches it weakly.
    pub(super) weak: f32,
}

/// The classes of the documents of all segments.
#[derive(Debug)]
pub(super) struct MatchClasses {
    pub(super) classes: Vec<MatchClass>,
    /// By unit: its weights, and by class the class of the documents that also match the unit, weakly or not.
    units: Vec<(UnitWeights, Vec<[u32; 2]>)>,
}

thread_local! {
    static CLASS_OF_DOC: RefCell<DocValues<u32>> = RefCell::default();
}

impl MatchClasses {
    pub(super) fn new(units: impl Iterator<Item = UnitWeights>) -> Self {
        let units = units.map(|weights| (weights, Vec::new())).collect();
        Self { classes: vec![MatchClass::default()], units }
    }

    /// Classifies the documents of a segment by the matches of each unit; returns (document, class) in ascending order.
    pub(super) fn classify<'m>(
        &mut self,
        documents: usize,
        matches: impl Iterator<Item = &'m [DocMatch]>,
    ) -> Vec<(u32, u32)> {
        CLASS_OF_DOC.with_borrow_mut(|class_of_doc| {
            class_of_doc.begin(documents);
            for ((weights, next), matches) in self.units.iter_mut().zip(matches) {
                for DocMatch { doc, meets, .. } in matches {
                    let class = class_of_doc.of(*doc);
                    *class = next_class(&mut self.classes, *weights, next, *class, *meets);
                }
            }
            class_of_doc.take().into_iter().map(|found| (found.doc, found.value)).collect()
        })
    }
}

/// The class of the documents of a class that also match a unit.
fn next_class(
    classes: &mut Vec<MatchClass>,
    weights: UnitWeights,
    next: &mut Vec<[u32; 2]>,
    class: u32,
    meets: bool,
) -> u32 {
    let at = class as usize;
    if next.len() <= at {
        next.resize(classes.len(), [NONE; 2]);
    }
    let slot = &mut next[at][usize::from(meets)];
    if *slot == NONE {
        let MatchClass { met, matched } = classes[at];
        let new = if meets {
            MatchClass { met: met + weights.met, matched: matched + weights.matched }
        } else {
            MatchClass { met, matched: matched + weights.weak }
        };
        *slot = classes.len() as u32;
        classes.push(new);
    }
    *slot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_match_the_same_units_are_one_class() {
        let weights = |weight: f32| UnitWeights { met: weight, matched: weight, weak: weight / 2.0 };
        let mut classes = MatchClasses::new([weights(2.0), weights(4.0)].into_iter());
        let found = |doc, meets| DocMatch { doc, score: 1.0, meets };
        let lists = [vec![found(1, true), found(2, false), found(5, true)], vec![found(2, true), found(5, true)]];
        let of_docs = classes.classify(8, lists.iter().map(Vec::as_slice));
        let of_next = classes.classify(2, [[found(0, true)].as_slice(), &[]].into_iter());
        let sums = |class: u32| (classes.classes[class as usize].met, classes.classes[class as usize].matched);
        let found: Vec<_> = of_docs.iter().map(|(doc, class)| (*doc, sums(*class))).collect();
        assert_eq!(found, [(1, (2.0, 2.0)), (2, (4.0, 5.0)), (5, (6.0, 6.0))]);
        assert_eq!(of_next, [(0, of_docs[0].1)]);
        assert_eq!(classes.classes.len(), 5);
    }
}
