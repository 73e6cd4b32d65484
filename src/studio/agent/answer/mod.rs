//! Answering: what was done, read off the film, and what was not, with the reason.
//!
//! Nothing is claimed that the two films do not show. What was refused or not understood is said after
//! what was done, with an example that would be understood.

mod example;
mod export;
mod facts;
mod particular;
mod question;
mod refused;
mod said;

use rustc_hash::FxHashSet;

use super::plan::{Note, Refusal};
use super::request::{Inquiry, Reading, Request};
use super::scene::Scene;
use super::turn::Wandered;
use crate::draft::{Change, Draft, Kind, Millis, Segment, SegmentId, changes};
use crate::language::{Language, tell_changes};

/// What a turn said and did.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The words, in the language of the sentence. Never empty.
    pub text: String,
    /// Whether the film in the scene is another one now.
    pub changed: bool,
    /// What is asked back, in place of an answer; the text says the same.
    pub choices: Option<Choices>,
}

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The question.
    pub prompt: String,
    /// The words of each choice.
    pub options: Vec<String>,
}

impl Answer {
    /// An answer that asks back; nothing was done.
    pub(super) fn asking(choices: Choices) -> Self {
        let options: Vec<String> = choices
            .options
            .iter()
            .enumerate()
            .map(|(place, option)| format!("{}. {option}", place + 1))
            .collect();
        let text = format!("{}\n{}", choices.prompt, options.join("\n"));
        Self { text, changed: false, choices: Some(choices) }
    }
}

/// What happened in a turn, as far as the films do not show it.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// The film as it was.
    pub before: Draft,
    /// Steps taken back or forward.
    pub wandered: Option<Wandered>,
    /// Whether a film was made.
    pub made: bool,
    /// Whether a request was carried out, even if it changed nothing.
    pub met: bool,
    /// Why things came out otherwise.
    pub notes: Vec<Note>,
    /// What somebody wanted to know.
    pub asked: Vec<Inquiry>,
    /// What cannot be done, and why.
    pub refused: Vec<Refusal>,
    /// What was not understood or is done elsewhere.
    pub unmet: Vec<Reading>,
    /// Words that a new film was described with and that mean nothing here.
    pub passed_over: Vec<String>,
    /// Whether what was understood waits for what was not.
    pub held_back: bool,
    /// What was taken for a remark.
    pub remarks: Vec<String>,
}

impl Told {
    /// Keeps what became of a request.
    pub(super) fn record(&mut self, request: &Request, result: Result<Vec<Note>, Refusal>) {
        match (request, result) {
            (Request::Ask(inquiry), _) => self.asked.push(inquiry.clone()),
            (_, Ok(notes)) => {
                self.met = true;
                self.made |= matches!(request, Request::Make(_));
                let new =
                    notes.into_iter().filter(|note| !self.notes.contains(note)).collect::<Vec<_>>();
                self.notes.extend(new);
            }
            // What is left out for the reason that another wish was needs no word of its own.
            (_, Err(refusal)) if self.refused.contains(&refusal) => {}
            (_, Err(refusal)) => self.refused.push(refusal),
        }
    }
}

/// The answer to a turn.
pub(super) fn answer(told: &Told, scene: &Scene, language: Language) -> Answer {
    let changed = told.before != scene.draft;
    let mut lines = done(told, scene, language);
    lines.extend(
        notes(told, scene).into_iter().map(|note| said::note(note, &scene.draft, language)),
    );
    lines.extend(told.asked.iter().map(|asked| question::told(asked, scene, language)));
    lines.extend(told.refused.iter().map(|refusal| refused::told(refusal, language)));
    lines.extend(told.unmet.iter().map(|reading| said::unmet(reading, scene, language)));
    if told.held_back {
        lines.push(said::held_back(language));
    }
    if !told.passed_over.is_empty() && told.met {
        lines.push(said::passed_over(&told.passed_over, language));
    }
    if !told.remarks.is_empty() && !lines.is_empty() {
        lines.push(said::remarks(&told.remarks, language));
    }
    if lines.is_empty() {
        lines.push(said::nothing_heard(scene, language));
    }
    Answer { text: lines.join("\n"), changed, choices: None }
}

fn done(told: &Told, scene: &Scene, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let changed = told.before != scene.draft;
    match told.wandered {
        Some(Wandered::Back(0)) => lines.push(refused::told(&Refusal::NothingToUndo, language)),
        Some(Wandered::Forward(0)) => lines.push(refused::told(&Refusal::NothingToRedo, language)),
        Some(Wandered::Nowhere(version)) => {
            lines.push(refused::told(&Refusal::NoSuchVersion { version }, language));
        }
        Some(wandered) => lines.push(said::wandered(wandered, language)),
        None if told.made && changed => {
            let facts = tell_changes(&facts(told, scene), language);
            lines.push(said::made(&scene.draft, &facts, language));
            return lines;
        }
        None if changed => {}
        None if told.met => lines.push(said::already_so(language)),
        None => {}
    }
    if changed {
        lines.extend(tell_changes(&facts(told, scene), language));
        lines.extend(said::new_length(told, &scene.draft, language));
    }
    lines
}

/// Each note once, and only what the films bear out.
fn notes<'a>(told: &'a Told, scene: &Scene) -> Vec<&'a Note> {
    let main = told.before.tracks.iter().position(|track| track.kind == Kind::Video);
    let others_stay = || {
        let now: FxHashSet<_> = scene.draft.segments().map(|(_, now)| placed(now)).collect();
        let mut before = told.before.segments();
        before.any(|(track, segment)| Some(track) != main && now.contains(&placed(segment)))
    };
    let changed = told.before != scene.draft;
    let holds = |note: &&Note| match note {
        Note::Replaced => changed,
        Note::OthersStay { .. } => others_stay(),
        Note::AsFilmed(canvas) => changed && scene.draft.canvas == *canvas,
        _ => true,
    };
    let mut kept: Vec<&Note> = Vec::new();
    for note in told.notes.iter().filter(holds) {
        if !kept.contains(&note) {
            kept.push(note);
        }
    }
    kept
}

fn placed(segment: &Segment) -> (&SegmentId, Millis, Millis) {
    (&segment.id, segment.start, segment.duration)
}

/// What is different; for a new film, what is on it.
fn facts(told: &Told, scene: &Scene) -> Vec<Change> {
    // A picture that came by itself is told in a sentence of its own, or goes with the film.
    let came = told.notes.contains(&Note::AsFilmed(scene.draft.canvas));
    let went = scene.draft.tracks.is_empty();
    let nothing = Draft { canvas: told.before.canvas, ..Draft::default() };
    let before = if told.made { &nothing } else { &told.before };
    let mut facts = changes(before, &scene.draft);
    facts.retain(|change| !(came || went) || !matches!(change, Change::Canvas { .. }));
    facts
}
