//! Input: files and standard input, up to a size.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

/// Whether standard input was read: it cannot be read twice.
static READ: AtomicBool = AtomicBool::new(false);

/// Reads a file, or standard input for `-`, but no more than one byte beyond `most`.
///
/// # Errors
///
/// When the file is missing, may not be read, or is a folder; when standard input is read for the second time.
pub fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = most as u64 + 1;
    if path.as_os_str() == "-" {
        if READ.swap(true, Ordering::Relaxed) {
            return Err(io::Error::other("standard input was read already; give - once"));
        }
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The path as it is shown.
pub fn shown(path: &Path) -> String {
    if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() }
}
