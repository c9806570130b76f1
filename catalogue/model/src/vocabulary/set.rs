//! All vocabularies at one point in time.

use super::{PlaceEntry, PlaceTable, Term, Vocabulary, VocabularyName};
use crate::record::{
    CountyCode, Coverage, Intervention, MunicipalityCode, Organization, OrganizationId, OrganizationRole, PartialDate,
    Participant,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// A telephone number for people who need help now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpNumber {
    /// The number as shown.
    pub number: String,
    /// Text of the link.
    pub label: String,
    /// When to call it.
    pub when: String,
    /// When it answers.
    pub hours: String,
    /// The source of the number; a number without one is not shown.
    pub source: String,
    /// Day of the latest check.
    pub reviewed: Date,
    /// Emergencies in which it is listed first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emergencies: Vec<Emergency>,
    /// The texts in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, HelpNumberText>,
}

/// An emergency that words can express. The variants are ordered from the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emergency {
    /// Overdoses and other danger to life from alcohol and drugs.
    Poisoning,
    /// Thoughts of suicide, self-harm, acute crisis.
    Suicide,
    /// Violence, threats, abuse, honour-based oppression.
    Violence,
    /// Nowhere to sleep tonight.
    Shelter,
}

/// The texts of a help number in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpNumberText {
    /// Text of the link.
    pub label: String,
    /// When to call it.
    pub when: String,
    /// When it answers.
    pub hours: String,
}

impl HelpNumber {
    /// Months after which a number is no longer shown without a new check.
    pub const VALID_MONTHS: i32 = 12;

    /// Whether the number may be shown on a day.
    pub fn is_valid(&self, today: Date) -> bool {
        !self.source.is_empty() && self.reviewed.saturating_add(jiff::Span::new().months(Self::VALID_MONTHS)) >= today
    }
}

/// A document that records cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitedDocument {
    /// The id that `sources[].document` refers to.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its publisher.
    pub publisher: String,
    /// Its date.
    pub date: PartialDate,
    /// Its web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Every vocabulary, the organisations, the help numbers and the cited documents.
#[derive(Debug, Clone)]
pub struct Vocabularies {
    lists: BTreeMap<VocabularyName, Vocabulary>,
    organizations: BTreeMap<OrganizationId, Organization>,
    /// Help numbers, in the order of the file.
    pub help_numbers: Vec<HelpNumber>,
    /// Documents that records cite.
    pub documents: Vec<CitedDocument>,
    place_entries: Arc<[PlaceEntry]>,
    /// Built on first use: most writes look up no place by name.
    places: OnceLock<Arc<PlaceTable>>,
}

impl Vocabularies {
    /// Creates the set. A vocabulary that `lists` lacks is empty; the vocabulary of organisations is built from
    /// `organizations`.
    pub fn new(
        mut lists: BTreeMap<VocabularyName, Vec<Term>>,
        organizations: Vec<Organization>,
        help_numbers: Vec<HelpNumber>,
        documents: Vec<CitedDocument>,
    ) -> Self {
        let as_terms = organizations.iter().map(organization_term).collect();
        lists.insert(VocabularyName::Organizations, as_terms);
        for name in VocabularyName::TERMS {
            lists.entry(name).or_default();
        }
        let lists = lists.into_iter().map(|(name, terms)| (name, Vocabulary::new(name, terms))).collect();
        let organizations = organizations.into_iter().map(|o| (o.id.clone(), o)).collect();
        let (place_entries, places) = Default::default();
        Self { lists, organizations, help_numbers, documents, place_entries, places }
    }

    /// Replaces the names of places beyond those of municipalities and counties.
    #[must_use]
    pub fn with_places(self, entries: Vec<PlaceEntry>) -> Self {
        Self { place_entries: entries.into(), places: OnceLock::new(), ..self }
    }

    /// The rows of `places.csv`, in the order of the file.
    pub fn place_entries(&self) -> &[PlaceEntry] {
        &self.place_entries
    }

    /// The names and codes of all places.
    pub fn places(&self) -> &PlaceTable {
        self.places.get_or_init(|| {
            let lists = [VocabularyName::Municipalities, VocabularyName::Counties].map(|name| self.get(name));
            Arc::new(PlaceTable::new(lists[0], lists[1], &self.place_entries))
        })
    }

    /// The vocabulary with a name.
    pub fn get(&self, name: VocabularyName) -> &Vocabulary {
        &self.lists[&name]
    }

    /// The organisation with an id; `None` when it is unknown.
    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.organizations.get(id)
    }

    /// Every organisation, ascending by id.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values()
    }

    /// The organisations of a record with their names and types.
    pub fn participants<'a>(&'a self, record: &'a Intervention) -> Vec<Participant<'a>> {
        let named = |entry: &'a OrganizationRole| {
            let known = self.organization(&entry.id);
            let (name, kind) = (known.map(|o| o.name.as_str()), known.map(|o| o.kind.as_str()));
            Participant { id: &entry.id, name, kind, role: entry.role }
        };
        record.organizations.iter().map(named).collect()
    }

    /// Adds organisations. An organisation whose id is known is not replaced.
    pub fn add_organizations(&mut self, more: &[Organization]) {
        for organization in more {
            if !self.organizations.contains_key(&organization.id) {
                self.lists.entry(VocabularyName::Organizations).and_modify(|l| l.push(organization_term(organization)));
                self.organizations.insert(organization.id.clone(), organization.clone());
            }
        }
    }

    /// The document with an id; `None` when the vocabulary lacks it.
    pub fn document(&self, id: &str) -> Option<&CitedDocument> {
        self.documents.iter().find(|d| d.id == id)
    }

    /// The municipalities of a county.
    pub fn municipalities_of(&self, county: CountyCode) -> impl Iterator<Item = &Term> {
        let county = county.to_string();
        self.get(VocabularyName::Municipalities).terms().iter().filter(move |t| t.broader.as_ref() == Some(&county))
    }

    /// The municipalities of a coverage, with county-wide and national coverage expanded.
    pub fn reached_municipalities(&self, coverage: &[Coverage]) -> BTreeSet<MunicipalityCode> {
        let parse = |t: &Term| t.code.parse::<MunicipalityCode>().ok();
        coverage
            .iter()
            .flat_map(|entry| match entry {
                Coverage::Municipality(code) => vec![*code],
                Coverage::County(code) => self.municipalities_of(*code).filter_map(parse).collect(),
                Coverage::National => {
                    self.get(VocabularyName::Municipalities).terms().iter().filter_map(parse).collect()
                }
            })
            .collect()
    }
}

/// An organisation as a term, so that its names resolve like other labels.
fn organization_term(organization: &Organization) -> Term {
    Term {
        code: organization.id.to_string(),
        label: organization.name.clone(),
        other_words: organization.other_names.clone(),
        ..Term::default()
    }
}
