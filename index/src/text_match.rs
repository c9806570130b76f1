//! Which documents of each segment match a plan, and how well.
//!
//! Concept by concept rather than document by document: totals and facets need every hit anyway,
//! and the hit rule and the reason for a hit need to know which way led to it.

use crate::SearchError;
use crate::analysis::{Form, name_key};
use crate::columns::Docs;
use crate::query::{Concept, Needs, Plan, QueryWord, WayKind};
use crate::ranking::Ranking;
use crate::schema;
use crate::search::Segment;
use catalogue::field::{self, Zone};
use tantivy::query::{BooleanQuery, BoostQuery, EnableScoring, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

/// A plan against one segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentMatch {
    /// Documents that are hits as far as the words go.
    pub(crate) docs: Docs,
    /// Documents whose complete name or alternate name the words are.
    pub(crate) full_name: Docs,
    /// Score of every document, 0 for those that do not match.
    pub(crate) scores: Vec<f32>,
    /// For each concept, for each of its ways, the documents that it leads to.
    pub(crate) ways: Vec<Vec<Docs>>,
}

/// Documents with scores, by document.
type Scored = Vec<(u32, f32)>;

/// Matches a plan against all segments, in the order of the searcher.
pub(crate) fn run(
    searcher: &Searcher,
    segments: &[Segment],
    text: &str,
    plan: &Plan,
    ranking: &Ranking,
) -> Result<Vec<SegmentMatch>, SearchError> {
    let matcher = Matcher { searcher, segments, ranking };
    let mut out: Vec<SegmentMatch> = segments
        .iter()
        .map(|s| SegmentMatch { scores: vec![0.0; s.columns.len()], ..SegmentMatch::default() })
        .collect();
    let mut held: Vec<Vec<f32>> = segments.iter().map(|s| vec![0.0; s.columns.len()]).collect();
    let mut weights = Vec::with_capacity(plan.concepts.len());
    let only_fillers = plan.concepts.iter().all(Concept::is_filler);
    for concept in &plan.concepts {
        let best = matcher.concept(concept, &mut out)?;
        let found: usize = best.iter().map(Vec::len).sum();
        // Rare words weigh more; what nothing holds weighs most, so that nonsense in a query is not
        // outvoted by the ordinary words around it.
        let rarity = (1.0 + searcher.num_docs() as f32 / (found as f32 + 1.0)).ln();
        let rarity = if found == 0 { rarity * ranking.absent } else { rarity };
        let demanded = only_fillers || !concept.is_filler();
        let importance = if demanded { 1.0 } else { ranking.filler };
        if demanded {
            weights.push(rarity);
        }
        for (number, scored) in best.into_iter().enumerate() {
            for (doc, score) in scored {
                out[number].scores[doc as usize] += score * importance;
                if demanded {
                    held[number][doc as usize] += rarity;
                }
            }
        }
    }
    let all: f32 = weights.iter().sum();
    // Of one or two content words all, from three on a share. A little is taken off for rounding.
    let needed = all * if plan.concepts.len() <= 2 { 1.0 } else { ranking.share_of_words } * 0.999;
    for (segment, held) in out.iter_mut().zip(&held) {
        let hit = |doc: &u32| held[*doc as usize] > 0.0 && held[*doc as usize] >= needed;
        segment.docs = (0..held.len() as u32).filter(hit).collect();
        for doc in &segment.docs {
            // A record that holds all that was asked stands above one that holds some of it often.
            segment.scores[doc as usize] *= (held[doc as usize] / all).powf(ranking.completeness);
        }
    }
    matcher.add_grams(plan, &mut out)?;
    matcher.add_full_names(text, &mut out)?;
    Ok(out)
}

struct Matcher<'a> {
    searcher: &'a Searcher,
    segments: &'a [Segment],
    ranking: &'a Ranking,
}

