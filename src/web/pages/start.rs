//! `/`: the start page. All numbers are counted during the request; a number that is 0 is left out.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::pages::components::county_menu::{CountyMenu, county_menus};
use crate::web::pages::components::landing_paths::{municipality_path, situation_parameters, situation_path};
use crate::web::pages::components::links::TextLink;
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::present::filters;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::field::parameter::{COUNTY, MUNICIPALITY, ORGANIZATION, REACH};
use catalogue::vocabulary::{Term, VocabularyName as V};
use index::{Facet, SearchQuery, Snapshot};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;
use swedish::collation;

/// A review is recent for this number of months.
const RECENT_MONTHS: i32 = 6;

#[derive(Template)]
#[template(path = "pages/start.html")]
struct StartPage {
    t: Translator,
    head: Head,
    total: u64,
    examples: Vec<TextLink>,
    situations: Vec<SituationTile>,
    counties: Vec<CountyMenu>,
    county_shown: String,
    municipalities: Vec<MunicipalityLink>,
    numbers: Vec<Statistic>,
}

/// A life situation with the number of hits of its search.
struct SituationTile {
    name: String,
    line: String,
    icon: String,
    url: String,
    count: String,
    unit: String,
}

/// A municipality with the number of interventions that cover it.
struct MunicipalityLink {
    name: String,
    url: String,
    count: String,
    unit: String,
}

/// A figure about the catalogue with its unit.
struct Statistic {
    number: String,
    text: String,
}

/// Answers `GET /`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let request = SearchRequest::read(&t, &parameters, &snapshot.vocabularies);
        let counts = StartCounts { t: &t, snapshot: &snapshot, today };
        html(StatusCode::OK, &counts.page(&request)?)
    })
    .await
}

/// Counts the figures of the page.
struct StartCounts<'a> {
    t: &'a Translator,
    snapshot: &'a Snapshot,
    today: Date,
}

impl StartCounts<'_> {
    fn page(&self, request: &SearchRequest) -> Result<StartPage, Problem> {
        let (t, vocabularies) = (self.t, &*self.snapshot.vocabularies);
        let everything = index::count(self.snapshot, &only_facets(&[MUNICIPALITY, ORGANIZATION]), self.today)?;
        let facet = |name: &str| everything.facets.iter().find(|f| f.parameter == name);
        // Counts records that list a municipality themselves; other records cover it through its county or the whole
        // country.
        let mut direct = only_facets(&[MUNICIPALITY, COUNTY]);
        direct.variants.insert(REACH);
        let direct = index::count(self.snapshot, &direct, self.today)?.facets;
        let direct_facet = |name: &str| direct.iter().find(|f| f.parameter == name);
        let chosen = request.query.filters.get(COUNTY).and_then(|chosen| chosen.codes.first());
        let county_shown = chosen
            .cloned()
            .or_else(|| direct_facet(COUNTY).and_then(|f| f.values.first()).map(|v| v.code.clone()))
            .or_else(|| vocabularies.get(V::Counties).terms().first().map(|term| term.code.clone()))
            .unwrap_or_default();
        let mut head = Head::new(t, &t.text("start-title"), Section::None, Some(vocabularies), self.today);
        head.canonical = Some(t.path("/"));
        Ok(StartPage {
            head,
            total: everything.total,
            examples: self.examples()?,
            situations: self.situations()?,
            municipalities: self.municipalities(facet(MUNICIPALITY), &county_shown),
            counties: county_menus(t, vocabularies),
            county_shown,
            numbers: self.statistics(everything.total, direct_facet(MUNICIPALITY), facet(ORGANIZATION)),
            t: t.clone(),
        })
    }

    fn count(&self, query: &SearchQuery) -> Result<u64, Problem> {
        let query = SearchQuery { facets: BTreeSet::new(), ..query.clone() };
        Ok(index::count(self.snapshot, &query, self.today)?.total)
    }

    /// Example searches, without those that have no hits.
    fn examples(&self) -> Result<Vec<TextLink>, Problem> {
        let mut out = Vec::new();
        for words in self.t.text("start-example-words").split('|').map(str::trim) {
            let query = SearchQuery { text: words.to_owned(), ..SearchQuery::default() };
            if self.count(&query)? > 0 {
                out.push(TextLink::new(self.t.record(words), self.t.search(&query)));
            }
        }
        Ok(out)
    }

    fn situations(&self) -> Result<Vec<SituationTile>, Problem> {
        let mut out = Vec::new();
        for term in self.snapshot.vocabularies.get(V::LifeSituations).terms() {
            let pairs: Vec<(String, String)> = situation_parameters(term).collect();
            let (query, _) = SearchQuery::parse(&pairs, &self.snapshot.vocabularies);
            let count = self.count(&query)?;
            if count > 0 {
                out.push(SituationTile {
                    name: self.t.label(term),
                    line: self.t.definition(term).unwrap_or_default(),
                    icon: term.icon.clone().unwrap_or_default(),
                    url: self.t.path(&situation_path(&term.code)),
                    count: self.t.number(count),
                    unit: self.t.count("unit", count),
                });
            }
        }
        Ok(out)
    }

    /// The municipalities of a county that have hits, ordered by name.
    fn municipalities(&self, facet: Option<&Facet>, county: &str) -> Vec<MunicipalityLink> {
        let count = |code: &str| facet.and_then(|f| f.values.iter().find(|v| v.code == code)).map_or(0, |v| v.count);
        let Ok(county) = county.parse() else { return Vec::new() };
        let in_county = self.snapshot.vocabularies.municipalities_of(county);
        let link = |term: &Term| MunicipalityLink {
            name: self.t.label(term),
            url: self.t.path(&municipality_path(&term.code)),
            count: self.t.number(count(&term.code)),
            unit: self.t.count("unit", count(&term.code)),
        };
        let mut links: Vec<MunicipalityLink> = in_county.filter(|term| count(&term.code) > 0).map(link).collect();
        links.sort_by_cached_key(|link| collation::sort_key(&link.name));
        links
    }

    fn statistics(&self, total: u64, municipalities: Option<&Facet>, organizations: Option<&Facet>) -> Vec<Statistic> {
        let values = |facet: Option<&Facet>| facet.map_or(0, |f| f.values.len() as u64);
        let statistic = |number: String, text: String| Statistic { number, text };
        let counted =
            |key: &str, count: u64| (count > 0).then(|| statistic(self.t.number(count), self.t.count(key, count)));
        let reviewed =
            index::reviewed_since(self.snapshot, self.today.saturating_sub(RECENT_MONTHS.months()), self.today);
        // Rounded down, so that 100 % means all.
        let share = (reviewed * 100).checked_div(total).filter(|share| *share > 0);
        [
            counted("number-total", total),
            counted("number-municipalities", values(municipalities)),
            share.map(|share| statistic(self.t.with("number-percent", "share", share), self.t.text("number-reviewed"))),
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
