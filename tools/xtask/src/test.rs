//! The whole repository in, one line of counts out.
//! Floor 4 of xtask. Uses: dist, package, plan, process, system, tally, workspace.

use std::env;
use std::process::{Command, ExitCode};

use crate::dist;
use crate::package;
use crate::plan::{Output, Plan, Step, say};
use crate::process::Failure;
use crate::system::{self, Browser};
use crate::tally::Tally;
use crate::workspace::Workspace;

/// One check: what it is called, what it cannot run without, and how it runs.
pub(crate) struct Check {
    pub(crate) title: &'static str,
    pub(crate) after: Option<&'static str>,
    pub(crate) run: fn(&Workspace, &mut Step) -> Result<Tally, Failure>,
}

pub(crate) const PACKAGE: &str = "The package to publish";
pub(crate) const FAULTS: &str = "The package with faults";
/// How many times each engine is broken; `soak` does it more often.
const TRAPS: &str = "--traps=24";

const CHECKS: &[Check] = &[
    Check { title: "Format", after: None, run: format },
    Check { title: "Lints", after: None, run: lints },
    Check { title: "Lints of the browser crates", after: None, run: wasm_lints },
    Check { title: "Documentation", after: None, run: docs },
    Check { title: "Native tests", after: None, run: native },
    Check { title: "Growth", after: None, run: growth },
    Check { title: "Browser crate in Chromium", after: None, run: browser_crate },
    Check { title: PACKAGE, after: None, run: package },
    Check { title: "Its weight", after: Some(PACKAGE), run: weight },
    Check { title: "Cases in Node", after: Some(PACKAGE), run: |w, step| cases(w, step, &["node"], None) },
    Check {
        title: "Browser cases in Chromium",
        after: Some(PACKAGE),
        run: |w, step| cases(w, step, &["chromium"], Some(&system::CHROMIUM)),
    },
    Check {
        title: "Browser cases in Firefox",
        after: Some(PACKAGE),
        run: |w, step| cases(w, step, &["firefox"], Some(&system::FIREFOX)),
    },
    Check {
        title: "Browser cases in WebKitGTK",
        after: Some(PACKAGE),
        run: |w, step| cases(w, step, &["webkit"], Some(&system::WEBKIT)),
    },
    Check { title: "The package where people put it", after: Some(PACKAGE), run: hosting },
    Check {
        title: "Comments from end to end in Chromium",
        after: Some(PACKAGE),
        run: |w, step| end_to_end(w, step, "chromium", &system::CHROMIUM),
    },
    Check {
        title: "Comments from end to end in Firefox",
        after: Some(PACKAGE),
        run: |w, step| end_to_end(w, step, "firefox", &system::FIREFOX),
    },
    Check {
        title: "Comments from end to end in WebKitGTK",
        after: Some(PACKAGE),
        run: |w, step| end_to_end(w, step, "webkit", &system::WEBKIT),
    },
    Check { title: FAULTS, after: Some(PACKAGE), run: faults },
    Check {
        title: "Recovery in Node",
        after: Some(FAULTS),
        run: |w, step| recovery(w, step, TRAPS, "node", None),
    },
    Check {
        title: "Recovery in Chromium",
        after: Some(FAULTS),
        run: |w, step| recovery(w, step, TRAPS, "chromium", Some(&system::CHROMIUM)),
    },
    Check {
        title: "Recovery in Firefox",
        after: Some(FAULTS),
        run: |w, step| recovery(w, step, TRAPS, "firefox", Some(&system::FIREFOX)),
    },
    Check {
        title: "Recovery in WebKitGTK",
        after: Some(FAULTS),
        run: |w, step| recovery(w, step, TRAPS, "webkit", Some(&system::WEBKIT)),
    },
];

/// `cargo xtask test`: runs every check, whatever became of the ones before it.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Usage(format!("`test` takes no `{argument}`")));
    }
    Ok(run_all("The tests", CHECKS, workspace))
}

/// Runs checks in their order, and ends with the line of counts.
pub(crate) fn run_all(purpose: &str, checks: &[Check], workspace: &Workspace) -> ExitCode {
    let strict = is_strict(env::var("CI").ok().as_deref());
    let titles: Vec<&str> = checks.iter().map(|check| check.title).collect();
    let mut plan = Plan::announce(purpose, &titles, Output::Streamed);
    let mut total = Tally::default();
    let mut lost = Vec::new();
    let mut notes = Vec::new();
    for check in checks {
        let mut step = plan.step(check.title);
        let outcome = match check.after {
            Some(needed) if lost.contains(&needed) => Outcome::blocked(needed),
            _ => Outcome::of((check.run)(workspace, &mut step), strict),
        };
        let end = outcome.to_string();
        if !outcome.is_good() {
            lost.push(check.title);
            notes.push(format!("{}: {end}", check.title));
        }
        total += outcome.tally;
        step.end(&end);
    }
    say("");
    for note in notes {
        say(&note);
    }
    say(&total.to_string());
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What came of one check, and why it was not good.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    tally: Tally,
    why: Option<String>,
}

