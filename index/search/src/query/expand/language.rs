//! Whether a query is Swedish: the words of other languages are not corrected.

use crate::caches::term_dictionary::TermDictionary;
use crate::text::Token;
use swedish::{dictionary, is_stop_word};

/// Frequent English words, separated by spaces. None is near to a Swedish word that people search for.
const ENGLISH: &str = "\
    a about am and are be been but cannot do does don find for from get girl has have he help her him his \
    home how im is it job kids learn live me money my need no not of on or our out school she sick something \
    son support swedish that the they this to want was we what where who with work you your";
/// Fewest words of a query without a single Swedish word that count as another language.
const MIN_FOREIGN_WORDS: usize = 3;

/// Whether the words of a query are Swedish: Latin letters, fewer than half of them English, and not all unknown.
pub(super) fn is_swedish(tokens: &[Token], terms: &TermDictionary) -> bool {
    if tokens.iter().flat_map(|token| token.raw.chars()).any(|c| c.is_alphabetic() && !is_latin(c)) {
        return false;
    }
    let words = || tokens.iter().map(|token| token.word.text.as_str()).filter(|w| w.chars().all(char::is_alphabetic));
    let is_known = |word: &str| is_stop_word(word) || terms.is_known(word) || dictionary::is_word(word);
    let english = words().filter(|word| is_english_word(word)).count();
    let unmistakable = words().filter(|word| is_english_word(word) && !is_known(word)).count();
    let known = words().filter(|word| is_known(word)).count();
    let all = words().count();
    let is_english = unmistakable > 0 && 2 * english >= all;
    !is_english && (known > 0 || all < MIN_FOREIGN_WORDS)
}

/// Whether a word is one of [`ENGLISH`].
fn is_english_word(word: &str) -> bool {
    ENGLISH.split(' ').any(|english| english == word)
}

/// Whether a letter is of the Latin script (Basic Latin to Latin Extended-B).
fn is_latin(letter: char) -> bool {
    u32::from(letter) < 0x250
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn languages_are_told_apart() {
        let terms = TermDictionary::default();
        let is_swedish = |text: &str| is_swedish(&tokens(text), &terms);
        for text in ["jag vill dö", "sjalvmord", "praktk växjö", "komunens aktivtets ansvar angelholm", "IPS"] {
            assert!(is_swedish(text), "{text}");
        }
        for text in ["I want to die", "need help with money", "waan rabaa inaan dhinto", "انتحار", "хочу померти"]
        {
            assert!(!is_swedish(text), "{text}");
        }
    }
}
