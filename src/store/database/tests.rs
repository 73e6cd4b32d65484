//! The database, on a disk of its own for each test.

use std::path::PathBuf;

use super::*;
use crate::api::wire::render::OutputSettings;
use crate::draft::Millis;
use crate::language::Problem;
use crate::store::kept::{
    BrowserLink, ChatLine, Delivery, JobId, JobKind, JobOrder, JobRecord, JobState, JobView,
    KeptPart, Marker, Marks, Speaker,
};

struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("deep/cutroom.db")
    }

    fn open(&self) -> Database {
        Database::open(&self.path()).expect("a database")
    }
}

fn session(database: &mut Database, id: &str, at: i64) -> SessionKey {
    let new = NewSession { backend: "studio", id, profile: "video-maker", language: "en", at };
    database.open_session(new).expect("a session")
}

fn line(speaker: Speaker, text: &str) -> ChatLine {
    ChatLine { speaker, text: text.into(), at: 7, original: None }
}

fn job(id: &str, state: JobState, order: JobOrder) -> JobRecord {
    let view = JobView {
        id: JobId(id.into()),
        kind: JobKind::Render,
        label: "夏日".into(),
        state,
        done: 10,
        total: Some(u64::MAX),
        path: Some("a b.mp4".into()),
        bytes: None,
        started_at: 1,
        ended_at: Some(2),
        warnings: vec!["no emoji font".into()],
        stage: Some("encoding".into()),
        expected: None,
        film: None,
    };
    let part = KeptPart { path: "/out/.part".into(), tag: Some("\"t\"".into()), total: Some(9) };
    let (render, owner) = (Some("render_1".into()), Some("run".into()));
    JobRecord { view, order, render, owner, part: Some(part) }
}

