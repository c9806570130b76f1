//! Static files, embedded in the program. The joined stylesheet, the script, the font and the icons have URLs with a
//! hash of their content; all other files of `static/` keep their names.

use crate::web::http::cache;
use crate::web::http::error::Problem;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// Files of the design system, unmodified, in the order in which they are concatenated.
const COMPONENTS: [&str; 23] = [
    "label",
    "heading",
    "paragraph",
    "link",
    "list",
    "divider",
    "button",
    "card",
    "chip",
    "field",
    "fieldset",
    "input",
    "validation-message",
    "error-summary",
    "details",
    "dialog",
    "pagination",
    "tag",
    "badge",
    "alert",
    "skip-link",
    "table",
    "breadcrumbs",
];
/// Our own stylesheets, in the order in which they are concatenated: tokens, base, layout, components, pages, print.
const STYLES: [&str; 17] = [
    "tokens",
    "base",
    "utilities",
    "header",
    "footer",
    "search-forms",
    "text-pages",
    "start",
    "filter-panel",
    "results",
    "intervention",
    "errors",
    "tables",
    "comparison",
    "overview",
    "preferences",
    "print",
];
/// The path of the font in the stylesheets, which is replaced by the URL with the hash.
const FONT: &str = "vendor/fonts/source-sans-3-latin-wght-normal.woff2";
/// Cache policy for a URL with a hash, whose content never changes.
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file whose URL contains a hash of its content.
struct Asset {
    url: String,
    content_type: &'static str,
    body: Bytes,
}

impl Asset {
    fn new(stem: &str, extension: &str, body: Vec<u8>) -> Self {
        let hash = catalogue::hash::short(&[&String::from_utf8_lossy(&body)]);
        let url = format!("/static/{stem}-{}.{extension}", &hash[..12]);
        Self { url, content_type: content_type(extension), body: Bytes::from(body) }
    }
}

/// The files that pages link to.
struct Assets {
    stylesheet: Asset,
    script: Asset,
    font: Asset,
    icons: Asset,
    favicon: Asset,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let font = Asset::new("source-sans-3", "woff2", read(FONT));
    Assets {
        stylesheet: Asset::new("app", "css", joined_stylesheet(&font.url).into_bytes()),
        script: Asset::new("enhance", "js", read("enhance.js")),
        icons: Asset::new("icons", "svg", read("icons.svg")),
        favicon: Asset::new("favicon", "svg", read("favicon.svg")),
        font,
    }
});

/// The URL of the joined stylesheet.
pub(crate) fn stylesheet_url() -> &'static str {
    &ASSETS.stylesheet.url
}

/// The URL of the script.
pub(crate) fn script_url() -> &'static str {
    &ASSETS.script.url
}

/// The URL of the font.
pub(crate) fn font_url() -> &'static str {
    &ASSETS.font.url
}

/// The URL of the file with all icons; a fragment selects one.
pub(crate) fn icons_url() -> &'static str {
    &ASSETS.icons.url
}

/// The URL of the favicon.
pub(crate) fn favicon_url() -> &'static str {
    &ASSETS.favicon.url
}

/// Answers `GET /favicon.ico`.
pub(crate) async fn favicon() -> Response {
    immutable(&ASSETS.favicon)
}

/// Answers `GET /static/{path}`.
pub(crate) async fn show(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Assets { stylesheet, script, font, icons, favicon } = &*ASSETS;
    let known = [stylesheet, script, font, icons, favicon];
    if let Some(asset) = known.into_iter().find(|a| a.url.strip_prefix("/static/") == Some(&path)) {
        return immutable(asset);
    }
    let Some(file) = Files::get(&path) else { return Problem::not_found().into_response() };
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let hash = catalogue::hash::short(&[&String::from_utf8_lossy(&file.data)]);
    cache::tagged(&headers, &format!("\"{hash}\""), || {
        ([(header::CONTENT_TYPE, content_type(extension))], file.data.into_owned()).into_response()
    })
}

