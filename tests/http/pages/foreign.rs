//! Pages in another language than the records. The tests use Swedish messages as translations, so that they do not
//! depend on the translations.

use super::super::support::pages::{in_language, paths};
use super::super::support::{TestApp, bytes, request};
use super::{between, complete, has_delimiter, page};
use axum::body::Body;
use axum::http::Method;
use insatskatalog::i18n::{Lang, Texts};

/// The service with the Swedish messages for every language.
async fn in_every_language() -> TestApp {
    let source = include_str!("../../../locales/sv.ftl");
    let app = TestApp::with(&[complete()]).await;
    app.with_texts(Texts::of(Lang::all().map(|lang| (lang, source.to_owned()))))
}

#[tokio::test]
async fn the_switcher_leads_to_the_same_page_in_every_language() {
    let app = in_every_language().await;
    let search = page(&app, "/sok?q=coach&municipality=0780&lang=ar").await;
    search.has(&[r#"<html lang="ar" dir="rtl""#]);
    let switch = between(&search.html, r#"id="sprak""#, "</nav>");
    for link in [
        r#"href="?q=coach&#38;municipality=0780" lang="sv" hreflang="sv" dir="ltr">Svenska"#,
        r#"href="?q=coach&#38;municipality=0780&#38;lang=en" lang="en" hreflang="en" dir="ltr">English"#,
        r#"lang="ar" hreflang="ar" dir="rtl" aria-current="true">العربية"#,
    ] {
        assert!(switch.contains(link), "{link} is missing in {switch}");
    }
    page(&app, "/om").await.has(&[r#"<link rel="alternate" hreflang="en" href="?lang=en">"#, "Language"]);
    let swedish = include_str!("../../../locales/sv.ftl").to_owned();
    let alone = page(&TestApp::with(&[]).await.with_texts(Texts::of([(Lang::SWEDISH, swedish)])), "/om").await;
    assert!(!alone.html.contains("Language") && !alone.html.contains("hreflang"));
}

#[tokio::test]
async fn every_link_keeps_the_language() {
    let app = in_every_language().await;
    for path in ["/", "/sok", "/insats/komplett", "/om", "/kommun/0780", "/inbaddat/sok"] {
        let page = page(&app, &format!("{path}?lang=en")).await;
        let body = page.html.split("<body").nth(1).unwrap();
        for link in body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let exempt = ["#", "?", "tel:", "mailto:", "http", "/static/", "/api/", "/sprak/"];
            let kept = link.contains("lang=en") || exempt.iter().any(|start| link.starts_with(start));
            assert!(kept, "{path} leads to {link}");
        }
        for form in body.split("<form").skip(1) {
            assert!(between(form, ">", "</form>").contains(r#"name="lang" value="en""#), "{path}");
        }
    }
}

#[tokio::test]
async fn texts_of_records_are_marked_as_swedish() {
    let app = in_every_language().await;
    let (open, close) = (r#"<span lang="sv" dir="ltr">"#, "</span>");
    let detail = page(&app, "/insats/komplett?lang=ar").await;
    detail.has(&[
        &format!("<h1>{open}Verkstaden &#60;/script&#62; &#38; Co{close}</h1>"),
        &format!("{open}Du får en coach.{close}"),
        r#"<div lang="sv" dir="ltr"><p>Först träffar du"#,
        &format!("{open}Provgatan 11, 352 30 Växjö{close}"),
        &format!("{open}Växjö kommun{close}"),
        &format!("{open}Receptionen{close}"),
    ]);
    assert!(!detail.title().contains("<span"), "{}", detail.title());
    let search = page(&app, "/sok?q=coach&lang=ar").await;
    search.has(&[open, "Du får en <mark>coach</mark>."]);
    let swedish = page(&app, "/insats/komplett").await;
    assert!(!swedish.main().contains("lang=\"sv\""));
}

/// [`page`] asserts that no delimiter is left and that no attribute contains an element.
#[tokio::test]
async fn every_page_turns_foreign_text_into_markup() {
    let app = TestApp::shipped().await;
    for lang in ["en", "ar"] {
        for path in paths(lang).iter().map(String::as_str).chain(["/oversikt?columns=organization"]) {
            page(&app, &in_language(path, lang)).await;
        }
    }
    let complete = TestApp::with(&[complete()]).await;
    for path in ["/insats/komplett", "/jamfor?id=komplett", "/sok?q=coach", "/sok?q=coach&view=table", "/oversikt"] {
        for lang in ["en", "ar"] {
            page(&complete, &in_language(path, lang)).await;
        }
    }
}

#[tokio::test]
async fn an_element_with_swedish_text_alone_has_the_attributes_itself() {
    let app = in_every_language().await;
    let search = page(&app, "/sok?lang=ar").await;
    search.has(&[r#"<a lang="sv" dir="ltr" href="/insats/komplett?lang=ar">Verkstaden"#]);
    let overview = page(&app, "/oversikt?county=07&lang=en").await;
    overview.has(&[r#"<th lang="sv" scope="row">Växjö</th>"#, r#"<text lang="sv" class="step-1 wide-label" x="#]);
    page(&app, "/inbaddat?lang=ar").await.has(&[r#"<option lang="sv" value="0764">Alvesta</option>"#]);
}

#[tokio::test]
async fn typed_delimiters_are_left_out() {
    let app = TestApp::shipped().await;
    for lang in ["sv", "ar"] {
        for typed in ["%EE%80%80", "%EE%80%81", "%EE%80%82", "%EE%80%80x%EE%80%81"] {
            page(&app, &format!("/sok?q=praktik{typed}&municipality={typed}&age={typed}&lang={lang}")).await;
            page(&app, &format!("/inbaddat/sok?q=praktik{typed}&lang={lang}")).await;
        }
    }
}

#[tokio::test]
async fn texts_for_programs_have_no_delimiters() {
    let app = TestApp::shipped().await;
    let answer = app.ok("/api/v1/interventions?q=finsam&municipality=Klippan&age=70&lang=en").await.to_string();
    assert!(answer.contains("Municipality: Klippan") && !has_delimiter(&answer), "{answer}");
    let file = app.send(request(Method::GET, "/oversikt.csv?county=07&lang=ar", &[], Body::empty())).await;
    let file = String::from_utf8(bytes(file).await).unwrap();
    assert!(file.contains("\nVäxjö;") && !has_delimiter(&file), "{file}");
}

#[tokio::test]
async fn the_page_about_a_language_is_in_that_language() {
    let app = in_every_language().await;
    for (code, dir) in [("sv", "ltr"), ("en", "ltr"), ("ar", "rtl")] {
        let page = page(&app, &format!("/sprak/{code}")).await;
        page.has(&[&format!(r#"<html lang="{code}" dir="{dir}""#), r#"href="/sprak/ar" lang="ar""#]);
    }
}

#[tokio::test]
async fn detected_filters_are_named_in_the_language_of_the_page() {
    let app = TestApp::shipped().await;
    for (address, said) in [
        (
            "/sok?q=praktik+20+%C3%A5r+kronoberg",
            "Vi letade efter ”praktik” för en person som är 20 år i Kronobergs län.",
        ),
        ("/sok?q=praktik+20+%C3%A5r+kronoberg&lang=en", "for a person aged 20 years in Kronoberg County."),
        ("/sok?q=coach+utan+remiss", "Vi letade efter ”coach” där du kan anmäla dig själv."),
        ("/sok?q=coach+utan+remiss&lang=en", "where you can sign up yourself."),
        ("/?lang=en", "Work placements, work training and help to look for work"),
        ("/situation/inget-jobb?lang=en", "Work placements, work training and help to look for work."),
    ] {
        page(&app, address).await.has(&[said]);
    }
}
