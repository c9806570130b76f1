//! What every page has around its content.

use crate::web::http::assets;
use crate::web::present::translator::{Language, Translator};
use catalogue::Vocabularies;
use jiff::civil::Date;

/// Title, addresses of the page's files, and the numbers to call that every page leads to.
pub(super) struct Head {
    pub(super) title: String,
    /// Whether search engines are asked to leave the page out.
    pub(super) noindex: bool,
    /// The address that the page has among several that show the same.
    pub(super) canonical: Option<String>,
    /// The page in every language, when there are several.
    pub(super) languages: Vec<Language>,
    pub(super) menu: Vec<Entry>,
    pub(super) help: Vec<Help>,
    /// Said on paper alone: where it comes from, and when.
    pub(super) printed: Option<String>,
    pub(super) files: Files,
}

/// What the entry of the menu is about that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Search,
    Overview,
    About,
    EasyRead,
    None,
}

/// The menu in its order.
const MENU: [(Section, &str, &str); 4] = [
    (Section::Search, "/sok", "menu-search"),
    (Section::Overview, "/oversikt", "menu-overview"),
    (Section::About, "/om", "menu-about"),
    (Section::EasyRead, "/lattlast", "menu-easy-read"),
];

/// An entry of the menu.
pub(super) struct Entry {
    pub(super) text: String,
    pub(super) url: String,
    pub(super) current: bool,
}

/// A number to call.
pub(super) struct Help {
    pub(super) label: String,
    pub(super) number: String,
    pub(super) when: String,
}

/// Addresses of the files that every page names.
pub(super) struct Files {
    pub(super) stylesheet: &'static str,
    pub(super) script: &'static str,
    pub(super) font: &'static str,
    pub(super) favicon: &'static str,
}

impl Head {
    /// The frame of a page with this title.
    pub(super) fn new(
        t: &Translator,
        title: &str,
        section: Section,
        vocabularies: Option<&Vocabularies>,
        today: Date,
    ) -> Self {
        let valid = vocabularies.iter().flat_map(|v| &v.help_numbers).filter(|n| n.is_valid(today));
        let help = valid.map(|number| {
            let [label, when, hours] = match number.words.get(t.lang.code()) {
                Some(words) => [&words.label, &words.when, &words.hours].map(String::clone),
                None => [&number.label, &number.when, &number.hours].map(|text| t.record(text)),
            };
            let when = if number.hours.is_empty() { when } else { t.commas(&[when, hours]) };
            Help { label: t.in_order(&label, &number.number), number: dialled(&number.number), when }
        });
        let entry = |(of, path, key): (Section, &str, &str)| Entry {
            text: t.text(key),
            url: t.path(path),
            current: of == section,
        };
        Self {
            // Where a long word may break says nothing to those who hear it.
            title: t.with("title", "page", title).replace('\u{ad}', ""),
            noindex: false,
            canonical: None,
            languages: t.languages(),
            menu: MENU.into_iter().map(entry).collect(),
            help: help.collect(),
            printed: None,
            files: Files {
                stylesheet: assets::stylesheet_url(),
                script: assets::script_url(),
                font: assets::font_url(),
                favicon: assets::favicon_url(),
            },
        }
    }

    /// Lets the page say on paper that it comes from a whole address, and is of a day.
    pub(super) fn print(&mut self, t: &Translator, address: &str, today: Date) {
        let text = t.args("printed-from", &[("address", address.into()), ("date", t.day(today).into())]);
        self.printed = Some(text);
    }
}

/// A number as a telephone dials it.
pub(super) fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
