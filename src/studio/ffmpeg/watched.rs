//! A long run of ffmpeg, with its progress read as it goes.
//!
//! The run ends by itself, by its limit, or because it has said nothing new for too long. Dropping
//! the future ends it too; that is how a render is cancelled.

use std::ffi::OsString;
use std::process::ExitStatus;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{ChildStderr, ChildStdout};
use tokio::time::timeout;

use super::launch::Priority;
use super::process::Group;
use super::reason::reason_of;
use super::{Error, Progress, Tool};

/// How long a run may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// In all.
    pub(crate) total: Duration,
    /// Without getting any further.
    pub(crate) silence: Duration,
}

/// Runs ffmpeg to its end, and returns what it complained of all the same. Arguments are the caller's own; what makes it tell its progress is added.
///
/// # Errors
/// Any of [`Error`]; the process group is gone by then.
pub(crate) async fn run_watched(
    args: Vec<OsString>,
    limits: Limits,
    on_progress: impl FnMut(Progress),
) -> Result<String, Error> {
    run_watched_at(Priority::Normal, args, limits, on_progress).await
}

/// The same for a run that may stand back behind others.
///
/// # Errors
/// As [`run_watched`].
pub(crate) async fn run_watched_at(
    priority: Priority,
    args: Vec<OsString>,
    limits: Limits,
    on_progress: impl FnMut(Progress),
) -> Result<String, Error> {
    watch(Group::spawn(Tool::Ffmpeg, telling(args), priority)?, limits, on_progress).await
}

/// A run of ffmpeg that waits for its standard input, so that it has been loaded when there is something to read.
pub(crate) struct Ahead(Group);

impl Ahead {
    /// Starts it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn start(args: Vec<OsString>) -> Result<Self, Error> {
        Group::spawn_reading(Tool::Ffmpeg, telling(args)).map(Self)
    }

    /// Gives it all that it is to read, and goes on as [`run_watched`] does.
    ///
    /// # Errors
    /// Any of [`Error`]; the process group is gone by then.
    pub(crate) async fn run(
        mut self,
        input: &[u8],
        limits: Limits,
        on_progress: impl FnMut(Progress),
    ) -> Result<String, Error> {
        let stdin = self.0.child().and_then(|child| child.stdin.take());
        if let Some(mut stdin) = stdin {
            let written = timeout(limits.silence, stdin.write_all(input)).await;
            // One that has ended without reading tells why by itself.
            written.map_err(|_| stalled(limits.silence))?.ok();
        }
        watch(self.0, limits, on_progress).await
    }
}

async fn watch(
    mut group: Group,
    limits: Limits,
    on_progress: impl FnMut(Progress),
) -> Result<String, Error> {
    let tool = Tool::Ffmpeg;
    let timed_out = Error::TimedOut { tool: tool.name(), limit: limits.total };
    let listening = |stdout| listen(stdout, limits.silence, on_progress);
    let ended = timeout(limits.total, follow(&mut group, listening)).await;
    let (status, stderr) = ended.map_err(|_| timed_out)??;
    group.ended();
    if status.success() {
        return Ok(String::from_utf8_lossy(&stderr).into_owned());
    }
    Err(Error::Failed { tool: tool.name(), reason: reason_of(status, &stderr) })
}

fn telling(args: Vec<OsString>) -> Vec<OsString> {
    let first = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"];
    let progress = ["-progress", "pipe:1", "-stats_period", "0.25"];
    first.into_iter().chain(progress).map(OsString::from).chain(args).collect()
}

/// Reads what a run writes until it ends; its last words, if it complained.
pub(super) async fn follow<Reading: Future<Output = Result<(), Error>>>(
    group: &mut Group,
    read: impl FnOnce(ChildStdout) -> Reading,
) -> Result<(ExitStatus, Vec<u8>), Error> {
    let tool = Tool::Ffmpeg.name();
    let broken = |source| Error::Start { tool, source };
    let lost = || broken(std::io::Error::other("its streams are gone"));
    let child = group.child().ok_or_else(lost)?;
    let stdout = child.stdout.take().ok_or_else(lost)?;
    let stderr = child.stderr.take().ok_or_else(lost)?;
    let said = async { Ok(last_words(stderr).await) };
    let ((), said) = tokio::try_join!(read(stdout), said)?;
    let status = child.wait().await.map_err(broken)?;
    Ok((status, said))
}

/// Reads progress until ffmpeg closes the stream, which it does when it ends.
async fn listen(
    stdout: ChildStdout,
    silence: Duration,
    mut on_progress: impl FnMut(Progress),
) -> Result<(), Error> {
    let mut lines = BufReader::new(stdout).lines();
    let mut progress = Progress::default();
    loop {
        let news = timeout(silence, next_news(&mut lines, &mut progress)).await;
        match news {
            Ok(true) => on_progress(progress),
            Ok(false) => return Ok(()),
            Err(_) => return Err(stalled(silence)),
        }
    }
}

fn stalled(silence: Duration) -> Error {
    Error::Stalled { tool: Tool::Ffmpeg.name(), silence }
}

/// Waits until something new was told; false when there will be nothing more.
async fn next_news<R: AsyncRead + Unpin>(
    lines: &mut tokio::io::Lines<BufReader<R>>,
    progress: &mut Progress,
) -> bool {
    while let Ok(Some(line)) = lines.next_line().await {
        if progress.take(&line) {
            return true;
        }
    }
    false
}

/// Keeps the end of what was complained; a broken file can complain for megabytes.
async fn last_words(mut stderr: ChildStderr) -> Vec<u8> {
    const KEPT: usize = 16 * 1024;
    let mut said = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = stderr.read(&mut piece).await {
        said.extend_from_slice(&piece[..count]);
        said.drain(..said.len().saturating_sub(KEPT));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    const LONG: Duration = Duration::from_secs(30);

    #[tokio::test]
    async fn what_was_started_ahead_reads_when_it_is_told_to() {
        let long = Duration::from_secs(30);
        let limits = Limits { total: long, silence: long };
        let ahead = || Ahead::start(args("-f s16le -ar 8000 -i pipe:0 -f null -")).unwrap();
        let mut micros = 0;
        ahead().run(&[0; 16_000], limits, |told| micros = told.micros).await.unwrap();
        assert_eq!(micros, 1_000_000);
        let refused = Ahead::start(args("-i pipe:0 -f no_such_format -")).unwrap();
        let refused = refused.run(&[0; 1 << 20], limits, |_| {}).await;
        assert!(matches!(refused, Err(Error::Failed { .. })), "{refused:?}");
    }

    #[tokio::test]
    async fn progress_is_ffmpegs_own() {
        let mut told = Vec::new();
        let run = args("-f lavfi -i color=s=64x64:r=25:d=2 -f null -");
        run_watched(run, Limits { total: LONG, silence: LONG }, |one| told.push(one))
            .await
            .unwrap();
        assert_eq!(told.last(), Some(&Progress { frames: 50, micros: 2_000_000 }));
    }

    #[tokio::test]
    async fn a_run_that_gets_no_further_is_ended() {
        let run = args("-re -f lavfi -i color=r=1/3600 -f null -");
        let limits = Limits { total: LONG, silence: Duration::from_millis(700) };
        let refused = run_watched(run, limits, |_| {}).await;
        assert!(matches!(refused, Err(Error::Stalled { .. })), "{refused:?}");
    }
}
