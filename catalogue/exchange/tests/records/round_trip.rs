//! Valid records survive writing and reading byte for byte; any input is read or refused without a panic.

use super::{VOCABULARIES, cases, read, record};
use catalogue::field;
use catalogue::reason::Reason;
use catalogue::to_json_line;
use catalogue::vocabulary::VocabularyName as V;
use catalogue_exchange::read_jsonl;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Words that spreadsheets or the list format could misinterpret.
fn text(max: usize) -> impl Strategy<Value = Value> {
    let rest =
        proptest::string::string_regex(&format!("[A-ZÅÄÖa-zåäöé&<>\"'\\\\/ ,.;|:()!\u{301}\u{1f600}]{{0,{max}}}"))
            .unwrap();
    let start = select(vec!["x", "x", "=", "+", "-", "@", "'=", "'", "\"", "(", "telefon: ", "_x000D_"]);
    (start, rest).prop_map(|(start, rest)| json!(format!("{start}x{rest}")))
}

/// Some text of several lines.
fn lines(max: usize) -> impl Strategy<Value = Value> {
    (text(max), text(max)).prop_map(|(a, b)| json!(format!("{}\n\n- {}", a.as_str().unwrap(), b.as_str().unwrap())))
}

fn texts() -> impl Strategy<Value = Value> {
    vec(text(20), 0..4).prop_map(Value::Array)
}

fn code(vocabulary: V) -> impl Strategy<Value = Value> {
    let codes: Vec<String> = VOCABULARIES.get(vocabulary).terms().iter().map(|t| t.code.clone()).collect();
    select(codes).prop_map(|code| json!(code))
}

fn codes(vocabulary: V) -> impl Strategy<Value = Value> {
    vec(code(vocabulary), 0..5).prop_map(Value::Array)
}

fn date() -> impl Strategy<Value = String> {
    (1900..2100, 1..=12, 1..=28, 0..3).prop_map(|(y, m, d, precision)| match precision {
        0 => format!("{y}"),
        1 => format!("{y}-{m:02}"),
        _ => format!("{y}-{m:02}-{d:02}"),
    })
}

fn band() -> impl Strategy<Value = Value> {
    (of(0..=60_u8), of(60..=120_u8), of(text(20)))
        .prop_map(|(min, max, note)| json!({"min": min, "max": max, "note": note}))
}

fn coverage() -> impl Strategy<Value = Value> {
    prop_oneof![3 => code(V::Municipalities), 1 => code(V::Counties), 1 => Just(json!("national"))]
}

fn organization() -> impl Strategy<Value = Value> {
    let ids: Vec<String> = VOCABULARIES.organizations().map(|o| o.id.to_string()).collect();
    (select(ids), select(vec!["owner", "provider", "partner", "funder"]))
        .prop_map(|(id, role)| json!({"id": id, "role": role}))
}

fn location() -> impl Strategy<Value = Value> {
    (text(20), of(text(10)), of(-90.0..=90.0_f64), of(-180.0..=180.0_f64)).prop_map(|(name, city, latitude, longitude)| {
        json!({"name": name, "city": city, "latitude": latitude, "longitude": longitude})
    })
}

fn contact() -> impl Strategy<Value = Value> {
    let email = select(vec!["info@vaxjo.se", "+projekt@x.se"]);
    let url = select(vec!["https://www.vaxjo.se/a;b|c,d?e=(f)", "http://a.b"]);
    (of(text(20)), of(email), of(select(vec!["0470-410 00", "+46 470 410 00"])), of(url))
        .prop_map(|(name, email, phone, url)| json!({"name": name, "email": email, "phone": phone, "url": url}))
}

fn schedule() -> impl Strategy<Value = Value> {
    let time = || of((0..24, 0..60)).prop_map(|time| time.map(|(h, m)| format!("{h:02}:{m:02}")));
    (vec(select(vec!["MO", "TU", "SU"]), 0..3), time(), time(), of(text(20))).prop_map(
        |(byday, opens, closes, text)| json!({"byday": byday, "opens_at": opens, "closes_at": closes, "text": text}),
    )
}

