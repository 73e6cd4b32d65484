//! Uploads: checked first, two at a time, counted truly.

use cutroom::language::Problem;
use cutroom::link::{Command, JobKind, JobState, SessionChoice, Update};
use serde_json::json;
use tokio::sync::Semaphore;

use super::driver::{DEADLINE, Driver, Home, settings};
use super::server::{Server, Turn, text};

#[tokio::test]
async fn a_file_is_sent_whole_counted_and_then_among_the_sessions_files() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec![home.picture("日 \"落\".png", 700_000)])).await;
    let job = driver.job_ended().await;
    assert_eq!((job.kind, job.state), (JobKind::Upload, JobState::Done));
    assert_eq!((job.done, job.total), (700_000, Some(700_000)));
    assert_eq!(server.world().uploads, [("日 \"落\".png".to_owned(), 700_000)]);
    let counts = driver.told.iter().filter_map(|update| match update {
        Update::Job(job) => Some(job.done),
        _ => None,
    });
    assert!(counts.collect::<Vec<_>>().is_sorted(), "progress never runs backwards");
    let named = |update: &Update| matches!(update, Update::Media(files) if files.len() == 1);
    assert!(driver.told.iter().any(named), "the files are told before the job is done");
}

#[tokio::test]
async fn refused_files_get_their_sentence_and_nothing_else_is_lost() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let files = vec![
        home.folder.path().join("missing.mp4"),
        home.folder.path().to_path_buf(),
        home.file("empty.png", b""),
        home.file("words.png", b"just words"),
        home.picture("large.png", 1_000_001),
        home.picture("good.png", 100),
    ];
    driver.tell(Command::Upload(files)).await;
    let mut ends = Vec::new();
    for _ in 0..6 {
        let job = driver.job_ended().await;
        let end = match job.state {
            JobState::Failed(problem) => problem.code(),
            state => format!("{state:?}"),
        };
        ends.push((job.label, end));
    }
    let end = |name: &str| {
        let found = ends.iter().find(|(label, _)| label == name);
        found.map(|(_, end)| end.as_str()).expect("a job")
    };
    assert_eq!(end("missing.mp4"), "file_missing");
    assert_eq!(end("empty.png"), "file_empty");
    assert_eq!(end("words.png"), "4001");
    assert_eq!(end("large.png"), "4002");
    assert_eq!(end("good.png"), "Done");
    assert!(ends.iter().any(|(_, end)| end == "not_a_file"));
    assert_eq!(server.world().uploads.len(), 1, "nothing that is refused is sent");
}

#[tokio::test]
async fn two_are_sent_at_a_time_and_the_others_wait() {
    let (home, server) = (Home::new(), Server::start().await);
    let gate = std::sync::Arc::clone(&server.upload_gate);
    gate.forget_permits(Semaphore::MAX_PERMITS);
    let mut driver = Driver::open(&home, &server).await;
    let files = (1..=5).map(|number| home.picture(&format!("{number}.png"), 100)).collect();
    driver.tell(Command::Upload(files)).await;
    let both_there = async {
        while server.world().uploading < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(DEADLINE, both_there).await.expect("two are sent at a time");
    for _ in 0..5 {
        gate.add_permits(1);
        driver.job_ended().await;
    }
    assert_eq!(server.world().most_uploading, 2);
    assert_eq!(server.world().uploads.len(), 5);
}

#[tokio::test]
async fn the_servers_refusal_names_the_file() {
    let (home, server) = (Home::new(), Server::start().await);
    let refusal = json!({"code": 4001, "message": "no"}).to_string();
    server.world().instead.push(("/api/upload-video", 200, refusal));
    let mut driver = Driver::open(&home, &server).await;
    let path = home.picture("odd.png", 100);
    driver.tell(Command::Upload(vec![path.clone()])).await;
    let job = driver.job_ended().await;
    let shown = path.display().to_string();
    assert_eq!(job.state, JobState::Failed(Problem::FileUnsupported { path: shown }));

    driver.tell(Command::RetryJob(job.id.clone())).await;
    let again = driver.job_ended().await;
    assert_eq!((again.id, again.state), (job.id, JobState::Done), "it can be begun again");
}

#[tokio::test]
async fn an_upload_can_be_stopped() {
    let (home, server) = (Home::new(), Server::start().await);
    server.upload_gate.forget_permits(Semaphore::MAX_PERMITS);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    let running =
        |update: &Update| matches!(update, Update::Job(job) if job.state == JobState::Running);
    let Update::Job(job) = driver.until("a running job", running).await else { unreachable!() };
    driver.tell(Command::CancelJob(job.id)).await;
    assert_eq!(driver.job_ended().await.state, JobState::Cancelled);
}

#[tokio::test]
async fn an_early_refusal_is_heard_while_the_file_is_still_being_sent() {
    let (home, server) = (Home::new(), Server::start().await);
    let refusal = json!({"code": 4002, "message": "too large"}).to_string();
    // It may take a second attempt to hear what was said when the connection was closed.
    for _ in 0..2 {
        server.world().instead.push(("/api/upload-video", 413, refusal.clone()));
    }
    let mut settings = settings(&home, &server, SessionChoice::New);
    settings.profile.upload_limit = 100_000_000;
    let mut driver = Driver::start(settings);
    driver.opened().await;
    driver.tell(Command::Upload(vec![home.picture("big.png", 50_000_000)])).await;
    let job = driver.job_ended().await;
    assert!(
        matches!(job.state, JobState::Failed(Problem::FileTooLarge { size: 50_000_000, .. })),
        "{job:?}"
    );
}

#[tokio::test]
async fn an_address_is_given_to_the_server_to_fetch() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec!["https://example.com/a/clip.mp4?x=1".into()])).await;
    let job = driver.job_ended().await;
    assert_eq!((job.state, job.label.as_str()), (JobState::Done, "clip.mp4"));
    let asked = server.world().media[0]["from"].clone();
    let urls = ["https://example.com/a/clip.mp4?x=1"];
    assert_eq!(asked, json!({"urls": urls, "source_type": "url"}));
}

