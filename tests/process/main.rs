//! Tests of the real binary: start, stop, files and sockets.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod corruption;
mod external_writes;
mod lexicon;
mod libreoffice;
mod progress;
mod releases;
mod service;
mod tables;
mod writes;

use serde_json::json;
use service::{Service, command, finished, free_port};
use std::fs;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// The folder of the current index.
fn index_of(data: &Path) -> PathBuf {
    let current = fs::read_to_string(data.join("index/current")).expect("a pointer to the index");
    data.join("index").join(current.trim())
}

/// The largest document store file of a segment.
fn segment_file(data: &Path) -> PathBuf {
    let files = fs::read_dir(index_of(data)).expect("an index").flatten().map(|e| e.path());
    let store = files.filter(|p| p.extension().is_some_and(|e| e == "store"));
    store.max_by_key(|p| p.metadata().map_or(0, |m| m.len())).expect("a segment")
}

#[test]
fn the_first_start_imports_and_the_second_reuses() {
    let data = folder();
    let service = Service::start(data.path());
    let total = service.get("/api/v1/interventions").1["total"].as_u64().expect("a total");
    assert!(total >= 30, "{total}");
    let ready = service.get("/readyz").1;
    assert_eq!(ready["store_seq"], ready["index_seq"]);
    let log = service.stop();
    assert!(log.contains("the first catalogue is in the database"), "{log}");

    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions").1["total"], total);
    let log = service.stop();
    assert!(!log.contains("first catalogue") && !log.contains("the index is built"), "{log}");
}

#[test]
fn a_missing_index_is_rebuilt() {
    let data = folder();
    Service::start(data.path()).stop();
    fs::remove_dir_all(data.path().join("index")).unwrap();
    let service = Service::start(data.path());
    assert!(service.get("/api/v1/interventions?q=sfi").1["total"].as_u64() > Some(0));
    assert!(service.stop().contains("there is none"));
}

#[test]
fn a_truncated_file_is_detected() {
    let data = folder();
    Service::start(data.path()).stop();
    let file = segment_file(data.path());
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let service = Service::start(data.path());
    assert!(service.get("/api/v1/interventions").1["total"].as_u64() > Some(0));
    let log = service.stop();
    assert!(log.contains("bytes instead of"), "{log}");
}

#[test]
fn an_index_of_another_schema_is_rebuilt() {
    let data = folder();
    Service::start(data.path()).stop();
    let manifest = index_of(data.path()).join("manifest.json");
    let mut value: serde_json::Value = serde_json::from_str(&fs::read_to_string(&manifest).unwrap()).unwrap();
    value["identity"]["schema"] = json!("older");
    fs::write(&manifest, value.to_string()).unwrap();
    let log = Service::start(data.path()).stop();
    assert!(log.contains("another version of the program"), "{log}");
}

#[test]
fn after_an_unclean_stop_a_damaged_index_is_rebuilt() {
    let data = folder();
    Service::start(data.path()).kill();
    let before = index_of(data.path());
    let file = segment_file(data.path());
    let mut bytes = fs::read(&file).unwrap();
    bytes[10] ^= 0xff;
    fs::write(&file, bytes).unwrap();
    let service = Service::start(data.path());
    service.wait_for_log("\"the index is built\"");
    assert!(service.get("/api/v1/interventions").1["total"].as_u64() > Some(0));
    assert_ne!(index_of(data.path()), before);
    let log = service.stop();
    assert!(log.contains("damaged"), "{log}");
}

#[test]
fn after_an_unclean_stop_an_intact_index_is_kept() {
    let data = folder();
    Service::start(data.path()).kill();
    let service = Service::start(data.path());
    service.wait_for_log("the index is verified");
    service.stop();
}

#[test]
fn a_second_service_and_a_reindex_are_refused() {
    let data = folder();
    let service = Service::start(data.path());
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["reindex"]] {
        let (code, _, errors) = finished(command(data.path()).args(arguments));
        assert_eq!(code, 1, "{arguments:?}");
        assert!(errors.contains("already runs"), "{errors}");
    }
    service.stop();
    let (code, out, _) = finished(command(data.path()).arg("reindex"));
    assert_eq!(code, 0);
    assert!(out.contains("records indexed"), "{out}");
}

