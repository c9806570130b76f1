//! Converts findings of an import into Swedish messages.

use crate::exchange::{TABLE, guide};
use crate::i18n::{Arg, Lang, Texts};
use catalogue::allowed::Allowed;
use catalogue::validate::Fault;
use catalogue_exchange::{Finding, FindingKind, Unreadable};
use serde::Serialize;
use serde_json::Value;

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ReportLine {
    /// Row of the table, or line of the file, from 1.
    pub row: usize,
    /// Heading of the column, when the finding is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub column: Option<String>,
    /// JSON pointer into the record, when the finding is about a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pointer: Option<String>,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong, in Swedish.
    pub message: String,
    /// The value as read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub value: Option<String>,
    /// What is allowed instead, in Swedish.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub allowed: Option<String>,
}

/// Writes column, message and advice. The row is left out, because it follows the file name.
impl std::fmt::Display for ReportLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(place) = self.column.as_ref().or(self.pointer.as_ref()) {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)?;
        match &self.allowed {
            Some(allowed) => write!(f, " {allowed}"),
            None => Ok(()),
        }
    }
}

/// Maximum length of a shown value, in characters.
const SHOWN: usize = 80;

/// Converts a finding into a report line.
pub fn report_line(texts: &Texts, finding: &Finding) -> ReportLine {
    let t = |key: &str, args: &[(&str, Arg)]| texts.get(Lang::SWEDISH, key, args);
    let pointer = finding.pointer();
    let column = pointer.as_deref().and_then(|pointer| TABLE.column_of(pointer));
    let (mut value, mut allowed) = (None, None);
    let message = match &finding.kind {
        FindingKind::Unreadable(reason) => unreadable(texts, reason),
        FindingKind::NotJson(reason) => t("import-not-json", &[("reason", reason.into())]),
        FindingKind::NoHeadings => t("import-no-headings", &[]),
        FindingKind::UnknownHeading(heading, near) => {
            allowed = near.first().map(|near| t("import-nearest", &[("names", (*near).as_str().into())]));
            match heading.as_str() {
                "" => t("import-empty-heading", &[]),
                heading => t("import-unknown-heading", &[("heading", heading.into())]),
            }
        }
        FindingKind::HeadingTwice(heading) => t("import-heading-twice", &[("heading", heading.into())]),
        FindingKind::BrokenCell(_) => t("import-broken-cell", &[]),
        FindingKind::KeptValueNotStored(_) => t("import-nothing-to-keep", &[]),
        FindingKind::DuplicateId(id) => t("import-twice", &[("id", id.as_str().into())]),
        FindingKind::StaleRevision => t("import-moved", &[]),
        FindingKind::MissingReference(_, other) => t("import-missing-reference", &[("id", other.into())]),
        FindingKind::Fault(fault) | FindingKind::MissingRecommendedValue(fault) => {
            value = fault.value.as_ref().map(truncated);
            // A missing value needs no advice on its format.
            allowed = column.filter(|_| value.is_some()).map(|column| {
                match fault.allowed.as_ref().and_then(Allowed::nearest) {
                    Some(names) => t("import-nearest", &[("names", names.into())]),
                    None => guide::format_at(texts, column, &fault.pointer),
                }
            });
            fault_message(texts, fault, value.as_deref().unwrap_or_default())
        }
    };
    ReportLine {
        row: finding.row,
        column: column.map(|column| column.heading.clone()),
        pointer: pointer.filter(|pointer| !pointer.is_empty()),
        severity: finding.severity().name(),
        message,
        value,
        allowed,
    }
}

fn fault_message(texts: &Texts, fault: &Fault, value: &str) -> String {
    let code = fault.reason.code();
    let key = format!("import-{code}");
    texts.get(Lang::SWEDISH, &key, &[("value", value.into()), ("reason", fault.reason.to_string().into())])
}

fn unreadable(texts: &Texts, reason: &Unreadable) -> String {
    let (key, arg): (_, Arg) = match reason {
        Unreadable::NotAWorkbook(reason) => ("import-not-a-workbook", reason.into()),
        Unreadable::NotText(reason) => ("import-not-text", reason.into()),
        Unreadable::TooLarge(bytes) => ("import-too-large", (bytes >> 20).into()),
        Unreadable::TooWide(columns) => ("import-too-wide", columns.into()),
        Unreadable::TooLong(rows) => ("import-too-long", rows.into()),
    };
    texts.get(Lang::SWEDISH, key, &[("reason", arg.clone()), ("count", arg)])
}

/// A value as text, truncated to [`SHOWN`] characters.
fn truncated(value: &Value) -> String {
    let whole = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut shown: String = whole.chars().take(SHOWN).collect();
    if shown.len() < whole.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::reason::Reason;

    #[test]
    fn a_finding_says_where_what_and_how_instead() {
        let texts = Texts::load();
        let fault = Fault { value: Some("sexton".into()), ..Fault::new("/ages/0", Reason::NotAnObject) };
        let line = report_line(&texts, &Finding { row: 7, kind: FindingKind::Fault(fault) });
        assert_eq!(line.column.as_deref(), Some("Ålder"));
        assert!(
            line.to_string().starts_with("Ålder: Vi förstod inte ”sexton”.") && line.to_string().contains("16–24"),
            "{line}"
        );
        let fault = Fault { value: Some(300.into()), ..Fault::new("/ages/1/min", Reason::NotAnInteger) };
        let line = report_line(&texts, &Finding { row: 7, kind: FindingKind::Fault(fault) });
        assert!(line.to_string().ends_with("Ett heltal från 0 till 120."), "{line}");
        let missing =
            report_line(&texts, &Finding { row: 2, kind: FindingKind::Fault(Fault::new("/name", Reason::Missing)) });
        assert_eq!((missing.column.as_deref(), missing.allowed), (Some("Namn"), None));
    }
}
