//! Builds the Tantivy document of a record from the field registry ([`catalogue::field`]).

use crate::disk::columns::{CoverageBits, TextLengths};
use crate::disk::schema;
use crate::disk::terms::{Occurrence, term, zone_index};
use crate::error::SearchError;
use crate::text::{IndexedWord, grams, indexed_words, name_key};
use catalogue::field;
use catalogue::record::StoredIntervention;
use catalogue::record::{AgeBand, PartialDate};
use catalogue::{Intervention, Vocabularies};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use swedish::collation;
use tantivy::schema::{Schema, Value};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocAddress, Searcher, TantivyDocument};

/// The record in the stored field [`schema::RECORD`]: hits are loaded from the index, without the store.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredDocument {
    pub(crate) record: Intervention,
    pub(crate) revision: i64,
    pub(crate) created: String,
    pub(crate) updated: String,
}

impl StoredDocument {
    /// Reads the stored record of a document.
    pub(crate) fn load(searcher: &Searcher, address: DocAddress) -> Result<Self, SearchError> {
        let document: TantivyDocument = searcher.doc(address)?;
        let field = schema::get(searcher.schema(), schema::RECORD)?;
        let json = document.get_first(field).and_then(|v| v.as_str());
        Ok(serde_json::from_str(json.ok_or(SearchError::Missing("a stored record"))?)?)
    }
}

/// Days since 1970-01-01.
pub(crate) fn day_number(day: Date) -> i64 {
    i64::from((day - date(1970, 1, 1)).get_days())
}

/// Builds the document of a record.
pub(crate) fn build(
    schema: &Schema,
    stored: &StoredIntervention,
    vocabularies: &Vocabularies,
) -> Result<TantivyDocument, SearchError> {
    let record = &stored.record;
    let mut document = TantivyDocument::new();
    document.add_text(schema::get(schema, schema::ID)?, record.id.as_str());
    let stored_document = StoredDocument {
        record: record.clone(),
        revision: stored.revision,
        created: stored.created.clone(),
        updated: stored.updated.clone(),
    };
    document.add_text(schema::get(schema, schema::RECORD)?, serde_json::to_string(&stored_document)?);
    let names: BTreeSet<String> =
        std::iter::once(&record.name).chain(&record.alternate_names).map(|n| name_key(n)).collect();
    for name in names {
        document.add_text(schema::get(schema, schema::FULL_NAME)?, name);
    }
    document.add_bytes(schema::get(schema, schema::NAME_ORDER)?, &collation::sort_key(&record.name));
    for (name, related) in [(schema::PART_OF, &record.part_of), (schema::SUCCEEDS, &record.succeeds)] {
        if let Some(id) = related {
            document.add_text(schema::get(schema, name)?, id.as_str());
        }
    }
    let ages = record.ages.iter().filter(|b| b.is_stated()).map(AgeBand::range).fold(0, |all, r| all | r.mask());
    document.add_bytes(schema::get(schema, schema::AGES)?, &ages.to_le_bytes());
    add_days(&mut document, schema, stored)?;
    document.add_u64(schema::get(schema, schema::REACH)?, CoverageBits::of(&record.coverage).bits());
    add_texts(&mut document, schema, record, vocabularies)?;
    for (filter, variant, codes) in schema::code_columns() {
        let codes: BTreeSet<String> = codes(record, vocabularies).into_iter().collect();
        for code in codes {
            document.add_text(schema::get(schema, &schema::code_field(filter, variant))?, code);
        }
    }
    Ok(document)
}

/// Adds the terms of all searched texts.
fn add_texts(
    document: &mut TantivyDocument,
    schema: &Schema,
    record: &Intervention,
    vocabularies: &Vocabularies,
) -> Result<(), SearchError> {
    let (lemmas, mut forms, mut all_grams) = (schema::get(schema, schema::LEMMAS)?, Vec::new(), Vec::new());
    let mut lengths = TextLengths::default();
    for searched in field::fields().filter_map(|f| f.search) {
        let zone = searched.zone;
        for text in (searched.text)(record, vocabularies) {
            let words = indexed_words(&text);
            lengths.add(zone_index(zone), words.len());
            for IndexedWord { text, terms } in &words {
                forms.push(term(text, Occurrence::Exact, zone));
                forms.extend(terms.head.iter().map(|head| term(head, Occurrence::Head, zone)));
                forms.extend(terms.modifiers.iter().map(|part| term(part, Occurrence::Modifier, zone)));
            }
            // One value for each text: a phrase ends with its text.
            let of_text = words.iter().map(|word| term(&word.terms.lemma, Occurrence::Lemma, zone)).collect();
            document.add_pre_tokenized_text(lemmas, pre_tokenized(of_text));
            let of_text = grams(&text);
            lengths.add(TextLengths::GRAMS, of_text.len());
            all_grams.extend(of_text);
        }
    }
    document.add_pre_tokenized_text(schema::get(schema, schema::FORMS)?, pre_tokenized(forms));
    document.add_pre_tokenized_text(schema::get(schema, schema::GRAMS)?, pre_tokenized(all_grams));
    document.add_u64(schema::get(schema, schema::LENGTHS)?, lengths.bits());
    Ok(())
}

/// Terms at successive positions.
fn pre_tokenized(terms: Vec<String>) -> PreTokenizedString {
    let token = |(position, text)| Token { offset_from: 0, offset_to: 0, position, text, position_length: 1 };
    PreTokenizedString { text: String::new(), tokens: terms.into_iter().enumerate().map(token).collect() }
}

fn add_days(document: &mut TantivyDocument, schema: &Schema, stored: &StoredIntervention) -> Result<(), SearchError> {
    let record = &stored.record;
    let days = record.status_days();
    let known_on = record.last_reviewed.max(record.as_of.map(PartialDate::last_day));
    for (name, day) in [
        (schema::START, days.start),
        (schema::END, days.end),
        (schema::FRESH_UNTIL, days.fresh_until),
        (schema::KNOWN_ON, known_on),
        (schema::REVIEWED, record.last_reviewed),
        (schema::CHECK_BY, record.check_by()),
    ] {
        if let Some(day) = day {
            document.add_i64(schema::get(schema, name)?, day_number(day));
        }
    }
    let updated = stored.updated.parse::<Timestamp>().map_or(0, Timestamp::as_second);
    document.add_i64(schema::get(schema, schema::UPDATED)?, updated);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_in_swedish_order() {
        let mut names = ["Östra", "Access", "Ängen", "Zorn", "Åbo", "access 2"];
        names.sort_by_cached_key(|n| collation::sort_key(n));
        assert_eq!(names, ["Access", "access 2", "Zorn", "Åbo", "Ängen", "Östra"]);
    }

    #[test]
    fn days_count_from_1970() {
        assert_eq!(day_number(date(1970, 1, 2)), 1);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        assert_eq!(day_number(date(2026, 11, 22)), 20_779);
    }
}
