//! The values that a field accepts. [`Shape`] defines both the validation of input, which reports every fault at once,
//! and the JSON schema of the API documentation.

use crate::allowed::{Allowed, NearTerm};
use crate::personal;
use crate::reason::Reason;
use crate::record::{OrganizationId, PartialDate};
use crate::text;
use crate::validate::Fault;
use crate::vocabulary::{FoundPlace, PlaceFault, Vocabularies, VocabularyName};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The precision that a date must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// A full date.
    Day,
    /// A date of day, month or year precision.
    Any,
}

/// The values that are accepted.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// One line of text of at most this number of characters.
    Line(usize),
    /// Markdown of at most this number of characters.
    Markdown(usize),
    /// A whole number within bounds, both inclusive.
    Integer(i64, i64),
    /// Any number within bounds, both inclusive.
    Number(f64, f64),
    /// `true` or `false`.
    Flag,
    /// A date.
    Date(Precision),
    /// A time of day, `14:00`.
    Time,
    /// The code of a term.
    Code(VocabularyName),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A municipality code, a county code or `national`.
    Coverage,
    /// An identifier, `[a-z0-9-]{1,80}`.
    Slug,
    /// A two- or three-letter language code (ISO 639).
    Language,
    /// A web address, `http` or `https`.
    Url,
    /// A shared e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A list of such values. Duplicates are dropped; an empty list counts as absent.
    List(&'static Shape),
    /// An object of these members.
    Object(&'static [Member]),
}

/// One member of an object.
#[derive(Debug, PartialEq)]
pub struct Member {
    /// Its key.
    pub key: &'static str,
    /// The values that are accepted.
    pub shape: Shape,
    /// Whether an object without it is faulty.
    pub required: bool,
    /// The value that is filled in when it is missing.
    pub default: Option<&'static str>,
}

impl Member {
    /// A member that may be missing.
    pub const fn optional(key: &'static str, shape: Shape) -> Self {
        Self { key, shape, required: false, default: None }
    }

    /// A required member.
    pub const fn required(key: &'static str, shape: Shape) -> Self {
        Self { key, shape, required: true, default: None }
    }

    /// A member that gets the value `default` when it is missing. It is filled in while the object is read, so that
    /// two values of the same meaning are equal.
    pub const fn defaulted(key: &'static str, shape: Shape, default: &'static str) -> Self {
        Self { key, shape, required: false, default: Some(default) }
    }
}

/// State while one record is read: the vocabularies, and the faults found so far.
#[derive(Debug)]
pub struct ValueReader<'a> {
    /// The vocabularies that codes are resolved in.
    pub vocabularies: &'a Vocabularies,
    /// Ids of organisations that the record defines inline; they are valid codes too.
    pub inline_organizations: Vec<OrganizationId>,
    /// The faults found so far, in the order in which they were found.
    pub faults: Vec<Fault>,
}

impl ValueReader<'_> {
    fn knows(&self, name: VocabularyName, code: &str) -> bool {
        let is_inline =
            || name == VocabularyName::Organizations && self.inline_organizations.iter().any(|id| id.as_str() == code);
        self.vocabularies.get(name).get(code).is_some() || is_inline()
    }

    /// Adds a fault. Always returns `None`, since a faulty value is not kept.
    fn fault(&mut self, at: &str, value: &Value, reason: Reason, allowed: Allowed) -> Option<Value> {
        self.faults.push(Fault { pointer: at.to_owned(), reason, value: Some(value.clone()), allowed: Some(allowed) });
        None
    }
}

/// Maximum number of values in a list.
const MAX_LIST: usize = 500;

impl Shape {
    /// The normalised value (text in its one form, trimmed, empty parts dropped); `None` when it is empty or faulty. Faults are added
    /// to `reader` with the JSON pointer `at`.
    pub fn read(&'static self, value: &Value, at: &str, reader: &mut ValueReader<'_>) -> Option<Value> {
        if value.is_null() {
            return None;
        }
        match self {
            Shape::List(item) => read_list(self, item, value, at, reader),
            Shape::Object(members) => read_object(members, value, at, reader),
            Shape::Integer(min, max) => match value.as_i64() {
                Some(n) if (*min..=*max).contains(&n) => Some(value.clone()),
                _ => reader.fault(at, value, Reason::NotAnInteger, Allowed::Integers(*min, *max)),
            },
            Shape::Number(min, max) => match value.as_f64() {
                Some(n) if (*min..=*max).contains(&n) => Some(value.clone()),
                _ => reader.fault(at, value, Reason::NotANumber, Allowed::Numbers(*min, *max)),
            },
            Shape::Flag => match value {
                Value::Bool(_) => Some(value.clone()),
                _ => reader.fault(at, value, Reason::NotAFlag, Allowed::Shape(self)),
            },
            _ => match value {
                Value::String(text) => self.read_text(text, value, at, reader),
                _ => reader.fault(at, value, Reason::NotAText, Allowed::Shape(self)),
            },
        }
    }

