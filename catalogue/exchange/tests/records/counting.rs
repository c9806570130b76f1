//! Progress of reading reaches the total.

use super::VOCABULARIES;
use super::tables::TABLE;
use catalogue::progress::Progress;
use catalogue_exchange::{FindingKind, Format, JsonlReader};

#[test]
fn every_byte_of_lines_is_counted_in_parts_of_any_size() {
    let text = "\u{feff}{\"name\": \"A\"}\r\n\n{\"name\": \"Ö\"}\nnot json\n\n{\"name\": \"C\", \"ages\": 1}\n{\"name\": \"D\"}";
    for most in 1..6 {
        let progress = Progress::of(text.len() as u64);
        let mut lines = JsonlReader::new(text.as_bytes(), VOCABULARIES.clone());
        let (mut names, mut rows) = (Vec::new(), Vec::new());
        while let Some(part) = lines.read_part(most, &progress).unwrap() {
            assert!(part.records.len() <= most);
            names.extend(part.records.into_iter().map(|record| record.name));
            rows.extend(part.rows);
        }
        assert_eq!(progress.now(), (text.len() as u64, text.len() as u64));
        assert_eq!((names, rows), (["A", "Ö", "D"].map(String::from).to_vec(), vec![1, 3, 7]));
        assert!(lines.is_faulty());
        let found = lines.finish("fil").unwrap_err().findings;
        assert!(matches!(found[0].kind, FindingKind::NotJson(_)) && found[0].row == 4, "{found:?}");
        assert!(matches!(found[1].kind, FindingKind::Fault(_)) && found[1].row == 6, "{found:?}");
    }
}

#[test]
fn ids_and_organisations_are_known_across_parts() {
    let organization = r#"{"id": "ny", "name": "Ny", "type": "company", "role": "owner"}"#;
    let first = format!("{{\"name\": \"A\", \"organizations\": [{organization}]}}");
    let text =
        format!("{first}\n{{\"name\": \"B\", \"organizations\": [{{\"id\": \"ny\", \"role\": \"owner\"}}]}}\n{first}");
    let mut lines = JsonlReader::new(text.as_bytes(), VOCABULARIES.clone());
    let mut organizations = 0;
    while let Some(part) = lines.read_part(1, &Progress::default()).unwrap() {
        organizations += part.organizations.len();
    }
    assert_eq!(organizations, 1);
    let found = lines.finish("fil").unwrap_err().findings;
    assert!(
        matches!(found.as_slice(), [finding] if matches!(finding.kind, FindingKind::DuplicateId(_)) && finding.row == 3)
    );
}

#[test]
fn every_row_of_a_table_is_counted() {
    let sheet = TABLE.open(Format::Csv, "Namn\r\nA\r\n\r\nB\r\nC".as_bytes()).unwrap();
    let progress = Progress::default();
    TABLE.read("fil", &sheet, &|_| None, VOCABULARIES.clone(), &progress).unwrap();
    assert_eq!(progress.now(), (3, 3));
}
