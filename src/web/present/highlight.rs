//! Highlights of a hit as HTML.

use index::{Highlight, Hit};
use std::collections::BTreeMap;

/// The highlights of a hit as HTML, by key of the field.
pub(crate) fn all(hit: &Hit) -> BTreeMap<&'static str, String> {
    hit.highlights.iter().map(|(key, highlight)| (*key, html(highlight))).collect()
}

/// Escaped text in which only `<mark>` is HTML. Whitespace is collapsed; `…` shows that text is omitted.
pub(crate) fn html(highlight: &Highlight) -> String {
    let Highlight { text, ranges, is_cut_before, is_cut_after } = highlight;
    let mut out = String::with_capacity(text.len() + 32);
    if *is_cut_before {
        out.push_str("… ");
    }
    let mut at = 0;
    for range in ranges {
        escape(&text[at..range.start], &mut out);
        out.push_str("<mark>");
        escape(&text[range.clone()], &mut out);
        out.push_str("</mark>");
        at = range.end;
    }
    escape(&text[at..], &mut out);
    if *is_cut_after {
        out.push_str(" …");
    }
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_ranges_are_marked() {
        let text = "Praktikplatsen i\nVäxjö & <b>".to_owned();
        let ranges = vec![0..14, 17..24];
        let highlight = Highlight { text, ranges, is_cut_before: true, is_cut_after: true };
        let marked = "… <mark>Praktikplatsen</mark> i <mark>Växjö</mark> &amp; &lt;b&gt; …";
        assert_eq!(html(&highlight), marked);
    }

    proptest! {
        #[test]
        fn the_text_is_escaped(text in "\\PC{0,400}") {
            let ranges = swedish::words(&text).map(|word| word.start..word.end).collect();
            let html = html(&Highlight { text, ranges, is_cut_before: false, is_cut_after: false });
            let bare = html.replace("<mark>", "").replace("</mark>", "");
            prop_assert!(!bare.contains('<') && !bare.contains('>') && !bare.contains('"'));
            prop_assert_eq!(html.matches("<mark>").count(), html.matches("</mark>").count());
        }
    }
}
