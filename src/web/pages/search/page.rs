//! The search page: `/sok`, and the pages that show a search under a heading of their own.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, Site};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::county_menu::{CountyMenu, county_menus};
use crate::web::pages::components::links::{Notice, SearchLink};
use crate::web::pages::components::parameter_errors::ParameterError;
use crate::web::pages::components::search_request::{ResultView, SearchRequest};
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::pages::search::card::{Card, cards, mark_foreign};
use crate::web::pages::search::form::SearchForm;
use crate::web::pages::search::interpretation_notice::{interpretation_notices, suggested_filters};
use crate::web::pages::search::left_out::left_out;
use crate::web::pages::search::paging::{PageStep, Pagination, last_page};
use crate::web::pages::search::panel::Panel;
use crate::web::pages::search::related::{RelatedCard, related_cards};
use crate::web::pages::search::relaxation::RelaxationLinks;
use crate::web::pages::search::resubmit;
use crate::web::pages::search::table::ResultTable;
use crate::web::pages::search::view::{CompareBar, default_page_size, view_links};
use crate::web::present::active_filters::{ActiveFilter, active_filters, places_label, without_filters};
use crate::web::present::filters;
use crate::web::present::search_context::{SearchContext, TypedSearch, UnderstoodSearch};
use crate::web::present::translator::Translator;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::vocabulary::{Emergency, HelpNumber};
use index::query::parameter_name::ENDED;
use index::query::{DEFAULT_PER_PAGE, Ended, MAX_DEPTH, Sort};
use index::{Relaxation, SearchQuery, SearchResults, Snapshot};
use jiff::civil::Date;

/// Hits per page on a page that asks for a municipality: the page contains a list of all municipalities and must stay
/// small.
const HITS_BELOW_QUESTIONS: usize = 6;

/// The path of the CSV export.
const EXPORT_PATH: &str = "/api/v1/export.csv";

#[derive(Template)]
#[template(path = "pages/search.html")]
struct SearchPage {
    t: Translator,
    head: Head,
    landing: Option<Landing>,
    heading: String,
    form: SearchForm,
    /// All municipalities, on a page that asks where the reader lives; `None` on any other.
    about: Option<Vec<CountyMenu>>,
    panel: Panel,
    faults: Vec<ParameterError>,
    /// Notices on the interpretation of the words.
    notices: Vec<Notice>,
    /// Whether the words express an emergency; then the emergency numbers come first.
    urgent: bool,
    /// Links to the search with a filter that was detected in the words but not applied.
    suggested: Vec<SearchLink>,
    choices: Vec<ActiveFilter>,
    without_choices: String,
    sorting: Vec<SearchLink>,
    cards: Vec<Card>,
    /// The hits as a table, instead of `cards`.
    table: Option<ResultTable>,
    views: Vec<SearchLink>,
    bar: CompareBar,
    /// URL of the CSV export of all hits.
    file: String,
    has_hits: bool,
    /// Records that are no hits but near to what is asked for.
    related: Vec<RelatedCard>,
    left_out: Vec<Notice>,
    pages: Option<Pagination>,
    /// Whether the requested page is after the last one, which is shown instead.
    past_end: bool,
    relaxations: Option<RelaxationLinks>,
}

/// The part of a page above its search, for a search with a page of its own.
pub(super) struct Landing {
    pub(super) heading: String,
    pub(super) lead: String,
    /// The path of the page, without the parameter of the language.
    pub(super) path: String,
    /// Whether the URL adds no parameter to the search of the page.
    pub(super) is_plain: bool,
    /// Whether the page asks for place and age and shows the emergency numbers.
    pub(super) asks_place_and_age: bool,
}

/// Answers `GET /sok`.
pub(crate) async fn show(
    State(state): State<AppState>,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let request = SearchRequest::read(&t, &parameters, &snapshot.vocabularies);
        if let Some(url) = resubmit::resubmission_url(&snapshot, &t, &request, today)? {
            return Ok(Redirect::to(&url).into_response());
        }
        respond(&snapshot, &t, request, &site, today, None)
    })
    .await
}

/// A request with its search results.
struct AnsweredRequest {
    request: SearchRequest,
    results: SearchResults,
    relaxations: Vec<Relaxation>,
    /// The search as typed, with the page size that is really shown.
    paged: SearchQuery,
    past_end: bool,
}

