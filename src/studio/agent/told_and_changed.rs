//! A film that is told and changed in one breath: `owl 5 seconds, fox 3 seconds, both of them 10 brighter because the shed was
//! dark`, `猫头鹰5秒，色温调暖20，狐狸3秒，狐狸那张加暗角`.
//!
//! `brief` knows what belongs to a film from its telling. What people say besides is a wish as it could be of any film, or a
//! remark. So where a told film is not understood as a whole, what bears nothing of an edit is left out of it, wishes that
//! name no further file are taken out, and those are read as wishes of the film that is made of the rest.

use std::ops::Range;

use super::answer::Told;
use super::brief;
use super::by_turns::without_history;
use super::carrying_out::carry_out_all;
use super::operation::main_video;
use super::piecewise::Read;
use super::put_simply::in_plain_words;
use super::request::{InsetFile, Reading, Reference, Request, Which};
use super::scene::Scene;
use super::turn::{done, is_too_long, is_whole, names, readings};
use super::words::{self, LISTS, Link, Meaning, Noun, Segment, Sense, Token, Verb};
use crate::api::wire::MediaKind;
use crate::draft::TextPlace;

/// A longer telling has too many ways to be parted.
const MOST: usize = 16;
/// Of more wishes it is not tried which of them are.
const MANY: usize = 5;
/// So many ways are tried.
const MOST_WAYS: usize = 8;

/// The film and the wishes that are of it. `None` where no way of parting them is understood.
pub fn told_and_changed(sentence: &str, scene: &Scene) -> Option<Read> {
    if is_too_long(sentence) {
        return None;
    }
    let marked = words::marks_for_spaces(sentence);
    let parts = words::unmarked_segments(marked.as_deref().unwrap_or(sentence), &names(scene));
    if !(2..=MOST).contains(&parts.len()) {
        return None;
    }
    let letters = marked.as_deref().unwrap_or(sentence).chars().collect();
    let telling = Telling { letters, idle: idle(&parts), parts: &parts, scene };
    let ways = telling.ways();
    ways.into_iter().take(MOST_WAYS).find_map(|way| telling.read(&way))
}

/// What bears nothing of an edit, names no file and stands in the place of none.
fn idle(parts: &[Segment]) -> Vec<bool> {
    let idle = words::unless_they_bear(parts);
    let named = |part: &Segment| part.tokens().iter().any(|token| file(token).is_some());
    let shown: Vec<usize> = (0..parts.len()).filter(|at| named(&parts[*at])).collect();
    let among = |at: usize| {
        shown.first().is_some_and(|first| *first < at)
            && shown.last().is_some_and(|last| at < *last)
    };
    let passed = |(at, part): (usize, &Segment)| {
        // "小笼、面馆、油条": a name that nobody knows is none that is not there.
        let in_a_row = part.is_joined() || (part.is_all_strange() && among(at));
        let named_amount =
            |token: &Token| is_amount(token) && !matches!(token.meaning, Meaning::File(..));
        let told = !part.tokens().iter().any(named_amount) || part.is_at_another_time();
        let idle = idle[at] && !named(part) || part.gives_a_reason() || plays_on(parts, at);
        left_as_it_is(parts, at).is_some() || idle && told && !in_a_row
    };
    parts.iter().enumerate().map(passed).collect()
}

/// `裁剪转90度放5秒，接成衣5秒，成衣不用转`: the file of a piece that was told before, of which nothing is wanted.
fn left_as_it_is(parts: &[Segment], at: usize) -> Option<usize> {
    let part = &parts[at];
    let mut files = part.tokens().iter().filter_map(file);
    let one = files.next().filter(|_| files.next().is_none())?;
    let before =
        parts[..at].iter().any(|part| part.tokens().iter().any(|it| file(it) == Some(one)));
    let denied = |token: &Token| token.sense() == Some(Sense::Link(Link::Without));
    let told = |token: &Token| is_amount(token) && file(token).is_none() && !denied(token);
    let plain = !part.tokens().iter().any(told);
    let all = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::All | Link::Each | Link::These)))
    };
    let of_all = parts[..at].iter().any(|part| part.tokens().iter().any(all));
    (before && plain && !of_all && LISTS.needs_nothing_done.is_within(&part.said.to_lowercase()))
        .then_some(one)
}

/// `定格2秒 然后接着放完`: as the rest of it does anyway.
fn plays_on(parts: &[Segment], at: usize) -> bool {
    let stops = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Freeze));
    let before = at.checked_sub(1).is_some_and(|before| parts[before].tokens().iter().any(stops));
    before && LISTS.plays_on_from_there.is_within(&parts[at].said.to_lowercase())
}

