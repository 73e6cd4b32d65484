//! Files go out, whole and in ranges.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::desk::{Desk, HOST};
use crate::samples::picture;

struct Kept {
    desk: Desk,
    content: Vec<u8>,
    /// Its address without the host.
    path: String,
}

async fn kept(name: &str) -> Kept {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let content = picture("red");
    let data = desk.upload(&session, &[(name, &content)]).await.data();
    let address = data["files"][0]["cdn_url"].as_str().expect("an address").to_owned();
    let path = address.strip_prefix("http://127.0.0.1:4000").expect("its own address").to_owned();
    Kept { desk, content, path }
}

fn without_token(method: Method, path: &str) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("host", HOST);
    request.body(Body::empty()).expect("a request")
}

#[tokio::test]
async fn a_file_is_served_as_what_it_is() {
    let kept = kept("日 落.jpg").await;
    let answer = kept.desk.get(&kept.path).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.bytes, kept.content);
    // By content, whatever the name says.
    assert_eq!(answer.header("content-type"), "image/png");
    assert_eq!(answer.header("content-length"), kept.content.len().to_string());
    assert_eq!(answer.header("accept-ranges"), "bytes");
}

#[tokio::test]
async fn the_address_of_a_file_is_enough_to_fetch_it_and_opens_nothing_else() {
    let kept = kept("a.png").await;
    let answer = kept.desk.send(without_token(Method::GET, &kept.path)).await;
    assert_eq!(answer.bytes, kept.content);
    assert!(!kept.path.contains(crate::desk::TOKEN));
    let (path, key) = kept.path.split_once('?').expect("a key");
    for elsewhere in [path, &format!("{path}?key="), &format!("/api/credits/balance/simple?{key}")]
    {
        kept.desk.send(without_token(Method::GET, elsewhere)).await.refused(401, 1001);
    }
    let other = path.replace("a.png", "b.png");
    kept.desk.send(without_token(Method::GET, &format!("{other}?{key}"))).await.refused(401, 1001);
}

#[tokio::test]
async fn ranges_are_answered_as_asked() {
    let kept = kept("a.png").await;
    let size = kept.content.len();
    for (range, part, told) in [
        ("bytes=0-9", &kept.content[..10], format!("bytes 0-9/{size}")),
        ("bytes=10-", &kept.content[10..], format!("bytes 10-{}/{size}", size - 1)),
        ("bytes=-5", &kept.content[size - 5..], format!("bytes {}-{}/{size}", size - 5, size - 1)),
    ] {
        let answer = kept.desk.get_with(&kept.path, "range", range).await;
        assert_eq!((answer.status.as_u16(), &answer.bytes[..]), (206, part), "{range}");
        assert_eq!(answer.header("content-range"), told);
    }
    let outside = kept.desk.get_with(&kept.path, "range", "bytes=999999-").await;
    outside.refused(416, 416);
    assert_eq!(outside.header("content-range"), format!("bytes */{size}"));
}

#[tokio::test]
async fn a_question_about_a_file_is_answered_without_the_file() {
    let kept = kept("a.png").await;
    let answer = kept.desk.send(without_token(Method::HEAD, &kept.path)).await;
    assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, 0));
    assert_eq!(answer.header("content-length"), kept.content.len().to_string());
}

#[tokio::test]
async fn only_files_of_the_session_are_there() {
    let kept = kept("a.png").await;
    let (path, _) = kept.path.split_once('?').expect("a key");
    let session = path.split('/').nth(2).expect("a session");
    for missing in [
        format!("/files/{session}/b.png"),
        format!("/files/{session}/..%2F..%2Fstudio.db"),
        format!("/files/{session}/%2Fetc%2Fpasswd"),
        "/files/unknown/a.png".to_owned(),
        format!("/files/{session}"),
        format!("/outputs/{session}/none.mp4"),
        format!("/outputs/{session}/..%2F..%2Fstudio.db"),
    ] {
        kept.desk.get(&missing).await.refused(404, 404);
    }
}

#[tokio::test]
async fn a_file_that_somebody_removed_is_told_as_missing() {
    let kept = kept("a.png").await;
    for file in crate::desk::files_below(&kept.desk.folder.path().join("data/files")) {
        std::fs::remove_file(file).expect("there");
    }
    kept.desk.get(&kept.path).await.refused(404, 404);
}
