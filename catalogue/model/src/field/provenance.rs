//! Sources, dates of review, and state.

use super::{Field, Member, Precision, Shape};
use crate::record::{State, Stated};

pub(super) const FIELDS: &[Field] = &[
    Field::new(
        "sources",
        "Documents that state the facts.",
        Shape::List(&Shape::Object(&[
            Member::required("document", Shape::Line(200)),
            Member::optional("section", Shape::Line(300)),
            Member::optional("date", Shape::Date(Precision::Any)),
            Member::optional("url", Shape::Url),
            Member::optional("supports", Shape::List(&Shape::Line(40))),
            Member::optional("quote", Shape::Line(400)),
            Member::defaulted("stated", Shape::OneOf(Stated::NAMES), "explicit"),
        ])),
    ),
    Field::new("as_of", "Date of the newest source, on which the facts were true.", Shape::Date(Precision::Any)),
    Field::new("last_reviewed", "Day on which the owner last confirmed the record.", Shape::Date(Precision::Day)),
    Field::new("review_by", "Day by which the record must be reviewed again.", Shape::Date(Precision::Day)),
    Field::new("state", "Editorial state: draft, in_review, published or archived.", Shape::OneOf(State::NAMES)),
];
