//! Period, referral and practical matters.

use super::{
    Axis, Control, DatedCodes, Field, Filter, HitColumn, Match, Member, PanelEntry, Precision, Shape, parameter,
};
use crate::record::{ENDS_SOON, Status};
use crate::vocabulary::VocabularyName as V;

const WEEKDAY: Shape = Shape::OneOf(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);

pub(super) const FIELDS: &[Field] = &[
    Field::new(
        "period",
        "Start and end of the intervention; either may be unknown.",
        Shape::Object(&[
            Member::optional("start", Shape::Date(Precision::Any)),
            Member::optional("end", Shape::Date(Precision::Any)),
        ]),
    )
    .fact()
    .filtered(&[
        Filter {
            parameter: parameter::STATUS,
            meaning: "Interventions with the status today, derived from the period and the age of the information.",
            group: "status",
            matching: Match::Dated(DatedCodes {
                vocabulary: V::Statuses,
                codes: &Status::CODES,
                code_on: |days, today| Some(days.on(today).code()),
                is_stated: |days, today| days.on(today) != Status::Unknown,
                has_code_for_not_stated: true,
            }),
            named: true,
            panel: PanelEntry { section: parameter::STATUS, order: 120, control: Control::Checkboxes },
            table: Some(HitColumn { order: 60, heading: "filter-status" }),
            overview: None,
            suggestions: None,
        },
        Filter {
            parameter: parameter::ENDS,
            meaning: "Interventions whose last day is within six months from today.",
            group: "ends",
            matching: Match::Dated(DatedCodes {
                vocabulary: V::Ends,
                codes: &[ENDS_SOON],
                code_on: |days, today| days.ends_soon(today).then_some(ENDS_SOON),
                is_stated: |days, _| days.end.is_some(),
                has_code_for_not_stated: false,
            }),
            named: false,
            panel: PanelEntry { section: parameter::STATUS, order: 125, control: Control::Checkboxes },
            table: None,
            overview: None,
            suggestions: None,
        },
    ]),
    Field::new(
        "referral",
        "How to join.",
        Shape::Object(&[
            Member::optional("routes", Shape::List(&Shape::Code(V::ReferralRoutes))),
            Member::optional("text", Shape::Markdown(2_000)),
        ]),
    )
    .fact()
    .filtered(&[Filter {
        parameter: parameter::REFERRAL,
        meaning: "Interventions that can be joined by the route.",
        group: "referral",
        matching: Match::Codes {
            vocabulary: V::ReferralRoutes,
            codes: |r, _| r.referral.routes.clone(),
            variant: None,
        },
        named: false,
        panel: PanelEntry { section: parameter::REFERRAL, order: 50, control: Control::Checkboxes },
        table: Some(HitColumn { order: 40, heading: "staff-routes" }),
        overview: Some(Axis::Columns { order: 60, heading: "field-referral" }),
        suggestions: None,
    }]),
    Field::new(
        "contacts",
        "Functions to contact, never a person's own name, address or number.",
        Shape::List(&Shape::Object(&[
            Member::optional("name", Shape::Line(200)),
            Member::optional("email", Shape::Email),
            Member::optional("phone", Shape::Phone),
            Member::optional("url", Shape::Url),
        ])),
    )
    .fact(),
    Field::new(
        "schedules",
        "Opening hours or meeting times.",
        Shape::List(&Shape::Object(&[
            Member::optional("byday", Shape::List(&WEEKDAY)),
            Member::optional("opens_at", Shape::Time),
            Member::optional("closes_at", Shape::Time),
            Member::optional("text", Shape::Line(300)),
        ])),
    )
    .fact(),
    Field::new("languages", "Languages in which the intervention is offered.", Shape::List(&Shape::Language)).fact(),
    Field::new("interpreter", "Whether an interpreter is available.", Shape::Flag).fact(),
    Field::new(
        "cost",
        "Cost for participants.",
        Shape::Object(&[Member::optional("free", Shape::Flag), Member::optional("text", Shape::Line(300))]),
    )
    .fact(),
    Field::new(
        "capacity",
        "How many people can take part.",
        Shape::Object(&[
            Member::optional("places", Shape::Integer(0, 1_000_000)),
            Member::optional("text", Shape::Line(300)),
        ]),
    )
    .fact(),
    Field::new("waiting_time", "Usual waiting time.", Shape::Line(300)).fact(),
    Field::new("duration", "How long it lasts for a participant.", Shape::Line(300)).fact(),
    Field::new("accessibility", "Measures for accessibility.", Shape::Markdown(2_000)).fact(),
];
