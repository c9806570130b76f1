//! The rules of product.md as a plain loop over records, with nothing of the index or the field
//! registry in it: what the search is held against.

use super::support::vocabularies;
use catalogue::vocabulary::VocabularyName as V;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Codes = BTreeSet<String>;

pub(crate) const NOT_STATED: &str = "not_stated";
/// The day of the tests, and the day twelve months before it.
const TODAY: &str = "2026-11-22";
const A_YEAR_AGO: &str = "2025-11-22";

/// Every filter with codes, and its vocabulary (organisations are no list of terms).
pub(crate) const FILTERS: [(&str, Option<V>); 12] = [
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
];

/// Filters of one group are OR.
pub(crate) fn group(parameter: &str) -> &str {
    if parameter == "county" || parameter == "municipality" { "place" } else { parameter }
}

/// One record, as the filters see it.
#[derive(Debug, Clone)]
pub(crate) struct Plain {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) start: Option<String>,
    pub(crate) updated: String,
    /// Stated bands, both ends inclusive.
    pub(crate) bands: Vec<(u8, u8)>,
    codes: BTreeMap<&'static str, Codes>,
    /// With `reach=direct` and `broader=include`.
    varied: BTreeMap<&'static str, Codes>,
}

/// What a search asks for.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a parameter of its own")]
pub(crate) struct Asked {
    pub(crate) chosen: BTreeMap<&'static str, Codes>,
    pub(crate) ages: Vec<(u8, u8)>,
    pub(crate) age_not_stated: bool,
    pub(crate) strict: bool,
    pub(crate) reach: bool,
    pub(crate) broader: bool,
    pub(crate) ended: &'static str,
    /// The first moment that counts, in UTC.
    pub(crate) since: Option<String>,
}

fn strings<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn broader_of(vocabulary: V, code: &str) -> Option<&'static str> {
    let terms = vocabularies().get(vocabulary).terms();
    terms.iter().find(|t| t.code == code).and_then(|t| t.broader.as_deref())
}

/// The code itself and all above it.
fn upwards(vocabulary: V, code: &str) -> Codes {
    let mut out = Codes::from([code.to_owned()]);
    let mut at = code.to_owned();
    while let Some(up) = broader_of(vocabulary, &at) {
        out.insert(up.to_owned());
        up.clone_into(&mut at);
    }
    out
}

fn all_upwards<'a>(vocabulary: V, codes: impl Iterator<Item = &'a str>) -> Codes {
    codes.flat_map(|code| upwards(vocabulary, code)).collect()
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
    let says_it_runs = start.is_some()
        || record["sources"].as_array().into_iter().flatten().any(|s| strings(s, "supports").any(|k| k == "status"));
    let fresh = |date: &Value| date.as_str().is_some_and(|d| first_day(d).as_str() >= A_YEAR_AGO);
    if fresh(&record["last_reviewed"]) || (says_it_runs && fresh(&record["as_of"])) { "ongoing" } else { "unknown" }
}

