//! `/oversikt`: every count links to the search with that number of hits.

use super::html::{Link, Page, between, links, page, plain};
use super::support::{TestApp, text};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::json;
use std::collections::BTreeMap;

fn table(page: &Page) -> &str {
    page.part("<table class=\"table matrix\">", "</table>")
}

/// The cells of the table, each with its count.
fn cells(page: &Page) -> Vec<(Link, u64)> {
    let body = table(page).split("<tbody>").nth(1).unwrap();
    links(body).into_iter().map(|link| (link.clone(), link.text.replace(' ', "").parse().unwrap())).collect()
}

/// The total of the whole table, in the last row. The total is the first cell of a row.
fn total(page: &Page) -> u64 {
    let columns = between(table(page), "<th scope=\"col\">", "</th>").len() - 1;
    cells(page).iter().rev().nth(columns - 1).unwrap().1
}

/// The number of gaps in the figures at the top.
fn gap_count(page: &Page) -> u64 {
    let stats = page.part("<ul class=\"statistics\">", "</ul>");
    plain(between(stats, "<b>", "</b>")[1]).replace(' ', "").parse().unwrap()
}

async fn follow(app: &TestApp, counted: &[(Link, u64)]) {
    let mut known: BTreeMap<String, u64> = BTreeMap::new();
    for (link, count) in counted {
        if !known.contains_key(&link.url) {
            let found = page(app, &link.url).await;
            assert_eq!(found.status, StatusCode::OK, "{}", link.url);
            known.insert(link.url.clone(), found.hits());
        }
        assert_eq!(known[&link.url], *count, "{} of {}", link.attributes, link.url);
    }
}

#[tokio::test]
async fn every_cell_of_a_county_links_to_so_many_hits() {
    let app = TestApp::shipped().await;
    let county = page(&app, "/oversikt?county=07").await;
    let cells = cells(&county);
    let columns = between(table(&county), "<th scope=\"col\">", "</th>").len() - 1;
    assert_eq!(cells.len(), 9 * columns, "eight municipalities and their sum");
    follow(&app, &cells).await;
    // The map shows the same totals.
    let areas = links(county.part("<figure class=\"map\">", "</figure>"));
    assert_eq!(areas.len(), 8);
    let all: Vec<&(Link, u64)> = cells.iter().step_by(columns).collect();
    for (area, (cell, count)) in areas.iter().zip(&all) {
        assert_eq!(area.url, cell.url);
        assert!(area.text.contains(&format!(", {count} insatser")), "{}", area.text);
    }
    for name in [
        " insatser för nya i Sverige i Alvesta\"",
        "\"1 insats: Behöver lära sig svenska, i Alvesta\"",
        "\"0 insatser: Inte redo för Arbetsförmedlingens insatser, i Alvesta\"",
        "\"2 insatser i Alvesta utan uppgift om målgrupp\"",
    ] {
        assert!(table(&county).contains(name), "names are read out whole: {name}");
    }
    assert!(table(&county).contains("<th scope=\"col\">Inlärnings\u{ad}svårigheter</th>"), "long words may break");
}

