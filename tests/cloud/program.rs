//! The program, pointed at a scripted server.

use std::process::{Command, Output};

use serde_json::Value;

use crate::server::Server;
use crate::support::World;

/// In whose name it asks.
#[derive(Clone, Copy, PartialEq)]
pub enum Who<'a> {
    /// With this token.
    Token(&'a str),
    /// With none.
    Anonymous,
}

/// The program with its waits made short.
pub fn cutroom(world: &World, server: &Server, who: Who<'_>, arguments: &[&str]) -> Command {
    let mut command = world.cutroom(arguments);
    command
        .env("NEMO_API_URL", &server.address)
        .env("NEMO_WEB_URL", "https://web.example")
        .env("CUTROOM_TIMING_SCALE", "0.001")
        .env("CUTROOM_TIMING_REQUEST_LIMIT", "20000");
    if let Who::Token(token) = who {
        command.env("NEMO_TOKEN", token);
    }
    command
}

/// Runs to the end, while the server goes on serving.
pub async fn run(mut command: Command) -> Output {
    let running = tokio::task::spawn_blocking(move || command.output());
    running.await.expect("a thread").expect("the program starts")
}

pub fn events(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A picture with nothing in it, padded to this size.
pub fn picture(world: &World, name: &str, size: usize) {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
    png.resize(size.max(png.len()), 0);
    std::fs::write(world.path(name), png).expect("ours");
}
