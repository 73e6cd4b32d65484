//! Gateways in trouble, refusals, tokens and sessions that do not last, and texts that bite.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::rig::{Answer, OWN, Rig, answer};

const CREDITS: &str = "/api/credits/balance/simple";

#[tokio::test]
async fn a_gateway_says_nothing_and_what_was_done_depends_on_its_number() {
    let rig = Rig::start("5xx=502@chat:1,5xx=503@chat:2,5xx=504@chat:3").await;
    let session = rig.furnished().await;
    for status in [502, 503, 504] {
        let refused = answer(rig.message(&session, "make a 2-second video")).await;
        assert_eq!((refused.status.as_u16(), refused.text.as_str()), (status, ""));
        if status < 504 {
            assert_eq!(rig.film(&session).await, 0, "{status}");
        }
    }
    // The turn goes on behind a gateway that gave up; its end is waited for.
    let deadline = Instant::now() + Duration::from_secs(20);
    while rig.film(&session).await != 2000 {
        assert!(Instant::now() < deadline, "the turn behind the gateway was never taken");
    }
    rig.say(&session, "hello").await;
}

#[tokio::test]
async fn a_gateways_page_comes_under_200_too() {
    let rig = Rig::start("html=200@credits:1,html=502@credits:2").await;
    for status in [200, 502] {
        let page = answer(rig.get(CREDITS)).await;
        assert_eq!(page.status, status);
        assert_eq!(page.headers["content-type"], "text/html");
        assert!(page.text.contains("<html>"));
    }
    assert_eq!(answer(rig.get(CREDITS)).await.json()["code"], 0);
}

#[tokio::test]
async fn too_many_requests_are_told_with_a_time_and_without() {
    let rig = Rig::start("429=told+2s@state:1,429=bare@state:2").await;
    let session = rig.session().await;
    let told = rig.state(&session).await;
    assert_eq!(
        (told.refusal(), told.headers["retry-after"].to_str().ok()),
        ((429, 429), Some("2"))
    );
    let bare = rig.state(&session).await;
    assert!(bare.status == 429 && !bare.headers.contains_key("retry-after"));
    assert_eq!(rig.state(&session).await.status, 200);
}

async fn anonymous(rig: &Rig, client: &str) -> Answer {
    let request = rig.client.post(rig.address("/api/auth/anonymous-token"));
    answer(request.header("x-client-id", client)).await
}

fn token(answer: &Answer) -> String {
    answer.json()["data"]["token"].as_str().expect("a token").to_owned()
}

#[tokio::test]
async fn a_token_expires_for_good_and_the_same_client_gets_another() {
    let rig = Rig::start("1001=401@credits:2,1001=200@credits:4").await;
    let client = "6f9d0b6e-3a51-4a0e-8f0b-0d6f0f6f2a11";
    let first = token(&anonymous(&rig, client).await);
    assert_eq!(first, token(&anonymous(&rig, client).await), "it lasts until it expires");
    assert_ne!(first, OWN);
    let ask = |token: &str| answer(rig.client.get(rig.address(CREDITS)).bearer_auth(token));
    assert_eq!(ask(&first).await.status, 200);
    let (status, code) = ask(&first).await.refusal();
    assert!(status == 401 && [1001, 1010, 1011].contains(&code), "{status} {code}");
    assert_eq!(ask(&first).await.refusal(), (401, 1001), "and stays expired");
    let second = token(&anonymous(&rig, client).await);
    assert_ne!(first, second);
    assert_eq!(ask(&second).await.refusal().0, 200, "expired under HTTP 200");
    let third = token(&anonymous(&rig, client).await);
    assert_eq!(ask(&third).await.json()["code"], 0);
    assert_eq!(ask("nonsense").await.refusal(), (401, 1001));
}

