//! `insatskatalog key`: manages the API keys of systems that write records.

use super::open_store;
use crate::clock::Clock;
use crate::config::{Config, KeyAction};
use anyhow::bail;
use catalogue::access::{Access, AccessRole};
use catalogue::record::OrganizationId;
use catalogue_store::{ApiKey, Store};
use jiff::civil::Date;
use std::process::ExitCode;

/// Creates, lists or revokes keys, also while a service runs.
#[expect(clippy::print_stdout, reason = "the keys are the command's answer")]
pub(super) async fn run(config: &Config, action: &KeyAction) -> anyhow::Result<ExitCode> {
    let (_, store) = open_store(config).await?;
    let today = Clock::system().today();
    match action {
        KeyAction::Add { name, role, organization } => {
            let (key, token) = add(&store, name, *role, organization.clone(), today).await?;
            println!("{}\nkeep it now: it is not shown again\n{token}", line(&key));
        }
        KeyAction::List => store.keys().await?.iter().for_each(|key| println!("{}", line(key))),
        KeyAction::Revoke { id } => {
            if !store.revoke_key(id, today).await? {
                bail!("there is no key {id}; `insatskatalog key list` shows them");
            }
            println!("{id} is refused from now on");
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn add(
    store: &Store,
    name: &str,
    role: AccessRole,
    organization: Option<OrganizationId>,
    today: Date,
) -> anyhow::Result<(ApiKey, String)> {
    let name = &*catalogue::text::normalize_line(name);
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        bail!("a key's name is one line of 1 to 100 characters");
    }
    if let Some(finding) = catalogue::personal::find(name) {
        bail!("the name {}; write {}", finding.reason(), finding.allowed());
    }
    if let Some(id) = &organization
        && store.vocabularies().await?.organization(id).is_none()
    {
        bail!("there is no organisation {id}");
    }
    let access = Access::new(role, organization)?;
    Ok(store.add_key(name, &access, today).await?)
}

/// Formats a key as one line: id, role, organisation, dates of creation, last use and revocation, name.
fn line(key: &ApiKey) -> String {
    let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let organization = key.access.organization().map_or("-", OrganizationId::as_str);
    let revoked = key.revoked.map(|day| format!(" revoked {day}")).unwrap_or_default();
    let (id, role, created, used) = (&key.id, key.access.role().name(), key.created, day(key.last_used));
    format!("{id}  {role:<11}  {organization}  made {created}  used {used}{revoked}  {}", key.name)
}
