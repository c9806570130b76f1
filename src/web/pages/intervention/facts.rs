//! Facts of a record as rows: what to know before going there, and what only staff need.

use crate::web::pages::glossary;
use crate::web::present::labels::{RecordLabels, capitalized, uncapitalized};
use catalogue::Intervention;
use catalogue::record::{Capacity, Goal, Role};
use catalogue::vocabulary::VocabularyName as V;

/// One fact: its name and what is known of it, with links where it leads somewhere.
pub(super) struct FactRow {
    pub(super) name: String,
    /// What the name means.
    pub(super) about: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// One line of a fact.
pub(in crate::web::pages) struct Line {
    pub(in crate::web::pages) text: String,
    pub(in crate::web::pages) url: Option<String>,
}

impl Line {
    /// Words that lead nowhere.
    pub(in crate::web::pages) fn plain(text: String) -> Self {
        Self { text, url: None }
    }
}

impl FactRow {
    pub(super) fn of(name: String, texts: Vec<String>) -> Option<Self> {
        let lines: Vec<Line> = texts.into_iter().map(Line::plain).collect();
        (!lines.is_empty()).then_some(Self { name, about: None, lines })
    }

    /// The same row, whose name is explained at this address.
    fn about(self, url: String) -> Self {
        Self { about: Some(url), ..self }
    }

    /// Codes, each with the way to what it means.
    fn explained(words: RecordLabels<'_>, name: String, vocabulary: V, codes: &[String]) -> Option<Self> {
        let texts = codes.iter().map(|code| words.label(vocabulary, code));
        let lines = explained(words, vocabulary, codes, texts);
        (!lines.is_empty()).then_some(Self { name, about: None, lines })
    }

    fn one(name: String, text: Option<String>) -> Option<Self> {
        Self::of(name, text.into_iter().collect())
    }
}

/// The texts of codes, each with the way to what it means.
pub(super) fn explained(
    words: RecordLabels<'_>,
    vocabulary: V,
    codes: &[String],
    texts: impl IntoIterator<Item = String>,
) -> Vec<Line> {
    texts.into_iter().zip(codes).map(|(text, code)| explained_one(words, vocabulary, code, text)).collect()
}

/// As [`explained`], for one code.
pub(super) fn explained_one(words: RecordLabels<'_>, vocabulary: V, code: &str, text: String) -> Line {
    Line { text, url: glossary::address(words.t, words.vocabularies, vocabulary, code) }
}

/// What it costs the one who takes part.
pub(in crate::web::pages) fn cost(words: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    let cost = record.cost.as_ref()?;
    let free = cost.free.map(|free| words.t.text(if free { "cost-free" } else { "cost-some" }));
    let parts: Vec<String> = free.into_iter().chain(cost.text.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// Whether there is an interpreter.
pub(in crate::web::pages) fn interpreter(words: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    record.interpreter.map(|yes| words.t.text(if yes { "interpreter-yes" } else { "interpreter-no" }))
}

/// What one should know before going there.
pub(super) fn practical(words: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = words.t;
    let languages: Vec<String> = record.languages.iter().map(|code| language(words, code)).collect();
    let rows = [
        FactRow::one(t.text("field-interpreter"), interpreter(words, record)),
        FactRow::one(t.text("field-languages"), (!languages.is_empty()).then(|| capitalized(&t.list(&languages)))),
        FactRow::one(t.text("field-accessibility"), record.accessibility.clone()),
        FactRow::one(t.text("field-cost"), cost(words, record)),
        FactRow::one(t.text("field-duration"), record.duration.clone()),
        FactRow::one(t.text("field-waiting_time"), record.waiting_time.clone()),
    ];
    rows.into_iter().flatten().collect()
}

/// The name of a language, or its code where we have no name.
fn language(words: RecordLabels<'_>, code: &str) -> String {
    let key = format!("language-{code}");
    let name = words.t.text(&key);
    if name == key { code.to_owned() } else { name }
}

/// What only a case worker needs.
pub(super) fn staff(words: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = words.t;
    let role = |key: &str, role: Role| FactRow::one(t.text(key), words.in_role(record, role));
    let rows = [
        FactRow::of(t.text("staff-routes"), words.routes(record)).map(|row| row.about(t.path("/ordlista#vag-in"))),
        FactRow::explained(words, t.text("field-methods"), V::Methods, &record.methods),
        FactRow::explained(words, t.text("field-activities"), V::Activities, &record.activities),
        role("role-owner", Role::Owner),
        role("role-provider", Role::Provider),
        role("role-funder", Role::Funder),
        role("role-partner", Role::Partner),
        FactRow::one(t.text("field-period"), Some(words.period(record))),
        FactRow::one(t.text("field-capacity"), record.capacity.as_ref().and_then(|c| capacity(words, c))),
        FactRow::of(t.text("field-goals"), record.goals.iter().map(|goal| goal_words(words, goal)).collect()),
        FactRow::of(t.text("field-indicators"), record.indicators.clone()),
    ];
    rows.into_iter().flatten().collect()
}

fn capacity(words: RecordLabels<'_>, capacity: &Capacity) -> Option<String> {
    let places = capacity.places.map(|places| words.t.count("places", u64::from(places)));
    match (places, &capacity.text) {
        (Some(places), Some(text)) => Some(format!("{places}. {text}")),
        (places, text) => places.or_else(|| text.clone()),
    }
}

/// A goal with its number: `Deltagare: 660 personer`.
fn goal_words(words: RecordLabels<'_>, goal: &Goal) -> String {
    let Some(target) = &goal.target else { return words.t.record(&goal.text) };
    let target = target
        .as_u64()
        .map_or_else(|| target.to_string().replace('.', ","), |n| crate::i18n::number(crate::i18n::Lang::Sv, n));
    let unit = goal.unit.as_deref().map(|unit| format!(" {}", uncapitalized(unit))).unwrap_or_default();
    words.t.record(&format!("{}: {target}{unit}", goal.text))
}
