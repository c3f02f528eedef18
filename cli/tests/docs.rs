//! What the README and `docs/` tell the program does what it says there.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may unwrap, index and panic: that is how it fails"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the lines of the docs find in their folder.
const FILES: &[(&str, &str)] = &[
    ("article.json", r#"{"headline": "باران", "body": "آمد."}"#),
    (
        "page.txt",
        "نخستین باران پاییزی در سمنان\n\nسمنان - باران از صبح آغاز شد.\n\nکتابهای خوبی را می خواندند",
    ),
    ("folder/articles/rain.json", r#"{"headline": "باران", "body": "آمد."}"#),
    ("folder/articles/page.txt", "نخستین باران پاییزی در سمنان\n\nسمنان - باران از صبح آغاز شد."),
];

/// The lines of shells that are for the program, without their comments, and where they stand.
fn lines() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let pages = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        pages.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    files.push(root.join("README.md"));
    let mut found = Vec::new();
    for file in files {
        let markdown = fs::read_to_string(&file).unwrap();
        let mut is_shell = false;
        for (line, at) in markdown.lines().zip(1..) {
            if line.starts_with("```") {
                is_shell = line == "```sh";
            }
            let typed = line.split(" #").next().unwrap().trim();
            let own =
                typed.strip_prefix("satr ").or(typed.strip_prefix("cargo run --release -p satr-cli -- "));
            found.extend(
                own.filter(|_| is_shell).map(|own| (format!("{}:{at}", file.display()), own.to_owned())),
            );
        }
    }
    found
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("docs");
    for (name, text) in FILES {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn the_program_does_what_the_docs_say() {
    let folder = folder();
    let lines = lines();
    assert!(lines.iter().any(|(_, line)| line.starts_with("serve ")), "{lines:?}");
    for (place, line) in lines {
        let mut arguments: Vec<_> = line.split_whitespace().collect();
        let mut command = Command::new(env!("CARGO_BIN_EXE_satr"));
        command.current_dir(&folder).stdout(Stdio::piped()).stderr(Stdio::piped());
        if arguments[0] == "serve" {
            let port = arguments.iter().position(|word| *word == "--port").unwrap();
            arguments[port + 1] = "0"; // any that is free
            answers(&place, command.args(arguments));
            continue;
        }
        let output = command.args(&arguments).output().unwrap();
        assert!(output.status.success(), "{place}: {}", String::from_utf8_lossy(&output.stderr));
        let written = match arguments.iter().position(|word| *word == "-o") {
            Some(option) => fs::read_to_string(folder.join(arguments[option + 1])).unwrap(),
            None => String::from_utf8(output.stdout).unwrap(),
        };
        assert!(written.contains("باران"), "{place}: {written}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(line.contains("--edits"), told.contains("page.txt:5:"), "{place}: {told}");
    }
}

/// Starts a server, and asks it for its articles.
fn answers(place: &str, command: &mut Command) {
    let mut server = command.spawn().unwrap();
    let mut told = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut told).unwrap();
    let host = told.trim().trim_start_matches("http://").trim_end_matches('/');
    let ask = |path: &str| {
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let pages = ["/", "/articles/rain", "/articles/page"].map(ask);
    server.kill().unwrap();
    server.wait().unwrap();
    for page in pages {
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("باران"), "{place}: {page}");
    }
}
