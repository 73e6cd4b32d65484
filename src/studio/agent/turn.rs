//! One turn: everything that a sentence asks for, as one step that can be undone.

use super::answer::{Answer, Told, answer};
use super::plan::{Note, Refusal, Stage, besides, carry_out};
use super::request::{Back, Reading, Request, exactly, read};
use super::scene::{History, Scene};
use super::words::{self, Name};
use crate::draft::Draft;
use crate::language::Language;

/// Does what a sentence asks for, as far as it is understood, as one step that can be undone.
pub fn take_turn(sentence: &str, scene: &mut Scene) -> Answer {
    let language = Language::of_sentence(sentence).unwrap_or(scene.language);
    let names: Vec<Name> =
        scene.media.iter().map(|media| Name::new(&media.name, media.kind)).collect();
    let mut readings = exactly(sentence).unwrap_or_else(|| read(&words::read(sentence, &names)));
    let before = scene.draft.clone();
    let wandered = wander(&mut readings, scene);
    let mut told = Told {
        before: before.clone(),
        wandered: wandered.as_ref().map(|(steps, _)| *steps),
        ..Told::default()
    };
    let after = carry_out_all(&readings, scene, &mut told);
    if after != scene.draft {
        keep(scene, after, before, wandered.map(|(_, history)| history));
    }
    answer(&told, scene, language)
}

/// Steps back or forward, asked for before anything else in the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wandered {
    /// So many steps undone.
    Back(usize),
    /// So many steps redone.
    Forward(usize),
    /// To the film of this number.
    To(usize),
    /// The film of this number is not kept.
    Nowhere(usize),
}

/// Undo and redo come first or not at all: after another change in the same sentence it would not be
/// clear what they mean. The history as it was is kept, in case the sentence goes on.
fn wander(readings: &mut Vec<Reading>, scene: &mut Scene) -> Option<(Wandered, History)> {
    let Some(Reading::Understood { requests, .. }) = readings.first() else { return None };
    let history = scene.history.clone();
    let wandered = match requests[..] {
        [Request::Undo(steps)] => Wandered::Back(scene.history.undo(&mut scene.draft, steps)),
        [Request::Redo(steps)] => Wandered::Forward(scene.history.redo(&mut scene.draft, steps)),
        [Request::GoBack(ref back)] => go_back(back, scene),
        _ => return None,
    };
    readings.remove(0);
    Some((wandered, history))
}

/// Going back to an earlier film is a change like any other: it can be undone.
fn go_back(back: &Back, scene: &mut Scene) -> Wandered {
    let Some(found) = scene.history.marked(&back.mark) else {
        return Wandered::Nowhere(back.version);
    };
    let before = std::mem::replace(&mut scene.draft, found);
    if scene.draft != before {
        scene.history.remember(before);
    }
    Wandered::To(back.version)
}

fn carry_out_all(readings: &[Reading], scene: &Scene, told: &mut Told) -> Draft {
    let mut stage = Stage::new(scene);
    for reading in readings {
        match reading {
            Reading::Understood { requests, passed_over } => {
                told.passed_over.extend(passed_over.iter().cloned());
                for request in requests {
                    told.record(request, perform(request, &mut stage));
                }
            }
            unmet => told.unmet.push(unmet.clone()),
        }
    }
    stage.into_draft()
}

/// A request, and, if it makes a film, everything that the film is to have besides.
fn perform(request: &Request, stage: &mut Stage) -> Result<Vec<Note>, Refusal> {
    if matches!(request, Request::Undo(_) | Request::Redo(_) | Request::GoBack(_)) {
        return Err(Refusal::HistoryLate);
    }
    let mut notes = carry_out(request, stage)?;
    if let Request::Make(make) = request {
        for more in besides(make) {
            match carry_out(&more, stage) {
                Ok(said) => notes.extend(said),
                Err(refusal) => notes.push(Note::Without(refusal)),
            }
        }
    }
    Ok(notes)
}

/// The changed film becomes the scene's. A turn that first went back is still one step: undoing it
/// leads to where the turn began.
fn keep(scene: &mut Scene, after: Draft, before: Draft, history: Option<History>) {
    scene.draft = after;
    if let Some(history) = history {
        scene.history = history;
    }
    scene.history.remember(before);
}
