//! Keys with which programs write: random, shown once, kept as a hash.

use crate::{Store, StoreError};
use catalogue::access::{Access, Role};
use catalogue::hash;
use catalogue::record::OrganizationId;
use jiff::civil::Date;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::fmt::Write;

/// What every key begins with, so that scanners for leaked secrets recognise it.
const PREFIX: &str = "insats_";
/// Randomness of a key, in bytes (256 bits).
const ENTROPY: usize = 32;

/// A key as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Names the key without being it.
    pub id: String,
    /// What it is for, in the words of the one who made it.
    pub name: String,
    /// What it may do.
    pub access: Access,
    /// The day on which it was made.
    pub created: Date,
    /// The last day on which it was used; no time, so that nobody's working hours are kept.
    pub last_used: Option<Date>,
    /// The day since which it is refused.
    pub revoked: Option<Date>,
}

const BY_HASH: &str = "select id, name, role, organization, created, last_used, revoked from api_key where hash = $1";
const ALL: &str =
    "select id, name, role, organization, created, last_used, revoked from api_key order by created, name, id";

impl Store {
    /// Makes a key and returns it: the only time that it can be read.
    pub async fn add_key(&self, name: &str, access: &Access, today: Date) -> Result<(Key, String), StoreError> {
        let mut random = [0_u8; ENTROPY];
        getrandom::fill(&mut random).map_err(|e| StoreError::Random(e.to_string()))?;
        let mut token = PREFIX.to_owned();
        for byte in random {
            // Writing into a string cannot fail.
            let _ = write!(token, "{byte:02x}");
        }
        // One that is as random as it is long needs no slow hash: there is nothing to guess.
        let hash = hash::full(&[&token]);
        let key = Key {
            id: hash::short(&[&hash])[..8].to_owned(),
            name: name.to_owned(),
            access: access.clone(),
            created: today,
            last_used: None,
            revoked: None,
        };
        sqlx::query(
            "insert into api_key (id, hash, name, role, organization, created) values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(&key.id)
        .bind(hash)
        .bind(name)
        .bind(access.role().name())
        .bind(access.organization().map(ToString::to_string))
        .bind(today.to_string())
        .execute(&self.pool)
        .await?;
        Ok((key, token))
    }

    /// Every key ever made, the oldest first.
    pub async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        let rows = sqlx::query(ALL).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// The key of a token that still opens; notes the day of its use, with one write a day at most.
    pub async fn open_key(&self, token: &str, today: Date) -> Result<Option<Key>, StoreError> {
        let row = sqlx::query(BY_HASH).bind(hash::full(&[token])).fetch_optional(&self.pool).await?;
        let Some(key) = row.as_ref().map(read).transpose()?.filter(|key| key.revoked.is_none()) else {
            return Ok(None);
        };
        // Not worth waiting for: who writes all day finds the store at rest some time.
        if key.last_used < Some(today)
            && let Ok(_turn) = self.queue.turn.try_lock()
        {
            sqlx::query("update api_key set last_used = $1 where id = $2 and (last_used is null or last_used < $1)")
                .bind(today.to_string())
                .bind(&key.id)
                .execute(&self.pool)
                .await?;
        }
        Ok(Some(key))
    }

    /// From now on the key is refused. `false` when there is no such key.
    pub async fn revoke_key(&self, id: &str, today: Date) -> Result<bool, StoreError> {
        let done = sqlx::query("update api_key set revoked = coalesce(revoked, $1) where id = $2")
            .bind(today.to_string())
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn read(row: &AnyRow) -> Result<Key, StoreError> {
    let id: String = row.try_get(0)?;
    let strange = |what: &'static str| StoreError::CorruptKey { id: id.clone(), what };
    let role: String = row.try_get(2)?;
    let role = Role::parse(&role).ok_or_else(|| strange("role"))?;
    let organization: Option<String> = row.try_get(3)?;
    let organization: Option<OrganizationId> =
        organization.map(|o| o.parse()).transpose().map_err(|_| strange("organization"))?;
    let day = |column: usize, what: &'static str| -> Result<Option<Date>, StoreError> {
        let text: Option<String> = row.try_get(column)?;
        text.map(|text| text.parse()).transpose().map_err(|_| strange(what))
    };
    Ok(Key {
        name: row.try_get(1)?,
        access: Access::new(role, organization).map_err(|_| strange("organization"))?,
        created: day(4, "created")?.ok_or_else(|| strange("created"))?,
        last_used: day(5, "last_used")?,
        revoked: day(6, "revoked")?,
        id,
    })
}
