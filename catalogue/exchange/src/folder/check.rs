//! The checks of a catalogue beyond the validity of each record: `insatskatalog check`.

use crate::folder::vocabulary_check::vocabulary_faults;
use crate::folder::{Catalogue, FileFault, FileRecord, Origin, files, read_with_faults};
use catalogue::allowed::Allowed;
use catalogue::field;
use catalogue::personal;
use catalogue::record::{Intervention, Role};
use catalogue::validate::{self, Fault};
use catalogue::vocabulary::{Vocabularies, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Maximum length of a quote, in words.
const MAX_QUOTE_WORDS: usize = 25;

/// Keys that a source may support in addition to the keys of fields.
const ALSO_SUPPORTED: &[&str] = &["name", "status"];

/// Every fault of a catalogue: files, records, relations between records, vocabularies.
pub fn check(origin: &Origin) -> Vec<FileFault> {
    let (catalogue, mut faults) = match read_with_faults(origin) {
        Ok(read) => read,
        Err(faults) => return faults,
    };
    for record in &catalogue.records {
        let own = own_faults(record, &catalogue.vocabularies);
        faults.extend(own.iter().map(|fault| record.fault(fault)));
    }
    faults.extend(between_records(&catalogue));
    faults.extend(vocabulary_faults(&catalogue.vocabularies, &files(origin).unwrap_or_default()));
    faults.extend(personal_data(origin));
    faults.sort();
    faults.dedup();
    faults
}

impl FileRecord {
    fn fault(&self, fault: &Fault) -> FileFault {
        FileFault { file: self.file.clone(), line: self.lines.of(&fault.pointer), message: fault.to_string() }
    }
}

fn own_faults(file: &FileRecord, vocabularies: &Vocabularies) -> Vec<Fault> {
    let record = &file.valid.record;
    let mut faults = validate::publication_faults(record);
    if file.file.rsplit('/').next() != Some(format!("{}.toml", record.id).as_str()) {
        faults.push(Fault::new("/id", format!("the file is named after the id: {}.toml", record.id)));
    }
    for (i, source) in record.sources.iter().enumerate() {
        let words = source.quote.as_deref().map_or(0, |q| q.split_whitespace().count());
        if words > MAX_QUOTE_WORDS {
            let reason = format!("a quote of {words} words; at most {MAX_QUOTE_WORDS}");
            faults.push(Fault::new(format!("/sources/{i}/quote"), reason));
        }
        if vocabularies.document(&source.document).is_none() {
            faults.push(Fault {
                allowed: Some(Allowed::one_of(vocabularies.documents.iter().map(|document| document.id.as_str()))),
                value: Some(source.document.clone().into()),
                ..Fault::new(format!("/sources/{i}/document"), "not a document of vocabularies/documents.toml")
            });
        }
        for (k, key) in source.supports.iter().enumerate() {
            let known = field::fields().any(|f| f.key == key) || ALSO_SUPPORTED.contains(&key.as_str());
            if !known {
                faults.push(Fault::new(format!("/sources/{i}/supports/{k}"), format!("no field is called {key}")));
            }
        }
    }
    faults.extend(unsupported_facts(record));
    faults
}

/// Facts without a source.
fn unsupported_facts(record: &Intervention) -> Vec<Fault> {
    let supported: BTreeSet<&str> = record.sources.iter().flat_map(|s| &s.supports).map(String::as_str).collect();
    let Ok(serde_json::Value::Object(stated)) = serde_json::to_value(record) else { return Vec::new() };
    field::fields()
        .filter(|f| f.is_fact && stated.contains_key(f.key) && !supported.contains(f.key))
        .map(|f| Fault::new(format!("/{}", f.key), "no source supports it; name the key in a source's supports"))
        .collect()
}

fn between_records(catalogue: &Catalogue) -> Vec<FileFault> {
    let mut faults = Vec::new();
    let mut identities: BTreeMap<_, &str> = BTreeMap::new();
    let ids: BTreeSet<_> = catalogue.records.iter().map(|f| &f.valid.record.id).collect();
    for file in &catalogue.records {
        let record = &file.valid.record;
        let owners: BTreeSet<_> = record.in_role(Role::Owner).collect();
        let places: BTreeSet<_> = record.coverage.iter().collect();
        if let Some(other) = identities.insert((fold(&record.name), owners, places), &file.file) {
            let reason = format!("the same name, owner and place as {other}: one of them is too many");
            faults.push(file.fault(&Fault::new("/name", reason)));
        }
        for (key, other) in [("part_of", &record.part_of), ("succeeds", &record.succeeds)] {
            if let Some(other) = other.as_ref().filter(|id| !ids.contains(id)) {
                faults.push(file.fault(&Fault::new(format!("/{key}"), format!("no record has the id {other}"))));
            }
        }
    }
    faults
}

/// Personal data anywhere in the files, comments included. The file of help numbers is exempt.
fn personal_data(origin: &Origin) -> Vec<FileFault> {
    let mut faults = Vec::new();
    let all = files(origin).unwrap_or_default();
    for (path, text) in all.iter().filter(|(path, _)| path != "vocabularies/help_numbers.toml") {
        let Ok(text) = text else { continue };
        for (i, line) in text.lines().enumerate() {
            if let Some(found) = personal::find(line) {
                let message = format!("{} (allowed: {})", found.reason(), found.allowed());
                faults.push(FileFault { file: path.clone(), line: i + 1, message });
            }
        }
    }
    faults
}
