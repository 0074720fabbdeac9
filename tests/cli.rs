//! Transcripts of the command line: what each command says, writes and ends with, as a person or a script meets it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use clustersite::model::{Form, Kind};

/// The program, with nothing of the environment that could change what it says.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clustersite"));
    command.env_remove("NO_COLOR").env_remove("SOURCE_DATE_EPOCH").env_remove("COLUMNS").stdin(Stdio::null());
    command
}

/// What a run gave: exit status, output, errors.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Self { status: output.status.code().expect("an exit status"), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// Runs the program in a folder; the day is given, so that the dates of what it writes are the same every day.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    program().current_dir(folder).args(arguments).output().expect("the program runs").into()
}

/// A run that has to end well.
fn good(folder: &Path, arguments: &[&str]) -> Run {
    let run = run(folder, arguments);
    assert_eq!(run.status, 0, "{arguments:?}: {}{}", run.out, run.err);
    run
}

const DAY: &str = "2026-11-20";

/// A folder with a repository in it as `init` writes it.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    good(folder.path(), &["init", ".", "--date", DAY]);
    folder
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a path inside").to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

const COMMANDS: &[&str] =
    &["init", "new", "check", "status", "build", "pdf", "serve", "explain", "rules", "schema", "theme", "completions"];

/// Whether the program was made with a command.
fn has(command: &str) -> bool {
    match command {
        "serve" => cfg!(feature = "serve"),
        "pdf" => cfg!(feature = "pdf"),
        _ => true,
    }
}

