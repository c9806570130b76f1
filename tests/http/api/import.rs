//! `POST /api/v1/import`.

use super::super::support::{NOW, TestApp, bytes, generated, json, request};
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use catalogue::access::{Access, AccessRole};
use catalogue_exchange::Format;
use insatskatalog::clock::Clock;
use serde_json::{Value, json as value};

struct Importer<'a> {
    app: &'a TestApp,
    key: String,
}

impl<'a> Importer<'a> {
    async fn new(app: &'a TestApp, role: AccessRole, organization: Option<&str>) -> Self {
        let access = Access::new(role, organization.map(|id| id.parse().unwrap())).unwrap();
        let today = Clock::fixed(NOW.parse().unwrap()).today();
        let (_, token) = app.store.add_key("test", &access, today).await.unwrap();
        Self { app, key: format!("Bearer {token}") }
    }

    async fn send(&self, query: &str, media_type: &str, body: impl Into<Body>) -> (StatusCode, Value) {
        let headers = [(header::CONTENT_TYPE, media_type), (header::AUTHORIZATION, self.key.as_str())];
        let path = format!("/api/v1/import{query}");
        let (status, _, body) = json(self.app.send(request(Method::POST, &path, &headers, body.into())).await).await;
        (status, body)
    }

    async fn csv(&self, query: &str, text: &str) -> (StatusCode, Value) {
        self.send(query, "text/csv", text.to_owned()).await
    }
}

async fn admin(app: &TestApp) -> Importer<'_> {
    Importer::new(app, AccessRole::Admin, None).await
}

#[tokio::test]
async fn an_untouched_export_changes_nothing() {
    let (app, records) = generated::app().await;
    let admin = admin(&app).await;
    let before = app.store.latest_seq().await.unwrap();
    for format in [Format::Jsonl, Format::Csv, Format::Xlsx] {
        let path = format!("/api/v1/export.{}", format.name());
        let file = bytes(app.send(request(Method::GET, &path, &[], Body::empty())).await).await;
        for query in ["?dry_run=true", ""] {
            let (status, answer) = admin.send(query, format.media_type(), file.clone()).await;
            assert_eq!(status, StatusCode::OK, "{answer}");
            assert_eq!(answer["unchanged"], records.len(), "{answer}");
            assert!(answer.get("created").is_none() && answer.get("updated").is_none(), "{answer}");
        }
    }
    assert_eq!(app.store.latest_seq().await.unwrap(), before);
}

