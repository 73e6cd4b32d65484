//! The editor's state between a person's keys and the studio's agent, without terminal or server.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use ratatui::layout::Size;

use cutroom::api::wire::MediaKind;
use cutroom::app::{
    Backends, Body, Effect, Focus, Hints, Look, Msg, Now, Pending, Setup, State, update,
};
use cutroom::draft::{Draft, Millis};
use cutroom::language::Language;
use cutroom::link::{
    Command, LeftOver, Marks, MediaItem, Restored, SessionInfo, TurnEnd, TurnId, Update,
};
use cutroom::store::Profile;
use cutroom::studio::agent::{Scene, take_turn};
use cutroom::studio::media::Media;

type Change = Box<dyn Fn(&mut Draft)>;

pub struct Rig {
    pub state: State,
    /// Every sentence that went out.
    pub said: Vec<String>,
    scene: Scene,
    now: Duration,
    /// Turns that nobody has answered yet.
    open: Vec<(TurnId, String)>,
    holds: bool,
    other: Option<Change>,
}

impl Rig {
    pub fn new(language: Language, draft: Draft) -> Self {
        let media = ["A", "B", "C"].map(picture_file).into_iter().chain([song()]).collect();
        let scene = Scene { draft: draft.clone(), media, language, ..Scene::default() };
        let mut rig = Self {
            state: State::new(setup(language)),
            said: Vec::new(),
            scene,
            now: Duration::from_secs(1),
            open: Vec::new(),
            holds: false,
            other: None,
        };
        rig.take(Msg::Link(Update::Opened(Box::new(restored(draft)))));
        rig.state.focus = Focus::Timeline;
        rig
    }

    /// From here on turns wait for [`Self::answer`].
    pub fn hold_answers(&mut self) {
        self.holds = true;
    }

    pub fn answer(&mut self) {
        self.holds = false;
        self.settle();
    }

    /// Somebody else than the studio's agent has the film.
    pub fn somebody_else_answers(&mut self, change: impl Fn(&mut Draft) + 'static) {
        self.other = Some(Box::new(change));
    }

    /// Says a sentence in the chat.
    pub fn say(&mut self, words: &str) {
        self.state.focus = Focus::Message;
        words.chars().for_each(|letter| self.take(Msg::Key(KeyCode::Char(letter).into())));
        self.take(Msg::Key(KeyCode::Enter.into()));
        self.state.focus = Focus::Timeline;
    }

    /// A film is polled while turns run.
    pub fn comes(&mut self, draft: Draft) {
        self.take(Msg::Link(Update::Draft(Arc::new(draft))));
    }

    /// The film as it is.
    pub fn film(&self) -> &Draft {
        self.state.history.now().expect("a film")
    }

    /// The film on the screen.
    pub fn shown(&self) -> &Draft {
        self.state.timeline.shown().draft().expect("a film")
    }

    /// The film that sentences are made of.
    pub fn polled(&self) -> &Draft {
        self.state.timeline.draft().expect("a film")
    }

    /// What the program said by itself.
    pub fn told(&self) -> Vec<String> {
        let program = |body: &Body| match body {
            Body::Program(text) => Some(text.clone()),
            Body::Problem { what, .. } => Some(what.clone()),
            _ => None,
        };
        self.state.chat.entries.iter().filter_map(|entry| program(&entry.body)).collect()
    }

    /// Presses keys, parted by spaces; `+3s` moves the playhead on, `-3s` back, `words` selects the track of
    /// words, `media` goes to the files, `wait` lets a second go by.
    pub fn press(&mut self, keys: &str) {
        for word in keys.split(' ') {
            if let Some(seconds) = word.strip_prefix('+').and_then(|word| word.strip_suffix('s')) {
                self.state.timeline.playhead +=
                    Millis::from_secs_rounded(seconds.parse().expect("s"));
                continue;
            }
            if let Some(seconds) = word.strip_prefix('-').and_then(|word| word.strip_suffix('s')) {
                let back = Millis::from_secs_rounded(seconds.parse().expect("s"));
                self.state.timeline.playhead = self.state.timeline.playhead - back;
                continue;
            }
            match word {
                "words" => self.state.timeline.track = 0,
                "media" => self.state.focus = Focus::Media,
                "wait" => {
                    self.now += Duration::from_secs(1);
                    self.take(Msg::Tick);
                }
                _ => self.take(Msg::Key(key(word))),
            }
            self.settle();
        }
    }

