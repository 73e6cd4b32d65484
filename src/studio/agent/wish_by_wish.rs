//! Several wishes in one sentence, of which each says for itself what it is of, done one after the other: `make the lake
//! black and white, fade in from black over 1 second`, `湖边转90度，门廊改成黑白`.
//!
//! Words without a verb go with the wish before them (`lake 6 seconds, in black and white`), so what is a wish of its own
//! may be read as part of another: both of both. Where every part of a sentence is understood whole by itself, and is of
//! something that it names, nothing of one is said of another.

use super::piecewise::{Read, Reader, is_wanted};
use super::request::{Fading, Reading, Reference, Request, Sounding, When, Which};
use super::scene::Scene;
use super::words::{self, Segment};
use crate::draft::TextPlace;

/// A longer sentence has too many ways to be parted.
const MOST: usize = 8;
/// So many readings are tried.
const MOST_READINGS: usize = 12;

/// The wishes of a sentence in order, where each stands for itself and there is more than one.
pub fn wish_by_wish(parts: &[Segment], scene: &Scene, reader: Reader) -> Option<Read> {
    let parted = parts.iter().skip(1).any(Segment::begins_anew);
    if !parted || parts.len() > MOST || words::is_held_to_be_read(parts) {
        return None;
    }
    let wishes = Wishes { parts, scene, reader, left: MOST_READINGS }.from(0, None)?;
    (wishes.len() > 1).then(|| {
        let (readings, remarks): (Vec<_>, Vec<_>) = wishes.into_iter().unzip();
        (readings.concat(), remarks.concat())
    })
}

/// What a wish is of, where it says that itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Pieces,
    /// Words of their own for a piece.
    Caption,
    Music,
    /// Music that it calls so.
    TheMusic,
    Words,
    /// Words of the film, by what they say.
    TheseWords,
    Canvas,
    /// How long all of it is.
    Length,
    /// Seams that it does not name.
    Seams,
    /// All seams of the film.
    AllSeams,
    Ends,
    /// The ends of the picture, and not of the music.
    PicturesEnds,
    /// The ends of what is called the film.
    FilmsEnds,
}

struct Wishes<'a> {
    parts: &'a [Segment],
    scene: &'a Scene,
    reader: Reader,
    /// So many readings may still be tried.
    left: usize,
}

