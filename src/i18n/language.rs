//! A language of the pages: an entry of the table in [`catalogue::language`].

use catalogue::language::{Direction, LANGUAGES, Language};

/// A language, by reference to its entry. A test passes an entry of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang(&'static Language);

impl Lang {
    /// Swedish: the language of the records and of texts that have no translation.
    pub const SWEDISH: Self = Self(&LANGUAGES[0]);

    /// The language of an entry.
    pub const fn of(entry: &'static Language) -> Self {
        Self(entry)
    }

    /// Every language of the table, Swedish first.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// Its entry in the table.
    pub fn entry(self) -> &'static Language {
        self.0
    }

    /// Tag of the language (BCP 47), which is also the stem of its file in `locales/`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// Its name in the language itself.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The value of the HTML attribute `dir`.
    pub fn dir(self) -> &'static str {
        self.0.direction.as_str()
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self.0.direction == Direction::RightToLeft
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::SWEDISH
    }
}