    fn read_text(&'static self, text: &str, value: &Value, at: &str, reader: &mut ValueReader<'_>) -> Option<Value> {
        let text = self.normalize(text).trim().replace('\r', "");
        if text.is_empty() {
            return None;
        }
        let multiline = matches!(self, Shape::Markdown(_));
        if text.chars().any(|c| c.is_control() && !(multiline && (c == '\n' || c == '\t'))) {
            return reader.fault(at, value, Reason::ControlCharacters, Allowed::Shape(self));
        }
        let fits = match self {
            Shape::Line(max) | Shape::Markdown(max) => text.chars().count() <= *max,
            Shape::Date(Precision::Any) => text.parse::<PartialDate>().is_ok(),
            Shape::Date(Precision::Day) => text.len() == 10 && text.parse::<PartialDate>().is_ok(),
            Shape::Time => text.len() == 5 && jiff::civil::Time::strptime("%H:%M", &text).is_ok(),
            Shape::OneOf(words) => words.contains(&text.as_str()),
            Shape::Slug => crate::record::is_slug(&text),
            Shape::Language => (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase()),
            Shape::Url => is_url(&text),
            Shape::Email => personal::is_email(&text),
            Shape::Phone => personal::is_phone(&text),
            Shape::Code(vocabulary) => reader.knows(*vocabulary, &text),
            Shape::Coverage => is_coverage(&text, reader.vocabularies),
            _ => true,
        };
        if !fits {
            let (reason, allowed) = match self {
                Shape::Coverage | Shape::Code(VocabularyName::Municipalities) => {
                    place_fault(&text, reader.vocabularies)
                }
                Shape::Code(name) => (Reason::NotAllowed, near(*name, &text, reader.vocabularies)),
                _ => (Reason::NotAllowed, Allowed::Shape(self)),
            };
            return reader.fault(at, value, reason, allowed);
        }
        if let Some(found) = self.personal_data(&text) {
            return reader.fault(at, value, Reason::Personal(found), Allowed::NoPersonalData(found));
        }
        Some(Value::String(text))
    }

