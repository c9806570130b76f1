//! Looks up places by name or code: municipalities, counties, landscapes, districts, localities and postal codes.
//!
//! Query words, request parameters and cells of tables are read with this table. A name may be written with hyphens,
//! with blanks or joined, in the genitive, and with *kommun*, *stad*, *län* or *Region*. Names that equal the text
//! letter by letter take precedence over names that equal it without diacritics.

use super::place_entry::{PlaceEntry, PlaceKind, postal_code_ranges};
use super::place_words::{PlaceWords, leading_code};
use super::{Term, Vocabulary, fold};
use crate::allowed::NearTerm;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

/// A place that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPlace<'a> {
    /// Its kind; never [`PlaceKind::Former`].
    pub kind: PlaceKind,
    /// Its name, as in the table; of a postal code, the name of the locality.
    pub name: &'a str,
    /// The codes of its municipalities or of its counties.
    pub codes: Vec<&'a str>,
}

impl<'a> FoundPlace<'a> {
    /// Its codes.
    pub fn codes(&self) -> impl Iterator<Item = &'a str> {
        self.codes.iter().copied()
    }

    /// Whether the codes are alternatives rather than parts: a locality of several municipalities.
    pub fn is_ambiguous(&self) -> bool {
        self.codes.len() > 1 && self.kind != PlaceKind::Landscape
    }
}

/// The places that words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMatch<'a> {
    /// Places of one kind: several when the text without diacritics equals several names.
    pub places: Vec<FoundPlace<'a>>,
    /// Whether the text equals the names with their diacritics.
    pub is_exact: bool,
    /// Whether the text has a word that belongs to the name of an authority: *kommun*, *stad*, *län* or *Region*.
    pub is_official: bool,
}

/// The codes that a parameter or a cell accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceLevel {
    /// Codes of municipalities.
    Municipality,
    /// Codes of counties.
    County,
}

impl PlaceLevel {
    fn code_len(self) -> usize {
        match self {
            Self::Municipality => 4,
            Self::County => 2,
        }
    }
}

/// A reason why a text names no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceFault {
    /// No place has this name or code.
    Unknown,
    /// The code is no longer in use; contains the codes that replace it.
    NoLongerInUse(Vec<NearTerm>),
    /// A code and a name of different places; contains the place of the code and those of the name.
    CodeAndNameDiffer(Vec<NearTerm>),
}

#[derive(Debug, Clone)]
struct Place {
    kind: PlaceKind,
    name: String,
    codes: Vec<String>,
}

/// The names and codes of all places.
#[derive(Debug, Clone, Default)]
pub struct PlaceTable {
    places: Vec<Place>,
    /// Indexes of places by name in lower case, the parts separated by blanks, and joined.
    exact: HashMap<String, Vec<usize>>,
    /// The same, by folded name.
    folded: HashMap<String, Vec<usize>>,
    /// Postal codes with the index of their locality and the code of the municipality; ascending.
    postal: Vec<(RangeInclusive<u32>, usize, String)>,
    /// Labels of the codes in use.
    labels: BTreeMap<String, String>,
    /// Codes no longer in use, with the codes that replace them.
    former: BTreeMap<String, Vec<String>>,
}

