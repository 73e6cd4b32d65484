//! The state: what is the same costs nothing, however the server names it.

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
        let trouble = Update::Trouble(Problem::BadAnswer { backend: "cloud".into() });
        driver.until("trouble", |update| *update == trouble).await;
        let drafts = driver.told.iter().filter(|update| matches!(update, Update::Draft(_))).count();
        assert_eq!(drafts, 1, "{body}");
        server.world().always.clear();
        driver.leave().await;
        let mut again = Driver::start(settings(&home, &server, SessionChoice::New));
        again.opened().await;
    }
}
