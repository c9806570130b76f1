//! Files that LibreOffice has opened and saved in common formats. Skipped without `soffice` (LibreOffice Calc takes 276
//! MB on Debian, too much for a test to install).

use super::tables::{changes_nothing, export, filled};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether LibreOffice can be run.
fn is_installed() -> bool {
    let there = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        eprintln!("skipped: no soffice");
    }
    there
}

/// Opens a file in LibreOffice and saves a copy. `filter` is the extension with its LibreOffice options.
fn saved(file: &Path, read_as: Option<&str>, filter: &str, to: &Path) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    let mut office = Command::new("soffice");
    // The profile is a new one, because a running LibreOffice of the user would otherwise execute the command.
    office.arg(format!("-env:UserInstallation=file://{}/profile", to.display()));
    office.args(["--headless", "--norestore"]).args(read_as.map(|options| format!("--infilter={options}")));
    office.args(["--convert-to", filter, "--outdir"]).arg(to).arg(file);
    let output = office.stdin(Stdio::null()).output().unwrap();
    let ending = filter.split(':').next().unwrap();
    let saved = to.join(file.file_name().unwrap()).with_extension(ending);
    assert!(saved.exists(), "{}", String::from_utf8_lossy(&output.stderr));
    saved
}

/// Options of the CSV filter: separator, quotation mark, character set (76: UTF-8, 1: Windows-1252, 65535: UTF-16),
/// first line, column formats, language (1053: Swedish), quoted fields as text, detect numbers; for writing: values as
/// displayed.
const SEMICOLONS: &str = "CSV:59,34,76,1,,1053,false,false";

#[test]
fn an_export_saved_by_libreoffice_changes_nothing() {
    if !is_installed() {
        return;
    }
    let data = filled();
    let (csv, xlsx) = (data.path().join("all.csv"), data.path().join("all.xlsx"));
    export(data.path(), &csv);
    export(data.path(), &xlsx);
    let files = [
        (&xlsx, None, "xlsx"),
        (&xlsx, None, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"),
        (&xlsx, None, "csv:Text - txt - csv (StarCalc):59,34,76,1,,1053,false,true"),
        (&xlsx, None, "csv:Text - txt - csv (StarCalc):9,34,65535,1,,1053,false,true"),
        (&csv, Some(SEMICOLONS), "xlsx"),
        (&csv, Some(SEMICOLONS), "csv:Text - txt - csv (StarCalc):59,34,76,1,,1053,false,true"),
    ];
    for (number, (file, read_as, filter)) in files.into_iter().enumerate() {
        let saved = saved(file, read_as, filter, &data.path().join(number.to_string()));
        changes_nothing(data.path(), &saved);
    }
}
