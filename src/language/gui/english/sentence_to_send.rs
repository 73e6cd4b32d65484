//! The sentence to send in place of a movement with the mouse: `drag the title to 3 s` becomes
//! `move the title to 3 s`.

use super::super::Offer;
use super::table;
use super::words::Words;

/// Said of the screen, not of the film.
const ON_SCREEN: &[&str] = &[
    " on the timeline",
    " in the timeline",
    " along the timeline",
    " within the timeline",
    " on your timeline",
    " in your timeline",
    " in the preview",
    " in the player",
    " in the editor",
    " on the canvas",
    " with your mouse",
    " with the mouse",
    " using your mouse",
    " using the mouse",
    " on the track",
    " manually",
    " yourself",
    " directly",
];
/// From here on it is only politeness.
const POLITE: &[&str] = &[
    " if you like",
    " if you'd like",
    " if you’d like",
    " if you want",
    " if you prefer",
    " if needed",
    " if necessary",
    " as needed",
    " as you like",
    " whenever you",
    " when you",
    " until you",
    " at any time",
];
const TARGETS: &[&str] = &[
    "to",
    "onto",
    "into",
    "after",
    "before",
    "by",
    "earlier",
    "later",
    "up",
    "down",
    "left",
    "right",
    "behind",
    "above",
    "below",
    "forward",
    "backward",
    "forwards",
    "backwards",
    "between",
];

/// Whether it is said where to.
pub(super) fn has_target(words: &Words<'_>, object: usize) -> bool {
    words.from(object).iter().skip(1).any(|word| TARGETS.contains(&word.lower.as_str()))
}

/// What is offered in place of a movement; nothing where it says too little for a sentence.
pub(super) fn moved(words: &Words<'_>, object: usize) -> Vec<Offer> {
    let text = plain(words.text_from(object));
    // A pointer is no part of the film.
    if ["playhead", "cursor", "mouse"].iter().any(|pointer| text.contains(pointer)) {
        return Vec::new();
    }
    if let Some(offer) = files(&text) {
        return vec![offer];
    }
    let sentence = purpose(&text).or_else(|| slider(&text)).or_else(|| {
        let (what, rest) = cut_at_target(&text)?;
        Some(format!("move {what} {rest}"))
    });
    sentence.map(|sentence| vec![Offer::Say(sentence)]).unwrap_or_default()
}

/// An edit that follows an instruction, as it stands.
pub(super) fn edit(words: &Words<'_>, at: usize) -> Vec<Offer> {
    vec![Offer::Say(plain(words.text_from(at)))]
}

/// Without emphasis, the screen and politeness.
fn plain(text: &str) -> String {
    let mut text: String = text.chars().filter(|letter| !matches!(letter, '*' | '_')).collect();
    for words in ON_SCREEN {
        if let Some(at) = find(&text, words) {
            let after = text[at + words.len()..].chars().next();
            if !after.is_some_and(char::is_alphanumeric) {
                text.replace_range(at..at + words.len(), "");
            }
        }
    }
    if let Some(at) = POLITE.iter().filter_map(|words| find(&text, words)).min() {
        text.truncate(at);
    }
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | '.' | ')' | '!')
    })
    .to_owned()
}

fn find(text: &str, words: &str) -> Option<usize> {
    text.to_ascii_lowercase().find(words)
}

/// Files that go to the editor, or onto the timeline.
fn files(text: &str) -> Option<Offer> {
    let lower = text.to_ascii_lowercase();
    if ["into the chat", "to the chat", "into this chat", "upload area"]
        .iter()
        .any(|place| lower.contains(place))
    {
        return Some(Offer::Upload);
    }
    let own = [
        "your file",
        "your image",
        "your photo",
        "your picture",
        "your media",
        "your clip",
        "your video",
        "your footage",
        "files",
        "images",
        "photos",
        "media ",
    ];
    let (what, place) = ["onto the timeline", "into the timeline", "to the timeline"]
        .iter()
        .find_map(|place| Some((text[..find(text, place)?].trim().to_owned(), *place)))
        .unzip();
    let elsewhere = ["here", "library", "panel", "window", "editor", "upload"]
        .iter()
        .any(|place| lower.contains(place));
    if own.iter().any(|own| lower.starts_with(own)) && (place.is_some() || elsewhere) {
        return Some(Offer::Upload);
    }
    let what = what.filter(|what| !what.is_empty())?;
    Some(Offer::Say(format!("add {what} to the timeline")))
}

/// `the edge to trim the clip to 5 s`: what it is for.
fn purpose(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (at, verb) = lower.match_indices(" to ").find_map(|(at, to)| {
        let rest = &lower[at + to.len()..];
        let verb = rest.split([' ', ',']).next()?;
        table::EDITS.contains(&verb).then(|| (at + to.len(), verb.to_owned()))
    })?;
    let what = text[..at - " to ".len()].split(" to ").next().unwrap_or_default().trim();
    let rest = text[at + verb.len()..].trim();
    let pronoun = ["it", "them", "its", "their"].into_iter().find(|pronoun| {
        rest.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(pronoun))
    });
    match pronoun {
        Some("it" | "them")
            if rest.split(' ').count() == 1 && table::VAGUE.contains(&verb.as_str()) =>
        {
            None
        }
        Some(pronoun @ ("it" | "them")) => Some(format!("{verb} {what}{}", &rest[pronoun.len()..])),
        _ if rest.is_empty() => Some(format!("{verb} {what}")),
        _ => Some(format!("{verb} {rest}")),
    }
}

/// `the volume slider to 50%`.
fn slider(text: &str) -> Option<String> {
    let at = find(text, " slider")?;
    let rest = text[at + " slider".len()..].trim();
    rest.starts_with("to ").then(|| format!("set {} {rest}", text[..at].trim()))
}

/// What is moved, and where to.
fn cut_at_target(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 && TARGETS.contains(&word.to_lowercase().as_str()) {
            return Some((text[..at].trim(), &text[at..]));
        }
        at += word.len() + 1;
    }
    None
}
