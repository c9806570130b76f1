//! The languages of the user interface. The entry of a language holds everything that depends on it except its
//! texts: parameter values, the language switcher, `hreflang`, direction, numbers, dates, counties.

/// One language of the user interface.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// Tag of the language (BCP 47). It names the locale file and selects the labels of vocabulary terms.
    pub code: &'static str,
    /// Its name in the language itself.
    pub name: &'static str,
    /// The direction of its script.
    pub direction: Direction,
    /// Thousands separator of whole numbers.
    pub grouping: Grouping,
    /// Order and punctuation of a full date.
    pub date_form: DateForm,
    /// Whether most letters take two bytes or more in UTF-8, which makes pages larger.
    pub is_multibyte: bool,
    /// Phrase for a county with `{}` for its name, such as `{} County`; `None` when the Swedish label is shown.
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

/// Thousands separator.
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

/// Every language. Swedish is first: records are written in it, and it is the fallback for missing translations.
/// Arabic pages use the digits 0 to 9, as forms and signs in Sweden do.
pub static LANGUAGES: &[Language] = &[
    Language::new("sv", "Svenska").grouping(Grouping::Space),
    Language::new("en", "English").county("{} County"),
    Language::new("ar", "العربية").right_to_left().multibyte().county("محافظة {}"),
];

impl Language {
    /// A left-to-right language with one byte per letter, numbers as `1,284`, dates as `3 October 2026` and Swedish
    /// labels of counties.
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

    /// Sets the thousands separator.
    #[must_use]
    pub const fn grouping(self, grouping: Grouping) -> Self {
        Self { grouping, ..self }
    }

    /// Sets the order of day, month and year.
    #[must_use]
    pub const fn date_form(self, date_form: DateForm) -> Self {
        Self { date_form, ..self }
    }

    /// Sets the direction to right to left.
    #[must_use]
    pub const fn right_to_left(self) -> Self {
        Self { direction: Direction::RightToLeft, ..self }
    }

    /// Declares that most letters take two bytes or more in UTF-8.
    #[must_use]
    pub const fn multibyte(self) -> Self {
        Self { is_multibyte: true, ..self }
    }

    /// Sets the phrase for a county, which contains `{}` for its name.
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
    /// The character between groups of three digits.
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
