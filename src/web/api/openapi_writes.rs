//! What the OpenAPI document says of writing, history and the change log.

use serde_json::{Value, json as value};

const KEY: &str = "key";

/// Adds the paths and shapes to the document.
pub(super) fn describe(document: &mut Value) {
    document["components"]["securitySchemes"] = value!({KEY: {
        "type": "http", "scheme": "bearer",
        "description": "A key made with `insatskatalog key add`. Roles: contributor (drafts of its organisation), editor (publishes what its organisation owns), reviewer and admin (everything)."
    }});
    let schemas = &mut document["components"]["schemas"];
    schemas["Change"] = change();
    schemas["Revision"] = revision();
    schemas["Problem"]["properties"]["successor"] =
        value!({"type": "object", "description": "410: what to look at instead."});
    for (name, meaning) in [("current", "409: the record as it is now."), ("yours", "409: the record as it was sent.")]
    {
        schemas["Problem"]["properties"][name] = value!({"type": "object", "description": meaning, "properties": {
            "revision": {"type": "integer"}, "record": reference("Intervention")}});
    }
    schemas["Problem"]["properties"]["differences"] = differences();
    let paths = &mut document["paths"];
    paths["/api/v1/interventions"]["post"] = create();
    paths["/api/v1/interventions/{id}"]["put"] = replace();
    paths["/api/v1/interventions/{id}"]["delete"] = archive();
    paths["/api/v1/interventions/{id}/history"] = value!({"get": history()});
    paths["/api/v1/interventions/{id}/history/{revision}"] = value!({"get": one_revision()});
    paths["/api/v1/interventions/{id}/history/{revision}/restore"] = value!({"post": restore()});
    paths["/api/v1/changes"] = value!({"get": changes()});
}

fn reference(name: &str) -> Value {
    value!({"$ref": format!("#/components/schemas/{name}")})
}

fn in_path(name: &str) -> Value {
    value!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}})
}

fn in_query(name: &str, meaning: &str, schema: Value) -> Value {
    value!({"name": name, "in": "query", "description": meaning, "schema": schema})
}

fn reason() -> Value {
    in_query("reason", "Why; editors read it in the history.", value!({"type": "string", "maxLength": 200}))
}

fn if_match(required: bool) -> Value {
    let meaning = "The ETag of the record as you know it, or its revision in quotes: \"3\".";
    value!({"name": "If-Match", "in": "header", "required": required, "description": meaning, "schema": {"type": "string"}})
}

/// An operation that needs a key, with its answers: status, meaning, and whether a record comes with it.
pub(super) fn with_key(summary: &str, parameters: Value, answers: &[(&str, &str, Option<Value>)]) -> Value {
    let mut responses = serde_json::Map::new();
    for (status, meaning, schema) in answers {
        let mut answer = value!({"description": meaning});
        if let Some(schema) = schema {
            answer["content"] = value!({"application/json": {"schema": schema}});
        }
        responses.insert((*status).to_owned(), answer);
    }
    let problem = value!({"application/problem+json": {"schema": reference("Problem")}});
    responses.insert("default".into(), value!({"description": "A problem (RFC 9457)", "content": problem}));
    value!({"summary": summary, "security": [{KEY: []}], "parameters": parameters, "responses": responses})
}

fn with_record(mut operation: Value) -> Value {
    operation["requestBody"] =
        value!({"required": true, "content": {"application/json": {"schema": reference("Intervention")}}});
    operation
}

fn create() -> Value {
    let record = Some(reference("Intervention"));
    let answers =
        [("201", "On the disk and searchable.", record.clone()), ("202", "On the disk, not searchable yet.", record)];
    with_record(with_key("A new intervention; a draft when it does not state otherwise", value!([reason()]), &answers))
}

fn replace() -> Value {
    let record = Some(reference("Intervention"));
    let answers =
        [("200", "On the disk and searchable.", record.clone()), ("202", "On the disk, not searchable yet.", record)];
    let parameters = value!([in_path("id"), if_match(true), reason()]);
    with_record(with_key("The intervention as it shall be; without a state it keeps its own", parameters, &answers))
}

