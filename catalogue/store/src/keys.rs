//! API keys of programs that write. The token of a key is random, shown once and stored as a hash.

use crate::{Store, StoreError, random_hex};
use catalogue::access::{Access, AccessRole};
use catalogue::hash;
use catalogue::record::OrganizationId;
use jiff::civil::Date;
use sqlx::Row;
use sqlx::any::AnyRow;

/// Prefix of every token, so that scanners for leaked secrets recognise it.
const PREFIX: &str = "insats_";
/// Entropy of a token, in bytes (256 bits).
const ENTROPY: usize = 32;
/// Length of the id of a key, in hexadecimal digits.
const ID_DIGITS: usize = 8;

/// A key without its token, which is not stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Identifies the key in lists and logs; derived from its hash.
    pub id: String,
    /// The purpose, as given by the operator.
    pub name: String,
    /// Its permissions.
    pub access: Access,
    /// The day of its creation.
    pub created: Date,
    /// The last day of use. The time is not stored, so that it does not reveal working hours.
    pub last_used: Option<Date>,
    /// The day of its revocation; `None` while it is valid.
    pub revoked: Option<Date>,
}

const BY_HASH: &str = "select id, name, role, organization, created, last_used, revoked from api_key where hash = $1";
const ALL: &str =
    "select id, name, role, organization, created, last_used, revoked from api_key order by created, name, id";

impl Store {
    /// Creates a key and returns it with its token, which cannot be read again.
    ///
    /// # Errors
    /// When the database fails or the operating system provides no random bytes.
    pub async fn add_key(&self, name: &str, access: &Access, today: Date) -> Result<(ApiKey, String), StoreError> {
        let token = format!("{PREFIX}{}", random_hex(ENTROPY)?);
        // A fast hash is sufficient, because a token of 256 random bits cannot be guessed.
        let hash = hash::full(&[&token]);
        let key = ApiKey {
            id: hash::short(&[&hash]).chars().take(ID_DIGITS).collect(),
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

    /// Every key, revoked ones included, the oldest first.
    ///
    /// # Errors
    /// When the database fails or holds a key that this program does not understand.
    pub async fn keys(&self) -> Result<Vec<ApiKey>, StoreError> {
        let rows = sqlx::query(ALL).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// The valid key of a token; `None` for an unknown token or a revoked key. Records the day of use, with at most
    /// one write a day.
    ///
    /// # Errors
    /// When the database fails or holds a key that this program does not understand.
    pub async fn authenticate(&self, token: &str, today: Date) -> Result<Option<ApiKey>, StoreError> {
        let row = sqlx::query(BY_HASH).bind(hash::full(&[token])).fetch_optional(&self.pool).await?;
        let Some(key) = row.as_ref().map(read).transpose()?.filter(|key| key.revoked.is_none()) else {
            return Ok(None);
        };
        // Skipped while another write runs; the next use on the same day records it.
        if key.last_used < Some(today)
            && let Ok(_write_lock) = self.edits.write_lock.try_lock()
        {
            sqlx::query("update api_key set last_used = $1 where id = $2 and (last_used is null or last_used < $1)")
                .bind(today.to_string())
                .bind(&key.id)
                .execute(&self.pool)
                .await?;
        }
        Ok(Some(key))
    }

    /// Revokes a key. A key that is already revoked keeps its day of revocation. `false` when no key has the id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_key(&self, id: &str, today: Date) -> Result<bool, StoreError> {
        let done = sqlx::query("update api_key set revoked = coalesce(revoked, $1) where id = $2")
            .bind(today.to_string())
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn read(row: &AnyRow) -> Result<ApiKey, StoreError> {
    let id: String = row.try_get(0)?;
    let corrupt = |column: &'static str| StoreError::CorruptKey { id: id.clone(), column };
    let role: String = row.try_get(2)?;
    let role = AccessRole::parse(&role).ok_or_else(|| corrupt("role"))?;
    let organization: Option<String> = row.try_get(3)?;
    let organization: Option<OrganizationId> =
        organization.map(|o| o.parse()).transpose().map_err(|_| corrupt("organization"))?;
    let day = |index: usize, column: &'static str| -> Result<Option<Date>, StoreError> {
        let text: Option<String> = row.try_get(index)?;
        text.map(|text| text.parse()).transpose().map_err(|_| corrupt(column))
    };
    Ok(ApiKey {
        name: row.try_get(1)?,
        access: Access::new(role, organization).map_err(|_| corrupt("organization"))?,
        created: day(4, "created")?.ok_or_else(|| corrupt("created"))?,
        last_used: day(5, "last_used")?,
        revoked: day(6, "revoked")?,
        id,
    })
}
