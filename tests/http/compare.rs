//! `/jamfor` and the links to it: rows, checkboxes, compare bar.

use super::html::{Link, Page, between, links, page, plain};
use super::support::TestApp;
use axum::http::StatusCode;
use serde_json::{Value, json};

fn records() -> Vec<Value> {
    let record = |id: &str, name: &str| {
        json!({"id": id, "name": name, "kind": "municipal", "target_groups": ["unga"], "coverage": ["0780"],
            "organizations": [{"id": "vaxjo-kommun", "role": "owner"}]})
    };
    let mut full = record("alfa", "Alfa");
    full["ages"] = json!([{"min": 16, "max": 24}]);
    full["target_groups"] = json!(["unga", "foraldrar"]);
    full["coverage"] = json!(["0780", "0765"]);
    full["cost"] = json!({"free": true});
    full["interpreter"] = json!(true);
    full["contacts"] = json!([{"phone": "0470-00 00 00"}]);
    let mut other = record("beta", "Beta");
    other["ages"] = json!([{"min": 18, "max": 29}]);
    other["target_groups"] = json!(["foraldrar", "unga"]);
    other["coverage"] = json!(["0765", "0780"]);
    other["cost"] = json!({"free": true});
    vec![full, other, record("gamma", "Gamma"), record("delta", "Delta"), record("epsilon", "Epsilon")]
}

async fn app() -> TestApp {
    let app = TestApp::with(&records()).await;
    let mut gone = records().remove(2);
    (gone["id"], gone["name"]) = (json!("borta"), json!("Borta"));
    app.put(&[gone.clone()], super::support::NOW).await;
    gone["state"] = json!("archived");
    app.put(&[gone], super::support::NOW).await;
    app
}

/// The rows of the comparison, as (name, tag, cells).
fn rows(page: &Page) -> Vec<(String, String, Vec<String>)> {
    let body = page.part("<table class=\"table compare-table\">", "</table>").split("<tbody>").nth(1).unwrap();
    let row = |row: &str| {
        let head = between(row, "<th scope=\"row\">", "</th>")[0];
        let tag = between(head, "<span class=\"difference-label\">", "</span>")
            .first()
            .map(|tag| plain(tag))
            .unwrap_or_default();
        let cells = between(row, "<td ", "</td>").iter().map(|cell| plain(cell.split_once('>').unwrap().1)).collect();
        (plain(head.split(" <span").next().unwrap()), tag, cells)
    };
    between(body, "<tr", "</tr>").into_iter().map(row).collect()
}

#[tokio::test]
async fn differences_are_named() {
    let app = app().await;
    let two = page(&app, "/jamfor?id=alfa&id=beta").await;
    assert_eq!(two.status, StatusCode::OK);
    let shown = rows(&two);
    let names: Vec<&str> = shown.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Kort om insatsen",
            "För vem",
            "Ålder",
            "Var",
            "Väg in",
            "Väntetid",
            "Kostnad",
            "Tolk",
            "Metod",
            "Betalas av",
            "Status",
            "Kontakt",
            "Kontrollerad",
            "Anteckningar"
        ]
    );
    let tag = |name: &str| shown.iter().find(|(n, ..)| n == name).unwrap().1.as_str();
    assert_eq!(tag("Ålder"), "Skiljer");
    assert_eq!((tag("För vem"), tag("Var")), ("", ""), "the same in another order");
    assert_eq!((tag("Kostnad"), tag("Väntetid")), ("", ""), "the same, and stated by neither");
    assert_eq!(tag("Tolk"), "Uppgift saknas", "stated by one alone is not said to differ");
    let cells = |name: &str| shown.iter().find(|(n, ..)| n == name).unwrap().2.clone();
    assert_eq!(cells("Ålder"), ["16–24 år", "18–29 år"]);
    assert_eq!(cells("Väntetid"), ["Ej angivet", "Ej angivet"]);
    assert_eq!(cells("Kontakt"), ["0470-00 00 00", "Vi saknar kontaktuppgift. Fråga Växjö kommun."]);
    assert!(two.text().contains("Listan sparas bara i länken – inga uppgifter om dig eller den du hjälper sparas."));
    let only = links(&two.html).into_iter().find(|link| link.text == "Bara skillnader").unwrap();
    let only = page(&app, &only.url).await;
    let names: Vec<String> = rows(&only).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["Ålder", "Tolk", "Kontakt", "Anteckningar"]);
    assert!(links(&only.html).iter().any(|link| link.text == "Alla rader" && link.url == "/jamfor?id=alfa&id=beta"));
    let alike = page(&app, "/jamfor?id=gamma&id=delta&only=differences").await;
    assert!(alike.text().contains("Insatserna skiljer sig inte i något som kan avgöra valet."));
}

#[tokio::test]
async fn one_alone_has_every_row_and_methods_are_a_set() {
    let mut records = records();
    records[2]["methods"] = json!(["ips", "case-management"]);
    records[3]["methods"] = json!(["case-management", "ips"]);
    let app = TestApp::with(&records).await;
    let one = page(&app, "/jamfor?id=alfa&only=differences").await.text();
    assert!(one.contains("För vem") && !one.contains("skiljer sig inte"), "{one}");
    let two = page(&app, "/jamfor?id=gamma&id=delta&only=differences").await;
    assert!(two.text().contains("Insatserna skiljer sig inte i något som kan avgöra valet."));
    assert!(rows(&two).iter().all(|(name, ..)| name == "Anteckningar"), "{}", two.text());
}

