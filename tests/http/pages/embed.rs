//! The search embedded in pages of other sites.

use super::super::support::TestApp;
use super::{between, page};
use axum::http::StatusCode;

#[tokio::test]
async fn any_site_may_frame_the_embedded_search_only() {
    let app = TestApp::shipped().await;
    let policy = |page: &super::Page| page.headers["content-security-policy"].to_str().unwrap().to_owned();
    let embed = policy(&page(&app, "/inbaddat/sok?municipality=0764").await);
    assert!(embed.ends_with("; frame-ancestors *"), "{embed}");
    for path in ["/inbaddat", "/sok", "/"] {
        let other = policy(&page(&app, path).await);
        assert_eq!(other.replace("frame-ancestors 'none'", "frame-ancestors *"), embed);
        assert!(other.ends_with("'none'"), "{path}: {other}");
    }
}

#[tokio::test]
async fn three_hits_and_a_link_to_all() {
    let app = TestApp::shipped().await;
    let total = app.ok("/api/v1/interventions?municipality=0764&per_page=1").await["total"].as_u64().unwrap();
    let page = page(&app, "/inbaddat/sok?municipality=0764").await;
    page.has(&[
        "<h1>Stöd till arbete och studier i Alvesta</h1>",
        &format!("Visa alla {total} insatser i Insatskatalogen"),
        r#"href="/sok?municipality=0764" target="_top""#,
        r#"target="_top" aria-label"#,
        r#"<input type="hidden" name="municipality" value="0764">"#,
    ]);
    assert_eq!(page.main().matches("<li class=\"panel\">").count(), 3);
    for absent in ["<header", "<footer", "<nav"] {
        assert!(!page.html.contains(absent), "{absent}");
    }
}

#[tokio::test]
async fn the_embed_takes_the_parameters_of_the_search() {
    let app = TestApp::shipped().await;
    let none = page(&app, "/inbaddat/sok?q=qwxzyqwxzy").await;
    none.has(&["Här finns inga insatser just nu.", "Sök i hela Insatskatalogen"]);
    let bad = page(&app, "/inbaddat/sok?age=abc&municipality=0764").await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    bad.has(&["Något i adressen till den här rutan är fel.", "i Alvesta"]);
}

#[tokio::test]
async fn the_how_to_page_builds_code_that_works() {
    let app = TestApp::shipped().await;
    let page = page(&app, "/inbaddat?municipality=0764&target_group=unga").await;
    assert_eq!(page.status, StatusCode::OK);
    let code = between(&page.html, "<textarea", "</textarea>");
    let code = code.split_once('>').unwrap().1.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
    let code = code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#38;", "&");
    let source = between(&code, "src=\"", "\"").replace("&amp;", "&");
    let path = source.strip_prefix("https://").or(source.strip_prefix("http://")).unwrap();
    let path = &path[path.find('/').unwrap()..];
    let framed = super::page(&app, path).await;
    framed.has(&["Alvesta"]);
    assert!(
        code.contains("loading=\"lazy\"") && code.contains("title=\"Stöd till arbete och studier i Alvesta\""),
        "{code}"
    );
    // A plain link works without `<iframe>` and script.
    assert!(code.contains("/sok?municipality=0764"), "{code}");
    // The page loads the script that the code contains, and its preview shows the same hits.
    page.has(&["/static/embed.js", "Så här ser det ut"]);
    let hits = |page: &super::Page| page.main().matches("<li class=\"panel\">").count();
    assert_eq!(hits(&page), hits(&framed));
}
