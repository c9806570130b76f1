//! Descriptions of the columns: the second sheet of a workbook, and the advice in reports.

use super::TABLE;
use crate::i18n::{Lang, Texts};
use catalogue::Vocabularies;
use catalogue::field::{Member, Precision, Shape};
use catalogue::vocabulary::VocabularyName;
use catalogue_exchange::Column;

/// The rows of the second sheet, starting with the headings. Each column has a row with its meaning and format,
/// followed by one row for each allowed value.
pub(super) fn rows(texts: &Texts, vocabularies: &Vocabularies) -> Vec<Vec<String>> {
    let t = |key: &str| texts.get(Lang::SWEDISH, key, &[]);
    let heads = ["guide-column", "guide-meaning", "guide-how", "guide-value", "guide-code"];
    let mut rows = vec![heads.map(t).to_vec()];
    for column in TABLE.columns() {
        rows.push(vec![column.heading.clone(), meaning(texts, column), format(texts, column)]);
        for (label, code) in values(texts, column.shape, vocabularies) {
            rows.push(vec![column.heading.clone(), String::new(), String::new(), label, code]);
        }
    }
    rows
}

/// The meaning of a column.
fn meaning(texts: &Texts, column: &Column) -> String {
    let key = column.key.replace('.', "-");
    texts.get(Lang::SWEDISH, &format!("column-{key}"), &[])
}

/// The format of the values of a column.
pub(super) fn format(texts: &Texts, column: &Column) -> String {
    let t = |key: &str| texts.get(Lang::SWEDISH, key, &[]);
    match column.field.key {
        "ages" => t("how-ages"),
        "organizations" => t("how-organizations"),
        "schedules" => t("how-schedules"),
        _ => match column.shape {
            Shape::List(Shape::Object(members)) => {
                texts.get(Lang::SWEDISH, "how-parts", &[("example", parts(texts, members).into())])
            }
            Shape::List(item) => {
                let one = value_format(texts, item);
                texts.get(Lang::SWEDISH, "how-list", &[("one", one.into())])
            }
            shape => value_format(texts, shape),
        },
    }
}

/// The format of the value at a JSON pointer, which may point to a part of the value of the column.
pub(super) fn format_at(texts: &Texts, column: &Column, pointer: &str) -> String {
    let above = 1 + usize::from(column.member.is_some());
    let mut shape = column.shape;
    for key in pointer.split('/').skip(1 + above) {
        shape = match shape {
            Shape::List(item) => item,
            Shape::Object(members) => match members.iter().find(|member| member.key == key) {
                Some(member) => &member.shape,
                None => break,
            },
            _ => break,
        };
    }
    match value_format(texts, shape) {
        text if text.is_empty() => format(texts, column),
        text => text,
    }
}

/// An example of the labelled parts of a value: `namn | telefon: … | e-post: …`.
fn parts(texts: &Texts, members: &[Member]) -> String {
    let label = |key: &str| texts.get(Lang::SWEDISH, &format!("member-{key}"), &[]);
    let part = |(at, member): (usize, &Member)| {
        if at == 0 { label(member.key) } else { format!("{}: …", label(member.key)) }
    };
    members.iter().enumerate().map(part).collect::<Vec<_>>().join(" | ")
}

/// The format of a single value.
fn value_format(texts: &Texts, shape: &Shape) -> String {
    let t = |key: &str| texts.get(Lang::SWEDISH, key, &[]);
    let between = |key: &str, min: String, max: String| {
        texts.get(Lang::SWEDISH, key, &[("min", min.into()), ("max", max.into())])
    };
    match shape {
        Shape::Line(max) => texts.get(Lang::SWEDISH, "how-line", &[("count", max.into())]),
        Shape::Markdown(max) => texts.get(Lang::SWEDISH, "how-markdown", &[("count", max.into())]),
        Shape::Integer(min, max) => between("how-integer", min.to_string(), max.to_string()),
        Shape::Number(min, max) => between("how-number", min.to_string(), max.to_string()),
        Shape::Flag => t("how-flag"),
        Shape::Date(Precision::Any) => t("how-date"),
        Shape::Date(Precision::Day) => t("how-day"),
        Shape::Time => t("how-time"),
        Shape::Code(_) | Shape::OneOf(_) => t("how-code"),
        Shape::Coverage => t("how-coverage"),
        Shape::Slug => t("how-slug"),
        Shape::Language => t("how-language"),
        Shape::Url => t("how-url"),
        Shape::Email => t("how-email"),
        Shape::Phone => t("how-phone"),
        Shape::List(_) | Shape::Object(_) => String::new(),
    }
}

/// The labels and codes of the allowed values of a column; empty when they cannot be listed.
fn values(texts: &Texts, shape: &Shape, vocabularies: &Vocabularies) -> Vec<(String, String)> {
    let t = |value: &str| texts.get(Lang::SWEDISH, &format!("value-{value}"), &[]);
    let terms = |name: VocabularyName| {
        vocabularies.get(name).terms().iter().map(|term| (term.label.clone(), term.code.clone())).collect::<Vec<_>>()
    };
    match shape {
        Shape::List(item) => values(texts, item, vocabularies),
        Shape::Object(members) => {
            let coded = |member: &&Member| matches!(member.shape, Shape::Code(_) | Shape::OneOf(_));
            members.iter().filter(coded).flat_map(|member| values(texts, &member.shape, vocabularies)).collect()
        }
        Shape::Code(name) => terms(*name),
        Shape::OneOf(words) => words.iter().map(|word| (t(word), (*word).to_owned())).collect(),
        Shape::Flag => ["true", "false"].iter().map(|word| (t(word), (*word).to_owned())).collect(),
        Shape::Coverage => {
            let national = (t("national"), "national".to_owned());
            let counties = terms(VocabularyName::Counties);
            std::iter::once(national).chain(counties).chain(terms(VocabularyName::Municipalities)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue_exchange::folder::Origin;
    use catalogue_exchange::read_catalogue;

    #[test]
    fn every_column_is_explained() {
        let (texts, vocabularies) = (Texts::load(), read_catalogue(&Origin::Shipped).unwrap().vocabularies.unwrap());
        for column in TABLE.columns() {
            let meaning = meaning(&texts, column);
            assert!(!meaning.starts_with("column-") && meaning.ends_with('.'), "{}: {meaning}", column.key);
            let how = format(&texts, column);
            assert!(!how.is_empty() && !how.contains("how-"), "{}: {how}", column.key);
        }
        let rows = rows(&texts, &vocabularies);
        for (column, value) in
            [("Var", "Växjö"), ("Målgrupper", "Unga"), ("Läge", "utkast"), ("Organisationer", "ansvarar")]
        {
            assert!(
                rows.iter().any(|row| row[0] == column && row.get(3).is_some_and(|v| v == value)),
                "{column} {value}"
            );
        }
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with("value-")));
    }
}
