//! Faulty input: every fault is reported with its file, its line, the value and what is allowed.

use super::{VOCABULARIES, read};
use catalogue_exchange::folder::{self, FileFault, Origin};
use catalogue_exchange::read_jsonl;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// A catalogue folder with the shipped vocabularies and these records.
fn folder_of(records: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("interventions")).unwrap();
    std::fs::create_dir(dir.path().join("vocabularies")).unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/vocabularies");
    for entry in std::fs::read_dir(shipped).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, dir.path().join("vocabularies").join(path.file_name().unwrap())).unwrap();
    }
    for (name, text) in records {
        std::fs::write(dir.path().join("interventions").join(name), text).unwrap();
    }
    dir
}

fn check(dir: &TempDir) -> Vec<FileFault> {
    folder::check(&Origin::Folder(dir.path().to_owned()))
}

#[track_caller]
fn expect(faults: &[FileFault], file: &str, line: usize, words: &str) {
    let found = faults.iter().any(|f| f.file == file && f.line == line && f.message.contains(words));
    assert!(found, "{file}:{line}: {words}\nfound: {faults:#?}");
}

const WHOLE: &str = r#"id = "whole"
name = "Hel"
summary = "En insats."
coverage = ["0780"]

[[organizations]]
id = "vaxjo-kommun"
role = "owner"

[[sources]]
document = "sok-kronoberg-handlingsplan-2025"
supports = ["coverage", "organizations"]
"#;

#[test]
fn a_whole_record_passes() {
    assert_eq!(check(&folder_of(&[("whole.toml", WHOLE)])), []);
}

#[test]
fn every_fault_of_every_file_at_once() {
    let many = r#"id = "faulty"
name = "Felaktig"
kund = "kommun"
coverage = ["0780", "9999"]
target_groups = ["uvaz"]

[[ages]]
min = 30
max = 200

[[organizations]]
id = "vaxjo-komun"
role = "ägare"
"#;
    let broken = "name = \"A\"\nsummary = \n";
    let dir = folder_of(&[("faulty.toml", many), ("broken.toml", broken), ("whole.toml", WHOLE)]);
    let faults = check(&dir);
    let file = "interventions/faulty.toml";
    expect(&faults, file, 3, "kind");
    expect(&faults, file, 4, "9999");
    expect(&faults, file, 5, "uvas");
    expect(&faults, file, 9, "0 to 120");
    expect(&faults, file, 12, "vaxjo-kommun");
    expect(&faults, file, 13, "owner, provider, partner, funder");
    expect(&faults, "interventions/broken.toml", 2, "");
    assert!(faults.iter().all(|f| f.file != "interventions/whole.toml"), "{faults:#?}");
}

#[test]
fn requirements_of_shipped_records_are_reported() {
    let bare = "id = \"bare\"\nname = \"Bar\"\n\n[[ages]]\nmin = 16\n";
    let wrong_name = WHOLE.replace("\"whole\"", "\"other\"");
    let long = WHOLE.replace("supports", &format!("quote = \"{}\"\nsupports", "ord ".repeat(26)));
    let unknown =
        WHOLE.replace("sok-kronoberg-handlingsplan-2025", "okant-dokument").replace("\"coverage\"", "\"coverag\"");
    let dir = folder_of(&[
        ("bare.toml", bare),
        ("wrong-name.toml", &wrong_name),
        ("whole.toml", &long.replace("Hel\"", "Lång\"")),
        ("unknown.toml", &unknown.replace("\"whole\"", "\"unknown\"").replace("Hel\"", "Okänd\"")),
    ]);
    let faults = check(&dir);
    for words in ["summary", "owner", "source"] {
        assert!(
            faults.iter().any(|f| f.file == "interventions/bare.toml" && f.message.contains(words)),
            "{words}: {faults:#?}"
        );
    }
    expect(&faults, "interventions/bare.toml", 4, "no source supports it");
    expect(&faults, "interventions/wrong-name.toml", 1, "other.toml");
    expect(&faults, "interventions/whole.toml", 12, "26 words");
    expect(&faults, "interventions/unknown.toml", 11, "documents.toml");
    expect(&faults, "interventions/unknown.toml", 12, "coverag");
    expect(&faults, "interventions/unknown.toml", 4, "no source supports it");
}

