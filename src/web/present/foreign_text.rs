//! Marks Swedish text of records on a page in another language.
//!
//! The text is enclosed in two delimiters while sentences and lists are composed, as Fluent encloses arguments in bidi
//! isolates. When a template interpolates the text, [`ForeignTextEscaper`] replaces the delimiters by an element with
//! `lang="sv"`; [`crate::web::present::filters`] has filters for attributes and for elements that contain only text.
//! Text on a Swedish page has no delimiters.

use askama::filters::{Escaper, Html};
use catalogue::Intervention;
use std::fmt::{self, Write};

/// The closing delimiter. The delimiters are private-use characters, which no text of a record contains.
const CLOSE: char = '\u{e001}';

/// The text direction of the page that contains the Swedish text. Each direction has an opening delimiter of its own,
/// because an escaper does not know the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageDirection {
    LeftToRight,
    RightToLeft,
}

impl PageDirection {
    const ALL: [Self; 2] = [Self::LeftToRight, Self::RightToLeft];

    /// The opening delimiter.
    const fn open(self) -> char {
        match self {
            Self::LeftToRight => '\u{e000}',
            Self::RightToLeft => '\u{e002}',
        }
    }

    /// The attributes of an element with Swedish text, each preceded by a space.
    pub(super) const fn attributes(self) -> &'static str {
        match self {
            Self::LeftToRight => r#" lang="sv""#,
            Self::RightToLeft => r#" lang="sv" dir="ltr""#,
        }
    }

    fn of_delimiter(delimiter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|direction| direction.open() == delimiter)
    }

    /// Encloses Swedish text in delimiters.
    pub(crate) fn delimited(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 2 * CLOSE.len_utf8());
        out.push(self.open());
        out.push_str(text);
        out.push(CLOSE);
        out
    }

    /// Wraps Swedish HTML in an element with these attributes.
    pub(crate) fn element(self, html: &impl fmt::Display) -> String {
        format!("<span{}>{html}</span>", self.attributes())
    }

    /// Encloses every short text of a record in delimiters. Longer texts are converted to HTML first
    /// (`Translator::rich`). Addresses and goals are composed first, because their parts would change order on a page
    /// written from right to left.
    pub(crate) fn delimit_all(self, record: &mut Intervention) {
        let delimit = |text: &mut String| *text = self.delimited(text);
        let all = |texts: &mut Vec<String>| texts.iter_mut().for_each(delimit);
        let some = |text: &mut Option<String>| text.iter_mut().for_each(delimit);
        delimit(&mut record.name);
        all(&mut record.alternate_names);
        all(&mut record.indicators);
        for text in [&mut record.summary, &mut record.waiting_time, &mut record.duration, &mut record.accessibility] {
            some(text);
        }
        record.ages.iter_mut().for_each(|band| some(&mut band.note));
        record.contacts.iter_mut().for_each(|contact| some(&mut contact.name));
        record.schedules.iter_mut().for_each(|schedule| some(&mut schedule.text));
        record.cost.iter_mut().for_each(|cost| some(&mut cost.text));
        record.capacity.iter_mut().for_each(|capacity| some(&mut capacity.text));
        for source in &mut record.sources {
            some(&mut source.section);
            some(&mut source.quote);
        }
    }
}

fn is_delimiter(c: char) -> bool {
    c == CLOSE || PageDirection::of_delimiter(c).is_some()
}

/// Splits a text after its opening delimiter; the first part is empty when there is none.
pub(super) fn split_delimiter(text: &str) -> (&str, &str) {
    let first = text.chars().next().filter(|c| PageDirection::of_delimiter(*c).is_some());
    text.split_at(first.map_or(0, char::len_utf8))
}

/// A part of a text in a single language.
struct Run<'a> {
    text: &'a str,
    /// The direction of the page when the run is Swedish; `None` when the run is in the language of the page.
    foreign: Option<PageDirection>,
}

/// The runs of a text, without delimiters. Unpaired delimiters are dropped.
fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut before = None;
    text.split_inclusive(is_delimiter)
        .map(move |part| {
            let after = part.chars().next_back().filter(|c| is_delimiter(*c));
            let direction = before.and_then(PageDirection::of_delimiter).filter(|_| after == Some(CLOSE));
            before = after;
            Run { text: part.trim_end_matches(is_delimiter), foreign: direction }
        })
        .filter(|run| run.foreign.is_some() || !run.text.is_empty())
}

/// The text between the delimiters when they enclose the whole text, otherwise `None`.
pub(super) fn whole(text: &str) -> Option<(&str, PageDirection)> {
    let mut runs = runs(text);
    match (runs.next(), runs.next()) {
        (Some(Run { text, foreign: Some(direction) }), None) => Some((text, direction)),
        _ => None,
    }
}

/// Whether a part of the text is Swedish.
pub(super) fn has_foreign(text: &str) -> bool {
    runs(text).any(|run| run.foreign.is_some())
}

/// The text without delimiters.
pub(crate) fn plain(text: &str) -> String {
    text.replace(is_delimiter, "")
}

/// Escapes text for HTML and wraps each Swedish run in an element with `lang="sv"`. All templates use this escaper
/// (`askama.toml`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct ForeignTextEscaper;

