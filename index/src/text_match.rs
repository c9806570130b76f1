//! Which documents of each segment match the words, and how well.
//!
//! Word by word rather than document by document: totals and facets need every hit anyway, and
//! the hit rule and the explanation of a hit need to know which words matched.

use crate::SearchError;
use crate::analysis::name_key;
use crate::columns::Docs;
use crate::query::{QueryWord, content_words};
use crate::ranking::Ranking;
use crate::schema;
use catalogue::field::Zone;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, EnableScoring, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Schema};
use tantivy::{Searcher, Term};

/// The words of a query against one segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentMatch {
    /// Documents that are hits as far as the words go.
    pub(crate) docs: Docs,
    /// Documents whose complete name or alternate name the words are.
    pub(crate) full_name: Docs,
    /// Score of every document, 0 for those that do not match.
    pub(crate) scores: Vec<f32>,
}

/// The words of a query against all segments, in the order of the searcher. `None` when the text
/// holds no word at all, which is no condition.
pub(crate) fn run(
    searcher: &Searcher,
    text: &str,
    ranking: &Ranking,
) -> Result<Option<Vec<SegmentMatch>>, SearchError> {
    let words = content_words(text);
    if text.is_empty() {
        return Ok(None);
    }
    let mut weights = Vec::with_capacity(words.len());
    let mut matches: Vec<Vec<Vec<(u32, f32)>>> = Vec::with_capacity(words.len());
    for word in &words {
        let query = word_query(searcher.schema(), word, ranking)?;
        let scored = collect(searcher, query.as_ref())?;
        let found: usize = scored.iter().map(Vec::len).sum();
        // Rare words weigh more; a word that nothing holds weighs most, so that nonsense in a
        // query is not outvoted by the ordinary words around it.
        weights.push((1.0 + searcher.num_docs() as f32 / (found as f32 + 1.0)).ln());
        matches.push(scored);
    }
    let needed = needed_weight(&weights, ranking);
    let mut out = Vec::with_capacity(searcher.segment_readers().len());
    for (number, segment) in searcher.segment_readers().iter().enumerate() {
        let mut scores = vec![0.0_f32; segment.max_doc() as usize];
        let mut held = vec![0.0_f32; segment.max_doc() as usize];
        for (word, weight) in matches.iter().zip(&weights) {
            for &(doc, score) in &word[number] {
                scores[doc as usize] += score;
                held[doc as usize] += weight;
            }
        }
        let is_hit = |doc: &u32| held[*doc as usize] > 0.0 && held[*doc as usize] >= needed;
        out.push(SegmentMatch {
            docs: (0..segment.max_doc()).filter(is_hit).collect(),
            full_name: Docs::new(),
            scores,
        });
    }
    add_full_names(searcher, text, &mut out)?;
    Ok(Some(out))
}

/// With one or two words all must match; from three on a share of them by weight. A little is taken
/// off for rounding.
fn needed_weight(weights: &[f32], ranking: &Ranking) -> f32 {
    let all: f32 = weights.iter().sum();
    let share = if weights.len() <= 2 { 1.0 } else { ranking.share_of_words };
    all * share * 0.999
}

/// A word in all zones: in each the better of its forms, and the zones add up.
fn word_query(schema: &Schema, word: &QueryWord, ranking: &Ranking) -> Result<Box<dyn Query>, SearchError> {
    let mut zones: Vec<Box<dyn Query>> = Vec::with_capacity(Zone::ALL.len());
    for zone in Zone::ALL {
        let mut forms: Vec<Box<dyn Query>> = Vec::with_capacity(word.forms.len());
        for (form, text) in &word.forms {
            let field = schema::get(schema, &schema::text_field(zone, *form))?;
            let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
            forms.push(Box::new(BoostQuery::new(Box::new(term), ranking.zone(zone) * ranking.form(*form))));
        }
        zones.push(Box::new(DisjunctionMaxQuery::new(forms)));
    }
    Ok(Box::new(BooleanQuery::union(zones)))
}

/// Every match with its score, segment by segment.
fn collect(searcher: &Searcher, query: &dyn Query) -> Result<Vec<Vec<(u32, f32)>>, SearchError> {
    let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
    let mut out = Vec::with_capacity(searcher.segment_readers().len());
    for segment in searcher.segment_readers() {
        let mut scored = Vec::new();
        weight.for_each(segment, &mut |doc, score| scored.push((doc, score)))?;
        out.push(scored);
    }
    Ok(out)
}

/// Marks the documents whose complete name the words are; those are hits whatever the rule says.
fn add_full_names(searcher: &Searcher, text: &str, out: &mut [SegmentMatch]) -> Result<(), SearchError> {
    let key = name_key(text);
    if key.is_empty() {
        return Ok(());
    }
    let field = schema::get(searcher.schema(), schema::FULL_NAME)?;
    let query = TermQuery::new(Term::from_field_text(field, &key), IndexRecordOption::Basic);
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    for (segment, found) in searcher.segment_readers().iter().zip(out) {
        weight.for_each_no_score(segment, &mut |docs| found.full_name.extend(docs.iter().copied()))?;
        found.docs |= &found.full_name;
    }
    Ok(())
}
