//! Output: files written beside and renamed, and text that may meet a closed pipe.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::finding::Format;

/// Writes a file as a whole or not at all; `-` is standard output.
///
/// # Errors
///
/// Those of [`write_beside`].
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.as_os_str() == "-" { to_stdout(bytes) } else { write_beside(path, bytes) }
}

/// Writes a new file beside `path`, then renames it over `path`, so that a failure never leaves half a file or loses the
/// old one. The permissions of the old file are kept; links are followed; pipes and devices are written to directly.
///
/// # Errors
///
/// When the folder is missing or may not be written to, when the disk is full, or when `path` is a folder.
pub fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "this is a folder"));
    }
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let (beside, mut file) = create_beside(&target)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| old.map_or(Ok(()), |old| fs::set_permissions(&beside, old.permissions())))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, &target));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A new hidden file in the same folder.
fn create_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    if target.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file name"));
    }
    let mut attempt = 0;
    loop {
        // A short name of its own: the name of the file may be as long as names can be.
        let mut name = OsString::from(".annals-");
        name.push(format!("{}-{attempt}.part", std::process::id()));
        let beside = target.with_file_name(name);
        match File::create_new(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
            Err(error) => return Err(error),
            Ok(file) => return Ok((beside, file)),
        }
    }
}

/// Writes to standard output. That nobody reads it any more is no error.
///
/// # Errors
///
/// When it cannot be written to, for instance because the disk is full.
pub fn to_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes findings to standard output; those for people in colours where that is a terminal, unless `NO_COLOR` or
/// `CLICOLOR=0` say otherwise.
///
/// # Errors
///
/// Those of [`to_stdout`].
pub fn findings(printed: &str, format: Format) -> io::Result<()> {
    let choice = anstream::AutoStream::choice(&io::stdout());
    if format != Format::Text || choice == anstream::ColorChoice::Never {
        return to_stdout(printed.as_bytes());
    }
    to_stdout(coloured(printed).as_bytes())
}

/// The words for severity in colours. Nothing else in findings can hold control characters: they are escaped.
fn coloured(printed: &str) -> String {
    use anstyle::{AnsiColor, Style};
    let styles = [("error", AnsiColor::Red), ("warning", AnsiColor::Yellow), ("notice", AnsiColor::Cyan)];
    let line = |line: &str| {
        // The first one is that of the line: `file:1:2: warning CODE: …`.
        let found = styles.iter().filter_map(|(word, colour)| Some((line.find(&format!("{word} "))?, word, colour)));
        match found.min_by_key(|(at, ..)| *at).filter(|_| !line.starts_with(' ')) {
            None => format!("{line}\n"),
            Some((at, word, colour)) => {
                let style = Style::new().bold().fg_color(Some((*colour).into()));
                let (before, after) = (&line[..at], &line[at + word.len()..]);
                format!("{before}{style}{word}{style:#}{after}\n")
            }
        }
    };
    printed.lines().map(line).collect()
}

/// Writes a line to standard error, with control characters escaped. When that fails there is nobody left to tell.
pub fn note(line: &str) {
    let line = crate::i18n::findings::escaped(line);
    let _ = writeln!(io::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x".repeat(250));
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(folder.path(), b"").is_err());
        assert!(write(&folder.path().join("no/such"), b"").is_err());
    }

    #[test]
    fn only_severity_is_coloured() {
        let text = coloured("a.json:1:2: warning X: “an error here”\n    Mend the error here\n");
        assert_eq!(
            text,
            "a.json:1:2: \u{1b}[1m\u{1b}[33mwarning\u{1b}[0m X: “an error here”\n    Mend the error here\n"
        );
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("file"), folder.path().join("link"));
        write(&path, b"old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write(&link, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
