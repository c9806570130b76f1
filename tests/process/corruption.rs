//! The service starts after any damage to its index files, and finds the records of the database.

use super::service::{Service, command, finished};
use super::{folder, index_of};
use std::fs;
use std::path::{Path, PathBuf};

/// A data directory whose service was killed, and the number of its records.
fn after_a_crash() -> (tempfile::TempDir, u64) {
    let data = folder();
    let service = Service::start(data.path());
    let total = total(&service);
    service.kill();
    (data, total)
}

fn total(service: &Service) -> u64 {
    service.get("/api/v1/interventions?ended=include").1["total"].as_u64().expect("a total")
}

fn files_of_index(data: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(index_of(data)).unwrap().flatten().map(|e| e.path()).collect();
    files.retain(|path| path.file_name().is_some_and(|n| !n.to_string_lossy().starts_with(".tantivy")));
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Starts the service on a damaged copy of the data. It must start, and finally find every record by a search for
/// words.
fn assert_recovers(data: &Path, total_before: u64, name: &str, damage: impl FnOnce(&Path)) {
    let copied = folder();
    copy(data, copied.path());
    damage(copied.path());
    let service = Service::start(copied.path());
    service.wait_until(|s| {
        let (status, found) = s.get("/api/v1/interventions?q=praktik&ended=include");
        status == 200 && found["total"].as_u64() > Some(0) && s.get("/api/v1/interventions?ended=include").0 == 200
    });
    assert_eq!(total(&service), total_before, "{name}");
    service.stop();
}

#[test]
fn the_service_starts_after_a_flipped_byte_in_any_file() {
    let (data, total) = after_a_crash();
    let files = files_of_index(data.path());
    assert!(files.len() > 5, "{files:?}");
    for (turn, file) in files.into_iter().enumerate() {
        let name = file.file_name().unwrap().to_owned();
        let size = fs::metadata(&file).unwrap().len() as usize;
        // Alternates between the start, the middle and the end of files, where the footer is. A test of every position
        // would take too long, because each start takes a second.
        let place = [0, size / 2, size.saturating_sub(9)][turn % 3];
        if place < size {
            assert_recovers(data.path(), total, &format!("{} at {place} of {size}", name.display()), |copied| {
                let path = index_of(copied).join(&name);
                let mut bytes = fs::read(&path).unwrap();
                bytes[place] ^= 0x55;
                fs::write(&path, bytes).unwrap();
            });
        }
    }
}

#[test]
fn the_service_starts_with_missing_empty_or_foreign_files() {
    let (data, total) = after_a_crash();
    for name in ["meta.json", "manifest.json", "../current", ".managed.json"] {
        for (what, content) in [("missing", None), ("empty", Some("")), ("else", Some("något annat"))] {
            assert_recovers(data.path(), total, &format!("{name} {what}"), |copied| {
                let path = index_of(copied).join(name);
                match content {
                    None => fs::remove_file(path).unwrap(),
                    Some(text) => fs::write(path, text).unwrap(),
                }
            });
        }
    }
    assert_recovers(data.path(), total, "an empty folder of the index", |copied| {
        fs::remove_dir_all(index_of(copied)).unwrap();
        fs::create_dir_all(copied.join("index/1")).unwrap();
    });
}

/// A restored folder can contain a database that is older than the index.
#[test]
fn an_index_ahead_of_its_database_is_rebuilt() {
    let data = folder();
    Service::start(data.path()).stop();
    let backup = folder();
    fs::copy(data.path().join("catalogue.sqlite"), backup.path().join("catalogue.sqlite")).unwrap();
    let file = data.path().join("more.jsonl");
    fs::write(&file, "{\"name\": \"Zebrafinken\"}\n").unwrap();
    assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions?q=zebrafinken").1["total"], 1);
    service.stop();
    for left_over in ["catalogue.sqlite-wal", "catalogue.sqlite-shm"] {
        let _ = fs::remove_file(data.path().join(left_over));
    }
    fs::copy(backup.path().join("catalogue.sqlite"), data.path().join("catalogue.sqlite")).unwrap();
    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions/zebrafinken").0, 404);
    assert_eq!(service.get("/api/v1/interventions?q=zebrafinken").1["total"], 0, "it is found and cannot be opened");
    let ready = service.get("/readyz").1;
    assert_eq!(ready["store_seq"], ready["index_seq"]);
    service.stop();
}

#[test]
fn an_index_of_another_database_is_rebuilt() {
    let (data, total) = after_a_crash();
    for left_over in ["catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"] {
        let _ = fs::remove_file(data.path().join(left_over));
    }
    assert_recovers(data.path(), total, "a new database", |_| {});
}

#[test]
fn a_file_that_is_no_database_is_refused_at_once() {
    let data = folder();
    fs::write(data.path().join("catalogue.sqlite"), "this is a letter. ".repeat(500)).unwrap();
    let before = std::time::Instant::now();
    let (code, out, errors) = finished(command(data.path()).args(["serve", "--listen", "127.0.0.1:0"]));
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(errors.contains("catalogue.sqlite") && errors.contains("not a database"), "{errors}");
    assert!(before.elapsed().as_secs() < 15, "{:?}", before.elapsed());
}
