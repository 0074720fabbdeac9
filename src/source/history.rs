//! Owns what git knows of the files: the day on which each was last changed. It is apart because it is the only place that starts another program,
//! and that program reads settings which the repository's authors may have written.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use jiff::civil::Date;

/// Variables of the environment that git is given: where programs and its own settings are. Everything else is kept from it, lest a hook that
/// runs the build lead it to another repository, or a trace write files.
pub const ENVIRONMENT: &[&str] = &["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "USERPROFILE", "SYSTEMROOT"];

/// How long git may take. Ten thousand commits take a fraction of a second.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes of git's answer that are read at most.
const LONGEST: u64 = 512 << 20;

/// The history of a repository as far as pages tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The commit that it ends with.
    head: String,
    /// The day of each file's last commit, by its path from the folder that was asked about.
    days: BTreeMap<String, Date>,
    /// Who wrote the commits, those with the most first.
    authors: Vec<String>,
}

/// Where the files of a repository come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The last commit, by the first digits of its name. What is not committed yet is not part of it.
    pub revision: String,
    /// Names of those who wrote the commits, the busiest first; never their addresses.
    pub contributors: Vec<String>,
}

/// Digits of a commit's name that tell it from others.
const DIGITS: usize = 8;

impl History {
    /// The day on which a file was last committed; nothing for one that never was.
    pub fn day(&self, path: &str) -> Option<Date> {
        self.days.get(path).copied()
    }

    /// Where the files come from.
    pub(super) fn origin(&self) -> Origin {
        Origin { revision: self.head.chars().take(DIGITS).collect(), contributors: self.authors.clone() }
    }
}

/// Why there is no history to tell of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoHistory {
    /// There is no git on this computer.
    NoGit,
    /// The folder is in no git repository, or in one without commits.
    NoRepository,
    /// The repository belongs to another user of this computer, so git does not trust it.
    OtherOwner,
    /// Only the latest commits were fetched, so every file would seem to be as new as they are.
    Shallow,
    /// Git took too long.
    Slow,
    /// Git failed, and says why.
    Failed(String),
}

impl NoHistory {
    /// What to do about it, where something can be done.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::NoGit => Some("install git where the site is built"),
            Self::OtherOwner => Some("if you trust the folder: git config --global --add safe.directory PATH"),
            Self::Shallow => Some(
                "fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` under `variables` for GitLab, \
                 or `git fetch --unshallow`",
            ),
            Self::NoRepository | Self::Slow | Self::Failed(_) => None,
        }
    }
}

impl fmt::Display for NoHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit => f.write_str("git is not installed"),
            Self::NoRepository => f.write_str("nothing is committed to git here"),
            Self::OtherOwner => f.write_str("the git repository belongs to another user, so git does not trust it"),
            Self::Shallow => f.write_str("only the latest commits were fetched (a shallow clone)"),
            Self::Slow => write!(f, "git took more than {} seconds", PATIENCE.as_secs()),
            Self::Failed(why) => write!(f, "git failed: {why}"),
        }
    }
}

/// Reads the history of the files in `root` and below. `known` is what an earlier reading gave: it is given back where nothing was committed since.
/// `environment` has the variables of [`ENVIRONMENT`]. Git is started twice, however long the history is.
///
/// # Errors
/// Where there is no history, or none that can be relied on.
pub fn history(root: &Path, environment: &[(&str, OsString)], known: Option<&History>) -> Result<History, NoHistory> {
    let state = ask(root, environment, &["rev-parse", "--is-shallow-repository", "--verify", "HEAD^{commit}"])?;
    let mut lines = state.lines();
    let (shallow, head) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    if shallow != "false" {
        return Err(NoHistory::Shallow);
    }
    if let Some(known) = known.filter(|known| known.head == head) {
        return Ok(known.clone());
    }
    // The commit is named, so that a commit made meanwhile changes nothing. A merge counts for the files that it gave a content of their own.
    let log = [
        "log",
        "-c",
        "-z",
        "--format=%x01%cs%x02%an",
        "--name-status",
        "--relative",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--no-show-signature",
        "--no-notes",
        "--no-mailmap",
        "--no-color",
        "--ignore-submodules=all",
        "--end-of-options",
        head,
        "--",
        ".",
    ];
    let log = ask(root, environment, &log)?;
    Ok(History { head: head.to_owned(), days: days(&log), authors: authors(&log) })
}

