//! Messages and URLs of one request, in its language.

use crate::i18n::{Arg, Lang, Texts, bidi, format};
use crate::web::http::extract::{Parameters, query_string};
use crate::web::links::SEARCH_PAGE;
use crate::web::present::foreign_text::{PageDirection, plain};
use crate::web::present::html::{Icon, Safe, trusted};
use crate::web::present::markdown;
use catalogue::Intervention;
use catalogue::field;
use catalogue::record::PartialDate;
use catalogue::vocabulary::Term;
use index::SearchQuery;
use index::query::parameter_name::LANG;
use jiff::civil::Date;
use std::sync::Arc;

/// Looks up messages in the language of one request, and builds URLs that keep this language.
#[derive(Clone)]
pub(crate) struct Translator {
    texts: Arc<Texts>,
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The parameters of the request except the language, as a query string.
    other_parameters: String,
    search_target: SearchTarget,
}

/// The path to which search links lead, and the parameters that they get in addition to those of the search.
#[derive(Clone)]
struct SearchTarget {
    path: &'static str,
    extra: Arc<[(&'static str, String)]>,
}

/// A link to the page in one language.
pub(crate) struct LanguageLink {
    pub(crate) lang: Lang,
    pub(crate) url: String,
    pub(crate) current: bool,
}

impl Translator {
    /// The language of the parameter `lang` when it is offered, otherwise Swedish. `Accept-Language` is ignored.
    pub(crate) fn new(texts: &Arc<Texts>, parameters: &Parameters) -> Self {
        let lang = parameters.get(LANG).and_then(|code| texts.language(code)).unwrap_or_default();
        let others = parameters.0.iter().filter(|(name, _)| name != LANG);
        let other_parameters = query_string(others.map(|(name, value)| (name.as_str(), value.as_str())));
        let search_target = SearchTarget { path: SEARCH_PAGE, extra: Arc::new([]) };
        Self { texts: Arc::clone(texts), lang, other_parameters, search_target }
    }

    /// The same translator with search links that lead to `path` and have the parameters `extra` in addition.
    pub(crate) fn with_search_target(&self, path: &'static str, extra: Vec<(&'static str, String)>) -> Self {
        Self { search_target: SearchTarget { path, extra: extra.into() }, ..self.clone() }
    }

    /// The same translator in another language; `None` when that language is not offered.
    pub(crate) fn in_language(&self, code: &str) -> Option<Self> {
        Some(Self { lang: self.texts.language(code)?, ..self.clone() })
    }

    /// Links to this page in every offered language; empty when there is only one. The URLs are relative to the page: a
    /// query without a path.
    pub(crate) fn languages(&self) -> Vec<LanguageLink> {
        let url = |lang: Lang| {
            let own = (lang != Lang::SWEDISH).then(|| query_string([(LANG, lang.code())]));
            let parts: Vec<&str> = [self.other_parameters.as_str()].into_iter().chain(own.as_deref()).collect();
            format!("?{}", parts.join("&").trim_start_matches('&'))
        };
        let link = |lang| LanguageLink { lang, url: url(lang), current: lang == self.lang };
        let all: Vec<LanguageLink> = self.texts.languages().map(link).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// The path of the page about the language of this page.
    pub(crate) fn own_language_page(&self) -> String {
        language_page(self.lang)
    }

    /// Whether the language of the page is not that of the records.
    pub(crate) fn is_foreign(&self) -> bool {
        self.lang != Lang::SWEDISH
    }

    /// A whole number in the format of the language.
    pub(crate) fn number(&self, n: u64) -> String {
        format::number(self.lang, n)
    }

    /// A message without arguments.
    pub(crate) fn text(&self, key: &str) -> String {
        self.texts.get(self.lang, key, &[])
    }

    /// A message with one argument.
    pub(crate) fn with(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.texts.get(self.lang, key, &[(name, value.into())])
    }

    /// A message with one argument, for an attribute that only screen readers read: without bidi isolates and
    /// delimiters.
    pub(crate) fn spoken(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        plain(&bidi::strip_isolates(&self.with(key, name, value)))
    }

    /// A message with the argument `count`.
    pub(crate) fn count(&self, key: &str, count: impl Into<Arg>) -> String {
        self.with(key, "count", count)
    }

    /// A message with several arguments.
    pub(crate) fn args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// A date in the format of the language, with the precision that it has.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        self.texts.date(self.lang, date)
    }

    /// A day in the format of the language.
    pub(crate) fn day(&self, day: Date) -> String {
        self.date(day.into())
    }

    /// Names as an enumeration in a sentence, such as `a, b och c`.
    pub(crate) fn list(&self, names: &[String]) -> String {
        match names.split_last() {
            Some((last, first)) if !first.is_empty() => {
                self.args("list-and", &[("first", self.commas(first).into()), ("last", last.into())])
            }
            _ => self.commas(names),
        }
    }

    /// Names separated by commas.
    pub(crate) fn commas(&self, names: &[String]) -> String {
        names.join(&self.text("list-comma"))
    }

    /// The text direction of the page; `None` for a Swedish page.
    fn foreign_direction(&self) -> Option<PageDirection> {
        self.is_foreign().then_some(if self.lang.is_right_to_left() {
            PageDirection::RightToLeft
        } else {
            PageDirection::LeftToRight
        })
    }

    /// Text of a record; on a page in another language it is enclosed in delimiters, see
    /// [`crate::web::present::foreign_text`].
    pub(crate) fn record(&self, text: &str) -> String {
        self.foreign_direction().map_or_else(|| text.to_owned(), |direction| direction.delimited(text))
    }

    /// A record whose short texts are enclosed in delimiters, see [`Self::record`].
    pub(crate) fn intervention(&self, mut record: Intervention) -> Intervention {
        if let Some(direction) = self.foreign_direction() {
            direction.delimit_all(&mut record);
        }
        record
    }

    /// HTML of a record; on a page in another language it is wrapped in an element with `lang="sv"`.
    pub(crate) fn record_html(&self, html: Safe) -> Safe {
        match self.foreign_direction() {
            Some(direction) => trusted(direction.element(&html)),
            None => html,
        }
    }

    /// A longer text of a record, rendered from Markdown to HTML.
    pub(crate) fn rich(&self, markdown: &str) -> Safe {
        let html = markdown::render(markdown);
        if !self.is_foreign() {
            return html;
        }
        trusted(format!(r#"<div lang="sv" dir="ltr">{html}</div>"#))
    }

    /// The label of a term in the language of the page, or else in Swedish.
    pub(crate) fn label(&self, term: &Term) -> String {
        term.labels.get(self.lang.code()).cloned().unwrap_or_else(|| self.record(&term.label))
    }

    /// The definition of a term in the language of the page, or else in Swedish.
    pub(crate) fn definition(&self, term: &Term) -> Option<String> {
        let own = term.definitions.get(self.lang.code()).cloned();
        own.or_else(|| term.definition.as_deref().map(|text| self.record(text)))
    }

    /// The URL of a path of this site in the language of the page. `path` may end with a fragment.
    pub(crate) fn address<'a>(&self, path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let (path, fragment) = path.split_at(path.find('#').unwrap_or(path.len()));
        let lang = self.is_foreign().then_some((LANG, self.lang.code()));
        let query = query_string(pairs.into_iter().chain(lang));
        if query.is_empty() { format!("{path}{fragment}") } else { format!("{path}?{query}{fragment}") }
    }

    /// Like [`Self::address`], without parameters.
    pub(crate) fn path(&self, path: &str) -> String {
        self.address(path, [])
    }

    /// The URL of a search, at the path of the search target.
    pub(crate) fn search(&self, query: &SearchQuery) -> String {
        let pairs = query.to_pairs();
        let all = pairs.iter().chain(self.search_target.extra.iter());
        self.address(self.search_target.path, all.map(|(name, value)| (*name, value.as_str())))
    }

    /// The messages that the script of the search field needs to display suggestions, as JSON.
    pub(crate) fn suggestion_words(&self) -> String {
        let mut words = serde_json::Map::new();
        for (name, key) in [("label", "suggest-label"), ("one", "suggest-count-one")] {
            words.insert(name.to_owned(), self.text(key).into());
        }
        words.insert("many".to_owned(), self.with("suggest-count", "count", "#").into());
        let groups = field::suggestion_groups().into_iter().map(|(_, group)| group.name);
        for group in ["interventions"].into_iter().chain(groups) {
            words.insert(group.to_owned(), self.text(&format!("suggest-{group}")).into());
        }
        serde_json::Value::Object(words).to_string()
    }

    /// Encloses `digits` in a left-to-right isolate on a page written from right to left, so that their order is kept.
    pub(crate) fn isolate_digits(&self, text: &str, digits: &str) -> String {
        if self.lang.is_right_to_left() {
            text.replace(digits, &bidi::isolate_left_to_right(digits))
        } else {
            text.to_owned()
        }
    }

    /// An icon beside text, hidden from screen readers.
    #[expect(clippy::unused_self, reason = "templates reach it through the translator")]
    pub(crate) fn icon<'a>(&self, name: &'a str) -> askama::filters::Safe<Icon<'a>> {
        askama::filters::Safe(Icon(name))
    }
}

/// The path of the page about a language.
pub(crate) fn language_page(lang: Lang) -> String {
    format!("/sprak/{}", lang.code())
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
        let foreign = t.in_language("ar").unwrap();
        assert_eq!(foreign.path("/om#sok"), "/om?lang=ar#sok");
        assert!(foreign.in_language("xx").is_none());
    }
}
