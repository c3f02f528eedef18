//! A list of steps in, a numbered plan and timed progress lines out.
//! Floor 2 of xtask. Uses: process, workspace.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use crate::process::{Event, Failure, typed, watch};
use crate::workspace::Workspace;

/// One step of a task: its title, written as what is being done, and the work.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) title: &'static str,
    pub(crate) run: fn(&Workspace, &mut Step) -> Result<(), Failure>,
}

/// What becomes of the lines that a step's commands write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Kept back, the last one shown beside the clock; shown whole when the command fails.
    Held,
    /// Shown as they come.
    Streamed,
}

/// A task under way: so many steps, this many begun.
#[derive(Debug)]
pub(crate) struct Plan {
    steps: usize,
    begun: usize,
    output: Output,
}

impl Plan {
    /// Shows what is going to happen, before any of it does.
    pub(crate) fn announce(purpose: &str, titles: &[&str], output: Output) -> Self {
        say(&text(purpose, titles));
        Self { steps: titles.len(), begun: 0, output }
    }

    /// Begins the next step.
    pub(crate) fn step(&mut self, title: &str) -> Step {
        self.begun += 1;
        Step::begin(format!("{}/{} {title}", self.begun, self.steps), self.output)
    }

    /// Runs each stage as the next step, up to the first that fails.
    pub(crate) fn run<'s>(
        &mut self,
        stages: impl IntoIterator<Item = &'s Stage>,
        workspace: &Workspace,
    ) -> Result<(), Failure> {
        stages.into_iter().try_for_each(|stage| self.ask(stage.title, |step| (stage.run)(workspace, step)))
    }

    /// Runs the next step for what comes of it.
    pub(crate) fn ask<T>(
        &mut self,
        title: &str,
        work: impl FnOnce(&mut Step) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut step = self.step(title);
        let outcome = work(&mut step);
        step.end(if outcome.is_ok() { "" } else { "FAILED" });
        outcome
    }
}

/// One step under way.
#[derive(Debug)]
pub(crate) struct Step {
    heading: String,
    output: Output,
    terminal: bool,
    begun: Instant,
    shown: Instant,
    tail: String,
}

/// On a terminal one line is rewritten this often at most; elsewhere a line is added after that long a silence.
const REDRAW: Duration = Duration::from_millis(100);
const HEARTBEAT: Duration = Duration::from_secs(5);
/// A rewritten line must not wrap, and std cannot ask how wide the terminal is.
const WIDTH: usize = 79;

impl Step {
    fn begin(heading: String, output: Output) -> Self {
        let now = Instant::now();
        let mut step = Self {
            heading,
            output,
            terminal: io::stdout().is_terminal(),
            begun: now,
            shown: now,
            tail: String::new(),
        };
        match output {
            Output::Streamed => say(&format!("\n{}", step.heading)),
            Output::Held => step.draw(),
        }
        step
    }

    /// Runs a command that is expected to succeed.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<(), Failure> {
        let status = self.watch(command, &mut |_| ())?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::Failed(format!("`{}` ended with {status}", typed(command))))
    }

    /// Runs a command for what it writes; one that fails tells why in its last line.
    pub(crate) fn ask(&mut self, command: &mut Command) -> Result<String, Failure> {
        let mut lines = Vec::new();
        let status = self.watch(command, &mut |line| lines.push(line.to_owned()))?;
        if status.success() {
            return Ok(lines.join("\n"));
        }
        let ended = || format!("`{}` ended with {status}", typed(command));
        Err(Failure::Failed(lines.pop().unwrap_or_else(ended)))
    }

    /// Runs a command to its end, handing each line of its standard output to `seen`.
    pub(crate) fn watch(
        &mut self,
        command: &mut Command,
        seen: &mut dyn FnMut(&str),
    ) -> Result<ExitStatus, Failure> {
        let mut held = Vec::new();
        if self.output == Output::Streamed {
            say(&format!("$ {}", typed(command)));
            if self.terminal {
                command.env("CARGO_TERM_COLOR", "always");
            }
        }
        let ended = watch(command, &mut |event| {
            if let Event::Out(line) = &event {
                seen(line);
            }
            match (event, self.output) {
                (Event::Tick, Output::Streamed) => (),
                (Event::Out(line), Output::Streamed) => say(&line),
                (Event::Err(line), Output::Streamed) => complain(&line),
                (Event::Tick, Output::Held) => self.refresh(),
                (Event::Out(line) | Event::Err(line), Output::Held) => {
                    line.trim().clone_into(&mut self.tail);
                    self.refresh();
                    held.push(line);
                }
            }
        });
        self.tail.clear();
        let status = ended.map_err(|why| match why.kind() {
            io::ErrorKind::NotFound => {
                Failure::Missing(format!("`{}` is not installed", command.get_program().to_string_lossy()))
            }
            _ => Failure::Failed(format!("`{}` did not start: {why}", typed(command))),
        })?;
        if !status.success() && !held.is_empty() {
            self.erase();
            complain(&held.join("\n"));
        }
        Ok(status)
    }

    /// Closes the step with its time and, where there is more to say, its outcome.
    pub(crate) fn end(self, outcome: &str) {
        self.erase();
        say(&progress(&self.heading, self.begun.elapsed(), outcome));
    }

    fn refresh(&mut self) {
        let pause = if self.terminal { REDRAW } else { HEARTBEAT };
        if self.shown.elapsed() >= pause {
            self.draw();
        }
    }

    fn draw(&mut self) {
        self.shown = Instant::now();
        let line = progress(&self.heading, self.begun.elapsed(), &self.tail);
        if self.terminal {
            self.erase();
            show(&line.chars().take(WIDTH).collect::<String>());
        } else if self.begun.elapsed() >= HEARTBEAT {
            say(&line);
        }
    }

    fn erase(&self) {
        if self.terminal && self.output == Output::Held {
            show("\r\u{1b}[K");
        }
    }
}

