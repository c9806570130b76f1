//! Reads vocabularies from files: CSV for flat lists, TOML for terms that do not fit on one line.

use crate::folder::toml_value;
use catalogue::language::{LANGUAGES, Language};
use catalogue::record::Organization;
use catalogue::vocabulary::{
    CitedDocument, HelpNumber, PlaceEntry, PlaceKind, Term, Vocabularies, VocabularyName, postal_code_ranges,
};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A fault in a vocabulary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadFault {
    /// File name below `vocabularies/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub message: String,
}

/// The content of a vocabulary file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum VocabularyPart {
    /// Terms of one vocabulary, or of municipalities and counties.
    Terms(BTreeMap<VocabularyName, Vec<Term>>),
    /// The organisations.
    Organizations(Vec<Organization>),
    /// The help numbers.
    HelpNumbers(Vec<HelpNumber>),
    /// The cited documents.
    Documents(Vec<CitedDocument>),
    /// Names of places beyond those of the municipalities and counties.
    Places(Vec<PlaceEntry>),
}

/// The content of the files of a `vocabularies/` folder.
#[derive(Debug, Default)]
pub(crate) struct VocabularyFiles {
    lists: BTreeMap<VocabularyName, Vec<Term>>,
    organizations: Vec<Organization>,
    help_numbers: Vec<HelpNumber>,
    documents: Vec<CitedDocument>,
    places: Vec<PlaceEntry>,
    /// The faults found so far.
    pub faults: Vec<ReadFault>,
}

impl VocabularyFiles {
    /// Reads one file and collects its faults.
    pub(crate) fn add(&mut self, file: &str, text: &str) {
        match read(file, text) {
            Ok(VocabularyPart::Terms(lists)) => self.lists.extend(lists),
            Ok(VocabularyPart::Organizations(all)) => self.organizations = all,
            Ok(VocabularyPart::HelpNumbers(all)) => self.help_numbers = all,
            Ok(VocabularyPart::Documents(all)) => self.documents = all,
            Ok(VocabularyPart::Places(all)) => self.places = all,
            Err(mut faults) => self.faults.append(&mut faults),
        }
    }

    /// The vocabularies of the files read.
    pub(crate) fn finish(self) -> Vocabularies {
        Vocabularies::new(self.lists, self.organizations, self.help_numbers, self.documents).with_places(self.places)
    }
}

fn read(file: &str, text: &str) -> Result<VocabularyPart, Vec<ReadFault>> {
    let unknown =
        || vec![fault(file, 1, "not a vocabulary; allowed are the files of catalogue/data/vocabularies".into())];
    let (stem, extension) = file.rsplit_once('.').ok_or_else(unknown)?;
    match (stem, extension) {
        ("municipalities", "csv") => municipalities(file, text).map(VocabularyPart::Terms),
        ("places", "csv") => places(file, text).map(VocabularyPart::Places),
        ("organizations", "toml") => tables(file, text, "organization").map(VocabularyPart::Organizations),
        ("help_numbers", "toml") => tables(file, text, "number").map(VocabularyPart::HelpNumbers),
        ("documents", "toml") => tables(file, text, "document").map(VocabularyPart::Documents),
        (_, "csv") => {
            let name = VocabularyName::parse(stem).ok_or_else(unknown)?;
            terms(file, text).map(|t| VocabularyPart::Terms(BTreeMap::from([(name, t)])))
        }
        (_, "toml") => {
            let name = VocabularyName::parse(stem).ok_or_else(unknown)?;
            tables(file, text, "term").map(|t| VocabularyPart::Terms(BTreeMap::from([(name, t)])))
        }
        _ => Err(unknown()),
    }
}

fn fault(file: &str, line: usize, message: String) -> ReadFault {
    ReadFault { file: file.to_owned(), line, message }
}

/// Reads `[[key]]` tables one by one, so that every faulty table is reported.
fn tables<T: DeserializeOwned>(file: &str, text: &str, key: &str) -> Result<Vec<T>, Vec<ReadFault>> {
    let (value, lines) = toml_value::parse(text).map_err(|(line, message)| vec![fault(file, line, message)])?;
    let mut faults = Vec::new();
    let mut out = Vec::new();
    for (name, entries) in value.as_object().into_iter().flatten() {
        if name != key {
            let message = format!("unknown table \"{name}\"; allowed is [[{key}]]");
            faults.push(fault(file, lines.of(&format!("/{name}")), message));
            continue;
        }
        for (i, entry) in entries.as_array().into_iter().flatten().enumerate() {
            match serde_json::from_value(entry.clone()) {
                Ok(read) => out.push(read),
                Err(e) => faults.push(fault(file, lines.of(&format!("/{name}/{i}")), e.to_string())),
            }
        }
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// The header of a CSV file, and its rows with their lines.
type Rows = (Vec<String>, Vec<(usize, csv::StringRecord)>);

fn rows(file: &str, text: &str) -> Result<Rows, Vec<ReadFault>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let line_of = |e: &csv::Error| e.position().map_or(1, |p| p.line() as usize);
    let headers = reader.headers().map_err(|e| vec![fault(file, line_of(&e), e.to_string())])?;
    let headers = headers.iter().map(str::to_owned).collect();
    let mut out = Vec::new();
    let mut faults = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) => out.push((row.position().map_or(1, |p| p.line() as usize), row)),
            Err(e) => faults.push(fault(file, line_of(&e), e.to_string())),
        }
    }
    if faults.is_empty() { Ok((headers, out)) } else { Err(faults) }
}

