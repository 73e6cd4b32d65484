//! Several requests, one after the other, that are one step in the end.
//!
//! For whoever works towards a goal by several requests and looks at the film in between. Each is read
//! and carried out like a sentence of its own; what is claimed at the end is read off the film before
//! the first and after the last.

use super::answer::{Answer, Told, answer};
use super::scene::{History, Scene};
use super::turn::take_turn;
use crate::draft::Draft;
use crate::language::Language;

/// Requests on the way.
#[derive(Debug, Clone)]
pub struct Attempt {
    scene: Scene,
    before: Draft,
    history: History,
    /// Whether it did more than go back and forward.
    edited: bool,
}

impl Attempt {
    /// Begins with a scene.
    #[must_use]
    pub fn new(scene: Scene) -> Self {
        let (before, history) = (scene.draft.clone(), scene.history.clone());
        Self { scene, before, history, edited: false }
    }

    /// How it stands.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Carries out a request.
    pub fn take(&mut self, request: &str) -> Answer {
        let steps = |history: &History| (history.future.len(), history.left.len());
        let (future, left) = steps(&self.scene.history);
        let answer = take_turn(request, &mut self.scene);
        let now = steps(&self.scene.history);
        let wandered = now.0 != future && now.1 == left;
        self.edited |= answer.changed && !wandered;
        answer
    }

    /// What became of the film, in one step, and what is to be said of it.
    #[must_use]
    pub fn finish(mut self, language: Language) -> (Answer, Scene) {
        if self.scene.draft == self.before {
            self.scene.history = self.history;
            return (
                Answer { text: unchanged(language), changed: false, choices: None },
                self.scene,
            );
        }
        if self.edited {
            self.scene.history = self.history;
            self.scene.history.remember(self.before.clone());
        }
        let was_empty = self.before.segments().next().is_none();
        let told = Told { made: was_empty, before: self.before, ..Told::default() };
        (answer(&told, &self.scene, language), self.scene)
    }
}

fn unchanged(language: Language) -> String {
    match language {
        Language::English => "The film was not changed.".into(),
        Language::Chinese => "影片没有改动。".into(),
    }
}
