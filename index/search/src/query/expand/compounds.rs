//! Compounds that say the same with another part: *ungdomssamordnare* for *ungdomskoordinator*,
//! *handledarkurs* for *handledarutbildning*. Links between parts stand in `synonyms.txt`
//! (`-samordnare`, `lokalvårds-`), so that not every compound needs a line.

use crate::caches::term_dictionary::TermDictionary;
use crate::lexicon::{SynonymKind, Synonyms};
use crate::query::expand::query_unit::{Expansion, ExpansionKind, MatchSpec};
use crate::text::QueryWord;
use swedish::{compound, lemma};

/// Last parts that leave the meaning to the first: whoever asks for a *städjobb* is served by what
/// has to do with *lokalvård*.
const SAYS_LITTLE: &[&str] = &[
    "jobb",
    "arbete",
    "insats",
    "projekt",
    "kurs",
    "verksamhet",
    "hjälp",
    "satsning",
    "tagare",
    "person",
    "människa",
    "grupp",
];

/// Ways to meet a compound by others that differ in their first or last part, as far as the records
/// hold them.
pub(super) fn relatives(word: &QueryWord, synonyms: &Synonyms, words: &TermDictionary) -> Vec<Expansion> {
    let parts = word.parts();
    let [first, .., head] = parts.as_slice() else { return Vec::new() };
    let Some(beginning) = word.text.strip_suffix(&head.text) else { return Vec::new() };
    let mut candidates: Vec<(String, SynonymKind)> = Vec::new();
    let heads = synonyms.heads(&head.lemma);
    candidates.extend(heads.iter().map(|link| (format!("{beginning}{}", link.to), link.how)));
    if parts.len() == 2 {
        for link in synonyms.beginnings(&first.lemma) {
            candidates.push((format!("{}{}", link.to, head.text), link.how));
            // Both at once are further away than either.
            candidates.extend(heads.iter().map(|other| (format!("{}{}", link.to, other.to), SynonymKind::Related)));
        }
    }
    let mut ways: Vec<Expansion> = Vec::new();
    for (compound, how) in candidates {
        let needs = MatchSpec::Words(vec![QueryWord::new(&compound)]);
        if words.knows(&compound) && !ways.iter().any(|way| way.needs == needs) {
            ways.push(Expansion { kind: ExpansionKind::Synonym(how), needs, to: compound });
        }
    }
    // The parts as words of their own: *städjobb* for what offers *lokalvård* as *arbete*.
    for link in heads {
        let mut apart = parts[..parts.len() - 1].to_vec();
        apart.push(QueryWord::new(&link.to));
        let to = apart.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
        ways.push(Expansion { kind: ExpansionKind::Parts, needs: MatchSpec::Words(apart), to });
    }
    if SAYS_LITTLE.iter().any(|word| lemma::lemma(word) == head.lemma) {
        let rest = if parts.len() == 2 { first.text.clone() } else { compound::first_word(beginning) };
        let others = synonyms.beginnings(&first.lemma).iter().map(|link| compound::first_word(&link.to));
        let others = others.filter(|_| parts.len() == 2);
        let same = synonyms.links(&[lemma::lemma(&rest)]).iter().filter(|link| link.how == SynonymKind::Equivalent);
        for meant in std::iter::once(rest.clone()).chain(others).chain(same.map(|link| link.to.clone())) {
            let needs = MatchSpec::Words(vec![QueryWord::new(&meant)]);
            ways.push(Expansion { kind: ExpansionKind::Synonym(SynonymKind::Related), needs, to: meant });
        }
    }
    ways
}
