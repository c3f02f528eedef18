//! The sources in, the browser package in `target/satr` out.
//! Floor 4 of xtask. Uses: folder, plan, process, system, workspace.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::folder::{self, Draft};
use crate::plan::{Output, Plan, Stage, Step, say};
use crate::process::Failure;
use crate::system;
use crate::workspace::Workspace;

/// The steps of the package, for the tasks that begin with it.
pub(crate) const STAGES: &[Stage] = &[
    Stage { title: "Compiling the core for the browser", run: compile },
    Stage { title: "Writing its JavaScript and types", run: bind },
    Stage { title: "Cutting the font", run: cut_font },
    Stage { title: "Putting the package together", run: assemble },
];

/// `cargo xtask package`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Usage(format!("`package` takes no `{argument}`")));
    }
    let titles: Vec<&str> = STAGES.iter().map(|stage| stage.title).collect();
    Plan::announce("The browser package", &titles, Output::Held).run(STAGES, workspace)?;
    say(&format!("{}", place(workspace).display()));
    Ok(ExitCode::SUCCESS)
}

/// Where the package stands when it is built.
pub(crate) fn place(workspace: &Workspace) -> PathBuf {
    workspace.built("satr")
}

/// The package once more, around a core that breaks off when it is told to: for the tests of recovery.
pub(crate) fn with_faults(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    let bound = workspace.built("bindgen-faults");
    compile_core(workspace, step, &ARTICLE, &["--features", "faults"])?;
    bind_into(workspace, step, &bound, &[ARTICLE])?;
    let write = || {
        let draft = Draft::of(place_with_faults(workspace))?;
        folder::copy_all(&place(workspace), draft.path())?;
        folder::copy_all(&bound, draft.path())?;
        draft.publish()
    };
    write().map_err(failed)
}

/// Where the package with faults stands when it is built.
pub(crate) fn place_with_faults(workspace: &Workspace) -> PathBuf {
    workspace.built("faults")
}

/// A crate whose wasm is a part of the package.
struct Core {
    krate: &'static str,
    /// Of the root `Cargo.toml`.
    profile: &'static str,
    /// What its wasm and its JavaScript are called in the package.
    name: &'static str,
}

const ARTICLE: Core = Core { krate: "satr-wasm", profile: "wasm", name: "satr" };
const FORMAT: Core = Core { krate: "satr-format-wasm", profile: "wasm-format", name: "satr_format" };
const TEXT: Core = Core { krate: "satr-text-wasm", profile: "wasm-text", name: "satr_text" };
const IMPORT: Core = Core { krate: "satr-import-wasm", profile: "wasm", name: "satr_import" };
const CORES: [Core; 4] = [ARTICLE, FORMAT, TEXT, IMPORT];

/// Compiles each by itself: in one build they would share the features of what both use, and one of them links std.
fn compile(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    CORES.iter().try_for_each(|core| compile_core(workspace, step, core, &[]))
}

fn compile_core(
    workspace: &Workspace,
    step: &mut Step,
    core: &Core,
    features: &[&str],
) -> Result<(), Failure> {
    compile_for_browsers(workspace, step, core.krate, core.profile, features).map(drop)
}

/// Compiles a crate as the package is compiled, in a profile of the root `Cargo.toml`; gives the place of its wasm.
pub(crate) fn compile_for_browsers(
    workspace: &Workspace,
    step: &mut Step,
    name: &str,
    profile: &str,
    features: &[&str],
) -> Result<PathBuf, Failure> {
    system::wasm_target(workspace, step)?;
    let arguments =
        ["build", "--locked", "-p", name, "--target", "wasm32-unknown-unknown", "--profile", profile];
    step.run(
        workspace
            .cargo(&arguments)
            .args(features)
            .env("CARGO_ENCODED_RUSTFLAGS", flags(&workspace.source(""), cargo_home().as_deref())),
    )?;
    Ok(compiled(workspace, name, profile))
}

fn compiled(workspace: &Workspace, name: &str, profile: &str) -> PathBuf {
    workspace.built(&format!("wasm32-unknown-unknown/{profile}/{}.wasm", name.replace('-', "_")))
}

