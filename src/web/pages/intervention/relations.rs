//! Relations of an intervention: the intervention that it is part of, its parts, its predecessor and its successors.

use crate::web::links::intervention_page;
use crate::web::pages::components::links::TextLink;
use crate::web::present::translator::Translator;
use index::{RelatedRecord, Relations};

/// All relations of one kind, with links.
pub(super) struct RelationLinks {
    pub(super) name: String,
    pub(super) links: Vec<TextLink>,
    pub(super) is_successor: bool,
}

/// The relations of a record grouped by kind, in display order. A kind without relations is left out.
pub(super) fn links(t: &Translator, relations: Relations) -> Vec<RelationLinks> {
    let link = |record: RelatedRecord| TextLink::new(t.record(&record.name), t.path(&intervention_page(&record.id)));
    let Relations { whole, parts, predecessor, successors } = relations;
    [
        ("related-part-of", Vec::from_iter(whole), false),
        ("related-parts", parts, false),
        ("related-succeeds", Vec::from_iter(predecessor), false),
        ("related-successors", successors, true),
    ]
    .into_iter()
    .filter(|(_, records, _)| !records.is_empty())
    .map(|(key, records, is_successor)| {
        let links = records.into_iter().map(link).collect();
        RelationLinks { name: t.text(key), links, is_successor }
    })
    .collect()
}
