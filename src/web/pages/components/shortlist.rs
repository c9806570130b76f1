//! The shortlist: interventions that the reader has picked for the comparison. The address holds it.

use crate::web::http::extract::Parameters;
use crate::web::links::intervention_page;
use crate::web::pages::components::page_parameter::ID;
use crate::web::present::translator::Translator;
use catalogue::InterventionId;

/// Most ids that are read; an address may hold any number.
const MAX_IDS: usize = 50;

/// Ids of picked interventions, each once, in the order of the address. They may be unknown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shortlist {
    ids: Vec<String>,
}

impl Shortlist {
    /// Reads the ids of the address.
    pub(crate) fn read(parameters: &Parameters) -> Self {
        let mut ids: Vec<String> = Vec::new();
        for (_, id) in parameters.0.iter().filter(|(name, id)| name == ID && !id.trim().is_empty()) {
            if !ids.iter().any(|known| known == id.trim()) {
                ids.push(id.trim().to_owned());
            }
        }
        ids.truncate(MAX_IDS);
        Self { ids }
    }

    /// The same list with an intervention at its end.
    #[must_use]
    pub(crate) fn with(mut self, id: &InterventionId) -> Self {
        self.ids.retain(|other| other != id.as_str());
        self.ids.push(id.to_string());
        self
    }

    /// The ids in their order.
    pub(crate) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Whether an intervention is picked.
    pub(crate) fn contains(&self, id: &InterventionId) -> bool {
        self.ids.iter().any(|picked| picked == id.as_str())
    }

    /// The ids as parameters.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.ids.iter().map(|id| (ID, id.clone()))
    }

    /// The address of an intervention's page that carries the shortlist, so that a comparison from there keeps it.
    pub(crate) fn page_url(&self, t: &Translator, id: &InterventionId) -> String {
        t.address(&intervention_page(id), self.ids.iter().map(|id| (ID, id.as_str())))
    }
}
