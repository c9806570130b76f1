//! STUB
/// Stub.
pub fn parts(_: &str) -> Vec<String> {
    Vec::new()
}
