//! Columns of a segment: one set of documents for each code of each filter, and arrays of ages, days and sort keys.
//! They are loaded once, since segments are immutable.

use crate::disk::age_column::AgeColumn;
use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::error::SearchError;
use catalogue::field::{self, DatedCodes, Filter, Match, Zone, parameter};
use catalogue::record::{Coverage, Status, StatusDays};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::SegmentReader;
use tantivy::fieldnorm::FieldNormReader;

/// A document: its segment and its number there.
pub(crate) type DocKey = (usize, u32);

/// The kinds of coverage that a record lists, and its number of municipalities, packed into 16 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CoverageBits(u16);

impl CoverageBits {
    const MUNICIPALITY: u16 = 1;
    const COUNTY: u16 = 2;
    const NATIONAL: u16 = 4;
    /// Bit offset of the number of listed municipalities.
    const COUNT: u16 = 3;
    /// Upper bound of the stored number of municipalities.
    const MAX_COUNT: usize = 1_000;

    pub(crate) fn of(coverage: &[Coverage]) -> Self {
        let listed =
            coverage.iter().filter(|c| matches!(c, Coverage::Municipality(_))).count().min(Self::MAX_COUNT) as u16;
        Self(coverage.iter().fold(listed << Self::COUNT, |bits, entry| {
            bits | match entry {
                Coverage::Municipality(_) => Self::MUNICIPALITY,
                Coverage::County(_) => Self::COUNTY,
                Coverage::National => Self::NATIONAL,
            }
        }))
    }

    /// Number of listed municipalities, at most [`Self::MAX_COUNT`].
    pub(crate) fn municipalities(self) -> u16 {
        self.0 >> Self::COUNT
    }

    pub(crate) fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether national coverage is listed.
    pub(crate) fn is_national(self) -> bool {
        self.0 & Self::NATIONAL != 0
    }

    /// Nearness of the narrowest listed kind of coverage. With `municipalities_count` false, the listed
    /// municipalities are ignored, because none of them is in the search.
    pub(crate) fn nearness(self, municipalities_count: bool) -> Nearness {
        if municipalities_count && self.0 & Self::MUNICIPALITY != 0 {
            Nearness::Local
        } else if self.0 & Self::COUNTY != 0 {
            Nearness::County
        } else if self.0 & Self::NATIONAL != 0 {
            Nearness::National
        } else {
            Nearness::NotStated
        }
    }
}

/// Lengths of the texts of a record in words, by zone, and in grams, each rounded down to one byte (as Tantivy's field
/// norms).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TextLengths([u32; Self::COUNT]);

impl TextLengths {
    /// Number of lengths: one for each zone, and one for grams.
    pub(crate) const COUNT: usize = Zone::ALL.len() + 1;
    /// Index of the number of grams.
    pub(crate) const GRAMS: usize = Zone::ALL.len();

    pub(crate) fn add(&mut self, index: usize, length: usize) {
        self.0[index] += length as u32;
    }

    /// The rounded lengths, one byte each, the first one lowest.
    pub(crate) fn bits(self) -> u64 {
        let byte = |length: &u32| u64::from(FieldNormReader::fieldnorm_to_id(*length));
        self.0.iter().rev().fold(0, |bits, length| bits << 8 | byte(length))
    }

    /// The byte of a length in [`Self::bits`].
    pub(crate) fn byte(bits: u64, index: usize) -> u8 {
        (bits >> (8 * index)) as u8
    }

    /// The length of a byte.
    pub(crate) fn length(byte: u8) -> u32 {
        FieldNormReader::id_to_fieldnorm(byte)
    }
}

/// Nearness of an intervention to the people that it covers, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    Local,
    County,
    National,
    NotStated,
}

/// The documents that have each code of one filter.
#[derive(Debug, Default)]
pub(crate) struct CodeColumn {
    /// The codes, in ascending order.
    pub(crate) codes: Vec<String>,
    /// The documents with each code, in the order of `codes`.
    docs: Vec<DocSet>,
    /// The documents that have any code.
    pub(crate) stated: DocSet,
    /// The codes of each document, as positions in `codes`: those of document `d` are `ordinals[ends[d - 1]..ends[d]]`.
    ordinals: Vec<u32>,
    ends: Vec<u32>,
}

impl CodeColumn {
    /// The documents with a code.
    pub(crate) fn with(&self, code: &str) -> Option<&DocSet> {
        self.codes.binary_search_by(|other| other.as_str().cmp(code)).ok().map(|at| &self.docs[at])
    }

