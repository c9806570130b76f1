//! What the search can do beyond comparing words, each of which can be switched off: for literal
//! searches, and to measure what each is worth.

/// Parts of the search. Every one is on unless a search is literal or a measurement leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is switched on its own")]
pub struct SearchFeatures {
    /// Words meet compounds that they are a part of.
    pub parts: bool,
    /// Compounds typed apart are one word, and a compound is met by its parts.
    pub compounds: bool,
    /// Four-letter grams add to the score and stand in for words that nothing else matches.
    pub grams: bool,
    /// Synonyms, abbreviations and everyday phrases.
    pub synonyms: bool,
    /// Ages, places, ways in and other facts are read out of the words.
    pub understanding: bool,
    /// Misspelt and unfinished words are taken for what they mean.
    pub repair: bool,
}

impl SearchFeatures {
    /// All of them.
    pub const ALL: Self =
        Self { parts: true, compounds: true, grams: true, synonyms: true, understanding: true, repair: true };

    /// What a literal search uses: the words as typed, in any inflection and compound.
    pub const LITERAL: Self =
        Self { compounds: false, synonyms: false, understanding: false, repair: false, ..Self::ALL };

    /// None but the lemma, then one more at a time, each with the name of what came last.
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
