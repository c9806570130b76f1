//! The search inside the pages of others (`/inbaddat/sok`), and the page that says how to put it
//! there (`/inbaddat`).

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site, query_string};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::pages::search::card::Card;
use crate::web::pages::search::{Shortlist, UnderstoodSearch, active_filters, parameter_errors};
use crate::web::present::translator::{Safe, Translator};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use jiff::civil::Date;

/// So many hits are shown.
const HITS: usize = 3;
/// The height of the frame where no script sets it, in pixels.
const HEIGHT: u32 = 760;

#[derive(Template)]
#[template(path = "pages/embed.html")]
struct EmbedPage {
    t: Translator,
    head: Head,
    embedded: Embedded,
}

/// What the frame shows.
struct Embedded {
    heading: String,
    words: String,
    /// The filters that the form keeps.
    hidden: Vec<(&'static str, String)>,
    fault: bool,
    cards: Vec<Card>,
    /// All hits, in the catalogue itself.
    all: (String, String),
}

#[derive(Template)]
#[template(path = "pages/embed-how-to.html")]
struct HowToPage {
    t: Translator,
    head: Head,
    municipalities: Vec<ActiveFilter>,
    groups: Vec<ActiveFilter>,
    languages: Vec<ActiveFilter>,
    /// Parts of the page to copy: with a frame alone, and with the script.
    frame: String,
    script: String,
    embedded: Embedded,
}

/// One entry of a menu.
struct ActiveFilter {
    value: String,
    label: String,
    selected: bool,
}

/// Answers `GET /inbaddat/sok`: the same parameters as `/sok`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |index| {
        let embedded = Embedded::find(&index, &t, &parameters, today)?;
        let vocabularies = &index.snapshot.vocabularies;
        let mut head = Head::new(&t, &embedded.heading, Section::None, Some(vocabularies), today);
        head.noindex = true;
        let status = if embedded.fault { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        html(status, &EmbedPage { t, head, embedded })
    })
    .await
}

/// Answers `GET /inbaddat`: a form, what it gives, and the code to copy.
pub(crate) async fn how_to(
    State(state): State<AppState>,
    Site(site): Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |index| how_to_page(&index, t, &site, &parameters, today)).await
}

fn how_to_page(
    index: &SearchIndex,
    t: Translator,
    site: &str,
    parameters: &Parameters,
    today: Date,
) -> Result<Response, Problem> {
    const CHOSEN: [&str; 3] = ["municipality", "target_group", "lang"];
    let snapshot = &index.snapshot;
    let chosen = CHOSEN.iter().filter_map(|name| Some(((*name).to_owned(), parameters.get(name)?.to_owned())));
    let chosen = Parameters(chosen.collect());
    let embedded = Embedded::find(index, &t, &chosen, today)?;
    let query = query_string(chosen.0.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let mut head = Head::new(&t, &t.text("embed-how"), Section::None, Some(&snapshot.vocabularies), today);
    head.canonical = Some(t.path("/inbaddat"));
    let term = |vocabulary: V, parameter: &str| -> Vec<ActiveFilter> {
        let given = parameters.get(parameter).unwrap_or_default();
        let terms = snapshot.vocabularies.get(vocabulary).terms().iter();
        let choice = |term: &catalogue::vocabulary::Term| ActiveFilter {
            value: term.code.clone(),
            label: t.label(term),
            selected: term.code == given,
        };
        let mut all: Vec<ActiveFilter> = terms.map(choice).collect();
        all.sort_by_cached_key(|choice| crate::i18n::alphabetical(&choice.label));
        all
    };
    let language = |language: crate::web::present::translator::Language| ActiveFilter {
        value: language.lang.code().to_owned(),
        label: language.lang.name().to_owned(),
        selected: language.current,
    };
    let code = Code { site, query: &query, title: &embedded.heading, link: t.with("title", "page", &embedded.heading) };
    let page = HowToPage {
        municipalities: term(V::Municipalities, "municipality"),
        groups: term(V::TargetGroups, "target_group"),
        languages: t.languages().into_iter().map(language).collect(),
        frame: code.frame(),
        script: code.script(),
        head,
        embedded,
        t,
    };
    html(StatusCode::OK, &page)
}

impl Embedded {
    fn find(
        SearchIndex { snapshot, .. }: &SearchIndex,
        t: &Translator,
        parameters: &Parameters,
        today: Date,
    ) -> Result<Self, Problem> {
        let (query, faults, _) = parameter_errors::read(parameters, &snapshot.vocabularies);
        let query = SearchQuery { page: 1, per_page: SearchQuery::default().per_page, ..query };
        let shown = SearchQuery { per_page: HITS, facets: std::collections::BTreeSet::new(), ..query.clone() };
        let results = snapshot.search(&shown, today)?;
        let asked = UnderstoodSearch { t, snapshot, query: &query, today };
        let heading = match active_filters::places(&asked) {
            Some(places) => t.with("embed-heading-in", "place", places),
            None => t.text("embed-heading"),
        };
        let all = if results.total == 0 {
            (t.text("embed-none-all"), t.path("/sok"))
        } else {
            (t.count("embed-all", results.total), t.search(&query))
        };
        let hidden = query.to_pairs().into_iter().filter(|(name, _)| *name != "q").collect();
        Ok(Self {
            heading,
            words: query.text.clone(),
            hidden,
            fault: !faults.is_empty(),
            cards: crate::web::pages::search::cards(
                asked.words(),
                &crate::web::pages::search::in_their_language(&asked, results.hits),
                &Shortlist(&[]),
            ),
            all,
        })
    }
}

/// What others paste into their pages.
struct Code<'a> {
    site: &'a str,
    query: &'a str,
    title: &'a str,
    link: String,
}

impl Code<'_> {
    /// The address with the parameters that are chosen.
    fn url(&self, path: &str) -> Safe {
        let mark = if self.query.is_empty() { "" } else { "?" };
        Safe::escaped(&format!("{}{path}{mark}{}", self.site, self.query))
    }

    /// A link beside the frame, which the script takes away once the frame is there. What is pasted stands for
    /// years: it says no number.
    fn link(&self) -> String {
        format!("<a href=\"{}\">{}</a>", self.url("/sok"), Safe::escaped(&self.link))
    }

    fn frame(&self) -> String {
        let (url, title, link) = (self.url("/inbaddat/sok"), Safe::escaped(self.title), self.link());
        format!(
            "<iframe src=\"{url}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"{HEIGHT}\"></iframe>\n<p>{link}</p>"
        )
    }

    fn script(&self) -> String {
        let (site, query, title) = (Safe::escaped(self.site), Safe::escaped(self.query), Safe::escaped(self.title));
        let link = self.link();
        format!(
            "<div>\n  <script src=\"{site}/static/embed.js\" data-query=\"{query}\" data-title=\"{title}\" async></script>\n  <p>{link}</p>\n</div>"
        )
    }
}
