//! Renders.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use cutroom::studio::library::{NewRender, RenderId};
use cutroom::studio::render::{Form, Quality, Wish};
use serde_json::{Value, json};

use crate::desk::{Desk, files_below, settings};
use crate::samples::{film, picture, shape};

const ORDERS: &str = "/api/render/proxy/lambda";
/// For one film of a few seconds, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// One clip of this source.
fn draft(source: &str, seconds: u64) -> Value {
    json!({"t": [{"tt": 0, "sg": [{"id": "a", "d": seconds * 1000, "src": source}]}],
           "m": {"width": 320, "height": 180, "fps": 25}})
}

fn order(id: &str, session: &str, draft: &Value) -> Value {
    json!({"id": id, "sessionId": session, "draft": draft,
           "output": {"format": "mp4", "quality": "draft"}})
}

/// A desk whose session has a picture `a.png`.
async fn with_picture() -> (Desk, String) {
    let desk = Desk::open().await;
    let session = desk.session().await;
    desk.upload(&session, &[("a.png", &picture("red"))]).await.data();
    (desk, session)
}

async fn begin(desk: &Desk, order: &Value) -> Value {
    let answer = desk.post(ORDERS, order).await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    answer.json()
}

async fn status(desk: &Desk, id: &str) -> Value {
    desk.get(&format!("{ORDERS}/{id}")).await.json()
}

/// Asks until the status is one of these, with a deadline.
async fn until(desk: &Desk, id: &str, wanted: &[&str]) -> Value {
    let deadline = Instant::now() + PATIENCE;
    let mut clock = tokio::time::interval(Duration::from_millis(20));
    loop {
        clock.tick().await;
        let told = status(desk, id).await;
        if wanted.iter().any(|wanted| told["status"] == *wanted) {
            return told;
        }
        let waits = told["status"] == "pending" || told["status"] == "processing";
        assert!(waits && Instant::now() < deadline, "it is {told}");
    }
}

async fn ended(desk: &Desk, id: &str) -> Value {
    until(desk, id, &["completed", "failed", "cancelled"]).await
}

/// The film's file, fetched by the address that its status gave.
async fn fetched(desk: &Desk, told: &Value) -> Vec<u8> {
    let address = told["output"]["url"].as_str().unwrap_or_else(|| panic!("no film: {told}"));
    let path = address.strip_prefix("http://127.0.0.1:4000").expect("its own address");
    desk.get(path).await.bytes.to_vec()
}

#[tokio::test]
async fn an_order_becomes_a_film() {
    let (desk, session) = with_picture().await;
    let told = begin(&desk, &order("render_1", &session, &draft("a.png", 2))).await;
    assert_eq!(told["taskId"], "render_1");
    assert!(told["status"] == "pending" || told["status"] == "processing", "{told}");
    let told = ended(&desk, "render_1").await;
    assert_eq!((&told["status"], told["progress"].as_f64()), (&json!("completed"), Some(100.0)));
    assert_eq!(told["output"]["duration"].as_f64(), Some(2.0));
    assert_eq!(told.get("warnings"), None, "{told}");
    let film = fetched(&desk, &told).await;
    assert_eq!(told["output"]["size"], film.len());
    assert_eq!(shape(&film), (320, 180, 2.0));
    let download = desk.get("/api/render/proxy/render_1/download").await;
    assert_eq!(download.bytes, film);
    assert_eq!(download.header("content-type"), "video/mp4");
    assert!(download.header("content-disposition").contains("render_1.mp4"));
    let part = desk.get_with("/api/render/proxy/render_1/download", "range", "bytes=4-7").await;
    assert_eq!((part.status.as_u16(), &part.bytes[..]), (206, b"ftyp".as_slice()));
}

#[tokio::test]
async fn the_same_id_again_is_the_same_render() {
    let (desk, session) = with_picture().await;
    begin(&desk, &order("r", &session, &draft("a.png", 1))).await;
    let first = ended(&desk, "r").await;
    let again = begin(&desk, &order("r", &session, &draft("a.png", 9))).await;
    assert_eq!(again, first);
    let elsewhere = desk.session().await;
    let other = order("r", &elsewhere, &draft("a.png", 1));
    desk.post(ORDERS, &other).await.refused(409, 409);
}

