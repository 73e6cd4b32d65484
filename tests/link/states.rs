//! The state: what is the same costs nothing, however the server names it.

use cutroom::draft::{Draft, Kind, Millis, wire};
use cutroom::language::Problem;
use cutroom::link::{Command, SessionChoice, TurnEnd, Update};
use serde_json::{Value, json};

use super::driver::{Driver, Home, settings};
use super::server::{Always, Server, Step, Tags, Turn, text};

fn film(title: &str) -> Value {
    json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": title}}]}], "x": 1.50})
}

/// Counts how often the store is written, by a trigger on its own tables.
struct Writes(rusqlite::Connection);

impl Writes {
    fn of(home: &Home) -> Self {
        let database = rusqlite::Connection::open(home.places().database()).expect("a database");
        database.busy_timeout(std::time::Duration::from_secs(10)).expect("patience");
        let triggers = ["drafts", "media"].map(|table| {
            ["INSERT", "UPDATE"].map(|kind| {
                format!(
                    "CREATE TRIGGER {table}_{kind} AFTER {kind} ON {table}
                     BEGIN INSERT INTO writes VALUES ('{table}'); END;"
                )
            })
        });
        let script = format!("CREATE TABLE writes (what TEXT);\n{}", triggers.concat().join("\n"));
        database.execute_batch(&script).expect("triggers");
        Self(database)
    }

    fn count(&self, table: &str) -> i64 {
        let sql = "SELECT count(*) FROM writes WHERE what = ?1";
        self.0.query_row(sql, [table], |row| row.get(0)).expect("a count")
    }
}

#[tokio::test]
async fn an_equal_film_is_neither_told_nor_written_again() {
    for tags in [Tags::Strong, Tags::Weak, Tags::None] {
        let (home, server) = (Home::new(), Server::start().await);
        server.world().tags = tags;
        server.world().media.push(json!({"filename": "a.png", "file_type": "image"}));
        let mut driver = Driver::open(&home, &server).await;
        driver.tell(Command::AskState).await;
        driver.once("the files", |update| matches!(update, Update::Media(_))).await;
        let writes = Writes::of(&home);
        for turn in 1..=5 {
            let steps = vec![Step::Film(film("One")), text("Done.")];
            server.world().turns.push_back(Turn::Stream(steps));
            driver.say(turn, "again").await;
            assert_eq!(driver.turn_ended(turn).await, TurnEnd::Answered);
        }
        let told = |what: fn(&Update) -> bool| driver.told.iter().filter(|told| what(told)).count();
        assert_eq!(told(|update| matches!(update, Update::Draft(_))), 1);
        assert_eq!(told(|update| matches!(update, Update::Media(_))), 1);
        assert_eq!((writes.count("drafts"), writes.count("media")), (1, 0));
        let unchanged = server.world().states_unchanged;
        assert_eq!(unchanged > 0, tags != Tags::None, "the tag is sent back as it came");
        driver.leave().await;
    }
}

#[tokio::test]
async fn the_same_film_in_other_words_is_not_told_again() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().tags = Tags::None;
    server.world().draft = json!({"t": [{"tt": 0, "sg": [{"d": 1000}]}], "m": {"title": "A"}});
    let mut driver = Driver::open(&home, &server).await;
    // Another order of keys, a number as text: as a film it is the same.
    let same = json!({"m": {"title": "A"}, "t": [{"sg": [{"d": "1000"}], "tt": "0"}]});
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(same), text("Done.")]));
    driver.tell(Command::AskState).await;
    driver.say(1, "again").await;
    driver.turn_ended(1).await;
    let drafts = driver.told.iter().filter(|update| matches!(update, Update::Draft(_))).count();
    assert!(drafts <= 1, "{drafts}");
}

#[tokio::test]
async fn an_answer_that_is_no_state_takes_nothing_away() {
    for body in ["", " ", "[]", "\"down\"", "<html>", r#"{"state":"down"}"#, r#"{"code":0,"da"#] {
        let (home, server) = (Home::new(), Server::start().await);
        server.world().draft = film("Kept");
        server.world().tags = Tags::None;
        let mut driver = Driver::open(&home, &server).await;
        driver.tell(Command::AskState).await;
        driver.once("the film", |update| matches!(update, Update::Draft(_))).await;
        server.world().always.push(Always::new("/api/state", 200, body));
        driver.tell(Command::AskState).await;
        let trouble = |update: &Update| {
            let problem = match update {
                Update::Trouble(problem) => problem,
                _ => return false,
            };
            matches!(problem, Problem::BadAnswer { .. } | Problem::Unavailable { .. })
        };
        driver.until("trouble", trouble).await;
        let drafts = driver.told.iter().filter(|update| matches!(update, Update::Draft(_))).count();
        assert_eq!(drafts, 1, "{body}");
        server.world().always.clear();
        driver.leave().await;
        let mut again = Driver::start(settings(&home, &server, SessionChoice::New));
        again.opened().await;
    }
}

