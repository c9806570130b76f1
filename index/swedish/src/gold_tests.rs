//! Accuracy of the lists on a hand-made gold standard of splits and forms (`tests/lexicon`), with and without the lists
//! of `lexicon/sv`. `docs/lexicon.md` has the figures; the minimums here are slightly lower.

use crate::compound::{parts_in, split};
use crate::dictionary::{is_word_in, restore_diacritics_in};
use crate::lemma::lemma_in;
use crate::lists::{LISTS, Lists};
use crate::stem;
use crate::strip_diacritics as fold;
use proptest::prelude::*;
use std::{collections::HashSet, sync::LazyLock};

static OWN: LazyLock<Lists> = LazyLock::new(Lists::own_only);

const COMPOUNDS: &str = include_str!("../tests/lexicon/compounds.txt");
const HELD_OUT: &str = include_str!("../tests/lexicon/heldout.txt");
const WHOLE: &str = include_str!("../tests/lexicon/whole.txt");
const FORMS: &str = include_str!("../tests/lexicon/forms.txt");
const HELD_OUT_FORMS: &str = include_str!("../tests/lexicon/heldout-forms.txt");

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    lines(text).flat_map(str::split_whitespace)
}

/// Start positions of the parts after the first.
fn borders<'a>(parts: impl Iterator<Item = &'a str>) -> HashSet<usize> {
    let begin = |at: &mut usize, part: &str| {
        let begin = *at;
        *at += part.len();
        Some(begin)
    };
    let mut ends: HashSet<usize> = parts.scan(0, |at, part| begin(at, part)).collect();
    ends.remove(&0);
    ends
}

/// Share of compounds split exactly, precision and recall of the part boundaries.
fn cuts(lists: &Lists, gold: &str) -> (f64, f64, f64) {
    let (mut exact, mut right, mut made, mut wanted) = (0, 0, 0, 0);
    for word in words(gold) {
        let want = borders(word.split('|'));
        let whole = word.replace('|', "");
        let pieces = split(lists, &whole).unwrap_or_default();
        let got = borders(pieces.iter().map(|piece| &*piece.form));
        if got != want {
            println!("{word}: {:?}", pieces.iter().map(|p| &*p.form).collect::<Vec<_>>());
        }
        exact += usize::from(got == want);
        right += got.intersection(&want).count();
        made += got.len();
        wanted += want.len();
    }
    let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    (share(exact, words(gold).count()), share(right, made), share(right, wanted))
}

/// Share of forms with the same lemma as the first word of their line.
fn conflated(gold: &str, term: impl Fn(&str) -> String) -> f64 {
    let (mut same, mut all) = (0, 0);
    for line in lines(gold) {
        let mut forms = line.split_whitespace();
        let word = forms.next().map(&term);
        for form in forms {
            all += 1;
            if Some(term(form)) == word {
                same += 1;
            } else {
                println!("{line}: {form}");
            }
        }
    }
    f64::from(same) / f64::from(all)
}

/// Share of words with diacritics that are restored from their folded form.
fn unfolded(lists: &Lists, gold: &str) -> f64 {
    let words: Vec<String> = words(gold).map(|word| word.replace('|', "")).filter(|word| fold(word) != *word).collect();
    let found = words.iter().filter(|word| restore_diacritics_in(lists, &fold(word)).as_ref() == Some(word)).count();
    found as f64 / words.len() as f64
}

/// Prints ten figures and asserts that each is at least its minimum in `floors`, in this order: compounds split
/// exactly, precision and recall of the boundaries; the same for held-out words; forms with one lemma and restored
/// words, each for development words, then for held-out words.
fn check(name: &str, lists: &Lists, floors: [f64; 10]) {
    let (exact, precision, recall) = cuts(lists, COMPOUNDS);
    let (held_out, held_out_precision, held_out_recall) = cuts(lists, HELD_OUT);
    let together = |gold| conflated(gold, |word| lemma_in(lists, word));
    let (forms, held_out_forms) = (together(FORMS), together(HELD_OUT_FORMS));
    let (marks, held_out_marks) = (unfolded(lists, COMPOUNDS), unfolded(lists, HELD_OUT));
    println!("{name}: compounds exact {exact:.3}, P {precision:.3}, R {recall:.3}; forms {forms:.3}; marks {marks:.3}");
    println!(
        "{name}, held out: exact {held_out:.3}, P {held_out_precision:.3}, R {held_out_recall:.3}; \
         forms {held_out_forms:.3}; marks {held_out_marks:.3}"
    );
    let figures = [
        exact,
        precision,
        recall,
        held_out,
        held_out_precision,
        held_out_recall,
        forms,
        held_out_forms,
        marks,
        held_out_marks,
    ];
    for (place, (figure, floor)) in figures.into_iter().zip(floors).enumerate() {
        assert!(figure >= floor, "{name}, figure {place}: {figure} < {floor}");
    }
    let broken: Vec<&str> = words(WHOLE).filter(|word| split(lists, word).is_some()).collect();
    assert!(broken.is_empty(), "{name}: {broken:?}");
}

