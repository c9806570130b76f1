//! Objects as text. Most are written with labels: `Projektkontoret | telefon: 0470-410 00`. Ages, organisations and
//! schedules have formats of their own.

use crate::table::cell::Codec;
use crate::table::text::{parenthesis, quote, split, unquote};
use crate::table::words::INLINE_ORGANIZATION_MEMBERS;
use crate::table::{date, hours};
use catalogue::field::{Member, Shape};
use catalogue::reason::Reason;
use catalogue::record::WrittenAges;
use catalogue::text::ascii_digits;
use catalogue::validate::Fault;
use catalogue::vocabulary::{VocabularyName, fold};
use serde_json::{Map, Value, json};

/// The text format of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ObjectFormat {
    /// `first part | label: part`.
    Labelled,
    /// `16–24 (note)`.
    Ages,
    /// `Växjö kommun (ansvarar)`.
    Roles,
    /// `måndag, onsdag 14:00–15:00 (text)`.
    Hours,
}

impl ObjectFormat {
    /// The format of the objects of a field.
    pub(super) fn of_field(key: &str) -> Self {
        match key {
            "ages" => ObjectFormat::Ages,
            "organizations" => ObjectFormat::Roles,
            "schedules" => ObjectFormat::Hours,
            _ => ObjectFormat::Labelled,
        }
    }
}

/// Writes an object as text.
pub(super) fn write(codec: Codec<'_>, format: ObjectFormat, members: &[Member], object: &Map<String, Value>) -> String {
    match format {
        ObjectFormat::Labelled => write_labelled(codec, members, object),
        ObjectFormat::Ages => with_note(write_ages(object), object.get("note")),
        ObjectFormat::Roles => {
            let part =
                |at: usize, key| object.get(key).map(|v| codec.write_one(&members[at].shape, v)).unwrap_or_default();
            format!("{} ({})", quote(&part(0, "id"), &['|']), part(1, "role"))
        }
        ObjectFormat::Hours => with_note(hours::write(codec, object), object.get("text")),
    }
}

/// Reads a text as an object. A text that cannot be parsed is kept as a string, which validation reports.
pub(super) fn read(codec: Codec<'_>, format: ObjectFormat, members: &[Member], text: &str) -> Value {
    match format {
        ObjectFormat::Labelled => read_labelled(codec, members, text),
        ObjectFormat::Roles if split(text, is_bar).len() > 1 => read_labelled(codec, ORGANIZATION, text),
        ObjectFormat::Roles => match parenthesis(text, false) {
            Some((name, role)) => {
                json!({"id": codec.read_one(&members[0].shape, &unquote(name)), "role": codec.read_one(&members[1].shape, role)})
            }
            None => json!({"id": codec.read_one(&members[0].shape, &unquote(text))}),
        },
        ObjectFormat::Ages | ObjectFormat::Hours => {
            let (head, note) = parenthesis(text, true).unwrap_or((text, ""));
            let (read, key) = match format {
                ObjectFormat::Ages => (read_ages(head), "note"),
                _ => (hours::read(codec, &ascii_digits(head)), "text"),
            };
            let Some(mut object) = read else { return json!(text) };
            if !note.is_empty() {
                object.insert(key.to_owned(), json!(unquote(note)));
            }
            Value::Object(object)
        }
    }
}

/// Members of an organisation that a row defines inline: `Ny förening | id: … | typ: … | roll: …`.
const ORGANIZATION: &[Member] = &[
    Member::optional(INLINE_ORGANIZATION_MEMBERS[0], Shape::Line(200)),
    Member::optional("id", Shape::Slug),
    Member::optional(INLINE_ORGANIZATION_MEMBERS[1], Shape::Code(VocabularyName::FunderTypes)),
    Member::optional("role", Shape::OneOf(catalogue::record::Role::NAMES)),
];

fn is_bar(c: char) -> bool {
    c == '|'
}

fn with_note(head: String, note: Option<&Value>) -> String {
    match note.and_then(Value::as_str) {
        Some(note) if head.is_empty() => format!("({})", quote(note, &[])),
        Some(note) => format!("{head} ({})", quote(note, &[])),
        None => head,
    }
}

fn write_ages(object: &Map<String, Value>) -> String {
    match (object.get("min"), object.get("max")) {
        (None, None) => String::new(),
        (Some(min), Some(max)) if min == max => min.to_string(),
        (min, max) => {
            let text = |bound: Option<&Value>| bound.map(Value::to_string).unwrap_or_default();
            format!("{}–{}", text(min), text(max))
        }
    }
}

