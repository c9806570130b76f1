//! Links between the pages of hits.

use crate::web::present::search_context::TypedSearch;
use index::SearchQuery;
use index::query::MAX_DEPTH;

/// The range of displayed hits, and links to the other pages.
pub(super) struct Pagination {
    pub(super) shown: String,
    pub(super) steps: Vec<PageStep>,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
}

/// A link to a page, or a gap for omitted pages.
pub(super) enum PageStep {
    Page { number: usize, url: String, current: bool },
    Gap,
}

/// The number of the last page, from 1, within the limit of `MAX_DEPTH` hits.
pub(super) fn last_page(total: u64, per_page: usize) -> usize {
    let pages = usize::try_from(total).unwrap_or(usize::MAX).div_ceil(per_page);
    pages.clamp(1, (MAX_DEPTH / per_page).max(1))
}

impl Pagination {
    /// `None` for fewer than two hits.
    pub(super) fn new(search: &TypedSearch<'_>, total: u64) -> Option<Self> {
        let (t, query) = (search.t, search.query);
        if total < 2 {
            return None;
        }
        let last = last_page(total, query.per_page);
        let from = (query.page - 1) * query.per_page + 1;
        let to = (query.page * query.per_page).min(usize::try_from(total).unwrap_or(usize::MAX));
        let url = |page: usize| t.search(&SearchQuery { page, ..query.clone() });
        let shown = t.args("pages-shown", &[("from", from.into()), ("to", to.into()), ("count", total.into())]);
        let step = |number: Option<usize>| match number {
            Some(number) => PageStep::Page { number, url: url(number), current: number == query.page },
            None => PageStep::Gap,
        };
        Some(Self {
            shown,
            steps: if last > 1 { page_numbers(query.page, last).into_iter().map(step).collect() } else { Vec::new() },
            previous: (query.page > 1).then(|| url(query.page - 1)),
            next: (query.page < last).then(|| url(query.page + 1)),
        })
    }
}

/// At most seven entries: the first page, the last page and pages around the current one; `None` is a gap.
fn page_numbers(current: usize, last: usize) -> Vec<Option<usize>> {
    const PLACES: usize = 7;
    if last <= PLACES {
        return (1..=last).map(Some).collect();
    }
    let (from, to) = match current {
        1..=4 => (2, 5),
        _ if current + 3 >= last => (last - 4, last - 1),
        _ => (current - 1, current + 1),
    };
    let mut out = vec![Some(1)];
    if from > 2 {
        out.push(None);
    }
    out.extend((from..=to).map(Some));
    if to < last - 1 {
        out.push(None);
    }
    out.push(Some(last));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_places_with_gaps() {
        let shown = |current, last| {
            let places = page_numbers(current, last).into_iter();
            places.map(|n| n.map_or("…".to_owned(), |n| n.to_string())).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(1, 3), "1 2 3");
        assert_eq!(shown(1, 20), "1 2 3 4 5 … 20");
        assert_eq!(shown(10, 20), "1 … 9 10 11 … 20");
        assert_eq!(shown(18, 20), "1 … 16 17 18 19 20");
        for last in 1..40 {
            for current in 1..=last {
                let places = page_numbers(current, last);
                assert!(places.len() <= 7 && places.contains(&Some(current)), "{current} of {last}");
            }
        }
    }

    #[test]
    fn the_last_page() {
        assert_eq!([last_page(0, 20), last_page(20, 20), last_page(21, 20)], [1, 1, 2]);
        assert_eq!(last_page(1_000_000, 20), 500);
    }
}
