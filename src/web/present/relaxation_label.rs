//! Labels of relaxations, for pages and the API.

use crate::web::present::active_filters::active_filters;
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::vocabulary::VocabularyName;
use index::{Relaxation, RelaxationStep};

/// The label of the change that a relaxation makes to `search`.
pub(crate) fn relaxation_label(search: &UnderstoodSearch<'_>, relaxation: &Relaxation) -> String {
    let t = search.t;
    match &relaxation.change {
        RelaxationStep::IncludeEnded => t.text("widen-ended"),
        RelaxationStep::County(code) => {
            let county = search.snapshot.vocabularies.get(VocabularyName::Counties).label(code, "sv");
            t.with("widen-county", "county", county)
        }
        RelaxationStep::Neighbours(code) => {
            let municipality = search.snapshot.vocabularies.get(VocabularyName::Municipalities).label(code, "sv");
            t.with("widen-neighbours", "municipality", municipality)
        }
        RelaxationStep::Without(parameter) => {
            let removed = active_filters(search).into_iter().filter(|filter| filter.parameter == *parameter);
            let labels: Vec<String> = removed.map(|filter| t.with("quoted", "text", &filter.label)).collect();
            t.with("widen-without", "filter", t.list(&labels))
        }
        RelaxationStep::Spelling(corrected) => t.with("widen-spelling", "word", corrected),
        RelaxationStep::Words(words) => t.with("widen-word", "word", words),
        RelaxationStep::OnlyWords => t.text("widen-no-filters"),
    }
}
