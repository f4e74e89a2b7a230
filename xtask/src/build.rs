//! Building the app with Trunk, the tool that carries it, and the site for hosting.

use crate::places::Places;
use crate::run::{Failure, Result, announce, cargo, run};
use crate::tools::{PAGE, Toolbox, setup};
use std::fs;
use std::path::Path;
use std::process::Command;

pub const HELP: &str = "\
Builds the app, the tool that carries it, and the site for hosting

Usage: cargo xtask build

The app goes to target/app, the tool to target/release/annals, the site to dist/
";

/// The command `build`.
pub fn build_all(places: &Places) -> Result {
    let toolbox = setup(places, PAGE)?;
    build(places, &toolbox)?;
    announce("Writing the site to dist/", "");
    run(Command::new(places.tool()).arg("site").arg("-o").arg(&places.site))?;
    println!("\nThe site is in {}", places.site.display());
    Ok(())
}

/// Builds the app and the tool.
pub fn build(places: &Places, toolbox: &Toolbox) -> Result {
    announce("Building the app", "2 minutes, seconds when nothing changed");
    build_app(places, toolbox)?;
    announce("Building the tool", "2 minutes, seconds when nothing changed");
    // The package's build script puts the app into the tool.
    run(cargo(&places.root).args(["build", "--release", "--bin", "annals"]).env("ANNALS_APP", &places.app))
}

fn build_app(places: &Places, toolbox: &Toolbox) -> Result {
    let fresh = places.target.join("app.new");
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--release", "--skip-version-check", "--dist"])
        .arg(&fresh)
        .current_dir(&places.root)
        // Its hook must build where we look; Trunk refuses to start when NO_COLOR is 1.
        .env("CARGO_TARGET_DIR", &places.target)
        .env_remove("NO_COLOR");
    toolbox.lend(&mut trunk)?;
    run(&mut trunk)?;
    crate::offline::write(&places.root, &fresh, &places.target, &|program| {
        let mut command = Command::new(program);
        toolbox.lend(&mut command)?;
        Ok(command)
    })?;
    update(&fresh, &places.app)
        .map_err(|error| Failure::new(format!("cannot write to {}: {error}", places.app.display())))
}

/// Makes `to` hold the same files as `from`, touching only those that differ: an unchanged app then rebuilds nothing.
fn update(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let old = entry?.path();
        let new = from.join(old.file_name().unwrap_or_default());
        if old.is_dir() && !new.is_dir() {
            fs::remove_dir_all(old)?;
        } else if old.is_file() && !new.is_file() {
            fs::remove_file(old)?;
        }
    }
    for entry in fs::read_dir(from)? {
        let new = entry?.path();
        let place = to.join(new.file_name().unwrap_or_default());
        if new.is_dir() {
            update(&new, &place)?;
            continue;
        }
        let bytes = fs::read(&new)?;
        if fs::read(&place).ok().as_ref() != Some(&bytes) {
            fs::write(&place, bytes)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn update_touches_only_what_differs() {
        let folder = std::env::temp_dir().join(format!("annals-update-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("sub")).unwrap();
        fs::create_dir_all(to.join("gone")).unwrap();
        for (file, text) in [("from/same", "1"), ("from/sub/new", "2"), ("to/same", "1"), ("to/old", "3")] {
            fs::write(folder.join(file), text).unwrap();
        }
        let before = fs::metadata(to.join("same")).unwrap().modified().unwrap();
        update(&from, &to).unwrap();
        assert_eq!(fs::metadata(to.join("same")).unwrap().modified().unwrap(), before);
        assert_eq!(fs::read_to_string(to.join("sub/new")).unwrap(), "2");
        assert!(!to.join("old").exists() && !to.join("gone").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
