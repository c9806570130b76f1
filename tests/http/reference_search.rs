//! A reference implementation of filters, facets and totals, as a loop over all records. It shares no code with the
//! index or the field registry, so that it can be compared with the search.

use super::support::vocabularies;
use catalogue::vocabulary::VocabularyName as V;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Codes = BTreeSet<String>;

pub(crate) const NOT_STATED: &str = "not_stated";
/// The date of [`super::support::NOW`], the date twelve months before it, and the date six months after it.
const TODAY: &str = "2026-11-22";
const A_YEAR_AGO: &str = "2025-11-22";
const IN_SIX_MONTHS: &str = "2027-05-22";

/// All filters whose values are codes, with the vocabularies of the codes; organisations are not in a vocabulary.
pub(crate) const FILTERS: [(&str, Option<V>); 13] = [
    ("municipality", Some(V::Municipalities)),
    ("county", Some(V::Counties)),
    ("target_group", Some(V::TargetGroups)),
    ("funder", None),
    ("funder_type", Some(V::FunderTypes)),
    ("organization", None),
    ("kind", Some(V::Kinds)),
    ("level", Some(V::Levels)),
    ("method", Some(V::Methods)),
    ("activity", Some(V::Activities)),
    ("referral", Some(V::ReferralRoutes)),
    ("status", Some(V::Statuses)),
    ("ends", Some(V::Ends)),
];

/// The group of a filter. Filters of one group are combined with OR, groups with AND.
pub(crate) fn group(parameter: &str) -> &str {
    if parameter == "county" || parameter == "municipality" { "place" } else { parameter }
}

/// One record, reduced to the values that filters and sort orders read.
#[derive(Debug, Clone)]
pub(crate) struct ReferenceRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) status: &'static str,
    /// Last day of the period as `YYYY-MM-DD`.
    end: Option<String>,
    /// First day of the period as `YYYY-MM-DD`.
    pub(crate) start: Option<String>,
    pub(crate) updated: String,
    /// Age bands in years with inclusive bounds; a missing bound is 0 or 120.
    pub(crate) bands: Vec<(u8, u8)>,
    codes: BTreeMap<&'static str, Codes>,
    /// Codes that replace those of `codes` under `reach=direct` and `broader=include`.
    variant_codes: BTreeMap<&'static str, Codes>,
}

/// The filters of one search.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a parameter of its own")]
pub(crate) struct ReferenceQuery {
    pub(crate) filters: BTreeMap<&'static str, Codes>,
    pub(crate) ages: Vec<(u8, u8)>,
    pub(crate) age_not_stated: bool,
    pub(crate) age_strict: bool,
    pub(crate) direct_reach: bool,
    pub(crate) include_broader: bool,
    pub(crate) ended: &'static str,
    /// The earliest update of a record, in UTC as RFC 3339.
    pub(crate) since: Option<String>,
}

fn strings<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn broader_of(vocabulary: V, code: &str) -> Option<&'static str> {
    let terms = vocabularies().get(vocabulary).terms();
    terms.iter().find(|t| t.code == code).and_then(|t| t.broader.as_deref())
}

/// A code and all broader codes.
fn with_broader(vocabulary: V, code: &str) -> Codes {
    let mut out = Codes::from([code.to_owned()]);
    let mut at = code.to_owned();
    while let Some(up) = broader_of(vocabulary, &at) {
        out.insert(up.to_owned());
        up.clone_into(&mut at);
    }
    out
}

fn all_with_broader<'a>(vocabulary: V, codes: impl Iterator<Item = &'a str>) -> Codes {
    codes.flat_map(|code| with_broader(vocabulary, code)).collect()
}

fn first_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    }
}

fn last_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-12-31"),
        7 => {
            let (year, month) = date.split_once('-').unwrap();
            let year: u32 = year.parse().unwrap();
            let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
            let days = match month {
                "02" if leap => "29",
                "02" => "28",
                "04" | "06" | "09" | "11" => "30",
                _ => "31",
            };
            format!("{date}-{days}")
        }
        _ => date.to_owned(),
    }
}