    /// Lets an edit that is only shown before it goes go; small steps wait for more of them.
    fn settle(&mut self) {
        loop {
            self.answer_all();
            let due = self.state.timeline.edits.pending.as_ref().map(Pending::due);
            let shown = self.now + Duration::from_millis(400);
            let Some(due) = due.filter(|due| *due <= shown) else { return };
            self.now = due;
            self.take(Msg::Tick);
        }
    }

    fn answer_all(&mut self) {
        while !self.holds && !self.open.is_empty() {
            let (turn, text) = self.open.remove(0);
            match &self.other {
                Some(change) => change(&mut self.scene.draft),
                None => drop(take_turn(&text, &mut self.scene)),
            }
            let draft = Arc::new(self.scene.draft.clone());
            if **self.state.history.now().expect("a film") != *draft {
                self.take(Msg::Link(Update::Draft(draft)));
            }
            self.take(Msg::Link(Update::TurnEnded(turn, TurnEnd::Answered)));
        }
    }

    fn take(&mut self, msg: Msg) {
        let now = Now { wall: 0, steady: self.now };
        for effect in update(&mut self.state, msg, now) {
            if let Effect::Tell(Command::Say { turn, text }) = effect {
                self.said.push(text.clone());
                self.open.push((turn, text));
            }
        }
    }
}

fn key(word: &str) -> KeyEvent {
    let (held, name) = match word.strip_prefix("alt-") {
        Some(name) => (KeyModifiers::ALT, name),
        None => (KeyModifiers::NONE, word),
    };
    let code = match name {
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "backspace" => KeyCode::Backspace,
        _ => KeyCode::Char(name.chars().next().expect("a letter")),
    };
    KeyEvent::new(code, held)
}

fn picture_file(name: &str) -> Media {
    let name = format!("{name}.jpg");
    Media {
        path: name.clone().into(),
        name,
        kind: MediaKind::Image,
        bytes: 1,
        duration: None,
        width: Some(1920),
        height: Some(1080),
        fps: None,
        has_audio: false,
        hash: String::new(),
    }
}

/// The same file as the editor lists it.
fn listed(name: &str) -> MediaItem {
    MediaItem {
        filename: format!("{name}.jpg"),
        file_type: "image".into(),
        cdn_url: String::new(),
        duration: None,
        width: Some(1920),
        height: Some(1080),
        fps: None,
        hash: None,
        size: Some(1),
    }
}

/// Four seconds of sound.
fn song() -> Media {
    let name = "song.mp3".to_owned();
    Media {
        path: name.clone().into(),
        name,
        kind: MediaKind::Audio,
        duration: Some(Millis(4000)),
        width: None,
        height: None,
        has_audio: true,
        ..picture_file("A")
    }
}

fn listed_song() -> MediaItem {
    MediaItem {
        filename: "song.mp3".into(),
        file_type: "audio".into(),
        duration: Some(4.0),
        width: None,
        height: None,
        ..listed("A")
    }
}

fn setup(language: Language) -> Setup {
    Setup {
        language,
        profile: Profile {
            name: "video-maker".into(),
            version: "1.0.0".into(),
            platform: "unknown".into(),
            title: "Video Maker".into(),
            upload_limit: 500_000_000,
            formats: Vec::new(),
            typical_wait: String::new(),
            prompts: Vec::new(),
            tip: String::new(),
        },
        backend: "studio".into(),
        backends: Backends { cloud: cutroom::link::Backend::Studio, agreed: false, decided: None },
        now: Now::default(),
        zone: TimeZone::UTC,
        size: Size { width: 120, height: 36 },
        files: Vec::new(),
        folder: PathBuf::from("/films"),
        output: PathBuf::from("."),
        home: None,
        look: Look::default(),
        keymap: Arc::default(),
        hints: Hints::Off,
    }
}

fn restored(draft: Draft) -> Restored {
    Restored {
        session: SessionInfo {
            id: "s-1".into(),
            backend: "studio".into(),
            profile: "video-maker".into(),
            title: None,
            link: None,
            resumed: true,
        },
        chat: Vec::new(),
        jobs: Vec::new(),
        media: Arc::new(["A", "B", "C"].map(listed).into_iter().chain([listed_song()]).collect()),
        draft: Some(Arc::new(draft)),
        marks: Marks::default(),
        previous: None,
        shared: false,
        not_kept: None,
        left_over: LeftOver::default(),
        earlier: Vec::new(),
        previous_left_over: 0,
        lost: None,
    }
}
