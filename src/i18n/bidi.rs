//! Isolates of the Unicode bidirectional algorithm (UAX #9).

/// First strong isolate (FSI): the text up to [`POP_ISOLATE`] has the direction of its first strong character.
pub const ISOLATE: char = '\u{2068}';
/// Pop directional isolate (PDI): the end of an isolate.
pub const POP_ISOLATE: char = '\u{2069}';
/// Left-to-right isolate (LRI).
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';

/// The text in a left-to-right isolate.
pub fn isolate_left_to_right(text: &str) -> String {
    format!("{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}")
}

/// Removes first strong isolates.
pub fn strip_isolates(text: &str) -> String {
    text.replace([ISOLATE, POP_ISOLATE], "")
}

/// Removes the isolates around numbers and Arabic words, whose order is the same without them: an isolate takes six
/// bytes, more than most numbers.
pub(super) fn strip_redundant_isolates(text: &str) -> String {
    let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    // Groups of digits (*0771 60 00 00*) would change order without an isolate.
    let is_redundant = |value: &str| {
        value.chars().all(|c| is_arabic(c) || c.is_ascii_digit() || c == ',')
            || value.chars().all(|c| is_arabic(c) || c == ' ')
    };
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(ISOLATE);
    out.extend(parts.next());
    for part in parts {
        if let Some((value, rest)) = part.split_once(POP_ISOLATE).filter(|(value, _)| is_redundant(value)) {
            out.extend([value, rest]);
        } else {
            out.push(ISOLATE);
            out.push_str(part);
        }
    }
    out
}
