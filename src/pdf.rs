//! Owns the document as a PDF: an engine prints the document's HTML, and what the engine leaves open is finished. It is apart from all that makes the HTML
//! because it runs other people's programs, over a folder of its own and without any network.

use std::fmt;
use std::io;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use lopdf::Document;

use crate::bundle::Bundle;

mod artifact;
mod engine;
mod finish;
mod folder;
mod head;
mod heads;
mod labels;
mod numbers;
mod order;
mod outline;
mod parents;
mod pictures;
mod structure;
mod universal;

pub use engine::{Choice, Engine, Missing, find};

use engine::Aim;

/// What is to be printed, and how.
pub struct Job<'a> {
    /// The site that the document is part of.
    pub bundle: &'a Bundle,
    /// Path of the document in it: `fr/print/index.html`.
    pub document: &'a str,
    /// What prints it.
    pub engine: &'a Engine,
    /// How long that may take in all.
    pub limit: Duration,
    /// The day that the PDF says it was made on; the clock's would make two prints of the same document differ.
    pub today: Date,
    /// Told before each run of the engine, with its number.
    pub on_pass: &'a dyn Fn(u32),
}

/// A printed document.
#[derive(Debug)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of its pages.
    pub pages: usize,
    /// How often the engine ran.
    pub passes: u32,
}

/// Why a document was not printed.
#[derive(Debug)]
pub enum Failure {
    /// The site has no such document.
    NoDocument,
    /// The engine did not come to an end in time.
    TimedOut(Duration),
    /// The engine ended with a failure, and said this.
    Engine(String),
    /// What the engine wrote is no PDF that can be read.
    Unreadable(String),
    /// The system refused something.
    System(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDocument => out.write_str("the site has no such document"),
            Self::TimedOut(limit) => write!(out, "the engine was stopped after {} seconds", limit.as_secs()),
            Self::Engine(said) => write!(out, "the engine failed: {said}"),
            Self::Unreadable(why) => write!(out, "the engine wrote a PDF that can't be read: {why}"),
            Self::System(error) => write!(out, "the engine can't be run: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl From<lopdf::Error> for Failure {
    fn from(error: lopdf::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// Runs of the engine after which page numbers are taken as they are. The first run only finds the numbers, and the second is nearly always right: numbers
/// of other widths can move a page break only so often.
const PASSES: u32 = 5;

/// Prints a document.
pub fn print(job: &Job<'_>) -> Result<Printed, Failure> {
    let html = job.bundle.get(job.document).ok_or(Failure::NoDocument)?;
    let html = std::str::from_utf8(html).map_err(|_| Failure::NoDocument)?;
    let end = Instant::now() + job.limit;
    let folder = folder::Folder::with(job.bundle, job.document, html)?;
    let run = |html: &str, aim: Aim, pass: u32| -> Result<Document, Failure> {
        (job.on_pass)(pass);
        let bytes = engine::run(job.engine, &folder, html, aim, end).map_err(|failure| match failure {
            Failure::TimedOut(_) => Failure::TimedOut(job.limit),
            other => other,
        })?;
        Ok(Document::load_mem(&bytes)?)
    };
    let (mut pdf, passes) = match job.engine {
        Engine::Chromium(_) => numbered(html, run)?,
        Engine::WeasyPrint(_) => numbered(&numbers::written(&pictures::without_links(html)), run)?,
    };
    let pages = pdf.get_pages().len();
    finish::finish(&mut pdf, html, job.today, job.engine)?;
    if matches!(job.engine, Engine::Chromium(_)) {
        outline::name(&mut pdf, html)?;
    }
    let mut bytes = Vec::new();
    pdf.save_modern(&mut bytes)?;
    Ok(Printed { bytes, pages, passes })
}

/// Prints until the numbers that stand in the document are those of the pages that they lead to. The first run has numbers of three digits, so that
/// those of most documents take their place without moving anything.
fn numbered(html: &str, run: impl Fn(&str, Aim, u32) -> Result<Document, Failure>) -> Result<(Document, u32), Failure> {
    let filled = |pdf: &Document| {
        let pages = numbers::destinations(pdf);
        numbers::fill(html, |id| pages.get(id).copied())
    };
    let mut known = filled(&run(&numbers::bare(&numbers::fill(html, |_| Some(888))), Aim::Numbers, 1)?);
    let mut pass = 2;
    loop {
        let pdf = run(&known, Aim::Print, pass)?;
        let found = filled(&pdf);
        // Links within pictures show no numbers.
        if numbers::bare(&found) == numbers::bare(&known) || pass == PASSES {
            return Ok((pdf, pass));
        }
        (known, pass) = (found, pass + 1);
    }
}
