//! STUB
/// Stub.
pub fn is_word(_: &str) -> bool {
    false
}
/// Stub.
pub fn unfold(_: &str) -> Option<String> {
    None
}
