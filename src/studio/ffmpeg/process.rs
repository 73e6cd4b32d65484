//! One run of a tool, to its end or to its limit.

use std::ffi::OsString;
use std::io;
use std::process::Stdio;
use std::time::Duration;

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use tokio::process::{Child, Command};

use super::launch::{self, Priority};
use super::reason::{DISK_FULL, lacks, reason_of};

/// Which program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Decodes, filters, encodes.
    Ffmpeg,
    /// Looks into files.
    Ffprobe,
}

impl Tool {
    /// The name looked for on the path.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ffmpeg => "ffmpeg",
            Self::Ffprobe => "ffprobe",
        }
    }

    /// Tells the installed one from every other; empty where none is installed.
    pub(crate) fn identity(self) -> String {
        launch::identity(self.name()).unwrap_or_default()
    }
}

/// Why a run did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The program is not on the path.
    #[error("{0} is not installed")]
    Missing(&'static str),
    /// The program cannot be started.
    #[error("{tool} cannot be started")]
    Start {
        /// Which.
        tool: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The program said no.
    #[error("{tool} failed: {reason}")]
    Failed {
        /// Which.
        tool: &'static str,
        /// The line of its standard error that tells most.
        reason: String,
    },
    /// The program was put together without something that is needed: `filter xfade`.
    #[error("ffmpeg lacks the {0}")]
    Lacks(String),
    /// The program took longer than it may.
    #[error("{tool} did not end within {} s", limit.as_secs())]
    TimedOut {
        /// Which.
        tool: &'static str,
        /// The limit.
        limit: Duration,
    },
    /// The program runs on without getting any further.
    #[error("{tool} made no progress for {} s", silence.as_secs())]
    Stalled {
        /// Which.
        tool: &'static str,
        /// For how long nothing came.
        silence: Duration,
    },
}

impl Error {
    /// Whether the program is not there at all.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// What the program was built without, if that is why it failed: `filter xfade`.
    #[must_use]
    pub fn lacks(&self) -> Option<String> {
        match self {
            Self::Lacks(what) => Some(what.clone()),
            Self::Failed { reason, .. } => lacks(reason),
            _ => None,
        }
    }

    /// For how long nothing came, if it was ended because of that.
    #[must_use]
    pub const fn hung(&self) -> Option<Duration> {
        match self {
            Self::Stalled { silence, .. } => Some(*silence),
            Self::TimedOut { limit, .. } => Some(*limit),
            Self::Missing(_) | Self::Start { .. } | Self::Lacks(_) | Self::Failed { .. } => None,
        }
    }

    /// Whether the program found no room for its output.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Failed { reason, .. } if reason.contains(DISK_FULL))
    }
}

/// Runs a tool to its end and returns what it wrote to standard output.
///
/// # Errors
/// Any of [`Error`]; the process group is gone by then.
pub async fn output(tool: Tool, args: Vec<OsString>, limit: Duration) -> Result<Vec<u8>, Error> {
    let group = Group::spawn(tool, args, Priority::Normal)?;
    let name = tool.name();
    let output = match tokio::time::timeout(limit, group.wait_with_output()).await {
        Ok(output) => output.map_err(|source| Error::Start { tool: name, source })?,
        Err(_) => return Err(Error::TimedOut { tool: name, limit }),
    };
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Error::Failed { tool: name, reason: reason_of(output.status, &output.stderr) })
}

/// A child that leads a process group, which ends when this value goes.
pub(crate) struct Group {
    child: Option<Child>,
    leader: Option<Pid>,
}

impl Group {
    /// Starts a tool with all three standard streams out of the terminal's reach.
    pub(crate) fn spawn(
        tool: Tool,
        args: Vec<OsString>,
        priority: Priority,
    ) -> Result<Self, Error> {
        Self::started(launch::command(tool.name(), priority), tool, args, Stdio::null())
    }

