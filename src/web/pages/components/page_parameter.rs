//! Names of the parameters that only pages have; the API does not have them.

/// The layout of the hits: `table`, or cards when it is absent.
pub(crate) const VIEW: &str = "view";
/// The value of [`VIEW`] for a table.
pub(crate) const VIEW_TABLE: &str = "table";
/// The id of an intervention on the shortlist; may be repeated.
pub(crate) const ID: &str = "id";
/// Which rows a comparison shows.
pub(crate) const ONLY: &str = "only";
/// The value of [`ONLY`] for rows in which the interventions differ.
pub(crate) const ONLY_DIFFERENCES: &str = "differences";
/// Whether an intervention is shown in easy Swedish (`1`).
pub(crate) const EASY_READ: &str = "ll";
/// The filter whose values are the columns of the overview.
pub(crate) const COLUMNS: &str = "columns";
/// The words of the search field on the page from which a search form was sent.
pub(crate) const PREVIOUS_Q: &str = "was";

/// Parameters that are removed before the parameters of the search are parsed.
pub(crate) const PAGE_PARAMETERS: [&str; 3] = [VIEW, ONLY, EASY_READ];
