//! Today's output in, the expected output of every case out, and the article's schema and types.
//! Floor 4 of xtask. Uses: process, workspace.

use std::process::ExitCode;

use crate::process::{Failure, typed};
use crate::workspace::Workspace;

/// `cargo xtask bless`: the same tests that compare, told to write instead.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Usage(format!("`bless` takes no `{argument}`")));
    }
    let mut command = workspace.cargo(&["test", "-q", "-p", "satr", "--test", "it"]);
    let status = command
        .env("SATR_BLESS", "1")
        .status()
        .map_err(|why| Failure::Failed(format!("`{}` did not start: {why}", typed(&command))))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
