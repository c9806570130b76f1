//! Sources, dates of review, and state.

use super::{Field, Member, Precision, Shape};
use crate::record::{State, Stated};

pub(super) const FIELDS: &[Field] = &[
    Field::new(
        "sources",
        "Documents that the facts are found in.",
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
    Field::new("as_of", "Date of the newest source: what the record says was true then.", Shape::Date(Precision::Any)),
    Field::new("last_reviewed", "When the owner vouched for it.", Shape::Date(Precision::Day)),
    Field::new("review_by", "Until when that holds.", Shape::Date(Precision::Day)),
    Field::new("state", "draft, in_review, published or archived.", Shape::OneOf(State::NAMES)),
];
