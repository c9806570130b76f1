//! Every text that users read, in their language. The texts stand in `locales/`, one file for each
//! language; a language is offered when its file is there.

mod bundle;
mod format;

pub use bundle::{Arg, END, ISOLATE, Texts};
pub use format::{alphabetical, date, number};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Swedish, the language of the records.
    #[default]
    Sv,
    /// English.
    En,
    /// Arabic.
    Ar,
}

impl Lang {
    /// Every language that a page could be in.
    pub const ALL: [Lang; 3] = [Lang::Sv, Lang::En, Lang::Ar];

    /// Its code (BCP 47), which is also the name of its file.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Sv => "sv",
            Lang::En => "en",
            Lang::Ar => "ar",
        }
    }

    /// Its own name for itself, so that those who read nothing else find it.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Sv => "Svenska",
            Lang::En => "English",
            Lang::Ar => "العربية",
        }
    }

    /// The direction in which it is written.
    pub fn dir(self) -> &'static str {
        match self {
            Lang::Sv | Lang::En => "ltr",
            Lang::Ar => "rtl",
        }
    }

    /// Whether most of its letters take two bytes or more (UTF-8): pages in it are heavier.
    pub fn has_long_letters(self) -> bool {
        match self {
            Lang::Sv | Lang::En => false,
            Lang::Ar => true,
        }
    }

    /// The language of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}