#[test]
fn help_names_every_command_and_gives_examples() {
    let here = Path::new(".");
    let help = good(here, &["--help"]).out;
    for command in COMMANDS.iter().filter(|command| has(command)) {
        assert!(help.contains(&format!("  {command}")), "{command} is missing from:\n{help}");
        let own = good(here, &[command, "--help"]).out;
        assert!(own.contains("Examples:") && own.contains(&format!("clustersite {command}")), "{own}");
        assert!(own.lines().all(|line| line.chars().count() <= 110), "a line of `{command} --help` is too long:\n{own}");
    }
    assert!(help.contains("Exit status: 0 when"), "{help}");
    assert_eq!(good(here, &["--version"]).out.trim(), concat!("clustersite ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_is_not_understood_ends_with_2_and_a_way_on() {
    let folder = repository();
    let empty = tempfile::tempdir().expect("a folder");
    for (folder, arguments, expected) in [
        (folder.path(), &["chek"][..], "check"),
        (folder.path(), &["check", "nowhere"], "the folder `nowhere` does not exist"),
        (folder.path(), &["check", "--date", "soon"], "write it as 2026-03-31"),
        (folder.path(), &["check", "--format", "xml"], "possible values"),
        (folder.path(), &["explain", "goal-without-indicater"], "did you mean `goal-without-indicator`?"),
        (folder.path(), &["schema", "gaol"], "did you mean `goal`?"),
        (folder.path(), &["new", "gaol", "x"], "did you mean `goal`?"),
        (folder.path(), &["new", "goal", "Métiers d’art"], "did you mean `metiers-dart`?"),
        (folder.path(), &["new", "goal", "خشب"], "ids have small letters"),
        (folder.path(), &["new", "goal"], "a goal needs an id"),
        (folder.path(), &["new", "goal", "skills"], "there is a goal `skills` already, at strategy/goals.yaml:"),
        (folder.path(), &["new", "goal", "x", "--group", "threats"], "leave --group out"),
        (folder.path(), &["new", "strategy"], "there is a strategy `strategy` already"),
        (folder.path(), &["new", "governance", "x"], "leave the id out"),
        (folder.path(), &["new", "swot", "x"], "add --group with one of: strengths, weaknesses, opportunities, threats"),
        (folder.path(), &["new", "swot", "x", "--group", "threat"], "did you mean `threats`?"),
        (folder.path(), &["new", "person", "office"], "`office` is a person and a body"),
        (folder.path(), &["new", "member", "acme"], "for example: acme,Acme,sme,,,"),
        (folder.path(), &["build", "--theme", "legder"], "did you mean `ledger`?"),
        (folder.path(), &["build", "--theme", "../themes/default"], "the themes are: default, ledger"),
        (folder.path(), &["theme", "eject", "hone.html"], "did you mean `home.html`?"),
        (folder.path(), &["theme", "eject", "../../cluster.yaml"], "`clustersite theme eject` lists the files"),
        (folder.path(), &["theme", "eject", "theme.yaml"], "has no file `theme.yaml`"),
        (empty.path(), &["theme", "eject", "home.html"], "begin one with `clustersite init`"),
        (empty.path(), &["new", "goal", "x"], "begin one with `clustersite init`"),
        (empty.path(), &["init", "--languages", "english"], "`english` is not a language"),
        (empty.path(), &["init", "--name", " "], "write a name"),
    ] {
        let run = run(folder, arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(expected), "{arguments:?} should say {expected:?}, said:\n{}", run.err);
        assert!(run.out.is_empty(), "{arguments:?} wrote to the output:\n{}", run.out);
    }
    assert_eq!(files(empty.path()), BTreeMap::new());
}

#[test]
fn a_first_repository_has_no_findings_in_any_language() {
    for languages in ["en", "fr", "en,fr", "ar,fr", "de"] {
        for day in ["2026-01-01", "2028-02-29", "2026-12-31"] {
            let folder = tempfile::tempdir().expect("a folder");
            let init = good(folder.path(), &["init", "my cluster", "--languages", languages, "--date", day]);
            assert!(init.err.contains("clustersite check") && init.out.is_empty(), "{}", init.err);
            let check = good(folder.path(), &["check", "my cluster", "--date", day]);
            assert!(check.err.starts_with("no findings: "), "{languages} {day}: {}", check.err);
        }
    }
}

#[test]
fn init_touches_nothing_that_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("strategy")).expect("a folder");
    fs::write(folder.path().join("strategy/goals.yaml"), "mine").expect("a file");
    fs::write(folder.path().join("notes.txt"), "mine").expect("a file");
    let before = files(folder.path());
    let refused = run(folder.path(), &["init"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("`strategy/goals.yaml`") && refused.err.contains("nothing was written"), "{}", refused.err);
    assert_eq!(files(folder.path()), before);
    fs::remove_file(folder.path().join("strategy/goals.yaml")).expect("removed");
    good(folder.path(), &["init"]);
    assert_eq!(fs::read(folder.path().join("notes.txt")).expect("a file"), b"mine");
    let written = files(folder.path());
    assert_eq!(run(folder.path(), &["init"]).status, 2);
    assert_eq!(files(folder.path()), written);
    let schemas =
        Command::new(env!("CARGO_BIN_EXE_clustersite")).current_dir(folder.path()).args(["schema", "--all", ".schemas"]).output();
    let settings = Run::from(schemas.expect("the program runs")).out;
    assert_eq!(files(folder.path()), written, "`init` and `schema --all` write the same schemas");
    assert_eq!(written[".vscode/settings.json"], settings.into_bytes());
}

/// Runs `new` for a kind in a fresh repository, without the files of the kind where `bare`.
fn new(kind: Kind, bare: bool) -> (tempfile::TempDir, Run, BTreeMap<String, Vec<u8>>) {
    let folder = repository();
    let stem = kind.layout().stem;
    if bare {
        for extension in ["yaml", "csv"] {
            let _ = fs::remove_file(folder.path().join(format!("{stem}.{extension}")));
        }
        let _ = fs::remove_dir_all(folder.path().join(stem));
    }
    let before = files(folder.path());
    let mut arguments = vec!["new", kind.name()];
    match kind.layout().form {
        Form::Single => {}
        Form::Many | Form::Rows => arguments.push("trial-entry"),
        Form::Grouped(_) => {
            let group = if kind == Kind::Swot { "threats" } else { "chance" };
            arguments.extend(["trial-entry", "--group", group]);
        }
    }
    let run = run(folder.path(), &arguments);
    (folder, run, before)
}

/// Rules of the schema: what `new` writes never breaks them, whatever may still be missing.
fn faults(folder: &Path) -> Vec<String> {
    let run = run(folder, &["check", "--format", "json", "--date", DAY]);
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = report["diagnostics"].as_array().or_else(|| report["findings"].as_array()).expect("a list").clone();
    let rules = good(folder, &["rules", "--format", "json"]).out;
    let rules: serde_json::Value = serde_json::from_str(&rules).expect("JSON");
    let class = |name: &serde_json::Value| {
        rules.as_array()?.iter().find(|rule| rule["name"] == *name).map(|rule| rule["class"] == "fault")
    };
    findings.iter().filter(|found| class(&found["rule"]) == Some(true)).map(ToString::to_string).collect()
}

#[test]
fn new_writes_an_entry_of_every_kind_that_loads() {
    for &kind in Kind::ALL {
        // A repository without its cluster.yaml has translations into languages that nobody names.
        for bare in [false, true].into_iter().take(if kind == Kind::Cluster { 1 } else { 2 }) {
            let (folder, run, before) = new(kind, bare);
            let name = kind.name();
            let after = files(folder.path());
            // `cluster` is there already; a table is for its author to add to.
            let single = kind.layout().form == Form::Single && before.keys().any(|path| path.starts_with(kind.layout().stem));
            if single || before.contains_key(&format!("{}.csv", kind.layout().stem)) {
                assert_eq!((run.status, &after), (2, &before), "{name}: {}", run.err);
                continue;
            }
            assert_eq!(run.status, 0, "{name}: {}", run.err);
            let changed: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).collect();
            let [(path, bytes)] = changed[..] else {
                panic!("{name} changed {:?}", changed.iter().map(|one| one.0).collect::<Vec<_>>())
            };
            assert!(run.err.contains(path.as_str()), "{name}: {}", run.err);
            if let Some(old) = before.get(path) {
                let kept = bytes.len() - old.len();
                let same = (0..=old.len()).any(|at| bytes[..at] == old[..at] && bytes[at + kept..] == old[at..]);
                assert!(same, "{name}: {path} is otherwise as it was");
            }
            // Where the files of the kind were taken away, others speak of entries that are gone.
            if !bare {
                assert_eq!(faults(folder.path()), Vec::<String>::new(), "{name}");
            }
            let again = self::run(folder.path(), &["new", name, "trial-entry", "--group", "threats"]);
            assert_eq!((again.status, files(folder.path())), (2, after), "{name} a second time: {}", again.err);
        }
    }
}

