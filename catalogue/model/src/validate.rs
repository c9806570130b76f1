//! Reads JSON as an [`Intervention`], or returns every fault at once. No other code makes a record from input.

use crate::allowed::Allowed;
use crate::field::{self, DERIVED, Member, Shape, ValueReader};
use crate::reason::Reason;
use crate::record::{Intervention, Organization, OrganizationId, Role, slug};
use crate::vocabulary::{Vocabularies, VocabularyName};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// One fault of an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fault {
    /// JSON pointer (RFC 6901) to the value.
    pub pointer: String,
    /// What is wrong.
    pub reason: Reason,
    /// The faulty value; `None` when it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// What is allowed instead; `None` when the reason says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Allowed>,
}

impl Fault {
    /// A fault without a value, whose reason says what is allowed.
    pub fn new(pointer: impl Into<String>, reason: impl Into<Reason>) -> Self {
        Self { pointer: pointer.into(), reason: reason.into(), value: None, allowed: None }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pointer = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{pointer}: {}", self.reason)?;
        if let Some(value) = &self.value {
            let shown = value.to_string();
            let short: String = shown.chars().take(80).collect();
            write!(f, ": {short}{}", if short.len() < shown.len() { "…" } else { "" })?;
        }
        match &self.allowed {
            Some(allowed) => write!(f, " (allowed: {allowed})"),
            None => Ok(()),
        }
    }
}

/// A valid record and the organisations that it defines inline.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidatedRecord {
    /// The record.
    pub record: Intervention,
    /// Organisations given inline that the vocabulary does not have yet.
    pub new_organizations: Vec<Organization>,
}

/// Reads one record. Derived keys are ignored, any other unknown key is a fault.
///
/// ```
/// use catalogue::{Vocabularies, validate};
/// use serde_json::json;
/// use std::collections::BTreeMap;
///
/// let vocabularies = Vocabularies::new(BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
/// let valid = validate::record(&json!({"name": "Jobbsteget", "ages": [{"min": 16, "max": 24}]}), &vocabularies);
/// assert_eq!(valid.unwrap().record.id.as_str(), "jobbsteget");
/// let faults = validate::record(&json!({"name": "Jobbsteget", "ages": [{"min": 300}]}), &vocabularies).unwrap_err();
/// assert_eq!(faults[0].to_string(), "/ages/0/min: not a whole number in range: 300 (allowed: 0 to 120)");
/// ```
///
/// # Errors
/// Every faulty key and value; when there are none, every contradiction between values.
pub fn record(value: &Value, vocabularies: &Vocabularies) -> Result<ValidatedRecord, Vec<Fault>> {
    let mut value = value.clone();
    let Inline { new: new_organizations, refused, faults } = take_inline_organizations(&mut value, vocabularies);
    // The id of a faulty organisation is not reported again as unknown.
    let inline_organizations = new_organizations.iter().map(|o| o.id.clone()).chain(refused).collect();
    let mut reader = ValueReader { vocabularies, inline_organizations, faults };
    let object = match &value {
        Value::Object(object) => object,
        other => {
            let allowed = Some(Allowed::Object);
            return Err(vec![Fault { value: Some(other.clone()), allowed, ..Fault::new("", Reason::NotAnObject) }]);
        }
    };
    let mut kept = read_fields(object, &mut reader);
    fill_defaults(&mut kept);
    let ValueReader { mut faults, .. } = reader;
    if !kept.contains_key("name") && !faults.iter().any(|f| f.pointer == "/name") {
        faults.push(Fault { allowed: Some(Allowed::Shape(&Shape::Line(200))), ..Fault::new("/name", Reason::Missing) });
    } else if !kept.contains_key("id") && !faults.iter().any(|f| f.pointer == "/id" || f.pointer == "/name") {
        faults.push(Fault::new("/id", Reason::NoId));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let record: Intervention =
        serde_json::from_value(Value::Object(kept)).map_err(|e| vec![Fault::new("", format!("not a record: {e}"))])?;
    let faults = cross_field_faults(&record);
    if faults.is_empty() { Ok(ValidatedRecord { record, new_organizations }) } else { Err(faults) }
}

fn read_fields(object: &Map<String, Value>, reader: &mut ValueReader<'_>) -> Map<String, Value> {
    for (key, value) in object {
        if !DERIVED.contains(&key.as_str()) && !field::fields().any(|f| f.key == key) {
            reader.faults.push(Fault {
                pointer: format!("/{}", key.replace('~', "~0").replace('/', "~1")),
                reason: Reason::UnknownKey,
                value: Some(value.clone()),
                allowed: Some(Allowed::one_of(field::fields().map(|f| f.key))),
            });
        }
    }
    let mut kept = Map::new();
    for field in field::fields() {
        let read = object.get(field.key).and_then(|v| field.shape.read(v, &format!("/{}", field.key), reader));
        kept.extend(read.map(|v| (field.key.to_owned(), v)));
    }
    kept
}

/// Derives the id from the name, and `as_of` from the newest source.
fn fill_defaults(kept: &mut Map<String, Value>) {
    if !kept.contains_key("id")
        && let Some(id) = kept.get("name").and_then(Value::as_str).and_then(slug)
    {
        kept.insert("id".into(), json!(id));
    }
    if !kept.contains_key("as_of") {
        let dates = kept.get("sources").and_then(Value::as_array).into_iter().flatten();
        let newest = dates.filter_map(|s| s.get("date").and_then(Value::as_str)).max().map(str::to_owned);
        kept.extend(newest.map(|date| ("as_of".to_owned(), json!(date))));
    }
}

/// Contradictions between values that are valid on their own.
fn cross_field_faults(record: &Intervention) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (i, band) in record.ages.iter().enumerate() {
        if let (Some(min), Some(max)) = (band.min, band.max)
            && min > max
        {
            let value = Some(json!([min.years(), max.years()]));
            faults.push(Fault { value, ..Fault::new(format!("/ages/{i}"), Reason::MinAboveMax) });
        }
    }
    if let (Some(start), Some(end)) = (record.period.start, record.period.end)
        && end.last_day() < start.first_day()
    {
        let allowed = Some(Allowed::DateFrom(start));
        faults.push(Fault {
            value: Some(json!(end.to_string())),
            allowed,
            ..Fault::new("/period/end", Reason::EndBeforeStart)
        });
    }
    for (key, other) in [("part_of", &record.part_of), ("succeeds", &record.succeeds)] {
        if other.as_ref() == Some(&record.id) {
            faults.push(Fault::new(format!("/{key}"), Reason::NamesItself));
        }
    }
    if let (Some(reviewed), Some(by)) = (record.last_reviewed, record.review_by)
        && by < reviewed
    {
        faults.push(Fault::new("/review_by", Reason::ReviewByBeforeReviewed));
    }
    faults
}

