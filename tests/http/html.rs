//! Reads pages as text, and extracts their links.

use super::support::{TestApp, bytes, request};
use axum::body::Body;
use axum::http::{Method, StatusCode};

/// A response with its body.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) html: String,
}

/// Gets a page.
pub(crate) async fn page(app: &TestApp, path: &str) -> Page {
    let response = app.send(request(Method::GET, path, &[], Body::empty())).await;
    let status = response.status();
    Page { status, html: String::from_utf8(bytes(response).await).unwrap() }
}

/// All parts of a text between `start` and `end`.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

/// The text content of HTML.
pub(crate) fn plain(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text: String =
        parts.map(|(n, part)| if n == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) }).collect();
    let text = text.replace("&#38;", "&").replace("&amp;", "&").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A link with its URL, its attributes and its text.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) url: String,
    pub(crate) attributes: String,
    pub(crate) text: String,
}

/// All links in HTML.
pub(crate) fn links(html: &str) -> Vec<Link> {
    let link = |part: &str| {
        let (attributes, rest) = part.split_once('>').unwrap();
        let url =
            between(attributes, "href=\"", "\"").first().map(|url| url.replace("&#38;", "&").replace("&amp;", "&"));
        Link { url: url.unwrap_or_default(), attributes: attributes.to_owned(), text: plain(rest) }
    };
    between(html, "<a ", "</a>").into_iter().map(link).collect()
}

impl Page {
    /// The text content of the page.
    pub(crate) fn text(&self) -> String {
        plain(&self.html)
    }

    /// The first part of the page between two texts. Panics when there is none.
    pub(crate) fn part(&self, start: &str, end: &str) -> &str {
        between(&self.html, start, end).first().unwrap_or_else(|| panic!("no {start}"))
    }

    /// The number of hits in the heading of a search.
    pub(crate) fn hits(&self) -> u64 {
        let heading = plain(self.part("<h1 id=\"page-heading\">", "</h1>"));
        if heading.starts_with("Inga insatser") {
            return 0;
        }
        heading.split(" insats").next().unwrap().replace(' ', "").parse().unwrap_or_else(|_| panic!("{heading}"))
    }
}
