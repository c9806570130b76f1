//! Detects phrases that stand for one code, such as a referral route: *utan remiss*, *anmäla mig själv*.

use super::{DetectedValue, Detection};
use crate::lexicon::CodePhrase;
use crate::text::Token;

/// The phrases in a text, in the order of their positions. `is_detected` tells whether a token belongs to a place or an
/// age.
pub(super) fn detect(tokens: &[Token], phrases: &[CodePhrase], is_detected: impl Fn(usize) -> bool) -> Vec<Detection> {
    let mut out = Vec::new();
    for start in 0..tokens.len() {
        for CodePhrase { lemmas, parameter, code, beside } in phrases {
            let end = start + lemmas.len();
            let words = tokens.get(start..end).into_iter().flatten().map(|token| &token.word.lemma);
            let others = (0..start).chain(end..tokens.len()).filter(|at| !is_detected(*at));
            let mut other_words = others.map(|at| tokens[at].raw.to_lowercase());
            let are_allowed = beside.as_ref().is_none_or(|allowed| other_words.all(|word| allowed.contains(&word)));
            if words.eq(lemmas) && are_allowed {
                let value = DetectedValue::Code { parameter, code: code.clone() };
                out.push(Detection { tokens: start..end, value });
            }
        }
    }
    out
}

/// Whether a value comes from a phrase beside which only places, ages and words without a meaning of their own stand.
pub(super) fn is_whole_text(value: &DetectedValue, phrases: &[CodePhrase]) -> bool {
    let is_source = |phrase: &CodePhrase| match value {
        DetectedValue::Code { parameter, code } => phrase.parameter == *parameter && phrase.code == *code,
        DetectedValue::Age(_) => false,
    };
    phrases.iter().any(|phrase| phrase.beside.is_some() && is_source(phrase))
}
