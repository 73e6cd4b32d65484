//! The recordings of the Agent Development Kit, told; and what the dialects do together.

use serde_json::json;

use super::*;
use crate::api::events::{Frame, Frames, read};

/// The frames of a stream that comes in these pieces.
fn frames(pieces: &[&[u8]]) -> Vec<Frame> {
    let (mut frames, mut complete) = (Frames::default(), Vec::new());
    for piece in pieces {
        frames.push(piece, &mut complete).expect("short lines");
    }
    frames.finish(&mut complete).expect("short lines");
    complete
}

/// Everything that a stream tells.
fn tell(bytes: &[u8]) -> Vec<Tell> {
    let mut teller = Teller::default();
    let events = frames(&[bytes]).into_iter().flat_map(|frame| read(&frame));
    let mut told: Vec<Tell> = events.flat_map(|event| teller.hear(event)).collect();
    told.extend(teller.finish());
    told
}

fn text(told: &[Tell]) -> String {
    let words = told.iter().filter_map(|tell| match tell {
        Tell::Text(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn tools(told: &[Tell]) -> Vec<&str> {
    let names = told.iter().filter_map(|tell| match tell {
        Tell::Tool(name) => Some(name.as_str()),
        _ => None,
    });
    names.collect()
}

macro_rules! recording {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../../tests/fixtures/adk/", $name, ".sse")))
    };
}

const RECORDINGS: [(&str, &[u8]); 10] = [
    recording!("text.whole"),
    recording!("text.stream"),
    recording!("unicode.stream"),
    recording!("generate.whole"),
    recording!("generate.stream"),
    recording!("silent.whole"),
    recording!("silent.stream"),
    recording!("thinking.stream"),
    recording!("parallel.whole"),
    recording!("blocked.whole"),
];

fn recorded(name: &str) -> Vec<Tell> {
    let found = RECORDINGS.iter().find(|(known, _)| *known == name);
    tell(found.expect("a recording").1)
}

#[test]
fn every_recording_is_the_same_wherever_it_is_cut() {
    for (name, bytes) in RECORDINGS {
        let whole = frames(&[bytes]);
        for cut in 0..=bytes.len() {
            let (one, two) = bytes.split_at(cut);
            assert_eq!(frames(&[one, two]), whole, "{name} cut at {cut}");
        }
    }
}

#[test]
fn streamed_pieces_and_their_recap_are_told_once() {
    let sentence = "Sure! I can add music, titles and effects. What shall we make?";
    assert_eq!(text(&recorded("text.whole")), sentence);
    assert_eq!(text(&recorded("text.stream")), sentence);
    assert_eq!(
        text(&recorded("unicode.stream")),
        "好的，标题“城市之光”已准备好 🎬👩‍👩‍👧 — שלום, résumé naïve."
    );
}

#[test]
fn messages_with_work_between_them_are_paragraphs() {
    let expected = "I'll generate your video now...\n\nYour video is ready! Preview it in the \
                    timeline panel or click Export to save it.";
    for name in ["generate.whole", "generate.stream"] {
        let told = recorded(name);
        assert_eq!(text(&told), expected, "{name}");
        assert_eq!(tools(&told), ["generate_video_with_seedance", "edit_multitrack"], "{name}");
    }
    assert_eq!(tools(&recorded("parallel.whole")), ["search_bgm", "edit_multitrack"]);
}

#[test]
fn thoughts_are_not_part_of_the_answer() {
    let told = recorded("thinking.stream");
    assert_eq!(text(&told), "Making it warmer.\n\nDone: a warm colour grade now covers 0-10s.");
    assert!(told.contains(&Tell::Thinking));
}

#[test]
fn a_silent_edit_tells_its_work_and_the_kits_own_error() {
    assert_eq!(text(&recorded("silent.stream")), "");
    assert_eq!(tools(&recorded("silent.stream")), ["edit_multitrack"]);
    let told = recorded("silent.whole");
    assert!(
        matches!(told.last(), Some(Tell::Failed { message: Some(words), .. }) if words.contains("no content")),
        "{told:?}"
    );
}

#[test]
fn a_blocked_answer_is_an_error_with_its_words() {
    let words = "The response was blocked.".to_owned();
    assert_eq!(recorded("blocked.whole"), [Tell::Failed { code: None, message: Some(words) }]);
}

#[test]
fn both_dialects_may_be_mixed_in_one_stream() {
    let stream = br#"data: {"type":"text","content":"One "}

data: {"type":"text","content":"two."}

data: {"type":"tool_call","name":"edit","args":{}}

data: {"type":"tool_result","name":"edit","result":{}}

data: {"content":{"role":"model","parts":[{"text":"Thr"}]},"partial":true}

data: {"content":{"role":"model","parts":[{"text":"Three."}]},"partial":false}

"#;
    assert_eq!(text(&tell(stream)), "One two.\n\nThree.");
}

#[test]
fn a_closing_apology_goes_and_one_in_the_middle_stays() {
    let simple = |words: &str| Event::Text(words.into(), Piece::Next);
    let sorry = "I apologize, there was a temporary issue on our side.";
    let mut teller = Teller::default();
    let mut told: Vec<Tell> = teller.hear(simple("The title is in place."));
    told.extend(teller.hear(Event::ToolResult("edit".into())));
    told.extend(teller.hear(simple(sorry)));
    let closing = teller.finish();
    assert_eq!((text(&told).as_str(), closing), ("The title is in place.", vec![]));

    let mut teller = Teller::default();
    let mut told = teller.hear(simple("One."));
    told.extend(teller.hear(Event::ToolResult("edit".into())));
    told.extend(teller.hear(simple(sorry)));
    told.extend(teller.hear(simple(" It works again, and the music is in.".repeat(12).as_str())));
    told.extend(teller.finish());
    assert!(text(&told).contains("temporary issue"), "{told:?}");
}

#[test]
fn an_apology_that_is_the_whole_answer_is_told() {
    let frame = Frame::Data(
        r#"{"type":"text","content":"Sorry, there was a temporary issue."}"#.to_owned(),
    );
    let mut teller = Teller::default();
    let told: Vec<Tell> = read(&frame).into_iter().flat_map(|event| teller.hear(event)).collect();
    assert_eq!(text(&told), "Sorry, there was a temporary issue.");
}

/// "0–1 s" ends with a letter with which "sorry" begins.
#[test]
fn an_apology_is_dropped_also_after_a_piece_that_looked_like_its_beginning() {
    for last in ["s", "i", "w", " un"] {
        let apology = "I apologize, but there was a temporary issue.";
        let pieces = ["Title added, 0–1 ", last, apology];
        let event = |words| format!("data: {}\n\n", json!({"type": "text", "content": words}));
        let stream: String = pieces.into_iter().map(event).collect();
        assert_eq!(text(&tell(stream.as_bytes())), format!("Title added, 0–1 {last}"));
    }
}
