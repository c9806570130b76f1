//! Kind, level, target groups, ages, methods, activities and goals.

use super::{
    Axis, Control, Field, Filter, HitColumn, Match, Member, PanelEntry, Shape, SuggestionGroup, Variant, Zone,
    parameter, term_words,
};
use crate::record::Intervention;
use crate::vocabulary::{Vocabularies, VocabularyName as V};

/// The stated groups and every broader one, so that a filter on a group also matches its narrower ones.
fn with_broader(record: &Intervention, vocabularies: &Vocabularies) -> Vec<String> {
    let groups = vocabularies.get(V::TargetGroups);
    record.target_groups.iter().flat_map(|code| groups.with_broader(code)).map(str::to_owned).collect()
}

/// As [`with_broader`], and every narrower group, so that a filter on a group also matches its broader ones.
fn with_broader_and_narrower(record: &Intervention, vocabularies: &Vocabularies) -> Vec<String> {
    let groups = vocabularies.get(V::TargetGroups);
    let mut codes = with_broader(record, vocabularies);
    codes.extend(record.target_groups.iter().flat_map(|code| groups.narrower(code)).map(str::to_owned));
    codes
}

const AGE: Shape = Shape::Integer(0, 120);

pub(super) const FIELDS: &[Field] = &[
    Field::new("kind", "How the intervention is run; other when omitted.", Shape::Code(V::Kinds)).filtered(&[Filter {
        parameter: "kind",
        meaning: "Interventions of the kind.",
        group: "kind",
        matching: Match::Codes { vocabulary: V::Kinds, codes: |r, _| vec![r.kind.clone()], variant: None },
        named: true,
        panel: PanelEntry { section: "kind", order: 110, control: Control::Checkboxes },
        table: None,
        overview: Some(Axis::Columns { order: 40, heading: "filter-kind" }),
        suggestions: None,
    }]),
    Field::new("level", "individual: aimed at persons; structural: at how organisations work.", Shape::Code(V::Levels))
        .filtered(&[Filter {
            parameter: parameter::LEVEL,
            meaning: "Interventions at the level: aimed at persons or at organisations.",
            group: "level",
            matching: Match::Codes { vocabulary: V::Levels, codes: |r, _| vec![r.level.code().into()], variant: None },
            named: false,
            panel: PanelEntry { section: "level", order: 130, control: Control::Checkboxes },
            table: None,
            overview: None,
            suggestions: None,
        }]),
    Field::new("target_groups", "Groups that the intervention is for.", Shape::List(&Shape::Code(V::TargetGroups)))
        .fact()
        .searched(Zone::Labels, |r, v| term_words(&r.target_groups, V::TargetGroups, v))
        .filtered(&[Filter {
            parameter: parameter::TARGET_GROUP,
            meaning: "Interventions for the group or a narrower one.",
            group: "target_group",
            matching: Match::Codes {
                vocabulary: V::TargetGroups,
                codes: with_broader,
                variant: Some(Variant {
                    parameter: parameter::BROADER,
                    value: "include",
                    meaning: "Also finds interventions for a broader group.",
                    codes: with_broader_and_narrower,
                }),
            },
            named: true,
            panel: PanelEntry { section: parameter::TARGET_GROUP, order: 40, control: Control::Checkboxes },
            table: Some(HitColumn { order: 10, heading: "filter-target_group" }),
            overview: Some(Axis::Columns { order: 10, heading: "overview-groups" }),
            suggestions: Some(SuggestionGroup { order: 10, name: "target_groups" }),
        }]),
    Field::new(
        "ages",
        "Age bands in years, both bounds inclusive; a missing bound is open.",
        Shape::List(&Shape::Object(&[
            Member::optional("min", AGE),
            Member::optional("max", AGE),
            Member::optional("note", Shape::Line(200)),
        ])),
    )
    .fact()
    .filtered(&[Filter {
        parameter: parameter::AGE,
        meaning: "Interventions with an age band that overlaps the age or range (19, 16-24, 20-, -24). \
                  Interventions without a stated age are included and ranked lower.",
        group: "age",
        matching: Match::Age,
        named: false,
        panel: PanelEntry { section: parameter::AGE, order: 30, control: Control::Text },
        table: Some(HitColumn { order: 20, heading: "filter-age" }),
        overview: None,
        suggestions: None,
    }]),
    Field::new("methods", "Methods that the intervention uses.", Shape::List(&Shape::Code(V::Methods)))
        .fact()
        .searched(Zone::Labels, |r, v| term_words(&r.methods, V::Methods, v))
        .filtered(&[Filter {
            parameter: parameter::METHOD,
            meaning: "Interventions that use the method or a narrower one.",
            group: "method",
            matching: Match::Codes {
                vocabulary: V::Methods,
                codes: |r, v| {
                    r.methods.iter().flat_map(|c| v.get(V::Methods).with_broader(c)).map(Into::into).collect()
                },
                variant: None,
            },
            named: true,
            panel: PanelEntry { section: parameter::METHOD, order: 60, control: Control::Checkboxes },
            table: None,
            overview: Some(Axis::Columns { order: 20, heading: "filter-method" }),
            suggestions: Some(SuggestionGroup { order: 30, name: "methods" }),
        }]),
    Field::new("activities", "What participants do.", Shape::List(&Shape::Code(V::Activities)))
        .fact()
        .searched(Zone::Labels, |r, v| term_words(&r.activities, V::Activities, v))
        .filtered(&[Filter {
            parameter: parameter::ACTIVITY,
            meaning: "Interventions that offer the activity or a narrower one.",
            group: "activity",
            matching: Match::Codes {
                vocabulary: V::Activities,
                codes: |r, v| {
                    r.activities.iter().flat_map(|c| v.get(V::Activities).with_broader(c)).map(Into::into).collect()
                },
                variant: None,
            },
            named: true,
            panel: PanelEntry { section: parameter::ACTIVITY, order: 70, control: Control::Checkboxes },
            table: None,
            overview: Some(Axis::Columns { order: 30, heading: "filter-activity" }),
            suggestions: None,
        }]),
    Field::new(
        "goals",
        "Goals that the owner has stated.",
        Shape::List(&Shape::Object(&[
            Member::required("text", Shape::Line(300)),
            Member::optional("target", Shape::Number(0.0, 1e12)),
            Member::optional("unit", Shape::Line(60)),
        ])),
    )
    .fact()
    .searched(Zone::Body, |r, _| r.goals.iter().map(|g| g.text.clone()).collect()),
    Field::new("indicators", "Indicators by which the goals are followed up.", Shape::List(&Shape::Line(300))).fact(),
];
