//! Text of records is Swedish on pages in every language. On a page in another language it stands between two
//! marks while sentences and lists are composed; [`into_elements`] replaces the marks of the rendered page by
//! elements with `lang="sv"`. Swedish pages have no marks.

use catalogue::Intervention;

/// Before and after text in the language of the records. Private-use characters, which no text contains.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// Elements whose content is text only.
const TEXT_ONLY: [&str; 5] = ["title", "option", "script", "textarea", "text "];
/// The ones among them that take the attribute `lang`.
const TEXT_ONLY_WITH_LANG: [&str; 2] = ["option", "text "];
/// Elements that take the attribute themselves when Swedish text is their whole content.
const HOLDERS: [&str; 3] = ["a", "th", "td"];

/// Puts a text between marks.
pub(crate) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(OPEN);
    out.push_str(text);
    out.push(CLOSE);
    out
}

/// Splits off the mark that a text may begin with: mark (may be empty) and rest.
pub(super) fn split_mark(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with(OPEN) { OPEN.len_utf8() } else { 0 })
}

/// Puts every short text of a record between marks. Longer texts become HTML first (`Translator::rich`); addresses
/// and goals are composed first, because their parts would change places on a page written from right to left.
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

/// Replaces the marks of a page by elements with `lang="sv"`. A link or a cell whose whole content is Swedish gets
/// the attribute itself. Marks in attributes and in elements that contain text only are removed.
pub(crate) fn into_elements(html: String) -> String {
    if !html.contains(OPEN) {
        return html;
    }
    // A page written from right to left needs the direction as well.
    let is_rtl = html.find("<head").is_some_and(|end| html[..end].contains(r#"dir="rtl""#));
    let attributes = if is_rtl { r#" lang="sv" dir="ltr""# } else { r#" lang="sv""# };
    let mut out = String::with_capacity(html.len() + 2_048);
    let mut rest = html.as_str();
    // Where the attributes of a holder begin that was opened just before.
    let mut holder: Option<usize> = None;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        match (holder.take(), whole_content(text)) {
            (Some(at), Some(inner)) if tag.starts_with("</") => {
                out.insert_str(at, attributes);
                out.push_str(inner);
            }
            _ => out.push_str(&text.replace(OPEN, &format!("<span{attributes}>")).replace(CLOSE, "</span>")),
        }
        let name = TEXT_ONLY.iter().find(|name| tag[1..].starts_with(**name));
        let end = match name {
            Some(name) => tag.find(&format!("</{}", name.trim_end())).unwrap_or(tag.len()),
            None => tag.find('>').map_or(tag.len(), |end| end + 1),
        };
        let bare = tag[..end].replace([OPEN, CLOSE], "");
        if let Some(name) = name.filter(|name| TEXT_ONLY_WITH_LANG.contains(name) && bare.len() < end) {
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

/// The text between the marks, when they enclose all of it.
fn whole_content(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    (!inner.contains([OPEN, CLOSE])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_or_are_removed() {
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
    fn a_holder_takes_the_attribute_itself() {
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
    fn a_mark_is_split_off() {
        assert_eq!(split_mark(&marked("a")).1, "a\u{e001}");
        assert_eq!(split_mark("a"), ("", "a"));
    }
}
