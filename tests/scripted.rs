//! The real program against a server that does what a test says: killed at any step, asked back, sent
//! to another session.
//!
//! For a kill the server stops at a chosen step, the program is ended there with `kill -9` and started
//! again on the same home. Whatever the step, the server has the message once, and the second start
//! tells what became of it.

#[path = "link/server.rs"]
mod server;
mod support;

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use server::{Server, Step, Turn, text};
use support::World;
use support::terminal::Terminal;

/// Longer than anything here takes on a slow machine.
const DEADLINE: Duration = Duration::from_secs(60);

fn film() -> Value {
    json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": "Hello"}}]}]})
}

/// Where the program is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// The session is asked for and not yet there.
    SessionAsked,
    /// The message has arrived and nothing is answered.
    MessageReceived,
    /// The stream has begun and says nothing.
    StreamBegun,
    /// Some words have come, and the film is another one.
    MidStream,
    /// The stream has ended and the state is being asked for.
    BeforeState,
}

struct Scene {
    world: World,
    server: Server,
}

impl Scene {
    async fn new() -> Self {
        Self { world: World::new(), server: Server::start().await }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.world.cutroom(arguments);
        command.args(["--backend", &self.server.address]);
        command.env("NEMO_TOKEN", "nmv_usr_mine").env("CUTROOM_TIMING_SCALE", "0.01");
        command
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    /// Runs to the end, and gives back what was said.
    async fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = self.command(arguments);
        let ran =
            tokio::task::spawn_blocking(move || command.output().expect("the program starts"));
        let output = ran.await.expect("no panic");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    }

    async fn reached(&self) {
        let waited = tokio::time::timeout(DEADLINE, self.server.reached.notified()).await;
        waited.expect("the program comes to the step");
    }

    fn set_up(&self, at: At) {
        let mut world = self.server.world();
        match at {
            At::SessionAsked => world.hang_at = Some("/api/tasks"),
            At::MessageReceived => world.hang_at = Some("/run_sse"),
            At::BeforeState => {}
            At::StreamBegun | At::MidStream => {}
        }
        world.turns.push_back(Turn::Stream(match at {
            At::StreamBegun => vec![Step::Bytes(b": hi\n\n".to_vec()), Step::Reached, Step::Hang],
            At::MidStream => {
                vec![text("On it.\n"), Step::Film(film()), Step::Reached, Step::Hang]
            }
            _ => vec![text("Done."), Step::Film(film()), Step::HangAt("/api/state")],
        }));
    }

    fn received(&self) -> usize {
        self.server.world().messages.len()
    }
}

fn kill(mut child: Child) {
    child.kill().expect("it runs");
    child.wait().expect("it was our child");
}

/// The lines of `--json` of one event.
fn events(stdout: &str, name: &str) -> Vec<Value> {
    let events = stdout.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    events.filter(|event| event["event"] == name).collect()
}

