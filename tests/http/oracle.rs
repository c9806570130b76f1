//! Random combinations of all filters, compared with [`super::reference_search`]: hits, totals, numbers of records left
//! out, counts of all facets, and all pages.

use super::reference_search::{self, Codes, Expected, FILTERS, NOT_STATED, ReferenceQuery, ReferenceRecord};
use super::support::{NOW, TestApp, cases, generated, ids, query, shipped_records, vocabularies};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tokio::runtime::Runtime;

/// Random numbers from which [`Oracle::case`] builds a search.
#[derive(Debug, Clone)]
pub(crate) struct Seed {
    filters: Vec<(usize, usize)>,
    ages: Vec<usize>,
    flags: [bool; 3],
    ended: usize,
    since: usize,
    sort: usize,
    per_page: usize,
    pub(crate) probe: usize,
}

pub(crate) fn seeds() -> impl Strategy<Value = Seed> {
    let flags = [proptest::bool::weighted(0.2), proptest::bool::weighted(0.3), proptest::bool::weighted(0.3)];
    (
        vec((0..FILTERS.len(), 0..500_usize), 0..5),
        vec(0..AGES.len(), 0..3),
        flags,
        0..4_usize,
        0..12_usize,
        0..4_usize,
        0..3_usize,
        0..500_usize,
    )
        .prop_map(|(filters, ages, flags, ended, since, sort, per_page, probe)| Seed {
            filters,
            ages,
            flags,
            ended,
            since,
            sort,
            per_page,
            probe,
        })
}

/// Values of the parameter `age` with the ages in years that they match; `None` for `not_stated`.
const AGES: [(&str, Option<(u8, u8)>); 11] = [
    ("19", Some((19, 19))),
    ("16-24", Some((16, 24))),
    ("20-", Some((20, 120))),
    ("-24", Some((0, 24))),
    ("24–30 år", Some((24, 30))),
    ("0", Some((0, 0))),
    ("120", Some((120, 120))),
    (" 13 - 17 ", Some((13, 17))),
    ("25-65", Some((25, 65))),
    ("29 år", Some((29, 29))),
    (NOT_STATED, None),
];
/// A date in Stockholm, and its start in UTC.
const SINCE: [(&str, &str); 4] = [
    ("2026-11-01", "2026-10-31T23:00:00Z"),
    ("2026-11-02", "2026-11-01T23:00:00Z"),
    ("2026-11-21", "2026-11-20T23:00:00Z"),
    ("2026-11-23", "2026-11-22T23:00:00Z"),
];
const SORTS: [&str; 4] = ["relevance", "name", "updated", "start"];
const PER_PAGE: [usize; 3] = [100, 20, 7];

pub(crate) struct Oracle {
    pub(crate) app: TestApp,
    pub(crate) records: Vec<ReferenceRecord>,
    /// Values by parameter: codes of records, four further codes, and `not_stated` as a fifth of the values.
    pools: BTreeMap<&'static str, Vec<String>>,
    collator: CollatorBorrowed<'static>,
}

/// One search: its query parameters, and the same search for the reference implementation.
pub(crate) struct Case {
    pub(crate) pairs: Vec<(&'static str, String)>,
    pub(crate) query: ReferenceQuery,
    sort: &'static str,
    per_page: usize,
}

impl Oracle {
    pub(crate) fn new(app: TestApp, records: Vec<ReferenceRecord>) -> Self {
        let no_filters = ReferenceQuery::default();
        let mut pools = BTreeMap::new();
        for (parameter, vocabulary) in FILTERS {
            let mut values: Codes = records.iter().flat_map(|r| r.codes_of(parameter, &no_filters)).cloned().collect();
            // Codes that possibly no record has.
            let others = vocabulary.map(|v| vocabularies().get(v).terms().iter().map(|t| t.code.clone()).take(4));
            values.extend(others.into_iter().flatten());
            let mut values: Vec<String> = values.into_iter().collect();
            let not_stated = values.len() / 4 + 1;
            values.extend(std::iter::repeat_n(NOT_STATED.to_owned(), not_stated));
            pools.insert(parameter, values);
        }
        let collator = Collator::try_new(icu_locale_core::locale!("sv").into(), CollatorOptions::default()).unwrap();
        Self { app, records, pools, collator }
    }

