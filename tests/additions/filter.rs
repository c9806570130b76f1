//! The added filter: the search, the API and every page need only its entry and its messages.

use super::support::pages::{in_language, paths};
use super::support::{ids, query, shipped_records, vocabularies};
use super::{TestApp, between, get, has, languages, service, service_with_texts};
use axum::http::StatusCode;
use catalogue::Vocabularies;
use catalogue::field::{Axis, Control, Filter, HitColumn, Match, NOT_STATED, PanelEntry, SuggestionGroup, Variant};
use catalogue::record::{Intervention, Role};
use catalogue::vocabulary::VocabularyName as V;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Two filters on the type of organisations: one on owners and providers, which is shown in every place that pages have
/// for a filter; one on partners, which is a menu in the same section.
pub(super) static ADDED: &[Filter] = &[PROVIDER_TYPE, PARTNER_TYPE];

const PARTNER_TYPE: Filter = Filter {
    parameter: "partner_type",
    meaning: "An organisation of the type takes part in it.",
    group: "partner_type",
    matching: Match::Codes {
        vocabulary: V::FunderTypes,
        codes: |record, vocabularies| types_in(record, vocabularies, &[Role::Partner]),
        variant: None,
    },
    named: false,
    panel: PanelEntry { section: "provider_type", order: 86, control: Control::Menu },
    table: None,
    overview: None,
    suggestions: None,
};

const PROVIDER_TYPE: Filter = Filter {
    parameter: "provider_type",
    meaning: "An organisation of the type owns or provides it.",
    group: "provider_type",
    matching: Match::Codes {
        vocabulary: V::FunderTypes,
        codes: |record, vocabularies| types_in(record, vocabularies, &[Role::Owner, Role::Provider]),
        variant: Some(Variant {
            parameter: "partners",
            value: "include",
            meaning: "Also finds what an organisation of the type takes part in.",
            codes: |record, vocabularies| types_in(record, vocabularies, &[Role::Owner, Role::Provider, Role::Partner]),
        }),
    },
    named: true,
    panel: PanelEntry { section: "provider_type", order: 85, control: Control::Checkboxes },
    table: Some(HitColumn { order: 45, heading: "filter-provider_type" }),
    overview: Some(Axis::Columns { order: 55, heading: "filter-provider_type" }),
    suggestions: Some(SuggestionGroup { order: 50, name: "provider_types" }),
};

