//! The units of a text: expressions first, then names of other services, terms, compounds and single words; at last what
//! the whole text probably means.

use crate::lexicon::{Classification, ExpansionKind, ExpressionMatch, Lexicon, clauses};
use crate::query::expand::expander::{Expander, WordContext, is_abbreviation};
use crate::query::expand::plan::{Plan, Situation};
use crate::query::expand::query_unit::{Expansion, MatchSpec, QueryUnit, UnitRole};
use crate::text::{QueryWord, Token};
use catalogue::vocabulary::fold;
use std::collections::BTreeSet;
use std::ops::Range;
use swedish::is_stop_word;

/// Fewest words with a meaning in the wordings of a text that is classified by them.
const MIN_CLASSIFIED: usize = 2;
/// Prepositions between the head and the modifier of what is also one compound.
const PREPOSITIONS: [&str; 9] = ["av", "för", "i", "inför", "med", "mot", "om", "på", "till"];

/// Makes the units of one text.
pub(super) struct Planner<'a> {
    pub(super) expander: Expander<'a>,
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) plan: Plan,
}

impl Planner<'_> {
    /// Adds the units, situations and urgency of the text to the plan.
    pub(super) fn run(&mut self) {
        let features = self.expander.features;
        let mut expressions = self.expander.lexicon.expressions.matches(self.text, self.tokens);
        // They only classify: a text may name such a service beside what the catalogue has.
        expressions.retain(|found| !found.expression.outside);
        let services = self.other_services();
        let labels = self.labels();
        let is_of_label = |found: &ExpressionMatch<'_>| {
            labels
                .iter()
                .any(|label| found.tokens.iter().all(|at| label.contains(at)) && label.len() > found.tokens.len())
        };
        expressions.retain(|found| found.expression.emergency.is_some() || !is_of_label(found));
        expressions.retain(|found| found.expression.emergency.is_some() || !is_of_service(&found.tokens, &services));
        // The variants are ordered from the gravest.
        self.plan.emergency = expressions.iter().filter_map(|found| found.expression.emergency).min();
        self.plan.ages = expressions.iter().find_map(|found| found.expression.age);
        self.plan.situations = expressions.iter().map(|found| self.situation(found)).collect();
        // An expression without codes only names an emergency. One whose codes no record has would keep its words from
        // being searched for.
        let snapshot = self.expander.snapshot;
        let is_carried = |(parameter, code): &(&'static str, String)| snapshot.may_carry(parameter, code);
        expressions.retain(|found| features.expressions && found.expression.codes.iter().any(is_carried));
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
        if features.classification {
            self.classify(&expressions);
        }
    }

    /// Adds what the text probably means. A single word means what it says.
    fn classify(&mut self, found: &[ExpressionMatch<'_>]) {
        let Lexicon { expressions, ranking, .. } = self.expander.lexicon;
        // A word that no record has says by its meaning alone what is sought.
        let count = |token: &Token| {
            let known = expressions.known_words(&token.word);
            if self.expander.terms.contains(&token.word.text) { known.min(1) } else { known * 2 }
        };
        let telling = self.telling_tokens();
        let tokens: Vec<Token> = telling.iter().map(|at| self.tokens[*at].clone()).collect();
        if tokens.iter().filter(|token| token.word.is_content()).map(count).sum::<usize>() < MIN_CLASSIFIED {
            return;
        }
        let Classification { mut meaning, outside, tokens } = expressions.classify(&tokens, &ranking.nearest);
        meaning.codes.retain(|share| self.expander.snapshot.may_carry(share.parameter, &share.code));
        let outside: Vec<usize> = outside.into_iter().map(|at| telling[at]).collect();
        let tokens: Vec<usize> = tokens.into_iter().map(|at| telling[at]).collect();
        // Another need beside it is answered: "arbetslös, behöver tandläkare".
        let is_beside = |other: &ExpressionMatch<'_>| !other.tokens.iter().any(|at| outside.contains(at));
        // What the records speak of is not outside the catalogue.
        let is_unknown = |at: &usize| !self.expander.terms.contains(&self.tokens[*at].word.text);
        self.plan.is_outside = outside.iter().any(is_unknown) && !found.iter().any(is_beside);
        if !meaning.codes.is_empty() {
            let to = meaning.codes.iter().map(|code| code.code.as_str()).collect::<Vec<_>>().join(", ");
            let expansion = Expansion::new(ExpansionKind::Nearest, MatchSpec::Probable(meaning), to);
            self.push(UnitRole::Probable, self.raw_at(&tokens), vec![expansion]);
        }
    }

    /// The indices of the tokens of clauses with another content word than fillers; of all tokens if there is none
    /// (*jag känner ingen*). Other clauses are greetings and thanks.
    fn telling_tokens(&self) -> Vec<usize> {
        let clauses = clauses(self.text, self.tokens);
        let tells = |token: &Token| token.word.is_content() && !swedish::is_filler(&token.word.lemma);
        let told: BTreeSet<usize> =
            self.tokens.iter().zip(&clauses).filter(|(token, _)| tells(token)).map(|(_, clause)| *clause).collect();
        (0..self.tokens.len()).filter(|at| told.is_empty() || told.contains(&clauses[*at])).collect()
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

    /// The ranges of tokens that are labels of filter values, of at least two words.
    fn labels(&self) -> Vec<Range<usize>> {
        let Expander { named_values, features, .. } = self.expander;
        let label = |at: usize| {
            let free = named_values.longest().min(self.tokens.len() - at);
            let len = (2..=free).rev().find(|len| !named_values.named(&self.lemmas(at, *len)).is_empty())?;
            Some(at..at + len)
        };
        if features.understanding { (0..self.tokens.len()).filter_map(label).collect() } else { Vec::new() }
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
