//! The related interventions of a page: its whole, its parts, its predecessor and its successors.

use crate::web::http::record::page_of;
use crate::web::present::translator::Translator;
use index::{RelatedRecord, Relations};

/// One kind of relation, with links to the other pages.
pub(super) struct Related {
    pub(super) name: String,
    /// Name and address of each page.
    pub(super) links: Vec<(String, String)>,
    pub(super) is_successor: bool,
}

/// The kinds of relation that a record has, in the order of the page.
pub(super) fn links(t: &Translator, relations: Relations) -> Vec<Related> {
    let link = |record: RelatedRecord| (t.record(&record.name), t.path(&page_of(&record.id)));
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
        Related { name: t.text(key), links, is_successor }
    })
    .collect()
}
