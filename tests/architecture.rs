//! The shape of the source: which module may lean on which, how long a file may be, and what each has to begin with. A change of the shape is a
//! change of this table, made on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Modules, each with those it leans on, in such an order that every module stands below all that it needs: there are no circles. The table says what
/// is, no more: an edge that nothing uses has to go.
const MODULES: &[(&str, &[&str])] = &[
    // What lies in a repository, and what is said about it.
    ("source", &[]),
    ("diag", &["source"]),
    ("syntax", &["source"]),
    ("lang", &[]),
    // What lies where on the globe: outlines, not clusters.
    ("geo", &[]),
    // Pictures are made of bytes alone; what their files say of themselves is syntax.
    ("imagery", &["syntax"]),
    // What the cluster says. Numbers in tables are written as in their column's language, hence `lang`.
    ("model", &["diag", "lang", "source", "syntax"]),
    ("plan", &["model"]),
    // The table of the guide's tools names kinds; what draws and shows them it names in words.
    ("guide", &["model"]),
    // The brand's colours stand in the model; faults of a cluster's own templates are findings.
    ("theme", &["diag", "lang", "model", "source"]),
    // Links in Markdown are found by `syntax`; what a rule says of languages uses their names, and of locations what lies there; one asks which
    // themes there are; aliases must not stand where pages do, hence `plan`.
    ("check", &["diag", "geo", "lang", "model", "plan", "source", "syntax", "theme"]),
    // How far a cluster is follows from what it says and from what the checks found; commands tell it in the interface's English.
    ("status", &["check", "diag", "guide", "lang", "model", "source"]),
    // Charts get plain data and words, so that each can be drawn and tested without a cluster; maps draw outlines.
    ("chart", &["geo", "model"]),
    // Pages make views of the model. The page about the site tells which rules hold, hence `check`; pictures need their size, hence `source`.
    // Those of the workshop tell the status, tool by tool, and findings by their level.
    ("page", &["chart", "check", "diag", "geo", "guide", "imagery", "lang", "model", "plan", "source", "status", "syntax"]),
    // Feeds and calendars are made of the same small views as pages, and say of which entries; what a picture shows leaves the site in more forms.
    ("export", &["chart", "lang", "model", "page", "plan"]),
    ("bundle", &[]),
    // Pictures that leave the site take the theme's colours along, hence `chart`.
    ("render", &["bundle", "chart", "diag", "export", "imagery", "lang", "model", "page", "plan", "source", "syntax", "theme"]),
    // The index is made of rendered pages, and of what stands among others on them.
    ("search", &["bundle", "page"]),
    // The folder that keeps pictures between builds is on the disk as well.
    ("write", &["bundle", "imagery"]),
    // What prints takes a finished site, and knows nothing of what stands in it.
    ("pdf", &["bundle", "syntax"]),
    // The server takes functions that build and look up, so it knows nothing of what it serves.
    ("serve", &[]),
];

/// The command line stands above everything, the crate's root included, and nothing uses it.
const TOP: &str = "cli";

/// Lines that a file may have.
const LONGEST: usize = 400;

/// Lines that a file of tests may have: a long list of inputs is still read at sight.
const LONGEST_TEST: usize = 600;

/// The source files: path from `src/` and text.
fn files() -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new("src").sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    files
        .map(|entry| {
            let path = entry.path().strip_prefix("src").expect("a path inside").to_string_lossy().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).expect("UTF-8"))
        })
        .collect()
}

/// The files of the program itself, without those that are there for tests alone.
fn program() -> Vec<(String, String)> {
    let files = files();
    let tests: BTreeSet<String> = files.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let is_test = |path: &str| {
        let stem = path.trim_end_matches(".rs");
        tests.iter().any(|test| stem == test || stem.strip_prefix(test.as_str()).is_some_and(|rest| rest.starts_with('/')))
    };
    files.into_iter().filter(|(path, _)| !is_test(path)).collect()
}

/// Paths (without ending) of the modules that a file declares for tests alone.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.trim_end_matches(".rs");
    let base = match (folder, stem) {
        ("", "lib" | "main") => String::new(),
        ("", stem) => format!("{stem}/"),
        (folder, stem) => format!("{folder}/{stem}/"),
    };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]");
    pairs.filter_map(|pair| Some(format!("{base}{}", pair[1].split_once("mod ")?.1.strip_suffix(';')?))).collect()
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The top-level module that a file belongs to; nothing for the crate's root.
fn module(path: &str) -> Option<&str> {
    let name = path.split('/').next()?.trim_end_matches(".rs");
    (!matches!(name, "lib" | "main")).then_some(name)
}

