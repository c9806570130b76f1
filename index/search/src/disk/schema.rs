//! The Tantivy schema, derived from the field registry ([`catalogue::field`]).

use crate::error::SearchError;
use catalogue::field::{self, Filter, Match};
use catalogue::hash;
use std::sync::LazyLock;
use tantivy::IndexSettings;
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};

/// Version of the documents. Raise it when documents get other contents under the same schema.
const DOCUMENT_VERSION: u32 = 4;

/// Id of the record; an update deletes the previous document by it.
pub(crate) const ID: &str = "id";
/// The record as JSON ([`crate::disk::document::StoredDocument`]).
pub(crate) const RECORD: &str = "record";
/// Lemmas by zone, with positions ([`crate::disk::terms`]).
pub(crate) const LEMMAS: &str = "lemmas";
/// Words as written, heads and modifiers of compounds, by zone ([`crate::disk::terms`]).
pub(crate) const FORMS: &str = "forms";
/// Lengths of the zones ([`crate::disk::columns::TextLengths`]).
pub(crate) const LENGTHS: &str = "lengths";
/// Character 4-grams of all searched texts.
pub(crate) const GRAMS: &str = "grams";
/// Comparison keys of the complete names (`text::name_key`).
pub(crate) const FULL_NAME: &str = "full_name";
/// Sort key of the name, in Swedish order.
pub(crate) const NAME_ORDER: &str = "name_order";
/// Stated ages, one bit per year of age: a little-endian `u128`.
pub(crate) const AGES: &str = "ages";
/// First day. Day columns hold days since 1970-01-01.
pub(crate) const START: &str = "start";
/// Last day.
pub(crate) const END: &str = "end";
/// Last day on which an intervention without a stated end counts as running.
pub(crate) const FRESH_UNTIL: &str = "fresh_until";
/// Day on which the facts were last known to be true: the later of the owner's review and the sources.
pub(crate) const KNOWN_ON: &str = "known_on";
/// Day of the owner's latest review.
pub(crate) const REVIEWED: &str = "reviewed";
/// Last day on which the facts need no check; absent when they need one now.
pub(crate) const CHECK_BY: &str = "check_by";
/// Time of the latest revision, in seconds since 1970-01-01.
pub(crate) const UPDATED: &str = "updated";
/// Kinds of coverage, as bits of [`crate::disk::columns::CoverageBits`].
pub(crate) const REACH: &str = "reach";
/// Id of the intervention that this one is a part of.
pub(crate) const PART_OF: &str = "part_of";
/// Id of the intervention that this one succeeds.
pub(crate) const SUCCEEDS: &str = "succeeds";

/// Name of the code column of a filter, or of its variant.
pub(crate) fn code_field(filter: &Filter, variant: bool) -> String {
    format!("{}{}", filter.parameter, if variant { "_variant" } else { "" })
}

/// The code columns: each filter with codes, and its variant where it has one, as (filter, is variant, codes).
pub(crate) fn code_columns() -> impl Iterator<Item = (&'static Filter, bool, field::Codes)> {
    field::filters().flat_map(|filter| match &filter.matching {
        Match::Codes { codes, variant, .. } => {
            let variant = variant.as_ref().map(|v| (filter, true, v.codes));
            std::iter::once((filter, false, *codes)).chain(variant).collect::<Vec<_>>()
        }
        Match::Age | Match::Dated(_) => Vec::new(),
    })
}

/// Size of a compressed block of stored records, in bytes. A hit decompresses one block, and hits are seldom neighbours.
const STORE_BLOCK: usize = 4 << 10;

/// The settings of an index.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings { docstore_blocksize: STORE_BLOCK, ..IndexSettings::default() }
}

/// The schema of an index.
pub(crate) fn build() -> Schema {
    let mut schema = SchemaBuilder::new();
    schema.add_text_field(ID, STRING.set_fast("raw"));
    schema.add_text_field(RECORD, STORED);
    schema.add_text_field(FULL_NAME, STRING);
    schema.add_bytes_field(NAME_ORDER, BytesOptions::default().set_fast());
    for name in [PART_OF, SUCCEEDS] {
        schema.add_text_field(name, STRING.set_fast("raw"));
    }
    schema.add_bytes_field(AGES, BytesOptions::default().set_fast());
    for name in [START, END, FRESH_UNTIL, KNOWN_ON, REVIEWED, CHECK_BY, UPDATED] {
        schema.add_i64_field(name, NumericOptions::default().set_fast());
    }
    for name in [REACH, LENGTHS] {
        schema.add_u64_field(name, NumericOptions::default().set_fast());
    }
    let indexed = |option: IndexRecordOption| {
        let indexing = TextFieldIndexing::default().set_index_option(option).set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    // Phrases are matched by lemmas.
    schema.add_text_field(LEMMAS, indexed(IndexRecordOption::WithFreqsAndPositions));
    schema.add_text_field(FORMS, indexed(IndexRecordOption::WithFreqs));
    schema.add_text_field(GRAMS, indexed(IndexRecordOption::WithFreqs));
    for (filter, variant, _) in code_columns() {
        schema.add_text_field(&code_field(filter, variant), TextOptions::default().set_fast("raw"));
    }
    schema.build()
}

static IDENTITY: LazyLock<String> = LazyLock::new(|| {
    let schema = serde_json::to_string(&build()).unwrap_or_default();
    let versions = format!("analysis {} document {DOCUMENT_VERSION}", crate::text::VERSION);
    hash::short(&[&schema, &versions, swedish::LISTS_FINGERPRINT])
});

/// Hash of the schema, the analysis with its word lists, and the document version. An index with another hash
/// is rebuilt; the hash is part of the `ETag` of responses that depend on the index.
pub fn version() -> &'static str {
    &IDENTITY
}

/// Looks up a field by name.
pub(crate) fn get(schema: &Schema, name: &str) -> Result<Field, SearchError> {
    schema.get_field(name).map_err(SearchError::from)
}
