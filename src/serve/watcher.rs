//! Owns the watch over the sources: which changes are an author's, and which are noise of editors, version control and builds.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use notify::event::{EventKind, MetadataKind, ModifyKind};
use notify::{Config, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer_opt};

use super::{Event, ServeError, real};

/// How long a file must be quiet before its change counts: editors save in several steps, and people should not notice the wait.
const QUIET: Duration = Duration::from_millis(30);

/// Folders at the root that hold what programs make.
const MADE: [&str; 3] = ["dist", "target", "node_modules"];

/// How the names of files end that editors and office programs keep beside the one they edit.
const SIDE_ENDS: [&str; 9] = ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".part", "___jb_old___", "___jb_tmp___"];

/// How the names of such files begin.
const SIDE_STARTS: [&str; 3] = [".", "#", "~$"];

/// A watch over the sources.
pub(super) struct Watcher {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: mpsc::Receiver<DebounceEventResult>,
    scope: Scope,
}

/// What is watched.
struct Scope {
    root: PathBuf,
    /// The output, where it is in the root.
    ignore: Option<PathBuf>,
}

impl Watcher {
    /// Watches the root, and each folder in it that may hold sources with all that is below. One watch over everything would also take
    /// in the history and the output, with thousands of folders.
    pub(super) fn start(root: &Path, ignore: &Path) -> Result<Self, ServeError> {
        let failed = |cause: notify::Error| ServeError::Watch(root.to_owned(), cause.to_string());
        let scope = Scope::new(real(root), real(ignore));
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        let debouncer = new_debouncer_opt(QUIET, None, sender, RecommendedCache::new(), config).map_err(failed)?;
        let mut watcher = Self { debouncer, events, scope };
        watcher.debouncer.watch(&watcher.scope.root, RecursiveMode::NonRecursive).map_err(failed)?;
        let entries = fs::read_dir(&watcher.scope.root).map_err(|cause| failed(notify::Error::io(cause)))?;
        for entry in entries.flatten() {
            watcher.follow(&entry.path()).map_err(failed)?;
        }
        Ok(watcher)
    }

    /// Waits for changes of the sources and gives all that have come by then: their paths in order, or `None` inside when changes were
    /// lost and anything may be different. The outer `None` means that no more will come.
    pub(super) fn next(&mut self, on_event: &mut Box<dyn FnMut(Event<'_>) + Send>) -> Option<Option<Vec<PathBuf>>> {
        loop {
            let first = self.events.recv().ok()?;
            let (mut paths, mut lost) = (BTreeSet::new(), false);
            for result in std::iter::once(first).chain(self.events.try_iter()) {
                match result {
                    Ok(events) => {
                        lost |= events.iter().any(|event| event.need_rescan());
                        let changes = events.into_iter().filter(|event| is_change(event.kind));
                        paths.extend(changes.flat_map(|event| event.event.paths).filter(|path| self.scope.concerns(path)));
                    }
                    Err(errors) => errors.iter().for_each(|error| on_event(Event::Unwatched(&error.to_string()))),
                }
            }
            for path in &paths {
                if let Err(error) = self.follow(path) {
                    on_event(Event::Unwatched(&error.to_string()));
                }
            }
            if lost {
                return Some(None);
            }
            if !paths.is_empty() {
                return Some(Some(paths.into_iter().collect()));
            }
        }
    }

    /// Watches what is below a path, if it is a folder at the root that may hold sources. Deeper ones are followed already.
    fn follow(&mut self, path: &Path) -> notify::Result<()> {
        let is_folder = || fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir());
        if path.parent() == Some(&self.scope.root) && self.scope.concerns(path) && is_folder() {
            match self.debouncer.watch(path, RecursiveMode::Recursive) {
                // A folder that is gone again is no loss.
                Err(_) if !path.exists() => {}
                result => return result,
            }
        }
        Ok(())
    }
}

impl Scope {
    fn new(root: PathBuf, ignore: PathBuf) -> Self {
        // An output that is the root or around it can't be published to; ignoring it would only make the watch blind.
        let ignore = Some(ignore).filter(|ignore| ignore.starts_with(&root) && *ignore != root);
        Self { root, ignore }
    }

    /// Whether a path may be one of the sources.
    fn concerns(&self, path: &Path) -> bool {
        let Ok(relative) = path.strip_prefix(&self.root) else {
            return false;
        };
        let made = MADE.iter().any(|name| relative.starts_with(name));
        let aside = relative.iter().any(|part| {
            let part = part.to_string_lossy();
            SIDE_STARTS.iter().any(|start| part.starts_with(start)) || SIDE_ENDS.iter().any(|end| part.ends_with(end))
        });
        // Vim tries with a file of this name whether it may write.
        let trial = path.file_name().is_some_and(|name| name == "4913");
        !made && !aside && !trial && !self.ignore.as_ref().is_some_and(|ignore| path.starts_with(ignore))
    }
}

/// Whether an event can mean other content. Reading must not count: a build reads every file, and would start itself again.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_concern_us() {
        let scope = Scope::new("/c".into(), "/c/public/site".into());
        for path in [
            "/c",
            "/c/cluster.yaml",
            "/c/strategy/goals.yaml",
            "/c/strategy/dist/x.md",
            "/c/distances/a.md",
            "/c/public/a.md",
            "/c/é.md",
        ] {
            assert!(scope.concerns(Path::new(path)), "{path}");
        }
        let noise = [
            "/elsewhere/a.md",
            "/c/.git/index",
            "/c/a/.cache/b",
            "/c/dist/index.html",
            "/c/target/x",
            "/c/node_modules/x",
            "/c/public/site",
            "/c/public/site/index.html",
            "/c/.a.md.swp",
            "/c/a.md~",
            "/c/a/4913",
            "/c/#a.md#",
            "/c/.#a.md",
            "/c/~$members.csv",
            "/c/a.md.tmp",
        ];
        for path in noise {
            assert!(!scope.concerns(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn an_output_around_the_sources_does_not_hide_them() {
        for ignore in ["/c", "/", "/elsewhere"] {
            assert!(Scope::new("/c".into(), ignore.into()).concerns(Path::new("/c/a.md")), "{ignore}");
        }
    }
}
