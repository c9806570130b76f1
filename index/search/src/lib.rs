//! Tantivy over the catalogue: search, filters and facets.
//!
//! Folders, each of which uses only those above it:
//!
//! - [`text`]: Swedish text as tokens, in the forms that are indexed and looked up.
//! - [`lexicon`]: synonyms, everyday phrases and weights, read from `index/lexicon` or from a data directory.
//! - `disk`: an index on disk: schema, documents, columns, generations.
//! - `caches`: dictionaries that a snapshot derives once from its index and its vocabularies.
//! - [`query`]: a request as typed parameters; its words as detected filters and query units.
//! - `score`: postings as BM25F scores, query units as matches, the hit rule.
//! - `count`: filters as bitmaps; facets, matrix and totals.
//! - `answer`: what a caller asks a [`Snapshot`]: search, suggest, similar, explain, relaxations.
//!
//! Text is looked up in Tantivy's inverted index. Everything that is chosen rather than typed is answered from
//! bitmaps that are loaded once for each segment (`disk/columns.rs`).

mod answer;
mod caches;
mod count;
mod disk;
mod error;
pub mod lexicon;
pub mod query;
mod score;
pub mod text;

pub use answer::explain::{ExpansionScore, Explanation, QueryUnitScore};
pub use answer::hit::{Criterion, ExpansionMatch, Hit, MatchLocation};
pub use answer::relaxation::{FEW, Relaxation, RelaxationStep};
pub use answer::result_stream::ResultStream;
pub use answer::search::{Interpretation, SearchResults, Snapshot};
pub use answer::suggest::{Group, Suggestion};
pub use count::facets::{Facet, FacetValue};
pub use count::matrix::{AXES, Axes, AxisValue, Matrix};
pub use count::upcoming::Upcoming;
pub use disk::generation::{Generation, Generations, Identity};
pub use disk::schema::version as schema_version;
pub use error::SearchError;
pub use lexicon::{Lexicon, LexiconFault, Ranking};
pub use query::{SearchFeatures, SearchQuery};
