//! Which documents of a segment the chosen filters let through.

use crate::disk::columns::{CodeColumn, DocSet, SegmentColumns, day};
use crate::disk::schema;
use crate::query::{Chosen, Ended, SearchQuery};
use catalogue::field::{self, Filter, Match};
use catalogue::record::{AgeRange, Status};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One segment as it is searched: its columns and the documents that are not deleted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SegmentView<'a> {
    pub(crate) columns: &'a SegmentColumns,
    pub(crate) alive: &'a DocSet,
    pub(crate) today: Date,
}

/// What each part of a search lets through, kept apart so that a facet can leave out its own part.
#[derive(Debug)]
pub(crate) struct FilterSet {
    /// One set for each group of filters with a choice; a group that is missing lets everything through.
    groups: BTreeMap<&'static str, DocSet>,
    /// The words, `updated_since` and `ended=only`.
    always: DocSet,
    /// What is over and left out unless a status is chosen.
    hidden: DocSet,
}

/// The group of the filter on target groups and of its wider variant.
const TARGET_GROUP: &str = "target_group";
const STATUS: &str = "status";
const AGE: &str = "age";

impl<'a> SegmentView<'a> {
    fn with_status(&self, status: Status) -> DocSet {
        self.columns.with_status(status, self.today).as_ref() & self.alive
    }

    /// The documents that state no age.
    pub(crate) fn without_age(&self) -> DocSet {
        &self.columns.without_age & self.alive
    }

    fn with_age(&self, ages: &[AgeRange]) -> DocSet {
        let mask = ages.iter().fold(0, |all, range| all | range.mask());
        self.alive.iter().filter(|doc| self.columns.ages[*doc as usize] & mask != 0).collect()
    }

    /// The codes of a filter, in the variant that the search asks for.
    pub(crate) fn codes(&self, filter: &Filter, query: &SearchQuery) -> Option<&'a CodeColumn> {
        let Match::Codes { variant, .. } = &filter.matching else { return None };
        let varied = variant.as_ref().is_some_and(|v| query.variants.contains(v.parameter));
        self.columns.codes(&schema::code_field(filter, varied))
    }

    /// The documents that state what a filter asks about, whatever the variant.
    pub(crate) fn stated(&self, filter: &Filter) -> DocSet {
        match &filter.matching {
            Match::Age => self.alive - self.without_age(),
            Match::Status => self.alive - self.with_status(Status::Unknown),
            Match::Codes { .. } => {
                let column = self.columns.codes(&schema::code_field(filter, false));
                column.map_or_else(DocSet::new, |c| &c.stated & self.alive)
            }
        }
    }

    /// Whether a document carries a code, whatever the search asks.
    pub(crate) fn carries(&self, parameter: &str, code: &str, doc: u32) -> bool {
        let column = field::filter(parameter).and_then(|f| self.columns.codes(&schema::code_field(f, false)));
        column.and_then(|c| c.by_code.get(code)).is_some_and(|docs| docs.contains(doc))
    }

    /// The documents with a code of a filter.
    pub(crate) fn with_code(&self, filter: &Filter, code: &str, query: &SearchQuery) -> DocSet {
        match &filter.matching {
            Match::Age => DocSet::new(),
            Match::Status => {
                let status = Status::ALL.into_iter().find(|s| s.code() == code);
                status.map_or_else(DocSet::new, |s| self.with_status(s))
            }
            Match::Codes { .. } => self
                .codes(filter, query)
                .and_then(|column| column.by_code.get(code))
                .map_or_else(DocSet::new, |docs| docs & self.alive),
        }
    }

    /// The documents with any of what is chosen of a filter.
    pub(crate) fn chosen(&self, filter: &Filter, chosen: &Chosen, query: &SearchQuery) -> DocSet {
        let mut docs = DocSet::new();
        for code in &chosen.codes {
            docs |= self.with_code(filter, code, query);
        }
        if chosen.not_stated {
            docs |= self.alive - self.stated(filter);
        }
        docs
    }

    fn age(&self, query: &SearchQuery) -> DocSet {
        let mut docs = self.with_age(&query.ages);
        if query.age_not_stated || !query.age_strict {
            docs |= self.without_age();
        }
        // "not stated" alone asks for just those.
        docs
    }
}