fn source() -> impl Strategy<Value = Value> {
    let supports = vec(select(vec!["ages", "status", "coverage", "Namn", "'a", "a, b", "a;b|c"]), 0..4);
    let stated = of(select(vec!["explicit", "inherited", "inferred"]));
    (text(20), of(text(20)), of(date()), supports, of(text(30)), stated).prop_map(
        |(document, section, date, supports, quote, stated)| {
            json!({"document": document, "section": section, "date": date, "supports": supports, "quote": quote,
                "stated": stated})
        },
    )
}

fn goal() -> impl Strategy<Value = Value> {
    let target = of(prop_oneof![
        (0..1_000_000_000_000_i64).prop_map(|n| json!(n)),
        (0.0..1e6_f64).prop_map(|n| json!(n)),
        Just(json!(40.0))
    ]);
    (text(20), target, of(text(10)))
        .prop_map(|(text, target, unit)| json!({"text": text, "target": target, "unit": unit}))
}

/// Every field of the registry, present or absent.
pub(super) fn any_record() -> impl Strategy<Value = Value> {
    let words = (text(60), texts(), of(text(150)), of(lines(300)), texts(), of(text(100)));
    let whom =
        (codes(V::TargetGroups), vec(band(), 0..4), vec(coverage(), 0..6), vec(organization(), 0..5), code(V::Kinds));
    let how = (
        codes(V::Methods),
        codes(V::Activities),
        codes(V::ReferralRoutes),
        (of(date()), of(lines(20)), of(text(20))),
        of(select(vec!["individual", "structural"])),
    );
    let where_ = (vec(location(), 0..3), vec(schedule(), 0..3), of(any::<bool>()), of(0..1000_u32), vec(goal(), 0..3));
    let whence = (vec(source(), 0..4), of(date()), of(select(vec!["draft", "in_review", "published", "archived"])));
    let practical = (
        vec(contact(), 0..3),
        vec(select(vec!["sv", "en", "prs", "xx", "tlh"]), 0..3),
        (of(any::<bool>()), of(text(20)), of(text(20))),
        (of(text(20)), of(text(20)), of(lines(20)), of(lines(20)), texts()),
        (of(Just("another")), of(Just("2024")), of(Just("2026-01-31")), of(Just("2027-01-31"))),
    );
    (words, whom, how, where_, whence, practical).prop_map(|(words, whom, how, where_, whence, practical)| {
        let (contacts, languages, cost, more, (part_of, succeeds, reviewed, review_by)) = practical;
        json!({
            "id": "a-record", "name": format!("N{}", words.0.as_str().unwrap()), "alternate_names": words.1, "summary": words.2,
            "description": words.3, "steps": words.4, "easy_read": words.5, "target_groups": whom.0, "ages": whom.1,
            "coverage": whom.2, "organizations": whom.3, "kind": whom.4, "methods": how.0, "activities": how.1,
            "referral": {"routes": how.2, "text": how.3.1}, "period": {"start": how.3.0}, "level": how.4, "locations": where_.0,
            "schedules": where_.1, "interpreter": where_.2, "capacity": {"places": where_.3, "text": how.3.2},
            "goals": where_.4, "sources": whence.0, "as_of": whence.1, "state": whence.2,
            "contacts": contacts, "languages": languages, "cost": {"free": cost.0, "text": cost.1}, "waiting_time": cost.2,
            "duration": more.0, "eligibility": more.1, "good_to_know": more.2, "accessibility": more.3, "indicators": more.4,
            "part_of": part_of, "succeeds": succeeds, "last_reviewed": reviewed, "review_by": review_by,
        })
    })
}

