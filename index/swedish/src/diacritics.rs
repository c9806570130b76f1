//! Swedish letters without their diacritics.

/// A lower-case text with `å` and `ä` as `a`, `ö` as `o` and `é` as `e`: how it is typed on a foreign keyboard.
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
