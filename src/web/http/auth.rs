//! Who writes: the key of a request (`Authorization: Bearer`, RFC 6750).

use crate::app::AppState;
use crate::web::http::error::Problem;
use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use catalogue::access::Access;
use catalogue_store::Author;

/// The holder of a key that opens. A handler that takes it answers 401 to everyone else.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    /// What the key may do.
    pub(crate) access: Access,
    key: String,
}

impl Bearer {
    /// Who stands in the history: the key, never a person.
    pub(crate) fn author(&self, reason: impl Into<String>) -> Author {
        Author { name: self.key.clone(), reason: reason.into() }
    }
}

async fn open(parts: &Parts, state: &AppState) -> Result<Option<Bearer>, Problem> {
    let Some(header) = parts.headers.get(AUTHORIZATION) else { return Ok(None) };
    let refused = || Problem::unauthorized("the key is unknown or has been revoked");
    let (scheme, token) = header.to_str().ok().and_then(|v| v.split_once(' ')).ok_or_else(refused)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Problem::unauthorized("send a key as Authorization: Bearer KEY"));
    }
    let key = state.store.authenticate(token.trim(), state.clock.today()).await?.ok_or_else(refused)?;
    Ok(Some(Bearer { access: key.access, key: format!("key {} ({})", key.id, key.name) }))
}

impl<S: Send + Sync> FromRequestParts<S> for Bearer
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let bearer = open(parts, &AppState::from_ref(state)).await?;
        bearer.ok_or_else(|| Problem::unauthorized("this needs a key: Authorization: Bearer KEY"))
    }
}

/// For what everyone may ask, and some see more of. A key that does not open is refused all the same.
impl<S: Send + Sync> OptionalFromRequestParts<S> for Bearer
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem> {
        open(parts, &AppState::from_ref(state)).await
    }
}
