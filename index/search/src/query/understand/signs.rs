//! Signs beside a number: a plus sign, and dashes between numbers or beside one.

use catalogue::text::is_dash;

/// Whether a text is one dash.
pub(super) fn is_dash_alone(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_dash) && chars.next().is_none()
}

/// Whether the text after a number begins with a plus sign that adds no other number.
pub(super) fn is_plus(text: &str) -> bool {
    let rest = text.trim_start().strip_prefix('+');
    rest.is_some_and(|rest| !rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the text after a number begins with a dash and ends there, or goes on with a blank or a comma.
pub(super) fn is_open_dash(text: &str) -> bool {
    let rest = text.strip_prefix(is_dash);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ','))
}
