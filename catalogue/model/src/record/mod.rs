//! The record and its parts. Names follow the Human Services Data Specification (HSDS) where it has one; see
//! <https://docs.openreferral.org>.

mod age;
mod age_text;
mod date;
mod id;
mod intervention;
mod organization;
mod place;
mod practical;
mod source;
mod status;
mod stored;

pub use age::{Age, AgeBand, AgeRange};
pub use age_text::{InvalidAgeRange, WrittenAges};
pub use date::PartialDate;
pub use id::{InterventionId, OrganizationId, is_slug, slug};
pub use intervention::{Goal, Intervention, Level, Period, Referral, State};
pub use organization::{Organization, OrganizationRole, Participant, Role};
pub use place::{CountyCode, Coverage, MunicipalityCode};
pub use practical::{Capacity, Contact, Cost, Location, Schedule};
pub use source::{Source, Stated};
pub use status::{ENDS_SOON, ENDS_SOON_MONTHS, Status, StatusDays};
pub use stored::{StoredIntervention, to_json_line};
