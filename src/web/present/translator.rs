//! The texts in the language of one request, and addresses that keep that language.

use crate::i18n::{self, Arg, Lang, Texts};
use crate::web::http::assets;
use crate::web::http::extract::{Parameters, query_string};
use crate::web::present::{foreign_text, markdown};
use askama::filters::HtmlSafe;
use catalogue::Intervention;
use catalogue::record::PartialDate;
use catalogue::vocabulary::Term;
use index::SearchQuery;
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;

/// Whoever reads the page: looks texts up in one language.
#[derive(Clone)]
pub(crate) struct Translator {
    texts: Arc<Texts>,
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The parameters of the page but its language, as a query string.
    others: String,
    /// Where searches lead.
    searches: Searches,
}

/// The page that searches lead to, and what else goes along with them.
#[derive(Clone)]
struct Searches {
    path: &'static str,
    along: Arc<[(&'static str, String)]>,
}

/// The page in one language.
pub(crate) struct Language {
    pub(crate) lang: Lang,
    pub(crate) url: String,
    pub(crate) current: bool,
}

impl Translator {
    /// The language that the address asks for, when it is offered; Swedish otherwise. Never guessed.
    pub(crate) fn new(texts: &Arc<Texts>, parameters: &Parameters) -> Self {
        let asked = parameters.get("lang").and_then(Lang::parse);
        let lang = asked.filter(|lang| texts.languages().any(|l| l == *lang)).unwrap_or_default();
        let others = parameters.0.iter().filter(|(name, _)| name != "lang");
        let others = query_string(others.map(|(name, value)| (name.as_str(), value.as_str())));
        let searches = Searches { path: "/sok", along: Arc::new([]) };
        Self { texts: Arc::clone(texts), lang, others, searches }
    }

    /// The same reader on a page that its searches lead back to, with what the page keeps of its own.
    pub(crate) fn on(&self, path: &'static str, along: Vec<(&'static str, String)>) -> Self {
        Self { searches: Searches { path, along: along.into() }, ..self.clone() }
    }

    /// The same reader in another language; `None` when that is not offered.
    pub(crate) fn in_language(&self, code: &str) -> Option<Self> {
        let lang = Lang::parse(code).filter(|lang| self.texts.languages().any(|l| l == *lang))?;
        Some(Self { lang, ..self.clone() })
    }

    /// This page in every language that is offered; empty when there is but one. The addresses have
    /// no path, so they lead to the page that they stand on.
    pub(crate) fn languages(&self) -> Vec<Language> {
        let url = |lang: Lang| {
            let own = (lang != Lang::default()).then(|| query_string([("lang", lang.code())]));
            let parts: Vec<&str> = [self.others.as_str()].into_iter().chain(own.as_deref()).collect();
            format!("?{}", parts.join("&").trim_start_matches('&'))
        };
        let all = self.texts.languages().map(|lang| Language { lang, url: url(lang), current: lang == self.lang });
        let all: Vec<Language> = all.collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// The address of the page about the reader's language.
    pub(crate) fn own_language_page(&self) -> String {
        format!("/sprak/{}", self.lang.code())
    }

    /// Whether the page is in another language than the records.
    pub(crate) fn is_foreign(&self) -> bool {
        self.lang != Lang::default()
    }

    /// A whole number as it is written in the language.
    pub(crate) fn number(&self, n: u64) -> String {
        i18n::number(self.lang, n)
    }

    /// A text that says nothing about anything.
    pub(crate) fn text(&self, key: &str) -> String {
        self.texts.get(self.lang, key, &[])
    }

    /// A text about one thing.
    pub(crate) fn with(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.texts.get(self.lang, key, &[(name, value.into())])
    }

    /// A text about one thing that is only read out: marks of direction say nothing there.
    pub(crate) fn spoken(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.with(key, name, value).replace([i18n::ISOLATE, i18n::END], "")
    }

    /// A text about a number of things, called `count` in the text.
    pub(crate) fn count(&self, key: &str, count: impl Into<Arg>) -> String {
        self.with(key, "count", count)
    }

    /// A text about several things.
    pub(crate) fn args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// A date as precise as it is known.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        i18n::date(&self.texts, self.lang, date)
    }

    /// A day.
    pub(crate) fn day(&self, day: Date) -> String {
        self.date(day.into())
    }

    /// Names as a sentence lists them: `a, b och c`.
    pub(crate) fn list(&self, names: &[String]) -> String {
        match names.split_last() {
            Some((last, first)) if !first.is_empty() => {
                self.args("list-and", &[("first", self.commas(first).into()), ("last", last.into())])
            }
            _ => self.commas(names),
        }
    }

    /// Names with a comma between them.
    pub(crate) fn commas(&self, names: &[String]) -> String {
        names.join(&self.text("list-comma"))
    }

    /// What a record says, whatever the language of the page; see [`crate::web::present::foreign_text`].
    pub(crate) fn record(&self, text: &str) -> String {
        if self.is_foreign() { foreign_text::marked(text) } else { text.to_owned() }
    }

    /// A record whose texts are told apart from those of the page.
    pub(crate) fn intervention(&self, mut record: Intervention) -> Intervention {
        if self.is_foreign() {
            foreign_text::mark_all(&mut record);
        }
        record
    }

    /// A longer text of a record (Markdown) as HTML.
    pub(crate) fn rich(&self, markdown: &str) -> Safe {
        let html = markdown::render(markdown);
        if !self.is_foreign() {
            return html;
        }
        Safe::trusted(format!(r#"<div lang="sv" dir="ltr">{html}</div>"#))
    }

    /// The label of a term, in Swedish where the page's language has none.
    pub(crate) fn label(&self, term: &Term) -> String {
        term.labels.get(self.lang.code()).cloned().unwrap_or_else(|| self.record(&term.label))
    }

    /// What a term means, in Swedish where the page's language has no words for it.
    pub(crate) fn definition(&self, term: &Term) -> Option<String> {
        let own = term.definitions.get(self.lang.code()).cloned();
        own.or_else(|| term.definition.as_deref().map(|text| self.record(text)))
    }

    /// An address of this site in the page's language. The path may end with a fragment.
    pub(crate) fn address<'a>(&self, path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let (path, fragment) = path.split_at(path.find('#').unwrap_or(path.len()));
        let lang = self.is_foreign().then_some(("lang", self.lang.code()));
        let query = query_string(pairs.into_iter().chain(lang));
        if query.is_empty() { format!("{path}{fragment}") } else { format!("{path}?{query}{fragment}") }
    }

    /// As [`Self::address`], without parameters.
    pub(crate) fn path(&self, path: &str) -> String {
        self.address(path, [])
    }

    /// The address of a search.
    pub(crate) fn search(&self, query: &SearchQuery) -> String {
        let pairs = query.to_pairs();
        let all = pairs.iter().chain(self.searches.along.iter());
        self.address(self.searches.path, all.map(|(name, value)| (*name, value.as_str())))
    }

    /// The words that the script says of suggestions, as JSON.
    pub(crate) fn suggestion_words(&self) -> String {
        let mut words = serde_json::Map::new();
        for (name, key) in [("label", "suggest-label"), ("one", "suggest-count-one")] {
            words.insert(name.to_owned(), self.text(key).into());
        }
        words.insert("many".to_owned(), self.with("suggest-count", "count", "#").into());
        for group in ["interventions", "target_groups", "municipalities", "methods", "funders"] {
            words.insert(group.to_owned(), self.text(&format!("suggest-{group}")).into());
        }
        serde_json::Value::Object(words).to_string()
    }

    /// A text with digits in it that keep their order on a page written from right to left.
    pub(crate) fn in_order(&self, text: &str, digits: &str) -> String {
        match self.lang.dir() {
            "rtl" => text.replace(digits, &format!("\u{2066}{digits}\u{2069}")),
            _ => text.to_owned(),
        }
    }

    /// A picture beside words; never read out.
    #[expect(clippy::unused_self, reason = "templates reach it through the reader")]
    pub(crate) fn icon<'a>(&self, name: &'a str) -> Icon<'a> {
        Icon(name)
    }
}

