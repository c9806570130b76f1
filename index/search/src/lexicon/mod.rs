//! The word lists and weights that interpret a query, from files that editors can change: synonyms, everyday
//! phrases, words for filter detection, weak heads, and the weights and limits of the ranking.

mod detection;
mod everyday;
mod expansion_kind;
mod ranking;
mod synonyms;

pub(crate) use detection::{AgeBound, AgeWords, CodePhrase, DetectionWords};
pub use everyday::{Everyday, Phrase};
pub use expansion_kind::{ExpansionKind, SynonymKind};
pub use ranking::Ranking;
pub use synonyms::{Link, Synonyms};

use crate::text::QueryWord;
use catalogue::{Vocabularies, hash};
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// The lemmas of the words of a term of a lexicon file, stop words included.
pub(crate) fn key(term: &str) -> Vec<String> {
    swedish::words(term).map(|w| QueryWord::new(w.text).lemma).collect()
}

/// A file of the lexicon.
struct LexiconFile {
    name: &'static str,
    /// The content that ships with the program.
    shipped: &'static str,
}

const SYNONYMS: LexiconFile =
    LexiconFile { name: "synonyms.txt", shipped: include_str!("../../../lexicon/synonyms.txt") };
const EVERYDAY: LexiconFile =
    LexiconFile { name: "everyday.toml", shipped: include_str!("../../../lexicon/everyday.toml") };
const DETECTION: LexiconFile =
    LexiconFile { name: "detection.toml", shipped: include_str!("../../../lexicon/detection.toml") };
const WEAK_HEADS: LexiconFile =
    LexiconFile { name: "weak_heads.txt", shipped: include_str!("../../../lexicon/weak_heads.txt") };
const RANKING: LexiconFile =
    LexiconFile { name: "ranking.toml", shipped: include_str!("../../../lexicon/ranking.toml") };

impl LexiconFile {
    /// The content and its path: the file in `folder` if it exists, otherwise the shipped file.
    fn text(&self, folder: Option<&Path>) -> Result<(String, PathBuf), LexiconFault> {
        let own = folder.map(|folder| folder.join(self.name)).filter(|path| path.exists());
        let Some(path) = own else {
            return Ok((self.shipped.to_owned(), Path::new("index/lexicon").join(self.name)));
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok((text, path)),
            Err(error) => {
                Err(LineFault { line: 1, message: format!("cannot be read as UTF-8 text: {error}") }.at(&path))
            }
        }
    }
}

/// The parsed lexicon files. They affect queries but not the indexed terms, so a change needs no rebuild of the
/// index.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) synonyms: Synonyms,
    pub(crate) everyday: Everyday,
    pub(crate) detection: DetectionWords,
    /// Lemmas of compound heads that add little meaning to the modifier (*jobb* in *städjobb*).
    pub(crate) weak_heads: HashSet<String>,
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
    /// does not exist.
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
        let everyday = reader.parse(&EVERYDAY, |text| Everyday::read(text).map_err(|f| vec![f]));
        let detection = reader.parse(&DETECTION, |text| DetectionWords::read(text).map_err(|f| vec![f]));
        let weak_heads = reader.parse(&WEAK_HEADS, read_words);
        let ranking = reader.parse(&RANKING, |text| Ranking::read(text).map_err(|f| vec![f]));
        match (synonyms, everyday, detection, weak_heads, ranking) {
            (Some(synonyms), Some(everyday), Some(detection), Some(weak_heads), Some(ranking)) => {
                let texts: Vec<&str> = reader.texts.iter().map(String::as_str).collect();
                Ok(Self { synonyms, everyday, detection, weak_heads, ranking, fingerprint: hash::short(&texts) })
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
        let everyday = lexicon.everyday.unknown_codes(vocabularies).into_iter();
        let everyday = everyday.map(|(wording, parameter, code)| {
            let message = format!("\"{wording}\": {parameter} has no code {code}");
            (&EVERYDAY, wording, message)
        });
        let detection = lexicon.detection.unknown_codes(vocabularies).into_iter();
        let detection = detection.map(|(parameter, code)| {
            (&DETECTION, format!("{parameter} = \"{code}\""), format!("{parameter} has no code {code}"))
        });
        let located = everyday.chain(detection).filter_map(|(source, place, message)| {
            let (text, path) = source.text(folder).ok()?;
            Some(LineFault::at_text(&text, &place, message).at(&path))
        });
        located.collect()
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
                self.texts.push(text);
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
        std::fs::write(folder.path().join("everyday.toml"), "[[phrase]]\nsay = \"x\"\n").unwrap();
        std::fs::write(folder.path().join("detection.toml"), "leading = []\nage = 1\n").unwrap();
        std::fs::write(folder.path().join("weak_heads.txt"), "jobb # one\ntvå ord\n").unwrap();
        std::fs::write(folder.path().join("ranking.toml"), "k1 = \"many\"\n").unwrap();
        let faults: Vec<String> = Lexicon::read(folder.path()).unwrap_err().iter().map(ToString::to_string).collect();
        let at = |file: &str, line: usize| format!("{}:{line}: ", folder.path().join(file).display());
        assert_eq!(faults.len(), 6, "{faults:?}");
        assert!(faults[0].starts_with(&at("synonyms.txt", 2)), "{faults:?}");
        assert!(faults[1].starts_with(&at("synonyms.txt", 3)), "{faults:?}");
        assert!(faults[2].starts_with(&at("everyday.toml", 2)), "{faults:?}");
        assert!(faults[3].starts_with(&at("detection.toml", 2)), "{faults:?}");
        assert!(faults[4].starts_with(&at("weak_heads.txt", 2)), "{faults:?}");
        assert!(faults[5].starts_with(&at("ranking.toml", 1)), "{faults:?}");
    }
}