#[tokio::test]
async fn sources_may_be_the_addresses_that_the_studio_gave_out() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let data = desk.upload(&session, &[("日 落.mp4", &film())]).await.data();
    let address = data["files"][0]["cdn_url"].as_str().expect("an address").to_owned();
    begin(&desk, &order("r", &session, &draft(&address, 1))).await;
    let told = ended(&desk, "r").await;
    assert_eq!((&told["status"], told.get("warnings")), (&json!("completed"), None), "{told}");
}

#[tokio::test]
async fn a_source_that_is_not_there_is_a_warning_in_the_language_of_the_session() {
    let desk = Desk::open().await;
    let session = desk.session_in("zh-CN").await;
    begin(&desk, &order("r", &session, &draft("gone.mp4", 1))).await;
    let told = ended(&desk, "r").await;
    assert_eq!(told["status"], "completed", "{told}");
    let warning = told["warnings"][0].as_str().expect("a warning");
    assert!(warning.contains("无法读取 gone.mp4"), "{warning}");
}

#[tokio::test]
async fn an_order_may_ask_for_another_size_and_rate() {
    let (desk, session) = with_picture().await;
    let mut order = order("r", &session, &draft("a.png", 1));
    order["output"] = json!({"format": "mp4", "resolution": "90p", "fps": "10"});
    begin(&desk, &order).await;
    let told = ended(&desk, "r").await;
    assert_eq!(shape(&fetched(&desk, &told).await), (160, 90, 1.0));
}

#[tokio::test]
async fn orders_that_cannot_be_meant_are_refused() {
    let (desk, session) = with_picture().await;
    let good = draft("a.png", 1);
    for id in ["", "../x", "a b", "渲染", &"x".repeat(129)] {
        desk.post(ORDERS, &order(id, &session, &good)).await.refused(400, 400);
    }
    desk.post(ORDERS, &order("r", "unknown", &good)).await.refused(404, 1002);
    desk.post(ORDERS, &order("r", &session, &json!("film"))).await.refused(400, 400);
    for empty in [json!({}), json!({"t": []}), json!({"t": [{"tt": 0, "sg": []}]})] {
        desk.post(ORDERS, &order("r", &session, &empty)).await.refused(422, 6001);
    }
    for output in [
        json!({"format": "avi"}),
        json!({"quality": "best"}),
        json!({"resolution": "huge"}),
        json!({"fps": -1}),
    ] {
        let mut order = order("r", &session, &good);
        order["output"] = output;
        desk.post(ORDERS, &order).await.refused(400, 400);
    }
    desk.get(&format!("{ORDERS}/r")).await.refused(404, 404);
}

