//! `/oversikt`: the number of interventions by place and by one more filter, and the gaps.
//!
//! - `context`: the search, the axes and the place of an overview. `color_scale`: classes of counts.
//! - `table`: the matrix as a table. `column_pages`: wide tables in parts. `csv`: the table as a file.
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
