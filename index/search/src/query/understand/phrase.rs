//! Detects phrases that stand for one code, such as a referral route: *utan remiss*, *anmäla mig själv*.

use super::{DetectedValue, Detection};
use crate::lexicon::CodePhrase;
use crate::text::Token;

/// The phrases in a text, in the order of their positions.
pub(super) fn detect(tokens: &[Token], phrases: &[CodePhrase]) -> Vec<Detection> {
    let mut out = Vec::new();
    for start in 0..tokens.len() {
        for CodePhrase { lemmas, parameter, code } in phrases {
            let end = start + lemmas.len();
            let words = tokens.get(start..end).into_iter().flatten().map(|token| &token.word.lemma);
            if words.eq(lemmas) {
                let value = DetectedValue::Code { parameter, code: code.clone() };
                out.push(Detection { tokens: start..end, value });
            }
        }
    }
    out
}
