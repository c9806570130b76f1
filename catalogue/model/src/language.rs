//! The languages that the catalogue is presented in. Everything that depends on a language apart from its texts
//! is in its entry here: parameter values, the language switcher, `hreflang`, direction, numbers, dates, counties.

/// One language of the presentation.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// Tag of the language (BCP 47). It names the locale file and selects the labels of vocabulary terms.
    pub code: &'static str,
    /// Its name in the language itself.
    pub name: &'static str,
    /// The direction of its script.
    pub direction: Direction,
    /// How thousands are separated in whole numbers.
    pub grouping: Grouping,
    /// Order and punctuation of a full date.
    pub date_form: DateForm,
    /// Whether most letters take two bytes or more in UTF-8, which makes pages heavier.
    pub is_multibyte: bool,
    /// What a county is called, with `{}` for its name; `None` where the Swedish label is shown.
    pub county: Option<&'static str>,
}

/// Direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// Separator of thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// A no-break space: `1 284`.
    Space,
    /// A comma: `1,284`.
    Comma,
    /// A full stop: `1.284`.
    Point,
}

/// Order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// `3 oktober 2026`.
    DayMonthYear,
    /// `October 3, 2026`.
    MonthDayYear,
    /// `2026 oktober 3`.
    YearMonthDay,
}

/// Every language, Swedish first: records are written in Swedish, and it replaces missing translations.
/// Arabic pages use the digits 0 to 9, which are in use on forms and signs in Sweden.
pub static LANGUAGES: &[Language] = &[
    Language::new("sv", "Svenska").grouping(Grouping::Space),
    Language::new("en", "English").county("{} County"),
    Language::new("ar", "العربية").right_to_left().multibyte().county("محافظة {}"),
];

impl Language {
    /// A language written from left to right in a script of one byte a letter, with `1,284` and
    /// `3 October 2026`.
    pub const fn new(code: &'static str, name: &'static str) -> Self {
        Self {
            code,
            name,
            direction: Direction::LeftToRight,
            grouping: Grouping::Comma,
            date_form: DateForm::DayMonthYear,
            is_multibyte: false,
            county: None,
        }
    }

    /// The same language with another separator of thousands.
    #[must_use]
    pub const fn grouping(self, grouping: Grouping) -> Self {
        Self { grouping, ..self }
    }

    /// The same language with another order of a date.
    #[must_use]
    pub const fn date_form(self, date_form: DateForm) -> Self {
        Self { date_form, ..self }
    }

    /// The same language, written from right to left.
    #[must_use]
    pub const fn right_to_left(self) -> Self {
        Self { direction: Direction::RightToLeft, ..self }
    }

    /// The same language, in a script of two bytes or more a letter.
    #[must_use]
    pub const fn multibyte(self) -> Self {
        Self { is_multibyte: true, ..self }
    }

    /// The same language with a phrase for counties, which contains `{}` for the name of one.
    #[must_use]
    pub const fn county(self, phrase: &'static str) -> Self {
        Self { county: Some(phrase), ..self }
    }
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Grouping {
    /// The separator itself.
    pub const fn separator(self) -> char {
        match self {
            Self::Space => '\u{a0}',
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// The codes of [`LANGUAGES`], in their order.
pub fn codes() -> Vec<&'static str> {
    LANGUAGES.iter().map(|language| language.code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_swedish_comes_first() {
        let unique: BTreeSet<&str> = codes().into_iter().collect();
        assert_eq!((unique.len(), codes()[0]), (LANGUAGES.len(), "sv"));
    }
}
