//! The form above the table, and what is chosen beside it.

use crate::web::pages::overview::context::{COLUMNS, OverviewContext, columns_name};
use crate::web::pages::search::active_filters::{self, ActiveFilter};
use crate::web::pages::template_parts::HiddenField;
use catalogue::record::AgeRange;
use catalogue::vocabulary::VocabularyName as V;

/// Ages that can be chosen; others come by the address.
const AGES: [&str; 5] = ["16-19", "16-24", "16-29", "30-64", "65-"];

/// The form.
pub(super) struct Choices {
    pub(super) menus: Vec<Menu>,
    pub(super) local: bool,
    /// What goes along unseen.
    pub(super) hidden: Vec<HiddenField>,
    /// What else is chosen, each with the overview without it.
    pub(super) others: Vec<ActiveFilter>,
}

/// One native menu.
pub(super) struct Menu {
    pub(super) name: &'static str,
    pub(super) label: String,
    /// What choosing nothing is called; without it something is always chosen.
    pub(super) nothing: Option<String>,
    pub(super) items: Vec<AxisOption>,
}

/// One entry of a menu.
pub(super) struct AxisOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) selected: bool,
}

impl Choices {
    pub(super) fn new(view: &OverviewContext<'_>) -> Self {
        let (t, query) = (view.t, view.query);
        let menus = vec![
            of_codes(view, "county", V::Counties, "overview-everywhere"),
            ages(view),
            of_codes(view, "funder_type", V::FunderTypes, "overview-any"),
            Menu {
                name: "columns",
                label: t.text("parameter-columns"),
                nothing: None,
                items: (COLUMNS.into_iter())
                    .map(|name| AxisOption {
                        value: name.to_owned(),
                        label: columns_name(t, name),
                        selected: name == view.axes.columns.parameter,
                    })
                    .collect(),
            },
        ];
        let in_form = ["county", "municipality", "age", "funder_type", "reach"];
        // A menu holds one value: further ones go along unseen. Another county has other municipalities.
        let shown = |name: &str, value: &str| {
            menus.iter().any(|menu| menu.name == name && menu.items.iter().any(|i| i.selected && i.value == value))
        };
        let is_hidden =
            |(name, value): &(&str, String)| !["municipality", "reach"].contains(name) && !shown(name, value);
        let hidden = query.to_pairs().into_iter().filter(is_hidden).map(HiddenField::from).collect();
        let mut others = active_filters::choices(&view.asked());
        others.retain(|choice| !in_form.contains(&choice.parameter) || choice.parameter == "municipality");
        if !query.text.is_empty() {
            let words = [("filter", t.text("parameter-q").into()), ("value", query.text.as_str().into())];
            let without = index::SearchQuery { text: String::new(), ..query.clone() };
            others.insert(0, ActiveFilter { label: t.args("choice", &words), url: t.search(&without), parameter: "q" });
        }
        Self { local: query.variants.contains("reach"), menus, hidden, others }
    }
}

fn of_codes(view: &OverviewContext<'_>, parameter: &'static str, vocabulary: V, nothing: &str) -> Menu {
    let chosen = view.query.filters.get(parameter).and_then(|chosen| chosen.codes.first());
    let terms = view.vocabularies.get(vocabulary).terms().iter();
    let item = |term: &catalogue::vocabulary::Term| AxisOption {
        value: term.code.clone(),
        label: view.t.label(term),
        selected: chosen == Some(&term.code),
    };
    Menu {
        name: parameter,
        label: view.t.text(&format!("filter-{parameter}")),
        nothing: Some(view.t.text(nothing)),
        items: terms.map(item).collect(),
    }
}

fn ages(view: &OverviewContext<'_>) -> Menu {
    let chosen = view.query.ages.first().map(ToString::to_string);
    let offered = AGES.into_iter().map(str::to_owned);
    let other = chosen.iter().filter(|age| !AGES.contains(&age.as_str())).cloned();
    let item = |value: String| AxisOption {
        label: value
            .parse::<AgeRange>()
            .map_or_else(|_| value.clone(), |age| active_filters::age_words(&view.asked(), age)),
        selected: chosen.as_ref() == Some(&value),
        value,
    };
    Menu {
        name: "age",
        label: view.t.text("filter-age"),
        nothing: Some(view.t.text("overview-all-ages")),
        items: offered.chain(other).map(item).collect(),
    }
}
