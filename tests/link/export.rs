//! Exports: checked, ordered once, waited for, fetched without the token, never over another file.

use std::path::Path;

use cutroom::language::Problem;
use cutroom::link::{Command, ExportTo, JobKind, JobState, JobView, Update};
use serde_json::{Value, json};

use super::cdn::Cdn;
use super::driver::{Driver, Home};
use super::server::Server;

const DRAFT: &str = r#"{"z":1.50,"m":{"title":"../Summer Promo"},"t":[{"tt":0,"k":null,"sg":[{"d":5000,"u":"/mnt/userdata/9/a.mp4","src":"a.mp4"}]}]}"#;

async fn ready() -> (Home, Server, Driver) {
    let (home, server) = (Home::new(), Server::start().await);
    {
        let mut world = server.world();
        world.draft = serde_json::from_str(DRAFT).expect("JSON");
        world.media = vec![
            json!({"filename": "a.mp4", "file_type": "video", "cdn_url": "https://cdn.x/a.mp4"}),
        ];
        world.statuses = [json!({"status": "completed", "outputUrl": "/film.mp4"})].into();
    }
    let driver = Driver::open(&home, &server).await;
    (home, server, driver)
}

async fn export(driver: &mut Driver, to: ExportTo) -> JobView {
    driver.tell(Command::Export(to)).await;
    driver.job_ended().await
}

fn into(folder: &Path) -> ExportTo {
    ExportTo::Folder(folder.to_path_buf())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "home")
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn the_film_arrives_under_a_free_name_made_of_its_title() {
    let (home, server, mut driver) = ready().await;
    let folder = home.folder.path();
    for _ in 0..2 {
        let job = export(&mut driver, into(folder)).await;
        assert_eq!((&job.kind, &job.state), (&JobKind::Render, &JobState::Done));
        let path = job.path.expect("a file");
        assert_eq!(std::fs::read(&path).expect("a file"), server.world().film);
        assert_eq!(job.bytes, Some(server.world().film.len() as u64));
    }
    assert_eq!(names(folder), ["summer-promo-2.mp4", "summer-promo.mp4"], "and no parts are left");
}

#[tokio::test]
async fn the_draft_goes_back_to_the_letter_but_for_server_paths() {
    let (home, server, mut driver) = ready().await;
    export(&mut driver, into(home.folder.path())).await;
    let orders: Vec<Value> = server.world().orders.clone();
    assert_eq!(orders.len(), 1);
    assert_eq!(
        orders[0]["draft"].to_string(),
        DRAFT.replace("/mnt/userdata/9/a.mp4", "https://cdn.x/a.mp4")
    );
    assert_eq!(orders[0]["sessionId"], "session-1");
    assert_eq!(orders[0]["output"], json!({"format": "mp4", "quality": "high"}));
}

#[tokio::test]
async fn nothing_is_ordered_where_nothing_is_on_the_timeline() {
    let (home, server, mut driver) = ready().await;
    for draft in [Value::Null, json!({"t": []}), json!({"t": [{"tt": 0, "sg": []}]})] {
        server.world().draft = draft;
        let job = export(&mut driver, into(home.folder.path())).await;
        assert_eq!(job.state, JobState::Failed(Problem::NothingToRender));
    }
    assert_eq!(server.world().orders.len(), 0);
    assert_eq!(names(home.folder.path()), [""; 0]);
}

