//! `cutroom batch`: many films from one table, checked first, and gone on with after any end.

mod support;

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use support::{Ran, World};

fn states(ran: &Ran) -> Vec<(String, String)> {
    let word = |event: &serde_json::Value, key: &str| event[key].as_str().unwrap_or("").to_owned();
    let events = ran.events();
    let rows = events.iter().filter(|event| event["event"] == "row");
    rows.map(|event| (word(event, "row"), word(event, "state"))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(row, state)| ((*row).to_owned(), (*state).to_owned())).collect()
}

fn write(world: &World, name: &str, text: &str) {
    std::fs::write(world.path(name), text).expect("the folder is ours");
}

#[test]
fn done_rows_are_skipped_changed_ones_are_made_again_and_a_failed_one_tells_why() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    write(&world, "broken.mp4", "no film at all");
    let table = "name,files,prompt,export\n\
                 one,red.png,make a 1-second video,out/one.mp4\n\
                 bad,broken.mp4,make a 1-second video,out/bad.mp4\n\
                 two,red.png,make a 1-second video,out/two.mp4\n";
    write(&world, "films.csv", table);
    let ran = world.run(&["batch", "films.csv", "--json", "--jobs", "2"]);
    ran.assert_code(7);
    let seen = states(&ran);
    for state in pairs(&[("one", "done"), ("bad", "failed"), ("two", "done")]) {
        assert!(seen.contains(&state), "{seen:?}");
    }
    assert!(world.path("out/one.mp4").exists() && world.path("out/two.mp4").exists());
    assert_eq!(ran.event("batch")["failed"], serde_json::json!(["bad"]));
    assert_eq!(ran.event("tracks")["row"].as_str().map(str::len), Some(3));

    let table = table.replace("two,red.png,make a 1-second", "two,red.png,make a 2-second");
    let table = table.replace("bad,broken.mp4", "bad,red.png");
    write(&world, "films.csv", &table);
    let ran = world.run(&["batch", "films.csv", "--json"]);
    ran.assert_code(0);
    let expected = [("one", "skipped"), ("bad", "begun"), ("bad", "done"), ("two", "begun")];
    assert_eq!(states(&ran)[..4], pairs(&expected));
    assert!((support::film::duration(&world.path("out/two.mp4")) - 2.0).abs() < 0.2);

    let ran = world.run(&["batch", "films.csv", "--dry-run", "--again"]);
    ran.assert_code(0);
    assert!(ran.stdout().contains("one: would be done"), "{}", ran.stdout());
    let ran = world.run(&["batch", "films.csv", "--dry-run"]);
    assert!(ran.stdout().contains("one: done before, would be skipped"), "{}", ran.stdout());
}

#[test]
fn nothing_begins_before_the_whole_table_was_checked() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let table = "[[row]]\nfiles = \"red.png\"\nprompt = \"make a video\"\n\n\
                 [[row]]\nfiles = \"gone.png\"\nprompt = \"make a video\"\n";
    let table = format!("{table}\n[[row]]\nfiles = \"lost.png\"\n");
    write(&world, "films.toml", &table);
    let ran = world.run(&["batch", "films.toml"]);
    ran.assert_code(2);
    for (place, file) in
        [("films.toml:5: row row 2", "gone.png"), ("films.toml:9: row row 3", "lost.png")]
    {
        let told = ran.stderr().lines().any(|line| line.contains(place) && line.contains(file));
        assert!(told, "{}", ran.stderr());
    }
    let sessions = world.run(&["sessions"]);
    assert_eq!(sessions.stdout(), "");
}

#[test]
fn a_row_tells_what_it_was_answered_and_makes_the_folder_of_its_film() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let table = "name,files,prompt,export\n\
                 one,red.png,make a 1-second video,new/deep/one.mp4\n\
                 two,red.png,sing me a lullaby,\n";
    write(&world, "films.csv", table);
    let ran = world.run(&["batch", "films.csv"]);
    ran.assert_code(0);
    assert!(world.path("new/deep/one.mp4").exists());
    let told = ran.stderr();
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines.contains(&"one: begun") && lines.contains(&"one: done"), "{told}");
    let is_answer = |line: &&str| line.starts_with("two: ") && line.contains("sing");
    assert!(lines.iter().any(is_answer), "{told}");
}

#[test]
fn a_batch_killed_while_it_renders_goes_on_in_the_same_session() {
    let world = World::new();
    world.clip("clip.mp4", 6);
    let table = "name,files,prompt,export\n\
                 long,clip.mp4,add clip.mp4,out/long.mp4\n\
                 other,clip.mp4,make a 1-second video,out/other.mp4\n";
    write(&world, "films.csv", table);
    let mut command = world.cutroom(&["batch", "films.csv", "--json"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut session = String::new();
    for line in BufReader::new(child.stdout.take().expect("it is piped")).lines() {
        let event: serde_json::Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        if event["event"] == "session" {
            session = event["id"].as_str().unwrap_or("").to_owned();
        }
        if event["event"] == "job" && event["kind"] == "render" && event["state"] == "running" {
            break;
        }
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    assert!(!world.path("out/long.mp4").exists());

    let ran = world.run(&["batch", "films.csv", "--json"]);
    ran.assert_code(0);
    let events = ran.events();
    let opened = events.iter().find(|event| event["event"] == "session").expect("a session");
    assert_eq!((opened["id"].as_str(), &opened["row"]), (Some(session.as_str()), &"long".into()));
    let said = events.iter().any(|event| event["event"] == "text" && event["row"] == "long");
    assert!(!said, "what was said is not said again");
    assert!(support::film::duration(&world.path("out/long.mp4")) > 5.8);
    assert!(world.path("out/other.mp4").exists());
}
