//! Generated records that cover all cases of all filters. They are written in several commits with changes and
//! deletions, so that the index has several segments and deleted documents.

use super::{NOW, TestApp, vocabularies};
use catalogue::vocabulary::VocabularyName as V;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A pseudo-random number generator with a fixed seed, so that every run has the same records.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }

    /// Up to three codes of a vocabulary; none in a third of the cases.
    fn codes(&mut self, vocabulary: V) -> Vec<String> {
        let terms = vocabularies().get(vocabulary).terms();
        let count = [0, 0, 1, 1, 2, 3][self.roll(6)];
        (0..count).map(|_| self.one_of(terms).code.clone()).collect()
    }

    fn ages(&mut self) -> Value {
        match self.roll(9) {
            0 => json!([{"min": 16, "max": 24}]),
            1 => json!([{"max": 29}]),
            2 => json!([{"min": 20}]),
            3 => json!([{"min": 18, "max": 24, "note": "stöd"}, {"min": 13, "max": 17, "note": "metod"}]),
            4 => json!([{"note": "de flesta är unga"}]),
            5 => json!([{"min": 0, "max": 120}]),
            6 => json!([{"min": 24, "max": 24}]),
            _ => json!([]),
        }
    }

    fn coverage(&mut self) -> Value {
        let near = ["0780", "0765", "0760", "0862", "1276", "1277", "1480"];
        match self.roll(8) {
            0 => json!(["national"]),
            1 => json!(["07"]),
            2 => json!(["08", "1276"]),
            3 => json!(["07", "national"]),
            4 => json!([]),
            5 => json!([self.one_of(&near), self.one_of(&near), self.one_of(&near)]),
            6 => json!(["12", self.one_of(&near)]),
            _ => json!([self.one_of(&near)]),
        }
    }

    fn organizations(&mut self) -> Value {
        const IDS: [&str; 8] = [
            "vaxjo-kommun",
            "almhult-kommun",
            "esf",
            "arbetsformedlingen",
            "emmaboda-kommun",
            "finsam-goteborg",
            "sunnerbo-samordningsforbund",
            "region-kronoberg",
        ];
        const ROLES: [&str; 4] = ["owner", "provider", "partner", "funder"];
        let all: Vec<Value> =
            (0..self.roll(4)).map(|_| json!({"id": self.one_of(&IDS), "role": self.one_of(&ROLES)})).collect();
        json!(all)
    }

    fn period(&mut self) -> Value {
        const STARTS: [&str; 9] =
            ["2019", "2024-09-02", "2026-11-22", "2026-11", "2026-11-23", "2026-12", "2027", "2026", "2015-02"];
        const ENDS: [&str; 9] =
            ["2028", "2026-11-22", "2026-11-21", "2026-11", "2026-10", "2026", "2025", "2027-06-30", "2030-01"];
        let (start, end) = (*self.one_of(&STARTS), *self.one_of(&ENDS));
        match self.roll(5) {
            0 => json!({}),
            1 => json!({"start": start}),
            2 => json!({"end": end}),
            _ if start.get(..4) <= end.get(..4) && start.len() == 4 => json!({"start": start, "end": end}),
            _ => json!({"start": "2014", "end": end}),
        }
    }

    fn record(&mut self, number: usize, version: usize) -> Value {
        const WORDS: [&str; 12] =
            ["Praktik", "stöd", "ungdomar", "Växjö", "språk", "café", "arbete", "Ängen", "åter", "väg", "Örn", "zon"];
        const AS_OF: [&str; 8] =
            ["2015-11", "2018", "2025", "2025-11-21", "2025-11-22", "2025-11-23", "2026-01-15", "2026"];
        let name = format!("{} {} {number}", self.one_of(&WORDS), self.one_of(&WORDS));
        let sources = match self.roll(3) {
            0 => json!([]),
            1 => json!([{"document": "d", "supports": ["status"]}]),
            _ => json!([{"document": "d", "supports": ["ages"]}]),
        };
        let mut record = json!({
            "id": format!("g-{number:03}"), "name": name, "summary": format!("{} {} version {version}.", self.one_of(&WORDS), self.one_of(&WORDS)),
            "description": format!("{} och {} för alla.", self.one_of(&WORDS), self.one_of(&WORDS)),
            "kind": self.one_of(vocabularies().get(V::Kinds).terms()).code, "level": *self.one_of(&["individual", "structural"]),
            "target_groups": self.codes(V::TargetGroups), "ages": self.ages(), "coverage": self.coverage(),
            "organizations": self.organizations(), "methods": self.codes(V::Methods), "activities": self.codes(V::Activities),
            "referral": {"routes": self.codes(V::ReferralRoutes)}, "period": self.period(), "sources": sources,
        });
        if self.roll(2) == 0 {
            record["as_of"] = json!(self.one_of(&AS_OF));
        }
        if self.roll(4) == 0 {
            record["last_reviewed"] = json!(*self.one_of(&["2026-06-01", "2025-11-22", "2025-11-21", "2020-01-01"]));
        }
        if self.roll(6) == 0 {
            record["alternate_names"] = json!([format!("Alias {number}")]);
        }
        record
    }
}

/// A service with the generated records. Also returns each public record with the time of its last change.
pub(crate) async fn app() -> (TestApp, Vec<(Value, String)>) {
    let mut dice = Dice(20_261_122);
    let app = TestApp::with(&[]).await;
    let mut kept: BTreeMap<String, (Value, String)> = BTreeMap::new();
    // Some commits are just before or just after midnight in Stockholm, which is one hour ahead of UTC.
    let commits = [
        ("2026-11-01T22:59:59Z", 0..40, 0),
        ("2026-11-01T23:00:00Z", 30..50, 1),
        ("2026-11-10T08:00:00Z", 45..60, 2),
        ("2026-11-20T22:59:59Z", 5..12, 3),
        ("2026-11-20T23:00:00Z", 56..64, 4),
        (NOW, 20..24, 5),
    ];
    for (at, numbers, version) in commits {
        let mut records: Vec<Value> = numbers.map(|n| dice.record(n, version)).collect();
        for record in &mut records {
            if version > 0 && dice.roll(4) == 0 {
                record["state"] = json!(*dice.one_of(&["archived", "draft", "in_review"]));
            }
        }
        app.put(&records, at).await;
        for record in records {
            let id = record["id"].as_str().unwrap().to_owned();
            if record.get("state").is_none() {
                kept.insert(id, (record, at.to_owned()));
            } else {
                kept.remove(&id);
            }
        }
    }
    assert!(kept.len() >= 45, "only {} records are left", kept.len());
    (app, kept.into_values().collect())
}
