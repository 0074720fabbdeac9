//! Owns the engines: where they are found, how each is called, and how a call ends.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::Failure;
use super::folder::Folder;

/// A program that prints HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or a browser made of it.
    Chromium(PathBuf),
    /// WeasyPrint.
    WeasyPrint(PathBuf),
}

/// Which engine is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The first that is there.
    Any,
    /// Chromium or a browser made of it.
    Chromium,
    /// WeasyPrint.
    WeasyPrint,
}

/// No engine of the wanted sort is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing(pub Choice);

/// What a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The pages that places come to lie on, and nothing else.
    Numbers,
    /// The PDF.
    Print,
}

/// Names that Chromium and its kin are called by.
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "brave-browser",
];

/// Finds an engine; `locate` says where a program of a name lies.
///
/// # Errors
/// Where there is none.
pub fn find(choice: Choice, locate: &dyn Fn(&str) -> Option<PathBuf>) -> Result<Engine, Missing> {
    let chromium = || CHROMIUM.iter().find_map(|name| locate(name)).map(Engine::Chromium);
    let weasyprint = || locate("weasyprint").map(Engine::WeasyPrint);
    let found = match choice {
        Choice::Any => chromium().or_else(weasyprint),
        Choice::Chromium => chromium(),
        Choice::WeasyPrint => weasyprint(),
    };
    found.ok_or(Missing(choice))
}

impl Engine {
    /// What people call it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Chromium(_) => "Chromium",
            Self::WeasyPrint(_) => "WeasyPrint",
        }
    }

    fn command(&self, folder: &Folder, aim: Aim) -> Command {
        match self {
            Self::Chromium(path) => chromium(path, folder, aim),
            Self::WeasyPrint(path) => weasyprint(path, folder),
        }
    }
}

/// Chromium without a window, a profile, a network or a word to anybody. The page may read the files beside it, which are those of the site and no
/// others; its own policy forbids scripts.
fn chromium(path: &Path, folder: &Folder, aim: Aim) -> Command {
    let mut command = Command::new(path);
    command.args([
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--metrics-recording-only",
        "--proxy-server=http://127.0.0.1:9",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--allow-file-access-from-files",
        "--no-pdf-header-footer",
    ]);
    command.arg(match aim {
        Aim::Numbers => "--disable-pdf-tagging",
        Aim::Print => "--generate-pdf-document-outline",
    });
    // Chromium's own cage is not to be had for the system's administrator, as whom containers run.
    if folder.is_roots() {
        command.arg("--no-sandbox");
    }
    command.arg(joined("--user-data-dir=", &folder.scratch()));
    command.arg(joined("--print-to-pdf=", &folder.output()));
    command.arg(joined("file://", &folder.page()));
    command
}

fn weasyprint(path: &Path, folder: &Folder) -> Command {
    let mut command = Command::new(path);
    command.args(["--quiet", "--pdf-tags", "--custom-metadata", "--allowed-protocols", "file,data"]);
    command.arg(folder.page()).arg(folder.output());
    // Dates and identifiers of the file follow this in place of the clock.
    command.env("SOURCE_DATE_EPOCH", "0");
    command
}

fn joined(option: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(path);
    argument
}

/// How often it is looked whether the engine has come to its end.
const GLANCE: Duration = Duration::from_millis(20);

/// Most that is told of what an engine has said.
const SAID: usize = 600;

/// Has the engine print a page, and gives the PDF.
pub(super) fn run(engine: &Engine, folder: &Folder, html: &str, aim: Aim, end: Instant) -> Result<Vec<u8>, Failure> {
    folder.write(html)?;
    let said = folder.said()?;
    let mut command = engine.command(folder, aim);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said);
    let mut child = command.spawn()?;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Err(Failure::TimedOut(Duration::ZERO));
        }
        std::thread::sleep(GLANCE);
    };
    match fs::read(folder.output()) {
        Ok(bytes) if status.success() && !bytes.is_empty() => Ok(bytes),
        _ => {
            let mut said = String::new();
            folder.heard()?.take(1 << 16).read_to_string(&mut said).ok();
            let last: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).rev().take(3).collect();
            let told: String = last.into_iter().rev().collect::<Vec<_>>().join("; ").chars().take(SAID).collect();
            Err(Failure::Engine(if told.is_empty() { status.to_string() } else { told }))
        }
    }
}