impl Wishes<'_> {
    /// The wishes from a part on, as many as can be, behind one of this subject.
    fn from(&mut self, at: usize, before: Option<Subject>) -> Option<Vec<Read>> {
        if at == self.parts.len() {
            return Some(Vec::new());
        }
        for end in at + 1..=self.parts.len() {
            let next = self.parts.get(end);
            let open = self.parts[end - 1].leaves_a_pair_open()
                || next.is_some_and(Segment::closes_a_pair)
                || (at > 0 && !self.says_all_of_it(at, end));
            let all = at == 0 && end == self.parts.len();
            if all || open || !next.is_none_or(Segment::begins_anew) || self.says_it_twice(at, end)
            {
                continue;
            }
            if !self.parts[at..end].iter().any(Segment::may_want) {
                continue;
            }
            let Some(first) = self.whole(at, end) else { continue };
            let Some(subject) = self.subject(&first.0, &self.parts[at..end]) else { continue };
            if end > at + 1 && at > 0 && !self.goes_with_its_amount(at, end, &first.0) {
                continue;
            }
            if !stands_behind(subject, before) {
                continue;
            }
            if let Some(rest) = self.from(end, Some(subject)) {
                return Some([vec![first], rest].concat());
            }
        }
        None
    }

    /// Whether each part names what it is of, or is an amount for what the first is of.
    fn says_all_of_it(&self, at: usize, end: usize) -> bool {
        let (first, rest) = (&self.parts[at], &self.parts[at + 1..end]);
        first.begins_anew()
            && rest.iter().all(|part| part.begins_anew() || part.is_only_an_amount())
    }

    /// `fade up from black, 1s`, `logo top right, 15%`: nothing before it takes such an amount.
    fn goes_with_its_amount(&self, at: usize, end: usize, read: &[Reading]) -> bool {
        let takes = |request: &Request| match request {
            Request::Transitions { between, .. } => {
                !between.is_empty() || self.parts[at..end].iter().any(Segment::says_all)
            }
            Request::Fade { .. }
            | Request::Inset { .. }
            | Request::Adjust(_)
            | Request::Place { .. }
            | Request::Lay { .. }
            | Request::Length { .. }
            | Request::Volume { of: Sounding::Music, .. } => true,
            _ => false,
        };
        let mut requests = read.iter().flat_map(requests_of);
        self.parts[at..end].iter().all(Segment::begins_anew) || requests.all(takes)
    }

    /// `fire where boat is and boat where fire is`: one wish, told from both sides.
    fn says_it_twice(&self, at: usize, end: usize) -> bool {
        let named: Vec<_> = self.parts[at..end].iter().flat_map(Segment::files).collect();
        let before: Vec<_> = self.parts[..at].iter().flat_map(Segment::files).collect();
        named.len() > 1 && named.iter().all(|file| before.contains(file))
    }

    /// What wishes are of, if that is one thing and they say it.
    fn subject(&self, readings: &[Reading], parts: &[Segment]) -> Option<Subject> {
        let shows = |words: &str| self.scene.shows(words);
        let subject = |request: &Request| match request {
            // Words of the film that are to look otherwise. Nobody wants them twice.
            Request::AddText(text) if shows(&text.words) => {
                text.there.is_some().then_some(Subject::TheseWords)
            }
            Request::ChangeText { change, .. } if change.words.as_deref().is_some_and(shows) => {
                Some(Subject::TheseWords)
            }
            _ => subject_of(request, parts),
        };
        let mut requests = readings.iter().flat_map(requests_of);
        let first = subject(requests.next()?)?;
        requests.all(|request| subject(request) == Some(first)).then_some(first)
    }

    /// Some parts as one sentence, where all of it is understood.
    fn whole(&mut self, at: usize, end: usize) -> Option<Read> {
        self.left = self.left.checked_sub(1)?;
        let parts = &self.parts[at..end];
        let rest = parts[1..].iter().map(|part| part.said.as_str());
        let said: String = std::iter::once(parts[0].bare.as_str()).chain(rest).collect();
        let read = (self.reader)(said.trim(), self.scene);
        (!read.0.is_empty() && read.0.iter().all(is_wanted)).then_some(read)
    }
}

/// `add song.mp3, fade out at the end`, `add a caption "Hi", the letters in yellow`: the one may be of the other.
fn stands_behind(subject: Subject, before: Option<Subject>) -> bool {
    let Some(before) = before else { return true };
    match subject {
        Subject::Pieces
        | Subject::Caption
        | Subject::TheseWords
        | Subject::AllSeams
        | Subject::FilmsEnds => true,
        // "Put lake first, crossfades of 1 second": they may be its own.
        Subject::Seams => false,
        Subject::Canvas | Subject::Length => before != subject,
        // "2 second fade in and 3 second fade out on the music": both of it.
        Subject::TheMusic => before != Subject::Ends,
        Subject::Music => !matches!(
            before,
            Subject::Music | Subject::TheMusic | Subject::Ends | Subject::PicturesEnds
        ),
        Subject::Words => !matches!(before, Subject::Words | Subject::Caption),
        // "In from black, out to black, both 2 seconds": of both.
        Subject::PicturesEnds => {
            !matches!(before, Subject::Ends | Subject::PicturesEnds | Subject::FilmsEnds)
        }
        Subject::Ends => {
            matches!(before, Subject::Pieces | Subject::Canvas | Subject::Seams | Subject::AllSeams)
        }
    }
}

fn requests_of(reading: &Reading) -> &[Request] {
    match reading {
        Reading::Understood { requests, .. } => requests,
        _ => &[],
    }
}

