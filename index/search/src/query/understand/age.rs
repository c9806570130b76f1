//! Detects ages: *20 år*, *20-åring*, *16–24 år*, *under 25*, *55+*, *65 år och äldre*, *i 20-årsåldern*, *född 2006*,
//! *min son 19*, *jag är 24*, and a number next to a place: *arbetslös 24 Klippan*.

use super::signs::{is_dash_alone, is_open_dash, is_plus};
use super::{DetectedValue, Detection};
use crate::lexicon::{AgeBound, AgeWords, MAX_BOUND_WORDS};
use crate::text::Token;
use catalogue::record::{Age, AgeRange};
use catalogue::text::is_dash;
use jiff::civil::Date;
use std::ops::Range;

/// Numbers that are ages after a bound or in a range with a dash, without a word for years.
const BARE_AGES: std::ops::RangeInclusive<u16> = 10..=99;
/// Numbers that are ages after a word for a person, without a word for years.
const AGES_OF_PERSONS: std::ops::RangeInclusive<u16> = 5..=99;
/// Between two ages that a word for years follows: *18 och 29 år*, but not *kurs 18 och 29*.
const AND: &str = "och";
/// In words for a person of an age: *20-åring*, *20-årig*.
const AGE_SUFFIX: &str = "åri";
/// Fewest words of a text in which a number at the start or end is an age.
const MIN_WORDS_BESIDE: usize = 3;
/// Earliest accepted year of birth.
const FIRST_YEAR: u16 = 1900;

/// Detects ages in one text.
pub(super) struct AgeDetector<'a> {
    pub(super) words: &'a AgeWords,
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) today: Date,
}

