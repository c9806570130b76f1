//! Pages: status, headers, and the text of each state.

mod embed;
mod foreign;
mod frame;
mod interpretation_notice;
mod intervention;
mod landing;
mod resubmit;
mod texts;

use super::support::{TestApp, bytes, request};
use axum::body::Body;
use axum::http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};

/// A response with its body as text.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) html: String,
}

impl Page {
    /// The text of `<title>`.
    pub(super) fn title(&self) -> &str {
        between(&self.html, "<title>", "</title>")
    }

    /// The content of `<main>`.
    pub(super) fn main(&self) -> &str {
        between(&self.html, "<main", "</main>")
    }

    /// Asserts that `<main>` contains all parts, in this order.
    pub(super) fn has_in_order(&self, parts: &[&str]) {
        let mut rest = self.main();
        for part in parts {
            let at = rest.find(part).unwrap_or_else(|| panic!("{part} is missing or too early in {}", self.main()));
            rest = &rest[at + part.len()..];
        }
    }

    /// Asserts that the page contains all parts.
    pub(super) fn has(&self, parts: &[&str]) {
        for part in parts {
            assert!(self.html.contains(part), "{part} is missing in {}", self.main());
        }
    }

    /// Asserts that `<main>` contains none of the parts.
    pub(super) fn lacks(&self, parts: &[&str]) {
        for part in parts {
            assert!(!self.main().contains(part), "{part} stands in {}", self.main());
        }
    }
}

/// The text between `start` and `end`. Panics when one of them is missing.
pub(super) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}")) + start.len();
    let to = text[from..].find(end).unwrap_or_else(|| panic!("no {end} after {start}"));
    &text[from..from + to]
}

/// Whether a text contains a delimiter of foreign text: a private-use character.
pub(super) fn has_delimiter(text: &str) -> bool {
    text.contains(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))
}

/// Gets a page and asserts the properties of all pages: HTML, no cookie, no inline style or script, no delimiter of
/// foreign text, no element in an attribute.
pub(super) async fn page(app: &TestApp, path: &str) -> Page {
    let answer = app.send(request(Method::GET, path, &[], Body::empty())).await;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let html = String::from_utf8(bytes(answer).await).unwrap();
    if !status.is_redirection() {
        assert_eq!(headers["content-type"], "text/html; charset=utf-8", "{path}");
        assert!(!html.contains(" style=") && !html.contains("<script>"), "{path}");
        assert!(!has_delimiter(&html), "a delimiter of foreign text is left in {path}");
        for value in html.split("=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(!value.contains("<span"), "an attribute of {path} contains an element: {value}");
        }
    }
    assert!(!headers.contains_key("set-cookie"), "{path}");
    Page { status, headers, html }
}

/// A record with every field that a page shows, for the date in the tests.
pub(super) fn complete() -> Value {
    json!({
        "id": "komplett", "name": "Verkstaden </script> & Co", "alternate_names": ["Komplettan"],
        "summary": "Du får en coach.", "description": "Först träffar du en **coach**.",
        "eligibility": "Du är mellan 16 och 29 år.", "easy_read": "Du får hjälp av en coach.",
        "steps": ["Ring.", "Kom hit."], "good_to_know": "Ta med en vän.", "for_staff": "Boka ett möte.",
        "kind": "municipal", "target_groups": ["unga"], "ages": [{"min": 16, "max": 29}],
        "coverage": ["0780"], "methods": ["ips"], "activities": ["praktik"],
        "organizations": [{"id": "vaxjo-kommun", "role": "owner"}],
        "referral": {"routes": ["self"], "text": "Ring oss."},
        "contacts": [{"name": "Receptionen", "phone": "0470-00 00 00"}],
        "locations": [{"address": "Provgatan 11", "postal_code": "352 30", "city": "Växjö"}],
        "cost": {"free": true}, "period": {"start": "2024"},
        "last_reviewed": "2026-11-01", "review_by": "2027-05-01", "as_of": "2026",
        "sources": [{"document": "Provblad", "section": "Arbete", "supports": ["name"], "stated": "explicit"}],
    })
}

/// The complete record with changed values; `null` removes a key.
pub(super) fn changed(changes: Value) -> Value {
    let mut record = complete();
    for (key, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => record.as_object_mut().unwrap().remove(key),
            value => record.as_object_mut().unwrap().insert(key.clone(), value.clone()),
        };
    }
    record
}
