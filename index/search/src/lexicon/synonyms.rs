//! Directed links between terms: synonyms and abbreviations. Links are not transitive: expansion follows one link.

use super::{LineFault, SynonymKind, key};
use crate::text::words;
use std::collections::{BTreeSet, HashMap};
use swedish::{compound, lemma};

/// One link from a term to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The term that the link leads to, as written in the file.
    pub target: String,
    /// How the two terms relate.
    pub kind: SynonymKind,
    /// Whether the source term is an abbreviation that is recognised only in capitals, as the whole query, or if it is
    /// no Swedish word in lower case (`SÖK` is not *sök*).
    pub only_in_capitals: bool,
}

/// All links, by the lemmas of their source terms.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    links: HashMap<Vec<String>, Vec<Link>>,
    longest: usize,
    /// The words of all terms, in lower case.
    words: BTreeSet<String>,
    /// See [`Self::equivalent_words`].
    equivalents: HashMap<String, String>,
    /// Links between the heads (last parts) of compounds, by lemma: `-samordnare`.
    heads: HashMap<String, Vec<Link>>,
    /// Links between the modifiers (first parts) of compounds, by lemma: `lokalvårds-`.
    modifiers: HashMap<String, Vec<Link>>,
}

/// A term as written in the file, without the `*` that follows an abbreviation.
struct SynonymTerm<'a> {
    text: &'a str,
    only_in_capitals: bool,
}

impl<'a> SynonymTerm<'a> {
    fn parse(text: &'a str) -> Self {
        let (text, safe) = text.strip_suffix('*').map_or((text, false), |text| (text, true));
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let abbreviation = capitals >= 2 && text.chars().all(|c| c.is_uppercase() || !c.is_lowercase());
        Self { text, only_in_capitals: abbreviation && !safe }
    }
}

