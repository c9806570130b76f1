//! Head, menu and footer of every page.

use crate::web::http::assets;
use crate::web::links::SEARCH_PAGE;
use crate::web::pages::components::contact_lines::dialled_number;
use crate::web::present::translator::{LanguageLink, Translator};
use catalogue::Vocabularies;
use catalogue::vocabulary::Emergency;
use jiff::civil::Date;

/// The values that the templates of head, menu and footer need.
pub(super) struct Head {
    pub(super) title: String,
    /// Whether search engines are asked not to index the page.
    pub(super) noindex: bool,
    /// The canonical URL, when several URLs show the same page.
    pub(super) canonical: Option<String>,
    /// The page in every offered language; empty when there is only one.
    pub(super) languages: Vec<LanguageLink>,
    pub(super) menu: Vec<MenuEntry>,
    pub(super) help: Vec<HelpLink>,
    /// The heading above `help`.
    pub(super) help_heading: String,
    /// URL and date, shown in print only.
    pub(super) printed: Option<String>,
    pub(super) files: AssetUrls,
}

/// The menu entry that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Search,
    Overview,
    About,
    EasyRead,
    None,
}

/// The menu entries in display order, as (section, path, locale key).
const MENU: [(Section, &str, &str); 4] = [
    (Section::Search, SEARCH_PAGE, "menu-search"),
    (Section::Overview, "/oversikt", "menu-overview"),
    (Section::About, "/om", "menu-about"),
    (Section::EasyRead, "/lattlast", "menu-easy-read"),
];

/// An entry of the menu.
pub(super) struct MenuEntry {
    pub(super) text: String,
    pub(super) url: String,
    pub(super) current: bool,
}

/// A telephone number for emergencies or advice.
pub(super) struct HelpLink {
    pub(super) label: String,
    pub(super) number: String,
    pub(super) when: String,
    emergencies: Vec<Emergency>,
}

/// URLs of the assets that every page loads.
pub(super) struct AssetUrls {
    pub(super) stylesheet: &'static str,
    pub(super) script: &'static str,
    pub(super) font: &'static str,
    pub(super) favicon: &'static str,
}

impl Head {
    /// The head of a page; the name of the site is appended to `title`. Without vocabularies there are no telephone
    /// numbers.
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
            HelpLink {
                label: t.isolate_digits(&label, &number.number),
                number: dialled_number(&number.number),
                when,
                emergencies: number.emergencies.clone(),
            }
        });
        let entry = |(entry_section, path, key): (Section, &str, &str)| MenuEntry {
            text: t.text(key),
            url: t.path(path),
            current: entry_section == section,
        };
        Self {
            // A soft hyphen has no effect in a title.
            title: t.with("title", "page", title).replace('\u{ad}', ""),
            noindex: false,
            canonical: None,
            languages: t.languages(),
            menu: MENU.into_iter().map(entry).collect(),
            help: help.collect(),
            help_heading: t.text("help-now"),
            printed: None,
            files: AssetUrls {
                stylesheet: assets::stylesheet_url(),
                script: assets::script_url(),
                font: assets::font_url(),
                favicon: assets::favicon_url(),
            },
        }
    }

    /// Puts the numbers for an emergency first.
    pub(super) fn put_first(&mut self, t: &Translator, emergency: Emergency) {
        self.help.sort_by_key(|link| !link.emergencies.contains(&emergency));
        if self.help.first().is_some_and(|link| link.emergencies.contains(&emergency)) {
            self.help_heading = t.text("urgent-call");
        }
    }

    /// Adds the line with the absolute URL and the date, which is shown in print only.
    pub(super) fn print(&mut self, t: &Translator, address: &str, today: Date) {
        let text = t.args("printed-from", &[("address", address.into()), ("date", t.day(today).into())]);
        self.printed = Some(text);
    }
}