#[tokio::test]
async fn a_table_too_large_for_a_phone_comes_in_parts() {
    let app = TestApp::shipped().await;
    let heads = |page: &Page| -> Vec<String> {
        between(table(page), "<th scope=\"col\">", "</th>")[2..].iter().map(|head| plain(head)).collect()
    };
    let sums = |page: &Page| -> Vec<u64> {
        let cells = cells(page);
        cells[cells.len() - heads(page).len()..].iter().map(|(_, count)| *count).collect()
    };
    let first = page(&app, "/oversikt?county=12").await;
    let nav = |page: &Page| page.part("<nav id=\"kolumner\"", "</nav>").to_owned();
    let others = links(&nav(&first));
    assert!(!others.is_empty());
    let mut shown = vec![first];
    for other in &others {
        shown.push(page(&app, &other.url).await);
    }
    // Together, the pages of columns have all columns of the CSV file.
    let file = page(&app, "/oversikt.csv?county=12").await;
    let whole = file.html.lines().next().unwrap().split(';').map(str::to_owned);
    let mut whole: Vec<String> = whole.skip(1).filter(|head| head != "Alla").collect();
    let mut all: Vec<String> = shown.iter().flat_map(&heads).map(|head| head.replace('\u{ad}', "")).collect();
    let count = all.len();
    whole.sort();
    all.sort();
    assert_eq!(all, whole);
    for (at, part) in shown.iter().enumerate() {
        follow(&app, &cells(part)).await;
        // Every page names all columns with their totals, and links to the other pages.
        for (head, sum) in shown.iter().flat_map(|part| heads(part).into_iter().zip(sums(part))) {
            assert!(plain(&nav(part)).contains(&format!("{} ({sum})", head.replace('\u{ad}', ""))), "{head}");
        }
        assert_eq!(links(&nav(part)).len(), others.len());
        let said = format!("Tabellen visar kolumn {}", 1 + shown[..at].iter().map(|p| heads(p).len()).sum::<usize>());
        assert!(part.text().contains(&said) && part.text().contains(&format!(" av {count}. De med flest")), "{said}");
        // The figures at the top and the gaps are those of the whole table.
        let numbers = |page: &Page| page.part("<ul class=\"statistics\">", "</ul>").to_owned();
        assert_eq!(numbers(part), numbers(&shown[0]));
        // Pages are in descending order of column totals.
        if let Some(next) = shown.get(at + 1) {
            assert!(sums(part).iter().min() >= sums(next).iter().max());
        }
    }
    // A page after the last one shows the last one, and the form does not keep the page.
    let beyond = page(&app, "/oversikt?county=12&page=99").await;
    assert_eq!(heads(&beyond), heads(shown.last().unwrap()));
    assert_eq!(heads(&page(&app, "/oversikt?county=12&page=99999").await), heads(&beyond));
    assert!(!beyond.part("<form class=\"row", "</form>").contains("page"));
    assert_eq!(page(&app, "/oversikt?county=12&page=noll").await.status, StatusCode::BAD_REQUEST);
    // A small table is not split into pages.
    assert!(!page(&app, "/oversikt?county=07").await.html.contains("id=\"kolumner\""));
}

#[tokio::test]
async fn cells_link_to_so_many_hits_with_every_filter() {
    let app = TestApp::shipped().await;
    for path in [
        "/oversikt?county=12&reach=direct&age=16-24&columns=kind",
        "/oversikt?county=Kronoberg&target_group=unga&method=not_stated",
        "/oversikt?county=07&q=praktik+i+V%C3%A4xj%C3%B6&columns=activity",
        "/oversikt?municipality=0780&municipality=0862&columns=referral&ended=include&funder_type=not_stated",
    ] {
        let shown = page(&app, path).await;
        let cells = cells(&shown);
        assert!(cells.iter().any(|(_, count)| *count > 0), "{path}");
        let step = cells.len().div_ceil(60);
        follow(&app, &cells.into_iter().step_by(step).collect::<Vec<_>>()).await;
    }
}

