//! Films on their way here: gone on with in the next run, never outside their folder, and what is
//! said meanwhile.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cutroom::link::{Background, Command, ExportTo, JobState, LinkSettings, SessionChoice, Update};
use futures_util::StreamExt;
use serde_json::{Value, json};

use super::driver::{Driver, Home, settings};
use super::server::Server;

/// How a place for films answers.
#[derive(Clone, Copy)]
enum Habit {
    /// Half of it at first, and then nothing more for ever; the rest of it when asked for.
    Stops,
    /// Half of it, and a broken line, each time.
    Breaks,
    /// At once, under a name that the server would like it to have.
    Names(&'static str),
}

/// A place for films that answers at every address.
struct Shelf {
    address: String,
    film: Vec<u8>,
    asked: Arc<Mutex<Vec<HeaderMap>>>,
}

impl Shelf {
    async fn open(habit: Habit) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let film = b"a film from elsewhere".repeat(10_000);
        let asked: Arc<Mutex<Vec<HeaderMap>>> = Arc::default();
        let (shown, seen) = (film.clone(), Arc::clone(&asked));
        let serve = move |request: Request| {
            let headers = request.headers().clone();
            let range = headers.get(header::RANGE).is_some();
            seen.lock().expect("no panic").push(headers.clone());
            let film = shown.clone();
            async move {
                match habit {
                    Habit::Stops if !range => half(&film, false),
                    Habit::Breaks => half(&film, true),
                    Habit::Stops => rest(&film, &headers),
                    Habit::Names(name) => {
                        let name = format!("attachment; filename=\"{name}\"");
                        ([(header::CONTENT_DISPOSITION, name)], film).into_response()
                    }
                }
            }
        };
        let router = Router::new().fallback(serve);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, film, asked }
    }

    fn asked(&self) -> Vec<HeaderMap> {
        self.asked.lock().expect("no panic").clone()
    }
}

const TAG: &str = "\"the film\"";

fn half(film: &[u8], breaks: bool) -> Response {
    let first: Result<Bytes, std::io::Error> = Ok(film[..film.len() / 2].to_vec().into());
    let after = async move {
        match breaks {
            true => Err(std::io::Error::other("scripted")),
            false => std::future::pending().await,
        }
    };
    let body = futures_util::stream::iter([first]).chain(futures_util::stream::once(after));
    let headers = [(header::CONTENT_LENGTH, film.len().to_string()), (header::ETAG, TAG.into())];
    (headers, Body::from_stream(body)).into_response()
}

fn rest(film: &[u8], headers: &HeaderMap) -> Response {
    assert_eq!(headers[header::IF_RANGE], TAG);
    let range = headers[header::RANGE].to_str().expect("text");
    let from = range.strip_prefix("bytes=").and_then(|range| range.strip_suffix('-'));
    let from: usize = from.and_then(|from| from.parse().ok()).expect("a range");
    let range = format!("bytes {from}-{}/{}", film.len() - 1, film.len());
    let headers = [(header::CONTENT_RANGE, range), (header::ETAG, TAG.to_owned())];
    (StatusCode::PARTIAL_CONTENT, headers, film[from..].to_vec()).into_response()
}

async fn ready(statuses: Vec<Value>) -> (Home, Server) {
    let (home, server) = (Home::new(), Server::start().await);
    std::fs::create_dir(home.folder.path().join("out")).expect("made");
    {
        let mut world = server.world();
        world.draft = json!({"m": {"title": "Promo"}, "t": [{"tt": 0, "sg": [{"d": 1000}]}]});
        world.media = vec![json!({"filename": "a.mp4", "file_type": "video"})];
        world.statuses = statuses.into();
    }
    (home, server)
}

fn out(home: &Home) -> PathBuf {
    home.folder.path().join("out")
}

async fn export(driver: &mut Driver, folder: &Path) -> JobState {
    driver.tell(Command::Export(ExportTo::Folder(folder.to_path_buf()))).await;
    driver.job_ended().await.state
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_film_that_was_half_fetched_is_gone_on_with_in_the_next_run() {
    let shelf = Shelf::open(Habit::Stops).await;
    let address = format!("{}/f.mp4", shelf.address);
    let (home, server) = ready(vec![json!({"status": "completed", "outputUrl": address})]).await;
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::AskState).await;
    driver.tell(Command::Export(ExportTo::Folder(out(&home)))).await;
    let half = shelf.film.len() / 2;
    let halfway = move |update: &Update| matches!(update, Update::Job(job) if job.state == JobState::Downloading && job.done == half as u64);
    driver.until("half of it", halfway).await;
    driver.leave().await;
    let left = names(&out(&home));
    assert!(left.len() == 1 && left[0].starts_with(".cutroom-"), "{left:?}");
    assert_eq!(out(&home).join(&left[0]).metadata().expect("there").len(), half as u64);

    let background = Background { program: "/nonexistent".into(), arguments: Vec::new() };
    let editor = LinkSettings {
        background: Some(background),
        ..settings(&home, &server, SessionChoice::Last)
    };
    let mut again = Driver::start(editor);
    again.opened().await;
    assert_eq!(again.job_ended().await.state, JobState::Done);
    assert_eq!(names(&out(&home)), ["promo.mp4"]);
    assert_eq!(std::fs::read(out(&home).join("promo.mp4")).expect("a film"), shelf.film);
    let asked = shelf.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1][header::RANGE], format!("bytes={half}-"));
    assert_eq!(server.world().orders.len(), 1);
}

