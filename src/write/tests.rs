//! Owns what publication promises, tried on real folders: nothing touched without need, never a mixture, no one's files lost.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

fn bundle<P: Into<String>, T: Into<String>>(files: impl IntoIterator<Item = (P, T)>) -> Bundle {
    files.into_iter().map(|(path, text)| (path.into(), text.into().into_bytes().into())).collect()
}

fn site() -> Bundle {
    bundle([("index.html", "home"), ("a/index.html", "a"), ("a/b/c.css", "c"), ("é/العربية.html", "x"), ("empty.txt", "")])
}

/// Everything below a folder: path → inode, time, mode and (for files) text.
fn state(folder: &Path) -> BTreeMap<String, (u64, i64, i64, u32, String)> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| {
        let entry = entry.unwrap();
        let metadata = entry.metadata().unwrap();
        let text = fs::read(entry.path()).map_or(String::new(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, (metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.mode() & 0o7777, text))
    });
    entries.collect()
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let is_file = |path: &str| folder.join(path).is_file();
    state(folder).into_iter().filter(|(path, _)| is_file(path)).map(|(path, state)| (path, state.4)).collect()
}

/// What stands in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn assert_holds(output: &Path, bundle: &Bundle) {
    let mut expected: BTreeMap<_, _> =
        bundle.iter().map(|(path, bytes)| (path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())).collect();
    expected.insert(MARKER.to_owned(), MARKER_TEXT.to_owned());
    assert_eq!(texts(output), expected);
}

fn refusal(result: Result<Published, WriteError>) -> Refusal {
    match result {
        Err(error @ WriteError::Refused { .. }) => {
            assert!(error.help().is_some(), "{error}");
            let WriteError::Refused { why, .. } = error else { unreachable!() };
            why
        }
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[test]
fn a_new_site_is_written_whole_with_missing_folders_and_usual_modes() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("x/y/site/");
    let published = publish(&site(), &output, None).unwrap();
    assert_eq!((published.written, published.unchanged, published.removed), (5, 0, 0));
    assert_eq!(published.output, around.path().canonicalize().unwrap().join("x/y/site"));
    assert_holds(&output, &site());
    assert_eq!(names(&around.path().join("x/y")), ["site"]);
    // What the umask leaves is what a plain file and folder get here.
    fs::write(around.path().join("plain"), "").unwrap();
    fs::create_dir(around.path().join("folder")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    for (path, state) in state(&output) {
        let like = if output.join(&path).is_dir() { "folder" } else { "plain" };
        assert_eq!(state.3, mode(&around.path().join(like)) & 0o7777, "{path}");
    }
}

#[test]
fn the_same_site_again_touches_nothing() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    publish(&site(), &output, None).unwrap();
    let (before, outer) = (state(&output), fs::metadata(around.path()).unwrap());
    let published = publish(&site(), &output, None).unwrap();
    assert_eq!((published.written, published.unchanged, published.removed), (0, 5, 0));
    assert_eq!(state(&output), before);
    let after = fs::metadata(around.path()).unwrap();
    assert_eq!((after.mtime(), after.mtime_nsec()), (outer.mtime(), outer.mtime_nsec()));
}

#[test]
fn only_what_changed_is_written_and_what_is_stale_goes() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    publish(&site(), &output, None).unwrap();
    let before = state(&output);
    fs::hard_link(output.join("a/index.html"), around.path().join("second name")).unwrap();

    // The same length, so that only the bytes tell; one file becomes a folder; one folder goes.
    let next = bundle([("index.html", "hOme"), ("a/index.html", "b"), ("é/العربية.html", "x"), ("empty.txt/new", "n")]);
    let published = publish(&next, &output, None).unwrap();
    assert_eq!((published.written, published.unchanged, published.removed), (3, 1, 2));
    assert_holds(&output, &next);
    assert!(!output.join("a/b").exists());
    assert_eq!(state(&output)["é/العربية.html"], before["é/العربية.html"]);
    // The former file is another file: a second name of it still has the former text.
    assert_eq!(fs::read_to_string(around.path().join("second name")).unwrap(), "a");
    assert_eq!(names(around.path()), ["second name", "site"]);
}

