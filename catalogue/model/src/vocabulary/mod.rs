//! Vocabularies: code lists with labels and a hierarchy.
//!
//! A value in a request may be a code or any of its labels. Only [`Vocabulary::resolve`] maps it to a term.

mod fold;
mod place_entry;
mod place_table;
mod place_words;
mod set;
mod term;

pub use fold::fold;
pub use place_entry::{PlaceEntry, PlaceKind, postal_code_ranges};
pub use place_table::{FoundPlace, PlaceFault, PlaceLevel, PlaceMatch, PlaceTable};
pub use set::{CitedDocument, Emergency, HelpNumber, HelpNumberText, Vocabularies};
pub use term::Term;

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The name of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VocabularyName {
    /// Target groups; hierarchical.
    TargetGroups,
    /// Municipalities of SCB; the broader term is the county.
    Municipalities,
    /// Counties of SCB.
    Counties,
    /// Methods, for example Supported Employment.
    Methods,
    /// Activities, for example arbetsträning.
    Activities,
    /// Forms of organisation, for example project.
    Kinds,
    /// Levels: aimed at persons or at organisations.
    Levels,
    /// Statuses, derived from the dates.
    Statuses,
    /// When an intervention ends, derived from the dates.
    Ends,
    /// Types of organisations.
    FunderTypes,
    /// Referral routes.
    ReferralRoutes,
    /// Life situations: saved filters with labels in the words of citizens.
    LifeSituations,
    /// Organisations; the store keeps them in a table of their own.
    Organizations,
}

impl VocabularyName {
    /// Every vocabulary that the store keeps as a list of terms.
    pub const TERMS: [VocabularyName; 12] = [
        Self::TargetGroups,
        Self::Municipalities,
        Self::Counties,
        Self::Methods,
        Self::Activities,
        Self::Kinds,
        Self::Levels,
        Self::Statuses,
        Self::Ends,
        Self::FunderTypes,
        Self::ReferralRoutes,
        Self::LifeSituations,
    ];

    /// Its name in addresses and file names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TargetGroups => "target_groups",
            Self::Municipalities => "municipalities",
            Self::Counties => "counties",
            Self::Methods => "methods",
            Self::Activities => "activities",
            Self::Kinds => "kinds",
            Self::Levels => "levels",
            Self::Statuses => "statuses",
            Self::Ends => "ends",
            Self::FunderTypes => "funder_types",
            Self::ReferralRoutes => "referral_routes",
            Self::LifeSituations => "life_situations",
            Self::Organizations => "organizations",
        }
    }

    /// The vocabulary with a name; `None` for an unknown name and for `organizations`, which is not in
    /// [`VocabularyName::TERMS`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::TERMS.into_iter().find(|v| v.as_str() == name)
    }
}

/// One code list with lookup by code or label.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    name: VocabularyName,
    terms: Vec<Term>,
    by_code: HashMap<String, usize>,
    /// Labels in lower case, with their diacritics.
    by_exact_label: HashMap<String, usize>,
    by_label: HashMap<String, usize>,
    /// Other words for terms; the label of any term takes precedence.
    by_word: HashMap<String, usize>,
}

impl Vocabulary {
    /// Creates a vocabulary from terms. A label that two terms share resolves to the first.
    pub fn new(name: VocabularyName, terms: Vec<Term>) -> Self {
        let (by_code, by_exact_label, by_label, by_word) = Default::default();
        let terms_len = terms.len();
        let mut vocabulary =
            Self { name, terms: Vec::with_capacity(terms_len), by_code, by_exact_label, by_label, by_word };
        for term in terms {
            vocabulary.push(term);
        }
        vocabulary
    }

    /// Appends a term.
    pub(super) fn push(&mut self, term: Term) {
        let at = self.terms.len();
        self.by_code.insert(term.code.clone(), at);
        for label in std::iter::once(&term.label).chain(&term.label_easy) {
            self.by_exact_label.entry(label.to_lowercase()).or_insert(at);
            self.by_label.entry(fold(label)).or_insert(at);
        }
        for word in term.other_words.iter().chain(term.labels.values()).chain(std::iter::once(&term.code)) {
            self.by_word.entry(fold(word)).or_insert(at);
        }
        self.terms.push(term);
    }

    /// Its name.
    pub fn name(&self) -> VocabularyName {
        self.name
    }

    /// Its terms in the order of the file.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term with exactly this code.
    pub fn get(&self, code: &str) -> Option<&Term> {
        self.by_code.get(code).map(|&i| &self.terms[i])
    }

