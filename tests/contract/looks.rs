//! What editors show of a film while it is made: frames, small pictures of files, and their loudness.

use axum::body::Body;
use axum::http::{Method, Request};
use cutroom::api::wire::Picture;
use serde_json::json;

use crate::desk::{Answer, Desk, HOST, TOKEN};
use crate::samples::{film, made, picture};

/// A session with a red picture, a clip with sound and a clip without, and a film of the red picture.
async fn with_film() -> (Desk, String) {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let silent =
        made("-f lavfi -i color=blue:s=64x48:d=2:r=25 -c:v libx264 -pix_fmt yuv420p", "b.mp4");
    let jpeg = made("-f lavfi -i color=red:s=64x48 -frames:v 1", "a.jpg");
    let files = [
        ("red.png", &picture("red")[..]),
        ("red.jpg", &jpeg),
        ("a b.mp4", &film()),
        ("silent.mp4", &silent),
    ];
    desk.upload(&session, &files).await.data();
    let words = "make a 2 second video from red.png";
    let body = json!({
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session,
        "new_message": {"parts": [{"text": words}]},
    });
    assert_eq!(desk.post("/run_sse", &body).await.status, 200);
    assert!(desk.state(&session).await.data()["state"]["draft"].is_object(), "there is a film");
    (desk, session)
}

#[track_caller]
fn picture_in(answer: &Answer) -> Picture {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "image/x-portable-pixmap");
    assert_eq!(answer.header("cache-control"), "no-cache");
    Picture::from_ppm(&answer.bytes).expect("a picture, whole")
}

/// The mean of all pixels.
fn mean(picture: &Picture) -> [u64; 3] {
    let count = picture.rgb.len() as u64 / 3;
    [0, 1, 2].map(|part| {
        picture.rgb.iter().skip(part).step_by(3).map(|value| u64::from(*value)).sum::<u64>() / count
    })
}

fn is_red([red, green, blue]: [u64; 3]) -> bool {
    red > 150 && green < 90 && blue < 90
}

#[tokio::test]
async fn a_frame_of_the_film_is_a_picture_of_its_shape_within_the_size() {
    let (desk, session) = with_film().await;
    let frame = picture_in(&desk.get(&format!("/studio/preview/{session}/500/80/200")).await);
    assert_eq!((frame.width, frame.height), (80, 45), "as wide as asked, of the film's shape");
    let middle = frame.rgb.chunks(3).nth(22 * 80 + 40).expect("a pixel");
    let middle = [middle[0], middle[1], middle[2]].map(u64::from);
    assert!(is_red(middle), "{middle:?}");
    // After the end there is the last frame, and no size is too small to be answered.
    let last = picture_in(&desk.get(&format!("/studio/preview/{session}/999999/80/200")).await);
    assert_eq!((last.width, last.height), (80, 45));
    let least = picture_in(&desk.get(&format!("/studio/preview/{session}/0/0/0")).await);
    assert_eq!((least.width, least.height), (2, 2));
}

#[tokio::test]
async fn a_frame_that_cannot_be_is_refused_in_the_envelope() {
    let (desk, session) = with_film().await;
    for bad in ["soon/80/45", "-1/80/45", "1.5/80/45", "0/wide/45", "0/80/99999999999"] {
        let answer = desk.get(&format!("/studio/preview/{session}/{bad}")).await;
        assert!(answer.status.is_client_error(), "{bad}: {}", answer.status);
        assert!(answer.json()["message"].as_str().is_some_and(|words| !words.is_empty()), "{bad}");
    }
    let unknown = desk.get("/studio/preview/nobody/0/80/45").await;
    unknown.refused(404, cutroom::api::wire::envelope::code::SESSION_NOT_FOUND);
    let empty = desk.session().await;
    let nothing = desk.get(&format!("/studio/preview/{empty}/0/80/45")).await;
    nothing.refused(422, cutroom::api::wire::envelope::code::NOTHING_TO_RENDER);
}

#[tokio::test]
async fn a_files_loudness_is_a_byte_for_each_twentieth_of_a_second() {
    let (desk, session) = with_film().await;
    let answer = desk.get(&format!("/studio/waveform/{session}/a%20b.mp4")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (200, "application/octet-stream")
    );
    assert!((38..=44).contains(&answer.bytes.len()), "two seconds: {}", answer.bytes.len());
    assert!(
        answer.bytes[5..35].iter().all(|peak| *peak > 5),
        "a tone all along: {:?}",
        answer.bytes
    );
    for without_sound in ["silent.mp4", "red.png"] {
        let answer = desk.get(&format!("/studio/waveform/{session}/{without_sound}")).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, 0), "{without_sound}");
    }
    desk.get(&format!("/studio/waveform/{session}/none.mp4")).await.refused(404, 404);
    desk.get("/studio/waveform/nobody/red.png").await.refused(404, 404);
}

#[tokio::test]
async fn a_thumbnail_shows_the_file_within_the_size() {
    let (desk, session) = with_film().await;
    let at = |file: &str, at: u64| format!("/studio/thumbnail/{session}/{file}/{at}/28/16");
    for file in ["red.png", "red.jpg"] {
        let still = picture_in(&desk.get(&at(file, 0)).await);
        assert_eq!((still.width, still.height), (21, 16), "4:3 in 28x16");
        assert!(is_red(mean(&still)), "{file}: {:?}", mean(&still));
    }
    let clip = picture_in(&desk.get(&at("silent.mp4", 1000)).await);
    assert!(mean(&clip)[2] > 150 && mean(&clip)[0] < 60, "{:?}", mean(&clip));
    // Files are often shorter than is thought.
    let after = picture_in(&desk.get(&at("silent.mp4", 60_000)).await);
    assert_eq!(mean(&after), mean(&picture_in(&desk.get(&at("silent.mp4", 0)).await)));
    desk.get(&at("none.mp4", 0)).await.refused(404, 404);
    let answer = desk.get(&format!("/studio/thumbnail/{session}/red.png/soon/28/16")).await;
    assert!(answer.status.is_client_error() && answer.json()["message"].is_string());
}

#[tokio::test]
async fn a_file_without_a_picture_has_no_thumbnail() {
    let desk = Desk::open().await;
    let session = desk.session().await;
    let sound = made("-f lavfi -i sine=d=1", "a.wav");
    desk.upload(&session, &[("a.wav", &sound)]).await.data();
    desk.get(&format!("/studio/thumbnail/{session}/a.wav/0/28/16")).await.refused(422, 422);
}

#[tokio::test]
async fn nobody_without_the_token_is_shown_anything() {
    let (desk, session) = with_film().await;
    for path in [
        format!("/studio/preview/{session}/0/80/45"),
        format!("/studio/waveform/{session}/a%20b.mp4"),
        format!("/studio/thumbnail/{session}/red.png/0/28/16"),
    ] {
        for token in ["", "Bearer wrong", TOKEN] {
            let request = Request::builder().method(Method::GET).uri(&path).header("host", HOST);
            let request = request.header("authorization", token).body(Body::empty());
            desk.send(request.expect("a request")).await.refused(401, 1001);
        }
    }
}
