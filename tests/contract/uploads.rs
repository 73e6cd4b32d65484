//! Files come in.

use axum::body::Body;
use axum::http::Method;
use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::desk::{BOUNDARY, Desk, files_below, multipart, part_header, request, upload_request};
use crate::samples::{film, picture};

fn names(answer: &Value) -> Vec<String> {
    let files = answer["files"].as_array().expect("a list");
    files.iter().map(|file| file["filename"].as_str().expect("a name").to_owned()).collect()
}

fn incoming(desk: &Desk) -> Vec<String> {
    files_below(&desk.folder.path().join("data/incoming"))
}

#[tokio::test]
async fn files_are_told_as_they_are_and_stand_in_the_state() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let (picture, film) = (picture("red"), film());
    let data = desk.upload(&session, &[("a.png", &picture), ("b.mp4", &film)]).await.data();
    assert_eq!(data["session_state_applied"], true);
    let (still, clip) = (&data["files"][0], &data["files"][1]);
    assert_eq!(still["file_type"], "image");
    assert_eq!((&still["width"], &still["height"]), (&json!(64), &json!(48)));
    assert_eq!(still["size"], picture.len());
    assert_eq!(still.get("duration"), None);
    assert_eq!(clip["file_type"], "video");
    assert_eq!(clip["fps"].as_f64(), Some(25.0));
    let duration = clip["duration"].as_f64().expect("a duration");
    assert!((duration - 2.0).abs() < 0.05, "{duration}");
    assert_eq!(clip["hash"].as_str().map(str::len), Some(64));
    let state = desk.state(&session).await.data();
    assert_eq!(state["state"]["video_infos"], data["files"]);
    assert_eq!(incoming(&desk), [""; 0]);
}

#[tokio::test]
async fn the_same_name_gets_a_number_and_the_same_content_is_kept_once() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let (red, blue, green) = (picture("red"), picture("blue"), picture("green"));
    let files: [(&str, &[u8]); 3] = [("a.png", &red), ("a.png", &blue), ("A.PNG", &green)];
    let first = desk.upload(&session, &files).await.data();
    assert_eq!(names(&first), ["a.png", "a-2.png", "A-3.PNG"]);
    let again = desk.upload(&session, &[("other.png", &blue)]).await.data();
    assert_eq!(names(&again), ["a-2.png"]);
    assert_eq!(files_below(&desk.folder.path().join("data/files")).len(), 3);
    let elsewhere = desk.session().await;
    let other = desk.upload(&elsewhere, &[("a.png", &blue)]).await.data();
    assert_eq!(names(&other), ["a.png"]);
}

#[tokio::test]
async fn files_are_listed_as_they_were_named_not_as_they_arrived() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    for (name, color, named_at) in [("b.png", "blue", 2_000), ("a.png", "red", 1_000)] {
        let mut request = upload_request(&session, multipart(&[(name, &picture(color))]));
        request.headers_mut().insert("x-named-at", named_at.into());
        desk.send(request).await.data();
    }
    let listed = desk.state(&session).await.data()["state"]["video_infos"].clone();
    assert_eq!(names(&json!({"files": listed})), ["a.png", "b.png"]);
}

#[tokio::test]
async fn hostile_names_stay_inside() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let long = format!("{}.png", "长".repeat(300));
    let given = ["../../../escape.png", "/etc/passwd", "", "..", "日落.png", "a%2e.png", &long];
    for (index, name) in given.iter().enumerate() {
        let content = picture(&format!("0x{:06x}", 1000 * (index + 1)));
        let data = desk.upload(&session, &[(name, &content)]).await.data();
        let kept = names(&data).remove(0);
        assert!(!kept.contains('/') && kept.len() < 255, "{kept}");
        let address = data["files"][0]["cdn_url"].as_str().expect("an address");
        let path = address.strip_prefix("http://127.0.0.1:4000").expect("its own address");
        assert_eq!(desk.get(path).await.bytes, content, "{kept}");
    }
    let folder = desk.folder.path().join("data/files").join(&session);
    assert_eq!(files_below(desk.folder.path()).iter().filter(|f| f.ends_with(".png")).count(), 7);
    assert_eq!(files_below(&folder).len(), 7);
}

#[tokio::test]
async fn names_come_in_both_forms() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let mut body = part_header("filename*=UTF-8''%E6%97%A5%20%E8%90%BD.png").into_bytes();
    body.extend_from_slice(&picture("red"));
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let data = desk.send(upload_request(&session, body)).await.data();
    assert_eq!(names(&data), ["日 落.png"]);
}

#[tokio::test]
async fn refused_files_get_a_sentence_and_leave_nothing() {
    let desk = Desk::with(|settings| settings.upload_limit = 20_000).await;
    let session = desk.session().await;
    let film = film();
    let cut = &film[..film.len() / 2];
    let cases: [(&str, &[u8], u16, i64); 5] = [
        ("words.mp4", b"only words", 415, 4001),
        ("empty.mp4", b"", 422, 4003),
        ("cut.mp4", cut, 422, 4003),
        ("broken.png", b"\x89PNG\r\n\x1a\nand then nothing", 422, 4003),
        ("large.bin", &[7; 30_000], 413, 4002),
    ];
    for (name, content, status, code) in cases {
        let answer = desk.upload(&session, &[(name, content)]).await;
        let message = answer.refused(status, code);
        assert!(message.contains(name), "{message}");
    }
    assert_eq!(files_below(&desk.folder.path().join("data/files")), [""; 0]);
    assert_eq!(incoming(&desk), [""; 0]);
}

#[tokio::test]
async fn refusals_speak_the_language_of_the_session() {
    let desk = Desk::open().await;
    let session = desk.session_in("zh-CN").await;
    let message = desk.upload(&session, &[("words.mp4", b"only words")]).await.refused(415, 4001);
    assert!(message.contains("类型无法使用"), "{message}");
}