impl AgeDetector<'_> {
    /// The ages of the text, given the places in it.
    pub(super) fn detect(&self, places: &[Detection]) -> Vec<Detection> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(len) = self.reversed_at(at) {
                at += len;
            } else if let Some((len, ages)) = self.age_at(at).or_else(|| self.bare_age(at, places)) {
                out.push(Detection { tokens: at..at + len, value: DetectedValue::Age(ages) });
                at += len;
            } else {
                at += 1;
            }
        }
        // Of several ages, that of a child is not the age of the one who seeks: "kvinna 34, barn 1 år".
        let is_of_child = |age: &Detection| {
            age.tokens.start.checked_sub(1).is_some_and(|i| contains(&self.words.children, self.word(i)))
        };
        if out.iter().any(|age| !is_of_child(age)) {
            out.retain(|age| !is_of_child(age));
        }
        out
    }

    /// The tokens of each range of ages whose first age is the higher one, in order.
    pub(super) fn reversed(&self) -> Vec<Range<usize>> {
        (0..self.tokens.len()).filter_map(|at| Some(at..at + self.reversed_at(at)?)).collect()
    }

    /// The number of tokens of the reversed range that starts with the number at a position.
    fn reversed_at(&self, at: usize) -> Option<usize> {
        let (years, has_unit) = self.number(at)?;
        let (len, other) = self.second_age(at, years, has_unit)?;
        let is_reversed = other < years && range(other, years).is_some();
        is_reversed.then_some(len)
    }

    /// The lower-case word at a position; empty outside the text.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.word.text.as_str())
    }

    /// Whether only spaces and punctuation separate the token from its neighbours, and no unit follows it.
    fn is_isolated(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |i| self.tokens[i].end);
        let after = self.tokens.get(at + 1).map_or(self.text.len(), |t| t.start);
        let gaps = [&self.text[before..self.tokens[at].start], &self.text[self.tokens[at].end..after]];
        gaps.iter().all(|gap| gap.trim().trim_matches([',', '.', '?', '!']).is_empty())
            && !contains(&self.words.units, self.word(at + 1))
    }

    /// The isolated number at a position, as (number of tokens, ages): directly before a place, or at the start or end of
    /// a text of several words (*arbetslös Klippan 24*, *23 npf behöver stöd*).
    fn bare_age(&self, at: usize, places: &[Detection]) -> Option<(usize, AgeRange)> {
        let (years, has_unit) = self.number(at)?;
        let is_at_edge = (at == 0 || at + 1 == self.tokens.len()) && self.tokens.len() >= MIN_WORDS_BESIDE;
        let AgeWords { counted, between, times, .. } = self.words;
        let follows_counted = at
            .checked_sub(1)
            .is_some_and(|i| [counted, between, times].into_iter().any(|words| contains(words, self.word(i))));
        let is_near =
            |place: &Detection| place.tokens.start == at + 1 || place.tokens.end == at && at + 1 == self.tokens.len();
        let is_beside = is_at_edge && !follows_counted || places.iter().any(is_near);
        let is_age = is_beside && self.is_isolated(at) && !has_unit && self.words.is_bare(years);
        range(years, years).filter(|_| is_age).map(|range| (1, range))
    }

    /// Whether a number of years is a time and not the age of a person: *i 4 år*, *10 år sedan*, and few years without a
    /// word for a person or an age (*4 år skola*).
    fn is_duration(&self, at: usize, years: u16, year_tokens: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        let unit = self.word(at + year_tokens);
        let says_age = year_tokens > 1 || unit.contains(AGE_SUFFIX);
        let is_timed = contains(&self.words.before_time, before)
            || contains(&self.words.after_time, self.word(at + 1 + year_tokens));
        !says_age && (is_timed || years < self.words.least_bare())
    }

    /// The number that a token starts with, and whether a word for years follows in the same token (`20år`). `None` for
    /// more than four digits or another suffix.
    fn number(&self, at: usize) -> Option<(u16, bool)> {
        let token = self.tokens.get(at)?;
        let digits = token.raw.bytes().take_while(u8::is_ascii_digit).count();
        let years = token.raw[..digits].parse().ok().filter(|_| digits <= 4)?;
        let suffix = &token.word.text[digits..];
        (suffix.is_empty() || contains(&self.words.years, suffix)).then_some((years, !suffix.is_empty()))
    }

    /// Number of tokens from `at` that make the preceding number an age: 0 to 2.
    fn year_tokens(&self, at: usize) -> usize {
        if !contains(&self.words.years, self.word(at)) {
            return 0;
        }
        // "20 års ålder", "20 år gammal"
        1 + usize::from(contains(&self.words.after_years, self.word(at + 1)))
    }

    /// The age that starts at a token, as (number of tokens, ages).
    fn age_at(&self, at: usize) -> Option<(usize, AgeRange)> {
        if contains(&self.words.born, self.word(at)) {
            return self.age_of_birth_year(at);
        }
        if let Some((skip, bound)) = self.words.bound(self.phrase(at)) {
            return self.bounded_age(at, skip, bound);
        }
        let (years, has_unit) = self.number(at)?;
        if let Some(found) = self.range_at(at, years, has_unit).or_else(|| self.open_range_at(at, years, has_unit)) {
            return Some(found);
        }
        if contains(&self.words.decades, self.word(at + 1)) && !has_unit {
            let last = if years.is_multiple_of(10) { years + 9 } else { years };
            return range(years, last).map(|range| (2, range));
        }
        let year_tokens = self.year_tokens(at + 1);
        let is_of_person = AGES_OF_PERSONS.contains(&years) && self.follows_person(at);
        let has_years = has_unit || year_tokens > 0;
        if is_of_person || has_years && !self.is_duration(at, years, year_tokens) {
            return range(years, years).map(|range| (1 + year_tokens, range));
        }
        None
    }

    /// *född 2006*: two ages, since this year's birthday may be past or not.
    fn age_of_birth_year(&self, at: usize) -> Option<(usize, AgeRange)> {
        let (year, _) = self.number(at + 1)?;
        let years = u16::try_from(i32::from(self.today.year()) - i32::from(year)).ok()?;
        let range = (year >= FIRST_YEAR).then(|| range(years.saturating_sub(1), years)).flatten();
        range.map(|range| (2, range))
    }

    /// *under 25*, *från 18 år*, *f.o.m. 16 t.o.m. 24*: a bound of `skip` tokens and a number or a range.
    fn bounded_age(&self, at: usize, skip: usize, bound: AgeBound) -> Option<(usize, AgeRange)> {
        let first = at + skip;
        let (years, has_unit) = self.number(first)?;
        if matches!(bound, AgeBound::From | AgeBound::FromYears)
            && let Some((len, range)) = self.range_at(first, years, has_unit)
        {
            return Some((skip + len, range));
        }
        let year_tokens = self.year_tokens(first + 1);
        let has_years = has_unit || year_tokens > 0;
        let max = u16::from(Age::MAX.years());
        let range = match bound {
            AgeBound::Under => range(0, years.checked_sub(1)?),
            AgeBound::Over => range(years + 1, max),
            AgeBound::From | AgeBound::FromYears => range(years, max),
            AgeBound::To => range(0, years),
        };
        let is_age = has_years || (self.is_bare_age(first, years) && bound != AgeBound::FromYears);
        range.filter(|_| is_age).map(|range| (skip + 1 + year_tokens, range))
    }

    /// Whether a number without a word for years is an age beside a bound: no unit follows it.
    fn is_bare_age(&self, at: usize, years: u16) -> bool {
        BARE_AGES.contains(&years) && !contains(&self.words.units, self.word(at + 1))
    }

    /// *16–24*, *16-24 år*, *16 till 24*: the range that starts with the number `years` at a position.
    fn range_at(&self, at: usize, years: u16, has_unit: bool) -> Option<(usize, AgeRange)> {
        let (len, other) = self.second_age(at, years, has_unit)?;
        range(years, other).map(|range| (len, range))
    }

    /// The second age of a range in either order, as (number of tokens of the range, age).
    fn second_age(&self, at: usize, years: u16, has_unit: bool) -> Option<(usize, u16)> {
        // "16 år till 24 år"
        let after = at + 1 + if has_unit { 0 } else { self.year_tokens(at + 1) };
        let has_first_unit = has_unit || after > at + 1;
        let has_dash = self.gap_after(after - 1).is_some_and(|gap| is_dash_alone(gap.trim()));
        let to = if has_dash { after } else { after + usize::from(contains(&self.words.between, self.word(after))) };
        if to == after && !has_dash {
            return None;
        }
        let (other, other_has_unit) = self.number(to)?;
        let year_tokens = self.year_tokens(to + 1);
        let has_years = other_has_unit || year_tokens > 0;
        let is_joined = has_dash || self.word(after) != AND;
        let has_bare_ages =
            is_joined && BARE_AGES.contains(&years) && self.is_bare_age(to, other) && self.is_whole(at, to);
        let is_age = if has_first_unit { has_years } else { has_years || has_bare_ages };
        is_age.then_some((to + 1 - at + year_tokens, other))
    }

    /// *55+*, *65-plussare*, *55 år och äldre*, *24-*, *-24*: a number with a bound after it, or a dash before it.
    fn open_range_at(&self, at: usize, years: u16, has_unit: bool) -> Option<(usize, AgeRange)> {
        let year_tokens = if has_unit { 0 } else { self.year_tokens(at + 1) };
        let has_years = has_unit || year_tokens > 0;
        if !(has_years || self.is_bare_age(at, years) && self.is_whole(at, at)) {
            return None;
        }
        let len = 1 + year_tokens;
        let (min, max) = (range(years, u16::from(Age::MAX.years())), range(0, years));
        let after = &self.text[self.tokens[at + year_tokens].end..];
        let (skip, range) = match self.words.bound_after(self.phrase(at + len)) {
            _ if is_plus(after) => (0, min),
            Some((skip, AgeBound::To)) => (skip, max),
            Some((skip, _)) => (skip, min),
            None if !has_years && is_open_dash(after) => (0, min),
            None if self.follows_open_dash(at) => (0, max),
            None => return None,
        };
        range.map(|range| (len + skip, range))
    }

    /// Whether a dash stands directly before the token and a blank before the dash. After a season it is a year.
    fn follows_open_dash(&self, at: usize) -> bool {
        let before = self.text[..self.tokens[at].start].strip_suffix(is_dash);
        let is_year = at.checked_sub(1).is_some_and(|i| contains(&self.words.seasons, self.word(i)));
        before.is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace)) && !is_year
    }

    /// Whether the numbers from `first` to `last` are neither part of a longer one, such as a date or a telephone
    /// number, nor a time of day.
    fn is_whole(&self, first: usize, last: usize) -> bool {
        let (before, after) = (&self.text[..self.tokens[first].start], &self.text[self.tokens[last].end..]);
        let joins = |c: char| is_dash(c) || matches!(c, '.' | ',' | ':' | '/');
        let ends_number = before.strip_suffix(joins).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
        let starts_number =
            after.strip_prefix(joins).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_time = first.checked_sub(1).is_some_and(|i| contains(&self.words.times, self.word(i)));
        !(ends_number || starts_number || is_time)
    }

    /// The text between a token and the next one; `None` after the last token.
    fn gap_after(&self, at: usize) -> Option<&str> {
        self.tokens.get(at + 1).map(|next| &self.text[self.tokens[at].end..next.start])
    }

    /// The lower-case words from a position, as many as a phrase may have.
    fn phrase(&self, at: usize) -> [&str; MAX_BOUND_WORDS] {
        std::array::from_fn(|i| self.word(at + i))
    }

    /// Whether a word for a person precedes the number, directly or before the copula (*son 19*, *hon är 19*).
    fn follows_person(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        let second_before = at.checked_sub(2).map_or("", |i| self.word(i));
        let AgeWords { persons, pronouns, copula, .. } = self.words;
        let is_subject = contains(persons, second_before) || contains(pronouns, second_before);
        contains(persons, before) || (before == copula && is_subject && self.is_isolated(at))
    }
}

fn contains(words: &[String], word: &str) -> bool {
    words.iter().any(|other| other == word)
}

/// `None` unless both are valid ages and `from <= to`.
fn range(from: u16, to: u16) -> Option<AgeRange> {
    let age = |years: u16| u8::try_from(years).ok().and_then(|y| Age::try_from(y).ok());
    let (from, to) = (age(from)?, age(to)?);
    (from <= to).then_some(AgeRange { from, to })
}