impl Synonyms {
    /// Parses `synonyms.txt`; the comment at its start describes the format. Faulty lines are reported and skipped.
    pub fn read(text: &str) -> (Self, Vec<LineFault>) {
        let mut synonyms = Self::default();
        let mut faults = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            if let Err(message) = synonyms.add_line(line) {
                faults.push(LineFault { line: number + 1, message });
            }
        }
        (synonyms, faults)
    }

    fn add_line(&mut self, line: &str) -> Result<(), String> {
        let terms = |part: &'_ str| -> Vec<String> {
            part.split('|').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect()
        };
        let (relation, rest) = line.split_at_checked(1).ok_or("a line begins with =, < or ~")?;
        let mut kinds = terms(rest).iter().map(|term| (term.starts_with('-'), term.ends_with('-'))).collect::<Vec<_>>();
        kinds.dedup();
        if kinds.len() > 1 {
            return Err("a line links whole words, or last parts (-led), or first parts (led-), never two kinds".into());
        }
        match relation {
            "=" => {
                let all = terms(rest);
                if all.len() < 2 {
                    return Err("= takes two terms or more, with | between them".into());
                }
                let words = all.iter().filter(|term| !term.contains('-')).map(|term| SynonymTerm::parse(term));
                let words = words.filter(|term| !term.only_in_capitals).map(|term| key(term.text));
                let mut lemmas = words.filter_map(|lemmas| <[String; 1]>::try_from(lemmas).ok()).map(|[lemma]| lemma);
                if let Some(first) = lemmas.next() {
                    self.equivalents.extend(lemmas.map(|lemma| (lemma, first.clone())));
                }
                for from in &all {
                    for to in all.iter().filter(|to| *to != from) {
                        self.add(from, to, SynonymKind::Equivalent);
                    }
                }
            }
            "<" => {
                let (narrow, broad) = rest.split_once("||").or_else(|| rest.rsplit_once('|')).unwrap_or((rest, ""));
                let (narrow, broad) = (terms(narrow), terms(broad));
                if narrow.is_empty() || broad.is_empty() {
                    return Err("< takes narrower terms and, after ||, the broader one".into());
                }
                for (from, to) in narrow.iter().flat_map(|n| broad.iter().map(move |b| (n, b))) {
                    self.add(from, to, SynonymKind::Broader);
                    self.add(to, from, SynonymKind::Narrower);
                }
            }
            "~" => match terms(rest).as_slice() {
                [from, to @ ..] if !to.is_empty() => to.iter().for_each(|to| self.add(from, to, SynonymKind::Related)),
                _ => return Err("~ takes a term and what it is related to, with | between them".into()),
            },
            _ => return Err("a line begins with = (the same), < (narrower than) or ~ (related to)".into()),
        }
        Ok(())
    }

    fn add(&mut self, from: &str, to: &str, kind: SynonymKind) {
        if let (Some(from), Some(to)) = (from.strip_prefix('-'), to.strip_prefix('-')) {
            return add_part(&mut self.heads, from, to, kind);
        }
        if let (Some(from), Some(to)) = (from.strip_suffix('-'), to.strip_suffix('-')) {
            return add_part(&mut self.modifiers, from, to, kind);
        }
        let (from, to) = (SynonymTerm::parse(from), SynonymTerm::parse(to));
        let (source, target) = (key(from.text), key(to.text));
        if source.is_empty() || target.is_empty() || source == target {
            return;
        }
        self.longest = self.longest.max(source.len());
        self.words.extend(words(from.text).into_iter().map(|word| word.text.to_lowercase()));
        let link = Link { target: to.text.to_owned(), kind, only_in_capitals: from.only_in_capitals };
        let links = self.links.entry(source).or_default();
        // The first link between two terms wins.
        if !links.iter().any(|l| key(&l.target) == target) {
            links.push(link);
        }
    }

    /// The links of a term, given by its lemmas in order.
    pub fn links(&self, lemmas: &[String]) -> &[Link] {
        self.links.get(lemmas).map(Vec::as_slice).unwrap_or_default()
    }

    /// The heads that may replace a compound head, given by its lemma.
    pub fn heads(&self, lemma: &str) -> &[Link] {
        self.heads.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// The modifiers that may replace a compound modifier, given by its lemma. Targets are linking forms
    /// (`lokalvårds`).
    pub fn modifiers(&self, lemma: &str) -> &[Link] {
        self.modifiers.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// For each single word of an equivalence, the first single word of its line; both as lemmas, without abbreviations.
    pub(crate) fn equivalent_words(&self) -> HashMap<String, String> {
        self.equivalents.clone()
    }

    /// The words of all terms, in lower case.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Number of words of the longest term.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

fn add_part(links: &mut HashMap<String, Vec<Link>>, from: &str, to: &str, kind: SynonymKind) {
    // The key is the lemma of the dictionary word of the linking form (`arbets-`: *arbete*).
    let links = links.entry(lemma::lemma(&compound::first_word(from))).or_default();
    if !links.iter().any(|l| l.target == to) {
        links.push(Link { target: to.to_owned(), kind, only_in_capitals: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(synonyms: &Synonyms, from: &str) -> Vec<(String, SynonymKind)> {
        synonyms.links(&key(from)).iter().map(|l| (l.target.clone(), l.kind)).collect()
    }

    #[test]
    fn links_have_directions() {
        let text =
            "= KAA | kommunala aktivitetsansvaret\n< adhd | autism || NPF*\n~ arbetsträning | praktik # one way\n";
        let (synonyms, faults) = Synonyms::read(text);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(to(&synonyms, "kommunala aktivitetsansvar"), [("KAA".to_owned(), SynonymKind::Equivalent)]);
        assert_eq!(to(&synonyms, "adhd"), [("NPF".to_owned(), SynonymKind::Broader)]);
        assert_eq!(to(&synonyms, "npf").len(), 2);
        assert_eq!(to(&synonyms, "arbetsträning"), [("praktik".to_owned(), SynonymKind::Related)]);
        assert!(to(&synonyms, "praktik").is_empty());
        assert!(synonyms.links(&key("kaa"))[0].only_in_capitals);
        assert!(!synonyms.links(&key("npf"))[0].only_in_capitals);
    }

    #[test]
    fn parts_of_compounds_have_links_of_their_own() {
        let (synonyms, faults) = Synonyms::read("= -samordnare | -koordinator\n< städ- || lokalvårds-\n");
        assert!(faults.is_empty(), "{faults:?}");
        let heads = synonyms.heads(&lemma::lemma("samordnaren"));
        assert_eq!((heads[0].target.as_str(), heads[0].kind), ("koordinator", SynonymKind::Equivalent));
        let modifiers = synonyms.modifiers(&lemma::lemma("städ"));
        assert_eq!((modifiers[0].target.as_str(), modifiers[0].kind), ("lokalvårds", SynonymKind::Broader));
        assert!(synonyms.links(&key("samordnare")).is_empty(), "a part is no word");
    }

    #[test]
    fn faulty_lines_are_named() {
        let (_, faults) = Synonyms::read("= ensam\n\n? a | b\n< bara\n= -led | ord\n< led- || -led\n");
        assert_eq!(faults.iter().map(|f| f.line).collect::<Vec<_>>(), [1, 3, 4, 5, 6]);
    }
}
