//! Tantivy over the catalogue: search, filters and facets.
//!
//! - [`query`]: a request as typed parameters; free text as words.
//! - [`analysis`]: Swedish text as tokens, the same for index, query and highlights.
//! - `schema`, `document`, `columns`: how a record lies in the index.
//! - `postings`, `text_match`: words in Tantivy's inverted index, and what of a query makes a hit.
//! - `search`: one query: hits, totals and facet counts. `explain`: the numbers of one score.
//! - `counting`: many searches counted at once. `matrix`: by two facets; `outlook`: what ends and
//!   what needs a check.
//! - `listing`: every hit of a search, for exports.
//! - `suggest`: names while one types. `widen`: ways out of a search that finds too little.
//! - `generation`: an index on disk, opened, checked, built beside the old one.
//!
//! Text is looked up in Tantivy; everything that is chosen rather than typed is answered from
//! bitmaps that are loaded once for each segment (see `columns`).

pub mod analysis;
mod columns;
mod counting;
mod document;
mod error;
mod explain;
mod facet;
mod generation;
mod highlight;
mod hit;
pub mod lexicon;
mod listing;
mod matrix;
mod order;
mod outlook;
mod postings;
pub mod query;
mod ranking;
mod schema;
mod search;
mod selection;
mod similar;
mod suggest;
mod text_match;
mod widen;
mod words;

pub use error::SearchError;
pub use explain::{ConceptScore, Explanation, WayScore};
pub use facet::{Facet, FacetValue};
pub use generation::{Generation, Generations, Identity};
pub use hit::{Criterion, Elsewhere, Hit, Via};
pub use lexicon::{Lexicon, LexiconFault};
pub use listing::Listing;
pub use matrix::{AXES, Axes, Line, Matrix};
pub use outlook::Outlook;
pub use query::{Abilities, SearchQuery};
pub use ranking::Ranking;
pub use schema::version as schema_version;
pub use search::{Interpretation, SearchResults, Snapshot};
pub use suggest::{Group, Suggestion};
pub use widen::{Change, FEW, Widening};
