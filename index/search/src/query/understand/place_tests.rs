//! Places in the words of searches, by the shipped vocabularies.

use super::*;
use crate::lexicon::Lexicon;
use catalogue::Vocabularies;
use catalogue::vocabulary::{PlaceKind, fold};
use catalogue_exchange::folder::{self, Origin};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static VOCABULARIES: LazyLock<Vocabularies> = LazyLock::new(|| {
    folder::read(&Origin::Shipped).map_or_else(|faults| panic!("{faults:?}"), |catalogue| catalogue.vocabularies)
});

static WORDS: LazyLock<DetectionWords> = LazyLock::new(|| Lexicon::shipped().detection.clone());

/// The reading of a query in an index without records.
fn read(text: &str) -> Reading {
    let dictionary = TermDictionary::default();
    let detector = FilterDetector {
        places: VOCABULARIES.places(),
        dictionary: &dictionary,
        words: &WORDS,
        today: date(2026, 11, 22),
        detects_places: true,
        offers_parts: false,
    };
    let literal = Reading::literal(&SearchQuery { text: text.to_owned(), ..SearchQuery::default() });
    detector.detect(&literal).unwrap_or(literal)
}

/// The codes of the detected filters, and the remaining text.
fn detected(text: &str) -> String {
    let reading = read(text);
    let codes: Vec<String> = reading.detected.iter().map(|filter| filter.value.to_string()).collect();
    format!("{} {}", codes.join("|"), reading.query.text).trim().to_owned()
}

fn offered(text: &str) -> String {
    let reading = read(text);
    assert_eq!((reading.detected.as_slice(), reading.query.text.as_str()), (&[][..], text));
    reading.offered.iter().map(|filter| filter.value.to_string()).collect::<Vec<_>>().join("|")
}

#[test]
fn names_as_people_write_them() {
    for (text, expected) in [
        // Exact letters before folded ones.
        ("jobb i håbo kommun", "0305 jobb"),
        ("stöd i HÅBO", "0305 stöd"),
        ("praktik Håbo", "0305 praktik"),
        ("praktik Habo", "0643 praktik"),
        // Names of several parts, with or without hyphen.
        ("stöd Malung-Sälen", "2023 stöd"),
        ("stöd malung sälen", "2023 stöd"),
        ("stöd Upplands-Bro", "0139 stöd"),
        ("stöd Upplands Bro", "0139 stöd"),
        ("stöd upplands-väsby", "0114 stöd"),
        ("stöd Dals-Ed", "1438 stöd"),
        ("stöd dalsed", "1438 stöd"),
        // Official forms.
        ("praktik Falu kommun", "2080 praktik"),
        ("stöd Region Gotland", "0980 stöd"),
        ("stöd Göteborgs Stad", "1480 stöd"),
        ("stöd Malmö stad", "1280 stöd"),
        ("jobb Region Skåne", "12 jobb"),
        ("jobb region Jönköpings län", "06 jobb"),
        ("jobb Region Jämtland Härjedalen", "23 jobb"),
        ("jobb Kronobergs län", "07 jobb"),
        ("vara kommun", "1470"),
        ("stöd Malung-Sälens kommun", "2023 stöd"),
        // Counties and landscapes.
        ("praktik Sörmland", "04 praktik"),
        ("praktik VGR", "14 praktik"),
        ("vgr", "14"),
        ("praktik Småland", "06|07|08 praktik"),
        ("praktik i smaland", "06|07|08 praktik"),
        ("praktik Uppland", "01|03 praktik"),
        ("praktik Norrland", "21|22|23|24|25 praktik"),
        ("praktik närke", "18 praktik"),
        // Localities, postal codes and districts.
        ("jobb Visby", "0980 jobb"),
        ("jobb visby", "0980 jobb"),
        ("Vislanda", "0764"),
        ("jobb i Vislandas", "0764 jobb"),
        ("alghult", "0760"),
        ("sovde", "1265"),
        ("stöd Östra Ljungby", "1276 stöd"),
        ("stöd i Lenhovda", "0760|0780 stöd"),
        ("36443", "0760"),
        ("jobb 342 50", "0764 jobb"),
        ("jobb 342 50 Vislanda", "0764|0764 jobb"),
        ("20 år 342 50 vislanda", "20|0764|0764"),
        ("stöd på Araby", "0780 stöd"),
        ("34250 kronor", "34250 kronor"),
        ("jobb 99999", "jobb 99999"),
        // Misspellings.
        ("praktik i emaboda", "0862 praktik"),
        ("praktik klipan", "1276 praktik"),
        ("praktik emaboda kommun", "0862 praktik"),
    ] {
        assert_eq!(detected(text), expected, "{text}");
    }
}

