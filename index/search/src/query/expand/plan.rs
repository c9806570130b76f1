//! The query plan: the units of a text, each with its expansions.
//!
//! A unit is one word, or several words that belong together (an expression of the lexicon, a term, a compound typed as
//! two words). The literal words are the first expansion; another expansion is reported as the reason for a hit.

use crate::error::SearchError;
use crate::lexicon::{Classification, ExpansionKind, ExpressionMatch, Lexicon};
use crate::query::expand::expander::{Expander, WordContext, is_abbreviation};
use crate::query::expand::language;
use crate::query::expand::query_unit::{Expansion, MatchSpec, QueryUnit, UnitRole};
use crate::query::expand::spelling::{Correction, correct};
use crate::query::{Reading, SearchFeatures};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, Token, grams};
use catalogue::record::AgeRange;
use catalogue::vocabulary::fold;
use std::ops::Range;
use swedish::is_stop_word;

/// Fewest words and parts of compounds, other than fillers, of a text that is classified by its nearest wordings.
const MIN_CLASSIFIED: usize = 2;
/// Prepositions between the head and the modifier of what is also one compound.
const PREPOSITIONS: [&str; 9] = ["av", "för", "i", "inför", "med", "mot", "om", "på", "till"];

/// The plan of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Plan {
    /// The units in the order of the text, without duplicates.
    pub(crate) units: Vec<QueryUnit>,
    /// Corrected words, in the order of the text.
    pub(crate) corrections: Vec<Correction>,
    /// The expressions in the words, those of several words first.
    pub(crate) situations: Vec<Situation>,
    /// The ages that an expression states (*tonåring*).
    pub(crate) ages: Option<AgeRange>,
    /// Whether the words may express an emergency.
    pub(crate) urgent: bool,
    /// Number of filters that were read from the words and left them; they are criteria of the question too.
    pub(crate) read_filters: usize,
    /// Whether the words ask for a service outside the catalogue.
    pub(crate) is_outside: bool,
    /// Whether the words are Swedish.
    pub(crate) is_swedish: bool,
    /// Character 4-grams of the text; they add to the score of a hit.
    pub(crate) grams: Vec<String>,
}

/// An expression in the words of a search: a situation that a person describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The words as typed.
    pub from: String,
    /// Theme of the lexicon, which is the name of a file in `expressions/`.
    pub theme: String,
    /// Code of the life situation that the theme leads to.
    pub life_situation: Option<String>,
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
    let expander = Expander {
        terms: snapshot.term_dictionary()?,
        named_values: snapshot.named_values(),
        lexicon: &snapshot.lexicon,
        features,
    };
    let plan = Plan { read_filters: reading.read_filters(), ..Plan::new(text, reading.tokens.clone(), expander) };
    let has_words = !plan.units.is_empty() || text.chars().any(char::is_alphanumeric);
    Ok(has_words.then_some(plan))
}

impl Plan {
    fn new(text: &str, mut tokens: Vec<Token>, expander: Expander<'_>) -> Self {
        let limits = expander.lexicon.ranking.limits;
        let is_swedish = language::is_swedish(&tokens, expander.terms);
        let corrections = if expander.features.repair && is_swedish {
            correct(&mut tokens, expander.terms, limits.diacritics_ratio, limits.completion_letters)
        } else {
            Vec::new()
        };
        let grams = if is_swedish { grams(text) } else { Vec::new() };
        let plan = Plan { corrections, is_swedish, grams, ..Plan::default() };
        let mut planner = Planner { expander, text, tokens: &tokens, plan };
        planner.run();
        planner.plan
    }

    /// Whether the words describe the situation of a person.
    pub(crate) fn describes_person(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit.role, UnitRole::Situation | UnitRole::Probable))
    }

    /// Whether the words tell a story: they have a probable meaning, and not every word is a term.
    pub(crate) fn tells_story(&self) -> bool {
        let has = |roles: &[UnitRole]| self.units.iter().any(|unit| roles.contains(&unit.role));
        has(&[UnitRole::Probable]) && has(&[UnitRole::Situation, UnitRole::Word])
    }

    /// The words of all expansions, without duplicates, for highlighting.
    pub(crate) fn highlight_words(&self) -> Vec<QueryWord> {
        let criteria = self.units.iter().filter(|unit| unit.is_criterion());
        let units: Vec<&QueryUnit> =
            if criteria.clone().next().is_some() { criteria.collect() } else { self.units.iter().collect() };
        let mut out: Vec<QueryWord> = Vec::new();
        for expansion in units.into_iter().flat_map(|unit| &unit.expansions) {
            if let MatchSpec::Words(words) | MatchSpec::Near(words) | MatchSpec::AnyWord(words) = &expansion.spec {
                for word in words {
                    if !out.contains(word) {
                        out.push(word.clone());
                    }
                }
            }
        }
        out
    }
}

