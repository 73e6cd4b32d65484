//! What a film is made of: a canvas, tracks, and segments placed on them.
//!
//! These are plain values that anybody may build and change. What always holds for a draft that the
//! studio made: segments of one track are in order of their start and do not overlap. Drafts from
//! elsewhere promise nothing, and readers must bear overlaps, gaps and zero lengths.

use super::{Colour, FrameRate, Fx, Inset, Millis, Origin, SegmentId, TextStyle};

/// A whole film.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// The film's name, if it has one.
    pub title: Option<String>,
    /// Size and rate of the picture.
    pub canvas: Canvas,
    /// How loud the whole is to be, in LUFS; `None` means as it is mixed.
    pub loudness: Option<f64>,
    /// Lanes, in the order the draft lists them. Earlier video tracks lie below later ones.
    pub tracks: Vec<Track>,
    /// The JSON this came from.
    pub origin: Origin,
}

/// Size and rate of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    /// Pixels across, 16 to 7680, even.
    pub width: u32,
    /// Pixels down, 16 to 7680, even.
    pub height: u32,
    /// Frames a second.
    pub rate: FrameRate,
}

impl Default for Canvas {
    /// Full HD at 30 frames, which is what a draft means that says nothing.
    fn default() -> Self {
        Self { width: 1920, height: 1080, rate: FrameRate::default() }
    }
}

/// What a track holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Pictures and clips.
    Video,
    /// Sound.
    Audio,
    /// Titles and captions.
    Text,
    /// A kind known by its number only: stickers, effects and whatever comes.
    Other(i64),
}

/// One lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// What it holds.
    pub kind: Kind,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// Loudness of the whole lane, 0 to 1 and above; `None` means as it is.
    pub volume: Option<f64>,
    /// The pieces on it.
    pub segments: Vec<Segment>,
    /// The JSON this came from.
    pub origin: Origin,
}

impl Track {
    /// An empty lane.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self { kind, name: None, volume: None, segments: Vec::new(), origin: Origin::default() }
    }

    /// When its last segment ends.
    #[must_use]
    pub fn end(&self) -> Millis {
        self.segments.iter().map(Segment::end).max().unwrap_or_default()
    }
}

/// One placed piece; people call it a clip.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its name in this draft.
    pub id: SegmentId,
    /// Where it begins on the timeline.
    pub start: Millis,
    /// How long it lies there.
    pub duration: Millis,
    /// File name of the media that it shows a part of; text and generated sound have none.
    pub source: Option<String>,
    /// In point: the moment of the source at which it begins.
    pub source_in: Millis,
    /// How fast the source runs; 1 is as recorded, 2 twice as fast. Above 0.
    pub speed: f64,
    /// Whether the source runs backwards from the in point, picture and sound.
    pub reversed: bool,
    /// What people call it, where the draft says so.
    pub name: Option<String>,
    /// The words shown, on a text track.
    pub text: Option<String>,
    /// How the words look.
    pub text_style: TextStyle,
    /// Loudness, 0 to 1 and above; `None` means as recorded.
    pub volume: Option<f64>,
    /// By how many decibels it goes down while clips can be heard.
    pub ducking: Option<u32>,
    /// Rise from black or silence at the start.
    pub fade_in: Millis,
    /// Fall to black or silence at the end.
    pub fade_out: Millis,
    /// How it takes over from the segment before it.
    pub transition: Option<Transition>,
    /// How the picture meets a canvas of another shape.
    pub fit: Fit,
    /// Where it lies over the picture, if it does not fill it.
    pub inset: Option<Inset>,
    /// What is done to the picture, in order.
    pub effects: Vec<Fx>,
    /// Sound or picture that the studio makes itself instead of reading a source.
    pub generated: Option<Generated>,
    /// The JSON this came from.
    pub origin: Origin,
}

