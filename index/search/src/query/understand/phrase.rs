//! Detects phrases that stand for one code, such as a referral route: *utan remiss*, *anmäla mig själv*.

use super::{DetectedValue, Detection};
use crate::lexicon::CodePhrase;
use crate::text::Token;
use swedish::is_stop_word;

/// The phrases in a text, in the order of their positions. `is_detected` tells whether a token belongs to a place or an
/// age.
pub(super) fn detect(tokens: &[Token], phrases: &[CodePhrase], is_detected: impl Fn(usize) -> bool) -> Vec<Detection> {
    let mut out = Vec::new();
    for start in 0..tokens.len() {
        for CodePhrase { lemmas, parameter, code, alone } in phrases {
            let end = start + lemmas.len();
            let words = tokens.get(start..end).into_iter().flatten().map(|token| &token.word.lemma);
            let is_beside = |at: usize| is_detected(at) || is_stop_word(&tokens[at].raw.to_lowercase());
            let is_alone = || (0..start).chain(end..tokens.len()).all(is_beside);
            if words.eq(lemmas) && (!alone || is_alone()) {
                let value = DetectedValue::Code { parameter, code: code.clone() };
                out.push(Detection { tokens: start..end, value });
            }
        }
    }
    out
}
