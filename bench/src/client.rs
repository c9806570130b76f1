//! One keep-alive connection to a service, with sequential requests.

use anyhow::{Context, bail};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A keep-alive connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    address: String,
    headers: String,
}

impl Client {
    /// Connects to `address:port`; every request carries the key, if any.
    ///
    /// # Errors
    /// The service cannot be reached.
    pub async fn connect(address: &str, key: Option<&str>) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let headers = key.map(|key| format!("Authorization: Bearer {key}\r\n")).unwrap_or_default();
        Ok(Self { stream: BufReader::new(stream), address: address.to_owned(), headers })
    }

    /// Sends one request and returns the status and the JSON body, null when it is empty. An empty `if_match` or `body`
    /// is not sent.
    ///
    /// # Errors
    /// The connection failed, or the body is not JSON.
    pub async fn send(&mut self, method: &str, path: &str, if_match: &str, body: &str) -> anyhow::Result<(u16, Value)> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{}", self.address, self.headers);
        if !if_match.is_empty() {
            request.extend(["If-Match: ", if_match, "\r\n"]);
        }
        if !body.is_empty() {
            request.push_str("Content-Type: application/json\r\n");
        }
        request.extend(["Content-Length: ", &body.len().to_string(), "\r\n\r\n", body]);
        self.stream.write_all(request.as_bytes()).await?;
        let (mut line, mut status, mut length) = (String::new(), 0, 0);
        loop {
            line.clear();
            if self.stream.read_line(&mut line).await? == 0 {
                bail!("the service hung up");
            }
            let text = line.trim_end().to_ascii_lowercase();
            if text.is_empty() {
                break;
            }
            if text.starts_with("http/1.1 ") {
                status = text.split(' ').nth(1).and_then(|s| s.parse().ok()).context("a status")?;
            } else if let Some(given) = text.strip_prefix("content-length:") {
                length = given.trim().parse()?;
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).await?;
        Ok((status, if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes)? }))
    }
}
