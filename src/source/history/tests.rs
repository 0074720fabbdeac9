//! Tests of the history with real git repositories: what changes a file's day, what does not, and what a repository's settings can't do.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::source::Sources;

/// The environment of the tests, with a home of its own so that no setting of this computer counts.
fn environment(home: &Path) -> Vec<(&'static str, OsString)> {
    let path = std::env::var_os("PATH").map(|path| ("PATH", path));
    path.into_iter().chain([("HOME", home.as_os_str().to_owned())]).collect()
}

/// A repository in a folder that goes when it is dropped.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(repository.root()).unwrap();
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    fn git(&self, arguments: &[&str]) {
        self.git_on("2020-01-01", arguments);
    }

    fn git_on(&self, day: &str, arguments: &[&str]) {
        let moment = format!("{day}T23:30:00+0500");
        let mut command = Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]).args(arguments);
        command.current_dir(self.root()).env_clear().envs(environment(self.folder.path()));
        command.env("GIT_COMMITTER_DATE", &moment).env("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self, day: &str) {
        self.git(&["add", "-A"]);
        self.git_on(day, &["commit", "-q", "-m", "x"]);
    }

    fn read(&self) -> Result<History, NoHistory> {
        self.read_in("")
    }

    fn read_in(&self, folder: &str) -> Result<History, NoHistory> {
        history(&self.root().join(folder), &environment(self.folder.path()), None)
    }
}

fn days(history: &History) -> Vec<String> {
    history.days.iter().map(|(path, day)| format!("{path} {day}")).collect()
}

#[test]
fn a_file_has_the_day_of_its_last_commit() {
    let repository = Repository::new();
    for path in ["a.md", "b.md", "gone.md", "back.md", "sub/é x.md", "sub/deep/\u{627}.csv"] {
        repository.put(path, "1");
    }
    repository.commit("2024-02-29");
    repository.put("b.md", "2");
    fs::remove_file(repository.root().join("gone.md")).unwrap();
    fs::remove_file(repository.root().join("back.md")).unwrap();
    repository.commit("2025-05-05");
    // Taken away and written again, but not committed; never committed at all.
    repository.put("back.md", "new");
    repository.put("new.md", "new");
    let read = repository.read().unwrap();
    assert_eq!(days(&read), ["a.md 2024-02-29", "b.md 2025-05-05", "sub/deep/\u{627}.csv 2024-02-29", "sub/é x.md 2024-02-29"]);
    assert_eq!(days(&repository.read_in("sub").unwrap()), ["deep/\u{627}.csv 2024-02-29", "é x.md 2024-02-29"]);
    let sources = Sources::from_memory([("a.md", ""), ("new.md", "")]).dated(&read);
    let day = |path: &str| sources.day(sources.find(path).unwrap().0).map(|day| day.to_string());
    assert_eq!((day("a.md").as_deref(), day("new.md"), sources.is_dated()), (Some("2024-02-29"), None, true));
}

#[test]
fn a_merge_counts_for_what_it_settled() {
    let repository = Repository::new();
    repository.put("both.md", "1");
    repository.put("one.md", "1");
    repository.commit("2024-01-01");
    repository.git(&["checkout", "-q", "-b", "side"]);
    repository.put("both.md", "2");
    repository.put("one.md", "2");
    repository.commit("2024-02-02");
    repository.git(&["checkout", "-q", "main"]);
    repository.put("both.md", "3");
    repository.commit("2024-03-03");
    repository.git(&["merge", "-q", "-s", "ours", "--no-commit", "side"]);
    repository.put("both.md", "2 and 3");
    repository.put("one.md", "2");
    repository.commit("2024-04-04");
    assert_eq!(days(&repository.read().unwrap()), ["both.md 2024-04-04", "one.md 2024-02-02"]);
}

