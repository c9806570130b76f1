//! Answers queries.

use super::facets::{FacetCounter, FacetValues, positions};
use super::fragment::Marked;
use super::{ANALYSIS, FACETS, Fields, TEXTS, analyzer, schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// Letters from which a word is matched within two edits.
const LONG_WORD: usize = 8;
/// Weight of a word that starts with the last word, and of one within some edits.
const PREFIX_WEIGHT: f32 = 0.5;
const FUZZY_WEIGHT: f32 = 0.3;

/// A query of the bench generator.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BareQuery {
    /// The words.
    pub q: String,
    /// The chosen values.
    pub filters: BareFilters,
    /// The members to count.
    pub facets: Vec<String>,
    /// Greatest number of records.
    pub limit: usize,
}

/// The chosen values of a query.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BareFilters {
    /// Any of these groups.
    pub target_groups: Vec<String>,
    /// Any of these funders.
    pub funders: Vec<String>,
    /// This kind.
    pub kind: Option<String>,
    /// This age in years.
    pub age: Option<u8>,
    /// This municipality, its county or the whole country.
    pub municipality: Option<String>,
}

/// An open index.
pub struct BareSearcher {
    searcher: Searcher,
    fields: Fields,
    facet_values: Arc<FacetValues>,
    analyzer: TextAnalyzer,
}

#[derive(Serialize)]
struct Answer<'a> {
    total: usize,
    facets: BTreeMap<&'a str, Vec<(&'a str, u64)>>,
    hits: Vec<AnswerHit>,
}

#[derive(Serialize)]
struct AnswerHit {
    id: String,
    name: String,
    summary: String,
    score: f32,
    fragment: String,
}

/// What an answer needs of a stored record.
#[derive(Deserialize)]
struct StoredRecord<'r> {
    id: String,
    name: String,
    summary: String,
    #[serde(borrow)]
    description: Cow<'r, str>,
}

impl BareSearcher {
    /// Opens the index of a folder.
    ///
    /// # Errors
    /// Tantivy failed.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        let index = Index::open_in_dir(folder)?;
        index.tokenizers().register(ANALYSIS, analyzer());
        let searcher = index.reader()?.searcher();
        let facet_values = Arc::new(FacetValues::load(&searcher)?);
        Ok(Self { searcher, fields: schema().1, facet_values, analyzer: analyzer() })
    }

    /// The answer to a query as JSON, and the number of records that match.
    ///
    /// # Errors
    /// Tantivy failed.
    pub fn answer(&self, query: &BareQuery) -> anyhow::Result<(Vec<u8>, usize)> {
        let mut analyzer = self.analyzer.clone();
        let mut stems = Vec::new();
        let mut tokens = analyzer.token_stream(&query.q);
        while tokens.advance() {
            stems.push(tokens.token().text.clone());
        }
        drop(tokens);
        let facets = positions(&query.facets);
        let counter = FacetCounter { values: Arc::clone(&self.facet_values), facets: facets.clone() };
        let top = TopDocs::with_limit(query.limit.max(1)).order_by_score();
        let (total, best, counts) =
            self.searcher.search(&self.parsed(&stems, &query.filters)?, &(Count, top, counter))?;
        let mut marked = Marked { stems: &stems, analyzer };
        let mut hits = Vec::with_capacity(best.len());
        for (score, address) in best {
            let document: TantivyDocument = self.searcher.doc(address)?;
            let record = document.get_first(self.fields.record).and_then(|value| value.as_str()).unwrap_or_default();
            let StoredRecord { id, name, summary, description } = serde_json::from_str(record)?;
            hits.push(AnswerHit { id, name, summary, score, fragment: marked.fragment(&description) });
        }
        let facets = facets
            .iter()
            .zip(&counts)
            .map(|(facet, counts)| (FACETS[*facet], self.facet_values.most_frequent(*facet, counts)));
        let answer = Answer { total, facets: facets.collect(), hits };
        Ok((serde_json::to_vec(&answer)?, total))
    }

    fn parsed(&self, stems: &[String], filters: &BareFilters) -> anyhow::Result<BooleanQuery> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (at, stem) in stems.iter().enumerate() {
            clauses.push((Occur::Must, self.word(stem, at + 1 == stems.len())?));
        }
        let Fields { facets: [groups, funders, kinds, municipalities], counties, national, ages, .. } = self.fields;
        let mut filter = |terms: Vec<(Field, &str)>| {
            let any = terms.into_iter().map(|(field, code)| exact(field, code)).collect();
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(any)), 0.0))));
        };
        if !filters.target_groups.is_empty() {
            filter(filters.target_groups.iter().map(|code| (groups, code.as_str())).collect());
        }
        if !filters.funders.is_empty() {
            filter(filters.funders.iter().map(|code| (funders, code.as_str())).collect());
        }
        if let Some(kind) = &filters.kind {
            filter(vec![(kinds, kind)]);
        }
        if let Some(age) = filters.age {
            filter(vec![(ages, &age.to_string())]);
        }
        if let Some(code) = &filters.municipality {
            filter(vec![(municipalities, code), (counties, code.get(..2).unwrap_or_default()), (national, "true")]);
        }
        if clauses.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Ok(BooleanQuery::new(clauses))
    }

    /// A word in any text: exact; the last one also as the start of a word; one that no record has within some edits.
    fn word(&self, stem: &str, is_last: bool) -> anyhow::Result<Box<dyn Query>> {
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        let mut frequency = 0;
        for (field, (_, weight)) in self.fields.texts.iter().zip(TEXTS) {
            let term = Term::from_field_text(*field, stem);
            frequency += self.searcher.doc_freq(&term)?;
            let of_term = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
            ways.push(Box::new(BoostQuery::new(Box::new(of_term), weight)));
            if is_last {
                let prefix = FuzzyTermQuery::new_prefix(term, 0, true);
                ways.push(Box::new(BoostQuery::new(Box::new(prefix), weight * PREFIX_WEIGHT)));
            }
        }
        if frequency == 0 {
            let edits = if stem.chars().count() < LONG_WORD { 1 } else { 2 };
            for (field, (_, weight)) in self.fields.texts.iter().zip(TEXTS) {
                let fuzzy = FuzzyTermQuery::new(Term::from_field_text(*field, stem), edits, true);
                ways.push(Box::new(BoostQuery::new(Box::new(fuzzy), weight * FUZZY_WEIGHT)));
            }
        }
        Ok(Box::new(BooleanQuery::union(ways)))
    }
}

