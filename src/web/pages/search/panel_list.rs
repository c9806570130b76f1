//! The values of one filter, with their counts.

use crate::i18n::alphabetical;
use crate::web::pages::search::parameter_errors::ParameterError;
use crate::web::pages::search::{Note, UnderstoodSearch};
use crate::web::pages::template_parts::TextLink;
use catalogue::field::{Filter, Match, NOT_STATED};
use catalogue::vocabulary::VocabularyName as V;
use index::{Facet, FacetValue, SearchQuery, SearchResults};

/// So many places are shown at once, of all that have hits.
const PLACES: usize = 10;
/// So many values of another long list: a page must stay small.
const SHOWN: usize = 8;
/// More further values than this are chosen one at a time, for the same reason: from a menu, and
/// places by their name, since there are hundreds.
const MENU: usize = 8;

/// A box to tick.
pub(super) struct Choosable {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) checked: bool,
    /// Hits that choosing it gives.
    pub(super) count: Option<Count>,
    /// Whether it is a narrower value below a chosen broader one.
    pub(super) sub: bool,
}

impl Choosable {
    /// Whether choosing it finds nothing; shown only while it is chosen.
    pub(super) fn is_idle(&self) -> bool {
        self.count.as_ref().is_some_and(|count| count.is_zero)
    }
}

/// A number and how it is read out.
pub(super) struct Count {
    pub(super) shown: String,
    pub(super) read: String,
    is_zero: bool,
}

/// A native menu.
pub(super) struct Picker {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) nothing: String,
    pub(super) items: Vec<FilterOption>,
}

/// One line to write a value in.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) fault: Option<String>,
}

impl Field {
    /// Holds what could not be understood, or else what `given` says.
    pub(super) fn new(
        asked: &UnderstoodSearch<'_>,
        name: &'static str,
        faults: &[ParameterError],
        given: Option<String>,
    ) -> Self {
        let fault = faults.iter().find(|fault| fault.parameter == name);
        Self {
            name,
            label: asked.t.text(&format!("write-{name}")),
            hint: asked.t.text(&format!("write-{name}-hint")),
            value: fault.map(|fault| fault.value.clone()).or(given).unwrap_or_default(),
            fault: fault.map(|fault| fault.text.clone()),
        }
    }
}

/// One entry of a menu.
pub(super) struct FilterOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) selected: bool,
}

impl FilterOption {
    fn new(asked: &UnderstoodSearch<'_>, vocabulary: V, value: &FacetValue) -> Self {
        let label = asked.words().label(vocabulary, &value.code);
        let label = asked.t.args("option-count", &[("label", label.into()), ("count", value.count.into())]);
        Self { value: value.code.clone(), label, selected: false }
    }
}

/// The values that are not shown at once.
pub(super) struct More {
    pub(super) heading: String,
    pub(super) options: Vec<Choosable>,
    pub(super) picker: Option<Picker>,
    pub(super) field: Option<Field>,
    /// Whether they are shown from the start, because something in them must be mended.
    pub(super) open: bool,
}

/// The values of one filter.
pub(super) struct List {
    pub(super) legend: String,
    /// Whether the legend is only read out, because the heading above says the same.
    pub(super) quiet: bool,
    pub(super) options: Vec<Choosable>,
    pub(super) more: Option<More>,
    pub(super) not_stated: Option<Note>,
}

impl List {
    /// `None` when the filter has no value to offer.
    pub(super) fn new(
        asked: &UnderstoodSearch<'_>,
        results: &SearchResults,
        filter: &'static Filter,
        faults: &[ParameterError],
    ) -> Option<Self> {
        let facet = results.facets.iter().find(|facet| facet.parameter == filter.parameter)?;
        let vocabulary = filter.vocabulary()?;
        let (shown, rest) = split(asked, facet, vocabulary);
        let mut options: Vec<Choosable> =
            shown.iter().map(|(value, sub)| option(asked, facet, vocabulary, value, *sub)).collect();
        let chosen = asked.query.filters.get(filter.parameter);
        if chosen.is_some_and(|chosen| chosen.not_stated) {
            options.push(Choosable {
                name: facet.parameter,
                value: NOT_STATED.into(),
                label: asked.t.text("value-not-stated-long"),
                checked: true,
                count: Some(Count::new(asked, facet.not_stated)),
                sub: false,
            });
        }
        let not_stated = not_stated(asked, filter, facet);
        if options.is_empty() && not_stated.is_none() {
            return None;
        }
        Some(Self {
            legend: asked.t.text(&format!("filter-{}", filter.parameter)),
            quiet: filter.parameter != "funder",
            options,
            more: (!rest.is_empty()).then(|| more(asked, facet, vocabulary, &rest, faults)),
            not_stated,
        })
    }
}

impl Count {
    fn new(asked: &UnderstoodSearch<'_>, count: u64) -> Self {
        Self { shown: asked.t.number(count), read: asked.t.count("hits-read", count), is_zero: count == 0 }
    }
}