fn status(record: &Value) -> &'static str {
    let (start, end) = (record["period"]["start"].as_str(), record["period"]["end"].as_str());
    if start.is_some_and(|s| first_day(s).as_str() > TODAY) {
        return "planned";
    }
    if let Some(end) = end {
        return if last_day(end).as_str() < TODAY { "ended" } else { "ongoing" };
    }
    let states_that_it_runs = start.is_some()
        || record["sources"].as_array().into_iter().flatten().any(|s| strings(s, "supports").any(|k| k == "status"));
    let fresh = |date: &Value| date.as_str().is_some_and(|d| first_day(d).as_str() >= A_YEAR_AGO);
    if fresh(&record["last_reviewed"]) || (states_that_it_runs && fresh(&record["as_of"])) {
        "ongoing"
    } else {
        "unknown"
    }
}

impl ReferenceRecord {
    pub(crate) fn new(record: &Value, updated: &str) -> Self {
        let counties: Codes = vocabularies().get(V::Counties).terms().iter().map(|t| t.code.clone()).collect();
        let municipalities: Codes =
            vocabularies().get(V::Municipalities).terms().iter().map(|t| t.code.clone()).collect();
        let (mut reached, mut in_county, mut direct) = (Codes::new(), Codes::new(), Codes::new());
        for entry in strings(record, "coverage") {
            match entry.len() {
                4 => {
                    reached.insert(entry.to_owned());
                    direct.insert(entry.to_owned());
                    in_county.insert(entry[..2].to_owned());
                }
                2 => {
                    reached.extend(municipalities.iter().filter(|m| m.starts_with(entry)).cloned());
                    in_county.insert(entry.to_owned());
                }
                _ => {
                    reached.extend(municipalities.iter().cloned());
                    in_county.extend(counties.iter().cloned());
                }
            }
        }
        let direct_counties = direct.iter().map(|m| m[..2].to_owned()).collect();
        let in_roles = |roles: &[&str]| -> Codes {
            let all = record["organizations"].as_array().into_iter().flatten();
            all.filter(|o| roles.contains(&o["role"].as_str().unwrap()))
                .map(|o| o["id"].as_str().unwrap().to_owned())
                .collect()
        };
        let funders = in_roles(&["funder"]);
        let type_of = |id: &String| vocabularies().organization(&id.parse().unwrap()).unwrap().kind.clone();
        let groups = all_with_broader(V::TargetGroups, strings(record, "target_groups"));
        // `broader=include` also finds records of a broader target group, so each stated group adds its narrower codes.
        let mut wider = groups.clone();
        for term in vocabularies().get(V::TargetGroups).terms() {
            if with_broader(V::TargetGroups, &term.code)
                .iter()
                .any(|up| strings(record, "target_groups").any(|g| g == up))
            {
                wider.insert(term.code.clone());
            }
        }
        let status = status(record);
        let end = record["period"]["end"].as_str().map(last_day);
        let ends_soon = end.as_deref().is_some_and(|end| (TODAY..=IN_SIX_MONTHS).contains(&end));
        let one = |key: &str, default: &str| Codes::from([record[key].as_str().unwrap_or(default).to_owned()]);
        let codes = BTreeMap::from([
            ("municipality", reached),
            ("county", in_county),
            ("target_group", groups),
            ("funder_type", funders.iter().map(type_of).collect()),
            ("funder", funders),
            ("organization", in_roles(&["owner", "provider"])),
            ("kind", one("kind", "other")),
            ("level", one("level", "individual")),
            ("method", all_with_broader(V::Methods, strings(record, "methods"))),
            ("activity", all_with_broader(V::Activities, strings(record, "activities"))),
            ("referral", strings(&record["referral"], "routes").map(str::to_owned).collect()),
            ("status", Codes::from([status.to_owned()])),
            ("ends", ends_soon.then(|| "within_6_months".to_owned()).into_iter().collect()),
        ]);
        let bound = |band: &Value, key: &str| band[key].as_u64().map(|n| n as u8);
        let bands = record["ages"].as_array().into_iter().flatten().map(|b| (bound(b, "min"), bound(b, "max")));
        Self {
            id: record["id"].as_str().unwrap().to_owned(),
            name: record["name"].as_str().unwrap().to_owned(),
            status,
            end,
            start: record["period"]["start"].as_str().map(first_day),
            updated: updated.to_owned(),
            bands: bands
                .filter(|(a, b)| a.is_some() || b.is_some())
                .map(|(a, b)| (a.unwrap_or(0), b.unwrap_or(120)))
                .collect(),
            codes,
            variant_codes: BTreeMap::from([
                ("municipality", direct),
                ("county", direct_counties),
                ("target_group", wider),
            ]),
        }
    }

