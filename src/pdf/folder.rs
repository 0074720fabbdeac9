//! Owns the folder that an engine works in: the document, those files of the site that it shows, and nothing else. It is gone when the work is done.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use tempfile::TempDir;

use super::numbers;
use crate::bundle::Bundle;

/// Name of the style sheet, beside the document, that spares a browser the layout for a screen which it makes before the one for paper.
const UNSEEN: &str = "unseen.css";

/// What it says. The cover and the contents stay, and have the browser load the fonts.
const UNSEEN_RULES: &str = "main { display: none !important; }\n";

/// A folder of its own for one document.
pub(super) struct Folder {
    root: TempDir,
    document: String,
}

impl Folder {
    /// A folder with the files that a document and its style sheets name.
    pub(super) fn with(bundle: &Bundle, document: &str, html: &str) -> io::Result<Self> {
        let folder = Self { root: tempfile::Builder::new().prefix("clustersite-pdf-").tempdir()?, document: document.to_owned() };
        // A file is named by its path from the site's root, or from the folder of the document.
        let own = document.rsplit_once('/').map_or("", |(own, _)| own);
        let named = |path: &str| {
            let beside = path.strip_prefix(own).and_then(|path| path.strip_prefix('/')).filter(|name| !name.contains('/'));
            html.contains(path) || beside.is_some_and(|name| html.contains(&format!("\"{name}\"")))
        };
        let sheets: Vec<&str> = bundle
            .iter()
            .filter(|(path, _)| path.ends_with(".css") && named(path))
            .filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok())
            .collect();
        // A sheet names files from its own folder, a page from the site's root.
        let wanted = |path: &str| {
            let beside = path.strip_prefix("static/").unwrap_or(path);
            named(path) || sheets.iter().any(|sheet| sheet.contains(beside))
        };
        for (path, bytes) in bundle.iter().filter(|(path, _)| !path.ends_with(".html") && wanted(path)) {
            folder.put(path, bytes)?;
        }
        for (name, rules) in
            [(numbers::UNPAINTED, numbers::UNPAINTED_RULES), (numbers::WRITTEN, numbers::WRITTEN_RULES), (UNSEEN, UNSEEN_RULES)]
        {
            folder.put(&format!("{own}/{name}"), rules.as_bytes())?;
        }
        fs::create_dir_all(folder.scratch())?;
        Ok(folder)
    }

    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Ok(());
        }
        let target = self.site().join(path);
        if let Some(above) = target.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(target, bytes)
    }

    /// Puts the document in, in place of the one of the run before.
    pub(super) fn write(&self, html: &str) -> io::Result<()> {
        let _ = fs::remove_file(self.output());
        let html = html.replacen("</head>", &format!("<link rel=\"stylesheet\" media=\"screen\" href=\"{UNSEEN}\"></head>"), 1);
        self.put(&self.document, html.as_bytes())
    }

    fn site(&self) -> PathBuf {
        self.root.path().join("site")
    }

    /// The document.
    pub(super) fn page(&self) -> PathBuf {
        self.site().join(&self.document)
    }

    /// Where the PDF is to be.
    pub(super) fn output(&self) -> PathBuf {
        self.root.path().join("document.pdf")
    }

    /// What the engine may write for itself.
    pub(super) fn scratch(&self) -> PathBuf {
        self.root.path().join("scratch")
    }

    /// Where what the engine says goes.
    pub(super) fn said(&self) -> io::Result<File> {
        File::create(self.root.path().join("said"))
    }

    /// The same, to be read.
    pub(super) fn heard(&self) -> io::Result<File> {
        File::open(self.root.path().join("said"))
    }

    /// Whether it belongs to the system's administrator, who is then the one who runs the engine.
    #[cfg(unix)]
    pub(super) fn is_roots(&self) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata(self.root.path()).is_ok_and(|folder| folder.uid() == 0)
    }

    /// Whether it belongs to the system's administrator: a question of other systems.
    #[cfg(not(unix))]
    pub(super) fn is_roots(&self) -> bool {
        false
    }
}
