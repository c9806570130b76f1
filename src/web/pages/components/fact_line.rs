//! Facts of a record: a named row with one line for each value.

use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;

/// A fact: its name and one line for each value.
pub(crate) struct FactRow {
    pub(crate) name: String,
    /// URL of the explanation of the name; `None` when it is not explained.
    pub(crate) about: Option<String>,
    pub(crate) lines: Vec<FactLine>,
}

/// One value of a fact.
pub(crate) struct FactLine {
    pub(crate) text: String,
    pub(crate) url: Option<String>,
}

impl FactLine {
    /// A value without a link.
    pub(crate) fn plain(text: String) -> Self {
        Self { text, url: None }
    }
}

impl FactRow {
    /// A row with one line for each text; `None` without a text.
    pub(crate) fn of(name: String, texts: impl IntoIterator<Item = String>) -> Option<Self> {
        Self::of_lines(name, texts.into_iter().map(FactLine::plain).collect())
    }

    /// A row with these lines; `None` without a line.
    pub(crate) fn of_lines(name: String, lines: Vec<FactLine>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self { name, about: None, lines })
    }

    /// Sets the URL of the explanation of the name.
    #[must_use]
    pub(crate) fn about(self, url: String) -> Self {
        Self { about: Some(url), ..self }
    }
}

/// The cost for participants; `None` when the record does not state it.
pub(crate) fn cost(labels: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    let cost = record.cost.as_ref()?;
    let free = cost.free.map(|free| labels.t.text(if free { "cost-free" } else { "cost-some" }));
    let parts: Vec<String> = free.into_iter().chain(cost.text.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// Whether an interpreter is available, as text; `None` when the record does not state it.
pub(crate) fn interpreter(labels: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    record.interpreter.map(|yes| labels.t.text(if yes { "interpreter-yes" } else { "interpreter-no" }))
}
