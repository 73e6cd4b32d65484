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

/// The sentence by its parts. `None` where no way of parting it is understood, or two are.
pub fn piecewise(segments: &[Segment], scene: &Scene, reader: Reader) -> Option<Read> {
    if segments.len() < 2 || segments.len() > MOST {
        return None;
    }
    let idle = words::idle(segments);
    // What is strange and may be passed over is: no wish has such words but those that are known as wholes.
    let (passed, open): (Vec<usize>, Vec<usize>) = (0..segments.len())
        .filter(|at| idle[*at])
        .partition(|at| segments[*at].has_strange_words());
    let mut search = Search::new(segments, scene, reader);
    let most = (passed.len() + open.len()).min(MOST_REMARKS).min(segments.len() - 1);
    for more in 0..=most.checked_sub(passed.len())? {
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
                return one.then(|| first.clone());
            }
        }
    }
    None
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
    /// What was read already, since most ways share their parts.
    known: HashMap<String, Option<Vec<Reading>>>,
}

impl<'a> Search<'a> {
    fn new(segments: &'a [Segment], scene: &'a Scene, reader: Reader) -> Self {
        Self { segments, scene, reader, known: HashMap::new() }
    }

    /// The sentence without some of its parts: as one, or parted into as few as can be.
    fn read(&mut self, left_out: &[usize], parted: bool) -> Option<Read> {
        let kept = self.kept(left_out)?;
        let mut readings = if parted {
            self.in_parts(&kept)?
        } else if left_out.is_empty() {
            // That is how it was not understood.
            return None;
        } else {
            self.whole(&joined(&kept))?
        };
        let names = super::turn::names(self.scene);
        let said = words::read(&joined(&kept), &names);
        let remarks: Vec<String> =
            left_out.iter().map(|at| tidy(&self.segments[*at].bare)).collect();
        for remark in &remarks {
            let remark = words::read(remark, &names);
            after_a_remark(&said.clauses, &remark.clauses, &mut readings);
        }
        readings.iter().all(is_wanted).then_some((readings, remarks))
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
            let behind = words::behind(&held, segment);
            let open = !held.is_empty() && kept.is_empty();
            kept.push(match behind {
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
        let understood = remarks.is_empty() && readings.iter().all(is_wanted);
        let understood = (understood && !readings.is_empty()).then_some(readings);
        self.known.insert(said.to_owned(), understood.clone());
        understood
    }

    /// As several, the first as long as it is understood; each after it has to say what it is of.
    fn in_parts(&mut self, kept: &[(usize, String)]) -> Option<Vec<Reading>> {
        for end in (1..kept.len()).rev() {
            if !self.segments[kept[end].0].stands_alone() {
                continue;
            }
            let Some(first) = self.whole(&joined(&kept[..end])) else { continue };
            let rest = &kept[end..];
            let rest = match self.whole(&joined(rest)) {
                Some(rest) => Some(rest),
                None => self.in_parts(rest),
            };
            if let Some(rest) = rest {
                return Some([first, rest].concat());
            }
        }
        None
    }
}

/// Understood with no word passed over, and wants something to be done with the film that is there.
fn is_wanted(reading: &Reading) -> bool {
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
    for (at, said) in kept.iter().enumerate() {
        let (_, said) = said;
        let parted =
            said.trim_start().starts_with([',', '，', '.', '。', ';', '；', '!', '！', '、']);
        if at > 0 && !parted && !text.ends_with(' ') {
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
