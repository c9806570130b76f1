//! Extractors: query parameters, path, headers and origin of a request as typed values.

use crate::config::Config;
use crate::web::http::error::Problem;
use axum::extract::{FromRef, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum_extra::headers::{Error, Header, HeaderMapExt};
use catalogue::text::normalize;
use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;

/// The query parameters in the order in which they were sent; a name may be repeated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parameters(pub Vec<(String, String)>);

impl Parameters {
    /// Brings the values to their one form of text.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let normalize = |(name, value): (String, String)| match normalize(&value) {
            Cow::Borrowed(_) => (name, value),
            Cow::Owned(value) => (name, value),
        };
        Self(pairs.into_iter().map(normalize).collect())
    }

    /// Parses a query string. Bytes that are not UTF-8 become replacement characters, which every parameter refuses.
    pub fn parse(query: &str) -> Self {
        Self::new(form_urlencoded::parse(query.as_bytes()).into_owned())
    }

    /// The first non-empty value of a parameter.
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

/// The only variable segment of a path. The response is 404 when it is not UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathSegment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathSegment {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(segment) = Path::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        Ok(Self(segment))
    }
}

/// The public origin of the service (scheme and host, no path): the setting `public_url`, or else the header `Host`.
/// The scheme for `localhost` and IP addresses is `http`, for host names `https`.
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

/// The revision on which an edit is based (`If-Match` with one entity tag). `headers::IfMatch` can only compare tags,
/// so this is a type of our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IfMatch {
    /// The revision, from 1.
    pub(crate) revision: i64,
    /// Hexadecimal hash of the content from the entity tag; empty when only the revision was sent.
    pub(crate) hash: String,
}

impl IfMatch {
    /// Parses the header of a request; `None` when it is absent.
    ///
    /// # Errors
    /// 400 when the header does not name exactly one revision.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Option<Self>, Problem> {
        headers.typed_try_get().map_err(|_| Problem::precondition())
    }

    fn parse(tag: &str) -> Option<Self> {
        // A proxy that compresses a response makes its tag weak; the revision stays the same.
        let tag = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
        let (revision, hash) = tag.split_once('-').unwrap_or((tag, ""));
        let is_number = !revision.is_empty() && revision.bytes().all(|b| b.is_ascii_digit());
        let revision = revision.parse().ok().filter(|r| is_number && *r > 0)?;
        hash.bytes().all(|b| b.is_ascii_hexdigit()).then(|| Self { revision, hash: hash.to_owned() })
    }
}

impl Header for IfMatch {
    fn name() -> &'static HeaderName {
        &header::IF_MATCH
    }

    fn decode<'i, I: Iterator<Item = &'i HeaderValue>>(values: &mut I) -> Result<Self, Error> {
        let (first, second) = (values.next(), values.next());
        let value = first.filter(|_| second.is_none()).and_then(|value| value.to_str().ok());
        value.and_then(|value| Self::parse(value.trim())).ok_or_else(Error::invalid)
    }

    fn encode<E: Extend<HeaderValue>>(&self, values: &mut E) {
        let separator = if self.hash.is_empty() { "" } else { "-" };
        values.extend(HeaderValue::from_str(&format!("\"{}{separator}{}\"", self.revision, self.hash)));
    }
}

/// Encodes parameters as a query string without the question mark; empty without parameters.
pub fn query_string<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_origin_comes_from_the_setting_or_the_host() {
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
    fn names_repeat_and_bytes_that_are_not_utf_8_are_replaced() {
        let parameters = Parameters::parse("municipality=0780&municipality=%C3%84lmhult&q=a+b&x=%FF");
        let expected = [("municipality", "0780"), ("municipality", "Älmhult"), ("q", "a b"), ("x", "\u{fffd}")];
        assert!(parameters.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).eq(expected));
        let decomposed = Parameters::parse("q=fo%CC%88r%C2%ADa%E2%80%AEldrar");
        assert_eq!(decomposed.get("q"), Some("föraldrar"));
        assert_eq!(query_string(expected[..2].iter().copied()), "municipality=0780&municipality=%C3%84lmhult");
    }
}
