//! Names of the parameters of a search that are no filters; those of filters are in the registry
//! ([`catalogue::field`]).

/// Words to search for.
pub const Q: &str = "q";
/// Whether an age leaves out records without ages.
pub const AGE_STRICT: &str = "age_strict";
/// What to do with ended interventions.
pub const ENDED: &str = "ended";
/// Only what changed on that day or later.
pub const UPDATED_SINCE: &str = "updated_since";
/// Order of the hits.
pub const SORT: &str = "sort";
/// Page of the hits, from 1.
pub const PAGE: &str = "page";
/// Hits on a page.
pub const PER_PAGE: &str = "per_page";
/// Facets to count.
pub const FACETS: &str = "facets";
/// Whether filters are detected in the words.
pub const INTERPRET: &str = "interpret";
/// Language of the labels.
pub const LANG: &str = "lang";
