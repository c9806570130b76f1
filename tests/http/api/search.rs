//! `GET /api/v1/interventions`: the structure of the response, and the spellings of parameter values.

use super::{app, has_keys, holds_nothing_empty, keys, records};
use crate::reference_search::FILTERS;
use crate::support::{TestApp, ids, query};
use serde_json::{Value, json};

const SEARCH: &str = "/api/v1/interventions";

const RESPONSE: &[&str] =
    &["query", "total", "ended_left_out", "age_not_stated", "page", "per_page", "pages", "items", "facets", "links"];
/// Optional keys of a response.
const RESPONSE_OPTIONAL: &[&str] = &["broader_left_out", "interpretation", "widenings"];
const ITEM: &[&str] = &["id", "name", "kind", "level", "status", "match", "url"];
/// Keys of an item in a list that is not a search result.
pub(super) const ITEM_WITHOUT_MATCH: &[&str] = &["id", "name", "kind", "level", "status", "url"];
pub(super) const ITEM_MAY: &[&str] = &[
    "summary",
    "ages",
    "coverage",
    "municipalities",
    "target_groups",
    "target_group_labels",
    "organizations",
    "referral",
    "as_of",
    "period",
    "last_reviewed",
    "review_by",
];

#[tokio::test]
async fn the_shape_of_a_response() {
    let app = app().await;
    let answer =
        app.ok(&format!("{SEARCH}?q=praktik&age=20&municipality=Emmaboda&target_group=uvas&ended=include")).await;
    holds_nothing_empty(&answer);
    has_keys(&answer, RESPONSE, RESPONSE_OPTIONAL);
    assert_eq!(
        answer["query"],
        json!({"q": "praktik", "age": "20", "municipality": "Emmaboda", "target_group": "uvas", "ended": "include"})
    );
    let item = answer["items"].as_array().unwrap().iter().find(|i| i["id"] == "praktiktrappan").unwrap();
    has_keys(item, &[ITEM, ITEM_MAY].concat(), &[]);
    has_keys(&item["match"], &["score", "criteria", "met", "highlights"], &["unmet", "via"]);
    let criteria = json!({"target_group": "fits", "age": "fits", "municipality": "fits", "praktik": "fits"});
    assert_eq!(item["match"]["criteria"], criteria);
    let texts = ["Unga som varken arbetar eller studerar", "20 år", "Emmaboda", "praktik"];
    assert_eq!(item["match"]["met"], json!(texts));
    assert_eq!(item["municipalities"][0].as_object().unwrap().len(), 2);
    assert!(item["municipalities"].as_array().unwrap().contains(&json!({"code": "0862", "name": "Emmaboda"})));
    assert_eq!(
        item["municipalities"].as_array().unwrap().len(),
        9,
        "a county is expanded: eight of Kronoberg and Emmaboda"
    );
    assert_eq!(
        item["organizations"][0],
        json!({"id": "emmaboda-kommun", "name": "Emmaboda kommun", "type": "municipality", "role": "owner"})
    );
    assert_eq!(item["target_group_labels"], json!(["Unga som varken arbetar eller studerar"]));
    assert_eq!((item["url"].as_str(), item["status"].as_str()), (Some("/insats/praktiktrappan"), Some("ongoing")));
    assert!(item["match"]["score"].is_number());
}

#[tokio::test]
async fn without_words_there_is_no_score_and_no_highlight() {
    let answer = app().await.ok(SEARCH).await;
    holds_nothing_empty(&answer);
    assert_eq!(answer["query"], json!({}));
    assert_eq!(
        (answer["page"].as_u64(), answer["per_page"].as_u64(), answer["pages"].as_u64()),
        (Some(1), Some(20), Some(1))
    );
    for item in answer["items"].as_array().unwrap() {
        has_keys(item, ITEM, ITEM_MAY);
        assert_eq!(item["match"], json!({}), "nothing was asked that could match");
    }
    assert_eq!(keys(&answer["facets"]), FILTERS.map(|(parameter, _)| parameter).into());
    let nation = answer["items"].as_array().unwrap().iter().find(|i| i["id"] == "nya-vagen").unwrap();
    assert_eq!(nation["coverage"], json!(["national"]));
    assert!(nation.get("municipalities").is_none(), "290 names would say nothing");
}

#[tokio::test]
async fn what_is_not_public_is_not_found() {
    let answer = app().await.ok(&format!("{SEARCH}?q=praktik&ended=include&per_page=100")).await;
    let found = ids(&answer);
    for hidden in ["utkast", "granskas", "borttagen", "ensam"] {
        assert!(!found.iter().any(|id| id == hidden), "{hidden}");
    }
    assert!(found.iter().any(|id| id == "praktiktrappan"));
}

