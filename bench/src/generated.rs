//! Converts records and queries of the bench generator (one JSON object a line) into records of the catalogue, with its
//! vocabularies, and into requests.

use anyhow::{Context, bail};
use catalogue::field::parameter;
use index::query::parameter_name;
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
        organizations.push(json!({"id": organization(code), "name": name, "type": r#type, "role": "funder"}));
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

/// A query of the bench generator.
#[derive(Debug, Deserialize)]
struct GeneratedQuery {
    q: String,
    filters: GeneratedFilters,
    facets: Vec<String>,
    limit: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct GeneratedFilters {
    target_groups: Vec<String>,
    funders: Vec<String>,
    kind: Option<String>,
    age: Option<u8>,
    municipality: Option<String>,
}

/// Converts one query of the generator into the path of a search request, with the same filters and facets. A target
/// group without a counterpart is left out.
///
/// # Errors
/// The line is not a query of the generator, or a code has no counterpart.
pub fn request_path(line: &str) -> anyhow::Result<String> {
    let GeneratedQuery { q, filters, facets, limit } = serde_json::from_str(line)?;
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !q.is_empty() {
        query.append_pair(parameter_name::Q, &q);
    }
    for code in &filters.target_groups {
        query.extend_pairs(target_group(code)?.map(|code| (parameter::TARGET_GROUP, code)));
    }
    for code in &filters.funders {
        query.append_pair(parameter::FUNDER, &organization(code));
    }
    if let Some(kind) = &filters.kind {
        query.append_pair(parameter::ACTIVITY, activity(kind)?);
    }
    query.extend_pairs(filters.age.map(|years| (parameter::AGE, years.to_string())));
    query.extend_pairs(filters.municipality.map(|code| (parameter::MUNICIPALITY, code)));
    for facet in &facets {
        let parameter = match facet.as_str() {
            "target_groups" => parameter::TARGET_GROUP,
            "funders" => parameter::FUNDER,
            "kind" => parameter::ACTIVITY,
            "municipalities" => parameter::MUNICIPALITY,
            other => bail!("facet {other} is none of the generator's"),
        };
        query.append_pair(parameter_name::FACETS, parameter);
    }
    if facets.is_empty() {
        query.append_pair(parameter_name::FACETS, "none");
    }
    query.append_pair(parameter_name::PER_PAGE, &limit.to_string());
    Ok(format!("/api/v1/interventions?{}", query.finish()))
}

/// The id of a funder's organisation.
fn organization(code: &str) -> String {
    format!("bench-{code}")
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

    #[test]
    fn a_query_becomes_a_request() {
        let query = r#"{"id":2,"q":"samverk väg","filters":{"age":57,"kind":"radgivning","funders":["kommun"],"target_groups":["vuxna","barn"]},"facets":["kind"],"limit":20}"#;
        let path = "/api/v1/interventions?q=samverk+v%C3%A4g&target_group=barn&funder=bench-kommun&activity=vagledning\
            &age=57&facets=activity&per_page=20";
        assert_eq!(request_path(query).unwrap(), path);
        assert!(request_path(&query.replace("[\"kind\"]", "[\"other\"]")).is_err());
    }
}
