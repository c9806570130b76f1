//! Short fingerprints of texts: for content hashes, entity tags and versions.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of the parts, each kept apart from the next, as 64 hexadecimal digits.
pub fn full(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            hash.update([0]);
        }
        hash.update(part);
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The first 16 hexadecimal digits of [`full`].
pub fn short(parts: &[&str]) -> String {
    let mut digits = full(parts);
    digits.truncate(16);
    digits
}