fn subject_of(request: &Request, parts: &[Segment]) -> Option<Subject> {
    let says = |what: fn(&Segment) -> bool| parts.iter().any(what);
    match request {
        Request::Transitions { between, .. } if between.is_empty() => {
            Some(if says(Segment::says_all) { Subject::AllSeams } else { Subject::Seams })
        }
        Request::AddMusic(music) => {
            let told = music.file.is_some() || music.mood.is_some();
            let set = music.volume.is_some() && says(Segment::names_music);
            match (told, set) {
                (true, _) => Some(Subject::Music),
                (false, true) => Some(Subject::TheMusic),
                (false, false) => None,
            }
        }
        Request::RemoveMusic | Request::Duck(_) => {
            let named = says(Segment::names_music);
            Some(if named { Subject::TheMusic } else { Subject::Music })
        }
        Request::Volume { of: Sounding::Music, .. } | Request::Fade { of: Fading::Music, .. } => {
            says(Segment::names_music).then_some(Subject::TheMusic)
        }
        Request::Subtitles(told) => told.file.is_some().then_some(Subject::Caption),
        Request::AddText(text) if says(Segment::puts_words) => {
            let timed = matches!(text.when, When::Span(..) | When::From(..) | When::During(_));
            let placed = says(Segment::names_a_file) || timed;
            Some(if placed { Subject::Caption } else { Subject::Words })
        }
        Request::ChangeText { target, .. } | Request::RemoveText(target)
            if target.words.is_some() =>
        {
            Some(Subject::TheseWords)
        }
        Request::ChangeText { .. } | Request::RemoveText(_) => {
            (says(Segment::names_words) || says(Segment::quotes_two)).then_some(Subject::Words)
        }
        Request::Canvas(_) | Request::Resolution(_) | Request::Rate(_) | Request::Loudness(_) => {
            Some(Subject::Canvas)
        }
        Request::TrimFilm { .. } | Request::FitFilm { .. } => {
            says(Segment::names_the_film).then_some(Subject::Length)
        }
        Request::Reverse => Some(Subject::Pieces),
        Request::Fade { of: Fading::Film, .. } => Some(if says(Segment::names_the_film) {
            Subject::FilmsEnds
        } else if says(Segment::fades_the_picture) {
            Subject::PicturesEnds
        } else {
            Subject::Ends
        }),
        Request::EachLasts { .. } => says(Segment::names_a_kind).then_some(Subject::Pieces),
        Request::Cut { of: None, .. } => says(Segment::cuts_the_film).then_some(Subject::Pieces),
        Request::Volume { of: Sounding::Clips(of), .. } if of.is_empty() => {
            says(Segment::leaves_out).then_some(Subject::Pieces)
        }
        _ => names_its_pieces(request, parts).then_some(Subject::Pieces),
    }
}

/// Whether a wish is of pieces and files that it names.
fn names_its_pieces(request: &Request, parts: &[Segment]) -> bool {
    let named = |of: &[Reference]| !of.is_empty() && of.iter().all(is_named);
    let orders = || parts.iter().any(|part| part.orders() || part.names_an_end());
    match request {
        Request::Length { of, .. } | Request::Duplicate(of) => is_named(of),
        Request::Cut { of, .. } | Request::Keep { of, .. } | Request::PacePart { of, .. } => {
            of.as_ref().is_some_and(is_named)
        }
        Request::Transitions { between, .. } => named(between),
        Request::Freeze(freeze) => freeze.of.as_ref().is_some_and(is_named),
        Request::Replace { what, by } => is_named(what) && is_named(by),
        Request::Swap(one, other) => is_named(one) && is_named(other),
        Request::Place { what, .. } | Request::Lay { what, .. } | Request::Insert(what) => {
            named(what) && orders()
        }
        Request::InsertAt { what, .. } => is_named(what) && orders(),
        Request::Inset { wish, wanted: true } => {
            parts.iter().any(Segment::names_a_file) && wish.place != Some(TextPlace::Centre)
        }
        _ => request.of_pieces().is_some_and(named),
    }
}

fn is_named(reference: &Reference) -> bool {
    matches!(reference.which, Which::Named(_))
}