#[test]
fn a_place_that_is_no_municipality_is_named() {
    let places = |text: &str| read(text).detected.into_iter().map(|filter| filter.place).collect::<Vec<_>>();
    assert_eq!(places("jobb vislanda"), [Some("Vislanda".to_owned())]);
    assert_eq!(places("jobb 342 50"), [Some("Vislanda".to_owned())]);
    assert_eq!(places("jobb Sörmland"), [None]);
    assert_eq!(places("jobb Uppland"), [Some("Uppland".to_owned()), Some("Uppland".to_owned())]);
    assert_eq!(places("grano"), [Some("Granö".to_owned()), Some("Gränö".to_owned())]);
}

#[test]
fn names_that_are_common_words() {
    for (text, expected) in [
        ("praktik Vara", "1470 praktik"),
        ("praktik i Vara", "1470 praktik"),
        ("jobb i mark", "1463 jobb"),
        ("jag bor i mora", "2062"),
        ("stöd i Fors", "2084 stöd"),
    ] {
        assert!(detected(text).starts_with(expected), "{text}: {}", detected(text));
    }
    for (text, code) in [
        ("praktik i vara", "1470"),
        ("stöd i vara", "1470"),
        ("jag vill bo i mora", "2062"),
        ("i mark och vatten", "1463"),
        ("att vara ensam", ""),
        ("hur är det att vara", ""),
        ("DET KAN VARA SVÅRT", ""),
        ("vad kan det kosta", ""),
        ("Kosta", ""),
        ("hjälp i handen", ""),
        ("bara", ""),
        ("Bara ett jobb", ""),
        ("stode", ""),
        ("jobb. Fors", ""),
        ("jag kan inte bo kvar", ""),
    ] {
        assert_eq!(offered(text), code, "{text}");
    }
}

#[test]
fn unknown_places_do_not_become_other_places() {
    for text in ["stöd Nolsjö", "stöd Malmön", "stöd Orrhammar", "bjornange", "morka", "stöd Björnänge", "nolsjo"]
    {
        assert_eq!(detected(text), text, "{text}");
    }
}

#[test]
fn no_locality_becomes_another_municipality() {
    let mut localities: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let is_locality = |kind| matches!(kind, PlaceKind::Locality | PlaceKind::District);
    for entry in VOCABULARIES.place_entries().iter().filter(|entry| is_locality(entry.kind)) {
        localities.entry(&entry.name).or_default().extend(entry.codes.iter().map(String::as_str));
    }
    let mut unread = Vec::new();
    for name in localities.keys() {
        let namesakes = || localities.iter().filter(|(other, _)| fold(other) == fold(name));
        for typed in [(*name).to_owned(), fold(name)] {
            let found = read(&format!("stöd {typed}")).detected;
            let is_own = |code: &str| namesakes().any(|(_, codes)| codes.contains(code));
            assert!(found.iter().all(|filter| is_own(&filter.value.to_string())), "{typed}: {found:?}");
            if found.is_empty() && typed == *name {
                unread.push(typed);
            }
        }
    }
    assert_eq!(unread, Vec::<String>::new(), "not read with its capital letter");
}
