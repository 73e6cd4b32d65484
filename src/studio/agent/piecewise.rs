//! A sentence that is not understood as a whole, read piecewise: `请把整片的响度统一到-16 LUFS，护理部有要求`, `lose the sit
//! picture, put recall before heel, then upbeat music under it`.
//!
//! It is parted at its marks and joining words. What carries nothing of an edit may be passed over, as a remark; the
//! rest is read as one sentence, or as several one after another where each names what it is of. Of all ways in which
//! everything that is left is understood, with no word passed over, the one counts that passes over least and parts
//! least; where two such ways ask for different things, none does.

use std::collections::HashMap;

use super::request::{Reading, Request, after_a_remark};
use super::scene::Scene;
use super::turn::done;
use super::words::{self, Behind, Name, Segment};

/// A longer sentence has too many ways to be parted.
const MOST: usize = 10;
/// So many readings are tried; nothing that people say has needed more than six.
const MOST_READINGS: usize = 8;
/// So many parts may be passed over.
const MOST_REMARKS: usize = 4;

/// What a sentence asks for, and what was remarked in it.
pub type Read = (Vec<Reading>, Vec<String>);

/// How one sentence is read.
pub type Reader = fn(&str, &Scene) -> Read;

/// What came of trying all ways.
enum Found {
    One(Read),
    /// Two ways ask for different things.
    Several,
    Nothing,
}

/// The sentence by its parts. `None` where no way of parting it is understood, or two are.
pub fn piecewise(
    sentence: &str,
    segments: &[Segment],
    scene: &Scene,
    reader: Reader,
) -> Option<Read> {
    let idle = words::idle(segments);
    match search(segments, &idle, Search::new(segments, scene, reader, false)) {
        Found::One(read) => Some(read),
        Found::Several => None,
        Found::Nothing => unless_it_bears(sentence, (segments, &idle), scene, reader),
    }
}

/// The same with the burden turned round: parted also where nothing marks it, and what bears nothing of an edit is passed
/// over, however it is built.
fn unless_it_bears(
    sentence: &str,
    (segments, idle): (&[Segment], &[bool]),
    scene: &Scene,
    reader: Reader,
) -> Option<Read> {
    let names = super::turn::names(scene);
    let parts = words::unmarked_segments(sentence, &names);
    let bear_nothing = words::bearing_nothing(sentence, &names);
    let same = parts.iter().map(|part| &part.said).eq(segments.iter().map(|part| &part.said));
    if same && bear_nothing == idle && !words::say_accordingly(&parts) {
        return None;
    }
    match search(&parts, &bear_nothing, Search::new(&parts, scene, reader, true)) {
        Found::One(read) => Some(read),
        Found::Several | Found::Nothing => None,
    }
}

/// The sentence without what is not understood in it, where that limits nothing and is no wish by itself.
pub fn loosely(sentence: &str, scene: &Scene, reader: Reader) -> Option<Read> {
    let parts = words::unmarked_segments(sentence, &super::turn::names(scene));
    if parts.len() < 2 || parts.len() > MOST {
        return None;
    }
    let is_wish = |part: &Segment| {
        let (readings, _) = reader(&part.bare, scene);
        !readings.is_empty() && readings.iter().all(is_wanted)
    };
    let left = words::may_stay_undone(&parts);
    let idle: Vec<bool> =
        parts.iter().zip(left).map(|(part, left)| left && !is_wish(part)).collect();
    match search(&parts, &idle, Search::new(&parts, scene, reader, true)) {
        Found::One(read) => Some(read),
        Found::Several | Found::Nothing => None,
    }
}

/// `冰壁到雪脊之间加叠化，前面那个留着`: the sentence without what only says that all else stays.
pub fn but_for_what_stays(sentence: &str, scene: &Scene, reader: Reader) -> Option<Read> {
    let parts = words::unmarked_segments(sentence, &super::turn::names(scene));
    let confirming = words::confirming(&parts);
    let total = words::keeping_the_total(&parts);
    let left_out: Vec<usize> =
        (0..parts.len()).filter(|at| confirming[*at] || total[*at]).collect();
    if left_out.is_empty() || left_out.len() == parts.len() || parts.len() > MOST {
        return None;
    }
    let read = Search::new(&parts, scene, reader, true).read(&left_out, false)?;
    let as_long = || {
        let film = done(&read.0, scene).into_draft();
        film.duration() == scene.draft.duration()
    };
    (!total.contains(&true) || as_long()).then_some(read)
}

