//! Detects filters in the words of a search: ages, places and phrases such as *utan remiss* become chosen filters, and
//! their words are removed from the text.
//!
//! Words of a record's complete name (*Framtid Kronoberg*) are searched as words, and so are words that contradict an
//! explicitly chosen filter.

mod age;
#[cfg(test)]
mod age_tests;
mod misspelling;
mod phrase;
mod place;
#[cfg(test)]
mod place_tests;
mod signs;

use crate::caches::term_dictionary::TermDictionary;
use crate::disk::name_words::is_within_name;
use crate::error::SearchError;
use crate::lexicon::{DetectionWords, ends_clause};
use crate::query::{Chosen, SearchQuery, SearchSettings};
use crate::snapshot::Snapshot;
use crate::text::{Token, name_key, tokens};
use catalogue::field;
use catalogue::field::parameter::AGE;
use catalogue::record::AgeRange;
use catalogue::vocabulary::PlaceTable;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use swedish::dictionary::restore_diacritics;

/// A filter value that was detected in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DetectedValue {
    /// A range of ages, for the filter `age`.
    Age(AgeRange),
    /// A code of another filter.
    Code {
        /// Parameter of the filter.
        parameter: &'static str,
        /// The code.
        code: String,
    },
}

impl DetectedValue {
    /// The parameter of the filter.
    pub fn parameter(&self) -> &'static str {
        match self {
            Self::Age(_) => AGE,
            Self::Code { parameter, .. } => parameter,
        }
    }
}

/// The value as in a request parameter.
impl fmt::Display for DetectedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Age(ages) => ages.fmt(f),
            Self::Code { code, .. } => code.fmt(f),
        }
    }
}

/// A filter that was detected in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetectedFilter {
    /// The value.
    pub value: DetectedValue,
    /// The words, as typed.
    pub from: String,
    /// The place that the words name, when it is a part of the place of the value or consists of several such places: a
    /// locality, a district or a landscape.
    pub place: Option<String>,
}

/// A reading of a search: literal, or with detected filters. Its text is tokenized once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The search, with the detected filters chosen and their words removed.
    pub(crate) query: SearchQuery,
    /// The tokens of `query.text`.
    pub(crate) tokens: Vec<Token>,
    /// The detected filters.
    pub(crate) detected: Vec<DetectedFilter>,
    /// Words that name a range of ages whose first age is the higher one, as typed. They are neither a filter nor part
    /// of the text.
    pub(crate) reversed_ages: Vec<String>,
    /// Filters that words may mean; they are not chosen, and their words stay in the text.
    pub(crate) offered: Vec<DetectedFilter>,
}

impl Reading {
    /// The search as typed, without detected filters.
    pub(crate) fn literal(query: &SearchQuery) -> Self {
        Self {
            query: query.clone(),
            tokens: tokens(&query.text),
            detected: Vec::new(),
            reversed_ages: Vec::new(),
            offered: Vec::new(),
        }
    }

    /// Number of filters that were read from the words.
    pub(crate) fn read_filters(&self) -> usize {
        self.detected.iter().map(|detected| detected.value.parameter()).collect::<BTreeSet<_>>().len()
    }

    /// The search of a submitted form that displayed the filters detected in `earlier_text` as chosen; `self` is the
    /// reading of that text.
    ///
    /// - Same text, same choices: the detected filters are removed from the choices, since they are detected again.
    /// - Same text, a detected filter changed or removed: the words of all detected filters are removed from the text,
    ///   and the choices apply.
    /// - Other text: choices that equal a filter detected in the earlier text are removed.
    /// - No text: the choices apply.
    pub(crate) fn merge_resubmission(&self, earlier_text: &str, query: &SearchQuery) -> SearchQuery {
        let mut merged = query.clone();
        if query.text.is_empty() {
            return merged;
        }
        let parameters = || self.detected.iter().map(|detected| detected.value.parameter());
        let is_unchanged = parameters().all(|parameter| same_choice(&self.query, query, parameter));
        if query.text == earlier_text && !is_unchanged {
            merged.text.clone_from(&self.query.text);
            return merged;
        }
        for detected in &self.detected {
            match &detected.value {
                DetectedValue::Age(ages) => merged.ages.retain(|age| age != ages),
                DetectedValue::Code { parameter, code } => {
                    if let Some(chosen) = merged.filters.get_mut(parameter) {
                        chosen.codes.retain(|other| other != code);
                    }
                }
            }
        }
        merged.filters.retain(|_, chosen| *chosen != Chosen::default());
        merged
    }
}

