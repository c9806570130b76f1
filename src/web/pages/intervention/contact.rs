//! How one gets in, and whom to ask.

use crate::web::pages::head::dialled;
use crate::web::pages::intervention::facts::{FactRow, Line};
use crate::web::pages::intervention::who_to_ask;
use crate::web::present::labels::{RecordLabels, capitalized};
use crate::web::present::translator::Safe;
use catalogue::Intervention;
use catalogue::record::{Contact, Location, Schedule};

/// The box beside the text: the answer first, then how to reach them.
pub(super) struct Join {
    pub(super) routes: Vec<String>,
    pub(super) text: Option<Safe>,
    /// Said when no source states a way in.
    pub(super) unknown: bool,
    pub(super) buttons: Vec<Button>,
    pub(super) hours: Vec<String>,
    /// Whom to ask when there is no way to reach them.
    pub(super) no_contact: Option<String>,
}

/// One way to reach them.
pub(super) struct Button {
    pub(super) url: String,
    pub(super) text: String,
    pub(super) icon: &'static str,
    pub(super) name: Option<String>,
    /// The first one is what to do.
    pub(super) primary: bool,
}

impl Join {
    pub(super) fn new(words: RecordLabels<'_>, record: &Intervention) -> Self {
        let mut buttons: Vec<Button> = record.contacts.iter().flat_map(|contact| of_contact(words, contact)).collect();
        if let Some(first) = buttons.first_mut() {
            first.primary = true;
        }
        let no_contact = buttons.is_empty().then(|| no_contact(words, record));
        Self {
            routes: words.routes(record),
            text: record.referral.text.as_deref().map(|text| words.t.rich(text)),
            unknown: record.referral.is_empty(),
            buttons,
            hours: record.schedules.iter().filter_map(|s| hours(words, s)).collect(),
            no_contact,
        }
    }
}

fn of_contact(words: RecordLabels<'_>, contact: &Contact) -> Vec<Button> {
    let button = |url: String, text: String, icon: &'static str| Button {
        url,
        text,
        icon,
        name: contact.name.clone(),
        primary: false,
    };
    let phone = contact.phone.as_ref().map(|number| {
        button(format!("tel:{}", dialled(number)), words.t.with("contact-call", "number", number), "telefon")
    });
    let email = contact.email.as_ref().map(|address| button(format!("mailto:{address}"), address.clone(), "brev"));
    let page =
        contact.url.as_ref().map(|url| button(url.clone(), words.t.with("contact-page", "host", host(url)), "lank"));
    [phone, email, page].into_iter().flatten().collect()
}

/// The name of the site that an address leads to.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// When it is open: `Onsdagar 14:00–15:00. Informationsmöte`.
fn hours(words: RecordLabels<'_>, schedule: &Schedule) -> Option<String> {
    let t = words.t;
    let days: Vec<String> = schedule.byday.iter().map(|day| t.text(&format!("weekday-{day}"))).collect();
    let clock = |time: jiff::civil::Time| {
        let [hours, minutes] = [time.hour(), time.minute()].map(|number| format!("{number:02}"));
        t.args("hours-clock", &[("hours", hours.into()), ("minutes", minutes.into())])
    };
    let times = match (schedule.opens_at, schedule.closes_at) {
        (Some(from), Some(to)) => Some(t.args("hours", &[("from", clock(from).into()), ("to", clock(to).into())])),
        (Some(from), None) => Some(t.with("hours-from", "from", clock(from))),
        (None, Some(to)) => Some(t.with("hours-to", "to", clock(to))),
        (None, None) => None,
    };
    let when: Vec<String> = (!days.is_empty()).then(|| capitalized(&t.list(&days))).into_iter().chain(times).collect();
    let parts: Vec<String> =
        (!when.is_empty()).then(|| when.join(" ")).into_iter().chain(schedule.text.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// Whom to ask where there is no way to reach them.
fn no_contact(words: RecordLabels<'_>, record: &Intervention) -> String {
    match who_to_ask(words, record) {
        Some(owner) => words.t.with("no-contact-ask", "owner", owner),
        None => words.t.text("no-contact"),
    }
}

/// Every way to reach them, or whom to ask, each as a line.
pub(in crate::web::pages) fn lines(words: RecordLabels<'_>, record: &Intervention) -> Vec<Line> {
    let rows = record.contacts.iter().flat_map(|contact| contact_rows(words, contact));
    let lines: Vec<Line> = rows.flat_map(|row| row.lines).collect();
    if lines.is_empty() { vec![Line::plain(no_contact(words, record))] } else { lines }
}

/// Places and contacts once more in the text, for print and for those who read it through.
pub(super) fn rows(words: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = words.t;
    let mut out = Vec::new();
    out.extend(FactRow::of(
        t.text("where-visit"),
        record.locations.iter().filter_map(|l| address(l).map(|a| t.record(&a))).collect(),
    ));
    out.extend(FactRow::of(t.text("where-hours"), record.schedules.iter().filter_map(|s| hours(words, s)).collect()));
    for contact in &record.contacts {
        out.extend(contact_rows(words, contact));
    }
    out
}

fn contact_rows(words: RecordLabels<'_>, contact: &Contact) -> Vec<FactRow> {
    let t = words.t;
    let row = |key: &str, text: &str, url: String| {
        let text = match &contact.name {
            Some(name) => t.args("contact-named", &[("name", name.into()), ("contact", text.into())]),
            None => text.to_owned(),
        };
        FactRow { name: t.text(key), about: None, lines: vec![Line { text, url: Some(url) }] }
    };
    let phone = contact.phone.as_ref().map(|number| row("contact-phone", number, format!("tel:{}", dialled(number))));
    let email = contact.email.as_ref().map(|address| row("contact-email", address, format!("mailto:{address}")));
    let page = contact.url.as_ref().map(|url| row("contact-web", url, url.clone()));
    [phone, email, page].into_iter().flatten().collect()
}

fn address(location: &Location) -> Option<String> {
    let town = match (&location.postal_code, &location.city) {
        (Some(code), Some(city)) => Some(format!("{code} {city}")),
        (code, city) => code.clone().or_else(|| city.clone()),
    };
    let parts: Vec<String> = location.name.clone().into_iter().chain(location.address.clone()).chain(town).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_an_address() {
        assert_eq!(host("https://vaxjo.se/a?b#c"), "vaxjo.se");
        assert_eq!(host("vaxjo.se"), "vaxjo.se");
    }
}
