//! What is pinned, and how it comes onto the machine.
//!
//! A tool is taken from `PATH` when its version fits. Otherwise it is installed into a folder of its own in the cache, where other
//! clones find it too.

use crate::browsers::{self, Browsers};
use crate::install::{Source, Tool, install_npm, provide, put, remove};
use crate::places::Places;
use crate::run::{Failure, Result, announce, find_on_path, output, run};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

pub const HELP: &str = "\
Installs what the other commands need

Usage: cargo xtask setup [--no-browsers]

Options:
  --no-browsers   Leave out the browsers, their drivers and the fonts: enough for `serve` and `build`
";

/// Newer releases of Trunk want a newer Rust.
const TRUNK: &str = "0.21.14";
/// Goes with the crate `wasm_split_helpers`: see the lock file.
const WASM_SPLIT: &str = "0.2.4";
/// Joins the scripts of the offline file.
const ESBUILD: &str = "0.28.2";
const AXE_CORE: &str = "4.14.1";
/// Drives every Firefox of the last years; those of 2025 and later let it see the console only from 0.36 on.
const GECKODRIVER: &str = "0.37.1";
/// Set where the tools were told of already: for a command that runs within another.
const TOLD: &str = "ANNALS_TOOLS_TOLD";
const WASM: &str = "wasm32-unknown-unknown";

/// Something a command cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Chromium, its driver, Firefox, WebKitGTK with its driver, Chinese fonts.
    Browsers,
    /// The driver of Firefox.
    Geckodriver,
    /// The standard library for the page.
    WasmTarget,
    /// The accessibility checker, one script.
    Axe,
    /// `wasm-opt`, which shrinks the page.
    WasmOpt,
    /// `wasm-bindgen` and its test runner, in the version of the lock file.
    WasmBindgen,
    /// What joins the scripts of the offline file.
    Esbuild,
    /// What parts the wasm of the page.
    WasmSplit,
    /// The bundler of the page.
    Trunk,
}

/// What building the page takes.
pub const PAGE: &[Need] =
    &[Need::WasmTarget, Need::WasmOpt, Need::Esbuild, Need::WasmSplit, Need::WasmBindgen, Need::Trunk];

/// All there is, in the order of setting up: first what may stop us, last what takes longest.
pub const ALL: &[Need] = &[
    Need::Browsers,
    Need::WasmTarget,
    Need::Axe,
    Need::WasmOpt,
    Need::Esbuild,
    Need::WasmSplit,
    Need::Geckodriver,
    Need::WasmBindgen,
    Need::Trunk,
];

/// What only tests and measurements want.
const FOR_BROWSERS: &[Need] = &[Need::Browsers, Need::Geckodriver];

/// The options of `setup`.
pub struct Options {
    browsers: bool,
}

impl Options {
    /// Reads the arguments.
    pub fn read(arguments: Vec<String>) -> Result<Self> {
        let mut options = Self { browsers: true };
        for argument in arguments {
            match argument.as_str() {
                "--no-browsers" => options.browsers = false,
                _ => return Err(Failure::unknown(&argument)),
            }
        }
        Ok(options)
    }
}

/// The command `setup`.
pub fn setup_all(places: &Places, options: &Options) -> Result {
    let needs: Vec<Need> =
        ALL.iter().copied().filter(|need| options.browsers || !FOR_BROWSERS.contains(need)).collect();
    setup(places, &needs)?;
    println!("\nEverything is in place");
    Ok(())
}

/// The tools that were found or installed.
#[derive(Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
    /// The script of axe-core.
    pub axe: Option<PathBuf>,
    /// The browsers.
    pub browsers: Option<Browsers>,
    /// The driver of Firefox.
    pub geckodriver: Option<PathBuf>,
}

