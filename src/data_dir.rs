//! The data directory: made when missing, locked by the one service that runs on it, and marked
//! while it runs so that an unclean stop is noticed.

use anyhow::{Context, bail};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// A data directory.
#[derive(Debug)]
pub struct DataDir {
    root: PathBuf,
}

/// The right to serve on a data directory, held until dropped.
#[derive(Debug)]
pub struct Lease {
    _lock: File,
    marker: PathBuf,
    /// Whether the service before this one did not stop by itself.
    pub after_unclean_stop: bool,
}

/// Where a data directory has word lists and weights of its own; see [`index::Lexicon::read`].
pub fn lexicon_folder(data_dir: &Path) -> PathBuf {
    data_dir.join("lexicon")
}

impl DataDir {
    /// The directory, made when missing and tried for writing.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let refused =
            || format!("the data directory {} cannot be written; choose another with --data-dir", root.display());
        std::fs::create_dir_all(root).with_context(refused)?;
        tempfile::NamedTempFile::new_in(root).with_context(refused)?;
        Ok(Self { root: root.to_owned() })
    }

    /// The directory when it holds a database; nothing is made.
    pub fn existing(root: &Path) -> Option<Self> {
        let data_dir = Self { root: root.to_owned() };
        data_dir.database().is_file().then_some(data_dir)
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.root.join("catalogue.sqlite")
    }

    /// The folder of the search index.
    pub fn index(&self) -> PathBuf {
        self.root.join("index")
    }

    /// Takes the directory for this process; refused while another one has it.
    pub fn lease(&self) -> anyhow::Result<Lease> {
        let path = self.root.join("lock");
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock = lock.with_context(|| format!("{} cannot be opened", path.display()))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("another insatskatalog already runs on the data directory {}", self.root.display())
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("{} cannot be locked", path.display()));
            }
        }
        let marker = self.root.join("running");
        let after_unclean_stop = marker.exists();
        File::create(&marker).with_context(|| format!("{} cannot be written", marker.display()))?;
        Ok(Lease { _lock: lock, marker, after_unclean_stop })
    }
}

impl Lease {
    /// Says that everything is written and closed.
    pub fn stopped_cleanly(self) {
        // A marker that stays costs a check of the index at the next start, no more.
        let _ = std::fs::remove_file(&self.marker);
    }
}
