//! The word lists behind [`lemma`](crate::lemma), [`compound`](crate::compound) and
//! [`dictionary`](crate::dictionary): our own, which suffice, and the larger ones of `lexicon/sv`.

mod curated;
mod dictionary;
mod inflect;
mod list;
mod unfolding;

use curated::CuratedLists;
use dictionary::DictionaryLists;
use list::List;
use std::sync::LazyLock;
use unfolding::Unfolding;

/// The lists that the program runs with.
pub(crate) static LISTS: LazyLock<Lists> =
    LazyLock::new(|| Lists { own: CuratedLists::load(), sv: DictionaryLists::load() });

/// Fewest letters of a compound's part.
const MIN_PART: usize = 3;

/// Everything that is known of Swedish words.
#[derive(Debug)]
pub(crate) struct Lists {
    own: CuratedLists,
    sv: DictionaryLists,
}

/// A part of a compound as a list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// How many bytes of the text it takes.
    pub(crate) len: usize,
    /// Its form in the list.
    pub(crate) form: String,
    /// Whether it is one of our own, which are the likelier ones here.
    pub(crate) own: bool,
}

impl Lists {
    /// Our own lists alone, as where `lexicon/sv` has been emptied.
    #[cfg(test)]
    pub(crate) fn own_only() -> Self {
        Self { own: CuratedLists::load(), sv: DictionaryLists::default() }
    }

    /// Whether the lists of `lexicon/sv` are there.
    #[cfg(test)]
    pub(crate) fn has_sv(&self) -> bool {
        self.sv.has("ordlista")
    }

    /// The dictionary form of a word that stands in a list, where its stem does not tell it.
    pub(crate) fn dictionary_form(&self, word: &str) -> Option<String> {
        self.own_form(word).or_else(|| self.sv.lemma(word))
    }

    /// The dictionary form of a word of our own.
    pub(crate) fn own_form(&self, word: &str) -> Option<String> {
        self.own.lemma(word).map(str::to_owned)
    }

    /// Whether a list has this word or form.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.own.lemma(word).is_some() || self.sv.has(word) || self.is_whole(word)
    }

    /// Whether a word is never to be split.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.own.is_whole(word) || self.dictionary_form(word).is_some_and(|form| self.own.is_whole(&form))
    }

    /// The word behind a first part: `arbets` → arbete.
    pub(crate) fn linked_word(&self, form: &str) -> String {
        let own = self.own.linked_word(form).map(str::to_owned);
        own.or_else(|| self.sv.linked_word(form)).unwrap_or_else(|| form.to_owned())
    }

    /// The first parts that `text` begins with.
    pub(crate) fn first_parts(&self, text: &str) -> Vec<Piece> {
        let piece = |len, own| Piece { len, form: text[..len].to_owned(), own };
        self.first_of(|list, own| list.prefixes(text).into_iter().map(|len| piece(len, own)).collect())
    }

    /// The first parts that `text`, typed without marks, may begin with.
    pub(crate) fn unfolded_first_parts(&self, text: &str) -> Vec<Piece> {
        let wanted = Unfolding::prefix_of(text);
        let piece = |form: String, own| Some(Piece { len: length_of(form.chars().count(), text)?, form, own });
        self.first_of(|list, own| list.unfold(&wanted).into_iter().filter_map(|form| piece(form, own)).collect())
    }

    /// `text` as a last part.
    pub(crate) fn last_part(&self, text: &str) -> Option<Piece> {
        let own = self.own.is_head(text);
        let known = own || self.sv.last.has(text);
        (known && self.may_end(text)).then(|| Piece { len: text.len(), form: text.to_owned(), own })
    }

    /// `text`, typed without marks, as a last part.
    pub(crate) fn unfolded_last_part(&self, text: &str) -> Option<Piece> {
        let own = Self::unfolded(text, &self.own.forms).filter(|form| self.own.is_head(form));
        let piece = |form, own| Piece { len: text.len(), form, own };
        own.map(|form| piece(form, true))
            .or_else(|| Self::unfolded(text, &self.sv.last).map(|form| piece(form, false)))
            .filter(|piece| self.may_end(&piece.form))
    }

    /// The likeliest listed word that reads `text` without its marks.
    pub(crate) fn unfolded_word(&self, text: &str) -> Option<String> {
        [&self.own.forms, &self.sv.last, &self.sv.words].into_iter().find_map(|list| Self::unfolded(text, list))
    }

    /// The likeliest of a list's words that read `text` without their marks: the one with the fewest.
    fn unfolded(text: &str, list: &List) -> Option<String> {
        list.unfold(&Unfolding::whole_of(text)).into_iter().min_by_key(String::len)
    }

    /// First parts of both lists.
    fn first_of(&self, find: impl Fn(&List, bool) -> Vec<Piece>) -> Vec<Piece> {
        let mut found = find(&self.own.first, true);
        found.extend(find(&self.sv.first, false));
        found.retain(|piece| long_enough(&piece.form) && !self.own.may_not_begin(&piece.form));
        found
    }

    fn may_end(&self, form: &str) -> bool {
        let blocked = |form: &str| self.own.may_not_end(form);
        long_enough(form) && !blocked(form) && !self.dictionary_form(form).is_some_and(|form| blocked(&form))
    }
}

fn long_enough(part: &str) -> bool {
    part.chars().count() >= MIN_PART
}

/// How many bytes the first `letters` of a text take.
fn length_of(letters: usize, text: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(letters)
}
