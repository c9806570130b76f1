//! Parameters that cannot be understood: named, with a way to mend them, while the rest of the
//! search runs.

use crate::web::http::extract::Parameters;
use crate::web::pages::search::UnderstoodSearch;
use crate::web::pages::template_parts::TextLink;
use catalogue::Vocabularies;
use catalogue::field;
use catalogue::record::Age;
use index::SearchQuery;
use index::query::{FaultKind, PAGE_PARAMETERS, ParameterFault};

/// One fault in words.
pub(in crate::web::pages) struct ParameterError {
    pub(in crate::web::pages) parameter: String,
    pub(in crate::web::pages) value: String,
    pub(in crate::web::pages) text: String,
    /// The way to the field where it was written, where that may be out of sight.
    pub(in crate::web::pages) field: Option<TextLink>,
    /// What may have been meant, as searches.
    pub(in crate::web::pages) meant: Vec<TextLink>,
}

/// The search, what is wrong with its parameters, and whether it asks for a page beyond any.
pub(in crate::web::pages) fn read(
    parameters: &Parameters,
    vocabularies: &Vocabularies,
) -> (SearchQuery, Vec<ParameterFault>, bool) {
    let own = |name: &str| !PAGE_PARAMETERS.contains(&name) && name != "facets";
    // Control characters have no place in HTML, and no word has them.
    let plain = |value: &str| value.replace(char::is_control, " ");
    let given = parameters.0.iter().filter(|(name, _)| own(name));
    let pairs: Vec<(String, String)> = given.map(|(name, value)| (name.clone(), plain(value))).collect();
    let (query, mut faults) = SearchQuery::parse(&pairs, vocabularies);
    // A page passes over what it does not know, and leads to the last page instead of beyond it.
    faults.retain(|fault| !matches!(fault.kind, FaultKind::UnknownParameter(_)));
    let before = faults.len();
    faults.retain(|fault| !matches!(fault.kind, FaultKind::TooDeep(_)));
    let too_deep = faults.len() < before;
    (query, faults, too_deep)
}

impl ParameterError {
    pub(in crate::web::pages) fn new(asked: &UnderstoodSearch<'_>, fault: &ParameterFault) -> Self {
        let t = asked.t;
        let is_filter = field::filter(&fault.parameter).is_some();
        let key =
            if is_filter { format!("filter-{}", fault.parameter) } else { format!("parameter-{}", fault.parameter) };
        let label = t.text(&key);
        let name = crate::web::present::labels::uncapitalized(&label);
        let args = |count: usize| {
            [
                ("name", name.as_str().into()),
                ("label", label.as_str().into()),
                ("value", fault.value.as_str().into()),
                ("count", count.into()),
            ]
        };
        let text = match &fault.kind {
            FaultKind::NotAnAge if fault.value.chars().all(|c| c.is_ascii_digit() || "-–".contains(c)) => {
                t.args("fault-age-range", &args(Age::MAX.years().into()))
            }
            FaultKind::NotAnAge => t.args("fault-age", &args(0)),
            FaultKind::UnknownCode(_) => t.args("fault-code", &args(0)),
            FaultKind::NotADate => t.args("fault-date", &args(0)),
            FaultKind::NotANumber(_, max) => t.args("fault-number", &args(*max)),
            FaultKind::TooLong(max) => t.args("fault-long", &args(*max)),
            FaultKind::TooMany(max) => t.args("fault-many", &args(*max)),
            FaultKind::Repeated => t.args("fault-repeated", &args(0)),
            FaultKind::NotOneOf(_) | FaultKind::UnknownParameter(_) | FaultKind::TooDeep(_) | FaultKind::NoWords => {
                t.args("fault-word", &args(0))
            }
        };
        let field = (fault.kind == FaultKind::NotAnAge).then(|| TextLink::new(t.text("fault-age-change"), "#age"));
        Self { parameter: fault.parameter.clone(), value: fault.value.clone(), text, field, meant: meant(asked, fault) }
    }
}

fn meant(asked: &UnderstoodSearch<'_>, fault: &ParameterFault) -> Vec<TextLink> {
    let (FaultKind::UnknownCode(nearest), Some(filter)) = (&fault.kind, field::filter(&fault.parameter)) else {
        return Vec::new();
    };
    let with = |code: &String| {
        let mut query = SearchQuery { page: 1, ..asked.query.clone() };
        query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
        asked.t.search(&query)
    };
    nearest.iter().map(|(code, label)| TextLink::new(label, with(code))).collect()
}