impl Toolbox {
    /// Makes a command see the tools before whatever else is on `PATH`.
    pub fn lend(&self, command: &mut Command) -> Result {
        command.env("PATH", self.path()?).env(TOLD, "1");
        if let Some(axe) = &self.axe {
            command.env("AXE_PATH", axe);
        }
        if let Some(browsers) = &self.browsers {
            command.env("CHROMEDRIVER", &browsers.chromedriver).env("CHROMIUM", &browsers.chromium);
            command.env("FIREFOX", &browsers.firefox);
            if let Some((driver, browser)) = &browsers.webkit {
                command.env("WEBKITDRIVER", driver).env("MINIBROWSER", browser);
            }
        }
        if let Some(geckodriver) = &self.geckodriver {
            command.env("GECKODRIVER", geckodriver);
        }
        Ok(())
    }

    /// `PATH` with the tools before whatever else is on it.
    pub fn path(&self) -> Result<OsString> {
        let before = env::var_os("PATH").unwrap_or_default();
        env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&before)))
            .map_err(|error| Failure::new(format!("cannot put the tools on PATH: {error}")))
    }
}

/// Installs what is missing of `needs`, and says what it found.
pub fn setup(places: &Places, needs: &[Need]) -> Result<Toolbox> {
    let mut toolbox = Toolbox::default();
    if needs.is_empty() {
        return Ok(toolbox);
    }
    if env::var_os(TOLD).is_none() {
        announce("Setting up", "");
    }
    let lock = lock(&places.tools)?;
    for need in ALL.iter().filter(|need| needs.contains(need)) {
        match need {
            Need::Browsers => toolbox.browsers = Some(browsers::setup()?),
            Need::Geckodriver => toolbox.geckodriver = Some(geckodriver(&places.tools)?),
            Need::WasmTarget => wasm_target()?,
            Need::Axe => {
                let folder = axe_core(&places.tools)?;
                toolbox.axe = Some(folder.join("axe.min.js"));
            }
            Need::WasmOpt => {
                let tool = binaryen(&pinned_wasm_opt(&places.root)?);
                toolbox.folders.extend(provide(&places.tools, &tool)?);
            }
            Need::Esbuild => toolbox.folders.extend(provide(&places.tools, &esbuild())?),
            Need::WasmBindgen => {
                let tool = wasm_bindgen(&locked(&places.root, "wasm-bindgen")?);
                toolbox.folders.extend(provide(&places.tools, &tool)?);
            }
            Need::WasmSplit => toolbox.folders.extend(provide(&places.tools, &wasm_split())?),
            Need::Trunk => toolbox.folders.extend(provide(&places.tools, &trunk())?),
        }
    }
    drop(lock);
    Ok(toolbox)
}

fn trunk() -> Tool {
    Tool {
        name: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        version_word: Some(1),
        from: Source::Crate { name: "trunk", features: &[], locked: true },
        usually: "8 minutes",
    }
}

fn wasm_split() -> Tool {
    Tool {
        name: "wasm-split",
        version: WASM_SPLIT.to_owned(),
        programs: &["wasm-split-cli"],
        version_word: None,
        from: Source::Crate { name: "wasm_split_cli_support", features: &["build-binary"], locked: true },
        usually: "1 minute",
    }
}

/// Its own lock file is not used: it names a release that is no longer to be had.
fn wasm_bindgen(version: &str) -> Tool {
    Tool {
        name: "wasm-bindgen",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version_word: Some(1),
        from: Source::Crate { name: "wasm-bindgen-cli", features: &[], locked: false },
        usually: "5 minutes",
    }
}

fn binaryen(version: &str) -> Tool {
    Tool {
        name: "binaryen",
        version: version.to_owned(),
        programs: &["wasm-opt"],
        version_word: Some(2),
        from: Source::Npm { name: "binaryen", version: format!("{version}.0.0") },
        usually: "5 seconds",
    }
}

fn esbuild() -> Tool {
    Tool {
        name: "esbuild",
        version: ESBUILD.to_owned(),
        programs: &["esbuild"],
        version_word: Some(0),
        from: Source::Npm { name: "esbuild", version: ESBUILD.to_owned() },
        usually: "5 seconds",
    }
}