/// The day of each path's newest commit; a file that its newest commit took away has none.
fn days(log: &str) -> BTreeMap<String, Date> {
    let mut newest: BTreeMap<String, Option<Date>> = BTreeMap::new();
    let mut day = None;
    let mut fields = log.split('\0').map(|field| field.trim_start_matches('\n'));
    while let Some(field) = fields.next() {
        if let Some(written) = field.strip_prefix('\u{1}') {
            day = written.split('\u{2}').next().and_then(|day| day.trim().parse().ok());
        } else if !field.is_empty() {
            let Some(path) = fields.next() else { break };
            // One letter a parent: D where the file is in the parent and no longer here.
            let gone = field.bytes().all(|letter| letter == b'D');
            newest.entry(path.to_owned()).or_insert(day.filter(|_| !gone));
        }
    }
    newest.into_iter().filter_map(|(path, day)| Some((path, day?))).collect()
}

/// The authors of commits, those with the most first and then by name.
fn authors(log: &str) -> Vec<String> {
    let commits = log.split('\0').filter_map(|field| field.trim_start_matches('\n').strip_prefix('\u{1}'));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in commits.filter_map(|commit| Some(commit.split_once('\u{2}')?.1.trim())).filter(|name| !name.is_empty()) {
        *counts.entry(name).or_default() += 1;
    }
    let mut names: Vec<_> = counts.into_iter().collect();
    names.sort_by_key(|(_, commits)| std::cmp::Reverse(*commits));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// Puts a question to git and waits for the answer.
fn ask(root: &Path, environment: &[(&str, OsString)], arguments: &[&str]) -> Result<String, NoHistory> {
    // The settings of a repository are its authors' as well: what they could have git start (a file system monitor, hooks, a pager, checks of
    // signatures, programs that fetch what is missing) is off, and so is what would change the answer.
    let settings =
        ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "log.showRoot=true", "log.follow=false"];
    let mut command = Command::new("git");
    command.arg("--no-pager").args(settings.iter().flat_map(|setting| ["-c", setting])).args(arguments);
    command.current_dir(root).env_clear().envs(environment.iter().map(|(name, value)| (name, value)));
    command.envs([
        ("LC_ALL", "C"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_ASKPASS", ""),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_ALLOW_PROTOCOL", "none"),
    ]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => NoHistory::NoGit,
        _ => NoHistory::Failed(error.to_string()),
    })?;
    let (out, err) = (reader(child.stdout.take()), reader(child.stderr.take()));
    let answer = out.recv_timeout(PATIENCE);
    let Ok(answer) = answer else {
        end(&mut child);
        return Err(NoHistory::Slow);
    };
    let complaint = err.recv_timeout(PATIENCE).unwrap_or_default();
    let status = end(&mut child);
    if status.is_some_and(|status| status.success()) {
        return Ok(String::from_utf8_lossy(&answer).into_owned());
    }
    Err(refusal(&String::from_utf8_lossy(&complaint)))
}

/// Reads a stream to its end on a thread of its own, since a full pipe would stop git.
fn reader(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(stream) = stream {
            // What was read until a failure is not the whole answer; the exit status says that.
            let _ = stream.take(LONGEST).read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}

/// Waits for a process that has closed its output; one that has not ends now.
fn end(child: &mut Child) -> Option<ExitStatus> {
    for _ in 0..100 {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(2)),
            Ok(status) => return status,
            Err(_) => return None,
        }
    }
    let _ = child.kill();
    child.wait().ok()
}

/// What git's complaint means.
fn refusal(complaint: &str) -> NoHistory {
    let line = complaint.lines().find_map(|line| line.strip_prefix("fatal: ")).unwrap_or(complaint.trim());
    if line.contains("dubious ownership") {
        NoHistory::OtherOwner
    } else if line.contains("not a git repository") || line.contains("Needed a single revision") {
        NoHistory::NoRepository
    } else {
        NoHistory::Failed(line.chars().filter(|c| !c.is_control()).take(200).collect())
    }
}

#[cfg(test)]
mod tests;
