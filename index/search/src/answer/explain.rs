//! Why a record stands where it stands: every number that its score is made of.

use crate::answer::sort::FitFacts;
use crate::count::filter_set::SegmentView;
use crate::query::{ExpansionKind, MatchSpec, QueryUnit, SearchFeatures, SearchQuery};
use crate::score::bm25f::ScoredDocs;
use crate::score::matcher::{self, Matcher};
use crate::{SearchError, Snapshot};
use catalogue::field::Zone;
use catalogue::record::InterventionId;
use jiff::civil::Date;

/// The score of one record in one search: score = (Σ concepts × completeness + grams) × Π fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The search as it was understood.
    pub query: SearchQuery,
    /// What each thing that was looked for gave.
    pub concepts: Vec<QueryUnitScore>,
    /// Weight of the concepts that the record holds.
    pub held: f32,
    /// Weight of all concepts.
    pub asked: f32,
    /// Weight that a hit must hold.
    pub needed: f32,
    /// Factor for the share held.
    pub completeness: f32,
    /// What the grams of the whole query added.
    pub grams: f32,
    /// Whether the words are its complete name: it is a hit then, before all others.
    pub full_name: bool,
    /// Factors of fit, by their names in `ranking.toml`; 1 takes nothing away.
    pub fit: Vec<(&'static str, f32)>,
    /// The score; 0 for what is no hit.
    pub score: f32,
}

/// What one concept gave.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryUnitScore {
    /// The words as typed.
    pub from: String,
    /// What it weighs in the hit rule.
    pub rarity: f32,
    /// Whether the hit rule asks for it; what does not is only what people write around it.
    pub demanded: bool,
    /// What it adds to the score: the best of the ways, times its importance.
    pub score: f32,
    /// The ways that lead to the record, the best first.
    pub ways: Vec<ExpansionScore>,
}

/// What one way gave.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpansionScore {
    /// What kind of way.
    pub kind: ExpansionKind,
    /// What was found instead of what was typed; empty for the words themselves.
    pub to: String,
    /// Its weight times what the words or codes scored.
    pub score: f32,
    /// Where the words stand, and how much of the score comes from there.
    pub zones: Vec<(Zone, f32)>,
}

/// A record's place in the index.
#[derive(Clone, Copy)]
struct DocPlace {
    segment: usize,
    doc: u32,
}

impl DocPlace {
    fn score(self, by_segment: &[ScoredDocs]) -> f32 {
        let of = by_segment.get(self.segment);
        of.and_then(|s| s.iter().find(|(doc, _)| *doc == self.doc)).map_or(0.0, |(_, score)| *score)
    }
}

impl Snapshot {
    /// Explains the score of a record. `None` when it is not in the index or no words are searched for.
    pub fn explain(
        &self,
        query: &SearchQuery,
        id: &InterventionId,
        today: Date,
    ) -> Result<Option<Explanation>, SearchError> {
        let read = self.search(&SearchQuery { per_page: 1, ..query.clone() }, today)?;
        let understood = SearchQuery { per_page: query.per_page, ..read.query };
        let abilities = if query.interpret { SearchFeatures::ALL } else { SearchFeatures::LITERAL };
        let (Some(place), Some(plan)) = (self.place_of(id), self.plan(&understood, abilities)?) else {
            return Ok(None);
        };
        let matcher = self.matcher(abilities, today);
        let (mut held, mut asked) = (0.0, 0.0);
        let mut concepts = Vec::new();
        for concept in &plan.concepts {
            let weighed = matcher.weigh(concept, &plan)?;
            let score = place.score(&weighed.best) * weighed.importance;
            if weighed.demanded {
                asked += weighed.rarity;
                held += if score > 0.0 { weighed.rarity } else { 0.0 };
            }
            let ways = ways(&matcher, concept, &weighed.ways, place)?;
            let (rarity, demanded) = (weighed.rarity, weighed.demanded);
            concepts.push(QueryUnitScore { from: concept.from.clone(), rarity, demanded, score, ways });
        }
        let in_segment = &matcher::run(&matcher, &understood.text, &plan)?[place.segment];
        let segment = &self.segments[place.segment];
        let view = SegmentView { columns: &segment.columns, alive: &segment.alive, today };
        let fit = FitFacts::of(view, &understood).factors(&self.lexicon.ranking, view, place.doc).to_vec();
        let is_hit = in_segment.docs.contains(place.doc);
        let factor: f32 = fit.iter().map(|(_, factor)| factor).product();
        Ok(Some(Explanation {
            concepts,
            held,
            asked,
            needed: matcher.needed(&plan, asked),
            completeness: matcher.completeness(held, asked),
            grams: if is_hit { place.score(&matcher.grams(&plan)?) } else { 0.0 },
            full_name: in_segment.full_name.contains(place.doc),
            fit,
            score: if is_hit { in_segment.scores[place.doc as usize] * factor } else { 0.0 },
            query: understood,
        }))
    }

    fn place_of(&self, id: &InterventionId) -> Option<DocPlace> {
        let wanted = id.as_str().as_bytes();
        self.segments.iter().enumerate().find_map(|(segment, s)| {
            let is_it = |doc: &u32| s.columns.ids.get(*doc) == wanted;
            s.alive.iter().find(is_it).map(|doc| DocPlace { segment, doc })
        })
    }
}

fn ways(
    matcher: &Matcher<'_>,
    concept: &QueryUnit,
    found: &[Vec<ScoredDocs>],
    place: DocPlace,
) -> Result<Vec<ExpansionScore>, SearchError> {
    let mut out = Vec::new();
    for (number, way) in concept.ways.iter().enumerate() {
        let by_segment: Vec<ScoredDocs> = found.iter().map(|ways| ways[number].clone()).collect();
        let score = place.score(&by_segment);
        if score <= 0.0 {
            continue;
        }
        let mut zones = Vec::new();
        if let MatchSpec::Words(words) | MatchSpec::AnyWord(words) = &way.needs {
            for zone in Zone::ALL {
                // One word at a time: several that belong together may stand in different zones.
                let mut of_zone = 0.0;
                for word in words {
                    let found = matcher.needs(&MatchSpec::Words(vec![word.clone()]), way.kind, &[zone])?;
                    of_zone += place.score(&found) / words.len() as f32;
                }
                if of_zone > 0.0 {
                    zones.push((zone, of_zone * matcher.ranking.way(way.kind)));
                }
            }
        }
        out.push(ExpansionScore { kind: way.kind, to: way.to.clone(), score, zones });
    }
    out.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(out)
}
