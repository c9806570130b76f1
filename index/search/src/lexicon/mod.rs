//! The word lists and weights that interpret a query, from files that editors can change: expressions, synonyms, words
//! for filter detection, weak heads, services outside the catalogue, and the weights and limits of the ranking.

mod classification;
mod detection;
mod expansion_kind;
mod expressions;
mod file;
mod ranking;
mod synonyms;
mod terms;
mod wordings;

pub(crate) use classification::{Classification, ProbableMeaning};
pub(crate) use detection::{AgeBound, AgeWords, CodePhrase, DetectionWords, MAX_BOUND_WORDS};
pub use expansion_kind::{ExpansionKind, SynonymKind};
pub use expressions::{Expression, ExpressionMatch, Expressions};
pub use ranking::Ranking;
pub use synonyms::{Link, Synonyms};
pub(crate) use terms::Terms;
pub(crate) use wordings::{clauses, ends_clause};

use self::file::{DETECTION, LexiconFile, OTHER_SERVICES, RANKING, SYNONYMS, WEAK_HEADS, expression_files};
use crate::text::{QueryWord, words};
use catalogue::{Vocabularies, hash};
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// The lemmas of the words of a term of a lexicon file, stop words included.
pub(crate) fn key(term: &str) -> Vec<String> {
    words(term).iter().map(|w| QueryWord::new(&w.text).lemma).collect()
}

/// The parsed lexicon files. They affect queries but not the indexed terms, so a change needs no rebuild of the
/// index.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) synonyms: Synonyms,
    pub(crate) expressions: Expressions,
    pub(crate) detection: DetectionWords,
    /// Lemmas of compound heads that add little meaning to the modifier (*jobb* in *städjobb*).
    pub(crate) weak_heads: HashSet<String>,
    /// Names of services outside the catalogue.
    pub(crate) other_services: Terms,
    pub(crate) ranking: Ranking,
    fingerprint: String,
}

static SHIPPED: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the files are constants of the program, and a test reads them")]
    Arc::new(Lexicon::read_from(None).expect("the shipped lexicon"))
});

impl Lexicon {
    /// The files that ship with the program.
    pub fn shipped() -> Arc<Self> {
        Arc::clone(&SHIPPED)
    }

    /// Reads the lexicon files in `folder`. The shipped file is used for each missing one, and for all if the folder
    /// does not exist. Files of expressions that do not ship are added.
    ///
    /// # Errors
    /// All faults of the files.
    pub fn read(folder: &Path) -> Result<Arc<Self>, Vec<LexiconFault>> {
        if folder.is_dir() { Self::read_from(Some(folder)).map(Arc::new) } else { Ok(Self::shipped()) }
    }

    fn read_from(folder: Option<&Path>) -> Result<Self, Vec<LexiconFault>> {
        let mut reader = LexiconReader { folder, faults: Vec::new(), texts: Vec::new() };
        let synonyms = reader.parse(&SYNONYMS, |text| match Synonyms::read(text) {
            (synonyms, faults) if faults.is_empty() => Ok(synonyms),
            (_, faults) => Err(faults),
        });
        let mut expressions = synonyms.as_ref().map(Expressions::new).unwrap_or_default();
        for file in expression_files(folder) {
            reader.parse(&file, |text| expressions.add(text).map_err(|f| vec![f]));
        }
        expressions.finish();
        let detection = reader.parse(&DETECTION, |text| DetectionWords::read(text).map_err(|f| vec![f]));
        let weak_heads = reader.parse(&WEAK_HEADS, read_words);
        let other_services = reader.parse(&OTHER_SERVICES, |text| Ok(Terms::read(text)));
        let ranking = reader.parse(&RANKING, |text| Ranking::read(text).map_err(|f| vec![f]));
        match (synonyms, detection, weak_heads, other_services, ranking) {
            (Some(synonyms), Some(detection), Some(weak_heads), Some(other_services), Some(ranking))
                if reader.faults.is_empty() =>
            {
                let texts: Vec<&str> = reader.texts.iter().map(String::as_str).collect();
                let fingerprint = hash::short(&texts);
                Ok(Self { synonyms, expressions, detection, weak_heads, other_services, ranking, fingerprint })
            }
            _ => Err(reader.faults),
        }
    }

    /// All faults of the files in `folder` (of the shipped files for `None`). Codes are checked against the
    /// vocabularies if the files have no other fault.
    pub fn check(folder: Option<&Path>, vocabularies: &Vocabularies) -> Vec<LexiconFault> {
        let lexicon = match Self::read_from(folder) {
            Ok(lexicon) => lexicon,
            Err(faults) => return faults,
        };
        let mut faults = Vec::new();
        for (parameter, code) in lexicon.detection.unknown_codes(vocabularies) {
            let message = format!("{parameter} has no code {code}");
            faults.extend(DETECTION.fault_at(folder, &format!("{parameter} = \"{code}\""), message));
        }
        let files = expression_files(folder);
        let in_expressions = |wording: &str, message: String| {
            let place = format!("\"{wording}\"");
            files.iter().rev().find_map(|file| file.fault_at(folder, &place, message.clone()))
        };
        for (wording, parameter, code) in lexicon.expressions.unknown_codes(vocabularies) {
            faults.extend(in_expressions(&wording, format!("\"{wording}\": {parameter} has no code {code}")));
        }
        for (theme, wording, other_theme, other) in lexicon.expressions.duplicates() {
            let message = format!("\"{wording}\" ({theme}) has the same words as \"{other}\" ({other_theme})");
            faults.extend(in_expressions(wording, message));
        }
        faults
    }

