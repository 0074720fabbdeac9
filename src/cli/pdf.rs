//! Owns `clustersite pdf`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use super::{AudienceArguments, End, Failure, Repository, ThemeArguments, end, progress, show, tell, tell_undated};
use crate::bundle::Bundle;
use crate::diag::Format;
use crate::model::kinds::document::Paper;
use crate::pdf::{self, Choice, Missing};
use crate::{Document, Request, render, write};

/// What stands for every document.
const ALL: &str = "all";

/// Print the document as a PDF, one for each language
///
/// A browser or WeasyPrint on this computer does the printing; nothing is fetched from anywhere and nothing leaves the computer. With findings at error
/// level nothing is printed.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite pdf\n  clustersite pdf my-cluster --language fr --output strategy.pdf\n  clustersite pdf --document profile --document executive-summary --paper letter\n  clustersite pdf --document all --output dist\n  clustersite pdf --engine weasyprint --audience members"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    repository: Repository,
    #[command(flatten)]
    audience: AudienceArguments,
    #[command(flatten)]
    theme: ThemeArguments,
    /// Language to print, as cluster.yaml names it; may be given several times [default: all]
    #[arg(long, short, value_name = "TAG")]
    language: Vec<String>,
    /// Document to print: `strategy` is the whole one, `all` are all there are, others are those that `print` in cluster.yaml names; may be given several
    /// times
    #[arg(long, short, value_name = "NAME", default_value = crate::STRATEGY)]
    document: Vec<String>,
    /// Paper [default: what cluster.yaml says of a document, or else A4]
    #[arg(long, value_enum)]
    paper: Option<PaperName>,
    /// Folder for the PDFs, or a file that ends with .pdf for a single one [default: DIR]
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    /// What prints; `auto` takes the first that is there
    #[arg(long, value_enum, default_value_t = EngineName::Auto)]
    engine: EngineName,
    /// Seconds that a document may take
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    time_limit: u64,
    /// Form of the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum PaperName {
    A4,
    Letter,
}

#[derive(Clone, Copy, ValueEnum)]
enum EngineName {
    Auto,
    Chromium,
    Weasyprint,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let choice = match arguments.engine {
        EngineName::Auto => Choice::Any,
        EngineName::Chromium => Choice::Chromium,
        EngineName::Weasyprint => Choice::WeasyPrint,
    };
    let engine = pdf::find(choice, &locate).map_err(missing)?;
    let directory = &arguments.repository.directory;
    let (mut sources, skipped) = arguments.repository.read(&directory.join("dist"))?;
    match arguments.repository.history(None) {
        Ok(history) => sources = sources.dated(&history),
        Err(why) => tell_undated(&why),
    }
    let today = arguments.repository.today();
    let request = Request {
        audience: arguments.audience.audience(),
        profile: arguments.repository.profile(),
        today,
        at_root: false,
        theme: arguments.theme.theme,
    };
    let cache = write::Stash::new(directory.join(super::build::CACHE));
    let built = crate::build_with(&sources, &skipped, &request, &|| {}, Some(&cache));
    show(&built.report, &sources, &arguments.repository, arguments.format)?;
    let Some(mut bundle) = built.bundle else {
        tell("nothing was printed");
        return Ok(End::Findings);
    };
    let documents = wanted(&built.documents, &arguments.document, &arguments.language)?;
    if let Some(paper) = arguments.paper {
        documents.iter().for_each(|document| put_on(&mut bundle, document, paper));
    }
    let single = arguments.output.as_deref().filter(|output| output.extension().is_some_and(|ending| ending == "pdf"));
    if single.is_some() && documents.len() > 1 {
        let help = "name a folder, or one document with --document and one language with --language";
        return Err(Failure::new(format!("there are {} documents to print, and one file for them", documents.len())).help(help));
    }
    let folder = arguments.output.as_deref().unwrap_or(directory);
    for Document { name, language, path } in documents {
        let start = Instant::now();
        let bar = progress("{spinner} {msg}");
        let on_pass = |pass: u32| bar.set_message(format!("{} prints `{name}` in `{language}`, run {pass}", engine.name()));
        let job = pdf::Job {
            bundle: &bundle,
            document: path,
            engine: &engine,
            limit: Duration::from_secs(arguments.time_limit),
            today,
            on_pass: &on_pass,
        };
        let printed = pdf::print(&job).map_err(|failure| failed(&failure));
        bar.finish_and_clear();
        let printed = printed?;
        let target = single.map_or_else(|| folder.join(format!("{name}.{language}.pdf")), Path::to_path_buf);
        save(&target, &printed.bytes)?;
        tell(&format!(
            "{}: {} pages, printed by {} in {} {} ({:.1} s)",
            target.display(),
            printed.pages,
            engine.name(),
            printed.passes,
            if printed.passes == 1 { "run" } else { "runs" },
            start.elapsed().as_secs_f64()
        ));
    }
    Ok(end(&built.report))
}

