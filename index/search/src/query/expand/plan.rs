//! How a text is looked for: its words as concepts, each with several ways to be met.
//!
//! A concept is one word, or several that belong together (a phrase of the lexicon, a compound
//! typed apart). The literal way comes first; the others are shown to the reader as the reason why
//! a hit is there.

use crate::caches::named_values::NamedValues;
use crate::caches::term_dictionary::TermDictionary;
use crate::lexicon::{Everyday, Synonyms};
use crate::query::expand::compounds;
use crate::query::expand::query_unit::{Expansion, ExpansionKind, MatchSpec, QueryUnit};
use crate::query::{SearchFeatures, diacritics};
use crate::text::grams;
use crate::text::{QueryWord, Token, tokens};
use catalogue::vocabulary::fold;
use swedish::{dictionary, is_stop_word};

/// Completions of an unfinished last word.
const COMPLETIONS: usize = 5;
/// Shortest unfinished word that is completed, in letters.
const MIN_PREFIX: usize = 3;

/// How a text is looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is looked for.
    pub concepts: Vec<QueryUnit>,
    /// Words that were taken for others: typed, meant.
    pub corrected: Vec<(String, String)>,
    /// Whether the words say that somebody may need help at once.
    pub urgent: bool,
    /// Four-letter grams of the text, which only add to the score.
    pub grams: Vec<String>,
}

/// Where a plan gets its knowledge from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) words: &'a TermDictionary,
    pub(crate) synonyms: &'a Synonyms,
    pub(crate) everyday: &'a Everyday,
    pub(crate) terms: &'a NamedValues,
    pub(crate) abilities: SearchFeatures,
}

impl Plan {
    /// Plans how to look for a text.
    pub(crate) fn new(text: &str, sources: Sources<'_>) -> Self {
        let mut tokens = tokens(text);
        let corrected = if sources.abilities.repair {
            diacritics::restore_diacritics(text, &mut tokens, sources.words)
        } else {
            Vec::new()
        };
        let plan = Plan { grams: grams(text), corrected, ..Plan::default() };
        let mut planner = Planner { sources, tokens: &tokens, plan };
        planner.run();
        planner.plan
    }

    /// A text with the words that were meant in place of those typed.
    pub fn corrected_text(&self, text: &str) -> String {
        self.corrected.iter().fold(text.to_owned(), |text, (typed, meant)| text.replacen(typed.as_str(), meant, 1))
    }

    /// Every word that makes a record a hit, for marking.
    pub fn marked_words(&self) -> Vec<QueryWord> {
        let mut out: Vec<QueryWord> = Vec::new();
        for way in self.concepts.iter().flat_map(|c| &c.ways) {
            if let MatchSpec::Words(words) | MatchSpec::AnyWord(words) = &way.needs {
                out.extend(words.iter().filter(|w| !out.contains(w)).cloned().collect::<Vec<_>>());
            }
        }
        out
    }
}

struct Planner<'a> {
    sources: Sources<'a>,
    tokens: &'a [Token],
    plan: Plan,
}

