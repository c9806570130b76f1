//! `/`: the start. Every number is counted now; one that cannot be counted is left out.

use crate::app::AppState;
use crate::i18n::alphabetical;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::run_search::run_search;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::pages::places::{County, counties};
use crate::web::pages::search::landing::{municipality_page, saved, situation_page};
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::vocabulary::{Term, VocabularyName as V};
use index::{Facet, SearchQuery, Snapshot};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How long a review counts as new, in months.
const FRESH: i32 = 6;

#[derive(Template)]
#[template(path = "pages/start.html")]
struct StartPage {
    t: Translator,
    head: Head,
    total: u64,
    examples: Vec<(String, String)>,
    situations: Vec<Situation>,
    counties: Vec<County>,
    county_shown: String,
    municipalities: Vec<CountyLinks>,
    numbers: Vec<(String, String)>,
}

/// A saved search in the words of the one who is in it.
struct Situation {
    name: String,
    line: String,
    icon: String,
    url: String,
    count: String,
    unit: String,
}

/// A municipality with the number of interventions that one who lives there can get.
struct CountyLinks {
    name: String,
    url: String,
    count: String,
    unit: String,
}

/// Answers `GET /`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |index| {
        let counted = Counted { t: &t, snapshot: &index.snapshot, today };
        html(StatusCode::OK, &counted.page(parameters.get("county"))?)
    })
    .await
}

struct Counted<'a> {
    t: &'a Translator,
    snapshot: &'a Snapshot,
    today: Date,
}

impl Counted<'_> {
    fn page(&self, county: Option<&str>) -> Result<StartPage, Problem> {
        let (t, vocabularies) = (self.t, &*self.snapshot.vocabularies);
        let everything = self.snapshot.count(&only_facets(&["municipality", "organization"]), self.today)?;
        let facet = |name: &str| everything.facets.iter().find(|f| f.parameter == name);
        // What lists a municipality itself; the rest reaches it through its county or the nation.
        let mut direct = only_facets(&["municipality", "county"]);
        direct.variants.insert("reach");
        let direct = self.snapshot.count(&direct, self.today)?.facets;
        let own = |name: &str| direct.iter().find(|f| f.parameter == name);
        let county_shown = county
            .and_then(|given| vocabularies.get(V::Counties).resolve(given))
            .map(|term| term.code.clone())
            .or_else(|| own("county").and_then(|f| f.values.first()).map(|v| v.code.clone()))
            .or_else(|| vocabularies.get(V::Counties).terms().first().map(|term| term.code.clone()))
            .unwrap_or_default();
        let mut head = Head::new(t, &t.text("start-title"), Section::None, Some(vocabularies), self.today);
        head.canonical = Some(t.path("/"));
        Ok(StartPage {
            head,
            total: everything.total,
            examples: self.examples()?,
            situations: self.situations()?,
            municipalities: self.places(facet("municipality"), &county_shown),
            counties: counties(t, vocabularies),
            county_shown,
            numbers: self.numbers(everything.total, own("municipality"), facet("organization")),
            t: t.clone(),
        })
    }

    fn count(&self, query: &SearchQuery) -> Result<u64, Problem> {
        let query = SearchQuery { facets: BTreeSet::new(), ..query.clone() };
        Ok(self.snapshot.count(&query, self.today)?.total)
    }

    /// Searches to begin with; only those that find something.
    fn examples(&self) -> Result<Vec<(String, String)>, Problem> {
        let mut out = Vec::new();
        for words in self.t.text("start-example-words").split('|').map(str::trim) {
            let query = SearchQuery { text: words.to_owned(), ..SearchQuery::default() };
            if self.count(&query)? > 0 {
                out.push((self.t.record(words), self.t.search(&query)));
            }
        }
        Ok(out)
    }

    fn situations(&self) -> Result<Vec<Situation>, Problem> {
        let mut out = Vec::new();
        for term in self.snapshot.vocabularies.get(V::LifeSituations).terms() {
            let pairs: Vec<(String, String)> = saved(term).collect();
            let (query, _) = SearchQuery::parse(&pairs, &self.snapshot.vocabularies);
            let count = self.count(&query)?;
            if count > 0 {
                out.push(Situation {
                    name: self.t.label(term),
                    line: self.t.definition(term).unwrap_or_default(),
                    icon: term.icon.clone().unwrap_or_default(),
                    url: self.t.path(&situation_page(&term.code)),
                    count: self.t.number(count),
                    unit: self.t.count("unit", count),
                });
            }
        }
        Ok(out)
    }

    /// The municipalities of a county by name.
    fn places(&self, facet: Option<&Facet>, county: &str) -> Vec<CountyLinks> {
        let count = |code: &str| facet.and_then(|f| f.values.iter().find(|v| v.code == code)).map_or(0, |v| v.count);
        let Ok(county) = county.parse() else { return Vec::new() };
        let here = self.snapshot.vocabularies.municipalities_of(county);
        let place = |term: &Term| CountyLinks {
            name: self.t.label(term),
            url: self.t.path(&municipality_page(&term.code)),
            count: self.t.number(count(&term.code)),
            unit: self.t.count("unit", count(&term.code)),
        };
        let mut places: Vec<CountyLinks> = here.filter(|term| count(&term.code) > 0).map(place).collect();
        places.sort_by_key(|place| alphabetical(&place.name));
        places
    }

    fn numbers(&self, total: u64, own: Option<&Facet>, organizations: Option<&Facet>) -> Vec<(String, String)> {
        let values = |facet: Option<&Facet>| facet.map_or(0, |f| f.values.len() as u64);
        let counted = |key: &str, count: u64| (count > 0).then(|| (self.t.number(count), self.t.count(key, count)));
        let reviewed = self.snapshot.reviewed_since(self.today.saturating_sub(FRESH.months()), self.today);
        // Rounded down, so that "100 %" is said of all alone.
        let share = (reviewed * 100).checked_div(total).filter(|share| *share > 0);
        [
            counted("number-total", total),
            counted("number-municipalities", values(own)),
            share.map(|share| (self.t.with("number-percent", "share", share), self.t.text("number-reviewed"))),
            counted("number-organizations", values(organizations)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn only_facets(facets: &[&'static str]) -> SearchQuery {
    SearchQuery { facets: facets.iter().copied().collect(), ..SearchQuery::default() }
}