    /// The label of a code in a language; the code itself when it is unknown.
    pub fn label<'a>(&'a self, code: &'a str, lang: &str) -> &'a str {
        self.get(code).map_or(code, |term| term.label_in(lang))
    }

    /// The term of a code or label: an exact code takes precedence, then a label or plain label with its diacritics,
    /// then a label, plain label or other word, compared as by [`fold()`].
    pub fn resolve(&self, value: &str) -> Option<&Term> {
        let named = || {
            let exact = self.by_exact_label.get(&value.trim().to_lowercase());
            let value = fold(value);
            exact.or_else(|| self.by_label.get(&value)).or_else(|| self.by_word.get(&value)).map(|&i| &self.terms[i])
        };
        self.get(value.trim()).or_else(named)
    }

    /// Suggested corrections: at most three terms whose labels are most similar to a value, the nearest first, with a
    /// similarity of at least 0.5.
    pub fn nearest(&self, value: &str) -> Vec<&Term> {
        let wanted = fold(value);
        let mut best: Vec<(f64, usize)> =
            self.by_label.iter().chain(&self.by_word).map(|(l, &i)| (similarity(&wanted, l), i)).collect();
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut out: Vec<&Term> = Vec::new();
        for (score, i) in best {
            if out.len() == 3 || score < 0.5 {
                break;
            }
            if !out.iter().any(|t| t.code == self.terms[i].code) {
                out.push(&self.terms[i]);
            }
        }
        out
    }

    /// The code and every broader code, the nearest first.
    pub fn with_broader<'a>(&'a self, code: &'a str) -> Vec<&'a str> {
        let mut out = vec![code];
        while let Some(up) = out.last().and_then(|c| self.get(c)).and_then(|t| t.broader.as_deref()) {
            // `insatskatalog check` reports a cycle. A cycle in the data must not make a search loop forever.
            if out.contains(&up) {
                break;
            }
            out.push(up);
        }
        out
    }

    /// Every narrower code at any depth.
    pub fn narrower<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        self.terms.iter().map(|t| t.code.as_str()).filter(move |c| *c != code && self.with_broader(c).contains(&code))
    }
}

/// Similarity of two folded labels, 0–1: 0.99 when `label` begins with `wanted` (three characters or more), so that an
/// unfinished word is near its completion, else the normalised Damerau–Levenshtein similarity.
fn similarity(wanted: &str, label: &str) -> f64 {
    if wanted.chars().count() >= 3 && label.starts_with(wanted) {
        return 0.99;
    }
    strsim::normalized_damerau_levenshtein(wanted, label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(code: &str, broader: Option<&str>, label: &str, other: &[&str]) -> Term {
        Term {
            code: code.into(),
            broader: broader.map(Into::into),
            label: label.into(),
            other_words: other.iter().map(|w| (*w).to_owned()).collect(),
            ..Term::default()
        }
    }

    fn groups() -> Vocabulary {
        Vocabulary::new(
            VocabularyName::TargetGroups,
            vec![
                term("unga", None, "Unga", &["ungdomar"]),
                term("uvas", Some("unga"), "Unga som varken arbetar eller studerar", &["NEET"]),
                term("0860", None, "Hultsfred", &[]),
                term("0780", None, "Växjö", &[]),
                term("0305", None, "Håbo", &[]),
                term("0643", None, "Habo", &[]),
            ],
        )
    }

    #[test]
    fn codes_and_labels_resolve_without_regard_to_case_and_diacritics() {
        let v = groups();
        for (value, code) in [
            ("uvas", "uvas"),
            ("UVAS", "uvas"),
            ("neet", "uvas"),
            ("vaxjo", "0780"),
            (" VÄXJÖ ", "0780"),
            ("habo", "0643"),
            ("Håbo", "0305"),
        ] {
            assert_eq!(v.resolve(value).map(|t| t.code.as_str()), Some(code), "{value}");
        }
        assert!(v.resolve("växj").is_none());
        assert_eq!(v.nearest("växj")[0].code, "0780");
        assert!(v.nearest("qqqqqqq").is_empty());
    }

    #[test]
    fn hierarchy_goes_both_ways() {
        let v = groups();
        assert_eq!(v.with_broader("uvas"), ["uvas", "unga"]);
        assert_eq!(v.narrower("unga").collect::<Vec<_>>(), ["uvas"]);
        assert_eq!(v.narrower("uvas").count(), 0);
    }
}