impl Plain {
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
        let groups = all_upwards(V::TargetGroups, strings(record, "target_groups"));
        // What is for a broader group: those below a stated group.
        let mut wider = groups.clone();
        for term in vocabularies().get(V::TargetGroups).terms() {
            if upwards(V::TargetGroups, &term.code).iter().any(|up| strings(record, "target_groups").any(|g| g == up)) {
                wider.insert(term.code.clone());
            }
        }
        let status = status(record);
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
            ("method", all_upwards(V::Methods, strings(record, "methods"))),
            ("activity", all_upwards(V::Activities, strings(record, "activities"))),
            ("referral", strings(&record["referral"], "routes").map(str::to_owned).collect()),
            ("status", Codes::from([status.to_owned()])),
        ]);
        let bound = |band: &Value, key: &str| band[key].as_u64().map(|n| n as u8);
        let bands = record["ages"].as_array().into_iter().flatten().map(|b| (bound(b, "min"), bound(b, "max")));
        Self {
            id: record["id"].as_str().unwrap().to_owned(),
            name: record["name"].as_str().unwrap().to_owned(),
            status,
            start: record["period"]["start"].as_str().map(first_day),
            updated: updated.to_owned(),
            bands: bands
                .filter(|(a, b)| a.is_some() || b.is_some())
                .map(|(a, b)| (a.unwrap_or(0), b.unwrap_or(120)))
                .collect(),
            codes,
            varied: BTreeMap::from([("municipality", direct), ("county", direct_counties), ("target_group", wider)]),
        }
    }

    /// The codes under which it is found.
    pub(crate) fn carried(&self, parameter: &str, asked: &Asked) -> &Codes {
        let varied = match group(parameter) {
            "place" => asked.reach,
            "target_group" => asked.broader,
            _ => false,
        };
        self.varied.get(parameter).filter(|_| varied).unwrap_or_else(|| &self.codes[parameter])
    }

    pub(crate) fn states(&self, parameter: &str) -> bool {
        if parameter == "status" { self.status != "unknown" } else { !self.codes[parameter].is_empty() }
    }

    fn fits_one(&self, parameter: &str, chosen: &Codes, asked: &Asked) -> bool {
        let carried = self.carried(parameter, asked);
        chosen.iter().any(|code| if code == NOT_STATED { !self.states(parameter) } else { carried.contains(code) })
    }

    fn fits_age(&self, asked: &Asked) -> bool {
        if self.bands.is_empty() {
            return asked.age_not_stated || !asked.strict;
        }
        asked.ages.iter().any(|(from, to)| self.bands.iter().any(|(min, max)| min <= to && from <= max))
    }

    /// Whether it passes everything but one group and the rule about what is over.
    fn passes(&self, asked: &Asked, without: &str) -> bool {
        let groups: BTreeSet<&str> = asked.chosen.keys().map(|p| group(p)).filter(|g| *g != without).collect();
        let filters = groups.into_iter().all(|wanted| {
            asked.chosen.iter().filter(|(p, _)| group(p) == wanted).any(|(p, chosen)| self.fits_one(p, chosen, asked))
        });
        let asks_age = asked.age_not_stated || !asked.ages.is_empty();
        filters
            && (without == "age" || !asks_age || self.fits_age(asked))
            && asked.since.as_ref().is_none_or(|since| self.updated >= *since)
            && (asked.ended != "only" || self.status == "ended")
    }

    fn is_left_out(&self, asked: &Asked) -> bool {
        asked.ended == "exclude" && !asked.chosen.contains_key("status") && self.status == "ended"
    }
}

/// What a search must answer.
#[derive(Debug, PartialEq)]
pub(crate) struct Expected {
    pub(crate) ids: BTreeSet<String>,
    pub(crate) ended_left_out: usize,
    pub(crate) age_not_stated: usize,
    pub(crate) broader_left_out: Option<usize>,
}

pub(crate) fn search(records: &[Plain], asked: &Asked) -> Expected {
    let hits = |asked: &Asked, without: &str| -> BTreeSet<String> {
        let found = records.iter().filter(|r| r.passes(asked, without) && !r.is_left_out(asked));
        found.map(|r| r.id.clone()).collect()
    };
    let ids = hits(asked, "");
    let all_ages = hits(asked, "age");
    let groups = asked.chosen.get("target_group").is_some_and(|c| c.iter().any(|code| code != NOT_STATED));
    let wider = hits(&Asked { broader: true, ..asked.clone() }, "");
    Expected {
        ended_left_out: records.iter().filter(|r| r.passes(asked, "") && r.is_left_out(asked)).count(),
        age_not_stated: records.iter().filter(|r| r.bands.is_empty() && all_ages.contains(&r.id)).count(),
        broader_left_out: (groups && !asked.broader).then(|| wider.difference(&ids).count()),
        ids,
    }
}

/// The counts beside the values of a filter, and of what does not state it. The choice of a status
/// brings back what is over, so its counts leave nothing out.
pub(crate) fn facet(records: &[Plain], asked: &Asked, parameter: &'static str) -> (BTreeMap<String, usize>, usize) {
    let own = group(parameter);
    let base = records.iter().filter(|r| r.passes(asked, own) && (own == "status" || !r.is_left_out(asked)));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut not_stated = 0;
    for record in base {
        not_stated += usize::from(!record.states(parameter));
        for code in record.carried(parameter, asked) {
            *counts.entry(code.clone()).or_default() += 1;
        }
    }
    for code in asked.chosen.get(parameter).into_iter().flatten().filter(|c| *c != NOT_STATED) {
        counts.entry(code.clone()).or_default();
    }
    (counts, not_stated)
}
