//! Tests of the query parameters.

use super::*;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName};
use std::collections::BTreeMap;

fn parse(pairs: &[(&str, &str)]) -> (SearchQuery, Vec<ParameterFault>) {
    let places = Term { code: "0680".into(), label: "Jönköping".into(), ..Term::default() };
    let lists = BTreeMap::from([(VocabularyName::Municipalities, vec![places])]);
    let vocabularies = Vocabularies::new(lists, Vec::new(), Vec::new(), Vec::new());
    let pairs: Vec<_> = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    SearchQuery::parse(&pairs, &vocabularies)
}

#[test]
fn values_come_to_one_form() {
    for (q, text) in [
        ("fo\u{308}ra\u{308}ldrar", "föräldrar"),
        ("Arbets\u{ad}förmedlingens", "Arbetsförmedlingens"),
        ("٢٠ år\u{200f}", "20 år"),
        ("😀", ""),
        ("???", ""),
        ("*", ""),
        ("C++", "C++"),
    ] {
        let (query, faults) = parse(&[("q", q)]);
        assert_eq!((query.text.as_str(), faults), (text, Vec::new()), "{q:?}");
    }
    for place in ["Jönköping\u{200f}", "\u{feff}jo\u{308}nkoping\u{200b}", "٠٦٨٠"] {
        let (query, faults) = parse(&[("municipality", place)]);
        assert!(faults.is_empty() && query.filters["municipality"].codes == ["0680"], "{place:?}");
    }
}

#[test]
fn ages_as_people_write_them() {
    let age = |text: &str| parse(&[("age", text)]).0.ages.first().map(ToString::to_string).unwrap_or_default();
    for (text, ages) in [
        ("٢٠", "20"),
        ("١٦-٢٤", "16-24"),
        ("۲۰", "20"),
        ("65+", "65-"),
        ("55 år och äldre", "55-"),
        ("16 till 24", "16-24"),
        ("24-16", ""),
    ] {
        assert_eq!(age(text), ages, "{text}");
    }
}
