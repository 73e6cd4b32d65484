//! Understanding: clauses in, typed requests out.
//!
//! A request is in the person's own terms: "the second clip", not a segment id; nothing here knows the film. A clause is
//! understood only if every word that could mean something was used; else nothing of it is done, and the words are told.

mod about;
mod absorb;
mod adjust;
mod arrange;
mod backdrop;
mod background;
mod backwards;
mod bag;
mod beat;
mod begin;
mod cut;
mod exact;
mod export;
mod fade_of_sound;
mod film;
mod freeze;
mod halves;
mod history;
mod inquiry;
mod insert_at;
mod inset;
mod kept_parts;
mod lettering;
mod level;
mod look;
mod lost;
mod loudness;
mod make;
mod moments;
mod music_from;
mod music_tempo;
mod music_time;
mod of_pieces;
mod pace_part;
mod parts;
mod placed_there;
mod position;
mod pronoun;
mod read;
mod reference;
mod relength;
mod renamed;
mod replace;
mod row;
mod seam;
mod sound;
mod spare;
mod spared_after;
mod spread;
mod subtitles;
mod text;
mod text_place;
mod together;
mod told_once;
mod treat;
mod wanted_words;
mod when;
mod within;

use super::words::{Camera, Shape, Sorting, Tempo};
use crate::draft::{Fit, Millis, Mood, SegmentId};
use crate::language::edit::Edit;

pub(super) use adjust::{Adjust, Adjustment, Amount};
pub(super) use background::{Background, BackgroundAt};
pub(super) use begin::begin;
pub(super) use exact::exactly;
pub(super) use freeze::{Freeze, Frozen};
pub(super) use inquiry::Inquiry;
pub(super) use inset::{InsetFile, InsetSize, InsetWish};
pub(super) use lettering::{Dress, Size};
pub(super) use look::canvas_of;
pub(super) use lost::after_a_remark;
pub(super) use placed_there::of_what_was_put_there;
pub(super) use pronoun::{Subject, subject_of};
pub(super) use read::{Reading, Topic, read};
pub(super) use seam::{Fading, Seam, Sides, Style};
pub(super) use spared_after::all_but_those;
pub(super) use subtitles::{Others, Subtitling};
pub(super) use told_once::{framed_once, told_once};
pub(super) use wanted_words::{Absent, Bound, NewText, TextChange, TextTarget, When};

