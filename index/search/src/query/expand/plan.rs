//! The query plan: the units of a text, each with its expansions.
//!
//! A unit is one word, or several words that belong together (a phrase of the lexicon, a compound typed as two words).
//! The literal words are the first expansion; another expansion is reported as the reason for a hit
//! (`answer::hit::ExpansionMatch`).

use crate::caches::named_values::NamedValues;
use crate::caches::term_dictionary::TermDictionary;
use crate::error::SearchError;
use crate::lexicon::{ExpansionKind, Lexicon, Phrase};
use crate::query::expand::compounds;
use crate::query::expand::diacritics;
use crate::query::expand::query_unit::{Expansion, MatchSpec, QueryUnit};
use crate::query::{Reading, SearchFeatures};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, Token, grams, tokens};
use catalogue::vocabulary::fold;
use swedish::{dictionary, is_stop_word};

/// Fewest grams of a word that is matched by its grams.
const MIN_WORD_GRAMS: usize = 4;

/// The plan of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Plan {
    /// The units in the order of the text, without duplicates.
    pub(crate) units: Vec<QueryUnit>,
    /// Corrected words, as (typed, corrected).
    pub(crate) corrected: Vec<(String, String)>,
    /// Whether the words may express an emergency.
    pub(crate) urgent: bool,
    /// Character 4-grams of the text; they add to the score of a hit.
    pub(crate) grams: Vec<String>,
}

/// Plans the search for the words of a reading; `None` when the text has no letter or digit.
pub(crate) fn plan(
    snapshot: &Snapshot,
    reading: &Reading,
    features: SearchFeatures,
) -> Result<Option<Plan>, SearchError> {
    let text = &reading.query.text;
    if text.is_empty() {
        return Ok(None);
    }
    let sources = Sources {
        terms: snapshot.term_dictionary()?,
        named_values: snapshot.named_values(),
        lexicon: &snapshot.lexicon,
        features,
    };
    let plan = Plan::new(text, reading.tokens.clone(), sources);
    let has_words = !plan.units.is_empty() || text.chars().any(char::is_alphanumeric);
    Ok(has_words.then_some(plan))
}

/// The dictionaries and word lists of a plan.
#[derive(Clone, Copy)]
struct Sources<'a> {
    terms: &'a TermDictionary,
    named_values: &'a NamedValues,
    lexicon: &'a Lexicon,
    features: SearchFeatures,
}

impl Plan {
    fn new(text: &str, mut tokens: Vec<Token>, sources: Sources<'_>) -> Self {
        let ratio = sources.lexicon.ranking.limits.diacritics_ratio;
        let corrected = if sources.features.repair {
            diacritics::restore(text, &mut tokens, sources.terms, ratio)
        } else {
            Vec::new()
        };
        let plan = Plan { grams: grams(text), corrected, ..Plan::default() };
        let mut planner = Planner { sources, tokens: &tokens, plan };
        planner.run();
        planner.plan
    }

    /// Replaces the typed words in `text` by their corrections.
    pub(crate) fn corrected_text(&self, text: &str) -> String {
        self.corrected.iter().fold(text.to_owned(), |text, (typed, meant)| text.replacen(typed.as_str(), meant, 1))
    }

