//! A request in, its answer and how long it took out; and many at once, round after round.
//!
//! No library stands between: one that is slower than the server would be measured in its place.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::Outcome;
use crate::figures::Figures;

/// A connection that is kept open from request to request.
pub(crate) struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

/// An answer as it came over the wire.
pub(crate) struct Answer<'c> {
    pub(crate) status: u16,
    pub(crate) head: &'c str,
    pub(crate) body: &'c [u8],
}

impl Connection {
    pub(crate) async fn open(to: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(256 * 1024) })
    }

    /// Sends a request and waits for all of its answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Outcome<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let (head, length) = loop {
            self.more().await?;
            if let Some(end) = self.read.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = self.read.get(..end).unwrap_or_default();
                break (end, length(std::str::from_utf8(head)?)?);
            }
        };
        let start = head + 4;
        while self.read.len() < start + length {
            self.more().await?;
        }
        let head = std::str::from_utf8(self.read.get(..head).unwrap_or_default())?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or("expected a status, found none")?;
        Ok(Answer { status, head, body: self.read.get(start..).unwrap_or_default() })
    }

    async fn more(&mut self) -> Outcome<()> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err("expected an answer, the connection was closed".into()),
            _ => Ok(()),
        }
    }
}

/// How long a body is, by its head.
fn length(head: &str) -> Outcome<usize> {
    let headers = head.lines().filter_map(|line| line.split_once(": "));
    let mut lengths = headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let (_, length) = lengths.next().ok_or("expected a content-length, found none")?;
    Ok(length.parse()?)
}

/// Asks over so many connections at once for that long: each has its answer before it asks again.
pub(crate) async fn press(
    to: SocketAddr,
    connections: usize,
    time: Duration,
    status: u16,
    request: impl Fn() -> Vec<u8> + Clone + Send + 'static,
) -> Outcome<Figures> {
    let mut open = Vec::new();
    for _ in 0..connections {
        open.push(Connection::open(to).await?);
    }
    let begun = Instant::now();
    let mut askers = JoinSet::new();
    for mut connection in open {
        let request = request.clone();
        askers.spawn(async move {
            let mut took = Vec::new();
            while begun.elapsed() < time {
                let (request, sent) = (request(), Instant::now());
                let answer = connection.ask(&request).await?;
                if answer.status != status {
                    let said = String::from_utf8_lossy(answer.body);
                    return Err(format!("expected status {status}, came {}: {said}", answer.status).into());
                }
                took.push(sent.elapsed());
            }
            Outcome::Ok(took)
        });
    }
    let mut took = Vec::new();
    while let Some(asker) = askers.join_next().await {
        took.extend(asker??);
    }
    Ok(Figures::of(took, begun.elapsed()))
}