#[test]
fn what_strangers_left_in_the_output_goes_and_what_links_lead_to_stays() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    let elsewhere = around.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("c.css"), "c").unwrap();
    type Stranger = fn(&Path, &Path);
    let strangers: [Stranger; 5] = [
        |output, _| fs::write(output.join("extra.txt"), "").unwrap(),
        |output, _| fs::create_dir(output.join("a/empty")).unwrap(),
        |output, elsewhere| symlink(elsewhere.join("c.css"), output.join("link")).unwrap(),
        |output, elsewhere| {
            fs::remove_file(output.join("a/b/c.css")).unwrap();
            symlink(elsewhere.join("c.css"), output.join("a/b/c.css")).unwrap();
        },
        |output, elsewhere| {
            fs::remove_dir_all(output.join("a/b")).unwrap();
            symlink(elsewhere, output.join("a/b")).unwrap();
        },
    ];
    for (index, stranger) in strangers.iter().enumerate() {
        publish(&site(), &output, None).unwrap();
        stranger(&output, &elsewhere);
        publish(&site(), &output, None).unwrap();
        assert_holds(&output, &site());
        let own = fs::symlink_metadata(output.join("a/b")).unwrap().is_dir() && !output.join("a/b/c.css").is_symlink();
        assert!(own && !output.join("a/empty").exists(), "stranger {index}");
        assert_eq!(fs::metadata(elsewhere.join("c.css")).unwrap().nlink(), 1, "stranger {index}");
        assert_eq!(names(around.path()), ["elsewhere", "site"]);
    }
}

#[test]
fn the_folder_keeps_the_mode_it_was_given() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    fs::create_dir(&output).unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o2770)).unwrap();
    publish(&site(), &output, None).unwrap();
    publish(&bundle([("index.html", "other")]), &output, None).unwrap();
    assert_eq!(fs::metadata(&output).unwrap().mode() & 0o7777, 0o2770);
}

#[test]
fn leftovers_of_dead_builds_are_swept_and_nothing_else() {
    let around = tempfile::tempdir().unwrap();
    let stay = [".site.clustersite-toolong", ".site.clustersite-a.b.cd", ".other.clustersite-abc123", ".site"];
    for name in stay.into_iter().chain([".site.clustersite-abc123"]) {
        fs::create_dir(around.path().join(name)).unwrap();
        fs::write(around.path().join(name).join("file"), "").unwrap();
    }
    publish(&site(), &around.path().join("site"), None).unwrap();
    let mut expected: Vec<&str> = stay.into_iter().chain(["site"]).collect();
    expected.sort_unstable();
    assert_eq!(names(around.path()), expected);
}

#[test]
fn unsafe_outputs_are_refused_and_left_alone() {
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("cluster");
    for folder in ["cluster/strategy", "foreign", "marked", "repository", "linked"] {
        fs::create_dir_all(around.path().join(folder)).unwrap();
    }
    fs::write(root.join("cluster.yaml"), "").unwrap();
    fs::write(root.join(MARKER), MARKER_TEXT).unwrap();
    fs::write(root.join("strategy/goals.yaml"), "").unwrap();
    fs::write(around.path().join("foreign/thesis.odt"), "").unwrap();
    fs::write(around.path().join("marked").join(MARKER), "something of another program").unwrap();
    fs::write(around.path().join("file"), MARKER_TEXT).unwrap();
    fs::write(around.path().join("linked/file"), MARKER_TEXT).unwrap();
    symlink("../file", around.path().join("linked").join(MARKER)).unwrap();
    publish(&site(), &around.path().join("good"), None).unwrap();
    symlink("good", around.path().join("link")).unwrap();
    symlink("nowhere", around.path().join("dangling")).unwrap();
    symlink("cluster", around.path().join("to-root")).unwrap();
    publish(&site(), &around.path().join("repository"), None).unwrap();
    fs::create_dir(around.path().join("repository/.git")).unwrap();

    let before = state(around.path());
    let cases = [
        (".", Refusal::Source),
        ("cluster", Refusal::Source),
        ("cluster/", Refusal::Source),
        ("cluster/.", Refusal::Source),
        ("cluster/strategy/..", Refusal::Source),
        ("good/../cluster", Refusal::Source),
        ("to-root", Refusal::Source),
        ("/", Refusal::Source),
        ("good/..", Refusal::Source),
        ("foreign/..", Refusal::Source),
        ("cluster/strategy", Refusal::Foreign),
        ("foreign", Refusal::Foreign),
        ("marked", Refusal::Foreign),
        ("linked", Refusal::Foreign),
        ("file", Refusal::File),
        ("link", Refusal::Link),
        ("link/", Refusal::Link),
        ("dangling", Refusal::Link),
        ("repository", Refusal::VersionControl(".git")),
    ];
    for (output, expected) in cases {
        let result = publish(&site(), &around.path().join(output), Some(&root));
        assert_eq!(refusal(result), expected, "{output}");
    }
    assert_eq!(refusal(publish(&site(), Path::new("/"), None)), Refusal::Nameless);
    assert_eq!(refusal(publish(&site(), Path::new(""), None)), Refusal::Nameless);
    assert_eq!(refusal(publish(&site(), &around.path().join("good/a/.."), Some(&root))), Refusal::Nameless);
    assert_eq!(state(around.path()), before);

    publish(&site(), &root.join("dist"), Some(&root)).unwrap();
    assert_holds(&root.join("dist"), &site());
}

