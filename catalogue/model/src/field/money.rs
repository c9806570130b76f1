//! Organisations by role, and relations to other interventions.

use super::{
    Axis, Control, Field, Filter, HitColumn, Match, Member, PanelEntry, Shape, SuggestionGroup, Zone, parameter,
};
use crate::record::{Intervention, Role};
use crate::vocabulary::{Vocabularies, VocabularyName as V};
use std::collections::BTreeSet;

fn in_roles(record: &Intervention, roles: &[Role]) -> Vec<String> {
    let ids: BTreeSet<_> = record.organizations.iter().filter(|o| roles.contains(&o.role)).map(|o| &o.id).collect();
    ids.into_iter().map(ToString::to_string).collect()
}

fn funder_types(record: &Intervention, vocabularies: &Vocabularies) -> Vec<String> {
    let types: BTreeSet<_> =
        record.in_role(Role::Funder).filter_map(|id| vocabularies.organization(id)).map(|o| o.kind.clone()).collect();
    types.into_iter().collect()
}

pub(super) const FIELDS: &[Field] = &[
    Field::new(
        "organizations",
        "Organisations with their roles: owner, provider, partner or funder.",
        Shape::List(&Shape::Object(&[
            Member::required("id", Shape::Code(V::Organizations)),
            Member::required("role", Shape::OneOf(Role::NAMES)),
        ])),
    )
    .fact()
    .searched(Zone::Context, |r, v| {
        let names = r.organizations.iter().filter_map(|o| v.organization(&o.id));
        names.flat_map(|o| std::iter::once(&o.name).chain(&o.other_names).cloned()).collect()
    })
    .filtered(&[
        Filter {
            parameter: parameter::FUNDER,
            meaning: "Interventions that the organisation funds.",
            group: "funder",
            matching: Match::Codes {
                vocabulary: V::Organizations,
                codes: |r, _| in_roles(r, &[Role::Funder]),
                variant: None,
            },
            named: true,
            panel: PanelEntry { section: parameter::FUNDER_TYPE, order: 100, control: Control::Checkboxes },
            table: Some(HitColumn { order: 50, heading: "fact-paid-by" }),
            overview: None,
            suggestions: Some(SuggestionGroup { order: 40, name: "funders" }),
        },
        Filter {
            parameter: parameter::FUNDER_TYPE,
            meaning: "Interventions that an organisation of the type funds.",
            group: "funder_type",
            matching: Match::Codes { vocabulary: V::FunderTypes, codes: funder_types, variant: None },
            named: true,
            panel: PanelEntry { section: parameter::FUNDER_TYPE, order: 90, control: Control::Checkboxes },
            table: None,
            overview: Some(Axis::Columns { order: 50, heading: "filter-funder_type" }),
            suggestions: None,
        },
        Filter {
            parameter: parameter::ORGANIZATION,
            meaning: "Interventions that the organisation owns or provides.",
            group: "organization",
            matching: Match::Codes {
                vocabulary: V::Organizations,
                codes: |r, _| in_roles(r, &[Role::Owner, Role::Provider]),
                variant: None,
            },
            named: false,
            panel: PanelEntry { section: parameter::ORGANIZATION, order: 80, control: Control::Checkboxes },
            table: None,
            overview: None,
            suggestions: None,
        },
    ]),
    Field::new("part_of", "Id of the intervention that this one is part of.", Shape::Slug).fact(),
    Field::new("succeeds", "Id of the intervention that this one continues.", Shape::Slug).fact(),
];
