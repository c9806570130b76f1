//! Suggestions while typing: interventions and values of filters whose names begin with what is
//! typed, or hold it as a word or as a part of a compound; one error is forgiven from four letters.

use crate::answer::hit;
use crate::answer::search::once;
use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::query::{Ended, SearchQuery};
use crate::text::name_key;
use crate::{SearchError, Snapshot};
use catalogue::field;
use catalogue::record::InterventionId;
use catalogue::vocabulary::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;
use swedish::compound;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet as _, TERMINATED};

/// The filters whose values are suggested, each with the name of its group.
const FILTERS: &[(&str, &str)] = &[
    ("target_groups", "target_group"),
    ("municipalities", "municipality"),
    ("methods", "method"),
    ("funders", "funder"),
];
/// Fewest letters of a word in which an error is forgiven.
const MIN_FORGIVEN: usize = 4;

/// Something that what is typed may become.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What it is called.
    pub label: String,
    /// The other name that matched, where the label did not.
    pub matched: Option<String>,
    /// The complete search that it stands for.
    pub query: SearchQuery,
    /// How many hits that search has.
    pub count: u64,
    /// The intervention, where it is one.
    pub id: Option<InterventionId>,
}

/// The suggestions of one kind, under the name of the kind.
pub type Group = (&'static str, Vec<Suggestion>);

/// How well a name matches what is typed; the first is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The name begins with it.
    Beginning,
    /// A word begins with it.
    Word,
    /// A part of a compound begins with it.
    Part,
    /// A word begins with it but for one error.
    Error,
}

/// A name that is suggested.
#[derive(Debug)]
struct Name {
    /// In comparable form.
    key: String,
    /// The parts of its compounds after the first, in comparable form.
    parts: Vec<String>,
    /// As it is shown; empty for an intervention, whose record says it.
    shown: String,
    of: Of,
}

/// Whose name it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Record(usize, u32),
    Code(usize, String),
}

/// Every name that is suggested; read when first asked for.
#[derive(Debug, Default)]
pub(crate) struct Names(Vec<Name>);

impl Name {
    fn new(text: &str, shown: String, of: Of) -> Self {
        let lower = text.to_lowercase();
        let inner = |word: &str| {
            let mut parts = compound::parts(word);
            if parts.len() < 2 { Vec::new() } else { parts.split_off(1) }
        };
        let parts = swedish::words(&lower).flat_map(|w| inner(w.text)).map(|part| fold(&part)).collect();
        Self { key: name_key(text), parts, shown, of }
    }

    fn fit(&self, typed: &str) -> Option<Fit> {
        if self.key.starts_with(typed) {
            return Some(Fit::Beginning);
        }
        let of_word = |word: &str| {
            if self.key.split(' ').any(|w| w.starts_with(word)) {
                Some(Fit::Word)
            } else if self.parts.iter().any(|part| part.starts_with(word)) {
                Some(Fit::Part)
            } else {
                self.key.split(' ').any(|w| begins_almost(w, word)).then_some(Fit::Error)
            }
        };
        typed.split(' ').map(of_word).try_fold(Fit::Word, |worst, fit| Some(worst.max(fit?)))
    }
}

/// Whether a word begins with a text but for one error.
fn begins_almost(word: &str, typed: &str) -> bool {
    let letters = typed.chars().count();
    if letters < MIN_FORGIVEN {
        return false;
    }
    let beginning = |length: usize| word.chars().take(length).collect::<String>();
    [letters - 1, letters, letters + 1].into_iter().any(|n| strsim::osa_distance(&beginning(n), typed) <= 1)
}

impl Snapshot {
    fn names(&self) -> Result<&Names, SearchError> {
        once(&self.names, || self.read_names())
    }

    fn read_names(&self) -> Result<Names, SearchError> {
        let mut names = Vec::new();
        let field = schema::get(self.searcher.schema(), schema::FULL_NAME)?;
        for (number, reader) in self.searcher.segment_readers().iter().enumerate() {
            let inverted = reader.inverted_index(field)?;
            let mut terms = inverted.terms().stream()?;
            while let Some((term, info)) = terms.next() {
                let Ok(text) = std::str::from_utf8(term) else { continue };
                let mut postings = inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
                while postings.doc() != TERMINATED {
                    if self.segments[number].alive.contains(postings.doc()) {
                        names.push(Name::new(text, String::new(), Of::Record(number, postings.doc())));
                    }
                    postings.advance();
                }
            }
        }
        for (number, (_, parameter)) in FILTERS.iter().enumerate() {
            let Some(vocabulary) = field::filter(parameter).and_then(field::Filter::vocabulary) else { continue };
            for term in self.vocabularies.get(vocabulary).terms() {
                for text in std::iter::once(&term.label).chain(&term.label_easy).chain(&term.other_words) {
                    names.push(Name::new(text, text.clone(), Of::Code(number, term.code.clone())));
                }
            }
        }
        Ok(Names(names))
    }

