//! Words as query units, each with the expansions that may meet it.

mod compounds;
mod plan;
mod query_unit;

pub use plan::Plan;
pub(crate) use plan::Sources;
pub use query_unit::{Expansion, ExpansionKind, MatchSpec, QueryUnit};
