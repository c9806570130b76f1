//! `manifest.json`: the inputs that an index was built from, and the sizes of its files.

use crate::disk::schema;
use crate::error::SearchError;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Write};
use std::path::Path;
use tantivy::Index;

const FILE: &str = "manifest.json";

/// The inputs that an index is built from. An index with other inputs is rebuilt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Identity of the store that holds the records: `Store::identity`.
    pub store: String,
    /// `Store::vocabulary_version`.
    pub vocabulary: i64,
    /// [`crate::schema_version`].
    pub schema: String,
}

impl Identity {
    /// The identity of an index that this program builds from a store and a vocabulary version.
    pub fn new(store: String, vocabulary: i64) -> Self {
        Self { store, vocabulary, schema: schema::version().to_owned() }
    }
}

/// The contents of `manifest.json`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    identity: Identity,
    /// Size of each file at the commit, in bytes.
    files: BTreeMap<String, u64>,
}

impl Manifest {
    /// The manifest of the latest commit.
    pub(crate) fn of(index: &Index, folder: &Path, identity: &Identity) -> Result<Self, SearchError> {
        let segments = live_segments(index)?;
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !belongs_to(&name, &segments) {
                continue;
            }
            match entry.metadata() {
                Ok(metadata) => drop(files.insert(name, metadata.len())),
                // A merge that has just ended replaced the segment and removed its files.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Self { identity: identity.clone(), files })
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let text =
            std::fs::read_to_string(folder.join(FILE)).map_err(|e| format!("its manifest cannot be read: {e}"))?;
        serde_json::from_str(&text).map_err(|e| format!("its manifest is damaged: {e}"))
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<(), SearchError> {
        Ok(write_whole(&folder.join(FILE), &serde_json::to_vec(self)?)?)
    }

    /// Checks the inputs; `Err` is the reason for a rebuild.
    pub(crate) fn check_identity(&self, identity: &Identity) -> Result<(), String> {
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

    /// Checks that every listed file of a live segment has its listed size; `Err` is the reason for a rebuild. Files
    /// of merges after the commit are not listed; Tantivy's checksums cover them.
    pub(crate) fn check_sizes(&self, folder: &Path) -> Result<(), String> {
        let index = Index::open_in_dir(folder).map_err(|e| format!("it cannot be opened: {e}"))?;
        let segments = live_segments(&index).map_err(|e| format!("its metadata cannot be read: {e}"))?;
        for (file, &expected) in self.files.iter().filter(|(file, _)| belongs_to(file, &segments)) {
            let actual = std::fs::metadata(folder.join(file)).map_or(0, |m| m.len());
            if actual != expected {
                return Err(format!("{file} has {actual} bytes instead of {expected}"));
            }
        }
        Ok(())
    }
}

fn live_segments(index: &Index) -> tantivy::Result<BTreeSet<String>> {
    Ok(index.searchable_segment_ids()?.iter().map(tantivy::index::SegmentId::uuid_string).collect())
}

/// Whether a file belongs to one of the segments: Tantivy names a segment's files after its id.
fn belongs_to(file: &str, segments: &BTreeSet<String>) -> bool {
    file.split('.').next().is_some_and(|stem| segments.contains(stem))
}

/// Replaces a file atomically: writes and syncs a temporary file, then renames it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let temporary = path.with_extension("new");
    let mut file = std::fs::File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(temporary, path)
}
