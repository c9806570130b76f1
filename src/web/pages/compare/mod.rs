//! `/jamfor`. `rows`: the compared facts. `page`: the page.

pub(crate) mod page;
mod rows;
