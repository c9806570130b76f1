//! Relaxations of a search with few or no hits: less restrictive searches, each with its number of hits.

use crate::web::http::error::Problem;
use crate::web::present::relaxation_label::relaxation_label;
use crate::web::present::search_context::UnderstoodSearch;
use index::{Relaxation, RelaxationStep, SearchQuery};

/// A relaxed search.
pub(super) struct RelaxationLink {
    pub(super) text: String,
    pub(super) url: String,
    /// Its number of hits, as text.
    pub(super) count: String,
}

/// Relaxations that change filters, and relaxations that change words.
pub(super) struct RelaxationLinks {
    pub(super) filters: Vec<RelaxationLink>,
    pub(super) words: Vec<RelaxationLink>,
}

impl RelaxationLinks {
    /// The relaxations of a search with `total` hits. When there is none and `total` is 0, the search for every record.
    /// `None` when the search has hits and there is no relaxation.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(super) fn new(
        search: &UnderstoodSearch<'_>,
        relaxations: &[Relaxation],
        total: u64,
    ) -> Result<Option<Self>, Problem> {
        let (mut filters, mut words) = (Vec::new(), Vec::new());
        for relaxation in relaxations {
            let changes_words = matches!(relaxation.change, RelaxationStep::Words(_) | RelaxationStep::Spelling(_));
            let list = if changes_words { &mut words } else { &mut filters };
            list.push(relaxation_link(search, relaxation));
        }
        if relaxations.is_empty() && total == 0 {
            let query = SearchQuery::default();
            let count = search.count(&query)?;
            words.extend((count > 0).then(|| RelaxationLink {
                text: search.t.text("widen-everything"),
                url: search.t.search(&query),
                count: search.t.count("widen-then", count),
            }));
        }
        let has_content = total == 0 || !(filters.is_empty() && words.is_empty());
        Ok(has_content.then_some(Self { filters, words }))
    }
}

fn relaxation_link(search: &UnderstoodSearch<'_>, relaxation: &Relaxation) -> RelaxationLink {
    RelaxationLink {
        text: relaxation_label(search, relaxation),
        url: search.t.search(&relaxation.query),
        count: search.t.count("widen-then", relaxation.count),
    }
}
