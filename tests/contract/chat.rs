//! Turns.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::samples::picture;

fn message(session: &str, text: &str) -> Value {
    json!({"app_name": "nemo_agent", "user_id": "me", "session_id": session,
           "new_message": {"parts": [{"text": text}]}})
}

/// The events of a stream that came to its end.
fn events(body: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(body).expect("text");
    assert!(text.ends_with("\n\n"), "the stream ends after an event: {text:?}");
    let data = text.lines().filter_map(|line| line.strip_prefix("data: "));
    data.map(|data| serde_json::from_str(data).expect("JSON")).collect()
}

#[tokio::test]
async fn a_turn_is_a_call_its_result_and_an_end() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let answer = desk.post("/run_sse", &message(&session, "hello there")).await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").starts_with("text/event-stream"));
    let events = events(&answer.bytes);
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    assert_eq!(kinds[..2], ["tool_call", "tool_result"]);
    assert!(kinds[2..].iter().all(|kind| *kind == "text"), "{kinds:?}");
    assert_eq!(events[0]["args"]["request"], "hello there");
}

#[tokio::test]
async fn an_empty_message_is_no_turn() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    for text in ["", "  \n\t "] {
        desk.post("/run_sse", &message(&session, text)).await.refused(400, 400);
    }
    let partless = json!({"app_name": "nemo_agent", "user_id": "me", "session_id": session,
                          "new_message": {"parts": []}});
    desk.post("/run_sse", &partless).await.refused(400, 400);
    desk.post("/run_sse", &json!({"session_id": session})).await.refused(400, 400);
}

#[tokio::test]
async fn a_session_that_is_not_there_is_told_before_the_stream() {
    let desk = Desk::open().await;
    desk.post("/run_sse", &message("unknown", "hello")).await.refused(404, 1002);
}

#[tokio::test]
async fn a_message_has_a_limit() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let long = "word ".repeat(300_000);
    desk.post("/run_sse", &message(&session, &long)).await.refused(413, 413);
}

/// Says something and gives the events of the turn.
async fn said(desk: &Desk, session: &str, text: &str) -> Vec<Value> {
    events(&desk.post("/run_sse", &message(session, text)).await.bytes)
}

async fn sources(desk: &Desk, session: &str) -> Vec<String> {
    let draft = desk.state(session).await.data()["state"]["draft"].clone();
    let pieces = draft["t"][0]["sg"].as_array().expect("pieces").clone();
    pieces.iter().map(|piece| piece["src"].as_str().expect("a file").to_owned()).collect()
}

#[tokio::test]
async fn a_question_waits_for_its_answer_even_when_the_studio_is_started_anew() {
    let mut desk = Desk::open().await;
    for (answer, left) in [("2", ["a.png", "c.png"]), ("c.png", ["a.png", "b.png"])] {
        let session = desk.session().await;
        let pictures = [("a.png", "red"), ("b.png", "green"), ("c.png", "blue")]
            .map(|(name, colour)| (name, picture(colour)));
        let files = pictures.each_ref().map(|(name, bytes)| (*name, &bytes[..]));
        desk.upload(&session, &files).await.data();
        said(&desk, &session, "make a video").await;
        let asked = said(&desk, &session, "delete the photo").await;
        let question = asked.last().expect("an event");
        assert_eq!(question["name"], "ask_question");
        let options = question["args"]["questions"][0]["options"].as_array().expect("choices");
        let labels: Vec<&str> = options.iter().filter_map(|one| one["label"].as_str()).collect();
        assert_eq!(labels, ["clip 1: a.png", "clip 2: b.png", "clip 3: c.png"]);
        assert_eq!(sources(&desk, &session).await, ["a.png", "b.png", "c.png"], "nothing yet");
        desk.context.close().await;
        let Desk { folder, context, router } = desk;
        drop((context, router));
        desk = Desk::in_folder(folder, |_| {}).await;
        said(&desk, &session, answer).await;
        assert_eq!(sources(&desk, &session).await, left, "{answer}");
        // It is answered: the same words are no answer any more.
        said(&desk, &session, answer).await;
        assert_eq!(sources(&desk, &session).await, left, "{answer} again");
    }
}
