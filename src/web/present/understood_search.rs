//! A search as its words were understood, with what its texts need.

use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use index::{SearchQuery, Snapshot};
use jiff::civil::Date;

/// One search, in the language of its reader.
#[derive(Clone, Copy)]
pub(crate) struct UnderstoodSearch<'a> {
    pub(crate) t: &'a Translator,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) query: &'a SearchQuery,
    pub(crate) today: Date,
}

impl UnderstoodSearch<'_> {
    /// Labels of records; their places begin with the municipalities of the search.
    pub(crate) fn words(&self) -> RecordLabels<'_> {
        let municipalities = self.query.filters.get("municipality");
        let near = municipalities.map(|chosen| chosen.codes.as_slice()).unwrap_or_default();
        RecordLabels { t: self.t, vocabularies: &self.snapshot.vocabularies, today: self.today, near }
    }
}
