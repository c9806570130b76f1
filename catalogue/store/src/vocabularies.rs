//! Vocabularies and organisations, kept with the records that use them.

use crate::{Store, StoreError};
use catalogue::record::Organization;
use catalogue::vocabulary::{Document, HelpNumber, Term, Vocabularies, VocabularyName};
use serde::de::DeserializeOwned;
use sqlx::{AnyConnection, Row};
use std::collections::BTreeMap;

const HELP_NUMBERS: &str = "help_numbers";
const DOCUMENTS: &str = "documents";

/// What a write changed in the vocabularies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum VocabularyChange {
    /// Nothing.
    Nothing,
    /// Something that no record can use yet came along.
    Added,
    /// Something that records may use is different now.
    Changed,
}

impl Store {
    /// All vocabularies as they are now.
    pub async fn vocabularies(&self) -> Result<Vocabularies, StoreError> {
        read_all(&mut *self.pool.acquire().await?).await
    }
}

pub(super) async fn read_all(connection: &mut AnyConnection) -> Result<Vocabularies, StoreError> {
    let rows = sqlx::query("select name, body from vocabulary").fetch_all(&mut *connection).await?;
    let mut lists = BTreeMap::new();
    let mut help_numbers: Vec<HelpNumber> = Vec::new();
    let mut documents: Vec<Document> = Vec::new();
    for row in rows {
        let (name, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        match (name.as_str(), VocabularyName::parse(&name)) {
            (HELP_NUMBERS, _) => help_numbers = parse(&name, &body)?,
            (DOCUMENTS, _) => documents = parse(&name, &body)?,
            (_, Some(vocabulary)) => {
                lists.insert(vocabulary, parse::<Vec<Term>>(&name, &body)?);
            }
            // A newer program's vocabulary: this one has no use for it.
            (_, None) => {}
        }
    }
    let rows = sqlx::query("select id, body from organization order by id").fetch_all(&mut *connection).await?;
    let mut organizations: Vec<Organization> = Vec::with_capacity(rows.len());
    for row in rows {
        organizations.push(parse(row.try_get(0)?, row.try_get(1)?)?);
    }
    Ok(Vocabularies::new(lists, organizations, help_numbers, documents))
}

fn parse<T: DeserializeOwned>(id: &str, body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })
}

fn write_out<T: serde::Serialize + ?Sized>(id: &str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })
}

/// Replaces the lists by these; organisations are added or replaced, never taken away.
pub(super) async fn replace_all(
    connection: &mut AnyConnection,
    all: &Vocabularies,
) -> Result<VocabularyChange, StoreError> {
    let mut reach = VocabularyChange::Nothing;
    let mut bodies = Vec::new();
    for name in VocabularyName::TERMS {
        bodies.push((name.as_str(), write_out(name.as_str(), all.get(name).terms())?));
    }
    bodies.push((HELP_NUMBERS, write_out(HELP_NUMBERS, &all.help_numbers)?));
    bodies.push((DOCUMENTS, write_out(DOCUMENTS, &all.documents)?));
    for (name, body) in bodies {
        let old = sqlx::query("select body from vocabulary where name = $1")
            .bind(name)
            .fetch_optional(&mut *connection)
            .await?;
        let old: Option<String> = old.map(|row| row.try_get(0)).transpose()?;
        if old.as_deref() == Some(&body) {
            continue;
        }
        reach = reach.max(if old.is_some() { VocabularyChange::Changed } else { VocabularyChange::Added });
        sqlx::query(
            "insert into vocabulary (name, body) values ($1, $2) on conflict (name) do update set body = excluded.body",
        )
        .bind(name)
        .bind(body)
        .execute(&mut *connection)
        .await?;
    }
    for organization in all.organizations() {
        reach = reach.max(put_organization(connection, organization).await?);
    }
    Ok(reach)
}

/// Adds or replaces one organisation.
pub(super) async fn put_organization(
    connection: &mut AnyConnection,
    organization: &Organization,
) -> Result<VocabularyChange, StoreError> {
    let id = organization.id.as_str();
    let body = write_out(id, organization)?;
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
