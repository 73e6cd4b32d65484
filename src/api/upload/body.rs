//! A file as the body of a request: read as the connection takes it, counted, and watched.
//!
//! A file that is not what it was when it was looked at must not arrive: it would be half of one and
//! half of another. So its size and date are compared before the last piece is handed over, and a
//! difference ends the body early, which no server takes for a whole file.

use std::fs::Metadata;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{self, Stream};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use super::Upload;
use crate::api::Error;

/// Read and handed over at a time.
const PIECE: usize = 64 * 1024;

/// What went wrong with the file while it was sent; the HTTP library tells only that something did.
#[derive(Debug, Clone, Default)]
pub(super) struct Trouble(Arc<Mutex<Option<Error>>>);

impl Trouble {
    fn note(&self, error: Error) -> io::Error {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        io::Error::other("the file cannot be sent")
    }

    /// The reason on this machine, if it was one.
    pub(super) fn take(&self) -> Option<Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A body under way.
struct Sending {
    file: File,
    path: std::path::PathBuf,
    modified: Option<std::time::SystemTime>,
    left: u64,
    size: u64,
    pause: Option<Duration>,
    sent: tokio::sync::watch::Sender<u64>,
    trouble: Trouble,
}

/// Opens the file. `pause` is made after the first piece, for a server that refuses to be heard.
pub(super) async fn open(
    upload: Upload<'_>,
    pause: Duration,
    trouble: Trouble,
) -> Result<impl Stream<Item = io::Result<Bytes>> + use<>, Error> {
    let failed = |source| Error::Disk { path: upload.path.to_path_buf(), source };
    let file = File::open(upload.path).await.map_err(failed)?;
    upload.sent.send_replace(0);
    let sending = Sending {
        file,
        path: upload.path.to_path_buf(),
        modified: upload.modified,
        left: upload.size,
        size: upload.size,
        pause: Some(pause),
        sent: upload.sent.clone(),
        trouble,
    };
    Ok(stream::try_unfold(sending, Sending::piece))
}

impl Sending {
    async fn piece(mut self) -> io::Result<Option<(Bytes, Self)>> {
        if self.left == 0 {
            return Ok(None);
        }
        let is_first = self.left == self.size;
        if let Some(pause) = self.pause.take_if(|_| !is_first) {
            tokio::time::sleep(pause).await;
        }
        let piece = self.read().await?;
        self.left -= piece.len() as u64;
        if self.left == 0 {
            self.check_unchanged().await?;
        }
        self.sent.send_replace(self.size - self.left);
        Ok(Some((piece, self)))
    }

    async fn read(&mut self) -> io::Result<Bytes> {
        let most = usize::try_from(self.left).unwrap_or(PIECE).min(PIECE);
        let mut piece = vec![0; most];
        let read = self.file.read(&mut piece).await;
        match read {
            Ok(0) => Err(self.changed()),
            Ok(read) => {
                piece.truncate(read);
                Ok(piece.into())
            }
            Err(source) => Err(self.trouble.note(Error::Disk { path: self.path.clone(), source })),
        }
    }

    async fn check_unchanged(&mut self) -> io::Result<()> {
        let same = |now: &Metadata| {
            now.len() == self.size
                && (self.modified.is_none() || now.modified().ok() == self.modified)
        };
        match self.file.metadata().await {
            Ok(now) if !same(&now) => Err(self.changed()),
            Ok(_) => Ok(()),
            Err(source) => Err(self.trouble.note(Error::Disk { path: self.path.clone(), source })),
        }
    }

    fn changed(&self) -> io::Error {
        self.trouble.note(Error::FileChanged { path: self.path.clone() })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use futures_util::TryStreamExt;
    use tokio::sync::watch;

    use super::*;

    fn upload<'a>(path: &'a Path, size: u64, sent: &'a watch::Sender<u64>) -> Upload<'a> {
        let modified = std::fs::metadata(path).and_then(|found| found.modified()).ok();
        Upload { path, name: "a", size, modified, named_at: 0, sent }
    }

    /// What arrives when `meddle` is done after the first piece.
    async fn sent(content: &[u8], meddle: impl FnOnce(&Path)) -> (Result<usize, Error>, u64) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.mp4");
        std::fs::write(&path, content).expect("written");
        let (told, counted) = watch::channel(0);
        let trouble = Trouble::default();
        let upload = upload(&path, content.len() as u64, &told);
        let body = open(upload, Duration::ZERO, trouble.clone()).await.expect("opened");
        let mut body = std::pin::pin!(body);
        let mut arrived = body.try_next().await.expect("a piece").map_or(0, |piece| piece.len());
        meddle(&path);
        let rest = loop {
            match body.try_next().await {
                Ok(Some(piece)) => arrived += piece.len(),
                Ok(None) => break Ok(arrived),
                Err(_) => break Err(trouble.take().expect("a reason")),
            }
        };
        (rest, *counted.borrow())
    }

    #[tokio::test]
    async fn a_whole_file_arrives_and_is_counted() {
        let (arrived, counted) = sent(&[7; 200_000], |_| {}).await;
        assert_eq!((arrived.expect("whole"), counted), (200_000, 200_000));
    }

    #[tokio::test]
    async fn a_file_that_shrinks_grows_or_is_written_to_does_not_arrive() {
        let open = |path: &Path| std::fs::File::options().write(true).open(path).expect("opened");
        let shrink = |path: &Path| open(path).set_len(100_000).expect("shrunk");
        let grow = |path: &Path| open(path).set_len(300_000).expect("grown");
        let rewrite = |path: &Path| {
            let later = std::time::SystemTime::now() + Duration::from_secs(5);
            open(path).set_modified(later).expect("touched");
        };
        for meddle in [&shrink as &dyn Fn(&Path), &grow, &rewrite] {
            let (arrived, counted) = sent(&[7; 200_000], meddle).await;
            assert!(matches!(arrived, Err(Error::FileChanged { .. })), "{arrived:?}");
            assert!(counted < 200_000);
        }
    }

    #[tokio::test]
    async fn a_file_whose_name_is_gone_is_still_whole() {
        let remove = |path: &Path| std::fs::remove_file(path).expect("removed");
        assert_eq!(sent(&[7; 200_000], remove).await.0.expect("whole"), 200_000);
    }
}