#[test]
fn faults_between_records_are_reported() {
    let twin = WHOLE.replace("\"whole\"", "\"twin\"").replace("Hel", "HEL");
    let orphan = WHOLE
        .replace("\"whole\"", "\"orphan\"")
        .replace("Hel", "Ensam")
        .replace("summary", "part_of = \"nowhere\"\nsummary");
    let itself = WHOLE
        .replace("\"whole\"", "\"itself\"")
        .replace("Hel", "Själv")
        .replace("summary", "succeeds = \"itself\"\nsummary");
    let dir =
        folder_of(&[("whole.toml", WHOLE), ("twin.toml", &twin), ("orphan.toml", &orphan), ("itself.toml", &itself)]);
    let faults = check(&dir);
    expect(&faults, "interventions/whole.toml", 2, "interventions/twin.toml");
    expect(&faults, "interventions/orphan.toml", 3, "nowhere");
    expect(&faults, "interventions/itself.toml", 3, "itself");
}

#[test]
fn a_number_too_large_for_a_number_is_no_missing_number() {
    let huge =
        format!("{WHOLE}\n[[ages]]\nmin = 99999999999999999999\n").replace("\"coverage\"", "\"coverage\", \"ages\"");
    let no_number = format!("{WHOLE}\n[[locations]]\nname = \"A\"\nlatitude = nan\n")
        .replace("\"whole\"", "\"nan\"")
        .replace("Hel", "B");
    let dir = folder_of(&[("whole.toml", &huge), ("nan.toml", &no_number)]);
    let faults = check(&dir);
    expect(&faults, "interventions/whole.toml", 15, "0 to 120");
    expect(&faults, "interventions/nan.toml", 16, "-90 to 90");
}

#[test]
fn faults_of_vocabularies_name_file_and_line() {
    let dir = folder_of(&[("whole.toml", WHOLE)]);
    let path = |name: &str| dir.path().join("vocabularies").join(name);
    let append = |name: &str, more: &str| {
        let text = std::fs::read_to_string(path(name)).unwrap();
        std::fs::write(path(name), format!("{}\n{more}", text.trim_end())).unwrap();
        text.trim_end().lines().count() + 1
    };
    // Missing cells at the end of a row are empty.
    let append_rows = |name: &str, rows: &[&str]| {
        let cells = |row: &str| row.split(',').count();
        let columns = cells(std::fs::read_to_string(path(name)).unwrap().lines().next().unwrap());
        let filled: Vec<String> = rows.iter().map(|row| format!("{row}{}", ",".repeat(columns - cells(row)))).collect();
        append(name, &filled.join("\n"))
    };
    let no_label = append_rows("methods.csv", &["only-a-code"]);
    let circle =
        append_rows("target_groups.csv", &["ring-a,ring-b,Ring A", "ring-b,ring-a,Ring B", "lonely,nowhere,Ensam"]);
    let twice = append_rows("activities.csv", &["praktik,,Praktik igen"]);
    let organization =
        append("organizations.toml", "\n[[organization]]\nid = \"odd\"\nname = \"Udda\"\ntype = \"club\"\n");
    std::fs::write(path("mystery.csv"), "code,label\n").unwrap();
    let faults = check(&dir);
    expect(&faults, "vocabularies/methods.csv", no_label, "label");
    expect(&faults, "vocabularies/mystery.csv", 1, "not a vocabulary");
    expect(&faults, "vocabularies/target_groups.csv", circle, "circle");
    expect(&faults, "vocabularies/target_groups.csv", circle + 1, "circle");
    expect(&faults, "vocabularies/target_groups.csv", circle + 2, "nowhere");
    expect(&faults, "vocabularies/activities.csv", twice, "twice");
    expect(&faults, "vocabularies/organizations.toml", organization + 2, "club");
}

#[test]
fn a_missing_folder_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let faults = check(&dir);
    assert!(faults[0].message.contains("interventions/ and vocabularies/"), "{faults:?}");
}

