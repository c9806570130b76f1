//! Parts that several pages share.
//!
//! - `page_parameter`: names of the parameters that only pages have. `shortlist`: interventions to compare.
//!   `search_request`: the parsed parameters of a page. `parameter_errors`: messages for faulty parameters.
//! - `links`: links, sentences with a link, hidden fields. `landing_paths`: paths of the pages of municipalities and
//!   life situations. `county_menu`: municipalities grouped by county.
//! - `fact_line`, `contact_lines`: facts and contacts of a record, one line for each value.

pub(crate) mod contact_lines;
pub(crate) mod county_menu;
pub(crate) mod fact_line;
pub(crate) mod landing_paths;
pub(crate) mod links;
pub(crate) mod page_parameter;
pub(crate) mod parameter_errors;
pub(crate) mod search_request;
pub(crate) mod shortlist;