#[test]
fn without_a_history_to_rely_on_there_is_a_reason() {
    let repository = Repository::new();
    assert_eq!(repository.read(), Err(NoHistory::NoRepository), "no commit yet");
    repository.put("a.md", "1");
    repository.commit("2024-01-01");
    repository.put("a.md", "2");
    repository.commit("2024-02-02");
    let address = format!("file://{}", repository.root().display());
    repository.git(&["clone", "-q", "--depth", "1", &address, "../shallow"]);
    assert_eq!(repository.read_in("../shallow"), Err(NoHistory::Shallow));
    assert!(NoHistory::Shallow.help().is_some_and(|help| help.contains("fetch-depth: 0")));
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(history(elsewhere.path(), &environment(elsewhere.path()), None), Err(NoHistory::NoRepository));
    // A search path without git in it.
    let path = [("PATH", elsewhere.path().as_os_str().to_owned())];
    assert_eq!(history(&repository.root(), &path, None), Err(NoHistory::NoGit));
    // Git asks for this by itself; the variable only makes it do so here, too.
    let strange = "fatal: detected dubious ownership in repository at '/srv/x'\nTo add an exception …";
    assert_eq!(refusal(strange), NoHistory::OtherOwner);
    repository.put(".git/HEAD", "nonsense");
    assert!(matches!(repository.read(), Err(NoHistory::NoRepository | NoHistory::Failed(_))));
}

#[test]
fn an_earlier_reading_serves_until_something_is_committed() {
    let repository = Repository::new();
    repository.put("a.md", "1");
    repository.commit("2024-01-01");
    let mut known = repository.read().unwrap();
    known.days.insert("mark".to_owned(), jiff::civil::date(2000, 1, 1));
    let again = |known: &History| history(&repository.root(), &environment(repository.folder.path()), Some(known)).unwrap();
    assert_eq!(again(&known), known);
    repository.put("a.md", "2");
    repository.commit("2024-02-02");
    assert_eq!(days(&again(&known)), ["a.md 2024-02-02"]);
}

#[cfg(unix)]
#[test]
fn the_settings_of_a_repository_start_nothing_and_change_nothing() {
    use std::os::unix::fs::PermissionsExt;

    let repository = Repository::new();
    repository.put("a.md", "1");
    repository.put(".gitattributes", "*.md diff=evil filter=evil\n");
    repository.commit("2024-01-01");
    let mark = repository.folder.path().join("started");
    let evil = repository.folder.path().join("evil");
    fs::write(&evil, format!("#!/bin/sh\necho \"$0 $@\" >> '{}'\n", mark.display())).unwrap();
    fs::set_permissions(&evil, fs::Permissions::from_mode(0o755)).unwrap();
    let evil = evil.display();
    let config = format!(
        "[core]\n fsmonitor = {evil}\n pager = {evil}\n hooksPath = {evil}\n sshCommand = {evil}\n askPass = {evil}\n editor = {evil}\n\
         [diff]\n external = {evil}\n[diff \"evil\"]\n textconv = {evil}\n command = {evil}\n[filter \"evil\"]\n clean = {evil}\n smudge = {evil}\n\
         [gpg]\n program = {evil}\n[log]\n showSignature = true\n follow = true\n showRoot = false\n[pager]\n log = {evil}\n\
         [alias]\n log = !{evil}\n[color]\n ui = always\n[remote \"origin\"]\n url = ext::{evil}\n promisor = true\n\
         [protocol \"ext\"]\n allow = always\n[format]\n pretty = oneline\n"
    );
    let path = repository.root().join(".git/config");
    let own = fs::read_to_string(&path).unwrap();
    fs::write(&path, own + &config).unwrap();
    assert_eq!(days(&repository.read().unwrap()), [".gitattributes 2024-01-01", "a.md 2024-01-01"]);
    // A tree that is missing would be fetched by the program that the repository names.
    let objects = walkdir::WalkDir::new(repository.root().join(".git/objects")).into_iter().flatten();
    for object in objects.filter(|object| object.file_type().is_file()) {
        let name = object.path().to_owned();
        let hidden = name.with_extension("hidden");
        fs::rename(&name, &hidden).unwrap();
        let _ = repository.read();
        fs::rename(&hidden, &name).unwrap();
    }
    assert!(!mark.exists(), "{}", fs::read_to_string(&mark).unwrap_or_default());
}

#[test]
fn nothing_in_the_answer_breaks_the_reading() {
    let read = |log: &str| super::days(log).into_iter().map(|(path, day)| format!("{path} {day}")).collect::<Vec<_>>();
    for log in ["", "\0", "\0\0\0", "\u{1}", "M", "\u{1}never\0M\0a\0", "M\0a\0", "\u{1}2024-13-01\0M\0a\0"] {
        assert_eq!(read(log), Vec::<String>::new(), "{log:?}");
    }
    assert_eq!(
        read("\u{1}2024-01-02\0\nM\0M\0A\0\u{1}x\0\u{1}2023-01-01\0\0MD\0y\0DD\0z\0"),
        ["\u{1}x 2024-01-02", "M 2024-01-02", "y 2023-01-01"]
    );
}
