//! Query expansion: the plan of a text, with its units and their expansions.

mod compounds;
mod expander;
mod language;
mod plan;
mod planner;
mod query_unit;
mod spelling;

pub use plan::Situation;
pub(crate) use plan::{Plan, plan};
pub(crate) use query_unit::{Expansion, MatchSpec, QueryUnit, UnitRole};
pub(crate) use spelling::corrected_text;
