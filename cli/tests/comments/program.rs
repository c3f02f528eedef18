//! The program started on a folder of a test's own, and connections to it that say what they like.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use serde_json::{Value, json};

pub(crate) const URL: &str = "/comments/rain";
pub(crate) const VISITOR: &str = "a-visitor-of-the-tests-1";
pub(crate) const TOKEN: &str = "token-of-the-tests";

/// Long enough that only a server that hangs takes so long.
const HANGS: Duration = Duration::from_secs(60);

/// A folder with one article, where a test keeps its database.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("comments").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("site/articles")).unwrap();
        let article = json!({"headline": "باران", "body": ["باران آمد."]});
        fs::write(folder.join("site/articles/rain.json"), article.to_string()).unwrap();
        Self(folder)
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("comments.db")
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }
}

/// The program while it runs. Dropped, it is killed.
pub(crate) struct Program {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Option<JoinHandle<String>>,
}

impl Program {
    /// Each request may come from another client, which [`Connection::ask`] names: many do what one may not.
    pub(crate) fn start(place: &Place, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_satr"))
            .arg("serve")
            .arg(place.site())
            .args(["--port", "0", "--proxy-hops", "1", "--token", TOKEN, "--comments"])
            .arg(place.database())
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim().trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        let mut written = child.stderr.take().unwrap();
        let log = spawn(move || {
            let mut log = Vec::new();
            written.read_to_end(&mut log).unwrap();
            String::from_utf8_lossy(&log).into_owned()
        });
        Self { child, address, log: Some(log) }
    }

    /// As a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Kills it, and gives its log.
    pub(crate) fn end(mut self) -> String {
        self.kill();
        self.log.take().unwrap().join().unwrap()
    }

    /// Kills it, and sees to it that it has nothing to complain of.
    pub(crate) fn end_well(self) {
        let log = self.end();
        assert!(log.contains("answered"), "it keeps a log: {log}");
        for word in ["ERROR", "WARN", "panicked"] {
            assert!(!log.contains(word), "{log}");
        }
    }

    pub(crate) fn connect(&self) -> Connection {
        Connection::to(self.address).unwrap()
    }

    /// Sends bytes as they are, and gives all that comes until the other side closes.
    pub(crate) fn send(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut connection = self.connect();
        connection.write(bytes);
        connection.rest()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.connect().ask("GET", path, "", "").unwrap()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.connect().post(path, body).unwrap()
    }

    /// Every comment's text, however many pages it takes.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut after = String::new();
        loop {
            let list = self.get(&format!("{URL}?sort=oldest&after={after}")).json();
            let comments = list["comments"].as_array().cloned().unwrap_or_default();
            texts.extend(comments.iter().map(|comment| comment["text"].as_str().unwrap().to_owned()));
            match list["discussion"]["next"].as_str() {
                Some(next) if !next.is_empty() => next.clone_into(&mut after),
                _ => return texts,
            }
        }
    }

    /// That all is well with it: it takes one more comment.
    pub(crate) fn is_well(&self, key: &str) {
        let answer = self.post(URL, &comment(key, "همچنان باران می‌بارد."));
        assert!(matches!(answer.status, 200 | 201), "{answer:?}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn comment(key: &str, text: &str) -> Value {
    json!({"key": key, "text": text, "author": "مریم"})
}

/// Holds the database as another program would.
pub(crate) fn other(database: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(database).unwrap()
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn faults(&self) -> Value {
        self.json()["faults"].clone()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| *found == name).map(|(_, value)| value)
    }
}

/// A connection that is kept alive.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    /// From which client its requests come.
    client: u32,
}

impl Connection {
    pub(crate) fn to(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(HANGS))?;
        stream.set_write_timeout(Some(HANGS))?;
        stream.set_nodelay(true)?;
        let client = u32::from(stream.local_addr()?.port());
        Ok(Self { stream: BufReader::new(stream), client })
    }

    /// Each comes from a client of its own.
    pub(crate) fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<Answer> {
        self.client += 65_536;
        let [_, a, b, c] = self.client.to_be_bytes();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: satr.example\r\naccept: application/json\r\n\
             x-forwarded-for: 10.{a}.{b}.{c}\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) -> io::Result<Answer> {
        let headers = format!("content-type: application/json\r\nsatr-visitor: {VISITOR}\r\n");
        self.ask("POST", path, &headers, &body.to_string())
    }

    /// Sends bytes as they are. That the other side closes meanwhile is its right.
    pub(crate) fn write(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.stream.get_mut().write_all(bytes.as_ref());
    }

    pub(crate) fn answer(&mut self) -> io::Result<Answer> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let mut answer = Answer {
            status: head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap(),
            head,
            text: String::new(),
        };
        let length = answer.header("content-length").map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        answer.text = String::from_utf8(body).unwrap();
        Ok(answer)
    }

    /// All that comes until the other side closes.
    pub(crate) fn rest(mut self) -> String {
        let mut bytes = Vec::new();
        match self.stream.read_to_end(&mut bytes) {
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                panic!("expected an end, the server hangs: {}", String::from_utf8_lossy(&bytes));
            }
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
