//! A yardstick: bare Tantivy that answers the queries of the bench generator, behind axum, and nothing else.
//!
//! One answer is what any service of this kind must do: all words match in name, summary or description (weights 4, 2,
//! 1; the last word as a prefix, a word that no record has within one or two edits), filters, a total, facets of at most
//! 20 values, and id, name and summary of 20 records, each with a fragment of 180 characters with its words marked, as
//! JSON. Two parts are quicker than Tantivy's own: facet values are numbered once at the start, and fragments do not stem
//! every word.

mod facets;
mod fragment;
mod search;

use anyhow::Context;
use serde_json::Value;
use std::io::BufRead;
use std::path::Path;
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, TantivyDocument};

pub use search::{BareQuery, BareSearcher};

/// Name of the analysis of texts.
const ANALYSIS: &str = "swedish";
/// Memory budget of the writer, in bytes.
const WRITER_MEMORY: usize = 128 << 20;
/// Number of writer threads.
const WRITER_THREADS: usize = 2;
/// The searched texts with their weights.
const TEXTS: [(&str, f32); 3] = [("name", 4.0), ("summary", 2.0), ("description", 1.0)];
/// The members that can be counted.
const FACETS: [&str; 4] = ["target_groups", "funders", "kind", "municipalities"];
/// Greatest age in years; one term for each year.
const MAX_AGE: u64 = 120;

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
struct Fields {
    record: Field,
    texts: [Field; 3],
    facets: [Field; 4],
    counties: Field,
    national: Field,
    ages: Field,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer(ANALYSIS).set_index_option(IndexRecordOption::WithFreqs);
    let text = TextOptions::default().set_indexing_options(indexing);
    let fields = Fields {
        record: schema.add_text_field("record", STORED),
        texts: TEXTS.map(|(name, _)| schema.add_text_field(name, text.clone())),
        facets: FACETS.map(|name| schema.add_text_field(name, STRING.set_fast("raw"))),
        counties: schema.add_text_field("counties", STRING),
        national: schema.add_text_field("national", STRING),
        ages: schema.add_text_field("ages", STRING),
    };
    (schema.build(), fields)
}

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(80))
        .filter(LowerCaser)
        .filter(Stemmer::new(Language::Swedish))
        .build()
}

/// Builds an index of records of the bench generator, one JSON object a line. Returns their number.
///
/// # Errors
/// A line is no record, or Tantivy failed.
pub fn build(folder: &Path, records: impl BufRead) -> anyhow::Result<usize> {
    std::fs::create_dir_all(folder)?;
    let (schema, fields) = schema();
    let index = Index::create_in_dir(folder, schema)?;
    index.tokenizers().register(ANALYSIS, analyzer());
    let mut writer = index.writer_with_num_threads(WRITER_THREADS, WRITER_MEMORY)?;
    let mut count = 0;
    for line in records.lines() {
        writer.add_document(document(fields, &line?)?)?;
        count += 1;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(count)
}

fn document(fields: Fields, line: &str) -> anyhow::Result<TantivyDocument> {
    let record: Value = serde_json::from_str(line)?;
    let mut document = TantivyDocument::new();
    document.add_text(fields.record, line);
    for (field, (name, _)) in fields.texts.iter().zip(TEXTS) {
        document.add_text(*field, record[name].as_str().context("a text")?);
    }
    for (field, name) in fields.facets.iter().zip(FACETS).chain([(&fields.counties, "counties")]) {
        match &record[name] {
            Value::String(code) => document.add_text(*field, code),
            codes => codes.as_array().into_iter().flatten().filter_map(Value::as_str).for_each(|code| {
                document.add_text(*field, code);
            }),
        }
    }
    document.add_text(fields.national, record["national"].as_bool().unwrap_or_default().to_string());
    let (from, to) = (record["age_min"].as_u64().unwrap_or(0), record["age_max"].as_u64().unwrap_or(MAX_AGE));
    for years in from..=to {
        document.add_text(fields.ages, years.to_string());
    }
    Ok(document)
}
