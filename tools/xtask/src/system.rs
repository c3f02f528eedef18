//! A wish in, an installed part of the machine out, or the words to type for it.
//! Floor 3 of xtask. Uses: plan, process, workspace.
//!
//! Nothing here asks a question: what can be installed without one is installed, and the rest is
//! [`Failure::Missing`] with the command in it.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::plan::Step;
use crate::process::Failure;
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";
const NODE: u32 = 20;

/// One of the browsers that the tests run in.
#[derive(Debug)]
pub(crate) struct Browser {
    name: &'static str,
    /// The environment variable that names its program, for us and for the driver of the tests.
    pub(crate) variable: &'static str,
    /// Its program, by any of its names.
    programs: &'static [&'static str],
    /// Where macOS keeps it.
    on_macos: Option<&'static str>,
    /// A program that it needs beside it.
    beside: Option<&'static str>,
    /// What Debian calls all of this.
    packages: &'static [&'static str],
}

pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "SATR_CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    on_macos: Some("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    beside: None,
    packages: &["chromium"],
};

/// What asks Chromium to run the browser crate's own tests.
pub(crate) const CHROMEDRIVER: Browser = Browser {
    name: "Chromium's driver",
    variable: "CHROMEDRIVER",
    programs: &["chromedriver"],
    on_macos: None,
    beside: None,
    packages: &["chromium-driver"],
};

pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "SATR_FIREFOX",
    programs: &["firefox-esr", "firefox"],
    on_macos: Some("/Applications/Firefox.app/Contents/MacOS/firefox"),
    beside: None,
    packages: &["firefox-esr"],
};

/// It has no headless mode: it draws on a screen of Xvfb's.
pub(crate) const WEBKIT: Browser = Browser {
    name: "WebKitGTK",
    variable: "SATR_WEBKIT",
    programs: &["WebKitWebDriver"],
    on_macos: None,
    beside: Some("Xvfb"),
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// The standard library for the browser.
pub(crate) fn wasm_target(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    // The compiler knows where that library would be, with rustup or without.
    let mut ask = workspace.program("rustc", &["--print", "target-libdir", "--target", WASM]);
    let there = answer(&mut ask).is_some_and(|folder| Path::new(&folder).is_dir());
    if there || step.run(&mut workspace.program("rustup", &["target", "add", WASM])).is_ok() {
        return Ok(());
    }
    Err(Failure::Missing(format!("Rust's {WASM} target is not installed; type: rustup target add {WASM}")))
}

/// A cargo command that comes as a component of the toolchain: `fmt` of rustfmt, `clippy` of clippy.
pub(crate) fn component(
    workspace: &Workspace,
    step: &mut Step,
    command: &str,
    component: &str,
) -> Result<(), Failure> {
    let there = answer(&mut workspace.cargo(&[command, "--version"])).is_some();
    if there || step.run(&mut workspace.program("rustup", &["component", "add", component])).is_ok() {
        return Ok(());
    }
    Err(Failure::Missing(format!("{component} is not installed; type: rustup component add {component}")))
}

/// A program that crates.io has, and the version of it that we ask for.
#[derive(Debug)]
pub(crate) struct Tool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
}

pub(crate) const DENY: Tool = Tool { package: "cargo-deny", version: "0.20.2", program: "cargo-deny" };
pub(crate) const TYPOS: Tool = Tool { package: "typos-cli", version: "1.52.0", program: "typos" };

/// A tool's program, in a folder of the build; nothing is installed elsewhere.
pub(crate) fn tool(workspace: &Workspace, step: &mut Step, tool: &Tool) -> Result<PathBuf, Failure> {
    let Tool { package, version, program } = tool;
    let folder = workspace.built(&format!("tools/{package}-{version}"));
    let place = folder.join("bin").join(program).with_extension(env::consts::EXE_EXTENSION);
    if place.is_file() {
        return Ok(place);
    }
    // Unoptimized, since they are compiled more often than they work: half the time, and a minute less to wait.
    let mut install = workspace.cargo(&["install", "--locked", "--debug", "--root"]);
    install.arg(&folder).arg(format!("{package}@{version}"));
    step.run(&mut install).map_err(|why| Failure::Missing(format!("{package} is not installed ({why})")))?;
    Ok(place)
}

/// The npm packages that a folder's lock file names, no script of theirs run.
pub(crate) fn npm_packages(workspace: &Workspace, step: &mut Step, folder: &str) -> Result<(), Failure> {
    node(workspace, step)?;
    let folder_path = workspace.source(folder);
    if is_newer(&folder_path.join("node_modules/.package-lock.json"), &folder_path.join("package-lock.json"))
    {
        return Ok(());
    }
    // `--include=dev`, since all we install is for development and NODE_ENV may say production.
    let arguments = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    step.run(workspace.program(npm, &arguments).current_dir(&folder_path)).map_err(|why| {
        Failure::Missing(format!("the npm packages of {folder} are not installed ({why}); type: cd {folder} && npm ci --ignore-scripts"))
    })
}

/// The variable that names the machine's Python.
const PYTHON: &str = "SATR_PYTHON";

