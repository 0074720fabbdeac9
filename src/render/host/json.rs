//! Owns the two files in JSON: `vercel.json` for Vercel and `staticwebapp.config.json` for Azure Static Web Apps.

use serde_json::{Map, Value, json};

use super::Told;
use crate::render::policy::KEEP;

/// Bytes that Azure takes in its file.
const AZURE_LIMIT: usize = 20_000;

/// Vercel's file. It finds `404.html` by itself.
pub(super) fn vercel(told: &Told<'_>) -> String {
    let mount = told.mount;
    let header = |name: &str, value: &str| json!({ "key": name, "value": value });
    let rule = |source: String, headers: Vec<Value>| json!({ "source": source, "headers": headers });
    let everywhere = told.headers.iter().map(|(name, value)| header(name, value)).collect();
    let mut headers = vec![rule(format!("{mount}(.*)"), everywhere)];
    for path in &told.kept {
        let all = if path.ends_with('/') { "(.*)" } else { "" };
        headers.push(rule(format!("{mount}{path}{all}"), vec![header("Cache-Control", KEEP)]));
    }
    headers.extend(told.types.iter().map(|(path, kind)| rule(format!("{mount}{path}"), vec![header("Content-Type", kind)])));
    let redirect = |(from, to): &(String, String)| json!({ "source": format!("{mount}{from}"), "destination": format!("{mount}{to}"), "permanent": true });
    let redirects: Vec<Value> = told.moved.iter().map(redirect).collect();
    written(&json!({ "headers": headers, "redirects": redirects }))
}

/// Azure's file. Where there are more redirects than it takes, the pages at the former addresses have to do.
pub(super) fn azure(told: &Told<'_>) -> String {
    let mount = told.mount;
    let with = |redirects: Vec<Value>| {
        let kept = told.kept.iter().map(|path| {
            let all = if path.ends_with('/') { "*" } else { "" };
            json!({ "route": format!("{mount}{path}{all}"), "headers": { "Cache-Control": KEEP } })
        });
        let routes: Vec<Value> = redirects.into_iter().chain(kept).collect();
        let headers: Map<String, Value> = told.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        written(&json!({
            "globalHeaders": headers,
            "routes": routes,
            "responseOverrides": { "404": { "rewrite": format!("{mount}404.html") } },
            "mimeTypes": { ".ics": "text/calendar", ".csv": "text/csv", ".avif": "image/avif", ".wasm": "application/wasm" }
        }))
    };
    let redirect = |(from, to): &(String, String)| json!({ "route": format!("{mount}{from}"), "redirect": format!("{mount}{to}"), "statusCode": 301 });
    let whole = with(told.moved.iter().map(redirect).collect());
    if whole.len() <= AZURE_LIMIT { whole } else { with(Vec::new()) }
}

fn written(value: &Value) -> String {
    format!("{value:#}\n")
}
