//! STUB
/// Stub.
pub fn lemma(word: &str) -> String {
    super::stem(word)
}