/// The year in `it's 1931 after all` is none.
const LARGEST: f64 = 100.0;

/// How much of something.
fn is_amount(token: &Token) -> bool {
    match token.meaning {
        Meaning::Number(number) => number <= LARGEST,
        Meaning::Known(Sense::Resolution(_) | Sense::Link(Link::Without)) => true,
        Meaning::Known(_) | Meaning::Unknown | Meaning::Ordinal(_) => false,
        _ => true,
    }
}

/// The file of a picture.
fn file(token: &Token) -> Option<usize> {
    match token.meaning {
        Meaning::File(file, kind) if kind.is_visual() => Some(file),
        _ => None,
    }
}

/// Whether a word says what is done to a film that is there.
fn changes(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Speed(_) | Meaning::Quote(_) | Meaning::Degrees(_) | Meaning::Percent(_)
    ) || matches!(
        token.sense(),
        Some(
            Sense::Tone(_)
                | Sense::Look(_)
                | Sense::Camera(_)
                | Sense::Pace(_)
                | Sense::Transition(_)
                | Sense::Place(_)
                | Sense::Resolution(_)
                | Sense::Verb(Verb::Mute | Verb::Reverse | Verb::Duck | Verb::Freeze)
                | Sense::Noun(
                    Noun::FadeIn
                        | Noun::FadeOut
                        | Noun::FadeBoth
                        | Noun::Transition
                        | Noun::Music
                        | Noun::Sound
                )
        )
    )
}

/// `our logo bottom left`: a picture of which so little is told is none of the film's pieces.
fn is_in_a_corner(tokens: &[Token]) -> bool {
    let corner = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Place(
                TextPlace::TopLeft
                    | TextPlace::TopRight
                    | TextPlace::BottomLeft
                    | TextPlace::BottomRight
            ))
        )
    };
    let timed = |token: &Token| matches!(token.meaning, Meaning::Time(_) | Meaning::Range(..));
    tokens.iter().any(corner)
        && !tokens.iter().any(timed)
        && tokens.iter().filter(|token| file(token).is_some()).count() == 1
}

struct Telling<'a> {
    letters: Vec<char>,
    parts: &'a [Segment],
    idle: Vec<bool>,
    scene: &'a Scene,
}

