//! Names and texts.

use super::{Field, Shape, Zone};

const LINE: Shape = Shape::Line(300);

pub(super) const FIELDS: &[Field] = &[
    Field::new("id", "Stable identifier, never reused; derived from the name when omitted.", Shape::Slug),
    Field::new("name", "The name as the owner writes it.", Shape::Line(200))
        .searched(Zone::Name, |r, _| vec![r.name.clone()]),
    Field::new("alternate_names", "Other spellings and abbreviations.", Shape::List(&Shape::Line(200)))
        .searched(Zone::Name, |r, _| r.alternate_names.clone()),
    Field::new("summary", "One sentence in plain language, at most 200 characters.", Shape::Line(200))
        .searched(Zone::Summary, |r, _| r.summary.iter().cloned().collect()),
    Field::new("description", "What the intervention offers; Markdown.", Shape::Markdown(20_000))
        .searched(Zone::Body, |r, _| r.description.iter().cloned().collect()),
    Field::new("eligibility", "Who the intervention is for; Markdown.", Shape::Markdown(5_000))
        .searched(Zone::Body, |r, _| r.eligibility.iter().cloned().collect()),
    Field::new("steps", "What happens, step by step.", Shape::List(&LINE)).searched(Zone::Body, |r, _| r.steps.clone()),
    Field::new("good_to_know", "Practical information; Markdown.", Shape::Markdown(5_000))
        .searched(Zone::Body, |r, _| r.good_to_know.iter().cloned().collect()),
    Field::new("for_staff", "Information that only caseworkers need; Markdown.", Shape::Markdown(5_000))
        .searched(Zone::Body, |r, _| r.for_staff.iter().cloned().collect()),
    Field::new("easy_read", "The text in easy-to-read Swedish (lättläst); Markdown.", Shape::Markdown(5_000))
        .searched(Zone::Body, |r, _| r.easy_read.iter().cloned().collect()),
];