fn archive() -> Value {
    let successor = in_query(
        "successor",
        "A published intervention to look at instead; 410 answers name it.",
        value!({"type": "string"}),
    );
    let answers = [("204", "Archived; its id is never used again.", None), ("202", "Archived, still found.", None)];
    with_key("Into the archive", value!([in_path("id"), if_match(false), successor, reason()]), &answers)
}

fn history() -> Value {
    let before = in_query("before", "Revisions older than this one.", value!({"type": "integer", "minimum": 1}));
    let limit =
        in_query("limit", "How many.", value!({"type": "integer", "minimum": 1, "maximum": 100, "default": 20}));
    let answer = value!({"type": "object", "required": ["id", "revision", "items"], "properties": {
        "id": {"type": "string"}, "revision": {"type": "integer"},
        "items": {"type": "array", "items": reference("Revision")}, "next": {"type": "string"}}});
    let answers = [("200", "The newest revision first.", Some(answer))];
    with_key("How it came to be what it is", value!([in_path("id"), before, limit]), &answers)
}

fn one_revision() -> Value {
    let answer = value!({"type": "object", "properties": {
        "revision": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}, "author": {"type": "string"},
        "reason": {"type": "string"}, "record": reference("Intervention")}});
    let parameters = value!([in_path("id"), in_path("revision")]);
    with_key("The intervention as it was", parameters, &[("200", "That revision.", Some(answer))])
}

fn restore() -> Value {
    let parameters = value!([in_path("id"), in_path("revision"), if_match(true), reason()]);
    let record = Some(reference("Intervention"));
    let answers = [("200", "Restored.", record.clone()), ("202", "Restored, not searchable yet.", record)];
    with_key("The intervention as it was, as a new revision", parameters, &answers)
}

fn changes() -> Value {
    let since =
        in_query("since", "The last change that you know.", value!({"type": "integer", "minimum": 0, "default": 0}));
    let limit =
        in_query("limit", "How many.", value!({"type": "integer", "minimum": 1, "maximum": 1_000, "default": 100}));
    let answer = value!({"type": "object", "required": ["log", "latest", "items", "next"], "properties": {
        "log": {"type": "string", "description": "Names this log; another name means: start over from 0."},
        "latest": {"type": "integer", "description": "Number of the latest change."},
        "items": {"type": "array", "items": reference("Change")},
        "next": {"type": "string", "description": "Where to go on, at the end of the log too."}}});
    let mut operation = with_key(
        "What changed for the public, in order and without gaps",
        value!([since, limit]),
        &[("200", "The changes after `since`.", Some(answer))],
    );
    operation.as_object_mut().map(|operation| operation.shift_remove("security"));
    operation
}

fn change() -> Value {
    value!({
        "type": "object",
        "required": ["seq", "id", "change", "revision", "at", "hash"],
        "properties": {
            "seq": {"type": "integer", "description": "1, 2, 3 … without gaps."},
            "id": {"type": "string"},
            "change": {"type": "string", "enum": ["created", "updated", "removed"]},
            "revision": {"type": "integer"},
            "at": {"type": "string", "format": "date-time"},
            "hash": {"type": "string", "description": "First 16 hexadecimal digits of the SHA-256 of the record without what is derived or looked up, as compact JSON."}
        }
    })
}

fn revision() -> Value {
    value!({"type": "object", "required": ["revision", "at", "author", "state", "differences"], "properties": {
        "revision": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
        "author": {"type": "string", "description": "A key or command, never a person."}, "reason": {"type": "string"},
        "state": {"type": "string", "enum": catalogue::record::State::NAMES},
        "differences": differences()}})
}

fn differences() -> Value {
    value!({"type": "array", "items": {"type": "object", "required": ["field"], "properties": {
        "field": {"type": "string"}, "before": {}, "after": {}}}})
}
