//! Properties of the search that hold for every ranking: a name finds its record, a filter only removes hits, and an
//! index that was built by many commits gives the same results as one that was built at once.

use super::reference_search::FILTERS;
use super::support::{TestApp, cases, generated, ids, query, shipped_records};
use catalogue::vocabulary::fold;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeSet;
use swedish::is_stop_word;
use tokio::runtime::Runtime;

const SEARCH: &str = "/api/v1/interventions";

/// Letters and digits of a name, in lower case and without diacritics.
fn name_key(name: &str) -> String {
    let words = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    fold(&fold(name).chars().map(words).collect::<String>())
}

fn names(record: &Value) -> Vec<String> {
    let others = record["alternate_names"].as_array().into_iter().flatten();
    std::iter::once(&record["name"]).chain(others).map(|n| n.as_str().unwrap().to_owned()).collect()
}

async fn assert_names_find_their_records(app: &TestApp, records: &[Value], typed: impl Fn(&str) -> String) {
    let names_of = |id: &str| {
        records
            .iter()
            .find(|r| r["id"] == id)
            .map(|r| names(r).iter().map(|n| name_key(n)).collect::<Vec<_>>())
            .unwrap()
    };
    for record in records {
        let id = record["id"].as_str().unwrap();
        for name in names(record) {
            let answer = app.ok(&format!("{SEARCH}?facets=none&{}", query(&[("q", &typed(&name))]))).await;
            let found = ids(&answer);
            let place =
                found.iter().position(|f| f == id).unwrap_or_else(|| panic!("“{name}” does not find {id}: {found:?}"));
            // Only records with an equal name may rank before it.
            for before in &found[..place] {
                assert!(names_of(before).contains(&name_key(&name)), "{before} ranks before {id} for “{name}”");
            }
        }
    }
}

#[tokio::test]
async fn every_shipped_name_finds_its_record_first() {
    let app = TestApp::shipped().await;
    let records = shipped_records();
    assert_names_find_their_records(&app, &records, str::to_owned).await;
}

#[tokio::test]
async fn a_name_in_capitals_without_diacritics_finds_its_record_first() {
    let app = TestApp::shipped().await;
    let records = shipped_records();
    assert_names_find_their_records(&app, &records, |name| fold(name).to_uppercase()).await;
}

#[tokio::test]
async fn every_generated_name_finds_its_record_first_through_all_segments() {
    let (app, records) = generated::app().await;
    let records: Vec<Value> = records.into_iter().map(|(record, _)| record).collect();
    assert_names_find_their_records(&app, &records, str::to_lowercase).await;
}

/// Each word with at least five letters in each name, without stop words, as (id, word).
fn words_of_names(records: &[Value]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for record in records {
        for name in names(record) {
            for word in name
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| w.chars().count() >= 5 && !is_stop_word(&w.to_lowercase()))
            {
                out.push((record["id"].as_str().unwrap().to_owned(), word.to_owned()));
            }
        }
    }
    out
}

