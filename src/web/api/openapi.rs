//! `GET /api/v1/openapi.json`: the contract as OpenAPI 3.1. Parameters and the record come from
//! the field registry, so that they cannot fall behind it.

use super::{openapi_exchange, openapi_writes};
use crate::web::http::error::{Problem, json};
use axum::response::Response;
use catalogue::field;
use index::AXES;
use index::query::{Parameter, facets, parameters};
use serde_json::{Map, Value, json as value};

pub(super) async fn show() -> Result<Response, Problem> {
    Ok(json(&document()))
}

fn document() -> Value {
    let search: Vec<Value> = parameters().iter().map(parameter).collect();
    let suggest: Vec<Value> = search.iter().cloned().chain([limit(8)]).collect();
    let matrix: Vec<Value> = AXES.map(axis).into_iter().chain(search.iter().cloned()).collect();
    let id = value!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
    let explain: Vec<Value> = std::iter::once(id.clone()).chain(search.iter().cloned()).collect();
    let get = |summary: &str, parameters: Value, schema: Value| value!({"get": {"summary": summary, "parameters": parameters, "responses": responses(schema)}});
    let any = value!({"type": "object"});
    let reference = |name: &str| value!({"$ref": format!("#/components/schemas/{name}")});
    let mut document = value!({
        "openapi": "3.1.0",
        "info": {
            "title": "Insatskatalog",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Every intervention (insats) that helps people in Sweden towards work, studies and a better life.",
            "license": {"name": "CC0-1.0 (data)", "identifier": "CC0-1.0"}
        },
        "paths": {
            "/api/v1/interventions": get("Search", value!(search), reference("SearchAnswer")),
            "/api/v1/interventions/search": {"post": {
                "summary": "Search without the words standing in the address",
                "requestBody": {"required": true, "content": {"application/json": {"schema": search_object()}}},
                "responses": responses(reference("SearchAnswer"))
            }},
            "/api/v1/interventions/{id}": get("One intervention", value!([id]), reference("Intervention")),
            "/api/v1/interventions/{id}/similar": get("Interventions like it", value!([id, limit(5)]), any.clone()),
            "/api/v1/interventions/{id}/explain": get("Why it stands where it stands in a search: every number of its score", value!(explain), any.clone()),
            "/api/v1/facets": get("The counts of a search", value!(search), any.clone()),
            "/api/v1/matrix": get("The search counted by two facets at once", value!(matrix), reference("MatrixAnswer")),
            "/api/v1/suggest": get("What is typed so far may become", value!(suggest), any.clone()),
            "/api/v1/vocabularies": get("The vocabularies", value!([]), any.clone()),
            "/api/v1/vocabularies/{name}": get("One vocabulary", value!([name_parameter()]), any.clone()),
            "/api/v1/organizations": get("The organisations", value!([]), any.clone()),
            "/api/v1/organizations/{id}": get("One organisation", value!([id]), any.clone()),
            "/healthz": get("Alive", value!([]), any.clone()),
            "/readyz": get("Ready: store and index, and how far each of them is", value!([]), any)
        },
        "components": {"schemas": {
            "Intervention": intervention(),
            "SearchAnswer": search_answer(),
            "MatrixAnswer": matrix_answer(),
            "Problem": problem()
        }}
    });
    openapi_exchange::describe(&mut document);
    openapi_writes::describe(&mut document);
    document
}

