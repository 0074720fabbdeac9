//! The command `clustersite`.

use std::process::ExitCode;

fn main() -> ExitCode {
    clustersite::cli::run()
}
