//! Turns that go wrong, as they come over the wire.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::rig::{Rig, answer};

const EDIT: &str = "make a 2-second video";

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["type"].as_str()).collect()
}

#[tokio::test]
async fn a_silent_edit_is_made_without_a_word() {
    let rig = Rig::start("silent=end@chat:2-3").await;
    let session = rig.furnished().await;
    let spoken = rig.say(&session, "hello").await;
    assert!(!spoken.words().is_empty());
    let silent = rig.say(&session, EDIT).await;
    assert!(silent.whole);
    assert_eq!(kinds(&silent.events()), ["tool_call", "tool_result"]);
    assert_eq!(rig.film(&session).await, 2000);
    let asked = rig.say(&session, "hello").await;
    assert!(!asked.words().is_empty(), "only edits are silent");
}

#[tokio::test]
async fn a_silent_edit_may_close_with_an_error_and_is_made_all_the_same() {
    let rig = Rig::start("silent=error,adk=whole").await;
    let session = rig.furnished().await;
    let heard = rig.say(&session, EDIT).await;
    let events = heard.events();
    let last = events.last().expect("an event");
    assert_eq!(last["errorMessage"], "The model returned no content");
    assert_eq!(rig.film(&session).await, 2000);
}

#[tokio::test]
async fn a_drop_comes_before_anything_was_done_or_after_everything_was() {
    let rig = Rig::start("drop=before:1,drop=after:2").await;
    let session = rig.furnished().await;
    let before = rig.say(&session, EDIT).await;
    assert!(!before.whole && !before.bytes.is_empty());
    assert_eq!(rig.film(&session).await, 0);
    let after = rig.say(&session, EDIT).await;
    assert!(!after.whole);
    assert_eq!(rig.film(&session).await, 2000);
    let messages = rig.ledger().await["messages"].clone();
    assert_eq!((&messages[0]["reached"], &messages[1]["reached"]), (&false.into(), &true.into()));
    assert_eq!(messages[1]["text"], EDIT);
    let third = rig.say(&session, "hello").await;
    assert!(third.whole);
}

#[tokio::test]
async fn cut_events_say_the_same_in_every_form() {
    let plain = Rig::start("slow=0").await;
    let session = plain.furnished().await;
    let expected = plain.say(&session, EDIT).await;
    let (mut forms, mut most) = (String::new(), 0);
    for seed in 1..=12 {
        let rig = Rig::seeded("cut", seed).await;
        let session = rig.furnished().await;
        let heard = rig.say(&session, EDIT).await;
        assert!(heard.whole);
        assert_eq!(heard.words(), expected.words(), "seed {seed}");
        most = most.max(heard.pieces);
        forms.push_str(&heard.text());
    }
    assert!(most > expected.pieces, "the pieces end anywhere: {most}");
    for sign in ["\u{feff}", "\r\n", "\r\r", "\n\n", ": a comment", "id: ", "retry: ", "data:{"] {
        assert!(forms.contains(sign), "{sign:?}");
    }
}

#[tokio::test]
async fn the_other_dialect_comes_with_thoughts_pieces_and_a_recap() {
    let rig = Rig::start("adk=stream:1,adk=mixed:2").await;
    let session = rig.furnished().await;
    let heard = rig.say(&session, EDIT).await;
    assert_eq!(kinds(&heard.events()), [""; 0]);
    let all = heard.events();
    let parts = |partial: bool| {
        let events = all.iter().filter(move |event| event["partial"] == partial);
        events.map(|event| event["content"]["parts"][0].clone()).collect::<Vec<_>>()
    };
    let words = |parts: Vec<Value>| {
        let said = parts.iter().filter(|part| part["thought"] != true);
        said.filter_map(|part| part["text"].as_str()).collect::<String>()
    };
    assert!(!words(parts(true)).is_empty());
    assert_eq!(words(parts(true)), words(parts(false)), "the recap repeats the pieces");
    assert!(parts(true).iter().any(|part| part["thought"] == true));
    assert!(parts(false).iter().any(|part| part["functionCall"].is_object()));
    assert!(parts(false).iter().any(|part| part["functionResponse"].is_object()));
    let mixed = rig.say(&session, "hello").await.events();
    assert!(mixed.iter().any(|event| event["type"] == "text"));
    assert!(mixed.iter().any(|event| event["content"]["parts"][0]["text"].is_string()));
}

#[tokio::test]
async fn nothing_but_signs_of_life_comes_for_a_while() {
    let rig = Rig::start("heartbeats=80ms").await;
    let session = rig.session().await;
    let begun = Instant::now();
    let heard = rig.say(&session, "hello").await;
    assert!(begun.elapsed() >= Duration::from_millis(80));
    let text = heard.text();
    let alive = text.split("tool_call").next().expect("a beginning");
    for sign in
        ["data: {\"type\":\"heartbeat\"}\n\n", "data: heartbeat\n\n", "data:\n\n", ": ping\n\n"]
    {
        assert!(alive.contains(sign), "{sign:?}");
    }
    assert!(!heard.words().is_empty());
}

#[tokio::test]
async fn slow_answers_wait_before_and_between() {
    let rig = Rig::start("slow=40ms@chat").await;
    let session = rig.session().await;
    let begun = Instant::now();
    let heard = rig.say(&session, "hello").await;
    let waits = u32::try_from(heard.events().len() + 1).expect("a few");
    assert!(begun.elapsed() >= waits * Duration::from_millis(40));
}

#[tokio::test]
async fn used_up_credits_are_told_in_place_of_the_stream_or_inside_it() {
    let rig = Rig::start("2001=answer:1,2001=event:2").await;
    let session = rig.furnished().await;
    assert_eq!(answer(rig.message(&session, EDIT)).await.refusal(), (200, 2001));
    let heard = rig.say(&session, EDIT).await;
    assert_eq!(heard.events()[0]["code"], 2001);
    assert_eq!(rig.film(&session).await, 0, "nothing was done");
}

#[tokio::test]
async fn a_question_waits_for_its_answer_and_does_nothing() {
    let rig = Rig::start("question").await;
    let session = rig.furnished().await;
    let heard = rig.say(&session, EDIT).await;
    let call = &heard.events()[0];
    assert_eq!(call["name"], "ask_question");
    assert_eq!(call["args"]["questions"][0]["options"][1]["label"], "9:16");
    assert_eq!(rig.film(&session).await, 0);
    rig.say(&session, EDIT).await;
    assert_eq!(rig.film(&session).await, 2000, "the next one is heard");
}

#[tokio::test]
async fn words_of_a_screen_and_an_apology_follow_a_good_answer() {
    let plain = Rig::start("slow=0").await;
    let session = plain.furnished().await;
    let good = plain.say(&session, EDIT).await.words();
    let rig = Rig::start("gui,apology").await;
    let session = rig.furnished().await;
    let heard = rig.say(&session, EDIT).await;
    let words = heard.words();
    let rest = words.strip_prefix(&good).expect("the answer comes first");
    let screen = ["Click", "drag", "Open", "Preview", "点击", "打开"];
    assert!(screen.iter().any(|word| rest.contains(word)), "{rest}");
    assert!(rest.contains("temporary") || rest.contains("临时"), "{rest}");
    let pieces = heard.events().iter().filter(|event| event["type"] == "text").count();
    assert!(pieces > 5, "phrases are cut across events: {pieces}");
}