#[test]
fn what_new_explains_in_comments_is_right_too() {
    for &kind in Kind::ALL {
        let (folder, run, before) = new(kind, false);
        if run.status != 0 {
            continue;
        }
        for (path, bytes) in files(folder.path()).iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)) {
            let text = String::from_utf8(bytes.clone()).expect("UTF-8");
            let old = before.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
            // A commented key is `# key: …`, deeper ones are further in; an explanation has no colon right after its first word.
            let is_key = |rest: &str| {
                let key = rest.trim_start().trim_start_matches("- ").split_once(':').map(|(key, _)| key);
                key.is_some_and(|key| !key.contains(' ') && key == key.to_lowercase())
            };
            let uncomment = |line: &str| match line.trim_start().strip_prefix("# ") {
                Some(rest) if is_key(rest) => line.replacen("# ", "", 1),
                _ => line.to_owned(),
            };
            let known: Vec<&str> = old.lines().collect();
            let text: Vec<String> =
                text.lines().map(|line| if known.contains(&line) { line.to_owned() } else { uncomment(line) }).collect();
            fs::write(folder.path().join(path), text.join("\n") + "\n").expect("written");
        }
        assert_eq!(faults(folder.path()), Vec::<String>::new(), "{}", kind.name());
    }
}

#[test]
fn new_keeps_to_the_habits_of_the_file() {
    let folder = repository();
    let (bodies, swot) = (folder.path().join("governance/bodies.yaml"), folder.path().join("strategy/swot.yaml"));
    let text = fs::read_to_string(&bodies).expect("a file").replace('\n', "\r\n");
    fs::write(&bodies, text.trim_end()).expect("written");
    good(folder.path(), &["new", "body", "jury", "--date", DAY]);
    let text = fs::read_to_string(&bodies).expect("a file");
    assert!(text.contains("\r\n\r\njury:\r\n  title: Jury\r\n") && !text.replace("\r\n", "").contains('\n'), "{text}");

    fs::write(&swot, "threats:\n    imports:\n        title: Imports\n        accepted: |\n            yes\n# end\nweaknesses:\nstrengths: {}\n").expect("written");
    good(folder.path(), &["new", "swot", "cold", "--group", "threats"]);
    good(folder.path(), &["new", "swot", "old", "--group", "weaknesses"]);
    good(folder.path(), &["new", "swot", "new", "--group", "opportunities"]);
    let text = fs::read_to_string(&swot).expect("a file");
    assert!(text.contains("            yes\n    cold:\n      title: Cold\n"), "{text}");
    assert!(text.contains("weaknesses:\n  old:\n    title: Old\n") && text.contains("opportunities:\n  new:\n"), "{text}");
    let before = files(folder.path());
    let refused = run(folder.path(), &["new", "swot", "strong", "--group", "strengths"]);
    assert_eq!((refused.status, files(folder.path())), (2, before), "a map in braces can't be added to: {}", refused.err);

    fs::write(folder.path().join("members.csv"), "id;name;kind;place\nacme;Acme;sme;Port\n").expect("written");
    let told = run(folder.path(), &["new", "member", "other-firm"]);
    assert!(told.err.contains("for example: other-firm;Other firm;sme;\n"), "{}", told.err);
}

