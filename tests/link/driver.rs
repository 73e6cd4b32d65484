//! Drives a link as the editor does, and waits for what it tells.

use std::path::PathBuf;
use std::time::Duration;

use cutroom::language::Language;
use cutroom::link::{
    self, Backend, Command, Consent, Link, LinkSettings, SessionChoice, TurnId, Update,
};
use cutroom::store::{Places, Profile, Timing};
use cutroom::studio::server::Machine;
use tempfile::TempDir;
use url::Url;

use super::server::Server;

/// Longer than anything here takes on a slow machine; reached only where a test fails.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// A home of its own.
pub struct Home {
    pub folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn places(&self) -> Places {
        Places::of_user(Some(self.folder.path().join("home"))).expect("a home")
    }

    /// A file with this content.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    /// A small picture, padded to this size.
    pub fn picture(&self, name: &str, size: usize) -> PathBuf {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
        png.resize(size.max(png.len()), 0);
        // Two pictures of different names are different pictures, where there is room to say so.
        let mark = name.as_bytes();
        if let Some(place) = png.len().checked_sub(mark.len()).filter(|place| *place >= 29) {
            png[place..].copy_from_slice(mark);
        }
        self.file(name, &png)
    }
}

/// Every wait a thousandth of what it is, except those that a loaded machine may need.
pub fn timing() -> Timing {
    Timing {
        scale: 0.001,
        request_limit: 15_000.0,
        still_working: 60_000.0,
        heartbeats_only: 60_000.0,
        turn_limit: 60_000.0,
        render_slow: 60_000.0,
        ..Timing::default()
    }
}

pub fn settings(home: &Home, server: &Server, session: SessionChoice) -> LinkSettings {
    LinkSettings {
        backend: Backend::Remote {
            name: "cloud".into(),
            url: Url::parse(&server.address).expect("an address"),
            web: Url::parse("https://web.example").expect("an address"),
            token: Some("nmv_usr_mine".into()),
        },
        session,
        profile: Profile {
            name: "video-maker".into(),
            version: "1.0.0".into(),
            platform: "unknown".into(),
            title: "Video Maker".into(),
            upload_limit: 1_000_000,
            formats: Vec::new(),
            typical_wait: String::new(),
            prompts: Vec::new(),
            tip: String::new(),
        },
        places: home.places(),
        timing: timing(),
        language: Language::English,
        consent: Consent::Given,
        client_id: None,
        background: None,
        model: None,
        machine: Machine::default(),
        clock: link::now,
    }
}

/// A link and everything it has told.
pub struct Driver {
    link: Link,
    pub told: Vec<Update>,
}

impl Driver {
    pub fn start(settings: LinkSettings) -> Self {
        Self { link: link::spawn(settings), told: Vec::new() }
    }

    /// A link with a new session.
    pub async fn open(home: &Home, server: &Server) -> Self {
        let mut driver = Self::start(settings(home, server, SessionChoice::New));
        driver.opened().await;
        driver
    }

    pub async fn tell(&self, command: Command) {
        self.link.commands.send(command).await.expect("a link");
    }

    pub async fn say(&self, turn: u64, text: &str) {
        self.tell(Command::Say { turn: TurnId(turn), text: text.into() }).await;
    }

    /// The next update that fits; those before it are kept in `told`.
    pub async fn until(&mut self, what: &str, fits: impl Fn(&Update) -> bool) -> Update {
        let waiting = async {
            while let Some(update) = self.link.updates.recv().await {
                self.told.push(update.clone());
                if fits(&update) {
                    return Some(update);
                }
            }
            None
        };
        match tokio::time::timeout(DEADLINE, waiting).await {
            Ok(Some(update)) => update,
            _ => panic!("waited for {what}, was told {:#?}", self.told),
        }
    }

    /// The same, where it may have been told already.
    pub async fn once(&mut self, what: &str, fits: impl Fn(&Update) -> bool) {
        if !self.told.iter().any(&fits) {
            self.until(what, fits).await;
        }
    }

    pub async fn opened(&mut self) -> cutroom::link::Restored {
        match self.until("an open session", |update| matches!(update, Update::Opened(_))).await {
            Update::Opened(restored) => *restored,
            _ => unreachable!(),
        }
    }

    pub async fn turn_ended(&mut self, turn: u64) -> cutroom::link::TurnEnd {
        let ended = |update: &Update| matches!(update, Update::TurnEnded(id, _) if id.0 == turn);
        match self.until("the turn's end", ended).await {
            Update::TurnEnded(_, end) => end,
            _ => unreachable!(),
        }
    }

    /// The next job that is over.
    pub async fn job_ended(&mut self) -> cutroom::link::JobView {
        let over = |update: &Update| matches!(update, Update::Job(job) if job.state.is_over());
        match self.until("a job's end", over).await {
            Update::Job(job) => job,
            _ => unreachable!(),
        }
    }

    /// The words of a turn so far.
    pub fn words(&self, turn: u64) -> String {
        let words = self.told.iter().filter_map(|update| match update {
            Update::TurnText(id, words) if id.0 == turn => Some(words.as_str()),
            _ => None,
        });
        words.collect()
    }

    pub fn notices(&self) -> Vec<&str> {
        let notices = self.told.iter().filter_map(|update| match update {
            Update::Notice(words) => Some(words.as_str()),
            _ => None,
        });
        notices.collect()
    }

    /// How the turns stood, line by line.
    pub fn statuses(&self) -> Vec<&str> {
        let statuses = self.told.iter().filter_map(|update| match update {
            Update::TurnStatus(_, words) => Some(words.as_str()),
            _ => None,
        });
        statuses.collect()
    }

    /// Ends as a crash does: without a goodbye, whatever was going on.
    pub async fn crash(self) {
        self.link.task.abort();
        // It was cancelled, which is what is wanted.
        let _ = self.link.task.await;
    }

    /// Leaves, and tells how long that took.
    pub async fn leave(mut self) -> Duration {
        let began = std::time::Instant::now();
        self.tell(Command::Leave).await;
        self.until("the end", |update| *update == Update::Left).await;
        self.link.task.await.expect("a task that ends well");
        began.elapsed()
    }
}