#[tokio::test]
async fn gaps_are_marked_counted_and_link_to_the_nearest() {
    let app = TestApp::shipped().await;
    let county = page(&app, "/oversikt?county=07").await;
    let cells = cells(&county);
    let empty = cells.iter().filter(|(_, count)| *count == 0).count();
    assert!(empty > 0, "the shipped catalogue has gaps");
    for (link, count) in &cells {
        assert_eq!(link.attributes.contains("class=\"gap\""), *count == 0, "{}", link.attributes);
    }
    assert!(county.text().contains("0, lucka"));
    // A column without any intervention is left out, and counts as a gap in each of the eight municipalities.
    let nowhere = links(county.part("Här finns inga insatser alls för:", "</p>"));
    assert!(!nowhere.is_empty());
    let count = empty + 8 * nowhere.len();
    assert!(county.text().contains(&format!("{count} luckor: ingen insats alls")));
    let gaps = links(county.part("<ul class=\"gap-list\">", "</section>"));
    for (link, column) in gaps.iter().filter(|link| link.text.starts_with("Saknas i hela länet: ")).zip(&nowhere) {
        assert!(nowhere.iter().any(|other| other.url == link.url), "{} and {}", link.url, column.url);
        follow(&app, &[(link.clone(), 0)]).await;
    }
    assert!(gaps[0].text.starts_with("Saknas i hela länet: "), "first what is nowhere: {}", gaps[0].text);
    let left_out = gaps.last().unwrap();
    assert_eq!(left_out.url, "#matris");
    let listed = gaps.iter().filter(|link| !link.text.starts_with("Visa")).count() - 1;
    let whole = gaps.iter().filter(|link| link.text.starts_with("Saknas i hela länet: ")).count();
    assert_eq!(left_out.text, format!("{} luckor till. Se tabellen och texten under den.", count - listed - 7 * whole));
    let near: Vec<&Link> = gaps.iter().filter(|link| link.text.starts_with("Visa insatser i")).collect();
    assert!(!near.is_empty());
    for link in near {
        let count: u64 = between(&link.text, "(", ")")[0].parse().unwrap();
        assert!(count > 0);
        follow(&app, &[(link.clone(), count)]).await;
    }
    let wide = page(&app, &cells.iter().find(|(_, count)| *count == 0).unwrap().0.url).await;
    assert!(wide.text().contains("Prova något av det här:"), "a gap is no dead end");
}

#[tokio::test]
async fn the_sums_and_the_numbers() {
    let app = TestApp::shipped().await;
    let county = page(&app, "/oversikt?county=07").await;
    let said = county.text();
    assert!(said.contains("Översikt: Kronobergs län"));
    assert!(said.contains("Därför blir summan av rutorna större än totalen."));
    let stats = county.part("<ul class=\"statistics\">", "</ul>");
    let total: u64 = plain(between(stats, "<b>", "</b>")[0]).parse().unwrap();
    follow(&app, &[(links(stats)[0].clone(), total)]).await;
    assert_eq!(self::total(&county), total);
    assert!(county.html.contains("<title>Översikt: Kronobergs län – "));
    let local = page(&app, "/oversikt?county=07&reach=direct").await;
    let local_total = self::total(&local);
    assert!(local_total < total, "{local_total} of {total} are local");
    assert!(local.html.contains("name=\"reach\" value=\"direct\" checked"));
}

#[tokio::test]
async fn the_whole_country_has_every_county() {
    let app = TestApp::shipped().await;
    for path in ["/oversikt", "/oversikt?reach=direct"] {
        let country = page(&app, path).await;
        assert_eq!(links(country.part("<figure class=\"map tall\">", "</figure>")).len(), 21, "{path}");
        let rows = between(table(&country), "<th scope=\"row\">", "</th>");
        assert_eq!(rows.iter().filter(|row| row.ends_with(" län")).count(), 21, "{path}");
        assert!(country.html.contains(">Norrbotten</text>"), "{path}");
        let cells = cells(&country);
        let step = cells.len().div_ceil(70);
        follow(&app, &cells.into_iter().step_by(step).collect::<Vec<_>>()).await;
    }
}

#[tokio::test]
async fn places_without_interventions_are_striped_on_the_map() {
    let app = TestApp::shipped().await;
    let local = page(&app, "/oversikt?county=14&reach=direct").await;
    let map = local.part("<figure class=\"map\">", "</figure>");
    let empty = links(map).iter().filter(|area| area.text.contains(", 0 insatser")).count();
    assert!(empty > 0);
    assert_eq!(map.matches("<path class=\"gap\" fill=\"url(#rand)\"").count(), empty);
    assert_eq!(map.matches("<pattern id=\"rand\"").count(), 1);
    assert!(!page(&app, "/oversikt?county=07").await.html.contains("<pattern"), "where nothing needs it");
}