#[test]
fn a_document_names_a_file_and_a_measurement_an_indicator() {
    let folder = tempfile::tempdir().expect("a folder");
    good(folder.path(), &["new", "cluster"]);
    let check = good(folder.path(), &["check"]);
    assert!(!check.err.contains("error"), "{}", check.err);
    let document = run(folder.path(), &["new", "document", "statutes"]);
    assert!(document.status == 2 && document.err.contains("put the file into assets/ first"), "{}", document.err);
    let measurement = run(folder.path(), &["new", "measurement"]);
    assert!(measurement.status == 2 && measurement.err.contains("`clustersite new indicator ID`"), "{}", measurement.err);
    good(folder.path(), &["new", "indicator", "firms", "--date", DAY]);
    good(folder.path(), &["new", "measurement", "--date", DAY]);
    let table = fs::read_to_string(folder.path().join("monitoring/measurements.csv")).expect("a table");
    assert_eq!(table, "indicator,period,value,source,note\nfirms,2026,0,,\n");
}

#[test]
fn a_build_publishes_once_and_then_only_what_changed() {
    let folder = repository();
    let build = ["build", "--date", DAY];
    let first = good(folder.path(), &build);
    assert!(first.err.contains("pages in") && first.out.is_empty(), "{}", first.err);
    let site = files(&folder.path().join("dist"));
    assert!(site.contains_key("index.html"), "{:?}", site.keys());
    let second = good(folder.path(), &build);
    assert!(second.err.contains(": 0 files written, ") && second.err.contains(" 0 removed"), "{}", second.err);
    assert_eq!(files(&folder.path().join("dist")), site);

    let elsewhere = tempfile::tempdir().expect("a folder");
    let output = elsewhere.path().join("site");
    good(
        Path::new("/"),
        &["build", folder.path().to_str().expect("UTF-8"), "--date", DAY, "--output", output.to_str().expect("UTF-8")],
    );
    assert_eq!(files(&output), site, "the same bytes from another folder");
}

#[test]
fn a_build_with_an_error_leaves_the_former_site() {
    let folder = repository();
    good(folder.path(), &["build", "--date", DAY]);
    let site = files(&folder.path().join("dist"));
    let goals = folder.path().join("strategy/goals.yaml");
    let text = fs::read_to_string(&goals).expect("a file").replace("due: 2028-12-31", "due: 31.12.2028");
    fs::write(&goals, text).expect("written");
    for command in ["check", "build"] {
        let run = run(folder.path(), &[command, "--date", DAY]);
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(run.err.contains("strategy/goals.yaml:") && run.err.contains("write it as 2028-12-31"), "{}", run.err);
    }
    assert_eq!(files(&folder.path().join("dist")), site);
    let fresh = folder.path().join("fresh");
    assert_eq!(run(folder.path(), &["build", "--date", DAY, "--output", "fresh"]).status, 1);
    assert!(!fresh.exists(), "nothing is written where nothing was");
}