    /// The lower-case words of expressions and synonyms, and the stop words: known words for the correction of spelling.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let stop_words = swedish::stop_words().map(|word| -> &str { word });
        self.expressions.words().chain(self.synonyms.words()).chain(stop_words)
    }

    /// The expressions of all themes.
    pub fn expressions(&self) -> &Expressions {
        &self.expressions
    }

    /// Hash of the files, which is part of the `ETag` of responses that depend on the index.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// Reads lexicon files and collects their faults.
struct LexiconReader<'a> {
    folder: Option<&'a Path>,
    faults: Vec<LexiconFault>,
    /// Contents of the files read so far.
    texts: Vec<String>,
}

impl LexiconReader<'_> {
    /// The parsed content of a file; `None` when it has faults.
    fn parse<T>(&mut self, source: &LexiconFile, parse: impl FnOnce(&str) -> Result<T, Vec<LineFault>>) -> Option<T> {
        match source.text(self.folder) {
            Ok((text, path)) => {
                let parsed = parse(&text).map_err(|found| self.faults.extend(found.into_iter().map(|f| f.at(&path))));
                self.texts.push(text.into_owned());
                parsed.ok()
            }
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }
}

/// The lemmas of a list with one word per line; `#` starts a comment.
fn read_words(text: &str) -> Result<HashSet<String>, Vec<LineFault>> {
    let mut lemmas = HashSet::new();
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        match key(line).as_slice() {
            [] if line.is_empty() => {}
            [lemma] => {
                lemmas.insert(lemma.clone());
            }
            _ => faults.push(LineFault { line: number + 1, message: "a line holds one word".into() }),
        }
    }
    if faults.is_empty() { Ok(lemmas) } else { Err(faults) }
}

/// A fault in a line of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// Line number, from 1.
    pub line: usize,
    /// The fault and the allowed form, in English.
    pub message: String,
}

impl LineFault {
    fn at(self, path: &Path) -> LexiconFault {
        LexiconFault { path: path.to_owned(), fault: self }
    }

    /// A fault at the first line that contains `place`; at line 1 if none does.
    pub(crate) fn at_text(text: &str, place: &str, message: String) -> Self {
        let line = text.lines().position(|line| line.contains(place)).map_or(1, |at| at + 1);
        Self { line, message }
    }

    /// The fault that the TOML parser reports for a text.
    pub(crate) fn toml(text: &str, error: &toml::de::Error) -> Self {
        let line = |start: usize| 1 + text[..text.floor_char_boundary(start)].matches('\n').count();
        Self { line: error.span().map_or(1, |span| line(span.start)), message: error.message().to_owned() }
    }
}

/// A fault with its file, displayed as `file:line: message`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconFault {
    /// The file.
    pub path: PathBuf,
    /// Line number and message.
    pub fault: LineFault,
}

impl fmt::Display for LexiconFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.fault.line, self.fault.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_have_no_fault() {
        assert_eq!(Lexicon::read_from(None).err(), None);
    }

    #[test]
    fn a_file_of_a_folder_takes_the_place_of_the_shipped_one() {
        let folder = tempfile::tempdir().unwrap();
        let shipped = Lexicon::shipped();
        assert_eq!(Lexicon::read(folder.path()).unwrap().fingerprint(), shipped.fingerprint());
        std::fs::write(folder.path().join("synonyms.txt"), "= fika | kafferast\n").unwrap();
        let own = Lexicon::read(folder.path()).unwrap();
        assert_ne!(own.fingerprint(), shipped.fingerprint());
        assert_eq!(own.synonyms.links(&key("fika")).len(), 1);
        assert_eq!(own.synonyms.links(&key("ung")).len(), 0);
        assert!((own.ranking.k1 - shipped.ranking.k1).abs() < f32::EPSILON);
    }

    #[test]
    fn a_code_that_no_vocabulary_has_is_a_fault_of_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let words = DETECTION.shipped.replace("referral = \"self\"", "referral = \"xyz\"");
        std::fs::write(folder.path().join("detection.toml"), words).unwrap();
        let shipped = catalogue_exchange::folder::read(&catalogue_exchange::folder::Origin::Shipped).unwrap();
        let faults = Lexicon::check(Some(folder.path()), &shipped.vocabularies);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults.iter().any(|f| f.path.ends_with("detection.toml") && f.fault.message.contains("xyz")));
    }

    #[test]
    fn faults_name_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("synonyms.txt"), "= a | b\nfika\n= -led | ord\n").unwrap();
        std::fs::create_dir(folder.path().join("expressions")).unwrap();
        std::fs::write(folder.path().join("expressions/own.toml"), "theme = \"own\"\n[[phrase]]\nsay = 1\n").unwrap();
        std::fs::write(folder.path().join("detection.toml"), "leading = []\nage = 1\n").unwrap();
        std::fs::write(folder.path().join("weak_heads.txt"), "jobb # one\ntvå ord\n").unwrap();
        std::fs::write(folder.path().join("ranking.toml"), "k1 = \"many\"\n").unwrap();
        let faults: Vec<String> = Lexicon::read(folder.path()).unwrap_err().iter().map(ToString::to_string).collect();
        let at = |file: &str, line: usize| format!("{}:{line}: ", folder.path().join(file).display());
        assert_eq!(faults.len(), 6, "{faults:?}");
        assert!(faults[0].starts_with(&at("synonyms.txt", 2)), "{faults:?}");
        assert!(faults[1].starts_with(&at("synonyms.txt", 3)), "{faults:?}");
        assert!(faults[2].starts_with(&at("expressions/own.toml", 3)), "{faults:?}");
        assert!(faults[3].starts_with(&at("detection.toml", 2)), "{faults:?}");
        assert!(faults[4].starts_with(&at("weak_heads.txt", 2)), "{faults:?}");
        assert!(faults[5].starts_with(&at("ranking.toml", 1)), "{faults:?}");
    }
}