#[tokio::test]
async fn a_refused_file_does_not_undo_the_others() {
    let desk = Desk::with(|settings| settings.upload_limit = 20_000).await;
    let session = desk.session().await;
    let (red, blue) = (picture("red"), picture("blue"));
    let answer = desk
        .upload(
            &session,
            &[("a.png", &red), ("no.mp4", b"words"), ("big.mp4", &[0; 50_000]), ("b.png", &blue)],
        )
        .await;
    let message = answer.refused(415, 4001);
    assert!(message.contains("no.mp4"), "{message}");
    assert_eq!(names(&answer.json()["data"]), ["a.png", "b.png"]);
    let state = desk.state(&session).await.data();
    assert_eq!(state["state"]["video_infos"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn an_upload_that_breaks_off_keeps_only_what_was_whole() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let (red, blue) = (picture("red"), picture("blue"));
    let whole = multipart(&[("a.png", &red), ("b.png", &blue)]);
    let cut = whole[..whole.len() - blue.len() / 2 - 20].to_vec();
    let answer = desk.send(upload_request(&session, cut)).await;
    answer.refused(400, 400);
    assert_eq!(names(&answer.json()["data"]), ["a.png"]);
    assert_eq!(incoming(&desk), [""; 0]);
    assert_eq!(files_below(&desk.folder.path().join("data/files")).len(), 1);
}

#[tokio::test]
async fn what_is_no_upload_is_refused() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let path = format!("/api/upload-video/nemo_agent/me/{session}");
    desk.send(request(Method::POST, &path, Body::from("x"))).await.refused(400, 400);
    desk.send(upload_request(&session, b"no parts".to_vec())).await.refused(400, 400);
    desk.send(upload_request(&session, multipart(&[]))).await.refused(400, 400);
    desk.upload("unknown", &[("a.png", b"x")]).await.refused(404, 1002);
}

#[tokio::test]
async fn the_studio_fetches_nothing_from_anywhere() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let path = format!("/api/upload-video/nemo_agent/me/{session}");
    let body = json!({"urls": ["http://127.0.0.1:4000/files/a"], "source_type": "url"});
    let mut asked = request(Method::POST, &path, Body::from(body.to_string()));
    let kind = "application/json; charset=utf-8".parse().expect("a header");
    asked.headers_mut().insert("content-type", kind);
    let message = desk.send(asked).await.refused(400, 400);
    assert!(message.contains("no network"), "{message}");
}

#[tokio::test]
async fn many_files_at_once_all_find_a_name() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let pictures: Vec<Vec<u8>> = (1..=8).map(|i| picture(&format!("0x{i}0{i}0{i}0"))).collect();
    let uploads = pictures.iter().map(|content| {
        let (desk, session) = (&desk, &session);
        async move { names(&desk.upload(session, &[("same.png", content)]).await.data()).remove(0) }
    });
    let mut kept = join_all(uploads).await;
    kept.sort();
    kept.dedup();
    assert_eq!(kept.len(), 8, "{kept:?}");
}

#[tokio::test]
async fn a_file_that_somebody_removed_can_be_brought_back() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let red = picture("red");
    desk.upload(&session, &[("a.png", &red)]).await.data();
    let path = desk.folder.path().join("data/files").join(&session).join("a.png");
    std::fs::remove_file(&path).expect("there");
    let again = desk.upload(&session, &[("again.png", &red)]).await.data();
    assert_eq!(names(&again), ["a.png"]);
    assert_eq!(std::fs::read(&path).expect("there again"), red);
}

const SRT: &str = "1\r\n00:00:00,000 --> 00:00:01,000\r\n<i>Hello</i>\r\n\r\n\
                   2\r\n00:00:01,000 --> 00:00:09,500\r\nand welcome\r\n";

#[tokio::test]
async fn subtitles_are_a_file_of_the_session_and_come_onto_the_film() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let vtt = format!("WEBVTT\n\n{}", SRT.replace(',', ".").replace('\r', ""));
    let files: [(&str, &[u8]); 3] =
        [("b.mp4", &film()), ("talk.srt", SRT.as_bytes()), ("notes.txt", vtt.as_bytes())];
    let data = desk.upload(&session, &files).await.data();
    assert_eq!(names(&data), ["b.mp4", "talk.srt", "notes.txt.vtt"]);
    assert_eq!(data["files"][1]["file_type"], "subtitles");
    assert_eq!(data["files"][1]["duration"].as_f64(), Some(9.5));
    for sentence in ["make a video", "use talk.srt for the subtitles"] {
        let message = json!({"app_name": "nemo_agent", "user_id": "me", "session_id": session,
                             "new_message": {"parts": [{"text": sentence}]}});
        assert_eq!(desk.post("/run_sse", &message).await.status, 200);
    }
    let draft = desk.state(&session).await.data()["state"]["draft"].clone();
    let texts = draft["t"][1]["sg"].as_array().expect("a track of words");
    let told: Vec<_> = texts.iter().map(|text| (&text["m"]["text"], &text["d"])).collect();
    assert_eq!(told, [(&json!("Hello"), &json!(1000)), (&json!("and welcome"), &json!(1000))]);
}

#[tokio::test]
async fn subtitles_that_cannot_be_read_are_refused_in_one_sentence() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    for bytes in [&b"just some words"[..], b"1\n00:00:xx --> later\nHello\n"] {
        let refused = desk.upload(&session, &[("talk.srt", bytes)]).await.refused(422, 4005);
        assert!(refused.starts_with("No subtitles can be read in talk.srt."), "{refused}");
    }
    assert_eq!(incoming(&desk), [""; 0]);
}
