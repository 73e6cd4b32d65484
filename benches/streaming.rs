//! An answer that streams, for measurements.
//!
//! `cargo bench --bench streaming -- COMMAND...` starts a server of the contract on this machine whose
//! agent answers every message with 2,000 tokens at 100 a second, runs the command with the variables
//! that `suite.json` speaks of, and ends with it. A `CUTROOM` that is set names another program to
//! measure. The server is a process of its own, so that what it costs is not counted as the editor's.

#![allow(clippy::unwrap_used, reason = "a measurement ends where it fails")]

#[path = "../tests/link/server.rs"]
mod server;

use std::process::Command;
use std::time::Duration;

use server::{Server, Step, Turn, text};

const TOKENS: u32 = 2_000;
const APART: Duration = Duration::from_millis(10);
/// More than any suite sends.
const MESSAGES: usize = 200;
/// The last word of an answer, which comes nowhere before it.
const LAST: &str = " finis.";

/// Words of a length as people write them.
const WORDS: &[&str] = &[
    "the", " first", " part", " is", " a", " calm", " view", " over", " water", ", and", " then",
    " light", " comes", " in", " slowly", ".", " A", " boat", " turns", " near", " old", " houses",
    " while", " people", " walk", " along", " its", " harbour", ".", " Music", " stays", " low",
    ",", " so", " **every", " voice**", " is", " heard", ".", "\n\n",
];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut command = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let Some(program) = command.next() else { return };
    let server = Server::start().await;
    server.world().turns = (0..MESSAGES).map(|_| Turn::Stream(answer())).collect();
    let home = tempfile::tempdir().unwrap();
    let editor = std::env::var_os("CUTROOM").unwrap_or(env!("CARGO_BIN_EXE_cutroom").into());
    let mut run = Command::new(program);
    run.args(command)
        .env("CUTROOM", editor)
        .env("BENCH_HOME", home.path())
        .env("STREAM_URL", &server.address);
    let status = tokio::task::spawn_blocking(move || run.status().unwrap()).await.unwrap();
    std::process::exit(status.code().unwrap_or(1));
}

/// Each token at its own moment from the beginning on, so that a late one delays no other.
fn answer() -> Vec<Step> {
    let words = WORDS.iter().cycle().copied();
    let tokens = (1..TOKENS).zip(words).chain([(TOKENS, LAST)]);
    tokens.flat_map(|(number, word)| [Step::At(APART * number), text(word)]).collect()
}
