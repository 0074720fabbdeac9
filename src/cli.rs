//! Owns the command line: arguments, one file a subcommand, and everything that comes from outside (clock, environment, terminal).

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use crate::diag::{self, Format, Profile, Report};
use crate::model::{Audience, Visibility};
use crate::source::{ENVIRONMENT, History, Limits, NoHistory, Sources, history, read};

mod build;
mod check;
mod completions;
mod explain;
mod init;
mod new;
#[cfg(feature = "pdf")]
mod pdf;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod status;
mod theme;

/// Publish an economic cluster's strategy: from YAML, Markdown and CSV to a checked website and print document.
#[derive(Parser)]
#[command(name = "clustersite", version, about, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  clustersite init my-cluster          start a repository
  clustersite serve my-cluster         write, and see the site change as you save
  clustersite check my-cluster         find every mistake at once
  clustersite build my-cluster         publish into my-cluster/dist
  clustersite pdf my-cluster           print the document

Exit status: 0 when all is well, 1 when there are findings at error level, 2 when a command can't be carried out.";

#[derive(Subcommand)]
enum Command {
    Init(init::Arguments),
    New(new::Arguments),
    Check(check::Arguments),
    Status(status::Arguments),
    Build(build::Arguments),
    #[cfg(feature = "pdf")]
    Pdf(pdf::Arguments),
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
    Explain(explain::Arguments),
    Rules(rules::Arguments),
    Schema(schema::Arguments),
    Theme(theme::Arguments),
    Completions(completions::Arguments),
}

/// How a command ended.
enum End {
    /// All is well.
    Clean,
    /// There are findings at error level.
    Findings,
}

/// Why a command could not be carried out: what happened and what to do.
struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Reads the arguments, carries out the command and gives its exit status.
pub fn run() -> ExitCode {
    let end = match Cli::parse().command {
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        #[cfg(feature = "pdf")]
        Command::Pdf(arguments) => pdf::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    match end {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(1),
        Err(failure) => {
            tell(&format!("{}: {}", paint("error", 31), failure.message));
            if let Some(help) = failure.help {
                tell(&format!("  {}: {help}", paint("help", 36)));
            }
            ExitCode::from(2)
        }
    }
}

/// What commands that read a repository have in common.
#[derive(Args)]
struct Repository {
    /// Folder that holds cluster.yaml
    #[arg(default_value = ".", value_name = "DIR")]
    directory: PathBuf,
    /// How strict to be: in `draft` gaps are notes, in `publish` they are errors [default: what cluster.yaml says, else draft]
    #[arg(long, value_enum)]
    profile: Option<ProfileName>,
    /// The day to speak of, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ProfileName {
    Draft,
    Publish,
}

impl Repository {
    fn profile(&self) -> Option<Profile> {
        self.profile.map(|name| match name {
            ProfileName::Draft => Profile::Draft,
            ProfileName::Publish => Profile::Publish,
        })
    }

    fn today(&self) -> Date {
        today(self.date)
    }

    /// Reads the files of the repository, all but those of an output folder in it.
    fn read(&self, output: &Path) -> Result<(Sources, Vec<crate::source::Skipped>), Failure> {
        let read = read(&self.directory, &Limits::default(), &[output.to_owned()]);
        read.map_err(|error| Failure::new(error.to_string()).help("name the folder that holds cluster.yaml"))
    }

    /// Reads when its files were last committed. `known` is what an earlier reading gave.
    fn history(&self, known: Option<&History>) -> Result<History, NoHistory> {
        let environment: Vec<_> = ENVIRONMENT.iter().filter_map(|name| Some((*name, std::env::var_os(name)?))).collect();
        history(&self.directory, &environment, known)
    }
}

/// Says why pages don't tell when they were last changed, and what to do about it.
fn tell_undated(why: &NoHistory) {
    tell(&format!("{}: pages don't say when they were last changed: {why}", paint("note", 36)));
    if let Some(help) = why.help() {
        tell(&format!("  {}: {help}", paint("help", 36)));
    }
}

/// Whom a site is for.
#[derive(Args)]
struct AudienceArguments {
    /// Whom the site is for; what others may not see is not in it in any form
    #[arg(long, value_enum, default_value_t = AudienceName::Public)]
    audience: AudienceName,
    /// Build drafts too
    #[arg(long)]
    drafts: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum AudienceName {
    Public,
    Members,
    Internal,
}

impl AudienceArguments {
    fn audience(&self) -> Audience {
        let sees = match self.audience {
            AudienceName::Public => Visibility::Public,
            AudienceName::Members => Visibility::Members,
            AudienceName::Internal => Visibility::Internal,
        };
        Audience { sees, drafts: self.drafts }
    }
}

/// What a site is dressed in.
#[derive(Args)]
struct ThemeArguments {
    /// Theme to dress the site in, to try one out [default: what cluster.yaml says]
    #[arg(long, value_name = "NAME", value_parser = theme::name)]
    theme: Option<&'static str>,
}

/// The day given, else that of `SOURCE_DATE_EPOCH` (so that builds can be repeated), else today.
fn today(given: Option<Date>) -> Date {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let epoch = epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let epoch = epoch.map(|moment| moment.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
    given.or(epoch).unwrap_or_else(|| jiff::ZonedDateTime::now().date())
}

fn date(text: &str) -> Result<Date, String> {
    crate::model::value::Date::parse(text).map(|date| date.0).map_err(|why| format!("{why}; write it as 2026-03-31"))
}

/// A line that tells what is being done, as its template says; only on a terminal, and only when there is time to see it.
fn progress(template: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// Whether colour is wanted on a stream: only on a terminal, and not where `NO_COLOR` is set.
fn colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// A word in a colour of the terminal, for the error stream.
fn paint(word: &str, code: u8) -> String {
    if colour(&std::io::stderr()) { format!("\u{1b}[1;{code}m{word}\u{1b}[0m") } else { word.to_owned() }
}

/// Says something to the person, on the error stream.
fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a result, on the output stream; a reader that has gone away is no fault.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::new(format!("can't write: {error}"))),
        _ => Ok(()),
    }
}

/// Options for findings as they are shown on a stream.
fn options(stream: &impl IsTerminal, repository: &Repository) -> diag::Options {
    let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100);
    let directory = repository.directory.to_string_lossy().replace('\\', "/");
    let prefix = if directory == "." { String::new() } else { directory.trim_end_matches('/').to_owned() };
    diag::Options { colour: colour(stream), width, profile: repository.profile().unwrap_or_default(), prefix }
}

/// Findings in the form that was asked for: for people on the error stream, for machines on the output stream.
fn show(report: &Report, sources: &Sources, repository: &Repository, format: Format) -> Result<(), Failure> {
    match format {
        Format::Human => {
            let text = diag::render(report, sources, format, &options(&std::io::stderr(), repository));
            let _ = std::io::stderr().write_all(text.as_bytes());
            Ok(())
        }
        Format::Json | Format::Sarif | Format::Github | Format::Gitlab => {
            print(&diag::render(report, sources, format, &options(&std::io::stdout(), repository)))
        }
    }
}

fn end(report: &Report) -> End {
    if report.has_errors() { End::Findings } else { End::Clean }
}
