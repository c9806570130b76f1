//! Relaxations of a search in words.

use crate::web::present::active_filters;
use crate::web::present::understood_search::UnderstoodSearch;
use index::{Relaxation, RelaxationStep};

/// What a relaxation changes. `search.query` is the search that it relaxes.
pub(crate) fn relaxation_label(search: &UnderstoodSearch<'_>, relaxation: &Relaxation) -> String {
    let t = search.t;
    match &relaxation.change {
        RelaxationStep::IncludeEnded => t.text("widen-ended"),
        RelaxationStep::County(county) => t.with("widen-county", "county", county),
        RelaxationStep::Neighbours(municipality) => t.with("widen-neighbours", "municipality", municipality),
        RelaxationStep::Without(parameter) => {
            let named = active_filters::choices(search).into_iter().filter(|c| c.parameter == *parameter);
            let labels: Vec<String> = named.map(|c| t.with("quoted", "text", &c.label)).collect();
            t.with("widen-without", "filter", t.list(&labels))
        }
        RelaxationStep::Spelling(meant) => t.with("widen-spelling", "word", meant),
        RelaxationStep::Words(words) => t.with("widen-word", "word", words),
        RelaxationStep::OnlyWords => t.text("widen-no-filters"),
    }
}
