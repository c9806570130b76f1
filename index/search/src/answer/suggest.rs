//! Suggestions while typing: interventions and filter values whose name, a word of it, or a compound part starts with
//! the typed text. From four letters, a word may differ from the typed one by one edit.

use crate::caches::suggestible_names::{NameOwner, SuggestibleName};
use crate::count::selection::apply_filters;
use crate::count::totals;
use crate::disk::doc_set::DocSet;
use crate::disk::document::StoredDocument;
use crate::error::SearchError;
use crate::query::{Ended, SearchQuery};
use crate::snapshot::Snapshot;
use crate::text::name_key;
use catalogue::field::{self, Filter};
use catalogue::record::InterventionId;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tantivy::DocAddress;

/// Fewest letters of a typed word that may match with one edit.
const MIN_ERROR_LETTERS: usize = 4;

/// One suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The name of the intervention, or the Swedish label of the value.
    pub label: String,
    /// The alternative name that matched; `None` if the label matched.
    pub matched: Option<String>,
    /// The search that the suggestion runs.
    pub query: SearchQuery,
    /// Number of its hits.
    pub count: u64,
    /// The id of a suggested intervention; `None` for a filter value.
    pub id: Option<InterventionId>,
}

/// The suggestions of one kind, as (name of the kind, suggestions).
pub type Group = (&'static str, Vec<Suggestion>);

/// How a name matches the typed text, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameFit {
    /// The name starts with the text.
    NameStart,
    /// A word starts with it.
    WordStart,
    /// A part of a compound starts with it.
    PartStart,
    /// A word starts with it after one edit.
    WithError,
}

/// The best match of each owner of a name.
type BestMatches<'a> = BTreeMap<&'a NameOwner, (NameFit, &'a SuggestibleName)>;

fn name_fit(name: &SuggestibleName, typed: &str) -> Option<NameFit> {
    if name.key.starts_with(typed) {
        return Some(NameFit::NameStart);
    }
    let word_fit = |word: &str| {
        if name.key.split(' ').any(|w| w.starts_with(word)) {
            Some(NameFit::WordStart)
        } else if name.parts.iter().any(|part| part.starts_with(word)) {
            Some(NameFit::PartStart)
        } else {
            name.key.split(' ').any(|w| starts_with_error(w, word)).then_some(NameFit::WithError)
        }
    };
    typed.split(' ').map(word_fit).try_fold(NameFit::WordStart, |worst, fit| Some(worst.max(fit?)))
}

/// Whether a word starts with a text within one edit (optimal string alignment).
fn starts_with_error(word: &str, typed: &str) -> bool {
    let letters = typed.chars().count();
    if letters < MIN_ERROR_LETTERS {
        return false;
    }
    let start = |length: usize| word.chars().take(length).collect::<String>();
    [letters - 1, letters, letters + 1].into_iter().any(|n| strsim::osa_distance(&start(n), typed) <= 1)
}

/// Suggestions for `typed` under the filters of `query`, whose text is ignored: at most `limit` of each kind, the
/// best first; kinds without suggestions are omitted.
///
/// # Errors
/// The index could not be read.
pub fn suggest(
    snapshot: &Snapshot,
    query: &SearchQuery,
    typed: &str,
    limit: usize,
    today: Date,
) -> Result<Vec<Group>, SearchError> {
    let typed = name_key(typed);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let query = SearchQuery { text: String::new(), page: 1, ..query.clone() };
    let mut best = BestMatches::new();
    for name in snapshot.suggestible_names()? {
        let Some(fit) = name_fit(name, &typed) else { continue };
        best.entry(&name.owner)
            .and_modify(|known| {
                if fit < known.0 {
                    *known = (fit, name);
                }
            })
            .or_insert((fit, name));
    }
    let suggester = Suggester { snapshot, query, best, limit, today };
    let mut out: Vec<Group> = vec![("interventions", suggester.interventions()?)];
    for (filter, group) in field::suggestion_groups() {
        out.push((group.name, suggester.values(filter)?));
    }
    out.retain(|(_, suggestions)| !suggestions.is_empty());
    Ok(out)
}

struct Suggester<'a> {
    snapshot: &'a Snapshot,
    query: SearchQuery,
    best: BestMatches<'a>,
    limit: usize,
    today: Date,
}