impl Outcome {
    fn of(result: Result<Tally, Failure>, strict: bool) -> Self {
        match result {
            Ok(tally) => Self { tally, why: None },
            Err(Failure::Missing(why)) if !strict => Self { tally: Tally::SKIPPED, why: Some(why) },
            Err(failure) => Self { tally: Tally::FAILED, why: Some(failure.to_string()) },
        }
    }

    fn blocked(needed: &str) -> Self {
        Self { tally: Tally::SKIPPED, why: Some(format!("needs \"{needed}\"")) }
    }

    fn is_good(&self) -> bool {
        self.why.is_none() && self.tally.failed == 0
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = match self.tally {
            Tally { failed: 1.., .. } => "FAILED",
            Tally::SKIPPED => "skipped",
            _ => "ok",
        };
        match &self.why {
            Some(why) => write!(f, "{word}: {why}"),
            None if self.tally == Tally::PASSED => f.write_str(word),
            None => write!(f, "{word}: {}", self.tally),
        }
    }
}

/// On a build server a missing part is a failure: nobody reads there that something was skipped.
fn is_strict(ci: Option<&str>) -> bool {
    matches!(ci, Some("true" | "1"))
}

fn format(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    system::component(workspace, step, "fmt", "rustfmt")?;
    step.run(&mut workspace.cargo(&["fmt", "--check"])).map(|()| Tally::PASSED)
}

fn lints(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    system::component(workspace, step, "clippy", "clippy")?;
    step.run(&mut workspace.cargo(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
    .map(|()| Tally::PASSED)
}

fn wasm_lints(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    system::component(workspace, step, "clippy", "clippy")?;
    system::wasm_target(workspace, step)?;
    // Apart from its tests: these link std, whose panic handler stands where the crate has its own.
    for (name, part) in [
        ("satr-wasm", "--lib"),
        ("satr-wasm", "--tests"),
        ("satr-format-wasm", "--lib"),
        ("satr-text-wasm", "--lib"),
        ("satr-import-wasm", "--lib"),
    ] {
        let mut command =
            workspace.cargo(&["clippy", "--locked", "-p", name, "--target", "wasm32-unknown-unknown"]);
        step.run(command.args([part, "--all-features", "--", "-D", "warnings"]))?;
    }
    Ok(Tally::PASSED)
}

fn docs(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    let mut command = workspace.cargo(&["doc", "--locked", "--workspace", "--no-deps"]);
    step.run(command.env("RUSTDOCFLAGS", "-D warnings")).map(|()| Tally::PASSED)
}

/// From so few pieces that it takes seconds, to so many that a square is seen.
fn growth(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    counted_growth(workspace, step, "512", "1")
}

/// Counts the work of every door with so many pieces, and with twice as many, so many times.
pub(crate) fn counted_growth(
    workspace: &Workspace,
    step: &mut Step,
    pieces: &str,
    doublings: &str,
) -> Result<Tally, Failure> {
    let doors = package::compile_for_browsers(workspace, step, "satr-doors", "wasm", &[])?;
    let mut command = workspace.cargo(&["run", "--locked", "--quiet", "-p", "satr-growth", "--"]);
    reported(step, command.arg(doors).args([pieces, doublings]))
}

fn native(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    cargo_tests(step, &mut workspace.cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]))
}

fn browser_crate(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    system::wasm_target(workspace, step)?;
    system::browser(workspace, step, &system::CHROMIUM)?;
    let driver = system::browser(workspace, step, &system::CHROMEDRIVER)?;
    step.run(&mut workspace.cargo(&["build", "--locked", "-p", "test-runner"]))?;
    let runner = workspace.built("debug").join(format!("test-runner{}", env::consts::EXE_SUFFIX));
    let mut command =
        workspace.cargo(&["test", "--locked", "-p", "satr-wasm", "--target", "wasm32-unknown-unknown"]);
    // A list, since a runner given as one string is parted at spaces.
    command.arg("--config").arg(format!("target.wasm32-unknown-unknown.runner=[{runner:?}]"));
    cargo_tests(step, command.env(system::CHROMEDRIVER.variable, driver))
}

/// Runs `cargo test`, and adds up what its test programs report.
pub(crate) fn cargo_tests(step: &mut Step, command: &mut Command) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let status = step.watch(command, &mut |line| {
        tally += Tally::of_test_result(line).unwrap_or_default();
    })?;
    Ok(tally.settled(status.success()))
}

pub(crate) fn package(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    for stage in dist::stages() {
        (stage.run)(workspace, step)?;
    }
    Ok(Tally::PASSED)
}

/// Apart from the package, so that one that is too large is still tested.
fn weight(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    dist::weigh(workspace, step).map(|_| Tally::PASSED)
}

