//! Who may come in.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::desk::{Desk, HOST, TOKEN, request};

const CREDITS: &str = "/api/credits/balance/simple";

fn bare(method: Method, path: &str, headers: &[(&'static str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).expect("a request")
}

#[tokio::test]
async fn without_the_token_nothing_is_answered() {
    let desk = Desk::open().await;
    for header in ["", "Bearer", "Bearer ", "Bearer wrong", "Basic nmv_usr_test", TOKEN] {
        for path in [CREDITS, "/", "/nothing", "/files/a/b", "/api/render/proxy/lambda/x"] {
            let request = bare(Method::GET, path, &[("host", HOST), ("authorization", header)]);
            let answer = desk.send(request).await;
            answer.refused(401, 1001);
            assert_eq!(answer.header("www-authenticate"), "Bearer");
        }
    }
}

#[tokio::test]
async fn the_token_is_known_whatever_the_case_of_its_scheme() {
    let desk = Desk::open().await;
    let token = format!("bearer {TOKEN}");
    let request = bare(Method::GET, CREDITS, &[("host", HOST), ("authorization", &token)]);
    desk.send(request).await.data();
}

#[tokio::test]
async fn a_name_that_was_made_to_point_here_is_turned_away() {
    let desk = Desk::open().await;
    let token = format!("Bearer {TOKEN}");
    for host in ["evil.example:4000", "127.0.0.1:4001", "127.0.0.1", "evil.example"] {
        let request = bare(Method::GET, CREDITS, &[("host", host), ("authorization", &token)]);
        desk.send(request).await.refused(403, 403);
    }
    let nameless = bare(Method::GET, CREDITS, &[("authorization", &token)]);
    desk.send(nameless).await.refused(400, 400);
}

#[tokio::test]
async fn a_page_of_another_origin_is_turned_away_even_with_the_token() {
    let desk = Desk::open().await;
    for origin in ["https://evil.example", "null", "http://127.0.0.1:4001", "http://localhost:4000"]
    {
        desk.get_with(CREDITS, "origin", origin).await.refused(403, 403);
    }
    desk.get_with(CREDITS, "origin", "http://127.0.0.1:4000").await.data();
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_refused_in_the_envelope() {
    let desk = Desk::open().await;
    desk.get("/").await.refused(404, 404);
    desk.get("/api/state/nemo_agent/me/%FF/latest").await.refused(404, 404);
    desk.get("/run_sse").await.refused(405, 405);
    desk.post(CREDITS, &json!({})).await.refused(405, 405);
}

#[tokio::test]
async fn tokens_are_given_out_only_where_the_studio_was_started_so() {
    let client = uuid::Uuid::new_v4().to_string();
    let asks = |id: &str| {
        let headers = [("host", HOST), ("x-client-id", id)];
        bare(Method::POST, "/api/auth/anonymous-token", &headers)
    };
    let private = Desk::open().await;
    private.send(asks(&client)).await.refused(404, 404);

    let open = Desk::with(|settings| settings.anonymous_tokens = true).await;
    open.send(asks("not a uuid")).await.refused(400, 400);
    let nameless = bare(Method::POST, "/api/auth/anonymous-token", &[("host", HOST)]);
    open.send(nameless).await.refused(400, 400);
    let given = open.send(asks(&client)).await.data();
    assert_eq!(given["token"], TOKEN);
    assert_eq!(given["credits"], 100);
    assert!(given["user_id"].as_str().is_some_and(|id| id.starts_with("anon_")));
    let until: jiff::Timestamp =
        given["expires_at"].as_str().expect("a time").parse().expect("RFC");
    assert!(until > jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * 6));
    let foreign = [("host", "evil.example:4000"), ("x-client-id", client.as_str())];
    let foreign = bare(Method::POST, "/api/auth/anonymous-token", &foreign);
    open.send(foreign).await.refused(403, 403);
}

#[tokio::test]
async fn every_answer_forbids_guessing_its_type() {
    let desk = Desk::open().await;
    let answer = desk.send(request(Method::GET, CREDITS, Body::empty())).await;
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn a_refusal_speaks_the_language_that_the_request_names() {
    let desk = Desk::open().await;
    let path = "/api/render/proxy/lambda/nothing";
    let plain = desk.get_with(path, "accept", "*/*").await.refused(404, 404);
    assert_eq!(plain, "There is no such render.");
    let english = desk.get_with(path, "accept-language", "en").await.refused(404, 404);
    assert_eq!(english, plain);
    let chinese = desk.get_with(path, "accept-language", "zh-CN").await;
    assert_eq!(chinese.refused(404, 404), "没有这个渲染。");
    assert_eq!(chinese.header("content-type"), "application/json");
    // Whatever else the refusal says stays.
    let bare = bare(Method::GET, CREDITS, &[("host", HOST), ("accept-language", "zh-CN")]);
    let answer = desk.send(bare).await;
    assert_eq!(answer.refused(401, 1001), "缺少令牌，或令牌不对。");
    assert_eq!(answer.header("www-authenticate"), "Bearer");
}
