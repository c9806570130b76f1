//! Properties of records, dates, ages and the shipped catalogue.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod ages;
mod counting;
mod faults;
mod personal;
mod places;
mod round_trip;
mod shipped;
mod status;
mod tables;

use catalogue::validate::{self, Fault, ValidatedRecord};
use catalogue::{Intervention, Vocabularies};
use catalogue_exchange::folder::{self, Origin};
use proptest::test_runner::Config;
use serde_json::Value;
use std::sync::LazyLock;

/// The shipped vocabularies, read once.
static VOCABULARIES: LazyLock<Vocabularies> = LazyLock::new(|| folder::read(&Origin::Shipped).unwrap().vocabularies);

/// `PROPTEST_CASES` takes precedence over `cases`; no regression file is written.
fn cases(cases: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(cases);
    Config { cases, failure_persistence: None, ..Config::default() }
}

fn read(value: &Value) -> Result<ValidatedRecord, Vec<Fault>> {
    validate::record(value, &VOCABULARIES)
}

/// A valid record.
fn record(value: &Value) -> Intervention {
    read(value).unwrap_or_else(|faults| panic!("{value}: {faults:?}")).record
}
