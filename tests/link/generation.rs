//! Generation in two steps: the raw video first, then what the service adds on its own.

use cutroom::link::{TurnEnd, TurnId, Update};
use serde_json::{Value, json};

use super::driver::{Driver, Home};
use super::server::{Server, Step, Turn};

fn recording(name: &str) -> Vec<Step> {
    let path = format!("{}/tests/fixtures/adk/{name}.sse", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("a recording");
    // One step for each event, so that the film can change between them.
    let text = String::from_utf8(bytes).expect("text");
    text.split_inclusive("\n\n").map(|event| Step::Bytes(event.as_bytes().to_vec())).collect()
}

fn video() -> Value {
    json!({"t": [{"tt": 0, "sg": [{"id": "v", "d": 10000, "m": {"name": "city"}}]}]})
}

fn finished() -> Value {
    json!({"t": [
        {"tt": 0, "sg": [{"id": "v", "d": 10000, "m": {"name": "city"}}]},
        {"tt": 1, "sg": [{"id": "m", "d": 10000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
        {"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"text": "Urban Dreams"}}]},
    ]})
}

/// The steps of a recording: the video comes after the generating tool has been named, the rest when
/// the test says so.
fn in_two_steps(name: &str) -> Turn {
    let mut steps = recording(name);
    let called = steps
        .iter()
        .position(|step| {
            matches!(step, Step::Bytes(bytes)
            if String::from_utf8_lossy(bytes).contains("functionCall"))
        })
        .expect("a tool call");
    let rest = steps.split_off(called + 1);
    steps.extend([Step::Film(video()), Step::Gate, Step::Film(finished())]);
    steps.extend(rest);
    Turn::Stream(steps)
}

#[tokio::test]
async fn both_steps_are_told_and_what_was_added_can_be_taken_out() {
    for name in ["generate.whole", "generate.stream"] {
        let (home, server) = (Home::new(), Server::start().await);
        server.world().turns.push_back(in_two_steps(name));
        let mut driver = Driver::open(&home, &server).await;
        driver.say(1, "a city skyline at night, with a title").await;
        let first = |update: &Update| matches!(update, Update::Notice(line) if line == "Generated: city, 0–10\u{a0}s.");
        driver.until("the first step, while the second is still to come", first).await;
        server.stream_gate.add_permits(1);
        assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
        assert_eq!(
            driver.notices()[1],
            "Added on its own: music Lo-fi, 0–10\u{a0}s, 35%.\n\
             Say “remove the music” to take any of it out.",
            "the title was asked for"
        );
        let offered = Update::TurnSuggestions(TurnId(1), vec!["remove the music".into()]);
        assert!(driver.told.contains(&offered), "{name}: {:#?}", driver.told);
    }
}

#[tokio::test]
async fn both_steps_in_one_poll_and_without_words_are_told_too() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(finished())]));
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "a city skyline at night").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent);
    let told = driver.notices();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[1].contains("music Lo-fi") && told[1].contains("title “Urban Dreams”"),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_film_made_of_the_users_own_files_is_not_called_generated() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().media =
        vec![json!({"filename": "city", "file_type": "video", "cdn_url": "https://x.example/c"})];
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(finished())]));
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(cutroom::link::Command::AskState).await;
    driver.until("the files", |update| matches!(update, Update::Media(_))).await;
    driver.say(1, "make a promo").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent);
    assert!(!driver.notices().join("\n").contains("Generated"), "{:?}", driver.notices());
}
