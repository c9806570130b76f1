//! `/sok`: the search and what it finds.

mod card;
pub(crate) mod embed;
mod interpretation_notice;
pub(crate) mod landing;
mod match_reason;
mod paging;
mod panel;
mod panel_list;
pub(super) mod parameter_errors;
mod relaxation;
mod resubmit;
mod shortlist;
mod table;

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::pages::places::{County, counties};
use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use card::Card;
use index::Hit;
use index::query::{DEFAULT_PER_PAGE, Ended, MAX_DEPTH, Sort};
use index::{SearchQuery, SearchResults};
use jiff::civil::Date;
use landing::Landing;
use paging::{Pages, Step};
use panel::Panel;
use parameter_errors::ParameterError;
use relaxation::RelaxationLinks;
use shortlist::{CompareBar, ResultView, Shortlist};
use table::Table;

pub(super) use crate::web::present::active_filters::{self, ActiveFilter};
pub(super) use crate::web::present::understood_search::UnderstoodSearch;

/// Hits on a page that asks where one lives: every municipality is in it too, and it must stay light.
const WHERE_ASKED: usize = 6;

#[derive(Template)]
#[template(path = "pages/search.html")]
struct SearchPage {
    t: Translator,
    head: Head,
    /// What stands above a search that has a page of its own.
    landing: Option<Landing>,
    heading: String,
    form: Form,
    /// Every municipality, where the page asks who one is: on that of a life situation.
    about: Option<Vec<County>>,
    panel: Panel,
    faults: Vec<ParameterError>,
    /// How the words were understood.
    told: Vec<Note>,
    /// Whether the numbers to call stand before the hits: the words say that somebody may need them.
    urgent: bool,
    /// Filters that the words name.
    suggested: Vec<Link>,
    choices: Vec<ActiveFilter>,
    without_choices: String,
    sorting: Vec<Link>,
    cards: Vec<Card>,
    /// The hits as a table instead of cards.
    table: Option<Table>,
    views: Vec<Link>,
    bar: CompareBar,
    /// The whole list as a file.
    file: String,
    has_hits: bool,
    left_out: Vec<Note>,
    pages: Option<Pages>,
    /// The page asked for is further down than the last hit.
    past_end: bool,
    relaxations: Option<RelaxationLinks>,
}

/// The form that words and filters are sent with.
struct Form {
    words: String,
    /// What is wrong with the words.
    fault: Option<String>,
    /// What the form has no control for.
    hidden: Vec<(&'static str, String)>,
    /// The words as sent and what of them is not chosen in the panel, where something was read out of them.
    was: Option<(String, String)>,
}

/// A way to the same search in another form.
struct Link {
    text: String,
    url: String,
    current: bool,
}

/// Something that is not shown, and how to see it.
struct Note {
    text: String,
    link: Option<(String, String)>,
}

impl UnderstoodSearch<'_> {
    /// How many hits another search has.
    fn count(&self, query: &SearchQuery) -> Result<u64, Problem> {
        let mut query = query.clone();
        query.facets.clear();
        Ok(self.snapshot.count(&query, self.today)?.total)
    }
}

/// Answers `GET /sok`.
pub(crate) async fn show(
    State(state): State<AppState>,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |index| {
        if let Some(url) = resubmit::plain_address(&index.snapshot, &t, &parameters, today)? {
            return Ok(Redirect::to(&url).into_response());
        }
        answer(&index, &t, &parameters, &site, None, today)
    })
    .await
}