/// Runs what `run.mjs` is told to: the cases, or the long tests, in one of the engines that it knows.
pub(crate) fn cases(
    workspace: &Workspace,
    step: &mut Step,
    arguments: &[&str],
    browser: Option<&Browser>,
) -> Result<Tally, Failure> {
    let mut command = workspace.program("node", &["tests/browser/run.mjs"]);
    command.arg(dist::place(workspace)).args(arguments);
    drive(workspace, step, command, browser)
}

/// Unpacks what npm installs, and draws with it in apps, pages, frames and servers.
fn hosting(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    let mut command = workspace.program("node", &["tests/browser/hosting.mjs"]);
    command.arg(dist::place(workspace));
    drive(workspace, step, command, Some(&system::CHROMIUM))
}

/// Has the program serve the package, and an engine's readers write there: the program as the native tests have built it.
fn end_to_end(
    workspace: &Workspace,
    step: &mut Step,
    engine: &str,
    browser: &Browser,
) -> Result<Tally, Failure> {
    step.run(&mut workspace.cargo(&["build", "--locked", "-p", "satr-cli"]))?;
    let program = workspace.built("debug").join(format!("satr{}", env::consts::EXE_SUFFIX));
    let mut command = workspace.program("node", &["tests/browser/endtoend.mjs"]);
    command.arg(dist::place(workspace)).arg(program).arg(engine);
    drive(workspace, step, command, Some(browser))
}

pub(crate) fn faults(workspace: &Workspace, step: &mut Step) -> Result<Tally, Failure> {
    package::with_faults(workspace, step).map(|()| Tally::PASSED)
}

/// Breaks the core in an engine, so many times.
pub(crate) fn recovery(
    workspace: &Workspace,
    step: &mut Step,
    traps: &str,
    engine: &str,
    browser: Option<&Browser>,
) -> Result<Tally, Failure> {
    let mut command = workspace.program("node", &["tests/browser/run.mjs", traps]);
    command.arg(package::place_with_faults(workspace)).arg(engine);
    drive(workspace, step, command, browser)
}

/// Runs a script of `tests/browser` to its end, with the browser it is to find.
fn drive(
    workspace: &Workspace,
    step: &mut Step,
    mut command: Command,
    browser: Option<&Browser>,
) -> Result<Tally, Failure> {
    system::npm_packages(workspace, step, "tests/browser")?;
    if let Some(browser) = browser {
        command.env(browser.variable, system::browser(workspace, step, browser)?);
    }
    reported(step, &mut command)
}

/// Runs a command that ends with its report: `N passed, N failed, N skipped`.
pub(crate) fn reported(step: &mut Step, command: &mut Command) -> Result<Tally, Failure> {
    let mut report = Tally::default();
    let status = step.watch(command, &mut |line| {
        // A test's name cannot be mistaken for the report, being written after `ok` or `FAIL`.
        report = line.parse().unwrap_or(report);
    })?;
    Ok(report.settled(status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing() -> Result<Tally, Failure> {
        Err(Failure::Missing(String::from("no browser; type: this")))
    }

    #[test]
    fn a_missing_part_is_skipped_for_a_person_and_fails_a_build_server() {
        let (person, server) = (Outcome::of(missing(), false), Outcome::of(missing(), true));
        assert_eq!(
            (person.tally, person.to_string().as_str()),
            (Tally::SKIPPED, "skipped: no browser; type: this")
        );
        assert_eq!(
            (server.tally, server.to_string().as_str()),
            (Tally::FAILED, "FAILED: no browser; type: this")
        );
        assert!(!person.is_good() && !server.is_good(), "what needs the part cannot run either way");
    }

    #[test]
    fn outcomes_read_plainly() {
        let ok = |passed, failed, skipped| Outcome::of(Ok(Tally { passed, failed, skipped }), true);
        assert_eq!(ok(1, 0, 0).to_string(), "ok");
        assert_eq!(ok(12, 0, 1).to_string(), "ok: 12 passed, 0 failed, 1 skipped");
        assert_eq!(ok(12, 2, 0).to_string(), "FAILED: 12 passed, 2 failed, 0 skipped");
        assert_eq!(
            Outcome::of(Err(Failure::Failed(String::from("broken"))), false).to_string(),
            "FAILED: broken"
        );
        assert_eq!(Outcome::blocked(PACKAGE).to_string(), "skipped: needs \"The package to publish\"");
        assert!(ok(1, 0, 0).is_good() && !ok(12, 2, 0).is_good());
    }

    #[test]
    fn only_a_build_server_is_strict() {
        assert!(is_strict(Some("true")) && is_strict(Some("1")));
        assert!(!is_strict(None) && !is_strict(Some("")) && !is_strict(Some("false")));
    }

    #[test]
    fn what_a_check_needs_comes_before_it() {
        for (index, check) in CHECKS.iter().enumerate() {
            let before = CHECKS.iter().take(index);
            assert!(
                check.after.is_none_or(|needed| before.clone().any(|other| other.title == needed)),
                "{}",
                check.title
            );
        }
    }
}