impl Matcher<'_> {
    /// The best score that any way gives each document.
    fn concept(&self, concept: &Concept, out: &mut [SegmentMatch]) -> Result<Vec<Scored>, SearchError> {
        let mut best: Vec<Scored> = vec![Vec::new(); self.segments.len()];
        let mut led: Vec<Vec<Docs>> = vec![Vec::new(); self.segments.len()];
        for way in &concept.ways {
            let found = self.needs(&way.needs, way.kind)?;
            let weight = self.ranking.way(way.kind);
            for (number, scored) in found.into_iter().enumerate() {
                led[number].push(scored.iter().map(|(doc, _)| *doc).collect());
                let weighed: Scored = scored.into_iter().map(|(doc, score)| (doc, score * weight)).collect();
                best[number] = merge(&best[number], &weighed, f32::max);
            }
        }
        for (segment, ways) in out.iter_mut().zip(led) {
            segment.ways.push(ways);
        }
        Ok(best)
    }

    fn needs(&self, needs: &Needs, kind: WayKind) -> Result<Vec<Scored>, SearchError> {
        match needs {
            Needs::Words(words) => {
                let mut all: Option<Vec<Scored>> = None;
                for word in words {
                    let found = self.word(word, kind)?;
                    all = Some(match all {
                        None => found,
                        Some(before) => before.iter().zip(&found).map(|(a, b)| intersect(a, b)).collect(),
                    });
                }
                // Several words that belong together are one thing: their scores are averaged.
                let share = 1.0 / words.len().max(1) as f32;
                let scaled = |s: Scored| s.into_iter().map(|(doc, score)| (doc, score * share)).collect();
                Ok(all.unwrap_or_else(|| vec![Vec::new(); self.segments.len()]).into_iter().map(scaled).collect())
            }
            Needs::AnyWord(words) => {
                let mut any: Vec<Scored> = vec![Vec::new(); self.segments.len()];
                for word in words {
                    for (all, found) in any.iter_mut().zip(self.word(word, kind)?) {
                        *all = merge(all, &found, f32::max);
                    }
                }
                Ok(any)
            }
            Needs::Codes(codes) => Ok(self.codes(codes)),
            Needs::Grams(grams) => self.most_grams(grams),
        }
    }

    /// A word in all zones and forms, added up.
    fn word(&self, word: &QueryWord, kind: WayKind) -> Result<Vec<Scored>, SearchError> {
        let schema = self.searcher.schema();
        let mut clauses: Vec<Box<dyn Query>> = Vec::new();
        for zone in Zone::ALL {
            for form in Form::ALL {
                let term = match form {
                    // Only what was typed can be exactly what was meant.
                    Form::Exact if kind != WayKind::Literal => continue,
                    Form::Exact => &word.text,
                    Form::Lemma | Form::Parts => &word.lemma,
                };
                let field = schema::get(schema, &schema::text_field(zone, form))?;
                let weight = self.ranking.zone(zone) * self.ranking.form(form);
                clauses.push(Box::new(BoostQuery::new(Box::new(term_query(field, term)), weight)));
            }
        }
        self.collect(&BooleanQuery::union(clauses))
    }

    fn collect(&self, query: &dyn Query) -> Result<Vec<Scored>, SearchError> {
        let weight = query.weight(EnableScoring::enabled_from_searcher(self.searcher))?;
        let mut out = Vec::with_capacity(self.segments.len());
        for (reader, segment) in self.searcher.segment_readers().iter().zip(self.segments) {
            let mut scored = Vec::new();
            // Deleted documents stand in the index until a merge; they are no hits and make no word common.
            weight.for_each(reader, &mut |doc, score| {
                if segment.alive.contains(doc) {
                    scored.push((doc, score));
                }
            })?;
            out.push(scored);
        }
        Ok(out)
    }

    /// Documents with any of the codes. Codes have no frequency in a text: one that few records
    /// carry says more.
    fn codes(&self, codes: &[(&'static str, String)]) -> Vec<Scored> {
        let docs: Vec<Docs> = self
            .segments
            .iter()
            .map(|segment| {
                let of_code = |(parameter, code): &(&str, String)| {
                    let filter = field::filter(parameter)?;
                    segment.columns.codes(&schema::code_field(filter, false))?.by_code.get(code)
                };
                codes.iter().filter_map(of_code).fold(Docs::new(), |all, docs| all | docs) & &segment.alive
            })
            .collect();
        let found: u64 = docs.iter().map(Docs::len).sum();
        let score = (1.0 + self.searcher.num_docs() as f32 / (found as f32 + 1.0)).ln() * self.ranking.code;
        docs.into_iter().map(|docs| docs.into_iter().map(|doc| (doc, score)).collect()).collect()
    }

    fn grams_field(&self) -> Result<Field, SearchError> {
        schema::get(self.searcher.schema(), schema::GRAMS)
    }

    /// Documents that hold most of a word's grams.
    fn most_grams(&self, grams: &[String]) -> Result<Vec<Scored>, SearchError> {
        let field = self.grams_field()?;
        let mut counts: Vec<Scored> = vec![Vec::new(); self.segments.len()];
        for gram in grams {
            for (all, found) in counts.iter_mut().zip(self.collect(&term_query(field, gram))?) {
                let one: Scored = found.into_iter().map(|(doc, _)| (doc, 1.0)).collect();
                *all = merge(all, &one, |a, b| a + b);
            }
        }
        let needed = grams.len() as f32 * self.ranking.share_of_grams;
        Ok(counts.into_iter().map(|s| s.into_iter().filter(|(_, n)| *n >= needed).collect()).collect())
    }

    /// Grams of the whole text add to the score of what is a hit anyway.
    fn add_grams(&self, plan: &Plan, out: &mut [SegmentMatch]) -> Result<(), SearchError> {
        if self.ranking.grams <= 0.0 || plan.grams.is_empty() {
            return Ok(());
        }
        let field = self.grams_field()?;
        let clauses: Vec<Box<dyn Query>> =
            plan.grams.iter().map(|gram| Box::new(term_query(field, gram)) as Box<dyn Query>).collect();
        for (segment, found) in out.iter_mut().zip(self.collect(&BooleanQuery::union(clauses))?) {
            for (doc, score) in found.into_iter().filter(|(doc, _)| segment.docs.contains(*doc)) {
                segment.scores[doc as usize] += score * self.ranking.grams;
            }
        }
        Ok(())
    }

    /// Marks the documents whose complete name the words are; those are hits whatever the rule says.
    fn add_full_names(&self, text: &str, out: &mut [SegmentMatch]) -> Result<(), SearchError> {
        let key = name_key(text);
        if key.is_empty() {
            return Ok(());
        }
        let query = term_query(schema::get(self.searcher.schema(), schema::FULL_NAME)?, &key);
        for (segment, found) in out.iter_mut().zip(self.collect(&query)?) {
            segment.full_name = found.into_iter().map(|(doc, _)| doc).collect();
            segment.docs |= &segment.full_name;
        }
        Ok(())
    }
}

fn term_query(field: Field, text: &str) -> TermQuery {
    TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs)
}

/// Both lists, by document; where both have one, their scores together.
fn merge(one: &[(u32, f32)], two: &[(u32, f32)], both: impl Fn(f32, f32) -> f32) -> Scored {
    let mut out = Vec::with_capacity(one.len() + two.len());
    let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
    while let (Some(&&(a, x)), Some(&&(b, y))) = (one.peek(), two.peek()) {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => {
                out.push((a, x));
                one.next();
            }
            std::cmp::Ordering::Greater => {
                out.push((b, y));
                two.next();
            }
            std::cmp::Ordering::Equal => {
                out.push((a, both(x, y)));
                one.next();
                two.next();
            }
        }
    }
    out.extend(one.chain(two));
    out
}

/// What is in both lists, scores added up.
fn intersect(one: &[(u32, f32)], two: &[(u32, f32)]) -> Scored {
    let mut two = two.iter().peekable();
    let mut out = Vec::new();
    for &(doc, score) in one {
        while two.peek().is_some_and(|(other, _)| *other < doc) {
            two.next();
        }
        if let Some((other, more)) = two.peek()
            && *other == doc
        {
            out.push((doc, score + more));
        }
    }
    out
}