    pub(crate) fn case(&self, seed: &Seed) -> Case {
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        let mut query = ReferenceQuery {
            ended: ["exclude", "exclude", "include", "only"][seed.ended],
            ..ReferenceQuery::default()
        };
        for (filter, value) in &seed.filters {
            let parameter = FILTERS[*filter].0;
            let pool = &self.pools[parameter];
            let value = pool[value % pool.len()].clone();
            pairs.push((parameter, value.clone()));
            query.filters.entry(parameter).or_default().insert(value);
        }
        for age in &seed.ages {
            let (text, years) = AGES[*age];
            pairs.push(("age", text.to_owned()));
            match years {
                Some(years) => query.ages.push(years),
                None => query.age_not_stated = true,
            }
        }
        [query.age_strict, query.direct_reach, query.include_broader] = seed.flags;
        for (on, name, value) in [
            (query.age_strict, "age_strict", "true"),
            (query.direct_reach, "reach", "direct"),
            (query.include_broader, "broader", "include"),
        ] {
            if on {
                pairs.push((name, value.to_owned()));
            }
        }
        if seed.ended > 0 {
            pairs.push(("ended", query.ended.to_owned()));
        }
        if let Some((day, first_moment)) = SINCE.get(seed.since) {
            pairs.push(("updated_since", (*day).to_owned()));
            query.since = Some((*first_moment).to_owned());
        }
        Case { pairs, query, sort: SORTS[seed.sort], per_page: PER_PAGE[seed.per_page] }
    }

    async fn check(&self, seed: &Seed) -> Result<(), TestCaseError> {
        let case = self.case(seed);
        let expected = reference_search::search(&self.records, &case.query);
        let first = self.app.ok(&path_of(&case, 1, "")).await;
        let count = |key: &str| first[key].as_u64().map(|n| n as usize);
        let pages = expected.ids.len().div_ceil(case.per_page);
        prop_assert_eq!(count("total"), Some(expected.ids.len()), "{:?}", case.pairs);
        prop_assert_eq!(count("ended_left_out"), Some(expected.ended_left_out), "{:?}", case.pairs);
        prop_assert_eq!(count("age_not_stated"), Some(expected.age_not_stated), "{:?}", case.pairs);
        prop_assert_eq!(count("broader_left_out"), expected.broader_left_out, "{:?}", case.pairs);
        prop_assert_eq!(count("pages"), Some(pages));
        self.check_pages(&case, &expected, &first, pages).await?;
        self.check_items(&case, &first)?;
        self.check_facets(&case, &first)?;
        self.check_one_count(&case, &first, seed.probe).await
    }

    async fn check_pages(
        &self,
        case: &Case,
        expected: &Expected,
        first: &Value,
        pages: usize,
    ) -> Result<(), TestCaseError> {
        let mut found = ids(first);
        for page in 2..=pages + 1 {
            let answer = self.app.ok(&path_of(case, page, "&facets=none")).await;
            let on_page = ids(&answer);
            prop_assert_eq!(on_page.is_empty(), page > pages, "page {} of {}", page, pages);
            found.extend(on_page);
        }
        prop_assert_eq!(found.len(), expected.ids.len(), "each hit is on one page");
        prop_assert_eq!(&found.iter().cloned().collect::<BTreeSet<_>>(), &expected.ids, "{:?}", case.pairs);
        if case.sort != "relevance" {
            prop_assert_eq!(found, self.sorted(case.sort, &expected.ids), "{:?} by {}", case.pairs, case.sort);
        }
        Ok(())
    }

    fn sorted(&self, sort: &str, ids: &BTreeSet<String>) -> Vec<String> {
        let mut hits: Vec<&ReferenceRecord> = self.records.iter().filter(|r| ids.contains(&r.id)).collect();
        hits.sort_by(|a, b| {
            let order = match sort {
                "name" => self.collator.compare(&a.name, &b.name),
                "updated" => b.updated.cmp(&a.updated),
                _ => (a.start.is_none(), &a.start).cmp(&(b.start.is_none(), &b.start)),
            };
            order.then_with(|| a.id.cmp(&b.id))
        });
        hits.into_iter().map(|r| r.id.clone()).collect()
    }