#[tokio::test]
async fn a_facet_value_has_label_count_and_choice() {
    let answer = app().await.ok(&format!("{SEARCH}?target_group=uvas&kind=region")).await;
    holds_nothing_empty(&answer);
    let values = answer["facets"]["target_group"].get("values").cloned().unwrap_or_default();
    let chosen = values.as_array().unwrap().iter().find(|v| v["value"] == "uvas").unwrap();
    assert_eq!(
        *chosen,
        json!({"value": "uvas", "label": "Unga som varken arbetar eller studerar", "count": 0, "selected": true, "broader": "unga"})
    );
    let kinds = &answer["facets"]["kind"];
    has_keys(kinds, &["values", "not_stated"], &[]);
    let zero = kinds["values"].as_array().unwrap().iter().filter(|v| v["count"] == 0).count();
    assert_eq!(zero, 1, "without hits only what is chosen is listed: {kinds}");
    assert_eq!(answer["broader_left_out"], 0);
    assert!(answer.get("items").is_none(), "an empty list is left out");
}

#[tokio::test]
async fn only_the_requested_facets_are_counted() {
    let app = app().await;
    assert!(app.ok(&format!("{SEARCH}?facets=none")).await.get("facets").is_none());
    let some = app.ok(&format!("{SEARCH}?facets=kind&facets=funder_type")).await;
    assert_eq!(keys(&some["facets"]), ["funder_type", "kind"].into());
}

#[tokio::test]
async fn a_page_beyond_the_last_is_empty_and_no_error() {
    let answer = app().await.ok(&format!("{SEARCH}?page=7")).await;
    holds_nothing_empty(&answer);
    assert_eq!((answer["page"].as_u64(), answer["total"].as_u64(), ids(&answer).len()), (Some(7), Some(4), 0));
    assert!(answer["links"].get("next").is_none());
}

#[tokio::test]
async fn highlights_are_escaped_text_with_marks() {
    let answer = app().await.ok(&format!("{SEARCH}?{}", query(&[("q", "praktik script")]))).await;
    assert_eq!(ids(&answer), ["marken"]);
    let marked = &answer["items"][0]["match"]["highlights"];
    assert_eq!(marked["name"], "Stöd &amp; &lt;b&gt;<mark>praktik</mark>&lt;/b&gt; &quot;nu&quot;");
    let summary = marked["summary"].as_str().unwrap();
    assert!(summary.contains("&lt;<mark>script</mark>&gt;"), "{summary}");
}

/// Each spelling finds the same records as the code, and the facet shows the code as chosen.
#[tokio::test]
async fn labels_plain_labels_other_words_case_and_diacritics_resolve() {
    let app = TestApp::shipped().await;
    for (parameter, code, ways) in [
        ("municipality", "0765", &["Älmhult", "älmhult", "ALMHULT", "almhult", " Älmhult ", "Älmhults kommun"][..]),
        ("county", "07", &["Kronobergs län", "kronoberg", "KRONOBERGS"][..]),
        (
            "target_group",
            "uvas",
            &[
                "UVAS",
                "NEET",
                "unga som varken arbetar eller studerar",
                "Du är ung och varken jobbar eller pluggar",
                "hemmasittare",
            ][..],
        ),
        ("method", "ips", &["IPS", "individual placement and support", "IPS – individuell placering och stöd"][..]),
        ("kind", "esf", &["ESF-projekt", "europeiska socialfonden", "Projekt med pengar från EU"][..]),
        ("funder_type", "coordination_association", &["Samordningsförbund", "samordningsforbund", "finsam"][..]),
        ("referral", "self", &["egen anmälan", "Utan remiss", "du kan anmala dig sjalv"][..]),
        ("status", "ended", &["Avslutad", "avslutade", "Den är slut"][..]),
        ("level", "structural", &["För organisationer", "struktur"][..]),
        ("funder", "esf", &["ESF", "Europeiska socialfonden (ESF)"][..]),
        ("organization", "vaxjo-kommun", &["Växjö kommun", "vaxjo kommun", "VÄXJÖ KOMMUN"][..]),
        ("activity", "spraktraning", &["Språkträning", "språkcafé", "sprakcafe"][..]),
    ] {
        let by_code = app.ok(&format!("{SEARCH}?{}", query(&[(parameter, code), ("sort", "name")]))).await;
        for way in ways {
            let by_way = app.ok(&format!("{SEARCH}?{}", query(&[(parameter, way), ("sort", "name")]))).await;
            assert_eq!(by_way["items"], by_code["items"], "{parameter}={way}");
            assert_eq!(by_way["facets"], by_code["facets"], "{parameter}={way}");
            assert_eq!(by_way["links"], by_code["links"], "links carry the code: {parameter}={way}");
        }
    }
}

#[tokio::test]
async fn an_exact_code_wins_over_a_label() {
    let app = app().await;
    // `finsam` is the code of a kind, and a synonym for a type of funder.
    let kind = app.ok(&format!("{SEARCH}?kind=finsam&ended=include")).await;
    assert_eq!(ids(&kind), ["gamla-vagen"]);
}