#[tokio::test]
async fn the_token_request_may_be_refused_once() {
    let rig = Rig::start("400").await;
    let client = "6f9d0b6e-3a51-4a0e-8f0b-0d6f0f6f2a11";
    assert_eq!(anonymous(&rig, client).await.refusal(), (400, 400));
    assert_eq!(token(&anonymous(&rig, client).await), OWN);
}

#[tokio::test]
async fn a_session_is_forgotten_for_good_and_another_is_not() {
    let rig = Rig::start("1002=404@chat:1").await;
    let (lost, kept) = (rig.session().await, rig.session().await);
    assert_eq!(answer(rig.message(&lost, "hello")).await.refusal(), (404, 1002));
    assert_eq!(rig.state(&lost).await.refusal(), (200, 1002));
    assert_eq!(rig.state(&kept).await.json()["code"], 0);
    rig.say(&kept, "hello").await;
}

fn has_controls(text: &str) -> bool {
    let invisible = ['\u{202e}', '\u{200b}', '\u{2066}', '\u{feff}'];
    text.chars()
        .any(|letter| (letter.is_control() && letter != '\n') || invisible.contains(&letter))
}

#[tokio::test]
async fn texts_of_every_kind_carry_what_a_terminal_would_obey() {
    let rig = Rig::start("escape").await;
    let session = rig.session().await;
    let uploaded = rig.upload(&session, "red.png").await.json();
    let name = uploaded["data"]["files"][0]["filename"].as_str().expect("a name").to_owned();
    assert!(has_controls(&name) && name.ends_with("red.png"), "{name:?}");
    let heard = rig.say(&session, "make a 2-second video with the title \"Hello\"").await;
    assert!(has_controls(&heard.words()));
    let state = rig.state(&session).await.json();
    let infos = &state["data"]["state"]["video_infos"];
    assert_eq!(infos[0]["filename"], *name, "a name is the same wherever it is told");
    assert_eq!(rig.state(&session).await.json()["data"]["state"], state["data"]["state"]);
    let lost = answer(rig.message("nowhere", "hello")).await.json();
    assert!(has_controls(lost["message"].as_str().expect("words")), "{lost}");
}

#[tokio::test]
async fn the_ledger_tells_what_came_and_what_went_wrong() {
    let rig = Rig::start("5xx=502@credits:2").await;
    for _ in 0..3 {
        answer(rig.get(CREDITS)).await;
    }
    let ledger = rig.ledger().await;
    assert_eq!(ledger["seed"], 7);
    assert_eq!(ledger["list"], json!(["5xx=502@credits:2"]));
    assert_eq!(ledger["requests"], json!({"credits": 3}));
    assert_eq!(rig.happened().await, ["credits 2 5xx=502"]);
    let bare = answer(rig.client.get(rig.address("/chaos"))).await;
    assert_eq!(bare.refusal(), (401, 1001), "it is asked with the token");
}

/// What one run of a fixed sequence of requests meets.
async fn run(seed: u64) -> (Vec<String>, Vec<Value>) {
    let rig = Rig::seeded("all=0.4,slow=5ms,heartbeats=5ms,1001=0,1002=0", seed).await;
    let client = "6f9d0b6e-3a51-4a0e-8f0b-0d6f0f6f2a11";
    for _ in 0..4 {
        anonymous(&rig, client).await;
        answer(rig.get(CREDITS)).await;
        let message = rig.message("nowhere", "hello").send().await.expect("an answer");
        let _ = message.text().await;
    }
    let ledger = rig.ledger().await;
    (rig.happened().await, vec![ledger["requests"].clone()])
}

#[tokio::test]
async fn a_seed_repeats_a_run_and_another_does_not() {
    let first = run(11).await;
    assert!(!first.0.is_empty());
    assert_eq!(first, run(11).await);
    assert_ne!(first.0, run(12).await.0);
}

#[tokio::test]
async fn a_studio_without_a_list_has_no_ledger() {
    let desk = crate::desk::Desk::open().await;
    desk.get("/chaos").await.refused(404, 404);
}