/// The values to show at once, narrower ones below their chosen broader one, and the rest.
fn split<'f>(
    asked: &UnderstoodSearch<'_>,
    facet: &'f Facet,
    name: V,
) -> (Vec<(&'f FacetValue, bool)>, Vec<&'f FacetValue>) {
    let vocabulary = asked.snapshot.vocabularies.get(name);
    let in_reach = values_in_reach(asked, facet);
    let broader_chosen = |value: &FacetValue| {
        let above = vocabulary.with_broader(&value.code);
        facet.values.iter().find(|v| v.selected && above.iter().skip(1).any(|code| *code == v.code))
    };
    let mut values: Vec<&FacetValue> = in_reach.iter().copied().filter(|v| broader_chosen(v).is_none()).collect();
    let most = if name == V::Municipalities { PLACES } else { SHOWN };
    if in_reach.len() <= most {
        // A short list keeps its order whatever the counts are: that of the vocabulary, places by name.
        let place = |v: &&FacetValue| vocabulary.terms().iter().position(|t| t.code == v.code);
        values.sort_by_key(place);
        if name == V::Municipalities {
            values.sort_by_cached_key(|v| alphabetical(vocabulary.label(&v.code, asked.t.lang.code())));
        }
    } else {
        values.sort_by_key(|v| !v.selected);
    }
    let least = values.iter().filter(|v| v.selected).count().max(most);
    let rest = values.split_off(values.len().min(least));
    let mut shown = Vec::new();
    for value in values {
        shown.push((value, false));
        let below = |v: &&FacetValue| broader_chosen(v).is_some_and(|b| b.code == value.code);
        shown.extend(in_reach.iter().copied().filter(below).map(|v| (v, true)));
    }
    (shown, rest)
}

/// When a county is chosen, its municipalities are the ones to choose from.
fn values_in_reach<'f>(asked: &UnderstoodSearch<'_>, facet: &'f Facet) -> Vec<&'f FacetValue> {
    let counties = asked.query.filters.get("county").map(|c| c.codes.as_slice()).unwrap_or_default();
    let near = |v: &&FacetValue| {
        facet.parameter != "municipality"
            || counties.is_empty()
            || v.selected
            || counties.iter().any(|c| v.code.starts_with(c))
    };
    facet.values.iter().filter(near).collect()
}

fn option(asked: &UnderstoodSearch<'_>, facet: &Facet, vocabulary: V, value: &FacetValue, sub: bool) -> Choosable {
    Choosable {
        name: facet.parameter,
        value: value.code.clone(),
        label: asked.words().label(vocabulary, &value.code),
        checked: value.selected,
        count: Some(Count::new(asked, value.count)),
        sub,
    }
}

fn more(
    asked: &UnderstoodSearch<'_>,
    facet: &Facet,
    vocabulary: V,
    rest: &[&FacetValue],
    faults: &[ParameterError],
) -> More {
    let heading = asked.t.count(&format!("more-{}", facet.parameter), rest.len());
    let mut more = More { heading, options: Vec::new(), picker: None, field: None, open: false };
    if rest.len() <= MENU {
        more.options = rest.iter().map(|value| option(asked, facet, vocabulary, value, false)).collect();
    } else if vocabulary == V::Municipalities {
        let field = Field::new(asked, facet.parameter, faults, None);
        more.open = field.fault.is_some();
        more.field = Some(field);
    } else {
        more.picker = Some(Picker {
            name: facet.parameter,
            label: asked.t.text(&format!("pick-{}", facet.parameter)),
            nothing: asked.t.text("pick-nothing"),
            items: rest.iter().map(|value| FilterOption::new(asked, vocabulary, value)).collect(),
        });
    }
    more
}

/// How many lack the fact, and the way to them.
fn not_stated(asked: &UnderstoodSearch<'_>, filter: &Filter, facet: &Facet) -> Option<Note> {
    let chosen = asked.query.filters.get(filter.parameter).is_some_and(|chosen| chosen.not_stated);
    // "Period ej angiven" is a status of its own.
    if facet.not_stated == 0 || chosen || matches!(filter.matching, Match::Status) {
        return None;
    }
    let t = asked.t;
    let what = t.text(&format!("about-{}", filter.parameter));
    let mut query = SearchQuery { page: 1, ..asked.query.clone() };
    query.filters.entry(facet.parameter).or_default().not_stated = true;
    Some(Note {
        text: t.args("lacking", &[("count", facet.not_stated.into()), ("what", what.into())]),
        link: Some(TextLink::new(t.count("lacking-show", facet.not_stated), t.search(&query))),
    })
}

impl Picker {
    /// The counties, where there are any to choose; a second chosen one goes along unseen.
    pub(super) fn counties(asked: &UnderstoodSearch<'_>, results: &SearchResults) -> Option<Self> {
        let facet = results.facets.iter().find(|facet| facet.parameter == "county");
        let value = |code: &str| facet.and_then(|f| f.values.iter().find(|v| v.code == code));
        let chosen = asked.query.filters.get("county").and_then(|c| c.codes.first());
        let counties = asked.snapshot.vocabularies.get(V::Counties).terms().iter();
        let item = |value: &FacetValue| FilterOption {
            selected: chosen == Some(&value.code),
            ..FilterOption::new(asked, V::Counties, value)
        };
        let items: Vec<FilterOption> = counties.filter_map(|term| value(&term.code)).map(item).collect();
        (!items.is_empty()).then(|| Self {
            name: "county",
            label: asked.t.text("filter-county"),
            nothing: asked.t.text("pick-all-counties"),
            items,
        })
    }
}
