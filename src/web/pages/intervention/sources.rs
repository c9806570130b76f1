//! The sources of a record and its reviews.

use crate::web::pages::components::contact_lines::responsible_organizations;
use crate::web::present::labels::RecordLabels;
use crate::web::present::letter_case::uncapitalized;
use catalogue::Intervention;
use catalogue::record::{Source, Stated};

/// Content of the section on sources.
pub(super) struct SourceSection {
    /// One sentence each for the publishers, the last review and the next review.
    pub(super) sentences: Vec<String>,
    pub(super) documents: Vec<DocumentQuotes>,
    /// Number of cited passages in all documents.
    pub(super) citations: usize,
}

/// A document with the passages that the record cites from it.
pub(super) struct DocumentQuotes {
    key: String,
    pub(super) title: String,
    /// Publisher and date of the document.
    pub(super) about: String,
    pub(super) url: Option<String>,
    pub(super) cites: Vec<Citation>,
}

/// A cited passage.
pub(super) struct Citation {
    pub(super) section: Option<String>,
    pub(super) quote: Option<String>,
    pub(super) supports: Option<String>,
    pub(super) stated: String,
}

impl SourceSection {
    pub(super) fn new(labels: RecordLabels<'_>, record: &Intervention) -> Self {
        let mut documents: Vec<DocumentQuotes> = Vec::new();
        for source in &record.sources {
            let place = documents.iter().position(|d| d.key == source.document).unwrap_or_else(|| {
                documents.push(DocumentQuotes::new(labels, source));
                documents.len() - 1
            });
            documents[place].cites.push(Citation::new(labels, source));
        }
        Self { sentences: sentences(labels, record), documents, citations: record.sources.len() }
    }
}

fn sentences(labels: RecordLabels<'_>, record: &Intervention) -> Vec<String> {
    let t = labels.t;
    let mut publishers: Vec<String> = Vec::new();
    for source in &record.sources {
        let known = labels.vocabularies.document(&source.document);
        let name = t.record(known.map_or(&source.document, |document| &document.publisher));
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    let from = match t.list(&publishers).trim_end_matches('.') {
        "" => t.text("source-none"),
        // The message ends with a full stop; one after an abbreviation is not doubled.
        publishers => t.with("source-from", "source", publishers),
    };
    let checked = match (record.last_reviewed, responsible_organizations(labels, record)) {
        (Some(day), Some(owner)) => {
            t.args("source-checked-by", &[("date", t.day(day).into()), ("organization", owner.into())])
        }
        (Some(day), None) => t.with("source-checked", "date", t.day(day)),
        (None, _) => format!("{}.", labels.review(record).text),
    };
    let next = record.review_by.map(|day| t.with("source-next", "date", t.day(day)));
    [from, checked].into_iter().chain(next).collect()
}

impl DocumentQuotes {
    fn new(labels: RecordLabels<'_>, source: &Source) -> Self {
        let t = labels.t;
        let known = labels.vocabularies.document(&source.document);
        let date = known.map(|d| d.date).or(source.date).map(|date| t.date(date));
        let about: Vec<String> = known.map(|d| t.record(&d.publisher)).into_iter().chain(date).collect();
        Self {
            key: source.document.clone(),
            title: t.record(known.map_or(&source.document, |d| &d.title)),
            about: t.commas(&about),
            url: known.and_then(|d| d.url.clone()).or_else(|| source.url.clone()),
            cites: Vec::new(),
        }
    }
}

impl Citation {
    fn new(labels: RecordLabels<'_>, source: &Source) -> Self {
        let t = labels.t;
        let label = |key: &String| uncapitalized(&t.text(&format!("field-{key}")));
        let supports: Vec<String> = source.supports.iter().map(label).collect();
        let stated = match source.stated {
            Stated::Explicit => "stated-explicit",
            Stated::Inherited => "stated-inherited",
            Stated::Inferred => "stated-inferred",
        };
        Self {
            section: source.section.clone(),
            quote: source.quote.clone(),
            supports: (!supports.is_empty()).then(|| t.with("source-supports", "facts", t.list(&supports))),
            stated: t.text(stated),
        }
    }
}
