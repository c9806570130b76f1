//! Expansion of compounds by synonyms of their parts: *ungdomssamordnare* for *ungdomskoordinator*,
//! *handledarkurs* for *handledarutbildning*. `synonyms.txt` links the parts (`-samordnare`, `lokalvårds-`), so
//! that compounds need no lines of their own.

use crate::caches::term_dictionary::TermDictionary;
use crate::lexicon::{ExpansionKind, Lexicon, SynonymKind};
use crate::query::expand::query_unit::{Expansion, MatchSpec};
use crate::text::QueryWord;
use swedish::{compound, lemma};

/// Expansions of a compound: compounds with another head or modifier that the index contains, and the parts with
/// another head as separate words. If the head is in `weak_heads.txt`, also the rest of the compound and its synonyms
/// without a head: *städjobb* matches *lokalvård*.
pub(super) fn related_compounds(
    word: &QueryWord,
    parts: &[QueryWord],
    lexicon: &Lexicon,
    terms: &TermDictionary,
) -> Vec<Expansion> {
    let synonyms = &lexicon.synonyms;
    let [modifier, .., head] = parts else { return Vec::new() };
    let Some(stem) = word.text.strip_suffix(&head.text) else { return Vec::new() };
    let has_two_parts = parts.len() == 2;
    let heads = synonyms.heads(&head.lemma);
    let modifiers = if has_two_parts { synonyms.modifiers(&modifier.lemma) } else { &[] };
    let mut candidates: Vec<(String, SynonymKind)> = Vec::new();
    candidates.extend(heads.iter().map(|link| (format!("{stem}{}", link.target), link.kind)));
    for link in modifiers {
        candidates.push((format!("{}{}", link.target, head.text), link.kind));
        // With both parts replaced, the meaning is less certain.
        let both = heads.iter().map(|other| (format!("{}{}", link.target, other.target), SynonymKind::Related));
        candidates.extend(both);
    }
    let mut expansions: Vec<Expansion> = Vec::new();
    // The compound without its first parts: *vägledningssamtal* for *studievägledningssamtal*.
    if !terms.contains(&word.text) {
        let shorter = compound::suffixes(&word.text).into_iter().find(|suffix| terms.contains(suffix));
        expansions.extend(shorter.map(|to| Expansion::word(ExpansionKind::Synonym(SynonymKind::Broader), &to)));
        // The head alone, and its synonyms: *mentor* for *integrationsmentor*.
        if !lexicon.weak_heads.contains(&head.lemma) && !swedish::is_filler(&head.lemma) {
            let of_head = synonyms.links(std::slice::from_ref(&head.lemma)).iter().map(|link| link.target.clone());
            let words = std::iter::once(head.text.clone()).chain(of_head);
            expansions.extend(words.map(|to| Expansion::words(ExpansionKind::Synonym(SynonymKind::Related), &to)));
        }
    }
    for (compound, kind) in candidates {
        let expansion = Expansion::word(ExpansionKind::Synonym(kind), &compound);
        if terms.contains(&compound) && !expansions.iter().any(|other| other.spec == expansion.spec) {
            expansions.push(expansion);
        }
    }
    // The parts as separate words: *städ* + *arbete* for *städjobb*.
    for link in heads {
        let mut separate = parts[..parts.len() - 1].to_vec();
        separate.push(QueryWord::new(&link.target));
        let to = separate.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" + ");
        expansions.push(Expansion::new(ExpansionKind::Parts, MatchSpec::Near(separate), to));
    }
    if lexicon.weak_heads.contains(&head.lemma) {
        let rest = if has_two_parts { modifier.text.clone() } else { compound::first_word(stem) };
        let others = modifiers.iter().map(|link| compound::first_word(&link.target));
        let links = synonyms.links(&[lemma::lemma(&rest)]).iter();
        let equivalents = links.filter(|link| link.kind == SynonymKind::Equivalent).map(|link| link.target.clone());
        for meaning in std::iter::once(rest.clone()).chain(others).chain(equivalents) {
            expansions.push(Expansion::word(ExpansionKind::Synonym(SynonymKind::Related), &meaning));
        }
    }
    expansions
}