impl PlaceTable {
    /// Creates the table from the vocabularies of municipalities and counties, and the rows of `places.csv`. Rows with
    /// the same kind and name are one place.
    pub fn new(municipalities: &Vocabulary, counties: &Vocabulary, entries: &[PlaceEntry]) -> Self {
        let mut table = Self::default();
        for (kind, vocabulary) in [(PlaceKind::Municipality, municipalities), (PlaceKind::County, counties)] {
            for term in vocabulary.terms() {
                table.labels.insert(term.code.clone(), term.label.clone());
                table.add_term(kind, term);
            }
        }
        let mut localities: HashMap<&str, usize> = HashMap::new();
        for entry in entries {
            let PlaceEntry { kind, name, codes, postal_codes } = entry;
            match kind {
                PlaceKind::Former => {
                    table.former.insert(name.clone(), codes.clone());
                }
                PlaceKind::Locality => {
                    let known = localities.get(name.as_str()).copied();
                    let at = known.unwrap_or_else(|| table.add(*kind, name, &[], &[name]));
                    localities.insert(name, at);
                    table.places[at].codes.extend(codes.iter().cloned());
                    let ranges = postal_code_ranges(postal_codes).unwrap_or_default();
                    let municipality = || codes.first().cloned().unwrap_or_default();
                    table.postal.extend(ranges.into_iter().map(|range| (range, at, municipality())));
                }
                _ => {
                    table.add(*kind, name, codes, &[name]);
                }
            }
        }
        table.postal.sort_by_key(|(range, ..)| *range.start());
        table
    }

    fn add_term(&mut self, kind: PlaceKind, term: &Term) {
        // The genitive of a name is derived: "Kalmars" is no name of the county, since it is one of the municipality.
        let genitives: Vec<String> = term.other_words.iter().map(|word| format!("{word}s")).collect();
        let others = term.other_words.iter().filter(|word| !genitives.contains(word));
        let names: Vec<&String> = std::iter::once(&term.label).chain(others).chain(term.labels.values()).collect();
        self.add(kind, &term.label, std::slice::from_ref(&term.code), &names);
    }

    /// Adds a place under its names; returns its index.
    fn add(&mut self, kind: PlaceKind, name: &str, codes: &[String], names: &[&String]) -> usize {
        let at = self.places.len();
        self.places.push(Place { kind, name: name.to_owned(), codes: codes.to_vec() });
        for name in names {
            for key in PlaceWords::new(name).keys() {
                for (map, key) in [(&mut self.folded, fold(&key)), (&mut self.exact, key)] {
                    let places = map.entry(key).or_default();
                    if !places.contains(&at) {
                        places.push(at);
                    }
                }
            }
        }
        at
    }

    /// The label of a code in use.
    pub fn label(&self, code: &str) -> Option<&str> {
        self.labels.get(code).map(String::as_str)
    }