#[test]
fn jsonl_names_every_faulty_line() {
    let text = "\u{feff}{\"name\":\"A\"}\n\n{\"name\":\"B\",\"kind\":\"x\",\"ages\":[{\"min\":-1}]}\n{broken\n{\"name\":\"A\"}\n[]\n";
    let report = read_jsonl("in.jsonl", text, &VOCABULARIES).unwrap_err();
    let lines: Vec<usize> = report.findings.iter().map(|f| f.row).collect();
    assert_eq!(lines, [3, 3, 4, 5, 6], "{report}");
    let message = report.to_string();
    for (line, words) in [(3, "/ages/0/min"), (4, "not JSON"), (5, "twice"), (6, "an object")] {
        let is_said = |l: &str| l.starts_with(&format!("in.jsonl:{line}: ")) && l.contains(words);
        assert!(message.lines().any(is_said), "{line} {words}: {message}");
    }
}

#[test]
fn jsonl_ends_lines_like_windows_too() {
    let batch = read_jsonl("in.jsonl", "{\"name\":\"A\"}\r\n{\"name\":\"B\"}\r\n", &VOCABULARIES).unwrap();
    assert_eq!(batch.records.len(), 2);
}

#[test]
fn every_fault_of_a_record_at_once_with_its_pointer() {
    let value = json!({
        "kind": 7, "ages": [{"min": 1}, {"min": 121}], "coverage": ["0780", "abc"], "period": {"start": "2025-13", "when": "now"},
        "contacts": [{"url": "javascript:alert(1)"}], "languages": ["svenska"], "state": "public", "x": 1,
        "summary": "a".repeat(201), "part_of": "Inte en slug", "interpreter": "ja",
    });
    let faults = read(&value).unwrap_err();
    let mut pointers: Vec<&str> = faults.iter().map(|f| f.pointer.as_str()).collect();
    pointers.sort_unstable();
    assert_eq!(
        pointers,
        [
            "/ages/1/min",
            "/contacts/0/url",
            "/coverage/1",
            "/interpreter",
            "/kind",
            "/languages/0",
            "/name",
            "/part_of",
            "/period/start",
            "/period/when",
            "/state",
            "/summary",
            "/x"
        ]
    );
    assert!(faults.iter().all(|f| f.allowed.is_some()), "{faults:#?}");
}

#[test]
fn a_faulty_organisation_hides_no_other_fault() {
    let value = json!({"name": "A", "organizations": [
        {"id": "ny-forening", "name": "Ny förening", "type": "club", "role": "owner"},
        {"id": "ny-forening-2", "name": "Ny förening 2", "type": "clubb", "role": "boss"},
    ], "ages": [{"min": 121}]});
    let faults = read(&value).unwrap_err();
    let pointers: Vec<&str> = faults.iter().map(|f| f.pointer.as_str()).collect();
    for pointer in ["/organizations/0/type", "/organizations/1/type", "/organizations/1/role", "/ages/0/min"] {
        assert!(pointers.contains(&pointer), "{pointer} is not among {pointers:?}");
    }
    assert!(!pointers.contains(&"/organizations/0/id"), "one fault, message once: {faults:#?}");
}

#[test]
fn an_organisation_comes_along_inline() {
    let inline = json!({"id": "ny-forening", "name": "Ny förening", "type": "civil_society", "role": "owner"});
    let valid =
        read(&json!({"name": "A", "organizations": [inline, {"id": "ny-forening", "role": "provider"}]})).unwrap();
    assert_eq!(valid.new_organizations.len(), 1);
    let written = serde_json::to_value(&valid.record).unwrap();
    assert_eq!(
        written["organizations"],
        json!([{"id": "ny-forening", "role": "owner"}, {"id": "ny-forening", "role": "provider"}])
    );
    let bare = read(&json!({"name": "A", "organizations": [{"id": "ny-forening", "role": "owner"}]})).unwrap_err();
    assert_eq!(bare[0].pointer, "/organizations/0/id");
}

#[test]
fn the_nearest_codes_are_reported() {
    let faults =
        read(&json!({"name": "A", "target_groups": ["nyanlända kvinnor", "uvs"], "kind": "municipl"})).unwrap_err();
    let allowed = |pointer: &str| {
        faults.iter().find(|f| f.pointer == pointer).and_then(|f| f.allowed.as_ref()).unwrap().to_string()
    };
    assert!(allowed("/target_groups/1").contains("uvas"), "{faults:#?}");
    assert!(allowed("/kind").contains("municipal"), "{faults:#?}");
}