fn exact(field: Field, code: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, code), IndexRecordOption::Basic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    const RECORDS: &str = r#"{"id":"i1","name":"Praktik för unga","summary":"Arbetsträning.","description":"Praktiken är i Växjö.","age_min":16,"age_max":24,"target_groups":["unga"],"municipalities":["0780"],"counties":[],"national":false,"funders":["kommun"],"kind":"arbetsmarknad"}
{"id":"i2","name":"Språkcafé","summary":"Möten.","description":"Alla är välkomna till praktik.","age_min":null,"age_max":null,"target_groups":["unga","nyanlanda"],"municipalities":[],"counties":["07"],"national":false,"funders":["region"],"kind":"fritid"}"#;

    #[test]
    fn an_answer_has_total_facets_records_and_fragments() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(super::super::build(folder.path(), RECORDS.as_bytes()).unwrap(), 2);
        let searcher = BareSearcher::open(folder.path()).unwrap();
        let ids = |query: &str| -> Vec<String> {
            let (answer, total) = searcher.answer(&serde_json::from_str(query).unwrap()).unwrap();
            let answer: Value = serde_json::from_slice(&answer).unwrap();
            assert_eq!(answer["total"].as_u64().unwrap() as usize, total);
            let hits = answer["hits"].as_array().unwrap().iter();
            hits.map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(ids(r#"{"q":"praktik","limit":20}"#), ["i1", "i2"]);
        assert_eq!(ids(r#"{"q":"prak","limit":20}"#).len(), 2, "the last word may be unfinished");
        assert_eq!(ids(r#"{"q":"pratkik växjö","limit":20}"#), ["i1"], "an error is mended, and all words must match");
        assert_eq!(ids(r#"{"q":"praktik","filters":{"age":40},"limit":20}"#), ["i2"]);
        assert_eq!(ids(r#"{"q":"","filters":{"municipality":"0780"},"limit":20}"#).len(), 2);
        let query = r#"{"q":"praktik","facets":["target_groups"],"limit":1}"#;
        let (answer, _) = searcher.answer(&serde_json::from_str(query).unwrap()).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!(answer["facets"]["target_groups"], serde_json::json!([["unga", 2], ["nyanlanda", 1]]));
        assert_eq!(answer["hits"][0]["fragment"], "<mark>Praktiken</mark> är i Växjö.");
    }
}
