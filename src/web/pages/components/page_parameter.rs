//! Names of the parameters that only pages have.

/// How hits are shown: `table`, or cards without it.
pub(crate) const VIEW: &str = "view";
/// The value of [`VIEW`] for a table.
pub(crate) const VIEW_TABLE: &str = "table";
/// An intervention of the shortlist; repeats.
pub(crate) const ID: &str = "id";
/// Which rows a comparison shows.
pub(crate) const ONLY: &str = "only";
/// The value of [`ONLY`] for rows in which the interventions differ.
pub(crate) const ONLY_DIFFERENCES: &str = "differences";
/// Whether an intervention is shown in easy Swedish (`1`).
pub(crate) const EASY_READ: &str = "ll";
/// The filter whose values are the columns of the overview.
pub(crate) const COLUMNS: &str = "columns";
/// The words of the page that a search form was sent from.
pub(crate) const PREVIOUS_Q: &str = "was";

/// Those that no search reads.
pub(crate) const PAGE_PARAMETERS: [&str; 3] = [VIEW, ONLY, EASY_READ];
