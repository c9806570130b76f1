//! What an index was made from, and the sizes of its files.

use crate::SearchError;
use crate::disk::schema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use tantivy::Index;

const FILE: &str = "manifest.json";

/// What an index is made from. One made from anything else is of no use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Which store: `Store::identity`.
    pub store: String,
    /// `Store::vocabulary_version`.
    pub vocabulary: i64,
    /// [`crate::schema_version`].
    pub schema: String,
}

impl Identity {
    /// What an index of this program, store and vocabulary is made from.
    pub fn new(store: String, vocabulary: i64) -> Self {
        Self { store, vocabulary, schema: schema::version().to_owned() }
    }
}

/// The contents of `manifest.json`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    identity: Identity,
    /// Size of each file in bytes, at the time of the commit.
    files: BTreeMap<String, u64>,
}

impl Manifest {
    /// The manifest of the latest commit.
    pub(super) fn of(index: &Index, folder: &Path, identity: &Identity) -> Result<Self, SearchError> {
        let segments = live_segments(index)?;
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if belongs_to(&name, &segments) {
                files.insert(name, entry.metadata()?.len());
            }
        }
        Ok(Self { identity: identity.clone(), files })
    }

    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let text =
            std::fs::read_to_string(folder.join(FILE)).map_err(|e| format!("its manifest cannot be read: {e}"))?;
        serde_json::from_str(&text).map_err(|e| format!("its manifest is damaged: {e}"))
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), SearchError> {
        Ok(write_whole(&folder.join(FILE), &serde_json::to_vec(self)?)?)
    }

    /// Whether the index was made from this.
    pub(super) fn agrees_with(&self, identity: &Identity) -> Result<(), String> {
        if self.identity.schema != identity.schema {
            return Err("it has the schema of another version of the program".into());
        }
        if self.identity.store != identity.store {
            return Err("it was built from another database".into());
        }
        if self.identity.vocabulary != identity.vocabulary {
            return Err("the vocabularies have changed since".into());
        }
        Ok(())
    }

    /// Whether every file is there in its full size. Files that a merge has put in the place of
    /// others since are not known here; the checksums cover those.
    pub(super) fn sizes_hold(&self, folder: &Path) -> Result<(), String> {
        let index = Index::open_in_dir(folder).map_err(|e| format!("it cannot be opened: {e}"))?;
        let segments = live_segments(&index).map_err(|e| format!("its metadata cannot be read: {e}"))?;
        for (file, &expected) in self.files.iter().filter(|(file, _)| belongs_to(file, &segments)) {
            let found = std::fs::metadata(folder.join(file)).map_or(0, |m| m.len());
            if found != expected {
                return Err(format!("{file} has {found} bytes instead of {expected}"));
            }
        }
        Ok(())
    }
}

fn live_segments(index: &Index) -> tantivy::Result<BTreeSet<String>> {
    Ok(index.searchable_segment_ids()?.iter().map(tantivy::index::SegmentId::uuid_string).collect())
}

/// Tantivy names a segment's files after it.
fn belongs_to(file: &str, segments: &BTreeSet<String>) -> bool {
    file.split('.').next().is_some_and(|stem| segments.contains(stem))
}

/// Writes a file so that it is either the old or the new one, whatever happens.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(beside, path)
}
