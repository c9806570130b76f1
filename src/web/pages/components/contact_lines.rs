//! Contacts of an intervention, one line for each telephone number, e-mail address and website.

use crate::web::pages::components::fact_line::{FactLine, FactRow};
use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;
use catalogue::record::{Contact, Role};

/// Every contact of an intervention; without a contact, one sentence that names the organisation to ask.
pub(crate) fn contact_lines(labels: RecordLabels<'_>, record: &Intervention) -> Vec<FactLine> {
    let rows = record.contacts.iter().flat_map(|contact| contact_rows(labels, contact));
    let lines: Vec<FactLine> = rows.flat_map(|row| row.lines).collect();
    if lines.is_empty() { vec![FactLine::plain(missing_contact(labels, record))] } else { lines }
}

/// Rows for the telephone number, e-mail address and website of a contact; a missing value has no row.
pub(crate) fn contact_rows(labels: RecordLabels<'_>, contact: &Contact) -> Vec<FactRow> {
    let t = labels.t;
    let row = |key: &str, text: &str, url: String| {
        let text = match &contact.name {
            Some(name) => t.args("contact-named", &[("name", name.into()), ("contact", text.into())]),
            None => text.to_owned(),
        };
        FactRow { name: t.text(key), about: None, lines: vec![FactLine { text, url: Some(url) }] }
    };
    let phone = contact.phone.as_ref().map(|number| row("contact-phone", number, phone_url(number)));
    let email = contact.email.as_ref().map(|address| row("contact-email", address, format!("mailto:{address}")));
    let page = contact.url.as_ref().map(|url| row("contact-web", url, url.clone()));
    [phone, email, page].into_iter().flatten().collect()
}

/// The sentence for a record without a contact: it names the organisation to ask, when one is stated.
pub(crate) fn missing_contact(labels: RecordLabels<'_>, record: &Intervention) -> String {
    match responsible_organizations(labels, record) {
        Some(owner) => labels.t.with("no-contact-ask", "owner", owner),
        None => labels.t.text("no-contact"),
    }
}

/// The organisations that own an intervention, or else provide it; `None` when neither is stated.
pub(crate) fn responsible_organizations(labels: RecordLabels<'_>, record: &Intervention) -> Option<String> {
    labels.in_role(record, Role::Owner).or_else(|| labels.in_role(record, Role::Provider))
}

/// The `tel:` URL of a telephone number.
pub(crate) fn phone_url(number: &str) -> String {
    format!("tel:{}", dialled_number(number))
}

/// A telephone number without separators: ASCII digits and `+` only.
pub(crate) fn dialled_number(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
