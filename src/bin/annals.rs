//! The tool: arguments in, exit code out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    annals::cli::run(std::env::args_os())
}

// Cargo builds all binaries beside tests of the page.
#[cfg(target_arch = "wasm32")]
fn main() {}
