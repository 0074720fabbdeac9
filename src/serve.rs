//! Owns the preview: serves the last good site over loopback, builds anew when a source changes, and tells open pages of it.
//!
//! It knows neither how a site is built nor how findings are worded: both come in through a function, so that one watcher
//! and one server do for every way of building. Files are looked up when they are asked for, never read from the output folder.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tokio::sync::watch;

mod http;
mod lookup;
mod page;
mod state;
#[cfg(test)]
mod tests;
mod watcher;

use state::State;

/// The ports that are tried in turn when none is asked for.
const PORTS: std::ops::Range<u16> = 4400..4500;

/// Gives the bytes of a file of the site by its path in the bundle (`fr/index.html`). It may render them there and then.
pub type Site = Arc<dyn Fn(&str) -> Option<Arc<[u8]>> + Send + Sync>;

/// What a build came to.
pub enum Outcome {
    /// A site, which is served from now on.
    Good(Site),
    /// Plain text about what has to be put right first. The last good site stays, with this shown on every page.
    Failed(String),
}

/// Something that the person at the terminal may want to know.
#[derive(Debug)]
pub enum Event<'a> {
    /// These files changed, and a build is about to start; `None` means that any may have.
    Changed(Option<&'a [PathBuf]>),
    /// The build panicked, with this message. Serving goes on.
    Panicked(&'a str),
    /// Watching failed in part, for this reason: some changes may go unseen.
    Unwatched(&'a str),
}

/// What to serve, where, and whom to tell.
pub struct Options {
    /// The folder of the sources, watched with all that is in it.
    pub root: PathBuf,
    /// The output folder, whose changes are not ours to follow.
    pub ignore: PathBuf,
    /// The port; `0` lets the system choose. Without one, it is the first free one from 4400 on.
    pub port: Option<u16>,
    /// Called once, with the address, when the first build is done and pages are served.
    pub on_ready: Box<dyn FnOnce(&str) + Send>,
    /// Called for every event.
    pub on_event: Box<dyn FnMut(Event<'_>) + Send>,
}

/// Why nothing can be served.
#[derive(Debug)]
pub enum ServeError {
    /// The port can't be had; without a number, none of those that were tried.
    Port(Option<u16>, io::Error),
    /// The sources can't be watched.
    Watch(PathBuf, String),
    /// The system refused something else.
    System(io::Error),
}

impl ServeError {
    /// What to do about it, where there is more to say than the message does.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Port(Some(_), _) => Some("stop what uses the port, or give another one with `--port`"),
            Self::Port(None, _) => Some("give a port with `--port`"),
            Self::Watch(..) => Some("on Linux, `sysctl fs.inotify` shows how much may be watched at once"),
            Self::System(_) => None,
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(Some(port), cause) => write!(f, "can't serve on port {port}: {cause}"),
            Self::Port(None, cause) => write!(f, "can't serve on any port from {} to {}: {cause}", PORTS.start, PORTS.end - 1),
            Self::Watch(path, cause) => write!(f, "can't watch `{}` for changes: {cause}", path.display()),
            Self::System(cause) => write!(f, "can't serve: {cause}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// Builds, serves and watches until the process ends.
///
/// `build` is called with the paths that changed since its last call, or with `None` when everything may have. It runs on a
/// thread of its own; changes that come while it runs are gathered into the next call. It may panic: that is an event and
/// is shown in the page, and the next change calls it again.
///
/// # Errors
///
/// When there is no port to serve on, when the sources can't be watched, and when the system has no thread to give.
pub fn run(options: Options, mut build: impl FnMut(Option<&[PathBuf]>) -> Outcome + Send + 'static) -> Result<(), ServeError> {
    let Options { root, ignore, port, on_ready, mut on_event } = options;
    let listener = bind(port)?;
    let address = listener.local_addr().map_err(ServeError::System)?;
    // Watching starts ahead of the first build, so that no change falls between the two.
    let mut watcher = watcher::Watcher::start(&root, &ignore)?;
    let (sender, states) = watch::channel(Arc::new(State::first(attempt(&mut build, None, &mut on_event))));
    let building = move || {
        while let Some(change) = watcher.next(&mut on_event) {
            on_event(Event::Changed(change.as_deref()));
            let outcome = attempt(&mut build, change.as_deref(), &mut on_event);
            sender.send_modify(|state| *state = Arc::new(state.after(outcome)));
        }
    };
    thread::Builder::new().name("build".to_owned()).spawn(building).map_err(ServeError::System)?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(ServeError::System)?;
    // Requests that came during the build have been waiting in the listener's queue.
    on_ready(&format!("http://{address}/"));
    runtime.block_on(http::serve(listener, states)).map_err(ServeError::System)
}

/// Listens on loopback, and on nothing else: drafts and internal entries are for the person at this computer.
fn bind(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return listen(port).map_err(|cause| ServeError::Port(Some(port), cause));
    }
    let mut last = io::ErrorKind::AddrInUse.into();
    for port in PORTS {
        match listen(port) {
            Ok(listener) => return Ok(listener),
            Err(cause) => last = cause,
        }
    }
    Err(ServeError::Port(None, last))
}

/// Builds, and makes findings of a panic. The function may be called again after one: what it keeps between calls is a cache.
fn attempt(
    build: &mut impl FnMut(Option<&[PathBuf]>) -> Outcome,
    changed: Option<&[PathBuf]>,
    on_event: &mut Box<dyn FnMut(Event<'_>) + Send>,
) -> Outcome {
    match catch_unwind(AssertUnwindSafe(|| build(changed))) {
        Ok(outcome) => outcome,
        Err(payload) => {
            let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
            let text = text.unwrap_or("no message");
            on_event(Event::Panicked(text));
            Outcome::Failed(format!("the build stopped at a fault of clustersite itself: {text}"))
        }
    }
}

/// The path as the system knows it, also where its last part does not exist yet.
fn real(path: &Path) -> PathBuf {
    let missing = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(missing).unwrap_or_else(|| path.to_owned())
}
