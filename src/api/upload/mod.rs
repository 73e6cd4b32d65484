//! Files to the server: streamed from disk, counted as they leave, or named by their address.
//!
//! Memory stays flat whatever the size: one piece of the file is read when the connection takes it.
//! The count is of bytes that the HTTP body has handed over, so it runs at most a socket buffer ahead
//! of the truth.
//!
//! A server that refuses early is heard while the file is still being sent. Some close the connection
//! in the same breath, and the refusal is lost with it. Then, as the server cannot have the whole
//! file, it is sent once more, with a pause after its first piece in which only listening is done.

mod body;

use std::path::Path;
use std::time::{Duration, SystemTime};

use reqwest::multipart::{Form, Part};
use reqwest::{Body, Method};
use serde_json::Value;
use tokio::sync::watch;

use body::Trouble;

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
    /// How many bytes it has; one that has not is not sent.
    pub size: u64,
    /// When it was written last; one that is written to meanwhile is not sent.
    pub modified: Option<SystemTime>,
    /// When it was named, in microseconds since 1970: several files are meant in this order, whichever
    /// arrives first. The studio lists them by it.
    pub named_at: i64,
    /// Hears how many bytes have left.
    pub sent: &'a watch::Sender<u64>,
}

/// How long the second attempt listens before it goes on.
const LISTEN: Duration = Duration::from_secs(1);
/// Without a byte moving, or an answer once all have left, for this long: the server is gone.
const STALLED: Duration = Duration::from_secs(180);

impl Client {
    /// Sends a file to a session.
    ///
    /// # Errors
    /// A refusal, a lost connection, [`Error::Disk`] where the file cannot be read, or
    /// [`Error::FileChanged`].
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
            let trouble = Trouble::default();
            let form = Form::new().part("files", part(file, pause, trouble.clone()).await?);
            let request = self.request(Method::POST, &path(session));
            let request = request.header(headers::NAMED_AT, file.named_at).multipart(form);
            let answered = async { answers::read(client::send(request).await?).await };
            let answer = unless_stalled(answered, file.sent).await;
            // Whatever became of the request, the file is the reason.
            trouble.take().map_or(Ok(()), Err)?;
            files(&answer?)
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
            files(&answers::read(client::send(request).await?).await?)
        })
        .await
    }
}

fn path(session: &str) -> [&str; 5] {
    ["api", "upload-video", "nemo_agent", "me", session]
}

/// An answer that names no file says that none arrived.
fn files(data: &Value) -> Result<Vec<UploadedFile>, Error> {
    let files = answers::files(data.get("files"));
    if files.is_empty() { Err(Error::BadAnswer("no files")) } else { Ok(files) }
}

async fn part(file: Upload<'_>, pause: Duration, trouble: Trouble) -> Result<Part, Error> {
    let body = Body::wrap_stream(body::open(file, pause, trouble).await?);
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
