//! Expressions: how people describe their situation, mapped to codes of filters such as target groups and activities;
//! never to single records. Read from the files of `expressions/`, one for each theme.

use super::{LineFault, Synonyms};
use crate::lexicon::wordings::{WordingMatch, Wordings};
use crate::text::{Token, words};
use catalogue::Vocabularies;
use catalogue::field;
use catalogue::record::AgeRange;
use catalogue::vocabulary::Emergency;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the wordings of one group of a theme stand for.
#[derive(Debug, Clone)]
pub struct Expression {
    /// Name of the theme, which is the name of its file.
    pub theme: String,
    /// Code of the life situation that the theme leads to.
    pub situation: Option<String>,
    /// The first wording, for reports.
    pub first: String,
    /// Codes, as (filter parameter, code).
    pub codes: Vec<(&'static str, String)>,
    /// Terms that the text of a fitting record is likely to use.
    pub terms: Vec<String>,
    /// How surely the codes help the person who says so, 0 to 1.
    pub weight: f32,
    /// The age that the words themselves state (*tonåring*).
    pub age: Option<AgeRange>,
    /// The emergency that the words may express: its numbers are displayed before the hits.
    pub emergency: Option<Emergency>,
    /// Whether the words name a need that the catalogue has nothing for.
    pub outside: bool,
}

/// One file of expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpressionFile {
    theme: String,
    situation: Option<String>,
    #[serde(default = "swedish_code")]
    language: String,
    #[serde(default)]
    phrase: Vec<ExpressionEntry>,
}

#[derive(Debug, Deserialize)]
struct ExpressionEntry {
    #[serde(default)]
    say: Vec<String>,
    /// Whole questions: they only classify other texts.
    #[serde(default)]
    ask: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    /// Who speaks; for editors.
    #[serde(rename = "voice")]
    _voice: Option<Voice>,
    weight: Option<f32>,
    age: Option<String>,
    urgent: Option<Emergency>,
    #[serde(default)]
    outside: bool,
    #[serde(flatten)]
    codes: BTreeMap<String, Vec<String>>,
}

/// Who says the words of an expression.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Voice {
    Adult,
    Teenager,
    Parent,
    Friend,
    Partner,
    Newcomer,
    Caseworker,
    Employer,
}

/// Language of a file without `language`.
const SWEDISH: &str = "sv";

fn swedish_code() -> String {
    SWEDISH.to_owned()
}

/// All expressions with their wordings.
#[derive(Debug, Clone, Default)]
pub struct Expressions {
    pub(super) all: Vec<Expression>,
    pub(super) wordings: Wordings,
    /// The words of all wordings, in lower case: they are known words for the correction of spelling.
    words: BTreeSet<String>,
}

/// An occurrence of an expression in a query.
#[derive(Debug, Clone)]
pub struct ExpressionMatch<'a> {
    /// The expression.
    pub expression: &'a Expression,
    /// Indices of the tokens of the wording, in ascending order.
    pub tokens: Vec<usize>,
}

impl Expressions {
    /// No expressions yet; words of equal meaning in `synonyms` stand for one another.
    pub fn new(synonyms: &Synonyms) -> Self {
        Self { wordings: Wordings::new(synonyms.equivalent_words()), ..Self::default() }
    }

    /// Adds the expressions of a file; `index/lexicon/expressions/README.md` describes the format.
    ///
    /// # Errors
    /// The first line that is not valid TOML of this format.
    pub fn add(&mut self, text: &str) -> Result<(), LineFault> {
        let file: ExpressionFile = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        for entry in file.phrase {
            let first = entry.say.iter().chain(&entry.ask).next().cloned().unwrap_or_default();
            let fault = |message: String| LineFault::at_text(text, &first, format!("\"{first}\": {message}"));
            let weight = entry.weight.unwrap_or(1.0);
            if !(0.0..=1.0).contains(&weight) {
                return Err(fault(format!("weight is {weight}, not 0 to 1")));
            }
            let age = entry.age.as_deref().map(str::parse).transpose();
            let age = age.map_err(|_| fault("age is a range of years such as \"13-19\"".into()))?;
            let mut codes = Vec::new();
            for (parameter, values) in &entry.codes {
                let filter = field::filter(parameter).ok_or_else(|| fault(format!("no filter is {parameter}")))?;
                codes.extend(values.iter().map(|code| (filter.parameter, code.clone())));
            }
            if first.is_empty() {
                return Err(fault("a phrase has neither say nor ask".into()));
            }
            if codes.is_empty() && entry.urgent.is_none() && !entry.outside {
                return Err(fault("has neither a code nor urgent nor outside".into()));
            }
            if entry.outside && (entry.urgent.is_some() || !codes.is_empty()) {
                return Err(fault("outside has neither codes nor urgent".into()));
            }
            let number = self.all.len();
            for wording in &entry.say {
                // Words of an emergency are matched completely: "ta mitt liv" is not "ta livet lugnt".
                let keeps_stop_words = entry.urgent.is_some() || file.language != SWEDISH;
                self.wordings.add(wording, keeps_stop_words, number);
                self.words.extend(words(wording).into_iter().map(|word| word.text.to_lowercase()));
            }
            for question in &entry.ask {
                self.wordings.add_question(question, number);
            }
            self.all.push(Expression {
                theme: file.theme.clone(),
                situation: file.situation.clone(),
                first,
                codes,
                terms: entry.words,
                weight,
                age,
                emergency: entry.urgent,
                outside: entry.outside,
            });
        }
        Ok(())
    }

