//! Occurrences of wordings in a text.

use super::lemmas::{LemmaId, is_negation, negates_verb};
use super::{Wording, Wordings};
use crate::text::Token;
use std::collections::HashMap;

/// Greatest number of content words between two words of a wording; documented for editors.
const MAX_GAP: usize = 2;
/// Greatest number of words between two words of a wording, stop words included.
const MAX_WORDS_BETWEEN: usize = 3;
/// Greatest distance of a negation before the first word of a wording that it negates.
const NEGATION_REACH: usize = 2;
/// Greatest number of combinations of positions that are tried for one wording.
const MAX_COMBINATIONS: usize = 200;

/// Conjunctions that start a clause.
const CLAUSE_WORDS: [&str; 3] = ["men", "fast", "fastän"];
/// Signs that end a clause.
const CLAUSE_SIGNS: [char; 11] = ['.', ',', ';', ':', '!', '?', '(', ')', '–', '\n', '،'];

/// An occurrence of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordingMatch {
    pub(crate) meaning: usize,
    /// Indices of its tokens, in ascending order.
    pub(crate) tokens: Vec<usize>,
}

impl Wordings {
    /// Occurrences, those with more words first. One with more than half of its words in others before it is left out.
    pub(crate) fn matches(&self, text: &str, tokens: &[Token]) -> Vec<WordingMatch> {
        let clauses = clauses(text, tokens);
        let mut positions: HashMap<LemmaId, Vec<usize>> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            if let Some(lemma) = self.lemmas.find(&token.word) {
                positions.entry(lemma).or_default().push(at);
            }
        }
        let candidates = positions.keys().flat_map(|lemma| &self.by_longest[*lemma as usize]);
        let mut found: Vec<(u32, WordingMatch)> = Vec::new();
        for &number in candidates {
            let wording = &self.all[number as usize];
            let occurrence = wording.find(tokens, &positions, &clauses);
            found.extend(occurrence.map(|tokens| (number, WordingMatch { meaning: wording.meaning, tokens })));
        }
        // A tighter occurrence is the more likely one; the number makes the order independent of the map.
        let span =
            |found: &WordingMatch| found.tokens.last().zip(found.tokens.first()).map(|(last, first)| last - first);
        found.sort_by_key(|(number, found)| (std::cmp::Reverse(found.tokens.len()), span(found), *number));
        let mut taken = vec![false; tokens.len()];
        let mut out = Vec::new();
        for (_, found) in found {
            let new = found.tokens.iter().filter(|at| !taken[**at]).count();
            if 2 * new >= found.tokens.len() {
                found.tokens.iter().for_each(|at| taken[*at] = true);
                out.push(found);
            }
        }
        out
    }
}

impl Wording {
    /// The tokens of an occurrence, in ascending order.
    fn find(
        &self,
        tokens: &[Token],
        positions: &HashMap<LemmaId, Vec<usize>>,
        clauses: &[usize],
    ) -> Option<Vec<usize>> {
        let mut combinations: Vec<Vec<usize>> = vec![Vec::new()];
        for lemma in &self.lemmas {
            let at = positions.get(lemma)?;
            let extended = combinations.iter().flat_map(|chosen| {
                at.iter().map(move |position| chosen.iter().copied().chain([*position]).collect::<Vec<_>>())
            });
            combinations = extended.take(MAX_COMBINATIONS).collect();
        }
        combinations.into_iter().find_map(|mut chosen| {
            chosen.sort_unstable();
            let is_near = chosen.windows(2).all(|pair| is_near(tokens, pair[0], pair[1]));
            let (first, last) = (*chosen.first()?, *chosen.last()?);
            let is_match = is_near
                && clauses[first] == clauses[last]
                && (self.is_negated || !is_negated(tokens, clauses, first, last))
                && !(self.negates_noun && negates_another_verb(tokens, &chosen));
            is_match.then_some(chosen)
        })
    }
}

/// Whether few enough words are between two positions.
fn is_near(tokens: &[Token], one: usize, two: usize) -> bool {
    let between = &tokens[(one + 1).min(two)..two];
    between.len() <= MAX_WORDS_BETWEEN && between.iter().filter(|token| token.word.is_content()).count() <= MAX_GAP
}

/// Whether a negation is in, shortly before or directly after a range of tokens, in the same clause.
fn is_negated(tokens: &[Token], clauses: &[usize], first: usize, last: usize) -> bool {
    let reach = first.saturating_sub(NEGATION_REACH)..=(last + 1).min(tokens.len() - 1);
    reach.into_iter().any(|at| clauses[at] == clauses[first] && is_negation(&tokens[at].word.text))
}

/// Whether a negation among the chosen tokens belongs to a verb before it that is not among them: *söker inte jobb* is not
/// *inget jobb*, but *har inte jobb* is.
fn negates_another_verb(tokens: &[Token], chosen: &[usize]) -> bool {
    let negations = chosen.iter().filter(|at| negates_verb(&tokens[**at].word.text));
    let mut before = negations.filter_map(|at| at.checked_sub(1));
    before.any(|before| tokens[before].word.is_content() && !chosen.contains(&before))
}

/// Whether the text between two words ends a clause.
pub(crate) fn ends_clause(gap: &str) -> bool {
    gap.contains(CLAUSE_SIGNS)
}

/// For each token, the number of its clause.
pub(crate) fn clauses(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut clause = 0;
    let mut end = 0;
    let number = |token: &Token| {
        let gap = text.get(end..token.start).unwrap_or_default();
        end = token.end;
        clause += usize::from(ends_clause(gap) || CLAUSE_WORDS.contains(&token.word.text.as_str()));
        clause
    };
    tokens.iter().map(number).collect()
}
