//! Parameters of the filters that code outside the registry names: a page has controls or sentences of its own for
//! them, or the search a rule. Everything else iterates over [`super::filters`].

/// Ages.
pub const AGE: &str = "age";
/// Municipalities.
pub const MUNICIPALITY: &str = "municipality";
/// Counties.
pub const COUNTY: &str = "county";
/// Target groups.
pub const TARGET_GROUP: &str = "target_group";
/// Ways to join.
pub const REFERRAL: &str = "referral";
/// Organisations that pay.
pub const FUNDER: &str = "funder";
/// Types of organisations that pay.
pub const FUNDER_TYPE: &str = "funder_type";
/// Organisations that own or provide.
pub const ORGANIZATION: &str = "organization";
/// Methods.
pub const METHOD: &str = "method";
/// Activities.
pub const ACTIVITY: &str = "activity";
/// Statuses.
pub const STATUS: &str = "status";

/// Variant of [`MUNICIPALITY`] and [`COUNTY`]: only records that list the place itself.
pub const REACH: &str = "reach";
/// Variant of [`TARGET_GROUP`]: broader groups too.
pub const BROADER: &str = "broader";
