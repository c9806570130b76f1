//! The wordings of expressions, and how they are matched: by lemma, in any order within a clause, with few other words
//! between, and with the same negation. A text that no wording matches is compared with the nearest ones ([`nearest`]).

mod lemmas;
mod nearest;
mod occurrence;

pub(crate) use self::occurrence::{WordingMatch, clauses, ends_clause};

use self::lemmas::{LemmaId, Lemmas, is_negation, matched_lemma, negates_noun};
use crate::text::{QueryWord, words};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// One wording.
#[derive(Debug, Clone)]
struct Wording {
    /// As written; `None` for a question.
    text: Option<Box<str>>,
    keeps_stop_words: bool,
    /// The lemmas to match, in ascending order.
    lemmas: Vec<LemmaId>,
    is_negated: bool,
    /// Whether a negation is that of a noun (*inget jobb*).
    negates_noun: bool,
    /// What it stands for, as a number of the caller.
    meaning: usize,
    /// Sum of the inverse document frequencies of its lemmas; 0 before [`Wordings::finish`].
    idf: f32,
}

/// A wording as (meaning, text).
pub(crate) type NamedWording<'a> = (usize, &'a str);

/// All wordings, by the lemmas that they contain.
#[derive(Debug, Clone)]
pub(crate) struct Wordings {
    all: Vec<Wording>,
    lemmas: Lemmas,
    /// By lemma: the wordings with it.
    with_lemma: Vec<Vec<u32>>,
    /// By lemma: the wordings that are looked up by it, which is the longest of their lemmas.
    by_longest: Vec<Vec<u32>>,
    /// By lemma: its inverse document frequency among the wordings, 0 for negations and stop words; empty before
    /// [`Self::finish`].
    idf: Vec<f32>,
    /// Words of the wordings read so far with their lemmas: most words occur often.
    seen: HashMap<String, QueryWord>,
}

impl Default for Wordings {
    fn default() -> Self {
        Self::new(HashMap::new())
    }
}

impl Wordings {
    /// No wordings yet. Each key of `equivalents` is compared as its value; both are lemmas.
    pub(crate) fn new(equivalents: HashMap<String, String>) -> Self {
        let lemmas = Lemmas::new(equivalents);
        let no_wordings = vec![Vec::new(); lemmas.len()];
        Self {
            all: Vec::new(),
            lemmas,
            with_lemma: no_wordings.clone(),
            by_longest: no_wordings,
            idf: Vec::new(),
            seen: HashMap::new(),
        }
    }

    /// Adds a wording. Its stop words are ignored unless it `keeps_stop_words` or has fewer than two other words.
    pub(crate) fn add(&mut self, text: &str, keeps_stop_words: bool, meaning: usize) {
        let bearing = bearing_words(text, keeps_stop_words, |word| self.seen_word(word));
        let has = |is_kind: fn(&str) -> bool| words(text).iter().any(|word| is_kind(&word.text.to_lowercase()));
        let longest = bearing.iter().filter(|word| !matched_lemma(word).is_empty()).max_by_key(|word| word.lemma.len());
        let Some(longest) = longest.map(|word| self.lemmas.add(word)) else { return };
        let wording = Wording {
            text: Some(text.into()),
            keeps_stop_words,
            lemmas: Vec::new(),
            is_negated: has(is_negation),
            negates_noun: has(negates_noun),
            meaning,
            idf: 0.0,
        };
        let number = self.push(&bearing, wording);
        self.by_longest[longest as usize].push(number);
    }

    /// Adds a question, which occurs in no text and is only compared as a whole.
    pub(crate) fn add_question(&mut self, text: &str, meaning: usize) {
        let bearing = bearing_words(text, false, |word| self.seen_word(word));
        let question = Wording {
            text: None,
            keeps_stop_words: false,
            lemmas: Vec::new(),
            is_negated: false,
            negates_noun: false,
            meaning,
            idf: 0.0,
        };
        self.push(&bearing, question);
    }

    fn seen_word(&mut self, text: &str) -> QueryWord {
        if let Some(word) = self.seen.get(text) {
            return word.clone();
        }
        let word = QueryWord::new(text);
        self.seen.insert(text.to_owned(), word.clone());
        word
    }

    /// Computes the weights for [`Self::nearest`]; call it after the last [`Self::add`] and [`Self::add_question`].
    pub(crate) fn finish(&mut self) {
        self.seen = HashMap::new();
        let all = self.all.len() as f32;
        let idf = |with: &Vec<u32>| if with.is_empty() { 0.0 } else { (all / with.len() as f32).ln() };
        self.idf = self.with_lemma.iter().map(idf).collect();
        for wording in &mut self.all {
            wording.idf = wording.lemmas.iter().map(|lemma| self.idf[*lemma as usize]).sum();
        }
    }

    /// Adds a wording with the lemmas of its words and returns its number.
    fn push(&mut self, bearing: &[QueryWord], wording: Wording) -> u32 {
        let mut lemmas: Vec<LemmaId> = bearing.iter().map(|word| self.lemmas.add(word)).collect();
        lemmas.sort_unstable();
        lemmas.dedup();
        self.with_lemma.resize(self.lemmas.len(), Vec::new());
        self.by_longest.resize(self.lemmas.len(), Vec::new());
        let number = self.all.len() as u32;
        for lemma in lemmas.iter().filter(|lemma| self.lemmas.is_content(**lemma)) {
            self.with_lemma[*lemma as usize].push(number);
        }
        self.all.push(Wording { lemmas, ..wording });
        number
    }

    /// Pairs of wordings with the same words.
    pub(crate) fn duplicates(&self) -> Vec<[NamedWording<'_>; 2]> {
        let mut first: HashMap<Vec<String>, NamedWording<'_>> = HashMap::new();
        let mut out = Vec::new();
        for wording in &self.all {
            let Some(text) = &wording.text else { continue };
            let bearing = bearing_words(text, wording.keeps_stop_words, QueryWord::new);
            let mut lemmas: Vec<String> = bearing.iter().map(matched_lemma).collect();
            lemmas.sort_unstable();
            lemmas.dedup();
            match first.entry(lemmas) {
                Entry::Occupied(other) => out.push([*other.get(), (wording.meaning, text)]),
                Entry::Vacant(entry) => {
                    entry.insert((wording.meaning, text));
                }
            }
        }
        out
    }

    /// The meaning of each wording, without questions.
    pub(crate) fn meanings(&self) -> impl Iterator<Item = usize> {
        self.all.iter().filter(|wording| wording.text.is_some()).map(|wording| wording.meaning)
    }
}

/// The words of a wording that must be matched.
fn bearing_words(text: &str, keeps_stop_words: bool, mut word: impl FnMut(&str) -> QueryWord) -> Vec<QueryWord> {
    let mut words: Vec<QueryWord> = words(text).iter().map(|found| word(&found.text)).collect();
    let is_bearing = |word: &QueryWord| word.is_content() || is_negation(&word.text);
    if !keeps_stop_words && words.iter().filter(|word| is_bearing(word)).count() >= 2 {
        words.retain(is_bearing);
    }
    words
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
    fn no_wordings_match_a_negation() {
        let text = "jag vill inte";
        assert!(Wordings::default().matches(text, &tokens(text)).is_empty());
        assert!(Wordings::default().nearest(&tokens(text), 5).is_empty());
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
        assert!(found(&["inget jobb"], "söker inte jobb just nu").is_empty(), "it negates the verb");
        assert_eq!(found(&["hittar inget jobb"], "hittar inte jobb"), [0], "the verb is in the wording");
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
