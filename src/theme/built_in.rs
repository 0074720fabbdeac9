//! Owns the themes that the program brings: the folders below `themes/`, embedded whole, and what each says of itself in its `theme.yaml`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rust_embed::RustEmbed;
use serde::Deserialize;

/// Every theme's files, by `THEME/PATH`.
#[derive(RustEmbed)]
#[folder = "themes/"]
#[exclude = "*.md"]
struct Embedded;

/// The theme that a site has when it asks for none, and that every other one builds upon in the end.
pub const DEFAULT: &str = "default";

/// What a theme says of itself in `theme.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// What it is called.
    pub title: String,
    /// What it looks like, in half a sentence.
    pub description: String,
    /// The theme whose templates, sheets and words stand where this one has none of its own; `default` where it names none.
    pub extends: Option<String>,
}

/// The names of all themes, `default` first.
pub fn names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let folders: BTreeSet<String> =
            Embedded::iter().filter_map(|path| Some(path.strip_suffix("/theme.yaml")?.to_owned())).collect();
        let (first, others): (Vec<_>, Vec<_>) = folders.into_iter().partition(|name| name == DEFAULT);
        first.into_iter().chain(others).collect()
    });
    &NAMES
}

/// What a theme says of itself; nothing where there is no such theme.
///
/// # Errors
/// What is wrong with its `theme.yaml`.
pub fn settings(name: &str) -> Option<Result<Settings, String>> {
    // The name is one of the list, so that no path can be made of it.
    let known = names().iter().find(|known| *known == name)?;
    Some(serde_yaml::from_str(&text(known, "theme.yaml")?).map_err(|error| error.to_string()))
}

/// A theme and those that it builds upon, itself first and `default` last. Of an unknown one only `default` is left.
pub(super) fn chain(name: &str) -> Vec<String> {
    let mut chain: Vec<String> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.filter(|name| name != DEFAULT && !chain.contains(name)) {
        let Some(settings) = settings(&name) else { break };
        chain.push(name);
        next = settings.ok().and_then(|settings| settings.extends);
    }
    chain.push(DEFAULT.to_owned());
    chain
}

/// Paths of a theme's files within its folder, in order.
pub(super) fn paths(theme: &str) -> BTreeSet<String> {
    Embedded::iter().filter_map(|path| Some(path.strip_prefix(theme)?.strip_prefix('/')?.to_owned())).collect()
}

/// A file of a theme.
pub(super) fn file(theme: &str, path: &str) -> Option<Vec<u8>> {
    Embedded::get(&format!("{theme}/{path}")).map(|file| file.data.into_owned())
}

/// A file that a person names, in a theme or one below it: its whole path or, of a template, sheet or script, its name alone. Gives the path and the
/// content.
pub fn find(theme: &str, name: &str) -> Option<(String, Vec<u8>)> {
    let places = ["", "templates/", "static/css/", "static/js/", "lang/"];
    let paths = || places.iter().map(|folder| format!("{folder}{name}")).filter(|path| path != "theme.yaml");
    chain(theme).iter().find_map(|theme| paths().find_map(|path| Some((path.clone(), file(theme, &path)?))))
}

/// Paths of all files that a theme and those below it have, without what each says of itself.
pub fn all_paths(theme: &str) -> BTreeSet<String> {
    chain(theme).iter().flat_map(|theme| paths(theme)).filter(|path| path != "theme.yaml").collect()
}

/// A file of this theme, and of no other, as text.
pub fn text(theme: &str, path: &str) -> Option<String> {
    file(theme, path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_says_what_it_is_and_ends_at_the_default() {
        let names = names();
        assert!(names.len() > 1 && names[0] == DEFAULT, "{names:?}");
        for name in names {
            assert!(crate::model::Id::is_valid(name), "{name}");
            let settings = settings(name).unwrap().unwrap();
            assert!(!settings.title.is_empty() && settings.description.len() < 100, "{name}");
            assert!(settings.extends.iter().all(|base| names.contains(base) && base != name), "{name}");
            let chain = chain(name);
            assert_eq!((chain.first(), chain.last().map(String::as_str)), (Some(name), Some(DEFAULT)));
        }
    }

    #[test]
    fn a_name_is_never_a_way_out_of_the_folder() {
        for name in ["", ".", "..", "../src", "default/templates", "/etc", "default/../ledger", "DEFAULT", "none"] {
            assert!(settings(name).is_none(), "{name}");
            assert_eq!(chain(name), [DEFAULT], "{name}");
        }
        assert!(file(DEFAULT, "../../Cargo.toml").is_none());
    }

    #[test]
    fn a_setting_that_does_not_exist_is_told() {
        let told = serde_yaml::from_str::<Settings>("title: A\ndescription: b\nfonts: c\n").unwrap_err().to_string();
        assert!(told.contains("unknown field `fonts`"), "{told}");
        assert!(serde_yaml::from_str::<Settings>("title: A\n").is_err());
    }
}
