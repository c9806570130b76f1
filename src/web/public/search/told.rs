//! How the words were understood, and how to search otherwise.

use super::{Asked, Note};
use crate::web::public::reader::Reader;
use index::query::Understood;
use index::{Interpretation, SearchQuery};

/// Most synonyms that are named.
const MOST_EXPANSIONS: usize = 5;

/// What is told above the hits. `asked.query` is the search as it was typed.
pub(super) fn told(asked: &Asked<'_>, interpretation: Option<&Interpretation>) -> Vec<Note> {
    let Some(told) = interpretation else { return Vec::new() };
    let t = asked.t;
    let literally = t.search(&SearchQuery { interpret: false, page: 1, ..asked.query.clone() });
    let mut out = Vec::new();
    if !told.applied.is_empty() {
        let text =
            t.args("told-applied", &[("words", sought(t, told).into()), ("whom", whom(t, &told.applied).into())]);
        out.push(Note { text, link: t.text("told-literally"), url: literally.clone() });
    }
    for (typed, meant) in &told.corrected {
        let text = t.with("told-corrected", "word", meant);
        out.push(Note { text, link: t.with("told-instead", "word", typed), url: literally.clone() });
    }
    let mut found: Vec<String> = Vec::new();
    for (_, to) in told.expanded.iter().take(MOST_EXPANSIONS) {
        let quoted = t.with("quoted", "text", to);
        if !found.contains(&quoted) {
            found.push(quoted);
        }
    }
    if !found.is_empty() {
        let text = t.with("told-expanded", "words", t.list(&found));
        out.push(Note { text, link: t.text("told-literally"), url: literally });
    }
    out
}

fn sought(t: &Reader, told: &Interpretation) -> String {
    if told.text.is_empty() { t.text("told-anything") } else { t.with("quoted", "text", &told.text) }
}

/// For whom and where: ` för en person som är 20 år i Växjö`.
fn whom(t: &Reader, applied: &[Understood]) -> String {
    let of = |parameter: &str| -> Vec<String> {
        applied.iter().filter(|u| u.parameter == parameter).map(|u| u.label.clone()).collect()
    };
    let mut out = String::new();
    let places: Vec<String> = of("municipality").into_iter().chain(of("county")).collect();
    for (key, name, values) in
        [("told-age", "age", of("age")), ("told-place", "place", places), ("told-route", "route", of("referral"))]
    {
        if !values.is_empty() {
            out.push(' ');
            out.push_str(&t.with(key, name, t.list(&values)));
        }
    }
    out
}