    /// The codes of a document, as positions in `codes`.
    pub(crate) fn ordinals_of(&self, doc: u32) -> &[u32] {
        let end = |doc: usize| self.ends.get(doc).copied().unwrap_or_default() as usize;
        let doc = doc as usize;
        &self.ordinals[doc.checked_sub(1).map_or(0, end)..end(doc)]
    }

    /// Number of codes of a document.
    pub(crate) fn code_count(&self, doc: u32) -> usize {
        self.ordinals_of(doc).len()
    }

    /// Number of documents among `docs` with each code, in the order of `codes`.
    pub(crate) fn tally(&self, docs: &DocSet) -> Vec<u64> {
        let mut counts = vec![0; self.codes.len()];
        for doc in docs {
            for ordinal in self.ordinals_of(doc) {
                counts[*ordinal as usize] += 1;
            }
        }
        counts
    }
}

/// One byte string for each document, concatenated.
#[derive(Debug, Default)]
pub(crate) struct KeyColumn {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl KeyColumn {
    pub(crate) fn get(&self, doc: u32) -> &[u8] {
        let doc = doc as usize;
        let start = if doc == 0 { 0 } else { self.ends[doc - 1] as usize };
        &self.bytes[start..self.ends[doc] as usize]
    }

    fn push(&mut self, key: &[u8]) {
        self.bytes.extend_from_slice(key);
        self.ends.push(self.bytes.len() as u32);
    }
}

/// All columns of one segment. Vectors are indexed by document number; days are days since 1970-01-01, `None` where
/// the schema field is absent.
#[derive(Debug)]
pub(crate) struct SegmentColumns {
    /// By filter, and whether it is the filter's variant.
    codes: BTreeMap<(&'static str, bool), CodeColumn>,
    pub(crate) ages: AgeColumn,
    pub(crate) start: Vec<Option<i32>>,
    pub(crate) end: Vec<Option<i32>>,
    pub(crate) fresh_until: Vec<Option<i32>>,
    pub(crate) known_on: Vec<Option<i32>>,
    pub(crate) reviewed: Vec<Option<i32>>,
    pub(crate) check_by: Vec<Option<i32>>,
    /// In seconds since 1970-01-01.
    pub(crate) updated: Vec<i64>,
    pub(crate) reach: Vec<CoverageBits>,
    /// [`TextLengths::bits`].
    pub(crate) lengths: Vec<u64>,
    pub(crate) ids: KeyColumn,
    pub(crate) names: KeyColumn,
    /// Cache of [`Self::dated`] for the latest requested day.
    dated: Mutex<Option<(Date, DatedFilters)>>,
}

/// The documents of each filter with codes that follow from dates, by parameter.
type DatedFilters = BTreeMap<&'static str, Arc<DatedDocs>>;

/// The documents of a filter on one day, including deleted ones.
#[derive(Debug, Default)]
pub(crate) struct DatedDocs {
    by_code: BTreeMap<&'static str, DocSet>,
    /// The documents that state the fact.
    pub(crate) stated: DocSet,
}

impl DatedDocs {
    /// The documents with a code.
    pub(crate) fn with(&self, code: &str) -> Option<&DocSet> {
        self.by_code.get(code)
    }
}

impl SegmentColumns {
    /// Number of documents, including deleted ones.
    pub(crate) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// The code column of a filter, or of its variant.
    pub(crate) fn codes(&self, filter: &Filter, variant: bool) -> Option<&CodeColumn> {
        self.codes.get(&(filter.parameter, variant))
    }

    /// The documents of a filter whose codes follow from dates, on a day. The sets of one day are cached.
    pub(crate) fn dated(&self, parameter: &str, today: Date) -> Arc<DatedDocs> {
        let mut cache = self.dated.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, filters) = match cache.take() {
            Some((day, filters)) if day == today => cache.insert((day, filters)),
            _ => cache.insert((today, self.derive_dated(today))),
        };
        filters.get(parameter).map(Arc::clone).unwrap_or_default()
    }