/// The first names of the paths in a text that begins after `crate::`, be it one or a list in braces.
fn first_names(text: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = text.strip_prefix('{') else { return vec![name(text)] };
    let mut depth = 0;
    let mut names = vec![name(list)];
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&list[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// What a file uses of the crate's root: modules and items, by absolute paths and by those that climb up to the root.
fn used(path: &str, text: &str) -> BTreeSet<String> {
    let depth = path.split('/').count();
    let root = "super::".repeat(depth);
    let code = code(text);
    let mut names = BTreeSet::new();
    for start in ["crate::", root.as_str()] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                continue;
            }
            names.extend(first_names(&code[at + start.len()..]));
        }
    }
    names
}

#[test]
fn modules_use_what_the_table_allows_and_the_table_says_what_is() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    let known = |name: &str| MODULES.iter().any(|(module, _)| *module == name);
    for (path, text) in program() {
        let Some(module) = module(&path) else { continue };
        if !known(module) && module != TOP {
            faults.push(format!("src/{path}: `{module}` is not in the table"));
        }
        for name in used(&path, &text).into_iter().filter(|name| name != module) {
            if module == TOP {
                continue;
            }
            let allowed = MODULES.iter().any(|(from, to)| *from == module && to.contains(&name.as_str()));
            if !allowed {
                faults.push(format!("src/{path}: `{module}` uses `{name}`, which the table does not allow"));
            }
            edges.entry(module.to_owned()).or_default().insert(name);
        }
    }
    for (index, (module, uses)) in MODULES.iter().enumerate() {
        for name in *uses {
            if !MODULES[..index].iter().any(|(earlier, _)| earlier == name) {
                faults.push(format!("`{module}` may use `{name}`, which does not stand above it"));
            }
            if !edges.get(*module).is_some_and(|used| used.contains(*name)) {
                faults.push(format!("`{module}` may use `{name}` and does not: take it out of the table"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_root_names_every_module() {
    let root = fs::read_to_string("src/lib.rs").expect("UTF-8");
    let declared: BTreeSet<&str> = root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let table: BTreeSet<&str> = MODULES.iter().map(|(module, _)| *module).chain([TOP]).collect();
    assert_eq!(declared, table);
}

#[test]
fn files_are_short_and_say_what_they_own() {
    let mut faults = Vec::new();
    let own: BTreeSet<String> = program().into_iter().map(|(path, _)| path).collect();
    for (path, text) in files() {
        let lines = text.lines().count();
        let limit = match path.as_str() {
            "main.rs" => 40,
            path if own.contains(path) => LONGEST,
            _ => LONGEST_TEST,
        };
        if lines > limit {
            faults.push(format!("src/{path} has {lines} lines, more than {limit}"));
        }
        if !text.starts_with("//! ") {
            faults.push(format!("src/{path} does not begin with what it owns (`//! Owns …`)"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_breaks_down_outside_tests() {
    // `expect(` with a reason is the attribute by which a lint is set aside.
    let broken = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", ".unwrap_err()"];
    let mut faults = Vec::new();
    for (path, text) in program() {
        for (number, line) in code(&text).lines().enumerate() {
            faults.extend(
                broken
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("src/{path}: {word} in code line {}: {}", number + 1, line.trim())),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_ends_touch_the_world() {
    // Who may read and write files, and who may look at the clock, the environment and the terminal.
    let rules: [(&[&str], &[&str]); 3] = [
        // The server looks only at which folders there are to watch; what is in them it gets from whoever builds.
        (&["std::fs", "fs::read", "fs::write", "File::open", "File::options"], &["source", "write", "cli", "serve", "pdf"]),
        (&["std::env", "env::var", "Zoned::now", "SystemTime::now", "Timestamp::now"], &["cli"]),
        (&["std::io::stdout", "std::io::stderr", "println!", "eprintln!", "print!("], &["cli"]),
    ];
    let mut faults = Vec::new();
    for (path, text) in program() {
        let Some(module) = module(&path) else { continue };
        for (words, allowed) in rules.iter().filter(|(_, allowed)| !allowed.contains(&module)) {
            let code = code(&text);
            let found = words.iter().filter(|word| code.contains(**word));
            faults.extend(found.map(|word| format!("src/{path}: `{word}` belongs into {}", allowed.join(", "))));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_scan_sees_what_it_looks_for() {
    let text = "//! Owns.\nuse crate::model::{Kind, load};\nuse crate::{Request, write::{a, b}, lang};\nuse super::super::diag::Rule;\nuse super::near;\n// crate::comment\nlet x = $crate::plan::y();\nmacrate::no();\n#[cfg(test)]\nmod tests {\n    use crate::serve;\n}\n";
    let found: Vec<String> = used("page/home.rs", text).into_iter().collect();
    assert_eq!(
        test_modules("a/b.rs", "#[cfg(test)]\nmod near;\n#[cfg(test)]\npub(crate) mod far;\nmod c;"),
        ["a/b/near", "a/b/far"]
    );
    assert_eq!(found, ["Request", "diag", "lang", "model", "plan", "write"]);
    assert!(Path::new("src/lib.rs").exists());
}
