//! Responses conform to the schemas in the OpenAPI document.

use super::{app, routes::filled};
use crate::support::{TestApp, shipped_records};
use axum::http::Method;
use catalogue::access::AccessRole;
use insatskatalog::web::{self, http::route_table::RouteKind};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A validator for the subset of JSON Schema in the document. A member that the schema does not name is a fault.
struct Schemas<'a>(&'a Value);

impl Schemas<'_> {
    fn resolved<'s>(&'s self, schema: &'s Value) -> &'s Value {
        match schema["$ref"].as_str() {
            Some(reference) => self.0.pointer(reference.trim_start_matches('#')).unwrap(),
            None => schema,
        }
    }

    /// Members, required members and the schema of additional members, including those of all parts of `allOf`.
    fn members(&self, schema: &Value) -> (Map<String, Value>, BTreeSet<String>, Option<Value>) {
        let schema = self.resolved(schema);
        let mut members = schema["properties"].as_object().cloned().unwrap_or_default();
        let required = schema["required"].as_array().into_iter().flatten();
        let mut required: BTreeSet<String> = required.map(|name| name.as_str().unwrap().to_owned()).collect();
        let mut others = schema.get("additionalProperties").cloned();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            let (more, also_required, more_others) = self.members(part);
            members.extend(more);
            required.extend(also_required);
            others = others.or(more_others);
        }
        (members, required, others)
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) {
        let schema = self.resolved(schema);
        if let Some(all) = schema["oneOf"].as_array() {
            let types: Vec<&str> = all.iter().filter_map(|one| self.resolved(one)["type"].as_str()).collect();
            assert!(types.contains(&type_name(value)), "{at}: {value} is none of {types:?}");
            return;
        }
        if let Some(expected) = schema["type"].as_str() {
            let found = type_name(value);
            let fits = found == expected || (expected == "number" && found == "integer");
            assert!(fits, "{at}: {found} is not {expected}");
        }
        if let Some(values) = schema["enum"].as_array() {
            assert!(values.contains(value), "{at}: {value} is none of {values:?}");
        }
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| self.check(&schema["items"], item, &format!("{at}/{i}")));
            }
            Value::Object(object) => {
                let (members, required, others) = self.members(schema);
                for name in &required {
                    assert!(object.contains_key(name), "{at} lacks {name}");
                }
                for (name, member) in object {
                    let at = format!("{at}/{name}");
                    match members.get(name).or(others.as_ref()) {
                        Some(Value::Bool(false)) => panic!("{at} is not allowed"),
                        Some(schema) => self.check(schema, member, &at),
                        None => assert!(members.is_empty() && required.is_empty(), "{at} is not in the document"),
                    }
                }
            }
            _ => {}
        }
    }
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

async fn check_all(app: &TestApp, paths: &[&str]) {
    let document = app.ok("/api/v1/openapi.json").await;
    let key = app.key(AccessRole::Admin, None).await;
    let schemas = Schemas(&document);
    for address in paths {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let operation = &document["paths"][path]["get"];
        assert!(operation.is_object(), "{path} is not in the document");
        let address = format!("{}?{query}", filled(path));
        let (status, _, body) = app.call(Method::GET, &address, &key, "", &Value::Null).await;
        let (status, kind) = match status.as_u16() {
            200 => ("200", "application/json"),
            _ => ("default", "application/problem+json"),
        };
        let schema = &operation["responses"][status]["content"][kind]["schema"];
        assert!(schema.is_object(), "{address} answers {status}");
        schemas.check(schema, &body, &address);
    }
}

#[tokio::test]
async fn responses_have_the_documented_shape() {
    let paths = [
        "/api/v1/interventions?q=praktk+unga+20+emmaboda&facets=kind&facets=status",
        "/api/v1/interventions?q=zzzz&municipality=0862&target_group=uvas&age=20",
        "/api/v1/interventions?ended=include&target_group=unga&facets=target_group",
        "/api/v1/interventions?age=x&kund=y",
        "/api/v1/interventions/{id}",
        "/api/v1/interventions/{id}/similar",
        "/api/v1/interventions/{id}/explain?q=praktik+i+tre+steg",
        "/api/v1/interventions/{id}/history",
        "/api/v1/interventions/{id}/history/{revision}",
        "/api/v1/facets?q=praktik&age=20",
        "/api/v1/matrix?rows=county&columns=target_group",
        "/api/v1/suggest?q=pra",
        "/api/v1/vocabularies",
        "/api/v1/vocabularies/{name}",
        "/api/v1/organizations",
        "/api/v1/organizations/{id}",
        "/api/v1/changes",
        "/healthz",
        "/readyz",
    ];
    let is_checked = |path: &str| paths.iter().any(|checked| checked.split('?').next() == Some(path));
    // The document conforms to the OpenAPI specification; exports are files.
    let is_other = |path: &str| path.ends_with("/openapi.json") || path.contains("/export.");
    for route in web::routes() {
        let is_json = route.kind == RouteKind::Api && route.method == Method::GET && !is_other(&route.path);
        assert!(!is_json || is_checked(&route.path), "no address here checks the response of {}", route.path);
    }
    check_all(&app().await, &paths).await;
}

#[tokio::test]
async fn every_shipped_record_has_the_documented_shape() {
    let app = TestApp::shipped().await;
    let document = app.ok("/api/v1/openapi.json").await;
    let schema = &document["components"]["schemas"]["Intervention"];
    for record in shipped_records() {
        let id = record["id"].as_str().unwrap();
        Schemas(&document).check(schema, &record, id);
        let body = app.ok(&format!("/api/v1/interventions/{id}")).await;
        Schemas(&document).check(schema, &body, id);
    }
    let pages = ["/api/v1/interventions?per_page=100", "/api/v1/interventions?per_page=100&page=2&ended=include"];
    check_all(&app, &pages).await;
}
