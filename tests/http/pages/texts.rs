//! Static text pages: required content, links, readability.

use super::super::support::TestApp;
use super::page;
use axum::http::StatusCode;
use insatskatalog::i18n::{Lang, Texts};
use insatskatalog::web;
use std::collections::BTreeSet;

/// The paths of the pages of text.
fn text_pages() -> Vec<String> {
    let texts = web::routes().into_iter().filter(|route| route.summary.starts_with("The text "));
    let mut paths: Vec<String> = texts.map(|route| route.path).collect();
    assert!(paths.len() >= 8, "{paths:?}");
    paths.push("/sprak/sv".to_owned());
    paths
}

#[tokio::test]
async fn terms_link_to_the_glossary() {
    let app = TestApp::shipped().await;
    let glossary = page(&app, "/ordlista").await;
    for path in ["/insats/skruvas", "/insats/ena-orkelljunga", "/oversikt?county=07"] {
        let shown = page(&app, path).await;
        let words: Vec<&str> =
            shown.main().split("href=\"/ordlista#").skip(1).map(|l| l.split('"').next().unwrap()).collect();
        assert!(!words.is_empty(), "{path}");
        for word in words {
            glossary.has(&[&format!("id=\"{word}\"")]);
        }
    }
    glossary.has_in_order(&["<ul class=\"jump-links\">", "href=\"#methods\"", "<h2 id=\"methods\" tabindex=\"-1\">"]);
}

#[tokio::test]
async fn every_link_of_every_text_has_a_target() {
    let app = TestApp::shipped().await;
    // These pages have tests of their own.
    let elsewhere = ["/oversikt", "/jamfor"];
    let mut seen = BTreeSet::new();
    let with_links = text_pages().into_iter().chain(["/inbaddat".to_owned()]);
    for path in with_links {
        let text = page(&app, &path).await;
        assert_eq!(text.status, StatusCode::OK, "{path}");
        for link in text.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.strip_prefix('#').map_or(link.to_owned(), |fragment| format!("{path}#{fragment}"));
            if link.starts_with('/') && !link.starts_with("/static/") && !elsewhere.contains(&link.as_str()) {
                seen.insert(link);
            }
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
    for link in &seen {
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        if path.starts_with("/api/") {
            app.ok(path).await;
            continue;
        }
        let there = page(&app, path).await;
        assert_eq!(there.status, StatusCode::OK, "{link}");
        let target = format!("id=\"{fragment}\"");
        assert!(fragment.is_empty() || there.html.contains(&target), "{link} has no such part");
    }
}

#[tokio::test]
async fn required_statements_are_there() {
    let app = TestApp::shipped().await;
    page(&app, "/tillganglighet").await.has(&[
        "Vem som ansvarar",
        "Den som driver sidan har inte skrivit sitt namn än.",
        "delvis förenlig",
        "Brister som vi känner till",
        "25 november 2026",
        "Säg till om något inte fungerar",
        "https://www.digg.se/tdosanmalan",
    ]);
    page(&app, "/personuppgifter")
        .await
        .has(&["Vi sparar inte vem som söker. Vi använder inga kakor. Ingen annan får veta att du varit här."]);
    page(&app, "/kontakt").await.has(&["Det finns ingen adress att skriva till än.", "Ring 112"]);
    page(&app, "/ordlista").await.has(&[r#"id="insats""#, r#"id="methods-ips""#, "Sägs också: IPS"]);
    page(&app, "/sprak/sv").await.has(&["Vem du kan ringa", "Ring 112"]);
    assert_eq!(page(&app, "/sprak/xx").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_operator_is_named_when_it_is_set() {
    let config = insatskatalog::config::Config {
        operator: Some("Provförbundet".into()),
        contact: Some("insatser@example.org".into()),
        public_url: Some("https://insatser.example.org".into()),
        ..Default::default()
    };
    let app = TestApp::shipped().await.with_config(config);
    for path in ["/om", "/kontakt", "/personuppgifter", "/tillganglighet"] {
        page(&app, path).await.has(&["Provförbundet"]);
    }
    for path in ["/kontakt", "/personuppgifter", "/tillganglighet"] {
        page(&app, path).await.has(&[r#"href="mailto:insatser@example.org""#]);
    }
    let how = page(&app, "/inbaddat?municipality=0764").await;
    assert!(how.html.contains("https://insatser.example.org/inbaddat/sok?municipality=0764"));
}

/// The readability index LIX (C. H. Björnsson): words per sentence plus the percentage of words with more than six
/// letters.
fn lix(text: &str) -> f64 {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let sentences = text.split(['.', '!', '?', ':', '\n']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    let long = words.iter().filter(|word| word.chars().count() > 6).count();
    words.len() as f64 / sentences.max(1) as f64 + 100.0 * long as f64 / words.len().max(1) as f64
}

/// The text content of HTML, with one line for each block.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        if !["a", "b", "em", "strong", "span"].contains(&name) {
            out.push('\n');
        }
        out.push_str(text);
    }
    out
}

#[test]
fn lix_follows_its_definition() {
    // 10 words, 2 sentences, 2 long words: 5 + 20.
    assert!((lix("Du får en coach här. Du behöver inte betala insatsen.") - (5.0 + 20.0)).abs() < 0.01);
}

#[tokio::test]
async fn texts_of_the_site_are_easy_to_read() {
    let app = TestApp::shipped().await;
    let mut hard = Vec::new();
    // The glossary consists of labels and definitions of vocabularies.
    for path in text_pages().iter().filter(|path| *path != "/ordlista") {
        let text = page(&app, path).await;
        let own = text.main().split("<section class=\"help\"").next().unwrap().to_owned();
        let measured = lix(&plain(&own));
        if measured > 35.0 {
            hard.push(format!("{path}: {measured:.1}"));
        }
    }
    // Of the start page and the search page, only the messages of the site are measured, because records are written by
    // others.
    let source = include_str!("../../../locales/sv.ftl");
    let texts = Texts::load();
    let sentences = |prefixes: &[&str]| -> String {
        let keys = source.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let own = keys.filter(|key| prefixes.iter().any(|prefix| key.starts_with(prefix)));
        let args = [("count", 3_u64.into()), ("value", "x".into())];
        // Only whole sentences can be measured.
        own.map(|key| texts.get(Lang::SWEDISH, key, &args))
            .filter(|text| text.ends_with('.'))
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (name, prefixes) in [
        ("start", &["start-"][..]),
        ("search", &["left-out-", "none-", "few-", "told-", "fault-", "age-note", "past-end", "lacking", "error-"][..]),
    ] {
        let text = sentences(prefixes);
        assert!(text.lines().count() > 2, "{name}");
        let measured = lix(&text);
        if measured > 35.0 {
            hard.push(format!("{name}: {measured:.1}"));
        }
    }
    assert!(hard.is_empty(), "harder than LIX 35: {hard:?}");
}
