//! The progress bar of long commands on a terminal. Skipped without `script` (util-linux), which provides a terminal.

use super::tables::filled;
use catalogue_store::Author;
use catalogue_store::Store;
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

#[tokio::test]
async fn a_long_command_draws_a_bar_on_a_terminal_and_erases_it() {
    if !Command::new("script").arg("--version").stdout(Stdio::null()).status().is_ok_and(|s| s.success()) {
        eprintln!("skipped: no script");
        return;
    }
    let data = filled();
    let file = data.path().join("more.jsonl");
    fs::write(&file, "{\"name\": \"Zebrafinken\"}\n").unwrap();
    // The import takes long because it waits for another writer.
    let store = Store::open(&data.path().join("catalogue.sqlite")).await.unwrap();
    let author = Author { name: "test".into(), reason: String::new() };
    let writing = store.begin_batch(&author, "2026-01-02T03:04:05Z".parse().unwrap()).await.unwrap();
    let import = format!(
        "{} --data-dir {} import {}",
        env!("CARGO_BIN_EXE_insatskatalog"),
        data.path().display(),
        file.display()
    );
    let mut terminal = Command::new("script")
        .args(["-q", "-e", "-c", &import, "/dev/null"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = terminal.stdout.take().unwrap();
    let mut seen = String::new();
    let mut piece = [0; 256];
    while !seen.contains("[------------------------------] 0 % ") {
        let read = output.read(&mut piece).unwrap();
        assert!(read > 0, "no bar: {seen:?}");
        seen.push_str(&String::from_utf8_lossy(&piece[..read]));
    }
    drop(writing);
    store.close().await;
    output.read_to_string(&mut seen).unwrap();
    assert!(terminal.wait().unwrap().success(), "{seen:?}");
    assert!(seen.contains("importing "), "{seen:?}");
    let after = seen.rsplit("\r\u{1b}[K").next().unwrap();
    assert!(after.contains("1 new, 0 changed") && !after.contains('['), "the line is wiped: {seen:?}");
}
