//! Organisations and their roles in interventions.

use crate::record::{MunicipalityCode, OrganizationId, PartialDate};
use serde::{Deserialize, Serialize};

/// The role of an organisation in an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Is responsible for it.
    Owner,
    /// Carries it out.
    Provider,
    /// Takes part in it.
    Partner,
    /// Pays for it.
    Funder,
}

impl Role {
    /// The name of every role in the record.
    pub const NAMES: &'static [&'static str] = &["owner", "provider", "partner", "funder"];
}

/// An organisation and its role, as stored in a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationRole {
    /// Id of the organisation.
    pub id: OrganizationId,
    /// Its role.
    pub role: Role,
}

/// An organisation and its role with name and type, as written in responses and exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Participant<'a> {
    /// Id of the organisation.
    pub id: &'a OrganizationId,
    /// Its name; `None` when the vocabulary lacks the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// A code of the vocabulary `funder_types`; `None` when the vocabulary lacks the organisation.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'a str>,
    /// Its role.
    pub role: Role,
}

/// One organisation of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Stable slug.
    pub id: OrganizationId,
    /// The name, as the organisation writes it.
    pub name: String,
    /// A code of the vocabulary `funder_types`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Other spellings and abbreviations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// Code of the municipality, when the organisation is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// The members of a coordination association; empty for other organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<OrganizationId>,
    /// Date of the source that names the members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_as_of: Option<PartialDate>,
    /// The document that names the members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
