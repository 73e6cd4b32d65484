//! Turns.

use serde_json::{Value, json};

use crate::desk::Desk;

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
