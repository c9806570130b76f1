//! A running service with writes of other processes, unusual data directories, and connections that hang.

use super::service::{Service, command, finished};
use super::{folder, index_of};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue/data");

/// A copy of the shipped catalogue without its records.
fn catalogue(folder: &Path) {
    fs::create_dir_all(folder.join("interventions")).unwrap();
    fs::create_dir_all(folder.join("vocabularies")).unwrap();
    for entry in fs::read_dir(format!("{SHIPPED}/vocabularies")).unwrap().flatten() {
        fs::copy(entry.path(), folder.join("vocabularies").join(entry.file_name())).unwrap();
    }
}

fn append(file: &Path, text: &str) {
    let before = fs::read_to_string(file).unwrap();
    fs::write(file, format!("{}\n{text}", before.trim_end())).unwrap();
}

#[test]
fn the_index_follows_vocabularies_and_organisations() {
    let data = folder();
    let service = Service::start(data.path());
    let other = folder();
    catalogue(other.path());
    append(
        &other.path().join("vocabularies/organizations.toml"),
        "\n[[organization]]\nid = \"ny-forening\"\nname = \"Ny förening\"\ntype = \"civil_society\"\n",
    );
    let (code, out, errors) = finished(command(data.path()).arg("import").arg(other.path()));
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("vocabularies differ"), "{out}");
    service.wait_until(|s| s.get("/api/v1/organizations/ny-forening").0 == 200);

    let kinds = other.path().join("vocabularies/kinds.csv");
    fs::write(&kinds, fs::read_to_string(&kinds).unwrap().replace("ESF-projekt", "Socialfondsprojekt")).unwrap();
    assert_eq!(finished(command(data.path()).arg("import").arg(other.path())).0, 0);
    service.wait_until(|s| s.get("/api/v1/interventions?kind=socialfondsprojekt").0 == 200);
    assert!(service.get("/api/v1/interventions?kind=socialfondsprojekt").1["total"].as_u64() > Some(0));
    service.stop();
}

#[test]
fn an_index_that_is_deleted_while_in_use_is_rebuilt() {
    let data = folder();
    let service = Service::start(data.path());
    fs::remove_dir_all(index_of(data.path())).unwrap();
    let file = data.path().join("more.jsonl");
    fs::write(&file, "{\"name\": \"Zebrafinken\"}\n").unwrap();
    assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
    service.wait_until(|s| s.get("/api/v1/interventions?q=zebrafinken").1["total"] == 1);
    service.stop();
    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions?q=zebrafinken").1["total"], 1);
    service.stop();
}

#[test]
fn an_archived_record_is_removed_from_search_and_page() {
    let data = folder();
    let service = Service::start(data.path());
    let file = data.path().join("gone.jsonl");
    fs::write(&file, "{\"id\": \"skruvas\", \"name\": \"SKRUVAS\", \"state\": \"archived\"}\n").unwrap();
    assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
    service.wait_until(|s| s.get("/api/v1/interventions?q=skruvas&interpret=false").1["total"] == 0);
    assert_eq!(service.get("/api/v1/interventions/skruvas").0, 410);
    let ready = service.get("/readyz").1;
    assert_eq!(ready["store_seq"], ready["index_seq"]);
    service.stop();
}

#[test]
fn the_index_follows_many_small_imports() {
    let data = folder();
    let service = Service::start(data.path());
    for number in 0..8 {
        let file = data.path().join("one.jsonl");
        fs::write(&file, format!("{{\"name\": \"Zebra {number}\", \"summary\": \"Zebrafinkar.\"}}\n")).unwrap();
        assert_eq!(finished(command(data.path()).arg("import").arg(&file)).0, 0);
        // Searches see only consistent states.
        let seen = service.get("/api/v1/interventions?q=zebrafinkar").1["total"].as_u64().unwrap();
        assert!(seen <= number + 1);
    }
    service.wait_until(|s| s.get("/api/v1/interventions?q=zebrafinkar").1["total"] == 8);
    service.stop();
}