struct Planner<'a> {
    expander: Expander<'a>,
    text: &'a str,
    tokens: &'a [Token],
    plan: Plan,
}

impl Planner<'_> {
    fn run(&mut self) {
        let features = self.expander.features;
        let mut expressions = self.expander.lexicon.expressions.matches(self.text, self.tokens);
        // They only classify: a text may name such a service beside what the catalogue has.
        expressions.retain(|found| !found.expression.outside);
        let services = self.other_services();
        expressions.retain(|found| found.expression.urgent || !is_of_service(&found.tokens, &services));
        self.plan.urgent = expressions.iter().any(|found| found.expression.urgent);
        self.plan.ages = expressions.iter().find_map(|found| found.expression.age);
        self.plan.situations = expressions.iter().map(|found| self.situation(found)).collect();
        // An expression without codes only sets `urgent`.
        expressions.retain(|found| features.synonyms && !found.expression.codes.is_empty());
        // Stop words are searched for only if the text has no other words.
        let only_stop_words = !self.tokens.iter().any(|t| t.word.is_content());
        let mut used = vec![false; self.tokens.len()];
        for at in expressions.iter().flat_map(|found| &found.tokens) {
            used[*at] = true;
        }
        let mut at = 0;
        while at < self.tokens.len() {
            for found in expressions.iter().filter(|found| found.tokens.first() == Some(&at)) {
                self.add_expression(found);
            }
            if used[at] {
                at += 1;
                continue;
            }
            let free = used[at..].iter().take_while(|used| !**used).count();
            if let Some(len) = self.other_service_length(at, free) {
                // Stop words are not indexed: a name with one (*god man*) is found in no record.
                let words = Some(self.content(at, len)).filter(|words| words.len() == len).unwrap_or_default();
                self.push(UnitRole::OtherService, self.raw(at, len), vec![Expansion::literal(words)]);
                at += len;
            } else if let Some(len) = self.term_length(at, free) {
                self.add_term(at, len);
                at += len;
            } else if let Some((len, compound)) = self.compound_at(at, free).filter(|_| features.compounds) {
                self.add_joined(at, len, &compound);
                at += len;
            } else {
                let token = &self.tokens[at];
                if only_stop_words || token.word.is_content() || is_abbreviation(&token.raw) {
                    self.add_word(at);
                }
                at += 1;
            }
        }
        self.remove_duplicates();
        if features.synonyms {
            self.classify(&expressions);
        }
    }

    /// Adds what the text probably means. A single word means what it says.
    fn classify(&mut self, found: &[ExpressionMatch<'_>]) {
        let is_bearing = |token: &&Token| token.word.is_content();
        // A compound that no record has says as much as its parts.
        let count = |token: &Token| {
            if self.expander.terms.contains(&token.word.text) { 1 } else { token.word.parts().len().max(2) }
        };
        if self.tokens.iter().filter(is_bearing).map(count).sum::<usize>() < MIN_CLASSIFIED {
            return;
        }
        let Lexicon { expressions, ranking, .. } = self.expander.lexicon;
        let Classification { meaning, outside, tokens } = expressions.classify(self.tokens, &ranking.nearest);
        // Another need beside it is answered: "arbetslös, behöver tandläkare".
        let is_beside = |other: &ExpressionMatch<'_>| !other.tokens.iter().any(|at| outside.contains(at));
        self.plan.is_outside = !outside.is_empty() && !found.iter().any(is_beside);
        if !meaning.codes.is_empty() {
            let to = meaning.codes.iter().map(|code| code.code.as_str()).collect::<Vec<_>>().join(", ");
            let expansion = Expansion::new(ExpansionKind::Nearest, MatchSpec::Probable(meaning), to);
            self.push(UnitRole::Probable, self.raw_at(&tokens), vec![expansion]);
        }
    }

    fn situation(&self, ExpressionMatch { expression, tokens }: &ExpressionMatch<'_>) -> Situation {
        Situation {
            from: self.raw_at(tokens),
            theme: expression.theme.clone(),
            life_situation: expression.situation.clone(),
        }
    }

    /// Repeated words are one unit, and so are expressions with the same codes.
    fn remove_duplicates(&mut self) {
        let mut units: Vec<QueryUnit> = Vec::new();
        for unit in std::mem::take(&mut self.plan.units) {
            let is_same = |other: &&mut QueryUnit| {
                let codes = unit.situation_codes();
                other.expansions == unit.expansions || codes.is_some() && other.situation_codes() == codes
            };
            match units.iter_mut().find(is_same) {
                Some(other) if other.expansions == unit.expansions => {}
                Some(other) => {
                    other.from = format!("{}, {}", other.from, unit.from);
                    let new: Vec<_> = unit.expansions.into_iter().filter(|e| !other.expansions.contains(e)).collect();
                    other.expansions.extend(new);
                }
                None => units.push(unit),
            }
        }
        self.plan.units = units;
    }

    fn push(&mut self, role: UnitRole, from: String, expansions: Vec<Expansion>) {
        let is_filler = |expansion: &Expansion| match &expansion.spec {
            MatchSpec::Words(words) => words.iter().all(|w| !w.is_content() || swedish::is_filler(&w.lemma)),
            _ => false,
        };
        let fills = matches!(role, UnitRole::Term | UnitRole::Word);
        let role = if fills && expansions.first().is_some_and(is_filler) { UnitRole::Filler } else { role };
        if !expansions.is_empty() {
            self.plan.units.push(QueryUnit { from, role, expansions });
        }
    }

    fn raw(&self, at: usize, len: usize) -> String {
        self.tokens[at..at + len].iter().map(|t| t.raw.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn raw_at(&self, tokens: &[usize]) -> String {
        tokens.iter().map(|at| self.tokens[*at].raw.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn content(&self, at: usize, len: usize) -> Vec<QueryWord> {
        let words = &self.tokens[at..at + len];
        words.iter().filter(|t| t.word.is_content()).map(|t| t.word.clone()).collect()
    }

    fn lemmas(&self, at: usize, len: usize) -> Vec<String> {
        self.tokens[at..at + len].iter().map(|t| t.word.lemma.clone()).collect()
    }

    /// The ranges of tokens that name services outside the catalogue.
    fn other_services(&self) -> Vec<Range<usize>> {
        let all = self.tokens.len();
        (0..all).filter_map(|at| Some(at..at + self.other_service_length(at, all - at)?)).collect()
    }

    /// Number of words of the service outside the catalogue that is named at token `at`.
    fn other_service_length(&self, at: usize, free: usize) -> Option<usize> {
        let terms = &self.expander.lexicon.other_services;
        self.expander.features.synonyms.then(|| terms.longest_at(&self.lemmas(at, free)))?
    }

    /// Number of words of the longest term of at least two words that starts at token `at`: a term with synonyms, or
    /// the name of a filter value.
    fn term_length(&self, at: usize, free: usize) -> Option<usize> {
        let Expander { named_values, lexicon: Lexicon { synonyms, .. }, features, .. } = self.expander;
        let longest = synonyms.longest().max(named_values.longest()).min(free);
        (2..=longest).rev().find(|len| {
            let lemmas = self.lemmas(at, *len);
            let is_value = features.understanding && !named_values.named(&lemmas).is_empty();
            is_value || features.synonyms && !synonyms.links(&lemmas).is_empty()
        })
    }

    fn add_term(&mut self, at: usize, len: usize) {
        let mut expansions = vec![Expansion::literal(self.content(at, len))];
        self.expander.add_term(&self.lemmas(at, len), &self.raw(at, len), self.is_whole(len), &mut expansions);
        self.push(UnitRole::Term, self.raw(at, len), expansions);
    }

    fn add_expression(&mut self, found: &ExpressionMatch<'_>) {
        let ExpressionMatch { expression, tokens } = found;
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else { return };
        let is_adjacent = last - first + 1 == tokens.len();
        let mut expansions = if tokens.len() == 1 {
            self.expansions_of_word(first)
        } else {
            let words = tokens.iter().map(|at| &self.tokens[*at].word);
            let words: Vec<QueryWord> = words.filter(|word| word.is_content()).cloned().collect();
            let mut expansions = vec![Expansion::literal(words)];
            if is_adjacent {
                let (lemmas, raw) = (self.lemmas(first, tokens.len()), self.raw(first, tokens.len()));
                self.expander.add_term(&lemmas, &raw, self.is_whole(tokens.len()), &mut expansions);
            }
            expansions
        };
        let to = expression.codes.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ");
        let kind = if tokens.len() == 1 { ExpansionKind::ExpressionWord } else { ExpansionKind::Expression };
        let codes = Expansion::new(kind, MatchSpec::Codes(expression.codes.clone()), to);
        expansions.push(Expansion { weight: expression.weight, ..codes });
        self.push(UnitRole::Situation, self.raw_at(tokens), expansions);
        if tokens.len() > 1 {
            for &at in tokens {
                let word = &self.tokens[at].word;
                if word.is_content() && !swedish::is_filler(&word.lemma) {
                    self.push(UnitRole::Evidence, self.tokens[at].raw.clone(), self.expansions_of_word(at));
                }
            }
        }
    }

    /// The compound of the words at `at`, as (number of words, compound): two adjacent words (*språk café*), or two with
    /// a preposition (*träning inför arbete*).
    fn compound_at(&self, at: usize, free: usize) -> Option<(usize, QueryWord)> {
        let two = self.joined_at(at).filter(|_| free >= 2).map(|joined| (2, joined));
        two.or_else(|| {
            let [head, preposition, modifier] = self.tokens.get(at..at + 3)? else { return None };
            let is_phrase = free >= 3 && PREPOSITIONS.contains(&preposition.word.text.as_str());
            let compound = self.expander.terms.compound_of(&modifier.word.lemma, &head.word.lemma)?;
            is_phrase.then(|| (3, QueryWord::new(compound)))
        })
    }

    /// The compound of the words at `at` and `at + 1`, if the index contains it.
    fn joined_at(&self, at: usize) -> Option<QueryWord> {
        let (one, two) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        if let Some(compound) = self.expander.terms.compound_of(&one.word.lemma, &two.word.lemma) {
            return Some(QueryWord::new(compound));
        }
        let joined = QueryWord::new(&format!("{}{}", one.word.text, two.word.text));
        let has_stop_word = is_stop_word(&one.word.text) || is_stop_word(&two.word.text);
        let is_number = one.raw.chars().all(|c| c.is_ascii_digit());
        // Stop words and numbers form no compound, but a complete name may be one word (*JagKan*).
        let is_known = if has_stop_word || is_number {
            self.expander.terms.is_full_name(&fold(&joined.text))
        } else {
            self.expander.terms.contains(&joined.text)
        };
        is_known.then_some(joined)
    }

    fn add_joined(&mut self, at: usize, len: usize, joined: &QueryWord) {
        let mut expansions =
            vec![Expansion::literal(self.content(at, len)), Expansion::word(ExpansionKind::Joined, &joined.text)];
        let lemmas = std::slice::from_ref(&joined.lemma);
        self.expander.add_term(lemmas, &joined.text, self.is_whole(1), &mut expansions);
        self.push(UnitRole::Term, self.raw(at, len), expansions);
    }

    /// Whether so many words are the whole text.
    fn is_whole(&self, len: usize) -> bool {
        self.tokens.len() <= len
    }

    fn expansions_of_word(&self, at: usize) -> Vec<Expansion> {
        let token = &self.tokens[at];
        self.expander.expand(&WordContext {
            token,
            is_corrected: self.plan.corrections.iter().any(|correction| correction.start == token.start),
            is_last: at + 1 == self.tokens.len(),
            is_whole: self.is_whole(1),
            is_swedish: self.plan.is_swedish,
        })
    }

    fn add_word(&mut self, at: usize) {
        let expansions = self.expansions_of_word(at);
        let is_named = |e: &Expansion| matches!(e.kind, ExpansionKind::Term | ExpansionKind::Synonym(_));
        let role = if expansions.iter().any(is_named) { UnitRole::Term } else { UnitRole::Word };
        self.push(role, self.tokens[at].raw.clone(), expansions);
    }
}

/// Whether an expression is a part of the name of a service, or takes a word out of a name of several words.
fn is_of_service(tokens: &[usize], services: &[Range<usize>]) -> bool {
    let shares = |service: &&Range<usize>| tokens.iter().any(|at| service.contains(at));
    services.iter().filter(shares).any(|service| service.len() > 1 || tokens.len() == 1)
}
