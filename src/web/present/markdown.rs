//! Renders Markdown to HTML.

use crate::web::present::html::{Safe, trusted};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders a text of a record. Raw HTML is escaped; headings begin at level 3, below those of the page.
pub(crate) fn render(markdown: &str) -> Safe {
    let below = |level: HeadingLevel| if level <= HeadingLevel::H2 { HeadingLevel::H3 } else { HeadingLevel::H4 };
    let events = Parser::new_ext(markdown, Options::empty()).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        event => event,
    });
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events);
    trusted(sanitized(&out))
}

/// Renders a text of a locale file. `localized` adds the language of the page to a path of this site.
pub(crate) fn render_own(markdown: &str, localized: impl Fn(&str) -> String) -> Safe {
    let events = Parser::new_ext(markdown, Options::empty()).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if dest_url.starts_with('/') => {
            Event::Start(Tag::Link { link_type, dest_url: localized(&dest_url).into(), title, id })
        }
        event => event,
    });
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events);
    trusted(sanitized(&out))
}

/// Renders one line of Markdown without the paragraph element.
pub(crate) fn render_line(markdown: &str) -> Safe {
    let html = render(markdown).to_string();
    let line = html.trim().strip_prefix("<p>").and_then(|h| h.strip_suffix("</p>"));
    match line {
        Some(line) if !line.contains("<p>") => trusted(line.to_owned()),
        _ => trusted(html),
    }
}

/// Sanitises the HTML again, as defence in depth: only these elements pass, even if the parser has a fault.
fn sanitized(html: &str) -> String {
    let tags = ["p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "code"];
    ammonia::Builder::default()
        .tags(tags.into_iter().collect())
        .url_schemes(["https", "http", "mailto", "tel"].into_iter().collect())
        .link_rel(Some("noopener noreferrer"))
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_lists_and_links() {
        let html = render("# Rubrik\n\nDu får *hjälp*:\n\n- praktik\n- [mer](https://a.se)").to_string();
        assert!(html.contains("<h3>Rubrik</h3>") && html.contains("<li>praktik</li>"), "{html}");
        assert!(html.contains(r#"<a href="https://a.se" rel="noopener noreferrer">mer</a>"#), "{html}");
        assert_eq!(render_line("Ring **först**").to_string(), "Ring <strong>först</strong>");
    }

    #[test]
    fn scripts_are_removed() {
        let html = render("<script>a</script> <b onclick=x>b</b> [c](javascript:x) <img src=x onerror=y>").to_string();
        let tag = |name: &str| html.contains(&format!("<{name}"));
        assert!(!tag("script") && !tag("b ") && !tag("img") && !html.contains("href=\"javascript"), "{html}");
    }
}
