//! Load by `wrk` (Debian package `wrk`), with requests of a file in turn.

use anyhow::{Context, ensure};
use std::path::Path;
use std::process::Command;

/// Sends the lines of `$REQUESTS` in turn: paths, or bodies to the path of the address where `$POST` is set.
const SCRIPT: &str = r#"
local requests, at = {}, 0
for line in io.lines(os.getenv("REQUESTS")) do requests[#requests + 1] = line end
request = function()
  at = at % #requests + 1
  if os.getenv("POST") then return wrk.format("POST", nil, nil, requests[at]) end
  return wrk.format("GET", requests[at])
end
"#;

/// What `wrk` sends.
#[derive(Debug, Clone)]
pub struct Load<'a> {
    /// Address with port, and for bodies with the path.
    pub address: String,
    /// A file with one path, or one body, a line.
    pub requests: &'a Path,
    /// Whether the lines are bodies.
    pub is_post: bool,
}

/// What one run measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Answers in a second.
    pub rate: f64,
    /// Half of the answers took at most so many milliseconds.
    pub p50: f64,
    /// 99 of 100 answers took at most so many milliseconds.
    pub p99: f64,
    /// Number of answers with another status than 200.
    pub failed: u64,
}

impl Load<'_> {
    /// Sends requests over so many connections for so many seconds.
    ///
    /// # Errors
    /// `wrk` does not run, or printed something else.
    pub fn run(&self, connections: usize, seconds: u64) -> anyhow::Result<Measured> {
        let script = tempfile::NamedTempFile::with_suffix(".lua")?;
        std::fs::write(script.path(), SCRIPT)?;
        let mut wrk = Command::new("wrk");
        wrk.args(["--threads=1", "--latency"])
            .arg(format!("--connections={connections}"))
            .arg(format!("--duration={seconds}s"))
            .arg("--script")
            .arg(script.path())
            .arg(format!("http://{}", self.address))
            .env("REQUESTS", self.requests);
        if self.is_post {
            wrk.env("POST", "1");
        }
        let output = wrk.output().context("wrk does not run; on Debian: apt-get install wrk")?;
        let text = String::from_utf8_lossy(&output.stdout);
        ensure!(output.status.success(), "wrk: {text}{}", String::from_utf8_lossy(&output.stderr));
        parse(&text).with_context(|| format!("wrk printed: {text}"))
    }
}

/// Reads the figures that `wrk --latency` prints.
fn parse(text: &str) -> Option<Measured> {
    let after = |label: &str| text.lines().find_map(|line| line.trim().strip_prefix(label)).map(str::trim);
    let failed = after("Non-2xx or 3xx responses:").map_or(Some(0), |number| number.parse().ok())?;
    Some(Measured {
        rate: after("Requests/sec:")?.parse().ok()?,
        p50: milliseconds(after("50%")?)?,
        p99: milliseconds(after("99%")?)?,
        failed,
    })
}

/// A duration as `wrk` prints it: `812.00us`, `5.21ms`, `1.18s`, `1.02m`.
fn milliseconds(text: &str) -> Option<f64> {
    let (number, factor) = [("us", 0.001), ("ms", 1.0), ("s", 1_000.0), ("m", 60_000.0)]
        .into_iter()
        .find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, factor)))?;
    Some(number.parse::<f64>().ok()? * factor)
}

/// The median of some figures; 0 of none.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_wrk_are_read() {
        let printed = "\
Running 1s test @ http://127.0.0.1:1/
  Latency Distribution
     50%    5.21ms
     75%    7.00ms
     99%    1.18s
  166 requests in 1.00s, 5.8MB read
  Non-2xx or 3xx responses: 3
Requests/sec:    165.66
";
        assert_eq!(parse(printed), Some(Measured { rate: 165.66, p50: 5.21, p99: 1_180.0, failed: 3 }));
        assert_eq!(parse("wrk"), None);
        assert_eq!(milliseconds("812.00us"), Some(0.812));
    }

    #[test]
    fn medians() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).abs() < f64::EPSILON);
    }
}
