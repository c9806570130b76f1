//! The compared facts, one row for each, with the differences between the interventions.

use crate::web::pages::components::contact_lines::contact_lines;
use crate::web::pages::components::fact_line::{FactLine, cost, interpreter};
use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;
use catalogue::record::Role;
use catalogue::vocabulary::VocabularyName as V;

/// One fact with its values in all interventions.
pub(super) struct ComparedFact {
    pub(super) name: String,
    pub(super) cells: Vec<Vec<FactLine>>,
    /// Text on the difference, for a fact that matters for a choice; `None` when there is no difference.
    pub(super) difference: Option<String>,
    /// Whether the values are not all equal; a missing value differs from a stated one.
    pub(super) differs: bool,
}

/// The value of a fact in one intervention.
struct FactCell {
    /// Comparison key, equal for equal values; `None` when the record states no value.
    key: Option<String>,
    lines: Vec<FactLine>,
}

impl FactCell {
    fn of(labels: RecordLabels<'_>, text: Option<String>) -> Self {
        let shown = text.clone().unwrap_or_else(|| labels.t.text("not-stated"));
        Self { key: text, lines: vec![FactLine::plain(shown)] }
    }

    /// A set of codes; its comparison key does not depend on their order.
    fn of_set(labels: RecordLabels<'_>, mut codes: Vec<String>, text: Option<String>) -> Self {
        codes.sort();
        Self { key: text.as_ref().map(|_| codes.join(" ")), ..Self::of(labels, text) }
    }
}

/// Every row, in display order. Only facts that matter for a choice have a text on the difference.
pub(super) fn compared_facts(labels: RecordLabels<'_>, records: &[Intervention]) -> Vec<ComparedFact> {
    let t = labels.t;
    let row = |key: &str, matters: bool, fact: &dyn Fn(&Intervention) -> FactCell| {
        let facts: Vec<FactCell> = records.iter().map(fact).collect();
        let keys: Vec<Option<&str>> = facts.iter().map(|fact| fact.key.as_deref()).collect();
        let difference = if matters { difference(&keys).map(|key| t.text(key)) } else { None };
        let differs = keys.windows(2).any(|two| two[0] != two[1]);
        ComparedFact {
            name: t.text(key),
            difference,
            differs,
            cells: facts.into_iter().map(|fact| fact.lines).collect(),
        }
    };
    let text = |text: Option<String>| FactCell::of(labels, text);
    vec![
        row("field-summary", false, &|r| text(r.summary.clone())),
        row("filter-target_group", true, &|r| {
            FactCell::of_set(labels, r.target_groups.clone(), labels.enumeration(V::TargetGroups, &r.target_groups))
        }),
        row("field-ages", true, &|r| text(labels.ages(r))),
        row("fact-where", true, &|r| {
            FactCell::of_set(labels, r.coverage.iter().map(|c| String::from(*c)).collect(), labels.place(r, usize::MAX))
        }),
        row("field-referral", true, &|r| {
            let routes = labels.routes(r);
            FactCell::of_set(labels, r.referral.routes.clone(), (!routes.is_empty()).then(|| routes.join(". ")))
        }),
        row("field-waiting_time", true, &|r| text(r.waiting_time.clone())),
        row("field-cost", true, &|r| text(cost(labels, r))),
        row("field-interpreter", true, &|r| text(interpreter(labels, r))),
        row("field-methods", false, &|r| {
            FactCell::of_set(labels, r.methods.clone(), labels.enumeration(V::Methods, &r.methods))
        }),
        row("fact-paid-by", false, &|r| text(labels.in_role(r, Role::Funder))),
        row("field-status", false, &|r| text(Some(labels.status(r).text))),
        row("field-contacts", false, &|r| {
            let lines = contact_lines(labels, r);
            let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            FactCell { key: Some(texts.join("\n")), lines }
        }),
        row("fact-checked", false, &|r| text(Some(labels.review_date(r)))),
    ]
}

/// Locale key of the text on the difference: they differ, or they may differ when some are not stated. `None` when all
/// are equal.
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
    fn facts_that_are_not_stated_differ_perhaps() {
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
