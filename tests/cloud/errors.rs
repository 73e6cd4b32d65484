//! Every row of the contract's table of errors, at each endpoint where it can come, and answers that
//! are none: one sentence, a next step, the right exit code, in both languages, and nothing raw.

use serde_json::{Value, json};

use super::program::{Who, cutroom, events, picture, run};
use crate::server::{Always, Server};
use crate::support::World;

const SESSION: &str = "/api/tasks";
const CHAT: &str = "/run_sse";
const UPLOAD: &str = "/api/upload-video";
const STATE: &str = "/api/state";
const CREDITS: &str = "/api/credits";
const ORDER: &str = "/api/render/proxy/lambda";
const POLL: &str = "/api/render/proxy/lambda/";
const FILM: &str = "/film.mp4";
const FALLBACK: &str = "/api/render/proxy/render_";

const HTML: &str = "<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>";
const NOT_CREDITS: &str = "not credits";

/// What comes, and what must become of it.
struct Row {
    answers: Vec<Always>,
    who: Who<'static>,
    command: Vec<&'static str>,
    exit: i32,
    code: Value,
    /// In the sentence or its hint.
    words: &'static str,
    /// The sentence is the server's own, in whatever language.
    theirs: bool,
}

fn mine() -> Who<'static> {
    Who::Token("nmv_usr_mine")
}

/// A command whose first request that can fail is the one to `path`.
fn command(path: &str) -> Vec<&'static str> {
    match path {
        SESSION | CREDITS => vec!["credits"],
        CHAT => vec!["run", "--prompt", "make a film"],
        UPLOAD => vec!["upload", "a.png"],
        _ => vec!["run", "--export", "x.mp4"],
    }
}

fn row(path: &'static str, status: u16, body: impl Into<Vec<u8>>) -> Row {
    let mut answers = vec![Always::new(path, status, body.into())];
    if path == FILM {
        let second = Always { path: FALLBACK, ..answers[0].clone() };
        answers.push(second);
    }
    let command = command(path);
    Row { answers, who: mine(), command, exit: 0, code: json!(0), words: "", theirs: false }
}

fn refused(path: &'static str, code: i64) -> Row {
    row(path, 200, json!({"code": code, "message": "server words"}).to_string())
}

impl Row {
    fn gives(self, exit: i32, code: impl Into<Value>, words: &'static str) -> Self {
        Self { exit, code: code.into(), words, ..self }
    }

    fn of_kind(mut self, kind: &'static str) -> Self {
        self.answers.iter_mut().for_each(|answer| answer.kind = kind);
        self
    }

    fn anonymous(self) -> Self {
        Self { who: Who::Anonymous, ..self }
    }

