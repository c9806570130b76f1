//! `/api/v1/matrix`: each cell, row, column and total equals the total of its search, compared with
//! [`super::reference_search`], and with the search itself when words are interpreted.

use super::oracle::{Oracle, Seed, seeds};
use super::reference_search::{self, FILTERS, NOT_STATED, ReferenceQuery, ReferenceRecord};
use super::support::{NOW, TestApp, cases, generated, query, shipped_records};
use axum::http::StatusCode;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeSet;
use tokio::runtime::Runtime;

/// Number of compared cells of a large matrix.
const CELLS: usize = 150;

fn lines(answer: &Value, side: &str) -> Vec<(String, usize)> {
    let values = answer[side]["values"].as_array().into_iter().flatten();
    values.map(|v| (v["value"].as_str().unwrap().to_owned(), v["count"].as_u64().unwrap() as usize)).collect()
}

/// The search with these values in place of the values chosen in their groups.
fn choosing(query: &ReferenceQuery, values: &[(&'static str, &str)]) -> ReferenceQuery {
    let mut out = query.clone();
    out.filters.retain(|parameter, _| {
        values.iter().all(|(other, _)| reference_search::group(other) != reference_search::group(parameter))
    });
    for (parameter, value) in values {
        out.filters.entry(parameter).or_default().insert((*value).to_owned());
    }
    out
}

fn total(records: &[ReferenceRecord], query: &ReferenceQuery, values: &[(&'static str, &str)]) -> usize {
    reference_search::search(records, &choosing(query, values)).ids.len()
}

async fn check(oracle: &Oracle, seed: &Seed) -> Result<(), TestCaseError> {
    let case = oracle.case(seed);
    let rows = FILTERS[seed.probe % FILTERS.len()].0;
    let columns = FILTERS[(seed.probe + 1 + seed.probe / 13 % (FILTERS.len() - 1)) % FILTERS.len()].0;
    let pairs: Vec<(&str, &str)> = case.pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let path = format!("/api/v1/matrix?rows={rows}&columns={columns}&{}", query(&pairs));
    let answer = oracle.app.ok(&path).await;
    let whole = reference_search::search(&oracle.records, &case.query);
    prop_assert_eq!(answer["total"].as_u64(), Some(whole.ids.len() as u64), "{}", path);
    prop_assert_eq!(answer["ended_left_out"].as_u64(), Some(whole.ended_left_out as u64), "{}", path);
    for (side, parameter) in [("rows", rows), ("columns", columns)] {
        prop_assert_eq!(answer[side]["parameter"].as_str(), Some(parameter));
        let found = lines(&answer, side);
        for (code, count) in &found {
            prop_assert_eq!(*count, total(&oracle.records, &case.query, &[(parameter, code)]), "{} of {}", code, path);
        }
        check_complete(oracle, &case.query, parameter, &found, &path)?;
    }
    let (across, down) = (lines(&answer, "columns"), lines(&answer, "rows"));
    let step = (across.len() * down.len()).div_ceil(CELLS).max(1);
    for at in (seed.probe % step..across.len() * down.len()).step_by(step) {
        let ((row, _), (column, _)) = (&down[at / across.len()], &across[at % across.len()]);
        let cell = answer["cells"][at / across.len()][at % across.len()].as_u64();
        let expected = total(&oracle.records, &case.query, &[(rows, row), (columns, column)]);
        prop_assert_eq!(cell, Some(expected as u64), "{} × {} of {}", row, column, path);
    }
    Ok(())
}

/// When nothing is chosen in the group of a facet, the axis has exactly the values with hits. Otherwise it has at least
/// the chosen values of the facet.
fn check_complete(
    oracle: &Oracle,
    query: &ReferenceQuery,
    parameter: &'static str,
    found: &[(String, usize)],
    path: &str,
) -> Result<(), TestCaseError> {
    let found: BTreeSet<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    let (counts, not_stated) = reference_search::facet(&oracle.records, query, parameter);
    if query.filters.keys().all(|other| reference_search::group(other) != reference_search::group(parameter)) {
        let mut expected: BTreeSet<&str> = counts.iter().filter(|(_, n)| **n > 0).map(|(c, _)| c.as_str()).collect();
        if not_stated > 0 && parameter != "status" {
            expected.insert(NOT_STATED);
        }
        prop_assert_eq!(found, expected, "{} of {}", parameter, path);
    } else {
        let chosen = query.filters.get(parameter).into_iter().flatten();
        // Chosen organisations are on the axis even if no record has them.
        prop_assert!(chosen.clone().all(|code| found.contains(code.as_str())), "{} of {}", parameter, path);
    }
    Ok(())
}

fn run(runtime: &Runtime, oracle: &Oracle, case_count: u32) {
    let result = TestRunner::new(cases(case_count)).run(&seeds(), |seed| runtime.block_on(check(oracle, &seed)));
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_matrix_over_the_shipped_records_is_what_a_plain_loop_counts() {
    let runtime = Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::shipped());
    let records = shipped_records().iter().map(|r| ReferenceRecord::new(r, NOW)).collect();
    run(&runtime, &Oracle::new(app, records), 24);
}

#[test]
fn every_matrix_over_generated_records_is_what_a_plain_loop_counts() {
    let runtime = Runtime::new().unwrap();
    let (app, records) = runtime.block_on(generated::app());
    let records = records.iter().map(|(record, updated)| ReferenceRecord::new(record, updated)).collect();
    run(&runtime, &Oracle::new(app, records), 48);
}

/// Words may name a value of the rows: the search of that row then interprets them differently.
#[tokio::test]
async fn words_are_read_in_each_cell_as_in_its_search() {
    let app = TestApp::shipped().await;
    for (rows, columns, more) in [
        ("municipality", "target_group", &[("q", "praktik i Växjö för unga"), ("county", "07")][..]),
        ("municipality", "kind", &[("q", "KAA Älmhult 17 år"), ("county", "07"), ("reach", "direct")]),
        ("county", "referral", &[("q", "praktik i Kronoberg")]),
        ("county", "municipality", &[("q", "språk Lessebo"), ("county", "Kronoberg"), ("municipality", "Klippan")]),
        ("level", "municipality", &[("q", "framtid kronoberg"), ("interpret", "false"), ("county", "07")]),
        ("kind", "target_group", &[("q", "unga Göteborg"), ("ended", "include"), ("target_group", "unga")]),
    ] {
        let matrix = app.ok(&format!("/api/v1/matrix?rows={rows}&columns={columns}&{}", query(more))).await;
        let (down, across) = (lines(&matrix, "rows"), lines(&matrix, "columns"));
        assert!(!down.is_empty() && !across.is_empty(), "{more:?}");
        let groups = [rows, columns].map(reference_search::group);
        let kept: Vec<(&str, &str)> =
            more.iter().copied().filter(|(name, _)| !groups.contains(&reference_search::group(name))).collect();
        let mut looked_at = 0;
        for (r, (row, _)) in down.iter().enumerate() {
            for (c, (column, _)) in across.iter().enumerate() {
                // Compares all cells of rows and columns that the words may name, and a third of the others.
                if (r + c) % 3 > 0 && !["0780", "0765", "0767", "07", "self"].contains(&row.as_str()) {
                    continue;
                }
                let chosen = [(rows, row.as_str()), (columns, column.as_str()), ("facets", "none")];
                let all: Vec<(&str, &str)> = kept.iter().copied().chain(chosen).collect();
                let search = app.ok(&format!("/api/v1/facets?{}", query(&all))).await;
                assert_eq!(matrix["cells"][r][c], search["total"], "{row} × {column} of {more:?}");
                looked_at += 1;
            }
        }
        assert!(looked_at > 1, "{more:?}");
    }
}

#[tokio::test]
async fn a_choice_says_which_rows_there_are() {
    let app = TestApp::shipped().await;
    let codes = |answer: &Value, side| lines(answer, side).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let county = app.ok("/api/v1/matrix?rows=municipality&columns=target_group&county=Kronoberg").await;
    assert_eq!(codes(&county, "rows"), ["0760", "0761", "0763", "0764", "0765", "0767", "0780", "0781"]);
    let one = app.ok("/api/v1/matrix?rows=municipality&columns=target_group&municipality=Växjö&target_group=unga");
    let one = one.await;
    assert_eq!(codes(&one, "rows"), ["0780"]);
    assert_eq!(
        codes(&one, "columns"),
        ["unga", "uvas", "kaa", "unga-arbetssokande", "unga-i-riskzon"],
        "the chosen one and those below"
    );
    assert_eq!(one["columns"]["values"][1]["broader"], "unga");
    assert_eq!(one["rows"]["values"][0]["label"], "Växjö");
    let lacking = app.ok("/api/v1/matrix?rows=municipality&columns=kind&municipality=not_stated").await;
    assert_eq!(codes(&lacking, "rows"), [NOT_STATED]);
    assert_eq!(lacking["rows"]["values"][0]["label"], "Uppgift saknas");
}

#[tokio::test]
async fn wrong_facets_are_named_with_what_is_allowed() {
    let app = TestApp::shipped().await;
    for (parameters, parameter, reason) in [
        ("rows=kommun&columns=target_group", "rows", "not an allowed word"),
        ("rows=municipality&columns=age", "columns", "not an allowed word"),
        ("rows=kind&columns=kind", "columns", "not an allowed word"),
        ("rows=kind&rows=level&columns=status", "rows", "given more than once"),
        ("rows=kind&columns=level&municipality=Atlantis", "municipality", "no code or label is called this"),
        ("rows=kind&columns=level&colums=x", "colums", "no parameter has this name"),
    ] {
        let (status, headers, body) = app.get(&format!("/api/v1/matrix?{parameters}")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{parameters}");
        assert_eq!(headers["content-type"], "application/problem+json");
        let fault = &body["errors"][0];
        assert_eq!((fault["parameter"].as_str(), fault["reason"].as_str()), (Some(parameter), Some(reason)), "{body}");
        let allowed = fault["allowed"].as_str().unwrap();
        if reason == "not an allowed word" {
            assert!(allowed.contains("municipality") && allowed.contains("target_group"), "{allowed}");
            assert!(!allowed.contains("age,"), "ages are no facet: {allowed}");
        }
    }
    for (given, rows, columns) in [
        ("", "municipality", "target_group"),
        ("rows=target_group", "target_group", "municipality"),
        ("columns=municipality", "target_group", "municipality"),
        ("columns=kind&rows=", "municipality", "kind"),
    ] {
        let answer = app.ok(&format!("/api/v1/matrix?{given}")).await;
        assert_eq!((&answer["rows"]["parameter"], &answer["columns"]["parameter"]), (&rows.into(), &columns.into()));
    }
    let (_, _, both) = app.get("/api/v1/matrix?rows=x&columns=y&age=z").await;
    let named: Vec<&str> =
        both["errors"].as_array().unwrap().iter().map(|e| e["parameter"].as_str().unwrap()).collect();
    assert_eq!(named, ["age", "rows", "columns"], "every fault at once");
}