/// One picture of `static/icons.svg`.
pub(crate) struct Icon<'a>(&'a str);

impl HtmlSafe for Icon<'_> {}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The name may come from a vocabulary file.
        let name = self.0.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
        write!(
            f,
            r#"<svg class="icon" width="24" height="24" aria-hidden="true" focusable="false"><use href="{}#{name}"/></svg>"#,
            assets::icons_url()
        )
    }
}

/// Text that is HTML already: made by [`crate::web::present::markdown`], by the highlighter of the index, or escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Safe(String);

impl Safe {
    /// Takes HTML that is known to be safe.
    pub(crate) fn trusted(html: String) -> Self {
        Self(html)
    }

    /// Makes plain text safe.
    pub(crate) fn escaped(text: &str) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_addresses() {
        let texts = Arc::new(Texts::load());
        let t = Translator::new(&texts, &Parameters::parse("a=1&lang=xx&b=%C3%A5"));
        let names =
            |count: usize| -> Vec<String> { ["a", "b", "c"].iter().take(count).map(ToString::to_string).collect() };
        let lists: Vec<String> = (0..4).map(|count| t.list(&names(count))).collect();
        assert_eq!(lists, ["", "a", "a och b", "a, b och c"]);
        assert_eq!(t.address("/om#sok", [("a", "å")]), "/om?a=%C3%A5#sok");
        let foreign = Translator { lang: Lang::Ar, ..t };
        assert_eq!(foreign.path("/om#sok"), "/om?lang=ar#sok");
        assert!(foreign.in_language("xx").is_none());
    }
}
