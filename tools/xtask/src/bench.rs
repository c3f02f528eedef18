//! The sources in, Satr's figures beside those of its rivals out.
//! Floor 4 of xtask. Uses: dist, plan, process, system, workspace.

use std::env;
use std::process::ExitCode;

use crate::dist;
use crate::plan::{Output, Plan, Stage, Step, say};
use crate::process::Failure;
use crate::system;
use crate::workspace::Workspace;

const FETCH: Stage = Stage { title: "Fetching the rivals", run: fetch };

/// One way to measure: how it is typed, what its step is called, and what gives its table.
struct Bench {
    name: &'static str,
    title: &'static str,
    measure: fn(&Workspace, &mut Step) -> Result<String, Failure>,
}

const BENCHES: &[Bench] = &[
    Bench { name: "browser", title: "Drawing with everyone, round by round", measure: times },
    Bench { name: "dates", title: "Asking everyone, round by round", measure: rates },
    Bench { name: "size", title: "Weighing everyone", measure: sizes },
];

/// `cargo xtask bench browser`, `cargo xtask bench dates` and `cargo xtask bench size`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    let bench = read(arguments).map_err(Failure::Usage)?;
    let stages = || dist::stages().chain([&FETCH]);
    let titles: Vec<&str> = stages().map(|stage| stage.title).chain([bench.title]).collect();
    let mut plan = Plan::announce("The bench", &titles, Output::Held);
    plan.run(stages(), workspace)?;
    let table = plan.ask(bench.title, |step| (bench.measure)(workspace, step))?;
    say(&format!("\n{table}"));
    Ok(ExitCode::SUCCESS)
}

fn read(arguments: &[String]) -> Result<&'static Bench, String> {
    let [name, rest @ ..] = arguments else {
        return Err(String::from("`bench` wants to know what to measure"));
    };
    let takes_no = |odd: &str| format!("`bench` takes no `{odd}`");
    let bench = BENCHES.iter().find(|bench| bench.name == name).ok_or_else(|| takes_no(name))?;
    rest.first().map_or(Ok(bench), |odd| Err(takes_no(odd)))
}

fn fetch(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    system::npm_packages(workspace, step, "tests/bench")
}

fn times(workspace: &Workspace, step: &mut Step) -> Result<String, Failure> {
    let chromium = system::browser(workspace, step, &system::CHROMIUM)?;
    let mut command = workspace.program("node", &["tests/bench/run.mjs"]);
    command.arg(dist::place(workspace)).arg(workspace.built("bench/browser.json"));
    step.ask(command.env(system::CHROMIUM.variable, chromium))
}

fn rates(workspace: &Workspace, step: &mut Step) -> Result<String, Failure> {
    step.run(&mut workspace.cargo(&["build", "--release", "-p", "bench"]))?;
    let native = workspace.built("release").join(format!("bench{}", env::consts::EXE_SUFFIX));
    let mut command = workspace.program("node", &["tests/bench/dates/run.mjs"]);
    step.ask(command.arg(dist::place(workspace)).arg(native).arg(workspace.built("bench/dates.json")))
}

fn sizes(workspace: &Workspace, step: &mut Step) -> Result<String, Failure> {
    let mut command = workspace.program("node", &["tests/bench/size.mjs"]);
    step.ask(command.arg(dist::place(workspace)).arg(workspace.built("bench/size.json")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_line(line: &str) -> Result<&'static str, String> {
        let arguments: Vec<_> = line.split_whitespace().map(String::from).collect();
        read(&arguments).map(|bench| bench.name)
    }

    #[test]
    fn what_to_measure_is_named_and_nothing_else_is() {
        let refused = |why: &str| Err(format!("`bench` {why}"));
        assert_eq!(read_line("browser"), Ok("browser"));
        assert_eq!(read_line("dates"), Ok("dates"));
        assert_eq!(read_line("size"), Ok("size"));
        assert_eq!(read_line(""), refused("wants to know what to measure"));
        assert_eq!(read_line("server"), refused("takes no `server`"));
        assert_eq!(read_line("server --fast"), refused("takes no `server`"));
        assert_eq!(read_line("browser --fast"), refused("takes no `--fast`"));
    }
}
