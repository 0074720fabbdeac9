//! Measures a whole build, from files on disk to files on disk, of generated repositories of 1,000 and 10,000 pages: seconds, pages per
//! second, peak memory, growth from one size to the other, an unchanged rebuild, and beside them the bare cost of writing the same files
//! and what the search index costs on top.
//!
//! Each size is measured in a process of its own, since peak memory is told for a whole process. Run with `cargo bench`.
//!
//! `cargo bench -- pdf` measures a document of some 300 pages instead: what it takes as a PDF with its page numbers, and the browser's bare time.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, read};
use clustersite::{Request, build, pdf, write};

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("pdf") => document(),
        Some("measure") => measure(arguments.next().ok_or("no size")?.parse()?),
        _ => compare(),
    }
}

/// Measures every size in a child process and prints the table.
fn compare() -> Outcome {
    println!(
        "{:>7} {:>9} {:>9} {:>9} {:>10} {:>8} {:>8} {:>9} {:>10} {:>12}",
        "pages", "build s", "pages/s", "peak MiB", "rebuild s", "written", "bare s", "search s", "search MiB", "search files"
    );
    let mut seconds = Vec::new();
    for size in [100, 1_000, 10_000] {
        let output = Command::new(std::env::current_exe()?).args(["measure", &size.to_string()]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        let line = String::from_utf8(output.stdout)?;
        print!("{line}");
        seconds.push(line.split_whitespace().nth(1).ok_or("no seconds")?.parse::<f64>()?);
    }
    println!("growth from 1,000 to 10,000 pages: {:.1} times (linear is 10)", seconds[2] / seconds[1]);
    Ok(())
}

/// Builds a repository of some `size` pages three times, keeps the best, and prints one line.
fn measure(size: usize) -> Outcome {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("repository");
    generate(&root, size)?;
    let mut output = std::path::PathBuf::new();
    let mut best = f64::INFINITY;
    let mut pages = 0;
    let mut peak = 0.0;
    for run in 0..3 {
        // A new folder each time: ext4 is many times slower just after a mass deletion, which would be measured instead.
        output = folder.path().join(format!("site-{run}"));
        let start = Instant::now();
        pages = once(&root, &output)?.0;
        best = best.min(start.elapsed().as_secs_f64());
        // The command builds once in a process, so the peak of the first build is what its user sees.
        if run == 0 {
            peak = peak_memory()?;
        }
    }
    let start = Instant::now();
    let written = once(&root, &output)?.1;
    let rebuild = start.elapsed().as_secs_f64();
    let bare = bare(&output, &folder.path().join("bare"))?;
    let speed = pages as f64 / best;
    let search = search(&root)?;
    println!("{pages:>7} {best:>9.3} {speed:>9.0} {peak:>9.0} {rebuild:>10.3} {written:>8} {bare:>8.3} {search}");
    Ok(())
}

/// Prints a long document three times, and has the browser print the same HTML with nothing before or after.
fn document() -> Outcome {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("repository");
    generate(&root, 320)?;
    let (sources, skipped) = read(&root, &Limits::default(), &[])?;
    let built = build(&sources, &skipped, &request(), &|| {});
    let bundle = built.bundle.ok_or("no site")?;
    let path = &built.documents.first().ok_or("no document")?.path;
    let site = folder.path().join("site");
    write::publish(&bundle, &site, None)?;
    let locate = |name: &str| Some(Path::new("/usr/bin").join(name)).filter(|path| path.is_file());
    let engine = pdf::find(pdf::Choice::Chromium, &locate).map_err(|_| "no browser")?;
    let pdf::Engine::Chromium(browser) = &engine else { return Err("no browser".into()) };
    let job = pdf::Job {
        bundle: &bundle,
        document: path,
        engine: &engine,
        limit: std::time::Duration::from_secs(600),
        today: jiff::civil::date(2026, 6, 30),
        on_pass: &|_| {},
    };
    println!("{:>5} {:>6} {:>9} {:>9} {:>6}", "pages", "runs", "pdf s", "bare s", "ratio");
    for _ in 0..3 {
        let start = Instant::now();
        let printed = pdf::print(&job).map_err(|failure| failure.to_string())?;
        let whole = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let status = Command::new(browser)
            .args(["--headless", "--disable-gpu", "--no-sandbox", "--no-pdf-header-footer", "--generate-pdf-document-outline"])
            .arg(format!("--user-data-dir={}", folder.path().join("browser").display()))
            .arg(format!("--print-to-pdf={}", folder.path().join("bare.pdf").display()))
            .arg(format!("file://{}", site.join(path).display()))
            .stderr(std::process::Stdio::null())
            .status()?;
        let bare = start.elapsed().as_secs_f64();
        if !status.success() {
            return Err("the browser failed".into());
        }
        println!("{:>5} {:>6} {whole:>9.2} {bare:>9.2} {:>6.2}", printed.pages, printed.passes, whole / bare);
    }
    Ok(())
}

/// What the index of the search costs on top: seconds, peak memory of the process with it, and files.
#[cfg(feature = "search")]
fn search(root: &Path) -> Result<String, Box<dyn Error>> {
    let (sources, skipped) = read(root, &Limits::default(), &[])?;
    let built = build(&sources, &skipped, &request(), &|| {});
    let bundle = built.bundle.ok_or("no site")?;
    let start = Instant::now();
    let files = clustersite::search::index(&bundle, &built.findable)?;
    Ok(format!("{:>9.3} {:>10.0} {:>12}", start.elapsed().as_secs_f64(), peak_memory()?, files.len()))
}

/// Nothing: this program was made without the search.
#[cfg(not(feature = "search"))]
fn search(_: &Path) -> Result<String, Box<dyn Error>> {
    Ok(String::new())
}

fn request() -> Request {
    Request {
        audience: Audience { sees: Visibility::Public, drafts: false },
        profile: None,
        today: jiff::civil::date(2026, 6, 30),
        at_root: false,
        theme: None,
    }
}

/// Reads, checks, builds and publishes; gives the pages of the site and the files written.
fn once(root: &Path, output: &Path) -> Result<(usize, usize), Box<dyn Error>> {
    let (sources, skipped) = read(root, &Limits::default(), &[])?;
    let built = build(&sources, &skipped, &request(), &|| {});
    let bundle = built.bundle.ok_or_else(|| format!("{:?}", built.report.iter().next()))?;
    let pages = bundle.iter().filter(|(path, _)| path.ends_with(".html")).count();
    Ok((pages, write::publish(&bundle, output, None)?.written))
}

/// The cost of writing the files of a site and nothing else.
fn bare(site: &Path, target: &Path) -> Result<f64, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(site) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push((target.join(entry.path().strip_prefix(site)?), std::fs::read(entry.path())?));
        }
    }
    let start = Instant::now();
    for (path, bytes) in &files {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(start.elapsed().as_secs_f64())
}