#[tokio::test]
async fn a_film_of_twenty_thousand_segments_is_taken() {
    let (desk, session) = with_picture().await;
    let segment = |index: u64| {
        json!({"id": format!("segment-{index:08}"), "st": index * 40, "d": 40, "src": "a.png",
               "in": 0, "sp": 1.0, "fi": 0, "fo": 0, "fit": "cover", "fx": ["grayscale"],
               "m": {"name": "a segment with a name of usual length", "volume": 0.5},
               "tr": {"k": "crossfade", "d": 20}})
    };
    let segments: Vec<Value> = (0..20_000).map(segment).collect();
    let draft = json!({"t": [{"tt": 0, "sg": segments}], "m": {"width": 64, "height": 36}});
    begin(&desk, &order("long", &session, &draft)).await;
    desk.post(&format!("{ORDERS}/long/cancel"), &json!({})).await;
    assert_eq!(ended(&desk, "long").await["status"], "cancelled");
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused() {
    let (desk, session) = with_picture().await;
    let words = "x".repeat(17 << 20);
    let draft = json!({"t": [{"tt": 7, "sg": [{"d": 1000, "m": {"text": words}}]}]});
    desk.post(ORDERS, &order("r", &session, &draft)).await.refused(413, 413);
}

#[tokio::test]
async fn a_render_that_runs_and_one_that_waits_are_called_off() {
    let (desk, session) = with_picture().await;
    for id in ["first", "second"] {
        begin(&desk, &order(id, &session, &draft("a.png", 600))).await;
    }
    until(&desk, "first", &["processing"]).await;
    let early = desk.get("/api/render/proxy/first/download").await;
    early.refused(409, 409);
    let waiting = desk.post(&format!("{ORDERS}/second/cancel"), &Value::Null).await.json();
    assert_eq!(waiting["status"], "cancelled");
    desk.post(&format!("{ORDERS}/first/cancel"), &Value::Null).await.json();
    assert_eq!(ended(&desk, "first").await["status"], "cancelled");
    let again = desk.post(&format!("{ORDERS}/first/cancel"), &Value::Null).await.json();
    assert_eq!(again["status"], "cancelled");
    assert_eq!(files_below(&desk.folder.path().join("data/renders")), Vec::<String>::new());
}

#[tokio::test]
async fn renders_that_are_not_there_are_refused_everywhere() {
    let desk = Desk::open().await;
    for id in ["none", "..%2F..%2Fstudio.db", "%E6%B8%B2"] {
        desk.get(&format!("{ORDERS}/{id}")).await.refused(404, 404);
        desk.post(&format!("{ORDERS}/{id}/cancel"), &Value::Null).await.refused(404, 404);
        desk.get(&format!("/api/render/proxy/{id}/download")).await.refused(404, 404);
    }
}

#[tokio::test]
async fn a_second_film_of_a_session_follows_the_first() {
    let (desk, session) = with_picture().await;
    for id in ["first", "second"] {
        begin(&desk, &order(id, &session, &draft("a.png", 1))).await;
    }
    let second = ended(&desk, "second").await;
    assert_eq!(second["status"], "completed", "{second}");
    assert_eq!(status(&desk, "first").await["status"], "completed");
}

#[tokio::test]
async fn a_studio_that_stops_ends_its_renders_and_says_so() {
    let (desk, session) = with_picture().await;
    for id in ["running", "waiting"] {
        begin(&desk, &order(id, &session, &draft("a.png", 600))).await;
    }
    until(&desk, "running", &["processing"]).await;
    desk.context.close().await;
    for id in ["running", "waiting"] {
        let told = status(&desk, id).await;
        assert_eq!(told["status"], "failed", "{told}");
        assert!(told["error"].as_str().is_some_and(|words| words.contains("export it again")));
    }
    assert_eq!(files_below(&desk.folder.path().join("data/renders")), Vec::<String>::new());
}

#[tokio::test]
async fn an_interrupted_render_that_is_ordered_again_is_taken_up_as_it_was_ordered() {
    let (desk, session) = with_picture().await;
    begin(&desk, &order("r", &session, &draft("a.png", 40))).await;
    until(&desk, "r", &["processing"]).await;
    desk.context.close().await;
    assert_eq!(status(&desk, "r").await["status"], "failed");
    let Desk { folder, .. } = desk;
    let next = Desk::in_folder(folder, |_| {}).await;
    // Whatever the film is by now.
    let told = begin(&next, &order("r", &session, &draft("a.png", 1))).await;
    assert!(told["status"] == "pending" || told["status"] == "processing", "{told}");
    let told = ended(&next, "r").await;
    assert_eq!((&told["status"], &told["error"]), (&json!("completed"), &Value::Null), "{told}");
    assert_eq!(told["output"]["duration"].as_f64(), Some(40.0));
}

#[tokio::test]
async fn a_render_whose_studio_died_belongs_to_the_studio_that_is_asked_about_it() {
    let (desk, session) = with_picture().await;
    let library = desk.library();
    let dead = library.begin_owner().expect("begun");
    let session_id = library.session(&session).await.expect("read").expect("there").id;
    let left = NewRender {
        id: RenderId::parse("left").expect("a name"),
        session: session_id,
        owner: dead.name().to_owned(),
        draft: draft("a.png", 1).to_string(),
        quality: Quality::Draft,
        form: Form::default(),
        wish: Wish::default(),
    };
    library.order_render(left).await.expect("noted");
    library.claim_render(dead.name()).await.expect("asked").expect("one waits");
    assert_eq!(status(&desk, "left").await["status"], "processing", "its studio lives");
    drop(dead);
    assert_eq!(ended(&desk, "left").await["status"], "completed");
}

#[tokio::test]
async fn what_a_studio_that_died_was_rendering_is_told_as_failed_by_the_next() {
    let (desk, session) = with_picture().await;
    let library = desk.library();
    let dead = library.begin_owner().expect("begun");
    let session_id = library.session(&session).await.expect("read").expect("there").id;
    let left = NewRender {
        id: RenderId::parse("left").expect("a name"),
        session: session_id,
        owner: dead.name().to_owned(),
        draft: draft("a.png", 1).to_string(),
        quality: Quality::Draft,
        form: Form::default(),
        wish: Wish::default(),
    };
    library.order_render(left).await.expect("noted");
    library.claim_render(dead.name()).await.expect("asked").expect("one waits");
    let open = || async {
        let settings = settings(desk.folder.path());
        let address = crate::desk::HOST.parse().expect("an address");
        cutroom::studio::server::Context::open(&settings, address).await.expect("opened")
    };
    open().await.close().await;
    assert_eq!(status(&desk, "left").await["status"], "processing", "its studio lives");
    drop(dead);
    open().await.close().await;
    assert_eq!(status(&desk, "left").await["status"], "failed");
}

#[tokio::test]
async fn a_render_behind_one_of_a_dead_studio_is_not_stuck() {
    let (desk, session) = with_picture().await;
    let library = desk.library();
    let dead = library.begin_owner().expect("begun");
    let session_id = library.session(&session).await.expect("read").expect("there").id;
    let left = NewRender {
        id: RenderId::parse("left").expect("a name"),
        session: session_id,
        owner: dead.name().to_owned(),
        draft: "{}".to_owned(),
        quality: Quality::Draft,
        form: Form::default(),
        wish: Wish::default(),
    };
    library.order_render(left).await.expect("noted");
    library.claim_render(dead.name()).await.expect("asked").expect("one waits");
    begin(&desk, &order("mine", &session, &draft("a.png", 1))).await;
    assert_eq!(status(&desk, "mine").await["status"], "pending");
    drop(dead);
    assert_eq!(ended(&desk, "mine").await["status"], "completed");
}

#[tokio::test]
async fn a_film_that_cannot_be_written_is_a_failure_with_its_reason() {
    let (desk, session) = with_picture().await;
    let renders: PathBuf = desk.folder.path().join("data/renders");
    std::fs::remove_dir(&renders).expect("empty");
    std::fs::write(&renders, b"a file where the folder should be").expect("written");
    begin(&desk, &order("r", &session, &draft("a.png", 1))).await;
    let told = ended(&desk, "r").await;
    assert_eq!(told["status"], "failed", "{told}");
    assert!(!told["error"].as_str().expect("a sentence").is_empty());
}

#[tokio::test]
async fn files_of_other_kinds_are_served_as_what_they_are() {
    let (desk, session) = with_picture().await;
    for (number, format, kind, begins) in [
        (1, "png", "image/png", &b"\x89PNG"[..]),
        (2, "jpg", "image/jpeg", &b"\xff\xd8\xff"[..]),
        (3, "webm", "video/webm", &b"\x1a\x45\xdf\xa3"[..]),
        (4, "wav", "audio/wav", &b"RIFF"[..]),
    ] {
        let id = format!("r{number}");
        let mut order = order(&id, &session, &draft("a.png", 1));
        order["output"] = json!({"format": format, "quality": "draft", "at": 500});
        begin(&desk, &order).await;
        let told = until(&desk, &id, &["completed"]).await;
        let url = told["output"]["url"].as_str().expect("an address").to_owned();
        assert!(url.contains(&format!("/{id}.{format}?")), "{url}");
        let path = url.split_once("4000").expect("our address").1;
        let file = desk.get(path).await;
        assert_eq!((file.status.as_u16(), file.header("content-type")), (200, kind));
        assert!(file.bytes.starts_with(begins), "{format}");
        let other = path.replace(&format!(".{format}"), ".mp4");
        assert_ne!(desk.get(&other).await.status, 200);
        let named = desk.get(&format!("/api/render/proxy/{id}/download")).await;
        assert!(named.header("content-disposition").contains(&format!("{id}.{format}")));
    }
}
