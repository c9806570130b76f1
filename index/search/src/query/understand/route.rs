//! Ways in, in words: *utan remiss*, *anmäla mig själv*.

use super::Detection;
use crate::text::Token;
use swedish::lemma;

/// Ways of saying that one signs up oneself.
const SELF: &[&[&str]] = &[
    &["utan", "remiss"],
    &["ingen", "remiss"],
    &["anmäla", "mig", "själv"],
    &["anmäla", "sig", "själv"],
    &["anmäler", "mig", "själv"],
    &["anmäler", "sig", "själv"],
    &["söka", "själv"],
    &["egen", "anmälan"],
];

/// The ways in that a text names.
pub(super) fn find(tokens: &[Token]) -> Vec<Detection> {
    let mut out = Vec::new();
    for start in 0..tokens.len() {
        for way in SELF {
            let words = tokens[start..].iter().map(|t| t.word.lemma.clone());
            let wanted = way.iter().map(|w| lemma::lemma(w));
            if tokens.len() - start >= way.len() && words.take(way.len()).eq(wanted) {
                let label = "du kan anmäla dig själv".to_owned();
                out.push(Detection {
                    tokens: start..start + way.len(),
                    parameter: "referral",
                    value: "self".into(),
                    label,
                });
            }
        }
    }
    out
}