#[tokio::test]
async fn empty_values_are_not_given_and_duplicates_collapse() {
    let app = app().await;
    let same = |answer: &Value| {
        (answer["total"].clone(), answer["items"].clone(), answer["facets"].clone(), answer["links"].clone())
    };
    let nothing = same(&app.ok(SEARCH).await);
    let empty = "q=&q=++&age=&municipality=&kind=&reach=&broader=&ended=&updated_since=&sort=&page=&per_page=&facets=&interpret=&lang=&age_strict=&status=";
    assert_eq!(same(&app.ok(&format!("{SEARCH}?{empty}")).await), nothing);
    let once = same(&app.ok(&format!("{SEARCH}?age=20&kind=municipal&sort=name&q=praktik")).await);
    let often = "age=20&age=20&age=20+%C3%A5r&kind=municipal&kind=Kommunal+insats&kind=municipal&sort=name&sort=name&q=praktik&q=praktik&kind=";
    assert_eq!(same(&app.ok(&format!("{SEARCH}?{often}")).await), once);
    let fifty_one: String = (0..51).map(|_| "kind=municipal&").collect();
    assert_eq!(app.ok(&format!("{SEARCH}?{fifty_one}")).await["total"], 1, "fifty-one times the same is one value");
    let codes = vocabulary_codes(50);
    let fifty: Vec<(&str, &str)> = codes.iter().map(|code| ("municipality", code.as_str())).collect();
    app.ok(&format!("{SEARCH}?{}", query(&fifty))).await;
}

fn vocabulary_codes(n: usize) -> Vec<String> {
    let terms = crate::support::vocabularies().get(catalogue::vocabulary::VocabularyName::Municipalities).terms();
    terms.iter().take(n).map(|t| t.code.clone()).collect()
}

#[tokio::test]
async fn a_query_may_be_five_hundred_characters_long() {
    let app = app().await;
    let text = "å".repeat(500);
    assert_eq!(app.ok(&format!("{SEARCH}?{}", query(&[("q", &text)]))).await["total"], 0);
    assert_eq!(
        app.ok(&format!("{SEARCH}?{}", query(&[("q", &format!("  {text}  "))]))).await["total"],
        0,
        "outer blanks do not count"
    );
}

#[tokio::test]
async fn links_lead_to_the_same_search_and_on() {
    let app = TestApp::shipped().await;
    let asked = [
        ("q", "stöd till unga"),
        ("age", "16-24"),
        ("age", "not_stated"),
        ("municipality", "Växjö"),
        ("county", "Skåne"),
        ("reach", "direct"),
        ("kind", "municipal"),
        ("kind", "esf"),
        ("ended", "include"),
        ("target_group", "unga"),
        ("broader", "include"),
        ("updated_since", "2026-11-22"),
        ("sort", "name"),
        ("per_page", "5"),
        ("facets", "kind"),
        ("interpret", "false"),
        ("lang", "en"),
    ];
    let first = app.ok(&format!("{SEARCH}?{}", query(&asked))).await;
    assert!(first["pages"].as_u64().unwrap() > 1, "{}", first["total"]);
    let own = first["links"]["self"].as_str().unwrap();
    let again = app.ok(own).await;
    for key in ["total", "items", "facets", "links", "page", "per_page"] {
        assert_eq!(again[key], first[key], "{key}");
    }
    assert!(
        own.contains("lang=en") && first["links"]["html"].as_str().unwrap().contains("lang=en"),
        "the language is kept"
    );
    assert!(first["links"]["html"].as_str().unwrap().starts_with("/sok?"));
    let mut found = ids(&first);
    let mut page = first;
    while let Some(next) = page["links"].get("next").and_then(Value::as_str) {
        page = app.ok(next).await;
        found.extend(ids(&page));
    }
    assert_eq!(page["page"], page["pages"]);
    let all: std::collections::BTreeSet<_> = found.iter().collect();
    assert_eq!(
        (found.len(), all.len() as u64),
        (page["total"].as_u64().unwrap() as usize, page["total"].as_u64().unwrap())
    );
}

#[tokio::test]
async fn labels_are_in_the_requested_language() {
    let app = TestApp::shipped().await;
    for lang in ["sv", "en", "ar"] {
        let answer = app.ok(&format!("{SEARCH}?lang={lang}&facets=target_group&per_page=1")).await;
        holds_nothing_empty(&answer);
        let terms = crate::support::vocabularies().get(catalogue::vocabulary::VocabularyName::TargetGroups);
        for value in answer["facets"]["target_group"]["values"].as_array().unwrap() {
            let expected = terms.label(value["value"].as_str().unwrap(), lang);
            assert_eq!(value["label"], expected, "Swedish where there is no other label");
        }
    }
}

#[tokio::test]
async fn an_ended_intervention_is_a_hit_when_the_words_are_its_name() {
    let app = app().await;
    let by_name = app.ok(&format!("{SEARCH}?{}", query(&[("q", "gamla  VÄGEN")]))).await;
    assert_eq!((ids(&by_name)[0].as_str(), by_name["items"][0]["status"].as_str()), ("gamla-vagen", Some("ended")));
    let by_word = app.ok(&format!("{SEARCH}?q=gamla")).await;
    assert_eq!((by_word["total"].as_u64(), by_word["ended_left_out"].as_u64()), (Some(0), Some(1)));
    let by_status = app.ok(&format!("{SEARCH}?q=gamla&status=ended")).await;
    assert_eq!((by_status["total"].as_u64(), by_status["ended_left_out"].as_u64()), (Some(1), Some(0)));
    assert_eq!(records().len(), 9);
}
