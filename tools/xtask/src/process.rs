//! A command in, its lines as they come and its end out.
//! Floor 1 of xtask. Uses: nothing.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Why a task stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line made no sense.
    Usage(String),
    /// A part of the machine is not there and could not be installed; the text says what to type.
    Missing(String),
    /// The work itself failed.
    Failed(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(why) | Self::Missing(why) | Self::Failed(why) => f.write_str(why),
        }
    }
}

/// What a running command did.
#[derive(Debug)]
pub(crate) enum Event {
    /// It wrote a line, given without its end.
    Out(String),
    /// It wrote a line to standard error.
    Err(String),
    /// A second went by without a line.
    Tick,
}

const TICK: Duration = Duration::from_secs(1);

/// Runs the command to its end, telling `on` of every line and of every silent second.
///
/// The command reads nothing: a question asked of nobody would wait for ever.
pub(crate) fn watch(command: &mut Command, on: &mut dyn FnMut(Event)) -> io::Result<ExitStatus> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (sender, receiver) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        forward(out, sender.clone(), Event::Out);
    }
    if let Some(err) = child.stderr.take() {
        forward(err, sender.clone(), Event::Err);
    }
    drop(sender);
    loop {
        match receiver.recv_timeout(TICK) {
            Ok(event) => on(event),
            Err(RecvTimeoutError::Disconnected) => return child.wait(),
            Err(RecvTimeoutError::Timeout) => {
                // A grandchild may hold the pipes open after the child has ended.
                if let Some(status) = child.try_wait()? {
                    return Ok(status);
                }
                on(Event::Tick);
            }
        }
    }
}

fn forward(stream: impl Read + Send + 'static, sender: Sender<Event>, event: fn(String) -> Event) {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        // Bytes, not `lines()`: one badly encoded line must not end the report.
        while matches!(reader.read_until(b'\n', &mut line), Ok(read) if read > 0) {
            let text = String::from_utf8_lossy(&line);
            if sender.send(event(text.trim_end_matches(['\n', '\r']).to_owned())).is_err() {
                return;
            }
            line.clear();
        }
    });
}

/// The command as a person would type it, for messages.
pub(crate) fn typed(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        text.push(' ');
        if argument.contains(' ') {
            text.push_str(&format!("'{argument}'"));
        } else {
            text.push_str(&argument);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        assert_eq!(typed(Command::new("cargo").args(["fmt", "--check"])), "cargo fmt --check");
        assert_eq!(typed(Command::new("npm").arg("two words")), "npm 'two words'");
    }

    #[cfg(unix)]
    #[test]
    fn every_line_arrives_with_its_stream_and_the_status_after_them() {
        let mut events = Vec::new();
        let script = "echo one; printf 'b\\377d\\r\\n' >&2; printf last; exit 3";
        let status =
            watch(Command::new("sh").args(["-c", script]), &mut |event| events.push(format!("{event:?}")))
                .unwrap();
        events.sort();
        assert_eq!(events, [r#"Err("b�d")"#, r#"Out("last")"#, r#"Out("one")"#]);
        assert_eq!(status.code(), Some(3));
    }

    #[cfg(unix)]
    #[test]
    fn a_grandchild_that_keeps_the_pipes_does_not_keep_us() {
        let begun = std::time::Instant::now();
        let status = watch(Command::new("sh").args(["-c", "sleep 20 & exit 0"]), &mut |_| ()).unwrap();
        assert!(status.success());
        assert!(begun.elapsed() < Duration::from_secs(10));
    }
}