impl Suggester<'_> {
    /// Interventions that pass the filters, including ended ones.
    fn interventions(&self) -> Result<Vec<Suggestion>, SearchError> {
        let with_ended = SearchQuery { ended: Ended::Include, ..self.query.clone() };
        let segments = apply_filters(self.snapshot, &with_ended, None, self.today);
        let passing: Vec<DocSet> = segments.into_iter().map(|(_, set)| set.into_hits()).collect();
        let mut matches: Vec<(NameFit, &str, usize, u32)> = Vec::new();
        for (owner, (fit, name)) in &self.best {
            if let NameOwner::Record(segment, doc) = owner
                && passing[*segment].contains(*doc)
            {
                matches.push((*fit, &name.key, *segment, *doc));
            }
        }
        matches.sort_unstable();
        let mut out = Vec::new();
        for (_, key, segment, doc) in matches.into_iter().take(self.limit) {
            let address = DocAddress::new(segment as u32, doc);
            let record = StoredDocument::load(&self.snapshot.searcher, address)?.record;
            let other = record.alternate_names.iter().find(|n| name_key(n) == key && name_key(&record.name) != key);
            let other_name = other.cloned();
            let query = SearchQuery { text: record.name.clone(), ..self.query.clone() };
            out.push(Suggestion { label: record.name, matched: other_name, query, count: 0, id: Some(record.id) });
        }
        self.with_counts(out)
    }

    /// Values of a filter that have hits.
    fn values(&self, filter: &'static Filter) -> Result<Vec<Suggestion>, SearchError> {
        let Some(vocabulary) = filter.vocabulary() else { return Ok(Vec::new()) };
        let mut matches: Vec<(NameFit, Suggestion)> = Vec::new();
        for (owner, (fit, name)) in &self.best {
            let code = match owner {
                NameOwner::Code(parameter, code) if *parameter == filter.parameter => code,
                _ => continue,
            };
            let label = self.snapshot.vocabularies.get(vocabulary).label(code, "sv").to_owned();
            let mut query = self.query.clone();
            // The value replaces the choices in its group.
            query.filters.retain(|chosen, _| field::filter(chosen).is_none_or(|f| f.group != filter.group));
            query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
            let other_name = (name.display != label).then(|| name.display.clone());
            matches.push((*fit, Suggestion { label, matched: other_name, query, count: 0, id: None }));
        }
        let fits: Vec<NameFit> = matches.iter().map(|(fit, _)| *fit).collect();
        let counted = self.with_counts(matches.into_iter().map(|(_, suggestion)| suggestion).collect())?;
        let mut matches: Vec<(NameFit, Suggestion)> =
            fits.into_iter().zip(counted).filter(|(_, suggestion)| suggestion.count > 0).collect();
        matches.sort_by(|(a, one), (b, other)| {
            (a, Reverse(one.count), &one.label).cmp(&(b, Reverse(other.count), &other.label))
        });
        Ok(matches.into_iter().map(|(_, suggestion)| suggestion).take(self.limit).collect())
    }

    fn with_counts(&self, mut suggestions: Vec<Suggestion>) -> Result<Vec<Suggestion>, SearchError> {
        let queries: Vec<SearchQuery> = suggestions.iter().map(|s| s.query.clone()).collect();
        for (suggestion, count) in suggestions.iter_mut().zip(totals(self.snapshot, &queries, self.today)?) {
            suggestion.count = count;
        }
        Ok(suggestions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(name: &str, typed: &str) -> Option<NameFit> {
        let name = SuggestibleName::new(name, name.to_owned(), NameOwner::Record(0, 0));
        name_fit(&name, &name_key(typed))
    }

    #[test]
    fn names_match_by_start_word_part_and_with_one_error() {
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "ungd"), Some(NameFit::NameStart));
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "almh"), Some(NameFit::WordStart));
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "koordi"), Some(NameFit::PartStart));
        assert_eq!(fit("Arbetsträning", "träning"), Some(NameFit::PartStart));
        assert_eq!(fit("Arbetsträning", "abetstr"), Some(NameFit::WithError));
        assert_eq!(fit("Båstad move", "move bås"), Some(NameFit::WordStart));
        assert_eq!(fit("Växjö", "vxa"), None, "no error is allowed in three letters");
        assert_eq!(fit("Växjö", "lund"), None);
    }
}
