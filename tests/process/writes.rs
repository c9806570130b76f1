//! Durability of acknowledged writes, API keys, and backups.

use super::folder;
use super::service::{Service, command, finished};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

const ALL: &str = "/api/v1/interventions";

fn key(data: &Path, arguments: &[&str]) -> String {
    let (code, out, errors) = finished(command(data).args(["key", "add", "--name", "Test"]).args(arguments));
    assert_eq!(code, 0, "{errors}");
    out.lines().last().expect("a key").to_owned()
}

fn headers(key: &str) -> String {
    format!("Authorization: Bearer {key}\r\nContent-Type: application/json\r\n")
}

fn export(data: &Path) -> String {
    let (code, out, errors) = finished(command(data).arg("export"));
    assert_eq!(code, 0, "{errors}");
    out
}

#[test]
fn acknowledged_writes_survive_a_kill() {
    let data = folder();
    let service = Service::start(data.path());
    let headers = headers(&key(data.path(), &["--role", "reviewer"]));
    for n in 0..5 {
        let body = json!({"id": format!("zebra-{n}"), "name": "Zebrafink", "state": "published"}).to_string();
        let (status, answer) = service.send("POST", ALL, &headers, &body);
        assert_eq!(status, 201, "{answer}");
        assert_eq!(service.get("/api/v1/interventions?q=zebrafink").1["total"], n + 1);
    }
    let known = format!("{headers}If-Match: \"1\"\r\n");
    let body = json!({"name": "Zebrafink", "summary": "Ändrad."}).to_string();
    assert_eq!(service.send("PUT", &format!("{ALL}/zebra-0"), &known, &body).0, 200);
    assert_eq!(service.send("DELETE", &format!("{ALL}/zebra-1"), &headers, "").0, 204);
    service.kill();

    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions?q=zebrafink").1["total"], 4);
    assert_eq!(service.get("/api/v1/interventions/zebra-0").1["summary"], "Ändrad.");
    assert_eq!(service.get("/api/v1/interventions/zebra-1").0, 410);
    service.stop();
}

#[test]
fn a_key_is_shown_once_and_refused_when_revoked() {
    let data = folder();
    let service = Service::start(data.path());
    let token = key(data.path(), &["--role", "editor", "--organization", "vaxjo-kommun"]);
    assert!(token.len() >= 64 && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'), "{token}");
    let owned = |name: &str| {
        json!({"name": name, "organizations": [{"id": "vaxjo-kommun", "role": "owner"}], "state": "published"})
            .to_string()
    };
    assert_eq!(service.send("POST", ALL, &headers(&token), &owned("Zebra")).0, 201);
    let (_, list, _) = finished(command(data.path()).args(["key", "list"]));
    let line = list.lines().find(|l| l.ends_with("Test")).expect("a line");
    assert!(line.contains("editor") && line.contains("vaxjo-kommun") && !list.contains(&token), "{list}");
    assert!(line.contains("used 20"), "{line}");
    let id = line.split_whitespace().next().expect("an id");
    assert_eq!(finished(command(data.path()).args(["key", "revoke", id])).0, 0);
    assert_eq!(service.send("POST", ALL, &headers(&token), &owned("Giraff")).0, 401);
    let database = fs::read(data.path().join("catalogue.sqlite")).unwrap();
    let wal = fs::read(data.path().join("catalogue.sqlite-wal")).unwrap_or_default();
    let holds = |bytes: &[u8]| bytes.windows(token.len()).any(|w| w == token.as_bytes());
    assert!(!holds(&database) && !holds(&wal), "the key itself is nowhere");
    let log = service.stop();
    assert!(!log.contains(&token));

    for (arguments, code) in [
        (&["key", "add", "--name", "X", "--role", "king"][..], 2),
        (&["key", "add", "--name", "X", "--role", "editor"], 1),
        (&["key", "add", "--name", "X", "--role", "admin", "--organization", "vaxjo-kommun"], 1),
        (&["key", "add", "--name", "X", "--role", "editor", "--organization", "finns-inte"], 1),
        (&["key", "add", "--name", " ", "--role", "admin"], 1),
        (&["key", "revoke", "finnsinte"], 1),
        (&["key"], 2),
    ] {
        assert_eq!(finished(command(data.path()).args(arguments)).0, code, "{arguments:?}");
    }
}

#[test]
fn a_backup_during_writes_restores_a_state_that_existed() {
    let (data, other) = (folder(), folder());
    let service = Service::start(data.path());
    let headers = headers(&key(data.path(), &["--role", "admin"]));
    let (written, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let file = other.path().join("kopia.sqlite");
    let before = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::SeqCst) {
                let n = written.load(Ordering::SeqCst);
                let body = json!({"id": format!("zebra-{n:04}"), "name": "Zebra", "state": "published"}).to_string();
                assert_eq!(service.send("POST", ALL, &headers, &body).0, 201);
                written.fetch_add(1, Ordering::SeqCst);
            }
        });
        service.wait_until(|_| written.load(Ordering::SeqCst) > 2);
        let before = written.load(Ordering::SeqCst);
        let (code, out, errors) = finished(command(data.path()).arg("backup").arg(&file));
        stop.store(true, Ordering::SeqCst);
        assert_eq!(code, 0, "{errors}");
        assert!(out.contains("bytes"), "{out}");
        before
    });
    // It does not overwrite a file, and leaves no temporary file behind.
    let (code, _, errors) = finished(command(data.path()).arg("backup").arg(&file));
    assert_eq!(code, 1);
    assert!(errors.contains("not overwritten"), "{errors}");
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
    service.stop();

    let target = other.path().join("data");
    let (code, out, errors) = finished(command(&target).arg("restore").arg(&file));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("restored as of change"), "{out}");
    let (all, restored) = (export(data.path()), export(&target));
    // The restored store has all lines of the backup and a prefix of the new records, which is a state that existed.
    let zebras = |text: &str| text.lines().filter(|l| l.contains("\"id\":\"zebra-")).count() as u64;
    assert!(zebras(&restored) >= before && zebras(&restored) <= zebras(&all));
    let last = format!("zebra-{:04}", zebras(&restored));
    let expected: Vec<&str> = all.lines().filter(|l| !is_zebra_from(l, &last)).collect();
    assert_eq!(restored.lines().collect::<Vec<_>>(), expected);
    // The restored store accepts the same keys.
    let service = Service::start(&target);
    assert_eq!(service.get("/api/v1/interventions?q=zebra&interpret=false").1["total"], zebras(&restored));
    let body = json!({"name": "Giraff", "state": "published"}).to_string();
    assert_eq!(service.send("POST", ALL, &headers, &body).0, 201);
    service.stop();
}