impl FilterSet {
    /// What the search lets through in a segment. `words` are the documents that match the words,
    /// `full_name` those whose name they are.
    pub(crate) fn new(view: SegmentView<'_>, query: &SearchQuery, words: Option<(&DocSet, &DocSet)>) -> Self {
        let mut groups: BTreeMap<&'static str, DocSet> = BTreeMap::new();
        for (parameter, chosen) in &query.filters {
            let Some(filter) = field::filter(parameter) else { continue };
            let docs = view.chosen(filter, chosen, query);
            *groups.entry(filter.group).or_default() |= docs;
        }
        if query.asks_age() {
            groups.insert(AGE, view.age(query));
        }
        let mut always = words.map_or_else(|| view.alive.clone(), |(docs, _)| docs & view.alive);
        if let Some(since) = query.updated_since {
            let start = since.in_tz(crate::query::ZONE).map_or(i64::MIN, |z| z.timestamp().as_second());
            always = always.iter().filter(|doc| view.columns.updated[*doc as usize] >= start).collect();
        }
        let over = view.with_status(Status::Ended);
        let mut hidden = DocSet::new();
        match query.ended {
            Ended::Include => {}
            Ended::Only => always &= over,
            Ended::Exclude => {
                hidden = over;
                if let Some((_, full_name)) = words {
                    hidden -= full_name;
                }
            }
        }
        Self { groups, always, hidden }
    }

    /// Documents that pass, leaving out some groups and the rule that hides what is over.
    fn passing(&self, without: &[&str]) -> DocSet {
        let others = self.groups.iter().filter(|(group, _)| !without.contains(group));
        others.fold(self.always.clone(), |docs, (_, chosen)| docs & chosen)
    }

    fn hides(&self) -> bool {
        !self.groups.contains_key(STATUS)
    }

    /// The hits.
    pub(crate) fn hits(&self) -> DocSet {
        let docs = self.passing(&[]);
        if self.hides() { docs - &self.hidden } else { docs }
    }

    /// What would be hits were they not over.
    pub(crate) fn hidden(&self) -> DocSet {
        if self.hides() { self.passing(&[]) & &self.hidden } else { DocSet::new() }
    }

    /// The documents among which facets count: all but the choices of their own groups. The facet of
    /// the status shows what choosing one gives, so nothing is hidden from it.
    pub(crate) fn base_of(&self, groups: &[&str]) -> DocSet {
        let docs = self.passing(groups);
        if !groups.contains(&STATUS) && self.hides() { docs - &self.hidden } else { docs }
    }

    /// Hits under everything but the age.
    pub(crate) fn base_of_age(&self) -> DocSet {
        self.base_of(&[AGE])
    }

    /// What the wider reading of the target groups would add; nothing unless one is chosen.
    pub(crate) fn broader(&self, view: SegmentView<'_>, query: &SearchQuery) -> Option<DocSet> {
        let chosen = query.filters.get(TARGET_GROUP).filter(|c| !c.codes.is_empty())?;
        let filter = field::filter(TARGET_GROUP)?;
        let Match::Codes { variant: Some(variant), .. } = &filter.matching else { return None };
        if query.variants.contains(variant.parameter) {
            return None;
        }
        let mut wider = query.clone();
        wider.variants.insert(variant.parameter);
        Some((self.base_of(&[TARGET_GROUP]) & view.chosen(filter, chosen, &wider)) - self.hits())
    }
}

/// Whether a document's facts are long unchecked on a day.
pub(crate) fn is_long_unreviewed(known_on: Option<i32>, today: Date) -> bool {
    const YEARS: i32 = 3;
    let limit = day(today.saturating_sub(jiff::Span::new().years(YEARS)));
    known_on.is_none_or(|known| known < limit)
}