/// Values that a record must have to be published by a form or a shipped file, and lacks.
pub fn publication_faults(record: &Intervention) -> Vec<Fault> {
    let mut faults = Vec::new();
    if record.summary.is_none() {
        faults.push(Fault::new("/summary", Reason::NoSummary));
    }
    if record.in_role(Role::Owner).next().is_none() {
        faults.push(Fault::new("/organizations", Reason::NoOwner));
    }
    if record.sources.is_empty() {
        faults.push(Fault::new("/sources", Reason::NoSource));
    }
    faults
}

/// Organisations that a record defines inline.
#[derive(Default)]
struct Inline {
    new: Vec<Organization>,
    /// Ids of organisations with faults.
    refused: Vec<OrganizationId>,
    faults: Vec<Fault>,
}

/// The id in a text, in its one form; `None` when it is not an id.
fn organization_id(text: &str) -> Option<OrganizationId> {
    crate::text::normalize_value(text).parse().ok()
}

/// Removes `name` and `type` of organisations from a record, leaving `id` and `role`. Returns the organisations that
/// the vocabularies lack.
fn take_inline_organizations(value: &mut Value, vocabularies: &Vocabularies) -> Inline {
    const MEMBERS: &[Member] = &[
        Member::required("id", Shape::Slug),
        Member::required("name", Shape::Line(200)),
        Member::required("type", Shape::Code(VocabularyName::FunderTypes)),
    ];
    let mut inline = Inline::default();
    let entries = value.get_mut("organizations").and_then(Value::as_array_mut).into_iter().flatten();
    for (i, entry) in entries.enumerate() {
        let Value::Object(object) = entry else { continue };
        let (name, kind) = (object.shift_remove("name"), object.shift_remove("type"));
        // An id that is not a slug is reported with the rest of the record.
        let Some(id) = object.get("id").and_then(Value::as_str).and_then(organization_id) else {
            continue;
        };
        let known = vocabularies.organization(&id).is_some() || inline.new.iter().any(|o| o.id == id);
        let (false, Some(name), Some(kind)) = (known, name, kind) else { continue };
        let given = json!({"id": id, "name": name, "type": kind});
        let mut reader = ValueReader { vocabularies, inline_organizations: Vec::new(), faults: Vec::new() };
        let read = field::read_object(MEMBERS, &given, &format!("/organizations/{i}"), &mut reader);
        if let Some(Ok(organization)) = read.map(serde_json::from_value::<Organization>) {
            inline.new.push(organization);
        } else {
            inline.faults.append(&mut reader.faults);
            inline.refused.push(id);
        }
    }
    inline
}
