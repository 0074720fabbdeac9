//! Owns `security.txt` (RFC 9116): whom to tell of a hole in the site.

use std::fmt::Write as _;

use crate::page::Site;

/// The file; nothing where the cluster names no contact.
pub fn security(site: &Site<'_>) -> Option<Vec<u8>> {
    let security = site.model.cluster()?.site.as_ref()?.security.as_ref()?;
    let mut text = format!("Contact: mailto:{}\n", security.contact.as_str());
    // The whole of the last day still counts.
    let _ = writeln!(text, "Expires: {}T23:59:59Z", security.expires);
    let own = security.languages.iter().map(|language| language.as_str());
    let site_languages = site.plan.languages().iter().map(String::as_str).filter(|_| security.languages.is_empty());
    let _ = writeln!(text, "Preferred-Languages: {}", own.chain(site_languages).collect::<Vec<_>>().join(", "));
    // The file is looked for at the root of a host only, so a site in a folder can't say where it ought to be.
    if let Some(base) = site.plan.base().filter(|_| site.plan.mount() == "/") {
        let _ = writeln!(text, "Canonical: {base}.well-known/security.txt");
    }
    if let Some(policy) = &security.policy {
        let _ = writeln!(text, "Policy: {}", policy.as_str());
    }
    Some(text.into_bytes())
}