impl Telling<'_> {
    /// Whether a part may be a wish that is of the film told in the others.
    fn is_a_wish(&self, at: usize) -> bool {
        let before = |wanted: usize| {
            self.parts[..at]
                .iter()
                .any(|part| part.tokens().iter().any(|it| file(it) == Some(wanted)))
        };
        let tokens = self.parts[at].tokens();
        // "But not the black and white".
        let limits =
            |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Except | Link::Not)));
        if tokens.iter().any(limits) || self.is_over_a_piece(at) {
            return false;
        }
        let named = tokens.iter().filter_map(file).all(before);
        if at > 0 && is_in_a_corner(tokens) {
            return true;
        }
        at > 0 && named && (tokens.iter().any(changes) || self.is_how_long_words_stay(at))
    }

    /// `while we see the scoreboard i want "12-0"`: when words are seen, which the film knows.
    fn is_over_a_piece(&self, at: usize) -> bool {
        let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
        let tokens = self.parts[at].tokens();
        LISTS.while_it_is_seen.starts(self.parts[at].bare.to_lowercase().trim_start())
            && tokens.iter().any(quoted)
            && tokens.iter().any(|token| file(token).is_some())
    }

    /// `lower third "Ray" in at 0:07, standard 3 sec`.
    fn is_how_long_words_stay(&self, at: usize) -> bool {
        let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
        let timed = |token: &Token| {
            matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
        };
        let named = |token: &Token| file(token).is_some();
        let tokens = self.parts[at].tokens();
        tokens.iter().any(timed)
            && !tokens.iter().any(named)
            && self.parts[at - 1].tokens().iter().any(quoted)
    }

    /// What may be taken out: nothing but what is idle, one wish, several that stand together, all of them.
    fn ways(&self) -> Vec<Vec<usize>> {
        let wishes: Vec<usize> = (0..self.parts.len()).filter(|at| self.is_a_wish(*at)).collect();
        let mut ways: Vec<Vec<usize>> = Vec::new();
        if self.idle.contains(&true) {
            ways.push(Vec::new());
        }
        if wishes.len() > MANY {
            ways.push(wishes);
            return ways;
        }
        ways.extend(wishes.iter().rev().map(|at| vec![*at]));
        for (nth, first) in wishes.iter().enumerate().rev() {
            let together = (*first..).zip(&wishes[nth..]).take_while(|(at, wish)| at == *wish);
            let run: Vec<usize> = together.map(|(at, _)| at).collect();
            ways.push(run);
        }
        ways.push(wishes);
        let mut found: Vec<Vec<usize>> = Vec::new();
        for way in ways {
            if !found.contains(&way) && (!way.is_empty() || found.is_empty()) {
                found.push(way);
            }
        }
        found
    }

    /// The film without what is taken out, and that as wishes.
    fn read(&self, taken: &[usize]) -> Option<Read> {
        let out = |at: usize| self.idle[at] || taken.contains(&at);
        let kept: Vec<usize> = (0..self.parts.len()).filter(|at| !out(*at)).collect();
        let (mut film, mut remarks) = brief::read(&self.said(&kept), &names(self.scene))?;
        let told = |reading: &Reading| matches!(reading, Reading::Understood { .. });
        if film.is_empty() || !film.iter().all(told) || self.stops_a_part(taken) {
            return None;
        }
        let mut scene = without_history(self.scene);
        scene.draft = done(&film, self.scene).into_draft();
        for run in self.runs(taken) {
            film.extend(self.wishes(run, &scene)?);
        }
        let unclear = |reading: &Reading| {
            lays_a_piece_over(reading, &scene) || plays_one_of_two(reading, &scene)
        };
        if film.iter().any(unclear) {
            return None;
        }
        let mut refused = Told::default();
        carry_out_all(&film, None, self.scene, &mut refused);
        let left = (0..self.parts.len()).filter(|at| self.idle[*at]);
        remarks.extend(left.map(|at| words::as_told(&self.parts[at])));
        let right = refused.refused.is_empty() && self.leaves_what_is_left(&film);
        right.then_some((film, remarks))
    }

    /// Whether nothing is done to a piece that is told to be left as it is.
    fn leaves_what_is_left(&self, film: &[Reading]) -> bool {
        let left: Vec<usize> =
            (0..self.parts.len()).filter_map(|at| left_as_it_is(self.parts, at)).collect();
        if left.is_empty() {
            return true;
        }
        let after = done(film, self.scene).into_draft();
        let of = |file: &usize, piece: &crate::draft::Segment| {
            piece.source.as_ref() == Some(&self.scene.media[*file].name)
        };
        main_video(&after)
            .iter()
            .filter(|piece| left.iter().any(|file| of(file, piece)))
            .all(|piece| piece.effects.is_empty())
    }

    /// `play bikes up to 0:04, freeze that frame, then the rest`: a still in what was told to be only a part.
    fn stops_a_part(&self, taken: &[usize]) -> bool {
        let has =
            |at: usize, fits: &dyn Fn(&Token) -> bool| self.parts[at].tokens().iter().any(fits);
        let stops = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Freeze));
        let timed = |token: &Token| {
            matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Range(..))
        };
        let moves = |token: &Token| matches!(token.meaning, Meaning::File(_, MediaKind::Video));
        let cut = |at: usize| has(at, &moves) && has(at, &timed);
        taken.iter().any(|at| has(*at, &stops))
            && (0..self.parts.len()).any(|at| !taken.contains(&at) && cut(at))
    }

    /// Parts as one sentence.
    fn said(&self, parts: &[usize]) -> String {
        let mut said = String::new();
        let mut last = None;
        for at in parts {
            let part = &self.parts[*at];
            // "Campfire.jpg (6 seconds)": what stands together is parted by nothing.
            let together = last.is_some_and(|last: usize| last + 1 == *at);
            match (said.is_empty(), together) {
                (true, _) => said.push_str(&part.bare),
                (false, true) => said.extend(&self.letters[part.span()]),
                (false, false) => {
                    let apart = said.ends_with(' ') || part.said.starts_with([' ', ',', '，']);
                    said.push_str(if apart { "" } else { " " });
                    said.push_str(&part.said);
                }
            }
            last = Some(*at);
        }
        said
    }

    /// What is taken out and stands together.
    fn runs(&self, taken: &[usize]) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in taken {
            match runs.last_mut() {
                Some(run) if run.end == *at => run.end += 1,
                _ => runs.push(*at..*at + 1),
            }
        }
        runs
    }

    /// Wishes that are understood whole, and add no piece to the film.
    fn wishes(&self, run: Range<usize>, scene: &Scene) -> Option<Vec<Reading>> {
        self.ways_to_say(&run).into_iter().find_map(|said| {
            let plain = in_plain_words(&said, scene);
            let (read, _) = readings(plain.as_deref().unwrap_or(&said), scene);
            let whole = !read.is_empty()
                && read.iter().all(|reading| is_whole(reading) && changes_what_is_there(reading));
            whole.then_some(read)
        })
    }

    /// `…。星空那张拍得太冷了，色温加暖15`: what stands before a wish is of a piece that was told before.
    fn is_spoken_of_again(&self, at: usize) -> bool {
        let mut named = self.parts[at].tokens().iter().filter_map(file);
        let before = |wanted: usize| {
            let parts = self.parts[..at].iter();
            parts.flat_map(Segment::tokens).any(|token| file(token) == Some(wanted))
        };
        named.next().is_some_and(|file| before(file) && named.next().is_none())
    }

    /// As it was said, or of the piece that was told before it.
    fn ways_to_say(&self, run: &Range<usize>) -> Vec<String> {
        let first = &self.parts[run.start];
        let rest: Vec<usize> = (run.start + 1..run.end).collect();
        let rest: String = rest.iter().map(|at| self.parts[*at].said.as_str()).collect();
        let before =
            self.parts[..run.start].iter().rev().flat_map(|part| part.tokens().iter().rev());
        let piece =
            before.filter(|token| file(token).is_some()).map(|token| token.text.clone()).next();
        let named = first.tokens().iter().any(|token| file(token).is_some());
        let named_in = |at: usize| self.parts[at].tokens().iter().any(|it| file(it).is_some());
        let goes_on = (run.end..self.parts.len()).any(|at| !self.idle[at] && named_in(at));
        let plain = vec![first.bare.clone()];
        let ways = match piece.filter(|_| !named) {
            Some(piece) => {
                let of_it = words::handed_on(first, &words::Told::Pieces(vec![piece]));
                if goes_on || self.is_spoken_of_again(run.start - 1) {
                    of_it
                } else {
                    [plain, of_it].concat()
                }
            }
            None => plain,
        };
        ways.into_iter().map(|first| format!("{first}{rest}")).collect()
    }
}