    /// Checks that each hit has its status, and `fits` or `not_stated` for each filter of the search.
    fn check_items(&self, case: &Case, answer: &Value) -> Result<(), TestCaseError> {
        for item in answer["items"].as_array().into_iter().flatten() {
            let record = self.records.iter().find(|r| item["id"] == *r.id).unwrap();
            prop_assert_eq!(&item["status"], record.status, "{}", record.id);
            let mut criteria = BTreeMap::new();
            for (parameter, chosen) in &case.query.filters {
                if !record.states(parameter) {
                    criteria.insert((*parameter).to_owned(), "not_stated");
                } else if chosen.iter().any(|code| record.codes_of(parameter, &case.query).contains(code)) {
                    criteria.insert((*parameter).to_owned(), "fits");
                }
            }
            if case.query.age_not_stated || !case.query.ages.is_empty() {
                criteria.insert("age".to_owned(), if record.bands.is_empty() { "not_stated" } else { "fits" });
            }
            let reported: BTreeMap<String, &str> = item["match"]["criteria"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(k, v)| (k.clone(), v.as_str().unwrap()))
                .collect();
            prop_assert_eq!(reported, criteria, "{} under {:?}", record.id, case.pairs);
        }
        Ok(())
    }

    fn check_facets(&self, case: &Case, answer: &Value) -> Result<(), TestCaseError> {
        let facets = answer["facets"].as_object().unwrap();
        prop_assert_eq!(facets.len(), FILTERS.len());
        for (parameter, _) in FILTERS {
            let (counts, not_stated) = reference_search::facet(&self.records, &case.query, parameter);
            let facet = &facets[parameter];
            prop_assert_eq!(
                facet["not_stated"].as_u64(),
                Some(not_stated as u64),
                "{} under {:?}",
                parameter,
                case.pairs
            );
            let values: Vec<&Value> = facet["values"].as_array().into_iter().flatten().collect();
            let reported: BTreeMap<String, usize> = values
                .iter()
                .map(|v| (v["value"].as_str().unwrap().to_owned(), v["count"].as_u64().unwrap() as usize))
                .collect();
            prop_assert_eq!(reported.len(), values.len(), "each value has one count");
            prop_assert_eq!(reported, counts, "{} under {:?}", parameter, case.pairs);
            for value in values {
                let chosen =
                    case.query.filters.get(parameter).is_some_and(|c| c.contains(value["value"].as_str().unwrap()));
                prop_assert_eq!(value["selected"].as_bool(), Some(chosen));
            }
        }
        Ok(())
    }

    /// Checks that the count of a value is the total of the search with only that value in its group.
    async fn check_one_count(&self, case: &Case, answer: &Value, probe: usize) -> Result<(), TestCaseError> {
        let (parameter, _) = FILTERS[probe % FILTERS.len()];
        let facet = &answer["facets"][parameter];
        let mut counts: Vec<(&str, u64)> = facet["values"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|v| (v["value"].as_str().unwrap(), v["count"].as_u64().unwrap()))
            .collect();
        counts.push((NOT_STATED, facet["not_stated"].as_u64().unwrap()));
        let (value, count) = counts[probe % counts.len()];
        let mut pairs: Vec<(&str, &str)> = case.pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        pairs.retain(|(name, _)| reference_search::group(name) != reference_search::group(parameter));
        pairs.push((parameter, value));
        let chosen = self.app.ok(&format!("/api/v1/facets?{}&facets=none", query(&pairs))).await;
        prop_assert_eq!(chosen["total"].as_u64(), Some(count), "{}={} under {:?}", parameter, value, case.pairs);
        Ok(())
    }

    fn assert_equal(&self, runtime: &Runtime, case_count: u32) {
        let mut runner = TestRunner::new(cases(case_count));
        let result = runner.run(&seeds(), |seed| runtime.block_on(self.check(&seed)));
        if let Err(error) = result {
            panic!("{error}");
        }
    }
}

fn path_of(case: &Case, page: usize, more: &str) -> String {
    let pairs: Vec<(&str, &str)> = case.pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    format!("/api/v1/interventions?{}&sort={}&per_page={}&page={page}{more}", query(&pairs), case.sort, case.per_page)
}

#[test]
fn every_search_over_the_shipped_records_equals_the_reference() {
    let runtime = Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::shipped());
    let records = shipped_records().iter().map(|r| ReferenceRecord::new(r, NOW)).collect();
    Oracle::new(app, records).assert_equal(&runtime, 60);
}

#[test]
fn every_search_over_generated_records_equals_the_reference() {
    let runtime = Runtime::new().unwrap();
    let (app, records) = runtime.block_on(generated::app());
    let records: Vec<ReferenceRecord> =
        records.iter().map(|(record, updated)| ReferenceRecord::new(record, updated)).collect();
    for status in ["planned", "ongoing", "ended", "unknown"] {
        assert!(records.iter().any(|r| r.status == status), "no record is {status}");
    }
    Oracle::new(app, records).assert_equal(&runtime, 160);
}
