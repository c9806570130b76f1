//! What the OpenAPI document says of export and import.

use super::openapi::responses;
use super::openapi_writes::with_key;
use catalogue_exchange::Format;
use serde_json::{Map, Value, json as value};

/// Adds the paths and shapes to the document.
pub(super) fn describe(document: &mut Value) {
    let search = document["paths"]["/api/v1/interventions"]["get"]["parameters"].clone();
    for (path, get) in exports(&search) {
        document["paths"][path] = value!({"get": get});
    }
    document["paths"]["/api/v1/import"] = value!({"post": import()});
    document["components"]["schemas"]["ImportAnswer"] = import_answer();
}

/// One path for each format of the export.
fn exports(search: &Value) -> impl Iterator<Item = (String, Value)> {
    Format::ALL.into_iter().map(move |format| {
        let (what, schema) = match format {
            Format::Json => ("a JSON array", value!({"type": "array", "items": {"$ref": "#/components/schemas/Intervention"}})),
            Format::Jsonl => ("one a line", value!({"type": "string"})),
            Format::Csv => {
                ("one a row; UTF-8 with a byte order mark, semicolons, CRLF: as Excel in Sweden opens it", value!({"type": "string"}))
            }
            Format::Xlsx => ("one a row; the second sheet explains every column and lists its values", value!({"type": "string"})),
        };
        let mut responses = responses(value!({}));
        responses["200"]["content"] = value!({format.media_type(): {"schema": schema}});
        let summary = format!(
            "Every public intervention, ended ones too, or what a search leaves ({what}); page, per_page and facets are passed over"
        );
        let get = value!({"summary": summary, "parameters": search, "responses": responses});
        (format!("/api/v1/export.{}", format.name()), get)
    })
}

fn import() -> Value {
    let parameters = value!([{"name": "dry_run", "in": "query", "schema": {"type": "boolean", "default": false},
        "description": "true says what would change, and changes nothing."}]);
    let answer = || Some(value!({"$ref": "#/components/schemas/ImportAnswer"}));
    let mut operation = with_key(
        "Interventions from a file: all of them, or none when one has a fault",
        parameters,
        &[
            ("200", "Brought in and searchable, or what a dry run found", answer()),
            ("202", "Brought in, not searchable yet", answer()),
        ],
    );
    operation["requestBody"] =
        value!({"required": true, "description": "At most 64 MiB.", "content": import_content()});
    operation
}

fn import_content() -> Value {
    let files = Format::ALL.into_iter().filter(|format| *format != Format::Json);
    files
        .map(|format| (format.media_type().to_owned(), value!({"schema": {"type": "string"}})))
        .collect::<Map<_, _>>()
        .into()
}

fn import_answer() -> Value {
    let (ids, count) =
        (value!({"type": "array", "items": {"type": "string"}}), value!({"type": "integer", "minimum": 0}));
    let text = value!({"type": "string"});
    value!({
        "type": "object",
        "required": ["dry_run", "unchanged", "seq"],
        "properties": {
            "dry_run": {"type": "boolean"}, "created": ids, "updated": ids, "unchanged": count,
            "seq": {"type": "integer", "description": "Number of the latest change afterwards."},
            "report": {"type": "array", "items": {"type": "object", "properties": {
                "row": count, "column": text, "pointer": text, "severity": {"type": "string", "enum": ["error", "warning"]},
                "message": text, "value": text, "allowed": text}}}
        }
    })
}