#[tokio::test]
async fn a_county_without_interventions_of_its_own() {
    let app = TestApp::shipped().await;
    let said = page(&app, "/oversikt?county=23").await.text();
    assert!(said.contains("Den insats som räknas här gäller hela landet."));
    assert!(said.contains("Det finns inga insatser i Jämtlands län än."));
    let said = page(&app, "/oversikt?county=23&reach=direct").await.text();
    assert!(said.contains("Inga insatser är bara för Jämtlands län.") && said.contains("En insats gäller även här."));
    let wider = links(page(&app, "/oversikt?county=23&reach=direct").await.part("data-color=\"info\"", "</div>"));
    assert_eq!(wider[0].url, "/oversikt?county=23");
    assert!(!page(&app, "/oversikt?county=07").await.text().contains("Det finns inga insatser i"));
    let empty = TestApp::with(&[]).await;
    let said = page(&empty, "/oversikt").await;
    assert_eq!(said.status, StatusCode::OK);
    assert!(said.text().contains("Katalogen är tom just nu."));
}

#[tokio::test]
async fn an_empty_column_is_a_gap_of_every_place() {
    let app = TestApp::shipped().await;
    let named = |page: &Page| links(page.part("<ul class=\"gap-list\">", "</section>"))[0].text.clone();
    // One column has an intervention for the whole country. All other columns are gaps in eight municipalities.
    let county = page(&app, "/oversikt?county=23").await;
    let nowhere = links(county.part("Här finns inga insatser alls för:", "</p>")).len() as u64;
    assert_eq!((gap_count(&county), nowhere > 10), (8 * nowhere, true));
    assert!(named(&county).starts_with("Saknas i hela länet: "));
    assert!(county.text().contains("Visa insatser i hela landet ("));
    // A chosen target group without interventions has a column of zeros.
    let chosen = page(&app, "/oversikt?county=07&target_group=beroende").await;
    assert_eq!((gap_count(&chosen), named(&chosen).as_str()), (8, "Saknas i hela länet: Beroende"));
    let one = page(&app, "/oversikt?municipality=0780&target_group=beroende").await;
    assert_eq!((gap_count(&one), named(&one).as_str()), (1, "Saknas i Växjö: Beroende"));
    let two = page(&app, "/oversikt?municipality=0780&municipality=0760&target_group=beroende").await;
    assert_eq!((gap_count(&two), named(&two).as_str()), (2, "Saknas i alla valda kommuner: Beroende"));
    assert!(table(&two).contains("<th scope=\"row\">Valda kommuner</th>"));
    let everywhere = page(&app, "/oversikt?q=skuldr%C3%A5dgivning&columns=kind").await;
    assert!(named(&everywhere).starts_with("Saknas i hela landet: "), "{}", named(&everywhere));
}

