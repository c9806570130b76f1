//! Synonyms and abbreviations with direction. There are no chains: a link is followed once.

use super::{LineFault, key};
use std::collections::HashMap;
use swedish::{compound, lemma};

/// How a word leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SynonymKind {
    /// They mean the same.
    Equivalent,
    /// What was asked is broader than what is found.
    Narrower,
    /// What was asked is narrower than what is found.
    Broader,
    /// They have to do with each other.
    Related,
}

impl SynonymKind {
    /// Its name in an answer.
    pub fn as_str(self) -> &'static str {
        match self {
            SynonymKind::Equivalent => "equivalent",
            SynonymKind::Narrower => "narrower",
            SynonymKind::Broader => "broader",
            SynonymKind::Related => "related",
        }
    }
}

/// One link from a term to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The term that is found too, as written in the file.
    pub to: String,
    /// How.
    pub how: SynonymKind,
    /// Whether the term that leads here is an abbreviation that is only meant in capitals or when
    /// it is the whole query (`SÖK` is not *sök*).
    pub only_in_capitals: bool,
}

/// All links, by the lemmas of the term that they lead from.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    links: HashMap<Vec<String>, Vec<Link>>,
    longest: usize,
    /// Links between the last parts of compounds, by lemma: `-samordnare`.
    heads: HashMap<String, Vec<Link>>,
    /// Links between their first parts, by lemma: `lokalvårds-`.
    beginnings: HashMap<String, Vec<Link>>,
}

/// A term of the file: its words, and whether it is an abbreviation only in capitals.
struct Term<'a> {
    text: &'a str,
    only_in_capitals: bool,
}

impl<'a> Term<'a> {
    fn parse(text: &'a str) -> Self {
        let (text, safe) = text.strip_suffix('*').map_or((text, false), |text| (text, true));
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let abbreviation = capitals >= 2 && text.chars().all(|c| c.is_uppercase() || !c.is_lowercase());
        Self { text, only_in_capitals: abbreviation && !safe }
    }
}

impl Synonyms {
    /// Reads the file's form (its head describes it); faulty lines are named and passed over.
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

    fn add(&mut self, from: &str, to: &str, how: SynonymKind) {
        if let (Some(from), Some(to)) = (from.strip_prefix('-'), to.strip_prefix('-')) {
            return add_part(&mut self.heads, from, to, how);
        }
        if let (Some(from), Some(to)) = (from.strip_suffix('-'), to.strip_suffix('-')) {
            return add_part(&mut self.beginnings, from, to, how);
        }
        let (from, to) = (Term::parse(from), Term::parse(to));
        let (source, target) = (key(from.text), key(to.text));
        if source.is_empty() || target.is_empty() || source == target {
            return;
        }
        self.longest = self.longest.max(source.len());
        let link = Link { to: to.text.to_owned(), how, only_in_capitals: from.only_in_capitals };
        let links = self.links.entry(source).or_default();
        // The first line that says so holds.
        if !links.iter().any(|l| key(&l.to) == target) {
            links.push(link);
        }
    }

    /// Where the links of a term lead, by its lemmas in order.
    pub fn links(&self, lemmas: &[String]) -> &[Link] {
        self.links.get(lemmas).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the last part of a compound may be exchanged for, by its lemma.
    pub fn heads(&self, lemma: &str) -> &[Link] {
        self.heads.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the first part of a compound may be exchanged for, by its lemma; each with its linking letter.
    pub fn beginnings(&self, lemma: &str) -> &[Link] {
        self.beginnings.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// Words of the longest term.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

fn add_part(links: &mut HashMap<String, Vec<Link>>, from: &str, to: &str, how: SynonymKind) {
    // A first part goes by the word that it is a form of (`arbets-`: arbete).
    let links = links.entry(lemma::lemma(&compound::first_word(from))).or_default();
    if !links.iter().any(|l| l.to == to) {
        links.push(Link { to: to.to_owned(), how, only_in_capitals: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(synonyms: &Synonyms, from: &str) -> Vec<(String, SynonymKind)> {
        synonyms.links(&key(from)).iter().map(|l| (l.to.clone(), l.how)).collect()
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
        assert_eq!((heads[0].to.as_str(), heads[0].how), ("koordinator", SynonymKind::Equivalent));
        let beginnings = synonyms.beginnings(&lemma::lemma("städ"));
        assert_eq!((beginnings[0].to.as_str(), beginnings[0].how), ("lokalvårds", SynonymKind::Broader));
        assert!(synonyms.links(&key("samordnare")).is_empty(), "a part is no word");
    }

    #[test]
    fn faulty_lines_are_named() {
        let (_, faults) = Synonyms::read("= ensam\n\n? a | b\n< bara\n= -led | ord\n< led- || -led\n");
        assert_eq!(faults.iter().map(|f| f.line).collect::<Vec<_>>(), [1, 3, 4, 5, 6]);
    }
}