/// A Python with a package of PyPI, in a folder of the build; nothing is installed elsewhere. `wanted` may bound its version.
pub(crate) fn python_package(
    workspace: &Workspace,
    step: &mut Step,
    package: &str,
    wanted: &str,
) -> Result<PathBuf, Failure> {
    let folder = workspace.built(&format!("python/{package}"));
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has_it =
        || answer(workspace.program(&python.to_string_lossy(), &["-c"]).arg(format!("import {package}")));
    if has_it().is_some() {
        return Ok(python);
    }
    let missing = |why: &dyn fmt::Display| Failure::Missing(format!("{package} is not installed ({why})"));
    let named = env::var(PYTHON).ok();
    let names = named.iter().map(String::as_str).chain(["python3.13", "python3.12", "python3"]);
    let works =
        |name: &&str| answer(&mut workspace.program(name, &["-c", "import venv, ensurepip"])).is_some();
    let found = names.take(if named.is_some() { 1 } else { 3 }).find(works);
    let found = found.ok_or_else(|| missing(&format_args!("no Python with venv was found; set {PYTHON}")))?;
    step.run(workspace.program(found, &["-m", "venv", "--clear"]).arg(&folder))
        .map_err(|why| missing(&why))?;
    let arguments = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", wanted];
    step.run(&mut workspace.program(&python.to_string_lossy(), &arguments)).map_err(|why| missing(&why))?;
    has_it().map(|_| python).ok_or_else(|| missing(&"it does not load"))
}

/// A browser's program.
pub(crate) fn browser(workspace: &Workspace, step: &mut Step, browser: &Browser) -> Result<PathBuf, Failure> {
    let Browser { name, variable, packages, .. } = browser;
    let named = env::var_os(variable).map(PathBuf::from);
    if let Some(named) = named.as_deref().filter(|named| !named.is_file()) {
        let place = named.display();
        return Err(Failure::Missing(format!("{variable} names {place}, where there is no program")));
    }
    let find = || {
        let is_whole = browser.beside.is_none_or(|beside| on_path(&[beside]).is_some());
        let on_macos = || browser.on_macos.map(PathBuf::from).filter(|program| program.is_file());
        is_whole.then(|| named.clone().or_else(|| on_path(browser.programs)).or_else(on_macos))?
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    apt_install(workspace, step, name, packages)?;
    find().ok_or_else(|| {
        let list = packages.join(" ");
        Failure::Missing(format!("apt-get installed {list}, but {name} is not on PATH; set {variable}"))
    })
}

/// The first of these programs that a folder of PATH holds.
fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut places = programs.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.find(|program| program.is_file())
}

/// Node.js, with npm beside it.
fn node(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    let version = || answer(&mut workspace.program("node", &["--version"]));
    if version().is_none() {
        apt_install(workspace, step, "Node.js", &["nodejs", "npm"])?;
    }
    match version() {
        Some(version) if major(&version).is_some_and(|major| major >= NODE) => Ok(()),
        found => Err(Failure::Missing(format!(
            "Node.js {NODE} or newer is needed and {} was found; install it from https://nodejs.org",
            found.as_deref().unwrap_or("none")
        ))),
    }
}

/// `20` of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs Debian packages where that needs no question: as root, with apt-get.
fn apt_install(workspace: &Workspace, step: &mut Step, what: &str, packages: &[&str]) -> Result<(), Failure> {
    let has_apt = answer(Command::new("apt-get").arg("--version")).is_some();
    if !has_apt {
        return Err(Failure::Missing(format!(
            "{what} is not installed; install it and see that it is on PATH"
        )));
    }
    let list = packages.join(" ");
    let is_root = answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !is_root {
        let typed = format!("sudo apt-get install -y --no-install-recommends {list}");
        return Err(Failure::Missing(format!("{what} is not installed; type: {typed}")));
    }
    let apt = |arguments: &[&str]| {
        let mut command = workspace.program("apt-get", arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // One unreachable source fails the update, and the install may still find all it needs.
    let _ = step.run(&mut apt(&["update"]));
    step.run(apt(&["install", "-y", "--no-install-recommends"]).args(packages)).map_err(|why| {
        Failure::Missing(format!("{what} is not installed ({why}); type: apt-get install {list}"))
    })
}

/// What a quick command prints, if it is there and succeeds.
fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether `file` is there and was written no earlier than `other`.
fn is_newer(file: &Path, other: &Path) -> bool {
    let written = |path| fs::metadata(path).and_then(|metadata| metadata.modified());
    matches!((written(file), written(other)), (Ok(file), Ok(other)) if file >= other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_major_version_is_read() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn a_file_that_is_missing_is_never_newer() {
        let here = Workspace::find().source("Cargo.toml");
        assert!(is_newer(&here, &here));
        assert!(!is_newer(Path::new("/no/such/file"), &here));
        assert!(!is_newer(&here, Path::new("/no/such/file")));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_found_by_any_of_its_names() {
        assert!(on_path(&["satr-no-such-program", "sh"]).unwrap().ends_with("sh"));
        assert_eq!(on_path(&["satr-no-such-program"]), None);
    }

    #[test]
    fn an_answer_is_trimmed_and_a_missing_program_has_none() {
        assert!(answer(Command::new("cargo").arg("--version")).unwrap().starts_with("cargo "));
        assert_eq!(answer(&mut Command::new("satr-no-such-program")), None);
    }
}
