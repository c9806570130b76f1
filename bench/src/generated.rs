//! Converts records of the bench generator (one JSON object a line) into records of the catalogue, with its
//! vocabularies.

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::{Value, json};

/// A record of the generator.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Generated {
    id: String,
    name: String,
    summary: String,
    description: String,
    age_min: Option<u8>,
    age_max: Option<u8>,
    target_groups: Vec<String>,
    municipalities: Vec<String>,
    counties: Vec<String>,
    national: bool,
    funders: Vec<String>,
    kind: String,
    start: String,
    end: Option<String>,
    updated: String,
}

/// Converts one line of the generator into a record for import.
///
/// # Errors
/// The line is not a record of the generator, or a code has no counterpart.
pub fn convert(line: &str) -> anyhow::Result<Value> {
    let given: Generated = serde_json::from_str(line)?;
    let mut coverage = [given.municipalities, given.counties].concat();
    if given.national {
        coverage.push("national".to_owned());
    }
    let mut target_groups = Vec::new();
    for code in &given.target_groups {
        target_groups.extend(target_group(code)?);
    }
    let mut organizations = Vec::new();
    for code in &given.funders {
        let (name, r#type) = funder(code)?;
        organizations.push(json!({"id": format!("bench-{code}"), "name": name, "type": r#type, "role": "funder"}));
    }
    let first = given.funders.first().context("a record has a funder")?;
    let mut band = serde_json::Map::new();
    band.extend(given.age_min.map(|years| ("min".to_owned(), json!(years))));
    band.extend(given.age_max.map(|years| ("max".to_owned(), json!(years))));
    let mut record = json!({
        "id": given.id, "name": given.name, "summary": given.summary, "description": given.description,
        "kind": kind(funder(first)?.1), "target_groups": target_groups, "coverage": coverage,
        "organizations": organizations, "activities": [activity(&given.kind)?],
        "period": {"start": given.start}, "as_of": given.updated,
    });
    if let Some(end) = given.end {
        record["period"]["end"] = json!(end);
    }
    if !band.is_empty() {
        record["ages"] = json!([band]);
    }
    Ok(record)
}

/// `None` for adults, the elderly, relatives and victims of violence, for whom the catalogue has no group.
fn target_group(code: &str) -> anyhow::Result<Option<&'static str>> {
    Ok(match code {
        "vuxna" | "aldre" | "valdsutsatta" | "anhoriga" => None,
        "unga" => Some("unga"),
        "barn" => Some("barn"),
        "nyanlanda" => Some("nyanlanda"),
        "utrikesfodda" => Some("utrikes-fodda"),
        "langtidsarbetslosa" => Some("langtidsarbetslosa"),
        "psykisk-ohalsa" => Some("psykisk-ohalsa"),
        "missbruk" => Some("beroende"),
        "funktionsnedsattning" => Some("funktionsnedsattning"),
        "foraldrar" => Some("foraldrar"),
        "hemloshet" => Some("bostadsloshet"),
        "uvas" => Some("uvas"),
        other => bail!("target group {other} is none of the generator's"),
    })
}

/// The activity of the catalogue for a kind of the generator.
fn activity(code: &str) -> anyhow::Result<&'static str> {
    Ok(match code {
        "arbetsmarknad" => "arbetstraning",
        "utbildning" => "utbildning",
        "radgivning" => "vagledning",
        "behandling" => "behandling",
        "boende" => "stod-i-vardagen",
        "fritid" => "motesplats",
        "mentorskap" => "mentorskap",
        "ekonomi" => "budget-och-skuldradgivning",
        "forebyggande" => "forebyggande",
        "rehabilitering" => "rehabilitering",
        other => bail!("kind {other} is none of the generator's"),
    })
}

/// Name and type of a funder.
fn funder(code: &str) -> anyhow::Result<(String, &'static str)> {
    let r#type = match code {
        "kommun" => "municipality",
        "region" => "region",
        "esf-plus" => "eu_fund",
        "samordningsforbund" => "coordination_association",
        "allmanna-arvsfonden" => "foundation",
        "folkbildningsradet" => "civil_society",
        "arbetsformedlingen" | "forsakringskassan" | "socialstyrelsen" | "mucf" | "lansstyrelsen"
        | "tillvaxtverket" | "kriminalvarden" | "skolverket" | "msb" => "agency",
        _ if code.starts_with("stiftelse-") => "foundation",
        _ if code.starts_with("forening-") => "civil_society",
        _ if code.starts_with("bolag-") => "company",
        other => bail!("funder {other} is none of the generator's"),
    };
    Ok((format!("Påhittad {code}"), r#type))
}

fn kind(funder_type: &str) -> &'static str {
    match funder_type {
        "municipality" => "municipal",
        "region" => "region",
        "eu_fund" => "esf",
        "coordination_association" => "finsam",
        "agency" => "state",
        "civil_society" | "foundation" => "civil_society",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue_exchange::folder::Origin;
    use catalogue_exchange::{read_catalogue, read_jsonl};

    const LINES: &str = r#"{"id":"i1","name":"Vägen","summary":"S.","description":"D.","age_min":10,"age_max":17,"target_groups":["barn","aldre"],"municipalities":[],"counties":["19"],"national":false,"funders":["folkbildningsradet","arbetsformedlingen"],"kind":"radgivning","start":"2017-05-27","end":"2018-02-03","updated":"2017-06-19"}
{"id":"i2","name":"Steget","summary":"S.","description":"D.","age_min":18,"age_max":null,"target_groups":["missbruk"],"municipalities":["1715","1730"],"counties":[],"national":false,"funders":["bolag-03"],"kind":"fritid","start":"2014-03-13","end":null,"updated":"2016-03-06"}
{"id":"i3","name":"Navet","summary":"S.","description":"D.","age_min":null,"age_max":null,"target_groups":["vuxna"],"municipalities":[],"counties":[],"national":true,"funders":["esf-plus"],"kind":"boende","start":"2014-03-13","end":null,"updated":"2016-03-06"}"#;

    #[test]
    fn every_line_can_be_imported() {
        let shipped = read_catalogue(&Origin::Shipped).unwrap();
        let lines: Vec<String> = LINES.lines().map(|line| convert(line).unwrap().to_string()).collect();
        let batch = read_jsonl("generated", &lines.join("\n"), &shipped.vocabularies.unwrap()).unwrap();
        assert_eq!(batch.records.len(), 3);
        assert_eq!(batch.organizations.len(), 4);
        assert!(batch.records[2].ages.is_empty());
    }

    #[test]
    fn unknown_codes_are_named() {
        let fault = convert(&LINES.lines().next().unwrap().replace("radgivning", "annat")).unwrap_err();
        assert!(fault.to_string().contains("kind annat"), "{fault}");
    }
}
