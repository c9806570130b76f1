//! `/api/v1/organizations`: who owns, provides and funds, with counts.

use crate::clock::Clock;
use crate::indexer::Indexer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::PathSegment;
use axum::extract::State;
use axum::response::Response;
use catalogue::record::Organization;
use index::query::{Ended, SearchQuery};
use index::{Facet, Snapshot};
use jiff::civil::Date;
use serde_json::{Value, json as value};
use std::collections::BTreeSet;

/// How many interventions an organisation owns or provides, and pays for; ended ones count.
struct Counts(Vec<Facet>);

impl Counts {
    fn of(snapshot: &Snapshot, today: Date) -> Result<Self, Problem> {
        let facets = BTreeSet::from(["organization", "funder"]);
        let everything = SearchQuery { facets, ended: Ended::Include, ..SearchQuery::default() };
        Ok(Self(index::count(snapshot, &everything, today)?.facets))
    }

    fn get(&self, parameter: &str, id: &str) -> u64 {
        let facet = self.0.iter().find(|f| f.parameter == parameter);
        facet.and_then(|f| f.values.iter().find(|v| v.code == id)).map_or(0, |v| v.count)
    }
}

fn body(organization: &Organization, counts: &Counts) -> Result<Value, Problem> {
    let id = organization.id.as_str();
    let mut body = serde_json::to_value(organization).map_err(Problem::internal)?;
    body["counts"] = value!({"organization": counts.get("organization", id), "funder": counts.get("funder", id)});
    body["url"] = value!(format!("/api/v1/organizations/{id}"));
    Ok(body)
}

pub(super) async fn list(State(sync): State<Indexer>, State(clock): State<Clock>) -> Result<Response, Problem> {
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let counts = Counts::of(&snapshot, clock.today())?;
    let items: Vec<Value> =
        snapshot.vocabularies.organizations().map(|o| body(o, &counts)).collect::<Result<_, Problem>>()?;
    Ok(json(&value!({"total": items.len(), "items": items})))
}

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let organization = snapshot.vocabularies.organization(&id).ok_or_else(Problem::not_found)?;
    Ok(json(&body(organization, &Counts::of(&snapshot, clock.today())?)?))
}
