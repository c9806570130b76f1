//! Who may do what with whose record: the one table of it is [`Access::may`].

use crate::record::{self, Intervention, OrganizationId, State};
use std::fmt;

/// What a key or an account is trusted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Writes drafts of its own organisation and hands them in for review.
    Contributor,
    /// Writes and publishes what its own organisation owns.
    Editor,
    /// Writes and publishes anybody's.
    Reviewer,
    /// As a reviewer, and looks after the service.
    Admin,
}

impl Role {
    /// Every role, the least trusted first.
    pub const ALL: [Role; 4] = [Role::Contributor, Role::Editor, Role::Reviewer, Role::Admin];

    /// Its name on the command line and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Role::Contributor => "contributor",
            Role::Editor => "editor",
            Role::Reviewer => "reviewer",
            Role::Admin => "admin",
        }
    }

    /// The role of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether it acts for one organisation only.
    pub fn is_bound(self) -> bool {
        matches!(self, Role::Contributor | Role::Editor)
    }

    /// What it may do, as a sentence for the one who was refused.
    pub fn allowance(self) -> &'static str {
        match self {
            Role::Contributor => {
                "a contributor may write drafts that its own organisation owns, hand them in for review, take them back and drop them"
            }
            Role::Editor => "an editor may write, publish and archive what its own organisation owns",
            Role::Reviewer | Role::Admin => "a reviewer or admin may write, publish and archive every intervention",
        }
    }
}

/// A role and, where it is bound to one, its organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    role: Role,
    organization: Option<OrganizationId>,
}

/// Why a role and an organisation do not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAccess {
    /// The role acts for an organisation, and none is named.
    #[error("the role {0} needs the organisation that it acts for")]
    NoOrganization(&'static str),
    /// The role acts for everyone, and one is named.
    #[error("the role {0} acts for every organisation; leave the organisation out")]
    Unbound(&'static str),
}

/// What somebody may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Whose allowance it goes beyond.
    pub role: Role,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role.allowance())
    }
}

/// One thing that may be done with one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// See it before the public does, and how it came to be.
    Read(State),
    /// Make it.
    Create(State),
    /// Change it from a state to a state (often the same).
    Change(State, State),
}

impl Access {
    /// A role with the organisation that it needs, or without one where it acts for all.
    pub fn new(role: Role, organization: Option<OrganizationId>) -> Result<Self, InvalidAccess> {
        match (role.is_bound(), &organization) {
            (true, None) => Err(InvalidAccess::NoOrganization(role.name())),
            (false, Some(_)) => Err(InvalidAccess::Unbound(role.name())),
            _ => Ok(Self { role, organization }),
        }
    }

    /// The role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The organisation that it acts for, when it is bound to one.
    pub fn organization(&self) -> Option<&OrganizationId> {
        self.organization.as_ref()
    }

    /// THE table: whether a role may do this with a record that is its own organisation's, or is not.
    pub fn may(role: Role, own: bool, act: Act) -> bool {
        use State::{Archived, Draft, InReview};
        match role {
            Role::Contributor => {
                own && match act {
                    Act::Read(_) => true,
                    Act::Create(to) => matches!(to, Draft | InReview),
                    Act::Change(from, to) => {
                        matches!((from, to), (Draft | InReview, Draft | InReview) | (Draft, Archived))
                    }
                }
            }
            Role::Editor => own,
            Role::Reviewer | Role::Admin => true,
        }
    }

    /// Whether the record is the own organisation's.
    pub fn owns(&self, record: &Intervention) -> bool {
        self.organization.as_ref().is_some_and(|own| record.in_role(record::Role::Owner).any(|id| id == own))
    }

    /// Whether it may see a record that the public does not, and the history of any.
    pub fn may_read(&self, record: &Intervention) -> bool {
        Self::may(self.role, self.owns(record), Act::Read(record.state))
    }

    /// Whether it may make `after` of `before`; of nothing, when there was none. A bound role must own both:
    /// it can neither take another's record nor give its own away.
    pub fn check(&self, before: Option<&Intervention>, after: &Intervention) -> Result<(), Refusal> {
        let allowed = match before {
            None => Self::may(self.role, self.owns(after), Act::Create(after.state)),
            Some(before) => {
                let own = self.owns(before) && self.owns(after);
                Self::may(self.role, own, Act::Change(before.state, after.state))
            }
        };
        if allowed { Ok(()) } else { Err(Refusal { role: self.role }) }
    }

    /// Whether records may bring organisations along that the catalogue does not have yet.
    pub fn may_add_organizations(&self) -> bool {
        self.role != Role::Contributor
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
    fn nobody_takes_or_gives_away() {
        let editor = Access::new(Role::Editor, Some("a".parse().unwrap())).unwrap();
        let (own, other, shared) = (owned_by(&["a"]), owned_by(&["b"]), owned_by(&["b", "a"]));
        assert!(editor.check(Some(&own), &shared).is_ok() && editor.check(Some(&shared), &own).is_ok());
        assert!(editor.check(Some(&own), &other).is_err() && editor.check(Some(&other), &own).is_err());
        assert!(editor.check(None, &owned_by(&[])).is_err(), "what nobody owns is not one's own");
    }

    #[test]
    fn a_bound_role_names_its_organisation_and_no_other_does() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.name()), Some(role));
            assert_eq!(Access::new(role, None).is_ok(), !role.is_bound());
            assert_eq!(Access::new(role, Some("a".parse().unwrap())).is_ok(), role.is_bound());
        }
    }
}