    /// Frees what only [`Self::add`] needs.
    pub(crate) fn finish(&mut self) {
        self.wordings.finish();
    }

    /// Codes that no vocabulary has, as (first wording, parameter, code).
    pub fn unknown_codes(&self, vocabularies: &Vocabularies) -> Vec<(String, String, String)> {
        let known = |parameter: &str, code: &str| {
            field::filter(parameter).is_some_and(|filter| filter.knows_code(vocabularies, code))
        };
        let codes = self.all.iter().flat_map(|e| e.codes.iter().map(move |(p, code)| (e, *p, code)));
        let unknown = codes.filter(|(_, parameter, code)| !known(parameter, code));
        unknown.map(|(e, parameter, code)| (e.first.clone(), parameter.to_owned(), code.clone())).collect()
    }

    /// Occurrences of expressions in a text, those with more words first. One with more than half of its words in others
    /// before it is left out.
    pub fn matches(&self, text: &str, tokens: &[Token]) -> Vec<ExpressionMatch<'_>> {
        let found = self.wordings.matches(text, tokens);
        let expression = |WordingMatch { meaning, tokens }| ExpressionMatch { expression: &self.all[meaning], tokens };
        found.into_iter().map(expression).collect()
    }

    /// Wordings with the same words as another wording, as (theme, wording, theme of the other, the other).
    pub fn duplicates(&self) -> Vec<(&str, &str, &str, &str)> {
        let theme = |meaning: usize| self.all[meaning].theme.as_str();
        let pairs = self.wordings.duplicates().into_iter();
        pairs.map(|[a, b]| (theme(a.0), a.1, theme(b.0), b.1)).collect()
    }

    /// Number of wordings by theme.
    pub fn counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for meaning in self.wordings.meanings() {
            *counts.entry(self.all[meaning].theme.as_str()).or_default() += 1;
        }
        counts
    }

    /// The words of all wordings, in lower case.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn themes(expressions: &Expressions, text: &str) -> Vec<String> {
        let found = expressions.matches(text, &tokens(text));
        found.iter().map(|found| found.expression.first.clone()).collect()
    }

    #[test]
    fn an_expression_has_codes_and_a_weight() {
        let mut expressions = Expressions::default();
        let text = "theme = \"school\"\n[[phrase]]\nsay = [\"sitter hemma\", \"hemmasittare\"]\n\
                    target_group = [\"uvas\"]\nweight = 0.5\nage = \"13-19\"\n";
        expressions.add(text).unwrap();
        let query = "min son sitter bara hemma";
        let found = expressions.matches(query, &tokens(query));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].tokens, [2, 4]);
        assert_eq!(found[0].expression.codes, [("target_group", "uvas".to_owned())]);
        assert_eq!(themes(&expressions, "hemmasittaren"), ["sitter hemma"]);
    }

    #[test]
    fn faults_name_the_line_of_the_expression() {
        for entry in ["target_group = [\"uvas\"]\nweight = 2.0", "color = [\"red\"]", "voice = \"nobody\"", ""] {
            let text = format!("theme = \"t\"\n\n[[phrase]]\nsay = [\"sitter hemma\"]\n{entry}\n");
            let fault = Expressions::default().add(&text).unwrap_err();
            assert!(fault.line >= 3, "{fault:?}");
        }
    }

    #[test]
    fn a_phrase_without_wordings_is_a_fault() {
        let text = "theme = \"t\"\n[[phrase]]\ntarget_group = [\"uvas\"]\n";
        assert!(Expressions::default().add(text).unwrap_err().message.contains("neither say nor ask"));
    }

    #[test]
    fn an_emergency_needs_all_of_its_words() {
        let mut expressions = Expressions::default();
        let entry = "[[phrase]]\nsay = [\"ta mitt liv\"]\nurgent = \"suicide\"\n";
        expressions.add(&format!("theme = \"t\"\n{entry}")).unwrap();
        assert_eq!(themes(&expressions, "jag vill ta mitt liv").len(), 1);
        assert!(themes(&expressions, "ta livet lugnt").is_empty());
    }
}