/// The most memory that this process has held, in MiB; Linux tells it.
fn peak_memory() -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse::<f64>()? / 1024.0)
}

/// Writes a repository whose site has about `size` pages: news, services, projects and free pages of 400 words and a table of 20 rows
/// each, goals, and indicators with measurements.
fn generate(root: &Path, size: usize) -> Outcome {
    for folder in ["news", "services", "projects", "pages", "strategy", "monitoring"] {
        std::fs::create_dir_all(root.join(folder))?;
    }
    let cluster = "name: Generated Cluster\nlanguages: [en]\nregion: Valmont\nsector: Timber\nstage: initiation\n";
    std::fs::write(
        root.join("cluster.yaml"),
        format!("{cluster}site:\n  url: https://example.org/generated/\n  social-pictures: sections\n"),
    )?;
    let goals = 20;
    let indicators = size / 10;
    let mut text = String::new();
    for goal in 0..goals {
        writeln!(text, "goal-{goal}:\n  title: Goal number {goal}\n  due: 2028-12-31")?;
    }
    std::fs::write(root.join("strategy/goals.yaml"), &text)?;
    let mut text = String::new();
    let mut rows = "indicator,period,value\n".to_owned();
    for indicator in 0..indicators {
        let goal = indicator % goals;
        writeln!(
            text,
            "indicator-{indicator}:\n  title: Indicator number {indicator}\n  category: outcome\n  measure: unit\n  unit: firms"
        )?;
        writeln!(text, "  goals: [goal-{goal}]\n  baseline: {{value: 0, date: 2023-12-31}}")?;
        writeln!(text, "  targets:\n    - {{value: 100, date: 2028-12-31}}")?;
        for year in 2024..2026 {
            writeln!(rows, "indicator-{indicator},{year},{}", (year - 2023) * 15)?;
        }
    }
    std::fs::write(root.join("monitoring/indicators.yaml"), &text)?;
    std::fs::write(root.join("monitoring/measurements.csv"), &rows)?;
    for article in 0..size.saturating_sub(goals + indicators + 10) {
        let goal = article % goals;
        let (folder, front) = match article % 4 {
            0 => {
                ("news", format!("date: 2025-{:02}-{:02}\nsummary: What happened in brief.", article % 12 + 1, article % 28 + 1))
            }
            1 => ("services", format!("goals: [goal-{goal}]\nfrequency: rarely")),
            2 => ("projects", format!("goals: [goal-{goal}]\nstatus: running\nstart: 2025-01-01\nend: 2026-12-31")),
            _ => ("pages", "summary: A page among others.".to_owned()),
        };
        let text = format!("---\ntitle: Entry number {article}\n{front}\n---\n{}", body(article)?);
        std::fs::write(root.join(format!("{folder}/entry-{article}.md")), text)?;
    }
    Ok(())
}

/// Some 400 words under headings, with links and a table of 20 rows.
fn body(seed: usize) -> Result<String, std::fmt::Error> {
    const WORDS: [&str; 16] = [
        "timber", "members", "together", "region", "market", "skills", "quality", "forest", "value", "sawmill", "design",
        "export", "training", "partners", "growth", "trust",
    ];
    let mut body = String::new();
    for section in 0..4 {
        write!(body, "## Section {section}\n\n")?;
        for word in 0..100 {
            write!(body, "{} ", WORDS[(seed * 7 + section * 31 + word * word) % WORDS.len()])?;
        }
        write!(body, "and a link to [a goal](goal:goal-{}).\n\n", seed % 20)?;
    }
    body.push_str("| Year | Region | Value |\n|---|---|---:|\n");
    for row in 0..20 {
        writeln!(body, "| {} | Valmont {} | {} |", 2000 + row, row % 5, seed * row % 997)?;
    }
    Ok(body)
}