    /// What `typed` may become under the filters of a search (its own words are not looked at): at
    /// most `limit` of each kind, the best first; kinds without any are left out.
    pub fn suggest(
        &self,
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
        let mut best: BTreeMap<&Of, (Fit, &Name)> = BTreeMap::new();
        for name in &self.names()?.0 {
            let Some(fit) = name.fit(&typed) else { continue };
            best.entry(&name.of)
                .and_modify(|known| {
                    if fit < known.0 {
                        *known = (fit, name);
                    }
                })
                .or_insert((fit, name));
        }
        let mut out: Vec<Group> = vec![("interventions", self.records_of(&best, &query, limit, today)?)];
        for (number, (group, _)) in FILTERS.iter().enumerate() {
            out.push((group, self.values_of(number, &best, &query, limit, today)?));
        }
        out.retain(|(_, suggestions)| !suggestions.is_empty());
        Ok(out)
    }

    /// Interventions that the filters let through, those that are over among them.
    fn records_of(
        &self,
        best: &BTreeMap<&Of, (Fit, &Name)>,
        query: &SearchQuery,
        limit: usize,
        today: Date,
    ) -> Result<Vec<Suggestion>, SearchError> {
        let with_ended = SearchQuery { ended: Ended::Include, ..query.clone() };
        let passing: Vec<DocSet> = self.passing(&with_ended, today);
        let mut found: Vec<(Fit, &str, usize, u32)> = Vec::new();
        for (of, (fit, name)) in best {
            if let Of::Record(segment, doc) = of
                && passing[*segment].contains(*doc)
            {
                found.push((*fit, &name.key, *segment, *doc));
            }
        }
        found.sort_unstable();
        let mut out = Vec::new();
        for (_, key, segment, doc) in found.into_iter().take(limit) {
            let record = hit::read(&self.searcher, DocAddress::new(segment as u32, doc))?.record;
            let other = record.alternate_names.iter().find(|n| name_key(n) == key && name_key(&record.name) != key);
            let matched = other.cloned();
            let query = SearchQuery { text: record.name.clone(), ..query.clone() };
            out.push(Suggestion { label: record.name, matched, query, count: 0, id: Some(record.id) });
        }
        self.counted(out, today)
    }

    fn values_of(
        &self,
        number: usize,
        best: &BTreeMap<&Of, (Fit, &Name)>,
        query: &SearchQuery,
        limit: usize,
        today: Date,
    ) -> Result<Vec<Suggestion>, SearchError> {
        let Some(filter) = field::filter(FILTERS[number].1) else { return Ok(Vec::new()) };
        let Some(vocabulary) = filter.vocabulary() else { return Ok(Vec::new()) };
        let mut found: Vec<(Fit, Suggestion)> = Vec::new();
        for (of, (fit, name)) in best {
            let code = match of {
                Of::Code(of_filter, code) if *of_filter == number => code,
                _ => continue,
            };
            let label = self.vocabularies.get(vocabulary).label(code, "sv").to_owned();
            let mut query = query.clone();
            // One place, one group: what is chosen of the same kind gives way.
            query.filters.retain(|chosen, _| field::filter(chosen).is_none_or(|f| f.group != filter.group));
            query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
            let matched = (name.shown != label).then(|| name.shown.clone());
            found.push((*fit, Suggestion { label, matched, query, count: 0, id: None }));
        }
        let fits: Vec<Fit> = found.iter().map(|(fit, _)| *fit).collect();
        let counted = self.counted(found.into_iter().map(|(_, suggestion)| suggestion).collect(), today)?;
        let mut found: Vec<(Fit, Suggestion)> = fits.into_iter().zip(counted).filter(|(_, s)| s.count > 0).collect();
        found.sort_by(|a, b| {
            (a.0, std::cmp::Reverse(a.1.count), &a.1.label).cmp(&(b.0, std::cmp::Reverse(b.1.count), &b.1.label))
        });
        Ok(found.into_iter().map(|(_, suggestion)| suggestion).take(limit).collect())
    }

    fn counted(&self, mut suggestions: Vec<Suggestion>, today: Date) -> Result<Vec<Suggestion>, SearchError> {
        let queries: Vec<SearchQuery> = suggestions.iter().map(|s| s.query.clone()).collect();
        for (suggestion, count) in suggestions.iter_mut().zip(self.totals(&queries, today)?) {
            suggestion.count = count;
        }
        Ok(suggestions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(name: &str, typed: &str) -> Option<Fit> {
        Name::new(name, name.to_owned(), Of::Record(0, 0)).fit(&name_key(typed))
    }

    #[test]
    fn names_are_found_by_beginning_word_part_and_with_one_error() {
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "ungd"), Some(Fit::Beginning));
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "almh"), Some(Fit::Word));
        assert_eq!(fit("Ungdomskoordinator i Älmhult", "koordi"), Some(Fit::Part));
        assert_eq!(fit("Arbetsträning", "träning"), Some(Fit::Part));
        assert_eq!(fit("Arbetsträning", "abetstr"), Some(Fit::Error));
        assert_eq!(fit("Båstad move", "move bås"), Some(Fit::Word));
        assert_eq!(fit("Växjö", "vxa"), None, "no error is forgiven in three letters");
        assert_eq!(fit("Växjö", "lund"), None);
    }
}
