//! Renders and files that go wrong.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::rig::{Answer, Rig, answer};

const LAMBDA: &str = "/api/render/proxy/lambda";

/// A film of one picture, half a second long, small.
async fn film(rig: &Rig) -> (String, Value) {
    let session = rig.furnished().await;
    rig.say(&session, "make a 1-second video").await;
    let state = rig.state(&session).await.json();
    (session, state["data"]["state"]["draft"].clone())
}

async fn order(rig: &Rig, (session, draft): &(String, Value), id: &str) -> Answer {
    let output = json!({"format": "mp4", "quality": "draft", "resolution": "160x90", "fps": 10});
    let body = json!({"id": id, "sessionId": session, "draft": draft, "output": output});
    answer(rig.post(LAMBDA, &body)).await
}

async fn poll(rig: &Rig, id: &str) -> Value {
    answer(rig.get(&format!("{LAMBDA}/{id}"))).await.json()
}

/// Polls until the state, wherever it stands, is an end.
async fn ended(rig: &Rig, id: &str) -> (Value, Vec<String>) {
    let deadline = Instant::now() + Duration::from_secs(60);
    let mut seen = Vec::new();
    loop {
        let told = poll(rig, id).await;
        let inner = if told["data"].is_object() { &told["data"] } else { &told };
        let status = inner["status"].as_str().expect("a status").to_owned();
        seen.push(status.clone());
        if status == "completed" || status == "failed" {
            return (told, seen);
        }
        assert!(Instant::now() < deadline, "it never ended: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_without_export_refuses_the_order() {
    let rig = Rig::start("402=402:1,402=200:2").await;
    let film = film(&rig).await;
    assert_eq!(order(&rig, &film, "render_1").await.refusal(), (402, 402));
    assert_eq!(order(&rig, &film, "render_2").await.refusal(), (200, 402));
    assert_eq!(order(&rig, &film, "render_3").await.json()["taskId"], "render_3");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_without_attribution_is_refused_and_one_with_it_is_not() {
    let rig = Rig::start("headers").await;
    let film = film(&rig).await;
    assert_eq!(order(&rig, &film, "render_1").await.refusal(), (402, 402));
    let (session, draft) = &film;
    let body = json!({"id": "render_2", "sessionId": session, "draft": draft});
    let request = rig.post(LAMBDA, &body).header("x-skill-source", "video-maker");
    let request = request.header("x-skill-version", "1.0.0").header("x-skill-platform", "unknown");
    assert_eq!(answer(request).await.json()["taskId"], "render_2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stalled_render_stands_still_in_a_state_of_its_own_and_ends_well() {
    let rig = Rig::start("render-stall=4x,render-shape=task").await;
    let film = film(&rig).await;
    order(&rig, &film, "render_1").await;
    let (told, seen) = ended(&rig, "render_1").await;
    let listed = ["pending", "processing", "completed", "failed"];
    assert!(seen[..4].iter().all(|status| !listed.contains(&status.as_str())), "{seen:?}");
    assert_eq!(told["status"], "completed");
    assert!(told["output"]["url"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_render_fails_and_a_new_id_succeeds() {
    let rig = Rig::start("render-fail").await;
    let film = film(&rig).await;
    order(&rig, &film, "render_1").await;
    let (told, _) = ended(&rig, "render_1").await;
    assert_eq!((&told["status"], told["error"].is_string()), (&json!("failed"), true));
    assert_eq!(poll(&rig, "render_1").await["status"], "failed", "and stays so");
    order(&rig, &film, "render_2").await;
    assert_eq!(ended(&rig, "render_2").await.0["status"], "completed");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_shape_of_a_render_is_served_and_holds_the_address() {
    let shapes = ["success", "task", "bare", "code"];
    let rig = Rig::start(
        "render-shape=success:1,render-shape=task:2,render-shape=bare:3,render-shape=code:4",
    )
    .await;
    let film = film(&rig).await;
    for (number, shape) in shapes.iter().enumerate() {
        let id = format!("render_{number}");
        order(&rig, &film, &id).await;
        let (told, _) = ended(&rig, &id).await;
        let address = match *shape {
            "success" => {
                assert_eq!(told["success"], true);
                &told["data"]["outputUrl"]
            }
            "task" => &told["output"]["url"],
            "bare" => &told["outputUrl"],
            _ => {
                assert_eq!(told["code"], 0);
                &told["data"]["outputUrl"]
            }
        };
        let address = address.as_str().unwrap_or_else(|| panic!("{shape}: {told}"));
        let film = rig.client.get(address).send().await.expect("an answer");
        assert_eq!(film.headers()["content-type"], "video/mp4");
        assert_eq!(&film.bytes().await.expect("whole")[4..8], b"ftyp");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_shorter_than_its_length_and_its_rest_when_asked() {
    let rig = Rig::start("truncate").await;
    let session = rig.session().await;
    let uploaded = rig.upload(&session, "red.png").await.json();
    let address = uploaded["data"]["files"][0]["cdn_url"].as_str().expect("an address");
    let mut broken = rig.client.get(address).send().await.expect("an answer");
    let length = broken.content_length().expect("a length");
    let mut bytes = Vec::new();
    while let Ok(Some(piece)) = broken.chunk().await {
        bytes.extend_from_slice(&piece);
    }
    assert!((bytes.len() as u64) < length, "{} of {length}", bytes.len());
    let range = format!("bytes={}-", bytes.len());
    let rest = rig.client.get(address).header("range", range).send().await.expect("an answer");
    assert_eq!(rest.status(), 206);
    bytes.extend_from_slice(&rest.bytes().await.expect("whole"));
    assert_eq!(bytes.len() as u64, length);
    assert_eq!(bytes, crate::samples::picture("red"));
    assert_eq!(rig.happened().await, ["file 1 truncate"]);
}