impl Segment {
    /// A piece with nothing said about it but its place.
    #[must_use]
    pub fn new(id: SegmentId, start: Millis, duration: Millis) -> Self {
        Self {
            id,
            start,
            duration,
            source: None,
            source_in: Millis::ZERO,
            speed: 1.0,
            reversed: false,
            name: None,
            text: None,
            text_style: TextStyle::default(),
            volume: None,
            ducking: None,
            fade_in: Millis::ZERO,
            fade_out: Millis::ZERO,
            transition: None,
            fit: Fit::default(),
            inset: None,
            effects: Vec::new(),
            generated: None,
            origin: Origin::default(),
        }
    }

    /// One past its last moment on the timeline.
    #[must_use]
    pub fn end(&self) -> Millis {
        self.start + self.duration
    }

    /// The moment of the source that is seen so long after it begins.
    #[must_use]
    pub fn source_after(&self, time: Millis) -> Millis {
        let played = Millis::from_secs_rounded(time.as_secs_f64() * self.speed);
        if self.reversed { self.source_in - played } else { self.source_in + played }
    }

    /// The moment of the source at which it ends: one past the last that is used, or, where it runs
    /// backwards, the first.
    #[must_use]
    pub fn source_out(&self) -> Millis {
        self.source_after(self.duration)
    }

    /// Plays the same part of its source the other way round.
    pub fn reverse(&mut self) {
        self.source_in = self.source_out();
        self.reversed = !self.reversed;
    }

    /// How long the whole piece of music is that it plays all or a part of.
    #[must_use]
    pub fn piece_length(&self) -> Millis {
        let Some(Generated::Music { whole, .. }) = &self.generated else {
            return self.source_out();
        };
        whole.unwrap_or_default().max(self.source_out())
    }

    /// Music made here stays the piece of this length, whatever part of it is played now.
    pub fn keep_piece(&mut self, length: Millis) {
        let plays_to_its_end = self.source_out() >= length;
        if let Some(Generated::Music { whole, .. }) = &mut self.generated {
            *whole = (!plays_to_its_end).then_some(length);
        }
    }

    /// Whether a moment falls into it (its end does not).
    #[must_use]
    pub fn contains(&self, time: Millis) -> bool {
        self.start <= time && time < self.end()
    }
}

/// How one segment takes over from the one before it.
///
/// It runs over the first `duration` of the segment that carries it. The segment before it is held
/// on for that long: with what its source still has after its out point, else with its last frame.
/// Segments therefore abut and no start time moves when a transition comes or goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// Which one.
    pub kind: TransitionKind,
    /// How long it takes.
    pub duration: Millis,
}

/// The plain name of one of ffmpeg's xfade transitions, such as `crossfade` or `wipe left`.
/// Open-ended: unknown names are kept, shown, and rendered as a crossfade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransitionKind(pub String);

impl TransitionKind {
    /// The usual dissolve.
    #[must_use]
    pub fn crossfade() -> Self {
        Self("crossfade".to_owned())
    }
}

/// How a picture meets a canvas of another shape. Never by distortion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// All of the picture, black bars where it does not reach.
    Contain,
    /// All of the picture, over a plain colour.
    Over(Colour),
    /// All of the canvas, edges of the picture cut.
    Cover,
    /// All of the picture, over a blurred copy of itself.
    #[default]
    Blur,
}

/// What the studio makes on the spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Generated {
    /// Music of a mood; the same seed gives the same sound.
    Music {
        /// Which mood.
        mood: Mood,
        /// Chooses among the pieces of that mood.
        seed: u64,
        /// Beats a minute, where the draft says so and not the mood.
        tempo: Option<u32>,
        /// How long the piece is of which a segment plays a part; none where the segment plays to
        /// its end, as it does until it is cut.
        whole: Option<Millis>,
    },
    /// A picture of one colour, or of one that becomes another from corner to corner.
    Background {
        /// At the upper left.
        from: Colour,
        /// At the lower right.
        to: Colour,
    },
}

