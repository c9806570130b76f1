//! The JSON API, endpoint by endpoint.

mod bulk;
mod caching;
mod changes;
mod contract;
mod errors;
mod export;
mod history;
mod import;
mod lists;
mod post;
mod record;
mod roles;
mod routes;
mod search;
mod search_pool;
mod snapshots;
mod storm;
mod write;

use super::support::TestApp;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Records that together use every field.
fn records() -> Vec<Value> {
    vec![
        json!({
            "id": "praktiktrappan", "name": "Praktiktrappan", "alternate_names": ["Trappan"],
            "summary": "Praktik i tre steg för unga.", "description": "Du provar på **praktik** & arbete.",
            "eligibility": "Unga 16–24 år.", "steps": ["Kom på möte", "Börja"], "good_to_know": "Ta med lunch.",
            "for_staff": "Skicka blankett.", "easy_read": "Du får praktik.", "kind": "municipal",
            "target_groups": ["uvas"], "ages": [{"min": 16, "max": 24, "note": "i kommunen"}], "coverage": ["0862", "07"],
            "organizations": [{"id": "emmaboda-kommun", "role": "owner"}, {"id": "esf", "role": "funder"}],
            "methods": ["ips"], "activities": ["praktik"], "goals": [{"text": "Deltagare", "target": 40, "unit": "personer"}],
            "indicators": ["Andel i arbete"], "period": {"start": "2024-09-02", "end": "2026-12-31"},
            "part_of": "nya-vagen", "referral": {"routes": ["caseworker"], "text": "Ring kommunen."},
            "contacts": [{"name": "Projektkontoret", "email": "info@emmaboda.se", "phone": "0471-24 90 00", "url": "https://www.emmaboda.se"}],
            "locations": [{"name": "Folkets hus", "city": "Emmaboda", "latitude": 56.63, "longitude": 15.54}],
            "schedules": [{"byday": ["WE"], "opens_at": "14:00", "closes_at": "15:00", "text": "Informationsmöte"}],
            "languages": ["sv", "ar"], "interpreter": true, "cost": {"free": true}, "capacity": {"places": 15},
            "waiting_time": "Två veckor", "duration": "12 veckor", "accessibility": "Hiss finns.",
            "sources": [{"document": "dua-emmaboda-samverkan-2015", "section": "Metoder", "date": "2015", "supports": ["ages"],
                "quote": "Praktiktrappan", "stated": "explicit"}],
            "as_of": "2026-03", "last_reviewed": "2026-06-01", "review_by": "2027-06-01",
        }),
        json!({"id": "gamla-vagen", "name": "Gamla vägen", "summary": "Praktik förr.", "kind": "finsam", "coverage": ["0780"],
            "target_groups": ["unga"], "period": {"start": "2015", "end": "2019"},
            "organizations": [{"id": "finsam-goteborg", "role": "funder"}, {"id": "vaxjo-kommun", "role": "owner"}]}),
        json!({"id": "nya-vagen", "name": "Nya vägen", "summary": "Stöd i hela landet.", "kind": "esf", "coverage": ["national"],
            "succeeds": "gamla-vagen", "period": {"start": "2027"}, "as_of": "2026"}),
        json!({"id": "marken", "name": "Stöd & <b>praktik</b> \"nu\"", "summary": "Praktik <script>alert(1)</script>.", "level": "structural"}),
        json!({"id": "ersattaren", "name": "Ersättaren", "succeeds": "borttagen", "ages": [{"max": 29}], "referral": {"routes": ["self"]}}),
        json!({"id": "borttagen", "name": "Borttagen praktik", "state": "archived"}),
        json!({"id": "ensam", "name": "Ensam praktik", "state": "archived"}),
        json!({"id": "utkast", "name": "Utkast praktik", "state": "draft"}),
        json!({"id": "granskas", "name": "Granskas praktik", "state": "in_review"}),
    ]
}

async fn app() -> TestApp {
    TestApp::with(&records()).await
}

/// Checks that unknown values are left out of a response: there is no `null` and no empty list.
#[track_caller]
fn holds_nothing_empty(value: &Value) {
    fn walk(value: &Value, at: &str) {
        match value {
            Value::Null => panic!("null at {at}"),
            Value::Array(all) if all.is_empty() => panic!("an empty list at {at}"),
            Value::Array(all) => all.iter().enumerate().for_each(|(i, v)| walk(v, &format!("{at}/{i}"))),
            Value::Object(all) => all.iter().for_each(|(k, v)| walk(v, &format!("{at}/{k}"))),
            _ => {}
        }
    }
    walk(value, "");
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect()
}

/// Checks required and optional keys. Fails for any other key.
#[track_caller]
fn has_keys(value: &Value, must: &[&str], may: &[&str]) {
    let found = keys(value);
    for key in must {
        assert!(found.contains(key), "{key} is missing: {found:?}");
    }
    for key in found {
        assert!(must.contains(&key) || may.contains(&key), "{key} is not in the contract");
    }
}
