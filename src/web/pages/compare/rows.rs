//! What is compared, row by row, and where the interventions differ.

use crate::web::pages::intervention::{Line, contact_lines, cost, interpreter};
use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;
use catalogue::record::Role;
use catalogue::vocabulary::VocabularyName as V;

/// One fact of all interventions.
pub(super) struct CompareRow {
    pub(super) name: String,
    pub(super) cells: Vec<Vec<Line>>,
    /// For facts that can decide the choice: how the interventions differ in it, in words.
    pub(super) difference: Option<String>,
    /// Whether the facts are not the same in all of them, stated or not, decisive or not.
    pub(super) differs: bool,
}

/// One fact of one intervention.
struct Fact {
    /// What decides whether it is the same as another's; `None` when it is not stated.
    key: Option<String>,
    lines: Vec<Line>,
}

impl Fact {
    fn of(words: RecordLabels<'_>, text: Option<String>) -> Self {
        let shown = text.clone().unwrap_or_else(|| words.t.text("not-stated"));
        Self { key: text, lines: vec![Line::plain(shown)] }
    }

    /// A set of codes is the same in any order.
    fn of_set(words: RecordLabels<'_>, mut codes: Vec<String>, text: Option<String>) -> Self {
        codes.sort();
        Self { key: text.as_ref().map(|_| codes.join(" ")), ..Self::of(words, text) }
    }
}

/// Every row; those that can decide the choice say whether they do.
pub(super) fn rows(words: RecordLabels<'_>, records: &[Intervention]) -> Vec<CompareRow> {
    let t = words.t;
    let row = |key: &str, decides: bool, fact: &dyn Fn(&Intervention) -> Fact| {
        let facts: Vec<Fact> = records.iter().map(fact).collect();
        let keys: Vec<Option<&str>> = facts.iter().map(|fact| fact.key.as_deref()).collect();
        let difference = if decides { difference(&keys).map(|key| t.text(key)) } else { None };
        let differs = keys.windows(2).any(|two| two[0] != two[1]);
        CompareRow { name: t.text(key), difference, differs, cells: facts.into_iter().map(|fact| fact.lines).collect() }
    };
    let text = |text: Option<String>| Fact::of(words, text);
    vec![
        row("field-summary", false, &|r| text(r.summary.clone())),
        row("filter-target_group", true, &|r| {
            Fact::of_set(words, r.target_groups.clone(), words.enumeration(V::TargetGroups, &r.target_groups))
        }),
        row("field-ages", true, &|r| text(words.ages(r))),
        row("fact-where", true, &|r| {
            Fact::of_set(words, r.coverage.iter().map(|c| String::from(*c)).collect(), words.place(r, usize::MAX))
        }),
        row("field-referral", true, &|r| {
            let routes = words.routes(r);
            Fact::of_set(words, r.referral.routes.clone(), (!routes.is_empty()).then(|| routes.join(". ")))
        }),
        row("field-waiting_time", true, &|r| text(r.waiting_time.clone())),
        row("field-cost", true, &|r| text(cost(words, r))),
        row("field-interpreter", true, &|r| text(interpreter(words, r))),
        row("field-methods", false, &|r| {
            Fact::of_set(words, r.methods.clone(), words.enumeration(V::Methods, &r.methods))
        }),
        row("fact-paid-by", false, &|r| text(words.in_role(r, Role::Funder))),
        row("field-status", false, &|r| text(Some(words.status(r).text))),
        row("field-contacts", false, &|r| {
            let lines = contact_lines(words, r);
            let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            Fact { key: Some(texts.join("\n")), lines }
        }),
        row("fact-checked", false, &|r| text(Some(words.checked(r)))),
    ]
}

/// The text that says how facts differ: for sure, or perhaps, where some do not state it.
fn difference(keys: &[Option<&str>]) -> Option<&'static str> {
    let mut stated = keys.iter().flatten();
    let first = stated.next()?;
    if stated.any(|other| other != first) {
        return Some("compare-differs");
    }
    keys.contains(&None).then_some("compare-unclear")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_stated_is_not_said_to_differ() {
        let cases = [
            (&[Some("a"), Some("b")][..], Some("compare-differs")),
            (&[Some("a"), None, Some("b")], Some("compare-differs")),
            (&[Some("a"), Some("a")], None),
            (&[Some("a"), None], Some("compare-unclear")),
            (&[None, None], None),
            (&[], None),
        ];
        for (keys, expected) in cases {
            assert_eq!(difference(keys), expected, "{keys:?}");
        }
    }
}