/// Whether two searches have the same choices in the group of a filter.
fn same_choice(one: &SearchQuery, other: &SearchQuery, parameter: &str) -> bool {
    let group = field::filter(parameter).map(|filter| filter.group);
    let mut filters = field::filters().filter(|filter| Some(filter.group) == group);
    let ages = one.ages == other.ages && one.age_not_stated == other.age_not_stated;
    filters.all(|f| one.filters.get(f.parameter) == other.filters.get(f.parameter)) && (ages || parameter != AGE)
}

/// A detected value and the range of its tokens.
struct Detection {
    tokens: Range<usize>,
    value: DetectedValue,
}

/// The values that a range of tokens names.
struct NamedFilter {
    tokens: Range<usize>,
    /// The values with the place that is named by a part of each, as in [`DetectedFilter`].
    values: Vec<(DetectedValue, Option<String>)>,
    /// Whether the words may mean something else, so that the values are offered and not chosen.
    is_offer: bool,
}

impl From<Detection> for NamedFilter {
    fn from(Detection { tokens, value }: Detection) -> Self {
        Self { tokens, values: vec![(value, None)], is_offer: false }
    }
}

/// Detects filters in the words of a search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FilterDetector<'a> {
    places: &'a PlaceTable,
    dictionary: &'a TermDictionary,
    words: &'a DetectionWords,
    today: Date,
    /// Whether places are detected.
    detects_places: bool,
    /// Whether a place that is no municipality or county is offered and not chosen.
    offers_parts: bool,
}

/// The filter detector for a search; `None` without text, `interpret` or the feature.
pub(crate) fn detector<'a>(
    snapshot: &'a Snapshot,
    query: &SearchQuery,
    context: SearchSettings,
) -> Result<Option<FilterDetector<'a>>, SearchError> {
    if query.text.is_empty() || !query.interpret || !context.features.understanding {
        return Ok(None);
    }
    Ok(Some(FilterDetector {
        places: snapshot.vocabularies.places(),
        dictionary: snapshot.term_dictionary()?,
        words: &snapshot.lexicon.detection,
        today: context.today,
        detects_places: context.features.places,
        offers_parts: false,
    }))
}

/// The reading of a search: with the filters detected in its words, or literal if there are none.
pub(crate) fn read(snapshot: &Snapshot, query: &SearchQuery, context: SearchSettings) -> Result<Reading, SearchError> {
    let literal = Reading::literal(query);
    let Some(detector) = detector(snapshot, query, context)? else { return Ok(literal) };
    let reading = detector.detect(&literal);
    let has_part = reading.iter().flat_map(|reading| &reading.detected).any(|filter| filter.place.is_some());
    let reading = if has_part && names_a_record(snapshot, &literal)? {
        FilterDetector { offers_parts: true, ..detector }.detect(&literal)
    } else {
        reading
    };
    Ok(reading.unwrap_or(literal))
}

/// Whether the name of a record has every word of a search: *etableringskurs Munka-Ljungby*.
fn names_a_record(snapshot: &Snapshot, literal: &Reading) -> Result<bool, SearchError> {
    let content = literal.tokens.iter().filter(|token| token.word.is_content());
    // Without diacritics too: "folkhogskola".
    let written = |token: &Token| restore_diacritics(&token.word.text).unwrap_or_else(|| token.word.text.clone());
    let words: Vec<String> = content.map(written).collect();
    Ok(words.len() > 1 && is_within_name(&snapshot.searcher, &words)?)
}

