//! Everyday phrases, mapped to codes of filters such as target groups and activities; never to single records.

use super::{LineFault, key};
use crate::text::Token;
use catalogue::Vocabularies;
use catalogue::field::{self, Match};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Greatest number of other words between two words of a phrase; documented for editors in `everyday.toml`.
const GAP: usize = 2;

/// The wordings of one meaning, with its codes.
#[derive(Debug, Clone, Deserialize)]
pub struct Phrase {
    /// The wordings: words in order, in any inflection.
    pub say: Vec<String>,
    /// Whether the phrase may express an emergency: emergency numbers are displayed before the hits.
    #[serde(default)]
    pub urgent: bool,
    /// Codes that the phrase stands for, by filter parameter.
    #[serde(flatten)]
    pub codes: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct EverydayFile {
    #[serde(default)]
    phrase: Vec<Phrase>,
}

/// All phrases with their wordings as lemmas.
#[derive(Debug, Clone, Default)]
pub struct Everyday {
    phrases: Vec<Phrase>,
    /// The lemmas of each wording with the index of its phrase, the longest wordings first.
    wordings: Vec<(Vec<String>, usize)>,
}

/// An occurrence of a phrase in a query.
#[derive(Debug, Clone, Copy)]
pub struct PhraseMatch<'a> {
    /// The phrase.
    pub phrase: &'a Phrase,
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
}

impl Everyday {
    /// Parses `everyday.toml`; the comment at its start describes the format.
    ///
    /// # Errors
    /// The first line that is not valid TOML of this format.
    pub fn read(text: &str) -> Result<Self, LineFault> {
        let file: EverydayFile = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        let wordings_of = |(number, phrase): (usize, &Phrase)| {
            phrase.say.iter().map(|wording| (key(wording), number)).filter(|(k, _)| !k.is_empty()).collect::<Vec<_>>()
        };
        let mut wordings: Vec<_> = file.phrase.iter().enumerate().flat_map(wordings_of).collect();
        // The longest wording is the most specific one.
        wordings.sort_by_key(|(lemmas, _)| std::cmp::Reverse(lemmas.len()));
        Ok(Self { phrases: file.phrase, wordings })
    }

    /// Codes that no vocabulary has, as (first wording, parameter, code).
    pub fn unknown_codes(&self, vocabularies: &Vocabularies) -> Vec<(String, String, String)> {
        let mut out = Vec::new();
        for phrase in &self.phrases {
            for (parameter, codes) in &phrase.codes {
                let known = |code: &String| match field::filter(parameter).map(|f| &f.matching) {
                    Some(Match::Codes { vocabulary, .. }) => vocabularies.get(*vocabulary).get(code).is_some(),
                    _ => false,
                };
                let say = phrase.say.first().cloned().unwrap_or_default();
                out.extend(codes.iter().filter(|c| !known(c)).map(|c| (say.clone(), parameter.clone(), c.clone())));
            }
        }
        out
    }

    /// Non-overlapping occurrences of phrases in a query; longer wordings take precedence and come first.
    pub fn matches(&self, tokens: &[Token]) -> Vec<PhraseMatch<'_>> {
        let mut matches: Vec<PhraseMatch<'_>> = Vec::new();
        for (lemmas, number) in &self.wordings {
            for start in 0..tokens.len() {
                let Some(last) = match_from(tokens, start, lemmas) else { continue };
                if matches.iter().all(|f| last < f.first || start > f.last) {
                    matches.push(PhraseMatch { phrase: &self.phrases[*number], first: start, last });
                }
            }
        }
        matches
    }
}

/// Index of the last token of a wording that starts at token `start`; `None` when it does not occur there.
fn match_from(tokens: &[Token], start: usize, lemmas: &[String]) -> Option<usize> {
    let (first, rest) = lemmas.split_first()?;
    if tokens[start].word.lemma != *first {
        return None;
    }
    let mut at = start;
    for lemma in rest {
        let window = tokens.iter().enumerate().skip(at + 1).take(GAP + 1);
        at = window.into_iter().find(|(_, t)| t.word.lemma == *lemma)?.0;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn phrases_are_found_with_gaps_and_inflections() {
        let text = "[[phrase]]\nsay = [\"sitta hemma\", \"hemmasittare\"]\ntarget_group = [\"uvas\"]\n\
                    [[phrase]]\nsay = [\"hemma\"]\nactivity = [\"motesplats\"]\n";
        let everyday = Everyday::read(text).unwrap();
        let query = tokens("min son sitta bara hemma");
        let matches = everyday.matches(&query);
        assert_eq!(matches.len(), 1, "the longer phrase wins");
        assert_eq!((matches[0].first, matches[0].last), (2, 4));
        assert_eq!(matches[0].phrase.codes["target_group"], ["uvas"]);
        assert!(everyday.matches(&tokens("sitta här och inte vara hemmavid")).is_empty());
    }
}
