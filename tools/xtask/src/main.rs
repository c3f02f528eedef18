//! A command line in, one task of this repository run out: `cargo xtask COMMAND`.
//! Floor 4 of xtask. Uses: every task.
//!
//! The floors: `tally`, `process`, `folder` (1); `plan`, `workspace` (2); `system` (3); the tasks and this table (4).

mod bench;
mod bless;
mod demo;
mod dist;
mod folder;
mod package;
mod plan;
mod process;
mod soak;
mod system;
mod tally;
mod test;
mod workspace;

use std::env;
use std::process::ExitCode;

use process::Failure;
use workspace::Workspace;

/// One command: how it is typed, what it does, and the function that does it.
struct Task {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(&Workspace, &[String]) -> Result<ExitCode, Failure>,
}

const TASKS: &[Task] = &[
    Task {
        name: "demo",
        options: "[--port N] [--open]",
        about: "build everything and serve the demo on this machine (port 8080; --open shows it in the browser)",
        run: demo::run,
    },
    Task {
        name: "test",
        options: "",
        about: "run every check: format, lints, docs, native tests, growth, the browser package, its cases and recovery in Node and three browsers",
        run: test::run,
    },
    Task {
        name: "soak",
        options: "",
        about: "run the long tests, in half an hour: spelling, licences, thousands of articles and of traps, growth, many more laws",
        run: soak::run,
    },
    Task {
        name: "package",
        options: "",
        about: "build the browser package into target/satr",
        run: package::run,
    },
    Task {
        name: "dist",
        options: "",
        about: "build the package to publish into dist/satr, as small as it gets, and hold it to its limits",
        run: dist::run,
    },
    Task {
        name: "bench",
        options: "browser|dates|size|text [GOLD]",
        about: "measure Satr beside its rivals: time in the browser (some minutes), dates and numbers, size, or the mending of text; numbers go to target/bench. GOLD is Persian text with all its half-spaces, a sentence a line or a treebank in CoNLL-U, such as PerDT or Seraji of Universal Dependencies; without it, tests/bench/text/gold.txt",
        run: bench::run,
    },
    Task {
        name: "bless",
        options: "",
        about: "write today's output as the expected one; read the difference before you commit it",
        run: bless::run,
    },
    // Hidden, since it has nothing to tell a person: the demo starts it beside the server.
    Task { name: demo::SHOW, options: "PORT", about: "", run: demo::show },
];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let name = arguments.next().unwrap_or_else(|| String::from("help"));
    let rest: Vec<String> = arguments.collect();

    if matches!(name.as_str(), "help" | "-h" | "--help") {
        println!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("error: there is no command `{name}`\n\n{}", help());
        return ExitCode::from(2);
    };
    if rest.iter().any(|argument| argument == "-h" || argument == "--help") {
        println!("{}\n\n  {}", usage(task), task.about);
        return ExitCode::SUCCESS;
    }
    match (task.run)(&Workspace::find(), &rest) {
        Ok(code) => code,
        Err(Failure::Usage(why)) => {
            eprintln!("error: {why}\n\n{}", usage(task));
            ExitCode::from(2)
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn usage(task: &Task) -> String {
    format!("usage: cargo xtask {} {}", task.name, task.options).trim_end().to_owned()
}

fn help() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n");
    for task in TASKS.iter().filter(|task| !task.about.is_empty()) {
        let typed = format!("{} {}", task.name, task.options);
        text.push_str(&format!("\n  {}\n      {}", typed.trim_end(), task.about));
    }
    text.push_str("\n  help\n      show this list; after a command, --help shows that command alone");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_lists_each_public_command_once() {
        let help = help();
        for name in ["demo", "test", "soak", "package", "dist", "bench", "bless"] {
            assert_eq!(
                help.lines().filter(|line| line.trim().split(' ').next() == Some(name)).count(),
                1,
                "{name}"
            );
        }
        assert!(!help.contains(demo::SHOW));
    }

    #[test]
    fn names_are_unique() {
        for (index, task) in TASKS.iter().enumerate() {
            assert!(TASKS.iter().skip(index + 1).all(|other| other.name != task.name), "{}", task.name);
        }
    }
}
