//! Askama filters for text that may be Swedish on a page in another language, see
//! [`crate::web::present::foreign_text`]. A module with a template must import this one.
//!
//! | place in the template | filter |
//! |---|---|
//! | an element with other content | `{{ text }}` |
//! | an attribute, `title` and `textarea` | `{{ text\|plain }}` |
//! | `option`, and `text` in SVG | `<option{{ text\|lang_if_any }}>{{ text\|plain }}</option>` |
//! | the whole content of `a`, `td` and `th` | `<td{{ text\|lang_if_whole }}>{{ text\|content }}</td>` |
#![expect(
    unreachable_pub,
    clippy::inline_always,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "the macro `filter_fn` expands to such code"
)]

use crate::web::present::foreign_text;
use askama::filters::Safe;
use askama::{Result, Values, filter_fn};
use std::fmt::Display;

/// The text without delimiters, for attributes and elements that contain only text.
#[filter_fn]
pub(crate) fn plain(text: impl Display, _: &dyn Values) -> Result<String> {
    Ok(foreign_text::plain(&text.to_string()))
}

/// The attribute `lang` when a part of the text is Swedish.
#[filter_fn]
pub(crate) fn lang_if_any(text: impl Display, _: &dyn Values) -> Result<Safe<&'static str>> {
    Ok(Safe(if foreign_text::has_foreign(&text.to_string()) { r#" lang="sv""# } else { "" }))
}

/// The attributes `lang` and `dir` when the whole text is Swedish.
#[filter_fn]
pub(crate) fn lang_if_whole(text: impl Display, _: &dyn Values) -> Result<Safe<&'static str>> {
    Ok(Safe(foreign_text::whole(&text.to_string()).map_or("", |(_, direction)| direction.attributes())))
}

/// The text for an element with the attributes of [`lang_if_whole`]. It gets no further element when it is wholly
/// Swedish.
#[filter_fn]
pub(crate) fn content(text: impl Display, _: &dyn Values) -> Result<String> {
    let text = text.to_string();
    Ok(match foreign_text::whole(&text) {
        Some((inner, _)) => inner.to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use crate::web::present::filters;
    use crate::web::present::foreign_text::PageDirection;
    use askama::Template;

    #[derive(Template)]
    #[template(
        source = r#"<title>{{ x|plain }}</title><option{{ x|lang_if_any }} label="{{ x|plain }}">{{ x|plain }}</option><td{{ x|lang_if_whole }}>{{ x|content }}</td>"#,
        ext = "html"
    )]
    struct Forms {
        x: String,
    }

    #[test]
    fn every_form_of_a_text() {
        let name = PageDirection::RightToLeft.delimited("Å & Ö");
        for (x, expected) in [
            (
                name.clone(),
                r#"<title>Å &#38; Ö</title><option lang="sv" label="Å &#38; Ö">Å &#38; Ö</option><td lang="sv" dir="ltr">Å &#38; Ö</td>"#,
            ),
            (
                format!("{name} (1)"),
                r#"<title>Å &#38; Ö (1)</title><option lang="sv" label="Å &#38; Ö (1)">Å &#38; Ö (1)</option><td><span lang="sv" dir="ltr">Å &#38; Ö</span> (1)</td>"#,
            ),
            (
                "<a>".to_owned(),
                r#"<title>&#60;a&#62;</title><option label="&#60;a&#62;">&#60;a&#62;</option><td>&#60;a&#62;</td>"#,
            ),
        ] {
            assert_eq!(Forms { x }.render().unwrap(), expected);
        }
    }
}
