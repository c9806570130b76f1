//! Reads ages, places and ways in out of the words of a query.
//!
//! What is read becomes a filter and leaves the text. Words that belong to the name of a record
//! (*Framtid Kronoberg*) stay words, and so does what an explicit parameter contradicts.

mod age;
mod place;
mod route;

pub(crate) use place::PlaceNames;

use super::{Chosen, SearchQuery};
use crate::caches::term_dictionary::TermDictionary;
use crate::text::name_key;
use crate::text::{Token, tokens};
use catalogue::record::AgeRange;
use jiff::civil::Date;
use std::ops::Range;

/// Something read out of the words, as a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetectedFilter {
    /// The parameter.
    pub parameter: &'static str,
    /// Its value.
    pub value: String,
    /// The value in words.
    pub label: String,
    /// The words that it was read from, as typed.
    pub from: String,
}

impl DetectedFilter {
    /// The same search with this chosen in it, its words kept.
    pub(crate) fn chosen_in(&self, query: &SearchQuery) -> SearchQuery {
        let mut narrowed = query.clone();
        apply(&mut narrowed, query, self.parameter, &self.value);
        narrowed
    }
}

/// A query with what was read out of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The search with the filters set and the words taken out.
    pub(crate) query: SearchQuery,
    /// What was read.
    pub(crate) applied: Vec<DetectedFilter>,
}

impl Reading {
    /// A search from a form that showed what was read out of `words` as chosen.
    ///
    /// - The same words with the same choices: they are read again, and what was read is no choice beside them.
    /// - The same words, something that was read changed or taken away: the rest of the words is kept, and what
    ///   is chosen holds.
    /// - Other words: they are read anew. What was read out of the old ones goes, and with it what was chosen
    ///   beside them and says the same.
    /// - No words: what is chosen holds.
    pub(crate) fn merge_resubmission(&self, words: &str, query: &SearchQuery) -> SearchQuery {
        let mut again = query.clone();
        if query.text.is_empty() {
            return again;
        }
        let is_as_read = self.applied.iter().all(|read| same_choice(&self.query, query, read.parameter));
        if query.text == words && !is_as_read {
            again.text.clone_from(&self.query.text);
            return again;
        }
        for DetectedFilter { parameter, value, .. } in &self.applied {
            again.ages.retain(|age| *parameter != "age" || age.to_string() != *value);
            if let Some(chosen) = again.filters.get_mut(parameter) {
                chosen.codes.retain(|code| code != value);
            }
        }
        again.filters.retain(|_, chosen| *chosen != Chosen::default());
        again
    }
}

/// Whether two searches choose the same of a filter, and of those that narrow the same thing.
fn same_choice(one: &SearchQuery, other: &SearchQuery, parameter: &str) -> bool {
    let group = catalogue::field::filter(parameter).map(|filter| filter.group);
    let mut filters = catalogue::field::filters().filter(|filter| Some(filter.group) == group);
    let ages = one.ages == other.ages && one.age_not_stated == other.age_not_stated;
    filters.all(|f| one.filters.get(f.parameter) == other.filters.get(f.parameter)) && (ages || parameter != "age")
}

/// Something that a reader found: which tokens, and what they say.
struct Detection {
    tokens: Range<usize>,
    parameter: &'static str,
    value: String,
    label: String,
}

/// What readings are made with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FilterDetector<'a> {
    pub(crate) places: &'a PlaceNames,
    pub(crate) words: &'a TermDictionary,
    pub(crate) today: Date,
}

