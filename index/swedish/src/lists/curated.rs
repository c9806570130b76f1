//! The project's own lists (`lexicon/compounds.txt`, `lemmas.txt`, `whole.txt`; the project's licence).

use crate::lists::inflect;
use crate::lists::list::List;
use crate::stem;
use std::collections::{HashMap, HashSet};

/// The three lists.
#[derive(Debug)]
pub(crate) struct CuratedLists {
    /// Inflected forms, each with the position of its dictionary form in `words`.
    pub(crate) forms: List,
    /// Linking forms that start compounds, each with the position of its word in `words`.
    pub(crate) first: List,
    /// The dictionary forms, those that may end a compound first.
    words: Vec<String>,
    /// Number of `words` that may end a compound.
    heads: u64,
    /// Words that are never split.
    whole: HashSet<String>,
    /// The stems of `whole`.
    whole_stems: HashSet<String>,
    /// Parts that never start a compound.
    not_first: HashSet<String>,
    /// Stems of parts that never end a compound.
    not_last: HashSet<String>,
}

impl CuratedLists {
    /// Parses the shipped lists.
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
            let position = words.position(word);
            regular.extend(inflect::forms(word, declension).into_iter().map(|form| (form, position)));
            first.extend(linking.iter().map(|form| (form.trim_end_matches('-').to_owned(), position)));
        }
        let heads = words.list.len() as u64;
        let mut forms = Vec::new();
        for row in lemmas {
            let [word, irregular @ ..] = row.as_slice() else { continue };
            let position = words.position(word);
            forms.extend([word].into_iter().chain(irregular).map(|form| ((*form).to_owned(), position)));
        }
        forms.extend(regular); // irregular forms win
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
        whole.flatten().for_each(|entry| own.add_whole(entry));
        own
    }

    /// Adds an entry of `whole.txt`.
    fn add_whole(&mut self, entry: &str) {
        match (entry.strip_suffix('-'), entry.strip_prefix('-')) {
            (Some(part), _) => self.not_first.insert(part.to_owned()),
            (_, Some(part)) => self.not_last.insert(stem(part)),
            _ => self.whole_stems.insert(stem(entry)) | self.whole.insert(entry.to_owned()),
        };
    }

    /// The dictionary form of an inflected form. Of words in `whole`, such as place names, only the genitive is
    /// recognised.
    pub(crate) fn lemma(&self, form: &str) -> Option<&str> {
        let word = self.position(form).and_then(|position| self.word(position));
        word.or_else(|| self.whole.get(form.strip_suffix('s')?).map(String::as_str))
    }

    /// Whether this is a form of a word that may end a compound.
    pub(crate) fn is_head(&self, form: &str) -> bool {
        self.position(form).is_some_and(|position| position < self.heads)
    }

    /// The dictionary word of a linking form.
    pub(crate) fn linked_word(&self, form: &str) -> Option<&str> {
        self.word(self.first.get(form)?)
    }

    /// Whether a word is never split.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.whole_stems.contains(&stem(word))
    }

    /// Whether a form never starts a compound.
    pub(crate) fn may_not_start(&self, form: &str) -> bool {
        self.not_first.contains(form)
    }

    /// Whether a form, in any inflection, never ends a compound.
    pub(crate) fn may_not_end(&self, form: &str) -> bool {
        self.not_last.contains(&stem(form))
    }

    fn position(&self, form: &str) -> Option<u64> {
        self.forms.get(form).or_else(|| self.forms.get(form.strip_suffix('s')?))
    }

    fn word(&self, position: u64) -> Option<&str> {
        self.words.get(usize::try_from(position).ok()?).map(String::as_str)
    }
}

/// Dictionary forms in the order of their first occurrence.
#[derive(Default)]
struct RowWords<'a> {
    list: Vec<String>,
    positions: HashMap<&'a str, u64>,
}

impl<'a> RowWords<'a> {
    fn position(&mut self, word: &'a str) -> u64 {
        *self.positions.entry(word).or_insert_with(|| {
            self.list.push(word.to_owned());
            self.list.len() as u64 - 1
        })
    }
}

/// The rows of a list, each with its fields separated by whitespace; `#` starts a comment.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().map(|line| line.split('#').next().unwrap_or_default().split_whitespace().collect())
}