/// What a person asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Request {
    /// A new film.
    Make(Make),
    /// A film of these, in this order; of everything if none are named.
    Join(Vec<Reference>),
    /// These first, in this order; a film of them where there is none.
    Open(Vec<Reference>),
    /// These in this order, some of them for so long.
    Row(Vec<(Reference, Option<Millis>)>),
    /// Each of a kind for so long.
    EachLasts { pieces: Pieces, length: Millis },
    /// One piece for so long.
    Length { of: Reference, length: Millis },
    /// Pieces, or the film, longer or shorter than now.
    Relength { of: Vec<Reference>, by: Relength },
    /// The film for so long, cut at its end.
    TrimFilm { to: Millis },
    /// The film for so long, by the lengths of its pieces.
    FitFilm { to: Millis },
    /// A part of the film, or of one piece, away.
    Cut { of: Option<Reference>, part: Part },
    /// All but a part of the film, or of one piece, away.
    Keep { of: Option<Reference>, part: Part },
    /// Pieces away.
    Remove(Vec<Reference>),
    /// A piece away, and its time left empty.
    Lift(Reference),
    /// A part of the film, or of one piece, away, and its time left empty.
    LiftPart { of: Option<Reference>, part: Part },
    /// All pieces but these away.
    KeepOnly(Vec<Reference>),
    /// Another file in a piece's place.
    Replace { what: Reference, by: Reference },
    /// Every piece as long as the others, and the film perhaps for so long.
    Evenly { to: Option<Millis> },
    /// Pieces that are to stay as they are.
    Spare(Vec<Reference>),
    /// Two pieces in each other's places.
    Swap(Reference, Reference),
    /// Pieces to a place; those not in the film come into it.
    Place { what: Vec<Reference>, at: Position },
    /// Files to a place, once more where they are in the film already.
    Lay { what: Vec<Reference>, at: Position },
    /// Pieces into the film, after what is there.
    Insert(Vec<Reference>),
    /// A file into the film at a moment, for so long if said.
    InsertAt { what: Reference, at: Millis, length: Option<Millis> },
    /// Words on the picture.
    AddText(NewText),
    /// Words on the picture, and not said which.
    Wordless,
    /// Words on the picture, otherwise.
    ChangeText { target: TextTarget, change: TextChange },
    /// Words from a file, each at its time.
    Subtitles(Subtitling),
    /// Words off the picture.
    RemoveText(TextTarget),
    /// Music under the film, in place of what music there is.
    AddMusic(Music),
    /// No music.
    RemoveMusic,
    /// The music faster or slower.
    MusicTempo(TempoWish),
    /// The music at another time.
    MusicTime { when: When },
    /// The music from this moment of its song on.
    MusicFrom(Millis),
    /// How loud something is.
    Volume { of: Sounding, level: Level },
    /// By how many decibels the music goes down under the clips; not at all where none.
    Duck(Option<u32>),
    /// How loud the whole is to be, in LUFS; as mixed where none.
    Loudness(Option<f64>),
    /// How loud a whole track is, by its label.
    TrackVolume { label: String, level: Level },
    /// Every cut on a beat of the music.
    OnTheBeat,
    /// The sound of pieces to a track of its own.
    Detach(Vec<Reference>),
    /// How one piece takes over from the next.
    Transitions { style: Style, length: Option<Millis>, between: Vec<Reference>, which: Seam },
    /// A rise from or a fall to black or silence.
    Fade { of: Fading, sides: Sides, length: Option<Millis> },
    /// Something over the picture, new or otherwise; `wanted` is false where it is to go.
    Inset { wish: InsetWish, wanted: bool },
    /// The picture stands still for so long.
    Freeze(Freeze),
    /// The camera over stills; all of them if none are named, none of them where no move is.
    Camera { of: Vec<Reference>, camera: Option<Camera> },
    /// How many lines the picture has, along its shorter side.
    Resolution(u32),
    /// How many frames a second.
    Rate(f64),
    /// The shape of the picture.
    Canvas(Canvas),
    /// What pictures look like; all of them if none are named.
    Look { of: Vec<Reference>, effect: Option<&'static str>, wanted: bool },
    /// Pictures otherwise, by an amount.
    Adjust(Adjust),
    /// How pictures meet the canvas.
    Fit { of: Vec<Reference>, fit: Fit },
    /// What has this around it is seen otherwise.
    NoBackdrop { of: Vec<Reference>, fit: Fit },
    /// How fast footage plays.
    Pace { of: Vec<Reference>, speed: f64 },
    /// How fast a part of the film, or of one piece, plays.
    PacePart { of: Option<Reference>, part: Part, speed: f64 },
    /// Footage at such a pace that it lasts so long.
    Hasten { of: Vec<Reference>, to: Millis, way: Way },
    /// One piece into two.
    Split { of: Option<Reference>, at: Moment },
    /// A piece once more.
    Duplicate(Reference),
    /// A picture of a colour or two.
    Background(Background),
    /// Footage backwards, or forwards again; all of the film if none is named.
    Backwards { of: Vec<Reference>, wanted: bool },
    /// The pieces in the opposite order.
    Reverse,
    /// Everything off the timeline.
    Restart,
    /// So many steps back.
    Undo(usize),
    /// So many steps forward again.
    Redo(usize),
    /// To the film of this mark, which was there before.
    GoBack(Back),
    /// To the film as it was before this came into it.
    BackBefore(Aspect),
    /// The last change of this kind away, and nothing that was done after it.
    UndoOnly(Aspect),
    /// The pieces in the order of a rule.
    Sort(Sorting),
    /// An edit that was said exactly.
    Exact(Edit),
    /// Something to be told.
    Ask(Inquiry),
}

/// Which way a pace may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Only up.
    Faster,
    /// Only down.
    Slower,
    /// Whichever the length asks for.
    Either,
}

/// How much longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Relength {
    /// By so much longer.
    More(Millis),
    /// By so much shorter.
    Less(Millis),
    /// So many times as long.
    Times(f64),
}

/// One side of a film.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aspect {
    /// Words on the picture.
    Words,
    /// Music and other sound beside the pictures.
    Sound,
    /// How pieces take over from each other.
    Transitions,
    /// What pictures look like.
    Looks,
    /// The shape of the picture.
    Canvas,
    /// Which pieces there are, how long and in which order.
    Pieces,
}

