//! `/sok` and the pages that are searches: `/kommun/{code}`, `/situation/{slug}`, `/inbaddat`.
//!
//! - `page`: the search page. `landing`: pages of municipalities and life situations. `embed`: the search in pages of
//!   other sites. `resubmit`: resubmission of a form that shows detected filters.
//! - `form`, `panel`, `panel_values`: the controls of a search.
//! - `interpretation_notice`, `left_out`, `relaxation`: notices about the result.
//! - `card`, `match_reason`, `table`, `paging`, `view`: the hits.

mod card;
pub(crate) mod embed;
mod form;
mod interpretation_notice;
pub(crate) mod landing;
mod left_out;
mod match_reason;
pub(crate) mod page;
mod paging;
mod panel;
mod panel_values;
mod related;
mod relaxation;
mod resubmit;
mod table;
mod view;
