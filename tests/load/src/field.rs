//! The program in, four servers that are measured in turn out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tokio::runtime::Runtime;

use crate::Outcome;
use crate::cases::{CASES, Case, Kind};
use crate::client::{Connection, press};
use crate::figures::Figures;
use crate::fill::{self, ASKED, Filled};
use crate::server::Server;

/// How often each server is asked, and for how long; before that it is asked to be awake.
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(1000);
const WAKING: Duration = Duration::from_millis(300);

/// All servers, each with the path of every case. A folder of their own goes with them.
pub(crate) struct Field {
    servers: [(Server, Vec<String>); 4],
    _folder: Folder,
}

impl Field {
    pub(crate) const TITLES: [&str; 4] = ["1,000", "1,000,000", "bare, our loop", "bare, axum's loop"];

    pub(crate) fn new(program: &Path, runtime: &Runtime) -> Outcome<Self> {
        let folder = Folder::new()?;
        let thousand = fill::site(&folder.0.join("thousand"), 1000, 0, 0)?;
        // The one that is asked for is as big as the greatest discussions of a year.
        let million = fill::site(&folder.0.join("million"), 100_000, 2000, 450)?;
        let (thousand, million) = (serve(program, &thousand)?, serve(program, &million)?);
        let of_thousand = runtime.block_on(paths(&thousand))?;
        let of_million = runtime.block_on(paths(&million))?;
        let answers = folder.0.join("answers");
        runtime.block_on(keep_answers(&thousand, &of_thousand, &answers))?;
        let bare = |loop_of| -> Outcome<(Server, Vec<String>)> {
            let mut own = Command::new(std::env::current_exe()?);
            let server = Server::start(own.args(["bare", loop_of]).arg(&answers))?;
            Ok((server, (0..CASES.len()).map(|number| format!("/{number}")).collect()))
        };
        let servers = [(thousand, of_thousand), (million, of_million), bare("ours")?, bare("axum")?];
        Ok(Self { servers, _folder: folder })
    }

    /// The median rounds of a case, by servers.
    pub(crate) async fn measure(&self, number: usize, connections: usize) -> Outcome<[Figures; 4]> {
        let kind = CASES.get(number).map_or(Kind::Json, |case| case.kind);
        let mut rounds = [const { Vec::new() }; 4];
        for round in 0..=ROUNDS {
            for ((server, paths), figures) in self.servers.iter().zip(&mut rounds) {
                let path = paths.get(number).cloned().unwrap_or_default();
                let time = if round == 0 { WAKING } else { ROUND };
                let request = move || kind.request(&path);
                let came = press(server.address, connections, time, kind.status(), request).await?;
                if round > 0 {
                    figures.push(came);
                }
            }
        }
        Ok(rounds.map(|rounds| Figures::median(&rounds)))
    }
}

/// The program as it is used behind a proxy, which names each reader: so budgets are kept, but not one for all.
fn serve(program: &Path, site: &Filled) -> Outcome<Server> {
    let mut command = Command::new(program);
    command.arg("serve").arg(&site.folder).arg("--comments").arg(&site.database);
    Server::start(command.args([
        "--port",
        "0",
        "--captcha",
        "off",
        "--proxy-hops",
        "1",
        "--token",
        "load-of-the-tests",
    ]))
}

/// Where each case is found on a server.
async fn paths(server: &Server) -> Outcome<Vec<String>> {
    let mut connection = Connection::open(server.address).await?;
    let mut paths = Vec::new();
    for case in &CASES {
        paths.push(path(&mut connection, case).await?);
    }
    Ok(paths)
}

/// Goes on from page to page, as a reader does.
async fn path(connection: &mut Connection, case: &Case) -> Outcome<String> {
    let first = format!("/comments/{ASKED}{}", case.query);
    let mut path = first.clone();
    for _ in 1..case.page {
        let answer = connection.ask(&Kind::Json.request(&path)).await?;
        let page: serde_json::Value = serde_json::from_slice(answer.body)?;
        let next = page.pointer("/discussion/next").and_then(serde_json::Value::as_str);
        path = format!("{first}&after={}", next.ok_or("expected another page, this was the last")?);
    }
    Ok(path)
}

/// Keeps the answer of each case in a file of its number.
async fn keep_answers(server: &Server, paths: &[String], folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    let mut connection = Connection::open(server.address).await?;
    for (number, (case, path)) in CASES.iter().zip(paths).enumerate() {
        let answer = connection.ask(&case.kind.request(path)).await?;
        if answer.status != case.kind.status() {
            return Err(format!("expected {} to be answered, came {}", case.title, answer.status).into());
        }
        if case.kind == Kind::Json {
            let page: serde_json::Value = serde_json::from_slice(answer.body)?;
            let comments = page.get("comments").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
            if comments < 50 {
                return Err(format!("expected a page of 50 for {}, found {comments}", case.title).into());
            }
        }
        let whole = [answer.head.as_bytes(), b"\r\n\r\n", answer.body].concat();
        fs::write(folder.join(number.to_string()), whole)?;
    }
    Ok(())
}

/// A folder for all that is made, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("satr-load-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now, the system removes some day.
        let _ = fs::remove_dir_all(&self.0);
    }
}
