//! A language of the pages: an entry of the table in [`catalogue::language`].

use catalogue::language::{Direction, LANGUAGES, Language};

/// A language, as a reference to its entry. Tests can pass an entry that is not in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang(&'static Language);

impl Lang {
    /// Swedish: the language of the records, and of messages without a translation.
    pub const SWEDISH: Self = Self(&LANGUAGES[0]);

    /// The language of an entry.
    pub const fn of(entry: &'static Language) -> Self {
        Self(entry)
    }

    /// All languages of the table, Swedish first.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// Its entry in the table.
    pub fn entry(self) -> &'static Language {
        self.0
    }

    /// The BCP 47 tag of the language, which is also the stem of its file in `locales/`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The name of the language in itself.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The value of the HTML attribute `dir`.
    pub fn dir(self) -> &'static str {
        self.0.direction.as_str()
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self.0.direction == Direction::RightToLeft
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::SWEDISH
    }
}
