//! The sources in, Satr's figures beside those of its rivals out.
//! Floor 4 of xtask. Uses: dist, plan, process, system, workspace.

use std::env;
use std::path::{Path, PathBuf};
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
    measure: Measure,
}

enum Measure {
    /// What is measured, it brings along.
    Own(fn(&Workspace, &mut Step) -> Result<String, Failure>),
    /// It brings this file of the repository along, and takes another in its place.
    Over(&'static str, fn(&Workspace, &mut Step, &Path) -> Result<String, Failure>),
}

const BENCHES: &[Bench] = &[
    Bench { name: "browser", title: "Drawing with everyone, round by round", measure: Measure::Own(times) },
    Bench { name: "dates", title: "Asking everyone, round by round", measure: Measure::Own(rates) },
    Bench { name: "size", title: "Weighing everyone", measure: Measure::Own(sizes) },
    Bench {
        name: "text",
        title: "Mending with everyone, round by round",
        measure: Measure::Over(GOLD, mending),
    },
];

/// Sentences of our own with all of their half-spaces.
const GOLD: &str = "tests/bench/text/gold.txt";

/// `cargo xtask bench browser`, `bench dates`, `bench size` and `bench text [GOLD]`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    let (bench, given) = read(arguments).map_err(Failure::Usage)?;
    // Made absolute, since our commands run in the root and not where we were called.
    let given = given.map(|file| std::path::absolute(file).unwrap_or_else(|_| file.into()));
    if let Some(file) = given.as_deref().filter(|file| !file.is_file()) {
        return Err(Failure::Usage(format!("there is no file {}", file.display())));
    }
    let stages = || dist::stages().chain([&FETCH]);
    let titles: Vec<&str> = stages().map(|stage| stage.title).chain([bench.title]).collect();
    let mut plan = Plan::announce("The bench", &titles, Output::Held);
    plan.run(stages(), workspace)?;
    let table = plan.ask(bench.title, |step| match bench.measure {
        Measure::Own(measure) => measure(workspace, step),
        Measure::Over(own, measure) => {
            measure(workspace, step, &given.unwrap_or_else(|| workspace.source(own)))
        }
    })?;
    say(&format!("\n{table}"));
    Ok(ExitCode::SUCCESS)
}

fn read(arguments: &[String]) -> Result<(&'static Bench, Option<&str>), String> {
    let [name, rest @ ..] = arguments else {
        return Err(String::from("`bench` wants to know what to measure"));
    };
    let takes_no = |odd: &str| format!("`bench` takes no `{odd}`");
    let bench = BENCHES.iter().find(|bench| bench.name == name).ok_or_else(|| takes_no(name))?;
    match (&bench.measure, rest) {
        (_, []) => Ok((bench, None)),
        (Measure::Over(..), [file]) if !file.starts_with('-') => Ok((bench, Some(file))),
        (Measure::Over(..), [file, odd, ..]) if !file.starts_with('-') => Err(takes_no(odd)),
        (_, [odd, ..]) => Err(takes_no(odd)),
    }
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
    let native = native_side(workspace, step)?;
    let mut command = workspace.program("node", &["tests/bench/dates/run.mjs"]);
    step.ask(command.arg(dist::place(workspace)).arg(native).arg(workspace.built("bench/dates.json")))
}

fn mending(workspace: &Workspace, step: &mut Step, gold: &Path) -> Result<String, Failure> {
    let native = native_side(workspace, step)?;
    let hazm = system::python_package(workspace, step, "hazm", HAZM);
    let mut command = workspace.program("node", &["tests/bench/text/run.mjs"]);
    command.arg(dist::place(workspace)).arg(native).arg(gold).arg(workspace.built("bench/text.json"));
    match hazm {
        Ok(python) => command.arg(python),
        // One rival less is no reason to measure nobody.
        Err(why) => command.arg("-").arg(why.to_string()),
    };
    step.ask(&mut command)
}

/// The newest that the machine's Python takes: 0.12 asks for 3.12 or 3.13.
const HAZM: &str = "hazm>=0.10,<0.13";

fn native_side(workspace: &Workspace, step: &mut Step) -> Result<PathBuf, Failure> {
    step.run(&mut workspace.cargo(&["build", "--release", "-p", "bench"]))?;
    Ok(workspace.built("release").join(format!("bench{}", env::consts::EXE_SUFFIX)))
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
        read(&arguments).map(|(bench, _)| bench.name)
    }

    #[test]
    fn what_to_measure_is_named_and_nothing_else_is() {
        let refused = |why: &str| Err(format!("`bench` {why}"));
        assert_eq!(read_line("browser"), Ok("browser"));
        assert_eq!(read_line("dates"), Ok("dates"));
        assert_eq!(read_line("size"), Ok("size"));
        assert_eq!(read_line("text"), Ok("text"));
        assert_eq!(read_line(""), refused("wants to know what to measure"));
        assert_eq!(read_line("server"), refused("takes no `server`"));
        assert_eq!(read_line("server --fast"), refused("takes no `server`"));
        assert_eq!(read_line("browser --fast"), refused("takes no `--fast`"));
        assert_eq!(read_line("size gold.txt"), refused("takes no `gold.txt`"));
    }

    #[test]
    fn text_may_be_another_and_only_one() {
        let arguments = ["text", "gold.txt"].map(String::from);
        assert!(matches!(read(&arguments), Ok((Bench { name: "text", .. }, Some("gold.txt")))));
        assert_eq!(read_line("text --fast"), Err(String::from("`bench` takes no `--fast`")));
        assert_eq!(read_line("text one.txt two.txt"), Err(String::from("`bench` takes no `two.txt`")));
    }

    #[test]
    fn the_text_of_our_own_is_there() {
        assert!(Workspace::find().source(GOLD).is_file());
    }
}
