//! The search for embedding in pages of other sites (`/inbaddat/sok`), and the page that generates the code for it
//! (`/inbaddat`).

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site, query_string};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::links::{HiddenField, TextLink};
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::pages::components::shortlist::Shortlist;
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::pages::search::card::{Card, cards, mark_foreign};
use crate::web::present::active_filters::places_label;
use crate::web::present::filters;
use crate::web::present::search_context::{SearchContext, TypedSearch, UnderstoodSearch};
use crate::web::present::translator::{LanguageLink, Translator};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalogue::field::parameter;
use catalogue::vocabulary::{Term, VocabularyName as V};
use index::query::DEFAULT_PER_PAGE;
use index::query::parameter_name::{LANG, Q};
use index::{SearchQuery, Snapshot};
use jiff::civil::Date;
use std::collections::BTreeSet;
use swedish::collation;

/// Maximum number of displayed hits.
const HITS: usize = 3;
/// Height of the `<iframe>` in pixels, until a script sets it.
const HEIGHT: u32 = 760;

/// The path of the page that generates the code.
const BUILDER_PATH: &str = "/inbaddat";
/// The path of the embedded page.
const FRAME_PATH: &str = "/inbaddat/sok";

/// The parameters that the form of the page sets for the embedded search.
const CHOSEN: [&str; 3] = [parameter::MUNICIPALITY, parameter::TARGET_GROUP, LANG];

#[derive(Template)]
#[template(path = "pages/embed.html")]
struct EmbedPage {
    t: Translator,
    head: Head,
    embedded: EmbeddedSearch,
}

/// The content of the `<iframe>`.
struct EmbeddedSearch {
    heading: String,
    words: String,
    /// The filters, as hidden fields of the form.
    hidden: Vec<HiddenField>,
    fault: bool,
    cards: Vec<Card>,
    /// Link to all hits in the catalogue.
    all: TextLink,
}

#[derive(Template)]
#[template(path = "pages/embed-how-to.html")]
struct EmbedBuilderPage {
    t: Translator,
    head: Head,
    municipalities: Vec<EmbedOption>,
    groups: Vec<EmbedOption>,
    languages: Vec<EmbedOption>,
    /// Code to copy: an `<iframe>`.
    frame: String,
    /// Code to copy: a `<script>` that creates the `<iframe>`.
    script: String,
    embedded: EmbeddedSearch,
}

/// An `<option>`.
struct EmbedOption {
    value: String,
    label: String,
    selected: bool,
}

/// Answers `GET /inbaddat/sok`, which accepts the parameters of `/sok`.
pub(crate) async fn show(State(state): State<AppState>, parameters: Parameters) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let embedded = EmbeddedSearch::find(&snapshot, &t, &parameters, today)?;
        let mut head = Head::new(&t, &embedded.heading, Section::None, Some(&snapshot.vocabularies), today);
        head.noindex = true;
        let status = if embedded.fault { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        html(status, &EmbedPage { t, head, embedded })
    })
    .await
}

/// Answers `GET /inbaddat`: a form, a preview, and the code to copy.
pub(crate) async fn how_to(
    State(state): State<AppState>,
    Site(site): Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| builder_page(&snapshot, t, &site, &parameters, today)).await
}

