//! The wordings of expressions, and how they are matched: by lemma, in any order within a clause, with few other words
//! between, and with the same negation.

use crate::text::{QueryWord, Token, words};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Greatest number of content words between two words of a wording; documented for editors.
const MAX_GAP: usize = 2;
/// Greatest number of words between two words of a wording, stop words included.
const MAX_WORDS_BETWEEN: usize = 3;
/// Greatest distance of a negation before the first word of a wording that it negates.
const NEGATION_REACH: usize = 2;
/// Greatest number of combinations of positions that are tried for one wording.
const MAX_COMBINATIONS: usize = 200;

/// Words that negate, which stand for one another in a wording.
const NEGATIONS: [&str; 9] = ["inte", "ej", "icke", "ingen", "inget", "inga", "ingenting", "utan", "varken"];
/// The lemma of every negation.
const NEGATION: &str = "¬";
/// A word that negates and also has a meaning of its own in wordings (*aldrig jobbat*).
const NEVER: &str = "aldrig";
/// Conjunctions that start a clause.
const CLAUSE_WORDS: [&str; 3] = ["men", "fast", "fastän"];
/// Signs that end a clause.
const CLAUSE_SIGNS: [char; 11] = ['.', ',', ';', ':', '!', '?', '(', ')', '–', '\n', '،'];

/// One wording.
#[derive(Debug, Clone)]
struct Wording {
    /// As written.
    text: String,
    keeps_stop_words: bool,
    /// The lemmas to match, sorted; a negation is [`NEGATION`].
    lemmas: Vec<String>,
    is_negated: bool,
    /// What it stands for, as a number of the caller.
    meaning: usize,
}

/// An occurrence of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordingMatch {
    pub(crate) meaning: usize,
    /// Indices of its tokens, in ascending order.
    pub(crate) tokens: Vec<usize>,
}

/// A wording as (meaning, text).
pub(crate) type NamedWording<'a> = (usize, &'a str);

/// All wordings, by the lemmas that they contain.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wordings {
    all: Vec<Wording>,
    /// Numbers of wordings by one of their lemmas that is no negation.
    by_lemma: HashMap<String, Vec<usize>>,
    /// Lemmas that are compared as another one, because both words mean the same.
    equivalents: HashMap<String, String>,
}

impl Wordings {
    /// No wordings yet. Each key of `equivalents` is compared as its value; both are lemmas.
    pub(crate) fn new(equivalents: HashMap<String, String>) -> Self {
        Self { equivalents, ..Self::default() }
    }

    /// The lemma by which a word of a query and of a wording are compared.
    fn compared_lemma(&self, word: &QueryWord) -> String {
        let lemma = matched_lemma(word);
        self.equivalents.get(&lemma).cloned().unwrap_or(lemma)
    }

    /// The lemmas of a wording that must be matched, each compared as `lemma` says.
    fn bearing_lemmas(text: &str, keeps_stop_words: bool, lemma: impl Fn(&QueryWord) -> String) -> Vec<String> {
        let words: Vec<QueryWord> = words(text).iter().map(|word| QueryWord::new(&word.text)).collect();
        let is_bearing = |word: &&QueryWord| word.is_content() || is_negation(&word.text);
        let keeps_all = keeps_stop_words || words.iter().filter(is_bearing).count() < 2;
        let mut lemmas: Vec<String> = words.iter().filter(|word| keeps_all || is_bearing(word)).map(lemma).collect();
        lemmas.sort();
        lemmas.dedup();
        lemmas
    }

    /// Adds a wording. Its stop words are ignored unless it `keeps_stop_words` or has fewer than two other words.
    pub(crate) fn add(&mut self, text: &str, keeps_stop_words: bool, meaning: usize) {
        let lemmas = Self::bearing_lemmas(text, keeps_stop_words, |word| self.compared_lemma(word));
        let Some(anchor) = lemmas.iter().filter(|l| *l != NEGATION).max_by_key(|l| l.len()) else { return };
        self.by_lemma.entry(anchor.clone()).or_default().push(self.all.len());
        let is_negated = words(text).iter().any(|word| is_negation(&word.text.to_lowercase()));
        self.all.push(Wording { text: text.to_owned(), keeps_stop_words, lemmas, is_negated, meaning });
    }

