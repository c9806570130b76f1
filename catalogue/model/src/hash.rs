//! SHA-256 of texts, for content hashes, entity tags and versions.

use sha2::{Digest, Sha256};

/// SHA-256 of the parts, separated by NUL bytes, as 64 hexadecimal digits.
pub fn full(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            hash.update([0]);
        }
        hash.update(part);
    }
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The first 16 hexadecimal digits of [`full`].
pub fn short(parts: &[&str]) -> String {
    let mut digits = full(parts);
    digits.truncate(16);
    digits
}
