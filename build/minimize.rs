//! Removes line breaks and indentation from a template, so that its source can be formatted for readers.
//!
//! - A line break and the blanks around it are removed between elements and words; inside a tag, an expression or a
//!   block they become one space.
//! - Blanks within a line stay. A space that is needed where a line ends is written `{{ " " }}`.
//! - Comments (`{# … #}`) are removed.

/// The template without line breaks and indentation.
pub(crate) fn template(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut place = Place::Text;
    while let Some(first) = rest.chars().next() {
        let (taken, end) = match (first, &rest.as_bytes()[1..]) {
            ('{', [b'#', ..]) => ("", end_of(rest, "#}")),
            ('{', [b'{', ..]) => (&rest[..end_of(rest, "}}")], end_of(rest, "}}")),
            ('{', [b'%', ..]) => (&rest[..end_of(rest, "%}")], end_of(rest, "%}")),
            _ if first.is_ascii_whitespace() => {
                let end = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
                let is_needed = place != Place::Text && !rest[end..].starts_with(['>', '/']);
                let blanks = if !rest[..end].contains('\n') {
                    &rest[..end]
                } else if is_needed {
                    " "
                } else {
                    ""
                };
                (blanks, end)
            }
            _ => {
                place = place.after(first, &rest[first.len_utf8()..]);
                (&rest[..first.len_utf8()], first.len_utf8())
            }
        };
        if taken.starts_with('{') {
            out.push_str(&in_one_line(taken));
        } else {
            out.push_str(taken);
        }
        rest = &rest[end..];
    }
    out
}

/// The syntactic context of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Tag,
    AttributeValue,
}

impl Place {
    /// The context after `character`, which `rest` follows.
    fn after(self, character: char, rest: &str) -> Self {
        match (self, character) {
            (Self::Text, '<') if rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => Self::Tag,
            (Self::Tag, '>') => Self::Text,
            (Self::Tag, '"') => Self::AttributeValue,
            (Self::AttributeValue, '"') => Self::Tag,
            _ => self,
        }
    }
}

/// Offset after the first delimiter `mark`; the end of the text when there is none, so that askama reports it.
fn end_of(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |start| start + mark.len())
}

fn in_one_line(code: &str) -> String {
    code.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
