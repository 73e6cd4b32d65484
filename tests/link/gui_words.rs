//! Instructions for a web page in the agent's answers, as they come over the wire.

use cutroom::language::Offer;
use cutroom::link::{Command, SessionChoice, TurnEnd, TurnId, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

async fn scripted(steps: Vec<Step>) -> (Home, Server, Driver) {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(steps));
    let driver = Driver::open(&home, &server).await;
    (home, server, driver)
}

/// An event of the Agent Development Kit's dialect.
fn content(words: &str, partial: bool) -> Step {
    let event = json!({"content": {"role": "model", "parts": [{"text": words}]}, "partial": partial,
        "author": "nemo_agent"});
    Step::Bytes(format!("data: {event}\n\n").into_bytes())
}

fn offers(driver: &Driver) -> Vec<Offer> {
    let offers = driver.told.iter().filter_map(|update| match update {
        Update::TurnOffer(TurnId(1), offer) => Some(offer.clone()),
        _ => None,
    });
    offers.collect()
}

fn original(driver: &Driver) -> Option<&str> {
    driver.told.iter().find_map(|update| match update {
        Update::TurnOriginal(TurnId(1), words) => Some(words.as_str()),
        _ => None,
    })
}

const SAID: &str = "Title added. You can drag the title to 3 s on the timeline, or tell me where it \
    goes. 点击右上角的导出按钮，即可下载。 Click Export!";
const SHOWN: &str = "Title added. Tell me where it goes.";

fn offered() -> [Offer; 2] {
    [Offer::Say("move the title to 3 s".into()), Offer::Export]
}

#[tokio::test]
async fn a_phrase_cut_across_events_is_one_in_both_dialects() {
    let letters = || SAID.char_indices().map(|(at, letter)| &SAID[at..at + letter.len_utf8()]);
    let simple: Vec<Step> = letters().map(text).collect();
    let mut adk: Vec<Step> = letters().map(|letter| content(letter, true)).collect();
    adk.push(content(SAID, false));
    for (steps, dialect) in [(simple, "simple"), (adk, "ADK")] {
        let (_home, _server, mut driver) = scripted(steps).await;
        driver.say(1, "title").await;
        assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered, "{dialect}");
        assert_eq!(driver.words(1), SHOWN, "{dialect}");
        assert_eq!(offers(&driver), offered(), "{dialect}: each once");
        assert_eq!(original(&driver), Some(SAID), "{dialect}");
    }
}

#[tokio::test]
async fn one_stream_may_mix_the_dialects_and_cut_the_bytes() {
    let Step::Bytes(event) = content(" Export to save it. Done.", false) else { unreachable!() };
    let (one, two) = event.split_at(event.len() / 2);
    let steps = vec![
        text("I set it. Now cli"),
        text("ck"),
        Step::Bytes(one.into()),
        Step::Bytes(two.into()),
    ];
    let (_home, _server, mut driver) = scripted(steps).await;
    driver.say(1, "title").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!(driver.words(1), "I set it. Done.");
    assert_eq!(offers(&driver), [Offer::Export]);
}

#[tokio::test]
async fn an_answer_without_such_words_has_no_second_wording() {
    let (_home, _server, mut driver) =
        scripted(vec![text("The clip opens "), text("wide. ")]).await;
    driver.say(1, "title").await;
    driver.turn_ended(1).await;
    assert_eq!(driver.words(1), "The clip opens wide. ");
    assert_eq!((offers(&driver).len(), original(&driver)), (0, None));
}

#[tokio::test]
async fn the_conversation_keeps_what_was_shown_and_what_was_said() {
    let (home, server, mut driver) = scripted(vec![text(SAID)]).await;
    driver.say(1, "title").await;
    driver.turn_ended(1).await;
    driver.leave().await;
    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    let chat = again.opened().await.chat;
    assert_eq!(chat[1].text, SHOWN);
    assert_eq!(chat[1].original.as_deref(), Some(SAID));
    assert_eq!(chat[0].original, None);
}

#[tokio::test]
async fn nothing_but_such_words_is_an_answer_where_something_is_offered() {
    let (_home, _server, mut driver) = scripted(vec![text("Click Export.")]).await;
    driver.say(1, "and now?").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!((driver.words(1).as_str(), offers(&driver)), ("", vec![Offer::Export]));
}

#[tokio::test]
async fn nothing_but_such_words_and_no_offer_is_not_the_last_word() {
    let (_home, _server, mut driver) = scripted(vec![text("Tap the gear icon.")]).await;
    driver.say(1, "and now?").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent);
    assert_eq!(driver.notices().len(), 1, "it is said that nothing changed");
    assert_eq!(original(&driver), Some("Tap the gear icon."));
}

#[tokio::test]
async fn a_stopped_answer_shows_what_was_held_back() {
    let (_home, _server, mut driver) =
        scripted(vec![text("Done. If you like it"), Step::Hang]).await;
    driver.say(1, "title").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    driver.tell(Command::CancelTurn(TurnId(1))).await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Cancelled);
    assert_eq!(driver.words(1), "Done. If you like it");
}

#[tokio::test]
async fn a_whole_sentence_is_shown_while_the_agent_goes_on_in_silence() {
    for steps in [vec![text("On it."), Step::Hang], vec![content("On it.", true), Step::Hang]] {
        let (_home, _server, mut driver) = scripted(steps).await;
        driver.say(1, "title").await;
        driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
        assert_eq!(driver.words(1), "On it.");
    }
}
