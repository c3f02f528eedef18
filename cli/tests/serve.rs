//! The server of the program, started and asked.
#![allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

use std::fs;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

struct Server {
    child: Child,
    told: Lines<BufReader<ChildStdout>>,
    host: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_satr"))
            .args(["serve", "--port", "0"])
            .args(arguments)
            .env_remove("SATR_TOKEN")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = told.next().unwrap().unwrap();
        let host = first.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, told, host }
    }

    fn ask(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let host = &self.host;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Ends it, by the system's word where there is one, and gives its log.
    fn end(mut self) -> String {
        #[cfg(unix)]
        {
            let id = self.child.id().to_string();
            assert!(Command::new("kill").arg(id).status().unwrap().success());
            assert!(self.child.wait().unwrap().success(), "it ends well when it is told to");
        }
        #[cfg(not(unix))]
        self.child.kill().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        log
    }
}

#[test]
fn comments_are_served_and_looked_after() {
    let database = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("serve-comments.db");
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", database.display()));
    }
    let mut server =
        Server::start(&["--comments", database.to_str().unwrap(), "--log", "json", "--retention", "30"]);
    assert_eq!(server.told.next().unwrap().unwrap(), format!("http://{}/moderation", server.host));
    let made = server.told.next().unwrap().unwrap();
    let token = made.strip_prefix("moderators log in with ").unwrap();
    assert_eq!(token.len(), 32);
    assert!(server.ask("/healthz", "").ends_with("\r\n\r\nok"));
    let json = "accept: application/json\r\n";
    assert!(server.ask("/comments/mehr-4692303", json).contains(r#""captcha":"altcha""#));
    assert!(
        server.ask("/comments/mehr-4692303/captcha?secret=1", json).contains(r#"{"parameters":{"algorithm""#)
    );
    let bearer = format!("{json}authorization: Bearer {token}\r\n");
    assert!(server.ask("/moderation", &bearer).contains(r#""waiting":0"#));
    assert!(server.ask("/moderation", json).starts_with("HTTP/1.1 401"));
    let log = server.end();
    let lines: Vec<&str> = log.lines().collect();
    assert!(lines.iter().all(|line| line.starts_with('{')), "{log}");
    assert!(lines.iter().any(|line| line.contains(r#""path":"/comments/mehr-4692303/captcha""#)), "{log}");
    assert!(!log.contains("secret=1") && !log.contains(token) && !log.contains("127.0.0.1"), "{log}");
    assert!(database.exists());
}

/// As short as it may be.
const GIVEN: &str = "sixteen-of-chars";

#[test]
fn a_token_that_is_given_is_not_told() {
    let mut server =
        Server::start(&["--comments", ":memory:", "--token", GIVEN, "--captcha", "off", "--log", "off"]);
    let bearer = format!("accept: application/json\r\nauthorization: Bearer {GIVEN}\r\n");
    assert!(server.ask("/moderation", &bearer).starts_with("HTTP/1.1 200"));
    let list = server.ask("/comments/mehr-4692303", "accept: application/json\r\n");
    assert!(list.starts_with("HTTP/1.1 200") && !list.contains("altcha"), "{list}");
    assert!(server.ask("/comments/mehr-4692303/captcha", "").starts_with("HTTP/1.1 404"));
    let host = server.host.clone();
    let told: Vec<_> = {
        let Server { child, told, .. } = &mut server;
        child.kill().unwrap();
        child.wait().unwrap();
        told.map(Result::unwrap).collect()
    };
    assert_eq!(told, [format!("http://{host}/moderation")]);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    for (arguments, said) in [
        (&["--comments", ":memory:", "--origin", "khabar.example"][..], "satr: --origin: expected an origin"),
        (&["--comments", ":memory:", "--token", " "], "satr: --token: expected at least 16 characters"),
        (
            &["--comments", ":memory:", "--token", &GIVEN[1..]],
            "satr: --token: expected at least 16 characters that nobody guesses, found 15",
        ),
        (&["--comments", "/no/such/folder/c.db"], "satr: /no/such/folder/c.db: "),
        (&["--unmoderated"], "error: the following required arguments were not provided"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_satr"))
            .args(["serve", "--port", "0"])
            .args(arguments)
            .env_remove("SATR_TOKEN")
            .output()
            .unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        assert!(error.starts_with(said), "{error}");
    }
}