fn builder_page(
    snapshot: &Snapshot,
    t: Translator,
    site: &str,
    parameters: &Parameters,
    today: Date,
) -> Result<Response, Problem> {
    let chosen = CHOSEN.iter().filter_map(|name| Some(((*name).to_owned(), parameters.get(name)?.to_owned())));
    let chosen = Parameters(chosen.collect());
    let embedded = EmbeddedSearch::find(snapshot, &t, &chosen, today)?;
    let query = query_string(chosen.0.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let mut head = Head::new(&t, &t.text("embed-how"), Section::None, Some(&snapshot.vocabularies), today);
    head.canonical = Some(t.path(BUILDER_PATH));
    let options = |vocabulary: V, parameter: &str| -> Vec<EmbedOption> {
        let given = parameters.get(parameter).unwrap_or_default();
        let terms = snapshot.vocabularies.get(vocabulary).terms().iter();
        let option =
            |term: &Term| EmbedOption { value: term.code.clone(), label: t.label(term), selected: term.code == given };
        let mut all: Vec<EmbedOption> = terms.map(option).collect();
        all.sort_by_cached_key(|option| collation::sort_key(&option.label));
        all
    };
    let language = |language: LanguageLink| EmbedOption {
        value: language.lang.code().to_owned(),
        label: language.lang.name().to_owned(),
        selected: language.current,
    };
    let code =
        EmbedCode { site, query: &query, title: &embedded.heading, link: t.with("title", "page", &embedded.heading) };
    let page = EmbedBuilderPage {
        municipalities: options(V::Municipalities, parameter::MUNICIPALITY),
        groups: options(V::TargetGroups, parameter::TARGET_GROUP),
        languages: t.languages().into_iter().map(language).collect(),
        frame: code.frame(),
        script: code.script(),
        head,
        embedded,
        t,
    };
    html(StatusCode::OK, &page)
}

impl EmbeddedSearch {
    fn find(snapshot: &Snapshot, t: &Translator, parameters: &Parameters, today: Date) -> Result<Self, Problem> {
        let SearchRequest { query, faults, .. } = SearchRequest::read(t, parameters, &snapshot.vocabularies);
        let query = SearchQuery { page: 1, per_page: DEFAULT_PER_PAGE, ..query };
        let shown = SearchQuery { per_page: HITS, facets: BTreeSet::new(), ..query.clone() };
        let results = index::search(snapshot, &shown, today)?;
        let typed = TypedSearch(SearchContext { t, snapshot, query: &query, today });
        let heading = match places_label(&typed) {
            Some(places) => t.with("embed-heading-in", "place", places),
            None => t.text("embed-heading"),
        };
        let all = if results.total == 0 {
            TextLink::new(t.text("embed-none-all"), t.path(SEARCH_PAGE))
        } else {
            TextLink::new(t.count("embed-all", results.total), t.search(&query))
        };
        let understood = UnderstoodSearch(SearchContext { query: &results.query, ..*typed });
        Ok(Self {
            heading,
            words: query.text.clone(),
            hidden: query.to_pairs().into_iter().filter(|(name, _)| *name != Q).map(HiddenField::from).collect(),
            fault: !faults.is_empty(),
            cards: cards(&understood, &mark_foreign(t, results.hits), &Shortlist::default()),
            all,
        })
    }
}

/// The code that other sites copy into their pages.
struct EmbedCode<'a> {
    site: &'a str,
    query: &'a str,
    title: &'a str,
    link: String,
}

impl EmbedCode<'_> {
    /// An absolute URL with the chosen parameters, escaped for HTML.
    fn url(&self, path: &str) -> String {
        let separator = if self.query.is_empty() { "" } else { "?" };
        escaped(&format!("{}{path}{separator}{}", self.site, self.query))
    }

    /// A link beside the `<iframe>`; the script removes it when the `<iframe>` is loaded. It contains no number of
    /// hits, because copied code is not updated.
    fn link(&self) -> String {
        format!("<a href=\"{}\">{}</a>", self.url(SEARCH_PAGE), escaped(&self.link))
    }

    fn frame(&self) -> String {
        let (url, title, link) = (self.url(FRAME_PATH), escaped(self.title), self.link());
        format!(
            "<iframe src=\"{url}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"{HEIGHT}\"></iframe>\n<p>{link}</p>"
        )
    }

    fn script(&self) -> String {
        let (site, query, title) = (escaped(self.site), escaped(self.query), escaped(self.title));
        let link = self.link();
        format!(
            "<div>\n  <script src=\"{site}/static/embed.js\" data-query=\"{query}\" data-title=\"{title}\" async></script>\n  <p>{link}</p>\n</div>"
        )
    }
}

/// Escapes text with named character references, because people read the code before they copy it.
fn escaped(text: &str) -> String {
    let entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")];
    entities.into_iter().fold(text.to_owned(), |text, (character, entity)| text.replace(character, entity))
}
