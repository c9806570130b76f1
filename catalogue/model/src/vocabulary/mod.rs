//! The code lists that give values their meaning, labels and hierarchy.
//!
//! A value in a request may be a code or any of its labels; [`Vocabulary::resolve`] is the one
//! place where that is decided.

mod fold;
mod set;
mod term;

pub use fold::fold;
pub use set::{Document, HelpNumber, HelpWords, Vocabularies};
pub use term::Term;

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Which vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VocabularyName {
    /// Whom an intervention is for; hierarchical.
    TargetGroups,
    /// SCB's municipalities; broader is the county.
    Municipalities,
    /// SCB's counties.
    Counties,
    /// Ways of working, for example Supported Employment.
    Methods,
    /// What one does, for example arbetsträning.
    Activities,
    /// How it is run.
    Kinds,
    /// Aimed at persons or at organisations.
    Levels,
    /// Derived from the dates.
    Statuses,
    /// Types of organisations.
    FunderTypes,
    /// Ways in.
    ReferralRoutes,
    /// Saved filters in a citizen's words.
    LifeSituations,
    /// Who owns, provides, funds; a table of its own in the store.
    Organizations,
}

impl VocabularyName {
    /// Every vocabulary that is kept as a list of terms.
    pub const TERMS: [VocabularyName; 11] = [
        Self::TargetGroups,
        Self::Municipalities,
        Self::Counties,
        Self::Methods,
        Self::Activities,
        Self::Kinds,
        Self::Levels,
        Self::Statuses,
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
            Self::FunderTypes => "funder_types",
            Self::ReferralRoutes => "referral_routes",
            Self::LifeSituations => "life_situations",
            Self::Organizations => "organizations",
        }
    }

    /// The vocabulary of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::TERMS.into_iter().find(|v| v.as_str() == name)
    }
}

/// One code list, looked up by code or by any label.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    name: VocabularyName,
    terms: Vec<Term>,
    by_code: HashMap<String, usize>,
    by_label: HashMap<String, usize>,
    /// What else names a term; a label of any term comes before it.
    by_word: HashMap<String, usize>,
}

impl Vocabulary {
    /// A vocabulary of these terms. Where two terms share a label, the first one has it.
    pub fn new(name: VocabularyName, terms: Vec<Term>) -> Self {
        let (by_code, by_label, by_word) = Default::default();
        let mut vocabulary = Self { name, terms: Vec::with_capacity(terms.len()), by_code, by_label, by_word };
        for term in terms {
            vocabulary.push(term);
        }
        vocabulary
    }

    /// Adds a term after the others.
    pub(super) fn push(&mut self, term: Term) {
        let at = self.terms.len();
        self.by_code.insert(term.code.clone(), at);
        for label in std::iter::once(&term.label).chain(&term.label_easy) {
            self.by_label.entry(fold(label)).or_insert(at);
        }
        for word in term.other_words.iter().chain(term.labels.values()).chain(std::iter::once(&term.code)) {
            self.by_word.entry(fold(word)).or_insert(at);
        }
        self.terms.push(term);
    }

    /// Which vocabulary it is.
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

    /// The term that a reader means by a code or label: an exact code wins, else a label, plain
    /// label or other word without regard to case, `å ä ö` and outer blanks.
    pub fn resolve(&self, value: &str) -> Option<&Term> {
        let named = || {
            let value = fold(value);
            self.by_label.get(&value).or_else(|| self.by_word.get(&value)).map(|&i| &self.terms[i])
        };
        self.get(value.trim()).or_else(named)
    }

    /// At most three codes with labels nearest to a value that resolves to nothing.
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

    /// The code and every code above it, nearest first.
    pub fn with_broader<'a>(&'a self, code: &'a str) -> Vec<&'a str> {
        let mut out = vec![code];
        while let Some(up) = out.last().and_then(|c| self.get(c)).and_then(|t| t.broader.as_deref()) {
            // A circle is refused by `check`; data that slipped through must not hang a search.
            if out.contains(&up) {
                break;
            }
            out.push(up);
        }
        out
    }

    /// Every code below this one.
    pub fn narrower<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        self.terms.iter().map(|t| t.code.as_str()).filter(move |c| *c != code && self.with_broader(c).contains(&code))
    }
}

/// How alike two folded words are, 0–1; a shared beginning counts, so that an unfinished word
/// finds its whole.
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
            ],
        )
    }

    #[test]
    fn codes_and_labels_resolve_without_regard_to_case_and_diacritics() {
        let v = groups();
        for (value, code) in
            [("uvas", "uvas"), ("UVAS", "uvas"), ("neet", "uvas"), ("vaxjo", "0780"), (" VÄXJÖ ", "0780")]
        {
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
