//! The command `clustersite pdf`: what it says and leaves where an engine is missing, hangs, fails or writes nonsense.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use clustersite::source::{Limits, Sources, read};

use super::planted::CANARY;

/// The program, with a search path on which nothing is but what a test puts there.
fn program(path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clustersite"));
    command.env_remove("CHROME").env("PATH", path).stdin(Stdio::null());
    command
}

/// A folder with a repository in it as `init` writes it, and an empty folder of programs.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("bin")).expect("a folder");
    let init = program(folder.path()).current_dir(folder.path()).args(["init", "cluster", "--date", "2026-11-20"]).output();
    assert!(init.expect("the program runs").status.success());
    folder
}

/// A small repository with a hidden service that has a canary in it.
pub(crate) fn with_canary() -> Sources {
    let folder = repository();
    let service = format!("---\ntitle: {CANARY} service\nvisibility: internal\n---\n## {CANARY} heading\n\nText.\n");
    fs::create_dir_all(folder.path().join("cluster/services")).expect("a folder");
    fs::write(folder.path().join("cluster/services/hidden.md"), service).expect("a file");
    read(&folder.path().join("cluster"), &Limits::default(), &[]).expect("it is there").0
}

/// Runs `pdf` beside a PDF of before, and gives the exit status and what is said. Whatever happens, the former PDF has to be as it was.
fn pdf(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let before = folder.join("before.pdf");
    fs::write(&before, "the former one").expect("a file");
    let mut command = program(&folder.join("bin"));
    command.current_dir(folder).args(["pdf", "cluster", "--output", "before.pdf", "--date", "2026-11-20", "--language", "en"]);
    let out = command.args(arguments).output().expect("the program runs");
    assert_eq!(fs::read(&before).expect("it is still there"), b"the former one");
    let beside = fs::read_dir(folder).expect("a folder").count();
    assert_eq!(beside, 3, "nothing is left over");
    (out.status.code().expect("an exit status"), String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn a_missing_engine_is_named_with_the_way_to_get_it() {
    let folder = repository();
    for (engine, expected) in [
        ("auto", &["neither Chromium nor Chrome nor Edge", "nor is WeasyPrint", "apt install chromium"][..]),
        ("chromium", &["neither Chromium nor Chrome nor Edge", "CHROME=/path/to/chrome"]),
        ("weasyprint", &["WeasyPrint is not here", "pip install weasyprint"]),
    ] {
        let (status, said) = pdf(folder.path(), &["--engine", engine]);
        assert_eq!(status, 2, "{said}");
        assert!(expected.iter().all(|words| said.contains(words)), "{engine}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn an_engine_that_hangs_fails_or_writes_nonsense_leaves_the_former_pdf() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = repository();
    for (name, script, expected) in [
        ("chromium", "exec /bin/sleep 60", &["the engine was stopped after 1 seconds", "--time-limit"][..]),
        ("chromium", "echo 'no display' >&2; exit 7", &["the engine failed: no display", "try the other --engine"]),
        ("chromium", "exit 0", &["the engine failed", "try the other --engine"]),
        (
            "weasyprint",
            "for last; do :; done; echo nonsense > \"$last\"",
            &["a PDF that can't be read", "try the other --engine"],
        ),
        ("weasyprint", "exec /bin/sleep 60", &["the engine was stopped after 1 seconds", "--time-limit"]),
    ] {
        let path = folder.path().join("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
        let (status, said) = pdf(folder.path(), &["--engine", name, "--time-limit", "1"]);
        assert_eq!(status, 2, "{said}");
        assert!(expected.iter().all(|words| said.contains(words)), "{name}, {script}: {said}");
        fs::remove_file(path).expect("removed");
    }
}
