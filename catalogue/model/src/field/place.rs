//! Coverage by residence, and locations.

use super::{
    Axis, Control, Field, Filter, HitColumn, Match, Member, PanelEntry, Shape, SuggestionGroup, Variant, Zone,
    parameter,
};
use crate::record::{Coverage, Intervention, MunicipalityCode};
use crate::vocabulary::{Vocabularies, VocabularyName as V};
use std::collections::BTreeSet;

fn listed(record: &Intervention) -> BTreeSet<MunicipalityCode> {
    let municipality = |c: &Coverage| if let Coverage::Municipality(code) = c { Some(*code) } else { None };
    record.coverage.iter().filter_map(municipality).collect()
}

/// The counties of a coverage: a municipality counts as its county, national coverage as every county.
fn counties(record: &Intervention, vocabularies: &Vocabularies) -> Vec<String> {
    let mut out = BTreeSet::new();
    for entry in &record.coverage {
        match entry {
            Coverage::Municipality(code) => {
                out.insert(code.county().to_string());
            }
            Coverage::County(code) => {
                out.insert(code.to_string());
            }
            Coverage::National => out.extend(vocabularies.get(V::Counties).terms().iter().map(|t| t.code.clone())),
        }
    }
    out.into_iter().collect()
}

/// The names of the places in the coverage, for the search.
fn place_names(record: &Intervention, vocabularies: &Vocabularies) -> Vec<String> {
    record
        .coverage
        .iter()
        .filter_map(|entry| match entry {
            Coverage::Municipality(code) => vocabularies.get(V::Municipalities).get(&code.to_string()),
            Coverage::County(code) => vocabularies.get(V::Counties).get(&code.to_string()),
            Coverage::National => None,
        })
        .map(|term| term.label.clone())
        .collect()
}

const REACH: &str = "Keeps only interventions that list the municipality itself, or a municipality of the county.";

pub(super) const FIELDS: &[Field] = &[
    Field::new(
        "coverage",
        "Areas whose residents may take part: municipality codes, county codes or national.",
        Shape::List(&Shape::Coverage),
    )
    .fact()
    .searched(Zone::Context, place_names)
    .filtered(&[
        Filter {
            parameter: parameter::MUNICIPALITY,
            meaning: "Interventions that cover the municipality: listed itself, through its county, or nationally.",
            group: "place",
            matching: Match::Codes {
                vocabulary: V::Municipalities,
                codes: |r, v| v.reached_municipalities(&r.coverage).into_iter().map(Into::into).collect(),
                variant: Some(Variant {
                    parameter: parameter::REACH,
                    value: "direct",
                    meaning: REACH,
                    codes: |r, _| listed(r).into_iter().map(Into::into).collect(),
                }),
            },
            named: false,
            panel: PanelEntry { section: parameter::MUNICIPALITY, order: 10, control: Control::CheckboxesAndText },
            table: Some(HitColumn { order: 30, heading: "fact-where" }),
            overview: Some(Axis::Rows),
            suggestions: Some(SuggestionGroup { order: 20, name: "municipalities" }),
        },
        Filter {
            parameter: parameter::COUNTY,
            meaning: "Interventions that cover the county, a municipality in it, or all of Sweden.",
            group: "place",
            matching: Match::Codes {
                vocabulary: V::Counties,
                codes: counties,
                variant: Some(Variant {
                    parameter: parameter::REACH,
                    value: "direct",
                    meaning: REACH,
                    codes: |r, _| {
                        let direct: BTreeSet<_> = listed(r).into_iter().map(MunicipalityCode::county).collect();
                        direct.into_iter().map(Into::into).collect()
                    },
                }),
            },
            named: false,
            panel: PanelEntry { section: parameter::MUNICIPALITY, order: 20, control: Control::Menu },
            table: None,
            overview: Some(Axis::Rows),
            suggestions: None,
        },
    ]),
    Field::new(
        "locations",
        "Where the intervention takes place.",
        Shape::List(&Shape::Object(&[
            Member::optional("name", Shape::Line(200)),
            Member::optional("address", Shape::Line(200)),
            Member::optional("postal_code", Shape::Line(10)),
            Member::optional("city", Shape::Line(100)),
            Member::optional("latitude", Shape::Number(-90.0, 90.0)),
            Member::optional("longitude", Shape::Number(-180.0, 180.0)),
        ])),
    )
    .fact()
    .searched(Zone::Context, |r, _| r.locations.iter().filter_map(|l| l.name.clone()).collect()),
];
