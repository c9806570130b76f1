//! `/oversikt`: the number of interventions by place and by one more filter, and the gaps.
//!
//! - `context`: the search, and the filters of rows and columns. `color_scale`: classes of counts.
//! - `table`: the matrix as a table. `column_pages`: pages of columns. `csv`: the table as a file.
//! - `gaps`: combinations without an intervention. `map`: the totals on a map. `choices`: the form. `page`: the page.

mod choices;
mod color_scale;
mod column_pages;
mod context;
mod csv;
mod gaps;
mod map;
pub(crate) mod page;
mod table;
