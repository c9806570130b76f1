//! Templates, styles and scripts are readable, and the build script that minimises them removes only whitespace.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../build/minimize.rs"]
mod minimize;

use std::fs;
use std::path::{Path, PathBuf};

/// Maximum number of characters in a line.
const LONGEST_LINE: usize = 160;

/// All files below a folder with one of these extensions, without vendored files.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("vendor") && !entry.ends_with("node_modules") {
                folders.push(entry);
            } else if entry.extension().is_some_and(|ending| endings.iter().any(|wanted| *wanted == ending)) {
                let text = fs::read_to_string(&entry).unwrap();
                found.push((entry, text));
            }
        }
    }
    assert!(!found.is_empty(), "no files in {folder}");
    found
}

fn long_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.chars().count() > LONGEST_LINE).collect()
}

/// Tuple fields that a template accesses by index, such as `pair.0`.
fn tuple_members(template: &str) -> Vec<&str> {
    let expressions = template.split("{{").skip(1).map(|rest| rest.split("}}").next().unwrap_or_default());
    let blocks = template.split("{%").skip(1).map(|rest| rest.split("%}").next().unwrap_or_default());
    let is_member = |code: &str| {
        code.split('"').step_by(2).any(|code| {
            let bytes = code.as_bytes();
            let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_)]".contains(&byte);
            bytes.windows(3).any(|part| is_name(part[0]) && part[1] == b'.' && part[2].is_ascii_digit())
        })
    };
    expressions.chain(blocks).filter(|code| is_member(code)).collect()
}

#[test]
fn no_line_is_longer_than_a_screen() {
    let all = files("templates", &["html"]).into_iter().chain(files("static", &["css", "js"]));
    for (path, text) in all.chain(files("tests/browser", &["mjs"])) {
        assert!(long_lines(&text).is_empty(), "{}: {:?}", path.display(), long_lines(&text));
    }
}

#[test]
fn templates_name_what_they_show() {
    for (path, text) in files("templates", &["html"]) {
        assert!(tuple_members(&text).is_empty(), "{}: {:?}", path.display(), tuple_members(&text));
    }
}

/// The literal names of form controls and metadata in a template.
fn control_names(template: &str) -> Vec<&str> {
    let names = template.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    names.filter(|name| !name.contains("{{")).collect()
}

#[test]
fn form_controls_name_parameters_that_exist() {
    // Parameters that only pages have, and names of metadata.
    let others = ["id", "was", "color-scheme", "robots", "viewport"];
    let parameters: Vec<&str> = index::query::parameters().iter().map(|parameter| parameter.name).collect();
    for (path, text) in files("templates", &["html"]) {
        let text = text.replace('\n', " ");
        let unknown =
            control_names(&text).into_iter().filter(|name| !parameters.contains(name) && !others.contains(name));
        assert_eq!(unknown.collect::<Vec<_>>(), [""; 0], "{}", path.display());
    }
}

#[test]
fn these_checks_find_what_they_look_for() {
    let found = tuple_members("{{ link.0 }} {% if a[0].1 %} {{ link.url }} {{ t.text(\"v1.0\") }} 2.0");
    assert_eq!(found, [" link.0 ", " if a[0].1 "]);
    let found = control_names("<input name=\"q\"><input name=\"{{ field.name }}\"><meta name=\"robots\">");
    assert_eq!(found, ["q", "robots"]);
    let line = "å".repeat(LONGEST_LINE + 1);
    assert_eq!(long_lines(&format!("short\n{line}")), [line.as_str()]);
    assert!(long_lines(&"å".repeat(LONGEST_LINE)).is_empty());
}

#[test]
fn line_breaks_between_elements_and_words_are_nothing() {
    assert_eq!(minimize::template("<p>\n  <b>a</b> c\n  {{ d }}\n</p>\n"), "<p><b>a</b> c{{ d }}</p>");
    assert_eq!(minimize::template("a{{ \" \" }}\n  <i>b</i>"), "a{{ \" \" }}<i>b</i>");
    assert_eq!(minimize::template("{# Needs: t\n   and < > \" #}\n<p>a  b</p>"), "<p>a  b</p>");
}

#[test]
fn line_breaks_inside_tags_and_code_are_one_space() {
    assert_eq!(
        minimize::template("<a\n  href=\"{{ t.path(\"/\") }}\"\n  id=\"x\"\n>b</a>"),
        "<a href=\"{{ t.path(\"/\") }}\" id=\"x\">b</a>"
    );
    assert_eq!(minimize::template("<p title=\"a >\n  b\">c</p>"), "<p title=\"a > b\">c</p>");
    assert_eq!(minimize::template("{% if a\n  && b %}\n  <br>\n{% endif %}"), "{% if a && b %}<br>{% endif %}");
    assert_eq!(minimize::template("<i\n  {%- if a %} b{% endif %}\n>"), "<i {%- if a %} b{% endif %}>");
    assert_eq!(minimize::template("<path d=\"M0\"\n/>"), "<path d=\"M0\"/>");
}

#[test]
fn what_is_not_closed_is_left_for_askama_to_report() {
    assert_eq!(minimize::template("a {{ b"), "a {{ b");
    assert_eq!(minimize::template("1 < 2"), "1 < 2");
}
