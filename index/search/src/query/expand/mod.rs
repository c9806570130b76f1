//! Query expansion: groups the words of a search into query units and finds the expansions of each.

mod compounds;
mod diacritics;
mod plan;
mod query_unit;

pub(crate) use plan::{Plan, plan};
pub(crate) use query_unit::{MatchSpec, QueryUnit};