    /// The codes of the record that a filter matches.
    pub(crate) fn codes_of(&self, parameter: &str, query: &ReferenceQuery) -> &Codes {
        let has_variant = match group(parameter) {
            "place" => query.direct_reach,
            "target_group" => query.include_broader,
            _ => false,
        };
        self.variant_codes.get(parameter).filter(|_| has_variant).unwrap_or_else(|| &self.codes[parameter])
    }

    pub(crate) fn states(&self, parameter: &str) -> bool {
        match parameter {
            "status" => self.status != "unknown",
            "ends" => self.end.is_some(),
            _ => !self.codes[parameter].is_empty(),
        }
    }

    fn fits_one(&self, parameter: &str, chosen: &Codes, query: &ReferenceQuery) -> bool {
        let codes = self.codes_of(parameter, query);
        chosen.iter().any(|code| if code == NOT_STATED { !self.states(parameter) } else { codes.contains(code) })
    }

    fn fits_age(&self, query: &ReferenceQuery) -> bool {
        if self.bands.is_empty() {
            return query.age_not_stated || !query.age_strict;
        }
        query.ages.iter().any(|(from, to)| self.bands.iter().any(|(min, max)| min <= to && from <= max))
    }

    /// Whether the record passes all filters except those of the group `without`. Ended records are excluded
    /// separately.
    fn passes(&self, query: &ReferenceQuery, without: &str) -> bool {
        let groups: BTreeSet<&str> = query.filters.keys().map(|p| group(p)).filter(|g| *g != without).collect();
        let filters = groups.into_iter().all(|wanted| {
            query.filters.iter().filter(|(p, _)| group(p) == wanted).any(|(p, chosen)| self.fits_one(p, chosen, query))
        });
        let asks_age = query.age_not_stated || !query.ages.is_empty();
        filters
            && (without == "age" || !asks_age || self.fits_age(query))
            && query.since.as_ref().is_none_or(|since| self.updated >= *since)
            && (query.ended != "only" || self.status == "ended")
    }

    /// Whether the record is left out because it has ended.
    fn is_left_out(&self, query: &ReferenceQuery) -> bool {
        query.ended == "exclude" && !query.filters.contains_key("status") && self.status == "ended"
    }
}

/// The values that the response to a search must have.
#[derive(Debug, PartialEq)]
pub(crate) struct Expected {
    pub(crate) ids: BTreeSet<String>,
    pub(crate) ended_left_out: usize,
    pub(crate) age_not_stated: usize,
    pub(crate) broader_left_out: Option<usize>,
}

pub(crate) fn search(records: &[ReferenceRecord], query: &ReferenceQuery) -> Expected {
    let hits = |query: &ReferenceQuery, without: &str| -> BTreeSet<String> {
        let found = records.iter().filter(|r| r.passes(query, without) && !r.is_left_out(query));
        found.map(|r| r.id.clone()).collect()
    };
    let ids = hits(query, "");
    let all_ages = hits(query, "age");
    let groups = query.filters.get("target_group").is_some_and(|c| c.iter().any(|code| code != NOT_STATED));
    let wider = hits(&ReferenceQuery { include_broader: true, ..query.clone() }, "");
    Expected {
        ended_left_out: records.iter().filter(|r| r.passes(query, "") && r.is_left_out(query)).count(),
        age_not_stated: records.iter().filter(|r| r.bands.is_empty() && all_ages.contains(&r.id)).count(),
        broader_left_out: (groups && !query.include_broader).then(|| wider.difference(&ids).count()),
        ids,
    }
}

/// The count of each value of a filter, and of the records that state no value. The counts of the status include ended
/// records, like its filter.
pub(crate) fn facet(
    records: &[ReferenceRecord],
    query: &ReferenceQuery,
    parameter: &'static str,
) -> (BTreeMap<String, usize>, usize) {
    let own = group(parameter);
    let base = records.iter().filter(|r| r.passes(query, own) && (own == "status" || !r.is_left_out(query)));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut not_stated = 0;
    for record in base {
        not_stated += usize::from(!record.states(parameter));
        for code in record.codes_of(parameter, query) {
            *counts.entry(code.clone()).or_default() += 1;
        }
    }
    for code in query.filters.get(parameter).into_iter().flatten().filter(|c| *c != NOT_STATED) {
        counts.entry(code.clone()).or_default();
    }
    (counts, not_stated)
}