/// The documents that were asked for, in the languages that were asked for.
fn wanted<'b>(documents: &'b [Document], names: &[String], languages: &[String]) -> Result<Vec<&'b Document>, Failure> {
    let known = |of: fn(&Document) -> &str| {
        let mut known: Vec<&str> = documents.iter().map(of).collect();
        known.sort_unstable();
        known.dedup();
        known.join(", ")
    };
    if let Some(unknown) = languages.iter().find(|tag| documents.iter().all(|known| known.language != **tag)) {
        let help = format!("it has {}", known(|document| &document.language));
        return Err(Failure::new(format!("the cluster has no language `{unknown}`")).help(help));
    }
    let all = names.iter().any(|name| name == ALL);
    if let Some(unknown) = names.iter().find(|name| *name != ALL && documents.iter().all(|known| known.name != **name)) {
        let help = format!("this audience has {}; `print` in cluster.yaml lists more", known(|document| &document.name));
        return Err(Failure::new(format!("there is no document `{unknown}`")).help(help));
    }
    let chosen = |document: &&Document| {
        (all || names.contains(&document.name)) && (languages.is_empty() || languages.contains(&document.language))
    };
    Ok(documents.iter().filter(chosen).collect())
}

/// Makes a document's own style sheet one for another paper.
fn put_on(bundle: &mut Bundle, document: &Document, paper: PaperName) {
    let paper = match paper {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    };
    let sheet = document.path.replace(".html", ".css");
    let css = bundle.get(&sheet).and_then(|bytes| std::str::from_utf8(bytes).ok()).map(|css| render::on_paper(css, paper));
    if let Some(css) = css {
        bundle.insert(sheet, css.into_bytes());
    }
}

/// Where a program lies: what `CHROME` names goes before any browser, else the folders of the search path, and on a Mac the applications.
fn locate(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("CHROME").map(PathBuf::from).filter(|_| name == "chromium").filter(|path| path.is_file());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let ending = std::env::consts::EXE_SUFFIX;
    let found = || std::env::split_paths(&path).map(|folder| folder.join(format!("{name}{ending}"))).find(|path| path.is_file());
    let application = || {
        let path = match name {
            "google-chrome" => "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "chromium" => "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "microsoft-edge" => "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            _ => return None,
        };
        Some(PathBuf::from(path)).filter(|path| path.is_file())
    };
    named.or_else(found).or_else(application)
}

fn missing(Missing(choice): Missing) -> Failure {
    let (what, how) = match choice {
        Choice::Any | Choice::Chromium => (
            "there is no browser here that can print: neither Chromium nor Chrome nor Edge",
            "install one (Debian, Ubuntu: `apt install chromium`), or name it: `CHROME=/path/to/chrome clustersite pdf`",
        ),
        Choice::WeasyPrint => {
            ("WeasyPrint is not here", "install it: `pip install weasyprint` (Debian, Ubuntu: `apt install weasyprint`)")
        }
    };
    let what = if choice == Choice::Any { format!("{what}; nor is WeasyPrint") } else { what.to_owned() };
    Failure::new(what).help(how)
}

fn failed(failure: &pdf::Failure) -> Failure {
    let help = match failure {
        pdf::Failure::TimedOut(_) => Some("give it more time with --time-limit, or try the other --engine"),
        pdf::Failure::Engine(_) | pdf::Failure::Unreadable(_) => Some("try the other --engine"),
        pdf::Failure::NoDocument | pdf::Failure::System(_) => None,
    };
    let told = Failure::new(format!("the document was not printed: {failure}"));
    match help {
        Some(help) => told.help(help),
        None => told,
    }
}

/// Writes a PDF beside its place first, so that a failure leaves the former one whole.
fn save(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let put = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        // As open to others as any new file of this user, whereas temporary ones are their owner's alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        std::io::Write::write_all(&mut file, bytes)?;
        file.persist(target).map_err(|error| error.error)?;
        Ok(())
    };
    put().map_err(|error| Failure::new(format!("{} can't be written: {error}", target.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_pdf_is_as_open_to_others_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (saved, plain) = (folder.path().join("out/saved.pdf"), folder.path().join("plain.pdf"));
        assert!(save(&saved, b"pdf").is_ok());
        fs::write(&plain, b"pdf").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&saved), mode(&plain));
    }
}