fn search(segments: &[Segment], idle: &[bool], mut search: Search) -> Found {
    if segments.len() < 2 || segments.len() > MOST {
        return Found::Nothing;
    }
    // What is strange and may be passed over is: no wish has such words but those that are known as wholes.
    let (passed, open): (Vec<usize>, Vec<usize>) = (0..segments.len())
        .filter(|at| idle[*at])
        .partition(|at| segments[*at].has_strange_words());
    let most = (passed.len() + open.len()).min(MOST_REMARKS).min(segments.len() - 1);
    let Some(spare) = most.checked_sub(passed.len()) else { return Found::Nothing };
    for more in 0..=spare {
        let mut ways = chosen(&open, more);
        ways.iter_mut().for_each(|way| {
            way.extend(&passed);
            way.sort_unstable();
        });
        for parted in [false, true] {
            let found = ways.iter().filter_map(|left_out| search.read(left_out, parted));
            let found: Vec<Read> = found.collect();
            if let Some(first) = found.first() {
                let one = found.iter().all(|other| other.0 == first.0);
                return if one { Found::One(first.clone()) } else { Found::Several };
            }
        }
    }
    Found::Nothing
}

/// `Drop bunny to half speed and push bikes to double speed`: several wishes of which each is one that is known as a
/// whole, and names its own files.
pub fn each_restated(segments: &[Segment], scene: &Scene, reader: Reader) -> Option<Read> {
    let plain = plainly(segments, &super::turn::names(scene)).filter(|plain| plain.len() > 1)?;
    let readings: Vec<Reading> = plain.iter().flat_map(|plain| reader(plain, scene).0).collect();
    readings.iter().all(is_wanted).then_some((readings, Vec::new()))
}

/// The plain sentences for parts that are known as wholes, as few as can be.
fn plainly(segments: &[Segment], names: &[Name]) -> Option<Vec<String>> {
    if segments.is_empty() {
        return Some(Vec::new());
    }
    if segments.len() > MOST {
        return None;
    }
    (1..=segments.len()).rev().filter(|end| words::name_their_own(&segments[..*end])).find_map(
        |end| {
            let said: String = segments[..end].iter().map(|part| part.said.as_str()).collect();
            let plain = words::restated(bare(&said), names)?;
            let rest = plainly(&segments[end..], names)?;
            Some([vec![plain], rest].concat())
        },
    )
}

/// All ways to choose so many.
fn chosen(from: &[usize], count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut ways = Vec::new();
    for (at, first) in from.iter().enumerate() {
        for rest in chosen(&from[at + 1..], count - 1) {
            ways.push([vec![*first], rest].concat());
        }
    }
    ways
}

struct Search<'a> {
    segments: &'a [Segment],
    scene: &'a Scene,
    reader: Reader,
    /// Whether the burden is turned round.
    unmarked: bool,
    /// What was read already, since most ways share their parts.
    known: HashMap<String, Option<Vec<Reading>>>,
    /// What was a remark in it.
    remarked: HashMap<String, Vec<String>>,
}

impl<'a> Search<'a> {
    fn new(segments: &'a [Segment], scene: &'a Scene, reader: Reader, unmarked: bool) -> Self {
        Self { segments, scene, reader, unmarked, known: HashMap::new(), remarked: HashMap::new() }
    }

    /// The sentence without some of its parts: as one, or parted into as few as can be.
    fn read(&mut self, left_out: &[usize], parted: bool) -> Option<Read> {
        let kept = self.kept(left_out)?;
        let told_of_both = |at: &usize| {
            let before = at.checked_sub(1).filter(|before| !left_out.contains(before));
            before.is_some_and(|before| self.segments[*at].tells_of(&self.segments[before]))
        };
        if kept.iter().all(|(at, _)| self.segments[*at].only_quotes())
            || left_out.iter().any(told_of_both)
        {
            return None;
        }
        let mut readings = if parted {
            self.in_parts(&kept)?
        } else if left_out.is_empty() && !self.unmarked {
            // That is how it was not understood.
            return None;
        } else {
            self.whole(&joined(&kept))?
        };
        let names = super::turn::names(self.scene);
        let said = words::read(&joined(&kept), &names);
        let mut remarks: Vec<String> =
            left_out.iter().map(|at| tidy(&self.segments[*at].bare)).collect();
        for remark in &remarks {
            let remark = words::read(remark, &names);
            after_a_remark(&said.clauses, &remark.clauses, &mut readings);
        }
        remarks.extend(self.remarked.get(&joined(&kept)).into_iter().flatten().cloned());
        self.are_wanted(&readings).then_some((readings, remarks))
    }

