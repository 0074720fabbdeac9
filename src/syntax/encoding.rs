//! Owns the step from bytes to text, apart because its faults (a file saved by a spreadsheet or as a picture) need words of their own.

use super::{Problem, ProblemKind};
use crate::source::{FileId, Sources, Span};

/// The text of a file. What is not UTF-8 is a problem at its first wrong byte, with a guess at what the file is.
pub fn text<'sources>(sources: &'sources Sources, file: FileId, problems: &mut Vec<Problem>) -> Option<&'sources str> {
    let source = sources.file(file);
    let bytes: &[u8] = &source.bytes;
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let (offset, message, looks_like) = match source.text() {
        // Plain letters in UTF-16 are valid UTF-8 with a zero beside each of them.
        Ok(text) => match bytes.iter().position(|&byte| byte == 0) {
            None => return Some(text),
            Some(zero) => {
                (zero, "a zero byte, which no text holds".to_owned(), "UTF-16, or no text at all (a picture, a spreadsheet)")
            }
        },
        Err(offset) if utf16 => (offset, "not UTF-8 text".to_owned(), "UTF-16"),
        Err(offset) => match bytes.get(offset).copied() {
            Some(byte) if !bytes.contains(&0) => match windows_1252(byte) {
                Some(letter) => {
                    (offset, format!("the byte 0x{byte:02X} (perhaps `{letter}`) is not UTF-8"), "Windows-1252 or Latin-1")
                }
                None => (offset, format!("the byte 0x{byte:02X} is not UTF-8"), "text in another encoding"),
            },
            _ => (offset, "not UTF-8 text".to_owned(), "no text at all (a picture, a spreadsheet), or UTF-16"),
        },
    };
    let how = if source.path.to_ascii_lowercase().ends_with(".csv") {
        "in Excel: File, Save As, file type \"CSV UTF-8 (Comma delimited)\"; in LibreOffice: character set \"Unicode (UTF-8)\""
    } else {
        "most editors have it under Save As, \"Encoding: UTF-8\""
    };
    problems.push(Problem {
        kind: ProblemKind::NotUtf8,
        span: Span::new(file, offset, (offset + 1).min(bytes.len())),
        message,
        help: Some(format!("the file looks like {looks_like}; save it as UTF-8 ({how})")),
        related: Vec::new(),
    });
    None
}

/// The letter or sign that a byte above ASCII stands for in Windows-1252, of those that European texts use.
fn windows_1252(byte: u8) -> Option<char> {
    Some(match byte {
        0x80 => '€',
        0x8a => 'Š',
        0x8c => 'Œ',
        0x8e => 'Ž',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0x9a => 'š',
        0x9c => 'œ',
        0x9e => 'ž',
        0xa1..=0xff => char::from(byte),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, bytes: &[u8]) -> Result<String, (u32, String, String)> {
        let sources = Sources::from_memory([(path, bytes)]);
        let (file, _) = sources.find(path).unwrap();
        let mut problems = Vec::new();
        match text(&sources, file, &mut problems) {
            Some(text) => Ok(text.to_owned()),
            None => {
                let problem = problems.remove(0);
                assert_eq!(problem.kind, ProblemKind::NotUtf8);
                Err((problem.span.start, problem.message, problem.help.unwrap()))
            }
        }
    }

    #[test]
    fn wrong_encodings_are_named() {
        assert_eq!(check("a.yaml", "é".as_bytes()), Ok("é".to_owned()));
        assert_eq!(check("a.yaml", b""), Ok(String::new()));
        let cases: [(&str, &[u8], u32, &str, &str); 6] = [
            ("a.csv", b"name\nCaf\xe9\n", 8, "0xE9 (perhaps `\u{e9}`)", "Windows-1252 or Latin-1; save it as UTF-8 (in Excel"),
            ("a.yaml", b"a: 5 \x80", 5, "perhaps `€`", "Save As, \"Encoding"),
            ("a.yaml", b"\xff\xfea\0:\0", 0, "not UTF-8", "like UTF-16"),
            ("a.yaml", b"a\0:\0 \0", 1, "zero byte", "UTF-16"),
            ("a.yaml", b"\x89PNG\r\n\x1a\n\0\0", 0, "not UTF-8", "picture"),
            ("a.yaml", b"a: \xc3", 3, "0xC3", "UTF-8"),
        ];
        for (path, bytes, offset, message, help) in cases {
            let (at, said, advice) = check(path, bytes).unwrap_err();
            assert_eq!(at, offset, "{said}");
            assert!(said.contains(message), "{said}");
            assert!(advice.contains(help), "{advice}");
        }
    }
}