    /// A text in its one form. Free text and addresses keep digits of other scripts, and Markdown keeps its blanks.
    fn normalize<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self {
            Shape::Markdown(_) => text::normalize(text),
            Shape::Line(_) | Shape::Url | Shape::Email => text::normalize_line(text),
            _ => text::normalize_value(text),
        }
    }

    /// Personal data in a text. Free text may contain none; the members of a contact may contain shared numbers and
    /// addresses.
    fn personal_data(&self, text: &str) -> Option<personal::PersonalData> {
        match self {
            Shape::Line(_) | Shape::Markdown(_) => personal::find(text),
            Shape::Email => personal::find_in_email(text),
            _ => None,
        }
    }

    /// The accepted values in English.
    pub fn allowed(&self) -> String {
        match self {
            Shape::Line(max) => format!("one line of at most {max} characters"),
            Shape::Markdown(max) => format!("text of at most {max} characters"),
            Shape::Integer(min, max) => format!("a whole number from {min} to {max}"),
            Shape::Number(min, max) => format!("a number from {min} to {max}"),
            Shape::Flag => "true or false".into(),
            Shape::Date(Precision::Any) => "YYYY, YYYY-MM or YYYY-MM-DD, from 1900".into(),
            Shape::Date(Precision::Day) => "YYYY-MM-DD, from 1900".into(),
            Shape::Time => "HH:MM".into(),
            Shape::Code(name) => format!("a code of the vocabulary {}", name.as_str()),
            Shape::OneOf(words) => words.join(", "),
            Shape::Coverage => "a municipality code (four digits), a county code (two digits) or national".into(),
            Shape::Slug => "1 to 80 characters of a-z, 0-9 and hyphen".into(),
            Shape::Language => "a language code of two or three letters (ISO 639)".into(),
            Shape::Url => "a web address that begins with https:// or http://".into(),
            Shape::Email => "a shared e-mail address".into(),
            Shape::Phone => "a telephone number of digits, blanks, hyphens and a leading +".into(),
            Shape::List(item) => format!("a list, each {}", item.allowed()),
            Shape::Object(members) => {
                let keys: Vec<&str> = members.iter().map(|m| m.key).collect();
                format!("an object of {}", keys.join(", "))
            }
        }
    }

    /// The JSON schema (2020-12) of the values accepted.
    pub fn schema(&self) -> Value {
        match self {
            Shape::Line(max) | Shape::Markdown(max) => json!({"type": "string", "maxLength": max}),
            Shape::Integer(min, max) => json!({"type": "integer", "minimum": min, "maximum": max}),
            Shape::Number(min, max) => json!({"type": "number", "minimum": min, "maximum": max}),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Date(Precision::Day) => json!({"type": "string", "format": "date"}),
            Shape::Date(Precision::Any) => json!({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
            Shape::Time => json!({"type": "string", "pattern": r"^\d{2}:\d{2}$"}),
            Shape::OneOf(words) => json!({"type": "string", "enum": words}),
            Shape::Slug => json!({"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}),
            Shape::Coverage => json!({"type": "string", "pattern": r"^(\d{4}|\d{2}|national)$"}),
            Shape::Url => json!({"type": "string", "format": "uri"}),
            Shape::Email => json!({"type": "string", "format": "email"}),
            Shape::Code(_) | Shape::Language | Shape::Phone => json!({"type": "string", "description": self.allowed()}),
            Shape::List(item) => json!({"type": "array", "maxItems": MAX_LIST, "items": item.schema()}),
            Shape::Object(members) => {
                let properties: Map<String, Value> =
                    members.iter().map(|m| (m.key.to_owned(), m.shape.schema())).collect();
                let required: Vec<&str> = members.iter().filter(|m| m.required).map(|m| m.key).collect();
                json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
            }
        }
    }
}

fn read_list(
    list: &'static Shape,
    item: &'static Shape,
    value: &Value,
    at: &str,
    reader: &mut ValueReader<'_>,
) -> Option<Value> {
    let Value::Array(values) = value else {
        return reader.fault(at, value, Reason::NotAList, Allowed::Shape(list));
    };
    if values.len() > MAX_LIST {
        return reader.fault(at, &json!(values.len()), Reason::TooMany, Allowed::MaxItems(MAX_LIST));
    }
    let mut out: Vec<Value> = Vec::with_capacity(values.len());
    for (i, value) in values.iter().enumerate() {
        if let Some(kept) = item.read(value, &format!("{at}/{i}"), reader).filter(|v| !out.contains(v)) {
            out.push(kept);
        }
    }
    (!out.is_empty()).then_some(Value::Array(out))
}

/// Reads an object of `members`; any other key is a fault. `None` when the object is empty or faulty.
pub(crate) fn read_object(
    members: &'static [Member],
    value: &Value,
    at: &str,
    reader: &mut ValueReader<'_>,
) -> Option<Value> {
    let Value::Object(object) = value else {
        return reader.fault(at, value, Reason::NotAnObject, Allowed::Shape(&Shape::Object(&[])));
    };
    let before = reader.faults.len();
    let pointer = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
    for (key, value) in object {
        if !members.iter().any(|m| m.key == key) {
            reader.fault(&pointer(key), value, Reason::UnknownKey, Allowed::one_of(members.iter().map(|m| m.key)));
        }
    }
    let mut out = Map::new();
    for member in members {
        let faults = reader.faults.len();
        let kept = object.get(member.key).and_then(|v| member.shape.read(v, &pointer(member.key), reader));
        match kept {
            Some(kept) => {
                out.insert(member.key.to_owned(), kept);
            }
            None if member.required && reader.faults.len() == faults => {
                reader.faults.push(Fault {
                    pointer: pointer(member.key),
                    reason: Reason::Missing,
                    value: None,
                    allowed: Some(Allowed::Shape(&member.shape)),
                });
            }
            None => {}
        }
    }
    if reader.faults.len() > before || out.is_empty() {
        return None;
    }
    for member in members {
        if let Some(default) = member.default
            && !out.contains_key(member.key)
        {
            out.insert(member.key.to_owned(), json!(default));
        }
    }
    Some(Value::Object(out))
}

fn near(name: VocabularyName, text: &str, vocabularies: &Vocabularies) -> Allowed {
    Allowed::code(name, &vocabularies.get(name).nearest(text))
}

fn is_coverage(text: &str, vocabularies: &Vocabularies) -> bool {
    match text.len() {
        4 => vocabularies.get(VocabularyName::Municipalities).get(text).is_some(),
        2 => vocabularies.get(VocabularyName::Counties).get(text).is_some(),
        _ => text == "national",
    }
}

/// The fault of a text that is no code of a place, with the places that it may mean.
fn place_fault(text: &str, vocabularies: &Vocabularies) -> (Reason, Allowed) {
    let vocabulary = VocabularyName::Municipalities;
    let code = |nearest: Vec<NearTerm>| Allowed::Code { vocabulary, nearest };
    let places = vocabularies.places();
    match places.resolve_any(text) {
        Err(PlaceFault::NoLongerInUse(now)) => (Reason::NoLongerInUse(now.clone()), code(now)),
        Err(PlaceFault::CodeAndNameDiffer(named)) => (Reason::CodeAndNameDiffer(named.clone()), code(named)),
        Err(PlaceFault::Unknown) => (Reason::NotAllowed, near(vocabulary, text, vocabularies)),
        Ok(found) => (Reason::NotAllowed, code(places.terms(found.iter().flat_map(FoundPlace::codes)))),
    }
}

fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|rest| {
        let name = rest.split(['/', '?', '#']).next().unwrap_or("");
        text.len() <= 2000
            && name.contains('.')
            && !text.contains(|c: char| c.is_whitespace() || c == '"' || c == '<' || c == '>')
    })
}