fn types_in(record: &Intervention, vocabularies: &Vocabularies, roles: &[Role]) -> Vec<String> {
    let in_roles = record.organizations.iter().filter(|participant| roles.contains(&participant.role));
    let organizations = in_roles.filter_map(|participant| vocabularies.organization(&participant.id));
    organizations.map(|organization| organization.kind.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The name of the filter in a language, and the label of its value `region`.
fn words(code: &str) -> (&'static str, &'static str) {
    match code {
        "en" => ("Type of provider", "Region"),
        "ar" => ("نوع مقدم الخدمة", "الإقليم (region)"),
        "el" => ("Είδος φορέα", "Region"),
        _ => ("Typ av utförare", "Region"),
    }
}

/// The messages of the filter for a locale file.
pub(super) fn texts(code: &str) -> String {
    let (name, _) = words(code);
    format!(
        "filter-provider_type = {name}\n\
         about-provider_type = {name}\n\
         more-provider_type = {name} +\n\
         pick-provider_type = {name} ++\n\
         suggest-provider_types = {name}\n\
         filter-partner_type = {name} 2\n\
         pick-all-partner_type = {name} 0\n\
         parameter-partners = {name} & co\n\
         choice-partners = {name} & co\n"
    )
}

/// The types of the organisations with some roles in a record, computed without the registry.
fn stated_types(record: &Value, roles: &[&str]) -> BTreeSet<String> {
    let all = record["organizations"].as_array().into_iter().flatten();
    let in_roles = all.filter(|one| roles.contains(&one["role"].as_str().unwrap()));
    in_roles
        .map(|one| vocabularies().organization(&one["id"].as_str().unwrap().parse().unwrap()).unwrap().kind.clone())
        .collect()
}

/// The shipped records, each with the types of its providers.
fn records() -> Vec<(Value, BTreeSet<String>)> {
    let with_types = |record: Value| {
        let types = stated_types(&record, &["owner", "provider"]);
        (record, types)
    };
    shipped_records().into_iter().map(with_types).collect()
}

/// The provider types of each record of a kind, or of each record.
fn types_of_kind(kind: Option<&str>) -> Vec<BTreeSet<String>> {
    let of_kind = records().into_iter().filter(|(record, _)| kind.is_none_or(|kind| record["kind"] == kind));
    of_kind.map(|(_, types)| types).collect()
}

/// The ids of the records that match a condition.
fn found(keep: impl Fn(&Value, &BTreeSet<String>) -> bool) -> BTreeSet<String> {
    let kept = records().into_iter().filter(|(record, types)| keep(record, types));
    kept.map(|(record, _)| record["id"].as_str().unwrap().to_owned()).collect()
}

/// The codes of the filter's vocabulary.
fn codes() -> Vec<String> {
    vocabularies().get(V::FunderTypes).terms().iter().map(|term| term.code.clone()).collect()
}

/// The ids of all hits, from all pages; the export must have the same.
async fn search(app: &TestApp, pairs: &[(&str, &str)]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for page in 1.. {
        let page = page.to_string();
        let all = [&[("ended", "include"), ("per_page", "100"), ("page", &page)], pairs].concat();
        let answer = app.ok(&format!("/api/v1/interventions?{}", query(&all))).await;
        let ids = ids(&answer);
        if ids.is_empty() {
            assert_eq!(answer["total"], out.len(), "{pairs:?}");
            break;
        }
        out.extend(ids);
    }
    let (_, lines) =
        get(app, &format!("/api/v1/export.jsonl?{}", query(&[&[("ended", "include")], pairs].concat()))).await;
    let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let exported: BTreeSet<String> = records.filter_map(|record| record["id"].as_str().map(str::to_owned)).collect();
    assert_eq!(exported, out, "{pairs:?}");
    out
}

#[tokio::test]
async fn the_search_finds_what_a_loop_over_the_records_finds() {
    let app = service().await;
    for code in codes() {
        let expected = found(|_, types| types.contains(&code));
        assert_eq!(search(&app, &[("provider_type", &code)]).await, expected, "{code}");
        let label = vocabularies().get(V::FunderTypes).label(&code, "sv");
        assert_eq!(search(&app, &[("provider_type", label)]).await, expected, "{label}");
        let partners = ["owner", "provider", "partner"];
        let wider = found(|record, _| stated_types(record, &partners).contains(&code));
        assert_eq!(search(&app, &[("provider_type", &code), ("partners", "include")]).await, wider, "{code}");
    }
    let not_stated = found(|_, types| types.is_empty());
    assert_eq!(search(&app, &[("provider_type", NOT_STATED)]).await, not_stated);
    let either = found(|_, types| types.contains("region") || types.contains("agency"));
    assert_eq!(search(&app, &[("provider_type", "region"), ("provider_type", "agency")]).await, either);
    let both = found(|record, types| types.contains("municipality") && record["kind"] == "esf");
    assert!(!both.is_empty());
    assert_eq!(search(&app, &[("provider_type", "municipality"), ("kind", "esf")]).await, both);
    let body = json!({"provider_type": ["region", "agency"], "ended": "include", "per_page": 1});
    let (status, _, answer) = app.post_json("/api/v1/interventions/search", &body).await;
    assert_eq!((status, &answer["total"]), (StatusCode::OK, &json!(either.len())), "{answer}");
    let hit = app.ok("/api/v1/interventions?provider_type=region&per_page=1").await;
    assert_eq!(hit["items"][0]["match"]["criteria"], json!({"provider_type": "fits"}));
}

#[tokio::test]
async fn facet_and_matrix_count_what_a_loop_over_the_records_counts() {
    let app = service().await;
    for kind in [None, Some("esf"), Some("municipal")] {
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for types in types_of_kind(kind) {
            for code in types {
                *expected.entry(code).or_default() += 1;
            }
        }
        let not_stated = types_of_kind(kind).iter().filter(|types| types.is_empty()).count();
        let chosen = kind.map(|kind| format!("&kind={kind}")).unwrap_or_default();
        // The values chosen in the filter itself do not change its counts.
        for own in ["", "&provider_type=region"] {
            let answer = app.ok(&format!("/api/v1/facets?ended=include{chosen}{own}")).await;
            let facet = &answer["facets"]["provider_type"];
            let values = facet["values"].as_array().unwrap().iter();
            let counts: BTreeMap<String, usize> = values
                .map(|value| (value["value"].as_str().unwrap().to_owned(), value["count"].as_u64().unwrap() as usize))
                .filter(|(_, count)| *count > 0)
                .collect();
            assert_eq!((&counts, &facet["not_stated"]), (&expected, &json!(not_stated)), "{chosen}{own}");
        }
    }
    let only = app.ok("/api/v1/interventions?facets=provider_type").await;
    assert_eq!(only["facets"].as_object().unwrap().keys().collect::<Vec<_>>(), ["provider_type"]);

    let matrix = app.ok("/api/v1/matrix?rows=kind&columns=provider_type&ended=include").await;
    let values = |side: &str| -> Vec<String> {
        matrix[side]["values"].as_array().unwrap().iter().map(|v| v["value"].as_str().unwrap().to_owned()).collect()
    };
    let (kinds, types) = (values("rows"), values("columns"));
    assert!(kinds.len() > 2 && types.len() > 2);
    for (row, kind) in kinds.iter().enumerate() {
        for (column, code) in types.iter().enumerate() {
            let has =
                |types: &BTreeSet<String>| if code == NOT_STATED { types.is_empty() } else { types.contains(code) };
            let expected = types_of_kind(Some(kind)).iter().filter(|types| has(types)).count();
            assert_eq!(matrix["cells"][row][column], expected, "{kind} {code}");
        }
    }
}

#[tokio::test]
async fn words_name_and_suggest_its_values() {
    let app = service().await;
    let answer = app.ok("/api/v1/interventions?q=samordningsf%C3%B6rbund&ended=include").await;
    let suggested = answer["interpretation"]["suggested"].as_array().unwrap();
    let of_filter: Vec<&Value> = suggested.iter().filter(|one| one["parameter"] == "provider_type").collect();
    assert_eq!(of_filter.len(), 1, "{suggested:?}");
    assert_eq!(of_filter[0]["value"], "coordination_association");

    let answer = app.ok("/api/v1/suggest?q=samordn&ended=include").await;
    let group = answer["provider_types"].as_array().unwrap();
    assert_eq!(group.len(), 1, "{answer}");
    assert_eq!(group[0]["parameters"]["provider_type"], "coordination_association");
    assert_eq!(group[0]["count"], found(|_, types| types.contains("coordination_association")).len());
}

#[tokio::test]
async fn the_document_names_it_and_faults_are_reported() {
    let app = service().await;
    let document = app.ok("/api/v1/openapi.json").await;
    for path in ["interventions", "facets", "matrix", "suggest", "interventions/{id}/explain"] {
        let parameters = document["paths"][format!("/api/v1/{path}")]["get"]["parameters"].as_array().unwrap();
        for (name, meaning) in [
            ("provider_type", "An organisation of the type owns or provides it."),
            ("partners", "Also finds what an organisation of the type takes part in."),
        ] {
            let entry = parameters.iter().find(|parameter| parameter["name"] == name).unwrap();
            assert!(entry["description"].as_str().unwrap().starts_with(meaning), "{path}: {entry}");
        }
        for axis in parameters.iter().filter(|p| p["name"] == "rows" || p["name"] == "columns") {
            assert!(axis["schema"]["enum"].as_array().unwrap().contains(&json!("provider_type")), "{axis}");
        }
    }
    let body = &document["paths"]["/api/v1/interventions/search"]["post"]["requestBody"]["content"]["application/json"];
    assert!(body["schema"]["properties"].get("provider_type").is_some());

    let (status, _, problem) = app.get("/api/v1/interventions?provider_type=regoin").await;
    assert_eq!((status, &problem["errors"][0]["parameter"]), (StatusCode::BAD_REQUEST, &json!("provider_type")));
    assert!(problem["errors"][0]["allowed"].as_str().unwrap().contains("region"), "{problem}");
    let (_, _, problem) = app.get("/api/v1/interventions?provider_typ=region").await;
    assert!(problem["errors"][0]["allowed"].as_str().unwrap().contains("provider_type"), "{problem}");
    let (status, _, _) = app.get("/api/v1/interventions?partners=all").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

/// The number of hits in the API, which the heading of a page of hits must state.
async fn total(app: &TestApp, search: &str) -> u64 {
    app.ok(&format!("/api/v1/interventions?{search}")).await["total"].as_u64().unwrap()
}

#[tokio::test]
async fn every_page_is_shown_with_it_in_every_language() {
    let app = service_with_texts().await;
    let with_filter = [
        "/sok?provider_type=region",
        "/sok?provider_type=region&partners=include&view=table",
        "/sok?provider_type=not_stated",
        "/sok?provider_type=regoin",
        "/sok?provider_type=university&q=xyzzy",
        "/sok?partner_type=region&partner_type=agency",
        "/oversikt?columns=provider_type",
        "/oversikt?columns=provider_type&county=07&provider_type=region",
        "/inbaddat?provider_type=region",
        "/inbaddat/sok?provider_type=region",
    ];
    for code in languages() {
        for path in paths(code).iter().map(String::as_str).chain(with_filter) {
            let (swedish_status, _) = get(&app, path).await;
            let (status, page) = get(&app, &in_language(path, code)).await;
            assert_eq!(status, swedish_status, "{path} in {code}");
            has(&page, &[&format!(r#"<html lang="{code}""#)]);
            // A message that is missing in a locale file would be shown as its key.
            for key in ["-provider_type", "filter-partner_type", "all-partner_type", "-partners"] {
                assert!(!page.contains(key), "{path} in {code} lacks a text …{key}: {page}");
            }
        }
    }
}

#[tokio::test]
async fn the_search_page_has_its_panel_its_chip_and_its_column() {
    let app = service_with_texts().await;
    for code in languages() {
        let (name, region) = words(code);
        let (_, page) = get(&app, &in_language("/sok", code)).await;
        has(
            &page,
            &[
                &format!("<summary>{name}"),
                &format!(r#"<legend class="spoken">{name}</legend>"#),
                r#"form="sokform" name="provider_type" value="region">"#,
            ],
        );

        // When several values of a menu are chosen, the menu shows one and the form keeps the others as hidden fields.
        let (_, page) = get(&app, &in_language("/sok?partner_type=region&partner_type=agency", code)).await;
        has(
            &page,
            &[
                r#"id="pick-partner_type" name="partner_type" form="sokform">"#,
                &format!(r#"<option value="">{name} 0</option>"#),
                r#"<input type="hidden" name="partner_type" value="agency">"#,
            ],
        );
        let shown = between(&page, r#" value="region" selected"#, "</option>");
        assert!(shown.contains(region), "{shown}");

        let (_, page) = get(&app, &in_language("/sok?provider_type=region&kind=esf", code)).await;
        has(&page, &[r#"form="sokform" name="provider_type" value="region" checked>"#]);
        let chip = chip(&page, name);
        let (address, label) = chip.split_once("\">").unwrap();
        assert!(label.contains(region), "{chip}");
        assert!(address.contains("kind=esf") && !address.contains("provider_type"), "{chip}");

        let (_, page) = get(&app, &in_language("/sok?provider_type=region&partners=include&view=table", code)).await;
        has(&page, &[&format!("{name} &#38; co")]);
        let head = page.split("<th ").find(|head| head.contains(name));
        assert!(head.is_some(), "no column {name}: {page}");
        let cells = page.split("<td").filter(|cell| cell.contains(region)).count();
        assert!(cells >= 1, "no cell {region}: {page}");

        // A message about a faulty value names the filter and suggests the nearest value.
        let (_, page) = get(&app, &in_language("/sok?provider_type=regoin", code)).await;
        has(&page, &["regoin", "provider_type=region"]);
    }
    // When there are no hits, the page suggests the search without the filter.
    let searched = "q=samordningsf%C3%B6rbund&provider_type=university";
    assert_eq!(total(&app, searched).await, 0);
    let (_, page) = get(&app, &format!("/sok?{searched}")).await;
    has(&page, &["Typ av utförare"]);
    has(&page, &["href=\"/sok?q=samordningsf%C3%B6rbund\""]);
}

/// The active filter on a page whose label begins with `name`, from its URL to its end.
fn chip<'a>(page: &'a str, name: &str) -> &'a str {
    let chips = page.split("<a class=\"active-chip\" href=\"").skip(1).filter_map(|rest| rest.split("</a>").next());
    chips.into_iter().find(|chip| chip.contains(name)).unwrap_or_else(|| panic!("no chip {name} in {page}"))
}

#[tokio::test]
async fn overview_export_and_frame_have_it() {
    let app = service_with_texts().await;
    for code in languages() {
        let (name, region) = words(code);
        let (_, page) = get(&app, &in_language("/oversikt?columns=provider_type", code)).await;
        has(&page, &[&format!(r#"<option value="provider_type" selected>{name}</option>"#), region]);
        let (_, page) = get(&app, &in_language("/oversikt?provider_type=region", code)).await;
        assert!(chip(&page, name).contains(region));
        let (status, table) = get(&app, &in_language("/oversikt.csv?columns=provider_type", code)).await;
        assert_eq!(status, StatusCode::OK);
        has(table.lines().next().unwrap(), &[region]);

        let (_, page) = get(&app, &in_language("/inbaddat/sok?provider_type=region", code)).await;
        has(&page, &["provider_type=region"]);
    }
    let (status, table) = get(&app, "/api/v1/export.csv?provider_type=region&ended=include").await;
    assert_eq!(status, StatusCode::OK);
    let rows = csv_rows(&table);
    assert_eq!(rows, found(|_, types| types.contains("region")));
}

/// The ids of the rows in an exported table.
fn csv_rows(table: &str) -> BTreeSet<String> {
    let table = table.trim_start_matches('\u{feff}');
    let delimiter = if table.lines().next().unwrap().contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.unwrap()[0].to_owned());
    rows.collect()
}
