//! Our own lists (`lexicon/compounds.txt`, `lemmas.txt`, `whole.txt`; the project's licence).

use crate::lists::inflect;
use crate::lists::list::List;
use crate::stem;
use std::collections::{HashMap, HashSet};

/// What the three lists say.
#[derive(Debug)]
pub(crate) struct CuratedLists {
    /// Inflected forms with the place of their dictionary form in `words`.
    pub(crate) forms: List,
    /// Forms that may begin a compound, likewise.
    pub(crate) first: List,
    /// The dictionary forms, those that may end a compound before the others.
    words: Vec<String>,
    /// How many of `words` may end a compound.
    heads: u64,
    /// Words that are never split, and their stems.
    whole: HashSet<String>,
    whole_stems: HashSet<String>,
    /// Parts that are never split off; of last ones the stems.
    not_first: HashSet<String>,
    not_last: HashSet<String>,
}

impl CuratedLists {
    /// The lists as they ship.
    pub(crate) fn load() -> Self {
        Self::of(
            rows(include_str!("../../../lexicon/compounds.txt")),
            rows(include_str!("../../../lexicon/lemmas.txt")),
            rows(include_str!("../../../lexicon/whole.txt")),
        )
    }

    fn of<'a>(
        compounds: impl Iterator<Item = Vec<&'a str>>,
        lemmas: impl Iterator<Item = Vec<&'a str>>,
        whole: impl Iterator<Item = Vec<&'a str>>,
    ) -> Self {
        let (mut regular, mut first) = (Vec::new(), Vec::new());
        let mut words = RowWords::default();
        for row in compounds {
            let [word, declension, linking @ ..] = row.as_slice() else { continue };
            let place = words.place(word);
            regular.extend(inflect::forms(word, declension).into_iter().map(|form| (form, place)));
            first.extend(linking.iter().map(|form| (form.trim_end_matches('-').to_owned(), place)));
        }
        let heads = words.list.len() as u64;
        let mut forms = Vec::new();
        for row in lemmas {
            let [word, irregular @ ..] = row.as_slice() else { continue };
            let place = words.place(word);
            forms.extend([word].into_iter().chain(irregular).map(|form| ((*form).to_owned(), place)));
        }
        forms.extend(regular); // of a form in both, the irregular one counts
        let mut own = Self {
            forms: List::of(forms),
            first: List::of(first),
            words: words.list,
            heads,
            whole: HashSet::new(),
            whole_stems: HashSet::new(),
            not_first: HashSet::new(),
            not_last: HashSet::new(),
        };
        whole.flatten().for_each(|entry| own.block(entry));
        own
    }

    /// Takes an entry of `whole.txt`.
    fn block(&mut self, entry: &str) {
        match (entry.strip_suffix('-'), entry.strip_prefix('-')) {
            (Some(part), _) => self.not_first.insert(part.to_owned()),
            (_, Some(part)) => self.not_last.insert(stem(part)),
            _ => self.whole_stems.insert(stem(entry)) | self.whole.insert(entry.to_owned()),
        };
    }

    /// The dictionary form of one of our words, in any form; of those that are never split (place
    /// names among them) only the genitive is known.
    pub(crate) fn lemma(&self, form: &str) -> Option<&str> {
        let word = self.place(form).and_then(|place| self.word(place));
        word.or_else(|| self.whole.get(form.strip_suffix('s')?).map(String::as_str))
    }

    /// Whether this is a form of a word that may end a compound.
    pub(crate) fn is_head(&self, form: &str) -> bool {
        self.place(form).is_some_and(|place| place < self.heads)
    }

    /// The word behind a form that begins compounds.
    pub(crate) fn linked_word(&self, form: &str) -> Option<&str> {
        self.word(self.first.get(form)?)
    }

    /// Whether a word is never to be split.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.whole_stems.contains(&stem(word))
    }

    /// Whether this is never split off as a first part.
    pub(crate) fn may_not_begin(&self, form: &str) -> bool {
        self.not_first.contains(form)
    }

    /// Whether this is never split off as a last part, however inflected.
    pub(crate) fn may_not_end(&self, form: &str) -> bool {
        self.not_last.contains(&stem(form))
    }

    fn place(&self, form: &str) -> Option<u64> {
        self.forms.get(form).or_else(|| self.forms.get(form.strip_suffix('s')?))
    }

    fn word(&self, place: u64) -> Option<&str> {
        self.words.get(usize::try_from(place).ok()?).map(String::as_str)
    }
}

/// Dictionary forms in the order in which they were first met.
#[derive(Default)]
struct RowWords<'a> {
    list: Vec<String>,
    places: HashMap<&'a str, u64>,
}

impl<'a> RowWords<'a> {
    fn place(&mut self, word: &'a str) -> u64 {
        *self.places.entry(word).or_insert_with(|| {
            self.list.push(word.to_owned());
            self.list.len() as u64 - 1
        })
    }
}

/// The rows of a list: fields between blanks; `#` begins a remark.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().map(|line| line.split('#').next().unwrap_or_default().split_whitespace().collect())
}
