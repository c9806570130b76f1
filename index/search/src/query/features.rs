//! Features of the search that can be switched off, for literal searches and for ablation measurements.

use jiff::civil::Date;

/// The date and the features of a search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchSettings {
    /// The date in Europe/Stockholm.
    pub(crate) today: Date,
    /// Features of a search with `interpret`; see [`Self::features_of`].
    pub(crate) features: SearchFeatures,
}

impl SearchSettings {
    /// The context of a search with all features.
    pub(crate) fn on(today: Date) -> Self {
        Self { today, features: SearchFeatures::ALL }
    }

    /// The features of a search: [`SearchFeatures::LITERAL`] without `interpret`.
    pub(crate) fn features_of(self, query: &super::SearchQuery) -> SearchFeatures {
        if query.interpret { self.features } else { SearchFeatures::LITERAL }
    }
}

/// Features of the search; all are on by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is switched on its own")]
pub struct SearchFeatures {
    /// Words match compounds that contain them as a part.
    pub parts: bool,
    /// The head of a compound decides: a record with the word as a modifier alone is no hit.
    pub heads: bool,
    /// Two typed words match as one compound, and a compound matches by its parts.
    pub compounds: bool,
    /// Character 4-grams add to the score and match words that nothing else matches.
    pub grams: bool,
    /// Synonyms, abbreviations and names of other services.
    pub synonyms: bool,
    /// Expressions of personal situations.
    pub expressions: bool,
    /// Texts are classified by their nearest wordings.
    pub classification: bool,
    /// Places are detected in the words.
    pub places: bool,
    /// Filters are detected in the words, and words that name a filter value match its code.
    pub understanding: bool,
    /// Misspelt words are corrected and unfinished ones completed.
    pub repair: bool,
}

impl SearchFeatures {
    /// All features.
    pub const ALL: Self = Self {
        parts: true,
        heads: true,
        compounds: true,
        grams: true,
        synonyms: true,
        expressions: true,
        classification: true,
        places: true,
        understanding: true,
        repair: true,
    };

    /// The features of a literal search: the words as typed, also in other inflections and as parts of compounds.
    pub const LITERAL: Self =
        Self { compounds: false, understanding: false, repair: false, ..Self::ALL }.without_lists();

    /// Without what the lists of the lexicon add to the words.
    const fn without_lists(self) -> Self {
        Self { synonyms: false, expressions: false, classification: false, ..self }
    }

    /// The steps of an ablation as (name of the added feature, features): lemmas only, then one more at a time.
    pub const STEPS: [(&'static str, Self); 6] = {
        let lemma = Self { parts: false, grams: false, ..Self::LITERAL };
        let parts = Self { parts: true, compounds: true, ..lemma };
        let grams = Self { grams: true, ..parts };
        let synonyms = Self { synonyms: true, expressions: true, classification: true, ..grams };
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

    /// All features but one, as (name of the feature, features).
    pub const WITHOUT: [(&'static str, Self); 5] = [
        ("synonyms", Self { synonyms: false, ..Self::ALL }),
        ("head rule", Self { heads: false, ..Self::ALL }),
        ("expressions", Self { expressions: false, ..Self::ALL }),
        ("classification", Self { classification: false, ..Self::ALL }),
        ("places", Self { places: false, ..Self::ALL }),
    ];
}
