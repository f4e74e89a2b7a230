//! The sizes and timings of the page, against their goals.

use crate::build::build;
use crate::places::Places;
use crate::run::{Failure, Result, announce, cargo, output, run};
use crate::tools::{ALL, setup};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const HELP: &str = "\
Prints the sizes and timings of the page against their goals

Usage: cargo xtask bench [PART]...

Parts: first-view, turning, dragging, offline, embeds, exploring, figures; all of them when none is named. Sizes are always measured.

Ends with 1 when the code of the first view is over its budget
";

/// What wasm, scripts, styles and page may come to, compressed.
const BUDGET_KB: f64 = 250.0;

/// Node has Brotli built in; one line for each file: raw and compressed bytes.
const MEASURE: &str = "\
const fs = require('node:fs'), zlib = require('node:zlib');
for (const file of process.argv.slice(1)) {
  const raw = fs.readFileSync(file);
  const params = {[zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length};
  console.log(raw.length, zlib.brotliCompressSync(raw, {params}).length);
}";

/// What can be measured in a browser; see `benches/page`.
const PARTS: [&str; 7] = ["first-view", "turning", "dragging", "offline", "embeds", "exploring", "figures"];

/// The parts that the arguments name.
pub fn parts(arguments: Vec<String>) -> Result<Vec<String>> {
    match arguments.iter().find(|name| !PARTS.contains(&name.as_str())) {
        Some(name) => Err(Failure::misuse(format!("there is no part {name:?}; there are {}", PARTS.join(", ")))),
        None => Ok(arguments),
    }
}

/// The command `bench`.
pub fn bench(places: &Places, parts: Vec<String>) -> Result {
    let toolbox = setup(places, ALL)?;
    build(places, &toolbox)?;
    let within = sizes(&places.app)?;
    announce("Measuring the page in a browser", "6 minutes");
    let mut command = cargo(&places.root);
    // What is measured is built for use; what measures needs no speed, and is built already where tests ran.
    command.args(["bench", "--profile", "dev", "--bench", "page", "--"]).args(parts);
    command.env("ANNALS_TOOL", places.tool());
    toolbox.lend(&mut command)?;
    run(&mut command)?;
    if within {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "the code of the first view is over its budget of {BUDGET_KB} kB\nremedy: see the sizes above"
        )))
    }
}

/// Prints the size of each file of the first view; whether the sum is within the budget.
fn sizes(app: &Path) -> Result<bool> {
    announce("Measuring sizes", "");
    let files = first_view(app)?;
    let measured = output(Command::new("node").args(["-e", MEASURE, "--"]).args(&files))
        .ok_or_else(|| Failure::new("cannot measure sizes with Node\nremedy: install Node 20 or newer"))?;
    println!("  {:<28} {:>10} {:>10}", "file", "raw kB", "brotli kB");
    let mut sum = (0.0, 0.0);
    for (file, line) in files.iter().zip(measured.lines()) {
        let mut bytes = line.split_whitespace().filter_map(|number| number.parse::<f64>().ok());
        let (raw, brotli) = (bytes.next().unwrap_or(0.0), bytes.next().unwrap_or(0.0));
        print_size(&file.file_name().unwrap_or_default().to_string_lossy(), raw, brotli);
        sum = (sum.0 + raw, sum.1 + brotli);
    }
    print_size("first view", sum.0, sum.1);
    let within = sum.1 <= BUDGET_KB * 1000.0;
    let verdict = if within { "within" } else { "OVER" };
    println!("  {verdict} the budget of {BUDGET_KB} kB");
    Ok(within)
}

fn print_size(what: &str, raw: f64, brotli: f64) {
    println!("  {what:<28} {:>10.1} {:>10.1}", raw / 1000.0, brotli / 1000.0);
}

/// The page and the code that it names; what it does not name is loaded later, for few.
fn first_view(app: &Path) -> Result<Vec<PathBuf>> {
    let cannot = |error| Failure::new(format!("cannot read {}: {error}", app.display()));
    let page = fs::read_to_string(app.join("index.html")).map_err(cannot)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(app).map_err(cannot)? {
        let file = entry.map_err(cannot)?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_code = [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending));
        if name == "index.html" || is_code && page.contains(&format!("\"{name}\"")) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}
