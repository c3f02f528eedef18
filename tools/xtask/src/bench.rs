//! The sources in, Satr's times beside those of its rivals out.
//! Floor 4 of xtask. Uses: package, plan, process, system, workspace.

use std::process::ExitCode;

use crate::package;
use crate::plan::{Output, Plan, Stage, Step, say};
use crate::process::{Failure, typed};
use crate::system;
use crate::workspace::Workspace;

const FETCH: Stage = Stage { title: "Fetching the rivals", run: fetch };
const MEASURE: &str = "Drawing with everyone, round by round";

/// `cargo xtask bench browser`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    read(arguments).map_err(Failure::Usage)?;
    let stages = package::STAGES.iter().chain([&FETCH]);
    let titles: Vec<&str> = stages.map(|stage| stage.title).chain([MEASURE]).collect();
    let mut plan = Plan::announce("The bench", &titles, Output::Held);
    plan.run(package::STAGES, workspace)?;
    plan.run(&[FETCH], workspace)?;

    let mut step = plan.step(MEASURE);
    let outcome = measure(workspace, &mut step);
    step.end(if outcome.is_ok() { "" } else { "FAILED" });
    say(&format!("\n{}", outcome?));
    Ok(ExitCode::SUCCESS)
}

/// The browser is what can be measured so far; it is named, so that the command means the same when there is more.
fn read(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [what] if what == "browser" => Ok(()),
        [] => Err(String::from("`bench` wants to know what to measure")),
        [what, rest @ ..] => {
            let odd = rest.first().filter(|_| what == "browser").unwrap_or(what);
            Err(format!("`bench` takes no `{odd}`"))
        }
    }
}

fn fetch(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    system::npm_packages(workspace, step, "tests/bench")
}

/// Measures, and gives the table.
fn measure(workspace: &Workspace, step: &mut Step) -> Result<String, Failure> {
    let chromium = system::browser(workspace, step, &system::CHROMIUM)?;
    let mut command = workspace.program("node", &["tests/bench/run.mjs"]);
    command.arg(package::place(workspace)).arg(workspace.built("bench/browser.json"));
    command.env(system::CHROMIUM.variable, chromium);
    let mut table = Vec::new();
    let status = step.watch(&mut command, &mut |line| table.push(line.to_owned()))?;
    if status.success() {
        return Ok(table.join("\n"));
    }
    Err(Failure::Failed(format!("`{}` ended with {status}", typed(&command))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(line: &str) -> Option<String> {
        read(&line.split_whitespace().map(String::from).collect::<Vec<_>>()).err()
    }

    #[test]
    fn what_to_measure_is_named_and_nothing_else_is() {
        assert_eq!(why("browser"), None);
        assert_eq!(why("").as_deref(), Some("`bench` wants to know what to measure"));
        assert_eq!(why("server").as_deref(), Some("`bench` takes no `server`"));
        assert_eq!(why("browser --fast").as_deref(), Some("`bench` takes no `--fast`"));
    }
}