/// The plan as it is shown: the purpose, then each step by its number.
fn text(purpose: &str, titles: &[&str]) -> String {
    let mut text = format!("{purpose}, in {} steps:", titles.len());
    for (index, title) in titles.iter().enumerate() {
        text.push_str(&format!("\n  {}  {title}", index + 1));
    }
    text
}

fn progress(heading: &str, elapsed: Duration, rest: &str) -> String {
    let line = format!("{heading} … {}", seconds(elapsed));
    if rest.is_empty() { line } else { format!("{line}  {rest}") }
}

fn seconds(elapsed: Duration) -> String {
    if elapsed < Duration::from_secs(10) {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} s", elapsed.as_secs())
    }
}

/// Writes a line; a reader that has gone away (`| head`) is no reason to stop the work.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn show(part: &str) {
    let mut out = io::stdout();
    let _ = out.write_all(part.as_bytes()).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_numbered_from_one() {
        assert_eq!(
            text("The demo", &["Building", "Serving"]),
            "The demo, in 2 steps:\n  1  Building\n  2  Serving"
        );
    }

    #[test]
    fn progress_shows_the_clock_and_what_there_is_to_say() {
        assert_eq!(progress("2/5 Building", Duration::from_secs(14), ""), "2/5 Building … 14 s");
        assert_eq!(
            progress("2/5 Building", Duration::from_millis(340), "Compiling satr"),
            "2/5 Building … 0.3 s  Compiling satr"
        );
    }

    #[test]
    fn steps_count_up() {
        let mut plan = Plan { steps: 2, begun: 0, output: Output::Held };
        assert_eq!(plan.step("One").heading, "1/2 One");
        assert_eq!(plan.step("Two").heading, "2/2 Two");
    }

    #[test]
    fn a_program_that_is_not_there_is_a_missing_part() {
        let mut step = Step::begin(String::from("1/1 Trying"), Output::Held);
        let failure = step.run(&mut Command::new("satr-no-such-program")).unwrap_err();
        assert!(matches!(failure, Failure::Missing(why) if why == "`satr-no-such-program` is not installed"));
    }

    #[cfg(unix)]
    #[test]
    fn a_failing_command_is_named_with_its_status() {
        let mut step = Step::begin(String::from("1/1 Trying"), Output::Held);
        let failure = step.run(Command::new("sh").args(["-c", "exit 7"])).unwrap_err();
        assert_eq!(failure.to_string(), "`sh -c 'exit 7'` ended with exit status: 7");
    }

    #[cfg(unix)]
    #[test]
    fn an_answer_is_all_that_is_written_and_a_failure_its_last_line() {
        let mut step = Step::begin(String::from("1/1 Trying"), Output::Held);
        let mut ask = |script| step.ask(Command::new("sh").args(["-c", script]));
        assert_eq!(ask("echo one; echo two").unwrap(), "one\ntwo");
        assert_eq!(ask("echo one; echo two; exit 7").unwrap_err().to_string(), "two");
        assert_eq!(ask("exit 7").unwrap_err().to_string(), "`sh -c 'exit 7'` ended with exit status: 7");
    }
}