#[tokio::test]
async fn a_dry_run_says_what_would_change_and_an_import_does_it() {
    let app =
        TestApp::with(&[value!({"id": "a", "name": "A", "summary": "Gammal."}), value!({"id": "b", "name": "B"})])
            .await;
    let admin = admin(&app).await;
    let file = "Identitet;Namn;Kort om insatsen\na;A;Ny.\nb;B;\nc;C;Helt ny.";
    let (status, dry) = admin.csv("?dry_run=true", file).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!((&dry["created"], &dry["updated"], &dry["unchanged"]), (&value!(["c"]), &value!(["a"]), &value!(1)));
    // A published record without owner or source causes a warning with its row.
    let warned = &dry["report"][0];
    assert_eq!(
        (&warned["row"], &warned["severity"], &warned["column"]),
        (&value!(2), &value!("warning"), &value!("Organisationer"))
    );
    assert_eq!(app.store.latest_seq().await.unwrap(), 2);
    let (_, wet) = admin.csv("", file).await;
    assert_eq!((&wet["created"], &wet["dry_run"]), (&dry["created"], &value!(false)));
    app.indexer.catch_up().await.unwrap();
    assert_eq!(app.ok("/api/v1/interventions/a").await["summary"], "Ny.");
    assert_eq!(app.ok("/api/v1/interventions?q=Helt").await["total"], 1);
    let stored = app.store.find(&"b".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(stored.revision, 1);
}

#[tokio::test]
async fn one_faulty_row_refuses_the_file_with_swedish_messages() {
    let app = TestApp::with(&[]).await;
    let admin = admin(&app).await;
    let file = "Namn;Ålder;Var;Del av\nA;16–24;Växjö;\nB;sexton;Atlantis;\nC;;;saknas\nD;30-20;;";
    for query in ["", "?dry_run=true"] {
        let (status, problem) = admin.csv(query, file).await;
        assert_eq!(
            (status, &problem["code"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &value!("invalid_file")),
            "{problem}"
        );
        let reported: Vec<(u64, &str)> = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| (e["row"].as_u64().unwrap(), e["column"].as_str().unwrap()))
            .collect();
        assert_eq!(reported, [(3, "Ålder"), (3, "Var"), (5, "Ålder")]);
        assert_eq!(problem["errors"][0]["reason"], "Vi förstod inte ”sexton”.");
    }
    // References are checked when there is no other fault; all missing references are reported.
    let (status, problem) = admin.csv("", "Namn;Del av\nA;borta\nB;a\nC;saknas").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let rows: Vec<&Value> = problem["errors"].as_array().unwrap().iter().map(|e| &e["row"]).collect();
    assert_eq!(rows, [&value!(2), &value!(4)]);
    assert!(app.store.list_after("", 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn bodies_and_parameters_that_cannot_be_taken() {
    let app = TestApp::with(&[]).await;
    let admin = admin(&app).await;
    assert_eq!(admin.send("", "application/json", "[]").await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(admin.send("", "image/png", "x").await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(admin.csv("?dry_run=maybe", "Namn\nA").await.0, StatusCode::BAD_REQUEST);
    let (status, problem) = admin.csv("?dryrun=true", "Namn\nA").await;
    assert_eq!((status, &problem["errors"][0]["parameter"]), (StatusCode::BAD_REQUEST, &value!("dryrun")));
    for (media_type, body) in
        [(Format::Xlsx.media_type(), &b"PK\x03\x04nonsense"[..]), ("application/x-ndjson", &[0xff, 0xfe, b'x'])]
    {
        let (status, problem) = admin.send("", media_type, body).await;
        assert_eq!((status, &problem["errors"][0]["row"]), (StatusCode::UNPROCESSABLE_ENTITY, &value!(1)), "{problem}");
    }
    assert_eq!(app.get("/api/v1/import").await.0, StatusCode::METHOD_NOT_ALLOWED);
    assert!(app.store.list_after("", 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_may_be_larger_than_other_bodies_and_not_too_large() {
    let app = TestApp::with(&[]).await;
    let admin = admin(&app).await;
    let line = |n: usize| value!({"id": format!("r-{n}"), "name": "A", "description": "å".repeat(9_000)}).to_string();
    let file = (0..80).map(line).collect::<Vec<_>>().join("\n");
    assert!(file.len() > 1 << 20);
    let (status, answer) = admin.send("?dry_run=true", "application/x-ndjson", file).await;
    assert_eq!((status, answer["created"].as_array().map(Vec::len)), (StatusCode::OK, Some(80)), "{answer}");
    let (status, problem) = admin.send("", "application/x-ndjson", vec![b' '; (64 << 20) + 1]).await;
    assert_eq!((status, &problem["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &value!("too_large")));
    assert!(problem["detail"].as_str().unwrap().contains("67108864"), "{problem}");
    assert_eq!(
        app.post("/api/v1/interventions/search", "application/json", vec![b' '; (1 << 20) + 1]).await.0,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn a_key_writes_only_what_it_may() {
    let own = |id: &str, owner: &str| value!({"id": id, "name": id, "organizations": [{"id": owner, "role": "owner"}]});
    let app = TestApp::with(&[own("var", "vaxjo-kommun"), own("annans", "almhult-kommun")]).await;
    let (status, _, _) = app.post("/api/v1/import", "text/csv", "Namn\nA").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    let contributor = Importer::new(&app, AccessRole::Contributor, Some("vaxjo-kommun")).await;
    let editor = Importer::new(&app, AccessRole::Editor, Some("vaxjo-kommun")).await;
    let head = "Identitet;Namn;Organisationer;Läge";
    let cases = [
        (&contributor, "ny;Ny;Växjö kommun (ansvarar);utkast", StatusCode::OK),
        (&contributor, "ny;Ny;Växjö kommun (ansvarar);publicerad", StatusCode::FORBIDDEN),
        (&contributor, "var;Vår ändrad;Växjö kommun (ansvarar);publicerad", StatusCode::FORBIDDEN),
        (&editor, "var;Vår ändrad;Växjö kommun (ansvarar);publicerad", StatusCode::OK),
        (&editor, "annans;Tagen;Växjö kommun (ansvarar);publicerad", StatusCode::FORBIDDEN),
        // A published record cannot become a draft.
        (&editor, "var;Vår;Växjö kommun (ansvarar);utkast", StatusCode::UNPROCESSABLE_ENTITY),
        (&editor, "annans;annans;Älmhults kommun (ansvarar);publicerad", StatusCode::OK),
    ];
    for (importer, row, expected) in cases {
        let (status, answer) = importer.csv("?dry_run=true", &format!("{head}\n{row}")).await;
        assert_eq!(status, expected, "{row}: {answer}");
        if status != StatusCode::OK {
            assert_eq!(answer["errors"][0]["row"], 2, "{answer}");
        }
    }
    let inline = value!({"id": "ny", "name": "Ny", "state": "draft", "organizations": [
        {"id": "vaxjo-kommun", "role": "owner"}, {"id": "ny-forening", "name": "Ny", "type": "civil_society", "role": "partner"}]});
    assert_eq!(contributor.send("", "application/x-ndjson", inline.to_string()).await.0, StatusCode::FORBIDDEN);
    assert_eq!(app.store.list_after("", 10).await.unwrap().len(), 2);
}
