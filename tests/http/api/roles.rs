//! Access rules over HTTP: all cells of the matrix in `docs/writes.md`, which is the expected result. `UPDATE_DOCS=1`
//! replaces it by the actual result.

use crate::support::{NOW, TestApp};
use axum::http::Method;
use catalogue::access::AccessRole;
use serde_json::{Value, json};
use std::fmt::Write;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/writes.md");
const MARKS: [&str; 2] = ["<!-- matrix -->\n", "<!-- /matrix -->"];
const STATES: [&str; 4] = ["draft", "in_review", "published", "archived"];
const OWN: &str = "vaxjo-kommun";
const OTHER: &str = "emmaboda-kommun";

/// The owner of the record, relative to the organisation of the key.
#[derive(Clone, Copy)]
enum Owner {
    Own,
    Other,
    Nobody,
}

/// All combinations of caller and owner. A role that is not bound to an organisation has no records of its own.
const COLUMNS: [(&str, Option<AccessRole>, Owner); 12] = [
    ("no key, other's", None, Owner::Other),
    ("no key, nobody's", None, Owner::Nobody),
    ("contributor, own", Some(AccessRole::Contributor), Owner::Own),
    ("contributor, other's", Some(AccessRole::Contributor), Owner::Other),
    ("contributor, nobody's", Some(AccessRole::Contributor), Owner::Nobody),
    ("editor, own", Some(AccessRole::Editor), Owner::Own),
    ("editor, other's", Some(AccessRole::Editor), Owner::Other),
    ("editor, nobody's", Some(AccessRole::Editor), Owner::Nobody),
    ("reviewer, other's", Some(AccessRole::Reviewer), Owner::Other),
    ("reviewer, nobody's", Some(AccessRole::Reviewer), Owner::Nobody),
    ("admin, other's", Some(AccessRole::Admin), Owner::Other),
    ("admin, nobody's", Some(AccessRole::Admin), Owner::Nobody),
];

/// A row of the matrix: a request on a record in a state.
#[derive(Clone, Copy)]
enum Asked {
    Create(&'static str),
    Read(&'static str),
    Replace(&'static str, &'static str),
    Archive(&'static str),
    History(&'static str),
    OneRevision(&'static str),
    Restore(&'static str),
    Changes,
}

fn rows() -> Vec<Asked> {
    let mut rows: Vec<Asked> = STATES.into_iter().map(Asked::Create).collect();
    rows.extend(STATES.map(Asked::Read));
    rows.extend(STATES.iter().flat_map(|from| STATES.map(|to| Asked::Replace(from, to))));
    rows.extend(STATES.map(Asked::Archive));
    rows.extend(STATES.map(Asked::History));
    rows.extend(STATES.map(Asked::OneRevision));
    rows.extend(STATES.map(Asked::Restore));
    rows.push(Asked::Changes);
    rows
}

impl Asked {
    fn label(self) -> String {
        match self {
            Asked::Create(state) => format!("`POST /interventions` {state}"),
            Asked::Read(state) => format!("`GET /interventions/{{id}}` {state}"),
            Asked::Replace(from, to) if from == to => format!("`PUT /interventions/{{id}}` {from}"),
            Asked::Replace(from, to) => format!("`PUT /interventions/{{id}}` {from} → {to}"),
            Asked::Archive(state) => format!("`DELETE /interventions/{{id}}` {state}"),
            Asked::History(state) => format!("`GET …/history` {state}"),
            Asked::OneRevision(state) => format!("`GET …/history/{{revision}}` {state}"),
            Asked::Restore(state) => format!("`POST …/history/{{revision}}/restore` {state}"),
            Asked::Changes => "`GET /changes`".to_owned(),
        }
    }

    /// The state of the record before the request; `None` when the request needs no record.
    fn before(self) -> Option<&'static str> {
        match self {
            Asked::Create(_) | Asked::Changes => None,
            Asked::Read(state)
            | Asked::Replace(state, _)
            | Asked::Archive(state)
            | Asked::History(state)
            | Asked::OneRevision(state)
            | Asked::Restore(state) => Some(state),
        }
    }

    async fn ask(self, app: &TestApp, key: &str, id: &str, owner: Owner) -> u16 {
        let all = "/api/v1/interventions";
        let one = format!("{all}/{id}");
        let none = Value::Null;
        let answer = match self {
            Asked::Create(state) => app.call(Method::POST, all, key, "", &record(id, owner, state)).await,
            Asked::Read(_) => app.call(Method::GET, &one, key, "", &none).await,
            Asked::Replace(_, to) => app.call(Method::PUT, &one, key, "\"2\"", &record(id, owner, to)).await,
            Asked::Archive(_) => app.call(Method::DELETE, &one, key, "\"2\"", &none).await,
            Asked::History(_) => app.call(Method::GET, &format!("{one}/history"), key, "", &none).await,
            Asked::OneRevision(_) => app.call(Method::GET, &format!("{one}/history/1"), key, "", &none).await,
            Asked::Restore(_) => app.call(Method::POST, &format!("{one}/history/1/restore"), key, "\"2\"", &none).await,
            Asked::Changes => app.call(Method::GET, "/api/v1/changes", key, "", &none).await,
        };
        answer.0.as_u16()
    }
}

fn record(id: &str, owner: Owner, state: &str) -> Value {
    let organizations = match owner {
        Owner::Own => json!([{"id": OWN, "role": "owner"}, {"id": OTHER, "role": "partner"}]),
        // The organisation of the key is a provider, which does not make it an owner.
        Owner::Other => json!([{"id": OTHER, "role": "owner"}, {"id": OWN, "role": "provider"}]),
        Owner::Nobody => json!([{"id": OWN, "role": "funder"}]),
    };
    json!({"id": id, "name": format!("Insats {id}"), "organizations": organizations, "state": state})
}

fn id_of(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// Computes the actual matrix.
async fn walked() -> String {
    let rows = rows();
    let mut before = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, (_, _, owner)) in COLUMNS.iter().enumerate() {
            before.extend(row.before().map(|state| record(&id_of(r, c), *owner, state)));
        }
    }
    let app = TestApp::with(&before).await.with_indexer_task();
    // Adds a second revision, so that the first can be restored.
    for record in &mut before {
        record["summary"] = json!("Mer.");
    }
    app.put(&before, NOW).await;
    let mut keys = Vec::new();
    for (_, role, _) in COLUMNS {
        keys.push(match role {
            Some(role) => app.key(role, role.is_limited_to_organization().then_some(OWN)).await,
            None => String::new(),
        });
    }
    let mut table = format!("| |{}\n|---|", COLUMNS.map(|c| format!(" {} |", c.0)).concat());
    table.push_str(&"---|".repeat(COLUMNS.len()));
    for (r, row) in rows.iter().enumerate() {
        write!(table, "\n| {} |", row.label()).unwrap();
        for (c, (_, _, owner)) in COLUMNS.iter().enumerate() {
            write!(table, " {} |", row.ask(&app, &keys[c], &id_of(r, c), *owner).await).unwrap();
        }
    }
    table.push('\n');
    table
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_cell_of_the_matrix() {
    let found = walked().await;
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    let (head, rest) = document.split_once(MARKS[0]).unwrap();
    let (written, tail) = rest.split_once(MARKS[1]).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(DOCUMENT, format!("{head}{}{found}{}{tail}", MARKS[0], MARKS[1])).unwrap();
        return;
    }
    for (found, written) in found.lines().zip(written.lines()) {
        assert_eq!(found, written, "docs/writes.md says otherwise");
    }
    assert_eq!(found, written);
    assert_eq!(found.lines().count(), rows().len() + 2);
}
