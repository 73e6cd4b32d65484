//! The program without a screen against a server that misbehaves: nothing is sent twice, what can be
//! survived is, and what cannot ends with the right exit code.

mod support;

use serde_json::Value;
use support::serving::{Serving, TOKEN};
use support::{Ran, World, film};

const FILM: &str = "make a 2-second video";
const TITLE: &str = "add the title \"Once\" from 0 to 1 seconds";

/// How a script ended.
struct Ended {
    ran: Ran,
    world: World,
    server: Serving,
}

impl Ended {
    /// The titles on the last timeline that was told.
    fn titles(&self) -> usize {
        let events = self.ran.events();
        let tracks = events.iter().rev().find(|event| event["event"] == "tracks");
        let lanes = tracks.and_then(|tracks| tracks["tracks"].as_array().cloned());
        let segments = lanes
            .into_iter()
            .flatten()
            .flat_map(|lane| lane["segments"].as_array().cloned().unwrap_or_default());
        segments.filter(|segment| segment["text"] == "Once").count()
    }

    fn words(&self, event: &str) -> String {
        let events = self.ran.events();
        let said = events.iter().filter(|told| told["event"] == event);
        said.filter_map(|told| told["text"].as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A film of one picture, then a title on it: the second message is the one that faults strike.
fn titled(list: &str, more: &[&str]) -> Ended {
    titled_as(list, more, Some(TOKEN))
}

fn titled_as(list: &str, more: &[&str], token: Option<&str>) -> Ended {
    let (world, server) = (World::new(), Serving::chaos(list, 7));
    world.picture("red.png", "red", "160x90");
    let script = ["run", "--json", "--upload", "red.png", "--prompt", FILM, "--prompt", TITLE];
    let mut command = server.client(&world, &[&script[..], more].concat());
    if token.is_none() {
        command.env_remove("NEMO_TOKEN");
    }
    let ran = Ran::of(command.output().expect("the program starts"));
    Ended { ran, world, server }
}

#[test]
fn what_can_be_survived_is_and_the_title_is_there_once() {
    for (list, fault) in [
        ("silent=end@chat:2", "silent"),
        ("silent=error@chat:2,adk=stream", "silent"),
        ("drop=after@chat:2", "drop"),
        ("cut", "cut"),
        ("adk=mixed,cut", "adk"),
        ("heartbeats=100ms", "heartbeats"),
        ("slow=5ms", "slow"),
        ("5xx=504@chat:2", "5xx"),
        ("5xx=502@session+state+upload:2", "5xx"),
        ("html=200@state:2", "html"),
        ("429=told+0.05s@chat:2", "429"),
        ("429=bare@chat:2", "429"),
        ("apology,gui", "apology"),
        ("escape", "escape"),
    ] {
        let ended = titled(list, &[]);
        ended.ran.assert_code(0);
        assert!(ended.server.happened(fault), "{list}: {}", ended.server.ledger());
        assert_eq!(ended.titles(), 1, "{list}: {}", ended.ran.stdout());
        let (_, reached) = ended.server.heard(TITLE);
        assert_eq!(reached, 1, "{list}: {}", ended.server.ledger());
    }
}

#[test]
fn a_message_whose_fate_is_unknown_is_never_sent_again() {
    for (list, reached) in [
        ("drop=before@chat:2", 0),
        ("drop=after@chat:2", 1),
        ("5xx=502@chat:2", 0),
        ("5xx=503@chat:2", 0),
        ("5xx=504@chat:2", 1),
        ("html=200@chat:2", 0),
        ("html=502@chat:2", 0),
    ] {
        let ended = titled(list, &[]);
        assert_eq!(ended.server.heard(TITLE), (1, reached), "{list}");
        // What was done is told as a change, what was not as an interruption.
        ended.ran.assert_code(if reached == 1 { 0 } else { 8 });
        assert_eq!(ended.titles(), reached, "{list}: {}", ended.ran.stdout());
    }
}

#[test]
fn an_apology_after_a_good_answer_is_dropped() {
    let ended = titled("apology", &[]);
    let words = ended.words("text");
    assert!(!words.is_empty());
    assert!(!words.contains("temporary") && !words.contains("临时"), "{words}");
}

#[test]
fn a_refusal_ends_with_its_own_exit_code() {
    for (list, code, told) in [
        ("2001=answer@chat:2", 5, 2001),
        ("2001=event@chat:2", 5, 2001),
        ("1001=200@chat:2", 3, 1001),
        ("1001=401@chat:2", 3, 1001),
    ] {
        let ended = titled(list, &[]);
        ended.ran.assert_code(code);
        assert_eq!(ended.ran.event("error")["code"], told, "{list}");
        assert_eq!(ended.server.heard(TITLE), (1, 0), "{list}");
    }
    let asked = titled("question@chat:2", &[]);
    asked.ran.assert_code(1);
    assert_eq!(asked.ran.event("question")["options"][1], "9:16");
}

#[test]
fn a_forgotten_session_is_told_and_what_was_refused_is_said_in_a_new_one() {
    let ended = titled("1002@chat:2", &[]);
    assert!(ended.server.happened("1002"));
    ended.ran.assert_code(0);
    let told = ended.words("notice");
    assert!(told.contains("a new one was made") && told.contains("red.png"), "{told}");
    let sessions = ended.ran.events().iter().filter(|event| event["event"] == "session").count();
    assert_eq!(sessions, 2, "{}", ended.ran.stdout());
    assert_eq!(ended.server.heard(TITLE), (2, 1), "refused once, and then heard once");
}

#[test]
fn an_anonymous_token_is_renewed_once_and_the_work_goes_on() {
    let list = "1001@upload:1,1001@chat:2,1001@render:1,1001@poll:2";
    let ended = titled_as(list, &["--export", "x.mp4"], None);
    ended.ran.assert_code(0);
    assert!(ended.server.happened("1001"));
    assert_eq!(ended.server.heard(TITLE), (2, 1), "refused once, and then heard once");
    assert_eq!(ended.titles(), 1);
    assert!((film::duration(&ended.world.path("x.mp4")) - 2.0).abs() < 0.05);
    let tokens = &ended.server.ledger()["requests"]["token"];
    assert!(tokens.as_u64().is_some_and(|count| (2..=5).contains(&count)), "{tokens}");
}

#[test]
fn a_refused_client_id_is_replaced_once() {
    let ended = titled_as("400@token:1", &[], None);
    ended.ran.assert_code(0);
    assert_eq!(ended.server.ledger()["requests"]["token"], 2);
}

/// One film from a picture, exported.
fn exported(list: &str) -> Ended {
    let (world, server) = (World::new(), Serving::chaos(list, 7));
    world.picture("red.png", "red", "160x90");
    let prompt = "make a 1-second video";
    let script = ["run", "--json", "--upload", "red.png", "--prompt", prompt, "--export", "x.mp4"];
    let ran = Ran::of(server.client(&world, &script).output().expect("the program starts"));
    Ended { ran, world, server }
}

#[test]
fn a_film_comes_home_whatever_its_render_does_on_the_way() {
    for (list, fault) in [
        ("render-stall=3x", "render-stall"),
        ("render-fail", "render-fail"),
        ("render-shape=success,5xx=502@poll:2", "render-shape"),
        ("render-shape=bare,html=200@poll:1", "render-shape"),
        ("render-shape=code,429=told+0.05s@poll:2", "render-shape"),
        ("headers,truncate", "truncate"),
        ("truncate@film:1-9,5xx=502@film:3", "truncate"),
        ("5xx=502@film", "5xx"),
        ("5xx=503@render:1", "5xx"),
    ] {
        let ended = exported(list);
        ended.ran.assert_code(0);
        assert!(ended.server.happened(fault), "{list}: {}", ended.server.ledger());
        let path = ended.world.path("x.mp4");
        assert!((film::duration(&path) - 1.0).abs() < 0.05, "{list}");
        assert_eq!(ended.ran.event("saved")["bytes"], std::fs::metadata(&path).expect("it").len());
    }
}

#[test]
fn a_film_that_cannot_be_had_leaves_no_file_and_the_right_exit_code() {
    for (list, code) in [("402=200", 6), ("402=402", 6), ("render-fail=1", 9)] {
        let ended = exported(list);
        ended.ran.assert_code(code);
        assert!(!ended.world.path("x.mp4").exists(), "{list}");
    }
}

#[test]
fn nothing_that_a_server_says_steers_the_terminal() {
    let (world, server) = (World::new(), Serving::chaos("escape,429=bare@credits", 7));
    world.picture("red.png", "red", "160x90");
    let run = ["run", "--upload", "red.png", "--prompt", FILM, "--prompt", "hello"];
    // Plain results are left as they are for whoever reads them from a pipe.
    for script in [&run[..], &["tracks", "--json"], &["draft"], &["credits"]] {
        let ran = Ran::of(server.client(&world, script).output().expect("the program starts"));
        for text in [ran.stdout(), ran.stderr()] {
            let steers = |letter: &char| letter.is_control() && *letter != '\n';
            assert_eq!(text.chars().find(steers), None, "{script:?}: {text:?}");
            assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{200b}']), "{script:?}: {text:?}");
        }
    }
    assert!(server.happened("escape"));
}

/// Everything at once: the run may fail, but never twice say the same thing to the agent, never
/// crash, and never end with a code that the product does not list.
#[test]
fn with_every_fault_at_once_nothing_reaches_the_agent_twice() {
    let codes = [0, 1, 3, 4, 5, 6, 7, 8, 9];
    for seed in 1..=4 {
        let (world, server) =
            (World::new(), Serving::chaos("all,slow=2ms,heartbeats=20ms,429=bare", seed));
        world.picture("red.png", "red", "160x90");
        let script = ["run", "--json", "--upload", "red.png", "--prompt", FILM, "--prompt", TITLE];
        let ran = Ran::of(server.client(&world, &script).output().expect("the program starts"));
        assert!(codes.contains(&ran.code()), "seed {seed}: {} {}", ran.code(), ran.stderr());
        for text in [FILM, TITLE] {
            assert!(server.heard(text).1 <= 1, "seed {seed}: {}", server.ledger());
        }
        let last = ran.events().last().cloned().unwrap_or(Value::Null);
        let ended = if ran.code() == 0 { "done" } else { "error" };
        assert_eq!(last["event"], ended, "seed {seed}: {}", ran.stdout());
    }
}
