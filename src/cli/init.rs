//! Owns `clustersite init`: a first repository, written whole or not at all, and never over anybody's work.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::{End, Failure, tell};
use crate::model::load;
use crate::source::Sources;

mod starter;

/// Start a repository: a small, complete example to write over
///
/// It has a little of every tool of the guide, from members, demands and goals to the agreement and partners abroad, for a cluster that is just beginning, and
/// passes `check`. Nothing that is there already is touched.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite init my-cluster\n  clustersite init my-cluster --name \"Harbour Food Cluster\" --languages en\n  clustersite init --languages fr,ar"
)]
pub(super) struct Arguments {
    /// Folder to write into; it is made where it is missing
    #[arg(default_value = ".", value_name = "DIR")]
    directory: PathBuf,
    /// Name of the cluster
    #[arg(long, default_value = "Bright Coast Food Cluster", value_parser = name)]
    name: String,
    /// Languages of the site, the main one first
    #[arg(long, value_name = "CODES", value_delimiter = ',', default_value = "en,fr")]
    languages: Vec<String>,
    /// The day that the example's dates start from, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    date: Option<Date>,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let Arguments { directory, name, .. } = arguments;
    let mut languages: Vec<String> = Vec::new();
    for tag in arguments.languages.iter().map(|tag| tag.trim()) {
        if !languages.iter().any(|known| known == tag) {
            languages.push(tag.to_owned());
        }
    }
    let mut files = starter::files(&starter::Wish { name, languages: &languages, today: super::today(arguments.date) });
    // What the program writes has to be what it accepts; only the languages are the person's own, so only they can be at fault.
    let content = files.iter().filter(|(path, _)| !path.starts_with('.'));
    let loaded = load(&Sources::from_memory(content.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))), &[]);
    if let Some(fault) = loaded.faults.into_iter().next() {
        return Err(Failure { message: fault.message, help: fault.help });
    }
    let (schemas, settings) = super::schema::files(".schemas");
    files.extend(schemas.into_iter().map(|(path, text)| (path, text.into_bytes())));
    files.push((".vscode/settings.json".to_owned(), format!("{settings:#}\n").into_bytes()));

    let taken: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).filter(|path| is_there(&directory.join(path))).collect();
    if !taken.is_empty() {
        let some = taken.iter().take(5).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
        let more = if taken.len() > 5 { format!(" and {} more", taken.len() - 5) } else { String::new() };
        let message = format!("{} already holds {some}{more}; nothing was written", folder(directory));
        return Err(Failure::new(message).help("name a folder without these files, or move them out of the way"));
    }
    write_all(directory, &files)?;
    let own = files.iter().filter(|(path, _)| !path.starts_with(".schemas/")).count();
    tell(&next_steps(directory, own, &languages));
    Ok(End::Clean)
}

/// A name that fits one line of every file it goes into.
fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(char::is_control) {
        Err("write a name, in one line".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn folder(directory: &Path) -> String {
    if directory == Path::new(".") { "this folder".to_owned() } else { format!("`{}`", directory.display()) }
}

fn next_steps(directory: &Path, count: usize, languages: &[String]) -> String {
    let here = directory == Path::new(".");
    let argument = if here { String::new() } else { format!(" {}", directory.display()) };
    let mut text = format!("wrote {count} files into {}: an invented example, for you to write over\n", folder(directory));
    let unwritten: Vec<&str> = languages.iter().map(String::as_str).filter(|tag| !starter::speaks(tag)).collect();
    if !unwritten.is_empty() {
        let tags = unwritten.join(", ");
        text.push_str(&format!("its texts are in English and French; those in {tags} are yours to write\n"));
    }
    text.push_str(&format!(
        "\nnext:\n  clustersite serve{argument}    see the site, and see it change as you save\n  clustersite check{argument}    find every mistake and gap\n  clustersite build{argument}    publish into {}\n\nREADME.md shows in five minutes what stands where",
        directory.join("dist").display()
    ));
    text
}

/// Writes all files or, where one can't be written, none.
fn write_all(directory: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let mut made = Vec::new();
    for (path, bytes) in files {
        let path = directory.join(path);
        if let Err(error) = write_one(&path, bytes, &mut made) {
            for path in made.iter().rev() {
                // What can't be taken back either is left; the first error is the one to tell of.
                let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
            }
            let message = format!("can't write `{}`: {error}; nothing was written", path.display());
            return Err(Failure::new(message).help("see whether the folder is yours to write to, and the disk has room"));
        }
    }
    Ok(())
}

/// Writes a new file and the folders it needs, noting everything made.
fn write_one(path: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let missing: Vec<&Path> =
        path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty() && !is_there(folder)).collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder)?;
        made.push(folder.to_owned());
    }
    let mut file = fs::File::options().write(true).create_new(true).open(path)?;
    made.push(path.to_owned());
    file.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mine"), "a file where a folder is wanted").unwrap();
        let root = folder.path().join("new");
        let files = [("a/b.yaml".to_owned(), b"x".to_vec()), ("a/c/d.yaml".to_owned(), b"x".to_vec())];
        write_all(&root, &files).unwrap_or_else(|failure| panic!("{}", failure.message));
        assert_eq!(fs::read(root.join("a/c/d.yaml")).unwrap(), b"x");
        let files = [("a/b.yaml".to_owned(), b"x".to_vec()), ("mine/d.yaml".to_owned(), b"x".to_vec())];
        fs::remove_dir_all(&root).unwrap();
        let failure = write_all(folder.path(), &files).err().unwrap();
        assert!(failure.message.contains("mine"), "{}", failure.message);
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["mine"]);
    }

    #[test]
    fn names_fit_one_line() {
        assert_eq!(name("  Wood & Co: #1  ").as_deref(), Ok("Wood & Co: #1"));
        assert!(name(" ").is_err() && name("a\nb").is_err());
    }
}
