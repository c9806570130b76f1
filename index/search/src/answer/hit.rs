//! A hit: the record, the reason for the hit, and its highlights.

use crate::answer::highlight::{Highlight, Highlighter};
use crate::disk::columns::DocKey;
use crate::disk::document::StoredDocument;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::lexicon::ExpansionKind;
use crate::query::{Expansion, MatchSpec, QueryUnit, SearchQuery, UnitRole};
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use crate::text::QueryWord;
use catalogue::field::{self, Field, Filter, Match};
use catalogue::vocabulary::VocabularyName;
use catalogue::{Intervention, Vocabularies};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use tantivy::DocAddress;

/// How a record meets a criterion of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// The record states a chosen value, or what the words say.
    Fits,
    /// The record does not state the fact.
    NotStated,
    /// The record states another value; only for related records.
    Differs,
}

/// One hit, or one related record.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub record: Intervention,
    /// Number of its revision.
    pub revision: i64,
    /// Time of the first revision, RFC 3339.
    pub created: String,
    /// Time of the latest revision, RFC 3339.
    pub updated: String,
    /// The score; `None` for a search without words or in another order than relevance.
    pub score: Option<f32>,
    /// How it meets each chosen filter, by parameter; a filter is absent if the hit passes by another of its group.
    pub criteria: BTreeMap<&'static str, Criterion>,
    /// How it meets each criterion of the words, in the order of the text, as (words as typed, how).
    pub words: Vec<(String, Criterion)>,
    /// The reasons that `highlights` do not show: for each part of the words that the record matches by an expansion, or
    /// by a text that is not highlighted.
    pub via: Vec<ExpansionMatch>,
    /// Texts that contain words of the query, by record key: `name`, `summary` or `description`.
    pub highlights: BTreeMap<&'static str, Highlight>,
}

/// A location in a record whose text is not highlighted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchLocation {
    /// The labels or other words of a filter value, as (parameter, code).
    Value(&'static str, String),
    /// Another text field, by key.
    Field(&'static str),
}

/// A query expansion that matched a hit, or words as typed that matched outside of the highlights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpansionMatch {
    /// The words as typed.
    pub from: String,
    /// The expanded words, or the matched codes; empty for the words as typed.
    pub to: String,
    /// The matched codes, as (parameter, code); empty for words.
    pub values: Vec<(&'static str, String)>,
    /// The kind of expansion.
    pub kind: ExpansionKind,
    /// Where the words are, unless the highlights show it.
    pub location: Option<MatchLocation>,
}

/// Loads the hits of one search.
pub(super) struct HitLoader<'a> {
    snapshot: &'a Snapshot,
    query: &'a SearchQuery,
    words: Option<WordsOfHits<'a>>,
}

/// The words of a search, prepared for all of its hits.
struct WordsOfHits<'a> {
    matched: &'a MatchedQuery,
    /// Highlights the words of all criteria.
    all: Highlighter<'a>,
    /// By unit and expansion: highlights its words; made when first needed.
    of_expansion: Vec<Vec<OnceCell<ExpansionWords<'a>>>>,
}

/// The words of an expansion.
struct ExpansionWords<'a> {
    highlighter: Highlighter<'a>,
    /// Whether the labels of filter values contain them, by parameter, segment and position of the code in its column:
    /// hits share values.
    labels: RefCell<HashMap<(&'static str, usize, u32), bool>>,
}

impl ExpansionWords<'_> {
    /// Whether a label or another word of a value of a document contains a word of the expansion.
    fn are_in_label(
        &self,
        (filter, vocabulary): (&'static Filter, VocabularyName),
        (segment, doc): DocKey,
        view: SegmentView<'_>,
        vocabularies: &Vocabularies,
    ) -> bool {
        let Some(column) = view.columns.codes(filter, false) else { return false };
        let mut labels = self.labels.borrow_mut();
        column.ordinals_of(doc).iter().any(|ordinal| {
            *labels
                .entry((filter.parameter, segment, *ordinal))
                .or_insert_with(|| self.match_label(&column.codes[*ordinal as usize], vocabulary, vocabularies))
        })
    }

    fn match_label(&self, code: &String, vocabulary: VocabularyName, vocabularies: &Vocabularies) -> bool {
        let words = field::term_words(std::slice::from_ref(code), vocabulary, vocabularies);
        words.iter().any(|text| self.highlighter.matches(text))
    }
}

