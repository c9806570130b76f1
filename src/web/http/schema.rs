//! OpenAPI schemas for the types of the catalogue, which does not depend on HTTP: a record as described by the field
//! registry, and values derived from it.

use catalogue::field;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Object, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A schema written as JSON. Logs an error and accepts any value when the JSON is no valid schema; a test checks every
/// field.
pub(crate) fn from_json(schema: Value) -> RefOr<Schema> {
    serde_json::from_value(schema).unwrap_or_else(|error| {
        tracing::error!(%error, "a schema of the registry cannot be read");
        Object::default().into()
    })
}

/// The schema of one field of a record.
fn field_schema(key: &str) -> RefOr<Schema> {
    field::fields().find(|f| f.key == key).map_or_else(|| from_json(json!({})), |f| from_json(f.shape.schema()))
}

macro_rules! field_schemas {
    ($($function:ident $key:literal)+) => {
        $(#[doc = concat!("The schema of the field `", $key, "`.")]
        pub(crate) fn $function() -> RefOr<Schema> {
            field_schema($key)
        })+
    };
}

field_schemas! {
    kind "kind"
    level "level"
    ages "ages"
    coverage "coverage"
    target_groups "target_groups"
    period "period"
    referral "referral"
    as_of "as_of"
    last_reviewed "last_reviewed"
    review_by "review_by"
}

const NAMED: &str = "From the vocabulary. A write may bring name and type of an organisation that it does not have.";

/// The schema of a derived field.
fn derived_schema(key: &str) -> Value {
    match key {
        "municipalities" | "similar" => json!({"type": "array", "items": {"type": "object"}}),
        "target_group_labels" => json!({"type": "array", "items": {"type": "string"}}),
        "revision" => json!({"type": "integer"}),
        _ => json!({"type": "string"}),
    }
}

/// A whole record: every field of the registry, and what the service derives.
pub(crate) struct Intervention;

impl PartialSchema for Intervention {
    fn schema() -> RefOr<Schema> {
        let mut properties: Map<String, Value> = field::fields()
            .map(|f| {
                let mut schema = f.shape.schema();
                schema["description"] = json!(f.meaning);
                (f.key.to_owned(), schema)
            })
            .collect();
        let organization = properties.get_mut("organizations").and_then(|list| list.pointer_mut("/items/properties"));
        if let Some(organization) = organization {
            organization["name"] = json!({"type": "string", "description": NAMED});
            organization["type"] = json!({"type": "string", "description": NAMED});
        }
        for key in field::DERIVED.iter().filter(|key| **key != "match") {
            let mut schema = derived_schema(key);
            schema["description"] = json!("Derived; ignored in a write.");
            schema["readOnly"] = json!(true);
            properties.insert((*key).to_owned(), schema);
        }
        from_json(json!({"type": "object", "properties": properties, "required": ["id", "name"]}))
    }
}

impl ToSchema for Intervention {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Intervention")
    }
}

/// One field in which two versions of a record differ.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes `catalogue::diff::Difference`, which is what is serialised")]
pub(crate) struct Difference {
    /// Key of the field.
    field: String,
    /// Its value before; absent when there was none.
    #[schema(nullable = false)]
    before: Option<Value>,
    /// Its value after; absent when it was removed.
    #[schema(nullable = false)]
    after: Option<Value>,
}

/// An organisation in its role.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes `catalogue::record::Participant`, which is what is serialised")]
pub(crate) struct Participant {
    id: String,
    /// Absent when the vocabulary does not have the organisation.
    #[schema(nullable = false)]
    name: Option<String>,
    /// A code of the vocabulary `funder_types`.
    #[schema(nullable = false)]
    r#type: Option<String>,
    /// What it does for the intervention.
    role: String,
}

/// A code of a vocabulary with its labels.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes `catalogue::vocabulary::Term`, which is what is serialised")]
pub(crate) struct Term {
    code: String,
    /// The label in Swedish.
    label: String,
    /// The label in plain words, addressed to the reader.
    #[schema(nullable = false)]
    label_easy: Option<String>,
    /// Labels in other languages, by language code.
    #[schema(required = false)]
    labels: BTreeMap<String, String>,
    /// The code of the broader term.
    #[schema(nullable = false)]
    broader: Option<String>,
    /// What it means, in Swedish.
    #[schema(nullable = false)]
    definition: Option<String>,
    /// What it means in other languages, by language code.
    #[schema(required = false)]
    definitions: BTreeMap<String, String>,
    /// Other words for it, abbreviations included.
    #[schema(required = false)]
    other_words: Vec<String>,
    /// Municipalities: the codes of those that border on it.
    #[schema(required = false)]
    neighbours: Vec<String>,
    /// Life situations: the parameters of the search that it stands for.
    #[schema(required = false)]
    parameters: BTreeMap<String, Vec<String>>,
    /// Life situations: name of its icon.
    #[schema(nullable = false)]
    icon: Option<String>,
}

/// An organisation of the vocabulary.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes `catalogue::record::Organization`, which is what is serialised")]
pub(crate) struct Organization {
    id: String,
    name: String,
    /// A code of the vocabulary `funder_types`.
    r#type: String,
    /// Other spellings and abbreviations.
    #[schema(required = false)]
    other_names: Vec<String>,
    /// Code of the municipality that it is, when it is one.
    #[schema(nullable = false)]
    municipality: Option<String>,
    /// Ids of the members of a coordination association.
    #[schema(required = false)]
    members: Vec<String>,
    /// Date of the source that names the members.
    #[schema(nullable = false)]
    members_as_of: Option<String>,
    /// The document that names it.
    #[schema(nullable = false)]
    source: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Normalises a schema as the builder does: without `"required": []`, whole numbers without a fraction.
    fn as_built(mut schema: Value) -> Value {
        match &mut schema {
            Value::Number(number) => {
                if let Some(whole) = number.as_f64().filter(|n| n.fract() == 0.0) {
                    return json!(whole as i64);
                }
            }
            Value::Object(object) => {
                object.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
                object.values_mut().for_each(|value| *value = as_built(value.take()));
            }
            Value::Array(list) => list.iter_mut().for_each(|value| *value = as_built(value.take())),
            _ => {}
        }
        schema
    }

    /// [`from_json`] returns an unrestricted schema for an invalid one, which would not be equal.
    #[test]
    fn the_document_keeps_every_schema_of_the_registry() {
        for field in field::fields() {
            let schema = field.shape.schema();
            let kept = serde_json::to_value(from_json(schema.clone())).unwrap();
            assert_eq!(kept, as_built(schema), "{}", field.key);
        }
        let record = serde_json::to_value(Intervention::schema()).unwrap();
        for key in field::fields().map(|field| field.key).chain(["status", "similar", "revision"]) {
            assert!(record["properties"][key]["type"].is_string(), "{key}");
        }
    }
}
