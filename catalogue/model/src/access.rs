//! Access rules for records. [`Access::may`] is the only table of them.

use crate::record::{self, Intervention, OrganizationId, State};
use std::fmt;

/// The role of a key or an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessRole {
    /// Writes drafts of its own organisation and hands them in for review.
    Contributor,
    /// Writes and publishes records that its own organisation owns.
    Editor,
    /// Writes and publishes every record.
    Reviewer,
    /// Has the permissions of a reviewer and operates the service.
    Admin,
}

impl AccessRole {
    /// Every role, the least trusted first.
    pub const ALL: [AccessRole; 4] =
        [AccessRole::Contributor, AccessRole::Editor, AccessRole::Reviewer, AccessRole::Admin];

    /// Its name on the command line and in the database.
    pub fn name(self) -> &'static str {
        match self {
            AccessRole::Contributor => "contributor",
            AccessRole::Editor => "editor",
            AccessRole::Reviewer => "reviewer",
            AccessRole::Admin => "admin",
        }
    }

    /// The role with a name; `None` for an unknown name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether it acts for one organisation only.
    pub fn is_limited_to_organization(self) -> bool {
        matches!(self, AccessRole::Contributor | AccessRole::Editor)
    }

    /// What it may do, as an English sentence for a refused request.
    pub fn allowance(self) -> &'static str {
        match self {
            AccessRole::Contributor => {
                "a contributor may write drafts that its own organisation owns, hand them in for review, take them back and drop them"
            }
            AccessRole::Editor => "an editor may write, publish and archive what its own organisation owns",
            AccessRole::Reviewer | AccessRole::Admin => {
                "a reviewer or admin may write, publish and archive every intervention"
            }
        }
    }
}

/// A role, with its organisation when the role is bound to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    role: AccessRole,
    organization: Option<OrganizationId>,
}

/// The error for a role with a missing or superfluous organisation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAccess {
    /// The role is bound to an organisation, and none is given.
    #[error("the role {0} needs the organisation that it acts for")]
    NoOrganization(&'static str),
    /// The role is not bound to an organisation, and one is given.
    #[error("the role {0} acts for every organisation; leave the organisation out")]
    Unbound(&'static str),
}

/// The error for an act that a role does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessDenied {
    /// The role that does not allow the act.
    pub role: AccessRole,
}

impl fmt::Display for AccessDenied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role.allowance())
    }
}

/// An act on one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Read a record in the state, and its history.
    Read(State),
    /// Create a record in the state.
    Create(State),
    /// Change a record from one state to another or the same.
    Change(State, State),
}

impl Access {
    /// Combines a role with the organisation that it is bound to, if any: see [`AccessRole::is_limited_to_organization`].
    ///
    /// # Errors
    /// When the organisation is missing or superfluous.
    pub fn new(role: AccessRole, organization: Option<OrganizationId>) -> Result<Self, InvalidAccess> {
        match (role.is_limited_to_organization(), &organization) {
            (true, None) => Err(InvalidAccess::NoOrganization(role.name())),
            (false, Some(_)) => Err(InvalidAccess::Unbound(role.name())),
            _ => Ok(Self { role, organization }),
        }
    }

    /// The role.
    pub fn role(&self) -> AccessRole {
        self.role
    }

    /// The organisation that the role is bound to; `None` for an unbound role.
    pub fn organization(&self) -> Option<&OrganizationId> {
        self.organization.as_ref()
    }

    /// The table of access rules: whether a role allows an act on a record. `own` is true when the organisation of the
    /// role owns the record.
    pub fn may(role: AccessRole, own: bool, act: Act) -> bool {
        use State::{Archived, Draft, InReview};
        match role {
            AccessRole::Contributor => {
                own && match act {
                    Act::Read(_) => true,
                    Act::Create(to) => matches!(to, Draft | InReview),
                    Act::Change(from, to) => {
                        matches!((from, to), (Draft | InReview, Draft | InReview) | (Draft, Archived))
                    }
                }
            }
            AccessRole::Editor => own,
            AccessRole::Reviewer | AccessRole::Admin => true,
        }
    }

    /// Whether its organisation owns the record; `false` for an unbound role.
    pub fn owns(&self, record: &Intervention) -> bool {
        self.organization.as_ref().is_some_and(|own| record.in_role(record::Role::Owner).any(|id| id == own))
    }

    /// Whether it may read a record that is not public, and its history.
    pub fn may_read(&self, record: &Intervention) -> bool {
        Self::may(self.role, self.owns(record), Act::Read(record.state))
    }

    /// Checks that it may change `before` to `after`, or create `after` when `before` is `None`. A bound role must own
    /// both: it can neither take over a record nor give one away.
    ///
    /// # Errors
    /// When the role does not allow the act.
    pub fn check(&self, before: Option<&Intervention>, after: &Intervention) -> Result<(), AccessDenied> {
        let allowed = match before {
            None => Self::may(self.role, self.owns(after), Act::Create(after.state)),
            Some(before) => {
                let own = self.owns(before) && self.owns(after);
                Self::may(self.role, own, Act::Change(before.state, after.state))
            }
        };
        if allowed { Ok(()) } else { Err(AccessDenied { role: self.role }) }
    }

    /// Whether its records may add organisations to the catalogue.
    pub fn may_add_organizations(&self) -> bool {
        self.role != AccessRole::Contributor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned_by(owners: &[&str]) -> Intervention {
        let organizations: Vec<_> = owners.iter().map(|id| serde_json::json!({"id": id, "role": "owner"})).collect();
        serde_json::from_value(serde_json::json!({"id": "a", "name": "A", "organizations": organizations})).unwrap()
    }

    #[test]
    fn a_bound_role_neither_takes_over_nor_gives_away() {
        let editor = Access::new(AccessRole::Editor, Some("a".parse().unwrap())).unwrap();
        let (own, other, shared) = (owned_by(&["a"]), owned_by(&["b"]), owned_by(&["b", "a"]));
        assert!(editor.check(Some(&own), &shared).is_ok() && editor.check(Some(&shared), &own).is_ok());
        assert!(editor.check(Some(&own), &other).is_err() && editor.check(Some(&other), &own).is_err());
        assert!(editor.check(None, &owned_by(&[])).is_err(), "a record without an owner is not its own");
    }

    #[test]
    fn a_bound_role_names_its_organisation_and_no_other_does() {
        for role in AccessRole::ALL {
            assert_eq!(AccessRole::parse(role.name()), Some(role));
            assert_eq!(Access::new(role, None).is_ok(), !role.is_limited_to_organization());
            assert_eq!(Access::new(role, Some("a".parse().unwrap())).is_ok(), role.is_limited_to_organization());
        }
    }
}
