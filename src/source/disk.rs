//! Owns the reading of a repository from a folder, apart because it is the only way in from the disk and has to distrust what lies there.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use walkdir::{DirEntry, WalkDir};

use super::{SourceFile, Sources};

/// How much a repository may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of one text file (YAML, Markdown, CSV, templates …) in bytes.
    pub max_text_bytes: u64,
    /// Size of any other file (pictures, fonts …) in bytes.
    pub max_other_bytes: u64,
    /// Size of all files together in bytes.
    pub max_total_bytes: u64,
    /// Number of files.
    pub max_files: usize,
    /// Number of names in a path, so that `a/b.md` has two.
    pub max_depth: usize,
}

impl Default for Limits {
    /// 16 MiB a text, 64 MiB any other file, 2 GiB together, 200,000 files, 16 names in a path.
    fn default() -> Self {
        Self { max_text_bytes: 16 << 20, max_other_bytes: 64 << 20, max_total_bytes: 2 << 30, max_files: 200_000, max_depth: 16 }
    }
}

/// Something in the folder that was left out although nobody asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its path relative to the root, with `/`; where the name is not UTF-8, with replacement characters.
    pub path: String,
    /// Why.
    pub reason: SkipReason,
}

/// Why something was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// A symbolic link: it might lead out of the repository.
    Link,
    /// Neither file nor folder: a pipe, a socket, a device.
    Special,
    /// Larger than the limit, in bytes.
    TooLarge {
        /// What it may hold.
        limit: u64,
    },
    /// A folder below the deepest level.
    TooDeep {
        /// How many names a path may have.
        limit: usize,
    },
    /// The name is not UTF-8 text.
    NameNotUtf8,
    /// The system does not let it be read, and says why.
    Unreadable(String),
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link => f.write_str("a symbolic link, which is not followed"),
            Self::Special => f.write_str("neither a file nor a folder"),
            Self::TooLarge { limit } if *limit < 1 << 20 => write!(f, "larger than {limit} bytes"),
            Self::TooLarge { limit } => write!(f, "larger than {} MiB", limit >> 20),
            Self::TooDeep { limit } => write!(f, "more than {limit} folders deep"),
            Self::NameNotUtf8 => f.write_str("a name that is not UTF-8"),
            Self::Unreadable(why) => write!(f, "not readable: {why}"),
        }
    }
}

/// Why a repository can't be read at all.
#[derive(Debug)]
pub enum ReadError {
    /// The folder does not exist.
    Missing(PathBuf),
    /// It is no folder.
    NotAFolder(PathBuf),
    /// The system does not let it be read.
    Unreadable(PathBuf, io::Error),
    /// More files than [`Limits::max_files`].
    TooManyFiles(usize),
    /// More bytes than [`Limits::max_total_bytes`].
    TooManyBytes(u64),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "the folder `{}` does not exist", path.display()),
            Self::NotAFolder(path) => write!(f, "`{}` is not a folder", path.display()),
            Self::Unreadable(path, error) => write!(f, "the folder `{}` can't be read: {error}", path.display()),
            Self::TooManyFiles(limit) => write!(f, "the folder holds more than {limit} files; is it the right one?"),
            Self::TooManyBytes(limit) => {
                write!(f, "the files hold more than {} MiB together; is it the right folder?", limit >> 20)
            }
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(_, error) => Some(error),
            Self::Missing(_) | Self::NotAFolder(_) | Self::TooManyFiles(_) | Self::TooManyBytes(_) => None,
        }
    }
}

/// Reads the files below `root`, and says what it left out (in path order).
///
/// Hidden files and folders, `node_modules`, the root's `target` and `dist`, and everything at the paths of `exclude` (where the
/// output goes) are passed over in silence. Links are never followed, save `root` itself.
///
/// # Errors
/// Where the root is no readable folder, or holds more than the limits on the whole.
pub fn read(root: &Path, limits: &Limits, exclude: &[PathBuf]) -> Result<(Sources, Vec<Skipped>), ReadError> {
    let base = root.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::Missing(root.to_owned()),
        io::ErrorKind::NotADirectory => ReadError::NotAFolder(root.to_owned()),
        _ => ReadError::Unreadable(root.to_owned(), error),
    })?;
    if !base.is_dir() {
        return Err(ReadError::NotAFolder(root.to_owned()));
    }
    std::fs::read_dir(&base).map_err(|error| ReadError::Unreadable(root.to_owned(), error))?;
    // What does not exist yet can't be met on the way.
    let exclude: Vec<PathBuf> = exclude.iter().filter_map(|path| path.canonicalize().ok()).collect();

    let mut skipped = Vec::new();
    let found = walk(&base, limits, &exclude, &mut skipped)?;
    let read: Vec<Result<SourceFile, Skipped>> =
        found.into_par_iter().map(|Found { path, name, limit }| read_file(&path, name, limit)).collect();
    let mut files = Vec::with_capacity(read.len());
    for result in read {
        match result {
            Ok(file) => files.push(file),
            Err(left_out) => skipped.push(left_out),
        }
    }
    skipped.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((Sources::from_files(files), skipped))
}