impl AnsweredRequest {
    /// Runs the search; a page after the last one becomes the last one.
    fn find(
        snapshot: &Snapshot,
        mut request: SearchRequest,
        is_below_questions: bool,
        today: Date,
    ) -> Result<Self, Problem> {
        let is_short = is_below_questions && !request.states_page_size;
        let query = &mut request.query;
        if is_short {
            query.per_page = HITS_BELOW_QUESTIONS;
        } else if !request.states_page_size {
            query.per_page = default_page_size(request.view);
        }
        if request.exceeds_depth {
            query.page = MAX_DEPTH / query.per_page;
        }
        let (mut results, mut relaxations) = index::search_and_relax(snapshot, query, today)?;
        let last = last_page(results.total, query.per_page);
        let past_end = request.exceeds_depth || query.page > last;
        if query.page > last {
            query.page = last;
            results = index::search(snapshot, query, today)?;
        }
        let paged = query.clone();
        if is_short {
            // Only the links between the pages of hits keep the smaller page size.
            (query.per_page, results.query.per_page) = (DEFAULT_PER_PAGE, DEFAULT_PER_PAGE);
            for relaxation in &mut relaxations {
                relaxation.query.per_page = DEFAULT_PER_PAGE;
            }
        }
        Ok(Self { request, results, relaxations, paged, past_end })
    }
}

/// Renders the page of a search.
pub(super) fn respond(
    snapshot: &Snapshot,
    t: &Translator,
    request: SearchRequest,
    Site(site): &Site,
    today: Date,
    landing: Option<Landing>,
) -> Result<Response, Problem> {
    let t = &t.with_search_target(SEARCH_PAGE, request.view_parameters());
    let asks_place_and_age = landing.as_ref().is_some_and(|landing| landing.asks_place_and_age);
    let answered = AnsweredRequest::find(snapshot, request, asks_place_and_age, today)?;
    let (paged, total) = (answered.paged.clone(), answered.results.total);
    let status = if answered.request.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let mut page = page(t, snapshot, answered, today)?;
    page.pages = Pagination::new(&TypedSearch(SearchContext { t, snapshot, query: &paged, today }), total);
    // The URL of `paged` lacks the faulty parameters, so it does not lead to this page.
    if page.faults.is_empty() {
        page.head.print(t, &format!("{site}{}", t.search(&paged)), today);
    }
    if let Some(landing) = landing {
        let hits = t.count("hits-all", total);
        let count = t.args("title-landing", &[("page", landing.heading.as_str().into()), ("hits", hits.into())]);
        let title = if page.faults.is_empty() { count } else { t.with("title-fault", "page", count) };
        if !page.urgent {
            page.head.title = t.with("title", "page", title);
        }
        page.head.noindex = !landing.is_plain;
        page.head.canonical = Some(t.path(&landing.path));
        page.about = landing.asks_place_and_age.then(|| county_menus(t, &snapshot.vocabularies));
        page.landing = Some(landing);
    }
    html(status, &page)
}

