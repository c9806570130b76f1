//! Search over the catalogue: a Tantivy index with Swedish analysis, filters and facets.
//!
//! The crate is layered: each folder may import only those listed before it.
//!
//! 1. [`text`]: Swedish text as tokens, in the forms that are indexed and searched.
//! 2. [`lexicon`]: word lists and ranking weights, read from `index/lexicon` or from a data directory.
//! 3. `disk`: one index on disk: schema, documents, columns, segments, the writer, the manifest.
//! 4. `caches`: dictionaries that a snapshot derives from its index and its vocabularies.
//! 5. `snapshot`: one consistent, read-only state of the index.
//! 6. `generation`: the indexes of a data directory: builds, opens and replaces them. It is listed after `snapshot`,
//!    because an open generation creates snapshots; apart from tests, only the crate root imports it.
//! 7. [`query`]: the parsed search, the filters detected in its words, and its words as query units with expansions.
//! 8. `score`: BM25F scores of terms, scores of query units, and the hit rule.
//! 9. `count`: filters as document sets; totals, facets and the matrix.
//! 10. `answer`: search, suggest, similar, explain, relations and relaxations, as functions over a [`Snapshot`].
//!
//! Words are looked up in the inverted index. Filters are operations on sets of documents, which are loaded once per
//! segment (`disk/columns.rs`).
//!
//! ```
//! use catalogue::record::StoredIntervention;
//! use catalogue_exchange::folder::{Origin, read};
//! use index::{Generations, Identity, Lexicon, SearchQuery};
//! use std::sync::Arc;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let catalogue = read(&Origin::Shipped).expect("the shipped catalogue has no faults");
//! let vocabularies = Arc::new(catalogue.vocabularies);
//! let at = "2026-11-30T12:00:00Z".to_owned();
//! let stored = |record| StoredIntervention {
//!     record, revision: 1, hash: String::new(), created: at.clone(), updated: at.clone(),
//! };
//! let records: Vec<_> = catalogue.records.into_iter().take(20).map(|file| stored(file.valid.record)).collect();
//! let name = records[0].record.name.clone();
//!
//! let folder = tempfile::tempdir()?;
//! let generations = Generations::new(folder.path().join("index"), Lexicon::shipped())?;
//! let generation = generations.begin(Identity::new("example".into(), 1), Arc::clone(&vocabularies))?;
//! generation.put(&records, &vocabularies)?;
//! generation.commit(1, vocabularies)?;
//! generations.install(&generation)?;
//!
//! let snapshot = generation.snapshot();
//! let query = SearchQuery { text: name.clone(), ..SearchQuery::default() };
//! let results = index::search(&snapshot, &query, jiff::civil::date(2026, 11, 30))?;
//! assert_eq!(results.hits[0].record.name, name);
//! assert_eq!(index::count(&snapshot, &query, jiff::civil::date(2026, 11, 30))?.total, results.total);
//! # generation.close()?;
//! # Ok(())
//! # }
//! ```

#![warn(clippy::missing_errors_doc)]

mod answer;
mod caches;
mod count;
mod disk;
mod error;
mod generation;
pub mod lexicon;
pub mod query;
mod score;
mod snapshot;
pub mod text;

pub use answer::Highlight;
pub use answer::explain::{ExpansionScore, Explanation, QueryUnitScore, explain};
pub use answer::hit::{Criterion, ExpansionMatch, Hit, MatchLocation};
pub use answer::interpretation::Interpretation;
pub use answer::related::{RelatedHit, RelatedReason};
pub use answer::relations::{RelatedRecord, Relations, relations};
pub use answer::relaxation::{Relaxation, RelaxationStep};
pub use answer::result_stream::ResultStream;
pub use answer::search::{SearchResults, count, merge_resubmission, search, search_and_relax, search_with};
pub use answer::similar::similar;
pub use answer::suggest::{Group, Suggestion, suggest};
pub use count::facets::{Facet, FacetValue};
pub use count::matrix::{AXES, Axes, AxisValue, Matrix, matrix};
pub use count::upcoming::{Upcoming, upcoming};
pub use count::{reviewed_since, totals};
pub use disk::schema::version as schema_version;
pub use error::SearchError;
pub use generation::{Generation, Generations, Identity};
pub use lexicon::{Lexicon, LexiconFault, Ranking};
pub use query::{SearchFeatures, SearchQuery};
pub use snapshot::Snapshot;
