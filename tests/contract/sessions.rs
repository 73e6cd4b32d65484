//! Sessions, credits, and the state.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use crate::desk::{Desk, HOST, files_below, request};
use crate::samples::picture;
use cutroom::draft::wire;
use cutroom::studio::library::{Film, NewRender, RenderId};
use cutroom::studio::render::{Form, Quality, Wish};

/// Puts a film into a session behind the studio's back, as another program would.
async fn put(desk: &Desk, session: &str, draft: &Value) {
    let library = desk.library();
    let id = library.session(session).await.expect("read").expect("a session").id;
    let before = library.film(&id).await.expect("read");
    let draft = Some(wire::decode(draft).expect("a draft"));
    assert!(library.keep_film(&id, Film { draft, ..before }).await.expect("written"));
}

#[tokio::test]
async fn a_new_session_is_empty_and_has_names() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let state = desk.state(&session).await.data();
    assert_eq!(state["session_id"], session);
    assert!(!state["task_id"].as_str().expect("an id").is_empty());
    assert_eq!(state["task_name"], "project");
    let empty = json!({"draft": null, "video_infos": [], "canvas_config": null});
    assert_eq!(state["state"], empty);
}

#[tokio::test]
async fn what_is_no_order_for_a_session_is_refused() {
    let desk = Desk::open().await;
    let path = "/api/tasks/me/with-session/nemo_agent";
    for body in ["", "{", "[]", "\"project\"", "{}", "{\"task_name\": 1}"] {
        let asked = request(Method::POST, path, Body::from(body));
        desk.send(asked).await.refused(400, 400);
    }
    let long = request(Method::POST, path, Body::from(vec![b' '; 100_000]));
    desk.send(long).await.refused(413, 413);
    let shortest = json!({"task_name": "project"});
    desk.post(path, &shortest).await.data();
}

#[tokio::test]
async fn a_session_that_is_not_there_is_code_1002() {
    let desk = Desk::open().await;
    for name in ["unknown", "..%2F..%2Fetc", "%E6%97%A5", "a%00b", &"x".repeat(5000)] {
        desk.state(name).await.refused(404, 1002);
    }
}

#[tokio::test]
async fn the_draft_answered_is_the_draft_that_was_written() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let text = r#"{"z":1.50,"t":[{"tt":0,"sg":[{"id":"a","d":1000.0,"own":{"k":[-0.10,null]}}]}],"m":{"width":720,"height":1280,"fps":25}}"#;
    let draft: Value = serde_json::from_str(text).expect("JSON");
    put(&desk, &session, &draft).await;
    let answer = desk.state(&session).await;
    assert!(String::from_utf8_lossy(&answer.bytes).contains(text), "{:?}", answer.bytes);
    let canvas = &answer.data()["state"]["canvas_config"];
    assert_eq!((&canvas["width"], &canvas["height"]), (&json!(720), &json!(1280)));
    assert_eq!(canvas["fps"].as_f64(), Some(25.0));
}

#[tokio::test]
async fn a_client_that_knows_the_state_is_not_told_again() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let path = format!("/api/state/nemo_agent/me/{session}/latest");
    let tag = desk.get(&path).await.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag}");
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let answer = desk.get_with(&path, "if-none-match", &known).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (304, 0), "{known}");
        assert_eq!(answer.header("etag"), tag);
    }
    put(&desk, &session, &json!({"t": [{"tt": 0, "sg": [{"d": 1000}]}]})).await;
    let changed = desk.get_with(&path, "if-none-match", &tag).await;
    assert!(changed.data()["state"]["draft"].is_object());
    let edited = changed.header("etag").to_owned();
    desk.upload(&session, &[("a.png", &picture("red"))]).await.data();
    let uploaded = desk.get_with(&path, "if-none-match", &edited).await;
    assert_eq!(uploaded.data()["state"]["video_infos"][0]["filename"], "a.png");
}

#[tokio::test]
async fn the_tag_of_another_run_says_nothing_about_this_one() {
    let first = Desk::open().await;
    let session = first.session().await;
    let tag = first.state(&session).await.header("etag").to_owned();
    first.context.close().await;
    let second = Desk::in_folder(first.folder, |_| {}).await;
    let path = format!("/api/state/nemo_agent/me/{session}/latest");
    second.get_with(&path, "if-none-match", &tag).await.data();
}

#[tokio::test]
async fn sessions_are_there_for_the_next_run_and_for_a_second_program() {
    let first = Desk::open().await;
    let session = first.session().await;
    first.upload(&session, &[("a.png", &picture("red"))]).await.data();
    let folder = first.folder.path().to_path_buf();
    let settings = crate::desk::settings(&folder);
    let address = HOST.parse().expect("an address");
    let beside = cutroom::studio::server::Context::open(&settings, address).await.expect("opened");
    let second = Desk {
        folder: tempfile::tempdir().expect("a folder"),
        router: cutroom::studio::server::router(&beside),
        context: beside,
    };
    let state = second.state(&session).await.data();
    assert_eq!(state["state"]["video_infos"][0]["filename"], "a.png");
    second.upload(&session, &[("b.png", &picture("blue"))]).await.data();
    let state = first.state(&session).await.data();
    assert_eq!(state["state"]["video_infos"][1]["filename"], "b.png");
}

#[tokio::test]
async fn credits_are_unlimited_and_there_is_no_web_page() {
    let desk = Desk::open().await;
    let credits = desk.get("/api/credits/balance/simple").await.data();
    assert_eq!(credits["unlimited"], true);
    assert_eq!(credits["frozen"], 0);
    assert!(credits["available"].as_u64() > Some(0));
    let project = json!({"task_id": "t", "session_id": "s"});
    desk.post("/api/auth/claim-token", &project).await.refused(404, 404);
}

#[tokio::test]
async fn a_session_is_removed_with_all_that_was_kept_of_it_unless_it_is_rendered() {
    let desk = Desk::open().await;
    let (going, staying) = (desk.session().await, desk.session().await);
    for session in [&going, &staying] {
        desk.upload(session, &[("a.png", &picture("red"))]).await.data();
    }
    let remove =
        |name: &str| request(Method::DELETE, &format!("/studio/session/{name}"), Body::empty());
    let library = desk.library();
    let owner = library.begin_owner().expect("a studio");
    let order = NewRender {
        id: RenderId::parse("render_1").expect("a name"),
        session: library.session(&going).await.expect("read").expect("a session").id,
        owner: owner.name().to_owned(),
        draft: "{}".to_owned(),
        quality: Quality::Draft,
        form: Form::default(),
        wish: Wish::default(),
    };
    library.order_render(order.clone()).await.expect("ordered");
    desk.send(remove(&going)).await.refused(409, 409);
    desk.state(&going).await.data();
    library.cancel_render(&order.id).await.expect("cancelled");
    let left = |session: &str| {
        let below = files_below(library.folders().database().parent().expect("a folder"));
        below.into_iter().filter(|path| path.contains(session)).count()
    };
    assert_eq!((left(&going), left(&staying)), (1, 1));
    desk.send(remove(&going)).await.data();
    desk.state(&going).await.refused(404, 1002);
    desk.state(&staying).await.data();
    assert_eq!((left(&going), left(&staying)), (0, 1));
    desk.send(remove(&going)).await.refused(404, 1002);
    desk.send(remove("..%2Frenders")).await.refused(404, 1002);
    assert!(library.folders().renders().is_dir());
}