    /// Occurrences, those with more words first. One with more than half of its words in others before it is left out.
    pub(crate) fn matches(&self, text: &str, tokens: &[Token]) -> Vec<WordingMatch> {
        let clauses = clauses(text, tokens);
        let mut positions: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            positions.entry(self.compared_lemma(&token.word)).or_default().push(at);
        }
        let candidates = positions.keys().filter_map(|lemma| self.by_lemma.get(lemma)).flatten();
        let mut found: Vec<(usize, WordingMatch)> = Vec::new();
        for &number in candidates {
            let wording = &self.all[number];
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

    /// Pairs of wordings with the same words.
    pub(crate) fn duplicates(&self) -> Vec<[NamedWording<'_>; 2]> {
        let mut first: HashMap<Vec<String>, &Wording> = HashMap::new();
        let mut out = Vec::new();
        for wording in &self.all {
            match first.entry(Self::bearing_lemmas(&wording.text, wording.keeps_stop_words, matched_lemma)) {
                Entry::Occupied(other) => {
                    let other = other.get();
                    out.push([(other.meaning, other.text.as_str()), (wording.meaning, wording.text.as_str())]);
                }
                Entry::Vacant(entry) => {
                    entry.insert(wording);
                }
            }
        }
        out
    }

    /// The meaning of each wording.
    pub(crate) fn meanings(&self) -> impl Iterator<Item = usize> {
        self.all.iter().map(|wording| wording.meaning)
    }
}

impl Wording {
    /// The tokens of an occurrence, in ascending order.
    fn find(&self, tokens: &[Token], positions: &HashMap<String, Vec<usize>>, clauses: &[usize]) -> Option<Vec<usize>> {
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
                && (self.is_negated || !is_negated(tokens, clauses, first, last));
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

fn is_negation(word: &str) -> bool {
    word == NEVER || NEGATIONS.contains(&word)
}

/// The lemma of a word, and one for all negations. A stop word equals no content word: *man* is not
/// *mani*, although both have the same stem.
fn matched_lemma(word: &QueryWord) -> String {
    if NEGATIONS.contains(&word.text.as_str()) {
        NEGATION.to_owned()
    } else if word.is_content() {
        word.lemma.clone()
    } else {
        format!("·{}", word.text)
    }
}

/// Whether the text between two words ends a clause.
pub(crate) fn ends_clause(gap: &str) -> bool {
    gap.contains(CLAUSE_SIGNS)
}

/// For each token, the number of its clause.
fn clauses(text: &str, tokens: &[Token]) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn found(wordings: &[&str], text: &str) -> Vec<usize> {
        let mut all = Wordings::default();
        wordings.iter().enumerate().for_each(|(number, wording)| all.add(wording, false, number));
        all.matches(text, &tokens(text)).into_iter().map(|found| found.meaning).collect()
    }

    #[test]
    fn words_are_found_in_any_order_with_a_gap() {
        let wordings = ["går skolan"];
        for text in ["hon går inte längre", "går vidare. Skolan", "skolan är slut och jag vill ut och gå"] {
            assert!(found(&wordings, text).is_empty(), "{text}");
        }
        for text in ["går i skolan", "till skolan går han", "går kanske snart i skolan"] {
            assert_eq!(found(&wordings, text), [0], "{text}");
        }
    }

    #[test]
    fn a_negation_is_kept() {
        assert!(found(&["vill gå skolan"], "vill inte gå till skolan").is_empty());
        assert_eq!(found(&["vill inte gå skolan"], "vill inte gå till skolan"), [0]);
        assert!(found(&["vill inte gå skolan"], "vill gå till skolan").is_empty());
        assert_eq!(found(&["inget jobb"], "går utan jobb"), [0], "negations stand for one another");
        assert!(found(&["skulder"], "jag har inga skulder").is_empty());
        assert!(found(&["spelar"], "han spelar inte").is_empty());
        assert_eq!(found(&["skulder"], "jag orkar inte leva med mina skulder"), [0]);
    }

    #[test]
    fn equivalent_words_are_compared_as_one() {
        let lemma = |word: &str| QueryWord::new(word).lemma;
        let mut all = Wordings::new(HashMap::from([(lemma("plugga"), lemma("studera"))]));
        all.add("orkar inte plugga", false, 0);
        let text = "jag orkar inte studera";
        assert_eq!(all.matches(text, &tokens(text)).len(), 1);
    }

    #[test]
    fn more_words_take_precedence() {
        assert_eq!(found(&["hemma", "sitter hemma"], "sitter bara hemma"), [1]);
        assert_eq!(found(&["hemma", "skulder"], "hemma med skulder").len(), 2);
    }

    #[test]
    fn stop_words_count_where_nothing_else_is_left() {
        assert_eq!(found(&["slår mig"], "han slår mig"), [0]);
        assert!(found(&["slår mig"], "slår rekord").is_empty());
    }

    #[test]
    fn duplicates_have_the_same_lemmas() {
        let mut all = Wordings::default();
        for (number, wording) in
            ["har skulder", "skulder", "betala räkningar", "räkningarna betalas"].iter().enumerate()
        {
            all.add(wording, false, number);
        }
        let pairs: Vec<_> = all.duplicates().iter().map(|[a, b]| (a.0, b.0)).collect();
        assert_eq!(pairs, [(2, 3)]);
    }
}