/// The moods that music is made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mood {
    /// Bright and driving, about 118 beats a minute.
    Upbeat,
    /// Slow and soft, about 70.
    Calm,
    /// Relaxed, swung, about 80.
    Lofi,
    /// Wide and growing, about 90.
    Cinematic,
    /// Clean and confident, about 108.
    Corporate,
    /// Dance floor, about 124.
    Electronic,
}

impl Mood {
    /// Every mood, in the order in which they are listed to people.
    pub const ALL: [Self; 6] =
        [Self::Upbeat, Self::Calm, Self::Lofi, Self::Cinematic, Self::Corporate, Self::Electronic];

    /// Its name in drafts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Upbeat => "upbeat",
            Self::Calm => "calm",
            Self::Lofi => "lo-fi",
            Self::Cinematic => "cinematic",
            Self::Corporate => "corporate",
            Self::Electronic => "electronic",
        }
    }

    /// Beats a minute, where nothing is said.
    #[must_use]
    pub const fn usual_tempo(self) -> u32 {
        match self {
            Self::Upbeat => 118,
            Self::Calm => 70,
            Self::Lofi => 80,
            Self::Cinematic => 90,
            Self::Corporate => 108,
            Self::Electronic => 124,
        }
    }

    /// The slowest and the fastest at which it is still that mood.
    #[must_use]
    pub const fn tempos(self) -> (u32, u32) {
        match self {
            Self::Upbeat => (80, 160),
            Self::Calm => (45, 110),
            Self::Lofi => (55, 110),
            Self::Cinematic => (50, 140),
            Self::Corporate => (70, 150),
            Self::Electronic => (85, 170),
        }
    }

    /// Beats a minute nearest to what is wanted.
    #[must_use]
    pub fn tempo(self, wanted: Option<u32>) -> u32 {
        let (slowest, fastest) = self.tempos();
        wanted.map_or(self.usual_tempo(), |wanted| wanted.clamp(slowest, fastest))
    }

    /// The mood of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mood| mood.name() == name)
    }
}

impl Generated {
    /// Beats a minute, of music.
    #[must_use]
    pub fn tempo(&self) -> Option<u32> {
        match self {
            Self::Music { mood, tempo, .. } => Some(mood.tempo(*tempo)),
            Self::Background { .. } => None,
        }
    }

    /// The colours, of a background.
    #[must_use]
    pub const fn colours(&self) -> Option<(Colour, Colour)> {
        match self {
            Self::Background { from, to } => Some((*from, *to)),
            Self::Music { .. } => None,
        }
    }
}

impl Draft {
    /// When its last segment ends.
    #[must_use]
    pub fn duration(&self) -> Millis {
        self.tracks.iter().map(Track::end).max().unwrap_or_default()
    }

    /// Whether there is anything to export: a track with a segment on it.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.tracks.iter().any(|track| !track.segments.is_empty())
    }

    /// The first track of a kind.
    #[must_use]
    pub fn track(&self, kind: Kind) -> Option<&Track> {
        self.tracks.iter().find(|track| track.kind == kind)
    }

    /// Every segment with the index of its track.
    pub fn segments(&self) -> impl Iterator<Item = (usize, &Segment)> {
        let tracks = self.tracks.iter().enumerate();
        tracks.flat_map(|(index, track)| track.segments.iter().map(move |segment| (index, segment)))
    }

    /// The letter and number that the screen gives a track: `V1`, `A2`, `T1`, `X1`.
    #[must_use]
    pub fn track_label(&self, index: usize) -> String {
        let Some(track) = self.tracks.get(index) else {
            return String::new();
        };
        let letter = track.kind.letter();
        let same = |other: &&Track| other.kind.letter() == letter;
        let number = self.tracks[..=index].iter().filter(same).count();
        format!("{letter}{number}")
    }
}

impl Kind {
    /// The letter that stands for the kind where colour may be missing.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Video => 'V',
            Self::Audio => 'A',
            Self::Text => 'T',
            Self::Other(_) => 'X',
        }
    }
}
