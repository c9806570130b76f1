//! Why a hit is there, where the words that were typed do not show it.

use crate::web::present::labels::RecordLabels;
use catalogue::field::{self, Filter};
use index::lexicon::SynonymKind;
use index::query::ExpansionKind;
use index::{ExpansionMatch, Hit, MatchLocation};

/// At most so many reasons are told.
const MOST: usize = 2;

/// The reasons, each a sentence.
pub(super) fn reasons(words: RecordLabels<'_>, hit: &Hit) -> Vec<String> {
    let is_marked = hit.highlights.contains_key("name") || hit.highlights.contains_key("summary");
    let mut out: Vec<String> = Vec::new();
    for reason in hit.via.iter().filter_map(|via| led_by(words, via, is_marked)) {
        if !out.contains(&reason) {
            out.push(reason);
        }
    }
    out.truncate(MOST);
    if out.is_empty() {
        out.extend(hit.elsewhere.as_ref().map(|place| stands(words, place)));
    }
    out
}

/// What was found instead of what was typed. A mark in name or summary shows what means the same, and
/// what a value stands for.
fn led_by(words: RecordLabels<'_>, via: &ExpansionMatch, is_marked: bool) -> Option<String> {
    let t = words.t;
    match via.kind {
        ExpansionKind::Synonym(SynonymKind::Equivalent) | ExpansionKind::Term | ExpansionKind::Everyday
            if is_marked =>
        {
            None
        }
        ExpansionKind::Term | ExpansionKind::Everyday => {
            let (parameter, _) = via.values.first()?;
            let of_one = via.values.iter().filter(|(other, _)| other == parameter);
            let codes: Vec<String> = of_one.map(|(_, code)| code.clone()).collect();
            Some(value(words, parameter, &codes))
        }
        ExpansionKind::Synonym(_) => {
            Some(t.args("why-like", &[("to", t.record(&via.to).into()), ("from", t.record(&via.from).into())]))
        }
        // The words themselves, told above the hits, or too faint to tell.
        _ => None,
    }
}

fn stands(words: RecordLabels<'_>, place: &MatchLocation) -> String {
    match place {
        MatchLocation::Value(parameter, code) => value(words, parameter, std::slice::from_ref(code)),
        MatchLocation::Field(key) => words.t.with("why-field", "field", words.t.text(&format!("field-{key}"))),
    }
}

/// That it carries values of a filter.
fn value(words: RecordLabels<'_>, parameter: &str, codes: &[String]) -> String {
    let vocabulary = field::filter(parameter).and_then(Filter::vocabulary);
    let labels = vocabulary.and_then(|vocabulary| words.enumeration(vocabulary, codes)).unwrap_or_default();
    let filter = words.t.text(&format!("filter-{parameter}"));
    words.t.args("why-value", &[("filter", filter.into()), ("value", labels.into())])
}
