//! The files of the lexicon: those that ship with the program, and the copies of editors that replace them.

use super::{LexiconFault, LineFault};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A file of the lexicon.
pub(super) struct LexiconFile {
    /// Path below the folder of the lexicon.
    name: Cow<'static, str>,
    /// The content that ships with the program; empty for a file that only an editor has.
    pub(super) shipped: Cow<'static, str>,
}

const fn shipped(name: &'static str, content: &'static str) -> LexiconFile {
    LexiconFile { name: Cow::Borrowed(name), shipped: Cow::Borrowed(content) }
}

pub(super) const SYNONYMS: LexiconFile = shipped("synonyms.txt", include_str!("../../../lexicon/synonyms.txt"));
pub(super) const DETECTION: LexiconFile = shipped("detection.toml", include_str!("../../../lexicon/detection.toml"));
pub(super) const WEAK_HEADS: LexiconFile = shipped("weak_heads.txt", include_str!("../../../lexicon/weak_heads.txt"));
pub(super) const OTHER_SERVICES: LexiconFile =
    shipped("other_services.txt", include_str!("../../../lexicon/other_services.txt"));
pub(super) const RANKING: LexiconFile = shipped("ranking.toml", include_str!("../../../lexicon/ranking.toml"));

/// Folder of the files of expressions.
const EXPRESSIONS: &str = "expressions";

#[derive(RustEmbed)]
#[folder = "../lexicon/expressions/"]
#[include = "*.toml"]
struct ShippedExpressions;

/// The files of expressions, sorted by name: the shipped ones and those in `folder`.
pub(super) fn expression_files(folder: Option<&Path>) -> Vec<LexiconFile> {
    let mut names: BTreeSet<String> = ShippedExpressions::iter().map(Cow::into_owned).collect();
    let own = folder.and_then(|folder| std::fs::read_dir(folder.join(EXPRESSIONS)).ok());
    let own = own.into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.extend(own.filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml")));
    let file = |name: String| {
        let embedded = ShippedExpressions::get(&name);
        let shipped = embedded.map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
        LexiconFile { name: format!("{EXPRESSIONS}/{name}").into(), shipped: shipped.into() }
    };
    names.into_iter().map(file).collect()
}

impl LexiconFile {
    /// The content and its path: the file in `folder` if it exists, otherwise the shipped file.
    pub(super) fn text(&self, folder: Option<&Path>) -> Result<(Cow<'_, str>, PathBuf), LexiconFault> {
        let own = folder.map(|folder| folder.join(&*self.name)).filter(|path| path.exists());
        let Some(path) = own else {
            return Ok((Cow::Borrowed(&*self.shipped), Path::new("index/lexicon").join(&*self.name)));
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok((text.into(), path)),
            Err(error) => {
                Err(LineFault { line: 1, message: format!("cannot be read as UTF-8 text: {error}") }.at(&path))
            }
        }
    }

    /// A fault at the first line that contains `place`; `None` if none does.
    pub(super) fn fault_at(&self, folder: Option<&Path>, place: &str, message: String) -> Option<LexiconFault> {
        let (text, path) = self.text(folder).ok()?;
        text.contains(place).then(|| LineFault::at_text(&text, place, message).at(&path))
    }
}
