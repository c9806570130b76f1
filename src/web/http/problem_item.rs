//! One faulty part of a request: a parameter, or a part of the body or file.

use catalogue::validate::Fault;
use index::query::ParameterFault;
use serde::Serialize;
use utoipa::ToSchema;

/// One faulty part of the input.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProblemItem {
    /// The query parameter, when the fault is in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parameter: Option<String>,
    /// JSON pointer (RFC 6901) into the body, when the fault is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pointer: Option<String>,
    /// Row of the table or line of the file, from 1, when the body is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub row: Option<usize>,
    /// Heading of the column of the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// The value as sent, at most 80 characters of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub value: Option<String>,
    /// What is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub allowed: Option<String>,
}

impl ProblemItem {
    /// A fault without its location.
    pub fn new(reason: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self {
            parameter: None,
            pointer: None,
            row: None,
            column: None,
            reason: reason.into(),
            value: None,
            allowed: Some(allowed.into()),
        }
    }
}

impl From<&ParameterFault> for ProblemItem {
    fn from(fault: &ParameterFault) -> Self {
        Self {
            parameter: Some(fault.parameter.clone()),
            value: Some(fault.value.clone()),
            ..Self::new(fault.kind.reason(), fault.kind.allowed())
        }
    }
}

impl From<&Fault> for ProblemItem {
    fn from(fault: &Fault) -> Self {
        let shown = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self {
            pointer: Some(fault.pointer.clone()),
            value: fault.value.as_ref().map(|value| shown(value).chars().take(80).collect()),
            allowed: fault.allowed.as_ref().map(ToString::to_string),
            ..Self::new(fault.reason.to_string(), "")
        }
    }
}
