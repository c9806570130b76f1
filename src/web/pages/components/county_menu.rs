//! Municipalities grouped by county, for a `<select>` with one `<optgroup>` for each county.

use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName as V};
use swedish::collation;

/// A county with its municipalities.
pub(crate) struct CountyMenu {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) municipalities: Vec<MunicipalityItem>,
}

/// A municipality of a county.
pub(crate) struct MunicipalityItem {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// Every county ordered by code; the municipalities of a county are ordered by name.
pub(crate) fn county_menus(t: &Translator, vocabularies: &Vocabularies) -> Vec<CountyMenu> {
    let municipalities = |county: &Term| {
        let code = county.code.parse().ok();
        let terms = code.into_iter().flat_map(|code| vocabularies.municipalities_of(code));
        let mut all: Vec<&Term> = terms.collect();
        all.sort_by_cached_key(|term| collation::sort_key(&term.label));
        all.into_iter().map(|term| MunicipalityItem { code: term.code.clone(), name: t.label(term) }).collect()
    };
    let county =
        |term: &Term| CountyMenu { code: term.code.clone(), name: t.label(term), municipalities: municipalities(term) };
    vocabularies.get(V::Counties).terms().iter().map(county).collect()
}
