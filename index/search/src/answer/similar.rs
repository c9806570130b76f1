//! Interventions like another one: the same people, ways of working and places, the same words, and
//! not over.

use crate::answer::hit::{self, Hit};
use crate::count::filter_set::SegmentView;
use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::query::SearchQuery;
use crate::text::Form;
use crate::text::QueryWord;
use crate::{SearchError, Snapshot};
use catalogue::field::Zone;
use catalogue::record::Status;
use catalogue::{Intervention, field};
use jiff::civil::Date;
use std::collections::BTreeMap;
use tantivy::schema::Field;
use tantivy::{DocAddress, Term};

/// Filters whose shared codes make two interventions alike; the others only add to it.
const ALIKE: [&str; 3] = ["target_group", "method", "activity"];
/// Zones whose words are compared: what they say beside codes and names of places.
const TEXTS: [Zone; 3] = [Zone::Name, Zone::Summary, Zone::Body];
/// Words of a text that are compared, the most telling ones.
const WORDS: usize = 20;

/// A document: its segment and its number there.
type At = (usize, u32);

impl Snapshot {
    /// The interventions most like this one, the most alike first, at most `limit`; what is over is
    /// left out. Only what shares a group, a method, an activity or much of the text counts as alike.
    pub fn similar(&self, record: &Intervention, limit: usize, today: Date) -> Result<Vec<Hit>, SearchError> {
        let weights = &self.lexicon.ranking.similar;
        let mut scores: BTreeMap<At, f32> = BTreeMap::new();
        let mut alike: Vec<DocSet> = vec![DocSet::new(); self.segments.len()];
        for (parameter, weight) in &weights.shared {
            let Some(filter) = field::filter(parameter) else { continue };
            let field::Match::Codes { codes, .. } = &filter.matching else { continue };
            let own = codes(record, &self.vocabularies);
            // What reaches everyone has nothing in common with a place.
            let share = 1.0 / (own.len() as f32).sqrt().max(1.0);
            let column = schema::code_field(filter, false);
            for code in own {
                let found = |number: usize| self.segments[number].columns.codes(&column)?.by_code.get(&code);
                let total: u64 = (0..self.segments.len()).filter_map(found).map(DocSet::len).sum();
                let rarity = self.rarity(total);
                for (number, alike) in alike.iter_mut().enumerate() {
                    let Some(docs) = found(number) else { continue };
                    for doc in docs & &self.segments[number].alive {
                        *scores.entry((number, doc)).or_default() += weight * rarity * share;
                    }
                    if ALIKE.contains(&filter.parameter) {
                        *alike |= docs;
                    }
                }
            }
        }
        let id = record.id.as_str().as_bytes();
        for (at, share) in self.shared_text(record)? {
            *scores.entry(at).or_default() += weights.text * share;
            if share >= weights.least_text {
                alike[at.0].insert(at.1);
            }
        }
        let counts = |(number, doc): &At| {
            let segment = &self.segments[*number];
            alike[*number].contains(*doc)
                && segment.columns.ids.get(*doc) != id
                && !segment.columns.with_status(Status::Ended, today).contains(*doc)
        };
        let mut ranked: Vec<(At, f32)> = scores.into_iter().filter(|(at, _)| counts(at)).collect();
        let key = |(number, doc): At| self.segments[number].columns.ids.get(doc);
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| key(a.0).cmp(key(b.0))));
        let query = SearchQuery::default();
        let load = |((number, doc), _): (At, f32)| {
            let segment = &self.segments[number];
            let view = SegmentView { columns: &segment.columns, alive: &segment.alive, today };
            hit::load(&self.searcher, DocAddress::new(number as u32, doc), None, view, &query, None, &self.vocabularies)
        };
        ranked.into_iter().take(limit).map(load).collect()
    }

    /// How much of what a record's text says others say too, 0 to 1, by document: the scores of its
    /// most telling words, against what the best (mostly the record itself) reaches.
    fn shared_text(&self, record: &Intervention) -> Result<BTreeMap<At, f32>, SearchError> {
        let fields: Vec<(Field, f32)> = TEXTS
            .iter()
            .map(|zone| {
                let name = schema::text_field(*zone, Form::Lemma);
                schema::get(self.searcher.schema(), &name).map(|field| (field, self.lexicon.ranking.zone(*zone)))
            })
            .collect::<Result<_, _>>()?;
        let mut out: BTreeMap<At, f32> = BTreeMap::new();
        for word in self.telling_words(record, &fields)? {
            for (number, scored) in self.bm25f(&fields, &word, &self.lexicon.ranking)?.into_iter().enumerate() {
                for (doc, score) in scored {
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

    /// The lemmas that tell a record's text from others: often there, rare elsewhere, but not only there.
    fn telling_words(&self, record: &Intervention, fields: &[(Field, f32)]) -> Result<Vec<String>, SearchError> {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for searched in field::fields().filter_map(|f| f.search).filter(|s| TEXTS.contains(&s.zone)) {
            for text in (searched.text)(record, &self.vocabularies) {
                let words = swedish::words(&text).map(|w| QueryWord::new(w.text)).filter(QueryWord::is_content);
                words.for_each(|word| *counts.entry(word.lemma).or_default() += 1);
            }
        }
        let mut weighed = Vec::with_capacity(counts.len());
        for (lemma, count) in counts {
            let mut holding = 0;
            for (field, _) in fields {
                holding = holding.max(self.searcher.doc_freq(&Term::from_field_text(*field, &lemma))?);
            }
            if holding > 1 {
                weighed.push(((1.0 + (count as f32).ln()) * self.rarity(holding), lemma));
            }
        }
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        Ok(weighed.into_iter().take(WORDS).map(|(_, lemma)| lemma).collect())
    }
}
