//! The tool: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    annals::cli::run(std::env::args_os())
}
