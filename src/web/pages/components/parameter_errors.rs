//! Messages for faulty parameters, with suggested corrections.

use crate::web::pages::components::links::TextLink;
use crate::web::present::letter_case::uncapitalized;
use crate::web::present::search_context::SearchContext;
use catalogue::field::{self, parameter};
use catalogue::record::{Age, WrittenAges};
use index::query::{FaultKind, ParameterFault};

/// One faulty parameter of the request.
pub(crate) struct ParameterError {
    pub(crate) parameter: String,
    pub(crate) value: String,
    pub(crate) text: String,
    /// Link to the form control of the parameter, when the control may be outside of the visible part of the page.
    pub(crate) field: Option<TextLink>,
    /// Suggested corrections, each a link to the search with the corrected value.
    pub(crate) corrections: Vec<TextLink>,
}

impl ParameterError {
    pub(crate) fn new(search: &SearchContext<'_>, fault: &ParameterFault) -> Self {
        let t = search.t;
        let is_filter = field::filter(&fault.parameter).is_some();
        let key =
            if is_filter { format!("filter-{}", fault.parameter) } else { format!("parameter-{}", fault.parameter) };
        let label = t.text(&key);
        let name = uncapitalized(&label);
        let args = |count: usize| {
            [
                ("name", name.as_str().into()),
                ("label", label.as_str().into()),
                ("value", fault.value.as_str().into()),
                ("count", count.into()),
            ]
        };
        let text = match &fault.kind {
            FaultKind::NotAnAge if WrittenAges::read(&fault.value).is_ok() => {
                t.args("fault-age-range", &args(Age::MAX.years().into()))
            }
            FaultKind::NotAnAge => t.args("fault-age", &args(0)),
            FaultKind::UnknownCode(_) => t.args("fault-code", &args(0)),
            FaultKind::NoLongerInUse(_) => t.args("fault-former-code", &args(0)),
            FaultKind::CodeAndNameDiffer(_) => t.args("fault-code-and-name", &args(0)),
            FaultKind::NotADate => t.args("fault-date", &args(0)),
            FaultKind::NotANumber(_, max) => t.args("fault-number", &args(*max)),
            FaultKind::TooLong(max) => t.args("fault-long", &args(*max)),
            FaultKind::TooMany(max) => t.args("fault-many", &args(*max)),
            FaultKind::Repeated => t.args("fault-repeated", &args(0)),
            FaultKind::NotOneOf(_) | FaultKind::UnknownParameter(_) | FaultKind::TooDeep(_) | FaultKind::NoWords => {
                t.args("fault-word", &args(0))
            }
        };
        let field = (fault.kind == FaultKind::NotAnAge)
            .then(|| TextLink::new(t.text("fault-age-change"), format!("#{}", parameter::AGE)));
        Self {
            parameter: fault.parameter.clone(),
            value: fault.value.clone(),
            text,
            field,
            corrections: corrections(search, fault),
        }
    }
}

fn corrections(search: &SearchContext<'_>, fault: &ParameterFault) -> Vec<TextLink> {
    let Some(filter) = field::filter(&fault.parameter) else { return Vec::new() };
    let nearest = match &fault.kind {
        FaultKind::UnknownCode(nearest) => nearest.clone(),
        FaultKind::NoLongerInUse(places) | FaultKind::CodeAndNameDiffer(places) => {
            places.iter().map(|place| (place.code.clone(), place.label.clone())).collect()
        }
        _ => return Vec::new(),
    };
    let with = |code: &String| {
        let mut query = search.first_page();
        query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
        search.t.search(&query)
    };
    nearest.iter().map(|(code, label)| TextLink::new(label, with(code))).collect()
}