    fn with(self, command: &[&'static str]) -> Self {
        Self { command: command.to_vec(), ..self }
    }

    fn in_their_words(self) -> Self {
        Self { theirs: true, ..self }
    }

    fn name(&self) -> String {
        let answer = &self.answers[0];
        let body = String::from_utf8_lossy(&answer.body).chars().take(80).collect::<String>();
        format!("{} {} {body:?}, {:?}", answer.path, answer.status, self.command)
    }
}

fn refusals_by_code() -> Vec<Row> {
    let mut rows = Vec::new();
    for path in [SESSION, CHAT, UPLOAD, STATE, CREDITS, ORDER, POLL] {
        rows.push(refused(path, 1001).gives(3, 1001, "NEMO_TOKEN"));
        rows.push(refused(path, 2001).gives(5, 2001, "https://web.example"));
    }
    for path in [SESSION, CHAT, UPLOAD, STATE, CREDITS, ORDER] {
        rows.push(refused(path, 429).gives(8, 429, "Wait a minute"));
    }
    for code in [1010, 1011] {
        rows.push(refused(CREDITS, code).gives(3, 1001, "no longer valid"));
    }
    let gone = ["tracks", "--session", "gone"];
    rows.push(refused(STATE, 1002).with(&gone).gives(4, 1002, "There is no session gone."));
    let address = "https://web.example/register?bind=anon_7";
    rows.push(refused(CHAT, 2001).anonymous().gives(5, 2001, address));
    for path in [ORDER, POLL, FILM] {
        rows.push(refused(path, 402).gives(6, 402, "https://web.example/register"));
    }
    rows.push(refused(ORDER, 402).anonymous().gives(6, 402, address));
    rows.push(refused(UPLOAD, 4001).gives(7, 4001, "Accepted are mp4 mov avi"));
    rows.push(refused(UPLOAD, 4002).gives(7, 4002, "more than the limit of 500.0 MB"));
    let by_address = ["upload", "https://example.com/a.mp4"];
    rows.push(refused(UPLOAD, 4001).with(&by_address).gives(7, 4001, "Accepted are"));
    rows.push(refused(UPLOAD, 4002).with(&by_address).gives(7, 4002, "limit of 500.0 MB"));
    rows
}

fn refusals_by_status() -> Vec<Row> {
    let mut rows = vec![
        row(CREDITS, 401, "").gives(3, 1001, "no longer valid"),
        row(ORDER, 402, HTML).gives(6, 402, "not a matter of credits"),
        row(UPLOAD, 413, HTML).gives(7, 4002, "Trim or compress"),
        row(UPLOAD, 415, "").gives(7, 4001, "Accepted are"),
        row(CREDITS, 429, HTML).gives(8, 429, "Wait a minute"),
        row(STATE, 404, HTML).with(&["tracks", "--session", "gone"]).gives(4, 1002, "gone"),
        row(SESSION, 404, HTML).gives(8, 404, "NEMO_API_URL"),
        row(POLL, 404, "").gives(4, "job_not_found", "cutroom jobs"),
        row(FILM, 404, HTML).gives(9, "film_gone", "Export again"),
        row(CHAT, 502, HTML).gives(8, "turn_interrupted", "Look at the timeline"),
        row(CHAT, 200, HTML).of_kind("text/html").gives(8, "turn_interrupted", "timeline"),
        row(CREDITS, 500, vec![b'x'; 3 << 20]).gives(8, "unavailable", "Try again"),
        row(CREDITS, 403, HTML).gives(1, 403, "code 403"),
        row(CREDITS, 418, "").gives(1, 418, "Try again in a minute"),
    ];
    for path in [SESSION, STATE, CREDITS, UPLOAD, ORDER, FILM] {
        for body in [HTML, "", "{\"cut"] {
            rows.push(row(path, 503, body).gives(8, "unavailable", "cannot serve right now"));
        }
    }
    rows
}

fn nonsense() -> Vec<Row> {
    let mut rows = Vec::new();
    for path in [SESSION, STATE, CREDITS, UPLOAD] {
        rows.push(row(path, 200, HTML).gives(8, "unavailable", "cannot serve right now"));
        for body in ["", "{\"code\":0,\"da", "[1,2]", "\"words\"", "7", "{\"code\":0,\"data\":[]}"]
        {
            // A state may lack everything: then there is nothing to render, which is no nonsense.
            if path == STATE && body.ends_with("[]}") {
                continue;
            }
            rows.push(row(path, 200, body).gives(8, "bad_answer", "makes no sense"));
        }
    }
    rows.push(row(POLL, 200, "{}").gives(8, "bad_answer", "makes no sense"));
    rows.push(row(ORDER, 200, HTML).gives(8, "unavailable", "cannot serve right now"));
    rows.push(row(ORDER, 200, "words").gives(8, "bad_answer", "makes no sense"));
    rows.push(row(FILM, 200, HTML).of_kind("text/html").gives(8, "unavailable", "right now"));
    rows.push(row(CREDITS, 200, NOT_CREDITS).gives(8, "bad_answer", "makes no sense"));
    rows.push(row(CREDITS, 200, vec![b' '; 65 << 20]).gives(8, "bad_answer", "makes no sense"));
    rows.push(row(CREDITS, 302, "").gives(8, "bad_answer", "makes no sense"));
    rows
}

fn their_own_words() -> Vec<Row> {
    let said = |words: &str| json!({"code": 7777, "message": words}).to_string();
    let long = format!("All of it. {}", "more ".repeat(500));
    vec![
        row(CREDITS, 200, said("Closed on Sundays")).gives(1, 7777, "Closed on Sundays."),
        row(CREDITS, 200, said("\u{1b}[31mred\u{1b}[0m\u{202e}")).gives(1, 7777, "red."),
        row(CREDITS, 200, said("one\ntwo\nthree")).gives(1, 7777, "one."),
        row(CREDITS, 200, said(&long)).gives(1, 7777, "All of it."),
        row(CREDITS, 200, said(HTML)).gives(1, 7777, "code 7777"),
        row(CREDITS, 200, said("{\"error\":{\"message\":\"inside\"}}")).gives(1, 7777, "inside."),
        row(CREDITS, 200, said("{\"a\":1}")).gives(1, 7777, "code 7777"),
        row(CREDITS, 200, said("nmv_usr_mine is bad")).gives(1, 7777, "… is bad."),
        row(CREDITS, 200, json!({"success": false, "error": "shut"}).to_string())
            .gives(1, 200, "shut."),
        row(POLL, 200, json!({"status": "failed", "error": "no \u{1b}]0;x\u{7}fonts"}).to_string())
            .gives(9, "render_failed", "no fonts"),
    ]
    .into_iter()
    .map(Row::in_their_words)
    .collect()
}

async fn server_for(row: &Row) -> Server {
    let server = Server::start().await;
    {
        let mut world = server.world();
        // A film that appears while a message is away would count as its work.
        if row.answers[0].path != CHAT {
            world.draft = json!({"t": [{"tt": 0, "sg": [{"d": 1000}]}]});
        }
        world.statuses.push_back(json!({"status": "completed", "outputUrl": "/film.mp4"}));
        world.always.extend(row.answers.clone());
    }
    server
}

async fn check(row: &Row, locale: &str) {
    let name = format!("{} in {locale}", row.name());
    let (world, server) = (World::new(), server_for(row).await);
    picture(&world, "a.png", 1000);
    let arguments: Vec<&str> = row.command.iter().copied().chain(["--json"]).collect();
    let mut command = cutroom(&world, &server, row.who, &arguments);
    command.env("LC_ALL", locale);
    let output = run(command).await;
    let told = events(&output);
    assert_eq!(output.status.code(), Some(row.exit), "{name}: {told:#?}");
    let errors: Vec<&Value> = told.iter().filter(|event| event["event"] == "error").collect();
    let [error] = errors[..] else { panic!("{name}: {told:#?}") };
    assert_eq!(error["code"], row.code, "{name}: {error}");
    let message = error["message"].as_str().expect("a sentence");
    let hint = error["hint"].as_str().unwrap_or_default();
    assert!(row.theirs || !hint.is_empty(), "{name}: what to do next? {error}");
    for words in [message, hint, &*String::from_utf8_lossy(&output.stderr)] {
        for raw in ["<", "{", "\u{1b}", "\u{7}", "\u{202e}", "nmv_usr", "server words", "Traceback"]
        {
            assert!(!words.contains(raw), "{name}: {raw:?} in {words:?}");
        }
    }
    assert!(!message.contains('\n') && message.chars().count() <= 220, "{name}: {message}");
    if locale.starts_with("zh") {
        let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
        assert!(row.theirs || message.contains(is_chinese), "{name}: {message}");
        assert!(hint.is_empty() || hint.contains(is_chinese), "{name}: {hint}");
    } else {
        let both = format!("{message} {hint}");
        assert!(both.contains(row.words), "{name}: {both}");
    }
}

async fn check_all(rows: Vec<Row>) {
    for row in rows {
        tokio::join!(check(&row, "C.UTF-8"), check(&row, "zh_CN.UTF-8"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_code_of_the_table_has_its_sentence_and_exit_code() {
    check_all(refusals_by_code()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_status_without_a_code_says_the_same() {
    check_all(refusals_by_status()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_makes_no_sense_is_said_to_make_none() {
    check_all(nonsense()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_servers_own_words_are_made_fit_to_be_shown() {
    check_all(their_own_words()).await;
}

/// Nobody listens there, or somebody hangs up at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_not_there_is_said_not_to_be() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            drop(connection);
        }
    });
    for address in ["http://127.0.0.1:9".to_owned(), address] {
        let (world, mut server) = (World::new(), Server::start().await);
        server.address = address;
        let output = run(cutroom(&world, &server, mine(), &["credits", "--json"])).await;
        assert_eq!(output.status.code(), Some(8));
        assert_eq!(events(&output).last().expect("an event")["code"], "unreachable");
    }
}
