//! Files to the server: streamed from disk, counted as they leave, or named by their address.
//!
//! Memory stays flat whatever the size: one buffer of the file is read when the connection takes it.
//! The count is of bytes that the HTTP body has handed over, so it runs at most a socket buffer ahead
//! of the truth.
//!
//! A server that refuses early is heard while the file is still being sent. Some close the connection
//! in the same breath, and the refusal is lost with it. Then, as the server cannot have the whole
//! file, it is sent once more, with a pause after its first piece in which only listening is done.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt};
use reqwest::multipart::{Form, Part};
use reqwest::{Body, Method};
use serde_json::Value;
use tokio::io::AsyncReadExt;
use tokio::sync::watch;
use tokio_util::io::ReaderStream;

use super::wire::headers;
use super::wire::upload::{UploadByUrl, UploadedFile};
use super::{Client, Error, Repeat, answers, client};

/// One file to send.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// Where it lies.
    pub path: &'a Path,
    /// What it is called there.
    pub name: &'a str,
    /// How many bytes it has; the file may not shrink while it is sent.
    pub size: u64,
    /// When it was named, in microseconds since 1970: several files are meant in this order, whichever
    /// arrives first. The studio lists them by it.
    pub named_at: i64,
    /// Hears how many bytes have left.
    pub sent: &'a watch::Sender<u64>,
}

/// Read and handed over at a time.
const PIECE: usize = 64 * 1024;
/// How long the second attempt listens before it goes on.
const LISTEN: Duration = Duration::from_secs(1);
/// Without a byte moving, or an answer once all have left, for this long: the server is gone.
const STALLED: Duration = Duration::from_secs(180);

impl Client {
    /// Sends a file to a session.
    ///
    /// # Errors
    /// A refusal, a lost connection, or [`Error::Disk`] where the file cannot be opened.
    pub async fn upload(
        &self,
        session: &str,
        file: Upload<'_>,
    ) -> Result<Vec<UploadedFile>, Error> {
        match self.upload_with(session, file, Duration::ZERO).await {
            Err(Error::Lost(error)) if *file.sent.borrow() < file.size => {
                tracing::info!(%error, "an upload broke off and is begun again");
                self.upload_with(session, file, LISTEN).await
            }
            done => done,
        }
    }

    async fn upload_with(
        &self,
        session: &str,
        file: Upload<'_>,
        pause: Duration,
    ) -> Result<Vec<UploadedFile>, Error> {
        self.asking(Repeat::AfterRefusal, || async {
            let form = Form::new().part("files", part(file, pause).await?);
            let request = self.request(Method::POST, &path(session));
            let request = request.header(headers::NAMED_AT, file.named_at).multipart(form);
            let answered = async { answers::read(client::send(request).await?).await };
            Ok(files(&unless_stalled(answered, file.sent).await?))
        })
        .await
    }

    /// Has the server fetch a file by itself.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn upload_by_address(
        &self,
        session: &str,
        address: &str,
    ) -> Result<Vec<UploadedFile>, Error> {
        let body = UploadByUrl { urls: vec![address.to_owned()], source_type: "url".into() };
        self.asking(Repeat::AfterRefusal, || async {
            let request = self.request(Method::POST, &path(session)).timeout(STALLED).json(&body);
            Ok(files(&answers::read(client::send(request).await?).await?))
        })
        .await
    }
}

fn path(session: &str) -> [&str; 5] {
    ["api", "upload-video", "nemo_agent", "me", session]
}

fn files(data: &Value) -> Vec<UploadedFile> {
    answers::files(data.get("files"))
}

async fn part(file: Upload<'_>, pause: Duration) -> Result<Part, Error> {
    let opened = tokio::fs::File::open(file.path).await;
    let opened = opened.map_err(|source| Error::Disk { path: file.path.to_path_buf(), source })?;
    let (sent, counted) = (file.sent.clone(), Arc::new(AtomicU64::new(0)));
    sent.send_replace(0);
    let stream = ReaderStream::with_capacity(opened.take(file.size), PIECE);
    let stream = stream.enumerate().then(move |(number, piece)| async move {
        if number == 1 {
            tokio::time::sleep(pause).await;
        }
        piece
    });
    let stream = stream.inspect_ok(move |piece| {
        let before = counted.fetch_add(piece.len() as u64, Ordering::Relaxed);
        sent.send_replace(before + piece.len() as u64);
    });
    let body = Body::wrap_stream(stream);
    Ok(Part::stream_with_length(body, file.size).file_name(header_safe(file.name)))
}

/// A line break in a name would end the header that carries it.
fn header_safe(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { '_' } else { letter }).collect()
}

/// Gives up when nothing has moved for too long.
async fn unless_stalled<T>(
    work: impl Future<Output = Result<T, Error>>,
    sent: &watch::Sender<u64>,
) -> Result<T, Error> {
    let mut moved = sent.subscribe();
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            quiet = tokio::time::timeout(STALLED, moved.changed()) => {
                if quiet.is_err() {
                    return Err(Error::TimedOut);
                }
            }
        }
    }
}
