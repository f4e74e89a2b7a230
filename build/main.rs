//! What goes into the library and the tool at build time: the messages of the interface, the built-in briefing, the built app.
//!
//! Where `ANNALS_APP` names a folder, `app_files.rs` lists its files with their bytes; else the list is empty and the tool
//! carries no app. The list is an expression of type `&[(&str, &[u8])]`: path within the app with `/` between folders, bytes.
//! It is sorted, and holds bytes only through `include_bytes!`, so that equal apps make equal tools.

mod messages;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The Fluent files of the interface, without their ending.
const MESSAGES: [&str; 6] = ["page.en", "page.zh-Hans", "later.en", "later.zh-Hans", "findings.en", "findings.zh-Hans"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-env-changed=ANNALS_APP");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The tool that parts the page needs to know what refers to what.
        println!("cargo:rustc-link-arg-bin=annals-app=--emit-relocs");
    }
    let app = std::env::var_os("ANNALS_APP").filter(|folder| !folder.is_empty());
    let is_page = std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32");
    let mut files = Vec::new();
    if let Some(app) = app.filter(|_| !is_page) {
        let app = fs::canonicalize(&app).map_err(|error| format!("ANNALS_APP={}: {error}", app.display()))?;
        // Cargo watches the folder and all in it.
        println!("cargo:rerun-if-changed={}", app.display());
        list(&app, "", &mut files)?;
        files.sort();
    }
    let text = listing(&files)?;
    let folder = std::env::var_os("OUT_DIR").ok_or("Cargo names no OUT_DIR")?;
    fs::write(Path::new(&folder).join("app_files.rs"), text)?;
    fs::write(Path::new(&folder).join("builtin_tables.rs"), tables()?)?;
    for name in MESSAGES {
        let file = Path::new("src/i18n").join(format!("{name}.ftl"));
        println!("cargo:rerun-if-changed={}", file.display());
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let compiled = messages::compile(&file.display().to_string(), &text)?;
        fs::write(Path::new(&folder).join(format!("{name}.messages")), compiled)?;
    }
    Ok(())
}

/// The tables of the built-in briefing, in the same form.
fn tables() -> Result<String, Box<dyn Error>> {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo names no CARGO_MANIFEST_DIR")?);
    let folder = root.join("static/briefings/china-standardization");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    list(&folder, "", &mut files)?;
    files.retain(|(name, _)| name.ends_with(".csv"));
    files.sort();
    listing(&files)
}

/// The files as an expression.
fn listing(files: &[(String, PathBuf)]) -> Result<String, Box<dyn Error>> {
    let mut text = String::from("&[\n");
    for (name, file) in files {
        let file = file.to_str().ok_or_else(|| format!("the path of {name} is not text"))?;
        writeln!(text, "    ({name:?}, include_bytes!({file:?}).as_slice()),")?;
    }
    text.push_str("]\n");
    Ok(text)
}

/// Adds the files under `folder`, each as name within the app and place on disk.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file_name = entry.file_name();
        let file_name =
            file_name.to_str().ok_or_else(|| format!("{}: the name is not text", entry.path().display()))?;
        let name = format!("{prefix}{file_name}");
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}
