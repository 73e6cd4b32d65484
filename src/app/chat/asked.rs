//! Answering the agent. It may ask several things at once; then the answers go back together, each with
//! its question, as one message.

use super::super::{Effect, State};
use super::Question;
use super::say::say_first;

/// The agent asks; what it asks at the same time comes after it.
pub(super) fn asked(state: &mut State, question: Question) {
    match state.chat.question {
        None => state.chat.question = Some(question),
        Some(_) => state.chat.more_questions.push(question),
    }
}

/// A number was pressed at a question of which several options can be chosen.
pub(super) fn mark(state: &mut State, option: usize) {
    let question = state.chat.question.as_mut();
    if let Some(marked) = question.and_then(|question| question.marked.as_mut())
        && !marked.remove(&option)
    {
        marked.insert(option);
    }
}

/// The marked options, where Enter sends them.
pub(super) fn marked(state: &State) -> Option<String> {
    state.chat.question.as_ref()?.marked_options()
}

/// Answers what is asked. The last answer sends them all.
pub(super) fn answer(state: &mut State, text: String) -> Vec<Effect> {
    let Some(question) = state.chat.question.take() else { return say_first(state, text) };
    let chat = &mut state.chat;
    if chat.more_questions.is_empty() && chat.answers.is_empty() {
        return say_first(state, text);
    }
    chat.answers.push(format!("{} {text}", question.prompt));
    if !chat.more_questions.is_empty() {
        chat.question = Some(chat.more_questions.remove(0));
        return Vec::new();
    }
    let answers = std::mem::take(&mut chat.answers);
    say_first(state, answers.join("\n"))
}

/// Another message takes the place of an answer.
pub(super) fn forget(state: &mut State) {
    let chat = &mut state.chat;
    chat.question = None;
    chat.more_questions.clear();
    chat.answers.clear();
}
