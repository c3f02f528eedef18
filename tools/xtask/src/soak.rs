//! The whole repository in, what takes a long time to show out: also the tools that take minutes to compile.
//! Floor 4 of xtask. Uses: plan, process, system, tally, test, workspace.

use std::env;
use std::process::ExitCode;

use crate::plan::Step;
use crate::process::Failure;
use crate::system::{self, Browser};
use crate::tally::Tally;
use crate::test::{self, Check, FAULTS, PACKAGE};
use crate::workspace::Workspace;

const CHECKS: &[Check] = &[
    Check { title: "Spelling", after: None, run: spelling },
    Check { title: "Licences and sources of dependencies", after: None, run: dependencies },
    Check { title: PACKAGE, after: None, run: test::package },
    Check { title: "Thousands of articles in Chromium", after: Some(PACKAGE), run: chromium },
    Check { title: FAULTS, after: Some(PACKAGE), run: test::faults },
    Check {
        title: "A thousand traps in Node",
        after: Some(FAULTS),
        run: |w, step| traps(w, step, "node", None),
    },
    Check {
        title: "A thousand traps in Chromium",
        after: Some(FAULTS),
        run: |w, step| traps(w, step, "chromium", Some(&system::CHROMIUM)),
    },
    Check {
        title: "A thousand traps in Firefox",
        after: Some(FAULTS),
        run: |w, step| traps(w, step, "firefox", Some(&system::FIREFOX)),
    },
    Check {
        title: "A thousand traps in WebKitGTK",
        after: Some(FAULTS),
        run: |w, step| traps(w, step, "webkit", Some(&system::WEBKIT)),
    },
    Check { title: "Growth up to the bounds", after: None, run: growth },
    Check { title: "Laws on many more articles", after: None, run: laws },
    Check { title: "The comments' server under load", after: None, run: load },
];

/// `cargo xtask soak`: the checks that take too long to be run with every change.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    match arguments.first() {
        Some(argument) => Err(Failure::Usage(format!("`soak` takes no `{argument}`"))),
        None => Ok(test::run_all("The long tests", CHECKS, workspace)),
    }
}

fn spelling(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    let typos = system::tool(workspace, step, &system::TYPOS)?;
    step.run(&mut workspace.program(&typos.to_string_lossy(), &[])).map(|()| Tally::PASSED)
}

/// Advisories are left out: their database is on the network, and changes while nothing here does.
fn dependencies(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    let deny = system::tool(workspace, step, &system::DENY)?;
    let arguments = ["--locked", "check", "bans", "licenses", "sources"];
    step.run(&mut workspace.program(&deny.to_string_lossy(), &arguments)).map(|()| Tally::PASSED)
}

fn chromium(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    test::cases(workspace, step, &["--long", "chromium"], Some(&system::CHROMIUM))
}

fn traps(
    workspace: &Workspace,
    step: &mut Step,
    engine: &str,
    browser: Option<&Browser>,
) -> Result<Tally, Failure> {
    test::recovery(workspace, step, "--traps=1000", engine, browser)
}

/// 24,000 comments are more elements than a page may have.
fn growth(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    test::counted_growth(workspace, step, "1500", "4")
}

fn laws(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    let mut command =
        workspace.cargo(&["test", "--locked", "-p", "satr", "--lib", "--test", "it", "--no-fail-fast"]);
    test::cargo_tests(step, command.env("PROPTEST_CASES", "10000"))
}

/// Here alone, as it is timed: what else the machine does can fail it.
fn load(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    step.run(&mut workspace.cargo(&["build", "--locked", "--release", "-p", "satr-cli", "-p", "satr-load"]))?;
    let program = |name| workspace.built("release").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let mut command = workspace.program(&program("satr-load").to_string_lossy(), &[]);
    test::reported(step, command.arg(program("satr")))
}
