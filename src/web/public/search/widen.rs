//! Nothing found: other searches that do find something, each with its true count.

use super::Asked;
use super::chosen::{self, Choice};
use crate::web::error::Problem;
use index::query::{Ended, content_words};
use index::{SearchQuery, SearchResults};

/// Another search that has hits.
pub(super) struct Widening {
    pub(super) text: String,
    pub(super) url: String,
    pub(super) then: String,
}

/// Searches with fewer filters, and searches with other words.
pub(super) struct Widenings {
    pub(super) filters: Vec<Widening>,
    pub(super) words: Vec<Widening>,
}

impl Widenings {
    /// The nearest searches that have hits; everything there is when no other has any.
    pub(super) fn find(asked: &Asked<'_>, choices: &[Choice], results: &SearchResults) -> Result<Self, Problem> {
        let (t, query) = (asked.t, asked.query);
        let mut filters = Vec::new();
        if results.ended_left_out > 0 {
            let with_ended = SearchQuery { ended: Ended::Include, page: 1, ..query.clone() };
            filters.extend(asked.widening(t.text("widen-ended"), &with_ended)?);
        }
        let mut groups: Vec<&str> = choices.iter().map(|choice| choice.group).collect();
        groups.dedup();
        for group in &groups {
            let labels = choices.iter().filter(|c| c.group == *group).map(|c| t.with("quoted", "text", &c.label));
            let text = t.with("widen-without", "filter", t.list(&labels.collect::<Vec<_>>()));
            filters.extend(asked.widening(text, &chosen::without_group(query, group))?);
        }
        if filters.is_empty() && groups.len() > 1 {
            filters.extend(asked.widening(t.text("widen-no-filters"), &chosen::none(query))?);
        }
        let mut words = Vec::new();
        let asked_words = content_words(&query.text);
        if asked_words.len() > 1 {
            for word in asked_words.iter().take(6) {
                let alone = SearchQuery { text: word.text.clone(), page: 1, ..query.clone() };
                words.extend(asked.widening(t.with("widen-word", "word", &word.text), &alone)?);
            }
        }
        if !query.text.is_empty() && !choices.is_empty() {
            let wordless = SearchQuery { text: String::new(), page: 1, ..query.clone() };
            words.extend(asked.widening(t.text("widen-no-words"), &wordless)?);
        }
        if filters.is_empty() && words.is_empty() {
            words.extend(asked.widening(t.text("widen-everything"), &SearchQuery::default())?);
        }
        Ok(Self { filters, words })
    }
}

impl Asked<'_> {
    fn widening(&self, text: String, query: &SearchQuery) -> Result<Option<Widening>, Problem> {
        let count = self.count(query)?;
        let then = self.t.count("widen-then", count);
        Ok((count > 0).then(|| Widening { text, url: self.t.search(query), then }))
    }
}
