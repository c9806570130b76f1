//! The form above the table, and the active filters that it has no control for.

use crate::web::pages::components::links::HiddenField;
use crate::web::pages::components::page_parameter::COLUMNS;
use crate::web::pages::overview::context::{OverviewContext, columns_name};
use crate::web::present::active_filters::{ActiveFilter, active_filters, age_label, filter_name, labelled};
use catalogue::field::parameter::{AGE, COUNTY, FUNDER_TYPE, MUNICIPALITY, REACH};
use catalogue::field::{self, Filter};
use catalogue::record::AgeRange;
use catalogue::vocabulary::Term;
use index::SearchQuery;
use index::query::parameter_name::Q;

/// The age options; the URL may contain another one, which is added.
const AGES: [&str; 5] = ["16-19", "16-24", "16-29", "30-64", "65-"];

/// The form and the active filters beside it.
pub(super) struct Choices {
    pub(super) menus: Vec<AxisMenu>,
    /// Whether only records that list the place itself are counted (`reach=direct`).
    pub(super) local: bool,
    /// Parameters without a control in the form.
    pub(super) hidden: Vec<HiddenField>,
    /// Filters without a control in the form, each with the URL of the overview without it.
    pub(super) others: Vec<ActiveFilter>,
}

/// A `<select>`.
pub(super) struct AxisMenu {
    pub(super) name: &'static str,
    pub(super) label: String,
    /// Text of the option that chooses no value; `None` when there is always a value.
    pub(super) nothing: Option<String>,
    pub(super) items: Vec<AxisOption>,
}

/// An `<option>`.
pub(super) struct AxisOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) selected: bool,
}

/// Filters that the form has a control for.
const WITH_CONTROL: [&str; 4] = [COUNTY, AGE, FUNDER_TYPE, REACH];

impl Choices {
    pub(super) fn new(context: &OverviewContext<'_>) -> Self {
        let (t, query) = (context.t, context.query);
        let mut menus = Vec::new();
        menus.extend(code_menu(context, COUNTY, "overview-everywhere"));
        menus.push(age_menu(context));
        menus.extend(code_menu(context, FUNDER_TYPE, "overview-any"));
        menus.push(columns_menu(context));
        // A menu shows one value; further values are hidden fields. Municipalities are dropped when the form is sent,
        // because they may not belong to the new county.
        let is_shown = |name: &str, value: &str| {
            menus.iter().any(|menu| menu.name == name && menu.items.iter().any(|i| i.selected && i.value == value))
        };
        let is_hidden =
            |(name, value): &(&str, String)| ![MUNICIPALITY, REACH].contains(name) && !is_shown(name, value);
        let hidden = query.to_pairs().into_iter().filter(is_hidden).map(HiddenField::from).collect();
        let mut others = active_filters(&context.understood());
        others.retain(|filter| !WITH_CONTROL.contains(&filter.parameter));
        if !query.text.is_empty() {
            let label = labelled(t, &t.text("parameter-q"), &query.text);
            let without = SearchQuery { text: String::new(), ..query.clone() };
            others.insert(0, ActiveFilter { label, url: t.search(&without), parameter: Q });
        }
        Self { local: query.variants.contains(REACH), menus, hidden, others }
    }
}

/// The menu of a filter. `unset_key` is the locale key of the option that chooses no value. `None` when the registry
/// has no filter with this parameter and a vocabulary.
fn code_menu(context: &OverviewContext<'_>, parameter: &str, unset_key: &str) -> Option<AxisMenu> {
    let filter = field::filter(parameter)?;
    let chosen = context.query.filters.get(parameter).and_then(|chosen| chosen.codes.first());
    let terms = context.vocabularies.get(filter.vocabulary()?).terms().iter();
    let item = |term: &Term| AxisOption {
        value: term.code.clone(),
        label: context.t.label(term),
        selected: chosen == Some(&term.code),
    };
    Some(AxisMenu {
        name: filter.parameter,
        label: filter_name(context.t, filter),
        nothing: Some(context.t.text(unset_key)),
        items: terms.map(item).collect(),
    })
}

fn age_menu(context: &OverviewContext<'_>) -> AxisMenu {
    let t = context.t;
    let chosen = context.query.ages.first().map(ToString::to_string);
    let offered = AGES.into_iter().map(str::to_owned);
    let other = chosen.iter().filter(|age| !AGES.contains(&age.as_str())).cloned();
    let item = |value: String| AxisOption {
        label: value.parse::<AgeRange>().map_or_else(|_| value.clone(), |age| age_label(t, age)),
        selected: chosen.as_ref() == Some(&value),
        value,
    };
    AxisMenu {
        name: AGE,
        label: t.text("filter-age"),
        nothing: Some(t.text("overview-all-ages")),
        items: offered.chain(other).map(item).collect(),
    }
}

/// The menu of the filters that can be columns.
fn columns_menu(context: &OverviewContext<'_>) -> AxisMenu {
    let item = |filter: &Filter| AxisOption {
        value: filter.parameter.to_owned(),
        label: columns_name(context.t, filter),
        selected: filter.parameter == context.axes.columns.parameter,
    };
    AxisMenu {
        name: COLUMNS,
        label: context.t.text("parameter-columns"),
        nothing: None,
        items: field::overview_columns().into_iter().map(|(filter, _)| item(filter)).collect(),
    }
}
