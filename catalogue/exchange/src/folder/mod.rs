//! Catalogue folders: `interventions/{collection}/{id}.toml` (or `interventions/{id}.toml`) and
//! `vocabularies/{name}.csv|toml`. The shipped catalogue is embedded in the program; `--catalogue DIR` replaces it.

mod check;
mod toml_value;
mod vocabulary_check;
mod vocabulary_files;

pub use check::check;

use crate::folder::vocabulary_files::VocabularyFiles;
use catalogue::text::normalize;
use catalogue::validate::{self, ValidatedRecord};
use catalogue::vocabulary::Vocabularies;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

#[derive(RustEmbed)]
#[folder = "../data/"]
#[include = "interventions/*/*.toml"]
#[include = "vocabularies/*.toml"]
#[include = "vocabularies/*.csv"]
struct ShippedFiles;

/// The location of the files of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Embedded in the program.
    Shipped,
    /// In a folder.
    Folder(PathBuf),
}

/// A fault in a file of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileFault {
    /// Path below the folder of the catalogue.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed instead.
    pub message: String,
}

impl std::fmt::Display for FileFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A record with its file.
#[derive(Debug, Clone)]
pub struct FileRecord {
    /// Path below the folder of the catalogue.
    pub file: String,
    /// The record.
    pub valid: ValidatedRecord,
    /// The collection: the folder below `interventions/`; `None` for a file directly in it.
    pub collection: Option<String>,
    lines: toml_value::LineNumbers,
}

/// A catalogue read from files.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Its vocabularies.
    pub vocabularies: Vocabularies,
    /// Its records, ascending by path.
    pub records: Vec<FileRecord>,
}

/// Reads all files of a catalogue.
///
/// # Errors
/// Every fault of the files.
pub fn read(origin: &Origin) -> Result<Catalogue, Vec<FileFault>> {
    let (catalogue, faults) = read_with_faults(origin)?;
    if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
}

/// Reads the valid files, and returns the faults of the others.
///
/// # Errors
/// When a folder cannot be read.
fn read_with_faults(origin: &Origin) -> Result<(Catalogue, Vec<FileFault>), Vec<FileFault>> {
    let files = files(origin).map_err(|(path, e)| {
        let message = format!("cannot be read: {e}; a catalogue has the folders interventions/ and vocabularies/");
        vec![FileFault { file: path.display().to_string(), line: 1, message }]
    })?;
    let mut vocabularies = VocabularyFiles::default();
    let mut faults = Vec::new();
    for (path, text) in &files {
        match (path.strip_prefix("vocabularies/"), text) {
            (Some(name), Ok(text)) => vocabularies.add(name, text),
            (_, Err(message)) => faults.push(FileFault { file: path.clone(), line: 1, message: message.clone() }),
            _ => {}
        }
    }
    let in_folder = |f: crate::folder::vocabulary_files::ReadFault| FileFault {
        file: format!("vocabularies/{}", f.file),
        line: f.line,
        message: f.message,
    };
    faults.extend(std::mem::take(&mut vocabularies.faults).into_iter().map(in_folder));
    let vocabularies = vocabularies.finish();
    let mut records = Vec::new();
    for (path, text) in files.into_iter().filter(|(path, _)| path.starts_with("interventions/")) {
        let Ok(text) = text else { continue };
        match read_record(&path, &text, &vocabularies) {
            Ok(record) => records.push(record),
            Err(mut found) => faults.append(&mut found),
        }
    }
    Ok((Catalogue { vocabularies, records }, faults))
}

/// The collection in `interventions/{collection}/{id}.toml`.
fn collection(path: &str) -> Option<String> {
    let (collection, _) = path.strip_prefix("interventions/")?.split_once('/')?;
    Some(collection.to_owned())
}

fn read_record(path: &str, text: &str, vocabularies: &Vocabularies) -> Result<FileRecord, Vec<FileFault>> {
    let at = |line: usize, message: String| FileFault { file: path.to_owned(), line, message };
    let (value, lines) = toml_value::parse(text).map_err(|(line, message)| vec![at(line, message)])?;
    match validate::record(&value, vocabularies) {
        Ok(valid) => Ok(FileRecord { file: path.to_owned(), valid, collection: collection(path), lines }),
        Err(faults) => Err(faults.iter().map(|f| at(lines.of(&f.pointer), f.to_string())).collect()),
    }
}

type File = (String, Result<String, String>);

/// Every file of the catalogue, ascending by path: its text in its one form, or the reason why it cannot be read as text.
fn files(origin: &Origin) -> Result<Vec<File>, (PathBuf, std::io::Error)> {
    let mut files: Vec<File> = match origin {
        Origin::Shipped => ShippedFiles::iter()
            .filter_map(|path| {
                let data = ShippedFiles::get(&path)?.data.into_owned();
                Some((path.into_owned(), String::from_utf8(data).map_err(|_| "not UTF-8".to_owned())))
            })
            .collect(),
        Origin::Folder(root) => {
            let mut files = Vec::new();
            read_folder(root, "vocabularies", &["csv", "toml"], &mut files)?;
            for collection in read_folder(root, "interventions", &["toml"], &mut files)? {
                read_folder(root, &format!("interventions/{collection}"), &["toml"], &mut files)?;
            }
            files
        }
    };
    files.sort();
    for text in files.iter_mut().filter_map(|(_, text)| text.as_mut().ok()) {
        if let Cow::Owned(normalized) = normalize(text) {
            *text = normalized;
        }
    }
    Ok(files)
}

/// Reads the files of one folder that have one of the extensions. Returns the names of the folders in it.
fn read_folder(
    root: &Path,
    folder: &str,
    extensions: &[&str],
    files: &mut Vec<File>,
) -> Result<Vec<String>, (PathBuf, std::io::Error)> {
    let failed = |e| (root.join(folder), e);
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|n| n.to_str()) else { continue };
        let extension = path.extension().and_then(|e| e.to_str());
        if path.is_dir() {
            folders.push(name.to_owned());
        } else if extension.is_some_and(|e| extensions.contains(&e)) {
            let text = std::fs::read_to_string(&path).map_err(|e| e.to_string());
            files.push((format!("{folder}/{name}"), text));
        }
    }
    Ok(folders)
}
