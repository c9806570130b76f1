//! Checks vocabularies and the references between them.

use crate::folder::{File, FileFault};
use catalogue::field;
use catalogue::record::Organization;
use catalogue::vocabulary::{PlaceKind, Term, Vocabularies, Vocabulary, VocabularyName};
use std::collections::BTreeSet;

/// Every fault of the vocabularies, with the line of its term.
pub(super) fn vocabulary_faults(vocabularies: &Vocabularies, files: &[File]) -> Vec<FileFault> {
    let mut faults = Faults { files, found: Vec::new() };
    for name in VocabularyName::TERMS {
        let vocabulary = vocabularies.get(name);
        if vocabulary.terms().is_empty() {
            faults.add(name.as_str(), "", "missing or empty".into());
        }
        let broader = if name == VocabularyName::Municipalities { VocabularyName::Counties } else { name };
        term_faults(vocabulary, vocabularies.get(broader), &mut faults);
    }
    for term in vocabularies.get(VocabularyName::LifeSituations).terms() {
        situation_faults(term, vocabularies, &mut faults);
    }
    place_faults(vocabularies, &mut faults);
    for organization in vocabularies.organizations() {
        organization_faults(organization, vocabularies, &mut faults);
    }
    faults.found
}

/// The faults found so far, and the files in which their lines are looked up.
struct Faults<'a> {
    files: &'a [File],
    found: Vec<FileFault>,
}

impl Faults<'_> {
    /// Adds a fault at a line of a file.
    fn add_at(&mut self, file: &str, line: usize, message: String) {
        self.found.push(FileFault { file: format!("vocabularies/{file}"), line, message });
    }

    /// Adds a fault at the term with `code`, or at line 1 of the file when `code` is empty. `stem` is the file name
    /// without its extension.
    fn add(&mut self, stem: &str, code: &str, message: String) {
        let beginning = format!("vocabularies/{stem}.");
        let file = self.files.iter().find(|(path, _)| path.starts_with(&beginning));
        let text = file.and_then(|(_, text)| text.as_ref().ok()).map_or("", String::as_str);
        let names_it = |line: &str| match line.split_once('=') {
            Some((key, value)) => ["code", "id"].contains(&key.trim()) && value.trim().trim_matches('"') == code,
            None => line.split(',').next().is_some_and(|cell| cell.trim().trim_matches('"') == code),
        };
        // The last line: the second of two terms with the same code is reported.
        let line = text.lines().enumerate().filter(|(_, line)| !code.is_empty() && names_it(line)).last();
        let path = file.map_or_else(|| format!("vocabularies/{stem}"), |(path, _)| path.clone());
        self.found.push(FileFault { file: path, line: line.map_or(1, |(i, _)| i + 1), message });
    }
}

fn term_faults(vocabulary: &Vocabulary, broader: &Vocabulary, faults: &mut Faults<'_>) {
    let file = vocabulary.name().as_str();
    let mut seen = BTreeSet::new();
    for term in vocabulary.terms() {
        if !seen.insert(&term.code) {
            faults.add(file, &term.code, format!("the code {} stands twice", term.code));
        }
        let Some(up) = term.broader.as_deref() else { continue };
        if broader.get(up).is_none() {
            faults.add(file, &term.code, format!("{}: unknown broader {up}", term.code));
        }
        if vocabulary.with_broader(up).contains(&term.code.as_str()) {
            faults.add(file, &term.code, format!("{}: goes round in a circle", term.code));
        }
    }
}

fn place_faults(vocabularies: &Vocabularies, faults: &mut Faults<'_>) {
    for (i, entry) in vocabularies.place_entries().iter().enumerate() {
        let is_known = |code: &str| vocabularies.places().label(code).is_some();
        if let Some(code) = entry.codes.iter().find(|code| !is_known(code)) {
            // One row on each line, below the header.
            faults.add_at("places.csv", i + 2, format!("{}: unknown code {code}", entry.name));
        }
        if entry.kind == PlaceKind::Former && is_known(&entry.name) {
            faults.add_at("places.csv", i + 2, format!("{}: a code in use", entry.name));
        }
    }
}

fn situation_faults(term: &Term, vocabularies: &Vocabularies, faults: &mut Faults<'_>) {
    for (parameter, values) in &term.parameters {
        let known = field::filter(parameter)
            .is_some_and(|filter| values.iter().all(|value| filter.knows_code(vocabularies, value)));
        if !known {
            let message = format!("{}: {parameter} {values:?} is no filter with known codes", term.code);
            faults.add("life_situations", &term.code, message);
        }
    }
}

fn organization_faults(organization: &Organization, vocabularies: &Vocabularies, faults: &mut Faults<'_>) {
    let id = organization.id.as_str();
    let mut add = |message: String| faults.add("organizations", id, format!("{id}: {message}"));
    if vocabularies.get(VocabularyName::FunderTypes).get(&organization.kind).is_none() {
        add(format!("unknown type {}", organization.kind));
    }
    for member in organization.members.iter().filter(|m| vocabularies.organization(m).is_none()) {
        add(format!("unknown member {member}"));
    }
    if !organization.members.is_empty() && organization.members_as_of.is_none() {
        add("members need members_as_of, the source's date".into());
    }
    let municipality = organization.municipality.map(|m| m.to_string());
    if municipality.is_some_and(|m| vocabularies.get(VocabularyName::Municipalities).get(&m).is_none()) {
        add("unknown municipality".into());
    }
}
