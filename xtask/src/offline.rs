//! The template of an offline file: the whole page as one style, one script and one packed text.
//!
//! Files opened by double click may load no module, no style and no wasm from beside them, so all of that is joined here. The
//! tool and the page put a briefing into it (see `src/bundle` of the package). No second compilation of the page is needed.

use crate::run::{Failure, Result, cargo, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The template, among the files of the app.
pub const TEMPLATE: &str = "offline.html";
/// The modules that the script joins: from the built app, and from `static/offline`.
const APP_SCRIPTS: [&str; 3] = ["annals-app.js", "__wasm_split.js", "boot.js"];
const OWN_SCRIPTS: [&str; 2] = ["main.js", "inside.js"];
/// The styles, in the order of the page.
const STYLES: [&str; 4] = ["tokens.css", "page.css", "scene.css", "later.css"];
/// The code, what is needed first first.
const MODULES: [&str; 2] = ["annals-app_bg.wasm", "split_deferred.wasm"];

/// Node has deflate built in: writes each file again beside itself.
const DEFLATE: &str = "\
const fs = require('node:fs'), zlib = require('node:zlib');
for (const file of process.argv.slice(1)) fs.writeFileSync(`${file}.deflated`, zlib.deflateRawSync(fs.readFileSync(file), {level: 9}));";

/// Writes the template into the folder `app` of the built app. `call`: a program of the toolbox; `work`: a folder to work in.
pub fn write(root: &Path, app: &Path, target: &Path, call: &dyn Fn(&str) -> Result<Command>) -> Result {
    let work = target.join("offline");
    fs::create_dir_all(&work).map_err(|error| cannot("write to", &work, &error))?;
    for (from, names) in [(app, &APP_SCRIPTS[..]), (&root.join("static/offline"), &OWN_SCRIPTS[..])] {
        for name in names {
            put(&work.join(name), &read(&from.join(name))?)?;
        }
    }
    let (script, css, plain) = (work.join("script.js"), work.join("all.css"), work.join("plain.css"));
    run(call("esbuild")?
        .args(["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8", "--log-level=warning"])
        // Nothing is fetched: these addresses only name what is missing when something is.
        .args(["--define:import.meta.url=document.baseURI", "--legal-comments=none"])
        .arg(format!("--outfile={}", script.display()))
        .arg(work.join("main.js")))?;
    let mut styles = Vec::new();
    for name in STYLES {
        styles.extend(read(&app.join(name))?);
    }
    put(&work.join("styles.css"), &styles)?;
    for (from, to) in [(work.join("styles.css"), &css), (root.join("static/offline/plain.css"), &plain)] {
        run(call("esbuild")?
            .args(["--minify", "--charset=utf8", "--log-level=warning"])
            .arg(format!("--outfile={}", to.display()))
            .arg(from))?;
    }
    let unpack = unpacker(root, target, &work, call)?;
    run(Command::new("node").args(["-e", DEFLATE, "--"]).args([&unpack, &css]))?;
    let deflated = |file: &Path| read(&PathBuf::from(format!("{}.deflated", file.display())));
    let modules = MODULES.map(|name| read(&app.join(name)));
    let [first, later] = modules;
    let (first, later) = (first?, later?);
    // The number of bytes stands before them: browsers refuse deflated bytes with anything after their end.
    let counted = |bytes: Vec<u8>| format!("{} {}", bytes.len(), annals_pack::text(&bytes));
    let lines = [counted(deflated(&unpack)?), counted(deflated(&css)?), annals_pack::packed(&[&first, &later])];
    let (plain, script) = (text(&plain)?, text(&script)?);
    for (what, text) in [("style", &plain), ("script", &script)] {
        if text.contains("</") || text.contains("<!--") || text.contains('\r') {
            return Err(Failure::new(format!("the {what} of the offline file holds </, <!-- or a carriage return")));
        }
    }
    let template = format!(
        "<style>{plain}</style>\n<script>{script}</script>\n<script type=\"text/plain\" id=\"annals-code\">{}</script>\n",
        lines.join("\n")
    );
    put(&app.join(TEMPLATE), template.as_bytes())
}

/// Compiles what unpacks the code in the browser.
fn unpacker(root: &Path, target: &Path, work: &Path, call: &dyn Fn(&str) -> Result<Command>) -> Result<PathBuf> {
    const WASM: &str = "wasm32-unknown-unknown";
    run(cargo(root)
        .args(["rustc", "--package", "annals-pack", "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "unpack", "--target", WASM])
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_ENCODED_RUSTFLAGS", crate::wasm::remapped(root)))?;
    let small = work.join("unpack.wasm");
    crate::wasm::shrink_with(&target.join(WASM).join("unpack/annals_pack.wasm"), &small, &["-Oz"], &|program| {
        call(program)
    })?;
    Ok(small)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| cannot("read", file, &error))
}

fn text(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).map_err(|error| cannot("read", file, &error))?;
    Ok(text.trim_end().to_owned())
}

fn put(file: &Path, bytes: &[u8]) -> Result {
    fs::write(file, bytes).map_err(|error| cannot("write", file, &error))
}

fn cannot(what: &str, file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot {what} {}: {error}", file.display()))
}