    /// What is left, each part as it is said behind what was left out before it.
    fn kept(&self, left_out: &[usize]) -> Option<Vec<(usize, String)>> {
        let mut kept: Vec<(usize, String)> = Vec::new();
        let mut held: Vec<&Segment> = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            if left_out.contains(&at) {
                held.push(segment);
                continue;
            }
            // "It belongs between owl" goes on with fox.
            if held.last().is_some_and(|last| last.leaves_a_pair_open()) {
                return None;
            }
            if self.unmarked
                && let Some(said) = words::of_what_was_told(&held, segment)
            {
                kept.push((at, said));
                held.clear();
                continue;
            }
            let behind = words::behind(&held, segment);
            let open = !held.is_empty() && kept.is_empty();
            // "The cake is nicer than the dress, so delete it".
            let clear = !self.unmarked || words::is_of_one_piece(&held);
            kept.push(match behind {
                Behind::Of(_) if !clear => return None,
                Behind::Of(said) if !held.is_empty() => (at, said),
                Behind::Unclear if open => return None,
                _ if kept.is_empty() => (at, segment.bare.clone()),
                _ => (at, segment.said.clone()),
            });
            held.clear();
        }
        (!kept.is_empty()).then_some(kept)
    }

    /// As one sentence.
    fn whole(&mut self, said: &str) -> Option<Vec<Reading>> {
        if let Some(known) = self.known.get(said) {
            return known.clone();
        }
        if self.known.len() == MOST_READINGS {
            return None;
        }
        let (readings, remarks) = (self.reader)(said, self.scene);
        // What is a remark once it is parted, is one.
        let understood = (self.unmarked || remarks.is_empty()) && self.are_wanted(&readings);
        let understood = (understood && !readings.is_empty()).then_some(readings);
        self.remarked.insert(said.to_owned(), remarks);
        self.known.insert(said.to_owned(), understood.clone());
        understood
    }

    /// As several, the first as long as it is understood; each after it has to say what it is of.
    fn in_parts(&mut self, kept: &[(usize, String)]) -> Option<Vec<Reading>> {
        for end in (1..kept.len()).rev() {
            // "The crossfade between porch" and "kitchen out" are no two wishes.
            if !self.segments[kept[end].0].stands_alone()
                || self.segments[kept[end - 1].0].leaves_a_pair_open()
            {
                continue;
            }
            let Some(first) = self.whole(&joined(&kept[..end])) else { continue };
            let rest = &kept[end..];
            let rest = match self.whole(&joined(rest)) {
                Some(rest) => Some(rest),
                None => self.in_parts(rest),
            };
            if let Some(rest) = rest.filter(|rest| self.may_follow(&kept[..end], rest)) {
                return Some([first, rest].concat());
            }
        }
        None
    }
}

impl Search<'_> {
    /// `both dissolves run long, shorten to 0.5s`: what is only told of may be what the wish behind it is of, and not the film.
    fn may_follow(&self, told: &[(usize, String)], readings: &[Reading]) -> bool {
        let told = words::read(&joined(told), &super::turn::names(self.scene));
        let mut readings = readings.to_vec();
        after_a_remark(&[], &told.clauses, &mut readings);
        self.are_wanted(&readings)
    }

    /// Whether all of it is wanted of the film. Everything off the timeline may be wanted by itself.
    fn are_wanted(&self, readings: &[Reading]) -> bool {
        let restarts = |reading: &Reading| match reading {
            Reading::Understood { requests, passed_over } => {
                passed_over.is_empty() && matches!(requests[..], [Request::Restart])
            }
            _ => false,
        };
        (self.unmarked && readings.iter().all(restarts)) || readings.iter().all(is_wanted)
    }
}

/// Understood with no word passed over, and wants something to be done with the film that is there.
pub fn is_wanted(reading: &Reading) -> bool {
    match reading {
        Reading::Understood { requests, passed_over } => {
            passed_over.is_empty()
                && requests.iter().all(|request| {
                    !matches!(
                        request,
                        Request::Ask(_)
                            | Request::Make(_)
                            | Request::Restart
                            | Request::Undo(_)
                            | Request::Redo(_)
                            | Request::GoBack(_)
                            | Request::BackBefore(_)
                            | Request::UndoOnly(_)
                    )
                })
        }
        _ => false,
    }
}

/// Parts as one sentence. What was left out between them is not missed.
fn joined(kept: &[(usize, String)]) -> String {
    let mut text = String::new();
    for (at, (place, said)) in kept.iter().enumerate() {
        let parted =
            said.trim_start().starts_with([',', '，', '.', '。', ';', '；', '!', '！', '、']);
        let touches = at > 0 && kept[at - 1].0 + 1 == *place;
        if at > 0 && !parted && !touches && !text.ends_with(' ') {
            text.push(if text.is_ascii() { ' ' } else { '，' });
        }
        text.push_str(if at == 0 { bare(said) } else { said });
    }
    text
}

/// Without a mark in front.
fn bare(said: &str) -> &str {
    said.trim_start_matches([' ', ',', '，', '.', '。', ';', '；', '!', '！', '、', '?', '？'])
}

/// A remark as it is told.
fn tidy(said: &str) -> String {
    let mark = |letter: char| letter.is_whitespace() || ",.;!?，。；！？、~".contains(letter);
    said.trim_matches(mark).to_owned()
}