#[tokio::test]
async fn after_five_tries_the_fallback_address_is_taken() {
    let shelf = Shelf::open(Habit::Breaks).await;
    let address = format!("{}/f.mp4", shelf.address);
    let (home, server) = ready(vec![json!({"status": "completed", "outputUrl": address})]).await;
    let mut driver = Driver::open(&home, &server).await;
    assert_eq!(export(&mut driver, &out(&home)).await, JobState::Done);
    assert_eq!(shelf.asked().len(), 5);
    assert_eq!(std::fs::read(out(&home).join("promo.mp4")).expect("a film"), server.world().film);
}

#[tokio::test]
async fn a_hostile_name_stays_inside_the_folder() {
    let shelf = Shelf::open(Habit::Names("../../evil.mp4")).await;
    let (home, server) = ready(Vec::new()).await;
    let mut driver = Driver::open(&home, &server).await;
    let places = [
        "/../../../evil.mp4",
        "/%2e%2e/%2e%2e/evil.mp4",
        "//etc/evil.mp4",
        "/..%2f..%2fevil.mp4",
        "/evil%00.mp4?name=/tmp/evil.mp4",
    ];
    let addresses = places.map(|place| format!("{}{place}", shelf.address));
    for address in addresses.iter().map(String::as_str).chain(["../../film.mp4"]) {
        server.world().statuses = [json!({"status": "completed", "outputUrl": address})].into();
        assert_eq!(export(&mut driver, &out(&home)).await, JobState::Done, "{address}");
    }
    let expected = ["promo-2.mp4", "promo-3.mp4", "promo-4.mp4", "promo-5.mp4", "promo-6.mp4"];
    assert_eq!(names(&out(&home)), [&expected[..], &["promo.mp4"]].concat());
    assert_eq!(names(home.folder.path()), ["home", "out"]);
}

#[tokio::test]
async fn a_word_that_the_contract_does_not_list_is_shown_as_it_stands() {
    let stage = |word: &str| json!({"status": word, "progress": 20});
    let completed = json!({"status": "completed", "outputUrl": "/film.mp4"});
    let words = vec![stage("muxing_audio"), stage("a\u{1b}[31mb"), completed];
    let (home, server) = ready(words).await;
    let mut driver = Driver::open(&home, &server).await;
    assert_eq!(export(&mut driver, &out(&home)).await, JobState::Done);
    let told: Vec<&str> = driver
        .told
        .iter()
        .filter_map(|update| match update {
            Update::Job(job) => job.stage.as_deref(),
            _ => None,
        })
        .collect();
    assert!(told.contains(&"muxing_audio"), "{told:?}");
    assert!(told.iter().all(|word| !word.contains('\u{1b}')), "{told:?}");
}

#[tokio::test]
async fn what_the_server_asks_of_the_pace_wins() {
    let completed = json!({"status": "completed", "outputUrl": "/film.mp4"});
    let (home, server) = ready(vec![json!({"status": "pending"}), completed]).await;
    server.world().retry_after = Some(1);
    let mut driver = Driver::open(&home, &server).await;
    let began = Instant::now();
    assert_eq!(export(&mut driver, &out(&home)).await, JobState::Done);
    assert!(began.elapsed() >= Duration::from_secs(1), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_slow_render_is_said_to_be_slow_once_and_goes_on() {
    let processing = || json!({"status": "processing", "progress": 5});
    let completed = json!({"status": "completed", "outputUrl": "/film.mp4"});
    let (home, server) = ready(vec![processing(), processing(), processing(), completed]).await;
    let mut slow = settings(&home, &server, SessionChoice::New);
    slow.timing.render_slow = 0.0;
    let mut driver = Driver::start(slow);
    driver.opened().await;
    assert_eq!(export(&mut driver, &out(&home)).await, JobState::Done);
    let said = driver.notices();
    assert_eq!(said.iter().filter(|words| words.contains("longer than usual")).count(), 1);
}
