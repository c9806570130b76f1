//! `GET /api/v1/openapi.json`: the API as an OpenAPI 3.1 document. Operations come from the table of routes, schemas
//! from the serialised types, search parameters and records from the field registry.

use super::parameters::MAX_LIMIT;
use crate::web::http::operation::{ApiOperation, KEY, query_parameter};
use crate::web::http::route_table::RouteTable;
use crate::web::http::schema;
use axum::Extension;
use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use index::AXES;
use index::query::{facets, parameters};
use serde_json::{Map, Value, json as value};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, Content, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Required};

const DESCRIPTION: &str =
    "Every intervention (insats) that helps people in Sweden towards work, studies and a better life.";
const KEYS: &str = "A key made with `insatskatalog key add`. Roles: contributor (drafts of its organisation), editor \
    (publishes what its organisation owns), reviewer and admin (everything).";

/// The serialised document.
#[derive(Clone)]
pub(crate) struct OpenApiDocument(Bytes);

impl OpenApiDocument {
    /// The document for the endpoints of a table.
    pub(crate) fn new(table: &RouteTable) -> Self {
        // Strings and maps with string keys can always be serialised.
        Self(serde_json::to_vec(&document(table)).unwrap_or_default().into())
    }
}

fn document(table: &RouteTable) -> OpenApi {
    let license = LicenseBuilder::new().name("CC0-1.0 (data)").identifier(Some("CC0-1.0")).build();
    let info = InfoBuilder::new()
        .title("Insatskatalog")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(license));
    let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(KEYS)).build();
    let components = ComponentsBuilder::new()
        .schemas_from_iter(table.schemas.clone())
        .security_scheme(KEY, SecurityScheme::Http(key))
        .build();
    OpenApiBuilder::new().info(info.build()).paths(table.paths.clone()).components(Some(components)).build()
}

pub(crate) fn operation() -> ApiOperation {
    ApiOperation::new("This document").response_as(
        200,
        "The contract as OpenAPI 3.1",
        "application/json",
        schema::from_json(value!({"type": "object"})),
    )
}

pub(crate) async fn show(Extension(OpenApiDocument(document)): Extension<OpenApiDocument>) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], document).into_response()
}

/// All search parameters as query parameters.
pub(super) fn search_parameters() -> impl Iterator<Item = Parameter> {
    parameters().into_iter().map(|parameter| {
        let values =
            parameter.vocabulary.map(|v| format!(" Codes or labels of the vocabulary {}, or not_stated.", v.as_str()));
        let text = value!({"type": "string"});
        let schema = if parameter.repeats { value!({"type": "array", "items": text}) } else { text };
        ParameterBuilder::new()
            .name(parameter.name)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some(format!("{}{}", parameter.meaning, values.unwrap_or_default())))
            .explode(Some(true))
            .schema(Some(schema::from_json(schema)))
            .build()
    })
}

/// All search parameters as members of a JSON object.
pub(super) fn search_body() -> RequestBody {
    let scalar = value!({"type": ["string", "number", "boolean"]});
    let properties: Map<String, Value> = parameters()
        .iter()
        .map(|parameter| {
            let mut schema = if parameter.repeats {
                value!({"oneOf": [scalar, {"type": "array", "items": scalar}]})
            } else {
                scalar.clone()
            };
            schema["description"] = value!(parameter.meaning);
            (parameter.name.to_owned(), schema)
        })
        .collect();
    let schema = value!({"type": "object", "properties": properties, "additionalProperties": false});
    RequestBodyBuilder::new()
        .required(Some(Required::True))
        .content("application/json", Content::new(Some(schema::from_json(schema))))
        .build()
}

/// The query parameter `limit` of an endpoint with a short list.
pub(super) fn limit_parameter(default: usize) -> Parameter {
    let schema = value!({"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": default});
    query_parameter("limit", "How many.", schema)
}

/// The query parameters that name the facets of a matrix.
pub(super) fn axis_parameters() -> impl Iterator<Item = Parameter> {
    AXES.into_iter().map(|name| {
        let facets: Vec<&str> = facets().collect();
        let meaning = format!(
            "The facet whose values are the {name} (default: municipality by target_group); rows and columns differ. \
             Filters of its group decide which values there are: the chosen ones and all below them; without one, \
             every value with hits, and not_stated."
        );
        query_parameter(name, &meaning, value!({"type": "string", "enum": facets}))
    })
}
