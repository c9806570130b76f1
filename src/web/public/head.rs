//! What every page has around its content.

use super::reader::Reader;
use crate::web::assets;
use catalogue::Vocabularies;
use jiff::civil::Date;

/// Title, addresses of the page's files, and the numbers to call that every page leads to.
pub(super) struct Head {
    pub(super) title: String,
    /// Whether search engines are asked to leave the page out.
    pub(super) noindex: bool,
    /// Which entry of the menu the page belongs to.
    pub(super) section: Section,
    pub(super) help: Vec<Help>,
    pub(super) files: Files,
}

/// Entries of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Search,
    None,
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
        t: &Reader,
        title: &str,
        section: Section,
        vocabularies: Option<&Vocabularies>,
        today: Date,
    ) -> Self {
        let valid = vocabularies.iter().flat_map(|v| &v.help_numbers).filter(|n| n.is_valid(today));
        let help = valid.map(|number| Help {
            label: number.label.clone(),
            number: dialled(&number.number),
            when: if number.hours.is_empty() {
                number.when.clone()
            } else {
                format!("{}, {}", number.when, number.hours)
            },
        });
        Self {
            title: t.with("title", "page", title),
            noindex: false,
            section,
            help: help.collect(),
            files: Files {
                stylesheet: assets::stylesheet_url(),
                script: assets::script_url(),
                font: assets::font_url(),
                favicon: assets::favicon_url(),
            },
        }
    }

    /// Whether the page is the search or belongs to it.
    pub(super) fn is_search(&self) -> bool {
        self.section == Section::Search
    }
}

/// A number as a telephone dials it.
pub(super) fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