#[test]
fn everything_is_there_after_opening_again() {
    let home = Home::new();
    let problem = Problem::RenderFailed { reason: "no space".into() };
    let failed = job("r-1", JobState::Failed(problem), JobOrder::SaveIn("out".into()));
    let send = job("u-2", JobState::Running, JobOrder::SendFile("日.jpg".into()));
    let output = OutputSettings { format: "gif".into(), ..OutputSettings::default() };
    let make_in = JobOrder::MakeIn { folder: "片".into(), output: Box::new(output) };
    let gif = job("r-3", JobState::Running, make_in);
    {
        let mut database = home.open();
        let key = session(&mut database, "s1", 1);
        let said = line(Speaker::User, "make it vertical");
        database.add_line(key, &said, Some(Delivery::Answered)).expect("kept");
        database.add_line(key, &line(Speaker::Agent, "Done."), None).expect("kept");
        database.put_job(key, &failed).expect("kept");
        database.put_job(key, &send).expect("kept");
        database.put_job(key, &gif).expect("kept");
        database.put_media(key, "[1]", 1).expect("kept");
        database.put_draft(key, r#"{"t":[]}"#, 5000).expect("kept");
    }
    let database = home.open();
    let found = database.last_session("studio", None).expect("read").expect("a session");
    assert_eq!(found.id, "s1");
    let chat = database.chat(found.key).expect("read");
    assert_eq!(chat, [line(Speaker::User, "make it vertical"), line(Speaker::Agent, "Done.")]);
    let jobs = database.jobs(found.key).expect("read");
    assert_eq!(jobs.len(), 3);
    assert_eq!(jobs[0].order, failed.order);
    assert_eq!(jobs[2].order, gif.order);
    assert_eq!(jobs[0].view.state, failed.view.state);
    assert_eq!((&jobs[1].order, &jobs[1].render), (&send.order, &send.render));
    assert_eq!(database.media(found.key).expect("read").as_deref(), Some("[1]"));
    assert_eq!(database.draft(found.key).expect("read").as_deref(), Some(r#"{"t":[]}"#));
    let summary = &database.summaries().expect("read")[0];
    assert_eq!((summary.title.as_str(), summary.media_count), ("make it vertical", 1));
    assert_eq!(summary.duration_ms, 5000);
}

#[test]
fn a_session_with_nothing_in_it_is_neither_offered_nor_kept() {
    let mut database = Home::new().open();
    let empty = session(&mut database, "empty", 9);
    database.add_line(empty, &line(Speaker::Program, "Connected."), None).expect("kept");
    assert_eq!(database.last_session("studio", None).expect("read"), None);
    assert_eq!(database.summaries().expect("read"), []);
    database.remove_if_empty(empty).expect("removed");
    assert_eq!(database.find_sessions("studio", "empty").expect("read"), []);

    let used = session(&mut database, "used", 1);
    database.put_media(used, "[1]", 1).expect("kept");
    database.remove_if_empty(used).expect("nothing to remove");
    assert_eq!(database.find_sessions("studio", "us").expect("read")[0].id, "used");
    assert_eq!(database.last_session("studio", Some(used)).expect("read"), None);
    assert_eq!(database.last_session("cloud", None).expect("read"), None);
}

#[test]
fn a_beginning_of_an_id_finds_all_that_begin_so_and_a_whole_id_itself() {
    let mut database = Home::new().open();
    for id in ["ab", "abc", "b%", "b_"] {
        session(&mut database, id, 1);
    }
    let found = |beginning: &str| database.find_sessions("studio", beginning).expect("read").len();
    assert_eq!((found("a"), found("ab"), found("b"), found("b%"), found("x")), (2, 1, 2, 1, 0));
}

#[test]
fn a_message_that_was_sent_is_never_taken_for_one_that_was_not() {
    let mut database = Home::new().open();
    let key = session(&mut database, "s", 1);
    let mut say = |text: &str| {
        let line = line(Speaker::User, text);
        database.add_line(key, &line, Some(Delivery::Written)).expect("kept")
    };
    let (waits, sent, answered) = (say("a"), say("b"), say("c"));
    database.set_delivery(sent, Delivery::Sent).expect("kept");
    database.set_delivery(answered, Delivery::Answered).expect("kept");
    let unfinished = database.unfinished_messages(key).expect("read");
    let found: Vec<_> = unfinished.iter().map(|one| (one.line, one.delivery)).collect();
    assert_eq!(found, [(sent, Delivery::Sent), (waits, Delivery::Written)]);
}

#[test]
fn a_message_that_waited_stands_where_it_was_sent() {
    let mut database = Home::new().open();
    let key = session(&mut database, "s", 1);
    let waiting = line(Speaker::User, "second");
    let waiting = database.add_line(key, &waiting, Some(Delivery::Written)).expect("kept");
    database.add_line(key, &line(Speaker::Agent, "first done"), None).expect("kept");
    let sent = database.send_line(waiting, 9, None).expect("sent");
    database.send_line(sent, 9, None).expect("the last line stays where it is");
    let texts: Vec<String> =
        database.chat(key).expect("read").into_iter().map(|line| line.text).collect();
    assert_eq!(texts, ["first done", "second"]);
    database.remove_line(sent).expect("removed");
    assert_eq!(database.chat(key).expect("read").len(), 1);
}

#[test]
fn an_answer_is_kept_as_it_was_said_too() {
    let mut database = Home::new().open();
    let key = session(&mut database, "s", 1);
    let original = Some("Done. Click Export.".to_owned());
    let answer = ChatLine { original, ..line(Speaker::Agent, "Done.") };
    database.add_line(key, &answer, None).expect("kept");
    database.add_line(key, &line(Speaker::Agent, "Hi."), None).expect("kept");
    assert_eq!(database.chat(key).expect("read"), [answer, line(Speaker::Agent, "Hi.")]);
}

#[test]
fn a_database_of_the_first_version_keeps_its_conversation() {
    let home = Home::new();
    std::fs::create_dir_all(home.path().parent().expect("a folder")).expect("made");
    let first = rusqlite::Connection::open(home.path()).expect("a file");
    first.execute_batch(schema::FIRST).expect("its tables");
    first
        .execute_batch(
            "INSERT INTO sessions VALUES (1, 'studio', 's', 'video-maker', NULL, 'en', 1, 1);
             INSERT INTO chat (session, speaker, text, at) VALUES (1, 'agent', 'Done.', 7);
             PRAGMA user_version = 1;",
        )
        .expect("its rows");
    drop(first);
    let database = home.open();
    let found = database.last_session("studio", None).expect("read").expect("a session");
    assert_eq!(database.chat(found.key).expect("read"), [line(Speaker::Agent, "Done.")]);
}

#[test]
fn a_damaged_file_is_said_to_be_damaged_and_left_as_it_is() {
    let home = Home::new();
    std::fs::create_dir_all(home.path().parent().expect("a folder")).expect("made");
    let garbage = vec![b'x'; 8192];
    std::fs::write(home.path(), &garbage).expect("written");
    assert!(matches!(Database::open(&home.path()), Err(Error::Damaged)));
    assert!(matches!(Database::open_to_read(&home.path()), Err(Error::Damaged)));
    assert_eq!(std::fs::read(home.path()).expect("a file"), garbage);
}

#[test]
fn a_database_of_a_later_version_is_left_alone() {
    let home = Home::new();
    home.open().connection.pragma_update(None, "user_version", 99).expect("set");
    assert!(matches!(Database::open(&home.path()), Err(Error::Damaged)));
}

#[test]
fn two_programs_may_have_it_open_and_write() {
    let home = Home::new();
    let (mut one, mut two) = (home.open(), home.open());
    session(&mut one, "a", 1);
    session(&mut two, "b", 1);
    assert_eq!(one.find_sessions("studio", "").expect("read").len(), 2);
    let reader = Database::open_to_read(&home.path()).expect("read").expect("there");
    assert_eq!(reader.find_sessions("studio", "").expect("read").len(), 2);
}

#[test]
fn a_folder_that_cannot_be_made_is_said_with_its_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("file");
    std::fs::write(&in_the_way, "").expect("written");
    let path = in_the_way.join("sub/cutroom.db");
    let problem = Database::open(&path).expect_err("no folder").to_problem(&path);
    assert!(matches!(problem, Problem::NotWritable { .. }), "{problem:?}");
}

#[test]
fn a_full_disk_is_said_to_be_full_and_what_was_there_stays() {
    let mut database = Home::new().open();
    let key = session(&mut database, "s", 1);
    let said = line(Speaker::User, "before");
    database.add_line(key, &said, None).expect("kept");
    database.connection.pragma_update(None, "max_page_count", 1).expect("set");
    let long = line(Speaker::Agent, &"word ".repeat(100_000));
    let refused = database.add_line(key, &long, None);
    assert!(matches!(refused, Err(Error::Full)), "{refused:?}");
    assert_eq!(database.chat(key).expect("read"), [said]);
}

#[test]
fn a_database_of_an_earlier_version_is_brought_up_to_date_also_for_reading() {
    let home = Home::new();
    std::fs::create_dir_all(home.path().parent().expect("a folder")).expect("made");
    let old = Connection::open(home.path()).expect("a database");
    old.execute_batch(schema::FIRST).expect("the first step");
    old.pragma_update(None, "user_version", 1).expect("set");
    old.execute_batch(
        "INSERT INTO sessions VALUES (1, 'studio', 's1', 'video-maker', NULL, 'en', 5, 5);
         INSERT INTO chat (session, speaker, text, at) VALUES (1, 'user', 'hello', 5);",
    )
    .expect("put");
    drop(old);
    let read = Database::open_to_read(&home.path()).expect("readable").expect("there");
    assert_eq!(read.summaries().expect("a list").len(), 1);
    assert_eq!(read.link(SessionKey(1)).expect("a table"), None);
}

#[test]
fn a_link_belongs_to_a_project_and_the_newest_counts() {
    let home = Home::new();
    let mut database = home.open();
    let key = session(&mut database, "s1", 5);
    let link = |until| BrowserLink { address: format!("https://web.example/{until}"), until };
    database.put_link(key, &link(1)).expect("no project, no link");
    assert_eq!(database.link(key).expect("read"), None);
    database.put_project(key, "task-1").expect("put");
    for until in [2, 3] {
        database.put_link(key, &link(until)).expect("put");
    }
    database.add_line(key, &line(Speaker::User, "hello"), None).expect("a line");
    assert_eq!(database.project(key).expect("read").as_deref(), Some("task-1"));
    assert_eq!(database.link(key).expect("read"), Some(link(3)));
    assert_eq!(database.summaries().expect("a list")[0].link, Some(link(3)));
}

#[test]
fn agreement_is_remembered_for_each_server() {
    let home = Home::new();
    home.open().agree("https://a.example", 5).expect("put");
    home.open().agree("https://a.example", 9).expect("once more changes nothing");
    let database = home.open();
    assert!(database.is_agreed("https://a.example").expect("read"));
    assert!(!database.is_agreed("https://b.example").expect("read"));
}

#[test]
fn a_session_is_found_on_whichever_backend_it_is() {
    let home = Home::new();
    let mut database = home.open();
    for (backend, id) in [("studio", "abc"), ("cloud", "abd"), ("cloud", "ab")] {
        let new = NewSession { backend, id, profile: "video-maker", language: "en", at: 1 };
        database.open_session(new).expect("a session");
    }
    let found = |beginning: &str| {
        let rows = database.find_sessions_anywhere(beginning).expect("read");
        rows.into_iter().map(|row| row.backend).collect::<Vec<_>>()
    };
    assert_eq!(found("abc"), ["studio"]);
    assert_eq!(found("ab"), ["cloud"], "exactly so");
    assert_eq!(found("a").len(), 3);
    assert!(found("x").is_empty());
}

#[test]
fn a_message_waits_or_is_in_the_conversation_and_never_both() {
    let mut database = Home::new().open();
    let key = session(&mut database, "s", 1);
    let queue = |owner, session| Queue { owner, session };
    let texts = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    database.put_waiting(queue("first", None), &texts(&["before"])).expect("kept");
    database.put_waiting(queue("first", Some(key)), &texts(&["a", "b", "a"])).expect("kept");
    database.put_waiting(queue("other", Some(key)), &texts(&["theirs"])).expect("kept");
    let sent = database.add_message(key, "first", &line(Speaker::User, "a")).expect("moved");
    assert_eq!(database.left_over(key).expect("counted"), 4);
    let left = database.take_waiting_over(key, "second", &|_| false).expect("read");
    assert_eq!(left, ["before", "b", "a", "theirs"]);
    database.put_back(sent, "second").expect("moved back");
    assert_eq!(database.chat(key).expect("read"), []);
    let left = database.take_waiting_over(key, "third", &|_| false).expect("read");
    assert_eq!(left, ["before", "b", "a", "theirs", "a"]);
}

#[test]
fn marks_are_there_tomorrow_and_belong_to_their_session() {
    let home = Home::new();
    let marks = Marks {
        in_point: Some(Millis(4_000)),
        out_point: None,
        markers: vec![
            Marker { at: Millis(0), name: String::new() },
            Marker { at: Millis(2_500), name: "\"beat\" 一".into() },
        ],
    };
    let (one, other) = {
        let mut database = home.open();
        let (one, other) = (session(&mut database, "a", 1), session(&mut database, "b", 2));
        database.put_marks(one, &Marks::default()).expect("kept");
        database.put_marks(one, &marks).expect("kept");
        (one, other)
    };
    assert_eq!(home.open().marks(one).expect("read"), marks);
    assert_eq!(home.open().marks(other).expect("read"), Marks::default());
}

#[test]
fn a_wish_to_end_a_job_is_kept_for_whoever_takes_it_up_and_gone_once_it_has_ended() {
    let home = Home::new();
    let mut database = home.open();
    let session = session(&mut database, "s", 1);
    let order = JobOrder::SaveIn(PathBuf::from("/films"));
    for (state, unwanted) in [(JobState::Interrupted, true), (JobState::Cancelled, false)] {
        database.put_job(session, &job("r1", state, order.clone())).expect("kept");
        database.mark_unwanted(&JobId("r1".into())).expect("marked");
        let claimed = database.claim_job(&JobId("r1".into()), "another", &|_| false);
        assert!(claimed.expect("claimed").is_some());
        assert_eq!(database.is_unwanted(&JobId("r1".into())).expect("told"), unwanted);
    }
}

#[test]
fn what_happened_to_a_job_is_kept_once_each_and_the_newest_only() {
    let home = Home::new();
    let problem = Problem::RenderFailed { reason: "no space".into() };
    let order = JobOrder::SaveIn("out".into());
    {
        let mut database = home.open();
        let key = session(&mut database, "s1", 1);
        let mut record = job("r-1", JobState::Running, order.clone());
        database.put_job(key, &record).expect("kept");
        for at in 1..4 {
            database.note_step(&record.view, at).expect("kept");
        }
        record.view.stage = Some("mixing".into());
        database.note_stage(&record.view, 4).expect("kept");
        let late = record.view.clone();
        record.view.stage = None;
        record.view.state = JobState::Failed(problem.clone());
        database.note_step(&record.view, 5).expect("kept");
        database.note_stage(&late, 6).expect("what was seen before the end is not put after it");
        record.view.state = JobState::Done;
        record.view.bytes = Some(7);
        database.note_step(&record.view, 8).expect("kept");
    }
    let mut database = home.open();
    let steps = database.steps(&JobId("r-1".into())).expect("read");
    let told: Vec<_> = steps.iter().map(|step| (step.at, step.state.clone())).collect();
    let (running, failed) = (JobState::Running, JobState::Failed(problem));
    let expected = [(1, running.clone()), (4, running), (5, failed), (8, JobState::Done)];
    assert_eq!(told, expected);
    assert_eq!(steps[1].stage.as_deref(), Some("mixing"));
    assert_eq!((steps[3].path.clone(), steps[3].bytes), (Some("a b.mp4".into()), Some(7)));
    assert_eq!(steps[2].path, None, "no file was written then");
    let mut view = job("r-1", JobState::Running, order).view;
    for at in 10..400 {
        view.stage = Some(at.to_string());
        database.note_step(&view, at).expect("kept");
    }
    let steps = database.steps(&view.id).expect("read");
    assert_eq!((steps.len(), steps[199].at), (200, 399));
    database.remove_session("studio", "s1").expect("removed");
    assert_eq!(database.steps(&view.id).expect("read"), []);
}
