//! Owns `clustersite completions`.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, End, Failure, print};

/// Write the completions of a shell
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite completions bash > /etc/bash_completion.d/clustersite\n  clustersite completions zsh > ~/.zfunc/_clustersite"
)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "clustersite", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(End::Clean)
}