impl Escaper for ForeignTextEscaper {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        for Run { text, foreign } in runs(text) {
            if let Some(direction) = foreign {
                write!(dest, "<span{}>", direction.attributes())?;
            }
            Html.write_escaped_str(&mut dest, text)?;
            if foreign.is_some() {
                dest.write_str("</span>")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::field::{Shape, fields};
    use catalogue::vocabulary::VocabularyName as V;
    use serde_json::{Map, Value, json};

    /// Fields that `delimit_all` skips: steps are converted to HTML, goals and addresses are composed before they are
    /// delimited, documents and keys are codes.
    const MARKED_ELSEWHERE: [&str; 9] = [
        "steps",
        "goals.text",
        "goals.unit",
        "locations.name",
        "locations.address",
        "locations.postal_code",
        "locations.city",
        "sources.document",
        "sources.supports",
    ];

    fn example(shape: &Shape) -> Value {
        match shape {
            Shape::Line(_) | Shape::Markdown(_) => json!("text"),
            Shape::Integer(min, _) => json!(min),
            Shape::Number(min, _) => json!(min),
            Shape::Flag => json!(true),
            Shape::Date(_) => json!("2026-11-30"),
            Shape::Time => json!("08:00"),
            Shape::Code(V::Levels) => json!("individual"),
            Shape::Code(_) => json!("code"),
            Shape::OneOf(words) => json!(words[0]),
            Shape::Coverage => json!("national"),
            Shape::Slug => json!("id"),
            Shape::Language => json!("sv"),
            Shape::Url => json!("https://example.se/"),
            Shape::Email => json!("info@example.se"),
            Shape::Phone => json!("0470-123 45"),
            Shape::List(item) => json!([example(item)]),
            Shape::Object(members) => members.iter().map(|m| (m.key.to_owned(), example(&m.shape))).collect(),
        }
    }

    /// Collects the paths of lines without delimiters.
    fn bare_lines(shape: &Shape, value: &Value, path: &str, found: &mut Vec<String>) {
        match (shape, value) {
            (Shape::Line(_), Value::String(text)) if plain(text) == *text => found.push(path.to_owned()),
            (Shape::List(item), Value::Array(values)) => bare_lines(item, &values[0], path, found),
            (Shape::Object(members), Value::Object(object)) => {
                for member in members.iter().filter(|member| object.contains_key(member.key)) {
                    bare_lines(&member.shape, &object[member.key], &format!("{path}.{}", member.key), found);
                }
            }
            _ => {}
        }
    }

    /// Fails for a new field with a line of text that `delimit_all` does not handle.
    #[test]
    fn every_line_of_a_record_is_delimited() {
        let record: Map<String, Value> = fields().map(|field| (field.key.to_owned(), example(&field.shape))).collect();
        let mut record: Intervention = serde_json::from_value(Value::Object(record)).unwrap();
        PageDirection::LeftToRight.delimit_all(&mut record);
        let value = serde_json::to_value(&record).unwrap();
        let mut found = Vec::new();
        for field in fields() {
            bare_lines(&field.shape, &value[field.key], field.key, &mut found);
        }
        assert_eq!(found, MARKED_ELSEWHERE);
    }

    use PageDirection::{LeftToRight, RightToLeft};

    fn html(text: &str) -> String {
        askama::filters::escape(text, ForeignTextEscaper).unwrap().to_string()
    }

    #[test]
    fn swedish_runs_become_elements() {
        let name = LeftToRight.delimited("<Växjö>");
        let expected = r#"a &#38; <span lang="sv">&#60;Växjö&#62;</span>, <span lang="sv">&#60;Växjö&#62;</span>"#;
        assert_eq!(html(&format!("a & {name}, {name}")), expected);
        let expected = r#"<span lang="sv" dir="ltr">Växjö</span>"#;
        assert_eq!(html(&RightToLeft.delimited("Växjö")), expected);
        assert_eq!(html("a"), "a");
        assert_eq!(html(""), "");
    }

    #[test]
    fn delimiters_without_a_counterpart_are_left_out() {
        for text in ["\u{e000}ab", "a\u{e001}b", "\u{e001}a\u{e000}b", "a\u{e002}\u{e000}b"] {
            assert_eq!(html(text), "ab");
        }
        let nested = LeftToRight.delimited(&LeftToRight.delimited("a"));
        assert_eq!(html(&nested), r#"<span lang="sv">a</span>"#);
    }

    #[test]
    fn whole_and_partly_swedish_texts() {
        let name = RightToLeft.delimited("a");
        assert_eq!(whole(&name), Some(("a", RightToLeft)));
        for text in ["", "a", &format!("{name}b"), &format!("b{name}"), &format!("{name}{name}")] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert!(has_foreign(&format!("b{name}")) && !has_foreign("b\u{e001}"));
        assert_eq!(plain(&format!("{name}b{name}")), "aba");
    }

    #[test]
    fn an_opening_delimiter_is_split_off() {
        assert_eq!(split_delimiter(&LeftToRight.delimited("å")), ("\u{e000}", "å\u{e001}"));
        assert_eq!(split_delimiter("å"), ("", "å"));
        assert_eq!(split_delimiter(""), ("", ""));
    }
}
