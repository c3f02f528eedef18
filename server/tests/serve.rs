//! What the accept loop bears with, asked through sockets.
#![allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::get;
use satr_server::serve::{Limits, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

/// Longer than any test takes, so that it is never what decides.
const LONG: Duration = Duration::from_secs(600);
const HELLO: &str = "GET / HTTP/1.1\r\nhost: a\r\n\r\n";

fn lenient() -> Limits {
    let mut limits = Limits::default();
    (limits.head, limits.stall, limits.drain) = (LONG, LONG, LONG);
    limits
}

async fn start(
    routes: Router,
    limits: Limits,
    until: impl Future<Output = ()> + Send + 'static,
) -> (SocketAddr, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (address, tokio::spawn(serve(listener, routes, limits, until)))
}

async fn send(to: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(to).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// All that comes until the other side closes.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is reset is closed as well.
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8(bytes).unwrap()
}

fn hello() -> Router {
    Router::new()
        .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.to_string() }))
}

#[tokio::test]
async fn a_client_is_known_by_its_address() {
    let (address, _) = start(hello(), lenient(), std::future::pending()).await;
    let stream = send(address, "GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    let client = stream.local_addr().unwrap().to_string();
    let answer = rest(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with(&client), "{answer}");
}

#[tokio::test]
async fn a_head_that_does_not_come_to_its_end_is_cut_off() {
    let limits = || {
        let mut limits = lenient();
        limits.head = Duration::from_millis(50);
        limits
    };
    let (address, _) = start(hello(), limits(), std::future::pending()).await;
    for beginning in ["", "GET / HT", "GET / HTTP/1.1\r\nhost: a\r\nx-slow: "] {
        let answer = rest(send(address, beginning).await).await;
        assert!(!answer.contains("200 OK"), "{beginning:?}: {answer}");
    }
    // Nor does one that has been answered keep its place for ever.
    assert!(rest(send(address, HELLO).await).await.contains("200 OK"));
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let (address, _) = start(hello(), lenient(), std::future::pending()).await;
    let large = format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "x".repeat(20_000));
    let many = format!("GET / HTTP/1.1\r\nhost: a\r\n{}\r\n", "x: x\r\n".repeat(100));
    for head in [large, many] {
        let answer = rest(send(address, &head).await).await;
        assert!(!answer.contains("200 OK"), "{answer}");
    }
}

#[tokio::test]
async fn only_so_many_connections_are_taken() {
    let mut limits = lenient();
    limits.connections = 1;
    let (address, _) = start(hello(), limits, std::future::pending()).await;
    let mut first = send(address, HELLO).await;
    let mut some = [0; 12];
    first.read_exact(&mut some).await.unwrap();
    let second = tokio::spawn(rest(send(address, "GET / HTTP/1.0\r\n\r\n").await));
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert!(!second.is_finished(), "the first is still there");
    drop(first);
    assert!(second.await.unwrap().contains("200 OK"));
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let endless = || async { "x".repeat(64 * 1024 * 1024) };
    let mut limits = lenient();
    limits.stall = Duration::from_millis(50);
    limits.connections = 1;
    let (address, _) = start(Router::new().route("/", get(endless)), limits, std::future::pending()).await;
    let idle = send(address, HELLO).await;
    // It is taken only when the place of the other is free, though that is still connected.
    let mut next = send(address, HELLO).await;
    let mut some = [0; 15];
    next.read_exact(&mut some).await.unwrap();
    assert_eq!(&some, b"HTTP/1.1 200 OK");
    drop(idle);
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_nothing_more_is_taken() {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let routes = {
        let (begun, go_on) = (Arc::clone(&begun), Arc::clone(&go_on));
        let slow = async move || {
            begun.notify_one();
            go_on.notified().await;
            "done"
        };
        Router::new().route("/", get(slow))
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let (address, server) = start(routes, lenient(), async { drop(stopped.await) }).await;
    let under_way = send(address, HELLO).await;
    begun.notified().await;
    stop.send(()).unwrap();
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!server.is_finished());
    go_on.notify_one();
    assert!(rest(under_way).await.ends_with("done"));
    server.await.unwrap().unwrap();
}

#[tokio::test]
async fn what_takes_too_long_is_not_waited_for() {
    let begun = Arc::new(Notify::new());
    let routes = {
        let begun = Arc::clone(&begun);
        let never = async move || {
            begun.notify_one();
            std::future::pending::<()>().await;
        };
        Router::new().route("/", get(never))
    };
    let mut limits = lenient();
    limits.drain = Duration::from_millis(50);
    let (stop, stopped) = oneshot::channel::<()>();
    let (address, server) = start(routes, limits, async { drop(stopped.await) }).await;
    let under_way = send(address, HELLO).await;
    begun.notified().await;
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
    drop(under_way);
}
