//! A sentence of several wishes, read as several sentences would be, one after the other: `the first 2 seconds of bikes
//! are shaky, trim them off, then mute it and put it last`.
//!
//! Each part is a wish that is understood whole, or a remark that bears nothing of an edit. What a wish is of that does not
//! say so itself is what was spoken of just before, by a wish or by a remark (`words/handed_on.rs`). It is asked for only
//! where a sentence is understood in no other way.

use std::collections::HashMap;
use std::ops::Range;

use super::operation::main_video;
use super::piecewise::{Read, Reader, is_wanted};
use super::request::{Reading, Request};
use super::scene::{History, Scene};
use super::spoken;
use super::talk::About;
use super::turn::{done, names};
use super::words::{self, Segment, Told};
use crate::draft::Draft;

/// A longer sentence has too many ways to be parted.
const MOST: usize = 9;
/// So many wordings are tried.
const MOST_READINGS: usize = 24;

/// The sentence, part by part. `None` where a part is neither a wish nor a remark.
pub fn by_turns(sentence: &str, scene: &Scene, reader: Reader) -> Option<Read> {
    let names = names(scene);
    let parts = words::unmarked_segments(sentence, &names);
    if !(2..=MOST).contains(&parts.len()) {
        return None;
    }
    let idle = words::bearing_nothing(sentence, &names);
    let confirming = words::confirming(&parts);
    let aside = without_history(scene);
    let mut turns =
        Turns { parts: &parts, idle, confirming, scene, aside, reader, known: HashMap::new() };
    let before = Before { about: scene.talk.about.clone(), ..Before::default() };
    let steps = turns.steps(0, &before)?;
    let mut read: Read = (Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::Wish(readings) => read.0.extend(readings),
            Step::Remark(words) => read.1.push(words),
        }
    }
    (!read.0.is_empty()).then_some(read)
}

/// The films of a long session are not copied: no wish of a part is of them.
pub fn without_history(scene: &Scene) -> Scene {
    Scene {
        draft: scene.draft.clone(),
        history: History::default(),
        media: scene.media.clone(),
        subtitles: scene.subtitles.clone(),
        language: scene.language,
        talk: scene.talk.clone(),
    }
}

/// What a part of the sentence is.
#[derive(Clone)]
enum Step {
    Wish(Vec<Reading>),
    Remark(String),
}

/// What stands before a part.
#[derive(Clone, Default)]
struct Before {
    /// What was spoken of.
    told: Told,
    /// The same, as the film has it, where a wish was of it.
    about: Option<About>,
    /// Whether a remark stands right before.
    passed: bool,
    /// Whether a remark told of it.
    remarked: bool,
    /// The pieces that wishes were of, by their ids: `the rest` is all but those.
    wished: Vec<String>,
}

struct Turns<'a> {
    parts: &'a [Segment],
    idle: Vec<bool>,
    /// Which parts only say that all else stays: they limit nothing that is read with them.
    confirming: Vec<bool>,
    scene: &'a Scene,
    /// The same, where what was spoken of is another thing for each part.
    aside: Scene,
    reader: Reader,
    /// What was read already.
    known: HashMap<String, Option<Vec<Reading>>>,
}

