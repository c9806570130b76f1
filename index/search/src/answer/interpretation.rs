//! How the words of a search were interpreted.

use crate::count::filter_set::FilterSet;
use crate::count::selection::Selection;
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::lexicon::{ExpansionKind, SynonymKind};
use crate::query::{DetectedFilter, DetectedValue, Plan, Reading, Situation, corrected_text};
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use catalogue::field;
use catalogue::vocabulary::Emergency;

/// How the words of a search were interpreted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpretation {
    /// The text that was searched, with corrections.
    pub text: String,
    /// The gravest emergency that the words may express.
    pub emergency: Option<Emergency>,
    /// The situations that the words describe.
    pub situations: Vec<Situation>,
    /// Detected filters that were applied.
    pub applied: Vec<DetectedFilter>,
    /// Filter values that the words name, each with the number of hits that choosing it gives.
    pub suggested: Vec<(DetectedFilter, u64)>,
    /// Filters that the words may mean and that would have no hits, each with that number.
    pub dropped: Vec<(DetectedFilter, u64)>,
    /// Words that no hit matches, as typed, in the order of the text; without hits, words that no record matches that
    /// passes the filters.
    pub unmatched: Vec<String>,
    /// Corrected words, as (typed, corrected).
    pub corrected: Vec<(String, String)>,
    /// Query expansions that produced hits, as (typed, expanded).
    pub expanded: Vec<(String, String)>,
    /// Words that name a range of ages whose first age is the higher one, as typed. They were not searched for.
    pub reversed_ages: Vec<String>,
}

/// The interpretation of a selection; `None` for a search without words.
pub(super) fn interpret(snapshot: &Snapshot, selection: &Selection<'_>) -> Option<Interpretation> {
    let Selection { reading, words, segments, .. } = selection;
    let of_words = words.as_ref().map(|words| {
        let plan = &words.plan;
        let (suggested, without_hits) = suggested(reading, plan, segments, snapshot, selection.total());
        Interpretation {
            text: corrected_text(&reading.query.text, &plan.corrections),
            unmatched: unmatched(words, selection),
            emergency: plan.emergency,
            situations: plan.situations.clone(),
            suggested,
            dropped: without_hits,
            corrected: plan.corrections.iter().map(|c| (c.from.clone(), c.to.clone())).collect(),
            expanded: expanded(words, selection),
            applied: Vec::new(),
            reversed_ages: Vec::new(),
        }
    });
    if reading.detected.is_empty() && reading.reversed_ages.is_empty() {
        return of_words;
    }
    let (applied, reversed_ages) = (reading.detected.clone(), reading.reversed_ages.clone());
    Some(Interpretation { applied, reversed_ages, ..of_words.unwrap_or_default() })
}

/// Filters, each with a number of hits.
type CountedFilters = Vec<(DetectedFilter, u64)>;

/// The filter values that the words name, each with the number of hits that choosing it gives. Values that do not
/// reduce the hits, give none, or have a choice in their group are omitted, and so is a value all of whose hits another
/// value of the same words also gives; offered places without hits are returned separately.
fn suggested(
    reading: &Reading,
    plan: &Plan,
    segments: &[(SegmentView<'_>, FilterSet)],
    snapshot: &Snapshot,
    total: u64,
) -> (CountedFilters, CountedFilters) {
    let query = &reading.query;
    let limit = snapshot.lexicon.ranking.limits.suggested_filters;
    let (mut found, mut without_hits) = (Vec::<NamedValue>::new(), CountedFilters::new());
    let has_choice =
        |group: &str| field::filters().any(|f| f.group == group && query.filters.contains_key(f.parameter));
    let of_units = plan.units.iter().flat_map(|unit| {
        unit.named_values().map(|(parameter, code)| DetectedFilter {
            value: DetectedValue::Code { parameter, code: code.to_owned() },
            from: unit.from.clone(),
            place: None,
        })
    });
    for (i, named) in reading.offered.iter().cloned().chain(of_units).enumerate() {
        let DetectedValue::Code { parameter, code } = &named.value else { continue };
        let Some(filter) = field::filter(parameter).filter(|f| !has_choice(f.group)) else { continue };
        let with_code = |(view, set): &(SegmentView<'_>, FilterSet)| {
            set.base_of(&[filter.group]) & &view.with_code(filter, code, &query.variants)
        };
        let docs: Vec<DocSet> = segments.iter().map(with_code).collect();
        let hits = count(&docs);
        if hits == 0 && i < reading.offered.len() {
            without_hits.push((named, hits));
            continue;
        }
        let is_known = found.iter().any(|other| other.filter.value == named.value);
        if !is_known && hits > 0 && hits < total {
            found.push(NamedValue { filter: named, docs, is_offered: i < reading.offered.len() });
        }
    }
    let widest = (0..found.len()).filter(|at| !is_within_another(&found, *at)).take(limit);
    (widest.map(|at| (found[at].filter.clone(), count(&found[at].docs))).collect(), without_hits)
}

/// A filter value that the words name.
struct NamedValue {
    filter: DetectedFilter,
    /// The hits that choosing it gives, by segment.
    docs: Vec<DocSet>,
    /// Whether it is one of the places that a name may mean; these are alternatives.
    is_offered: bool,
}

/// Whether another value of the same words gives all hits of a value; of two values with the same hits, the first stays.
fn is_within_another(found: &[NamedValue], at: usize) -> bool {
    let value = &found[at];
    let is_subset = |one: &NamedValue, other: &NamedValue| {
        one.docs.iter().zip(&other.docs).all(|(docs, others)| docs.is_subset(others))
    };
    let is_wider = |(rival, other): (usize, &NamedValue)| {
        let has_more = || rival < at || !is_subset(other, value);
        rival != at && other.filter.from == value.filter.from && is_subset(value, other) && has_more()
    };
    !value.is_offered && found.iter().enumerate().any(is_wider)
}

/// Number of documents in all segments.
fn count(docs: &[DocSet]) -> u64 {
    docs.iter().map(DocSet::len).sum()
}

/// The criteria of the words that no hit matches; without hits, those that no partial match matches either.
fn unmatched(words: &MatchedQuery, selection: &Selection<'_>) -> Vec<String> {
    let found = if selection.total() > 0 { selection.hits() } else { selection.partial() };
    let is_matched = |unit: usize| {
        let best = &words.units[unit].matches.best;
        found.iter().enumerate().any(|(segment, found)| best.has_any_of(segment, found))
    };
    let units =
        words.plan.units.iter().enumerate().filter(|(number, unit)| unit.is_criterion() && !is_matched(*number));
    units.map(|(_, unit)| unit.from.clone()).collect()
}

/// The equivalent synonyms, joined compounds and completions that produced hits, as (typed, expanded).
fn expanded(words: &MatchedQuery, selection: &Selection<'_>) -> Vec<(String, String)> {
    let hits = selection.hits();
    let mut out = Vec::new();
    for (u, unit) in words.plan.units.iter().enumerate() {
        for (e, expansion) in unit.expansions.iter().enumerate() {
            let is_named = matches!(
                expansion.kind,
                ExpansionKind::Synonym(SynonymKind::Equivalent) | ExpansionKind::Joined | ExpansionKind::Prefix
            );
            let matches = &words.units[u].matches.expansions[e].matches;
            let has_hits = || hits.iter().enumerate().any(|(segment, hits)| matches.has_any_of(segment, hits));
            if is_named && has_hits() {
                out.push((unit.from.clone(), expansion.to.clone()));
            }
        }
    }
    out
}
