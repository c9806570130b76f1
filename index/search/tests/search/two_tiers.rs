//! Hits are few and right; related records follow; more words never lose the answer; every record says why it is there.

use super::support::{ShippedIndex, shipped, shown};
use index::{Criterion, SearchResults};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Judged queries of the project, from which the longer questions are made.
const JUDGED: &str = include_str!("../../../../relevance/queries.jsonl");

/// Everyday nouns and verbs, each with the most hits that it may have. 54 is the cap of the ranking,
/// a third of the catalogue.
const EVERYDAY: [(&str, u64); 60] = [
    ("jobb", 54),
    ("arbete", 54),
    ("arbetslös", 54),
    ("alkohol", 2),
    ("lärare", 33),
    ("skola", 30),
    ("skolfrånvaro", 9),
    ("supported employment", 14),
    ("praktik", 15),
    ("utbildning", 54),
    ("svenska", 15),
    ("kurs", 33),
    ("stöd", 54),
    ("hjälp", 54),
    ("ungdomar", 54),
    ("unga", 54),
    ("barn", 7),
    ("föräldrar", 7),
    ("kvinnor", 15),
    ("män", 7),
    ("sjuk", 5),
    ("ohälsa", 18),
    ("hälsa", 17),
    ("ångest", 23),
    ("stress", 6),
    ("depression", 23),
    ("pengar", 14),
    ("skulder", 5),
    ("bostad", 2),
    ("ensam", 6),
    ("missbruk", 5),
    ("droger", 4),
    ("spel", 2),
    ("adhd", 4),
    ("autism", 4),
    ("funktionsnedsättning", 15),
    ("invandrare", 22),
    ("flykting", 54),
    ("asyl", 12),
    ("språk", 5),
    ("sfi", 14),
    ("komvux", 7),
    ("gymnasium", 24),
    ("högskola", 9),
    ("yrke", 20),
    ("lön", 2),
    ("chef", 4),
    ("företag", 11),
    ("arbetsgivare", 11),
    ("handläggare", 6),
    ("läkare", 3),
    ("vård", 18),
    ("rehabilitering", 9),
    ("sjukskriven", 32),
    ("samtal", 12),
    ("grupp", 9),
    ("mentor", 5),
    ("coach", 17),
    ("projekt", 54),
    ("fritid", 4),
];

/// Words that no record contains, and sentences that say nothing.
const UNKNOWN: [&str; 5] = ["qwrtzx", "blåbärspaj och qwrtzx", "zorglub", "xyzzy", "hoppetossa"];
const FILLERS: [&str; 5] = [
    "hej jag undrar om ni kan hjälpa mig",
    "snälla, vet någon vad man kan göra",
    "tack så mycket för all hjälp",
    "jag har aldrig gjort det här förut",
    "vi behöver lite hjälp nu",
];

#[derive(Deserialize)]
struct Judged {
    q: String,
    #[serde(default)]
    filters: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    relevant: Vec<Judgement>,
}

#[derive(Deserialize)]
struct Judgement {
    id: String,
    grade: u32,
}

/// Judged queries without filters, each with the records of grade 3 that it shows.
fn answered(index: &ShippedIndex, limit: usize) -> Vec<(String, Vec<String>)> {
    let judged = JUDGED.lines().map(|line| serde_json::from_str::<Judged>(line).unwrap());
    let words = judged.filter(|judged| judged.filters.is_empty() && !judged.q.is_empty());
    let answered = words.map(|judged| {
        let found = shown(&index.search(&judged.q));
        let best = judged.relevant.into_iter().filter(|j| j.grade == 3 && found.contains(&j.id));
        (judged.q, best.map(|judgement| judgement.id).collect::<Vec<_>>())
    });
    answered.filter(|(_, best)| !best.is_empty()).take(limit).collect()
}

#[test]
fn no_everyday_word_finds_more_than_it_may() {
    let index = shipped();
    let mut flood = Vec::new();
    for (word, most) in EVERYDAY {
        let total = index.search(word).total;
        if total > most {
            flood.push(format!("{word}: {total}, at most {most}"));
        }
    }
    assert!(flood.is_empty(), "{flood:?}");
}

