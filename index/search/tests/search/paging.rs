//! Pages of one search: the grams of a text change the order of the best hundred records only, on every page alike.

use super::support::ShippedIndex;

/// Number of records whose order grams change.
const WINDOW: usize = 100;

#[test]
fn the_pages_of_a_search_are_the_parts_of_one_order() {
    let catalogue = ShippedIndex::with_copies(12, |record, copy| {
        record.id = format!("{}-{copy}", record.id).parse().unwrap();
    });
    for text in ["praktik", "unga"] {
        let order = |per_page: usize| -> Vec<(String, f32)> {
            let first = catalogue.page(text, 1, per_page);
            let pages = usize::try_from(first.total).unwrap().div_ceil(per_page);
            let hits = (1..=pages).flat_map(|page| catalogue.page(text, page, per_page).hits);
            hits.map(|hit| (hit.record.id.to_string(), hit.score.unwrap())).collect()
        };
        let (small, large) = (order(30), order(1_000));
        assert!(large.len() > WINDOW + 20, "{text}: {} hits", large.len());
        assert_eq!(small, large, "{text}");
        let is_descending = |scores: &[(String, f32)]| scores.windows(2).all(|pair| pair[0].1 >= pair[1].1);
        assert!(is_descending(&large[..WINDOW]) && is_descending(&large[WINDOW..]), "{text}");
    }
}
