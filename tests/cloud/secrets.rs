//! The token goes to the server and nowhere else; where it comes from is told, what it is never.

use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use super::program::{Who, cutroom, events, picture, run};
use crate::server::{Always, Server, Step, Turn, text};
use crate::support::World;

const GIVEN: &str = "nmv_usr_given_5e4d";
const ANONYMOUS: &str = "nmv_usr_anonymous_9f8e";

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok);
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() { files(&path) } else { vec![path] }
        })
        .collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// A server that goes through everything, and repeats the token where it can.
async fn talkative() -> Server {
    let server = Server::start().await;
    {
        let mut world = server.world();
        let data = json!({"token": ANONYMOUS, "user_id": "anon_7"});
        let body = json!({"code": 0, "data": data}).to_string();
        world.token_answers.push_back(Always::new("", 200, body));
        let film = json!({"t": [{"tt": 0, "sg": [{"d": 1000}]}]});
        let steps = vec![Step::Film(film), text("Done.")];
        world.turns.push_back(Turn::Stream(steps));
        let echo = format!("the token {GIVEN} or Bearer {ANONYMOUS} was not liked");
        let refusal = json!({"code": 7777, "message": echo}).to_string();
        world.always.push(Always::new("/api/credits", 200, refusal));
        let failed = json!({"status": "failed", "error": format!("{ANONYMOUS} {GIVEN}")});
        world.statuses.push_back(failed);
    }
    server
}

async fn run_all(world: &World, server: &Server, who: Who<'_>) -> Vec<Output> {
    let mut outputs = Vec::new();
    let pass = ["run", "--upload", "a.png", "--prompt", "make it", "--export", "x.mp4"];
    for arguments in [&pass[..], &["credits"], &["credits", "--json"], &["doctor", "--json"]] {
        let mut command = cutroom(world, server, who, arguments);
        command.env("CUTROOM_LOG", "trace").env("RUST_BACKTRACE", "full");
        outputs.push(run(command).await);
    }
    outputs
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_token_is_in_no_output_no_log_no_record_and_no_address() {
    for who in [Who::Token(GIVEN), Who::Anonymous] {
        let (world, server) = (World::new(), talkative().await);
        picture(&world, "a.png", 1000);
        let outputs = run_all(&world, &server, who).await;
        assert_eq!(outputs[0].status.code(), Some(9), "the whole way was gone");
        for output in outputs {
            for stream in [output.stdout, output.stderr] {
                let shown = String::from_utf8_lossy(&stream).into_owned();
                assert!(!shown.contains("nmv_usr"), "{shown}");
            }
        }
        let kept = world.path("home/config/tokens.json");
        let mut logged = 0;
        for path in files(world.folder()).into_iter().filter(|path| *path != kept) {
            let content = std::fs::read(&path).expect("a file");
            for token in [GIVEN, ANONYMOUS] {
                assert!(!holds(&content, token), "{token} is in {}", path.display());
            }
            if path.extension().is_some_and(|ending| ending == "log") {
                assert!(holds(&content, "TRACE"), "the log is as full as it can be");
                logged += 1;
            }
        }
        assert!(logged > 0);
        assert_eq!(kept.exists(), who == Who::Anonymous);
    }
}

async fn token_check(world: &World, server: &Server, who: Who<'_>, more: &[&str]) -> Value {
    let arguments = [&["doctor", "--json"], more].concat();
    let told = events(&run(cutroom(world, server, who, &arguments)).await);
    let check = told.iter().find(|event| event["what"] == "token");
    check.cloned().expect("a check of the token")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn doctor_says_where_the_token_comes_from() {
    let (world, server) = (World::new(), Server::start().await);
    let given = token_check(&world, &server, Who::Token(GIVEN), &[]).await;
    assert_eq!(
        (&given["source"], &given["detail"]),
        (&json!("NEMO_TOKEN"), &json!("from NEMO_TOKEN"))
    );
    let unused = token_check(&world, &server, Who::Token(GIVEN), &["--backend", "studio"]).await;
    assert_eq!(unused["source"], "studio");
    assert!(unused["detail"].to_string().contains("NEMO_TOKEN is set and not used"));
    let none = token_check(&world, &server, Who::Anonymous, &[]).await;
    assert_eq!(none["source"], "none");
    assert!(none["detail"].to_string().contains("none yet"), "{none}");
    assert!(!world.path("home/nemovideo").exists(), "asking makes nothing");

    run(cutroom(&world, &server, Who::Anonymous, &["credits"])).await;
    let kept = token_check(&world, &server, Who::Anonymous, &[]).await;
    assert_eq!(kept["source"], "anonymous");
    let until: jiff::Timestamp =
        kept["until"].as_str().and_then(|until| until.parse().ok()).expect("a moment");
    let days = until.duration_since(jiff::Timestamp::now()).as_hours() / 24;
    assert_eq!(days, 6, "seven days, less a moment: {kept}");
    let elsewhere = Server::start().await;
    let other = token_check(&world, &elsewhere, Who::Anonymous, &[]).await;
    assert_eq!(other["source"], "none", "it is another server's");

    let file = world.path("home/config/tokens.json");
    let mut tokens: Value =
        serde_json::from_slice(&std::fs::read(&file).expect("a file")).expect("JSON");
    for client in tokens[&server.address].as_object_mut().expect("clients").values_mut() {
        client["expires_at"] = 1.into();
    }
    std::fs::write(&file, tokens.to_string()).expect("written");
    let expired = token_check(&world, &server, Who::Anonymous, &[]).await;
    assert!(expired["detail"].to_string().contains("has expired"), "{expired}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_day_of_a_token_is_told_without_a_screen_too() {
    let (world, server) = (World::new(), Server::start().await);
    let tomorrow = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(20);
    let data = json!({"token": ANONYMOUS, "expires_at": tomorrow.to_string()});
    let body = json!({"code": 0, "data": data}).to_string();
    server.world().token_answers.push_back(Always::new("", 200, body));
    for (locale, words) in [("C.UTF-8", "good until"), ("zh_CN.UTF-8", "有效至")] {
        let mut command = cutroom(&world, &server, Who::Anonymous, &["credits", "--json"]);
        command.env("LC_ALL", locale);
        let told = events(&run(command).await);
        let notices = told.iter().filter(|event| {
            event["event"] == "notice" && event["text"].to_string().contains(words)
        });
        assert_eq!(notices.count(), 1, "{told:#?}");
    }
}