    /// The places that a name or a postal code in running text names; no codes of municipalities and counties.
    pub fn find(&self, text: &str) -> Option<PlaceMatch<'_>> {
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            let (digits, rest) = leading_code(text)?;
            let places = vec![self.of_postal_code(&digits).filter(|_| rest.is_empty())?];
            return Some(PlaceMatch { places, is_exact: true, is_official: true });
        }
        self.find_name(text, None)
    }

    /// The locality of a postal code of five digits, with the one municipality that the postal code belongs to.
    fn of_postal_code(&self, digits: &str) -> Option<FoundPlace<'_>> {
        let code = digits.parse::<u32>().ok().filter(|_| digits.len() == 5)?;
        let after = self.postal.partition_point(|(range, ..)| *range.start() <= code);
        let (range, at, municipality) = self.postal.get(after.checked_sub(1)?)?;
        let place = &self.places[*at];
        let found = FoundPlace { kind: place.kind, name: &place.name, codes: vec![municipality] };
        range.contains(&code).then_some(found)
    }

    /// The places with a name; with a level, only those with codes of that level.
    fn find_name(&self, text: &str, level: Option<PlaceLevel>) -> Option<PlaceMatch<'_>> {
        let forms = PlaceWords::new(text).forms();
        for form in &forms {
            for (map, is_exact) in [(&self.exact, true), (&self.folded, false)] {
                let key = if is_exact { form.key.clone() } else { fold(&form.key) };
                let fits = |place: &&Place| {
                    form.kinds.contains(&place.kind)
                        && level.is_none_or(|level| place.codes.iter().all(|code| code.len() == level.code_len()))
                };
                let named = map.get(&key).into_iter().flatten().map(|&at| &self.places[at]);
                let places: Vec<&Place> = named.filter(fits).collect();
                let Some(kind) = places.iter().map(|place| place.kind).min() else { continue };
                let of_kind = places.into_iter().filter(|place| place.kind == kind);
                let places = of_kind.map(Place::found).collect();
                return Some(PlaceMatch { places, is_exact, is_official: form.is_official });
            }
        }
        None
    }

    /// The places that a parameter or a cell names: a code, a name, a postal code, or a code with a name (`0780 Växjö`).
    ///
    /// # Errors
    /// No place at this level has the name or code, or code and name are of different places.
    pub fn resolve(&self, level: PlaceLevel, text: &str) -> Result<Vec<FoundPlace<'_>>, PlaceFault> {
        let text = text.trim();
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.find_name(text, Some(level)).map(|found| found.places).ok_or(PlaceFault::Unknown);
        }
        let (digits, name) = leading_code(text).ok_or(PlaceFault::Unknown)?;
        let place = match (self.labels.get_key_value(&digits), self.former.get(&digits)) {
            _ if digits.len() == 5 && level == PlaceLevel::Municipality => self.of_postal_code(&digits),
            _ if digits.len() != level.code_len() => None,
            (Some((code, label)), _) => Some(FoundPlace { kind: level.kind(), name: label, codes: vec![code] }),
            (None, Some(now)) => return Err(PlaceFault::NoLongerInUse(self.terms(now.iter().map(String::as_str)))),
            (None, None) => None,
        };
        let place = place.ok_or(PlaceFault::Unknown)?;
        if name.is_empty() {
            return Ok(vec![place]);
        }
        let named = self.find_name(name, Some(level)).map(|found| found.places).unwrap_or_default();
        let codes_of_name = || named.iter().flat_map(FoundPlace::codes);
        if place.codes.iter().all(|code| codes_of_name().any(|other| other == *code)) {
            return Ok(vec![place]);
        }
        Err(PlaceFault::CodeAndNameDiffer(self.terms(place.codes.iter().copied().chain(codes_of_name()))))
    }

    /// Codes with their labels.
    pub fn terms<'a>(&self, codes: impl Iterator<Item = &'a str>) -> Vec<NearTerm> {
        let label = |code: &str| self.label(code).unwrap_or(code).to_owned();
        codes.map(|code| NearTerm { code: code.to_owned(), label: label(code) }).collect()
    }

    /// The places that a cell names at either level; municipalities take precedence over counties.
    ///
    /// # Errors
    /// As for [`PlaceTable::resolve`]. A fault that says more than that the text is unknown is preferred.
    pub fn resolve_any(&self, text: &str) -> Result<Vec<FoundPlace<'_>>, PlaceFault> {
        match self.resolve(PlaceLevel::Municipality, text) {
            Err(PlaceFault::Unknown) => self.resolve(PlaceLevel::County, text),
            resolved => resolved,
        }
    }

    /// The codes of the one place that a cell names at either level; `None` when it names none, or one of several.
    pub fn coverage_codes(&self, text: &str) -> Option<Vec<&str>> {
        match self.resolve_any(text).ok()?.as_slice() {
            [place] if !place.is_ambiguous() => Some(place.codes.clone()),
            _ => None,
        }
    }

    /// The names of the municipalities, with their codes.
    pub fn municipalities(&self) -> impl Iterator<Item = FoundPlace<'_>> {
        let is_label = |place: &&Place| place.codes.iter().any(|code| self.label(code) == Some(&place.name));
        let places = self.places.iter().filter(|place| place.kind == PlaceKind::Municipality);
        places.filter(is_label).map(Place::found)
    }
}

impl PlaceLevel {
    fn kind(self) -> PlaceKind {
        match self {
            Self::Municipality => PlaceKind::Municipality,
            Self::County => PlaceKind::County,
        }
    }
}

impl Place {
    fn found(&self) -> FoundPlace<'_> {
        FoundPlace { kind: self.kind, name: &self.name, codes: self.codes.iter().map(String::as_str).collect() }
    }
}
