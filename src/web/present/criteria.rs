//! The criteria of a search, and how a record meets each.

use crate::web::present::active_filters::age_label;
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::field::{self, Filter};
use index::{Criterion, Hit};

/// One criterion of a search.
pub(crate) struct CriterionText {
    /// The parameter of the filter, or the words as typed.
    pub(crate) key: String,
    /// The chosen values as text, or the words as typed.
    pub(crate) text: String,
    /// How the record meets it.
    pub(crate) outcome: Criterion,
}

/// The criteria of a search for a record: the filters in the order of the registry, then the words in their order.
pub(crate) fn criteria(search: &UnderstoodSearch<'_>, hit: &Hit) -> Vec<CriterionText> {
    let of_filter = |filter: &'static Filter| {
        let outcome = *hit.criteria.get(filter.parameter)?;
        Some(CriterionText { key: filter.parameter.to_owned(), text: chosen_text(search, filter), outcome })
    };
    let of_words = hit.words.iter().map(|(words, outcome)| CriterionText {
        key: words.clone(),
        text: search.t.record(words),
        outcome: *outcome,
    });
    field::filters().filter_map(of_filter).chain(of_words).collect()
}

/// The chosen values of a filter.
fn chosen_text(search: &UnderstoodSearch<'_>, filter: &Filter) -> String {
    let (t, query) = (search.t, search.query);
    let mut values: Vec<String> = match (filter.vocabulary(), query.filters.get(filter.parameter)) {
        (Some(vocabulary), Some(chosen)) => {
            chosen.codes.iter().map(|code| search.labels().label(vocabulary, code)).collect()
        }
        _ => query.ages.iter().map(|age| age_label(t, *age)).collect(),
    };
    let not_stated = query.filters.get(filter.parameter).is_some_and(|chosen| chosen.not_stated);
    if not_stated || values.is_empty() {
        values.push(t.text("value-not-stated"));
    }
    t.list(&values)
}
