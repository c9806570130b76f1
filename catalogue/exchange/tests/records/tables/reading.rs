//! Cells as people type them, and the findings of cells that cannot be read.

use super::super::record;
use super::{TABLE, current, lines, nothing, one};
use catalogue_exchange::FindingKind;
use serde_json::json;

#[test]
fn values_as_people_type_them() {
    let cases = [
        (
            "Ålder",
            "16–24; 13-17 (metodutveckling); 65+; från 20 år; upp till 29; 19",
            json!({"ages": [
            {"min": 16, "max": 24}, {"min": 13, "max": 17, "note": "metodutveckling"}, {"min": 65}, {"min": 20}, {"max": 29},
            {"min": 19, "max": 19}]}),
        ),
        ("Ålder", "(de flesta är unga)", json!({"ages": [{"note": "de flesta är unga"}]})),
        (
            "Var",
            "Växjö; 765; 07; HELA LANDET; almhult; Kronobergs län",
            json!({"coverage": ["0780", "0765", "07", "national"]}),
        ),
        (
            "Var",
            "0764 Alvesta; 0780 Växjö kommun; Göteborgs Stad; Habo; Region Gotland; Falu kommun; Visby; 342 50",
            json!({"coverage": ["0764", "0780", "1480", "0643", "0980", "2080"]}),
        ),
        ("Var", "07 Kronobergs län; Småland; VGR", json!({"coverage": ["07", "06", "08", "14"]})),
        ("Organisationer", "Växjö kommun (ansvarar); esf (Finansiär); \"ny-forening\" (owner)", json!(null)),
        (
            "Organisationer",
            "Växjö kommun (ansvarar); esf (Finansiär)",
            json!({"organizations": [
            {"id": "vaxjo-kommun", "role": "owner"}, {"id": "esf", "role": "funder"}]}),
        ),
        (
            "Kontakt",
            "Projektkontoret | telefon: 0470-410 00 | E-POST: info@vaxjo.se",
            json!({"contacts": [
            {"name": "Projektkontoret", "email": "info@vaxjo.se", "phone": "0470-410 00"}]}),
        ),
        (
            "Tider",
            "mån–ons 14–15.30 (drop in); söndagar; kl. 9:00-",
            json!({"schedules": [
            {"byday": ["MO", "TU", "WE"], "opens_at": "14:00", "closes_at": "15:30", "text": "drop in"}, {"byday": ["SU"]},
            {"opens_at": "09:00"}]}),
        ),
        (
            "Mål",
            "Deltagare | antal: 1 000 | enhet: personer",
            json!({"goals": [{"text": "Deltagare", "target": 1000, "unit": "personer"}]}),
        ),
        (
            "Plats",
            "Folkets hus | latitud: 56,63 | longitud: 15.54",
            json!({"locations": [
            {"name": "Folkets hus", "latitude": 56.63, "longitude": 15.54}]}),
        ),
        (
            "Källor",
            "Planen | datum: jan-26 | styrker: Ålder, Period, Status",
            json!({"sources": [
            {"document": "Planen", "date": "2026-01", "supports": ["ages", "period", "status"], "stated": "explicit"}]}),
        ),
        (
            "Steg för steg",
            "\"Kom på möte; ta med fika\"; Börja",
            json!({"steps": ["Kom på möte; ta med fika", "Börja"]}),
        ),
        ("Period: start", "46053", json!({"period": {"start": "2026-01-31"}})),
        ("Period: slut", "2026-01-31 00:00:00", json!({"period": {"end": "2026-01-31"}})),
        ("Tolk", "SANT", json!({"interpreter": true})),
        ("Platser: antal", "20.0", json!({"capacity": {"places": 20}})),
        ("Språk", "svenska; ar; Dari", json!({"languages": ["sv", "ar", "prs"]})),
        ("Läge", "Utkast", json!({"state": "draft"})),
        ("Målgrupper", "Unga; UVAS", json!({"target_groups": ["unga", "uvas"]})),
        ("target_groups", "unga", json!({"target_groups": ["unga"]})),
    ];
    for (heading, typed, expected) in cases {
        let typed = format!("\"{}\"", typed.replace('"', "\"\""));
        let rows = [format!("Namn;{heading}"), format!("A;{typed}")];
        let read = lines(&[&rows[0], &rows[1]], &nothing());
        if expected.is_null() {
            assert!(read.is_err(), "{typed}");
            continue;
        }
        let batch = read.unwrap_or_else(|report| panic!("{typed}: {report}"));
        let written = serde_json::to_value(&batch.records[0]).unwrap();
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(&written[key], value, "{typed}");
        }
    }
}

