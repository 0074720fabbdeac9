//! The PDFs that the tests read: the public document of the example in each of its languages by each engine that is here, made once. The repository has
//! canaries in hidden entries of every kind, so that the same PDFs show that nothing of them gets out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use clustersite::diag::Profile;
use clustersite::model::{Audience, Model, Visibility, gate, load};
use clustersite::pdf::{Choice, Engine, Job, find, print};
use clustersite::source::Sources;
use clustersite::{Built, Request, build};
use lopdf::Document;

use super::html::Source;
use super::planted;
use super::read::Text;

/// Set where engines and reading tools must be there: a test that can't run is a failure then, and not left out.
const REQUIRED: &str = "CLUSTERSITE_PDF_ENGINES";

/// The PDF of a document, and all that was read of it.
pub(crate) struct Paper {
    /// `chromium en`, for what a failed check says.
    pub(crate) name: String,
    /// Language.
    pub(crate) lang: String,
    /// Whether what printed it sets footnotes.
    pub(crate) has_footnotes: bool,
    /// The HTML that it was made of, with its style sheets.
    pub(crate) source: Source,
    /// What another program reads in it.
    pub(crate) text: Text,
    /// Its objects.
    pub(crate) pdf: Document,
}

/// The public model and the papers that it gave.
pub(crate) struct Papers {
    pub(crate) model: Model,
    pub(crate) papers: Vec<Paper>,
}

/// The papers; none, with a word about it, where nothing is here that prints or reads.
pub(crate) static PAPERS: LazyLock<Papers> = LazyLock::new(make);

/// The engines that are here.
pub(crate) fn engines() -> Vec<Engine> {
    let tools = ["pdftotext", "pdffonts", "pdfinfo"];
    let lacking: Vec<&str> = tools.into_iter().filter(|name| located(name).is_none()).collect();
    let mut found = Vec::new();
    for choice in [Choice::WeasyPrint, Choice::Chromium] {
        match find(choice, &located) {
            Ok(engine) if lacking.is_empty() => found.push(engine),
            Ok(engine) => {
                left_out(&format!("{} is not tested: {} of poppler-utils is not here", engine.name(), lacking.join(", ")));
            }
            Err(_) => left_out(&format!("{choice:?} is not tested: it is not here")),
        }
    }
    found
}

fn left_out(why: &str) {
    assert!(std::env::var_os(REQUIRED).is_none_or(|value| value != "required"), "{why}");
    // Written past what catches the words of tests: who runs them has to see it though they end well.
    let _ = writeln!(std::io::stderr(), "{why}");
}

/// Where a program lies.
fn located(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("CHROME").map(PathBuf::from).filter(|path| name == "chromium" && path.is_file());
    let path = std::env::var_os("PATH").unwrap_or_default();
    named.or_else(|| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file()))
}

/// Builds the site of a repository.
pub(crate) fn built(sources: &Sources, sees: Visibility) -> Built {
    let request = Request {
        audience: Audience { sees, drafts: false },
        profile: Some(Profile::Draft),
        today: jiff::civil::date(2026, 11, 23),
        at_root: false,
        theme: None,
    };
    let built = build(sources, &[], &request, &|| {});
    assert!(built.bundle.is_some(), "the repository builds: {:#?}", built.report);
    built
}

/// Prints a document of a site.
pub(crate) fn printed(built: &Built, document: &str, engine: &Engine) -> Vec<u8> {
    let job = Job {
        bundle: built.bundle.as_ref().expect("a site"),
        document,
        engine,
        limit: Duration::from_secs(600),
        today: jiff::civil::date(2026, 11, 23),
        on_pass: &|_| {},
    };
    print(&job).unwrap_or_else(|failure| panic!("{} prints {document}: {failure}", engine.name())).bytes
}

fn make() -> Papers {
    let sources = planted::planted(&[("visibility", "internal")]);
    let audience = Audience { sees: Visibility::Public, drafts: false };
    let model = gate(&load(&sources, &[]).model, audience);
    let engines = engines();
    if engines.is_empty() {
        return Papers { model, papers: Vec::new() };
    }
    let built = built(&sources, Visibility::Public);
    // The slow engine comes first: what is left over at the end is then short.
    let documents = || built.documents.iter().filter(|document| document.name == "strategy");
    let jobs = engines.iter().flat_map(|engine| documents().map(move |document| (engine, document))).collect::<Vec<_>>();
    let queue = Mutex::new(jobs.into_iter().rev().collect::<Vec<_>>());
    let papers = Mutex::new(Vec::new());
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                while let Some((engine, document)) = { queue.lock().expect("no job panics").pop() } {
                    let bytes = printed(&built, &document.path, engine);
                    let source = Source::read(built.bundle.as_ref().expect("a site"), &document.path);
                    let paper = read(engine, &document.language, source, &bytes);
                    papers.lock().expect("no job panics").push(paper);
                }
            });
        }
    });
    let mut papers = papers.into_inner().expect("no job panics");
    papers.sort_by(|a, b| a.name.cmp(&b.name));
    Papers { model, papers }
}

fn read(engine: &Engine, lang: &str, source: Source, bytes: &[u8]) -> Paper {
    keep(engine, lang, bytes);
    Paper {
        name: format!("{} {lang}", engine.name()),
        lang: lang.to_owned(),
        has_footnotes: matches!(engine, Engine::WeasyPrint(_)),
        source,
        text: Text::read(bytes),
        pdf: Document::load_mem(bytes).expect("a PDF"),
    }
}

/// Leaves the PDFs in the folder that `CLUSTERSITE_PDF_KEEP` names, for other checks and for those who want to look.
fn keep(engine: &Engine, lang: &str, bytes: &[u8]) {
    let Some(folder) = std::env::var_os("CLUSTERSITE_PDF_KEEP") else { return };
    let name = format!("{}-{lang}.pdf", engine.name().to_lowercase());
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(Path::new(&folder).join(name), bytes).expect("a file");
}