#[tokio::test]
async fn none_one_many_unknown_and_gone() {
    let app = app().await;
    let none = page(&app, "/jamfor").await;
    assert_eq!(none.status, StatusCode::OK);
    assert!(none.text().contains("Välj insatser att jämföra i sökningen.") && !none.html.contains("<table"));
    let one = page(&app, "/jamfor?id=alfa").await;
    assert!(one.text().contains("Jämför 1 insats") && one.text().contains("Välj en till"));
    assert!(!one.text().contains("Bara skillnader"));
    let six = page(&app, "/jamfor?id=alfa&id=beta&id=gamma&id=finns-inte&id=delta&id=epsilon&id=alfa&id=borta").await;
    let said = six.text();
    assert!(said.contains("Jämför 4 insatser") && said.contains("Du valde 5. Vi visar de 4 första."), "{said}");
    assert!(said.contains("Insatsen ”finns-inte” finns inte i katalogen."));
    assert!(said.contains("Insatsen ”Borta” finns inte kvar i katalogen."));
    assert!(!said.contains("Epsilon"));
    let odd = page(&app, "/jamfor?id=%3Cb%3E&id=../x&id=").await;
    assert_eq!(odd.status, StatusCode::OK);
    assert!(!odd.html.contains("<b>”") && odd.text().contains("”../x” finns inte"));
}

#[tokio::test]
async fn links_carry_the_search() {
    let app = app().await;
    let search = page(&app, "/sok?municipality=0780&view=table&id=alfa&id=epsilon&per_page=2&sort=name").await;
    let form = search.part("<form id=\"jamfor\"", "</form>");
    for field in [("municipality", "0780"), ("view", "table"), ("sort", "name"), ("id", "epsilon")] {
        assert!(form.contains(&format!("name=\"{}\" value=\"{}\"", field.0, field.1)), "{field:?}: {form}");
    }
    assert!(
        form.contains("class=\"compare-bar has-other-pages\"")
            || search.html.contains("class=\"compare-bar has-other-pages\"")
    );
    assert!(plain(form.split_once('>').unwrap().1).contains("1 insats från en annan sida är redan vald."));
    assert!(search.html.contains("value=\"alfa\" form=\"jamfor\" checked"), "what is picked stays picked");
    // The form of the compare bar, the link back to the search, and the link that removes an intervention.
    let compare = page(&app, "/jamfor?municipality=0780&view=table&sort=name&id=alfa&id=epsilon").await;
    let find = |text: &str| links(&compare.html).into_iter().find(|link| link.text.starts_with(text)).unwrap().url;
    assert_eq!(find("Lägg till fler"), "/sok?municipality=0780&sort=name&view=table&id=alfa&id=epsilon");
    assert_eq!(find("Ta bort Alfa"), "/jamfor?municipality=0780&sort=name&view=table&id=epsilon");
    let intervention = page(&app, "/insats/alfa").await;
    assert!(links(&intervention.html).iter().any(|l| l.text == "Lägg till i jämförelse" && l.url == "/jamfor?id=alfa"));
}

#[tokio::test]
async fn the_table_of_hits() {
    let app = TestApp::shipped().await;
    let table = page(&app, "/sok?view=table&ended=include").await;
    assert_eq!(between(&table.html, "<th scope=\"row\">", "</th>").len(), 40);
    let heads = table.part("<table class=\"table dense hits\">", "</thead>");
    let names: Vec<String> =
        between(heads, "<th scope=\"col\"", "</th>").iter().map(|h| plain(h.split_once('>').unwrap().1)).collect();
    assert_eq!(
        names,
        ["Jämför", "Insats", "För vem", "Ålder", "Var", "Väg in", "Betalas av", "Status", "Kontrollerad"]
    );
    let by_name = links(heads).into_iter().find(|link| link.text == "Insats").unwrap();
    let sorted = page(&app, &by_name.url).await;
    let heads = sorted.part("<table class=\"table dense hits\">", "</thead>");
    assert_eq!(heads.matches("aria-sort=\"ascending\"").count(), 1);
    assert!(heads.contains("aria-sort=\"ascending\"><a"));
    // Every link to the same search keeps the view, except that to the cards.
    let kept = |link: &&Link| link.url.starts_with("/sok?") && link.text != "Kort";
    for link in links(sorted.part("<section id=\"resultat\"", "</section>")).iter().filter(kept) {
        assert!(link.url.contains("view=table"), "{} {}", link.text, link.url);
    }
    let cards = links(&sorted.html).into_iter().find(|link| link.text == "Kort").unwrap();
    assert_eq!(cards.url, "/sok?ended=include&sort=name");
    assert!(sorted.html.contains("<input type=\"hidden\" name=\"view\" value=\"table\">"), "the form keeps it too");
    let back = page(&app, &cards.url).await;
    assert!(!back.html.contains("<table") && back.html.contains("<article class=\"result-card\""));
    let file = links(&sorted.html).into_iter().find(|link| link.text == "Hämta som CSV").unwrap();
    assert_eq!(file.url, "/api/v1/export.csv?ended=include&sort=name");
}

#[tokio::test]
async fn the_file_contains_every_hit_of_the_page() {
    let app = TestApp::shipped().await;
    for path in ["/sok", "/sok?sort=name", "/sok?ended=include", "/sok?q=praktik", "/sok?municipality=0780&age=20"] {
        let found = page(&app, path).await;
        let file = links(&found.html).into_iter().find(|link| link.text == "Hämta som CSV").unwrap();
        let csv = page(&app, &file.url).await.html;
        assert_eq!(
            csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes()).records().count() as u64,
            found.hits(),
            "{path}"
        );
    }
}