#[test]
fn two_builds_at_once_leave_one_whole_site() {
    let folder = repository();
    let builds: Vec<_> = (0..4)
        .map(|_| {
            let mut build = program();
            build.current_dir(folder.path()).args(["build", "--date", DAY]).stdout(Stdio::null()).stderr(Stdio::piped());
            build.spawn().expect("the program runs")
        })
        .collect();
    for build in builds {
        let output = build.wait_with_output().expect("an end");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let site = files(&folder.path().join("dist"));
    good(folder.path(), &["build", "--date", DAY, "--output", "alone"]);
    assert_eq!(files(&folder.path().join("alone")), site);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    let known = |name: &std::ffi::OsString| {
        folder.path().join(name).is_file() || !name.to_string_lossy().contains("dist") || name == "dist"
    };
    assert!(left.iter().all(known), "something is left behind: {left:?}");
}

#[test]
fn findings_come_in_every_form_and_without_colour_in_a_pipe() {
    let folder = repository();
    fs::write(folder.path().join("strategy/objectives.yaml"), "growth: {title: Growth, owener: chair}\n").expect("written");
    for (format, human) in [("human", true), ("json", false), ("sarif", false), ("github", false), ("gitlab", false)] {
        let run = run(folder.path(), &["check", "--format", format, "--date", DAY]);
        assert_eq!(run.status, 1, "{format}: {}", run.err);
        let (told, silent) = if human { (&run.err, &run.out) } else { (&run.out, &run.err) };
        assert!(told.contains("owener") && told.contains("strategy/objectives.yaml"), "{format}: {told}");
        assert!(silent.is_empty() && !told.contains('\u{1b}'), "{format}: {silent}{told}");
        if matches!(format, "json" | "sarif" | "gitlab") {
            serde_json::from_str::<serde_json::Value>(told).unwrap_or_else(|error| panic!("{format}: {error}"));
        }
    }
    let plain = program().current_dir(folder.path()).env("NO_COLOR", "1").args(["check"]).output().expect("the program runs");
    assert!(!Run::from(plain).err.contains('\u{1b}'));
    assert_eq!(run(folder.path(), &["check", "--profile", "publish", "--format", "json"]).status, 1);
}

#[test]
fn the_day_comes_from_the_option_or_the_environment() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    good(one.path(), &["init", "--date", "2001-09-09"]);
    // 1,000,000,000 seconds, the moment that everybody knows by heart.
    let run = program()
        .current_dir(other.path())
        .env("SOURCE_DATE_EPOCH", "1000000000")
        .arg("init")
        .output()
        .expect("the program runs");
    assert!(run.status.success());
    assert_eq!(files(one.path()), files(other.path()));
}

#[test]
fn a_theme_is_listed_and_its_files_are_taken_over_once() {
    let folder = repository();
    let list = good(folder.path(), &["theme", "list"]).out;
    assert!(list.starts_with("default  ") && list.contains("\nledger   "), "{list}");
    let paths = good(folder.path(), &["theme", "eject"]).out;
    assert!(paths.contains("templates/home.html\n") && !paths.contains("ledger") && !paths.contains("woff2"), "{paths}");
    let before = files(folder.path());
    let said = good(folder.path(), &["theme", "eject", "home.html"]).err;
    assert!(said.contains("home.html is yours now"), "{said}");
    let home = fs::read(folder.path().join("theme/templates/home.html")).expect("the template");
    assert_eq!(home, fs::read("themes/default/templates/home.html").expect("the built-in one"));
    fs::write(folder.path().join("theme/templates/home.html"), "mine").expect("written");
    let again = run(folder.path(), &["theme", "eject", "templates/home.html"]);
    assert!(again.status == 2 && again.err.contains("is there already, and is left as it is"), "{}", again.err);
    assert_eq!(fs::read(folder.path().join("theme/templates/home.html")).expect("it is there"), b"mine");
    assert_eq!(files(folder.path()).len(), before.len() + 1);
    good(folder.path(), &["theme", "eject", "--theme", "ledger", "ledger.css"]);
    assert!(folder.path().join("theme/static/css/ledger.css").exists());
    assert!(good(folder.path(), &["theme", "reference"]).out.contains("#### `home.html`"));
}

#[test]
fn rules_explain_themselves() {
    let here = Path::new(".");
    let list: serde_json::Value = serde_json::from_str(&good(here, &["rules", "--format", "json"]).out).expect("JSON");
    let human = good(here, &["rules"]).out;
    for rule in list.as_array().expect("a list") {
        let name = rule["name"].as_str().expect("a name");
        assert!(human.contains(name), "{name} is missing from the list");
        let told = good(here, &["explain", name]).out;
        assert!(told.starts_with(&format!("# {name}\n")) && told.contains("Source: "), "{told}");
    }
}

#[test]
fn schemas_and_completions_are_there_for_everything() {
    let here = Path::new(".");
    let kinds = good(here, &["schema"]).out;
    for kind in Kind::ALL {
        assert!(kinds.lines().any(|line| line.starts_with(&format!("{} ", kind.name()))), "{kinds}");
        for arguments in [&["schema", kind.name()][..], &["schema", kind.name(), "--list"]] {
            let schema: serde_json::Value = serde_json::from_str(&good(here, arguments).out).expect("JSON");
            assert!(schema["$schema"].is_string() && schema["title"] == kind.name(), "{schema}");
        }
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = good(here, &["completions", shell]).out;
        let commands = COMMANDS.iter().filter(|command| has(command));
        assert!(commands.clone().all(|command| script.contains(command)), "{shell}:\n{script}");
    }
}