impl<'a> WordsOfHits<'a> {
    fn new(matched: &'a MatchedQuery, words: &'a [QueryWord]) -> Self {
        let cells = |unit: &QueryUnit| unit.expansions.iter().map(|_| OnceCell::new()).collect();
        Self { matched, all: Highlighter::new(words), of_expansion: matched.plan.units.iter().map(cells).collect() }
    }

    /// The highlighter of the words of an expansion; `None` for one without words.
    fn of_expansion(&self, unit: usize, expansion: usize) -> Option<&ExpansionWords<'a>> {
        let words: Vec<&'a QueryWord> = match &self.matched.plan.units[unit].expansions[expansion].spec {
            MatchSpec::Words(words) | MatchSpec::Near(words) | MatchSpec::AnyWord(words) => words.iter().collect(),
            MatchSpec::Probable(meaning) => meaning.terms.iter().flat_map(|term| &term.words).collect(),
            MatchSpec::Codes(_) | MatchSpec::Grams(_) => return None,
        };
        Some(
            self.of_expansion[unit][expansion]
                .get_or_init(|| ExpansionWords { highlighter: Highlighter::new(words), labels: RefCell::default() }),
        )
    }
}

impl<'a> HitLoader<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        query: &'a SearchQuery,
        words: Option<&'a MatchedQuery>,
        highlight_words: &'a [QueryWord],
    ) -> Self {
        Self { snapshot, query, words: words.map(|words| WordsOfHits::new(words, highlight_words)) }
    }

    /// Loads one document as a hit.
    pub(super) fn load(
        &self,
        segment: usize,
        doc: u32,
        score: Option<f32>,
        view: SegmentView<'_>,
    ) -> Result<Hit, SearchError> {
        let address = DocAddress::new(segment as u32, doc);
        let StoredDocument { record, revision, created, updated } =
            StoredDocument::load(&self.snapshot.searcher, address)?;
        let mut hit = Hit {
            criteria: criteria(view, doc, self.query),
            words: Vec::new(),
            via: Vec::new(),
            highlights: BTreeMap::new(),
            record,
            revision,
            created,
            updated,
            score,
        };
        if let Some(words) = &self.words {
            hit.words = word_criteria(words.matched, segment, doc);
            hit.highlights = highlights(&hit.record, &words.all);
            hit.via = self.reasons(words, &hit, segment, doc, view);
        }
        Ok(hit)
    }

    /// For each unit that a record matches, the first expansion that does, unless the highlights show it.
    fn reasons(
        &self,
        words: &WordsOfHits<'_>,
        hit: &Hit,
        segment: usize,
        doc: u32,
        view: SegmentView<'_>,
    ) -> Vec<ExpansionMatch> {
        let MatchedQuery { plan, units, .. } = words.matched;
        let mut out = Vec::new();
        let has_criterion = plan.units.iter().any(QueryUnit::is_criterion);
        for (number, (unit, scored)) in plan.units.iter().zip(units).enumerate() {
            let says_more = match unit.role {
                UnitRole::Probable => out.is_empty(),
                _ => unit.is_criterion() || !has_criterion,
            };
            if !says_more {
                continue;
            }
            let of_expansions = &scored.matches.expansions;
            let Some(first) = of_expansions.iter().position(|e| e.matches.of((segment, doc)).is_some()) else {
                continue;
            };
            let expansion = &unit.expansions[first];
            let values = carried_codes(expansion, view, doc);
            let location = words.of_expansion(number, first).and_then(|of_expansion| {
                let is_shown = unit.role != UnitRole::Probable
                    && hit.highlights.values().any(|shown| of_expansion.highlighter.matches_in(shown));
                if is_shown {
                    None
                } else {
                    location(&hit.record, (segment, doc), view, of_expansion, &self.snapshot.vocabularies)
                }
            });
            if expansion.kind == ExpansionKind::Literal && location.is_none() {
                continue;
            }
            let codes = values.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ");
            let to = if values.is_empty() { expansion.to.clone() } else { codes };
            out.push(ExpansionMatch { from: unit.from.clone(), to, values, kind: expansion.kind, location });
        }
        out
    }
}

