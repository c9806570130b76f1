//! Describes an API endpoint: summary, parameters, body and responses. The schemas of responses come from the
//! serialised types.

use crate::web::http::error::ProblemDocument;
use crate::web::http::schema;
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{Content, Ref, RefOr, Required, Schema};

/// Name of the security scheme for keys.
pub(crate) const KEY: &str = "key";

/// A named schema of the OpenAPI document.
pub(crate) type NamedSchema = (String, RefOr<Schema>);

/// The OpenAPI description of one endpoint.
pub(crate) struct ApiOperation {
    pub(crate) summary: String,
    operation: OperationBuilder,
    schemas: Vec<NamedSchema>,
}

impl ApiOperation {
    /// An operation without parameters that needs no key.
    pub(crate) fn new(summary: impl Into<String>) -> Self {
        let summary = summary.into();
        let operation = OperationBuilder::new().summary(Some(summary.clone()));
        Self { summary, operation, schemas: Vec::new() }
    }

    /// Requires a key.
    #[must_use]
    pub(crate) fn with_key(mut self) -> Self {
        self.operation = self.operation.security(SecurityRequirement::new(KEY, Vec::<String>::new()));
        self
    }

    /// Adds parameters.
    #[must_use]
    pub(crate) fn parameters(mut self, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        self.operation = self.operation.parameters(Some(parameters));
        self
    }

    /// Adds one parameter.
    #[must_use]
    pub(crate) fn parameter(self, parameter: Parameter) -> Self {
        self.parameters([parameter])
    }

    /// Sets the required body: JSON of a type.
    #[must_use]
    pub(crate) fn json_body<T: ToSchema>(mut self) -> Self {
        let schema = self.reference::<T>();
        let body = RequestBodyBuilder::new().required(Some(Required::True));
        self.body(body.content("application/json", Content::new(Some(schema))).build())
    }

    /// Sets the required body.
    #[must_use]
    pub(crate) fn body(mut self, body: RequestBody) -> Self {
        self.operation = self.operation.request_body(Some(body));
        self
    }

    /// Adds a response with JSON of a type.
    #[must_use]
    pub(crate) fn response<T: ToSchema>(mut self, status: u16, meaning: &str) -> Self {
        let schema = self.reference::<T>();
        self.response_as(status, meaning, "application/json", schema)
    }

    /// Adds a response in another media type.
    #[must_use]
    pub(crate) fn response_as(
        mut self,
        status: u16,
        meaning: &str,
        media_type: &str,
        schema: impl Into<RefOr<Schema>>,
    ) -> Self {
        let response = ResponseBuilder::new().description(meaning).content(media_type, Content::new(Some(schema)));
        self.operation = self.operation.response(status.to_string(), response);
        self
    }

    /// Adds a response without a body.
    #[must_use]
    pub(crate) fn empty_response(mut self, status: u16, meaning: &str) -> Self {
        self.operation = self.operation.response(status.to_string(), ResponseBuilder::new().description(meaning));
        self
    }

    /// A reference to the schema of a type; adds the schema to the document.
    pub(crate) fn reference<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        Ref::from_schema_name(T::name()).into()
    }

    /// The operation and the schemas that it refers to. Every other status has a problem document as its response.
    pub(crate) fn build(mut self) -> (Operation, Vec<NamedSchema>) {
        let problem = self.reference::<ProblemDocument<'_>>();
        let response = ResponseBuilder::new()
            .description("A problem (RFC 9457)")
            .content("application/problem+json", Content::new(Some(problem)));
        (self.operation.response("default", response).build(), self.schemas)
    }
}

/// A required path parameter.
pub(crate) fn path_parameter(name: &str, schema: Value) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(schema::from_json(schema)))
        .build()
}

/// The path parameter `id` of a record or organisation.
pub(crate) fn id_parameter() -> Parameter {
    path_parameter("id", json!({"type": "string"}))
}

/// An optional query parameter.
pub(crate) fn query_parameter(name: &str, meaning: &str, schema: Value) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(meaning))
        .schema(Some(schema::from_json(schema)))
        .build()
}

/// The header `If-Match`.
pub(crate) fn if_match_parameter(required: bool) -> Parameter {
    ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(if required { Required::True } else { Required::False })
        .description(Some("The ETag of the record as you know it, or its revision in quotes: \"3\"."))
        .schema(Some(schema::from_json(json!({"type": "string"}))))
        .build()
}