#[tokio::test]
async fn interventions_that_end_soon_and_stale_ones() {
    let record = |id: &str, end: &str, reviewed: &str| {
        json!({
            "id": id, "name": format!("Insats {id}"), "coverage": ["0780"], "target_groups": ["unga"],
            "organizations": [{"id": "esf", "role": "funder"}], "period": {"end": end}, "last_reviewed": reviewed,
        })
    };
    let mut overdue = record("f", "2030", "2026-11-01");
    overdue["review_by"] = json!("2026-11-21");
    // The date in the tests is 2026-11-22.
    let app = TestApp::with(&[
        record("a", "2026-11-21", "2026-11-01"),
        record("b", "2026-11-22", "2025-11-22"),
        record("c", "2027-05", "2025-11-21"),
        record("d", "2027-05-22", "2026-11-01"),
        record("e", "2027-02", "2026-11-01"),
        overdue,
        json!({"id": "g", "name": "Insats g", "coverage": ["0780"], "target_groups": ["unga"]}),
    ])
    .await;
    let county = page(&app, "/oversikt?county=07").await;
    let ending = between(county.part("<section id=\"slutar\"", "</section>"), "<th scope=\"row\">", "</th>");
    let names: Vec<String> = ending.iter().map(|name| plain(name)).collect();
    assert_eq!(names, ["Insats b", "Insats e", "Insats d"], "the last day of a month, and the last day itself");
    let said = county.text();
    assert!(said.contains("3 slutar inom 6 månader"), "{said}");
    assert!(said.contains("22 maj 2027") && said.contains("Europeiska socialfonden (ESF)"));
    assert!(said.contains("3 behöver kontrolleras"), "an old review, an overdue one and none");
    assert!(said.contains("6 insatser som inte är avslutade"));
}

#[tokio::test]
async fn the_table_as_a_file() {
    let app = TestApp::shipped().await;
    let county = page(&app, "/oversikt?county=07&columns=kind&age=20").await;
    let button = links(county.part("<div class=\"tools\">", "</div>")).remove(0);
    assert_eq!(
        (button.text.as_str(), button.url.as_str()),
        ("Hämta som CSV", "/oversikt.csv?age=20&county=07&columns=kind")
    );
    let response = app.send(super::support::request(Method::GET, &button.url, &[], Body::empty())).await;
    assert_eq!(text(response.headers(), "content-type"), "text/csv; charset=utf-8");
    assert!(text(response.headers(), "content-disposition").contains("oversikt.csv"));
    let file = String::from_utf8(super::support::bytes(response).await).unwrap();
    let rows: Vec<Vec<&str>> = file.trim_start_matches('\u{feff}').lines().map(|l| l.split(';').collect()).collect();
    assert_eq!((rows[0][0], rows[0].last()), ("Kommun", Some(&"Alla")));
    assert_eq!((rows[1][0], rows[9][0], rows.len()), ("Alvesta", "Hela länet", 10));
    let numbers: Vec<u64> = rows[1..].iter().flat_map(|row| row[1..].iter().map(|n| n.parse().unwrap())).collect();
    // On the page, the total is the first cell of a row.
    let shown: Vec<u64> = cells(&county).into_iter().map(|(_, count)| count).collect();
    let last_first = |row: &[u64]| [&row[row.len() - 1..], &row[..row.len() - 1]].concat();
    assert_eq!(numbers.chunks(rows[0].len() - 1).flat_map(last_first).collect::<Vec<_>>(), shown);
}

#[tokio::test]
async fn faults_are_named_and_the_rest_is_shown() {
    let app = TestApp::shipped().await;
    let faulty = page(&app, "/oversikt?county=07&columns=metod&age=abc").await;
    assert_eq!(faulty.status, StatusCode::BAD_REQUEST);
    assert!(faulty.html.contains("<title>Fel: Översikt"));
    let said = faulty.text();
    assert!(said.contains("Vi förstod inte ålder ”abc”.") && said.contains("Vi förstod inte ”metod” (Kolumner)."));
    assert!(said.contains("Växjö"), "the rest is shown");
    assert_eq!(page(&app, "/oversikt.csv?columns=metod").await.status, StatusCode::BAD_REQUEST);
    // Active filters without a control are kept, and can be removed.
    let narrowed = page(&app, "/oversikt?county=07&q=coach&level=individual&lang=sv").await;
    let chips = links(narrowed.part("<ul class=\"chips\"", "</ul>"));
    assert_eq!(
        chips.iter().map(|chip| chip.url.as_str()).collect::<Vec<_>>(),
        ["/oversikt?county=07&level=individual", "/oversikt?q=coach&county=07"]
    );
    assert!(narrowed.html.contains("<input type=\"hidden\" name=\"level\" value=\"individual\">"));
}