#[test]
fn a_missing_column_leaves_and_an_empty_cell_takes_away() {
    let known = record(
        &json!({"id": "a", "name": "A", "summary": "S.", "description": "D.", "period": {"start": "2024", "end": "2025"},
        "cost": {"free": true}, "ages": [{"min": 16}], "state": "draft"}),
    );
    let batch =
        lines(&["Identitet;Kort om insatsen;Period: slut;Kostnad: gratis", "a;;;"], &current(&[known])).unwrap();
    assert_eq!(
        serde_json::to_value(&batch.records[0]).unwrap(),
        json!({"id": "a", "name": "A", "description": "D.", "period": {"start": "2024"}, "ages": [{"min": 16}],
            "kind": "other", "level": "individual", "state": "draft"})
    );
    // A new record needs a name.
    let report = lines(&["Identitet;Kort om insatsen", "a;S."], &nothing()).unwrap_err();
    assert_eq!(report.findings[0].pointer().as_deref(), Some("/name"));
    // Without an id the name gives the id, as in JSON Lines.
    let known = record(&json!({"name": "Vägen hem", "summary": "S."}));
    let batch = lines(&["Namn;Beskrivning", "Vägen hem;D."], &current(&[known])).unwrap();
    assert_eq!((batch.records[0].id.as_str(), batch.records[0].summary.as_deref()), ("vagen-hem", Some("S.")));
}

#[test]
fn headings_in_any_order_and_case_and_rows_and_columns_between() {
    let rows = [";;;;", " ÅLDER * ;;#Min kommentar;namn:;status", ";;;;", "16;;strunt;A ;pågår", "", "17; ;;B;"];
    let batch = lines(&rows, &nothing()).unwrap();
    assert_eq!(batch.rows, [4, 6]);
    assert_eq!(batch.records.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(one("#age;name;ages", "x;A;3")["ages"][0]["min"], 3);
}

#[test]
fn every_fault_is_named_by_row_and_column() {
    let report = lines(
        &[
            "Namn;Ålder;Period: slut;Platser: antal;Var;Kontakt",
            "A;sexton;snart;många;Vaxjo;A | B",
            "B;;;;;",
            "B;7-9 (x;;;;",
            "#REF!;;;;;",
        ],
        &nothing(),
    )
    .unwrap_err();
    let found: Vec<(usize, String)> = report
        .findings
        .iter()
        .map(|f| (f.row, TABLE.column_of(&f.pointer().unwrap()).unwrap().heading.clone()))
        .collect();
    let expected = [
        (2, "Ålder"),
        (2, "Var"),
        (2, "Period: slut"),
        (2, "Kontakt"),
        (2, "Platser: antal"),
        (4, "Ålder"),
        (5, "Namn"),
    ];
    // "Vaxjo" is compared without diacritics.
    let expected: Vec<(usize, String)> =
        expected.into_iter().filter(|(_, c)| *c != "Var").map(|(row, column)| (row, column.to_owned())).collect();
    assert_eq!(found, expected, "{report}");
    let twice = lines(&["Namn", "A", "A"], &nothing()).unwrap_err();
    assert!(
        matches!(&twice.findings[..], [f] if f.row == 3 && matches!(f.kind, FindingKind::DuplicateId(_))),
        "{twice}"
    );
}

#[test]
fn headings_that_lead_nowhere_are_named() {
    let report = lines(&["Namn;Beskrivnig;;Namn", "A;B;C;D"], &nothing()).unwrap_err();
    let whats: Vec<&FindingKind> = report.findings.iter().map(|f| &f.kind).collect();
    assert!(
        matches!(whats[0], FindingKind::UnknownHeading(heading, near) if heading == "Beskrivnig" && near[0] == "Beskrivning"),
        "{report}"
    );
    assert!(matches!(whats[1], FindingKind::UnknownHeading(heading, _) if heading.is_empty()), "{report}");
    assert!(matches!(whats[2], FindingKind::HeadingTwice(heading) if heading == "Namn"), "{report}");
    for text in ["", "\n\n", "hej;hopp\n1;2"] {
        let report = lines(&[text], &nothing()).unwrap_err();
        assert!(matches!(report.findings[..], [ref f] if f.kind == FindingKind::NoHeadings), "{text:?} {report}");
    }
}

#[test]
fn an_organisation_that_is_not_there_can_be_written_out() {
    let head = "Namn;Organisationer";
    let row = "A;Ny förening | identitet: ny-forening | typ: Civilsamhälle | roll: ansvarar";
    let batch = lines(&[head, row, "B;ny-forening (finansiär)"], &nothing());
    let batch = batch.unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(batch.organizations[0].name, "Ny förening");
    assert_eq!(batch.records[1].organizations[0].id.as_str(), "ny-forening");
}

/// Every column reads what it writes, and no two columns share a heading.
#[test]
fn every_heading_and_key_leads_to_its_own_column() {
    for (at, column) in TABLE.columns().iter().enumerate() {
        let pointer = format!("/{}", column.key.replace('.', "/"));
        assert_eq!(TABLE.column_of(&pointer).unwrap().key, column.key);
        for heading in [&column.heading, &column.key] {
            let report = lines(&[&format!("{heading};{}", column.key), "1;2"], &nothing()).unwrap_err();
            assert!(
                matches!(&report.findings[0].kind, FindingKind::HeadingTwice(_)),
                "column {at} {heading}: {report}"
            );
        }
    }
}
