//! Static text pages. Each is an entry of [`PAGES`] with the messages `text-{name}`, `text-{name}-lead` and
//! `text-{name}-{section}` in `locales/`.

use crate::app::AppState;
use crate::config::Config;
use crate::i18n::Arg;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::pages::components::links::TextLink;
use crate::web::pages::glossary::{self, GlossarySection};
use crate::web::pages::head::{Head, Section};
use crate::web::pages::respond::html;
use crate::web::present::filters;
use crate::web::present::html::Safe;
use crate::web::present::markdown;
use crate::web::present::translator::{Translator, language_page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

/// A static text page.
pub(crate) struct StaticPage {
    /// The path without the slash, and the stem of its locale keys.
    pub(crate) name: &'static str,
    section: Section,
    /// The ids of the sections, which are also parts of their locale keys.
    parts: &'static [&'static str],
    /// Links below the text, as (path, locale key).
    links: &'static [(&'static str, &'static str)],
    ending: Ending,
}

/// The content that follows the text of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    None,
    /// The emergency and advice telephone numbers.
    Help,
    /// Every term of the glossary.
    Glossary,
}

/// Every static text page except that about a language.
pub(crate) const PAGES: [StaticPage; 8] = [
    StaticPage {
        name: "om",
        section: Section::About,
        parts: &["vad", "sok", "ratt", "vem", "mer"],
        links: &[],
        ending: Ending::None,
    },
    StaticPage {
        name: "lattlast",
        section: Section::EasyRead,
        parts: &["vad", "gor", "kostar", "hjalp"],
        links: &[
            ("/", "easy-link-search"),
            ("/#situationer", "easy-link-situations"),
            ("/kontakt#akut", "easy-link-call"),
        ],
        ending: Ending::None,
    },
    StaticPage { name: "ordlista", section: Section::None, parts: &[], links: &[], ending: Ending::Glossary },
    StaticPage {
        name: "kontakt",
        section: Section::None,
        parts: &["insats", "fel", "vi"],
        links: &[],
        ending: Ending::Help,
    },
    StaticPage {
        name: "sa-granskas",
        section: Section::None,
        parts: &["kallor", "kontroll", "gammalt", "saknas", "fel"],
        links: &[],
        ending: Ending::None,
    },
    StaticPage {
        name: "personuppgifter",
        section: Section::None,
        parts: &["sparar", "kakor", "logg", "andra", "katalogen", "ansvar"],
        links: &[],
        ending: Ending::None,
    },
    StaticPage {
        name: "tillganglighet",
        section: Section::None,
        parts: &["vem", "omfattar", "hur", "brister", "provat", "rapportera", "digg"],
        links: &[],
        ending: Ending::None,
    },
    StaticPage {
        name: "oppna-data",
        section: Section::None,
        parts: &["hamta", "villkor"],
        links: &[],
        ending: Ending::None,
    },
];

/// `/sprak/{code}`: describes the catalogue in one language, for readers who do not know Swedish.
const LANGUAGE: StaticPage = StaticPage {
    name: "sprak",
    section: Section::None,
    parts: &["vad", "sok", "ring", "svenska"],
    links: &[("/", "easy-link-search")],
    ending: Ending::Help,
};

#[derive(Template)]
#[template(path = "pages/text.html")]
struct TextPage {
    t: Translator,
    head: Head,
    heading: String,
    lead: String,
    parts: Vec<TextSection>,
    links: Vec<TextLink>,
    glossary: Vec<GlossarySection>,
    help: bool,
}

/// A section of a page. Its id is the fragment of its URL.
struct TextSection {
    id: &'static str,
    heading: String,
    text: Safe,
}

/// Answers `GET /{name}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    parameters: Parameters,
    text: &'static StaticPage,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    respond(&state, &t, text, format!("/{}", text.name)).await
}

/// Answers `GET /sprak/{code}`.
pub(crate) async fn language(
    State(state): State<AppState>,
    PathSegment(code): PathSegment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters).in_language(&code).ok_or_else(Problem::not_found)?;
    respond(&state, &t, &LANGUAGE, t.own_language_page()).await
}

async fn respond(state: &AppState, t: &Translator, text: &StaticPage, path: String) -> Result<Response, Problem> {
    let vocabularies = state.vocabularies().await;
    let name = text.name;
    let heading = t.text(&format!("text-{name}"));
    let mut head = Head::new(t, &heading, text.section, vocabularies.as_deref(), state.clock.today());
    head.canonical = Some(t.path(&path));
    if name == LANGUAGE.name {
        // The path of this page contains the language, so the language links need other paths, not a parameter.
        head.canonical = Some(path);
        for language in &mut head.languages {
            language.url = language_page(language.lang);
        }
    }
    let arguments = operator_arguments(&state.config);
    let part = |id: &'static str| TextSection {
        id,
        heading: t.text(&format!("text-{name}-{id}")),
        text: markdown::render_own(&t.args(&format!("text-{name}-{id}-body"), &arguments), |path| t.path(path)),
    };
    let page = TextPage {
        lead: t.text(&format!("text-{name}-lead")),
        parts: text.parts.iter().copied().map(part).collect(),
        links: text.links.iter().map(|(path, key)| TextLink::new(t.text(key), t.path(path))).collect(),
        glossary: match (text.ending, &vocabularies) {
            (Ending::Glossary, Some(vocabularies)) => glossary::sections(t, vocabularies),
            _ => Vec::new(),
        },
        help: text.ending == Ending::Help,
        head,
        heading,
        t: t.clone(),
    };
    html(StatusCode::OK, &page)
}

/// Arguments of messages about the operator; `none` for a missing setting.
fn operator_arguments(config: &Config) -> [(&'static str, Arg); 2] {
    let contact = config.contact.as_ref().map(|contact| match contact {
        url if url.contains("://") => format!("[{url}]({url})"),
        address if address.contains('@') => format!("[{address}](mailto:{address})"),
        words => words.clone(),
    });
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    [("operator", or_none(config.operator.clone()).into()), ("contact", or_none(contact).into())]
}
