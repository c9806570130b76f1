//! Which values a field accepts. One description serves the check of input, which names every
//! fault at once, and the JSON schema of the API documentation.

use crate::personal;
use crate::reason::Reason;
use crate::record::{OrganizationId, PartialDate};
use crate::validate::Fault;
use crate::vocabulary::{Vocabularies, VocabularyName};
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

/// How exact a date must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// A full date.
    Day,
    /// A day, a month or a year.
    Any,
}

/// Which values are accepted.
#[derive(Debug)]
pub enum Shape {
    /// One line of text of at most so many characters.
    Line(usize),
    /// Markdown of at most so many characters.
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
    /// A list of such values; empty counts as not given, repeats collapse.
    List(&'static Shape),
    /// An object of these members.
    Object(&'static [Member]),
}

/// One member of an object.
#[derive(Debug)]
pub struct Member {
    /// Its key.
    pub key: &'static str,
    /// Which values are accepted.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What a missing one says.
    pub default: Option<&'static str>,
}

impl Member {
    /// A member that may be missing.
    pub const fn optional(key: &'static str, shape: Shape) -> Self {
        Self { key, shape, required: false, default: None }
    }

    /// A member that must be there.
    pub const fn required(key: &'static str, shape: Shape) -> Self {
        Self { key, shape, required: true, default: None }
    }

    /// A member that says `default` when it is missing. Filled in while reading, so that two values
    /// that mean the same are the same.
    pub const fn defaulted(key: &'static str, shape: Shape, default: &'static str) -> Self {
        Self { key, shape, required: false, default: Some(default) }
    }
}

/// One pass over an input: the vocabularies it is read with, and the faults met so far.
#[derive(Debug)]
pub struct Reading<'a> {
    /// What codes mean.
    pub vocabularies: &'a Vocabularies,
    /// Organisations that the input itself brings along: their ids are known too.
    pub brought: Vec<OrganizationId>,
    /// Every fault, in the order of the input.
    pub faults: Vec<Fault>,
}

impl Reading<'_> {
    fn knows(&self, name: VocabularyName, code: &str) -> bool {
        let is_brought = || name == VocabularyName::Organizations && self.brought.iter().any(|id| id.as_str() == code);
        self.vocabularies.get(name).get(code).is_some() || is_brought()
    }

    fn fault(&mut self, at: &str, value: &Value, reason: Reason, allowed: impl Into<String>) -> Option<Value> {
        self.faults.push(Fault {
            pointer: at.to_owned(),
            reason,
            value: Some(value.clone()),
            allowed: Some(allowed.into()),
        });
        None
    }
}

/// Longest list, in values.
const MAX_LIST: usize = 500;

impl Shape {
    /// The value as it is kept (trimmed, NFC, empty parts dropped), or `None` when it is empty or
    /// faulty; faults go to `reading` with the JSON pointer `at`.
    pub fn read(&self, value: &Value, at: &str, reading: &mut Reading<'_>) -> Option<Value> {
        if value.is_null() {
            return None;
        }
        match self {
            Shape::List(item) => read_list(item, value, at, reading),
            Shape::Object(members) => read_object(members, value, at, reading),
            Shape::Integer(min, max) => match value.as_i64() {
                Some(n) if (*min..=*max).contains(&n) => Some(value.clone()),
                _ => reading.fault(at, value, Reason::NotAnInteger, format!("{min} to {max}")),
            },
            Shape::Number(min, max) => match value.as_f64() {
                Some(n) if (*min..=*max).contains(&n) => Some(value.clone()),
                _ => reading.fault(at, value, Reason::NotANumber, format!("{min} to {max}")),
            },
            Shape::Flag => match value {
                Value::Bool(_) => Some(value.clone()),
                _ => reading.fault(at, value, Reason::NotAFlag, "true or false"),
            },
            _ => match value {
                Value::String(text) => self.read_text(text, value, at, reading),
                _ => reading.fault(at, value, Reason::NotAText, self.allowed()),
            },
        }
    }