    /// The same with a standard input that is to be written.
    pub(crate) fn spawn_reading(tool: Tool, args: Vec<OsString>) -> Result<Self, Error> {
        let command = launch::command(tool.name(), Priority::Normal);
        Self::started(command, tool, args, Stdio::piped())
    }

    fn started(
        command: Option<Command>,
        tool: Tool,
        args: Vec<OsString>,
        input: Stdio,
    ) -> Result<Self, Error> {
        let spawned = command
            .ok_or(Error::Missing(tool.name()))?
            .args(args)
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .spawn();
        let child = spawned.map_err(|source| Error::Start { tool: tool.name(), source })?;
        let leader = child.id().and_then(|id| i32::try_from(id).ok()).map(Pid::from_raw);
        Ok(Self { child: Some(child), leader })
    }

    /// The child, to read its streams and to wait for it.
    pub(crate) fn child(&mut self) -> Option<&mut Child> {
        self.child.as_mut()
    }

    async fn wait_with_output(mut self) -> io::Result<std::process::Output> {
        let Some(child) = self.child.take() else {
            return Err(io::Error::other("the child was waited for already"));
        };
        let output = child.wait_with_output().await?;
        self.leader = None;
        Ok(output)
    }

    /// Says that the child has ended by itself and been waited for, so that nothing is killed.
    pub(crate) fn ended(&mut self) {
        self.leader = None;
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(leader) = self.leader {
            // It may have ended meanwhile; then there is nobody left to tell.
            let _ = killpg(leader, Signal::SIGKILL);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run that would take an hour.
    fn endless() -> Vec<OsString> {
        let source = ["-v", "error", "-re", "-f", "lavfi", "-i", "anullsrc=d=3600"];
        source.into_iter().chain(["-f", "null", "-"]).map(OsString::from).collect()
    }

    /// Waits until a process is gone or only waits to be buried.
    async fn ended(pid: Pid) {
        let is_running = || {
            let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            !matches!(
                status.rsplit(") ").next().and_then(|rest| rest.chars().next()),
                None | Some('Z')
            )
        };
        while is_running() {
            tokio::task::yield_now().await;
        }
    }

    async fn assert_ends(pid: Pid) {
        let limit = Duration::from_secs(10);
        tokio::time::timeout(limit, ended(pid)).await.expect("it runs on without its owner");
    }

    #[tokio::test]
    async fn a_tool_ends_when_its_group_is_dropped() {
        let group = Group::spawn(Tool::Ffmpeg, endless(), Priority::Normal).unwrap();
        let pid = group.leader.unwrap();
        drop(group);
        assert_ends(pid).await;
    }

    #[tokio::test]
    async fn a_tool_ends_with_its_owner_even_when_nothing_is_dropped() {
        let owner = std::thread::spawn(|| {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let group = runtime.block_on(async {
                Group::spawn(Tool::Ffmpeg, endless(), Priority::Normal).unwrap()
            });
            let pid = group.leader.unwrap();
            // The kernel is asked before ffmpeg takes the place of its keeper.
            let name = || std::fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
            while name().trim() != "ffmpeg" {
                std::thread::yield_now();
            }
            // The owner ends as if killed: no destructor runs.
            std::mem::forget((group, runtime));
            pid
        });
        assert_ends(owner.join().unwrap()).await;
    }

    #[tokio::test]
    async fn a_run_that_takes_too_long_is_ended() {
        let limit = Duration::from_millis(300);
        let refused = output(Tool::Ffmpeg, endless(), limit).await;
        assert!(matches!(refused, Err(Error::TimedOut { .. })), "{refused:?}");
    }

    #[tokio::test]
    async fn what_a_tool_complains_of_is_the_reason() {
        let args = ["-v", "error", "/no/such/file"].map(OsString::from).to_vec();
        let refused = output(Tool::Ffprobe, args, Duration::from_secs(20)).await;
        let Err(Error::Failed { reason, .. }) = refused else { panic!("{refused:?}") };
        assert!(reason.contains("No such file"), "{reason}");
    }
}
