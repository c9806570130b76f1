//! Corrects the spelling of the words of a query: words typed without å, ä and ö, and misspelt words. A word of the
//! language, of a record or of the lexicon is left alone, and so is a compound of known parts.

use crate::caches::term_dictionary::TermDictionary;
use crate::text::{QueryWord, Token, is_stop_word};
use swedish::dictionary;

/// Greatest length of a word, in letters, in which missing diacritics are likelier than another slip.
const MAX_SHORT_WORD: usize = 5;

/// A corrected token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    /// Start of the token in the text, in bytes.
    pub(crate) start: usize,
    /// End of the token in the text, in bytes.
    pub(crate) end: usize,
    /// As typed.
    pub(crate) from: String,
    /// The correction, in lower case.
    pub(crate) to: String,
}

/// Corrects words in place and returns the corrections. With `completes`, the last word is left to its completions
/// where it has any.
pub(super) fn correct(tokens: &mut [Token], terms: &TermDictionary, ratio: u64, completes: usize) -> Vec<Correction> {
    let is_ascii = tokens.iter().all(|token| token.raw.is_ascii());
    let last = tokens.len().saturating_sub(1);
    let mut corrections = Vec::new();
    for (at, token) in tokens.iter_mut().enumerate() {
        let word = &token.word.text;
        let completion = at == last && word.chars().count() >= completes;
        let frequent = || terms.restore_frequent(word, ratio).filter(|_| is_ascii && token.word.is_content());
        let corrected = if is_known(word, terms) {
            frequent().map(str::to_owned)
        } else if completion && terms.has_completion(word) && terms.restore_diacritics(word).is_none() {
            None
        } else {
            correction(&token.word, terms)
        };
        if let Some(to) = corrected.filter(|to| to != word) {
            token.word = QueryWord::new(&to);
            corrections.push(Correction { start: token.start, end: token.end, from: token.raw.clone(), to });
        }
    }
    corrections
}

/// Whether a word needs no correction.
fn is_known(word: &str, terms: &TermDictionary) -> bool {
    is_stop_word(word) || terms.is_known(word) || (dictionary::is_word(word) && !is_doubtful_compound(word, terms))
}

/// Whether a word is a compound only because the splitter accepts most pairs of words (trä + ring): a part of it is
/// neither in a record nor in the lexicon.
fn is_doubtful_compound(word: &str, terms: &TermDictionary) -> bool {
    swedish::compound::parts(word).iter().any(|part| !terms.is_known(part))
}

/// The correction of a word that is not known.
fn correction(word: &QueryWord, terms: &TermDictionary) -> Option<String> {
    let text = &word.text;
    if !text.chars().all(char::is_alphabetic) {
        return None;
    }
    if let Some(restored) = terms.restore_diacritics(text) {
        return Some(restored.to_owned());
    }
    if dictionary::is_word(text) {
        return terms.nearest(text, 1);
    }
    let sounding = || terms.sounding_like(text).map(str::to_owned);
    let restored = || dictionary::restore_diacritics(text);
    let restored_short = || restored().filter(|word| word.chars().count() <= MAX_SHORT_WORD);
    restored_short()
        .or_else(|| terms.nearest(text, 1))
        .or_else(sounding)
        .or_else(restored)
        .or_else(|| terms.nearest(text, 2))
}

/// A text with its corrections in the places of the words as typed.
pub(crate) fn corrected_text(text: &str, corrections: &[Correction]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for Correction { start, end, to, .. } in corrections {
        out.push_str(text.get(done..*start).unwrap_or_default());
        out.push_str(to);
        done = *end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_replaces_its_own_word_only() {
        let corrections = [Correction { start: 9, end: 13, from: "kurs".into(), to: "kurser".into() }];
        assert_eq!(corrected_text("kursplan kurs", &corrections), "kursplan kurser");
        assert_eq!(corrected_text("kurs", &[]), "kurs");
    }
}