#[tokio::test]
async fn each_upload_says_which_place_it_was_named_at() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let sizes = [900_000, 100, 90_000, 50, 10];
    let names: Vec<String> = (0..sizes.len()).map(|number| format!("{number}.png")).collect();
    let files = names.iter().zip(sizes).map(|(name, size)| home.picture(name, size)).collect();
    driver.tell(Command::Upload(files)).await;
    for _ in &names {
        driver.job_ended().await;
    }
    let mut came = server.world().named.clone();
    came.sort();
    let in_order: Vec<String> = came.into_iter().map(|(_, name)| name).collect();
    assert_eq!(in_order, names);
}

#[tokio::test]
async fn a_message_waits_for_the_files_that_are_on_their_way() {
    let (home, server) = (Home::new(), Server::start().await);
    server.upload_gate.forget_permits(Semaphore::MAX_PERMITS);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    server.world().turns.push_back(Turn::Stream(vec![text("Made it.")]));
    driver.say(1, "make a film from this picture").await;
    let waits = |update: &Update| matches!(update, Update::TurnActivity(_, word) if word == "waiting for the files");
    driver.once("the wait", waits).await;
    let sent = server.world().messages.len();
    assert_eq!(sent, 0, "the agent would know no picture yet");
    server.upload_gate.add_permits(1);
    driver.once("the end", |update| matches!(update, Update::TurnEnded(..))).await;
    let sent = server.world().messages.len();
    assert_eq!(sent, 1);
}

fn notices_about(driver: &Driver, words: &str) -> usize {
    driver.notices().iter().filter(|notice| notice.contains(words)).count()
}

#[tokio::test]
async fn a_file_that_the_session_has_is_not_sent_again_also_by_the_next_run() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let path = home.picture("a.png", 1000);
    let copy = home.file("copy.png", &std::fs::read(&path).expect("a file"));
    driver.tell(Command::Upload(vec![path.clone()])).await;
    driver.job_ended().await;
    driver.tell(Command::Upload(vec![path.clone()])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    driver.tell(Command::Upload(vec![copy])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert_eq!(notices_about(&driver, "already, as a.png"), 1, "{:?}", driver.notices());
    driver.leave().await;

    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    again.opened().await;
    again.tell(Command::Upload(vec![path.clone()])).await;
    assert_eq!(again.job_ended().await.state, JobState::Done);
    assert_eq!(notices_about(&again, "there already"), 1);
    assert_eq!(server.world().uploads.len(), 1);

    // What the session has no more is sent again, and so is another content of the same name.
    server.world().media.clear();
    again.tell(Command::Upload(vec![path.clone()])).await;
    again.job_ended().await;
    home.picture("a.png", 1001);
    again.tell(Command::Upload(vec![path])).await;
    again.job_ended().await;
    assert_eq!(server.world().uploads.len(), 3);
}

#[tokio::test]
async fn the_servers_own_hash_tells_it_too() {
    let (home, server) = (Home::new(), Server::start().await);
    let path = home.file("abc.png", &std::fs::read(home.picture("x.png", 100)).expect("a file"));
    let hash = {
        use sha2::Digest;
        let digest = sha2::Sha256::digest(std::fs::read(&path).expect("a file"));
        digest.iter().map(|byte| format!("{byte:02X}")).collect::<String>()
    };
    let known = json!({"filename": "b.png", "file_type": "image", "hash": hash});
    server.world().media.push(known);
    server.world().sessions_made = 1;
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::Id("session-1".into())));
    driver.opened().await;
    driver.tell(Command::Upload(vec![path])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert!(server.world().uploads.is_empty());
}

