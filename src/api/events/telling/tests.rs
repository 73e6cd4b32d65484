//! The recordings of the Agent Development Kit, told; and what the dialects do together.

use proptest::prelude::*;
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
    tell_pieces(&[bytes])
}

/// Everything that a stream tells which comes in these pieces, each event as soon as it is complete.
fn tell_pieces(pieces: &[&[u8]]) -> Vec<Tell> {
    let (mut frames, mut teller, mut told) = (Frames::default(), Teller::default(), Vec::new());
    let mut complete = Vec::new();
    let mut hear = |complete: &mut Vec<Frame>, told: &mut Vec<Tell>| {
        let events = complete.drain(..).flat_map(|frame| read(&frame)).collect::<Vec<_>>();
        told.extend(events.into_iter().flat_map(|event| teller.hear(event)));
    };
    for piece in pieces {
        frames.push(piece, &mut complete).expect("short lines");
        hear(&mut complete, &mut told);
    }
    frames.finish(&mut complete).expect("short lines");
    hear(&mut complete, &mut told);
    told.extend(teller.finish());
    told
}

/// What events tell.
fn tell_events(events: impl IntoIterator<Item = Event>) -> Vec<Tell> {
    let mut teller = Teller::default();
    let mut told: Vec<Tell> = events.into_iter().flat_map(|event| teller.hear(event)).collect();
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

fn simple(words: &str) -> Event {
    Event::Text(words.into(), Piece::Next)
}

fn worked() -> Event {
    Event::ToolResult("edit".into())
}

const SORRY: &str = "I apologize, there was a temporary issue on our side.";

#[test]
fn a_closing_apology_goes_after_a_good_answer() {
    let good = "The title is in place.";
    let whole = |words: &str| Event::Text(words.into(), Piece::Whole);
    let partial = |words: &str| Event::Text(words.into(), Piece::Partial);
    for events in [
        vec![worked(), simple(good), simple(SORRY)],
        vec![worked(), whole(good), whole(SORRY)],
        vec![simple(&format!("{good}\n\n{SORRY}"))],
        vec![
            partial("The title is in place.\n"),
            partial("I apolo"),
            partial(
                "gize, there was a \
             temporary issue.",
            ),
            whole("The title is in place.\nI apologize, there was a temporary issue."),
        ],
        vec![whole(good), whole("非常抱歉，系统出现了临时故障，请稍后再试。")],
    ] {
        let told = tell_events(events.clone());
        let kept = told.iter().any(|tell| matches!(tell, Tell::Apology(_)));
        assert_eq!((text(&told).trim(), kept), (good, false), "{events:?}");
    }
}

#[test]
fn an_apology_after_work_is_left_to_the_state() {
    let told = tell_events([simple("Making it."), worked(), simple(SORRY)]);
    assert_eq!(text(&told), "Making it.");
    assert_eq!(told.last(), Some(&Tell::Apology(SORRY.into())));
}

#[test]
fn an_apology_in_the_middle_stays() {
    let more = " It works again, and the music is in.".repeat(12);
    let told = tell_events([simple("One."), worked(), simple(SORRY), simple(&more)]);
    assert!(text(&told).contains("temporary issue"), "{told:?}");
    let told = tell_events([simple("One."), worked(), simple(SORRY), worked(), simple("Done.")]);
    assert_eq!(text(&told), format!("One.\n\n{SORRY}\n\nDone."));
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

#[test]
fn a_recap_of_pieces_in_the_other_dialect_is_told_once() {
    let whole = |words: &str| Event::Text(words.into(), Piece::Whole);
    let told = tell_events([simple("One "), simple("two."), whole("One two."), whole("One two.")]);
    assert_eq!(text(&told), "One two.");
    let told = tell_events([whole("Done."), worked(), whole("Done.")]);
    assert_eq!(text(&told), "Done.\n\nDone.", "two messages with work between them");
}

#[test]
fn a_piece_that_is_cut_within_a_character_is_told_right_by_its_recap() {
    let escaped = br#"data: {"content":{"parts":[{"text":"Cut \ud83c"}]},"partial":true}

data: {"content":{"parts":[{"text":"\udfac now"}]},"partial":true}

data: {"content":{"parts":[{"text":"Cut \ud83c\udfac now"}]},"partial":false}

"#;
    assert_eq!(text(&tell(escaped)), "Cut 🎬 now");
    let mut bytes =
        b"data: {\"content\":{\"parts\":[{\"text\":\"\xe6\x97\"}]},\"partial\":true}\n\n\
        data: {\"content\":{\"parts\":[{\"text\":\"\xa5\"}]},\"partial\":true}\n\n"
            .to_vec();
    bytes.extend("data: {\"content\":{\"parts\":[{\"text\":\"日\"}]}}\n\n".as_bytes());
    assert_eq!(text(&tell(&bytes)), "日");
}

#[test]
fn several_questions_come_in_order() {
    let call =
        br#"data: {"content":{"parts":[{"functionCall":{"name":"ask_question","args":{"questions":[
data: {"id":"a","prompt":"Which shape?","options":[{"id":"1","label":"16:9"}]},
data: {"id":"b","prompt":"Which moods?","options":["calm","upbeat"],"allow_multiple":true}]}}}]}}

"#;
    let asked: Vec<(String, bool)> = tell(call)
        .into_iter()
        .filter_map(|tell| match tell {
            Tell::Question(question) => Some((question.prompt, question.allow_multiple)),
            _ => None,
        })
        .collect();
    assert_eq!(asked, [("Which shape?".into(), false), ("Which moods?".into(), true)]);
}

proptest! {
    #[test]
    fn the_whole_way_from_bytes_to_words_is_the_same_in_any_cuts(
        name in 0..RECORDINGS.len(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        ends in 0..3_usize,
    ) {
        let bytes = with_line_ends(RECORDINGS[name].1, ["\n", "\r\n", "\r"][ends]);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
        prop_assert_eq!(tell_pieces(&pieces), tell(RECORDINGS[name].1));
    }
}

fn with_line_ends(bytes: &[u8], end: &str) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).expect("recordings are text");
    text.replace("\r\n", "\n").replace('\n', end).into_bytes()
}