#[test]
fn a_bundle_with_a_bad_path_makes_nothing() {
    let around = tempfile::tempdir().unwrap();
    for bad in ["../escape", "/absolute", "INDEX.html", "index.html/x"] {
        let bundle = bundle([("index.html", "home"), (bad, "x")]);
        publish(&bundle, &around.path().join("x/site"), None).unwrap_err();
    }
    assert_eq!(names(around.path()), [""; 0]);
}

#[test]
fn what_the_system_refuses_names_the_path_and_keeps_the_old_site() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    publish(&site(), &output, None).unwrap();
    let before = state(&output);
    // A name longer than any file system takes fails in the midst of staging, for every user, root too.
    let long = format!("a/{}", "x".repeat(300));
    let error = publish(&bundle([("index.html", "new"), (&long, "x")]), &output, None).unwrap_err();
    assert!(error.to_string().contains(&long), "{error}");
    assert!(matches!(error, WriteError::Io { .. }));
    assert_eq!(state(&output), before);
    assert_eq!(names(around.path()), ["site"]);

    fs::write(around.path().join("file"), "").unwrap();
    let error = publish(&site(), &around.path().join("file/site"), None).unwrap_err();
    assert!(error.to_string().contains("file"), "{error}");
    let error = publish(&site(), &output, Some(&around.path().join("nowhere"))).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "{error}");
}

#[test]
fn write_protected_folders_are_reported() {
    let around = tempfile::tempdir().unwrap();
    let (output, inner) = (around.path().join("site"), around.path().join("inner"));
    publish(&site(), &output, None).unwrap();
    publish(&site(), &inner.join("site"), None).unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o555)).unwrap();
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write everywhere, and then there is nothing to see here.
    if fs::write(inner.join("probe"), "").is_err() {
        let before = state(around.path());
        for (output, named) in [(&output, "site"), (&inner.join("site"), "inner"), (&inner.join("new"), "inner")] {
            let error = publish(&bundle([("index.html", "new")]), output, None).unwrap_err();
            assert!(error.to_string().contains(named) && error.help().is_some(), "{error}");
        }
        assert_eq!(state(around.path()), before);
    }
    fs::set_permissions(&output, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).unwrap();
}

/// A site whose every file names its version, long enough to be caught half-written.
fn version(number: usize) -> Bundle {
    let text = format!("{number}\n").repeat(5_000);
    bundle((0..40).map(|page| (format!("{page}/index.html"), text.clone())).chain([("index.html".to_owned(), text.clone())]))
}

/// The version that a whole file is of.
fn version_of(path: &Path) -> usize {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5_000, "{} is not whole", path.display());
    lines.dedup();
    assert_eq!(lines.len(), 1, "{} is a mixture", path.display());
    lines[0].parse().unwrap()
}

#[test]
fn a_reader_never_meets_a_missing_file_or_a_mixture() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    publish(&version(0), &output, None).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = 0;
            while !done.load(Ordering::Relaxed) {
                let first = version_of(&output.join("index.html"));
                let between = version_of(&output.join("39/index.html"));
                let last = version_of(&output.join("index.html"));
                assert!(seen <= first && first <= between && between <= last, "{seen} {first} {between} {last}");
                seen = last;
            }
            seen
        });
        // The reader has to be told before anything here panics, or the test would never end.
        let published = (1..=50).try_for_each(|number| publish(&version(number), &output, None).map(drop));
        done.store(true, Ordering::Relaxed);
        published.unwrap();
        assert!(reader.join().unwrap() > 0);
    });
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("site");
    std::thread::scope(|scope| {
        for builder in 0..2 {
            let output = &output;
            scope.spawn(move || {
                for round in 0..20 {
                    publish(&version(round * 2 + builder), output, None).unwrap();
                }
            });
        }
    });
    let last = version_of(&output.join("index.html"));
    assert!([38, 39].contains(&last));
    assert_holds(&output, &version(last));
    assert_eq!(names(around.path()), ["site"]);
}