#[test]
fn a_used_port_and_a_read_only_folder_are_refused() {
    let data = folder();
    let service = Service::start(data.path());
    let other = folder();
    let (code, _, errors) = finished(command(other.path()).args(["serve", "--listen", &service.address()]));
    assert_eq!(code, 1);
    assert!(errors.contains("cannot listen on"), "{errors}");
    service.stop();

    let closed = folder();
    let mut permissions = fs::metadata(closed.path()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(closed.path(), permissions).unwrap();
    let mut serve = command(closed.path());
    serve.args(["serve", "--listen", "127.0.0.1:0"]);
    // Root can write everywhere, so the program runs as the user `nobody` if the tests run as root.
    if fs::File::create(closed.path().join("probe")).is_ok() {
        serve.uid(65_534).gid(65_534);
    }
    let (code, _, errors) = finished(&mut serve);
    assert_eq!(code, 1);
    assert!(errors.contains("cannot be written"), "{errors}");
}

#[test]
fn wrong_usage_exits_with_two() {
    let data = folder();
    for arguments in [&["imprt"][..], &["import"], &["--listen", "nowhere"], &["serve", "--port", "1"]] {
        assert_eq!(finished(command(data.path()).args(arguments)).0, 2, "{arguments:?}");
    }
}

#[test]
fn a_running_service_follows_an_import() {
    let data = folder();
    let service = Service::start(data.path());
    let file = data.path().join("more.jsonl");
    fs::write(&file, "{\"name\": \"Zebrafinken\", \"coverage\": [\"0780\"]}\n").unwrap();
    let (code, out, errors) = finished(command(data.path()).arg("import").arg(&file));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("1 new, 0 changed"), "{out}");
    service.wait_until(|s| s.get("/api/v1/interventions?q=zebrafinken").1["total"] == 1);
    service.stop();
}

#[test]
fn an_import_is_atomic_and_reports_every_fault() {
    let data = folder();
    Service::start(data.path()).stop();
    let file = data.path().join("faulty.jsonl");
    let lines =
        "{\"name\": \"Bra insats\"}\n{\"name\": \"Dålig\", \"ages\": [{\"min\": 300}], \"colour\": 1}\nnot json\n";
    fs::write(&file, lines).unwrap();
    let (code, _, errors) = finished(command(data.path()).arg("import").arg(&file));
    assert_eq!(code, 1);
    for part in [
        "faulty.jsonl:2: Ålder: ",
        "från 0 till 120",
        "faulty.jsonl:2: /colour: ",
        "faulty.jsonl:3: Raden är inte JSON",
    ] {
        assert!(errors.contains(part), "{part} in {errors}");
    }
    let (_, all, _) = finished(command(data.path()).arg("export"));
    assert!(!all.contains("Bra insats"));
}

#[test]
fn a_dry_run_and_an_imported_export_change_nothing() {
    let data = folder();
    Service::start(data.path()).stop();
    let (_, before, _) = finished(command(data.path()).arg("export"));
    let file = data.path().join("one.jsonl");
    fs::write(&file, "{\"name\": \"Bara prov\"}\n").unwrap();
    let (code, out, _) = finished(command(data.path()).args(["import", "--dry-run"]).arg(&file));
    assert_eq!(code, 0);
    assert!(out.contains("+ bara-prov") && out.contains("nothing was changed"), "{out}");

    let exported = data.path().join("all.jsonl");
    fs::File::create(&exported).unwrap().write_all(before.as_bytes()).unwrap();
    let (code, out, errors) = finished(command(data.path()).arg("import").arg(&exported));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("0 new, 0 changed"), "{out}");
    assert_eq!(finished(command(data.path()).arg("export")).1, before);
}

#[test]
fn a_signal_stops_it_with_an_idle_connection() {
    let data = folder();
    let service = Service::start(data.path());
    let idle = std::net::TcpStream::connect(service.address()).unwrap();
    let log = service.stop();
    assert!(log.contains("\"stopped\""), "{log}");
    assert!(!data.path().join("running").exists(), "a clean stop leaves no marker");
    drop(idle);
}

#[test]
fn the_log_contains_no_query() {
    let data = folder();
    let service = Service::start(data.path());
    service.get("/api/v1/interventions?q=hemligsorg&municipality=ingenstans");
    service.get("/sok?q=hemligsorg&age=abc");
    let log = service.stop();
    assert!(
        log.contains("/api/v1/interventions") && !log.contains("hemligsorg") && !log.contains("ingenstans"),
        "{log}"
    );
}

#[test]
fn check_passes_on_the_shipped_catalogue_and_reports_faults() {
    let data = folder();
    let (code, out, _) = finished(command(data.path()).arg("check"));
    assert_eq!((code, out.trim()), (0, "ok"));
    let broken = folder();
    fs::create_dir_all(broken.path().join("interventions")).unwrap();
    fs::create_dir_all(broken.path().join("vocabularies")).unwrap();
    fs::write(broken.path().join("interventions/a.toml"), "name = \"A\"\nage = 3\n").unwrap();
    let (code, out, _) = finished(command(data.path()).arg("check").arg(broken.path()));
    assert_eq!(code, 1);
    assert!(out.contains("interventions/a.toml:2: /age: unknown key"), "{out}");
    let (code, out, _) = finished(command(data.path()).arg("check").arg("/nowhere").stdout(Stdio::piped()));
    assert_eq!(code, 1);
    assert!(out.contains("cannot be read"), "{out}");
}

#[test]
fn the_configuration_file_and_the_environment_are_read() {
    let data = folder();
    let port = free_port();
    let file = data.path().join("settings.toml");
    fs::write(&file, format!("listen = \"127.0.0.1:{port}\"\n")).unwrap();
    let service = Service::start_with(data.path(), &["--config", file.to_str().unwrap()], false);
    assert!(service.address().ends_with(&port.to_string()));
    service.stop();
}