/// Whether a line is the record with the id `first`, or a later record of the series.
fn is_zebra_from(line: &str, first: &str) -> bool {
    let id = line.split('"').nth(3).unwrap_or_default();
    id.starts_with("zebra-") && id >= first
}

#[test]
fn a_restore_replaces_and_keeps_the_former_database() {
    let data = folder();
    let service = Service::start(data.path());
    let file = data.path().join("kopia.sqlite");
    assert_eq!(finished(command(data.path()).arg("backup").arg(&file)).0, 0);
    let before = export(data.path());
    let log = service.get("/api/v1/changes?limit=1").1["log"].clone();
    let headers = headers(&key(data.path(), &["--role", "admin"]));
    let body = json!({"name": "Zebrafink", "state": "published"}).to_string();
    assert_eq!(service.send("POST", ALL, &headers, &body).0, 201);
    let (code, _, errors) = finished(command(data.path()).arg("restore").arg(&file));
    assert_eq!(code, 1);
    assert!(errors.contains("already runs"), "{errors}");
    // After an unclean stop, the latest writes are in the write-ahead log.
    service.kill();
    let with_zebra = export(data.path());
    assert!(with_zebra.contains("Zebrafink"));

    // A file that is no backup is refused without any change.
    let broken = data.path().join("trasig.sqlite");
    let bytes = fs::read(&file).unwrap();
    for (what, content) in [
        ("a letter", b"this is a letter, not a database. ".repeat(100)),
        ("nothing", Vec::new()),
        ("a half", bytes[..bytes.len() / 2].to_vec()),
    ] {
        fs::write(&broken, content).unwrap();
        let (code, _, errors) = finished(command(data.path()).arg("restore").arg(&broken));
        assert_eq!(code, 1, "{what}");
        assert!(errors.contains("no backup"), "{what}: {errors}");
        assert_eq!(export(data.path()), with_zebra, "{what}");
    }
    assert_eq!(finished(command(data.path()).args(["restore", "/nowhere"])).0, 1);

    let (code, out, errors) = finished(command(data.path()).arg("restore").arg(&file));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("kept as"), "{out}");
    assert_eq!(export(data.path()), before);
    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions?q=zebrafink").1["total"], 0);
    assert_ne!(service.get("/api/v1/changes?limit=1").1["log"], log, "mirrors see that it is another past");
    service.stop();
    // The former database can be restored in the same way.
    let former = fs::read_dir(data.path()).unwrap().flatten().map(|e| e.path());
    let former = former.into_iter().find(|p| p.to_string_lossy().contains(".before-")).expect("it is kept");
    assert_eq!(finished(command(data.path()).arg("restore").arg(&former)).0, 0);
    assert_eq!(export(data.path()), with_zebra);
}
