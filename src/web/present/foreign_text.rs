//! What records say is Swedish, whatever the language of the page around it. On a page in another
//! language such text travels between two marks through sentences and lists, and [`into_elements`],
//! the way out of every page, makes elements of them that say so. On Swedish pages there are no marks.

use catalogue::Intervention;

/// Before and after text in the language of the records (private use, so that no text has them).
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// Elements whose content is text alone.
const TEXT_ONLY: [&str; 5] = ["title", "option", "script", "textarea", "text "];
/// Of these, elements that can say themselves that their content is Swedish.
const SAY_IT: [&str; 2] = ["option", "text "];
/// Elements that can say it for a text that is all of their content.
const HOLDERS: [&str; 3] = ["a", "th", "td"];

/// The text between marks.
pub(crate) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(OPEN);
    out.push_str(text);
    out.push(CLOSE);
    out
}

/// The mark that a text may begin with, and the rest.
pub(crate) fn after_mark(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with(OPEN) { OPEN.len_utf8() } else { 0 })
}

/// Every text of a record that pages show as it stands, between marks. Longer texts are made HTML
/// first, see [`crate::web::present::translator::Translator::rich`]; addresses and goals are put together first, or their
/// parts would change places where the page is written from right to left.
pub(crate) fn mark_all(record: &mut Intervention) {
    let mark = |text: &mut String| *text = marked(text);
    let all = |texts: &mut Vec<String>| texts.iter_mut().for_each(mark);
    let some = |text: &mut Option<String>| text.iter_mut().for_each(mark);
    mark(&mut record.name);
    all(&mut record.alternate_names);
    all(&mut record.indicators);
    for text in [&mut record.summary, &mut record.waiting_time, &mut record.duration, &mut record.accessibility] {
        some(text);
    }
    record.ages.iter_mut().for_each(|band| some(&mut band.note));
    record.contacts.iter_mut().for_each(|contact| some(&mut contact.name));
    record.schedules.iter_mut().for_each(|schedule| some(&mut schedule.text));
    record.cost.iter_mut().for_each(|cost| some(&mut cost.text));
    record.capacity.iter_mut().for_each(|capacity| some(&mut capacity.text));
    for source in &mut record.sources {
        some(&mut source.section);
        some(&mut source.quote);
    }
}

/// A page with elements where the marks are. A link or a cell that holds nothing else says
/// it itself. Attributes, titles and menus hold no elements, so the marks go.
pub(crate) fn into_elements(html: String) -> String {
    if !html.contains(OPEN) {
        return html;
    }
    // On a page written from right to left the text must say its direction too.
    let is_rtl = html.find("<head").is_some_and(|end| html[..end].contains(r#"dir="rtl""#));
    let says = if is_rtl { r#" lang="sv" dir="ltr""# } else { r#" lang="sv""# };
    let mut out = String::with_capacity(html.len() + 2_048);
    let mut rest = html.as_str();
    // Where the attributes of the element begin that was just opened and can say it.
    let mut holder: Option<usize> = None;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        match (holder.take(), alone(text)) {
            (Some(at), Some(inner)) if tag.starts_with("</") => {
                out.insert_str(at, says);
                out.push_str(inner);
            }
            _ => out.push_str(&text.replace(OPEN, &format!("<span{says}>")).replace(CLOSE, "</span>")),
        }
        let name = TEXT_ONLY.iter().find(|name| tag[1..].starts_with(**name));
        let end = match name {
            Some(name) => tag.find(&format!("</{}", name.trim_end())).unwrap_or(tag.len()),
            None => tag.find('>').map_or(tag.len(), |end| end + 1),
        };
        let bare = tag[..end].replace([OPEN, CLOSE], "");
        if let Some(name) = name.filter(|name| SAY_IT.contains(name) && bare.len() < end) {
            let (start, rest) = bare.split_at(1 + name.trim_end().len());
            for part in [start, r#" lang="sv""#, rest] {
                out.push_str(part);
            }
        } else {
            let name = tag[1..].split([' ', '>']).next().unwrap_or_default();
            holder = HOLDERS.contains(&name).then(|| out.len() + 1 + name.len());
            out.push_str(&bare);
        }
        rest = &tag[end..];
    }
    out.push_str(rest);
    out
}

/// What stands between the marks, where they hold all of the text.
fn alone(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    (!inner.contains([OPEN, CLOSE])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_where_elements_may_stand() {
        let name = marked("Växjö");
        let html = format!(
            r#"<title>{name}</title><h1>{name}</h1><a aria-label="{name}">{name}, x</a><option value=1>{name}</option>"#
        );
        let span = r#"<span lang="sv">Växjö</span>"#;
        assert_eq!(
            into_elements(html),
            format!(
                r#"<title>Växjö</title><h1>{span}</h1><a aria-label="Växjö">{span}, x</a><option lang="sv" value=1>Växjö</option>"#
            )
        );
        assert_eq!(into_elements("<p>a</p>".to_owned()), "<p>a</p>");
    }

    #[test]
    fn an_element_that_holds_nothing_else_says_it_itself() {
        let name = marked("Växjö");
        let page = format!(
            r#"<html dir="rtl"><head></head><th scope="row">{name}</th><td>{name}</td><a href="/">{name}<b>x</b></a>"#
        );
        let expected = concat!(
            r#"<html dir="rtl"><head></head><th lang="sv" dir="ltr" scope="row">Växjö</th><td lang="sv" dir="ltr">Växjö</td>"#,
            r#"<a href="/"><span lang="sv" dir="ltr">Växjö</span><b>x</b></a>"#
        );
        assert_eq!(into_elements(page), expected);
    }

    #[test]
    fn the_mark_before_a_word() {
        assert_eq!(after_mark(&marked("a")).1, "a\u{e001}");
        assert_eq!(after_mark("a"), ("", "a"));
    }
}
