//! Searches as JSON objects: the query of the request, and other searches that a response offers.

use crate::web::http::extract::Parameters;
use catalogue::language::LANGUAGES;
use index::SearchQuery;
use index::query::parameter_name::LANG;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use utoipa::openapi::{self, Object, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The language of labels: the value of `lang`, or `sv` when it is absent.
#[derive(Debug, Clone, Copy)]
pub(super) struct LabelLanguage<'a>(pub(super) &'a str);

impl LabelLanguage<'static> {
    /// Swedish, the default.
    pub(super) const SWEDISH: Self = Self(LANGUAGES[0].code);
}

impl<'a> LabelLanguage<'a> {
    /// Reads the parameter `lang`.
    pub(super) fn of(parameters: &'a Parameters) -> Self {
        Self(parameters.get(LANG).unwrap_or(LabelLanguage::SWEDISH.0))
    }

    /// The parameter `lang` for a link; `None` for Swedish, the default.
    pub(super) fn parameter(self) -> Option<(&'static str, String)> {
        (self.0 != LabelLanguage::SWEDISH.0).then(|| (LANG, self.0.to_owned()))
    }
}

/// Search parameters as an object: a text for one value, a list for several. Empty values are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct QueryEcho(Map<String, Value>);

impl QueryEcho {
    /// The parameters in the order of their first value, without repeated values.
    pub(super) fn new(pairs: &[(String, String)]) -> Self {
        let mut out: Map<String, Value> = Map::new();
        for (name, value) in pairs {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match out.get_mut(name) {
                None => {
                    out.insert(name.clone(), json!(value));
                }
                Some(Value::Array(values)) if !values.contains(&json!(value)) => values.push(json!(value)),
                Some(Value::String(first)) if first != value => {
                    let values = json!([first.clone(), value]);
                    out.insert(name.clone(), values);
                }
                Some(_) => {}
            }
        }
        Self(out)
    }

    /// The parameters of a query with the language of its labels.
    pub(super) fn of_query(query: &SearchQuery, lang: Option<LabelLanguage<'_>>) -> Self {
        let pairs = query.to_pairs().into_iter().chain(lang.and_then(LabelLanguage::parameter));
        Self::new(&pairs.map(|(name, value)| (name.to_owned(), value)).collect::<Vec<_>>())
    }
}

impl PartialSchema for QueryEcho {
    fn schema() -> RefOr<Schema> {
        let values = openapi::OneOfBuilder::new()
            .item(Object::with_type(openapi::Type::String))
            .item(openapi::Array::new(Object::with_type(openapi::Type::String)));
        let values: Schema = values.into();
        openapi::ObjectBuilder::new()
            .description(Some("Parameters of a search: a text for one value, a list for several."))
            .additional_properties(Some(RefOr::T(values)))
            .into()
    }
}

impl ToSchema for QueryEcho {}

/// Another search, with its true number of hits.
#[derive(Serialize, ToSchema)]
pub(super) struct OfferedSearch {
    /// The search in words.
    label: String,
    /// The complete search.
    parameters: QueryEcho,
    /// How many hits it has.
    count: u64,
}

impl OfferedSearch {
    pub(super) fn new(label: &str, query: &SearchQuery, count: u64, lang: LabelLanguage<'_>) -> Self {
        Self { label: label.to_owned(), parameters: QueryEcho::of_query(query, Some(lang)), count }
    }
}

/// Serialises pairs as an object, in the order of the pairs.
pub(super) fn as_object<K: Serialize, V: Serialize, S: Serializer>(
    pairs: &[(K, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}