fn limit(default: usize) -> Value {
    value!({"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 20, "default": default}})
}

fn axis(name: &str) -> Value {
    let facets: Vec<&str> = facets().collect();
    let description = format!(
        "The facet whose values are the {name} (default: municipality by target_group); rows and columns differ. What is chosen in its group says which \
         values there are: the chosen ones and all below them; without a choice, every value with hits, and not_stated."
    );
    value!({"name": name, "in": "query", "description": description, "schema": {"type": "string", "enum": facets}})
}

fn name_parameter() -> Value {
    let names = catalogue::vocabulary::VocabularyName::TERMS.map(catalogue::vocabulary::VocabularyName::as_str);
    value!({"name": "name", "in": "path", "required": true, "schema": {"type": "string", "enum": names}})
}

pub(super) fn responses(schema: Value) -> Value {
    let problem = value!({"$ref": "#/components/schemas/Problem"});
    value!({
        "200": {"description": "The answer", "content": {"application/json": {"schema": schema}}},
        "default": {"description": "A problem (RFC 9457)", "content": {"application/problem+json": {"schema": problem}}}
    })
}

fn parameter(parameter: &Parameter) -> Value {
    let values =
        parameter.vocabulary.map(|v| format!(" Codes or labels of the vocabulary {}, or not_stated.", v.as_str()));
    let schema = value!({"type": "string"});
    value!({
        "name": parameter.name,
        "in": "query",
        "description": format!("{}{}", parameter.meaning, values.unwrap_or_default()),
        "explode": true,
        "schema": if parameter.repeats { value!({"type": "array", "items": schema}) } else { schema }
    })
}

fn search_object() -> Value {
    let scalar = value!({"type": ["string", "number", "boolean"]});
    let properties: Map<String, Value> = parameters()
        .iter()
        .map(|p| {
            let schema = if p.repeats {
                value!({"oneOf": [scalar, {"type": "array", "items": scalar}], "description": p.meaning})
            } else {
                value!({"type": ["string", "number", "boolean"], "description": p.meaning})
            };
            (p.name.to_owned(), schema)
        })
        .collect();
    value!({"type": "object", "properties": properties, "additionalProperties": false})
}

fn intervention() -> Value {
    let mut properties: Map<String, Value> = field::fields()
        .map(|f| {
            let mut schema = f.shape.schema();
            schema["description"] = value!(f.meaning);
            (f.key.to_owned(), schema)
        })
        .collect();
    for key in field::DERIVED.iter().filter(|k| !["match", "similar"].contains(k)) {
        properties.insert((*key).to_owned(), value!({"description": "Derived; ignored in a write.", "readOnly": true}));
    }
    value!({"type": "object", "properties": properties, "required": ["id", "name"]})
}

fn search_answer() -> Value {
    let count = value!({"type": "integer", "minimum": 0});
    value!({
        "type": "object",
        "required": ["query", "total", "ended_left_out", "age_not_stated", "page", "per_page", "pages", "links"],
        "properties": {
            "query": {"type": "object"}, "interpretation": {"type": "object"}, "total": count, "ended_left_out": count, "age_not_stated": count,
            "broader_left_out": count, "page": count, "per_page": count, "pages": count,
            "items": {"type": "array", "items": {"type": "object"}},
            "facets": {"type": "object", "additionalProperties": {"type": "object", "properties": {
                "values": {"type": "array", "items": {"type": "object", "properties": {
                    "value": {"type": "string"}, "label": {"type": "string"}, "count": count,
                    "selected": {"type": "boolean"}, "broader": {"type": "string"}}}},
                "not_stated": count}}},
            "links": {"type": "object"}
        }
    })
}

fn matrix_answer() -> Value {
    let count = value!({"type": "integer", "minimum": 0});
    let side = value!({"type": "object", "required": ["parameter"], "properties": {
        "parameter": {"type": "string"},
        "values": {"type": "array", "items": {"type": "object", "required": ["value", "label", "count"], "properties": {
            "value": {"type": "string"}, "label": {"type": "string"}, "broader": {"type": "string"},
            "count": {"type": "integer", "minimum": 0, "description": "Total of the search with this value in place of what is chosen in its group."}}}}}});
    value!({
        "type": "object",
        "required": ["query", "total", "ended_left_out", "rows", "columns"],
        "properties": {
            "query": {"type": "object"}, "total": count, "ended_left_out": count, "rows": side, "columns": side,
            "cells": {
                "type": "array", "items": {"type": "array", "items": count},
                "description": "One list for each row, one number for each column: the total of the search with both values in place of what is chosen in their groups."
            }
        }
    })
}

fn problem() -> Value {
    let text = value!({"type": "string"});
    value!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "code"],
        "properties": {
            "type": text, "title": text, "status": {"type": "integer"}, "detail": text, "instance": text, "code": text,
            "request_id": text,
            "errors": {"type": "array", "items": {"type": "object", "properties": {
                "parameter": text, "pointer": text, "row": {"type": "integer"}, "column": text, "reason": text, "value": text,
                "allowed": text}}}
        }
    })
}