impl NamedFilter {
    /// The first value, with its tokens; `None` for an offer.
    fn first(&self) -> Option<Detection> {
        let (value, _) = self.values.first().filter(|_| !self.is_offer)?;
        Some(Detection { tokens: self.tokens.clone(), value: value.clone() })
    }
}

impl FilterDetector<'_> {
    fn detect(&self, literal: &Reading) -> Option<Reading> {
        let Reading { query, tokens, .. } = literal;
        // No filters are detected in a complete name.
        if tokens.is_empty() || self.dictionary.is_full_name(&name_key(&query.text)) {
            return None;
        }
        let protected = self.name_tokens(tokens);
        let is_free = |range: &Range<usize>| !range.clone().any(|i| protected.get(i).copied().unwrap_or(true));
        let mut understood = query.clone();
        let (mut detected, mut offered) = (Vec::new(), Vec::new());
        let mut removed = vec![false; tokens.len()];
        let from = |range: &Range<usize>| query.text[tokens[range.start].start..tokens[range.end - 1].end].to_owned();
        let mut reversed_ages = Vec::new();
        for range in self.ages(&query.text, tokens).reversed().into_iter().filter(&is_free) {
            reversed_ages.push(from(&range));
            removed[range].fill(true);
        }
        for NamedFilter { tokens: range, values, is_offer } in self.detections(&query.text, tokens) {
            if !is_free(&range) || range.clone().any(|i| removed[i]) {
                continue;
            }
            let is_offer = is_offer || self.offers_parts && values.iter().any(|(_, place)| place.is_some());
            for (value, place) in values {
                if is_offer || choose(&mut understood, query, &value) {
                    let filter = DetectedFilter { value, from: from(&range), place };
                    if is_offer { &mut offered } else { &mut detected }.push(filter);
                    removed[range.clone()].fill(!is_offer);
                }
            }
        }
        if detected.is_empty() && reversed_ages.is_empty() {
            return (!offered.is_empty()).then(|| Reading { offered, ..literal.clone() });
        }
        if detected.iter().any(|filter| phrase::is_whole_text(&filter.value, &self.words.phrases)) {
            removed.fill(true);
        }
        let tokens;
        (understood.text, tokens) = remaining(&query.text, &literal.tokens, removed, &self.words.leading);
        Some(Reading { query: understood, tokens, detected, reversed_ages, offered })
    }

    /// Every value that is detected in a literal reading, applied or not. A search that explicitly chooses one of these
    /// values may have another reading than a search that chooses another value.
    pub(crate) fn named_values(&self, literal: &Reading) -> Vec<DetectedValue> {
        let named = self.detections(&literal.query.text, &literal.tokens).into_iter();
        named.flat_map(|named| named.values).map(|(value, _)| value).collect()
    }

    fn ages<'t>(&'t self, text: &'t str, tokens: &'t [Token]) -> age::AgeDetector<'t> {
        age::AgeDetector { words: &self.words.age, text, tokens, today: self.today }
    }

    fn detections(&self, text: &str, tokens: &[Token]) -> Vec<NamedFilter> {
        let places = if self.detects_places { place::detect(text, tokens, *self) } else { Vec::new() };
        let beside: Vec<Detection> = places.iter().filter_map(NamedFilter::first).collect();
        let mut ages = self.ages(text, tokens).detect(&beside);
        // The second part of a postal code ("342 50 Vislanda") is no age.
        ages.retain(|age| !beside.iter().any(|place| place.tokens.contains(&age.tokens.start)));
        let is_detected = |at: usize| {
            ages.iter().map(|age| &age.tokens).chain(places.iter().map(|p| &p.tokens)).any(|r| r.contains(&at))
        };
        let phrases = phrase::detect(tokens, &self.words.phrases, is_detected);
        let ages = ages.into_iter().map(NamedFilter::from);
        ages.chain(places).chain(phrases.into_iter().map(NamedFilter::from)).collect()
    }

    /// For each token, whether it belongs to a complete name of at least two words.
    fn name_tokens(&self, tokens: &[Token]) -> Vec<bool> {
        let mut protected = vec![false; tokens.len()];
        for start in 0..tokens.len() {
            for end in (start + 2..=tokens.len()).rev() {
                let key = tokens[start..end].iter().map(|t| name_key(&t.raw)).collect::<Vec<_>>().join(" ");
                if self.dictionary.is_full_name(&key) {
                    protected[start..end].fill(true);
                    break;
                }
            }
        }
        protected
    }
}