#[test]
fn with_all_lists() {
    if !LISTS.has_sv() {
        return; // the lists of `lexicon/sv` are optional
    }
    check("all lists", &LISTS, [0.95, 0.98, 0.95, 0.88, 0.95, 0.88, 0.98, 0.88, 0.85, 0.70]);
}

#[test]
fn with_our_own_lists_alone() {
    check("own lists", &OWN, [0.95, 0.98, 0.95, 0.40, 0.98, 0.40, 0.98, 0.60, 0.80, 0.30]);
}

#[test]
fn the_stemmer_alone_is_not_enough() {
    let (forms, held_out) = (conflated(FORMS, stem), conflated(HELD_OUT_FORMS, stem));
    println!("stemmer: forms {forms:.3}; held out {held_out:.3}");
    assert!(forms < 0.8);
}

#[test]
fn typing_errors_are_no_words() {
    for lists in [&*LISTS, &*OWN] {
        let typos: Vec<String> = words(COMPOUNDS).chain(words(HELD_OUT)).filter_map(swapped).collect();
        let taken: Vec<&String> = typos.iter().filter(|typo| is_word_in(lists, typo)).collect();
        println!("taken for words: {} of {}: {taken:?}", taken.len(), typos.len());
        assert!(taken.len() * 50 <= typos.len());
    }
}

/// The word with its two middle letters swapped; `None` when they are equal.
fn swapped(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().filter(|c| *c != '|').collect();
    let middle = letters.len() / 2;
    letters.swap(middle, middle - 1);
    (letters[middle] != letters[middle - 1]).then(|| letters.into_iter().collect())
}

#[test]
fn parts_are_words_to_look_for() {
    for lists in [&*LISTS, &*OWN] {
        for (word, parts) in [
            ("skolavhopp", ["skola", "avhopp"]),
            ("arbetsträning", ["arbete", "träning"]),
            ("hälsofrämjande", ["hälsa", "främjande"]),
            ("kvinnojour", ["kvinna", "jour"]),
            ("ungdomskoordinatorn", ["ungdom", "koordinatorn"]),
            ("föräldrautbildningar", ["förälder", "utbildningar"]),
            ("gymnasieexamen", ["gymnasium", "examen"]),
            ("arbetsmarknadsenheten", ["arbetsmarknad", "enheten"]),
            ("språkcaféer", ["språk", "caféer"]),
        ] {
            assert_eq!(parts_in(lists, word), parts);
        }
        for word in ["", "skola", "ungdom", "växjö", "växjös", "landstinget", "xyzzy", "handledaren"] {
            assert!(parts_in(lists, word).is_empty(), "{word}");
        }
        assert_eq!(lemma_in(lists, "växjös"), lemma_in(lists, "växjö"));
    }
}

#[test]
fn words_typed_without_marks() {
    for lists in [&*LISTS, &*OWN] {
        for (typed, meant) in [
            ("kartlaggning", "kartläggning"),
            ("arbetstraning", "arbetsträning"),
            ("sprakcafe", "språkcafé"),
            ("hälsoframjande", "hälsofrämjande"),
        ] {
            assert_eq!(restore_diacritics_in(lists, typed).as_deref(), Some(meant));
        }
        for word in ["skola", "xyzzy", "", "arbetsträning"] {
            assert_eq!(restore_diacritics_in(lists, word), None, "{word}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_typed(word in "\\PC{0,40}") {
        for lists in [&*LISTS, &*OWN] {
            let _ = (lemma_in(lists, &word), parts_in(lists, &word), is_word_in(lists, &word), restore_diacritics_in(lists, &word));
        }
    }

    #[test]
    fn compounds_of_anything(word in "(arbets|skol|natt|å|ö|ss|hälso|t|te|insats|er|na){0,12}") {
        for lists in [&*LISTS, &*OWN] {
            let _ = (lemma_in(lists, &word), restore_diacritics_in(lists, &word), restore_diacritics_in(lists, &fold(&word)));
            let letters: usize = split(lists, &word).unwrap_or_default().iter().map(|piece| piece.form.len()).sum();
            prop_assert!(letters == 0 || letters >= word.len());
            prop_assert!(parts_in(lists, &word).iter().all(|part| !part.is_empty()));
        }
    }
}

#[test]
fn words_and_no_words() {
    for lists in [&*LISTS, &*OWN] {
        for word in ["insats", "insatserna", "ungdomskoordinatorn", "och", "växjö", "2020", "arbetsmarknadsenhets"] {
            assert!(is_word_in(lists, word), "{word}");
        }
        for word in ["", "xyzzy", "arbetsmraknad", "kmomun", "växjo"] {
            assert!(!is_word_in(lists, word), "{word}");
        }
    }
}
