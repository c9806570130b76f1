//! Every record of the shipped catalogue is the first hit for its name and for each alternate name.

use catalogue::vocabulary::fold;
use catalogue_exchange::folder::Origin;
use catalogue_exchange::read_catalogue;
use catalogue_store::Author;
use catalogue_store::Store;
use index::query::Ended;
use index::{Generations, Lexicon, SearchQuery};
use insatskatalog::indexer::Indexer;

#[tokio::test]
async fn every_record_is_found_first_by_each_of_its_names() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    let batch = read_catalogue(&Origin::Shipped).unwrap();
    let author = Author { name: "test".into(), reason: "test".into() };
    let at = "2026-11-22T12:00:00Z".parse().unwrap();
    store.write(&batch, &author, at, false).await.unwrap();
    let indexer =
        Indexer::start(store.clone(), Generations::new(folder.path().join("index"), Lexicon::shipped()).unwrap())
            .await
            .unwrap();
    let snapshot = indexer.snapshot().unwrap();
    let today = "2026-11-22".parse().unwrap();
    let names = |record: &catalogue::Intervention| -> Vec<String> {
        std::iter::once(&record.name).chain(&record.alternate_names).cloned().collect()
    };
    let mut missed = Vec::new();
    for record in &batch.records {
        for name in names(record) {
            let query = SearchQuery { text: name.clone(), ended: Ended::Exclude, ..SearchQuery::default() };
            let hits = index::search(&snapshot, &query, today).unwrap().hits;
            // Interventions with the same name may be the first hit for each other.
            let first = hits.first().map(|hit| names(&hit.record)).unwrap_or_default();
            if !first.iter().any(|other| fold(other) == fold(&name)) {
                missed.push(format!("{}: {name}", record.id));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    indexer.close().await.unwrap();
    store.close().await;
}