/// The compiler's flags, parted as cargo asks it, so that a folder's name may have a space.
///
/// Panics carry their source's path: this machine's folders are kept out of what every visitor loads. The smallest of
/// functions are inlined, which `opt-level = "z"` does not do: a tenth of the time for a hundredth of the size.
fn flags(root: &Path, cargo_home: Option<&Path>) -> String {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let home = cargo_home.map(|home| remap(&home.join("registry/src"), "deps"));
    let inline = String::from("-Cllvm-args=--inline-threshold=15");
    [Some(remap(root, "satr")), home, Some(inline)].into_iter().flatten().collect::<Vec<_>>().join("\x1f")
}

fn cargo_home() -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

fn bind(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    bind_into(workspace, step, &bound(workspace), &CORES)
}

fn bind_into(workspace: &Workspace, step: &mut Step, folder: &Path, cores: &[Core]) -> Result<(), Failure> {
    // Emptied first: bindgen adds to the folder, and a renamed snippet would stay for ever.
    folder::remove(folder).map_err(failed)?;
    cores.iter().try_for_each(|core| {
        let mut command = workspace.cargo(&["run", "--locked", "-p", "bindgen", "--"]);
        let wasm = compiled(workspace, core.krate, core.profile);
        step.run(command.arg(wasm).arg(folder).arg(core.name))
    })
}

/// Anew each time, since it takes two seconds.
fn cut_font(workspace: &Workspace, step: &mut Step) -> Result<(), Failure> {
    system::npm_packages(workspace, step, "wasm")?;
    // Emptied first: a face that is renamed or gone would stay for ever.
    folder::remove(&font(workspace)).map_err(failed)?;
    step.run(workspace.program("node", &["wasm/font.mjs"]).arg(font(workspace)))
}

fn assemble(workspace: &Workspace, _: &mut Step) -> Result<(), Failure> {
    let write = || {
        let draft = Draft::of(place(workspace))?;
        let package = draft.path();
        folder::copy_all(&bound(workspace), package)?;
        for file in shell(&workspace.source("wasm/js"))? {
            folder::copy_file(&file, &package.join(file.file_name().unwrap_or_default()))?;
        }
        fs::write(package.join("satr.css"), folder::joined(&workspace.source("src/view/sheet"))?)?;
        folder::copy_all(&font(workspace), package)?;
        folder::copy_file(&workspace.source("lexicon/satr.zwnj"), &package.join("satr.zwnj"))?;
        folder::copy_file(&workspace.source("lexicon/README.md"), &package.join("satr.zwnj.md"))?;
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            folder::copy_file(&workspace.source(licence), &package.join(licence))?;
        }
        folder::copy_file(&workspace.source("wasm/package.json"), &package.join("package.json"))?;
        draft.publish()
    };
    write().map_err(failed)
}

/// What the bindgen step wrote.
fn bound(workspace: &Workspace) -> PathBuf {
    workspace.built("bindgen")
}

/// What the step of the font wrote: its files, its licence and `font.css`.
fn font(workspace: &Workspace) -> PathBuf {
    workspace.built("font")
}

/// The JavaScript that is ours, its types and the schema of what it takes: all of `wasm/js` but dom.js, of which bindgen puts the one copy below `snippets/`.
fn shell(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.file_name().is_some_and(|name| is_shell(&name.to_string_lossy())) {
            files.push(file);
        }
    }
    if files.iter().any(|file| file.ends_with("index.js")) {
        return Ok(files);
    }
    Err(io::Error::new(io::ErrorKind::NotFound, format!("no index.js in {}", folder.display())))
}

fn is_shell(name: &str) -> bool {
    let endings = [".js", ".d.ts", ".schema.json"];
    endings.iter().any(|ending| name.ends_with(ending)) && name != "dom.js" && name != "dom.d.ts"
}

fn failed(why: io::Error) -> Failure {
    Failure::Failed(format!("the package could not be written: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_renamed_even_with_a_space() {
        let flags = flags(Path::new("/my code"), Some(Path::new("/home/me/.cargo")));
        let expected =
            ["--remap-path-prefix=/my code=satr", "--remap-path-prefix=/home/me/.cargo/registry/src=deps"];
        assert_eq!(flags.split('\x1f').take(2).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_shell_is_scripts_and_types_without_the_bound_one() {
        for name in ["index.js", "index.d.ts", "article.schema.json", "element.js"] {
            assert!(is_shell(name), "{name}");
        }
        for name in ["dom.js", "dom.d.ts", "notes.md", "package.json", "index.ts"] {
            assert!(!is_shell(name), "{name}");
        }
    }
}
