//! Scores of single words by BM25F: the term frequencies of a record's zones are weighted and added up before they
//! saturate, so that a word repeated in every zone does not outweigh two different words (Robertson, Zaragoza: The
//! Probabilistic Relevance Framework, 2009). The scores of the forms ([`Form`]) of a word add up.
//!
//! Frequencies and lengths count live documents only: a score depends neither on the distribution of records over
//! segments nor on deleted revisions.

use crate::disk::columns::TextLengths;
use crate::disk::schema::{FORMS, LEMMAS};
use crate::disk::terms::{Occurrence, for_each_list, zone_index};
use crate::error::SearchError;
use crate::score::doc_values::{DocValue, DocValues};
use crate::score::matches::{DocMatch, Matches, saturation};
use crate::snapshot::Snapshot;
use crate::text::{Form, QueryWord};
use catalogue::field::Zone;
use std::cell::RefCell;
use tantivy::postings::BlockSegmentPostings;

/// The zones whose words meet a unit. A word of a label may be one of several words that name a value, so it only
/// matches weakly; a complete name meets through the code of the value.
pub(super) const MEETING_ZONES: [Zone; 4] = [Zone::Name, Zone::Summary, Zone::Body, Zone::Context];

/// Which occurrences of a word match.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordMatching<'a> {
    pub(crate) zones: &'a [Zone],
    /// Whether the word as written adds to the score.
    pub(crate) exact: bool,
    /// Whether compounds with the word match.
    pub(crate) compounds: bool,
    /// Whether compounds with the word as another part than the head meet it.
    pub(crate) modifiers_meet: bool,
}

const FORM_COUNT: usize = Form::ALL.len();

/// Adds the frequencies of a posting list to the sums of a form, weighted by the length of the text.
fn add_list(
    sums: &mut DocValues<[f32; FORM_COUNT]>,
    mut list: BlockSegmentPostings,
    (form, meets): (Form, bool),
    (weights, lengths, text): (&[f32; 256], &[u64], usize),
) {
    while !list.docs().is_empty() {
        for (doc, frequency) in list.docs().iter().zip(list.freqs()) {
            let weight = weights[usize::from(TextLengths::byte(lengths[*doc as usize], text))];
            sums.of(*doc)[form_index(form)] += weight * *frequency as f32;
            if meets {
                sums.mark(*doc);
            }
        }
        list.advance();
    }
}

thread_local! {
    static SUMS: RefCell<DocValues<[f32; FORM_COUNT]>> = RefCell::default();
}

fn form_index(form: Form) -> usize {
    form as usize
}

/// The live documents of a segment with a word, with its weighted frequencies by form; those that meet the word are
/// marked.
fn frequencies(
    snapshot: &Snapshot,
    number: usize,
    word: &QueryWord,
    matching: WordMatching<'_>,
) -> Result<Vec<DocValue<[f32; FORM_COUNT]>>, SearchError> {
    let (segment, reader) = (&snapshot.segments[number], snapshot.searcher.segment_reader(number as u32));
    let length_weights = snapshot.length_weights();
    SUMS.with_borrow_mut(|sums| {
        sums.begin(segment.columns.len());
        let mut add = |zone: Zone, occurrence: Occurrence, list: BlockSegmentPostings| {
            if !matching.zones.contains(&zone) {
                return;
            }
            let (form, meets) = match occurrence {
                Occurrence::Exact => (Form::Exact, false),
                Occurrence::Lemma => (Form::Lemma, true),
                Occurrence::Head => (Form::Head, true),
                Occurrence::Modifier => (Form::Parts, matching.modifiers_meet),
            };
            let (text, meets) = (zone_index(zone), meets && MEETING_ZONES.contains(&zone));
            add_list(sums, list, (form, meets), (&length_weights[text], &segment.columns.lengths, text));
        };
        for_each_list(reader, LEMMAS, &word.lemma, &mut add)?;
        if matching.compounds {
            for_each_list(reader, FORMS, &word.lemma, |zone, occurrence, list| {
                if occurrence != Occurrence::Exact {
                    add(zone, occurrence, list);
                }
            })?;
        }
        if matching.exact {
            for_each_list(reader, FORMS, &word.text, |zone, occurrence, list| {
                if occurrence == Occurrence::Exact {
                    add(zone, occurrence, list);
                }
            })?;
        }
        let mut found = sums.take();
        if segment.alive.len() < segment.columns.len() as u64 {
            found.retain(|found| segment.alive.contains(found.doc));
        }
        for DocValue { value: [_, lemma, head, parts], .. } in &mut found {
            // A lemma is its own head, and a head is a part.
            if matching.compounds {
                *head += *lemma;
                *parts += *head;
            }
        }
        Ok(found)
    })
}

/// Scores a word. A document meets it that contains, in one of the [`MEETING_ZONES`], its lemma or, if compounds match, a
/// compound with it.
pub(crate) fn score_word(
    snapshot: &Snapshot,
    word: &QueryWord,
    matching: WordMatching<'_>,
) -> Result<Matches, SearchError> {
    let segments = 0..snapshot.segments.len();
    let found: Vec<Vec<DocValue<[f32; FORM_COUNT]>>> =
        segments.map(|number| frequencies(snapshot, number, word, matching)).collect::<Result<_, _>>()?;
    let mut matches = [0_u64; FORM_COUNT];
    for DocValue { value: sums, .. } in found.iter().flatten() {
        for (matches, frequency) in matches.iter_mut().zip(sums) {
            *matches += u64::from(*frequency > 0.0);
        }
    }
    // Most words occur in some forms only.
    let forms = Form::ALL.into_iter().zip(matches).filter(|(_, matches)| *matches > 0);
    let forms: Vec<_> = forms
        .map(|(form, matches)| (form_index(form), snapshot.lexicon.ranking.form(form), saturation(snapshot, matches)))
        .collect();
    let score = |by_form: &[f32; FORM_COUNT]| -> f32 {
        forms.iter().map(|(form, weight, saturate)| weight * saturate(by_form[*form])).sum()
    };
    let of_segment = |found: &Vec<DocValue<[f32; FORM_COUNT]>>| {
        let matches = found.iter().map(|sum| DocMatch { doc: sum.doc, score: score(&sum.value), meets: sum.is_marked });
        matches.collect()
    };
    Ok(Matches(found.iter().map(of_segment).collect()))
}
