//! All kinds of problems: code, status and meaning. `docs/problems.md` is generated from them.

use axum::http::StatusCode;
use serde::{Serialize, Serializer};
use std::fmt::Write;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

macro_rules! problem_codes {
    ($($variant:ident $name:literal $status:ident $meaning:literal)+) => {
        /// The stable name of a kind of problem, for programs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ProblemCode {
            $(#[doc = $meaning] $variant,)+
        }

        impl ProblemCode {
            /// Every code, by status.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The value of `code` in a problem document.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The HTTP status that every problem with this code has.
            pub fn status(self) -> StatusCode {
                match self { $(Self::$variant => StatusCode::$status,)+ }
            }

            /// When this code is answered, as one sentence in English.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)+ }
            }
        }
    };
}

problem_codes! {
    InvalidParameter "invalid_parameter" BAD_REQUEST "Query parameters are unknown or have values that are not allowed; `errors` names each of them."
    InvalidBody "invalid_body" BAD_REQUEST "The body is not well-formed, or not of the expected kind."
    InvalidPrecondition "invalid_precondition" BAD_REQUEST "`If-Match` does not name exactly one revision."
    Unauthorized "unauthorized" UNAUTHORIZED "A key is missing, unknown or revoked."
    Forbidden "forbidden" FORBIDDEN "The role or the organisation of the key does not allow this."
    NotFound "not_found" NOT_FOUND "Nothing has this address."
    MethodNotAllowed "method_not_allowed" METHOD_NOT_ALLOWED "The address does not take this method; `Allow` lists those that it takes."
    Conflict "conflict" CONFLICT "The record has a newer revision than `If-Match`; `current`, `yours` and `differences` show both."
    IdTaken "id_taken" CONFLICT "Another record has this id."
    Gone "gone" GONE "The intervention is archived; `successor` names the one that continues it, where there is one."
    TooLarge "too_large" PAYLOAD_TOO_LARGE "The body has more bytes than allowed."
    UnsupportedMediaType "unsupported_media_type" UNSUPPORTED_MEDIA_TYPE "`Content-Type` is not one that this address takes."
    InvalidRecord "invalid_record" UNPROCESSABLE_ENTITY "The record breaks a rule of the catalogue; `errors` names each faulty value by its JSON pointer."
    InvalidFile "invalid_file" UNPROCESSABLE_ENTITY "Rows of an imported file have faults, so nothing was changed; `errors` names each by row and column."
    PreconditionRequired "precondition_required" PRECONDITION_REQUIRED "A change needs `If-Match` with the revision that it is made from."
    Internal "internal" INTERNAL_SERVER_ERROR "A fault of the service; `request_id` finds its cause in the log."
    Busy "busy" SERVICE_UNAVAILABLE "More requests than can be answered in time; `Retry-After` says when to try again."
    NotReady "not_ready" SERVICE_UNAVAILABLE "The search index is not loaded yet; `Retry-After` says when to try again."
}

impl ProblemCode {
    /// The value of `type` in a problem document.
    pub(crate) fn urn(self) -> String {
        format!("urn:insatskatalog:problem:{}", self.name())
    }

    /// Every code as a Markdown table.
    pub fn markdown_table() -> String {
        let mut out = String::from("| status | code | meaning |\n|---|---|---|\n");
        for code in Self::ALL {
            // Writing into a string cannot fail.
            let _ = writeln!(out, "| {} | `{}` | {} |", code.status().as_u16(), code.name(), code.meaning());
        }
        out
    }
}

impl Serialize for ProblemCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl PartialSchema for ProblemCode {
    fn schema() -> RefOr<Schema> {
        let names = Self::ALL.iter().map(|code| code.name());
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for ProblemCode {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn names_are_unique_and_statuses_are_errors() {
        let names: BTreeSet<&str> = ProblemCode::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), ProblemCode::ALL.len());
        assert!(ProblemCode::ALL.iter().all(|code| code.status().as_u16() >= 400));
    }

    /// `UPDATE_DOCS=1 cargo test` regenerates the file.
    #[test]
    fn the_document_lists_every_code() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/problems.md");
        let head = "# Problems\nEvery answer that is an error is a problem document (RFC 9457, `application/problem+json`): \
            `type`, `title`, `status`, `detail`, `instance`, `code` and `request_id`, and where they apply `errors`, \
            `successor`, `current`, `yours` and `differences`. `code` is stable; the texts are not.\n\n\
            The table is made from `src/web/http/problem_code.rs`; a test compares them, and \
            `UPDATE_DOCS=1 cargo test --lib the_document_lists_every_code` writes it.\n\n";
        let expected = format!("{head}{}", ProblemCode::markdown_table());
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(&path, &expected).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
    }
}
