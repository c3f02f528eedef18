//! The browser package in, the package to publish in `dist/satr`, and as archives beside it, out.
//! Floor 4 of xtask. Uses: folder, package, plan, process, system, workspace.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::folder::Draft;
use crate::package;
use crate::plan::{Output, Plan, Stage, Step, say};
use crate::process::Failure;
use crate::system;
use crate::workspace::Workspace;

const STAGES: &[Stage] = &[
    Stage { title: "Fetching what makes it small", run: fetch },
    Stage { title: "Making it small", run: pack },
    Stage { title: "Putting it into archives", run: archive },
    Stage { title: "Holding it to what is promised", run: check },
];
const WEIGH: &str = "Weighing it";

/// The steps from the sources to the package, for the tasks that begin with it.
pub(crate) fn stages() -> impl Iterator<Item = &'static Stage> {
    package::STAGES.iter().chain(STAGES)
}

/// `cargo xtask dist`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Usage(format!("`dist` takes no `{argument}`")));
    }
    let titles: Vec<&str> = stages().map(|stage| stage.title).chain([WEIGH]).collect();
    let mut plan = Plan::announce("The package to publish", &titles, Output::Held);
    plan.run(stages(), workspace)?;
    let table = plan.ask(WEIGH, |step| weigh(workspace, step))?;
    say(&format!("\n{table}\n\n{}", place(workspace).display()));
    Ok(ExitCode::SUCCESS)
}

/// Where the package stands when it is built: not in the build folder, since it is what the build is for.
pub(crate) fn place(workspace: &Workspace) -> PathBuf {
    workspace.source("dist/satr")
}

/// What its files weigh, as a table; over a limit it fails.
pub(crate) fn weigh(workspace: &Workspace, step: &mut Step) -> Result<String, Failure> {
    step.ask(workspace.program("node", &["tools/pack/weigh.mjs"]).arg(place(workspace)))
}

fn fetch(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    system::npm_packages(workspace, step, "tools/pack")
}

fn pack(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    let failed = |why: io::Error| Failure::Failed(format!("the package could not be written: {why}"));
    let draft = Draft::of(place(workspace)).map_err(failed)?;
    let mut command = workspace.program("node", &["tools/pack/pack.mjs"]);
    step.run(command.arg(package::place(workspace)).arg(draft.path()))?;
    draft.publish().map_err(failed)
}

/// Beside the package: a folder to host, and what npm installs.
fn archive(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    step.run(workspace.program("node", &["tools/pack/archive.mjs"]).arg(place(workspace)))
}

fn check(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    let mut command = workspace.program("node", &["tools/pack/check.mjs"]);
    step.run(command.arg(place(workspace)).arg(workspace.source("README.md")))
}
