//! The shipped catalogue in an index.

use catalogue::Intervention;
use catalogue::record::StoredIntervention;
use catalogue::vocabulary::VocabularyName;
use catalogue_exchange::folder::{Origin, read};
use index::query::Ended;
use index::{Generation, Generations, Identity, Interpretation, Lexicon, SearchQuery, SearchResults};
use jiff::civil::{Date, date};
use std::sync::{Arc, LazyLock};

/// The date of all searches.
pub(crate) const TODAY: Date = date(2026, 11, 30);

/// The shipped records in an index of their own.
pub(crate) struct ShippedIndex {
    generation: Generation,
    records: Vec<StoredIntervention>,
    _folder: tempfile::TempDir,
}

/// The index that all tests share.
pub(crate) fn shipped() -> &'static ShippedIndex {
    static SHIPPED: LazyLock<ShippedIndex> = LazyLock::new(|| ShippedIndex::open(|_| {}));
    &SHIPPED
}

impl ShippedIndex {
    /// The shipped records, each changed by `edit`.
    pub(crate) fn open(edit: fn(&mut Intervention)) -> Self {
        Self::with_copies(1, |record, _| edit(record))
    }

    /// So many copies of each shipped record, each changed by `edit`, which gets the number of the copy.
    pub(crate) fn with_copies(copies: usize, edit: impl Fn(&mut Intervention, usize)) -> Self {
        let catalogue = read(&Origin::Shipped).unwrap();
        let vocabularies = Arc::new(catalogue.vocabularies);
        let at = "2026-11-30T12:00:00Z".to_owned();
        let stored = |(mut record, copy): (Intervention, usize)| {
            edit(&mut record, copy);
            let (created, updated) = (at.clone(), at.clone());
            StoredIntervention { record, revision: 1, hash: String::new(), created, updated }
        };
        let shipped = catalogue.records.into_iter().map(|file| file.valid.record);
        let records: Vec<_> =
            shipped.flat_map(|record| (0..copies).map(move |copy| (record.clone(), copy))).map(stored).collect();
        let folder = tempfile::tempdir().unwrap();
        let generations = Generations::new(folder.path().join("index"), Lexicon::shipped()).unwrap();
        let generation = generations.begin(Identity::new("test".into(), 1), Arc::clone(&vocabularies)).unwrap();
        generation.put(&records, &vocabularies).unwrap();
        generation.commit(1, vocabularies).unwrap();
        Self { generation, records, _folder: folder }
    }

    /// Searches for words, ended interventions included.
    pub(crate) fn search(&self, text: &str) -> SearchResults {
        self.page(text, 1, SearchQuery::default().per_page)
    }

    /// A page of the search for words, ended interventions included.
    pub(crate) fn page(&self, text: &str, page: usize, per_page: usize) -> SearchResults {
        let query = SearchQuery {
            text: text.to_owned(),
            ended: Ended::Include,
            facets: std::collections::BTreeSet::new(),
            page,
            per_page,
            ..SearchQuery::default()
        };
        index::search(&self.generation.snapshot(), &query, TODAY).unwrap()
    }

    pub(crate) fn interpretation(&self, text: &str) -> Interpretation {
        let query = SearchQuery { text: text.to_owned(), ..SearchQuery::default() };
        let results = index::count(&self.generation.snapshot(), &query, TODAY).unwrap();
        results.interpretation.unwrap_or_default()
    }

    /// The label of the first target group of a record, as a searcher may add it.
    pub(crate) fn first_label(&self, id: &str) -> Option<String> {
        let stored = self.records.iter().find(|stored| stored.record.id.as_str() == id)?;
        let snapshot = self.generation.snapshot();
        let groups = snapshot.vocabularies.get(VocabularyName::TargetGroups);
        groups.get(stored.record.target_groups.first()?).map(|term| term.label.to_lowercase())
    }

    /// The themes of the situations that words describe.
    pub(crate) fn themes(&self, text: &str) -> Vec<String> {
        self.interpretation(text).situations.into_iter().map(|situation| situation.theme).collect()
    }
}

/// Ids of the hits and the related records of page 1, the best first.
pub(crate) fn shown(results: &SearchResults) -> Vec<String> {
    let related = results.related.iter().map(|related| &related.hit);
    results.hits.iter().chain(related).map(|hit| hit.record.id.to_string()).collect()
}
