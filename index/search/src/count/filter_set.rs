//! The documents of a segment that pass the filters of a search.

use crate::disk::doc_set::DocSet;
use crate::disk::segment::{SegmentView, Variants};
use crate::query::{Chosen, Ended, SearchQuery, ZONE};
use catalogue::field::parameter::{AGE, STATUS, TARGET_GROUP};
use catalogue::field::{self, Filter, Match};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The documents that pass each part of a search. The sets are intersected on demand, so that a facet can leave out
/// its own filter group.
#[derive(Debug)]
pub(crate) struct FilterSet {
    /// The documents that pass each filter group with a choice, by group; a group without an entry passes all
    /// documents. The groups of age, status and target group have the names of their parameters.
    groups: BTreeMap<&'static str, DocSet>,
    /// The documents that pass the words, `updated_since` and `ended=only`.
    base: DocSet,
    /// The ended documents that `ended=exclude` hides unless a status is chosen.
    ended: DocSet,
    /// The hits, computed when first needed.
    hits: OnceCell<DocSet>,
}

/// The documents with any of the chosen values of a filter.
pub(crate) fn docs_with_choice(view: SegmentView<'_>, filter: &Filter, chosen: &Chosen, variants: &Variants) -> DocSet {
    let mut docs = DocSet::new();
    for code in &chosen.codes {
        docs |= &view.with_code(filter, code, variants);
    }
    if chosen.not_stated {
        docs |= &(view.alive - &view.stated(filter));
    }
    docs
}

/// The documents that pass the age filter of a search. `age=not_stated` without ages selects only documents without
/// a stated age.
fn docs_with_age(view: SegmentView<'_>, query: &SearchQuery) -> DocSet {
    let mut docs = view.with_age(&query.ages);
    if query.age_not_stated || !query.age_strict {
        docs |= &view.without_age();
    }
    docs
}

impl FilterSet {
    /// Applies the filters of a search to a segment. `words` contains the documents that match the words and the
    /// documents whose complete name is the text; `None` for a search without words.
    pub(crate) fn new(view: SegmentView<'_>, query: &SearchQuery, words: Option<(&DocSet, &DocSet)>) -> Self {
        let mut groups: BTreeMap<&'static str, DocSet> = BTreeMap::new();
        for (parameter, chosen) in &query.filters {
            let Some(filter) = field::filter(parameter) else { continue };
            *groups.entry(filter.group).or_default() |= &docs_with_choice(view, filter, chosen, &query.variants);
        }
        if query.asks_age() {
            groups.insert(AGE, docs_with_age(view, query));
        }
        let mut base = words.map_or_else(|| view.alive.clone(), |(docs, _)| docs & view.alive);
        if let Some(since) = query.updated_since {
            let start = since.in_tz(ZONE).map_or(i64::MIN, |z| z.timestamp().as_second());
            base = base.iter().filter(|doc| view.columns.updated[*doc as usize] >= start).collect();
        }
        let ended = view.ended();
        let mut hidden = DocSet::new();
        match query.ended {
            Ended::Include => {}
            Ended::Only => base &= &ended,
            Ended::Exclude => {
                hidden = ended;
                // A search for its complete name finds an ended intervention.
                if let Some((_, full_name)) = words {
                    hidden -= full_name;
                }
            }
        }
        Self { groups, base, ended: hidden, hits: OnceCell::new() }
    }

    /// The documents that pass `base` and all filter groups except `without`, including hidden ones.
    fn passing(&self, without: &[&str]) -> DocSet {
        let others = self.groups.iter().filter(|(group, _)| !without.contains(group));
        others.fold(self.base.clone(), |docs, (_, chosen)| docs & chosen)
    }

    fn hides_ended(&self) -> bool {
        !self.groups.contains_key(STATUS)
    }

    /// The hits.
    pub(crate) fn hits(&self) -> &DocSet {
        self.hits.get_or_init(|| {
            let docs = self.passing(&[]);
            if self.hides_ended() { docs - &self.ended } else { docs }
        })
    }

    /// The hits.
    pub(crate) fn into_hits(self) -> DocSet {
        self.hits();
        self.hits.into_inner().unwrap_or_default()
    }

    /// The ended documents that are no hits only because they are hidden.
    pub(crate) fn hidden(&self) -> DocSet {
        if self.hides_ended() { self.passing(&[]) & &self.ended } else { DocSet::new() }
    }

    /// The documents that the facets of `groups` count: those that pass all other groups. Ended documents are included
    /// for the status facet, since choosing a status shows them.
    pub(crate) fn base_of(&self, groups: &[&str]) -> DocSet {
        let docs = self.passing(groups);
        if !groups.contains(&STATUS) && self.hides_ended() { docs - &self.ended } else { docs }
    }

    /// Whether the facets of a group count the hits: nothing in the group is chosen, and it is not the status.
    pub(crate) fn counts_hits(&self, group: &str) -> bool {
        group != STATUS && !self.groups.contains_key(group)
    }

    /// The documents that pass everything except the age filter.
    pub(crate) fn base_of_age(&self) -> DocSet {
        self.base_of(&[AGE])
    }

    /// The documents that the broader variant of the chosen target groups would add; `None` when no target group
    /// is chosen or the variant is already switched on.
    pub(crate) fn broader(&self, view: SegmentView<'_>, query: &SearchQuery) -> Option<DocSet> {
        let chosen = query.filters.get(TARGET_GROUP).filter(|c| !c.codes.is_empty())?;
        let filter = field::filter(TARGET_GROUP)?;
        let Match::Codes { variant: Some(variant), .. } = &filter.matching else { return None };
        if query.variants.contains(variant.parameter) {
            return None;
        }
        let mut variants = query.variants.clone();
        variants.insert(variant.parameter);
        let broader = docs_with_choice(view, filter, chosen, &variants);
        Some((self.base_of(&[TARGET_GROUP]) & &broader) - self.hits())
    }
}
