//! Editors in known states, and their screens as text.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use serde_json::{Value, json};

use crate::app::{Backends, Effect, Hints, Look, Msg, Now, Setup, State, update};
use crate::draft::{Draft, wire};
use crate::language::{Language, Problem};
use crate::link::{
    Backend, ChatLine, Credits, JobId, JobKind, JobState, JobView, MediaItem, Restored,
    SessionInfo, SessionSummary, Speaker, TurnEnd, TurnId, Update,
};
use crate::store::Profile;
use crate::ui::text::width;

/// 14:02:00 UTC on a day in 2026.
pub(crate) const AFTERNOON: i64 = 1_770_732_120_000;

pub(crate) fn at(seconds: u64) -> Now {
    let wall = AFTERNOON + i64::try_from(seconds).expect("a small number") * 1000;
    Now { wall, steady: Duration::from_secs(seconds) }
}

pub(crate) fn setup(width: u16, height: u16, language: Language) -> Setup {
    let chinese = language == Language::Chinese;
    let prompts: &[&str] = if chinese {
        &["把这些片段合成一个60秒的宣传片，加字幕和转场", "导出1080p的MP4"]
    } else {
        &[
            "Join these clips into a 60-second promo with text overlays and smooth transitions",
            "Cut each clip to its best 5 seconds and put upbeat music under them",
            "Export it as a 1080p MP4",
        ]
    };
    let tip = if chinese {
        "素材短于两分钟时更快，也更好控制。"
    } else {
        "Source clips under 2 minutes are faster and give finer control."
    };
    Setup {
        language,
        profile: Profile {
            name: "video-maker".into(),
            version: "1.0.0".into(),
            platform: "unknown".into(),
            title: "Video Maker".into(),
            upload_limit: 500_000_000,
            formats: Vec::new(),
            typical_wait: "1-2 min".into(),
            prompts: prompts.iter().map(|prompt| (*prompt).to_owned()).collect(),
            tip: tip.into(),
        },
        backend: "studio".into(),
        backends: Backends { cloud: cloud(), agreed: false, decided: None },
        now: at(0),
        zone: TimeZone::UTC,
        size: Size { width, height },
        files: Vec::new(),
        folder: PathBuf::from("/films"),
        output: PathBuf::from("."),
        home: Some(PathBuf::from("/home/me")),
        keymap: Arc::default(),
        hints: Hints::Off,
        look: Look::default(),
    }
}

/// The service, with an anonymous token.
pub(crate) fn cloud() -> Backend {
    Backend::Remote {
        name: "cloud".into(),
        url: "https://mega-api-prod.nemovideo.ai".parse().expect("an address"),
        web: "https://nemovideo.com".parse().expect("an address"),
        token: None,
    }
}

/// An editor, with what the tests do to it.
pub(crate) struct Editor {
    pub state: State,
    pub clock: u64,
    pub effects: Vec<Effect>,
}

impl Editor {
    pub(crate) fn new(setup: Setup) -> Self {
        Self { state: State::new(setup), clock: 0, effects: Vec::new() }
    }

    pub(crate) fn english(width: u16, height: u16) -> Self {
        Self::new(setup(width, height, Language::English))
    }

    pub(crate) fn chinese(width: u16, height: u16) -> Self {
        Self::new(setup(width, height, Language::Chinese))
    }

    /// Takes a message; gives back what it orders.
    pub(crate) fn take(&mut self, msg: Msg) -> Vec<Effect> {
        update(&mut self.state, msg, at(self.clock))
    }

    pub(crate) fn told(mut self, update: Update) -> Self {
        self.effects = self.take(Msg::Link(update));
        self
    }

    pub(crate) fn key(&mut self, code: KeyCode) -> Vec<Effect> {
        self.take(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    pub(crate) fn ctrl(&mut self, letter: char) -> Vec<Effect> {
        self.take(Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)))
    }

    pub(crate) fn typed(&mut self, words: &str) -> Vec<Effect> {
        words.chars().flat_map(|letter| self.key(KeyCode::Char(letter))).collect()
    }

    /// Types a sentence and sends it.
    pub(crate) fn say(&mut self, words: &str) -> Vec<Effect> {
        self.typed(words);
        self.key(KeyCode::Enter)
    }

