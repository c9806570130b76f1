//! Codes of filters matched against every segment.

use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::disk::segment::{Segment, Variants};
use crate::query::CodeShare;
use crate::score::matcher::Matcher;
use crate::score::scored_docs::{Matches, ScoredDocs, idf, merge};
use catalogue::field::{self, Filter};
use std::collections::BTreeMap;

/// The documents with one code, by segment.
struct CodeMatch {
    /// Inverse document frequency, with the weight of the filter.
    score: f32,
    docs: Vec<DocSet>,
    /// The score, normalised by the number of codes that each document has.
    normalised: Vec<ScoredDocs>,
}

impl Matcher<'_> {
    /// The documents with any of the codes. The score is, summed over the filters, the inverse document frequency of the
    /// rarest code that a document has, plus [`crate::Ranking::tie`] of the others'. A document meets the codes when it
    /// has at least the share [`crate::Ranking::share_of_codes`] of the greatest possible sum.
    pub(super) fn score_codes(&self, codes: &[(&'static str, String)]) -> Matches {
        let mut out = Matches::none(self.snapshot);
        let mut by_filter: BTreeMap<&str, (f32, Vec<ScoredDocs>, Vec<ScoredDocs>)> = BTreeMap::new();
        for (parameter, code) in codes {
            let Some(CodeMatch { score, docs, normalised }) = self.match_code(parameter, code) else { continue };
            let (most, best, sum) = by_filter.entry(parameter).or_insert_with(|| (0.0, self.no_docs(), self.no_docs()));
            *most = most.max(score);
            for (number, docs) in docs.into_iter().enumerate() {
                let scored: ScoredDocs = docs.iter().map(|doc| (doc, score)).collect();
                best[number] = merge(&best[number], &scored, f32::max);
                sum[number] = merge(&sum[number], &normalised[number], |a, b| a + b);
            }
        }
        let total: f32 = by_filter.values().map(|(most, ..)| most).sum();
        let mut best = self.no_docs();
        for (_, of_filter, sum) in by_filter.into_values() {
            for number in 0..best.len() {
                best[number] = merge(&best[number], &of_filter[number], |a, b| a + b);
                out.scored[number] = merge(&out.scored[number], &sum[number], |a, b| a + b);
            }
        }
        for (number, best) in best.into_iter().enumerate() {
            let is_met = |(_, score): &&(u32, f32)| *score >= total * self.ranking.share_of_codes;
            out.met[number] = best.iter().filter(is_met).map(|(doc, _)| *doc).collect();
            // A code of the same filter adds little: codes of one filter are alternatives.
            for ((_, score), (_, best)) in out.scored[number].iter_mut().zip(&best) {
                *score = (best + self.ranking.tie * (*score - best)) * self.ranking.code;
            }
        }
        out
    }

    /// The documents with any of the codes. The score is the sum of the inverse document frequencies of the codes that a
    /// document has, each times its share.
    pub(super) fn score_code_shares(&self, codes: &[CodeShare]) -> Vec<ScoredDocs> {
        let mut out = self.no_docs();
        for CodeShare { parameter, code, share } in codes {
            let Some(of_code) = self.match_code(parameter, code) else { continue };
            for (all, mut scored) in out.iter_mut().zip(of_code.normalised) {
                for (_, score) in &mut scored {
                    *score *= share * self.ranking.code;
                }
                *all = merge(all, &scored, |a, b| a + b);
            }
        }
        out
    }

    /// `None` when no filter has the parameter, or no document the code.
    fn match_code(&self, parameter: &str, code: &str) -> Option<CodeMatch> {
        let filter: &Filter = field::filter(parameter)?;
        let no_variants = Variants::new();
        let with_code = |segment: &Segment| segment.view(self.today).with_code(filter, code, &no_variants);
        let docs: Vec<DocSet> = self.snapshot.segments.iter().map(with_code).collect();
        let matches: u64 = docs.iter().map(DocSet::len).sum();
        if matches == 0 {
            return None;
        }
        let score = idf(self.snapshot, matches) * self.ranking.code_of(filter.parameter);
        let column = schema::code_field(filter, false);
        let normalised = docs.iter().zip(&self.snapshot.segments).map(|(docs, segment)| {
            let column = segment.columns.codes(&column);
            let count = |doc: u32| column.map(|column| column.code_count(doc)).filter(|count| *count > 0);
            let share = |doc| count(doc).map_or(1.0, |count| count as f32 / self.ranking.usual_codes);
            let length = |doc| 1.0 - self.ranking.code_b + self.ranking.code_b * share(doc);
            docs.iter().map(|doc| (doc, score / length(doc))).collect()
        });
        let normalised = normalised.collect();
        Some(CodeMatch { score, docs, normalised })
    }
}
