//! The words from which filters are detected: ages, places, and phrases that stand for one code. Parsed from
//! `detection.toml`.

use super::{LineFault, key};
use catalogue::Vocabularies;
use catalogue::field;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of `detection.toml`. They are compared with lower-case words as typed, except phrases, which are
/// compared by lemma.
#[derive(Debug, Clone)]
pub(crate) struct DetectionWords {
    /// Function words that are removed from the text with the detected filter that follows them.
    pub(crate) leading: Vec<String>,
    pub(crate) age: AgeWords,
    pub(crate) place: PlaceWords,
    pub(crate) phrases: Vec<CodePhrase>,
}

/// Words near a number that make it an age or rule an age out; `detection.toml` explains each list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgeWords {
    pub(crate) years: Vec<String>,
    pub(crate) after_years: Vec<String>,
    pub(crate) persons: Vec<String>,
    pub(crate) pronouns: Vec<String>,
    pub(crate) copula: String,
    pub(crate) units: Vec<String>,
    pub(crate) born: Vec<String>,
    pub(crate) between: Vec<String>,
    under: Vec<String>,
    over: Vec<String>,
    from: Vec<String>,
    from_years: Vec<String>,
    to: Vec<String>,
    #[serde(default)]
    from_after: Vec<String>,
    #[serde(default)]
    to_after: Vec<String>,
    #[serde(default)]
    pub(crate) decades: Vec<String>,
    #[serde(default)]
    pub(crate) times: Vec<String>,
    #[serde(default)]
    pub(crate) seasons: Vec<String>,
    /// Before a number: then it counts something else than years.
    #[serde(default)]
    pub(crate) counted: Vec<String>,
    /// Before or after a number of years: then it is a time.
    #[serde(default)]
    pub(crate) before_time: Vec<String>,
    #[serde(default)]
    pub(crate) after_time: Vec<String>,
    /// Before an age: then it is that of a child.
    #[serde(default)]
    pub(crate) children: Vec<String>,
    #[serde(alias = "beside_place")]
    bare: [u16; 2],
}

/// Bound on an age that a phrase before a number expresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AgeBound {
    /// Below the number.
    Under,
    /// Above the number.
    Over,
    /// The number or above.
    From,
    /// The number or above, but only if a word for years follows.
    FromYears,
    /// The number or below.
    To,
}

impl AgeWords {
    /// The longest phrase before a number at the start of `words`, as (number of words, bound).
    pub(crate) fn bound(&self, words: [&str; MAX_BOUND_WORDS]) -> Option<(usize, AgeBound)> {
        let phrases = [
            (&self.under, AgeBound::Under),
            (&self.over, AgeBound::Over),
            (&self.from, AgeBound::From),
            (&self.from_years, AgeBound::FromYears),
            (&self.to, AgeBound::To),
        ];
        longest_phrase(&phrases, words)
    }

    /// The longest phrase after a number at the start of `words`, as (number of words, bound).
    pub(crate) fn bound_after(&self, words: [&str; MAX_BOUND_WORDS]) -> Option<(usize, AgeBound)> {
        longest_phrase(&[(&self.from_after, AgeBound::From), (&self.to_after, AgeBound::To)], words)
    }

    /// Whether a number without a word for years can be an age.
    pub(crate) fn is_bare(&self, years: u16) -> bool {
        (self.bare[0]..=self.bare[1]).contains(&years)
    }

    /// The least number of years that is an age without a word for a person.
    pub(crate) fn least_bare(&self) -> u16 {
        self.bare[0]
    }
}

/// Greatest number of words of a phrase that bounds an age.
pub(crate) const MAX_BOUND_WORDS: usize = 3;

/// The longest phrase of the lists at the start of `words`, as (number of words, bound).
fn longest_phrase(lists: &[(&Vec<String>, AgeBound)], words: [&str; MAX_BOUND_WORDS]) -> Option<(usize, AgeBound)> {
    let starts_with = |phrase: &str| {
        let len = phrase.split(' ').count();
        (len <= MAX_BOUND_WORDS && phrase.split(' ').eq(words[..len].iter().copied())).then_some(len)
    };
    let lengths = lists.iter().flat_map(|(list, bound)| list.iter().map(move |p| (starts_with(p), *bound)));
    lengths.filter_map(|(len, bound)| Some((len?, bound))).max_by_key(|(len, _)| *len)
}

/// Words before and after the name of a place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceWords {
    /// Words after a municipality that belong to its name.
    pub(crate) suffixes: Vec<String>,
    /// Prepositions after which a name is read as a place.
    pub(crate) leading: Vec<String>,
    /// Words before such a preposition after which a name is read as a place, whatever else it may mean.
    #[serde(default)]
    pub(crate) residence: Vec<String>,
    /// Names of municipalities and localities that are also common words.
    pub(crate) ordinary: Vec<String>,
}

