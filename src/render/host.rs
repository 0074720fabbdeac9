//! Owns the files by which hosts of websites learn of headers, redirects, types and the page for missing addresses: what is to be told is gathered
//! once, and each host's form is a file of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::policy;
use crate::bundle::Bundle;
use crate::model::kinds::cluster::Host;
use crate::plan::Plan;
use crate::plan::alias::Former;

mod apache;
mod json;
mod lines;
mod nginx;

/// What every host is told.
struct Told<'a> {
    /// The path that the site is served from, with slashes around it.
    mount: &'a str,
    /// Languages, the main one first.
    languages: &'a [String],
    /// Headers of every answer.
    headers: Vec<(&'static str, String)>,
    /// Files that never change, as paths below `mount`; one with a slash at its end stands for everything in a folder.
    kept: Vec<String>,
    /// Former addresses, in every way in which each is written, and those that stand for them now, as paths below `mount`.
    moved: Vec<(String, String)>,
    /// Files whose type can't be told from their names, below `mount`.
    types: Vec<(String, &'static str)>,
}

/// Why the header that binds a whole domain to encryption is only a comment.
const HSTS: &str =
    "Once the whole domain is served over https and will stay so, add: Strict-Transport-Security: max-age=31536000";

/// Single files that are told apart in a folder where others change; a host reads at most a hundred rules.
const SINGLE: usize = 40;

/// The files for the hosts that a cluster names. Where it names none, those that some hosts read and others ignore.
pub(super) fn files(
    hosts: Option<&[Host]>,
    plan: &Plan,
    mount: &str,
    listed: bool,
    moved: &[Former],
    bundle: &Bundle,
) -> Vec<(&'static str, String)> {
    // An address with signs that mean something to a host could turn into a rule that nobody wrote.
    let mount = if is_plain(mount) { mount } else { return Vec::new() };
    let hosts: BTreeSet<Host> = hosts.unwrap_or(&[Host::Netlify, Host::Cloudflare]).iter().copied().collect();
    let typed = |file: &str, kind: &'static str| {
        let paths = plan.languages().iter().map(move |lang| plan.prefixed(lang, file));
        paths.filter(|path| bundle.get(path).is_some()).map(move |path| (path, kind)).collect::<Vec<_>>()
    };
    let told = Told {
        mount,
        languages: plan.languages(),
        headers: policy::headers(plan, listed),
        kept: kept(bundle),
        // Hosts differ in how they compare what is not ASCII; the pages at these addresses do without them.
        moved: moved.iter().filter(|former| former.path.is_ascii()).flat_map(|former| ways(plan, former)).collect(),
        types: [typed("feed.xml", "application/atom+xml; charset=utf-8"), typed("calendar.ics", "text/calendar; charset=utf-8")]
            .concat(),
    };
    let mut files: BTreeMap<&'static str, String> = BTreeMap::new();
    for host in &hosts {
        match host {
            Host::Netlify | Host::Cloudflare => {
                files.insert("_headers", lines::headers(&told));
                // Only one of the two knows rules for what is missing; the other finds the nearest page for it without.
                let missing = !hosts.contains(&Host::Cloudflare);
                files.insert("_redirects", lines::redirects(&told, missing));
            }
            Host::GitlabPages => drop(files.entry("_redirects").or_insert_with(|| lines::redirects(&told, false))),
            Host::Apache => drop(files.insert(".htaccess", apache::file(&told))),
            Host::Nginx => drop(files.insert("nginx.conf", nginx::file(&told))),
            Host::Vercel => drop(files.insert("vercel.json", json::vercel(&told))),
            Host::Azure => drop(files.insert("staticwebapp.config.json", json::azure(&told))),
            // Jekyll, which would leave out what begins with a low line or a dot, stays away.
            Host::GithubPages => drop(files.insert(".nojekyll", String::new())),
        }
    }
    files.retain(|name, text| !text.is_empty() || *name == ".nojekyll");
    files.into_iter().collect()
}

/// Files whose names change with their content: folders with nothing else in them, and single files among the style sheets and scripts.
fn kept(bundle: &Bundle) -> Vec<String> {
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    for (path, _) in bundle.iter() {
        if let Some((folder, _)) = path.split_once('/') {
            *folders.entry(folder).or_insert(true) &= is_hashed(path);
        }
    }
    let whole = |path: &str| path.split_once('/').is_some_and(|(folder, _)| folders.get(folder).copied().unwrap_or(false));
    let single =
        bundle.iter().map(|(path, _)| path).filter(|path| path.starts_with("static/") && is_hashed(path) && !whole(path));
    let whole = folders.iter().filter(|(_, whole)| **whole).map(|(folder, _)| format!("{folder}/"));
    whole.chain(single.take(SINGLE).map(str::to_owned)).collect()
}

/// Whether a file's name ends with a hash of its content, as [`crate::page::hashed`] writes it. Pages have names that authors give.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    extension != "html" && hash.len() == 10 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The ways in which a former address is written, each with the address that stands for it now: the page of a folder is asked for without its name.
fn ways(plan: &Plan, former: &Former) -> Vec<(String, String)> {
    let to = plan.path(&former.lang, &former.route);
    let from = match former.path.strip_suffix("/index.html") {
        Some(folder) => vec![folder.to_owned(), format!("{folder}/")],
        None => vec![former.path.clone()],
    };
    from.into_iter().map(|from| (from, to.clone())).collect()
}

/// Whether a path means itself in every host's language of rules.
fn is_plain(path: &str) -> bool {
    path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte))
}

#[cfg(test)]
mod tests;
