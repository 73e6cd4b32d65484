//! Opening a file with the desktop's own program.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Hands a file to the desktop's own program. Without a display nobody would see it.
pub(super) fn open(path: &Path) -> bool {
    let mac = cfg!(target_os = "macos");
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !mac && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return false;
    }
    let mut command = Command::new(if mac { "open" } else { "xdg-open" });
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A group of its own: Ctrl-C in this terminal is not meant for it.
    match command.process_group(0).status() {
        Ok(status) => status.success(),
        Err(error) => {
            tracing::info!(%error, "no program opens files here");
            false
        }
    }
}