fn notices(stdout: &str) -> String {
    let notices = events(stdout, "notice").into_iter();
    notices.map(|event| event["text"].as_str().unwrap_or_default().to_owned() + "\n").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_step_a_message_is_sent_once_and_the_next_start_tells_what_became_of_it() {
    for at in
        [At::SessionAsked, At::MessageReceived, At::StreamBegun, At::MidStream, At::BeforeState]
    {
        let scene = Scene::new().await;
        scene.set_up(at);
        let child = scene.start(&["run", "--json", "--prompt", "add a title"]);
        scene.reached().await;
        kill(child);
        scene.server.world().hang_at = None;
        let (code, stdout) = scene.run(&["tracks", "--json", "--session", "last"]).await;
        if at == At::SessionAsked {
            assert_eq!((code, scene.received()), (Some(4), 0), "there is nothing yet: {stdout}");
            continue;
        }
        assert_eq!((code, scene.received()), (Some(0), 1), "{at:?}: {stdout}");
        let told = notices(&stdout);
        assert!(told.contains("while this was with the agent: add a title"), "{at:?}: {stdout}");
        let went_through = matches!(at, At::MidStream | At::BeforeState);
        assert_eq!(told.contains("Title added: “Hello”"), went_through, "{at:?}: {told}");
        assert_eq!(told.contains("It is not sent again"), !went_through, "{at:?}: {told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_message_waits_until_it_is_known_what_became_of_the_one_before() {
    let scene = Scene::new().await;
    scene.set_up(At::MessageReceived);
    let child = scene.start(&["run", "--json", "--prompt", "add a title"]);
    scene.reached().await;
    kill(child);
    {
        let mut world = scene.server.world();
        world.hang_at = None;
        world.turns = [Turn::Stream(vec![text("Music.")])].into();
    }
    let arguments = ["run", "--json", "--session", "last", "--prompt", "add music"];
    let (code, stdout) = scene.run(&arguments).await;
    assert_eq!(code, Some(0), "{stdout}");
    let told = notices(&stdout);
    assert!(told.contains("checking whether it went through, 5 of 5"), "{told}");
    let texts: Vec<Value> = scene.server.world().messages.clone();
    let texts: Vec<&Value> =
        texts.iter().map(|sent| &sent["new_message"]["parts"][0]["text"]).collect();
    assert_eq!(texts, ["add a title", "add music"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_in_the_editor_survives_being_killed_and_is_not_sent_by_itself() {
    let scene = Scene::new().await;
    scene.server.world().turns.push_back(Turn::Stream(vec![text("On it.\n"), Step::Hang]));
    let variables = [("NEMO_TOKEN", "nmv_usr_mine")];
    let arguments = ["--backend", scene.server.address.as_str()];
    let open = || Terminal::start_with(&scene.world, &arguments, &variables);
    tokio::task::block_in_place(|| {
        let mut first = open();
        first.wait_for("connected");
        first.say("make a film");
        first.wait_for("On it");
        first.say("add calm music");
        first.wait_for("then  add calm music");
        // The link carries out its orders in order: when the answer to this one is on the screen, what
        // waits is in the store.
        first.say("credits");
        first.wait_for("90 credits are left");
        let pid = nix::unistd::Pid::from_raw(first.pid());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).expect("it runs");
        first.wait_for_exit();

        let mut second = open();
        second.wait_for("2 messages of the film before");
        second.send("\x12");
        second.wait_for("not sent  add calm music");
        second.wait_for("The program ended while this was with the agent");
        assert_eq!(scene.received(), 1);
        second.send("\x1b[A");
        second.wait_until("the message in the box", |screen| {
            screen.contains("add calm music") && !screen.contains("not sent  add")
        });
        second.send("\x03");
        second.send("\x11");
        second.send("\x11");
        assert_eq!(second.wait_for_exit(), 0);
    });
    assert_eq!(scene.received(), 1, "nothing was sent by itself");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_session_without_a_screen_is_replaced_unless_it_was_named() {
    let scene = Scene::new().await;
    let picture = scene.world.picture("a.png", "red", "32x32");
    scene.server.world().turns = [Turn::Stream(vec![text("One.")])].into();
    let picture = picture.display().to_string();
    let arguments = ["run", "--json", "--upload", &picture, "--prompt", "one"];
    assert_eq!(scene.run(&arguments).await.0, Some(0));

    let refused = || json!({"code": 1002, "message": "gone"}).to_string();
    scene.server.world().instead.push(("/run_sse", 200, refused()));
    let named = ["run", "--json", "--session", "session-1", "--prompt", "two"];
    let (code, stdout) = scene.run(&named).await;
    assert_eq!((code, scene.received()), (Some(4), 1), "{stdout}");

    scene.server.world().turns = [Turn::Stream(vec![text("Two.")])].into();
    scene.server.world().instead.push(("/run_sse", 200, refused()));
    let last = ["run", "--json", "--session", "last", "--prompt", "two"];
    let (code, stdout) = scene.run(&last).await;
    assert_eq!(code, Some(0), "{stdout}");
    let told = notices(&stdout);
    assert!(told.contains("a new one was made"), "{told}");
    assert!(told.contains(&picture), "{told}");
    assert_eq!(scene.received(), 2, "what was refused was not received before");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_without_a_screen_is_an_error_and_is_not_answered_by_itself() {
    let scene = Scene::new().await;
    let call = json!({"type": "tool_call", "name": "ask_question", "args": {"questions": [
        {"id": "a", "prompt": "Which shape?", "options": [{"id": "1", "label": "16:9"}]},
        {"id": "b", "prompt": "Which mood?", "options": ["calm"], "allow_multiple": true}]}});
    let asks = Step::Bytes(format!("data: {call}\n\n").into_bytes());
    scene.server.world().turns = [Turn::Stream(vec![asks]), Turn::Stream(vec![])].into();
    let arguments = ["run", "--json", "--prompt", "make a film", "--prompt", "16:9"];
    let (code, stdout) = scene.run(&arguments).await;
    assert_eq!((code, scene.received()), (Some(1), 1), "{stdout}");
    assert_eq!(events(&stdout, "question").len(), 2, "{stdout}");
    let error = &events(&stdout, "error")[0];
    assert_eq!((&error["code"], events(&stdout, "done").len()), (&json!("question"), 0));
    assert!(
        error["message"].as_str().is_some_and(|words| words.contains("Which mood?")),
        "{error}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credits_are_events_before_and_after_each_message() {
    let scene = Scene::new().await;
    let picture = scene.world.picture("a.png", "red", "32x32").display().to_string();
    {
        let mut world = scene.server.world();
        world.credits = [
            json!({"available": 100, "frozen": 0, "total": 100}),
            json!({"available": 88, "frozen": 0, "total": 88}),
            json!({"available": 87.5, "frozen": 0, "total": 87.5}),
        ]
        .into();
        world.turns = [Turn::Stream(vec![text("One.")]), Turn::Stream(vec![text("Two.")])].into();
    }
    let arguments = ["run", "--json", "--upload", &picture, "--prompt", "one", "--prompt", "two"];
    let (code, stdout) = scene.run(&arguments).await;
    assert_eq!(code, Some(0), "{stdout}");
    let told: Vec<Value> =
        events(&stdout, "credits").iter().map(|event| event["available"].clone()).collect();
    assert_eq!(told.last(), Some(&json!(87.5)), "{stdout}");
    assert!(told.contains(&json!(88)), "{stdout}");
    assert!(told.len() >= 3, "{stdout}");
}
