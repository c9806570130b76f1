//! Fuzz targets for everything that reads untrusted input. Each takes any bytes and panics when an invariant is
//! violated; [`TARGETS`] lists them with seeds.

mod service;

use catalogue::Vocabularies;
use catalogue::progress::Progress;
use catalogue::record::{AgeRange, PartialDate};
use catalogue::text::{normalize, normalize_line, normalize_value};
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{Format, Table, read_catalogue, read_jsonl};
use index::SearchQuery;
use index::lexicon::{Expressions, Synonyms};
use std::sync::LazyLock;

/// A target: its name, its function and its seeds.
pub type Target = (&'static str, fn(&[u8]), &'static [&'static str]);

/// Every target.
pub const TARGETS: &[Target] = &[
    ("request", service::request, service::SEEDS),
    (
        "parameters",
        parameters,
        &["q=praktik+20+år&municipality=Växjö&age=16-24&sort=name&page=2", "county=07&ended=only"],
    ),
    ("values", values, &["20", "16–24", "-65", "2026-01-31", "2026-02", "2026"]),
    (
        "words",
        words,
        &["praktik för unga utan jobb i Växjö", "kommunala aktivitetsansvaret (KAA), 16–20 år", "komvuks"],
    ),
    (
        "jsonl",
        jsonl,
        &[r#"{"id":"a","name":"A","kind":"municipal","level":"individual","ages":[{"min":16,"max":24}]}"#],
    ),
    (
        "csv",
        csv,
        &[
            "Namn;Drivs som\r\nA;Kommunal insats\r\n",
            "id,name\n\"a\",\"=1+1\"\n",
            "\u{feff}name;period.start\nA;45292\n",
        ],
    ),
    ("xlsx", xlsx, &["PK\u{3}\u{4}"]),
    (
        "lexicon",
        lexicon,
        &[
            "= KAA | kommunala aktivitetsansvaret\n< adhd | NPF*\n~ arbetsträning | praktik # one way\n",
            "[[phrase]]\nsays = [\"hoppat av\"]\n",
        ],
    ),
    ("personal", personal, &["Ring Anna Andersson på 070-123 45 67, anna.andersson@vaxjo.se", "811218-9876"]),
];

static VOCABULARIES: LazyLock<Vocabularies> = LazyLock::new(|| {
    let shipped = read_catalogue(&Origin::Shipped).unwrap_or_else(|faults| panic!("{} faults", faults.len()));
    shipped.vocabularies.unwrap_or_else(|| panic!("no vocabularies"))
});

/// A parsed query is unchanged after it is written as pairs and parsed again.
fn parameters(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let pairs: Vec<(String, String)> = text
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (name.to_owned(), value.replace('+', " ")))
        .collect();
    let (query, faults) = SearchQuery::parse(&pairs, &VOCABULARIES);
    assert!(faults.iter().all(|fault| !fault.parameter.is_empty() || pairs.iter().any(|(name, _)| name.is_empty())));
    let written: Vec<(String, String)> =
        query.to_pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let (again, faults) = SearchQuery::parse(&written, &VOCABULARIES);
    assert!(faults.is_empty(), "{written:?}");
    assert_eq!(again.to_pairs(), query.to_pairs());
}

/// A parsed age range or date is unchanged after it is written and parsed again.
fn values(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(age) = text.parse::<AgeRange>() {
        assert!(age.from <= age.to);
        assert_eq!(age.to_string().parse::<AgeRange>().ok(), Some(age));
    }
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!(date.to_string().parse::<PartialDate>().ok(), Some(date));
    }
}

/// Words lie within the text, in order and without overlap. A text has one form.
fn words(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut end = 0;
    for word in swedish::words(&text) {
        assert!(!word.text.is_empty());
        assert!(word.start >= end && word.end > word.start && text.get(word.start..word.end).is_some());
        end = word.end;
    }
    for form in [normalize, normalize_line, normalize_value] {
        let once = form(&text).into_owned();
        assert_eq!(form(&once), once);
    }
    index::text::tokens(&text);
    index::text::content_words(&text);
}

/// A file is a batch of records, or is refused with findings.
fn jsonl(data: &[u8]) {
    if let Err(report) = read_jsonl("file", &String::from_utf8_lossy(data), &VOCABULARIES) {
        assert!(!report.findings.is_empty());
    }
}

fn csv(data: &[u8]) {
    table(Format::Csv, data);
}

fn xlsx(data: &[u8]) {
    table(Format::Xlsx, data);
}

/// A file is a table of records, or is refused with findings.
fn table(format: Format, data: &[u8]) {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(|_| None));
    if let Ok(sheet) = TABLE.open(format, data) {
        let _ = TABLE.ids(&sheet);
        if let Err(report) = TABLE.read("file", &sheet, &|_| None, VOCABULARIES.clone(), &Progress::default()) {
            assert!(!report.findings.is_empty());
        }
    }
}

/// The files of the lexicon: synonyms, expressions and ranking.
fn lexicon(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (synonyms, faults) = Synonyms::read(&text);
    let lines = text.lines().count().max(1);
    assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
    synonyms.links(&[text.to_string()]);
    let mut expressions = Expressions::new(&synonyms);
    if expressions.add(&text).is_ok() {
        expressions.unknown_codes(&VOCABULARIES);
        expressions.matches(&text, &index::text::tokens(&text));
    }
    let _ = index::Ranking::read(&text);
}

/// The detection of personal data accepts any text.
fn personal(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(finding) = catalogue::personal::find(&text) {
        assert!(!finding.reason().is_empty());
    }
    catalogue::personal::find_in_email(&text);
    catalogue::personal::is_email(&text);
    catalogue::personal::is_phone(&text);
}
