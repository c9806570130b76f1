//! The kinds of query expansion; each has a weight in `ranking.toml`.

/// How one term of the synonym file relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SynonymKind {
    /// Both terms mean the same.
    Equivalent,
    /// The searched term is broader than the matched one.
    Narrower,
    /// The searched term is narrower than the matched one.
    Broader,
    /// The terms are associated.
    Related,
}

impl SynonymKind {
    /// Its name in an API response.
    pub fn as_str(self) -> &'static str {
        match self {
            SynonymKind::Equivalent => "equivalent",
            SynonymKind::Narrower => "narrower",
            SynonymKind::Broader => "broader",
            SynonymKind::Related => "related",
        }
    }
}

/// The kind of a query expansion; [`crate::Ranking::expansion`] gives its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpansionKind {
    /// The words as typed.
    Literal,
    /// The compound of two words that were typed separately.
    Joined,
    /// A corrected spelling of a word that no record contains.
    Corrected,
    /// All parts of a compound, anywhere in the record.
    Parts,
    /// Completions of the unfinished last word.
    Prefix,
    /// A synonym.
    Synonym(SynonymKind),
    /// The code of a filter value that the words name.
    Term,
    /// Codes that an expression of several words stands for.
    Expression,
    /// Codes that an expression of one word stands for: its own matches come first.
    ExpressionWord,
    /// Codes that the nearest wordings of expressions stand for.
    Nearest,
    /// Most of the word's character 4-grams; only for a word that nothing else matches.
    Grams,
}

impl ExpansionKind {
    /// Its name in an API response.
    pub fn as_str(self) -> &'static str {
        match self {
            ExpansionKind::Literal => "literal",
            ExpansionKind::Joined => "compound",
            ExpansionKind::Corrected => "corrected",
            ExpansionKind::Parts => "parts",
            ExpansionKind::Prefix => "prefix",
            ExpansionKind::Synonym(kind) => kind.as_str(),
            ExpansionKind::Term => "term",
            ExpansionKind::Expression | ExpansionKind::ExpressionWord => "expression",
            ExpansionKind::Nearest => "nearest",
            ExpansionKind::Grams => "similar",
        }
    }
}