/// An earlier film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Back {
    /// Its number on the screen of whoever asked.
    pub version: usize,
    /// What marks exactly this film.
    pub mark: String,
}

/// A new film, as it was described.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Make {
    /// How long in all.
    pub length: Option<Millis>,
    /// How long each piece.
    pub each: Option<Millis>,
    /// Of which kind those are: footage beside `photos 3 seconds each` is as long as it is.
    pub each_of: Pieces,
    /// Made of what; of everything if nothing is named.
    pub from: Vec<Reference>,
    /// The word for the film, where it can be a title.
    pub sort: Option<String>,
    /// Everything else that was asked for with it, in order.
    pub with: Vec<Request>,
    /// Whether words on the picture were asked for, but not which.
    pub wordless: bool,
    /// In which order.
    pub sorting: Option<Sorting>,
    /// How long pieces are where no length is said.
    pub tempo: Option<Tempo>,
    /// Those of which it was said where they stand.
    pub placed: Vec<Reference>,
}

/// Which pieces a plural means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pieces {
    /// Whatever there is.
    #[default]
    Any,
    /// Stills.
    Pictures,
    /// Pieces of the film at large; the footage among them when all are meant.
    Clips,
    /// Footage.
    Footage,
}

/// A piece or pieces, as named.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    /// Of which kind.
    pub pieces: Pieces,
    /// Which of them.
    pub which: Which,
}

/// Which of several.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Which {
    /// By number from 1; from the end where negative.
    Nth(i32),
    /// The first so many.
    First(usize),
    /// The last so many.
    Last(usize),
    /// So many, not said which.
    Count(usize),
    /// So many, if there are no more.
    Exactly(usize),
    /// All.
    All,
    /// The one there is.
    Only,
    /// The one in the middle.
    Middle,
    /// Every so many, beginning with that one: `every other` is the second, the fourth and so on.
    Every { step: usize, from: usize },
    /// All but these.
    AllBut(Vec<Reference>),
    /// The only one that is none of these.
    OneBut(Vec<Reference>),
    /// All but what was spoken of just before.
    Rest,
    /// One of the two that a piece was just parted into; of which file, where that is said.
    Half { later: bool, of: Option<usize> },
    /// What was spoken of just before.
    It,
    /// These very ones.
    Known(Vec<SegmentId>),
    /// One of these files: the words fit several.
    Like(Vec<usize>),
    /// A file of the session.
    Named(usize),
    /// A file that the session does not have.
    Missing(String),
}

/// A part of something that lasts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// Its first so many seconds.
    Head(Millis),
    /// Its last so many.
    Tail(Millis),
    /// So many from its middle.
    Core(Millis),
    /// From one moment to another.
    Range(Millis, Millis),
    /// Everything from a moment on.
    From(Millis),
    /// From one share of it to another.
    Share(f64, f64),
    /// So much more where the last cut was.
    More(Millis),
}

/// A moment of the film, or of a piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Moment {
    /// Counted from the film's start.
    At(Millis),
    /// Halfway.
    Middle,
    /// Not said.
    Unsaid,
}

/// Where a piece is to lie.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Position {
    /// Before all others.
    Start,
    /// After all others.
    End,
    /// At a number from 1; from the end where negative.
    Nth(i32),
    /// Just before another.
    Before(Reference),
    /// Just after another.
    After(Reference),
}

/// How fast music is to go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TempoWish {
    /// Beats a minute.
    Beats(u32),
    /// So many times as many as now.
    Times(f64),
}

/// What music is wanted.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Music {
    /// A file of the session, or the name of one it does not have.
    pub file: Option<Which>,
    /// A mood.
    pub mood: Option<Mood>,
    /// How loud.
    pub volume: Option<f64>,
    /// Beats a minute.
    pub tempo: Option<u32>,
    /// When.
    pub when: When,
    /// Whether nothing but its name is said: none is added where there is some.
    pub only_named: bool,
}

/// What can be heard.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sounding {
    /// Whatever there is, music first.
    Unsaid,
    /// The music.
    Music,
    /// The clips' own sound; all of them if none are named.
    Clips(Vec<Reference>),
    /// Music and clips.
    Everything,
}

/// How loud.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Level {
    /// 0 to 1.
    To(f64),
    /// So many times as loud as now.
    Times(f64),
}

/// The shape that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Canvas {
    /// One that films are made in here.
    Shape(Shape),
    /// Another one.
    Other(u32, u32),
}
