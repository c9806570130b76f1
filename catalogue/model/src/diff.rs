//! Differences between two versions of a record, field by field.

use crate::record::Intervention;
use serde::Serialize;
use serde_json::Value;

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The field's key.
    pub field: String,
    /// The value before; `None` when the field was absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// The value after; `None` when the field is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// Every field in which two records differ, in the order of the fields; every field of `after` when there is no
/// `before`.
///
/// # Errors
/// Never for records that [`crate::validate::record`] has accepted.
pub fn between(before: Option<&Intervention>, after: &Intervention) -> Result<Vec<Difference>, serde_json::Error> {
    let before = before.map(serde_json::to_value).transpose()?.unwrap_or_default();
    let after = serde_json::to_value(after)?;
    let differing = crate::field::fields().filter(|f| before.get(f.key) != after.get(f.key));
    Ok(differing
        .map(|f| Difference {
            field: f.key.to_owned(),
            before: before.get(f.key).cloned(),
            after: after.get(f.key).cloned(),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(value: Value) -> Intervention {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_came_went_and_changed() {
        let one = record(json!({"id": "a", "name": "A", "summary": "S.", "kind": "esf"}));
        let two = record(json!({"id": "a", "name": "B", "kind": "esf", "coverage": ["07"]}));
        let found = serde_json::to_value(between(Some(&one), &two).unwrap()).unwrap();
        let expected = json!([
            {"field": "name", "before": "A", "after": "B"},
            {"field": "summary", "before": "S."},
            {"field": "coverage", "after": ["07"]},
        ]);
        assert_eq!(found, expected);
        assert!(between(Some(&one), &one).unwrap().is_empty());
        let first: Vec<String> = between(None, &one).unwrap().into_iter().map(|d| d.field).collect();
        assert_eq!(first, ["id", "name", "summary", "kind", "level", "state"]);
    }
}
