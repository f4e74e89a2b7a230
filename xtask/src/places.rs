//! Where things are: the checkout, the build folder, the cache of tools.

use crate::run::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The folders that the commands work in.
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's build folder.
    pub target: PathBuf,
    /// What Trunk made of the app.
    pub app: PathBuf,
    /// The site for hosting.
    pub site: PathBuf,
    /// Tools kept outside the checkout, for every clone.
    pub tools: PathBuf,
}

impl Places {
    /// Finds the folders; fails only where no home folder is known.
    pub fn find() -> Result<Self> {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().unwrap_or(Path::new(".")).to_path_buf();
        // This program runs from <target>/debug/, wherever the settings put that.
        let target = env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.parent()?.to_path_buf()))
            .unwrap_or_else(|| root.join("target"));
        Ok(Self { app: target.join("app"), site: root.join("dist"), tools: cache()?.join("tools"), root, target })
    }

    /// The tool, built for use.
    pub fn tool(&self) -> PathBuf {
        self.target.join("release").join(format!("annals{}", env::consts::EXE_SUFFIX))
    }
}

/// The folder outside the checkout that every clone shares.
fn cache() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(cache) = set("ANNALS_CACHE") {
        return std::path::absolute(cache).map_err(|error| Failure::new(format!("cannot use ANNALS_CACHE: {error}")));
    }
    if let Some(cache) = set("XDG_CACHE_HOME") {
        return Ok(Path::new(&cache).join("annals"));
    }
    match set("HOME").or_else(|| set("USERPROFILE")) {
        Some(home) => Ok(Path::new(&home).join(".cache").join("annals")),
        None => Err(Failure::new("there is no home folder to keep tools in\nremedy: set ANNALS_CACHE to a folder")),
    }
}