impl Planner<'_> {
    fn run(&mut self) {
        let can = self.sources.abilities;
        let mut everyday = self.sources.everyday.find(self.tokens);
        self.plan.urgent = everyday.iter().any(|found| found.phrase.urgent);
        // A phrase may only say how urgent it is.
        everyday.retain(|found| can.synonyms && !found.phrase.codes.is_empty());
        // Where nothing but stop words is typed, these are looked for.
        let all = !self.tokens.iter().any(|t| t.word.is_content());
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(found) = everyday.iter().find(|f| f.first == at && f.last > f.first) {
                self.everyday(found.first, found.last, found.phrase);
                at = found.last + 1;
            } else if let Some(len) = self.phrase_at(at) {
                self.phrase(at, len);
                at += len;
            } else if let Some(joined) = self.joined_at(at).filter(|_| can.compounds) {
                self.joined(at, &joined);
                at += 2;
            } else {
                let token = &self.tokens[at];
                if all || token.word.is_content() || is_abbreviation(&token.raw) {
                    self.word(at);
                    if let Some(found) = everyday.iter().find(|f| f.first == at) {
                        self.add_codes(found.phrase);
                    }
                }
                at += 1;
            }
        }
        // The same word twice is one thing to look for.
        let mut seen: Vec<Vec<Expansion>> = Vec::new();
        self.plan.concepts.retain(|c| {
            let new = !seen.contains(&c.ways);
            seen.push(c.ways.clone());
            new
        });
    }

    fn push(&mut self, from: String, ways: Vec<Expansion>) {
        if !ways.is_empty() {
            self.plan.concepts.push(QueryUnit { from, ways });
        }
    }

    fn raw(&self, at: usize, len: usize) -> String {
        self.tokens[at..at + len].iter().map(|t| t.raw.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn content(&self, at: usize, len: usize) -> Vec<QueryWord> {
        let words = &self.tokens[at..at + len];
        words.iter().filter(|t| t.word.is_content()).map(|t| t.word.clone()).collect()
    }

    fn lemmas(&self, at: usize, len: usize) -> Vec<String> {
        self.tokens[at..at + len].iter().map(|t| t.word.lemma.clone()).collect()
    }

    /// Words of the longest synonym or name of a value of several words that begins here.
    fn phrase_at(&self, at: usize) -> Option<usize> {
        let Sources { synonyms, terms, abilities, .. } = self.sources;
        let longest = synonyms.longest().max(terms.longest()).min(self.tokens.len() - at);
        (2..=longest).rev().find(|len| {
            let lemmas = self.lemmas(at, *len);
            let named = abilities.understanding && !terms.named(&lemmas).is_empty();
            named || abilities.synonyms && !synonyms.links(&lemmas).is_empty()
        })
    }

    /// Lets words be met by the values of filters that they name.
    fn add_terms(&self, at: usize, len: usize, ways: &mut Vec<Expansion>) {
        if !self.sources.abilities.understanding {
            return;
        }
        for named in self.sources.terms.named(&self.lemmas(at, len)) {
            let needs = MatchSpec::Codes(vec![(named.parameter, named.code.clone())]);
            ways.push(Expansion { kind: ExpansionKind::Term, needs, to: named.code.clone() });
        }
    }

    fn phrase(&mut self, at: usize, len: usize) {
        let words = self.content(at, len);
        let mut ways =
            vec![Expansion { kind: ExpansionKind::Literal, needs: MatchSpec::Words(words), to: String::new() }];
        self.add_terms(at, len, &mut ways);
        self.add_synonyms(at, len, &mut ways);
        self.push(self.raw(at, len), ways);
    }

    fn everyday(&mut self, first: usize, last: usize, phrase: &crate::lexicon::Phrase) {
        let words = self.content(first, last + 1 - first);
        let literal = Expansion { kind: ExpansionKind::Literal, needs: MatchSpec::Words(words), to: String::new() };
        self.push(self.raw(first, last + 1 - first), vec![literal]);
        self.add_codes(phrase);
    }

    /// Lets the latest concept be met by the codes of an everyday phrase too.
    fn add_codes(&mut self, phrase: &crate::lexicon::Phrase) {
        let known = |(parameter, codes): (&String, &Vec<String>)| {
            let filter = catalogue::field::filter(parameter)?;
            Some(codes.iter().map(|c| (filter.parameter, c.clone())).collect::<Vec<_>>())
        };
        let codes: Vec<_> = phrase.codes.iter().filter_map(known).flatten().collect();
        if let (false, Some(concept)) = (codes.is_empty(), self.plan.concepts.last_mut()) {
            let to = codes.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ");
            concept.ways.push(Expansion { kind: ExpansionKind::Everyday, needs: MatchSpec::Codes(codes), to });
        }
    }

    /// The word that two neighbouring words are when written as one.
    fn joined_at(&self, at: usize) -> Option<QueryWord> {
        let (one, two) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        let joined = QueryWord::new(&format!("{}{}", one.word.text, two.word.text));
        let small = is_stop_word(&one.word.text) || is_stop_word(&two.word.text);
        let number = one.raw.chars().all(|c| c.is_ascii_digit());
        // Little words make no compound, but a name may be written as one (JagKan).
        let known = if small || number {
            self.sources.words.is_full_name(&fold(&joined.text))
        } else {
            self.sources.words.knows(&joined.text)
        };
        known.then_some(joined)
    }

    fn joined(&mut self, at: usize, joined: &QueryWord) {
        let to = joined.text.clone();
        let apart = MatchSpec::Words(self.content(at, 2));
        let mut ways = vec![
            Expansion { kind: ExpansionKind::Literal, needs: apart, to: String::new() },
            Expansion { kind: ExpansionKind::Joined, needs: MatchSpec::Words(vec![joined.clone()]), to },
        ];
        self.add_links(std::slice::from_ref(&joined.lemma), &joined.text, &mut ways);
        self.push(self.raw(at, 2), ways);
    }

    fn word(&mut self, at: usize) {
        let token = &self.tokens[at];
        let word = token.word.clone();
        let mut ways = vec![Expansion {
            kind: ExpansionKind::Literal,
            needs: MatchSpec::Words(vec![word.clone()]),
            to: String::new(),
        }];
        self.add_terms(at, 1, &mut ways);
        self.add_synonyms(at, 1, &mut ways);
        if !self.sources.words.knows(&word.text) {
            self.unknown(at, &word, &mut ways);
        }
        let parts = word.parts();
        let can = self.sources.abilities;
        if parts.len() > 1 && can.synonyms {
            let known: Vec<MatchSpec> = ways.iter().map(|way| way.needs.clone()).collect();
            let relatives = compounds::relatives(&word, self.sources.synonyms, self.sources.words);
            ways.extend(relatives.into_iter().filter(|way| !known.contains(&way.needs)));
        }
        if parts.len() > 1 && can.compounds {
            let to = parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
            ways.push(Expansion { kind: ExpansionKind::Parts, needs: MatchSpec::Words(parts), to });
        }
        self.push(token.raw.clone(), ways);
    }

    /// A word that stands nowhere: written without marks, unfinished, valid but absent, or misspelt.
    fn unknown(&mut self, at: usize, word: &QueryWord, ways: &mut Vec<Expansion>) {
        let (words, can) = (self.sources.words, self.sources.abilities);
        let has_synonyms = ways.len() > 1;
        // The same letters with other marks are still the word as typed.
        let meant = words.unfold(&word.text).map(str::to_owned).or_else(|| {
            if !can.repair {
                return None;
            }
            if has_synonyms || dictionary::is_word(&word.text) {
                // Any two words make a compound of sorts (trä + ring): one step away from a word of
                // the catalogue it is more likely that one misspelt.
                let made_up = !has_synonyms && !word.parts().is_empty();
                return words.nearest(&word.text, 1).filter(|_| made_up).map(str::to_owned);
            }
            let near = |steps| words.nearest(&word.text, steps).map(str::to_owned);
            let heard = || words.sounding_like(&word.text).map(str::to_owned);
            near(1).or_else(heard).or_else(|| dictionary::unfold(&word.text)).or_else(|| near(2))
        });
        let is_last = at + 1 == self.tokens.len();
        if can.repair && is_last && word.text.chars().count() >= MIN_PREFIX {
            let completions: Vec<QueryWord> =
                words.completions(&word.text, COMPLETIONS).into_iter().map(QueryWord::new).collect();
            if !completions.is_empty() {
                let to = completions[0].text.clone();
                ways.push(Expansion { kind: ExpansionKind::Prefix, needs: MatchSpec::AnyWord(completions), to });
                return;
            }
        }
        if let Some(meant) = meant {
            let corrected = QueryWord::new(&meant);
            let parts = corrected.parts();
            let needs = MatchSpec::Words(vec![corrected.clone()]);
            ways.push(Expansion { kind: ExpansionKind::Corrected, needs, to: meant.clone() });
            self.add_links(std::slice::from_ref(&corrected.lemma), &corrected.text, ways);
            if can.compounds && parts.len() > 1 && !words.knows(&meant) {
                ways.push(Expansion { kind: ExpansionKind::Parts, needs: MatchSpec::Words(parts), to: meant.clone() });
            }
            self.plan.corrected.push((self.tokens[at].raw.clone(), meant));
        } else if !has_synonyms && can.grams && !dictionary::is_word(&word.text) {
            // A Swedish word that no record holds is left alone: what looks like it means something else.
            let of_word = grams(&word.text);
            if of_word.len() >= 4 {
                ways.push(Expansion {
                    kind: ExpansionKind::Grams,
                    needs: MatchSpec::Grams(of_word),
                    to: String::new(),
                });
            }
        }
    }

    fn add_synonyms(&self, at: usize, len: usize, ways: &mut Vec<Expansion>) {
        self.add_links(&self.lemmas(at, len), &self.raw(at, len), ways);
    }

    fn add_links(&self, lemmas: &[String], raw: &str, ways: &mut Vec<Expansion>) {
        if !self.sources.abilities.synonyms {
            return;
        }
        let whole_query = self.tokens.len() <= lemmas.len();
        for link in self.sources.synonyms.links(lemmas) {
            let meant = !link.only_in_capitals
                || whole_query
                || is_abbreviation(raw)
                || !dictionary::is_word(&raw.to_lowercase());
            let words: Vec<QueryWord> =
                tokens(&link.to).into_iter().map(|t| t.word).filter(QueryWord::is_content).collect();
            if meant && !words.is_empty() {
                let needs = MatchSpec::Words(words);
                if !ways.iter().any(|w| w.needs == needs) {
                    ways.push(Expansion { kind: ExpansionKind::Synonym(link.how), needs, to: link.to.clone() });
                }
            }
        }
    }
}

/// Whether a word is typed as an abbreviation: two capitals or more and nothing else.
fn is_abbreviation(raw: &str) -> bool {
    raw.chars().count() >= 2 && raw.chars().all(char::is_uppercase)
}