/// A file that is to be read.
struct Found {
    path: PathBuf,
    name: String,
    limit: u64,
}

fn walk(base: &Path, limits: &Limits, exclude: &[PathBuf], skipped: &mut Vec<Skipped>) -> Result<Vec<Found>, ReadError> {
    let mut found = Vec::new();
    let mut total = 0;
    let mut entries = WalkDir::new(base).min_depth(1).follow_links(false).into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let (name, _) = name_in(base, error.path().unwrap_or(base));
                let why = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
                skipped.push(Skipped { path: name, reason: SkipReason::Unreadable(why) });
                continue;
            }
        };
        let folder = entry.file_type().is_dir();
        if is_passed_over(&entry, exclude) {
            if folder {
                entries.skip_current_dir();
            }
            continue;
        }
        let (name, exact) = name_in(base, entry.path());
        let reason = if !exact {
            Some(SkipReason::NameNotUtf8)
        } else if entry.file_type().is_symlink() {
            Some(SkipReason::Link)
        } else if folder {
            (entry.depth() >= limits.max_depth).then_some(SkipReason::TooDeep { limit: limits.max_depth })
        } else if !entry.file_type().is_file() {
            Some(SkipReason::Special)
        } else {
            let limit = if is_text(&name) { limits.max_text_bytes } else { limits.max_other_bytes };
            match entry.metadata() {
                Err(error) => Some(SkipReason::Unreadable(error.to_string())),
                Ok(metadata) if metadata.len() > limit => Some(SkipReason::TooLarge { limit }),
                Ok(metadata) => {
                    total += metadata.len();
                    found.push(Found { path: entry.path().to_owned(), name: name.clone(), limit });
                    None
                }
            }
        };
        if let Some(reason) = reason {
            if folder {
                entries.skip_current_dir();
            }
            skipped.push(Skipped { path: name, reason });
        }
        if found.len() > limits.max_files {
            return Err(ReadError::TooManyFiles(limits.max_files));
        }
        if total > limits.max_total_bytes {
            return Err(ReadError::TooManyBytes(limits.max_total_bytes));
        }
    }
    Ok(found)
}

/// Whether something is none of the cluster's content: hidden, made by a tool, or excluded by the caller.
fn is_passed_over(entry: &DirEntry, exclude: &[PathBuf]) -> bool {
    let name = entry.file_name();
    // `target` and `dist` are tools' folders at the root only: deeper, an author may mean a monitoring target or a theme's assets.
    let made_by_tool =
        entry.file_type().is_dir() && (name == "node_modules" || entry.depth() == 1 && (name == "target" || name == "dist"));
    made_by_tool || name.as_encoded_bytes().starts_with(b".") || exclude.iter().any(|path| path == entry.path())
}

/// The path relative to the root with `/`, and whether it is exactly the name on the disk.
fn name_in(base: &Path, path: &Path) -> (String, bool) {
    let relative = path.strip_prefix(base).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| (part.to_string_lossy(), part.to_str().is_some())).collect();
    let name: Vec<&str> = parts.iter().map(|(part, _)| part.as_ref()).collect();
    (name.join("/"), parts.iter().all(|(_, exact)| *exact))
}

