//! A listener and routes in, answers out, until it is told to stop.
//! Floor 1.
//!
//! `axum::serve` waits for a request's head as long as it takes, and takes as many connections as come. Here each of that has
//! its limit, so that nobody holds a server by being slow.

mod crowd;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crowd::Crowd;

/// How much is borne with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many connections are open at once; others wait to be taken.
    pub connections: usize,
    /// How many of them may be one client's, an IPv4 address or an IPv6 network of 64 bits; any number from this machine,
    /// where a proxy may stand. Proxies elsewhere need as many as there are.
    pub client_connections: usize,
    /// How long the head of a request may take, from its connection or the answer before it.
    pub head: Duration,
    /// How many bytes it may have; hyper takes no less than 8192.
    pub head_bytes: usize,
    /// How many headers may be in it.
    pub headers: usize,
    /// How long a reader may take nothing of an answer.
    pub stall: Duration,
    /// How long what is under way may go on when the server is to stop.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            client_connections: 256,
            head: Duration::from_secs(15),
            head_bytes: 16 * 1024,
            headers: 64,
            stall: Duration::from_secs(30),
            drain: Duration::from_secs(10),
        }
    }
}

/// Serves routes until `until` is done. Handlers know a client's address by `ConnectInfo<SocketAddr>`.
///
/// Then it takes no more connections, and waits for what is under way, but no longer than the limit says.
///
/// # Errors
/// None that a listener gives while it runs: a connection that fails is that connection's loss.
pub async fn serve(
    listener: TcpListener,
    routes: Router,
    limits: Limits,
    until: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(limits.head_bytes.max(8192))
        .max_headers(limits.headers);
    let places = Arc::new(Semaphore::new(limits.connections));
    let crowd = Crowd::default();
    let graceful = GracefulShutdown::new();
    tokio::pin!(until);
    loop {
        let taken = async {
            let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
            let (stream, peer) = listener.accept().await?;
            io::Result::Ok((place, stream, peer))
        };
        let (place, stream, peer) = tokio::select! {
            () = &mut until => break,
            taken = taken => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    refused(&error).await;
                    continue;
                }
            },
        };
        let most = if peer.ip().is_loopback() { usize::MAX } else { limits.client_connections };
        let Some(own) = crowd.enter(peer.ip(), most) else { continue };
        let connection =
            http.serve_connection(TokioIo::new(patient(stream, limits.stall)), answers(&routes, peer));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
            drop((place, own));
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!("what was under way took too long to wait for");
    }
    Ok(())
}

/// Ends at the keyboard's word (Ctrl-C) or the system's (SIGTERM).
pub async fn told_to_stop() {
    let keyboard = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    };
    #[cfg(unix)]
    let system = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let system = std::future::pending::<()>();
    tokio::select! {
        () = keyboard => {}
        () = system => {}
    }
}

/// A client that is gone again is nobody's trouble; where the system has no more files to give, it has some again soon.
async fn refused(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "no connection can be taken");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

fn patient(stream: TcpStream, stall: Duration) -> std::pin::Pin<Box<TimeoutStream<TcpStream>>> {
    // Answers are written whole, so there is nothing to wait for to be sent along.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(stall));
    Box::pin(stream)
}

fn answers(
    routes: &Router,
    peer: SocketAddr,
) -> impl hyper::service::Service<
    Request<Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send + 'static,
> + use<> {
    let routes = routes.clone();
    service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        routes.clone().oneshot(request)
    })
}
