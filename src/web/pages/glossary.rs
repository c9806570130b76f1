//! The glossary: terms of the site from `locales/` and terms of the vocabularies, with their definitions. Each entry
//! has a fragment of its own.

use crate::web::present::translator::Translator;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName as V};
use swedish::collation;

/// The terms of one vocabulary, or of the site.
pub(super) struct GlossarySection {
    pub(super) id: &'static str,
    pub(super) heading: String,
    pub(super) entries: Vec<GlossaryEntry>,
}

/// A term with its definition.
pub(super) struct GlossaryEntry {
    pub(super) id: String,
    pub(super) word: String,
    pub(super) meaning: String,
    /// Synonyms.
    pub(super) also: Option<String>,
}

/// Terms of the site, which are in no vocabulary. Their messages are `term-{name}` and `term-{name}-text`.
const SITE_WORDS: [&str; 10] =
    ["insats", "handlaggare", "malgrupp", "vag-in", "remiss", "finsam", "forsorjningsstod", "period", "kalla", "lucka"];

/// The vocabularies whose terms are explained.
const EXPLAINED: [V; 4] = [V::Methods, V::Activities, V::TargetGroups, V::Kinds];

/// The definition of a term, or else its easy label; `None` when the vocabulary has neither.
fn meaning(term: &Term) -> Option<&str> {
    term.definition.as_deref().or(term.label_easy.as_deref())
}

fn fragment(vocabulary: V, code: &str) -> String {
    format!("{}-{code}", vocabulary.as_str())
}

/// The URL of the glossary entry of a code; `None` when there is no entry.
pub(super) fn address(t: &Translator, vocabularies: &Vocabularies, vocabulary: V, code: &str) -> Option<String> {
    meaning(vocabularies.get(vocabulary).get(code)?)?;
    Some(format!("{}#{}", t.path("/ordlista"), fragment(vocabulary, code)))
}

/// Every entry, grouped by vocabulary and ordered by name.
pub(super) fn sections(t: &Translator, vocabularies: &Vocabularies) -> Vec<GlossarySection> {
    let own = SITE_WORDS.iter().map(|name| GlossaryEntry {
        id: (*name).to_owned(),
        word: t.text(&format!("term-{name}")),
        meaning: t.text(&format!("term-{name}-text")),
        also: None,
    });
    let mut out = vec![GlossarySection { id: "ord", heading: t.text("glossary-own"), entries: own.collect() }];
    for vocabulary in EXPLAINED {
        let entry = |term: &Term| {
            Some(GlossaryEntry {
                id: fragment(vocabulary, &term.code),
                word: t.label(term),
                meaning: t.record(meaning(term)?),
                also: (!term.other_words.is_empty())
                    .then(|| t.with("glossary-also", "words", t.record(&term.other_words.join(", ")))),
            })
        };
        let entries: Vec<GlossaryEntry> = vocabularies.get(vocabulary).terms().iter().filter_map(entry).collect();
        if !entries.is_empty() {
            out.push(GlossarySection {
                id: vocabulary.as_str(),
                heading: t.text(&format!("vocabulary-{}", vocabulary.as_str().replace('_', "-"))),
                entries,
            });
        }
    }
    for section in &mut out {
        section.entries.sort_by_cached_key(|entry| collation::sort_key(&entry.word));
    }
    out
}
