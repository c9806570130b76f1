//! Names of the search parameters that are not filters. The names of filters are in the field registry
//! ([`catalogue::field`]).

/// Words to search for.
pub const Q: &str = "q";
/// Whether chosen ages exclude records without a stated age.
pub const AGE_STRICT: &str = "age_strict";
/// Whether ended interventions are included.
pub const ENDED: &str = "ended";
/// Earliest day of the latest change.
pub const UPDATED_SINCE: &str = "updated_since";
/// Order of the hits.
pub const SORT: &str = "sort";
/// Page of the hits, from 1.
pub const PAGE: &str = "page";
/// Number of hits on a page.
pub const PER_PAGE: &str = "per_page";
/// Facets to count.
pub const FACETS: &str = "facets";
/// Greatest number of related records.
pub const RELATED: &str = "related";
/// Whether filters are detected in the words.
pub const INTERPRET: &str = "interpret";
/// Language of the labels.
pub const LANG: &str = "lang";
