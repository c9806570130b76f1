//! `/api/v1/organizations`: owners, providers and funders, each with the number of its interventions.

use crate::app::AppState;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::PathSegment;
use crate::web::http::operation::{ApiOperation, id_parameter};
use crate::web::http::run_search::run_search;
use crate::web::http::schema;
use crate::web::links;
use axum::extract::State;
use axum::response::Response;
use catalogue::field::parameter::{FUNDER, ORGANIZATION};
use catalogue::record::{Organization, OrganizationId};
use index::query::{Ended, SearchQuery};
use index::{Facet, Snapshot};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Every organisation.
#[derive(Serialize, ToSchema)]
struct OrganizationList<'a> {
    total: usize,
    items: Vec<OrganizationResponse<'a>>,
}

/// One organisation.
#[derive(Serialize, ToSchema)]
struct OrganizationResponse<'a> {
    #[serde(flatten)]
    #[schema(value_type = schema::Organization)]
    organization: &'a Organization,
    counts: OrganizationCounts,
    url: String,
}

/// Interventions of an organisation, ended ones included.
#[derive(Serialize, ToSchema)]
struct OrganizationCounts {
    /// Those that it owns or provides.
    organization: u64,
    /// Those that it funds.
    funder: u64,
}

/// The facets that contain the counts of all organisations.
struct OrganizationFacets(Vec<Facet>);

impl OrganizationFacets {
    fn count(snapshot: &Snapshot, today: Date) -> Result<Self, Problem> {
        let facets = BTreeSet::from([ORGANIZATION, FUNDER]);
        let everything = SearchQuery { facets, ended: Ended::Include, ..SearchQuery::default() };
        Ok(Self(index::count(snapshot, &everything, today)?.facets))
    }

    fn get(&self, parameter: &str, id: &OrganizationId) -> u64 {
        let facet = self.0.iter().find(|f| f.parameter == parameter);
        facet.and_then(|f| f.values.iter().find(|v| v.code == id.as_str())).map_or(0, |v| v.count)
    }

    fn response<'a>(&self, organization: &'a Organization) -> OrganizationResponse<'a> {
        let id = &organization.id;
        let counts = OrganizationCounts { organization: self.get(ORGANIZATION, id), funder: self.get(FUNDER, id) };
        OrganizationResponse { organization, counts, url: links::organization(id) }
    }
}

pub(crate) fn list_operation() -> ApiOperation {
    ApiOperation::new("The organisations").response::<OrganizationList<'_>>(200, "Every organisation")
}

pub(crate) fn show_operation() -> ApiOperation {
    ApiOperation::new("One organisation")
        .parameter(id_parameter())
        .response::<OrganizationResponse<'_>>(200, "The organisation")
}

pub(crate) async fn list(State(state): State<AppState>) -> Result<Response, Problem> {
    let today = state.clock.today();
    run_search(&state, move |index| {
        let facets = OrganizationFacets::count(&index.snapshot, today)?;
        let items: Vec<_> = index.snapshot.vocabularies.organizations().map(|o| facets.response(o)).collect();
        Ok(json(&OrganizationList { total: items.len(), items }))
    })
    .await
}

pub(crate) async fn show(State(state): State<AppState>, PathSegment(id): PathSegment) -> Result<Response, Problem> {
    let today = state.clock.today();
    run_search(&state, move |index| {
        let id = id.parse().map_err(|_| Problem::not_found())?;
        let organization = index.snapshot.vocabularies.organization(&id).ok_or_else(Problem::not_found)?;
        Ok(json(&OrganizationFacets::count(&index.snapshot, today)?.response(organization)))
    })
    .await
}