#[test]
fn the_readme_says_what_is() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let rows: BTreeMap<&str, &str> = readme
        .lines()
        .filter_map(|line| {
            let [_, _, kind, place, _] = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect::<Vec<_>>()[..] else {
                return None;
            };
            Some((kind, place))
        })
        .filter(|(kind, _)| *kind != "Kind" && Kind::from_name(kind).is_some())
        .collect();
    assert_eq!(rows.len(), Kind::ALL.len(), "every kind has a row, and no row is of something else");
    for kind in Kind::ALL {
        let place = rows[kind.name()].trim_end_matches(".md").trim_end_matches(".yaml");
        assert_eq!(place, kind.layout().stem, "{}", kind.name());
    }
    for (before, _) in readme.match_indices("clustersite ").map(|(at, found)| (&readme[at + found.len()..], found)) {
        let word: String = before.chars().take_while(char::is_ascii_lowercase).collect();
        let quoted = readme[..readme.len() - before.len()].trim_end_matches("clustersite ").ends_with(['`', '$']);
        assert!(!quoted || COMMANDS.contains(&word.as_str()), "the README speaks of `clustersite {word}`");
    }
    for link in
        ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md", "themes/default/README.md", ".ci/run", "example-cluster/cluster.yaml"]
    {
        assert!(Path::new(link).exists(), "{link}");
    }
}

#[test]
fn the_readmes_transcript_is_what_the_program_says() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let block = readme.split("<!-- transcript: mistakes -->\n```console\n").nth(1).and_then(|rest| rest.split("\n```").next());
    let (command, expected) = block.and_then(|block| block.split_once('\n')).expect("a transcript");
    let folder = tempfile::tempdir().expect("a folder");
    good(folder.path(), &["init", "my-cluster", "--date", DAY]);
    let goals = folder.path().join("my-cluster/strategy/goals.yaml");
    let text = fs::read_to_string(&goals).expect("a file");
    let text =
        text.replacen("owner: head-of-office", "owner: head-of-ofice", 1).replacen("due: 2028-12-31", "due: 31.12.2028", 1);
    fs::write(&goals, text).expect("written");
    let arguments: Vec<&str> = command.trim_start_matches("$ clustersite ").split(' ').chain(["--date", DAY]).collect();
    let run = run(folder.path(), &arguments);
    assert_eq!(run.err.trim_end(), expected);
}

#[test]
fn a_build_says_why_pages_have_no_date_and_what_to_do() {
    let folder = repository();
    let root = folder.path();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]).args(arguments);
        let output = command.current_dir(root).env_remove("GIT_DIR").env("GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z").output();
        assert!(output.expect("git runs").status.success(), "{arguments:?}");
    };
    let note = "pages don't say when they were last changed";
    let bare = good(root, &["build", "--date", DAY]);
    assert!(bare.err.contains(note) && bare.err.contains("nothing is committed to git here"), "{}", bare.err);
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "x"]);
    let dated = good(root, &["build", "--date", DAY]);
    assert!(!dated.err.contains(note), "{}", dated.err);
    let page = fs::read_to_string(root.join("dist/services/joint-courses.html")).expect("a page");
    assert!(page.contains("<time datetime=\"2026-03-01\">Last changed on 1 March 2026</time>"), "{page}");
    // A second commit, of which alone a clone of depth one knows.
    fs::write(root.join("README.md"), "x").expect("written");
    git(&["commit", "-q", "-a", "-m", "y"]);
    let address = format!("file://{}", root.display());
    git(&["clone", "-q", "--depth", "1", &address, "shallow"]);
    let shallow = good(root, &["build", "shallow", "--date", DAY]);
    assert!(shallow.err.contains("a shallow clone") && shallow.err.contains("`fetch-depth: 0`"), "{}", shallow.err);
    assert!(!fs::read_to_string(root.join("shallow/dist/index.html")).expect("a page").contains("page-changed"));
    // Whatever a hook sets, the folder's own repository is asked.
    let hook = program().current_dir(root).args(["build", "--date", DAY]).env("GIT_DIR", "/nowhere").output();
    assert!(!Run::from(hook.expect("the program runs")).err.contains(note));
}
