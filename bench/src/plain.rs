//! The baseline: the same texts in a plain Tantivy index with name, summary and the rest as three fields. The words of
//! a query are combined with OR and ranked with BM25.

use anyhow::Context;
use catalogue::field::{self, Zone};
use catalogue::{Intervention, Vocabularies};
use std::collections::BTreeSet;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

/// An analysis chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Tantivy's `default`: words in lower case.
    Default,
    /// Without stop words, stemmed (Snowball, Swedish).
    Stemmed,
}

/// A plain index.
pub struct Plain {
    reader: IndexReader,
    analyzer: TextAnalyzer,
    id: Field,
    texts: Vec<Field>,
}

/// The searched texts of a record: name, summary, the rest.
pub fn texts(record: &Intervention, vocabularies: &Vocabularies) -> [String; 3] {
    let mut out = [String::new(), String::new(), String::new()];
    for searched in field::fields().filter_map(|f| f.search) {
        let at = match searched.zone {
            Zone::Name => 0,
            Zone::Summary => 1,
            Zone::Labels | Zone::Body | Zone::Context => 2,
        };
        for text in (searched.text)(record, vocabularies) {
            out[at].push_str(&text);
            out[at].push('\n');
        }
    }
    out
}

impl Plain {
    /// Indexes records.
    ///
    /// # Errors
    /// Tantivy failed.
    pub fn new(records: &[Intervention], vocabularies: &Vocabularies, chain: Chain) -> anyhow::Result<Self> {
        let words =
            TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(40)).filter(LowerCaser);
        let analyzer = match chain {
            Chain::Default => words.build(),
            Chain::Stemmed => {
                let stop_words = StopWordFilter::new(Language::Swedish).context("no Swedish stop words")?;
                words.filter(stop_words).filter(Stemmer::new(Language::Swedish)).build()
            }
        };
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let indexing =
            TextFieldIndexing::default().set_tokenizer("plain").set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let texts: Vec<Field> =
            ["name", "summary", "rest"].map(|name| schema.add_text_field(name, options.clone())).to_vec();
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("plain", analyzer.clone());
        let mut writer = index.writer_with_num_threads(1, 50_000_000)?;
        for record in records {
            let mut document = TantivyDocument::new();
            document.add_text(id, record.id.as_str());
            for (field, text) in texts.iter().zip(self::texts(record, vocabularies)) {
                document.add_text(*field, text);
            }
            writer.add_document(document)?;
        }
        writer.commit()?;
        Ok(Self { reader: index.reader()?, analyzer, id, texts })
    }

    /// At most `limit` ids among `allowed` whose texts contain any of the words, the best first; without words the
    /// first of `allowed` by id.
    ///
    /// # Errors
    /// Tantivy failed.
    pub fn search(&self, text: &str, allowed: &BTreeSet<String>, limit: usize) -> anyhow::Result<Vec<String>> {
        if text.is_empty() {
            return Ok(allowed.iter().take(limit).cloned().collect());
        }
        let searcher = self.reader.searcher();
        let mut clauses: Vec<Box<dyn Query>> = Vec::new();
        let mut analyzer = self.analyzer.clone();
        let mut words = analyzer.token_stream(text);
        while words.advance() {
            for field in &self.texts {
                let term = Term::from_field_text(*field, &words.token().text);
                clauses.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
            }
        }
        let all = searcher.num_docs().max(1) as usize;
        let ranked = searcher.search(&BooleanQuery::union(clauses), &TopDocs::with_limit(all).order_by_score())?;
        let mut found = Vec::new();
        for (_, address) in ranked {
            let document: TantivyDocument = searcher.doc(address)?;
            let id = document.get_first(self.id).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
            if allowed.contains(&id) {
                found.push(id);
                if found.len() == limit {
                    break;
                }
            }
        }
        Ok(found)
    }
}
