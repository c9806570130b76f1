//! Paths of the pages of municipalities and life situations, and the search of a life situation.

use catalogue::vocabulary::Term;

/// The path of a municipality's page.
pub(crate) fn municipality_path(code: &str) -> String {
    format!("/kommun/{code}")
}

/// The path of a life situation's page.
pub(crate) fn situation_path(code: &str) -> String {
    format!("/situation/{code}")
}

/// The search parameters of a life situation.
pub(crate) fn situation_parameters(term: &Term) -> impl Iterator<Item = (String, String)> {
    term.parameters.iter().flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone())))
}
