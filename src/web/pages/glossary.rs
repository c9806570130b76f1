//! The words of the catalogue and what they mean: our own from `locales/`, the others from the
//! vocabularies, each under a fragment of its own.

use crate::i18n::alphabetical;
use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName as V};

/// Words of one kind.
pub(super) struct Group {
    pub(super) id: &'static str,
    pub(super) heading: String,
    pub(super) entries: Vec<Entry>,
}

/// One word.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) word: String,
    pub(super) meaning: String,
    /// Other words for the same.
    pub(super) also: Option<String>,
}

/// Words that stand in no vocabulary: `term-{name}` and `term-{name}-text`.
const OWN: [&str; 10] =
    ["insats", "handlaggare", "malgrupp", "vag-in", "remiss", "finsam", "forsorjningsstod", "period", "kalla", "lucka"];

/// The vocabularies whose words are explained.
const EXPLAINED: [V; 4] = [V::Methods, V::Activities, V::TargetGroups, V::Kinds];

/// What a term means, where the catalogue says it.
fn meaning(term: &Term) -> Option<&str> {
    term.definition.as_deref().or(term.label_easy.as_deref())
}

fn fragment(vocabulary: V, code: &str) -> String {
    format!("{}-{code}", vocabulary.as_str())
}

/// Where a code is explained; `None` when it is not.
pub(super) fn address(t: &Translator, vocabularies: &Vocabularies, vocabulary: V, code: &str) -> Option<String> {
    meaning(vocabularies.get(vocabulary).get(code)?)?;
    Some(format!("{}#{}", t.path("/ordlista"), fragment(vocabulary, code)))
}

/// Every word that is explained, by kind and name.
pub(super) fn groups(t: &Translator, vocabularies: &Vocabularies) -> Vec<Group> {
    let own = OWN.iter().map(|name| Entry {
        id: (*name).to_owned(),
        word: t.text(&format!("term-{name}")),
        meaning: t.text(&format!("term-{name}-text")),
        also: None,
    });
    let mut out = vec![Group { id: "ord", heading: t.text("glossary-own"), entries: own.collect() }];
    for vocabulary in EXPLAINED {
        let entry = |term: &Term| {
            Some(Entry {
                id: fragment(vocabulary, &term.code),
                word: t.label(term),
                meaning: t.record(meaning(term)?),
                also: (!term.other_words.is_empty())
                    .then(|| t.with("glossary-also", "words", t.record(&term.other_words.join(", ")))),
            })
        };
        let entries: Vec<Entry> = vocabularies.get(vocabulary).terms().iter().filter_map(entry).collect();
        if !entries.is_empty() {
            out.push(Group {
                id: vocabulary.as_str(),
                heading: t.text(&format!("vocabulary-{}", vocabulary.as_str().replace('_', "-"))),
                entries,
            });
        }
    }
    for group in &mut out {
        group.entries.sort_by_cached_key(|entry| alphabetical(&entry.word));
    }
    out
}
