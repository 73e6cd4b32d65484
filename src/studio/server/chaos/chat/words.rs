//! What is said, changed: nothing at all, too much, a question, an apology.

use serde_json::{Value, json};

use super::heard::text;
use crate::studio::server::chaos::marks;
use crate::studio::server::chaos::plan::Hit;

/// What a kit says that found no words.
const NO_CONTENT: &str = "The model returned no content";

/// What an agent says that believes in a web page.
const GUI: [&str; 6] = [
    " Click the Export button in the top right corner to download your video.",
    " You can drag the clips on the timeline to reorder them.",
    " Open the Effects panel to see more options.",
    " Preview it in the player, then check your account for the remaining credits.",
    " 请点击右上角的导出按钮下载视频。",
    " 您可以打开素材面板，把片段拖拽到时间线上。",
];

/// What it says after it has done everything well.
const APOLOGIES: [&str; 3] = [
    "I apologize, but there was a temporary issue while processing your request. Please try again \
     later.",
    "Sorry, it seems there is a temporary problem with the service. Please try again.",
    "抱歉，系统出现临时问题，请稍后再试。",
];

/// The words go; an error may take their place.
pub(super) fn silenced(mut events: Vec<Value>, hit: &Hit) -> Vec<Value> {
    events.retain(|event| text(event).is_none());
    if hit.word == "error" {
        events.push(json!({"error": NO_CONTENT}));
    }
    events
}

/// Instructions for a screen follow the answer, in pieces that end anywhere.
pub(super) fn with_gui(events: &mut Vec<Value>, hit: &mut Hit) {
    let letters: Vec<char> = hit.dice.pick(&GUI).chars().collect();
    let mut rest = letters.as_slice();
    while !rest.is_empty() {
        let (piece, after) = rest.split_at((1 + hit.dice.below(9)).min(rest.len()));
        events.push(said(&piece.iter().collect::<String>()));
        rest = after;
    }
}

/// Each piece of the answer carries a mark.
pub(super) fn marked(events: &mut [Value], hit: &mut Hit) {
    for event in events {
        if let Some(words) = text(event) {
            *event = said(&format!("{words}{}", marks::mark(&mut hit.dice)));
        }
    }
}

/// An apology follows.
pub(super) fn with_apology(events: &mut Vec<Value>, hit: &mut Hit) {
    events.push(said(hit.dice.pick(&APOLOGIES)));
}

/// The agent asks and waits.
pub(super) fn question() -> Vec<Value> {
    let options = json!([{"id": "a", "label": "16:9"}, {"id": "b", "label": "9:16"}]);
    let questions = json!([{
        "id": "shape",
        "prompt": "Which shape should the film have?",
        "options": options,
        "allow_multiple": false,
    }]);
    vec![json!({"type": "tool_call", "name": "ask_question", "args": {"questions": questions}})]
}

fn said(words: &str) -> Value {
    json!({"type": "text", "content": words})
}