impl FilterDetector<'_> {
    /// Reads a query; `None` when nothing is read out of it.
    pub(crate) fn read(&self, query: &SearchQuery) -> Option<Reading> {
        let tokens = tokens(&query.text);
        // The whole text is a name: it is looked for as such.
        if tokens.is_empty() || self.words.is_full_name(&name_key(&query.text)) {
            return None;
        }
        let protected = self.names(&tokens);
        let free = |range: &Range<usize>| !range.clone().any(|i| protected.get(i).copied().unwrap_or(true));
        let mut reading = Reading { query: query.clone(), applied: Vec::new() };
        let mut taken = vec![false; tokens.len()];
        for find in self.finds(&query.text, &tokens) {
            let untaken = find.tokens.clone().all(|i| !taken[i]);
            if free(&find.tokens) && untaken && apply(&mut reading.query, query, find.parameter, &find.value) {
                let (first, last) = (find.tokens.start, find.tokens.end - 1);
                let from = query.text[tokens[first].start..tokens[last].end].to_owned();
                taken[find.tokens].fill(true);
                let Detection { parameter, value, label, .. } = find;
                reading.applied.push(DetectedFilter { parameter, value, label, from });
            }
        }
        if reading.applied.is_empty() {
            return None;
        }
        reading.query.text = rest(&query.text, &tokens, &taken);
        Some(reading)
    }

    /// Each value of a filter that the words name, whether or not it would be applied: a search that
    /// chooses one of these itself may be read otherwise than one that chooses any other.
    pub(crate) fn named(&self, text: &str) -> Vec<(&'static str, String)> {
        self.finds(text, &tokens(text)).into_iter().map(|find| (find.parameter, find.value)).collect()
    }

    fn finds(&self, text: &str, tokens: &[Token]) -> Vec<Detection> {
        let places = place::find(tokens, *self);
        let ages = age::find(text, tokens, &places, self.today);
        [ages, places, route::find(tokens)].into_iter().flatten().collect()
    }

    /// Which tokens belong to a complete name of two words or more.
    fn names(&self, tokens: &[Token]) -> Vec<bool> {
        let mut protected = vec![false; tokens.len()];
        for start in 0..tokens.len() {
            for end in (start + 2..=tokens.len()).rev() {
                let key = tokens[start..end].iter().map(|t| name_key(&t.raw)).collect::<Vec<_>>().join(" ");
                if self.words.is_full_name(&key) {
                    protected[start..end].fill(true);
                    break;
                }
            }
        }
        protected
    }
}

/// Sets a filter; `false` when an explicit parameter says something else.
fn apply(query: &mut SearchQuery, explicit: &SearchQuery, parameter: &str, value: &str) -> bool {
    if parameter == "age" {
        let Ok(age) = value.parse::<AgeRange>() else { return false };
        if explicit.asks_age() {
            return explicit.ages.contains(&age);
        }
        if !query.ages.contains(&age) {
            query.ages.push(age);
        }
        return true;
    }
    let Some(filter) = catalogue::field::filter(parameter) else { return false };
    let group = |parameter: &str| catalogue::field::filter(parameter).is_some_and(|f| f.group == filter.group);
    let mut chosen = explicit.filters.iter().filter(|(parameter, _)| group(parameter)).peekable();
    if chosen.peek().is_some() {
        return chosen.any(|(chosen, c)| *chosen == parameter && c.codes.iter().any(|code| code == value));
    }
    let codes = &mut query.filters.entry(filter.parameter).or_default().codes;
    if !codes.iter().any(|code| code == value) {
        codes.push(value.to_owned());
    }
    true
}

/// Little words that lead up to an age, a place or a way in, and go with it: *vi bor i Växjö*.
const LEADING: &[&str] = &["i", "på", "från", "vid", "för", "inom", "som", "är", "bor", "bo"];

/// The text without the tokens taken, and without the little words that led up to them. Where nothing but
/// little words is left (*jag är 24 år och bor i Klippan*), what was read says it all.
fn rest(text: &str, tokens: &[Token], taken: &[bool]) -> String {
    let mut taken = taken.to_vec();
    for i in (0..tokens.len().saturating_sub(1)).rev() {
        if taken[i + 1] && LEADING.contains(&tokens[i].word.text.as_str()) {
            taken[i] = true;
        }
    }
    let kept: Vec<&Token> = tokens.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(t, _)| t).collect();
    if !kept.iter().any(|t| t.word.is_content() && !LEADING.contains(&t.word.text.as_str())) {
        return String::new();
    }
    kept.into_iter().map(|t| &text[t.start..t.end]).collect::<Vec<_>>().join(" ")
}
