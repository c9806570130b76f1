//! Personal data is detected in every notation; other texts are accepted.

use super::{cases, read};
use catalogue::personal::{self, PersonalData};
use proptest::prelude::*;
use serde_json::json;

const IDENTITY_NUMBERS: &[&str] = &[
    "19900101-1234",
    "900101-1234",
    "900101+1234",
    "19900161-1234",
    "199001011234",
    "19900101 1234",
    "19900101–1234",
    "900101\u{2011}1234",
];
const MOBILES: &[&str] = &[
    "070-123 45 67",
    "0701234567",
    "+46 70 123 45 67",
    "+46701234567",
    "+46(0)70-123 45 67",
    "+46(0)701234567",
    "0046701234567",
    "070\u{a0}123\u{a0}45\u{a0}67",
    "072–123 45 67",
    "073/123 45 67",
    "076.123.45.67",
    "(079) 123 45 67",
];
const EMAILS: &[&str] = &[
    "fornamn.efternamn@example.se",
    "NAMN.NAMNSSON@EXAMPLE.SE",
    "fornamn_efternamn@sub.example.co.uk",
    "åsa.öberg@växjö.se",
];
const SHARED: &[&str] = &[
    "0470-410 00",
    "0470–410 00",
    "0470/410 00",
    "(0470) 410 00",
    "08-123 456 78",
    "+46 8 123 456 78",
    "020-50 50 50",
    "0771-11 22 33",
    "010-223 74 74",
    "kontakt@example.se",
    "INFO@EXAMPLE.SE",
];

#[test]
fn the_shared_numbers_and_addresses_of_an_organisation_may_stand_in_a_text() {
    for text in SHARED {
        assert_eq!(personal::find(&format!("Ring eller skriv: {text}.")), None, "{text:?}");
    }
}

#[test]
fn every_way_of_writing_is_found() {
    for (texts, finding) in [
        (IDENTITY_NUMBERS, PersonalData::IdentityNumber),
        (MOBILES, PersonalData::Phone),
        (EMAILS, PersonalData::PersonalEmail),
    ] {
        for text in texts {
            for around in ["{}", "Ring {} i dag.", "({})", "tel:{}", "{}, eller kom förbi", "rad\n{}\nrad"] {
                let text = around.replace("{}", text);
                assert_eq!(personal::find(&text), Some(finding), "{text:?}");
            }
        }
    }
}

#[test]
fn numbers_that_are_no_persons_pass() {
    for text in [
        "660 deltagare 2024-09-02 – 2026-12-31",
        "2010:800",
        "16–24 år",
        "kategori 14/20+",
        "21 740 personer",
        "2015/16",
        "0780, 0760, 0761",
        "SFS 2017:584",
        "ISBN 978-91-7000-000-0",
        "kl. 08:00–16:30",
        "100 000 000 kronor",
        "0–20 år",
        "dnr 2020/0123",
        "2018-01-01–2018-12-31",
        "v. 1-52",
        "12 500 000 kr 2019–2025",
        "@kommunen",
        "A@B",
    ] {
        assert_eq!(personal::find(text), None, "{text:?}");
    }
}

#[test]
fn every_text_of_a_record_is_looked_at_and_the_refusal_says_why() {
    let phone = "ring 070-123 45 67";
    for (pointer, value) in [
        ("/name", json!({"name": phone})),
        ("/summary", json!({"name": "A", "summary": phone})),
        ("/description", json!({"name": "A", "description": format!("Hej.\n\n{phone}")})),
        ("/alternate_names/0", json!({"name": "A", "alternate_names": [phone]})),
        ("/steps/1", json!({"name": "A", "steps": ["Kom", phone]})),
        ("/ages/0/note", json!({"name": "A", "ages": [{"min": 1, "note": phone}]})),
        ("/referral/text", json!({"name": "A", "referral": {"text": phone}})),
        ("/contacts/0/name", json!({"name": "A", "contacts": [{"name": phone}]})),
        ("/locations/0/address", json!({"name": "A", "locations": [{"address": phone}]})),
        ("/sources/0/quote", json!({"name": "A", "sources": [{"document": "d", "quote": phone}]})),
        ("/goals/0/text", json!({"name": "A", "goals": [{"text": phone}]})),
        ("/waiting_time", json!({"name": "A", "waiting_time": phone})),
    ] {
        let faults = read(&value).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].pointer, pointer);
        assert!(faults[0].reason.to_string().contains("telephone"), "{faults:?}");
        assert!(
            faults[0]
                .allowed
                .as_ref()
                .map(ToString::to_string)
                .is_some_and(|a| a.contains("GDPR") && a.contains("contacts")),
            "{faults:?}"
        );
    }
}

#[test]
fn contacts_hold_functions_and_no_persons() {
    let contact = |email: &str| read(&json!({"name": "A", "contacts": [{"email": email, "phone": "0470-410 00"}]}));
    for shared in ["info@vaxjo.se", "kontaktcenter@almhult.se", "registrator.kommun@vaxjo.se", "ame@klippan.se"] {
        assert!(contact(shared).is_ok(), "{shared}: {:?}", contact(shared));
    }
    for own in [
        "fornamn.efternamn@vaxjo.se",
        "Fornamn.Efternamn@vaxjo.se",
        "fornamn_efternamn@vaxjo.se",
        "fornamn.m.efternamn@vaxjo.se",
        "åsa.öberg-ek@vaxjo.se",
        "fornamn.efternamn2@vaxjo.se",
    ] {
        let faults = contact(own).unwrap_err();
        assert_eq!(faults[0].pointer, "/contacts/0/email", "{own}");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn looking_never_fails(text in "\\PC{0,200}") {
        let _ = personal::find(&text);
        let _ = personal::find_in_email(&text);
    }

    #[test]
    fn every_identity_number_of_the_last_century_is_found(year in 1920..2020, month in 1..=12, day in 1..=28, last in 0..10_000, co in any::<bool>(), join in "[-+–]?") {
        let day = if co { day + 60 } else { day };
        let text = format!("pnr {year}{month:02}{day:02}{join}{last:04}.");
        prop_assert_eq!(personal::find(&text), Some(PersonalData::IdentityNumber), "{}", text);
    }
}
