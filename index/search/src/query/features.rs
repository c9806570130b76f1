//! Features of the search. Each can be switched off, for literal searches and for ablation measurements.

use jiff::civil::Date;

/// The circumstances of a search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchContext {
    /// The date in Europe/Stockholm.
    pub(crate) today: Date,
    /// Features of a search that interprets its words.
    pub(crate) features: SearchFeatures,
}

impl SearchContext {
    /// A search with all features.
    pub(crate) fn on(today: Date) -> Self {
        Self { today, features: SearchFeatures::ALL }
    }

    /// The features of a search: [`SearchFeatures::LITERAL`] where it does not interpret its words.
    pub(crate) fn features_of(self, query: &super::SearchQuery) -> SearchFeatures {
        if query.interpret { self.features } else { SearchFeatures::LITERAL }
    }
}

/// Features of the search; all are on by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is switched on its own")]
pub struct SearchFeatures {
    /// Words match compounds that they are a part of.
    pub parts: bool,
    /// Two typed words match as one compound, and a compound matches by its parts.
    pub compounds: bool,
    /// Four-letter grams add to the score and match words that nothing else matches.
    pub grams: bool,
    /// Synonyms, abbreviations and everyday phrases.
    pub synonyms: bool,
    /// Filters are detected in the words, and words that name a value match its code.
    pub understanding: bool,
    /// Misspelt words are corrected and unfinished ones completed.
    pub repair: bool,
}

impl SearchFeatures {
    /// All features.
    pub const ALL: Self =
        Self { parts: true, compounds: true, grams: true, synonyms: true, understanding: true, repair: true };

    /// The features of a literal search: the words as typed, in any inflection and compound.
    pub const LITERAL: Self =
        Self { compounds: false, synonyms: false, understanding: false, repair: false, ..Self::ALL };

    /// The steps of an ablation: lemmas alone, then one more feature at a time, each with the name of the added one.
    pub const STEPS: [(&'static str, Self); 6] = {
        let lemma = Self { parts: false, grams: false, ..Self::LITERAL };
        let parts = Self { parts: true, compounds: true, ..lemma };
        let grams = Self { grams: true, ..parts };
        let synonyms = Self { synonyms: true, ..grams };
        let understanding = Self { understanding: true, ..synonyms };
        [
            ("lemma", lemma),
            ("parts", parts),
            ("grams", grams),
            ("synonyms", synonyms),
            ("understanding", understanding),
            ("repair", Self::ALL),
        ]
    };
}
