//! A run in the background whose output is used while it comes.
//!
//! It makes way for everything else on the machine, so it may take long; it is ended only when nothing
//! has come for too long. Dropping the future ends it too.

use std::ffi::OsString;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::time::timeout;

use super::launch::Priority;
use super::process::Group;
use super::reason::reason_of;
use super::watched::follow;
use super::{Error, Tool};

/// Runs ffmpeg to its end and hands on what it writes, piece by piece.
///
/// # Errors
/// Any of [`Error`], and when a piece is refused; the process group is gone by then.
pub(crate) async fn stream_gently(
    args: Vec<OsString>,
    silence: Duration,
    take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<(), Error> {
    let tool = Tool::Ffmpeg;
    let mut group = Group::spawn(tool, args, Priority::Idle)?;
    let (status, stderr) = follow(&mut group, |stdout| hand_on(stdout, silence, take)).await?;
    group.ended();
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { tool: tool.name(), reason: reason_of(status, &stderr) })
}

async fn hand_on(
    mut stdout: impl AsyncRead + Unpin,
    silence: Duration,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<(), Error> {
    let tool = Tool::Ffmpeg.name();
    let broken = |source| Error::Start { tool, source };
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = timeout(silence, stdout.read(&mut piece)).await;
        match read.map_err(|_| Error::Stalled { tool, silence })?.map_err(broken)? {
            0 => return Ok(()),
            count => take(&piece[..count]).map_err(broken)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_written_comes_whole_and_a_refusal_ends_the_run() {
        let args = |text: &str| text.split(' ').map(OsString::from).collect();
        let source = "-v error -f lavfi -i color=s=64x64:d=4 -f rawvideo -pix_fmt gray pipe:1";
        // On a busy machine what makes way for everything may wait for minutes.
        let long = Duration::from_secs(600);
        let mut bytes = 0;
        let counted = |piece: &[u8]| {
            bytes += piece.len();
            Ok(())
        };
        stream_gently(args(source), long, counted).await.unwrap();
        assert_eq!(bytes, 64 * 64 * 100);
        let refused = stream_gently(args(source), long, |_| Err(io::Error::other("full"))).await;
        assert!(matches!(refused, Err(Error::Start { .. })), "{refused:?}");
    }
}
