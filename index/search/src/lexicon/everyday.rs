//! What citizens say, mapped to target groups, activities and methods; never to single records.

use super::{LineFault, key};
use crate::text::Token;
use catalogue::Vocabularies;
use catalogue::field::{self, Match};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How many other words may stand between two words of a phrase.
const GAP: usize = 2;

/// One thing that people say in several ways.
#[derive(Debug, Clone, Deserialize)]
pub struct Phrase {
    /// The ways to say it; words in order, inflection does not matter.
    pub say: Vec<String>,
    /// Whether whoever says it may need help at once, before anything that the catalogue holds.
    #[serde(default)]
    pub urgent: bool,
    /// What it stands for: codes by filter parameter.
    #[serde(flatten)]
    pub codes: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct EverydayFile {
    #[serde(default)]
    phrase: Vec<Phrase>,
}

/// All phrases, each way of saying by its lemmas.
#[derive(Debug, Clone, Default)]
pub struct Everyday {
    phrases: Vec<Phrase>,
    /// The lemmas of a way of saying, and which phrase it belongs to.
    ways: Vec<(Vec<String>, usize)>,
}

/// A phrase found in a query.
#[derive(Debug, Clone, Copy)]
pub struct PhraseMatch<'a> {
    /// The phrase.
    pub phrase: &'a Phrase,
    /// The first of its tokens.
    pub first: usize,
    /// The last of its tokens.
    pub last: usize,
}

impl Everyday {
    /// Reads the file's form (its head describes it).
    pub fn read(text: &str) -> Result<Self, LineFault> {
        let file: EverydayFile = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        let ways = |(number, phrase): (usize, &Phrase)| {
            phrase.say.iter().map(|way| (key(way), number)).filter(|(k, _)| !k.is_empty()).collect::<Vec<_>>()
        };
        let mut ways: Vec<_> = file.phrase.iter().enumerate().flat_map(ways).collect();
        // The longest way of saying something is the surest.
        ways.sort_by_key(|(lemmas, _)| std::cmp::Reverse(lemmas.len()));
        Ok(Self { phrases: file.phrase, ways })
    }

    /// Codes that no vocabulary has, as (phrase, parameter, code).
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

    /// The phrases in a query, the longest first, none overlapping another.
    pub fn find(&self, tokens: &[Token]) -> Vec<PhraseMatch<'_>> {
        let mut found: Vec<PhraseMatch<'_>> = Vec::new();
        for (lemmas, number) in &self.ways {
            for start in 0..tokens.len() {
                let Some(last) = match_from(tokens, start, lemmas) else { continue };
                if found.iter().all(|f| last < f.first || start > f.last) {
                    found.push(PhraseMatch { phrase: &self.phrases[*number], first: start, last });
                }
            }
        }
        found
    }
}

/// The last token of a phrase that begins at `start`, when it stands there.
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
        let found = everyday.find(&query);
        assert_eq!(found.len(), 1, "the longer phrase wins");
        assert_eq!((found[0].first, found[0].last), (2, 4));
        assert_eq!(found[0].phrase.codes["target_group"], ["uvas"]);
        assert!(everyday.find(&tokens("sitta här och inte vara hemmavid")).is_empty());
    }
}
