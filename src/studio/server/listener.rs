//! Listening: connections with limits, and an end that waits for nobody for long.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

/// Connections at a time; more wait to be accepted.
const CONNECTIONS: usize = 128;
/// For the headers of a request, from the first byte on, and for the next request on a connection.
const HEADERS_WITHIN: Duration = Duration::from_secs(30);
/// Bytes of them.
const HEADERS_SIZE: usize = 32 * 1024;
/// How many.
const HEADERS: usize = 64;
/// For answers that are under way when the studio stops.
const FAREWELL: Duration = Duration::from_secs(2);
/// After the system could not accept (no more files, say), before the next try.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until `stopping`, then lets what is under way end, within a short time.
pub(super) async fn serve(listener: TcpListener, router: Router, stopping: CancellationToken) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    loop {
        tokio::select! {
            () = stopping.cancelled() => break,
            (stream, place) = accept(&listener, &room) => {
                tokio::spawn(attend(stream, router.clone(), graceful.watcher(), place));
            }
        }
    }
    drop(listener);
    // Whoever is still reading after that is cut off with the program.
    let _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    let place = Arc::clone(room).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, place),
            Err(error) => {
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

async fn attend(
    stream: TcpStream,
    router: Router,
    watcher: Watcher,
    place: Option<OwnedSemaphorePermit>,
) {
    // Answers are small and waited for.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_header_size(HEADERS_SIZE)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
    drop(place);
}

/// Binds the address, and tells which one it became.
pub(super) async fn bind(address: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).await?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}