/// Reads ages as [`WrittenAges`] does, or an empty text before a note. Bounds are checked when the record is validated.
fn read_ages(head: &str) -> Option<Map<String, Value>> {
    let mut object = Map::new();
    if !head.is_empty() {
        let WrittenAges { min, max } = WrittenAges::read(head).ok()?;
        object.extend(min.map(|years| ("min".to_owned(), json!(years))));
        object.extend(max.map(|years| ("max".to_owned(), json!(years))));
    }
    Some(object)
}

/// Gives the fault of an age its cause when the text is a date: a spreadsheet program shows `6-12` as `12-jun`.
pub(super) fn explain_age(fault: &mut Fault) {
    let is_date = |text: &str| !text.bytes().all(|b| b.is_ascii_digit()) && date::read(text).is_some();
    let text = fault.value.as_ref().and_then(Value::as_str);
    if fault.reason == Reason::NotAnObject && fault.pointer.starts_with("/ages/") && text.is_some_and(is_date) {
        fault.reason = Reason::DateForAge;
    }
}

fn write_labelled(codec: Codec<'_>, members: &[Member], object: &Map<String, Value>) -> String {
    let mut parts = Vec::new();
    for (at, member) in members.iter().enumerate() {
        let Some(value) = object.get(member.key).filter(|v| v.as_str().is_none_or(|text| Some(text) != member.default))
        else {
            continue;
        };
        let text = match (&member.shape, value) {
            (Shape::List(item), Value::Array(values)) => {
                let each = |value| quote(&write_leaf(codec, member, item, value), &['|', ',']);
                values.iter().map(each).collect::<Vec<_>>().join(", ")
            }
            // The first part has no label. It is quoted when it would be read as a labelled part.
            (shape, value) if at == 0 => {
                let text = write_leaf(codec, member, shape, value);
                let is_ambiguous = label(codec, members, &text).is_some();
                quote(&text, if is_ambiguous { &['|', ':'] } else { &['|'] })
            }
            (shape, value) => quote(&write_leaf(codec, member, shape, value), &['|']),
        };
        parts.push(if at == 0 { text } else { format!("{}: {text}", codec.words.member(member.key)) });
    }
    parts.join(" | ")
}

fn read_labelled(codec: Codec<'_>, members: &[Member], text: &str) -> Value {
    let mut object = Map::new();
    for part in split(text, is_bar) {
        let (member, rest) = label(codec, members, part).unwrap_or((&members[0], part));
        if object.contains_key(member.key) {
            // Keeps the duplicate under a key that validation reports as unknown.
            object.insert(format!("|{part}"), json!(part));
            continue;
        }
        let value = match &member.shape {
            Shape::List(item) => {
                let texts = split(rest, |c| c == ',');
                texts.into_iter().map(|text| read_leaf(codec, member, item, &unquote(text))).collect()
            }
            shape => read_leaf(codec, member, shape, &unquote(rest)),
        };
        object.insert(member.key.to_owned(), value);
    }
    Value::Object(object)
}

/// Splits a labelled part: the member whose label or key precedes the colon, and the text after it. `None` when no
/// member matches.
fn label<'m, 't>(codec: Codec<'_>, members: &'m [Member], part: &'t str) -> Option<(&'m Member, &'t str)> {
    let (before, rest) = part.split_once(':')?;
    let wanted = fold(before);
    let is_meant = |member: &&Member| member.key == wanted || fold(codec.words.member(member.key)) == wanted;
    members.iter().find(is_meant).map(|member| (member, rest.trim()))
}

/// The member whose values are keys of fields. The keys are written as headings.
const FIELD_KEYS: &str = "supports";
/// Prefix that escapes a text that equals the heading of a field but is not its key.
const LITERAL: char = '\'';

fn write_leaf(codec: Codec<'_>, member: &Member, shape: &Shape, value: &Value) -> String {
    match value.as_str() {
        Some(key) if member.key == FIELD_KEYS => {
            let is_ambiguous = codec.words.field_of(key).is_some_and(|other| other != key);
            if is_ambiguous || key.starts_with(LITERAL) {
                return format!("{LITERAL}{key}");
            }
            codec.words.field(key).to_owned()
        }
        _ => codec.write_one(shape, value),
    }
}

fn read_leaf(codec: Codec<'_>, member: &Member, shape: &Shape, text: &str) -> Value {
    if member.key != FIELD_KEYS {
        return codec.read_one(shape, text);
    }
    let literal = text.strip_prefix(LITERAL);
    json!(literal.or_else(|| codec.words.field_of(text)).unwrap_or(text))
}
