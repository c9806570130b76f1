//! Converts values of records to the text of cells and back. Reading never fails: a text that cannot be parsed is kept
//! as a string, which the validation of the record reports.

use crate::table::object::{self, ObjectFormat};
use crate::table::text::{items, quote, unquote};
use crate::table::words::{ColumnWords, NATIONAL};
use crate::table::{date, number};
use catalogue::field::Shape;
use catalogue::text::normalize_value;
use catalogue::vocabulary::{Vocabularies, VocabularyName as V};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The words and vocabularies that cells are written and read with.
#[derive(Clone, Copy)]
pub(super) struct Codec<'a> {
    pub(super) words: &'a ColumnWords,
    pub(super) vocabularies: &'a Vocabularies,
}

impl Codec<'_> {
    /// The value of a field as the text of a cell.
    pub(super) fn write(self, format: ObjectFormat, shape: &Shape, value: &Value) -> String {
        match (shape, value) {
            (Shape::List(item), Value::Array(values)) => {
                values.iter().map(|value| self.write_item(format, item, value)).collect::<Vec<_>>().join("; ")
            }
            _ => self.write_one(shape, value),
        }
    }

    fn write_item(self, format: ObjectFormat, shape: &Shape, value: &Value) -> String {
        match (shape, value) {
            (Shape::Object(members), Value::Object(object)) => object::write(self, format, members, object),
            _ => quote(&self.write_one(shape, value), &[]),
        }
    }

    /// A single value as text, without quotation marks.
    pub(super) fn write_one(self, shape: &Shape, value: &Value) -> String {
        let text = match value {
            Value::String(text) => text.as_str(),
            Value::Bool(flag) => return self.words.value(if *flag { "true" } else { "false" }).to_owned(),
            other => return other.to_string(),
        };
        match shape {
            Shape::Code(name) => self.label(*name, text).unwrap_or(text).to_owned(),
            Shape::OneOf(_) => self.words.value(text).to_owned(),
            Shape::Language => self.words.language(text).to_owned(),
            Shape::Coverage => self.write_place(text),
            _ => text.to_owned(),
        }
    }

    /// The label of a code; `None` when the label does not resolve to the code.
    fn label(&self, name: V, code: &str) -> Option<&str> {
        let vocabulary = self.vocabularies.get(name);
        let label = &vocabulary.get(code)?.label;
        vocabulary.resolve(label).filter(|term| term.code == code).map(|_| label.as_str())
    }

    fn write_place(self, code: &str) -> String {
        if code == NATIONAL {
            return self.words.value(NATIONAL).to_owned();
        }
        let name = if code.len() == 2 { V::Counties } else { V::Municipalities };
        // Some counties share their name with a municipality: their code is written instead.
        let label = self
            .label(name, code)
            .filter(|label| self.vocabularies.places().coverage_codes(label).is_some_and(|codes| codes == [code]));
        label.unwrap_or(code).to_owned()
    }

    /// The value of a field from the text of a cell.
    pub(super) fn read(self, format: ObjectFormat, shape: &Shape, text: &str) -> Value {
        match shape {
            Shape::List(Shape::Coverage) => items(text).into_iter().flat_map(|text| self.read_places(text)).collect(),
            Shape::List(item) => items(text).into_iter().map(|text| self.read_item(format, item, text)).collect(),
            _ => self.read_one(shape, text),
        }
    }

    fn read_item(self, format: ObjectFormat, shape: &Shape, text: &str) -> Value {
        match shape {
            Shape::Object(members) => object::read(self, format, members, text),
            _ => self.read_one(shape, &unquote(text)),
        }
    }

    /// A single value from a text without quotation marks.
    pub(super) fn read_one(self, shape: &Shape, text: &str) -> Value {
        let text = match shape {
            Shape::Line(_) | Shape::Markdown(_) | Shape::Url | Shape::Email => Cow::Borrowed(text.trim()),
            _ => normalize_value(text),
        };
        let text = &*text;
        let read = match shape {
            Shape::Flag => number::flag(text, self.words).map(Value::Bool),
            Shape::Integer(..) => number::integer(text).map(Value::from),
            Shape::Number(..) => number::decimal(text).map(Value::Number),
            Shape::Date(_) => date::read(text).map(Value::String),
            Shape::Code(V::Municipalities) => match self.vocabularies.places().coverage_codes(text).as_deref() {
                Some([code]) if code.len() == 4 => Some(json!(code)),
                _ => None,
            },
            Shape::Code(name) => self.vocabularies.get(*name).resolve(text).map(|term| json!(term.code)),
            Shape::OneOf(values) => self.words.value_of(text, values).map(Value::from),
            Shape::Language => self.words.language_of(text).map(Value::from),
            _ => None,
        };
        read.unwrap_or_else(|| json!(text))
    }

    /// The codes of one item of a coverage: several for a landscape of several counties. A text that names no place
    /// is kept.
    fn read_places(self, item: &str) -> Vec<Value> {
        let text = unquote(item);
        let text = text.trim();
        if self.words.value_of(text, &[NATIONAL]).is_some() {
            return vec![json!(NATIONAL)];
        }
        if let Some(codes) = self.vocabularies.places().coverage_codes(text) {
            return codes.into_iter().map(Value::from).collect();
        }
        // A spreadsheet turns a code into a number without its leading zero.
        let code = match number::integer(text) {
            Some(code @ 1..=9) => format!("{code:02}"),
            Some(code @ 100..=999) => format!("{code:04}"),
            Some(code @ (10..=99 | 1000..=9999)) => code.to_string(),
            _ => text.to_owned(),
        };
        vec![json!(code)]
    }
}
