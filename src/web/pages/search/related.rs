//! Related records below the hits: *Kan också passa*.

use crate::web::pages::components::shortlist::Shortlist;
use crate::web::pages::search::match_reason::reasons;
use crate::web::present::criteria::criteria;
use crate::web::present::search_context::UnderstoodSearch;
use index::{Criterion, RelatedHit, RelatedReason};

/// Maximum number of related records on a page.
const MAX_RELATED: usize = 5;

/// One related record.
pub(super) struct RelatedCard {
    pub(super) url: String,
    pub(super) name: String,
    pub(super) summary: Option<String>,
    /// Why it is related, as a sentence.
    pub(super) reason: String,
}

/// The first related records of a search.
pub(super) fn related_cards(
    search: &UnderstoodSearch<'_>,
    related: &[RelatedHit],
    shortlist: &Shortlist,
) -> Vec<RelatedCard> {
    let card = |related: &RelatedHit| {
        let record = search.t.intervention(related.hit.record.clone());
        RelatedCard {
            url: shortlist.page_url(search.t, &record.id),
            reason: reason(search, related),
            name: record.name,
            summary: record.summary,
        }
    };
    related.iter().take(MAX_RELATED).map(card).collect()
}

fn reason(search: &UnderstoodSearch<'_>, RelatedHit { hit, reason }: &RelatedHit) -> String {
    let (t, labels) = (search.t, search.labels());
    let stated = match reason {
        RelatedReason::Neighbour => {
            labels.place(&hit.record, 1).map(|place| t.with("related-neighbour", "place", place))
        }
        RelatedReason::Age => labels.ages(&hit.record).map(|ages| t.with("related-age", "age", ages)),
        RelatedReason::WiderGroup => {
            labels.abridged_groups(&hit.record.target_groups, 1).map(|groups| t.with("related-group", "groups", groups))
        }
        RelatedReason::Words => None,
    };
    stated.unwrap_or_else(|| {
        let criteria = criteria(search, hit);
        let texts = |fits: bool| -> Vec<String> {
            let chosen = criteria.iter().filter(|criterion| (criterion.outcome == Criterion::Fits) == fits);
            chosen.map(|criterion| criterion.text.clone()).collect()
        };
        let (met, unmet) = (texts(true), texts(false));
        match reasons(labels, hit).into_iter().next() {
            _ if !met.is_empty() && !unmet.is_empty() => {
                t.args("related-words", &[("met", t.commas(&met).into()), ("unmet", t.commas(&unmet).into())])
            }
            Some(reason) => reason,
            None => t.text("related-near"),
        }
    })
}
