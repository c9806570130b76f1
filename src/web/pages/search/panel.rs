//! The filter panel: every filter in the order that the ones who search ask in.

use crate::web::pages::search::UnderstoodSearch;
use crate::web::pages::search::active_filters::{age_words, filters_in_order};
use crate::web::pages::search::panel_list::{Choosable, Field, List, Picker};
use crate::web::pages::search::parameter_errors::ParameterError;
use catalogue::field::{Filter, Match, NOT_STATED};
use index::SearchResults;
use index::query::Ended;

/// The panel.
pub(super) struct Panel {
    /// How many values are chosen, in words; `None` for none.
    pub(super) chosen: Option<String>,
    pub(super) groups: Vec<Group>,
    pub(super) apply: Apply,
}

/// The words of the button that sends the form, for the script that puts a number in it.
pub(super) struct Apply {
    pub(super) url: &'static str,
    pub(super) one: String,
    pub(super) many: String,
    pub(super) show: String,
}

/// One foldable part of the panel.
pub(super) struct Group {
    pub(super) heading: String,
    pub(super) chosen: Option<String>,
    pub(super) open: bool,
    pub(super) counties: Option<Picker>,
    pub(super) age: Option<AgeFields>,
    pub(super) lists: Vec<List>,
    /// Switches that go with the group.
    pub(super) switches: Vec<Choosable>,
}

/// The field for an age.
pub(super) struct AgeFields {
    pub(super) field: Field,
    /// More ages than the field holds.
    pub(super) more: Vec<Choosable>,
    pub(super) strict: bool,
    pub(super) note: Option<String>,
}

/// How many groups are open from the start.
const OPEN: usize = 4;

impl Panel {
    pub(super) fn new(
        asked: &UnderstoodSearch<'_>,
        results: &SearchResults,
        faults: &[ParameterError],
        chosen: usize,
    ) -> Self {
        let t = asked.t;
        let mut groups: Vec<Group> = Vec::new();
        for filter in filters_in_order() {
            match filter.parameter {
                // Both stand in the group before them.
                "county" | "funder" => {}
                "age" => groups.push(age_group(asked, results, faults)),
                _ => groups.push(Group::new(asked, results, filter, faults)),
            }
        }
        for (number, group) in groups.iter_mut().enumerate() {
            group.open = number < OPEN || group.chosen.is_some();
        }
        groups.retain(|group| !group.is_empty());
        Self {
            chosen: (chosen > 0).then(|| t.count("chosen", chosen)),
            groups,
            apply: Apply {
                url: "/api/v1/facets",
                one: t.count("hits", 1_u64),
                many: t.with("hits-number", "number", "#"),
                show: t.with("apply-count", "hits", "#"),
            },
        }
    }
}

impl Group {
    fn new(
        asked: &UnderstoodSearch<'_>,
        results: &SearchResults,
        filter: &'static Filter,
        faults: &[ParameterError],
    ) -> Self {
        let mut filters = vec![filter];
        if filter.parameter == "funder_type" {
            filters.extend(catalogue::field::filter("funder"));
        }
        let lists: Vec<List> = filters.iter().filter_map(|f| List::new(asked, results, f, faults)).collect();
        let is_place = filter.parameter == "municipality";
        let counties = if is_place { Picker::counties(asked, results) } else { None };
        let switches = if matches!(filter.matching, Match::Status) { ended_switch(asked) } else { Vec::new() };
        let mut chosen: usize = filters.iter().map(|f| how_many(asked, f.parameter)).sum();
        if is_place {
            chosen += how_many(asked, "county");
        }
        chosen += switches.iter().filter(|s| s.checked).count();
        Self {
            heading: asked.t.text(&format!("filter-{}", filter.parameter)),
            chosen: (chosen > 0).then(|| asked.t.count("chosen", chosen)),
            open: false,
            counties,
            age: None,
            lists,
            switches,
        }
    }

    /// Whether there is nothing to choose.
    fn is_empty(&self) -> bool {
        self.lists.is_empty() && self.switches.is_empty() && self.counties.is_none() && self.age.is_none()
    }
}

fn how_many(asked: &UnderstoodSearch<'_>, parameter: &str) -> usize {
    asked.query.filters.get(parameter).map_or(0, |chosen| chosen.codes.len() + usize::from(chosen.not_stated))
}

fn ended_switch(asked: &UnderstoodSearch<'_>) -> Vec<Choosable> {
    let (value, key, checked) = match asked.query.ended {
        Ended::Only => ("only", "choice-ended-only", true),
        Ended::Include => ("include", "switch-ended", true),
        Ended::Exclude => ("include", "switch-ended", false),
    };
    vec![Choosable { name: "ended", value: value.into(), label: asked.t.text(key), checked, count: None, sub: false }]
}

fn age_group(asked: &UnderstoodSearch<'_>, results: &SearchResults, faults: &[ParameterError]) -> Group {
    let (t, query) = (asked.t, asked.query);
    let (field, beyond) = query.ages.split_at(query.ages.len().min(1));
    let mut more: Vec<Choosable> = Vec::new();
    let option =
        |value: String, label: String| Choosable { name: "age", value, label, checked: true, count: None, sub: false };
    more.extend(beyond.iter().map(|age| option(age.to_string(), age_words(asked, *age))));
    if query.age_not_stated {
        more.push(option(NOT_STATED.into(), t.text("age-not-stated")));
    }
    let note = query.asks_age() && !query.age_strict && results.age_not_stated > 0;
    let chosen =
        query.ages.len() + usize::from(query.age_not_stated) + usize::from(query.age_strict && query.asks_age());
    Group {
        heading: t.text("filter-age"),
        chosen: (chosen > 0).then(|| t.count("chosen", chosen)),
        open: false,
        counties: None,
        age: Some(AgeFields {
            field: Field::new(asked, "age", faults, field.first().map(ToString::to_string)),
            more,
            strict: query.age_strict,
            note: note.then(|| t.count("age-note", results.age_not_stated)),
        }),
        lists: Vec::new(),
        switches: Vec::new(),
    }
}
