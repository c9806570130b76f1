//! Parameters of endpoints that are not searches.

use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use catalogue::text::ascii_digits;
use index::query::{FaultKind, ParameterFault};
use std::ops::RangeInclusive;

/// Maximum `limit` of a short list.
pub(super) const MAX_LIMIT: usize = 20;

/// Reads the parameter `limit` of a short list, from 1 to 20.
///
/// # Errors
/// 400 when it is not a number in that range.
pub(super) fn limit(parameters: &Parameters, default: usize) -> Result<usize, Problem> {
    number(parameters, "limit", 1..=MAX_LIMIT, default)
}

/// Reads a whole number within a range; `default` when the parameter is absent.
///
/// # Errors
/// 400 when it is not a number in that range.
pub(super) fn number(
    parameters: &Parameters,
    name: &'static str,
    range: RangeInclusive<usize>,
    default: usize,
) -> Result<usize, Problem> {
    let Some(value) = parameters.get(name) else { return Ok(default) };
    let kind = FaultKind::NotANumber(*range.start(), *range.end());
    let number = ascii_digits(value).parse().ok();
    number.filter(|n| range.contains(n)).ok_or_else(|| invalid(name, value, kind))
}

/// 400 for one faulty parameter.
pub(super) fn invalid(parameter: &str, value: &str, kind: FaultKind) -> Problem {
    Problem::parameters(&[ParameterFault { parameter: parameter.to_owned(), value: value.to_owned(), kind }])
}

/// Checks that every parameter is one of `allowed`.
///
/// # Errors
/// 400 for the first unknown parameter: a misspelt name must not be ignored silently.
pub(super) fn reject_unknown_params(parameters: &Parameters, allowed: &[&str]) -> Result<(), Problem> {
    match parameters.0.iter().find(|(name, _)| !allowed.contains(&name.as_str())) {
        None => Ok(()),
        Some((name, value)) => {
            let allowed = allowed.iter().map(|&name| name.to_owned()).collect();
            Err(invalid(name, value, FaultKind::UnknownParameter(allowed)))
        }
    }
}