#[test]
fn one_word_of_a_name_finds_the_record_in_any_case_and_without_diacritics() {
    let runtime = Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::shipped());
    let words = words_of_names(&shipped_records());
    let strategy = (select(words), select(vec!["unchanged", "lower", "upper", "folded"]));
    let result = TestRunner::new(cases(80)).run(&strategy, |((id, word), change)| {
        let typed = match change {
            "lower" => word.to_lowercase(),
            "upper" => word.to_uppercase(),
            "folded" => fold(&word),
            _ => word,
        };
        // Diacritics are only restored when the query is interpreted.
        let interpret = change == "folded";
        let mut found = Vec::new();
        for page in 1..=2 {
            let search = format!("{SEARCH}?ended=include&interpret={interpret}&facets=none&per_page=100&page={page}");
            let answer = runtime.block_on(app.ok(&format!("{search}&{}", query(&[("q", &typed)]))));
            // A word that names a place becomes a place filter.
            prop_assume!(answer["interpretation"].get("applied").is_none());
            found.extend(ids(&answer));
        }
        prop_assert!(found.contains(&id), "“{}” does not find {}", typed, id);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// Queries: fixed ones, names, and the first words of summaries.
fn texts(records: &[Value]) -> Vec<String> {
    let mut out: Vec<String> = [
        "",
        "praktik",
        "stöd till unga",
        "jag vet inte vart jag ska vända mig",
        "språk café",
        "kaa",
        "xyzzy",
        "för alla",
        "&%#",
        "åäö",
    ]
    .map(Into::into)
    .into();
    out.extend(records.iter().step_by(5).filter_map(|r| r["name"].as_str()).map(str::to_owned));
    out.extend(records.iter().step_by(11).filter_map(|r| r["summary"].as_str()).map(|s| s.chars().take(60).collect()));
    out
}

#[test]
fn a_filter_only_removes_hits_and_ended_records_only_add_hits() {
    let runtime = Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::shipped());
    let everything = runtime.block_on(app.ok(&format!("{SEARCH}?ended=include&per_page=1")));
    let mut filters: Vec<(String, String)> = vec![
        ("age".into(), "19".into()),
        ("age".into(), "16-24".into()),
        ("age".into(), "not_stated".into()),
        ("updated_since".into(), "2026-11-22".into()),
    ];
    for (parameter, _) in FILTERS {
        for value in everything["facets"][parameter]["values"].as_array().into_iter().flatten() {
            filters.push((parameter.into(), value["value"].as_str().unwrap().into()));
        }
        filters.push((parameter.into(), "not_stated".into()));
    }
    let found = |pairs: &[(&str, &str)], ended: &str| -> (BTreeSet<String>, u64) {
        let mut all = BTreeSet::new();
        let mut left_out = 0;
        for page in 1..=2 {
            let path =
                format!("{SEARCH}?ended={ended}&interpret=false&facets=none&per_page=100&page={page}&{}", query(pairs));
            let answer = runtime.block_on(app.ok(&path));
            left_out = answer["ended_left_out"].as_u64().unwrap();
            all.extend(ids(&answer));
        }
        (all, left_out)
    };
    let strategy = (select(texts(&shipped_records())), any::<Index>(), any::<Index>());
    let result = TestRunner::new(cases(60)).run(&strategy, |(text, one, other)| {
        let (one, other) = (one.get(&filters), other.get(&filters));
        let words = [("q", text.as_str())];
        let with_one = [words[0], (one.0.as_str(), one.1.as_str())];
        let (bare, _) = found(&words, "include");
        let (narrow, _) = found(&with_one, "include");
        prop_assert!(narrow.is_subset(&bare), "{:?} added to “{}”", one, text);
        let place = |p: &str| p == "county" || p == "municipality";
        if one.0 != other.0 && !(place(&one.0) && place(&other.0)) {
            let (narrower, _) = found(&[with_one[0], with_one[1], (other.0.as_str(), other.1.as_str())], "include");
            prop_assert!(narrower.is_subset(&narrow), "{:?} added to {:?}", other, with_one);
        }
        let ((without, left_out), (only, _)) = (found(&with_one, "exclude"), found(&with_one, "only"));
        prop_assert!(without.is_subset(&narrow) && only.is_subset(&narrow), "{:?}", with_one);
        prop_assert_eq!(
            (without.len() as u64 + left_out) as usize,
            narrow.len(),
            "ended_left_out counts the ended records: {:?}",
            with_one
        );
        if one.0 != "status" {
            prop_assert_eq!(&without | &only, narrow, "{:?}", with_one);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// An index that was updated commit by commit has the same records as a rebuilt one.
#[test]
fn an_updated_index_finds_what_a_rebuilt_one_finds() {
    let runtime = Runtime::new().unwrap();
    let (app, records) = runtime.block_on(generated::app());
    let other = runtime.block_on(app.rebuild_index());
    let anew = app.with_store(&app.store, &other);
    assert_eq!(app.snapshot().len(), other.snapshot().unwrap().len());
    let records: Vec<Value> = records.into_iter().map(|(record, _)| record).collect();
    for text in texts(&records) {
        let path = format!("{SEARCH}?sort=name&ended=include&per_page=100&{}", query(&[("q", &text)]));
        let (followed, built) = (runtime.block_on(app.ok(&path)), runtime.block_on(anew.ok(&path)));
        assert_eq!(followed, built, "“{text}”");
    }
}

/// The contract of the API: the same request gives the same bytes until the catalogue, the date or the program changes.
#[test]
fn an_updated_index_scores_as_a_rebuilt_one_does() {
    let runtime = Runtime::new().unwrap();
    let (app, records) = runtime.block_on(generated::app());
    let anew = app.with_store(&app.store, &runtime.block_on(app.rebuild_index()));
    let records: Vec<Value> = records.into_iter().map(|(record, _)| record).collect();
    for text in texts(&records) {
        let path = format!("{SEARCH}?ended=include&per_page=100&{}", query(&[("q", &text)]));
        let (followed, built) = (runtime.block_on(app.ok(&path)), runtime.block_on(anew.ok(&path)));
        assert_eq!(followed, built, "“{text}”");
    }
}
