//! Ages: ranges, bands, and open bounds.

use super::{cases, record};
use catalogue::record::{Age, AgeRange};
use proptest::prelude::*;
use serde_json::json;

fn age(years: u8) -> Age {
    Age::try_from(years).unwrap()
}

fn range() -> impl Strategy<Value = AgeRange> {
    (0..=120_u8, 0..=120_u8).prop_map(|(a, b)| AgeRange { from: age(a.min(b)), to: age(a.max(b)) })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_shown_reads_back_the_same(range in range()) {
        prop_assert_eq!(range.to_string().parse::<AgeRange>().unwrap(), range);
    }

    #[test]
    fn every_way_of_writing_a_range_is_the_same_range(
        range in range(), dash in "-|–| - | – |- | –", year in "|år| år| År|  ÅR", blank in " {0,3}",
    ) {
        let (from, to) = (range.from.years(), range.to.years());
        let text = format!("{blank}{from}{dash}{to}{year}{blank}");
        prop_assert_eq!(text.parse::<AgeRange>().unwrap(), range);
        let open = format!("{blank}{from}{dash}{year}");
        prop_assert_eq!(open.parse::<AgeRange>().unwrap(), AgeRange { from: range.from, to: Age::MAX });
        let open = format!("{dash}{to}{year}");
        prop_assert_eq!(open.parse::<AgeRange>().unwrap(), AgeRange { from: Age::MIN, to: range.to });
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "\\PC{0,12}") {
        if let Ok(range) = text.parse::<AgeRange>() {
            prop_assert!(range.from <= range.to && range.to <= Age::MAX);
            prop_assert!(text.chars().any(char::is_numeric), "{} holds no number", text);
        }
    }

    #[test]
    fn ranges_overlap_when_they_share_an_age(one in range(), other in range()) {
        let shared = (0..=120).any(|years| {
            let holds = |r: AgeRange| r.from.years() <= years && years <= r.to.years();
            holds(one) && holds(other)
        });
        prop_assert_eq!(one.overlaps(other), shared);
        prop_assert_eq!(other.overlaps(one), shared);
        prop_assert_eq!(one.mask() & other.mask() != 0, shared);
        prop_assert_eq!(one.mask().count_ones(), u32::from(one.to.years() - one.from.years()) + 1);
    }

    #[test]
    fn an_open_bound_excludes_no_age(bound in 0..=120_u8, asked in 0..=120_u8) {
        let bands = |band| record(&json!({"name": "A", "ages": [band]})).ages;
        let asked_range = AgeRange { from: age(asked), to: age(asked) };
        let from = bands(json!({"min": bound}));
        prop_assert_eq!(from[0].range().overlaps(asked_range), asked >= bound);
        let to = bands(json!({"max": bound}));
        prop_assert_eq!(to[0].range().overlaps(asked_range), asked <= bound);
    }
}

#[test]
fn a_note_alone_states_no_age() {
    let record = record(&json!({"name": "A", "ages": [{"note": "de flesta är unga"}]}));
    assert!(!record.states_age());
    let zero = super::record(&json!({"name": "A", "ages": [{"min": 0}]}));
    assert!(zero.states_age(), "0 is an age, not an unknown one");
}

#[test]
fn unknown_bounds_stay_unknown() {
    let record = record(&json!({"name": "A", "ages": [{"max": 29}]}));
    let written = serde_json::to_value(&record).unwrap();
    assert_eq!(written["ages"], json!([{"max": 29}]), "an open bound is neither 0 nor 120");
}
