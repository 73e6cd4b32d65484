//! How a tool is started so that it cannot outlive its owner.
//!
//! A killed owner runs no destructors. Where util-linux is installed, its `setpriv` asks the kernel
//! to kill the tool when the thread that started it ends; elsewhere, and for the first millisecond of
//! a run, only the destructors help. The
//! thread counts, not the process: tools are started from the runtime's own threads, which live as
//! long as the runtime, never from one of its short-lived blocking threads.

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command as SyncCommand, Stdio};
use std::sync::OnceLock;

use tokio::process::Command;

/// How a run stands to what else runs on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Priority {
    /// As all programs do.
    Normal,
    /// It has a third of what another one has, where both want the same core: for work that is waited for
    /// less than what runs beside it.
    Low,
    /// It takes only what nobody else wants.
    Idle,
}

impl Priority {
    const fn niceness(self) -> Option<&'static str> {
        match self {
            Self::Normal => None,
            Self::Low => Some("5"),
            Self::Idle => Some("19"),
        }
    }
}

/// The command that starts a program, or none where the program is not on the path.
pub(super) fn command(name: &str, priority: Priority) -> Option<Command> {
    let mut words: Vec<OsString> = Vec::new();
    if let Some(niceness) = priority.niceness()
        && let Some(nice) = find("nice")
    {
        words.extend([nice.into(), "-n".into(), niceness.into()]);
    }
    if let Some(keeper) = keeper() {
        words.push(keeper.into());
        words.extend(KEEP.map(OsString::from));
    }
    words.push(find(name)?.into());
    let mut words = words.into_iter();
    let mut command = Command::new(words.next()?);
    command.args(words).envs(MEMORY);
    Some(command)
}

/// With this glibc asks for memory in large pages. Pictures come and go, three megabytes each, and the
/// system clears and enters each page of them every time: a thirtieth of an encoder's time. To keep
/// all memory instead, as thresholds of malloc would, is as quick but takes more of it.
const MEMORY: [(&str, &str); 1] = [("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")];

const KEEP: [&str; 2] = ["--pdeathsig", "KILL"];

/// `setpriv`, where it is there and knows what is asked of it; tried out once.
fn keeper() -> Option<&'static Path> {
    static KEEPER: OnceLock<Option<PathBuf>> = OnceLock::new();
    KEEPER.get_or_init(|| find("setpriv").filter(|path| works(path))).as_deref()
}

fn works(keeper: &Path) -> bool {
    let Some(nothing) = find("true") else { return false };
    let mut command = SyncCommand::new(keeper);
    command.args(KEEP).arg(nothing);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Which program would be started: another path, size or date is another program.
pub(super) fn identity(name: &str) -> Option<String> {
    let path = find(name)?;
    let facts = path.metadata().ok()?;
    let changed = facts.modified().ok()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Some(format!("{} {} {}", path.display(), facts.len(), changed.as_secs()))
}

/// Where a program lies, by the search path.
///
/// Looked up anew each time, so that a tool installed meanwhile is found without a restart.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    file.metadata().is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}
