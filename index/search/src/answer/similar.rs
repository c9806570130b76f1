//! Interventions similar to a record, by shared codes (places included) and by text.

use crate::answer::hit::{Hit, HitLoader};
use crate::disk::columns::DocKey;
use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::disk::terms::{Occurrence, term};
use crate::error::SearchError;
use crate::query::SearchQuery;
use crate::score::matches::{DocMatch, idf};
use crate::score::word::{WordMatching, score_word};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, words};
use catalogue::field::{self, Zone, parameter};
use catalogue::{Intervention, InterventionId};
use jiff::civil::Date;
use std::collections::BTreeMap;
use tantivy::Term;

/// Filters of which one shared code makes two interventions similar; codes of other filters only add to the score.
const DECISIVE_FILTERS: [&str; 3] = [parameter::TARGET_GROUP, parameter::METHOD, parameter::ACTIVITY];
/// Zones whose texts are compared; the other zones contain labels of codes and places.
const COMPARED_ZONES: [Zone; 3] = [Zone::Name, Zone::Summary, Zone::Body];

/// Candidates with their scores.
struct Candidates {
    scores: BTreeMap<DocKey, f32>,
    /// The documents that count as similar, by segment; `scores` also contains others.
    similar: Vec<DocSet>,
}

/// The interventions most similar to a record, the most similar first, at most `limit`, without ended ones. Only
/// those that share a target group, a method, an activity or much of the text are similar.
///
/// # Errors
/// The index could not be read.
pub fn similar(snapshot: &Snapshot, record: &Intervention, limit: usize, today: Date) -> Result<Vec<Hit>, SearchError> {
    let no_docs = vec![DocSet::new(); snapshot.segments.len()];
    let mut candidates = Candidates { scores: BTreeMap::new(), similar: no_docs };
    candidates.add_shared_codes(snapshot, record);
    candidates.add_shared_text(snapshot, record)?;
    let query = SearchQuery::default();
    let loader = HitLoader::new(snapshot, &query, None, &[]);
    let load = |(number, doc): DocKey| loader.load(number, doc, None, snapshot.segments[number].view(today));
    candidates.ranked(snapshot, &record.id, today).into_iter().take(limit).map(load).collect()
}

impl Candidates {
    fn add_shared_codes(&mut self, snapshot: &Snapshot, record: &Intervention) {
        for (parameter, weight) in &snapshot.lexicon.ranking.similar.shared {
            let Some(filter) = field::filter(parameter) else { continue };
            let field::Match::Codes { codes, .. } = &filter.matching else { continue };
            let own_codes = codes(record, &snapshot.vocabularies);
            // One shared code means less for a record with many codes, such as all municipalities.
            let share = 1.0 / (own_codes.len() as f32).sqrt().max(1.0);
            for code in own_codes {
                let docs = |number: usize| snapshot.segments[number].columns.codes(filter, false)?.with(&code);
                let total: u64 = (0..snapshot.segments.len()).filter_map(docs).map(DocSet::len).sum();
                let idf = idf(snapshot, total);
                for (number, similar) in self.similar.iter_mut().enumerate() {
                    let Some(docs) = docs(number) else { continue };
                    for doc in &(docs & &snapshot.segments[number].alive) {
                        *self.scores.entry((number, doc)).or_default() += weight * idf * share;
                    }
                    if DECISIVE_FILTERS.contains(&filter.parameter) {
                        *similar |= docs;
                    }
                }
            }
        }
    }

    fn add_shared_text(&mut self, snapshot: &Snapshot, record: &Intervention) -> Result<(), SearchError> {
        let weights = &snapshot.lexicon.ranking.similar;
        for (key, share) in shared_text(snapshot, record)? {
            *self.scores.entry(key).or_default() += weights.text * share;
            if share >= weights.least_text {
                self.similar[key.0] |= &DocSet::from_ascending(std::iter::once(key.1));
            }
        }
        Ok(())
    }

    /// The similar documents, by descending score, then by id; without ended ones and the record itself.
    fn ranked(self, snapshot: &Snapshot, id: &InterventionId, today: Date) -> Vec<DocKey> {
        let Self { scores, similar } = self;
        let ended: Vec<DocSet> = snapshot.segments.iter().map(|segment| segment.columns.ended(today)).collect();
        let counts = |(number, doc): &DocKey| {
            let segment = &snapshot.segments[*number];
            similar[*number].contains(*doc)
                && segment.columns.ids.get(*doc) != id.as_str().as_bytes()
                && !ended[*number].contains(*doc)
        };
        let mut ranked: Vec<(DocKey, f32)> = scores.into_iter().filter(|(key, _)| counts(key)).collect();
        let id_of = |(number, doc): DocKey| snapshot.segments[number].columns.ids.get(doc);
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| id_of(a.0).cmp(id_of(b.0))));
        ranked.into_iter().map(|(key, _)| key).collect()
    }
}

/// Text similarity of documents to a record, 0 to 1: the summed BM25F scores of the record's most distinctive words,
/// divided by the greatest sum, which is usually that of the record itself.
fn shared_text(snapshot: &Snapshot, record: &Intervention) -> Result<BTreeMap<DocKey, f32>, SearchError> {
    let mut out: BTreeMap<DocKey, f32> = BTreeMap::new();
    let matching = WordMatching { zones: &COMPARED_ZONES, exact: false, compounds: false, modifiers_meet: false };
    for lemma in distinctive_words(snapshot, record)? {
        let word = QueryWord { text: lemma.clone(), lemma };
        for (number, scored) in score_word(snapshot, &word, matching)?.0.into_iter().enumerate() {
            for DocMatch { doc, score, .. } in scored {
                *out.entry((number, doc)).or_default() += score;
            }
        }
    }
    let best = out.values().copied().fold(f32::EPSILON, f32::max);
    for score in out.values_mut() {
        *score /= best;
    }
    Ok(out)
}

/// The lemmas of a record's text with the highest TF-IDF, the highest first, among those that more than one document
/// contains.
fn distinctive_words(snapshot: &Snapshot, record: &Intervention) -> Result<Vec<String>, SearchError> {
    let field = schema::get(snapshot.searcher.schema(), schema::LEMMAS)?;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for searched in field::fields().filter_map(|f| f.search).filter(|s| COMPARED_ZONES.contains(&s.zone)) {
        for text in (searched.text)(record, &snapshot.vocabularies) {
            let words = words(&text).into_iter().map(|w| QueryWord::new(&w.text)).filter(QueryWord::is_content);
            words.for_each(|word| *counts.entry(word.lemma).or_default() += 1);
        }
    }
    let mut weighted = Vec::with_capacity(counts.len());
    for (lemma, count) in counts {
        let mut docs = 0;
        for zone in COMPARED_ZONES {
            docs = docs.max(
                snapshot.searcher.doc_freq(&Term::from_field_text(field, &term(&lemma, Occurrence::Lemma, zone)))?,
            );
        }
        if docs > 1 {
            weighted.push(((1.0 + (count as f32).ln()) * idf(snapshot, docs), lemma));
        }
    }
    weighted.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let limit = snapshot.lexicon.ranking.limits.similar_words;
    Ok(weighted.into_iter().take(limit).map(|(_, lemma)| lemma).collect())
}