fn is_text(name: &str) -> bool {
    const EXTENSIONS: [&str; 14] =
        ["yaml", "yml", "md", "markdown", "csv", "tsv", "txt", "html", "css", "js", "json", "xml", "svg", "toml"];
    name.rsplit_once('.').is_some_and(|(_, extension)| EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Reads one file, never more than its limit even if it grows meanwhile.
fn read_file(path: &Path, name: String, limit: u64) -> Result<SourceFile, Skipped> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)) {
        Err(error) => Err(Skipped { path: name, reason: SkipReason::Unreadable(error.to_string()) }),
        Ok(length) if length as u64 > limit => Err(Skipped { path: name, reason: SkipReason::TooLarge { limit } }),
        Ok(_) => Ok(SourceFile { path: name, bytes: Arc::from(bytes) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn put(root: &Path, name: &str, bytes: &[u8]) {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn names(sources: &Sources) -> Vec<&str> {
        sources.iter().map(|(_, file)| file.path.as_str()).collect()
    }

    #[test]
    fn reads_what_authors_wrote_in_path_order() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["b.yaml", "a/é.md", "a.csv", "a/dist/x.css", "a/target/y.yaml", "a-b/z.md"] {
            put(root, name, name.as_bytes());
        }
        for name in [".git/config", ".hidden", "a/.x/y.md", "node_modules/p.js", "a/node_modules/p.js", "dist/i.html", "target/t"]
        {
            put(root, name, b"no");
        }
        put(root, "public/index.html", b"no");
        let exclude = [root.join("public"), root.join("never-made")];
        let (sources, skipped) = read(root, &Limits::default(), &exclude).unwrap();
        assert_eq!(names(&sources), ["a-b/z.md", "a.csv", "a/dist/x.css", "a/target/y.yaml", "a/é.md", "b.yaml"]);
        assert_eq!(sources.find("a/é.md").unwrap().1.text(), Ok("a/é.md"));
        assert_eq!(skipped, []);
    }

    #[test]
    fn what_breaks_a_limit_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(root, "ok.md", b"1234");
        put(root, "big.md", b"12345");
        put(root, "big.png", b"12345");
        put(root, "bigger.png", b"1234567");
        put(root, "a/b/c.md", b"x");
        let limits = Limits { max_text_bytes: 4, max_other_bytes: 6, max_depth: 2, ..Limits::default() };
        let (sources, skipped) = read(root, &limits, &[]).unwrap();
        assert_eq!(names(&sources), ["big.png", "ok.md"]);
        let said: Vec<String> = skipped.iter().map(|left_out| format!("{}: {}", left_out.path, left_out.reason)).collect();
        assert_eq!(said, ["a/b: more than 2 folders deep", "big.md: larger than 4 bytes", "bigger.png: larger than 6 bytes"]);

        let few = Limits { max_files: 4, ..Limits::default() };
        assert!(matches!(read(root, &few, &[]), Err(ReadError::TooManyFiles(4))));
        let small = Limits { max_total_bytes: 10, ..Limits::default() };
        assert!(matches!(read(root, &small, &[]), Err(ReadError::TooManyBytes(10))));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_odd_names_are_left_out() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;

        let outside = tempfile::tempdir().unwrap();
        put(outside.path(), "secret.md", b"secret");
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(root, "a.md", b"x");
        symlink(outside.path().join("secret.md"), root.join("file.md")).unwrap();
        symlink(outside.path(), root.join("folder")).unwrap();
        symlink(root, root.join("loop")).unwrap();
        fs::write(root.join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(root.join("socket")).unwrap();
        let (sources, skipped) = read(root, &Limits::default(), &[]).unwrap();
        assert_eq!(names(&sources), ["a.md"]);
        let reasons: Vec<(&str, &SkipReason)> =
            skipped.iter().map(|left_out| (left_out.path.as_str(), &left_out.reason)).collect();
        assert_eq!(
            reasons,
            [
                ("caf\u{fffd}.md", &SkipReason::NameNotUtf8),
                ("file.md", &SkipReason::Link),
                ("folder", &SkipReason::Link),
                ("loop", &SkipReason::Link),
                ("socket", &SkipReason::Special),
            ]
        );
        // The root itself may be a link: the author named it.
        let (through_link, _) = read(&root.join("loop"), &Limits::default(), &[]).unwrap();
        assert_eq!(names(&through_link), ["a.md"]);
    }

    #[test]
    fn a_root_that_is_no_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "file", b"x");
        let read_at = |name: &str| read(&folder.path().join(name), &Limits::default(), &[]);
        assert!(matches!(read_at("none"), Err(ReadError::Missing(_))));
        assert!(matches!(read_at("file"), Err(ReadError::NotAFolder(_))));
        assert!(matches!(read_at("file/x"), Err(ReadError::NotAFolder(_))));
    }
}