/// A phrase that stands for one code of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CodePhrase {
    /// Lemmas of the words, which must be adjacent.
    pub(crate) lemmas: Vec<String>,
    pub(crate) parameter: &'static str,
    pub(crate) code: String,
    /// The only words, besides places and ages, that the text may hold as well; `None` for any.
    pub(crate) beside: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DetectionFile {
    leading: Vec<String>,
    age: AgeWords,
    place: PlaceWords,
    #[serde(default)]
    phrase: Vec<PhraseEntry>,
}

#[derive(Debug, Deserialize)]
struct PhraseEntry {
    say: Vec<String>,
    beside: Option<Vec<String>>,
    #[serde(flatten)]
    codes: BTreeMap<String, String>,
}

impl DetectionWords {
    /// Parses `detection.toml`; comments in the file describe the format. `Err` is the first fault.
    pub(crate) fn read(text: &str) -> Result<Self, LineFault> {
        let file: DetectionFile = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        if let Some(words) = file.age.bound_phrases().find(|p| p.split(' ').count() > MAX_BOUND_WORDS) {
            return Err(LineFault::at_text(text, words, format!("\"{words}\" has more than {MAX_BOUND_WORDS} words")));
        }
        let mut phrases = Vec::new();
        for PhraseEntry { say, beside, codes } in file.phrase {
            let wording = say.first().cloned().unwrap_or_default();
            let mut codes = codes.into_iter();
            let (Some((parameter, code)), None) = (codes.next(), codes.next()) else {
                return Err(LineFault::at_text(text, &wording, format!("\"{wording}\" has not exactly one code")));
            };
            let Some(filter) = field::filter(&parameter) else {
                return Err(LineFault::at_text(text, &wording, format!("\"{wording}\": no filter is {parameter}")));
            };
            let phrase = |say: &String| CodePhrase {
                lemmas: key(say),
                parameter: filter.parameter,
                code: code.clone(),
                beside: beside.clone(),
            };
            phrases.extend(say.iter().map(phrase).filter(|phrase| !phrase.lemmas.is_empty()));
        }
        Ok(Self { leading: file.leading, age: file.age, place: file.place, phrases })
    }

    /// Codes that no vocabulary has, as (parameter, code).
    pub(crate) fn unknown_codes(&self, vocabularies: &Vocabularies) -> Vec<(&'static str, String)> {
        let known = |phrase: &&CodePhrase| {
            field::filter(phrase.parameter).is_some_and(|filter| filter.knows_code(vocabularies, &phrase.code))
        };
        let mut out: Vec<_> =
            self.phrases.iter().filter(|p| !known(p)).map(|p| (p.parameter, p.code.clone())).collect();
        out.dedup();
        out
    }
}

impl AgeWords {
    fn bound_phrases(&self) -> impl Iterator<Item = &String> {
        let lists = [&self.under, &self.over, &self.from, &self.from_years, &self.to, &self.from_after, &self.to_after];
        lists.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../lexicon/detection.toml");

    #[test]
    fn the_longest_bound_phrase_wins() {
        let age = DetectionWords::read(SHIPPED).unwrap().age;
        assert_eq!(age.bound(["yngre", "än", "25"]), Some((2, AgeBound::Under)));
        assert_eq!(age.bound(["yngre", "25", ""]), Some((1, AgeBound::Under)));
        assert_eq!(age.bound(["upp", "till", "29"]), Some((2, AgeBound::To)));
        assert_eq!(age.bound(["upp", "25", ""]), None);
        assert_eq!(age.bound(["från", "18", ""]), Some((1, AgeBound::FromYears)));
        assert_eq!(age.bound(["från", "och", "med"]), Some((3, AgeBound::From)));
        assert_eq!(age.bound_after(["och", "äldre", ""]), Some((2, AgeBound::From)));
        assert_eq!(age.bound_after(["och", "yngre", "barn"]), Some((2, AgeBound::To)));
        assert_eq!(age.bound_after(["och", "praktik", ""]), None);
    }

    #[test]
    fn faults_name_the_line() {
        for (old, new) in [
            ("\"upp till\"", "\"ända fram upp till\""),
            ("referral = \"self\"", "color = \"red\""),
            ("referral = \"self\"", ""),
            ("copula = \"är\"", "copula = 1"),
        ] {
            let faulty = SHIPPED.replace(old, new);
            let fault = DetectionWords::read(&faulty).unwrap_err();
            assert!(fault.line > 1, "{fault:?}");
        }
    }
}
