//! The intervention as JSON-LD with the schema.org vocabulary, for programs that read pages. The `<script>` element is
//! a data block, which browsers do not execute; the JSON is escaped so that it cannot close the element.

use crate::web::present::foreign_text::plain;
use crate::web::present::html::{Safe, trusted};
use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;
use catalogue::record::{Contact, Coverage, OrganizationId, Role};
use catalogue::vocabulary::VocabularyName as V;
use serde_json::{Map, Value, json};

/// Organisation types whose services have the schema.org type `GovernmentService`.
const GOVERNMENT_TYPES: [&str; 4] = ["municipality", "region", "agency", "coordination_association"];

/// The JSON of the page at `url`, which is absolute.
pub(super) fn data_block(labels: RecordLabels<'_>, record: &Intervention, url: &str) -> Safe {
    let owners: Vec<&OrganizationId> = record.in_role(Role::Owner).collect();
    let is_government = |id: &&OrganizationId| {
        labels.vocabularies.organization(id).is_some_and(|o| GOVERNMENT_TYPES.contains(&o.kind.as_str()))
    };
    let kind = if owners.iter().any(is_government) { "GovernmentService" } else { "Service" };
    let mut out = Map::new();
    for (name, value) in [
        ("@context", Some(json!("https://schema.org"))),
        ("@type", Some(json!(kind))),
        ("@id", Some(json!(url))),
        ("url", Some(json!(url))),
        ("name", Some(json!(record.name))),
        ("alternateName", list(record.alternate_names.iter().map(|name| json!(name)))),
        ("description", record.summary.as_ref().map(|text| json!(text))),
        ("serviceType", Some(json!(labels.kind(record)))),
        ("provider", list(owners.into_iter().map(|id| organization(labels, id)))),
        ("areaServed", list(areas(labels, record))),
        ("audience", list(term_labels(labels, V::TargetGroups, &record.target_groups).map(audience))),
        ("availableChannel", list(record.contacts.iter().filter_map(|c| channel(c, &record.languages)))),
    ] {
        if let Some(value) = value {
            out.insert(name.to_owned(), value);
        }
    }
    trusted(escaped(&Value::Object(out)))
}

/// JSON without delimiters of foreign text, with the characters escaped that HTML or JavaScript interprets.
fn escaped(value: &Value) -> String {
    let escape = |out: String, c: char| out.replace(c, &format!("\\u{:04x}", c as u32));
    ['<', '>', '&', '\u{2028}', '\u{2029}'].into_iter().fold(plain(&value.to_string()), escape)
}

fn list(values: impl Iterator<Item = Value>) -> Option<Value> {
    let values: Vec<Value> = values.collect();
    (!values.is_empty()).then_some(Value::Array(values))
}

fn term_labels(labels: RecordLabels<'_>, vocabulary: V, codes: &[String]) -> impl Iterator<Item = String> {
    codes.iter().map(move |code| labels.label(vocabulary, code))
}

fn organization(labels: RecordLabels<'_>, id: &OrganizationId) -> Value {
    json!({"@type": "Organization", "name": labels.organization(id)})
}

fn audience(label: String) -> Value {
    json!({"@type": "Audience", "audienceType": label})
}

fn areas(labels: RecordLabels<'_>, record: &Intervention) -> impl Iterator<Item = Value> {
    record.coverage.iter().map(move |entry| match entry {
        Coverage::National => json!({"@type": "Country", "name": "Sverige"}),
        Coverage::County(code) => {
            json!({"@type": "AdministrativeArea", "name": labels.label(V::Counties, &code.to_string())})
        }
        Coverage::Municipality(code) => {
            json!({"@type": "AdministrativeArea", "name": labels.label(V::Municipalities, &code.to_string())})
        }
    })
}

fn channel(contact: &Contact, languages: &[String]) -> Option<Value> {
    let mut out = Map::from_iter([("@type".to_owned(), json!("ServiceChannel"))]);
    if let Some(phone) = &contact.phone {
        out.insert("servicePhone".to_owned(), json!({"@type": "ContactPoint", "telephone": phone}));
    }
    if let Some(url) = &contact.url {
        out.insert("serviceUrl".to_owned(), json!(url));
    }
    if out.len() > 1 && !languages.is_empty() {
        out.insert("availableLanguage".to_owned(), json!(languages));
    }
    (out.len() > 1).then_some(Value::Object(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_block_early() {
        let text = escaped(&json!({"name": "</script><script>alert(1)</script> & \u{2028}"}));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], "</script><script>alert(1)</script> & \u{2028}");
    }
}
