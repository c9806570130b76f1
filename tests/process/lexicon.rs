//! Word lists of the operator: checked, loaded at startup and on SIGHUP, and refused when faulty.

use super::folder;
use super::service::{Service, command, finished};
use std::fs;

const SEARCH: &str = "/api/v1/interventions?q=zebrafink";

#[test]
fn changed_lists_are_used_at_the_start_and_on_sighup() {
    let data = folder();
    let service = Service::start(data.path());
    assert_eq!(service.get(SEARCH).1["total"], 0);
    let lists = data.path().join("lexicon");
    fs::create_dir(&lists).unwrap();
    fs::write(lists.join("synonyms.txt"), "= zebrafink | arbetsträning\n").unwrap();
    service.hang_up();
    service.wait_until(|s| s.get(SEARCH).1["total"].as_u64() > Some(0));
    assert_eq!(service.get(SEARCH).1["interpretation"]["expanded"][0]["to"], "arbetsträning");

    // Faulty lists are not used, and the log contains the line of the fault.
    fs::write(lists.join("synonyms.txt"), "zebrafink\n").unwrap();
    service.hang_up();
    service.wait_for_log("synonyms.txt:1: ");
    assert!(service.get(SEARCH).1["total"].as_u64() > Some(0));
    service.stop();
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["reindex"], &["check"]] {
        let (code, out, errors) = finished(command(data.path()).args(arguments));
        assert_eq!(code, 1, "{arguments:?}");
        assert!(format!("{out}{errors}").contains("synonyms.txt:1: a line begins with"), "{out}{errors}");
    }

    fs::write(lists.join("synonyms.txt"), "= zebrafink | coachning\n").unwrap();
    assert_eq!(finished(command(data.path()).arg("check")).0, 0);
    assert_eq!(finished(command(data.path()).arg("reindex")).0, 0);
    let service = Service::start(data.path());
    assert_eq!(service.get(SEARCH).1["interpretation"]["expanded"][0]["to"], "coachning");
    service.stop();
}

#[test]
fn a_score_is_explained_on_the_records_of_the_data_directory() {
    let data = folder();
    let service = Service::start(data.path());
    let file = data.path().join("more.jsonl");
    fs::write(&file, "{\"name\": \"Zebrafinken\"}\n").unwrap();
    assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
    // The command can run while the service runs.
    let (code, out, errors) = finished(command(data.path()).args(["explain", "zebrafinken"]));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("1 hits") && out.contains("(its complete name)"), "{out}");
    service.stop();
}
