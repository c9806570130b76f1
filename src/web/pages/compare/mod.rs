//! `/jamfor`. `rows`: the facts that are compared. `page`: the page.

pub(crate) mod page;
mod rows;
