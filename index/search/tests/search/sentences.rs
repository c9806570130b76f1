//! Sentences of strangers: which of them express an emergency or describe a situation.
//!
//! `sentences_data/` was written by persons who had not seen the lexicon. `urgent.toml` holds phrasings of emergencies by
//! theme in Swedish (the second half misspelt or without å, ä and ö), English and Arabic, and `not_urgent` ones that
//! only look like them; `precision.txt` sentences that describe no situation; `positive.tsv` sentences by theme.

use super::support::shipped;
use catalogue::vocabulary::Emergency;
use std::collections::BTreeMap;

const URGENT: &str = include_str!("sentences_data/urgent.toml");
const PRECISION: &str = include_str!("sentences_data/precision.txt");
const POSITIVE: &str = include_str!("sentences_data/positive.tsv");

/// Share of the sentences about a situation that must be recognised.
const LEAST_RECALL: f64 = 0.6;
/// Share of the other sentences that must not be taken for a situation.
const LEAST_PRECISION: f64 = 1.0;

/// The lists of `urgent.toml` by theme and language.
fn phrasings() -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    toml::from_str(URGENT).unwrap()
}

#[test]
fn emergencies_are_recognised_in_three_languages_and_nothing_else_is() {
    let catalogue = shipped();
    let mut wrong = Vec::new();
    for (theme, by_language) in phrasings() {
        let expected = match theme.as_str() {
            "suicide" => Some(Emergency::Suicide),
            "violence" | "abuse" => Some(Emergency::Violence),
            "homeless_tonight" => Some(Emergency::Shelter),
            _ => None,
        };
        for text in by_language.into_values().flatten() {
            let found = catalogue.interpretation(&text).emergency;
            if found != expected {
                wrong.push(format!("{theme}: {text}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_emergency_is_not_taken_from_a_word_with_the_same_stem() {
    let catalogue = shipped();
    for text in ["slutar snart", "snart sommar", "snarast möjligt"] {
        assert_eq!(catalogue.interpretation(text).emergency, None, "{text}");
    }
    for text in ["jag vill inte vara med längre", "sjalvmord", "vill dö"] {
        assert_eq!(catalogue.interpretation(text).emergency, Some(Emergency::Suicide), "{text}");
    }
}

#[test]
fn sentences_about_a_situation_are_recognised_and_others_are_not() {
    let catalogue = shipped();
    let lines: Vec<(&str, &str)> = POSITIVE.lines().filter_map(|line| line.split_once('\t')).collect();
    let missed: Vec<_> = lines.iter().filter(|(_, text)| catalogue.themes(text).is_empty()).collect();
    let recall = 1.0 - missed.len() as f64 / lines.len() as f64;
    let others: Vec<&str> = PRECISION.lines().filter(|line| !line.trim().is_empty()).collect();
    let triggered: Vec<_> = others.iter().filter(|text| !catalogue.themes(text).is_empty()).collect();
    let precision = 1.0 - triggered.len() as f64 / others.len() as f64;
    println!("recall {recall:.3}, precision {precision:.3}");
    assert!(recall >= LEAST_RECALL, "recall {recall:.3}: {missed:#?}");
    assert!(precision >= LEAST_PRECISION, "precision {precision:.3}: {triggered:#?}");
}
