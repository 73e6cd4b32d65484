//! A question, and what is told beside it: `Remind me, which picture comes second? I've quite lost track.`,
//! `请问这部片子目前总共多长？一节课的导入部分不能超过半分钟。`
//!
//! Where nothing beside it is a wish, the question is answered by itself, and what was told is a remark.

use super::request::{Reading, Request};
use super::scene::Scene;
use super::turn::{names, readings};
use super::words::{self, Question};

/// The question alone, where a sentence asks something and wants nothing done. `whole` is what the sentence says as it
/// stands, with the remarks in it.
pub fn only_asked(
    sentence: &str,
    scene: &Scene,
    whole: &(Vec<Reading>, Vec<String>),
) -> Option<(Vec<Reading>, Vec<String>)> {
    if let Some(asking) = words::enquiry(sentence, &names(scene)) {
        if whole.0.iter().all(only_asks) && whole.0.iter().any(asks_for_something) {
            return Some(whole.clone());
        }
        return Some((question(&asking, scene), Vec::new()));
    }
    beside_what_is_told(sentence, scene)
}

/// What a part asks; where nobody here has words for it, that it asks.
fn question(asking: &str, scene: &Scene) -> Vec<Reading> {
    let (mut read, _) = readings(asking, scene);
    read.retain(asks_for_something);
    if read.is_empty() { vec![Reading::asked()] } else { read }
}

/// One sentence asks, and none of the others is understood as a wish.
fn beside_what_is_told(sentence: &str, scene: &Scene) -> Option<(Vec<Reading>, Vec<String>)> {
    let sentences = sentences(sentence);
    let ask = |said: &&str| words::enquiry(said, &names(scene)).is_some();
    let asking = sentences.iter().position(ask).filter(|_| sentences.len() > 1)?;
    let others = sentences.iter().enumerate().filter(|(at, _)| *at != asking);
    let ends = ['。', '.', '！', '!'];
    let told: Vec<String> =
        others.map(|(_, said)| said.trim_end_matches(ends).to_owned()).collect();
    if told.iter().any(|said| readings(said, scene).0.iter().any(may_want)) {
        return None;
    }
    let part = words::enquiry(sentences[asking], &names(scene))?;
    Some((question(&part, scene), told))
}

/// The sentences of what was said; one where words to show are quoted, that may have marks in them.
fn sentences(said: &str) -> Vec<&str> {
    if said.contains(['"', '“', '”', '「']) {
        return vec![said];
    }
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, letter) in said.char_indices() {
        let end = at + letter.len_utf8();
        let ends = matches!(letter, '?' | '？' | '。' | '！' | '!')
            || (letter == '.' && said[end..].starts_with(' '));
        if ends {
            sentences.push(said[from..end].trim());
            from = end;
        }
    }
    sentences.push(said[from..].trim());
    sentences.retain(|said| said.chars().any(char::is_alphanumeric));
    sentences
}

/// Something is to be done, or cannot be done here.
fn may_want(reading: &Reading) -> bool {
    match reading {
        Reading::Understood { requests, .. } => {
            requests.iter().any(|request| !matches!(request, Request::Ask(_)))
        }
        Reading::Beyond { .. } => true,
        Reading::Unclear { .. } => false,
    }
}

/// Nothing but a question, of which all is understood.
fn only_asks(reading: &Reading) -> bool {
    let asks = |request: &Request| matches!(request, Request::Ask(_));
    match reading {
        Reading::Understood { requests, .. } => requests.iter().all(asks),
        Reading::Beyond { .. } => true,
        Reading::Unclear { .. } => false,
    }
}

/// A question that there are words for.
fn asks_for_something(reading: &Reading) -> bool {
    let known = |request: &Request| matches!(request, Request::Ask(asked) if asked.question != Question::Other);
    matches!(reading, Reading::Understood { requests, .. } if requests.iter().any(known))
}
