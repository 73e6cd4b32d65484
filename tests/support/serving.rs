//! `cutroom serve` as a process of its own, and a look into its ledger.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::World;

/// The token that the server asks for, and that its ledger takes.
pub const TOKEN: &str = "nmv_usr_e2e";

/// A running server; it ends with this.
pub struct Serving {
    process: Child,
    pub url: String,
    _world: World,
}

impl Serving {
    /// Starts one in a world of its own, misbehaving as the list says.
    pub fn chaos(list: &str, seed: u64) -> Self {
        Self::with(&["--chaos", list, "--chaos-seed", &seed.to_string()])
    }

    pub fn with(arguments: &[&str]) -> Self {
        let world = World::new();
        let arguments = [&["serve", "--json"], arguments].concat();
        let mut process = world
            .cutroom(&arguments)
            .env("NEMO_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = process.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let event: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line}"));
        let url = event["url"].as_str().expect("an address").to_owned();
        Self { process, url, _world: world }
    }

    /// The program in this world, driving this server with its token.
    pub fn client(&self, world: &World, arguments: &[&str]) -> Command {
        let mut command = world.cutroom(arguments);
        command.args(["--backend", &self.url]).env("NEMO_TOKEN", TOKEN);
        command.env("CUTROOM_TIMING_SCALE", "0.01");
        command
    }

    /// What came in and what went wrong.
    pub fn ledger(&self) -> Value {
        let host = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).expect("it listens");
        let request = format!(
            "GET /chaos HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {TOKEN}\r\n\
             Connection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
        serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}"))
    }

    /// How often a message came in, and how often it reached the agent.
    pub fn heard(&self, text: &str) -> (usize, usize) {
        let ledger = self.ledger();
        let messages = ledger["messages"].as_array().cloned().unwrap_or_default();
        let same: Vec<Value> =
            messages.into_iter().filter(|message| message["text"] == text).collect();
        (same.len(), same.iter().filter(|message| message["reached"] == true).count())
    }

    /// Whether a fault happened.
    pub fn happened(&self, fault: &str) -> bool {
        let ledger = self.ledger();
        let happened = ledger["happened"].as_array().cloned().unwrap_or_default();
        happened.iter().any(|entry| {
            entry["fault"].as_str().is_some_and(|name| name.split('=').next() == Some(fault))
        })
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
