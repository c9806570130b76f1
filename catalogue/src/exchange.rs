//! Records in and out: JSONL, and catalogue folders.

use crate::folder::{self, FileFault, Origin};
use crate::model::{Intervention, Organization};
use crate::validate;
use crate::vocabulary::Vocabularies;
use serde_json::Value;
use std::collections::BTreeSet;

/// Records to bring in together: all or none.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Vocabularies that replace the present ones, when the batch is a whole catalogue.
    pub vocabularies: Option<Vocabularies>,
    /// Organisations that the records brought along.
    pub organizations: Vec<Organization>,
    /// The records.
    pub records: Vec<Intervention>,
}

/// Reads a catalogue folder or the shipped catalogue.
pub fn read_catalogue(origin: &Origin) -> Result<Batch, Vec<FileFault>> {
    let catalogue = folder::read(origin)?;
    let mut batch = Batch { vocabularies: Some(catalogue.vocabularies), ..Batch::default() };
    for file in catalogue.records {
        batch.organizations.extend(file.valid.new_organizations);
        batch.records.push(file.valid.record);
    }
    Ok(batch)
}

/// Reads JSONL: one record a line, empty lines skipped. Every faulty line is named.
pub fn read_jsonl(file: &str, text: &str, vocabularies: &Vocabularies) -> Result<Batch, Vec<FileFault>> {
    let mut batch = Batch::default();
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    let mut known = vocabularies.clone();
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut fault = |message: String| faults.push(FileFault { file: file.to_owned(), line: i + 1, message });
        let value: Value = match serde_json::from_str(line) {
            Ok(value) => value,
            Err(e) => {
                fault(format!("not JSON: {e}"));
                continue;
            }
        };
        match validate::record(&value, &known) {
            Err(found) => found.iter().for_each(|f| fault(f.to_string())),
            Ok(valid) => {
                if !ids.insert(valid.record.id.clone()) {
                    fault(format!("/id: {} stands twice in this file", valid.record.id));
                }
                if !valid.new_organizations.is_empty() {
                    known = known.with_organizations(&valid.new_organizations);
                    batch.organizations.extend(valid.new_organizations);
                }
                batch.records.push(valid.record);
            }
        }
    }
    if faults.is_empty() { Ok(batch) } else { Err(faults) }
}

/// One record as a line of JSONL, without line end.
pub fn to_line(record: &Intervention) -> Result<String, serde_json::Error> {
    serde_json::to_string(record)
}