    fn read_text(&self, text: &str, value: &Value, at: &str, reading: &mut Reading<'_>) -> Option<Value> {
        let text: String = text.trim().nfc().filter(|c| *c != '\r').collect();
        if text.is_empty() {
            return None;
        }
        let multiline = matches!(self, Shape::Markdown(_));
        if text.chars().any(|c| c.is_control() && !(multiline && (c == '\n' || c == '\t'))) {
            return reading.fault(at, value, Reason::ControlCharacters, self.allowed());
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
            Shape::Code(vocabulary) => reading.knows(*vocabulary, &text),
            Shape::Coverage => is_coverage(&text, reading.vocabularies),
            _ => true,
        };
        if !fits {
            let allowed = match self {
                Shape::Code(name) => near(*name, &text, reading.vocabularies),
                Shape::Coverage => near(VocabularyName::Municipalities, &text, reading.vocabularies),
                _ => self.allowed(),
            };
            return reading.fault(at, value, Reason::NotAllowed, allowed);
        }
        if let Some(found) = self.personal_data(&text) {
            return reading.fault(at, value, Reason::Personal(found), found.allowed());
        }
        Some(Value::String(text))
    }

    /// Free text may hold no trace of a person; a contact's own members may hold shared ones.
    fn personal_data(&self, text: &str) -> Option<personal::Finding> {
        match self {
            Shape::Line(_) | Shape::Markdown(_) => personal::find(text),
            Shape::Email => personal::find_in_email(text),
            _ => None,
        }
    }

    /// What is accepted, in words.
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

fn read_list(item: &Shape, value: &Value, at: &str, reading: &mut Reading<'_>) -> Option<Value> {
    let Value::Array(values) = value else {
        return reading.fault(at, value, Reason::NotAList, format!("a list, each {}", item.allowed()));
    };
    if values.len() > MAX_LIST {
        return reading.fault(at, &json!(values.len()), Reason::TooMany, format!("at most {MAX_LIST}"));
    }
    let mut out: Vec<Value> = Vec::with_capacity(values.len());
    for (i, value) in values.iter().enumerate() {
        if let Some(kept) = item.read(value, &format!("{at}/{i}"), reading).filter(|v| !out.contains(v)) {
            out.push(kept);
        }
    }
    (!out.is_empty()).then_some(Value::Array(out))
}

/// Reads an object of `members`; any other key is a fault.
pub(crate) fn read_object(members: &[Member], value: &Value, at: &str, reading: &mut Reading<'_>) -> Option<Value> {
    let Value::Object(object) = value else {
        return reading.fault(at, value, Reason::NotAnObject, Shape::Object(&[]).allowed());
    };
    let before = reading.faults.len();
    let pointer = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
    for (key, value) in object {
        if !members.iter().any(|m| m.key == key) {
            let keys: Vec<&str> = members.iter().map(|m| m.key).collect();
            reading.fault(&pointer(key), value, Reason::UnknownKey, keys.join(", "));
        }
    }
    let mut out = Map::new();
    for member in members {
        let faults = reading.faults.len();
        let kept = object.get(member.key).and_then(|v| member.shape.read(v, &pointer(member.key), reading));
        match kept {
            Some(kept) => {
                out.insert(member.key.to_owned(), kept);
            }
            None if member.required && reading.faults.len() == faults => {
                reading.faults.push(Fault {
                    pointer: pointer(member.key),
                    reason: Reason::Missing,
                    value: None,
                    allowed: Some(member.shape.allowed()),
                });
            }
            None => {}
        }
    }
    if reading.faults.len() > before || out.is_empty() {
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

fn near(name: VocabularyName, text: &str, vocabularies: &Vocabularies) -> String {
    let nearest = vocabularies.get(name).nearest(text);
    if nearest.is_empty() {
        return format!("a code of the vocabulary {}", name.as_str());
    }
    let shown: Vec<String> = nearest.iter().map(|t| format!("{} ({})", t.code, t.label)).collect();
    format!("a code of the vocabulary {}; nearest: {}", name.as_str(), shown.join(", "))
}

fn is_coverage(text: &str, vocabularies: &Vocabularies) -> bool {
    match text.len() {
        4 => vocabularies.get(VocabularyName::Municipalities).get(text).is_some(),
        2 => vocabularies.get(VocabularyName::Counties).get(text).is_some(),
        _ => text == "national",
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
