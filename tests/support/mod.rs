//! What the end-to-end tests share: a home of their own, media made on the spot, the program run
//! without a screen, and looking into finished films.

#![allow(dead_code, reason = "each test program uses its own part")]

pub mod film;
pub mod serving;
pub mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder that is the whole world of one test: home, media, results.
pub struct World {
    folder: tempfile::TempDir,
}

impl World {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("out")).expect("the folder is ours");
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A picture of one colour, so that frames can be told apart.
    pub fn picture(&self, name: &str, color: &str, size: &str) -> PathBuf {
        let path = self.path(name);
        ffmpeg(&["-f", "lavfi", "-i", &format!("color={color}:s={size}"), "-frames:v", "1"], &path);
        path
    }

    /// A moving clip with a tone.
    pub fn clip(&self, name: &str, seconds: u32) -> PathBuf {
        let path = self.path(name);
        let picture = format!("testsrc2=s=320x180:r=30:d={seconds}");
        let sound = format!("sine=f=440:d={seconds}");
        ffmpeg(
            &["-f", "lavfi", "-i", &picture, "-f", "lavfi", "-i", &sound, "-pix_fmt", "yuv420p"],
            &path,
        );
        path
    }

    /// The program with this world as its home, in English, on quick waits.
    pub fn cutroom(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cutroom"));
        command.args(arguments).current_dir(self.folder.path());
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for name in HIDDEN {
            command.env_remove(name);
        }
        command
    }

    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("CUTROOM_HOME", self.path("home").display().to_string()),
            ("CUTROOM_TIMING_SCALE", "0.2".into()),
            ("CUTROOM_OUTPUT_DIR", self.path("out").display().to_string()),
            ("LC_ALL", "C.UTF-8".into()),
            // They come and go with what a test does.
            ("CUTROOM_SCREEN_HINTS", "false".into()),
        ]
    }

    /// Runs to the end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran(self.cutroom(arguments).output().expect("the program starts"))
    }
}

/// Variables of whoever runs the tests that would change what the program does.
pub const HIDDEN: &[&str] = &[
    "NEMO_TOKEN",
    "NEMO_API_URL",
    "NEMO_WEB_URL",
    "NEMO_CLIENT_ID",
    "SKILL_SOURCE",
    "NO_COLOR",
    "COLORTERM",
    "COLORFGBG",
    "TMUX",
    "STY",
    "TERM_PROGRAM_VERSION",
    "TERM_PROGRAM",
    "LC_TERMINAL",
    "KONSOLE_VERSION",
    "ConEmuANSI",
    "WT_SESSION",
];

/// How a run ended.
pub struct Ran(Output);

impl Ran {
    pub fn of(output: Output) -> Self {
        Self(output)
    }

    pub fn code(&self) -> i32 {
        self.0.status.code().unwrap_or(-1)
    }

    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    /// The lines of `--json`.
    pub fn events(&self) -> Vec<Value> {
        let text = self.stdout();
        let parse = |line: &str| {
            serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}\n{text}"))
        };
        text.lines().map(parse).collect()
    }

    /// The last event of a name.
    pub fn event(&self, name: &str) -> Value {
        let events = self.events();
        let found = events.iter().rev().find(|event| event["event"] == name);
        found.cloned().unwrap_or_else(|| panic!("no {name} in {events:#?}\n{}", self.stderr()))
    }

    #[track_caller]
    pub fn assert_code(&self, code: i32) -> &Self {
        assert_eq!(self.code(), code, "\n{}\n{}", self.stdout(), self.stderr());
        self
    }
}

fn ffmpeg(arguments: &[&str], path: &Path) {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y"]).args(arguments).arg(path);
    let output = command.output().expect("the tests need ffmpeg: install it with .ci/install");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
