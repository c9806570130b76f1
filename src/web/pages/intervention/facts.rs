//! Facts of a record as rows, for participants and for staff.

use crate::i18n::{Lang, format};
use crate::web::pages::components::fact_line::{FactLine, FactRow, cost, interpreter};
use crate::web::pages::glossary;
use crate::web::present::labels::RecordLabels;
use crate::web::present::letter_case::{capitalized, uncapitalized};
use catalogue::Intervention;
use catalogue::record::{Capacity, Goal, Role};
use catalogue::vocabulary::VocabularyName as V;

/// Lines for codes and their texts, each with a link to the glossary when it explains the code.
pub(super) fn explained_lines(
    labels: RecordLabels<'_>,
    vocabulary: V,
    codes: &[String],
    texts: impl IntoIterator<Item = String>,
) -> Vec<FactLine> {
    texts.into_iter().zip(codes).map(|(text, code)| explained_line(labels, vocabulary, code, text)).collect()
}

/// A line for one code, with a link to the glossary when it explains the code.
pub(super) fn explained_line(labels: RecordLabels<'_>, vocabulary: V, code: &str, text: String) -> FactLine {
    FactLine { text, url: glossary::address(labels.t, labels.vocabularies, vocabulary, code) }
}

/// A row of codes with links to the glossary; `None` without a code.
fn explained_row(labels: RecordLabels<'_>, key: &str, vocabulary: V, codes: &[String]) -> Option<FactRow> {
    let texts = codes.iter().map(|code| labels.label(vocabulary, code));
    FactRow::of_lines(labels.t.text(key), explained_lines(labels, vocabulary, codes, texts))
}

/// Facts that participants need before they join.
pub(super) fn practical_facts(labels: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = labels.t;
    let languages: Vec<String> = record.languages.iter().map(|code| language(labels, code)).collect();
    let rows = [
        FactRow::of(t.text("field-interpreter"), interpreter(labels, record)),
        FactRow::of(t.text("field-languages"), (!languages.is_empty()).then(|| capitalized(&t.list(&languages)))),
        FactRow::of(t.text("field-accessibility"), record.accessibility.clone()),
        FactRow::of(t.text("field-cost"), cost(labels, record)),
        FactRow::of(t.text("field-duration"), record.duration.clone()),
        FactRow::of(t.text("field-waiting_time"), record.waiting_time.clone()),
    ];
    rows.into_iter().flatten().collect()
}

/// The name of a language; its code when there is no message for it.
fn language(labels: RecordLabels<'_>, code: &str) -> String {
    let key = format!("language-{code}");
    let name = labels.t.text(&key);
    if name == key { code.to_owned() } else { name }
}

/// Facts that only case workers need.
pub(super) fn staff_facts(labels: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = labels.t;
    let in_role = |key: &str, role: Role| FactRow::of(t.text(key), labels.in_role(record, role));
    let rows = [
        FactRow::of(t.text("staff-routes"), labels.routes(record)).map(|row| row.about(t.path("/ordlista#vag-in"))),
        explained_row(labels, "field-methods", V::Methods, &record.methods),
        explained_row(labels, "field-activities", V::Activities, &record.activities),
        in_role("role-owner", Role::Owner),
        in_role("role-provider", Role::Provider),
        in_role("role-funder", Role::Funder),
        in_role("role-partner", Role::Partner),
        FactRow::of(t.text("field-period"), Some(labels.period(record))),
        FactRow::of(t.text("field-capacity"), record.capacity.as_ref().and_then(|c| capacity(labels, c))),
        FactRow::of(t.text("field-goals"), record.goals.iter().map(|goal| goal_text(labels, goal))),
        FactRow::of(t.text("field-indicators"), record.indicators.iter().cloned()),
    ];
    rows.into_iter().flatten().collect()
}

fn capacity(labels: RecordLabels<'_>, capacity: &Capacity) -> Option<String> {
    let places = capacity.places.map(|places| labels.t.count("places", u64::from(places)));
    match (places, &capacity.text) {
        (Some(places), Some(text)) => Some(format!("{places}. {text}")),
        (places, text) => places.or_else(|| text.clone()),
    }
}

/// A goal with its target value: `Deltagare: 660 personer`.
fn goal_text(labels: RecordLabels<'_>, goal: &Goal) -> String {
    let Some(target) = &goal.target else { return labels.t.record(&goal.text) };
    let target =
        target.as_u64().map_or_else(|| target.to_string().replace('.', ","), |n| format::number(Lang::SWEDISH, n));
    let unit = goal.unit.as_deref().map(|unit| format!(" {}", uncapitalized(unit))).unwrap_or_default();
    labels.t.record(&format!("{}: {target}{unit}", goal.text))
}
