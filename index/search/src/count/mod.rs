//! Filters as document sets, and counts over them: totals, facets and the matrix.

pub(crate) mod batch_count;
pub(crate) mod facets;
pub(crate) mod filter_set;
pub(crate) mod matrix;
mod reviewed;
pub(crate) mod selection;
pub(crate) mod upcoming;

pub use batch_count::totals;
pub use reviewed::reviewed_since;
