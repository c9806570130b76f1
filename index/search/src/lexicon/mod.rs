//! What words mean beside themselves and what they weigh: synonyms, everyday phrases and the numbers
//! of the ranking, from files that editors can change.

mod everyday;
mod ranking;
mod synonyms;

pub use everyday::{Everyday, Phrase};
pub use ranking::Ranking;
pub use synonyms::{Link, SynonymKind, Synonyms};

use crate::text::QueryWord;
use catalogue::{Vocabularies, hash};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// The words of a term of a lexicon file, by lemma, stop words included.
pub(crate) fn key(term: &str) -> Vec<String> {
    swedish::words(term).map(|w| QueryWord::new(w.text).lemma).collect()
}

/// A file of the lexicon: its name, and what ships under it.
struct Source {
    name: &'static str,
    shipped: &'static str,
}

const SYNONYMS: Source = Source { name: "synonyms.txt", shipped: include_str!("../../../lexicon/synonyms.txt") };
const EVERYDAY: Source = Source { name: "everyday.toml", shipped: include_str!("../../../lexicon/everyday.toml") };
const RANKING: Source = Source { name: "ranking.toml", shipped: include_str!("../../../lexicon/ranking.toml") };

impl Source {
    /// The text that holds, and where it stands: the folder's own file takes the place of what ships.
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

/// The files that editors can change, read and checked. They say how a query is understood and
/// weighed, not how a record lies in the index, so that a change needs no new index.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) synonyms: Synonyms,
    pub(crate) everyday: Everyday,
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

    /// The files of a folder, `synonyms.txt`, `everyday.toml` and `ranking.toml`; one that is not
    /// there is the shipped one, and so are all when there is no such folder. `Err` names every fault.
    pub fn read(folder: &Path) -> Result<Arc<Self>, Vec<LexiconFault>> {
        if folder.is_dir() { Self::read_from(Some(folder)).map(Arc::new) } else { Ok(Self::shipped()) }
    }

    fn read_from(folder: Option<&Path>) -> Result<Self, Vec<LexiconFault>> {
        let mut faults = Vec::new();
        let (synonyms, one) = or_faults(SYNONYMS.text(folder), &mut faults, |text| match Synonyms::read(text) {
            (synonyms, faults) if faults.is_empty() => Ok(synonyms),
            (_, faults) => Err(faults),
        });
        let (everyday, two) =
            or_faults(EVERYDAY.text(folder), &mut faults, |text| Everyday::read(text).map_err(|f| vec![f]));
        let (ranking, three) =
            or_faults(RANKING.text(folder), &mut faults, |text| Ranking::read(text).map_err(|f| vec![f]));
        match (synonyms, everyday, ranking) {
            (Some(synonyms), Some(everyday), Some(ranking)) => {
                Ok(Self { synonyms, everyday, ranking, fingerprint: hash::short(&[&one, &two, &three]) })
            }
            _ => Err(faults),
        }
    }

    /// Every fault of the files of a folder (of those that ship for `None`), codes that no vocabulary
    /// has among them.
    pub fn check(folder: Option<&Path>, vocabularies: &Vocabularies) -> Vec<LexiconFault> {
        let lexicon = match Self::read_from(folder) {
            Ok(lexicon) => lexicon,
            Err(faults) => return faults,
        };
        let Ok((text, path)) = EVERYDAY.text(folder) else { return Vec::new() };
        let unknown = lexicon.everyday.unknown_codes(vocabularies).into_iter();
        let fault = |(say, parameter, code): (String, String, String)| {
            let line = text.lines().position(|line| line.contains(&say)).map_or(1, |at| at + 1);
            LineFault { line, message: format!("\"{say}\": {parameter} has no code {code}") }.at(&path)
        };
        unknown.map(fault).collect()
    }

    /// Another one for other files: tells answers apart that were made with different lexicons.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// What a file says, and its text; its faults go to the others.
fn or_faults<T>(
    source: Result<(String, PathBuf), LexiconFault>,
    faults: &mut Vec<LexiconFault>,
    read: impl FnOnce(&str) -> Result<T, Vec<LineFault>>,
) -> (Option<T>, String) {
    match source {
        Ok((text, path)) => {
            let read = read(&text).map_err(|found| faults.extend(found.into_iter().map(|f| f.at(&path))));
            (read.ok(), text)
        }
        Err(fault) => {
            faults.push(fault);
            (None, String::new())
        }
    }
}

/// A fault in a line of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub message: String,
}

impl LineFault {
    fn at(self, path: &Path) -> LexiconFault {
        LexiconFault { path: path.to_owned(), fault: self }
    }

    /// The fault that a TOML reader names in a text.
    pub(crate) fn toml(text: &str, error: &toml::de::Error) -> Self {
        let line = |start: usize| 1 + text[..text.floor_char_boundary(start)].matches('\n').count();
        Self { line: error.span().map_or(1, |span| line(span.start)), message: error.message().to_owned() }
    }
}

/// A fault and the file that it stands in, shown as `file:line: what is wrong`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconFault {
    /// The file.
    pub path: PathBuf,
    /// Where in it, and what.
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
    fn faults_name_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("synonyms.txt"), "= a | b\nfika\n= -led | ord\n").unwrap();
        std::fs::write(folder.path().join("everyday.toml"), "[[phrase]]\nsay = \"x\"\n").unwrap();
        std::fs::write(folder.path().join("ranking.toml"), "k1 = \"many\"\n").unwrap();
        let faults: Vec<String> = Lexicon::read(folder.path()).unwrap_err().iter().map(ToString::to_string).collect();
        let at = |file: &str, line: usize| format!("{}:{line}: ", folder.path().join(file).display());
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults[0].starts_with(&at("synonyms.txt", 2)), "{faults:?}");
        assert!(faults[1].starts_with(&at("synonyms.txt", 3)), "{faults:?}");
        assert!(faults[2].starts_with(&at("everyday.toml", 2)), "{faults:?}");
        assert!(faults[3].starts_with(&at("ranking.toml", 1)), "{faults:?}");
    }
}
