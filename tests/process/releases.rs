//! Data directories of earlier releases can be opened and give the same responses.

use crate::folder;
use crate::service::{Service, command, finished};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn release(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/releases").join(version)
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_data_directory_of_0_1_0_answers_as_it_did() {
    let (data, release) = (folder(), release("0.1.0"));
    copy_folder(&release.join("data"), data.path());
    let (code, out, errors) =
        finished(command(data.path()).args(["key", "add", "--name", "releases", "--role", "admin"]));
    assert_eq!(code, 0, "{errors}");
    let key = format!("Authorization: Bearer {}\r\n", out.lines().last().unwrap());
    // At the second start, the tables are already migrated.
    for _ in 0..2 {
        let service = Service::start(data.path());
        for (path, file) in [
            ("/api/v1/export.jsonl", "export.jsonl"),
            ("/api/v1/changes", "changes.json"),
            ("/api/v1/interventions/prov-a/history", "history.json"),
        ] {
            let (status, body) = service.send_text("GET", path, &key, "");
            assert_eq!((status, body), (200, fs::read_to_string(release.join(file)).unwrap()), "{path}");
        }
        let (status, gone) = service.get("/api/v1/interventions/prov-b");
        assert_eq!((status, gone["successor"]["id"].as_str()), (410, Some("prov-c")), "{gone}");
        // It has no vocabulary of ends.
        assert_eq!(service.get("/api/v1/interventions?ends=within_6_months").0, 200);
        assert_eq!(service.get("/api/v1/interventions/prov-d").0, 404, "a draft is not public");
        service.stop();
    }
}

#[test]
fn a_put_reads_the_row_twice_and_parses_it_once() {
    let data = folder();
    let (code, out, errors) = finished(command(data.path()).args(["key", "add", "--name", "prov", "--role", "admin"]));
    assert_eq!(code, 0, "{errors}");
    let key = format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", out.lines().last().unwrap());
    let mut logged = command(data.path());
    logged.env("RUST_LOG", "info,sqlx::query=debug").args(["serve", "--listen", "127.0.0.1:0"]);
    let service = Service::start_command(logged);
    let (status, created) = service.send("POST", "/api/v1/interventions", &key, r#"{"id": "a", "name": "A"}"#);
    assert_eq!(status, 201, "{created}");
    let headers = format!("{key}If-Match: \"1\"\r\n");
    let (status, replaced) = service.send("PUT", "/api/v1/interventions/a", &headers, r#"{"name": "A 2"}"#);
    assert_eq!((status, &replaced["revision"]), (200, &Value::from(2)), "{replaced}");
    let log = service.stop();

    let mut reads = Vec::new();
    for line in log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let fields = &line["fields"];
        let text = |key: &str| fields[key].as_str().unwrap_or_default().trim().to_owned();
        let whole = if text("db.statement").is_empty() { text("summary") } else { text("db.statement") };
        let words = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_read = words.starts_with("select") && words.contains("from intervention where id");
        // Ignores the reads of the index.
        if is_read && !words.contains("from change") && !words.contains("id > $1") {
            reads.push(words);
        }
    }
    let parsed = reads.iter().filter(|read| read.contains("where id = $1")).count();
    let compared = reads.iter().filter(|read| read.ends_with("where id in ($1)")).count();
    // Both requests read the row in their transaction. `PUT` also reads and parses it before the transaction, to check
    // the access rights.
    assert_eq!((parsed, compared, reads.len()), (1, 2, 3), "{reads:#?}");
}
