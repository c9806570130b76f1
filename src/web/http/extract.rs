//! What a request carries, as typed values.

use crate::config::Config;
use crate::web::http::error::Problem;
use axum::extract::{FromRef, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::convert::Infallible;
use std::sync::Arc;

/// The parameters of the address in the order given; a name may repeat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parameters(pub Vec<(String, String)>);

impl Parameters {
    /// Reads a query string. Bytes that are no UTF-8 become replacement characters, which no
    /// parameter accepts.
    pub fn parse(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// The value of a name, when it is given and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }
}

impl std::fmt::Display for Parameters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&query_string(self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default()))
    }
}

/// The one variable part of a path. What cannot be read names nothing, so it is not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathSegment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathSegment {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(segment) = Path::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        Ok(Self(segment))
    }
}

/// The address that readers reach the service by, without a path: the setting, else what the request
/// says. Addresses of this machine and those by number are taken to be without encryption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Site
where
    Arc<Config>: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        if let Some(url) = &Arc::<Config>::from_ref(state).public_url {
            return Ok(Self(url.clone()));
        }
        let given = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let is_plain = |host: &&str| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
        let host = given.filter(is_plain).unwrap_or("localhost");
        let is_number = host.starts_with(|c: char| c.is_ascii_digit() || c == '[');
        let scheme = if is_number || host.starts_with("localhost") { "http" } else { "https" };
        Ok(Self(format!("{scheme}://{host}")))
    }
}

/// Which revision of a record a write is made from (`If-Match`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IfMatch {
    /// The revision.
    pub(crate) revision: i64,
    /// What its entity tag says of its content; nothing when only the revision was given.
    pub(crate) hash: String,
}

impl IfMatch {
    /// The one tag of the header; `None` without a header. A proxy that compresses makes tags weak,
    /// which says nothing about the revision.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Option<Self>, Problem> {
        let mut given = headers.get_all(header::IF_MATCH).iter();
        let (first, more) = (given.next(), given.next());
        let Some(first) = first else { return Ok(None) };
        let tag = first.to_str().ok().filter(|_| more.is_none()).map(str::trim);
        let tag = tag.map(|tag| tag.strip_prefix("W/").unwrap_or(tag));
        let inner = tag.and_then(|tag| tag.strip_prefix('"')).and_then(|tag| tag.strip_suffix('"'));
        let read = |inner: &str| {
            let (revision, hash) = inner.split_once('-').unwrap_or((inner, ""));
            let all_digits = !revision.is_empty() && revision.bytes().all(|b| b.is_ascii_digit());
            let revision = revision.parse().ok().filter(|r| all_digits && *r > 0)?;
            hash.bytes().all(|b| b.is_ascii_hexdigit()).then(|| Self { revision, hash: hash.to_owned() })
        };
        inner.and_then(read).map(Some).ok_or_else(Problem::precondition)
    }
}

/// Parameters as a query string; empty for none.
pub fn query_string<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_address_of_the_service() {
        let site = async |host: &str, config: Config| {
            let request = axum::http::Request::builder().header(header::HOST, host).body(()).unwrap();
            let Site(url) = Site::from_request_parts(&mut request.into_parts().0, &Arc::new(config)).await.unwrap();
            url
        };
        assert_eq!(site("insatser.example.se", Config::default()).await, "https://insatser.example.se");
        assert_eq!(site("127.0.0.1:8080", Config::default()).await, "http://127.0.0.1:8080");
        assert_eq!(site("a\"><b>", Config::default()).await, "http://localhost");
        let set = Config { public_url: Some("https://insatser.example.se".into()), ..Config::default() };
        assert_eq!(site("other.example.org", set).await, "https://insatser.example.se");
    }

    #[test]
    fn names_may_repeat_and_bytes_may_be_wrong() {
        let parameters = Parameters::parse("municipality=0780&municipality=%C3%84lmhult&q=a+b&x=%FF");
        let expected = [("municipality", "0780"), ("municipality", "Älmhult"), ("q", "a b"), ("x", "\u{fffd}")];
        assert!(parameters.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).eq(expected));
        assert_eq!(query_string(expected[..2].iter().copied()), "municipality=0780&municipality=%C3%84lmhult");
    }
}
