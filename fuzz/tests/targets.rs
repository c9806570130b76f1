//! Runs every target on its seeds and on random mutations of them. libFuzzer covers more inputs.

use fuzz::TARGETS;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// A seed with at most three ranges replaced by random bytes.
fn near(seeds: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0..8_usize, prop::collection::vec(any::<u8>(), 0..4));
    (prop::sample::select(seeds), prop::collection::vec(change, 0..4)).prop_map(|(seed, changes)| {
        let mut bytes = seed.as_bytes().to_vec();
        for (at, cut, put) in changes {
            let start = at.index(bytes.len() + 1);
            let end = (start + cut).min(bytes.len());
            bytes.splice(start..end, put);
        }
        bytes
    })
}

#[test]
fn every_target_holds_near_its_seeds() {
    for (name, target, seeds) in TARGETS {
        seeds.iter().for_each(|seed| target(seed.as_bytes()));
        target(b"");
        let config =
            Config { cases: if *name == "request" { 60 } else { 200 }, failure_persistence: None, ..Config::default() };
        proptest!(config, |(bytes in near(seeds))| target(&bytes));
    }
}
