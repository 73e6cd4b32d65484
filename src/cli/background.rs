//! The program in the background that finishes exports, and how it gets there.
//!
//! It is this same program under a command that the help does not list. To be out of the terminal's
//! reach it must lead a session of its own, which the leader of a process group cannot begin. So it
//! is started in two steps: the first runs in a group of its own, where the end of the terminal does
//! not find it, starts the second, and is gone.

use std::ffi::OsString;
use std::process::{Command, ExitCode, Stdio};

use tokio_util::sync::CancellationToken;

use crate::language::{Language, Problem};
use crate::link::{self, Background, JobId, SessionChoice};
use crate::terminal::Signals;

use super::args::Common;
use super::json;
use super::setup::Setup;

/// The command that the help does not list.
pub(super) const COMMAND: &str = "finish-exports";
/// Says that it is the second step.
const DETACHED: &str = "--detached";

/// How it is begun; none where this program does not know its own file.
pub(super) fn program(common: &Common) -> Option<Background> {
    let program = std::env::current_exe().ok()?;
    // What the environment says of a backend is meant for the program in front.
    let mut arguments: Vec<OsString> =
        [COMMAND, "--backend", "studio"].map(OsString::from).to_vec();
    if let Some(config) = common.config.as_ref().filter(|path| !path.is_empty()) {
        arguments.extend(["--config".into(), config.into()]);
    }
    Some(Background { program, arguments })
}

/// The first step: the same once more, and no longer as the leader of a group.
pub(super) fn begin() -> Result<ExitCode, Problem> {
    let failed = |error: std::io::Error| Problem::NotWritable {
        path: "the program in the background".into(),
        reason: error.to_string(),
    };
    let program = std::env::current_exe().map_err(failed)?;
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).arg(DETACHED);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map_err(failed)?;
    Ok(ExitCode::SUCCESS)
}

/// The second step: a session of its own. Before anything else is done.
pub(super) fn detach() {
    if let Err(error) = nix::unistd::setsid() {
        tracing::info!(%error, "no session of its own");
    }
}

/// The work itself.
pub(super) async fn finish(setup: &Setup, ids: Vec<String>) -> Result<(), Problem> {
    let mut signals = Signals::listen().map_err(|_| Problem::Interrupted)?;
    let leave = CancellationToken::new();
    let jobs = ids.into_iter().map(JobId).collect();
    let work = link::finish_exports(setup.link(SessionChoice::New), jobs, leave.clone());
    tokio::pin!(work);
    tokio::select! {
        done = &mut work => done,
        _ = signals.next() => {
            leave.cancel();
            work.await
        }
    }
}

/// After the program in front has ended: what it left unfinished goes on, and that is said.
pub(super) fn go_on(setup: &Setup) {
    let Some(background) = program(&setup.common) else { return };
    match link::take_up_left_exports(&setup.places, &background) {
        Ok(left) if left.is_empty() => {}
        Ok(left) => {
            let line = goes_on(setup.language, left.len());
            setup.printer().say(line, Some(&json::notice(line)));
        }
        Err(problem) => tracing::warn!(?problem, "left exports do not go on"),
    }
}

fn goes_on(language: Language, count: usize) -> &'static str {
    match (language, count) {
        (Language::English, 1) => "The export goes on in the background; `cutroom jobs` shows it.",
        (Language::English, _) => "The exports go on in the background; `cutroom jobs` shows them.",
        (Language::Chinese, _) => "导出正在后台继续，可用 `cutroom jobs` 查看。",
    }
}
