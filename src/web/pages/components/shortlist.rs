//! The shortlist: interventions that the reader has selected for the comparison. The URL stores it, not the server.

use crate::web::http::extract::Parameters;
use crate::web::links::intervention_page;
use crate::web::pages::components::page_parameter::ID;
use crate::web::present::translator::Translator;
use catalogue::InterventionId;

/// Maximum number of ids that are read from a URL.
const MAX_IDS: usize = 50;

/// Ids of the selected interventions without duplicates, in the order of the URL. An id may belong to no record.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shortlist {
    ids: Vec<String>,
}

impl Shortlist {
    /// Reads the ids from the parameters `id`; ids after the first 50 are ignored.
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

    /// The same list with an intervention moved or added to its end.
    #[must_use]
    pub(crate) fn with(mut self, id: &InterventionId) -> Self {
        self.ids.retain(|other| other != id.as_str());
        self.ids.push(id.to_string());
        self
    }

    pub(crate) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Whether an intervention is selected.
    pub(crate) fn contains(&self, id: &InterventionId) -> bool {
        self.ids.iter().any(|picked| picked == id.as_str())
    }

    /// One parameter `id` for each intervention.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.ids.iter().map(|id| (ID, id.clone()))
    }

    /// The URL of an intervention's page with the shortlist, so that a comparison that starts there keeps it.
    pub(crate) fn page_url(&self, t: &Translator, id: &InterventionId) -> String {
        t.address(&intervention_page(id), self.ids.iter().map(|id| (ID, id.as_str())))
    }
}
