//! The word lists behind [`lemma`](crate::lemma), [`compound`](crate::compound) and
//! [`dictionary`](crate::dictionary): the project's own lists, and the larger, optional ones of `lexicon/sv`.

mod curated;
mod diacritics_automaton;
mod dictionary;
mod inflect;
mod list;

use curated::CuratedLists;
use diacritics_automaton::DiacriticsAutomaton;
use dictionary::DictionaryLists;
use list::List;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The lists of the program.
pub(crate) static LISTS: LazyLock<Lists> =
    LazyLock::new(|| Lists { own: CuratedLists::load(), sv: DictionaryLists::load() });

/// Fewest letters of a part of a compound.
const MIN_PART: usize = 3;

/// All word lists.
#[derive(Debug)]
pub(crate) struct Lists {
    own: CuratedLists,
    sv: DictionaryLists,
}

/// A part of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// Its length in the text, in bytes.
    pub(crate) len: usize,
    /// Its form in the list.
    pub(crate) form: Cow<'a, str>,
    /// Whether it is in the project's own lists, whose parts are preferred.
    pub(crate) own: bool,
}

impl Lists {
    /// The project's own lists alone, as without `lexicon/sv`.
    #[cfg(test)]
    pub(crate) fn own_only() -> Self {
        Self { own: CuratedLists::load(), sv: DictionaryLists::default() }
    }

    /// Whether the lists of `lexicon/sv` are compiled in.
    #[cfg(test)]
    pub(crate) fn has_sv(&self) -> bool {
        self.sv.has("ordlista")
    }

    /// The dictionary form of a listed form. `None` for an unlisted form, and for a form of `lexicon/sv` that has the
    /// same stem as its dictionary form.
    pub(crate) fn dictionary_form(&self, word: &str) -> Option<String> {
        self.own_form(word).or_else(|| self.sv.lemma(word))
    }

    /// The dictionary form of a form in the project's own lists.
    pub(crate) fn own_form(&self, word: &str) -> Option<String> {
        self.own.lemma(word).map(str::to_owned)
    }

    /// Whether a list contains this word or form.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.own.lemma(word).is_some() || self.sv.has(word) || self.is_whole(word)
    }

    /// Whether a word is never split.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.own.is_whole(word) || self.dictionary_form(word).is_some_and(|form| self.own.is_whole(&form))
    }

    /// The dictionary word of a linking form (`arbets`: *arbete*); the form itself if no list contains it.
    pub(crate) fn linked_word(&self, form: &str) -> String {
        let own = self.own.linked_word(form).map(str::to_owned);
        own.or_else(|| self.sv.linked_word(form)).unwrap_or_else(|| form.to_owned())
    }

    /// The first parts of compounds with which `text` starts.
    pub(crate) fn first_parts<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let piece = |len, own| Piece { len, form: Cow::Borrowed(&text[..len]), own };
        self.first_of(|list, own| list.prefixes(text).into_iter().map(|len| piece(len, own)).collect())
    }

    /// The first parts of compounds with which `text`, typed without diacritics, may start.
    pub(crate) fn folded_first_parts<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let wanted = DiacriticsAutomaton::prefix_of(text);
        let piece = |form: String, own| {
            Some(Piece { len: length_of(form.chars().count(), text)?, form: Cow::Owned(form), own })
        };
        self.first_of(|list, own| {
            list.restore_diacritics(&wanted).into_iter().filter_map(|form| piece(form, own)).collect()
        })
    }

    /// `text` as the last part of a compound; `None` if it cannot end one.
    pub(crate) fn last_part<'a>(&self, text: &'a str) -> Option<Piece<'a>> {
        let own = self.own.is_head(text);
        let known = own || self.sv.last.has(text);
        (known && self.may_end(text)).then_some(Piece { len: text.len(), form: Cow::Borrowed(text), own })
    }

    /// `text`, typed without diacritics, as the last part of a compound; `None` if it cannot end one.
    pub(crate) fn folded_last_part<'a>(&self, text: &'a str) -> Option<Piece<'a>> {
        let own = Self::of_folded(text, &self.own.forms).filter(|form| self.own.is_head(form));
        let piece = |form, own| Piece { len: text.len(), form: Cow::Owned(form), own };
        own.map(|form| piece(form, true))
            .or_else(|| Self::of_folded(text, &self.sv.last).map(|form| piece(form, false)))
            .filter(|piece| self.may_end(&piece.form))
    }

    /// The most likely listed word that equals `text` without diacritics; own lists take precedence.
    pub(crate) fn word_of_folded(&self, text: &str) -> Option<String> {
        [&self.own.forms, &self.sv.last, &self.sv.words].into_iter().find_map(|list| Self::of_folded(text, list))
    }

    /// The word of a list that equals `text` without diacritics; of several, the one with the fewest diacritics.
    fn of_folded(text: &str, list: &List) -> Option<String> {
        list.restore_diacritics(&DiacriticsAutomaton::whole_of(text)).into_iter().min_by_key(String::len)
    }

    /// The results of `find` in all lists of first parts, without parts that are too short or may not start a compound.
    fn first_of<'a>(&self, find: impl Fn(&List, bool) -> Vec<Piece<'a>>) -> Vec<Piece<'a>> {
        let mut pieces = find(&self.own.first, true);
        pieces.extend(find(&self.sv.first, false));
        pieces.retain(|piece| long_enough(&piece.form) && !self.own.may_not_start(&piece.form));
        pieces
    }

    fn may_end(&self, form: &str) -> bool {
        let blocked = |form: &str| self.own.may_not_end(form);
        long_enough(form) && !blocked(form) && !self.dictionary_form(form).is_some_and(|form| blocked(&form))
    }
}

fn long_enough(part: &str) -> bool {
    part.chars().count() >= MIN_PART
}

/// Length of the first `letters` letters of a text, in bytes; `None` if it has fewer.
fn length_of(letters: usize, text: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(letters)
}
