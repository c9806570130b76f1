//! Columns of a segment: one bitmap for each code of each filter, and arrays of ages, days and sort keys. They
//! are loaded once, since segments are immutable.

pub(crate) use crate::disk::doc_set::DocSet;

use crate::disk::schema;
use crate::error::SearchError;
use catalogue::field::{self, DatedCodes, Match, Zone, parameter};
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
    pub(crate) by_code: BTreeMap<String, DocSet>,
    /// The documents that have any code.
    pub(crate) stated: DocSet,
    /// The codes of each document, as positions in `by_code`: those of document `d` are `ordinals[ends[d - 1]..ends[d]]`.
    ordinals: Vec<u32>,
    ends: Vec<u32>,
}

impl CodeColumn {
    /// The codes of a document, as positions in `by_code`.
    pub(crate) fn ordinals_of(&self, doc: u32) -> &[u32] {
        let end = |doc: usize| self.ends.get(doc).copied().unwrap_or_default() as usize;
        let doc = doc as usize;
        &self.ordinals[doc.checked_sub(1).map_or(0, end)..end(doc)]
    }

    /// Number of codes of a document.
    pub(crate) fn code_count(&self, doc: u32) -> usize {
        self.ordinals_of(doc).len()
    }

    /// Number of documents among `docs` with each code, in the order of `by_code`.
    pub(crate) fn tally(&self, docs: &DocSet) -> Vec<u64> {
        let mut counts = vec![0; self.by_code.len()];
        for doc in docs {
            for ordinal in self.ordinals_of(doc) {
                counts[*ordinal as usize] += 1;
            }
        }
        counts
    }
}

/// The stated ages of each document, with one bit for each year of age. Few combinations of years occur.
#[derive(Debug)]
pub(crate) struct AgeColumn {
    masks: Vec<u128>,
    /// The documents with each mask.
    docs: Vec<DocSet>,
    /// By document: position of its mask.
    of_doc: Vec<u32>,
    /// Position of the mask without a year.
    nothing: usize,
}

impl AgeColumn {
    /// The years of a document; 0 where no age is stated.
    pub(crate) fn get(&self, doc: u32) -> u128 {
        self.masks[self.of_doc[doc as usize] as usize]
    }

    /// The documents with any of the years, including deleted ones.
    pub(crate) fn with_any(&self, years: u128) -> DocSet {
        let mut out = DocSet::new();
        for (mask, docs) in self.masks.iter().zip(&self.docs) {
            if mask & years != 0 {
                out |= docs;
            }
        }
        out
    }

    /// The documents that state no age, including deleted ones.
    pub(crate) fn without(&self) -> &DocSet {
        &self.docs[self.nothing]
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
    codes: BTreeMap<String, CodeColumn>,
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

    /// The code column of a schema field.
    pub(crate) fn codes(&self, field: &str) -> Option<&CodeColumn> {
        self.codes.get(field)
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
            let by_code = by_code.into_iter().map(|(code, docs)| (code, DocSet::from_ascending(docs.into_iter())));
            DatedDocs { by_code: by_code.collect(), stated: DocSet::from_ascending(stated.into_iter()) }
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
            let field = schema::code_field(filter, variant);
            codes.insert(field.clone(), load_codes(segment, &field)?);
        }
        Ok(Self {
            codes,
            ages: load_ages(segment)?,
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
        let docs = DocSet::from_ascending(docs.into_iter());
        out.stated |= &docs;
        out.by_code.insert(code, docs);
    }
    Ok(out)
}

fn load_ages(segment: &SegmentReader) -> Result<AgeColumn, SearchError> {
    let column = segment.fast_fields().bytes(schema::AGES)?.ok_or(SearchError::Missing("the ages"))?;
    let mut bytes = Vec::new();
    let mut masks = Vec::with_capacity(column.num_terms());
    for ordinal in 0..column.num_terms() {
        bytes.clear();
        column.ord_to_bytes(ordinal as u64, &mut bytes)?;
        let mask: [u8; 16] = bytes.as_slice().try_into().map_err(|_| SearchError::Missing("whole ages"))?;
        masks.push(u128::from_le_bytes(mask));
    }
    let nothing = masks.iter().position(|mask| *mask == 0).unwrap_or_else(|| {
        masks.push(0);
        masks.len() - 1
    });
    let mut by_mask: Vec<Vec<u32>> = vec![Vec::new(); masks.len()];
    let mut of_doc = Vec::with_capacity(segment.max_doc() as usize);
    for doc in 0..segment.max_doc() {
        let at = column.term_ords(doc).next().map_or(nothing, |ordinal| ordinal as usize);
        by_mask[at].push(doc);
        of_doc.push(at as u32);
    }
    let docs = by_mask.into_iter().map(|docs| DocSet::from_ascending(docs.into_iter())).collect();
    Ok(AgeColumn { masks, docs, of_doc, nothing })
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
