//! Codes of filters matched against every segment.

use crate::disk::segment::{Segment, Variants};
use crate::error::SearchError;
use crate::query::{ExpansionKind, ProbableMeaning};
use crate::score::doc_values::{DocValue, DocValues};
use crate::score::matcher::Matcher;
use crate::score::matches::{DocMatch, Matches, SegmentMatches, idf};
use catalogue::field::{self, Filter};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A code that a document has.
struct ScoredCode<'c> {
    filter: &'static Filter,
    code: &'c str,
    /// Inverse document frequency, with the weight of the filter.
    score: f32,
}

thread_local! {
    /// The greatest score of the filters so far, the greatest score of the present filter, and the normalised sum.
    static SUMS: RefCell<DocValues<[f32; 3]>> = RefCell::default();
}

impl Matcher<'_> {
    /// The documents with any of the codes. The score is, summed over the filters, the inverse document frequency of the
    /// rarest code that a document has, plus [`crate::Ranking::tie`] of the others'. A document meets the codes when it
    /// has at least the share [`crate::Ranking::share_of_codes`] of the greatest possible sum.
    pub(super) fn match_codes(&self, codes: &[(&'static str, String)]) -> Matches {
        let mut by_filter: BTreeMap<&str, Vec<ScoredCode<'_>>> = BTreeMap::new();
        for (parameter, code) in codes {
            if let Some(scored) = self.scored_code(parameter, code) {
                by_filter.entry(parameter).or_default().push(scored);
            }
        }
        let rarest = |codes: &Vec<ScoredCode<'_>>| codes.iter().map(|code| code.score).fold(0.0, f32::max);
        let total: f32 = by_filter.values().map(rarest).sum();
        let least = total * self.ranking.share_of_codes;
        let of_segment = |segment: &Segment| {
            SUMS.with_borrow_mut(|sums| {
                sums.begin(segment.columns.len());
                for codes in by_filter.values() {
                    for scored in codes {
                        self.for_each_with(segment, scored, |doc, normalised| {
                            let [_, of_filter, sum] = sums.of(doc);
                            *of_filter = of_filter.max(scored.score);
                            *sum += normalised;
                        });
                    }
                    for scored in codes {
                        self.for_each_with(segment, scored, |doc, _| {
                            let [best, of_filter, _] = sums.of(doc);
                            *best += std::mem::take(of_filter);
                        });
                    }
                }
                // A code of the same filter adds little: codes of one filter are alternatives.
                let found = |DocValue { doc, value: [best, _, sum], .. }: DocValue<[f32; 3]>| DocMatch {
                    doc,
                    score: (best + self.ranking.tie * (sum - best)) * self.ranking.code,
                    meets: best >= least,
                };
                sums.take().into_iter().map(found).collect()
            })
        };
        Matches(self.snapshot.segments.iter().map(of_segment).collect())
    }

    /// The documents with probable codes or terms; none meets them. The score is the sum over the codes and terms of a
    /// document, each times its share; documents below the share `least_score` of the best are left out.
    pub(super) fn match_meaning(&self, meaning: &ProbableMeaning, kind: ExpansionKind) -> Result<Matches, SearchError> {
        let settings = self.ranking.nearest;
        let codes = meaning.codes.iter();
        let codes = codes.filter_map(|code| Some((code.share, self.scored_code(code.parameter, &code.code)?)));
        let codes: Vec<(f32, ScoredCode<'_>)> = codes.collect();
        let terms = meaning.terms.iter().map(|term| Ok((term.share, self.match_all_words(&term.words, kind)?)));
        let terms: Vec<(f32, Matches)> = terms.collect::<Result<_, SearchError>>()?;
        let of_segment = |(number, segment): (usize, &Segment)| {
            SUMS.with_borrow_mut(|sums| {
                sums.begin(segment.columns.len());
                for (share, scored) in &codes {
                    let weight = share * self.ranking.code;
                    self.for_each_with(segment, scored, |doc, normalised| sums.of(doc)[2] += normalised * weight);
                }
                for (share, matches) in &terms {
                    let weight = share * settings.terms;
                    for DocMatch { doc, score, .. } in &matches.0[number] {
                        sums.of(*doc)[2] += score * weight;
                    }
                }
                let found =
                    |found: DocValue<[f32; 3]>| DocMatch { doc: found.doc, score: found.value[2], meets: false };
                sums.take().into_iter().map(found).collect::<SegmentMatches>()
            })
        };
        let mut out = Matches(self.snapshot.segments.iter().enumerate().map(of_segment).collect());
        let best = out.iter().map(|found| found.score).fold(0.0, f32::max);
        let least = best * settings.least_score;
        out.0.iter_mut().for_each(|matches| matches.retain(|found| found.score >= least));
        Ok(out)
    }

    /// `None` when no filter has the parameter, or no document the code.
    fn scored_code<'c>(&self, parameter: &str, code: &'c str) -> Option<ScoredCode<'c>> {
        let filter = field::filter(parameter)?;
        let no_variants = Variants::new();
        let views = self.snapshot.segments.iter().map(|segment| segment.view(self.today));
        let matches: u64 = views.map(|view| view.code_len(filter, code, &no_variants, view.alive)).sum();
        let score = idf(self.snapshot, matches) * self.ranking.code_of(filter.parameter);
        (matches > 0).then_some(ScoredCode { filter, code, score })
    }

    /// Calls `each` with every document that has a code, and the score of the code, normalised by the number of codes that
    /// the document has.
    fn for_each_with(&self, segment: &Segment, scored: &ScoredCode<'_>, mut each: impl FnMut(u32, f32)) {
        let ScoredCode { filter, code, score } = *scored;
        let column = segment.columns.codes(filter, false);
        let count = |doc: u32| column.map(|column| column.code_count(doc)).filter(|count| *count > 0);
        let share = |doc| count(doc).map_or(1.0, |count| count as f32 / self.ranking.usual_codes);
        let length = |doc| 1.0 - self.ranking.code_b + self.ranking.code_b * share(doc);
        let view = segment.view(self.today);
        view.for_each_with_code(filter, code, &Variants::new(), |doc| each(doc, score / length(doc)));
    }
}