fn page(t: &Translator, snapshot: &Snapshot, answered: AnsweredRequest, today: Date) -> Result<SearchPage, Problem> {
    let AnsweredRequest { request, mut results, relaxations, past_end, .. } = answered;
    let mut hits = mark_foreign(t, std::mem::take(&mut results.hits));
    let emergency = results.interpretation.as_ref().and_then(|reading| reading.emergency);
    if emergency.is_some() {
        // Words such as *dö* are not marked in the texts.
        for hit in &mut hits {
            hit.highlights.clear();
        }
    }
    let (query, results) = (&request.query, &results);
    let typed = TypedSearch(SearchContext { t, snapshot, query, today });
    let understood = UnderstoodSearch(SearchContext { query: &results.query, ..*typed });
    let faults: Vec<ParameterError> = request.faults.iter().map(|fault| ParameterError::new(&typed, fault)).collect();
    let heading = heading(&typed, results.total);
    let mut title = match emergency {
        Some(emergency) => emergency_title(&typed, emergency),
        None => title(&typed, results.total, &heading),
    };
    if !faults.is_empty() {
        title = t.with("title-fault", "page", title);
    }
    let mut head = Head::new(t, &title, Section::Search, Some(&snapshot.vocabularies), today);
    // Search engines must index only the search without parameters.
    head.noindex = !query.is_everything() || query.page > 1 || query.sort != Sort::default();
    let choices = active_filters(&understood);
    let has_hits = !hits.is_empty();
    let on_page: Vec<&str> = hits.iter().map(|hit| hit.record.id.as_str()).collect();
    let (labels, shortlist) = (understood.labels(), &request.shortlist);
    let (shown_cards, table) = match request.view {
        ResultView::Cards => (cards(&understood, &hits, shortlist), None),
        ResultView::Table => (Vec::new(), has_hits.then(|| ResultTable::new(&typed, labels, &hits, shortlist))),
    };
    let mut page = SearchPage {
        head,
        landing: None,
        about: None,
        form: SearchForm::new(query, &request, results, &faults),
        panel: Panel::new(&understood, results, &faults, choices.len()),
        faults,
        notices: interpretation_notices(&typed, results),
        urgent: false,
        suggested: suggested_filters(&understood, results.interpretation.as_ref()),
        without_choices: t.search(&without_filters(&results.query)),
        choices,
        sorting: if results.total > 1 { sorting(&typed) } else { Vec::new() },
        cards: shown_cards,
        table,
        views: if has_hits { view_links(&typed, &request) } else { Vec::new() },
        bar: CompareBar::new(&typed, &request, &on_page),
        file: file_url(t, query),
        has_hits,
        related: related_cards(&understood, &results.related, shortlist),
        left_out: left_out(&understood, results),
        pages: None,
        past_end: past_end && results.total > 0,
        relaxations: RelaxationLinks::new(&understood, &relaxations, results.total)?,
        heading,
        t: t.clone(),
    };
    if let Some(emergency) = emergency {
        page.adapt_to(emergency);
    }
    Ok(page)
}

impl SearchPage {
    /// Makes it a page for an emergency: the numbers to call come first, and nothing counts, sorts or quotes.
    fn adapt_to(&mut self, emergency: Emergency) {
        self.urgent = true;
        self.head.put_first(&self.t, emergency);
        self.heading = self.t.text("urgent-heading");
        self.notices.clear();
        self.sorting.clear();
        self.views.clear();
        self.cards.iter_mut().for_each(Card::hide_match);
    }
}

/// The heading: the number of hits, and the words or places of the search.
fn heading(search: &TypedSearch<'_>, total: u64) -> String {
    let (t, query) = (search.t, search.query);
    if !query.text.is_empty() {
        return t.args("hits-for", &[("count", total.into()), ("words", query.text.as_str().into())]);
    }
    match places_label(search) {
        Some(places) => t.args("hits-in", &[("count", total.into()), ("place", places.into())]),
        None => t.count("hits-all", total),
    }
}

/// The title begins with the words, so that several browser tabs can be told apart.
fn title(search: &TypedSearch<'_>, total: u64, heading: &str) -> String {
    let (t, query) = (search.t, search.query);
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

/// The title of a page for an emergency: the first number for it, if there is one.
fn emergency_title(search: &TypedSearch<'_>, emergency: Emergency) -> String {
    let (t, numbers) = (search.t, &search.snapshot.vocabularies.help_numbers);
    let is_for_it = |number: &&HelpNumber| number.is_valid(search.today) && number.emergencies.contains(&emergency);
    match numbers.iter().find(is_for_it) {
        Some(number) => t.with("urgent-title", "number", number.number.as_str()),
        None => t.text("urgent-heading"),
    }
}

/// The URL of the CSV export of all hits. An export without filters includes ended interventions by default, so a
/// search that excludes them needs the parameter.
fn file_url(t: &Translator, query: &SearchQuery) -> String {
    let excludes_ended = query.is_everything() && query.ended == Ended::Exclude;
    let extra = excludes_ended.then(|| (ENDED, "exclude".to_owned()));
    let query = SearchQuery { page: 1, per_page: DEFAULT_PER_PAGE, ..query.clone() };
    t.with_search_target(EXPORT_PATH, extra.into_iter().collect()).search(&query)
}

/// Links to the current search in each order.
fn sorting(search: &TypedSearch<'_>) -> Vec<SearchLink> {
    let link = |(name, sort): (&'static str, Sort)| SearchLink {
        text: search.t.text(&format!("sort-{name}")),
        url: search.t.search(&SearchQuery { sort, ..search.first_page() }),
        current: sort == search.query.sort,
    };
    Sort::ALL.into_iter().map(link).collect()
}
