//! Authentication by API key (`Authorization: Bearer`, RFC 6750).

use crate::app::AppState;
use crate::web::http::error::Problem;
use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum_extra::headers::authorization::Bearer as BearerToken;
use axum_extra::headers::{Authorization, HeaderMapExt};
use catalogue::access::Access;
use catalogue_store::Author;

/// The holder of a valid key. A handler with this extractor responds 401 to a request without a valid key.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    /// The access rights of the key.
    pub(crate) access: Access,
    key: String,
}

impl Bearer {
    /// The author of a revision, which is the key and never a person.
    pub(crate) fn author(&self, reason: impl Into<String>) -> Author {
        Author { name: self.key.clone(), reason: reason.into() }
    }
}

fn unknown_key() -> Problem {
    Problem::unauthorized("the key is unknown or has been revoked")
}

/// The key in the header; `None` without the header.
fn token(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    if let Ok(header) = headers.typed_try_get::<Authorization<BearerToken>>() {
        return Ok(header.map(|header| header.token().trim().to_owned()));
    }
    let value = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let scheme = value.and_then(|value| value.split_once(' ')).map(|(scheme, _)| scheme);
    let is_other = scheme.is_some_and(|scheme| !scheme.eq_ignore_ascii_case("bearer"));
    Err(if is_other { Problem::unauthorized("send a key as Authorization: Bearer KEY") } else { unknown_key() })
}

async fn authenticate(parts: &Parts, state: &AppState) -> Result<Option<Bearer>, Problem> {
    let Some(token) = token(&parts.headers)? else { return Ok(None) };
    let key = state.store.authenticate(&token, state.clock.today()).await?.ok_or_else(unknown_key)?;
    Ok(Some(Bearer { access: key.access, key: format!("key {} ({})", key.id, key.name) }))
}

impl<S: Send + Sync> FromRequestParts<S> for Bearer
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let bearer = authenticate(parts, &AppState::from_ref(state)).await?;
        bearer.ok_or_else(|| Problem::unauthorized("this needs a key: Authorization: Bearer KEY"))
    }
}

/// For URLs that anyone may read, and that return more to the holder of a key. An invalid key is refused there too.
impl<S: Send + Sync> OptionalFromRequestParts<S> for Bearer
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem> {
        authenticate(parts, &AppState::from_ref(state)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn malformed_headers_are_refused_with_what_to_send() {
        let sent = |value: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, HeaderValue::from_bytes(value).unwrap());
            token(&headers).map_err(|problem| problem.detail)
        };
        assert_eq!(sent(b"Bearer abc"), Ok(Some("abc".to_owned())));
        assert_eq!(sent(b"bEARER   abc "), Ok(Some("abc".to_owned())));
        assert_eq!(token(&HeaderMap::new()).unwrap(), None);
        for other in [&b"Basic abc"[..], b"BearerX abc"] {
            assert_eq!(sent(other).unwrap_err(), "send a key as Authorization: Bearer KEY");
        }
        for unknown in [&b"Bearer"[..], b"abc", b"Bearer \xff"] {
            assert_eq!(sent(unknown).unwrap_err(), "the key is unknown or has been revoked");
        }
    }
}