#[test]
fn unknown_words_and_filler_sentences_never_lose_the_answer() {
    let index = shipped();
    let mut lost = Vec::new();
    for (number, (q, best)) in answered(index, 100).into_iter().enumerate() {
        let unknown = UNKNOWN[number % UNKNOWN.len()];
        let filler = FILLERS[number % FILLERS.len()];
        for longer in [format!("{q} {unknown}"), format!("{unknown} {q}"), format!("{filler}. {q}")] {
            let found = shown(&index.search(&longer));
            if best.iter().all(|id| !found.contains(id)) {
                lost.push(format!("{longer}: {best:?}"));
            }
        }
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn one_more_phrase_that_the_record_states_never_loses_it() {
    let index = shipped();
    let mut lost = Vec::new();
    for (q, best) in answered(index, 100) {
        let id = &best[0];
        let Some(label) = index.first_label(id) else { continue };
        let longer = format!("{q} {label}");
        if !shown(&index.search(&longer)).contains(id) {
            lost.push(format!("{longer}: {id}"));
        }
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn a_story_finds_what_its_nearest_wordings_stand_for() {
    let index = shipped();
    for (text, id) in [
        ("jag vågar inte öppna breven om mina lån längre", "budget-skuldradgivning-perstorp"),
        ("bakade bröd i femton år i Syrien men här vill alla se papper", "validering-af"),
        ("ny här och känner ingen", "motesplatser-mot-utanforskap-uppvidinge"),
    ] {
        let found = shown(&index.search(text));
        assert!(found.iter().take(5).any(|found| found == id), "{text}: {found:?}");
    }
}

#[test]
fn a_situation_that_no_record_is_for_leaves_the_words() {
    let without_codes = ShippedIndex::open(|record| {
        record.target_groups.clear();
        record.activities.clear();
        record.methods.clear();
    });
    let results = without_codes.search("jag mår psykiskt dåligt och söker arbetsträning");
    let first = results.hits.first().expect("a hit by its words");
    let words: Vec<&str> = first.words.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["mår", "psykiskt", "arbetsträning"]);
}

#[test]
fn a_place_in_the_words_brings_what_else_is_there() {
    let results = shipped().search("19 hoppade av estet växjö");
    let found = shown(&results);
    assert!(found.contains(&"kaa-vaxjo".to_owned()), "{found:?}");
}

#[test]
fn labels_in_english_and_arabic_find_records() {
    let index = shipped();
    for text in ["debt", "People with debts or money problems", "الديون والوضع المالي", "homeless", "housing", "السكن"]
    {
        assert!(index.search(text).total > 0, "{text}");
    }
}

#[test]
fn every_shown_record_says_why_it_is_there() {
    let index = shipped();
    let meets = |hit: &index::Hit| hit.criteria.values().any(|criterion| *criterion == Criterion::Fits);
    let has_reason = |hit: &index::Hit| !hit.highlights.is_empty() || !hit.via.is_empty() || meets(hit);
    let mut silent = Vec::new();
    let sentences = [
        "jag orkar inte mer",
        "min son vägrar gå till skolan",
        "har skulder",
        "kan svetsa men har inget intyg",
        "19 hoppade av estet växjö",
    ];
    for word in EVERYDAY.iter().map(|(word, _)| *word).chain(sentences) {
        let SearchResults { hits, related, .. } = index.search(word);
        for hit in hits.iter().chain(related.iter().map(|related| &related.hit)).filter(|hit| !has_reason(hit)) {
            silent.push(format!("{word}: {}", hit.record.id));
        }
    }
    assert!(silent.is_empty(), "{} without a reason:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn a_question_of_facts_lists_what_is_met_and_what_is_not_stated() {
    let index = shipped();
    let results = index.search("22 år Klippan psykisk ohälsa utan sjukpenning");
    let first = results.hits.first().unwrap();
    assert_eq!(first.criteria.get("municipality"), Some(&Criterion::Fits));
    let words: Vec<_> = first.words.iter().map(|(words, met)| (words.as_str(), *met)).collect();
    assert_eq!(words, [("psykisk ohälsa", Criterion::Fits), ("utan sjukpenning", Criterion::NotStated)]);
}

#[test]
fn words_that_nothing_was_found_for_are_named() {
    let index = shipped();
    let unmatched = |text: &str| index.interpretation(text).unmatched;
    assert_eq!(unmatched("praktik xyzzy"), ["xyzzy"]);
    assert!(unmatched("praktik").is_empty());
}

#[test]
fn a_question_about_another_service_finds_nothing() {
    let index = shipped();
    for text in [
        "barnbidrag",
        "hemtjänst för äldre",
        "god man åt min mamma",
        "boka tandläkartid",
        "parkeringstillstånd",
        "färdtjänst till pappa",
        "min pappa är 84 och behöver hjälp att duscha och handla",
        "glasögon till barn bidrag",
    ] {
        assert!(shown(&index.search(text)).is_empty(), "{text}: {:?}", shown(&index.search(text)));
    }
    let beside = shown(&index.search("arbetslös behöver tandläkare"));
    assert!(!beside.is_empty(), "the other need is answered");
}

#[test]
fn a_misleading_head_is_no_match() {
    let index = shipped();
    for text in ["alkohol", "missbruk", "spelberoende"] {
        let results = index.search(text);
        let shown = results.hits.iter().chain(results.related.iter().map(|related| &related.hit));
        for hit in shown {
            let is_wrong = hit.via.iter().any(|via| via.to.contains("bidragsberoende"));
            assert!(!is_wrong, "{text}: {}", hit.record.id);
        }
    }
}

#[test]
fn a_word_of_the_language_is_not_corrected() {
    let index = shipped();
    for text in ["vårdutbildning", "hur är det att vara", "I want to die"] {
        let corrected = index.interpretation(text).corrected;
        assert!(corrected.is_empty(), "{text}: {corrected:?}");
    }
    let corrected = |text: &str| index.interpretation(text).corrected.into_iter().map(|(_, to)| to).collect::<Vec<_>>();
    assert_eq!(corrected("fran"), ["från"]);
    assert_eq!(corrected("host"), ["höst"]);
    assert_eq!(corrected("sjalvmord"), ["självmord"]);
}
