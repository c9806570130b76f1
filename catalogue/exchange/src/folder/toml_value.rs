//! Converts TOML to JSON and records the line of every value, so that faults can state it.

use serde_json::{Map, Number, Value};
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line numbers of values, by JSON pointer.
#[derive(Debug, Clone, Default)]
pub(crate) struct LineNumbers(HashMap<String, usize>);

impl LineNumbers {
    /// The line of a value, else of its nearest parent; 1 when there is none.
    pub(crate) fn of(&self, pointer: &str) -> usize {
        let mut pointer = pointer;
        loop {
            if let Some(&line) = self.0.get(pointer) {
                return line;
            }
            match pointer.rfind('/') {
                Some(end) => pointer = &pointer[..end],
                None => return 1,
            }
        }
    }
}

/// Parses a TOML file.
///
/// # Errors
/// The line and the message of the parser.
pub(crate) fn parse(text: &str) -> Result<(Value, LineNumbers), (usize, String)> {
    let line_at = |offset: usize| 1 + text[..text.floor_char_boundary(offset)].matches('\n').count();
    let table = DeTable::parse(text).map_err(|e| (e.span().map_or(1, |s| line_at(s.start)), e.message().to_owned()))?;
    let mut lines = LineNumbers::default();
    let value = convert_table(table.get_ref(), "", &line_at, &mut lines);
    Ok((value, lines))
}

fn convert_table(table: &DeTable<'_>, at: &str, line_at: &dyn Fn(usize) -> usize, lines: &mut LineNumbers) -> Value {
    let mut out = Map::new();
    for (key, value) in table {
        let pointer = format!("{at}/{}", key.get_ref().replace('~', "~0").replace('/', "~1"));
        // The line of a table is the line of its key, because the span of the table covers its body.
        lines.0.insert(pointer.clone(), line_at(key.span().start));
        out.insert(key.get_ref().to_string(), convert(value, &pointer, line_at, lines));
    }
    Value::Object(out)
}

fn convert(value: &Spanned<DeValue<'_>>, at: &str, line_at: &dyn Fn(usize) -> usize, lines: &mut LineNumbers) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::String(text.to_string()),
        // A number that JSON cannot represent is kept as a string, so that validation reports it.
        DeValue::Integer(n) => {
            i64::from_str_radix(n.as_str(), n.radix()).map_or_else(|_| n.as_str().into(), Value::from)
        }
        DeValue::Float(n) => {
            let number = n.as_str().parse().ok().and_then(Number::from_f64);
            number.map_or_else(|| n.as_str().into(), Value::Number)
        }
        DeValue::Boolean(b) => Value::Bool(*b),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(items) => {
            let convert_item = |(i, item): (usize, &Spanned<DeValue<'_>>)| {
                let pointer = format!("{at}/{i}");
                lines.0.insert(pointer.clone(), line_at(item.span().start));
                convert(item, &pointer, line_at, lines)
            };
            items.iter().enumerate().map(convert_item).collect()
        }
        DeValue::Table(table) => convert_table(table, at, line_at, lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_lines() {
        let (value, lines) = parse("name = \"A\"\n\n[[ages]]\nmin = 13\n\n[[ages]]\nmin = 18\nmax = 0x18\n").unwrap();
        assert_eq!(value["ages"][1], serde_json::json!({"min": 18, "max": 24}));
        assert_eq!((lines.of("/name"), lines.of("/ages/0/min"), lines.of("/ages/1/max")), (1, 4, 8));
        assert_eq!(lines.of("/ages/1/note"), lines.of("/ages/1"), "what is missing is looked for where it belongs");
        assert_eq!(parse("a = 1\nb = \n").unwrap_err().0, 2);
    }
}