impl Turns<'_> {
    /// What the parts from one on are, behind what stands before them; as few wishes as can be.
    fn steps(&mut self, at: usize, before: &Before) -> Option<Vec<Step>> {
        if at == self.parts.len() {
            return Some(Vec::new());
        }
        for end in (at + 1..=self.parts.len()).rev() {
            // That is how it was not understood.
            let all = at == 0 && end == self.parts.len();
            let in_a_pair = self.parts[end - 1].leaves_a_pair_open()
                || self.parts.get(end).is_some_and(Segment::closes_a_pair);
            let confirms = self.confirming[at..end].iter().any(|confirms| *confirms);
            let idle = self.idle[at..end].iter().all(|idle| *idle);
            let open =
                self.parts.get(end).is_some_and(|next| self.parts[end - 1].lacks_its_object(next));
            if all || in_a_pair || confirms || idle || open {
                continue;
            }
            let Some(readings) = self.wish(at..end, before) else { continue };
            let after = self.after(&readings, before);
            if let Some(rest) = self.steps(end, &after) {
                return Some([vec![Step::Wish(readings)], rest].concat());
            }
        }
        let remark = |at: usize| Step::Remark(words::as_told(&self.parts[at]));
        let (first, second) = (remark(at), (at + 1 < self.parts.len()).then(|| remark(at + 1)));
        if self.may_pass(at) {
            let rest = self.steps(at + 1, &self.told(at, before))?;
            return Some([vec![first], rest].concat());
        }
        if self.is_told_with_the_next(at) {
            let told = self.told(at, before);
            let rest = self.steps(at + 2, &self.told(at + 1, &told))?;
            return Some([vec![first], second.into_iter().collect(), rest].concat());
        }
        None
    }

    /// `the mugs and the plates are both dark`: what is told of both.
    fn is_told_with_the_next(&self, at: usize) -> bool {
        let next = self.parts.get(at + 1);
        next.is_some_and(|next| self.parts[at].is_named_with(next)) && self.idle[at + 1]
    }

    /// Whether a part may be a remark, or says less than the one behind it.
    fn may_pass(&self, at: usize) -> bool {
        let leads = |next: &Segment| words::only_leads_to(&self.parts[at], next);
        let part = &self.parts[at];
        let goes_on =
            at > 0 && self.idle[at - 1] && (part.is_all_strange() || part.is_the_same_again());
        let together = self.is_told_with_the_next(at);
        !together && (self.idle[at] || goes_on || self.parts.get(at + 1).is_some_and(leads))
    }

    /// What was spoken of behind a remark.
    fn told(&self, at: usize, before: &Before) -> Before {
        let told = words::told_by(&self.parts[at], &before.told);
        if told == before.told {
            return Before { passed: true, ..before.clone() };
        }
        let told = if before.remarked { words::and_told(&before.told, told) } else { told };
        Before { told, about: None, remarked: true, passed: true, wished: before.wished.clone() }
    }

    /// What was spoken of behind a wish.
    fn after(&self, readings: &[Reading], before: &Before) -> Before {
        let stage = done(readings, self.scene);
        let about = spoken::about_all(readings, &self.scene.draft, &stage);
        let told = match &about {
            Some(About::Pieces(ids)) => {
                named(ids, stage.draft(), &self.scene.draft).map_or(Told::Unclear, Told::Pieces)
            }
            Some(About::Words(_)) => Told::Words,
            Some(About::Music) => Told::Music,
            // "Both dissolves run long, shorten to 0.5s".
            None if readings.iter().all(is_of_seams) => Told::Seams,
            None => Told::Nothing,
        };
        let now = match &about {
            Some(About::Pieces(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        let wished = before.wished.iter().cloned().chain(now).collect();
        Before { told, about, remarked: false, passed: false, wished }
    }

    /// The wish that some parts are, said of what stands before them.
    fn wish(&mut self, parts: Range<usize>, before: &Before) -> Option<Vec<Reading>> {
        let first = &self.parts[parts.start];
        let first = match (&before.told, &before.about) {
            // What the turn before was about.
            (Told::Nothing, Some(_)) => vec![first.bare.clone()],
            (told, _) => words::handed_on(first, told),
        };
        // "路人有点多余，全去掉": behind a remark, what does not say what it is of would be of everything.
        let bare = &self.parts[parts.start].bare;
        let open = before.passed && !self.parts[parts.clone()].iter().any(Segment::names_a_thing);
        let first: Vec<String> = first.into_iter().filter(|said| !open || said != bare).collect();
        let rest: String =
            self.parts[parts.start + 1..parts.end].iter().map(|part| part.said.as_str()).collect();
        // What is strange in one of several parts is passed over by none that reads them as one.
        let several = &self.parts[parts.clone()];
        let strange = several.len() > 1 && several.iter().any(Segment::has_strange_words);
        let mut about = before.about.clone();
        if self.parts[parts.start].is_of_the_rest() && !before.wished.is_empty() {
            about = Some(About::Pieces(before.wished.clone()));
        }
        first.into_iter().find_map(|first| {
            let said = format!("{first}{rest}");
            let may_be = !strange || words::restated(&said, &names(self.scene)).is_some();
            may_be.then(|| self.read(&said, about.as_ref())).flatten()
        })
    }

    fn read(&mut self, said: &str, about: Option<&About>) -> Option<Vec<Reading>> {
        let key = format!("{said} {about:?}");
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if self.known.len() == MOST_READINGS {
            return None;
        }
        self.aside.talk.about = about.cloned();
        let (readings, remarks) = (self.reader)(said, &self.aside);
        let understood = !readings.is_empty()
            && remarks.is_empty()
            && readings.iter().all(|reading| is_wanted(reading) && !lays_over(reading));
        let understood = understood.then_some(readings);
        self.known.insert(key, understood.clone());
        understood
    }
}

fn is_of_seams(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    requests.iter().all(
        |request| matches!(request, Request::Transitions { between, .. } if between.is_empty()),
    )
}

/// `top bikes` of `top and tail bikes`: a part of a sentence is too little to lay something over the picture.
fn lays_over(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    requests.iter().any(|request| matches!(request, Request::Inset { .. }))
}

/// Pieces by the names of their files. `None` where one is in the film more than once.
fn named(ids: &[String], after: &Draft, before: &Draft) -> Option<Vec<String>> {
    let name = |id: &String| {
        let piece = main_video(after).iter().find(|piece| piece.id.as_str() == id)?;
        let name = piece.source.clone()?;
        let shown = main_video(before).iter().filter(|piece| piece.source.as_ref() == Some(&name));
        (shown.count() < 2).then_some(name)
    };
    ids.iter().map(name).collect()
}
