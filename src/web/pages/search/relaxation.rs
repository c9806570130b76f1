//! Nothing or too little found: other searches that find more, each with its true count.

use crate::web::http::error::Problem;
use crate::web::pages::search::UnderstoodSearch;
use crate::web::present::relaxation_label::relaxation_label;
use index::{Relaxation, RelaxationStep, SearchQuery};

/// Another search that has more hits.
pub(super) struct RelaxationLink {
    pub(super) text: String,
    pub(super) url: String,
    pub(super) then: String,
}

/// Searches with other filters, and searches with other words.
pub(super) struct RelaxationLinks {
    pub(super) filters: Vec<RelaxationLink>,
    pub(super) words: Vec<RelaxationLink>,
}

impl RelaxationLinks {
    /// The nearest searches that have more hits; where none has and nothing was found, everything
    /// there is. `asked.query` is the search as it was understood.
    pub(super) fn find(asked: &UnderstoodSearch<'_>, total: u64) -> Result<Option<Self>, Problem> {
        let found = asked.snapshot.relaxations(asked.query, total, asked.today)?;
        let (mut filters, mut words) = (Vec::new(), Vec::new());
        for widening in &found {
            let list = if matches!(widening.change, RelaxationStep::Words(_) | RelaxationStep::Spelling(_)) {
                &mut words
            } else {
                &mut filters
            };
            list.push(way_out(asked, widening));
        }
        if found.is_empty() && total == 0 {
            let query = SearchQuery::default();
            let count = asked.count(&query)?;
            words.extend((count > 0).then(|| RelaxationLink {
                text: asked.t.text("widen-everything"),
                url: asked.t.search(&query),
                then: asked.t.count("widen-then", count),
            }));
        }
        let some = total == 0 || !(filters.is_empty() && words.is_empty());
        Ok(some.then_some(Self { filters, words }))
    }
}

fn way_out(asked: &UnderstoodSearch<'_>, widening: &Relaxation) -> RelaxationLink {
    let t = asked.t;
    let url = t.search(&widening.query);
    RelaxationLink { text: relaxation_label(asked, widening), url, then: t.count("widen-then", widening.count) }
}
