//! The names of municipalities and counties.

use catalogue::Vocabularies;
use catalogue::field::parameter;
use catalogue::vocabulary::{Term, VocabularyName, fold};
use std::collections::HashMap;

/// A place with its name.
#[derive(Debug, Clone)]
pub(crate) struct PlaceName {
    /// Parameter of the filter: `municipality` or `county`.
    pub(crate) parameter: &'static str,
    pub(crate) code: String,
    /// The Swedish label.
    pub(crate) label: String,
    /// The label, folded.
    pub(crate) folded: String,
}

/// The names of places by folded name.
#[derive(Debug, Default)]
pub(crate) struct PlaceNames {
    pub(crate) counties: HashMap<String, PlaceName>,
    pub(crate) municipalities: HashMap<String, PlaceName>,
    /// Counties by their folded short names (*Kronoberg*).
    pub(crate) short: HashMap<String, PlaceName>,
}

impl PlaceNames {
    /// Collects the names of the vocabularies.
    pub(crate) fn new(vocabularies: &Vocabularies) -> Self {
        let mut places = Self::default();
        let place = |parameter, term: &Term| {
            let folded = fold(&term.label);
            PlaceName { parameter, code: term.code.clone(), label: term.label.clone(), folded }
        };
        for term in vocabularies.get(VocabularyName::Counties).terms() {
            let county = place(parameter::COUNTY, term);
            for other in &term.other_words {
                places.short.entry(fold(other)).or_insert_with(|| county.clone());
            }
            places.counties.insert(county.folded.clone(), county);
        }
        for term in vocabularies.get(VocabularyName::Municipalities).terms() {
            let municipality = place(parameter::MUNICIPALITY, term);
            places.municipalities.insert(municipality.folded.clone(), municipality);
        }
        places
    }

    /// The municipality whose folded name, or its genitive, is `folded`.
    pub(crate) fn municipality(&self, folded: &str) -> Option<&PlaceName> {
        let genitive = || folded.strip_suffix('s').and_then(|name| self.municipalities.get(name));
        self.municipalities.get(folded).or_else(genitive)
    }
}