#[tokio::test]
async fn the_same_file_named_twice_at_once_is_sent_once() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let path = home.picture("a.png", 1000);
    driver.tell(Command::Upload(vec![path.clone(), path.clone(), path])).await;
    for _ in 0..3 {
        assert_eq!(driver.job_ended().await.state, JobState::Done);
    }
    assert_eq!(server.world().uploads.len(), 1);
}

#[tokio::test]
async fn a_file_that_changes_on_its_way_does_not_arrive() {
    let (home, server) = (Home::new(), Server::start().await);
    server.read_gate.forget_permits(Semaphore::MAX_PERMITS);
    server.world().drain_uploads = true;
    let mut settings = settings(&home, &server, SessionChoice::New);
    settings.profile.upload_limit = 100_000_000;
    let mut driver = Driver::start(settings);
    driver.opened().await;
    let path = home.picture("growing.png", 50_000_000);
    driver.tell(Command::Upload(vec![path.clone()])).await;
    driver.until("bytes", |update| matches!(update, Update::Job(job) if job.done > 0)).await;
    let file = std::fs::File::options().append(true).open(&path).expect("a file");
    file.set_len(50_000_100).expect("grown");
    server.read_gate.add_permits(2);
    let shown = path.display().to_string();
    let ended = driver.job_ended().await.state;
    assert_eq!(ended, JobState::Failed(Problem::FileChanged { path: shown }));
}

#[tokio::test]
async fn a_file_that_is_gone_when_its_turn_comes_is_missing() {
    let (home, server) = (Home::new(), Server::start().await);
    server.upload_gate.forget_permits(Semaphore::MAX_PERMITS);
    let mut driver = Driver::open(&home, &server).await;
    let names = ["1.png", "2.png", "3.png"];
    let paths: Vec<_> = names.iter().map(|name| home.picture(name, 100)).collect();
    driver.tell(Command::Upload(paths[..2].to_vec())).await;
    for name in &names[..2] {
        let runs = |update: &Update| {
            matches!(update, Update::Job(job)
                if job.state == JobState::Running && job.label == *name)
        };
        driver.once("a running job", runs).await;
    }
    driver.tell(Command::Upload(paths[2..].to_vec())).await;
    let queued = |update: &Update| matches!(update, Update::Job(job) if job.label == "3.png");
    driver.once("a waiting job", queued).await;
    std::fs::remove_file(&paths[2]).expect("removed");
    server.upload_gate.add_permits(3);
    let mut ends = Vec::new();
    for _ in 0..3 {
        ends.push(driver.job_ended().await.state);
    }
    let missing = Problem::FileMissing { path: paths[2].display().to_string() };
    assert!(ends.contains(&JobState::Failed(missing)), "{ends:?}");
}

#[tokio::test]
async fn names_arrive_as_far_as_a_header_can_carry_them() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let names = ["日落 海边.png", "a \"b\" 'c'; d.png", "two\nlines\r.png", "100%25&=.png"];
    for name in names {
        driver.tell(Command::Upload(vec![home.picture(name, 200)])).await;
        assert_eq!(driver.job_ended().await.state, JobState::Done, "{name}");
    }
    let world = server.world();
    let came: Vec<&str> = world.uploads.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(came, ["日落 海边.png", "a \"b\" 'c'; d.png", "two_lines_.png", "100%25&=.png"]);
}

#[tokio::test]
async fn an_answer_without_files_is_no_success() {
    for body in
        ["", "{}", r#"{"code":0,"data":{"files":[]}}"#, r#"{"code":0,"data":{"files":"x"}}"#]
    {
        let (home, server) = (Home::new(), Server::start().await);
        server.world().instead.push(("/api/upload-video", 200, body.to_owned()));
        let mut driver = Driver::open(&home, &server).await;
        driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
        let bad = Problem::BadAnswer { backend: "cloud".into() };
        assert_eq!(driver.job_ended().await.state, JobState::Failed(bad), "{body}");
    }
}

#[tokio::test]
async fn several_addresses_are_fetched_and_a_refusal_names_its_address_and_the_limit() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let addresses = ["https://example.com/a.mp4", "https://example.com/b.mp4"];
    driver.tell(Command::Upload(addresses.map(Into::into).to_vec())).await;
    for _ in addresses {
        assert_eq!(driver.job_ended().await.state, JobState::Done);
    }
    let mut asked: Vec<String> =
        server.world().media.iter().map(|media| media["from"]["urls"][0].to_string()).collect();
    asked.sort();
    assert_eq!(asked, addresses.map(|address| format!("{address:?}")));
    let refusal = json!({"code": 4002, "message": "no"}).to_string();
    server.world().instead.push(("/api/upload-video", 200, refusal));
    driver.tell(Command::Upload(vec!["https://example.com/c.mp4".into()])).await;
    let over =
        Problem::FileOverLimit { path: "https://example.com/c.mp4".into(), limit: 1_000_000 };
    assert_eq!(driver.job_ended().await.state, JobState::Failed(over));
}
