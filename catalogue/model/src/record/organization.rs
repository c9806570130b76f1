//! Organisations and the part they take in an intervention.

use crate::record::{MunicipalityCode, OrganizationId, PartialDate};
use serde::{Deserialize, Serialize};

/// What an organisation does for an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for it.
    Owner,
    /// Carries it out.
    Provider,
    /// Works along.
    Partner,
    /// Pays.
    Funder,
}

impl Role {
    /// Every role, by its name in the record.
    pub const NAMES: &'static [&'static str] = &["owner", "provider", "partner", "funder"];
}

/// An organisation in its role, as a record holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationRole {
    /// Which organisation.
    pub id: OrganizationId,
    /// What it does.
    pub role: Role,
}

/// An organisation in its role, with what the vocabulary knows of it: how answers and exports name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Participant<'a> {
    /// Which organisation.
    pub id: &'a OrganizationId,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// A code of the vocabulary `funder_types`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'a str>,
    /// What it does.
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
    /// The municipality that it is, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// The members of a coordination association.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<OrganizationId>,
    /// Date of the source that names the members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_as_of: Option<PartialDate>,
    /// The document that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
