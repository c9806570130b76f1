//! Names of the query parameters that code outside the registry refers to, because a page or the search treats them
//! specially. All other code iterates over [`super::filters`].

/// Ages.
pub const AGE: &str = "age";
/// Municipalities.
pub const MUNICIPALITY: &str = "municipality";
/// Counties.
pub const COUNTY: &str = "county";
/// Target groups.
pub const TARGET_GROUP: &str = "target_group";
/// Referral routes.
pub const REFERRAL: &str = "referral";
/// Funders.
pub const FUNDER: &str = "funder";
/// Types of funders.
pub const FUNDER_TYPE: &str = "funder_type";
/// Owners and providers.
pub const ORGANIZATION: &str = "organization";
/// Methods.
pub const METHOD: &str = "method";
/// Activities.
pub const ACTIVITY: &str = "activity";
/// Levels: aimed at persons or at organisations.
pub const LEVEL: &str = "level";
/// Statuses.
pub const STATUS: &str = "status";
/// When an intervention ends.
pub const ENDS: &str = "ends";

/// Variant of [`MUNICIPALITY`] and [`COUNTY`]: matches only records that list the municipality, or a municipality of
/// the county.
pub const REACH: &str = "reach";
/// Variant of [`TARGET_GROUP`]: also matches records for broader groups.
pub const BROADER: &str = "broader";