fn immutable(asset: &'static Asset) -> Response {
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type)), (header::CACHE_CONTROL, IMMUTABLE)];
    (headers, asset.body.clone()).into_response()
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}

fn read(path: &str) -> Vec<u8> {
    let Some(file) = Files::get(path) else {
        tracing::error!(path, "a file is missing in static/");
        return Vec::new();
    };
    file.data.into_owned()
}

/// Removes comments, line breaks and indentation from CSS.
///
/// Requires that no string contains `/*`. A backslash at the end of a line continues a string on the next line.
fn minimized(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let without_comments = parts.fold(first, |css, part| css + part.split_once("*/").map_or(part, |(_, rest)| rest));
    let mut out = String::with_capacity(css.len());
    for line in without_comments.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(start) = line.strip_suffix('\\') {
            out.push_str(start);
        } else if let Some(selector) = line.strip_suffix(" {") {
            out.push_str(selector);
            out.push('{');
        } else {
            out.push_str(line);
            if !line.ends_with([',', ';', '}']) {
                out.push(' ');
            }
        }
    }
    out
}

/// Design system, theme and our own styles as one stylesheet. Cascade layers define the precedence, not the order of
/// the rules.
fn joined_stylesheet(font_url: &str) -> String {
    let text = |path: &str| String::from_utf8_lossy(&read(path)).into_owned();
    let vendored = |name: &str| text(&format!("vendor/designsystemet/{name}.css"));
    let mut css = "@layer ds.theme, ds.base, ds.components, app;\n@layer ds.base{\n".to_owned();
    css.push_str(&vendored("base"));
    css.push_str("\n}\n@layer ds.components{\n");
    for name in COMPONENTS {
        css.push_str(&vendored(name));
        css.push('\n');
    }
    css.push_str("}\n");
    css.push_str(&text("vendor/theme.css"));
    let own = |name: &str| minimized(&text(&format!("styles/{name}.css")));
    css.push_str(&own("fonts").replace(FONT, font_url));
    css.push_str("@layer app{");
    for name in STYLES {
        css.push_str(&own(name));
    }
    css.push_str("}\n");
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_what_browsers_do_not_read() {
        let css = "/* b */\na,\na b {\n  margin:\n    1px\n    2px;\n\n  mask: url(\"a \\\n    b\");\n}\n";
        assert_eq!(minimized(css), "a,a b{margin: 1px 2px;mask: url(\"a b\");}");
        for name in STYLES {
            let css = String::from_utf8(read(&format!("styles/{name}.css"))).unwrap();
            assert!(!css.is_empty() && !minimized(&css).contains(['\n', '\\']), "{name}");
        }
    }

    #[test]
    fn every_style_is_joined() {
        let mut files: Vec<String> = Files::iter()
            .filter_map(|path| path.strip_prefix("styles/")?.strip_suffix(".css").map(str::to_owned))
            .collect();
        let mut joined: Vec<&str> = STYLES.into_iter().chain(["fonts"]).collect();
        files.sort();
        joined.sort_unstable();
        assert_eq!(files, joined);
    }

    #[test]
    fn the_stylesheet_holds_every_part() {
        let css = joined_stylesheet("/static/font.woff2");
        assert!(css.starts_with("@layer ds.theme, ds.base, ds.components, app;"));
        for part in [
            ".ds-button{",
            ".ds-breadcrumbs{",
            "--ds-color-accent-base-default",
            "@layer app",
            ".compare-bar",
            "url(/static/font.woff2)",
        ] {
            assert!(css.contains(part), "{part}");
        }
        assert!(!css.contains("url(vendor/") && !css.contains("url(http"));
    }

    #[test]
    fn addresses_depend_on_the_content() {
        let [one, same, other] = ["a", "a", "b"].map(|body| Asset::new("x", "css", body.into()).url);
        assert_eq!(one, same);
        assert_ne!(one, other);
    }
}
