//! Filters as bitmaps, and what is counted with them.

pub(crate) mod batch_count;
pub(crate) mod facets;
pub(crate) mod filter_set;
pub(crate) mod matrix;
pub(crate) mod upcoming;
