//! Importing an unchanged export changes nothing.

use super::super::round_trip::any_record;
use super::super::{VOCABULARIES, cases, record};
use super::{TABLE, current, export, import, nothing};
use catalogue::Intervention;
use catalogue::to_json_line;
use catalogue_exchange::folder::{self, Origin};
use catalogue_exchange::{Format, read_jsonl};
use proptest::prelude::*;
use serde_json::json;

const TABLES: [Format; 2] = [Format::Csv, Format::Xlsx];

/// Reads the records from every format of tables.
fn comes_back_from_all(records: &[Intervention]) {
    for format in TABLES {
        comes_back(format, records);
    }
}

/// As new records, and as stored records.
fn comes_back(format: Format, records: &[Intervention]) {
    let bytes = export(format, records);
    for known in [nothing(), current(records)] {
        let batch = import(format, &bytes, &known).unwrap_or_else(|report| panic!("{format:?}: {report}"));
        for (read, written) in batch.records.iter().zip(records) {
            assert_eq!(to_json_line(read).unwrap(), to_json_line(written).unwrap(), "{format:?}");
        }
        assert_eq!((batch.records.len(), batch.organizations.len()), (records.len(), 0));
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_record_comes_back_from_any_format(value in any_record()) {
        let records = [record(&value)];
        comes_back_from_all(&records);
        let line = to_json_line(&records[0]).unwrap();
        let batch = read_jsonl("fil", &line, &VOCABULARIES).unwrap();
        prop_assert_eq!(to_json_line(&batch.records[0]).unwrap(), line);
    }
}

#[test]
fn every_shipped_record_comes_back() {
    let shipped = folder::read(&Origin::Shipped).unwrap().records;
    let records: Vec<Intervention> = shipped.into_iter().map(|file| file.valid.record).collect();
    comes_back_from_all(&records);
}

#[test]
fn a_value_too_long_for_a_cell_stays_as_it_is() {
    let steps: Vec<String> = (0..500).map(|n| format!("{n} {}", "å".repeat(100))).collect();
    let long = [record(&json!({"id": "a", "name": "A", "steps": steps, "summary": "Kort."}))];
    for format in TABLES {
        let bytes = export(format, &long);
        let batch = import(format, &bytes, &current(&long)).unwrap();
        assert_eq!(batch.records, long);
        let report = import(format, &bytes, &nothing()).unwrap_err();
        assert_eq!(report.findings.len(), 1, "{report}");
        assert_eq!(report.findings[0].pointer().as_deref(), Some("/steps"));
    }
}

/// The list of OWASP, and cells that already begin with an apostrophe.
#[test]
fn no_cell_begins_like_a_formula() {
    let texts = ["=1+1", "+46", "-1", "@SUM(A1)", "'=1", "''=1", "＝1", "=HYPERLINK(\"https://x.y\";\"z\")", "'a"];
    for text in texts {
        let records =
            [record(&json!({"id": "a", "name": text, "steps": [text, text], "description": format!("{text}\n{text}"),
            "contacts": [{"name": text}], "sources": [{"document": text}]}))];
        for cell in TABLE.row(&records[0], &VOCABULARIES).unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell}");
        }
        comes_back_from_all(&records);
    }
}
