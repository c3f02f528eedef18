//! A port in, the demo served on it out.
//! Floor 4 of xtask. Uses: folder, package, plan, process, workspace.
//!
//! How nothing outlives the demo: on Unix this process *becomes* the server (`exec`), so there is no parent to lose
//! and whatever ends the command ends the server. The one child, started by `--open`, waits for the port for a
//! minute at most and gives up as soon as its parent is gone. Windows has no `exec`; there the server is a child
//! that Ctrl-C reaches through the console it shares.

use std::env;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder::{self, Draft};
use crate::package;
use crate::plan::{Output, Plan, Stage, Step, say};
use crate::process::{Failure, typed};
use crate::workspace::Workspace;

const STAGES: &[Stage] = &[
    Stage { title: "Laying out the demo", run: lay_out },
    Stage { title: "Building the program", run: build_program },
];
const SERVE: &str = "Serving the demo";

/// The hidden command that shows the demo once it answers.
pub(crate) const SHOW: &str = "show-when-up";

#[derive(Debug, PartialEq, Eq)]
struct Wish {
    port: u16,
    open: bool,
}

/// `cargo xtask demo`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    let wish = read(arguments).map_err(Failure::Usage)?;
    // Asked before minutes of building, not after.
    TcpListener::bind((Ipv4Addr::LOCALHOST, wish.port)).map_err(|why| taken(wish.port, &why))?;

    let stages = package::STAGES.iter().chain(STAGES);
    let titles: Vec<&str> = stages.map(|stage| stage.title).chain([SERVE]).collect();
    let mut plan = Plan::announce("The demo", &titles, Output::Held);
    plan.run(package::STAGES, workspace)?;
    plan.run(STAGES, workspace)?;
    say(&format!("{}/{} {SERVE}; Ctrl-C ends it", titles.len(), titles.len()));

    if wish.open {
        show_when_up(wish.port)?;
    }
    let program = workspace.built("release").join(format!("satr{}", env::consts::EXE_SUFFIX));
    // Beside the folder, which each start lays out anew: what readers write is there after a restart.
    let comments = workspace.built("demo-comments.sqlite");
    become_program(
        Command::new(program)
            .args(["serve", "--port", &wish.port.to_string(), "--comments"])
            .args([comments, place(workspace)]),
    )
}

fn read(arguments: &[String]) -> Result<Wish, String> {
    let mut wish = Wish { port: 8080, open: false };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.split_once('=').map_or((argument.as_str(), None), |(name, value)| (name, Some(value)))
        {
            ("--open", None) => wish.open = true,
            ("--port", value) => {
                wish.port = port(value.or_else(|| rest.next().map(String::as_str)).unwrap_or_default())?
            }
            _ => return Err(format!("`demo` takes no `{argument}`")),
        }
    }
    Ok(wish)
}

fn port(value: &str) -> Result<u16, String> {
    match value.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("--port takes a number from 1 to 65535, not `{value}`")),
    }
}

fn taken(port: u16, why: &io::Error) -> Failure {
    let reason =
        if why.kind() == io::ErrorKind::AddrInUse { String::from("it is in use") } else { why.to_string() };
    let other = if port < 60_000 { port.saturating_add(1).max(8081) } else { 8081 };
    Failure::Failed(format!(
        "the demo cannot have port {port}: {reason}; try: cargo xtask demo --port {other}"
    ))
}

fn place(workspace: &Workspace) -> PathBuf {
    workspace.built("demo")
}

fn lay_out(workspace: &Workspace, _: &mut Step) -> Result<(), Failure> {
    let write = || {
        let draft = Draft::of(place(workspace))?;
        folder::copy_all(&workspace.source("www"), draft.path())?;
        folder::copy_all(&package::place(workspace), &draft.path().join("satr"))?;
        draft.publish()
    };
    write().map_err(|why| Failure::Failed(format!("the demo could not be laid out: {why}")))
}

fn build_program(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    step.run(&mut workspace.cargo(&["build", "--release", "-p", "satr-cli"]))
}

#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<ExitCode, Failure> {
    use std::os::unix::process::CommandExt;
    let why = command.exec();
    Err(Failure::Failed(format!("`{}` did not start: {why}", typed(command))))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<ExitCode, Failure> {
    let status = command
        .status()
        .map_err(|why| Failure::Failed(format!("`{}` did not start: {why}", typed(command))))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Starts the waiting child: after `exec` there is nobody left here to wait.
fn show_when_up(port: u16) -> Result<(), Failure> {
    let start =
        || Command::new(env::current_exe()?).args([SHOW, &port.to_string()]).stdin(Stdio::null()).spawn();
    start().map(drop).map_err(|why| Failure::Failed(format!("the browser cannot be waited for: {why}")))
}

/// `cargo xtask show-when-up PORT`: opens the browser once the port answers.
pub(crate) fn show(_: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    let port = port(arguments.first().map_or("", String::as_str)).map_err(Failure::Usage)?;
    let parent = parent_id();
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begun.elapsed() > Duration::from_secs(60) || parent_id() != parent {
            return Ok(ExitCode::FAILURE);
        }
        thread::sleep(Duration::from_millis(100));
    }
    let url = format!("http://127.0.0.1:{port}/");
    let mut browser = if cfg!(windows) {
        // `start` takes its first quoted argument for a window title.
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    browser.arg(&url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    stand_apart(&mut browser);
    match browser.spawn() {
        Ok(_) => Ok(ExitCode::SUCCESS),
        Err(why) => Err(Failure::Failed(format!("no browser could be opened ({why}); open {url}"))),
    }
}

/// The reader's browser may be started by this; the Ctrl-C that ends the demo is not for it.
#[cfg(unix)]
fn stand_apart(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn stand_apart(_: &mut Command) {}

#[cfg(unix)]
fn parent_id() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent_id() -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(line: &str) -> Result<Wish, String> {
        read(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_port_is_8080_and_the_browser_stays_shut_unless_told() {
        assert_eq!(wish(""), Ok(Wish { port: 8080, open: false }));
        assert_eq!(wish("--port 9000 --open"), Ok(Wish { port: 9000, open: true }));
        assert_eq!(wish("--open --port=9000"), Ok(Wish { port: 9000, open: true }));
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (line, word) in [
            ("--port", "``"),
            ("--port 0", "`0`"),
            ("--port 70000", "`70000`"),
            ("--port http", "`http`"),
            ("--prot 1", "`--prot`"),
            ("--open=yes", "`--open=yes`"),
            ("9000", "`9000`"),
        ] {
            assert!(wish(line).is_err_and(|why| why.contains(word)), "{line}");
        }
    }

    #[test]
    fn a_taken_port_names_another_one() {
        let why = taken(8080, &io::ErrorKind::AddrInUse.into()).to_string();
        assert_eq!(why, "the demo cannot have port 8080: it is in use; try: cargo xtask demo --port 8081");
        assert!(taken(80, &io::ErrorKind::PermissionDenied.into()).to_string().ends_with("--port 8081"));
        assert!(taken(65535, &io::ErrorKind::AddrInUse.into()).to_string().ends_with("--port 8081"));
    }
}