#[tokio::test]
async fn a_file_that_is_there_is_kept_and_no_render_is_wasted_on_it() {
    let (home, server, mut driver) = ready().await;
    let path = home.file("mine.mp4", b"mine");
    let to = |force| ExportTo::File { path: path.clone(), force };
    let job = export(&mut driver, to(false)).await;
    assert!(matches!(job.state, JobState::Failed(Problem::FileExists { .. })), "{job:?}");
    assert_eq!(server.world().orders.len(), 0);
    assert_eq!(std::fs::read(&path).expect("a file"), b"mine");
    assert_eq!(export(&mut driver, to(true)).await.state, JobState::Done);
    assert_eq!(std::fs::read(&path).expect("a file"), server.world().film);
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_said_before_anything_is_rendered() {
    let (home, server, mut driver) = ready().await;
    let path = home.folder.path().join("nowhere/film.mp4");
    let job = export(&mut driver, ExportTo::File { path, force: false }).await;
    assert!(matches!(job.state, JobState::Failed(_)), "{job:?}");
    assert_eq!(server.world().orders.len(), 0);
}

#[tokio::test]
async fn another_origin_gets_no_token_and_a_broken_transfer_goes_on_where_it_stopped() {
    let (home, server, mut driver) = ready().await;
    let film = b"from elsewhere".repeat(10_000);
    let cdn = Cdn::start(film.clone()).await;
    let address = format!("{}/out/film.mp4", cdn.address);
    server.world().statuses = [
        json!({"taskId": "r", "status": "pending", "progress": 0}),
        json!({"success": true, "data": {"status": "processing", "progress": "41.5"}}),
        json!({"code": 0, "data": {"status": "completed", "progress": 100, "outputUrl": address}}),
    ]
    .into();
    let job = export(&mut driver, into(home.folder.path())).await;
    assert_eq!(job.state, JobState::Done, "{job:?}");
    assert_eq!(std::fs::read(job.path.expect("a file")).expect("a file"), film);
    let half = |update: &Update| matches!(update, Update::Job(job) if job.done == 4150);
    assert!(driver.told.iter().any(half), "{:#?}", driver.told);
    let headers = cdn.headers.lock().expect("no panic").clone();
    assert_eq!(headers.len(), 2);
    assert!(headers[1].contains_key("range"), "{headers:?}");
    for name in ["authorization", "x-skill-source", "x-skill-version", "x-skill-platform"] {
        assert!(headers.iter().all(|headers| !headers.contains_key(name)), "{name}");
    }
}

#[tokio::test]
async fn a_failed_render_is_ordered_once_more_under_a_new_id() {
    let (home, server, mut driver) = ready().await;
    let failed = || json!({"status": "failed", "error": "out of memory"});
    let completed = json!({"status": "completed", "outputUrl": "/film.mp4"});
    server.world().statuses = [failed(), completed].into();
    let job = export(&mut driver, into(home.folder.path())).await;
    assert_eq!(job.state, JobState::Done);
    let orders = server.world().orders.clone();
    assert_eq!(orders.len(), 2);
    assert_ne!(orders[0]["id"], orders[1]["id"]);

    server.world().statuses = [failed()].into();
    let job = export(&mut driver, into(home.folder.path())).await;
    let reason = "out of memory".to_owned();
    assert_eq!(job.state, JobState::Failed(Problem::RenderFailed { reason }));
    assert_eq!(server.world().orders.len(), 4);
}

#[tokio::test]
async fn a_poll_that_fails_is_followed_by_the_next_and_a_refused_order_is_told() {
    let (home, server, mut driver) = ready().await;
    let gateway = ("/api/render/proxy/lambda/", 502, "<html>".to_owned());
    server.world().instead.push(gateway);
    assert_eq!(export(&mut driver, into(home.folder.path())).await.state, JobState::Done);
    assert_eq!(server.world().orders.len(), 1);

    let plan = ("/api/render/proxy/lambda", 402, json!({"code": 402}).to_string());
    server.world().instead.push(plan);
    let job = export(&mut driver, into(home.folder.path())).await;
    assert!(matches!(job.state, JobState::Failed(Problem::NotInPlan { .. })), "{job:?}");
}

#[tokio::test]
async fn the_second_way_to_the_film_is_taken_where_the_first_one_fails() {
    let (home, server, mut driver) = ready().await;
    server.world().statuses = [json!({"status": "completed", "outputUrl": "/gone.mp4"})].into();
    assert_eq!(export(&mut driver, into(home.folder.path())).await.state, JobState::Done);
    assert_eq!(names(home.folder.path()), ["summer-promo.mp4"]);
}

#[tokio::test]
async fn a_stopped_export_is_called_off_and_the_one_behind_it_begins() {
    let (home, server, mut driver) = ready().await;
    server.world().statuses = [json!({"status": "processing", "progress": 10})].into();
    driver.tell(Command::Export(into(home.folder.path()))).await;
    driver.tell(Command::Export(into(home.folder.path()))).await;
    let moving = |update: &Update| matches!(update, Update::Job(job) if job.done == 1000);
    let Update::Job(job) = driver.until("progress", moving).await else { unreachable!() };
    let waits = |update: &Update| matches!(update, Update::Job(other) if other.id != job.id && other.state == JobState::Running);
    assert!(!driver.told.iter().any(waits), "one export at a time");
    driver.tell(Command::CancelJob(job.id.clone())).await;
    assert_eq!(driver.job_ended().await.state, JobState::Cancelled);
    let ordered = server.world().orders[0]["id"].clone();
    assert_eq!(json!(server.world().cancelled), json!([ordered]));
    server.world().statuses = [json!({"status": "completed", "outputUrl": "/film.mp4"})].into();
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert_eq!(names(home.folder.path()), ["summer-promo.mp4"]);
}