fn decoded(text: &str) -> Draft {
    let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let draft = wire::decode(&value).expect("an object");
    assert_eq!(wire::encode(&draft).to_string(), value.to_string(), "the same JSON again");
    draft
}

/// Starts and durations of the segments on the first track.
fn laid(draft: &Draft) -> Vec<(u64, u64)> {
    let segments = draft.tracks.first().into_iter().flat_map(|track| &track.segments);
    segments.map(|segment| (segment.start.0, segment.duration.0)).collect()
}

#[test]
fn whatever_a_draft_holds_is_read_as_far_as_it_makes_sense() {
    for (segments, expected) in [
        // Missing, null, and of another type.
        (r#"[]"#, vec![]),
        (r#"null"#, vec![]),
        (r#""x""#, vec![]),
        (r#"[{}]"#, vec![(0, 0)]),
        (r#"[null, 7, "x", []]"#, vec![(0, 0); 4]),
        (r#"[{"d":null,"m":null,"id":null}]"#, vec![(0, 0)]),
        (r#"[{"d":{},"m":[],"st":true}]"#, vec![(0, 0)]),
        // Numbers as they come.
        (r#"[{"d":5000}]"#, vec![(0, 5000)]),
        (r#"[{"d":"5000"}]"#, vec![(0, 5000)]),
        (r#"[{"d":" 5000.4 "}]"#, vec![(0, 5000)]),
        (r#"[{"d":5e3}]"#, vec![(0, 5000)]),
        (r#"[{"d":4999.6}]"#, vec![(0, 5000)]),
        (r#"[{"d":-5000,"st":-1}]"#, vec![(0, 0)]),
        (r#"[{"d":"NaN"},{"d":"inf"},{"d":"-inf"},{"d":1e999}]"#, vec![(0, 0); 4]),
        (r#"[{"d":"0x10"},{"d":"five"},{"d":""}]"#, vec![(0, 0); 3]),
        // Overlaps, zero lengths, out of order: as they are said.
        (r#"[{"st":0,"d":5},{"st":3,"d":5},{"st":3,"d":0}]"#, vec![(0, 5), (3, 5), (3, 0)]),
        (r#"[{"start":9,"d":1},{"s":"2","d":1},{"d":1}]"#, vec![(9, 1), (2, 1), (3, 1)]),
        (r#"[{"d":0},{"d":0},{"d":7}]"#, vec![(0, 0), (0, 0), (0, 7)]),
    ] {
        let draft = decoded(&format!(r#"{{"t":[{{"tt":0,"sg":{segments},"new":[1.0]}}]}}"#));
        assert_eq!(laid(&draft), expected, "{segments}");
    }
    let endless =
        decoded(r#"{"t":[{"sg":[{"st":18446744073709551615,"d":18446744073709551615},{"d":1}]}]}"#);
    assert_eq!(endless.duration(), Millis(u64::MAX), "no sum runs over");
}

#[test]
fn tracks_of_any_type_and_none_are_kept() {
    let kind = |tt: &str| decoded(&format!(r#"{{"t":[{{"tt":{tt},"sg":[]}}]}}"#)).tracks[0].kind;
    for (tt, expected) in [
        ("0", Kind::Video),
        (r#""1""#, Kind::Audio),
        ("7.0", Kind::Text),
        ("11", Kind::Other(11)),
        ("-3", Kind::Other(-3)),
        ("null", Kind::Other(-1)),
        ("{}", Kind::Other(-1)),
        (r#""sticker""#, Kind::Other(-1)),
    ] {
        assert_eq!(kind(tt), expected, "{tt}");
    }
    for nothing in [r#"{}"#, r#"{"t":null}"#, r#"{"t":{}}"#, r#"{"t":"x"}"#, r#"{"t":[]}"#] {
        assert!(!decoded(nothing).is_ready(), "{nothing}");
    }
    for refused in ["null", "[]", "7", "\"x\""] {
        let value: Value = serde_json::from_str(refused).expect("JSON");
        assert!(wire::decode(&value).is_err(), "{refused}");
    }
}

#[test]
fn twenty_thousand_segments_are_read_and_written_as_they_are() {
    let segment = |n: u32| {
        format!(
            r#"{{"id":"s{n}","d":{},"m":{{"name":"clip {n}","k":[{n}.50]}},"zz":null}}"#,
            n % 50
        )
    };
    let segments: Vec<String> = (0..20_000).map(segment).collect();
    let draft = decoded(&format!(r#"{{"t":[{{"tt":0,"sg":[{}]}}]}}"#, segments.join(",")));
    assert_eq!(draft.segments().count(), 20_000);
    assert_eq!(draft.duration(), Millis((0..20_000).map(|n| n % 50).sum()));
}
