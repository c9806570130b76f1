//! Removes Swedish diacritics.

/// Replaces `å` and `ä` by `a`, `ö` by `o` and `é` by `e` in a lower-case text, as typed on a foreign keyboard. Other
/// letters, including capitals, are unchanged.
///
/// ```
/// assert_eq!(swedish::strip_diacritics("få stöd"), "fa stod");
/// ```
pub fn strip_diacritics(text: &str) -> String {
    let plain = |c| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        c => c,
    };
    text.chars().map(plain).collect()
}
