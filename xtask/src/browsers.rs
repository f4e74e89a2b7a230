//! The browsers, the driver of Chromium and the fonts, which come from the system's packages.
//!
//! The driver of Firefox is in no package: see [`crate::tools`].

use crate::run::{Failure, Result, announce, find_on_path, output, run};
use crate::tools::report;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Debian packages.
const PACKAGES: &[&str] =
    &["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];

/// The browsers, and the driver that must fit its browser.
pub struct Browsers {
    /// Chromium.
    pub chromium: PathBuf,
    /// ChromeDriver of the same release.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// The driver of WebKitGTK and its browser; only Linux has them.
    pub webkit: Option<(PathBuf, PathBuf)>,
}

/// Finds the browsers, installs them where that is possible, or says what to install.
pub fn setup() -> Result<Browsers> {
    if !missing().is_empty() {
        install()?;
    }
    let missing = missing();
    let programs = (chromium(), chromedriver(), firefox());
    let ((Some(chromium), Some(chromedriver), Some(firefox)), []) = (programs, missing.as_slice()) else {
        return Err(Failure::new(format!("{}\nremedy: {}", missing.join("; "), remedy())));
    };
    for (name, program) in [("chromium", &chromium), ("chromedriver", &chromedriver), ("firefox", &firefox)] {
        report(name, &version(program).unwrap_or_default());
    }
    let webkit = webkit();
    if let Some((driver, _)) = &webkit {
        report("webkit", &version(driver).unwrap_or_else(|| driver.display().to_string()));
    }
    Ok(Browsers { chromium, chromedriver, firefox, webkit })
}

/// What is not there or does not fit, in words; empty when all is well.
fn missing() -> Vec<String> {
    let mut missing = Vec::new();
    let browser = chromium().and_then(|program| version(&program));
    let driver = chromedriver().and_then(|program| version(&program));
    match (&browser, &driver) {
        (None, _) => missing.push("there is no Chromium that runs".to_owned()),
        (_, None) => missing.push("there is no ChromeDriver that runs".to_owned()),
        (Some(browser), Some(driver)) if release(browser) != release(driver) => {
            missing.push(format!("{browser} and {driver} are not of the same release"))
        }
        _ => {}
    }
    if firefox().and_then(|program| version(&program)).is_none() {
        missing.push("there is no Firefox that runs".to_owned());
    }
    if cfg!(target_os = "linux") && (webkit().is_none() || find_on_path("Xvfb").is_none()) {
        missing.push("there is no driver of WebKitGTK with its MiniBrowser, or no Xvfb".to_owned());
    }
    if !has_chinese_font() {
        missing.push("there is no font with Chinese characters".to_owned());
    }
    missing
}

/// Installs the packages through apt where the rights are there.
fn install() -> Result {
    if find_on_path("apt-get").is_none() {
        return Ok(());
    }
    let sudo: &[&str] = if output(Command::new("id").arg("-u")).as_deref() == Some("0") {
        &[]
    } else if output(Command::new("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        return Ok(());
    };
    let root = |words: &[&str]| {
        let mut words = sudo.iter().chain(words);
        let program = words.next().unwrap_or(&"true");
        run(Command::new(program).args(words))
    };
    announce(&format!("Installing {}", PACKAGES.join(", ")), "2 minutes");
    // Ends what an interrupted install has left, if anything.
    root(&["dpkg", "--configure", "-a"])?;
    let wait = "DPkg::Lock::Timeout=300";
    root(&["apt-get", "-o", wait, "-q", "update"])?;
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", wait, "-q", "-y"];
    words.extend(["install", "--no-install-recommends"]);
    words.extend(PACKAGES);
    root(&words)
}

fn remedy() -> String {
    if cfg!(target_os = "linux") {
        format!(
            "as root, run\n  apt-get update && apt-get install --no-install-recommends {}\n\
             or, on another system, install Chromium, the ChromeDriver of the same release, Firefox and a font for Chinese; \
             CHROMIUM, CHROMEDRIVER and FIREFOX may name the programs",
            PACKAGES.join(" ")
        )
    } else {
        "install Chromium or Chrome, the ChromeDriver of the same release, and Firefox; \
         CHROMIUM, CHROMEDRIVER and FIREFOX may name the programs"
            .to_owned()
    }
}

fn chromium() -> Option<PathBuf> {
    program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

fn chromedriver() -> Option<PathBuf> {
    program("CHROMEDRIVER", &["chromedriver"])
}

fn firefox() -> Option<PathBuf> {
    program("FIREFOX", &["firefox-esr", "firefox"])
}

/// The driver of WebKitGTK and the browser that it drives, which is on no `PATH`.
fn webkit() -> Option<(PathBuf, PathBuf)> {
    let driver = program("WEBKITDRIVER", &["WebKitWebDriver"])?;
    let browser = named("MINIBROWSER").or_else(|| {
        let folders = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(PathBuf::from);
        let within =
            |folder: &PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let deeper: Vec<PathBuf> = folders.iter().flat_map(within).filter(|path| path.is_dir()).collect();
        let mut found: Vec<PathBuf> = folders
            .iter()
            .chain(&deeper)
            .flat_map(within)
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-")))
            .map(|folder| folder.join("MiniBrowser"))
            .filter(|program| program.is_file())
            .collect();
        found.sort();
        found.pop()
    })?;
    Some((driver, browser))
}

/// A program named by the environment or found on `PATH`.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    named(variable).or_else(|| names.iter().find_map(|name| find_on_path(name)))
}

/// A program named by the environment.
pub fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn version(program: &Path) -> Option<String> {
    output(Command::new(program).arg("--version"))
        .map(|text| text.split(['(', '\n']).next().unwrap_or_default().trim().to_owned())
}

/// The first number of a version text.
fn release(version: &str) -> Option<u32> {
    version.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse().ok())
}

/// Other systems bring such fonts along.
fn has_chinese_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    match output(Command::new("fc-list").args([":lang=zh-cn", "file"])) {
        Some(fonts) => !fonts.is_empty(),
        None => output(Command::new("dpkg-query").args(["-W", "-f=${Status}", "fonts-noto-cjk"]))
            .is_some_and(|status| status.ends_with("installed")),
    }
}
