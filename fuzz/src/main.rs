//! The entry point of libFuzzer. `FUZZ_TARGET` selects the target; see `CONTRIBUTING.md`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = fuzz::TARGETS.iter().find(|(target, ..)| *target == name);
    let names: Vec<&str> = fuzz::TARGETS.iter().map(|(target, ..)| *target).collect();
    found.unwrap_or_else(|| panic!("FUZZ_TARGET is one of {}", names.join(", "))).1
});

fuzz_target!(|data: &[u8]| (*TARGET)(data));
