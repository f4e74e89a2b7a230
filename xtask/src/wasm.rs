//! The wasm of the page, in parts: what the first view needs, and what can wait until it is asked for.
//!
//! Trunk calls this while it puts the page together (see `Trunk.toml`) and says where the files belong. The compiled page is
//! parted at the functions that the code marks, then wasm-bindgen writes the glue for the first part, which gets short names, and
//! wasm-opt shrinks each.

use crate::places::Places;
use crate::run::{Failure, Result, cargo, run};
use crate::shorten::shorten;
use crate::tools::{PAGE, setup};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const HELP: &str = "\
Builds the wasm of the page, in parts; Trunk calls this

Usage: cargo xtask wasm

Reads TRUNK_STAGING_DIR, the folder for the files, and TRUNK_PROFILE, `release` or `debug`
";

/// The name of the program, and of the files of its first part.
const APP: &str = "annals-app";
/// The script that fetches the other parts.
const LINKS: &str = "__wasm_split.js";

/// What current compilers take for granted, and wasm-opt wants to be told.
const FEATURES: [&str; 6] =
    ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/// The command `wasm`.
pub fn wasm(places: &Places) -> Result {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::misuse("no TRUNK_STAGING_DIR was given; `cargo xtask build` builds the page"))?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let toolbox = setup(places, PAGE)?;
    let path = toolbox.path()?;
    let call = |program: &str| {
        let mut command = Command::new(program);
        command.env("PATH", &path);
        command
    };

    let (profile, folder) = if is_release { ("page", "page") } else { ("dev", "debug") };
    run(cargo(&places.root)
        .args(["build", "--target", "wasm32-unknown-unknown", "--profile", profile])
        .args(["--bin", APP, "--features", "split"])
        .env("CARGO_TARGET_DIR", &places.target)
        .env("CARGO_ENCODED_RUSTFLAGS", remapped(&places.root)))?;
    let compiled = places.target.join("wasm32-unknown-unknown").join(folder).join(format!("{APP}.wasm"));

    let parts = places.target.join("parts");
    let cannot = |error| Failure::new(format!("cannot write to {}: {error}", parts.display()));
    if parts.exists() {
        fs::remove_dir_all(&parts).map_err(cannot)?;
    }
    fs::create_dir_all(&parts).map_err(cannot)?;
    run(call("wasm-split-cli").args(["--out-name", APP]).args([&compiled, &parts]))?;
    run(call("wasm-bindgen")
        // The other parts share the table of functions, which it would hide.
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"])
        .arg(&staging)
        .arg(parts.join(format!("{APP}.wasm"))))?;
    write_links(&parts, &staging)?;
    if is_release {
        shorten(&staging.join(format!("{APP}.js")), &staging.join(format!("{APP}_bg.wasm")))?;
    }
    shrink(&staging.join(format!("{APP}_bg.wasm")), &staging.join(format!("{APP}_bg.wasm")), is_release, &call)?;
    for entry in fs::read_dir(&parts).map_err(cannot)? {
        let file = entry.map_err(cannot)?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".wasm") && name != format!("{APP}.wasm") {
            shrink(&file, &staging.join(name), is_release, &call)?;
        }
    }
    Ok(())
}

/// Flags that keep the folders of this machine out of the page, where messages of panics would name them.
pub fn remapped(root: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let registries = registries.into_iter().flatten().flatten().map(|entry| entry.path());
    let flags = registries.map(|folder| (folder, "crates")).chain([(root.to_path_buf(), ".")]);
    let flags: Vec<String> = flags.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect();
    flags.join("\u{1f}")
}

/// The script that fetches the other parts asks through the boot script, which minds what servers get wrong.
fn write_links(parts: &Path, staging: &Path) -> Result {
    let cannot = |error| Failure::new(format!("cannot write {LINKS}: {error}"));
    let script = fs::read_to_string(parts.join(LINKS)).map_err(cannot)?;
    let asks = script.matches("fetch(new URL(").count();
    if asks == 0 {
        return Err(Failure::new(format!("{LINKS} fetches no part\nremedy: see what wasm-split-cli writes there")));
    }
    let script = script.replace("fetch(new URL(", "part(new URL(");
    fs::write(staging.join(LINKS), format!("import {{ part }} from \"./boot.js\";\n{script}")).map_err(cannot)
}

/// Shrinks a wasm file; only copies it where speed of building matters more.
fn shrink(from: &Path, to: &Path, is_release: bool, call: &dyn Fn(&str) -> Command) -> Result {
    if !is_release {
        return fs::copy(from, to)
            .map(drop)
            .map_err(|error| Failure::new(format!("cannot write {}: {error}", to.display())));
    }
    // Compressed, the file is smaller when functions called once stay apart.
    shrink_with(from, to, &["-Oz", "--one-caller-inline-max-function-size=0"], &|program| Ok(call(program)))
}

/// Shrinks a wasm file with these options of wasm-opt.
pub fn shrink_with(from: &Path, to: &Path, options: &[&str], call: &dyn Fn(&str) -> Result<Command>) -> Result {
    run(call("wasm-opt")?
        .args(FEATURES.map(|feature| format!("--enable-{feature}")))
        .args(options)
        .arg("-o")
        .args([to, from]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_the_machine_are_written_anew() {
        let flags = remapped(Path::new("/somewhere/annals"));
        assert!(flags.ends_with("--remap-path-prefix=/somewhere/annals=."), "{flags}");
    }
}