/// The columns of a vocabulary in CSV, for a fault: the fixed ones and one for each language but Swedish, the first.
fn columns() -> String {
    let own = ["code", "broader", "label", "label_easy", "other_words", "definition"].map(str::to_owned);
    let translations = LANGUAGES.iter().skip(1).map(|language| format!("label_{}", language.code));
    own.into_iter().chain(translations).collect::<Vec<_>>().join(", ")
}

fn terms(file: &str, text: &str) -> Result<Vec<Term>, Vec<ReadFault>> {
    let (headers, rows) = rows(file, text)?;
    let mut faults = Vec::new();
    let mut out = Vec::new();
    for (line, row) in rows {
        let mut term = Term::default();
        for (header, cell) in headers.iter().zip(row.iter()) {
            let some = (!cell.is_empty()).then(|| cell.to_owned());
            match header.as_str() {
                "code" => cell.clone_into(&mut term.code),
                "broader" => term.broader = some,
                "label" => cell.clone_into(&mut term.label),
                "label_easy" => term.label_easy = some,
                "definition" => term.definition = some,
                "other_words" => {
                    term.other_words =
                        cell.split('|').map(str::trim).filter(|w| !w.is_empty()).map(Into::into).collect();
                }
                _ => match header.strip_prefix("label_") {
                    Some(lang) => term.labels.extend(some.map(|label| (lang.to_owned(), label))),
                    None => {
                        faults.push(fault(file, 1, format!("unknown column \"{header}\"; allowed are {}", columns())));
                    }
                },
            }
        }
        if term.code.is_empty() || term.label.is_empty() {
            faults.push(fault(file, line, "a term needs a code and a label".into()));
        }
        out.push(term);
    }
    faults.dedup();
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

fn municipalities(file: &str, text: &str) -> Result<BTreeMap<VocabularyName, Vec<Term>>, Vec<ReadFault>> {
    let (headers, rows) = rows(file, text)?;
    let columns = ["code", "name", "county", "county_name", "neighbours"];
    if headers != columns && headers != columns[..4] {
        return Err(vec![fault(file, 1, format!("the columns are {}; the last may be left out", columns.join(", ")))]);
    }
    let mut counties: Vec<Term> = Vec::new();
    let mut municipalities = Vec::new();
    for (_, row) in rows {
        let [code, name, county, county_name, neighbours] =
            [0, 1, 2, 3, 4].map(|i| row.get(i).unwrap_or_default().to_owned());
        let neighbours = neighbours.split('|').filter(|c| !c.is_empty()).map(str::to_owned).collect();
        if !counties.iter().any(|c| c.code == county) {
            // Other words of "Kronobergs län" are "Kronobergs" and "Kronoberg".
            let stem = county_name.trim_end_matches(" län").to_owned();
            let short = stem.strip_suffix('s').unwrap_or(&stem).to_owned();
            let other_words = if short == stem { vec![stem] } else { vec![short, stem] };
            let name = other_words.first().cloned().unwrap_or_default();
            let in_language = |language: &Language| {
                let label = language.county?.replace("{}", &name);
                Some((language.code.to_owned(), label))
            };
            let labels = LANGUAGES.iter().filter_map(in_language).collect();
            counties.push(Term { code: county.clone(), label: county_name, labels, other_words, ..Term::default() });
        }
        let genitive = if name.ends_with(['s', 'x', 'z']) { name.clone() } else { format!("{name}s") };
        let other_words = vec![format!("{name} kommun"), format!("{genitive} kommun")];
        municipalities.push(Term {
            code,
            label: name,
            broader: Some(county),
            other_words,
            neighbours,
            ..Term::default()
        });
    }
    Ok(BTreeMap::from([(VocabularyName::Counties, counties), (VocabularyName::Municipalities, municipalities)]))
}

/// Reads `places.csv`. Several codes, and several postal codes, are separated by `|`.
fn places(file: &str, text: &str) -> Result<Vec<PlaceEntry>, Vec<ReadFault>> {
    let (headers, rows) = rows(file, text)?;
    let columns = ["kind", "name", "codes", "postal_codes"];
    if headers != columns {
        return Err(vec![fault(file, 1, format!("the columns are {}", columns.join(", ")))]);
    }
    let mut faults = Vec::new();
    let mut out = Vec::new();
    for (line, row) in rows {
        let [kind, name, codes, postal_codes] = [0, 1, 2, 3].map(|i| row.get(i).unwrap_or_default());
        let codes: Vec<String> = codes.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect();
        let mut add = |message: String| faults.push(fault(file, line, message));
        let Some(kind) = PlaceKind::parse(kind) else {
            add(format!("unknown kind \"{kind}\"; allowed are {}", PlaceKind::ALL.map(PlaceKind::as_str).join(", ")));
            continue;
        };
        if name.is_empty() || codes.is_empty() {
            add("a place needs a name and a code".into());
        }
        if codes.iter().any(|code| code.len() != codes[0].len()) {
            add(format!("{name}: codes of municipalities and of counties"));
        }
        if postal_code_ranges(postal_codes).is_none() {
            add(format!("{name}: postal codes are five digits, or a range such as 36030-36034, separated by |"));
        }
        out.push(PlaceEntry { kind, name: name.to_owned(), codes, postal_codes: postal_codes.to_owned() });
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}