/// Whether a wish is of the pieces that there are, or of what goes with them.
fn changes_what_is_there(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    requests.iter().all(|request| match request {
        Request::Pace { of, .. } => !of.is_empty(),
        _ => matches!(
            request,
            Request::AddText(_)
                | Request::ChangeText { .. }
                | Request::Subtitles(_)
                | Request::RemoveText(_)
                | Request::Wordless
                | Request::AddMusic(_)
                | Request::RemoveMusic
                | Request::MusicFrom(_)
                | Request::Volume { .. }
                | Request::Duck(_)
                | Request::Loudness(_)
                | Request::Detach(_)
                | Request::Transitions { .. }
                | Request::Fade { .. }
                | Request::Inset { .. }
                | Request::Freeze(_)
                | Request::Camera { .. }
                | Request::Resolution(_)
                | Request::Rate(_)
                | Request::Canvas(_)
                | Request::Look { .. }
                | Request::Adjust(_)
                | Request::Fit { .. }
                | Request::Backwards { .. }
                | Request::Length { .. }
        ),
    })
}

/// `use silent whole up top`: what is a piece of the film lies over no other.
fn lays_a_piece_over(reading: &Reading, scene: &Scene) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    let is_piece = |file: usize| {
        let name = &scene.media[file].name;
        main_video(&scene.draft).iter().any(|piece| piece.source.as_ref() == Some(name))
    };
    requests.iter().any(|request| match request {
        Request::Inset { wish, wanted: true } => {
            matches!(wish.file, InsetFile::Named(file) if is_piece(file))
        }
        _ => false,
    })
}

/// `the rabbit clip twice: once as it is, and once at half speed`: which of the two that is played so is not said by its name.
fn plays_one_of_two(reading: &Reading, scene: &Scene) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    let twice = |of: &Reference| match of.which {
        Which::Named(file) => {
            let name = &scene.media[file].name;
            let pieces = main_video(&scene.draft).iter();
            pieces.filter(|piece| piece.source.as_ref() == Some(name)).count() > 1
        }
        _ => false,
    };
    requests.iter().any(|request| match request {
        Request::Pace { of, .. } => of.iter().any(twice),
        _ => false,
    })
}
