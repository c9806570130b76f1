//! Facts of a record as rows of lines.

use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;

/// A fact: its name and its values.
pub(crate) struct FactRow {
    pub(crate) name: String,
    /// Address of the explanation of the name.
    pub(crate) about: Option<String>,
    pub(crate) lines: Vec<FactLine>,
}

/// One value of a fact.
pub(crate) struct FactLine {
    pub(crate) text: String,
    pub(crate) url: Option<String>,
}

impl FactLine {
    /// Text without a link.
    pub(crate) fn plain(text: String) -> Self {
        Self { text, url: None }
    }
}

impl FactRow {
    /// A row of plain texts; `None` without one.
    pub(crate) fn of(name: String, texts: impl IntoIterator<Item = String>) -> Option<Self> {
        Self::of_lines(name, texts.into_iter().map(FactLine::plain).collect())
    }

    /// A row of lines; `None` without one.
    pub(crate) fn of_lines(name: String, lines: Vec<FactLine>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self { name, about: None, lines })
    }

    /// The same row, whose name is explained at an address.
    #[must_use]
    pub(crate) fn about(self, url: String) -> Self {
        Self { about: Some(url), ..self }
    }
}

/// The cost for participants; `None` when it is not stated.
pub(crate) fn cost(labels: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    let cost = record.cost.as_ref()?;
    let free = cost.free.map(|free| labels.t.text(if free { "cost-free" } else { "cost-some" }));
    let parts: Vec<String> = free.into_iter().chain(cost.text.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// Whether there is an interpreter; `None` when it is not stated.
pub(crate) fn interpreter(labels: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    record.interpreter.map(|yes| labels.t.text(if yes { "interpreter-yes" } else { "interpreter-no" }))
}
