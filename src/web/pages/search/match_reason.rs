//! Reasons for a match that the highlights do not show.

use crate::web::present::labels::RecordLabels;
use catalogue::field::{self, Filter};
use index::lexicon::SynonymKind;
use index::query::ExpansionKind;
use index::{ExpansionMatch, Hit, MatchLocation};

/// Maximum number of reasons for one hit.
const MAX_REASONS: usize = 2;

/// The reasons, each as a sentence.
pub(super) fn reasons(labels: RecordLabels<'_>, hit: &Hit) -> Vec<String> {
    let is_highlighted = hit.highlights.contains_key("name") || hit.highlights.contains_key("summary");
    let mut out: Vec<String> = Vec::new();
    for reason in hit.via.iter().filter_map(|via| expansion_reason(labels, via, is_highlighted)) {
        if !out.contains(&reason) {
            out.push(reason);
        }
    }
    out.truncate(MAX_REASONS);
    if out.is_empty() {
        let locations = hit.via.iter().filter_map(|via| via.location.as_ref());
        out.extend(locations.map(|place| location_reason(labels, place)).next());
    }
    out
}

/// The query expansion that matched. `None` for synonyms and labels that a highlight in name or summary shows.
fn expansion_reason(labels: RecordLabels<'_>, via: &ExpansionMatch, is_highlighted: bool) -> Option<String> {
    let t = labels.t;
    match via.kind {
        ExpansionKind::Synonym(SynonymKind::Equivalent) | ExpansionKind::Term if is_highlighted => None,
        ExpansionKind::Term | ExpansionKind::Expression | ExpansionKind::ExpressionWord | ExpansionKind::Nearest => {
            let (parameter, _) = via.values.first()?;
            let of_one = via.values.iter().filter(|(other, _)| other == parameter);
            let codes: Vec<String> = of_one.map(|(_, code)| code.clone()).collect();
            Some(value_reason(labels, parameter, &codes))
        }
        ExpansionKind::Synonym(_) => {
            Some(t.args("why-like", &[("to", t.record(&via.to).into()), ("from", t.record(&via.from).into())]))
        }
        // The words as typed, expansions that the interpretation notice names, and weak expansions.
        _ => None,
    }
}

fn location_reason(labels: RecordLabels<'_>, place: &MatchLocation) -> String {
    match place {
        MatchLocation::Value(parameter, code) => value_reason(labels, parameter, std::slice::from_ref(code)),
        MatchLocation::Field(key) => labels.t.with("why-field", "field", labels.t.text(&format!("field-{key}"))),
    }
}

/// The reason that the record has these values of a filter.
fn value_reason(labels: RecordLabels<'_>, parameter: &str, codes: &[String]) -> String {
    let vocabulary = field::filter(parameter).and_then(Filter::vocabulary);
    let values = vocabulary.and_then(|vocabulary| labels.enumeration(vocabulary, codes)).unwrap_or_default();
    let filter = labels.t.text(&format!("filter-{parameter}"));
    labels.t.args("why-value", &[("filter", filter.into()), ("value", values.into())])
}