    /// The words of all expansions, without duplicates, for highlighting.
    pub(crate) fn highlight_words(&self) -> Vec<QueryWord> {
        let mut out: Vec<QueryWord> = Vec::new();
        for expansion in self.units.iter().flat_map(|unit| &unit.expansions) {
            if let MatchSpec::Words(words) | MatchSpec::AnyWord(words) = &expansion.spec {
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
        let features = self.sources.features;
        let mut phrases = self.sources.lexicon.everyday.matches(self.tokens);
        self.plan.urgent = phrases.iter().any(|matched| matched.phrase.urgent);
        // A phrase without codes only sets `urgent`.
        phrases.retain(|matched| features.synonyms && !matched.phrase.codes.is_empty());
        // Stop words are searched for only if the text has no other words.
        let only_stop_words = !self.tokens.iter().any(|t| t.word.is_content());
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(matched) = phrases.iter().find(|m| m.first == at && m.last > m.first) {
                self.add_phrase(matched.first, matched.last, matched.phrase);
                at = matched.last + 1;
            } else if let Some(len) = self.term_length(at) {
                self.add_term(at, len);
                at += len;
            } else if let Some(joined) = self.joined_at(at).filter(|_| features.compounds) {
                self.add_joined(at, &joined);
                at += 2;
            } else {
                let token = &self.tokens[at];
                if only_stop_words || token.word.is_content() || is_abbreviation(&token.raw) {
                    self.add_word(at);
                    if let Some(matched) = phrases.iter().find(|m| m.first == at) {
                        self.add_codes(matched.phrase);
                    }
                }
                at += 1;
            }
        }
        // Repeated words are one unit.
        let mut seen: Vec<Vec<Expansion>> = Vec::new();
        self.plan.units.retain(|unit| {
            let is_new = !seen.contains(&unit.expansions);
            seen.push(unit.expansions.clone());
            is_new
        });
    }

    fn push(&mut self, from: String, expansions: Vec<Expansion>) {
        if !expansions.is_empty() {
            self.plan.units.push(QueryUnit { from, expansions });
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

    /// Number of words of the longest term of at least two words that starts at token `at`: a term with synonyms, or
    /// the name of a filter value.
    fn term_length(&self, at: usize) -> Option<usize> {
        let Sources { named_values, lexicon: Lexicon { synonyms, .. }, features, .. } = self.sources;
        let longest = synonyms.longest().max(named_values.longest()).min(self.tokens.len() - at);
        (2..=longest).rev().find(|len| {
            let lemmas = self.lemmas(at, *len);
            let is_value = features.understanding && !named_values.named(&lemmas).is_empty();
            is_value || features.synonyms && !synonyms.links(&lemmas).is_empty()
        })
    }

    /// Adds the codes of the filter values that the words name.
    fn add_named_values(&self, at: usize, len: usize, expansions: &mut Vec<Expansion>) {
        if !self.sources.features.understanding {
            return;
        }
        for value in self.sources.named_values.named(&self.lemmas(at, len)) {
            let spec = MatchSpec::Codes(vec![(value.parameter, value.code.clone())]);
            expansions.push(Expansion { kind: ExpansionKind::Term, spec, to: value.code.clone() });
        }
    }

    fn add_term(&mut self, at: usize, len: usize) {
        let mut expansions = vec![Expansion::literal(self.content(at, len))];
        self.add_named_values(at, len, &mut expansions);
        self.add_synonyms(at, len, &mut expansions);
        self.push(self.raw(at, len), expansions);
    }

    fn add_phrase(&mut self, first: usize, last: usize, phrase: &Phrase) {
        let len = last + 1 - first;
        self.push(self.raw(first, len), vec![Expansion::literal(self.content(first, len))]);
        self.add_codes(phrase);
    }

    /// Adds the codes of an everyday phrase to the latest unit.
    fn add_codes(&mut self, phrase: &Phrase) {
        let known = |(parameter, codes): (&String, &Vec<String>)| {
            let filter = catalogue::field::filter(parameter)?;
            Some(codes.iter().map(|c| (filter.parameter, c.clone())).collect::<Vec<_>>())
        };
        let codes: Vec<_> = phrase.codes.iter().filter_map(known).flatten().collect();
        if let (false, Some(unit)) = (codes.is_empty(), self.plan.units.last_mut()) {
            let to = codes.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ");
            unit.expansions.push(Expansion { kind: ExpansionKind::Everyday, spec: MatchSpec::Codes(codes), to });
        }
    }

    /// The compound of the words at `at` and `at + 1`, if the index contains it.
    fn joined_at(&self, at: usize) -> Option<QueryWord> {
        let (one, two) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        let joined = QueryWord::new(&format!("{}{}", one.word.text, two.word.text));
        let has_stop_word = is_stop_word(&one.word.text) || is_stop_word(&two.word.text);
        let is_number = one.raw.chars().all(|c| c.is_ascii_digit());
        // Stop words and numbers form no compound, but a complete name may be one word (*JagKan*).
        let is_known = if has_stop_word || is_number {
            self.sources.terms.is_full_name(&fold(&joined.text))
        } else {
            self.sources.terms.contains(&joined.text)
        };
        is_known.then_some(joined)
    }

    fn add_joined(&mut self, at: usize, joined: &QueryWord) {
        let mut expansions =
            vec![Expansion::literal(self.content(at, 2)), Expansion::word(ExpansionKind::Joined, &joined.text)];
        self.add_links(std::slice::from_ref(&joined.lemma), &joined.text, &mut expansions);
        self.push(self.raw(at, 2), expansions);
    }

    fn add_word(&mut self, at: usize) {
        let token = &self.tokens[at];
        let word = token.word.clone();
        let mut expansions = vec![Expansion::literal(vec![word.clone()])];
        self.add_named_values(at, 1, &mut expansions);
        self.add_synonyms(at, 1, &mut expansions);
        if !self.sources.terms.contains(&word.text) {
            self.add_corrections(at, &word, &mut expansions);
        }
        let parts = word.parts();
        let Sources { lexicon, terms, features, .. } = self.sources;
        if parts.len() > 1 && features.synonyms {
            let known: Vec<MatchSpec> = expansions.iter().map(|e| e.spec.clone()).collect();
            let related = compounds::related_compounds(&word, &parts, lexicon, terms);
            expansions.extend(related.into_iter().filter(|e| !known.contains(&e.spec)));
        }
        if parts.len() > 1 && features.compounds {
            let to = parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
            expansions.push(Expansion { kind: ExpansionKind::Parts, spec: MatchSpec::Words(parts), to });
        }
        self.push(token.raw.clone(), expansions);
    }

    /// Adds completions, a correction or grams for a word that no record contains.
    fn add_corrections(&mut self, at: usize, word: &QueryWord, expansions: &mut Vec<Expansion>) {
        let Sources { terms, features, lexicon, .. } = self.sources;
        let limits = lexicon.ranking.limits;
        let has_synonyms = expansions.len() > 1;
        let corrected = self.correction(word, has_synonyms);
        let is_last = at + 1 == self.tokens.len();
        if features.repair && is_last && word.text.chars().count() >= limits.completion_letters {
            let completions = terms.completions(&word.text, limits.completions);
            if let Some(first) = completions.first() {
                let spec = MatchSpec::AnyWord(completions.iter().map(|word| QueryWord::new(word)).collect());
                expansions.push(Expansion { kind: ExpansionKind::Prefix, spec, to: first.clone() });
                return;
            }
        }
        if let Some(corrected) = corrected {
            let meant = QueryWord::new(&corrected);
            let parts = meant.parts();
            expansions.push(Expansion::word(ExpansionKind::Corrected, &corrected));
            self.add_links(std::slice::from_ref(&meant.lemma), &meant.text, expansions);
            if features.compounds && parts.len() > 1 && !terms.contains(&corrected) {
                let spec = MatchSpec::Words(parts);
                expansions.push(Expansion { kind: ExpansionKind::Parts, spec, to: corrected.clone() });
            }
            self.plan.corrected.push((self.tokens[at].raw.clone(), corrected));
        } else if !has_synonyms && features.grams && !dictionary::is_word(&word.text) {
            // No grams for a Swedish word: words that resemble it mean something else.
            let word_grams = grams(&word.text);
            if word_grams.len() >= MIN_WORD_GRAMS {
                let spec = MatchSpec::Grams(word_grams);
                expansions.push(Expansion { kind: ExpansionKind::Grams, spec, to: String::new() });
            }
        }
    }

    /// The correction of a word that no record contains.
    fn correction(&self, word: &QueryWord, has_synonyms: bool) -> Option<String> {
        let Sources { terms, features, .. } = self.sources;
        let text = &word.text;
        if let Some(restored) = terms.restore_diacritics(text) {
            return Some(restored.to_owned());
        }
        if !features.repair {
            return None;
        }
        if has_synonyms || dictionary::is_word(text) {
            // The splitter accepts most pairs of words as a compound (trä + ring). A compound within one edit of an
            // indexed word is more likely a misspelling of that word.
            let is_compound = !has_synonyms && !word.parts().is_empty();
            return terms.nearest(text, 1).filter(|_| is_compound);
        }
        let sounding = || terms.sounding_like(text).map(str::to_owned);
        let restored = || dictionary::restore_diacritics(text);
        terms.nearest(text, 1).or_else(sounding).or_else(restored).or_else(|| terms.nearest(text, 2))
    }

    fn add_synonyms(&self, at: usize, len: usize, expansions: &mut Vec<Expansion>) {
        self.add_links(&self.lemmas(at, len), &self.raw(at, len), expansions);
    }

    /// Adds the synonyms of a term, given by its lemmas and as typed (`raw`).
    fn add_links(&self, lemmas: &[String], raw: &str, expansions: &mut Vec<Expansion>) {
        if !self.sources.features.synonyms {
            return;
        }
        let is_whole_query = self.tokens.len() <= lemmas.len();
        for link in self.sources.lexicon.synonyms.links(lemmas) {
            let applies = !link.only_in_capitals
                || is_whole_query
                || is_abbreviation(raw)
                || !dictionary::is_word(&raw.to_lowercase());
            let words = tokens(&link.target).into_iter().map(|token| token.word);
            let words: Vec<QueryWord> = words.filter(QueryWord::is_content).collect();
            if applies && !words.is_empty() {
                let spec = MatchSpec::Words(words);
                if !expansions.iter().any(|other| other.spec == spec) {
                    let kind = ExpansionKind::Synonym(link.kind);
                    expansions.push(Expansion { kind, spec, to: link.target.clone() });
                }
            }
        }
    }
}

/// Whether a word is typed as an abbreviation: at least two letters, all of them capitals.
fn is_abbreviation(raw: &str) -> bool {
    raw.chars().count() >= 2 && raw.chars().all(char::is_uppercase)
}