fn answer(
    SearchIndex { snapshot, .. }: &SearchIndex,
    t: &Translator,
    parameters: &Parameters,
    Site(site): &Site,
    landing: Option<Landing>,
    today: Date,
) -> Result<Response, Problem> {
    let shown = ResultView::read(parameters);
    let t = &t.on("/sok", shown.carry_params());
    let (mut query, faults, too_deep) = parameter_errors::read(parameters, &snapshot.vocabularies);
    shown.per_page(&mut query, parameters);
    let is_short = landing.as_ref().is_some_and(|landing| landing.asks) && parameters.get("per_page").is_none();
    if is_short {
        query.per_page = WHERE_ASKED;
    }
    if too_deep {
        query.page = MAX_DEPTH / query.per_page;
    }
    let mut results = snapshot.search(&query, today)?;
    let last = paging::last_page(results.total, query.per_page);
    let past_end = too_deep || query.page > last;
    if query.page > last {
        query.page = last;
        results = snapshot.search(&query, today)?;
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let paged = query.clone();
    if is_short {
        // How few hits there is room for is the page's own, and only its pages keep it.
        (query.per_page, results.query.per_page) = (DEFAULT_PER_PAGE, DEFAULT_PER_PAGE);
    }
    let asked = UnderstoodSearch { t, snapshot, query: &query, today };
    let faults: Vec<ParameterError> = faults.iter().map(|fault| ParameterError::new(&asked, fault)).collect();
    let total = results.total;
    let mut page = page(&asked, results, faults, past_end, parameters, &shown)?;
    page.pages = Pages::new(&UnderstoodSearch { query: &paged, ..asked }, total);
    // What was not understood is not in that address.
    if page.faults.is_empty() {
        page.head.print(t, &format!("{site}{}", t.search(&paged)), today);
    }
    if let Some(landing) = landing {
        let hits = t.count("hits-all", total);
        let count = t.args("title-landing", &[("page", landing.heading.as_str().into()), ("hits", hits.into())]);
        let title = if page.faults.is_empty() { count } else { t.with("title-fault", "page", count) };
        page.head.title = t.with("title", "page", title);
        page.head.noindex = !landing.is_plain;
        page.head.canonical = Some(t.path(&landing.path));
        page.about = landing.asks.then(|| counties(t, &snapshot.vocabularies));
        page.landing = Some(landing);
    }
    html(status, &page)
}

fn page(
    asked: &UnderstoodSearch<'_>,
    mut results: SearchResults,
    faults: Vec<ParameterError>,
    past_end: bool,
    parameters: &Parameters,
    shown: &ResultView,
) -> Result<SearchPage, Problem> {
    let (t, query) = (asked.t, asked.query);
    let words = asked.words();
    let hits = in_their_language(asked, std::mem::take(&mut results.hits));
    let results = &results;
    let heading = heading(asked, results.total);
    let mut title = title(asked, results.total, &heading);
    if !faults.is_empty() {
        title = t.with("title-fault", "page", title);
    }
    let mut head = Head::new(t, &title, Section::Search, Some(words.vocabularies), asked.today);
    // Every search has an address; only the plain one belongs in other search engines.
    head.noindex = !query.is_everything() || query.page > 1 || query.sort != Sort::default();
    // Chips, panel and ways out show the search as it was understood; sorting and pages keep the words.
    let understood = UnderstoodSearch { query: &results.query, ..*asked };
    let choices = active_filters::choices(&understood);
    let relaxations = RelaxationLinks::find(&understood, results.total)?;
    let urgent = results.interpretation.as_ref().is_some_and(|told| told.urgent);
    let (picked, has_hits) = (Shortlist(&shown.ids), !hits.is_empty());
    let on_page: Vec<&str> = hits.iter().map(|hit| hit.record.id.as_str()).collect();
    Ok(SearchPage {
        head,
        landing: None,
        about: None,
        form: form(query, results, &faults, parameters, shown),
        panel: Panel::new(&understood, results, &faults, choices.len()),
        faults,
        told: interpretation_notice::told(asked, results),
        urgent,
        suggested: interpretation_notice::suggested(&understood, results.interpretation.as_ref()),
        without_choices: t.search(&active_filters::none(&results.query)),
        choices,
        sorting: if results.total > 1 { sorting(asked) } else { Vec::new() },
        cards: if shown.as_table { Vec::new() } else { cards(understood.words(), &hits, &picked) },
        table: (shown.as_table && has_hits).then(|| Table::new(asked, understood.words(), &hits, &picked)),
        views: if has_hits { shown.views(t, query) } else { Vec::new() },
        bar: shown.bar(t, query, &on_page),
        file: file(t, query),
        has_hits,
        left_out: left_out(&understood, results),
        pages: None,
        past_end: past_end && results.total > 0,
        relaxations,
        heading,
        t: t.clone(),
    })
}

/// Hits whose texts are told apart from those of the page.
fn in_their_language(asked: &UnderstoodSearch<'_>, hits: Vec<Hit>) -> Vec<Hit> {
    hits.into_iter().map(|hit| Hit { record: asked.t.intervention(hit.record), ..hit }).collect()
}

/// Hits as cards.
fn cards(words: RecordLabels<'_>, hits: &[Hit], picked: &Shortlist<'_>) -> Vec<Card> {
    hits.iter().enumerate().map(|(number, hit)| Card::new(words, hit, number, picked)).collect()
}

/// The heading is the answer: how many, for which words or in which places.
fn heading(asked: &UnderstoodSearch<'_>, total: u64) -> String {
    let (t, query) = (asked.t, asked.query);
    if !query.text.is_empty() {
        return t.args("hits-for", &[("count", total.into()), ("words", query.text.as_str().into())]);
    }
    match active_filters::places(asked) {
        Some(places) => t.args("hits-in", &[("count", total.into()), ("place", places.into())]),
        None => t.count("hits-all", total),
    }
}

/// The title begins with the words, so that many open pages can be told apart.
fn title(asked: &UnderstoodSearch<'_>, total: u64, heading: &str) -> String {
    let (t, query) = (asked.t, asked.query);
    let title = if query.text.is_empty() {
        heading.to_owned()
    } else {
        t.args("title-words", &[("words", query.text.as_str().into()), ("count", total.into())])
    };
    if query.page == 1 {
        return title;
    }
    t.args("title-page", &[("page", title.into()), ("number", query.page.into())])
}

fn form(
    query: &SearchQuery,
    results: &SearchResults,
    faults: &[ParameterError],
    parameters: &Parameters,
    shown: &ResultView,
) -> Form {
    let fault = faults.iter().find(|fault| fault.parameter == "q");
    // Words that are refused stay in the field, so that they can be mended.
    let typed = fault.and_then(|_| parameters.get("q")).unwrap_or(&query.text);
    let kept = ["sort", "per_page", "reach", "broader", "updated_since", "interpret"];
    // The menu of counties holds one; further ones go along unseen.
    let menu = query.filters.get("county").and_then(|chosen| chosen.codes.first());
    let is_hidden = |(name, value): &(&str, String)| kept.contains(name) || (*name == "county" && menu != Some(value));
    let hidden = query.to_pairs().into_iter().filter(is_hidden).chain(shown.carry_params()).collect();
    let read = results.interpretation.as_ref().filter(|told| !told.applied.is_empty());
    let was = read.map(|_| (query.text.clone(), results.query.text.clone()));
    Form { words: typed.to_owned(), fault: fault.map(|f| f.text.clone()), hidden, was }
}

/// The list as a file. An export of everything holds what is over too, unless one says so.
fn file(t: &Translator, query: &SearchQuery) -> String {
    let is_over_left_out = query.is_everything() && query.ended == Ended::Exclude;
    let carry_params = is_over_left_out.then(|| ("ended", "exclude".to_owned()));
    let query = SearchQuery { page: 1, per_page: DEFAULT_PER_PAGE, ..query.clone() };
    t.on("/api/v1/export.csv", carry_params.into_iter().collect()).search(&query)
}

fn sorting(asked: &UnderstoodSearch<'_>) -> Vec<Link> {
    let link = |(name, sort): (&'static str, Sort)| Link {
        text: asked.t.text(&format!("sort-{name}")),
        url: asked.t.search(&SearchQuery { sort, page: 1, ..asked.query.clone() }),
        current: sort == asked.query.sort,
    };
    let order = [Sort::Relevance, Sort::Name, Sort::Updated, Sort::Start];
    order.into_iter().filter_map(|sort| Sort::ALL.into_iter().find(|(_, s)| *s == sort)).map(link).collect()
}

/// What a rule leaves out is always said, and one click away.
fn left_out(asked: &UnderstoodSearch<'_>, results: &SearchResults) -> Vec<Note> {
    let t = asked.t;
    let first = SearchQuery { page: 1, ..asked.query.clone() };
    let mut out = Vec::new();
    if results.ended_left_out > 0 && results.total > 0 {
        out.push(Note {
            text: t.count("left-out-ended", results.ended_left_out),
            link: Some((
                t.count("left-out-show", results.ended_left_out),
                t.search(&SearchQuery { ended: Ended::Include, ..first.clone() }),
            )),
        });
    }
    if let Some(count) = results.broader_left_out.filter(|count| *count > 0) {
        let mut wider = first.clone();
        wider.variants.insert("broader");
        out.push(Note {
            text: t.count("left-out-broader", count),
            link: Some((t.count("left-out-show", count), t.search(&wider))),
        });
    }
    if asked.query.age_strict && asked.query.asks_age() && results.age_not_stated > 0 {
        out.push(Note {
            text: t.count("left-out-age", results.age_not_stated),
            link: Some((
                t.count("left-out-show", results.age_not_stated),
                t.search(&SearchQuery { age_strict: false, ..first }),
            )),
        });
    }
    out
}