/// Any JSON of limited depth.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        date().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec(
                (select(vec!["id", "min", "max", "text", "start", "role", "name", "type", "~/", "routes"]), inner),
                0..4
            )
            .prop_map(|members| Value::Object(members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

fn any_object() -> impl Strategy<Value = Value> {
    let keys: Vec<&'static str> = field::fields().map(|f| f.key).chain(["status", "unknown"]).collect();
    vec((select(keys), any_json()), 0..8).prop_map(|members| {
        let mut object: Map<String, Value> = members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        object.entry("name").or_insert(json!("Namn"));
        Value::Object(object)
    })
}

fn comes_back_the_same(value: &Value) -> Result<(), TestCaseError> {
    let Ok(first) = read(value) else { return Ok(()) };
    let line = to_json_line(&first.record).unwrap();
    let mut known = VOCABULARIES.clone();
    known.add_organizations(&first.new_organizations);
    let again = read_jsonl("again", &line, &known).map_err(|f| TestCaseError::fail(format!("{line}: {f:?}")))?;
    prop_assert_eq!(&again.records[0], &first.record);
    prop_assert_eq!(to_json_line(&again.records[0]).unwrap(), line);
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_valid_record_is_the_same_again(value in any_record()) {
        prop_assert!(read(&value).is_ok(), "{:?}", read(&value));
        comes_back_the_same(&value)?;
    }

    #[test]
    fn whatever_is_sent_is_read_or_refused(value in any_object()) {
        if let Err(faults) = read(&value) {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!(fault.pointer.is_empty() || fault.pointer.starts_with('/'), "{:?}", fault);
                prop_assert_ne!(fault.reason.code(), "other", "{:?}", fault);
            }
        }
        comes_back_the_same(&value)?;
    }

    #[test]
    fn a_pointer_leads_to_the_faulty_value(value in any_object()) {
        for fault in read(&value).err().into_iter().flatten() {
            // A missing value has none; for `too many values` it is the number.
            let Some(reported) = fault.value.filter(|_| fault.reason != Reason::TooMany) else { continue };
            if let Some(found) = value.pointer(&fault.pointer) && !fault.pointer.ends_with("/end") && fault.reason != Reason::MinAboveMax {
                prop_assert_eq!(found, &reported, "{}", fault.pointer);
            }
        }
    }
}

#[test]
fn every_shipped_record_is_the_same_again() {
    for file in catalogue_exchange::folder::read(&catalogue_exchange::folder::Origin::Shipped).unwrap().records {
        comes_back_the_same(&serde_json::to_value(&file.valid.record).unwrap()).unwrap();
    }
}

#[test]
fn a_number_with_all_its_digits_is_the_same_again() {
    // Without exact parsing of decimals, importing an export would make a new revision.
    for latitude in ["51.24817837550540", "56.87765000000001", "0.1", "-89.99999999999999", "33.333333333333336"] {
        let value: Value =
            serde_json::from_str(&format!(r#"{{"name":"A","locations":[{{"name":"B","latitude":{latitude}}}]}}"#))
                .unwrap();
        comes_back_the_same(&value).unwrap();
    }
}

#[test]
fn derived_keys_are_ignored_and_nothing_else_is() {
    let mut value = json!({"name": "A"});
    for key in field::DERIVED {
        value[*key] = json!({"any": ["thing"]});
    }
    assert_eq!(record(&value).name, "A");
    value["~odd/key"] = json!(1);
    let faults = read(&value).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].pointer, "/~0odd~1key", "RFC 6901");
    assert!(faults[0].allowed.as_ref().unwrap().to_string().contains("target_groups"));
}

#[test]
fn empty_is_not_given() {
    let value = json!({"name": " A ", "summary": "  ", "ages": [], "target_groups": null, "period": {}, "referral": {"routes": []},
        "alternate_names": ["", "B", "B"], "cost": {"text": ""}});
    let written = serde_json::to_value(record(&value)).unwrap();
    assert_eq!(
        written,
        json!({"id": "a", "name": "A", "alternate_names": ["B"], "kind": "other", "level": "individual", "state": "published"})
    );
}

/// A missing member equals one with the default value, also when duplicates are removed.
#[test]
fn sources_that_differ_only_in_a_default_are_one() {
    let source = json!({"document": "x"});
    let said = json!({"document": "x", "stated": "explicit"});
    let value = json!({"name": "A", "sources": [source, said]});
    comes_back_the_same(&value).unwrap();
    assert_eq!(read(&value).unwrap().record.sources.len(), 1);
}