/// Finds or installs the driver of Firefox; the program.
fn geckodriver(tools: &Path) -> Result<PathBuf> {
    const NAME: &str = "geckodriver";
    if let Some(program) = browsers::named("GECKODRIVER") {
        report(NAME, &program.display().to_string());
        return Ok(program);
    }
    let tool = Tool {
        name: NAME,
        version: GECKODRIVER.to_owned(),
        programs: &[NAME],
        version_word: Some(1),
        from: Source::Crate { name: NAME, features: &[], locked: true },
        usually: "3 minutes",
    };
    let folder = provide(tools, &tool)?;
    Ok(folder.map_or_else(|| PathBuf::from(NAME), |folder| folder.join(format!("{NAME}{}", env::consts::EXE_SUFFIX))))
}

/// Finds or installs axe-core; the folder of its package.
fn axe_core(tools: &Path) -> Result<PathBuf> {
    let label = format!("axe-core {AXE_CORE}");
    let package = |place: &Path| place.join("node_modules").join("axe-core");
    let is_complete = |place: &Path| {
        let described = fs::read_to_string(package(place).join("package.json")).unwrap_or_default();
        described.contains(&format!("\"version\": \"{AXE_CORE}\"")) && package(place).join("axe.min.js").is_file()
    };
    let place = tools.join(format!("axe-core-{AXE_CORE}"));
    if is_complete(&place) {
        report(&label, &place.display().to_string());
        return Ok(package(&place));
    }
    announce(&format!("Installing {label}"), "5 seconds");
    let beside = tools.join(format!(".axe-core-{AXE_CORE}.part"));
    remove(&beside)?;
    install_npm("axe-core", AXE_CORE, &beside)?;
    if !is_complete(&beside) {
        return Err(Failure::new(format!("{label} was installed but holds no axe.min.js")));
    }
    put(&beside, &place)?;
    report(&label, "installed");
    Ok(package(&place))
}

/// The standard library that the page is built with.
fn wasm_target() -> Result {
    let is_there = || {
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))
            .and_then(|folder| fs::read_dir(folder).ok())
            .is_some_and(|mut files| files.any(|file| file.is_ok_and(|file| is_core(&file.path()))))
    };
    if is_there() {
        report(WASM, "part of the Rust toolchain");
        return Ok(());
    }
    if find_on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "this Rust has no standard library for {WASM}, and there is no rustup to add it\n\
             remedy: install the package of your system that holds it, or use rustup"
        )));
    }
    announce(&format!("Adding {WASM} to the Rust toolchain"), "20 seconds");
    run(Command::new("rustup").args(["target", "add", WASM]))?;
    if is_there() {
        report(WASM, "installed");
        Ok(())
    } else {
        Err(Failure::new(format!(
            "rustup added {WASM}, but rustc does not find it\nremedy: make sure that rustc on PATH is the one of rustup"
        )))
    }
}

fn is_core(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("libcore-") && name.ends_with(".rlib")
}

/// The number of the binaryen release that `Trunk.toml` asks for.
fn pinned_wasm_opt(root: &Path) -> Result<String> {
    let settings = read(&root.join("Trunk.toml"))?;
    settings
        .lines()
        .find_map(|line| {
            let value = line.trim().strip_prefix("wasm_opt")?.trim_start().strip_prefix('=')?;
            Some(value.trim().trim_matches('"').strip_prefix("version_")?.to_owned())
        })
        .ok_or_else(|| Failure::new("Trunk.toml has no line wasm_opt = \"version_…\""))
}

/// The version of a package in the lock file.
fn locked(root: &Path, package: &str) -> Result<String> {
    let lock = read(&root.join("Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock does not name {package}")))
}

/// Lets one setup at a time change the cache; the lock ends with the process, however that ends.
fn lock(tools: &Path) -> Result<File> {
    let cannot = |error| Failure::new(format!("cannot use {}: {error}", tools.display()));
    fs::create_dir_all(tools).map_err(cannot)?;
    let file = File::create(tools.join(".lock")).map_err(cannot)?;
    if file.try_lock().is_err() {
        println!("Waiting for another setup to end");
        file.lock().map_err(cannot)?;
    }
    Ok(file)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| Failure::new(format!("cannot read {}: {error}", file.display())))
}

/// One line of the report.
pub fn report(what: &str, how: &str) {
    if env::var_os(TOLD).is_none() {
        println!("  {what:<28} {how}");
    }
}
