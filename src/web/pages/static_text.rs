//! Pages of text: each is an entry of [`TEXTS`] and texts in `locales/`, `text-{name}` and
//! `text-{name}-{part}`.

use crate::app::AppState;
use crate::config::Config;
use crate::i18n::Arg;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::pages::glossary::{self, Group};
use crate::web::pages::head::{Head, Section};
use crate::web::pages::html;
use crate::web::present::markdown;
use crate::web::present::translator::{Safe, Translator};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

/// One page of text.
pub(crate) struct Text {
    /// Its path without the slash, and what its texts are called.
    pub(crate) name: &'static str,
    section: Section,
    /// Its parts, which are also their fragments.
    parts: &'static [&'static str],
    /// Large links below the text: path and text.
    links: &'static [(&'static str, &'static str)],
    /// What stands at the end.
    end: End,
}

/// What a page of text ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    /// The numbers to call.
    Help,
    /// Every word that is explained.
    Glossary,
}

/// Every page of text but the one about a language.
pub(crate) const TEXTS: [Text; 8] = [
    Text {
        name: "om",
        section: Section::About,
        parts: &["vad", "sok", "ratt", "vem", "mer"],
        links: &[],
        end: End::Nothing,
    },
    Text {
        name: "lattlast",
        section: Section::EasyRead,
        parts: &["vad", "gor", "kostar", "hjalp"],
        links: &[
            ("/", "easy-link-search"),
            ("/#situationer", "easy-link-situations"),
            ("/kontakt#akut", "easy-link-call"),
        ],
        end: End::Nothing,
    },
    Text { name: "ordlista", section: Section::None, parts: &[], links: &[], end: End::Glossary },
    Text { name: "kontakt", section: Section::None, parts: &["insats", "fel", "vi"], links: &[], end: End::Help },
    Text {
        name: "sa-granskas",
        section: Section::None,
        parts: &["kallor", "kontroll", "gammalt", "saknas", "fel"],
        links: &[],
        end: End::Nothing,
    },
    Text {
        name: "personuppgifter",
        section: Section::None,
        parts: &["sparar", "kakor", "logg", "andra", "katalogen", "ansvar"],
        links: &[],
        end: End::Nothing,
    },
    Text {
        name: "tillganglighet",
        section: Section::None,
        parts: &["vem", "omfattar", "hur", "brister", "provat", "rapportera", "digg"],
        links: &[],
        end: End::Nothing,
    },
    Text { name: "oppna-data", section: Section::None, parts: &["hamta", "villkor"], links: &[], end: End::Nothing },
];

/// `/sprak/{code}`: the catalogue in one language, for those who know no Swedish.
const LANGUAGE: Text = Text {
    name: "sprak",
    section: Section::None,
    parts: &["vad", "sok", "ring", "svenska"],
    links: &[("/", "easy-link-search")],
    end: End::Help,
};

#[derive(Template)]
#[template(path = "pages/text.html")]
struct TextPage {
    t: Translator,
    head: Head,
    heading: String,
    lead: String,
    parts: Vec<Part>,
    links: Vec<(String, String)>,
    glossary: Vec<Group>,
    help: bool,
}

struct Part {
    id: &'static str,
    heading: String,
    text: Safe,
}

/// Answers `GET /{name}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    parameters: Parameters,
    text: &'static Text,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    answer(&state, &t, text, format!("/{}", text.name)).await
}

/// Answers `GET /sprak/{code}`.
pub(crate) async fn language(
    State(state): State<AppState>,
    PathSegment(code): PathSegment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters).in_language(&code).ok_or_else(Problem::not_found)?;
    answer(&state, &t, &LANGUAGE, t.own_language_page()).await
}

async fn answer(state: &AppState, t: &Translator, text: &Text, path: String) -> Result<Response, Problem> {
    let vocabularies = state.vocabularies().await;
    let name = text.name;
    let heading = t.text(&format!("text-{name}"));
    let mut head = Head::new(t, &heading, text.section, vocabularies.as_deref(), state.clock.today());
    head.canonical = Some(t.path(&path));
    if name == LANGUAGE.name {
        // There the language is the address.
        head.canonical = Some(path);
        for language in &mut head.languages {
            language.url = format!("/sprak/{}", language.lang.code());
        }
    }
    let facts = facts(&state.config);
    let part = |id: &'static str| Part {
        id,
        heading: t.text(&format!("text-{name}-{id}")),
        text: markdown::render_own(t, &t.args(&format!("text-{name}-{id}-body"), &facts)),
    };
    let page = TextPage {
        lead: t.text(&format!("text-{name}-lead")),
        parts: text.parts.iter().copied().map(part).collect(),
        links: text.links.iter().map(|(path, key)| (t.path(path), t.text(key))).collect(),
        glossary: match (text.end, &vocabularies) {
            (End::Glossary, Some(vocabularies)) => glossary::groups(t, vocabularies),
            _ => Vec::new(),
        },
        help: text.end == End::Help,
        head,
        heading,
        t: t.clone(),
    };
    html(StatusCode::OK, &page)
}

/// What texts say of the operator; `none` where that is not set.
fn facts(config: &Config) -> [(&'static str, Arg); 2] {
    let contact = config.contact.as_ref().map(|contact| match contact {
        url if url.contains("://") => format!("[{url}]({url})"),
        address if address.contains('@') => format!("[{address}](mailto:{address})"),
        words => words.clone(),
    });
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    [("operator", or_none(config.operator.clone()).into()), ("contact", or_none(contact).into())]
}
