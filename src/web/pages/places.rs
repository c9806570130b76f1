//! Every municipality under its county, for a native menu: the best one on a phone.

use crate::i18n::alphabetical;
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName as V};

/// A county with its municipalities.
pub(super) struct County {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) municipalities: Vec<Municipality>,
}

/// A municipality of a county.
pub(super) struct Municipality {
    pub(super) code: String,
    pub(super) name: String,
}

/// Every county, in the order of the codes; its municipalities by name.
pub(super) fn counties(t: &Translator, vocabularies: &Vocabularies) -> Vec<County> {
    let municipalities = |county: &Term| {
        let code = county.code.parse().ok();
        let terms = code.into_iter().flat_map(|code| vocabularies.municipalities_of(code));
        let mut all: Vec<&Term> = terms.collect();
        all.sort_by_key(|term| alphabetical(&term.label));
        all.into_iter().map(|term| Municipality { code: term.code.clone(), name: t.label(term) }).collect()
    };
    let county =
        |term: &Term| County { code: term.code.clone(), name: t.label(term), municipalities: municipalities(term) };
    vocabularies.get(V::Counties).terms().iter().map(county).collect()
}