    pub(crate) fn pressed(mut self, codes: &[KeyCode]) -> Self {
        for code in codes {
            self.key(*code);
        }
        self
    }

    pub(crate) fn said(mut self, words: &str) -> Self {
        self.say(words);
        self
    }

    pub(crate) fn after(mut self, seconds: u64) -> Self {
        self.clock += seconds;
        self
    }

    pub(crate) fn ticked(mut self) -> Self {
        self.take(Msg::Tick);
        self
    }

    /// A session is open, with nothing in it.
    pub(crate) fn opened(self) -> Self {
        self.told(Update::Opened(Box::new(restored()))).told(Update::Credits(unlimited()))
    }

    pub(crate) fn film(self, draft: Value) -> Self {
        self.told(Update::Draft(draft_of(&draft)))
    }

    /// An answered turn that made the film.
    pub(crate) fn promo_made(self) -> Self {
        self.opened()
            .told(media(&["beach.jpg", "pier.jpg", "sunset.jpg", "shells.jpg", "dunes.jpg", "gulls.jpg"]))
            .said("turn these images into a 30-second promo video with music and transitions")
            .told(Update::TurnStarted(TurnId(1)))
            .told(Update::TurnText(
                TurnId(1),
                "Made a **30 s** film from 6 pictures with 0.5 s crossfades and upbeat music at 35 %.".into(),
            ))
            .film(promo())
            .after(12)
            .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        text(&self.buffer())
    }

    /// The screen as text, and below it what is not plain.
    pub(crate) fn styled(&self) -> String {
        let buffer = self.buffer();
        format!("{}\n{}", text(&buffer), styles(&buffer))
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let mut buffer = self.drawn().0;
        // The right half of a wide letter is nothing of its own on a terminal.
        for place in 1..buffer.content.len() {
            if width(buffer.content[place - 1].symbol()) == 2 {
                buffer.content[place].reset();
            }
        }
        buffer
    }

    /// Where the caret is after drawing.
    pub(crate) fn caret(&self) -> (u16, u16) {
        self.drawn().1.map_or((0, 0), |caret| (caret.x, caret.y))
    }

    fn drawn(&self) -> (Buffer, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::from(self.state.size));
        let caret = super::view(&self.state, &mut buffer);
        (buffer, caret)
    }
}

pub(crate) fn restored() -> Restored {
    Restored {
        session: SessionInfo {
            id: "s-1".into(),
            backend: "studio".into(),
            profile: "video-maker".into(),
            title: None,
            link: None,
            resumed: false,
        },
        chat: Vec::new(),
        jobs: Vec::new(),
        media: Arc::new(Vec::new()),
        draft: None,
        marks: crate::link::Marks::default(),
        previous: None,
        shared: false,
        not_kept: None,
        left_over: crate::link::LeftOver::default(),
        earlier: Vec::new(),
        previous_left_over: 0,
        lost: None,
    }
}

pub(crate) fn previous() -> SessionSummary {
    SessionSummary {
        id: "s-0".into(),
        backend: "studio".into(),
        profile: "video-maker".into(),
        title: "summer promo".into(),
        used_at: AFTERNOON - 86_400_000,
        media_count: 6,
        duration_ms: 30_000,
        link: None,
    }
}

pub(crate) fn line(speaker: Speaker, text: &str) -> ChatLine {
    ChatLine { speaker, text: text.into(), at: AFTERNOON, original: None }
}

pub(crate) fn unlimited() -> Credits {
    Credits { available: 0.0, frozen: 0.0, total: 0.0, unlimited: true }
}

pub(crate) fn media(names: &[&str]) -> Update {
    let items = names.iter().enumerate().map(|(place, name)| {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let (kind, duration) = match ending {
            "mp4" | "mov" => ("video", Some(12.5)),
            "mp3" | "wav" => ("audio", Some(184.0)),
            _ => ("image", None),
        };
        MediaItem {
            filename: (*name).into(),
            file_type: kind.into(),
            cdn_url: String::new(),
            duration,
            width: (kind != "audio").then_some(1920),
            height: (kind != "audio").then_some(1080),
            fps: None,
            hash: None,
            size: Some(1_100_000 * (place as u64 + 1)),
        }
    });
    Update::Media(Arc::new(items.collect()))
}

