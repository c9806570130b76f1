//! The texts in the language of one request, and addresses that keep that language.

use crate::i18n::{self, Arg, Lang, Texts};
use crate::web::assets;
use crate::web::extract::{Parameters, query_string};
use askama::filters::HtmlSafe;
use catalogue::model::PartialDate;
use index::SearchQuery;
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;

/// Whoever reads the page: looks texts up in one language.
#[derive(Clone)]
pub(in crate::web) struct Reader {
    texts: Arc<Texts>,
    /// The language of the page.
    pub(super) lang: Lang,
    /// Where searches lead.
    searches: Searches,
}

/// The page that searches lead to, and what else goes along with them.
#[derive(Clone)]
struct Searches {
    path: &'static str,
    along: Arc<[(&'static str, String)]>,
}

impl Reader {
    /// The language that the address asks for, when it is offered; Swedish otherwise. Never guessed.
    pub(in crate::web) fn new(texts: &Arc<Texts>, parameters: &Parameters) -> Self {
        let asked = parameters.get("lang").and_then(Lang::parse);
        let lang = asked.filter(|lang| texts.languages().any(|l| l == *lang)).unwrap_or_default();
        Self { texts: Arc::clone(texts), lang, searches: Searches { path: "/sok", along: Arc::new([]) } }
    }

    /// The same reader on a page that its searches lead back to, with what the page keeps of its own.
    pub(super) fn on(&self, path: &'static str, along: Vec<(&'static str, String)>) -> Self {
        Self { searches: Searches { path, along: along.into() }, ..self.clone() }
    }

    /// A text that says nothing about anything.
    pub(in crate::web) fn text(&self, key: &str) -> String {
        self.texts.get(self.lang, key, &[])
    }

    /// A text about one thing.
    pub(super) fn with(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.texts.get(self.lang, key, &[(name, value.into())])
    }

    /// A text about a number of things, called `count` in the text.
    pub(super) fn count(&self, key: &str, count: impl Into<Arg>) -> String {
        self.with(key, "count", count)
    }

    /// A text about several things.
    pub(super) fn args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// A date as precise as it is known.
    pub(super) fn date(&self, date: PartialDate) -> String {
        i18n::date(&self.texts, self.lang, date)
    }

    /// A day.
    pub(super) fn day(&self, day: Date) -> String {
        self.date(day.into())
    }

    /// Names as a sentence lists them: `a, b och c`.
    pub(super) fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.args("list-and", &[("first", first.join(", ").into()), ("last", last.into())]),
        }
    }

    /// An address of this site in the page's language.
    pub(super) fn address<'a>(&self, path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let lang = (self.lang != Lang::default()).then_some(("lang", self.lang.code()));
        let query = query_string(pairs.into_iter().chain(lang));
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// As [`Self::address`], without parameters.
    pub(super) fn path(&self, path: &str) -> String {
        self.address(path, [])
    }

    /// The address of a search.
    pub(super) fn search(&self, query: &SearchQuery) -> String {
        let pairs = query.to_pairs();
        let all = pairs.iter().chain(self.searches.along.iter());
        self.address(self.searches.path, all.map(|(name, value)| (*name, value.as_str())))
    }

    /// A picture beside words; never read out.
    #[expect(clippy::unused_self, reason = "templates reach it through the reader")]
    pub(super) fn icon<'a>(&self, name: &'a str) -> Icon<'a> {
        Icon(name)
    }
}

/// One picture of `static/icons.svg`.
pub(super) struct Icon<'a>(&'a str);

impl HtmlSafe for Icon<'_> {}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The name may come from a vocabulary file.
        let name = self.0.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
        write!(
            f,
            r#"<svg class="i" width="24" height="24" aria-hidden="true" focusable="false"><use href="{}#{name}"/></svg>"#,
            assets::icons_url()
        )
    }
}

/// Text that is HTML already: made by [`super::markdown`], by the highlighter of the index, or escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Safe(String);

impl Safe {
    /// Takes HTML that is known to be safe.
    pub(super) fn trusted(html: String) -> Self {
        Self(html)
    }

    /// Makes plain text safe.
    pub(super) fn escaped(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                c => out.push(c),
            }
        }
        Self(out)
    }
}

impl HtmlSafe for Safe {}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
