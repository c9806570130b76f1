//! Where the facts come from, and who has vouched for them.

use crate::web::pages::intervention::who_to_ask;
use crate::web::present::labels::RecordLabels;
use catalogue::Intervention;
use catalogue::record::{Source, Stated};

/// The section at the end of the page.
pub(super) struct Sources {
    /// From where, checked when and by whom, and when next.
    pub(super) sentences: Vec<String>,
    pub(super) documents: Vec<Document>,
    /// How many places in the documents are cited.
    pub(super) citations: usize,
}

/// One document that is cited.
pub(super) struct Document {
    key: String,
    pub(super) title: String,
    /// Who published it, and when.
    pub(super) about: String,
    pub(super) url: Option<String>,
    pub(super) cites: Vec<Cite>,
}

/// One place in a document.
pub(super) struct Cite {
    pub(super) section: Option<String>,
    pub(super) quote: Option<String>,
    pub(super) supports: Option<String>,
    pub(super) stated: String,
}

impl Sources {
    pub(super) fn new(words: RecordLabels<'_>, record: &Intervention) -> Self {
        let mut documents: Vec<Document> = Vec::new();
        for source in &record.sources {
            let place = documents.iter().position(|d| d.key == source.document).unwrap_or_else(|| {
                documents.push(Document::new(words, source));
                documents.len() - 1
            });
            documents[place].cites.push(Cite::new(words, source));
        }
        Self { sentences: sentences(words, record), documents, citations: record.sources.len() }
    }
}

fn sentences(words: RecordLabels<'_>, record: &Intervention) -> Vec<String> {
    let t = words.t;
    let mut publishers: Vec<String> = Vec::new();
    for source in &record.sources {
        let known = words.vocabularies.document(&source.document);
        let name = t.record(known.map_or(&source.document, |document| &document.publisher));
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    let from = match t.list(&publishers).trim_end_matches('.') {
        "" => t.text("source-none"),
        // The sentence ends with a full stop of its own, also after an abbreviation.
        publishers => t.with("source-from", "source", publishers),
    };
    let checked = match (record.last_reviewed, who_to_ask(words, record)) {
        (Some(day), Some(owner)) => {
            t.args("source-checked-by", &[("date", t.day(day).into()), ("organization", owner.into())])
        }
        (Some(day), None) => t.with("source-checked", "date", t.day(day)),
        (None, _) => format!("{}.", words.review(record).text),
    };
    let next = record.review_by.map(|day| t.with("source-next", "date", t.day(day)));
    [from, checked].into_iter().chain(next).collect()
}

impl Document {
    fn new(words: RecordLabels<'_>, source: &Source) -> Self {
        let t = words.t;
        let known = words.vocabularies.document(&source.document);
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

impl Cite {
    fn new(words: RecordLabels<'_>, source: &Source) -> Self {
        let t = words.t;
        let label = |key: &String| crate::web::present::labels::uncapitalized(&t.text(&format!("field-{key}")));
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