pub(crate) fn job(id: &str, kind: JobKind, label: &str, state: JobState) -> JobView {
    JobView {
        id: JobId(id.into()),
        kind,
        label: label.into(),
        state,
        done: 0,
        total: None,
        path: None,
        bytes: None,
        started_at: AFTERNOON,
        ended_at: None,
        warnings: Vec::new(),
        stage: None,
        expected: None,
        film: None,
    }
}

/// Uploads and renders in every state.
pub(crate) fn jobs() -> Vec<JobView> {
    let reason = "the filter drawtext is missing in this ffmpeg".to_owned();
    let done = job("u-1", JobKind::Upload, "beach.jpg", JobState::Done);
    let half = job("u-2", JobKind::Upload, "holiday-in-the-mountains-2026.mp4", JobState::Running);
    let made = job("r-1", JobKind::Render, "summer promo", JobState::Done);
    let render = job("r-2", JobKind::Render, "summer promo", JobState::Running);
    let broken =
        job("r-3", JobKind::Render, "teaser", JobState::Failed(Problem::RenderFailed { reason }));
    let path = Some(PathBuf::from("/home/me/Videos/summer-promo.mp4"));
    vec![
        JobView { bytes: Some(4_100_000), ..done },
        JobView { done: 61_500_000, total: Some(180_000_000), ..half },
        job("u-3", JobKind::Upload, "海边的日落.mov", JobState::Queued),
        JobView { bytes: Some(18_200_000), path, ..made },
        JobView { done: 7240, total: Some(10_000), ..render },
        broken,
        job("u-4", JobKind::Upload, "music.mp3", JobState::Interrupted),
    ]
}

pub(crate) fn draft_of(value: &Value) -> Arc<Draft> {
    Arc::new(wire::decode(value).expect("a draft"))
}

/// Six pictures, crossfades, music and a title.
pub(crate) fn promo() -> Value {
    let names = ["beach.jpg", "pier.jpg", "sunset.jpg", "shells.jpg", "dunes.jpg", "gulls.jpg"];
    let pictures = names.iter().enumerate().map(|(place, name)| {
        let mut piece =
            json!({"id": format!("p{place}"), "st": place * 5000, "d": 5000, "src": name});
        if place > 0 {
            piece["tr"] = json!({"k": "crossfade", "d": 500});
        }
        piece
    });
    json!({
        "m": {"title": "summer promo", "width": 1920, "height": 1080, "fps": 30},
        "t": [
            {"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"text": "Golden Hour"}, "fi": 500, "fo": 500}]},
            {"tt": 0, "sg": pictures.collect::<Vec<_>>()},
            {"tt": 1, "m": {"volume": 0.35}, "sg": [{"id": "m", "d": 30000, "m": {"name": "upbeat"},
                "mu": {"mood": "upbeat", "seed": 7}, "fi": 500, "fo": 2000}]},
        ],
    })
}

fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let rows = buffer.content().chunks(width).map(|cells| {
        let mut row = String::new();
        let mut skip = 0;
        for cell in cells {
            if skip == 0 {
                row.push_str(cell.symbol());
            }
            skip = super::text::width(cell.symbol()).max(skip).saturating_sub(1);
        }
        row.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// `3: 1-6 cyan bold` for each run of cells that are not plain. Dim ones are left out.
fn styles(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let mut found = String::new();
    for (y, cells) in buffer.content().chunks(width).enumerate() {
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        for (x, cell) in cells.iter().enumerate() {
            let name = style_name(cell.style());
            match runs.last_mut() {
                Some((_, end, last)) if *last == name && *end == x => *end = x + 1,
                _ => runs.push((x, x + 1, name)),
            }
        }
        let told = runs.iter().filter(|(.., name)| !name.is_empty());
        let told: Vec<String> =
            told.map(|(start, end, name)| format!("{start}-{} {name}", end - 1)).collect();
        if !told.is_empty() {
            found.push_str(&format!("{y}: {}\n", told.join(", ")));
        }
    }
    found
}

fn style_name(style: Style) -> String {
    let mut words = Vec::new();
    if let Some(colour) = style.fg.filter(|colour| *colour != Color::Reset) {
        words.push(format!("{colour}").to_lowercase());
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::REVERSED, "filled"),
        (Modifier::UNDERLINED, "underlined"),
    ] {
        if style.add_modifier.contains(modifier) {
            words.push(name.to_owned());
        }
    }
    words.join(" ")
}
