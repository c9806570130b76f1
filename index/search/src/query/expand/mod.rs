//! Query expansion: words as query units, each with the expansions that may match it.

mod compounds;
mod diacritics;
mod plan;
mod query_unit;

pub(crate) use plan::{Plan, plan};
pub(crate) use query_unit::{MatchSpec, QueryUnit};
