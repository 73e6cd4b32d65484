//! Where the film is made, chosen in a terminal as a person does it: the studio, and a server of the
//! contract on this machine in the place of the cloud.

#[path = "link/server.rs"]
mod server;
mod support;

use server::Server;
use support::World;
use support::terminal::Terminal;
use tokio::runtime::Runtime;

const CTRL_P: &str = "\x10";
const CTRL_Q: &str = "\x11";
const CTRL_Y: &str = "\x19";
const DOWN: &str = "\x1b[B";
const ENTER: &str = "\r";
const ESC: &str = "\x1b";

/// A server in the place of the cloud; it runs as long as the runtime is kept.
fn cloud() -> (Runtime, Server) {
    let runtime = Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::start());
    (runtime, server)
}

/// The id of a session in the studio that has something in it.
fn session_in_the_studio(world: &World) -> String {
    world.picture("a.png", "red", "320x240");
    let ran = world.run(&["upload", "a.png", "--json"]);
    ran.assert_code(0).event("session")["id"].as_str().expect("an id").to_owned()
}

fn choose(terminal: &mut Terminal, name: &str) {
    terminal.send(CTRL_P);
    terminal.wait_for("type a few letters");
    terminal.send(name);
    terminal.wait_for("use the cloud");
    terminal.send(ENTER);
}

#[test]
fn the_cloud_is_chosen_by_name_asked_for_once_and_kept() {
    let world = World::new();
    let (_runtime, server) = cloud();
    let session = session_in_the_studio(&world);
    let settings = world.path("home/config/config.toml");
    let mine = "# mine\n[general]\nbackend = \"studio\"  # no network here\n\n# the end\n";
    std::fs::create_dir_all(settings.parent().expect("a folder")).expect("made");
    std::fs::write(&settings, mine).expect("ours");
    let reach = [("NEMO_API_URL", server.address.as_str())];
    let mut terminal = Terminal::start_with(&world, &["--session", &session], &reach);
    terminal.wait_for("studio · video-maker · unlimited");

    choose(&mut terminal, "cloud");
    let question = terminal.wait_for("for the first time");
    assert!(question.contains(&server.address), "{question}");
    assert!(question.contains("› stay in the studio"), "{question}");
    terminal.send(ESC);
    terminal.wait_until("the studio's film", |screen| {
        screen.contains("a.png") && !screen.contains("for the first time")
    });
    terminal.say("make a 2 second video");
    // The film is there before the turn has ended; what could come next is not.
    terminal.wait_for("next   1");
    assert!(server.world().requests.is_empty(), "{:?}", server.world().requests);
    assert_eq!(std::fs::read_to_string(&settings).expect("there"), mine);

    choose(&mut terminal, "cloud");
    terminal.wait_for("for the first time");
    terminal.send(DOWN);
    terminal.wait_for("› use it");
    terminal.send(ENTER);
    let screen = terminal.wait_until("the cloud", |screen| {
        screen.contains("cloud · video-maker")
            && screen.contains("connected")
            && screen.contains("From now on cutroom starts in the cloud")
    });
    assert!(screen.contains("workspace/claim?ct=clm_1"), "{screen}");
    let kept = std::fs::read_to_string(&settings).expect("there");
    assert_eq!(kept, mine.replace("\"studio\"", "\"cloud\""));
    let requests = server.world().requests.clone();
    assert_eq!(requests[0].0, "/api/auth/anonymous-token");

    let link = "https://nemovideo.com/workspace/claim?ct=clm_1";
    assert!(terminal.raw().contains(&format!(";{link}\x1b\\")), "it can be opened");
    terminal.send(CTRL_Y);
    terminal.wait_for("Sent to the clipboard by OSC 52");
    assert!(terminal.raw().contains("\x1b]52;c;aHR0cHM6Ly9uZW1vdmlkZW8uY29t"), "it was sent");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);

    let mut again = Terminal::start_with(&world, &[], &reach);
    again.wait_until("no question", |screen| {
        screen.contains("cloud · video-maker") && screen.contains("connected")
    });
    again.send(CTRL_Q);
    assert_eq!(again.wait_for_exit(), 0);
}

#[test]
fn who_declines_at_the_start_goes_on_in_the_studio_and_is_asked_again() {
    let world = World::new();
    let (_runtime, server) = cloud();
    world.picture("a.png", "red", "320x240");
    let reach = [("NEMO_API_URL", server.address.as_str())];
    for _ in 0..2 {
        let mut terminal = Terminal::start_with(&world, &["--cloud", "a.png"], &reach);
        terminal.wait_for("for the first time");
        // Enter means the answer that sends nothing.
        terminal.send(ENTER);
        terminal.wait_until("the studio", |screen| {
            screen.contains("studio · video-maker · unlimited") && screen.contains("done")
        });
        terminal.send(CTRL_Q);
        assert_eq!(terminal.wait_for_exit(), 0);
    }
    assert!(server.world().requests.is_empty(), "{:?}", server.world().requests);
    assert!(!world.path("home/config/config.toml").exists(), "nothing was chosen for later");
}

#[test]
fn without_a_terminal_nothing_is_asked_and_a_session_stays_where_it_was_made() {
    let world = World::new();
    let (_runtime, server) = cloud();
    let session = session_in_the_studio(&world);
    let with_cloud = |arguments: &[&str]| {
        let mut command = world.cutroom(arguments);
        let output = command.env("NEMO_API_URL", &server.address).output();
        support::Ran::of(output.expect("the program starts"))
    };
    let there = with_cloud(&["upload", "a.png", "--json", "--session", "new"]);
    let event = there.assert_code(0).event("session");
    assert_eq!(event["backend"], "cloud");
    assert_eq!(event["link"], "https://nemovideo.com/workspace/claim?ct=clm_1");
    let in_cloud = event["id"].as_str().expect("an id").to_owned();

    let film = serde_json::json!({"t": [{"tt": 0, "sg": [{"d": 5000}]}]});
    server.world().draft = film;
    let done = serde_json::json!({"status": "completed", "outputUrl": "/film.mp4"});
    server.world().statuses.push_back(done);
    let exported = with_cloud(&["export", "-o", "film.mp4", "--json"]);
    let fresh = "https://nemovideo.com/workspace/claim?ct=clm_2";
    assert_eq!(exported.assert_code(0).event("saved")["link"], fresh);
    let notice = exported.event("notice")["text"].to_string();
    assert!(notice.contains(fresh), "{notice}");

    let here = with_cloud(&["upload", "a.png", "--json", "--session", &session]);
    assert_eq!(here.assert_code(0).event("session")["backend"], "studio");
    let refused = with_cloud(&["tracks", "--json", "--cloud", "--session", &session]);
    let error = refused.assert_code(2).event("error");
    assert_eq!(error["code"], "session_elsewhere");
    let last = world.run(&["upload", "a.png", "--json", "--session", "last"]);
    assert_eq!(last.assert_code(0).event("session")["id"], session.as_str());

    let listed = world.run(&["sessions", "--json"]).events();
    let link_of = |id: &str| {
        let found = listed.iter().find(|event| event["id"] == id).expect("it is listed");
        found["link"].clone()
    };
    assert_eq!(link_of(&in_cloud), fresh);
    assert_eq!(link_of(&session), serde_json::Value::Null);
    assert!(world.run(&["sessions"]).stdout().contains(fresh));
}