#[test]
fn standard_input_is_read_and_a_missing_reference_refused() {
    let data = folder();
    Service::start(data.path()).stop();
    let before = finished(command(data.path()).arg("export")).1;
    let file = data.path().join("lost.jsonl");
    fs::write(&file, "{\"name\": \"Bra\"}\n{\"name\": \"Vilse\", \"part_of\": \"finns-inte\"}\n").unwrap();
    let (code, _, errors) = finished(command(data.path()).arg("import").arg(&file));
    assert_eq!(code, 1);
    assert!(errors.contains("lost.jsonl:2: Del av: ") && errors.contains("finns-inte"), "{errors}");
    assert_eq!(finished(command(data.path()).arg("export")).1, before);
    assert_eq!(finished(command(data.path()).args(["import", "-"])).0, 0, "nothing at all is a batch of none");
    for odd in ["/nowhere.jsonl", "/dev/null/x"] {
        let (code, _, errors) = finished(command(data.path()).args(["import", odd]));
        assert!(code == 1 && errors.contains(odd), "{errors}");
    }
}

#[test]
fn a_first_start_imports_the_given_folder() {
    let (data, own) = (folder(), folder());
    catalogue(own.path());
    let record = own.path().join("interventions/egen.toml");
    fs::write(&record, "id = \"egen\"\nname = \"Egen\"\nkind = \"okänd\"\n").unwrap();
    let start = |what: &str| finished(command(data.path()).args([what, "--catalogue"]).arg(own.path()));
    let (code, out, errors) = start("serve");
    assert_eq!((code, out.as_str()), (1, ""), "a faulty catalogue is not served");
    assert!(errors.contains("interventions/egen.toml:3: /kind"), "{errors}");
    fs::write(&record, "id = \"egen\"\nname = \"Egen\"\nkind = \"other\"\n").unwrap();
    let own_folder = own.path().to_str().unwrap();
    let service = Service::start_with(data.path(), &["--listen", "127.0.0.1:0", "--catalogue", own_folder], true);
    assert_eq!(service.get("/api/v1/interventions").1["total"], 1);
    service.stop();
    // The shipped catalogue is not imported into a directory with records.
    let service = Service::start(data.path());
    assert_eq!(service.get("/api/v1/interventions").1["total"], 1);
    service.stop();
}

#[test]
fn the_directory_may_have_any_name_and_is_created() {
    let root = folder();
    let odd = root.path().join("ny mapp").join("å?b#c%20d");
    let service = Service::start(&odd);
    assert!(service.get("/api/v1/interventions").1["total"].as_u64() > Some(0));
    service.stop();
    assert!(odd.join("catalogue.sqlite").is_file());
    let mut relative = command(Path::new("min data"));
    let (code, out, errors) = finished(relative.current_dir(root.path()).arg("export"));
    assert_eq!(code, 0, "{errors}");
    assert!(out.lines().count() > 30 && root.path().join("min data/catalogue.sqlite").is_file());
}

#[test]
fn hanging_connections_do_not_delay_the_shutdown() {
    let data = folder();
    let service = Service::start(data.path());
    // One client keeps its connection open after a response, one stops within the head of a request, one within a body.
    let mut kept = TcpStream::connect(service.address()).unwrap();
    kept.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    let mut start = [0; 12];
    kept.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 200");
    let mut half = TcpStream::connect(service.address()).unwrap();
    half.write_all(b"GET /healthz HT").unwrap();
    let mut body = TcpStream::connect(service.address()).unwrap();
    body.write_all(
        b"POST /api/v1/interventions/search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    )
    .unwrap();
    assert_eq!(service.get("/healthz").0, 200);
    let log = service.stop();
    assert!(log.contains("\"stopped\""), "{log}");
    assert!(!data.path().join("running").exists());
}

#[test]
fn the_log_contains_no_input() {
    let data = folder();
    let service = Service::start(data.path());
    let send = |request: &str| {
        let mut stream = TcpStream::connect(service.address()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    };
    let body = "{\"q\": \"hemligsorg\", \"age\": {\"hemligsorg\": 1}}";
    let posted = send(&format!(
        "POST /api/v1/interventions/search HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    ));
    assert!(posted.starts_with("HTTP/1.1 400"), "{posted}");
    send(
        "GET /api/v1/facets?q=hemligsorg&kind=hemligsorg HTTP/1.1\r\nHost: a\r\nReferer: /sok?q=hemligsorg\r\nConnection: close\r\n\r\n",
    );
    send("GET /sok?q=hemligsorg%FF HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    let head = send("HEAD /api/v1/interventions?q=hemligsorg HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    let (_, after) = head.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200") && after.is_empty(), "{head}");
    let log = service.stop();
    assert!(log.contains("/api/v1/facets") && !log.contains("hemligsorg"), "{log}");
}
