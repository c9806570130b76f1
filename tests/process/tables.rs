//! Import and export of tables on the command line.

use super::folder;
use super::service::{Service, command, finished};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

/// A data directory with the shipped catalogue.
pub(crate) fn filled() -> TempDir {
    let data = folder();
    assert_eq!(finished(command(data.path()).arg("export")).0, 0);
    data
}

pub(crate) fn export(data: &Path, to: &Path) {
    let (code, out, errors) = finished(command(data).args(["export", "--output"]).arg(to));
    assert_eq!((code, out.as_str()), (0, ""), "{errors}");
}

#[track_caller]
pub(crate) fn changes_nothing(data: &Path, file: &Path) {
    let (code, out, errors) = finished(command(data).arg("import").arg(file));
    assert_eq!(code, 0, "{}: {errors}", file.display());
    assert!(out.starts_with("0 new, 0 changed, ") && !out.contains(" 0 unchanged"), "{}: {out}", file.display());
}

#[test]
fn an_exported_table_changes_nothing_when_imported() {
    let data = filled();
    for name in ["all.jsonl", "all.csv", "all.xlsx", "ALL.CSV"] {
        let file = data.path().join(name);
        export(data.path(), &file);
        changes_nothing(data.path(), &file);
    }
    let json = data.path().join("all.json");
    export(data.path(), &json);
    assert!(serde_json::from_slice::<Vec<serde_json::Value>>(&fs::read(&json).unwrap()).unwrap().len() >= 30);
    let (code, _, errors) = finished(command(data.path()).arg("import").arg(&json));
    assert!(code == 1 && errors.contains("JSONL"), "{errors}");
    // The file has the permissions of an ordinary file.
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&json).unwrap().permissions()) & 0o777, 0o644);
}

#[test]
fn a_table_with_some_columns_changes_only_these() {
    let data = filled();
    let file = data.path().join("some.csv");
    fs::write(&file, "identitet;kort om insatsen\nskruvas;Ny mening.\n").unwrap();
    let before = finished(command(data.path()).arg("export")).1;
    let (code, out, errors) = finished(command(data.path()).args(["import", "--dry-run"]).arg(&file));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("~ skruvas") && out.contains("nothing was changed"), "{out}");
    assert_eq!(finished(command(data.path()).arg("export")).1, before);
    let service = Service::start(data.path());
    assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
    service.wait_until(|s| s.get("/api/v1/interventions/skruvas").1["summary"] == "Ny mening.");
    let record = service.get("/api/v1/interventions/skruvas").1;
    assert!(record["sources"].as_array().is_some_and(|s| !s.is_empty()) && record["ages"].is_array(), "{record}");
    service.stop();
}

#[test]
fn faults_have_row_and_column_and_no_bar_is_drawn_without_a_terminal() {
    let data = filled();
    let file = data.path().join("faulty.csv");
    fs::write(&file, "Namn;Ålder;Platser: antal\nBra;16–24;5\nDålig;sexton;många\n").unwrap();
    let before = finished(command(data.path()).arg("export")).1;
    let (code, _, errors) = finished(command(data.path()).arg("import").arg(&file));
    assert_eq!(code, 1);
    for part in [
        "faulty.csv:3: Ålder: Vi förstod inte ”sexton”.",
        "faulty.csv:3: Platser: antal: ”många”",
        "2 faults; nothing was changed",
    ] {
        assert!(errors.contains(part), "{part} in {errors}");
    }
    assert!(!errors.contains('\r') && !errors.contains('\u{1b}'), "{errors:?}");
    assert_eq!(finished(command(data.path()).arg("export")).1, before);
    let (code, _, errors) = finished(command(data.path()).args(["import", "--format", "ods"]).arg(&file));
    assert!(code == 2 && errors.contains("xlsx"), "{errors}");
}

#[test]
fn a_table_comes_from_standard_input_and_goes_to_standard_output() {
    let data = filled();
    let (code, csv, errors) = finished(command(data.path()).args(["export", "--format", "csv"]));
    assert_eq!(code, 0, "{errors}");
    let file = data.path().join("all.txt");
    fs::write(&file, csv).unwrap();
    let mut import = command(data.path());
    import.args(["import", "--format", "csv", "-"]).stdin(fs::File::open(&file).unwrap());
    let output = import.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("0 new, 0 changed"), "{output:?}");
}

#[test]
fn an_export_is_imported_into_another_catalogue() {
    let (from, to) = (folder(), folder());
    let file = from.path().join("own.jsonl");
    let organization =
        r#"{"id": "nya-foreningen", "name": "Nya föreningen", "type": "civil_society", "role": "owner"}"#;
    fs::write(&file, format!("{{\"name\": \"Zebrafinken\", \"organizations\": [{organization}]}}\n")).unwrap();
    assert_eq!(finished(command(from.path()).arg("import").arg(&file)).0, 0);
    let exported = from.path().join("all.jsonl");
    assert_eq!(finished(command(from.path()).args(["export", "--output"]).arg(&exported)).0, 0);
    let (code, out, errors) = finished(command(to.path()).arg("import").arg(&exported));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("1 new, 0 changed"), "{out}");
    let again = finished(command(to.path()).arg("export")).1;
    assert_eq!(again, fs::read_to_string(&exported).unwrap());
}
