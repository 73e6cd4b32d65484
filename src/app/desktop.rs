//! Handing things to other programs: a file to the desktop's own, a text to tmux.

use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::terminal::Tmux;

use super::Msg;

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

/// Hands a text to tmux for its buffer and, by `-w`, for the clipboard of the terminal around it. A tmux
/// before 3.2 does not know that, and refuses.
pub(super) fn hand_to_tmux(tmux: &Path, text: &str) -> bool {
    match load_buffer(tmux, text) {
        Ok(taken) => taken,
        Err(error) => {
            tracing::info!(%error, "tmux cannot be handed a text");
            false
        }
    }
}

fn load_buffer(tmux: &Path, text: &str) -> io::Result<bool> {
    let mut command = Command::new(tmux);
    command.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?;
    // Its input ends when it is dropped, here at once.
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let status = child.wait()?;
    Ok(written.is_ok() && status.success())
}

/// Asks tmux what it can do and where it shows this program.
pub(super) fn ask_tmux() -> Msg {
    Msg::Tmux(told_by(Path::new("tmux")))
}

fn told_by(tmux: &Path) -> Option<Tmux> {
    let mut command = Command::new(tmux);
    command.args(["display-message", "-p"]);
    if let Some(pane) = std::env::var_os("TMUX_PANE") {
        command.arg("-t").arg(pane);
    }
    let told = command.arg(Tmux::QUESTION).stdin(Stdio::null()).process_group(0).output();
    match told {
        Ok(told) if told.status.success() => Tmux::read(&String::from_utf8_lossy(&told.stdout)),
        Ok(_) => None,
        Err(error) => {
            tracing::info!(%error, "tmux cannot be asked");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn tmux_is_handed_the_text_or_it_is_told_that_it_was_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let (tmux, taken) = (folder.path().join("tmux"), folder.path().join("taken"));
        let script =
            format!("#!/bin/sh\n[ \"$*\" = 'load-buffer -w -' ] && cat > {}\n", taken.display());
        assert!(!hand_to_tmux(&tmux, "a"), "there is none");
        // Written by another process: what this one has open for writing cannot be started.
        let mut write = Command::new("sh");
        write.args(["-c", "printf %s \"$0\" > \"$1\" && chmod +x \"$1\"", &script]).arg(&tmux);
        assert!(write.status().expect("sh runs").success());
        assert!(hand_to_tmux(&tmux, "日落\n"));
        assert_eq!(fs::read_to_string(&taken).expect("taken"), "日落\n");
        assert!(!hand_to_tmux(Path::new("false"), "a"), "an old one refuses");
    }

    #[test]
    fn what_tmux_tells_is_read_and_its_silence_is_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let tmux = folder.path().join("tmux");
        let script = "#!/bin/sh\nprintf '1\\tkitty(0.36)\\t9\\t18\\t4\\t0\\ton\\tbottom\\n'\n";
        let mut write = Command::new("sh");
        write.args(["-c", "printf %s \"$0\" > \"$1\" && chmod +x \"$1\"", script]).arg(&tmux);
        assert!(write.status().expect("sh runs").success());
        let told = told_by(&tmux).expect("a line");
        assert_eq!((told.terminal.as_str(), told.passage.left), ("kitty(0.36)", 4));
        assert_eq!(told_by(Path::new("false")), None);
        assert_eq!(told_by(&folder.path().join("none")), None);
    }
}
