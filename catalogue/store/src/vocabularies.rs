//! Reads and writes vocabularies and organisations.

use crate::{Store, StoreError};
use catalogue::record::Organization;
use catalogue::vocabulary::{CitedDocument, HelpNumber, PlaceEntry, Term, Vocabularies, VocabularyName};
use serde::de::DeserializeOwned;
use sqlx::{AnyConnection, Row};
use std::collections::BTreeMap;

const HELP_NUMBERS: &str = "help_numbers";
const DOCUMENTS: &str = "documents";
const PLACES: &str = "places";

/// The greatest change that a write made to vocabularies and organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum VocabularyChange {
    Nothing,
    /// A vocabulary or organisation is new; no stored record uses it yet.
    Added,
    /// An existing vocabulary or organisation, which stored records may use, has changed.
    Changed,
}

impl Store {
    /// All vocabularies and organisations.
    ///
    /// # Errors
    /// When the database fails or holds a vocabulary that is not JSON.
    pub async fn vocabularies(&self) -> Result<Vocabularies, StoreError> {
        read_all(&mut *self.pool.acquire().await?).await
    }
}

pub(super) async fn read_all(connection: &mut AnyConnection) -> Result<Vocabularies, StoreError> {
    let rows = sqlx::query("select name, body from vocabulary").fetch_all(&mut *connection).await?;
    let mut lists = BTreeMap::new();
    let mut help_numbers: Vec<HelpNumber> = Vec::new();
    let mut documents: Vec<CitedDocument> = Vec::new();
    let mut places: Vec<PlaceEntry> = Vec::new();
    for row in rows {
        let (name, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        match (name.as_str(), VocabularyName::parse(&name)) {
            (HELP_NUMBERS, _) => help_numbers = parse(&name, &body)?,
            (DOCUMENTS, _) => documents = parse(&name, &body)?,
            (PLACES, _) => places = parse(&name, &body)?,
            (_, Some(vocabulary)) => {
                lists.insert(vocabulary, parse::<Vec<Term>>(&name, &body)?);
            }
            // Written by a newer version of the program.
            (_, None) => {}
        }
    }
    let rows = sqlx::query("select id, body from organization order by id").fetch_all(&mut *connection).await?;
    let mut organizations: Vec<Organization> = Vec::with_capacity(rows.len());
    for row in rows {
        organizations.push(parse(row.try_get(0)?, row.try_get(1)?)?);
    }
    Ok(Vocabularies::new(lists, organizations, help_numbers, documents).with_places(places))
}

fn parse<T: DeserializeOwned>(id: &str, body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })
}

fn to_json<T: serde::Serialize + ?Sized>(id: &str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })
}

/// Replaces every vocabulary. Organisations are added or replaced, never removed.
pub(super) async fn replace_all(
    connection: &mut AnyConnection,
    all: &Vocabularies,
) -> Result<VocabularyChange, StoreError> {
    let mut change = VocabularyChange::Nothing;
    let mut bodies = Vec::new();
    for name in VocabularyName::TERMS {
        bodies.push((name.as_str(), to_json(name.as_str(), all.get(name).terms())?));
    }
    bodies.push((HELP_NUMBERS, to_json(HELP_NUMBERS, &all.help_numbers)?));
    bodies.push((DOCUMENTS, to_json(DOCUMENTS, &all.documents)?));
    bodies.push((PLACES, to_json(PLACES, all.place_entries())?));
    for (name, body) in bodies {
        let old = sqlx::query("select body from vocabulary where name = $1")
            .bind(name)
            .fetch_optional(&mut *connection)
            .await?;
        let old: Option<String> = old.map(|row| row.try_get(0)).transpose()?;
        if old.as_deref() == Some(&body) {
            continue;
        }
        change = change.max(if old.is_some() { VocabularyChange::Changed } else { VocabularyChange::Added });
        sqlx::query(
            "insert into vocabulary (name, body) values ($1, $2) on conflict (name) do update set body = excluded.body",
        )
        .bind(name)
        .bind(body)
        .execute(&mut *connection)
        .await?;
    }
    for organization in all.organizations() {
        change = change.max(put_organization(connection, organization).await?);
    }
    Ok(change)
}

/// Adds or replaces one organisation.
pub(super) async fn put_organization(
    connection: &mut AnyConnection,
    organization: &Organization,
) -> Result<VocabularyChange, StoreError> {
    let id = organization.id.as_str();
    let body = to_json(id, organization)?;
    let old =
        sqlx::query("select body from organization where id = $1").bind(id).fetch_optional(&mut *connection).await?;
    let old: Option<String> = old.map(|row| row.try_get(0)).transpose()?;
    if old.as_deref() == Some(&body) {
        return Ok(VocabularyChange::Nothing);
    }
    sqlx::query(
        "insert into organization (id, body) values ($1, $2) on conflict (id) do update set body = excluded.body",
    )
    .bind(id)
    .bind(body)
    .execute(&mut *connection)
    .await?;
    Ok(if old.is_some() { VocabularyChange::Changed } else { VocabularyChange::Added })
}