/// Chooses a value in `query`. Returns `false` if the choices in `explicit` for the same group exclude the value.
fn choose(query: &mut SearchQuery, explicit: &SearchQuery, value: &DetectedValue) -> bool {
    let (parameter, code) = match value {
        DetectedValue::Age(ages) => {
            if explicit.asks_age() {
                return explicit.ages.contains(ages);
            }
            if !query.ages.contains(ages) {
                query.ages.push(*ages);
            }
            return true;
        }
        DetectedValue::Code { parameter, code } => (*parameter, code),
    };
    let Some(filter) = field::filter(parameter) else { return false };
    let is_in_group = |parameter: &str| field::filter(parameter).is_some_and(|f| f.group == filter.group);
    let mut chosen = explicit.filters.iter().filter(|(parameter, _)| is_in_group(parameter)).peekable();
    if chosen.peek().is_some() {
        return chosen.any(|(chosen, c)| *chosen == parameter && c.codes.contains(code));
    }
    let codes = &mut query.filters.entry(filter.parameter).or_default().codes;
    if !codes.contains(code) {
        codes.push(code.clone());
    }
    true
}

/// The text without the removed tokens and the leading words directly before them, and its tokens, whose positions
/// refer to it. A comma separates tokens of different clauses, a space the others. Empty if only stop words and leading
/// words remain (*jag är 24 år och bor i Klippan*).
fn remaining(text: &str, tokens: &[Token], mut removed: Vec<bool>, leading: &[String]) -> (String, Vec<Token>) {
    let is_leading = |token: &Token| leading.contains(&token.word.text);
    for i in (0..tokens.len().saturating_sub(1)).rev() {
        if removed[i + 1] && is_leading(&tokens[i]) {
            removed[i] = true;
        }
    }
    let kept: Vec<&Token> = tokens.iter().zip(&removed).filter(|(_, gone)| !**gone).map(|(t, _)| t).collect();
    let (mut remaining, mut out) = (String::new(), Vec::new());
    if !kept.iter().any(|token| token.word.is_content() && !is_leading(token)) {
        return (remaining, out);
    }
    let mut end = None;
    for token in kept {
        if let Some(gap) = end.and_then(|end| text.get(end..token.start)) {
            remaining.push_str(if ends_clause(gap) { ", " } else { " " });
        }
        end = Some(token.end);
        let start = remaining.len();
        remaining.push_str(&token.raw);
        out.push(Token { start, end: remaining.len(), ..token.clone() });
    }
    (remaining, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remaining_tokens_are_those_of_the_remaining_text() {
        let typed = "Praktik, för ungdomar i Växjö – utan remiss (snart)";
        let all = tokens(typed);
        let mut removed = vec![false; all.len()];
        removed[4..7].fill(true);
        let (text, kept) = remaining(typed, &all, removed, &["i".to_owned()]);
        assert_eq!(text, "Praktik, för ungdomar, snart");
        assert_eq!(kept, tokens(&text));
        let nothing = remaining(typed, &all, vec![true; all.len()], &[]);
        assert_eq!(nothing, (String::new(), Vec::new()));
    }
}
