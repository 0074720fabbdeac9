//! Owns what can go wrong when a site is published, and what people are told to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a site was not published. The former output is whole.
#[derive(Debug)]
pub enum WriteError {
    /// A path of the bundle can't be a file below the output.
    BadPath {
        /// The path as the bundle has it.
        path: String,
        /// What is wrong with it, as a phrase that follows the path.
        why: &'static str,
    },
    /// Two paths of the bundle can't both exist, at least on some file systems.
    Collision {
        /// The one that comes first in path order.
        first: String,
        /// The other.
        second: String,
    },
    /// The output must not be replaced.
    Refused {
        /// The output as it was asked for.
        output: PathBuf,
        /// What stands there.
        why: Refusal,
    },
    /// The file system refused.
    Io {
        /// What was tried, as a verb that precedes the path.
        doing: &'static str,
        /// What it was tried on.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// What makes a folder unfit for being replaced by a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The path does not end in a name (`/`, `.`, `..`).
    Nameless,
    /// It is the folder of the sources, or one around it.
    Source,
    /// It is a file.
    File,
    /// It is a symbolic link.
    Link,
    /// It holds files and was not written by this program.
    Foreign,
    /// It was written by this program, and a version control system has since put its own folder of this name there.
    VersionControl(&'static str),
}

impl WriteError {
    pub(super) fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { doing, path, cause }
    }

    pub(super) fn refused(output: &Path, why: Refusal) -> Self {
        Self::Refused { output: output.to_owned(), why }
    }

    /// What to do about it, where there is more to say than the message does.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::BadPath { .. } => Some("rename the entry or the file that this address is made from"),
            Self::Collision { .. } => Some("rename one of the two; many computers can't keep both in one folder"),
            Self::Refused { why, .. } => Some(match why {
                Refusal::Nameless => "give the name of a folder for the site, for example `--output dist`",
                Refusal::Source => "give a folder of its own for the site, for example `--output dist`",
                Refusal::File => "remove the file, or give another folder with `--output`",
                Refusal::Link => "give the folder that the link leads to",
                Refusal::Foreign => "empty the folder if nothing in it is needed, or give another one with `--output`",
                Refusal::VersionControl(_) => "build to another folder, and copy the site from there",
            }),
            Self::Io { cause, .. } => match cause.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    Some("make the place writable for you, or give another folder with `--output`")
                }
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    Some("free some space; the site that was there is still complete")
                }
                io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                    Some("a mounted folder can't be replaced as a whole: give a folder inside it")
                }
                io::ErrorKind::Unsupported => Some("this file system has no locks: build to a local disk, and copy the site"),
                _ => None,
            },
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadPath { path, why } => write!(f, "the output path {path:?} {why}"),
            Self::Collision { first, second } => write!(f, "the output paths {first:?} and {second:?} exclude each other"),
            Self::Refused { output, why } => {
                let output = output.display();
                match why {
                    Refusal::Nameless => write!(f, "`{output}` does not end in the name of a folder"),
                    Refusal::Source => write!(f, "the site would replace its own sources in `{output}`"),
                    Refusal::File => write!(f, "`{output}` is a file"),
                    Refusal::Link => write!(f, "`{output}` is a symbolic link"),
                    Refusal::Foreign => write!(f, "`{output}` holds files that clustersite did not write"),
                    Refusal::VersionControl(name) => write!(f, "`{output}` holds `{name}`, which would be deleted"),
                }
            }
            Self::Io { doing, path, cause } => write!(f, "can't {doing} `{}`: {cause}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            Self::BadPath { .. } | Self::Collision { .. } | Self::Refused { .. } => None,
        }
    }
}
