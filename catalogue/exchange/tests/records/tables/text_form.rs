//! Invisible signs, digits of other scripts and ages as people write them, in cells, headings and records.

use super::{current, lines, nothing, one};
use crate::{read, record};
use catalogue_exchange::{FindingKind, read_jsonl};
use serde_json::json;

#[test]
fn signs_that_deceive_are_taken_out_of_every_text() {
    let expected = json!("Jobbetkejorp");
    assert_eq!(one("Namn", "Jobb\u{202e}etkejorp")["name"], expected);
    assert_eq!(one("Na\u{ad}mn;\u{200b}Va\u{308}ntetid", "A;Jobb\u{2066}etkejorp\u{200f}")["waiting_time"], expected);
    let value = json!({
        "name": "Jobb\u{202d}etkejorp",
        "summary": "\u{feff}Ett \u{fb01}nsamt st\u{f6}d\u{200f}",
        "description": "Rad\u{2060} ett\nmed\u{a0}blank\t٢٠ år, می\u{200c}خواهم",
        "organizations": [
            {"id": "ny-fo\u{ad}rening", "name": "Ny\u{202e} förening", "type": "civil_society", "role": "owner"},
        ],
    });
    let valid = read(&value).unwrap();
    assert_eq!(valid.record.id.as_str(), "jobbetkejorp");
    assert_eq!(valid.record.summary.as_deref(), Some("Ett finsamt stöd"));
    assert_eq!(valid.record.description.as_deref(), Some("Rad ett\nmed\u{a0}blank\t٢٠ år, می\u{200c}خواهم"));
    assert_eq!(valid.new_organizations[0].name, "Ny förening");
    let line = value.to_string();
    let batch = read_jsonl("fil", &line, &super::VOCABULARIES).unwrap();
    assert_eq!((&batch.records[0], &batch.organizations), (&valid.record, &valid.new_organizations));
}

#[test]
fn codes_and_labels_with_invisible_signs_are_found() {
    for place in ["Va\u{308}xjo\u{308}", "Väx\u{ad}jö\u{200f}", "\u{200b}0780", "٠٧٨٠", "Växjö\u{a0}kommun"] {
        assert_eq!(one("Namn;Var", &format!("A;{place}"))["coverage"], json!(["0780"]), "{place:?}");
    }
}

#[test]
fn ages_as_people_write_them() {
    for (cell, min, max) in [
        ("16 till 24", Some(16), Some(24)),
        ("16‐24", Some(16), Some(24)),
        ("16–24 år", Some(16), Some(24)),
        ("١٦-٢٤", Some(16), Some(24)),
        ("f.o.m. 16", Some(16), None),
        ("minst 16", Some(16), None),
        ("55+", Some(55), None),
        ("65-plussare", Some(65), None),
        ("55 år och äldre", Some(55), None),
        ("max 29", None, Some(29)),
        ("t.o.m. 24", None, Some(24)),
        ("under 25", None, Some(24)),
    ] {
        let expected = one("Namn;Ålder", &format!("A;{cell} (not)"))["ages"].clone();
        let bound = |key: &str| expected[0][key].as_u64();
        assert_eq!((bound("min"), bound("max")), (min, max), "{cell}");
        assert_eq!(expected[0]["note"], "not");
    }
}

#[test]
fn an_age_that_is_none_is_a_fault() {
    let stored = current(&[record(&json!({"id": "a", "name": "A", "ages": [{"min": 16, "max": 24}]}))]);
    for (cell, reason) in [
        ("-", "not-readable"),
        ("–", "not-readable"),
        ("16-24; -", "not-readable"),
        ("12-jun", "date-for-age"),
        ("jun-12", "date-for-age"),
        ("2026-06-12", "date-for-age"),
        ("24-16", "min-above-max"),
        ("16-300", "not-an-integer"),
    ] {
        for known in [&stored, &nothing()] {
            let report = lines(&["Identitet;Namn;Ålder", &format!("a;A;\"{cell}\"")], known).unwrap_err();
            let [finding] = &report.findings[..] else { panic!("{report}") };
            let FindingKind::Fault(fault) = &finding.kind else { panic!("{report}") };
            assert_eq!((finding.row, fault.reason.code()), (2, reason), "{cell}");
            assert!(fault.pointer.starts_with("/ages/"), "{cell}");
        }
    }
}
