//! The intervention for programs that read pages: JSON-LD in the terms of schema.org. A data block,
//! never run, and without anything that could end it early.

use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Safe;
use catalogue::Intervention;
use catalogue::record::{Contact, OrganizationId, Role};
use catalogue::vocabulary::VocabularyName as V;
use serde_json::{Map, Value, json};

/// Kinds of organisations whose services are those of government.
const GOVERNMENT: [&str; 4] = ["municipality", "region", "agency", "coordination_association"];

/// The data block of a page at a whole address.
pub(super) fn block(words: RecordLabels<'_>, record: &Intervention, url: &str) -> Safe {
    let owners: Vec<&OrganizationId> = record.in_role(Role::Owner).collect();
    let is_government = |id: &&OrganizationId| {
        words.vocabularies.organization(id).is_some_and(|o| GOVERNMENT.contains(&o.kind.as_str()))
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
        ("serviceType", Some(json!(words.kind(record)))),
        ("provider", list(owners.into_iter().map(|id| organization(words, id)))),
        ("areaServed", list(areas(words, record))),
        ("audience", list(labels(words, V::TargetGroups, &record.target_groups).map(audience))),
        ("availableChannel", list(record.contacts.iter().filter_map(|c| channel(c, &record.languages)))),
    ] {
        if let Some(value) = value {
            out.insert(name.to_owned(), value);
        }
    }
    Safe::trusted(escaped(&Value::Object(out)))
}

/// JSON without the letters that mean something in HTML.
fn escaped(value: &Value) -> String {
    let escape = |out: String, c: char| out.replace(c, &format!("\\u{:04x}", c as u32));
    ['<', '>', '&', '\u{2028}', '\u{2029}'].into_iter().fold(value.to_string(), escape)
}

fn list(values: impl Iterator<Item = Value>) -> Option<Value> {
    let values: Vec<Value> = values.collect();
    (!values.is_empty()).then_some(Value::Array(values))
}

fn labels(words: RecordLabels<'_>, vocabulary: V, codes: &[String]) -> impl Iterator<Item = String> {
    codes.iter().map(move |code| words.label(vocabulary, code))
}

fn organization(words: RecordLabels<'_>, id: &OrganizationId) -> Value {
    json!({"@type": "Organization", "name": words.organization(id)})
}

fn audience(label: String) -> Value {
    json!({"@type": "Audience", "audienceType": label})
}

fn areas(words: RecordLabels<'_>, record: &Intervention) -> impl Iterator<Item = Value> {
    use catalogue::record::Coverage;
    record.coverage.iter().map(move |entry| match entry {
        Coverage::National => json!({"@type": "Country", "name": "Sverige"}),
        Coverage::County(code) => {
            json!({"@type": "AdministrativeArea", "name": words.label(V::Counties, &code.to_string())})
        }
        Coverage::Municipality(code) => {
            json!({"@type": "AdministrativeArea", "name": words.label(V::Municipalities, &code.to_string())})
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