/// How a record meets the criteria of the words.
fn word_criteria(words: &MatchedQuery, segment: usize, doc: u32) -> Vec<(String, Criterion)> {
    let units = words.plan.units.iter().enumerate().filter(|(_, unit)| unit.is_criterion());
    let criterion = |(number, unit): (usize, &QueryUnit)| {
        let meets = words.meets(number, (segment, doc));
        (unit.from.clone(), if meets { Criterion::Fits } else { Criterion::NotStated })
    };
    units.map(criterion).collect()
}

/// The codes of an expansion that a record has.
fn carried_codes(expansion: &Expansion, view: SegmentView<'_>, doc: u32) -> Vec<(&'static str, String)> {
    let carried = expansion.codes().filter(|(parameter, code)| view.carries(parameter, code, doc));
    carried.map(|(parameter, code)| (parameter, code.to_owned())).collect()
}

fn criteria(view: SegmentView<'_>, doc: u32, query: &SearchQuery) -> BTreeMap<&'static str, Criterion> {
    let mut out = BTreeMap::new();
    for filter in field::filters() {
        let is_chosen = match filter.matching {
            Match::Age => query.asks_age(),
            _ => query.filters.contains_key(filter.parameter),
        };
        if !is_chosen {
            continue;
        }
        let is_stated = view.states(filter, doc);
        // A hit may pass by another filter of the same group.
        let fits = match query.filters.get(filter.parameter) {
            Some(chosen) => chosen.codes.iter().any(|code| view.has_code(filter, code, &query.variants, doc)),
            None => is_stated && (query.ages.is_empty() || view.has_age(&query.ages, doc)),
        };
        let criterion = match (is_stated, fits) {
            (false, _) => Criterion::NotStated,
            (true, true) => Criterion::Fits,
            (true, false) => Criterion::Differs,
        };
        out.insert(filter.parameter, criterion);
    }
    // Of the filters of a group, those that the record misses do not count if it passes by another.
    let passes =
        |group: &str| field::filters().any(|f| f.group == group && out.get(f.parameter) == Some(&Criterion::Fits));
    let is_passed = |parameter: &&str| field::filter(parameter).is_some_and(|f| passes(f.group));
    let differing =
        out.iter().filter(|(_, criterion)| **criterion == Criterion::Differs).map(|(parameter, _)| *parameter);
    let irrelevant: Vec<&'static str> = differing.filter(is_passed).collect();
    out.retain(|parameter, _| !irrelevant.contains(parameter));
    out
}

/// The first filter value whose words match, otherwise the first text field that matches.
fn location(
    record: &Intervention,
    doc: DocKey,
    view: SegmentView<'_>,
    words: &ExpansionWords<'_>,
    vocabularies: &Vocabularies,
) -> Option<MatchLocation> {
    let value = field::filters().find_map(|filter| {
        let Match::Codes { vocabulary, codes, .. } = &filter.matching else { return None };
        if !words.are_in_label((filter, *vocabulary), doc, view, vocabularies) {
            return None;
        }
        let matches = |code: &String| words.match_label(code, *vocabulary, vocabularies);
        let code = codes(record, vocabularies).into_iter().find(matches)?;
        Some(MatchLocation::Value(filter.parameter, code))
    });
    value.or_else(|| {
        let matches = |text: &String| words.highlighter.matches(text);
        let has = |field: &&Field| field.search.is_some_and(|s| (s.text)(record, vocabularies).iter().any(matches));
        field::fields().find(has).map(|field| MatchLocation::Field(field.key))
    })
}

/// Removes the Markdown syntax of lists, headings, quotes and bold text: fragments are displayed as plain text.
fn plain_text(markdown: &str) -> String {
    let line = |line: &str| line.trim_start_matches(['-', '*', '#', '>', ' ']).replace("**", "");
    markdown.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn highlights(record: &Intervention, highlighter: &Highlighter<'_>) -> BTreeMap<&'static str, Highlight> {
    let name = highlighter.whole(&record.name);
    let summary = record.summary.as_deref().and_then(|text| highlighter.whole(text));
    let description = record.description.as_deref().and_then(|text| highlighter.fragment(&plain_text(text)));
    let highlights = [("name", name), ("summary", summary), ("description", description)];
    highlights.into_iter().filter_map(|(key, highlight)| Some((key, highlight?))).collect()
}
