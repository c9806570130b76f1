//! The data directory. It is created when missing, locked by the service that runs on it, and has a marker file while
//! the service runs, so that an unclean stop is detected.

use anyhow::{Context, bail};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// An opened data directory.
#[derive(Debug)]
pub struct DataDir {
    root: PathBuf,
}

/// The exclusive lock on a data directory, held until it is dropped.
#[derive(Debug)]
pub struct Lease {
    _lock: File,
    marker: PathBuf,
    /// Whether the previous service stopped without removing the marker file.
    pub after_unclean_stop: bool,
}

/// The folder of the operator's word lists and weights; see [`index::Lexicon::read`].
pub fn lexicon_folder(data_dir: &Path) -> PathBuf {
    data_dir.join("lexicon")
}

impl DataDir {
    /// Opens the directory; creates it when it is missing.
    ///
    /// # Errors
    /// When the directory is not writable.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let refused =
            || format!("the data directory {} cannot be written; choose another with --data-dir", root.display());
        std::fs::create_dir_all(root).with_context(refused)?;
        tempfile::NamedTempFile::new_in(root).with_context(refused)?;
        Ok(Self { root: root.to_owned() })
    }

    /// The directory if it contains a database, otherwise `None`. Creates nothing.
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

    /// Locks the directory for this process and creates the marker file.
    ///
    /// # Errors
    /// When another process holds the lock, or the directory is not writable.
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
    /// Removes the marker file. The database and the index must be closed before.
    pub fn stopped_cleanly(self) {
        // A remaining marker file only causes a check of the index at the next start.
        let _ = std::fs::remove_file(&self.marker);
    }
}
