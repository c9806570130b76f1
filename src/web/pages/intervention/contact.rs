//! How to join an intervention and how to contact it.

use crate::web::pages::components::contact_lines::{contact_rows, missing_contact, phone_url};
use crate::web::pages::components::fact_line::FactRow;
use crate::web::present::html::Safe;
use crate::web::present::labels::RecordLabels;
use crate::web::present::letter_case::capitalized;
use catalogue::Intervention;
use catalogue::record::{Contact, Location, Schedule};

/// The box beside the text: referral routes, then contacts.
pub(super) struct JoinBox {
    pub(super) routes: Vec<String>,
    pub(super) text: Option<Safe>,
    /// Whether the record states no referral route.
    pub(super) unknown: bool,
    pub(super) buttons: Vec<ContactButton>,
    pub(super) hours: Vec<String>,
    /// Sentence that names the organisation to ask, when the record has no contact.
    pub(super) no_contact: Option<String>,
}

/// A button for one telephone number, e-mail address or website.
pub(super) struct ContactButton {
    pub(super) url: String,
    pub(super) text: String,
    pub(super) icon: &'static str,
    pub(super) name: Option<String>,
    /// Whether it is the first button, which is emphasised.
    pub(super) primary: bool,
}

impl JoinBox {
    pub(super) fn new(labels: RecordLabels<'_>, record: &Intervention) -> Self {
        let mut buttons: Vec<ContactButton> =
            record.contacts.iter().flat_map(|contact| contact_buttons(labels, contact)).collect();
        if let Some(first) = buttons.first_mut() {
            first.primary = true;
        }
        let no_contact = buttons.is_empty().then(|| missing_contact(labels, record));
        Self {
            routes: labels.routes(record),
            text: record.referral.text.as_deref().map(|text| labels.t.rich(text)),
            unknown: record.referral.is_empty(),
            buttons,
            hours: record.schedules.iter().filter_map(|s| opening_hours(labels, s)).collect(),
            no_contact,
        }
    }
}

fn contact_buttons(labels: RecordLabels<'_>, contact: &Contact) -> Vec<ContactButton> {
    let button = |url: String, text: String, icon: &'static str| ContactButton {
        url,
        text,
        icon,
        name: contact.name.clone(),
        primary: false,
    };
    let phone = contact
        .phone
        .as_ref()
        .map(|number| button(phone_url(number), labels.t.with("contact-call", "number", number), "telefon"));
    let email = contact.email.as_ref().map(|address| button(format!("mailto:{address}"), address.clone(), "brev"));
    let page =
        contact.url.as_ref().map(|url| button(url.clone(), labels.t.with("contact-page", "host", host(url)), "lank"));
    [phone, email, page].into_iter().flatten().collect()
}

/// The host of a URL.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Opening hours: `Onsdagar 14:00–15:00. Informationsmöte`; `None` when nothing is stated.
fn opening_hours(labels: RecordLabels<'_>, schedule: &Schedule) -> Option<String> {
    let t = labels.t;
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

/// Places, opening hours and contacts as rows of the text, which are also printed.
pub(super) fn place_and_contact_rows(labels: RecordLabels<'_>, record: &Intervention) -> Vec<FactRow> {
    let t = labels.t;
    let mut out = Vec::new();
    out.extend(FactRow::of(
        t.text("where-visit"),
        record.locations.iter().filter_map(|l| address(l).map(|a| t.record(&a))),
    ));
    out.extend(FactRow::of(t.text("where-hours"), record.schedules.iter().filter_map(|s| opening_hours(labels, s))));
    for contact in &record.contacts {
        out.extend(contact_rows(labels, contact));
    }
    out
}

/// Name, street and town of a place; `None` when the record states none of them.
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
    fn the_host_of_an_address() {
        assert_eq!(host("https://vaxjo.se/a?b#c"), "vaxjo.se");
        assert_eq!(host("vaxjo.se"), "vaxjo.se");
    }
}
