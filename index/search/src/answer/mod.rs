//! The operations on a snapshot, one file each, and the types of their results. Each takes the snapshot as its first
//! argument.

pub(crate) mod explain;
mod fit;
mod highlight;
pub(crate) mod hit;
pub(crate) mod interpretation;
pub(crate) mod related;
pub(crate) mod relations;
pub(crate) mod relaxation;
pub(crate) mod result_stream;
pub(crate) mod search;
pub(crate) mod similar;
mod sort;
pub(crate) mod suggest;

pub use highlight::Highlight;