    fn derive_dated(&self, today: Date) -> DatedFilters {
        let derive = |codes: &DatedCodes| {
            let (mut by_code, mut stated): (BTreeMap<&'static str, Vec<u32>>, Vec<u32>) = Default::default();
            for doc in 0..self.len() {
                let days = StatusDays {
                    start: self.start[doc].map(from_day),
                    end: self.end[doc].map(from_day),
                    fresh_until: self.fresh_until[doc].map(from_day),
                };
                if let Some(code) = (codes.code_on)(days, today) {
                    by_code.entry(code).or_default().push(doc as u32);
                }
                if (codes.is_stated)(days, today) {
                    stated.push(doc as u32);
                }
            }
            let by_code = by_code.into_iter().map(|(code, docs)| (code, DocSet::of_ascending(docs)));
            DatedDocs { by_code: by_code.collect(), stated: DocSet::of_ascending(stated) }
        };
        let dated = field::filters().filter_map(|filter| match &filter.matching {
            Match::Dated(codes) => Some((filter.parameter, Arc::new(derive(codes)))),
            _ => None,
        });
        dated.collect()
    }

    /// The documents that have ended before a day, including deleted ones.
    pub(crate) fn ended(&self, today: Date) -> DocSet {
        self.dated(parameter::STATUS, today).with(Status::Ended.code()).cloned().unwrap_or_default()
    }

    /// Reads the columns of a segment.
    pub(crate) fn load(segment: &SegmentReader) -> Result<Self, SearchError> {
        let mut codes = BTreeMap::new();
        for (filter, variant, _) in schema::code_columns() {
            codes.insert((filter.parameter, variant), load_codes(segment, &schema::code_field(filter, variant))?);
        }
        Ok(Self {
            codes,
            ages: AgeColumn::load(segment)?,
            start: load_days(segment, schema::START)?,
            end: load_days(segment, schema::END)?,
            fresh_until: load_days(segment, schema::FRESH_UNTIL)?,
            known_on: load_days(segment, schema::KNOWN_ON)?,
            reviewed: load_days(segment, schema::REVIEWED)?,
            check_by: load_days(segment, schema::CHECK_BY)?,
            updated: {
                let column = segment.fast_fields().i64(schema::UPDATED)?;
                (0..segment.max_doc()).map(|doc| column.first(doc).unwrap_or(0)).collect()
            },
            reach: {
                let column = segment.fast_fields().u64(schema::REACH)?;
                (0..segment.max_doc()).map(|doc| CoverageBits(column.first(doc).unwrap_or(0) as u16)).collect()
            },
            lengths: {
                let column = segment.fast_fields().u64(schema::LENGTHS)?;
                (0..segment.max_doc()).map(|doc| column.first(doc).unwrap_or(0)).collect()
            },
            ids: load_keys(segment, schema::ID, true)?,
            names: load_keys(segment, schema::NAME_ORDER, false)?,
            dated: Mutex::new(None),
        })
    }
}

fn load_codes(segment: &SegmentReader, field: &str) -> Result<CodeColumn, SearchError> {
    // Tantivy writes no column if no document of the segment has a value.
    let Some(column) = segment.fast_fields().str(field)? else { return Ok(CodeColumn::default()) };
    let mut by_ordinal: Vec<Vec<u32>> = vec![Vec::new(); column.num_terms()];
    let mut out = CodeColumn::default();
    for doc in 0..segment.max_doc() {
        for ordinal in column.term_ords(doc) {
            by_ordinal[ordinal as usize].push(doc);
            out.ordinals.push(ordinal as u32);
        }
        out.ends.push(out.ordinals.len() as u32);
    }
    for (ordinal, docs) in by_ordinal.into_iter().enumerate() {
        let mut code = String::new();
        column.ord_to_str(ordinal as u64, &mut code)?;
        let docs = DocSet::of_ascending(docs);
        out.stated |= &docs;
        out.codes.push(code);
        out.docs.push(docs);
    }
    Ok(out)
}

fn load_days(segment: &SegmentReader, field: &str) -> Result<Vec<Option<i32>>, SearchError> {
    let column = segment.fast_fields().i64(field)?;
    Ok((0..segment.max_doc()).map(|doc| column.first(doc).map(|day| day as i32)).collect())
}

fn load_keys(segment: &SegmentReader, field: &str, text: bool) -> Result<KeyColumn, SearchError> {
    let mut keys = KeyColumn::default();
    let mut key = Vec::new();
    let column =
        if text { segment.fast_fields().str(field)?.map(Into::into) } else { segment.fast_fields().bytes(field)? };
    let column: tantivy::columnar::BytesColumn = column.ok_or(SearchError::Missing("a sort key"))?;
    for doc in 0..segment.max_doc() {
        key.clear();
        if let Some(ordinal) = column.term_ords(doc).next() {
            column.ord_to_bytes(ordinal, &mut key)?;
        }
        keys.push(&key);
    }
    Ok(keys)
}

/// A date as days since 1970-01-01.
pub(crate) fn day(date: Date) -> i32 {
    crate::disk::document::day_number(date) as i32
}

/// The inverse of [`day`].
pub(crate) fn from_day(days: i32) -> Date {
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}
