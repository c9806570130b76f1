//! The query plan: the units of a text, each with its expansions.
//!
//! A unit is one word, or several words that belong together (an expression of the lexicon, a term, a compound typed as
//! two words). The literal words are the first expansion; another expansion is reported as the reason for a hit.

use crate::error::SearchError;
use crate::query::expand::expander::Expander;
use crate::query::expand::language;
use crate::query::expand::planner::Planner;
use crate::query::expand::query_unit::{MatchSpec, QueryUnit, UnitRole};
use crate::query::expand::spelling::{Correction, correct};
use crate::query::{Reading, SearchFeatures};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, Token, grams};
use catalogue::record::AgeRange;
use catalogue::vocabulary::Emergency;

/// The plan of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Plan {
    /// The units in the order of the text, without duplicates.
    pub(crate) units: Vec<QueryUnit>,
    /// Corrected words, in the order of the text.
    pub(crate) corrections: Vec<Correction>,
    /// The expressions in the words, those of several words first.
    pub(crate) situations: Vec<Situation>,
    /// The ages that an expression states (*tonåring*).
    pub(crate) ages: Option<AgeRange>,
    /// The gravest emergency that the words may express.
    pub(crate) emergency: Option<Emergency>,
    /// Number of filters that were read from the words and left them; they are criteria of the question too.
    pub(crate) read_filters: usize,
    /// Whether the words ask for a service outside the catalogue.
    pub(crate) is_outside: bool,
    /// Whether the words are Swedish.
    pub(crate) is_swedish: bool,
    /// Character 4-grams of the text; they add to the score of a hit.
    pub(crate) grams: Vec<String>,
}

/// An expression in the words of a search: a situation that a person describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The words as typed.
    pub from: String,
    /// Theme of the lexicon, which is the name of a file in `expressions/`.
    pub theme: String,
    /// Code of the life situation that the theme leads to.
    pub life_situation: Option<String>,
}

/// Plans the search for the words of a reading; `None` when the text has no letter or digit.
pub(crate) fn plan(
    snapshot: &Snapshot,
    reading: &Reading,
    features: SearchFeatures,
) -> Result<Option<Plan>, SearchError> {
    let text = &reading.query.text;
    if text.is_empty() {
        return Ok(None);
    }
    let expander = Expander {
        snapshot,
        terms: snapshot.term_dictionary()?,
        named_values: snapshot.named_values(),
        lexicon: &snapshot.lexicon,
        features,
    };
    let plan = Plan { read_filters: reading.read_filters(), ..Plan::new(text, reading.tokens.clone(), expander) };
    let has_words = !plan.units.is_empty() || text.chars().any(char::is_alphanumeric);
    Ok(has_words.then_some(plan))
}

impl Plan {
    fn new(text: &str, mut tokens: Vec<Token>, expander: Expander<'_>) -> Self {
        let limits = expander.lexicon.ranking.limits;
        let is_swedish = language::is_swedish(&tokens, expander.terms);
        let corrections = if expander.features.repair && is_swedish {
            correct(&mut tokens, expander.terms, limits.diacritics_ratio, limits.completion_letters)
        } else {
            Vec::new()
        };
        let grams = if is_swedish && expander.features.grams { grams(text) } else { Vec::new() };
        let plan = Plan { corrections, is_swedish, grams, ..Plan::default() };
        let mut planner = Planner { expander, text, tokens: &tokens, plan };
        planner.run();
        planner.plan
    }

    /// Whether the words describe the situation of a person.
    pub(crate) fn describes_person(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit.role, UnitRole::Situation | UnitRole::Probable))
    }

    /// Whether the words tell a story: they have a probable meaning, and not every word is a term.
    fn tells_story(&self) -> bool {
        let has = |roles: &[UnitRole]| self.units.iter().any(|unit| roles.contains(&unit.role));
        has(&[UnitRole::Probable]) && has(&[UnitRole::Situation, UnitRole::Word])
    }

    /// Whether hits that fit a story much worse than others are no hits.
    pub(crate) fn demotes_far_hits(&self) -> bool {
        self.tells_story() && self.read_filters == 0
    }

    /// The words of all expansions, without duplicates, for highlighting.
    pub(crate) fn highlight_words(&self) -> Vec<QueryWord> {
        let criteria = self.units.iter().filter(|unit| unit.is_criterion());
        let units: Vec<&QueryUnit> =
            if criteria.clone().next().is_some() { criteria.collect() } else { self.units.iter().collect() };
        let mut out: Vec<QueryWord> = Vec::new();
        for expansion in units.into_iter().flat_map(|unit| &unit.expansions) {
            if let MatchSpec::Words(words) | MatchSpec::Near(words) | MatchSpec::AnyWord(words) = &expansion.spec {
                for word in words {
                    if !out.contains(word) {
                        out.push(word.clone());
                    }
                }
            }
        }
        out
    }
}
