//! The records, asked directly: what holds when several hands write at once.

use cutroom::draft::{Draft, Kind, Millis, Segment, SegmentId, Track};
use cutroom::studio::library::{
    Film, Library, NewRender, Noted, Outcome, RenderId, RenderStatus, Session, SessionId,
};
use cutroom::studio::render::{Form, Quality, Wish};
use tempfile::TempDir;

struct Records {
    _folder: TempDir,
    one: Library,
    /// The same records, as a second program opens them.
    other: Library,
    session: Session,
}

async fn records() -> Records {
    let folder = tempfile::tempdir().expect("a folder");
    let open = || Library::open(folder.path()).expect("opened");
    let (one, other) = (open(), open());
    let session = one.create_session("zh-CN").await.expect("made");
    Records { _folder: folder, one, other, session }
}

fn draft(seconds: u64) -> Draft {
    let mut track = Track::new(Kind::Video);
    track.segments.push(Segment::new(
        SegmentId::new("a"),
        Millis::ZERO,
        Millis::from_secs(seconds),
    ));
    Draft { tracks: vec![track], ..Draft::default() }
}

async fn lengths(library: &Library, session: &SessionId) -> (Option<u64>, Vec<u64>) {
    let film = library.film(session).await.expect("read");
    let length = |draft: &Draft| draft.duration().0 / 1000;
    (film.draft.as_ref().map(length), film.past.iter().map(length).collect())
}

/// A change of the kind that a turn makes, as often as it takes.
async fn change(library: Library, session: SessionId, seconds: u64) {
    loop {
        let mut film = library.film(&session).await.expect("read");
        film.past.extend(film.draft.take());
        film.draft = Some(draft(seconds));
        if library.keep_film(&session, film).await.expect("written") {
            return;
        }
    }
}

#[tokio::test]
async fn a_film_is_written_only_over_the_one_it_was_made_from() {
    let records = records().await;
    let id = &records.session.id;
    let seen = records.one.film(id).await.expect("read");
    let mine = Film { draft: Some(draft(1)), ..seen.clone() };
    let theirs = Film { draft: Some(draft(2)), ..seen };
    assert!(records.other.keep_film(id, theirs).await.expect("written"));
    assert!(!records.one.keep_film(id, mine).await.expect("asked"));
    assert_eq!(lengths(&records.one, id).await.0, Some(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_change_is_lost_when_two_programs_change_one_film() {
    let records = records().await;
    let id = records.session.id.clone();
    let changes = (1..=20).map(|step| {
        let library = if step % 2 == 0 { &records.one } else { &records.other };
        tokio::spawn(change(library.clone(), id.clone(), step))
    });
    for change in changes.collect::<Vec<_>>() {
        change.await.expect("no panic");
    }
    let (last, mut all) = lengths(&records.one, &id).await;
    all.extend(last);
    all.sort_unstable();
    assert_eq!(all, (1..=20).collect::<Vec<u64>>());
}

#[tokio::test]
async fn history_is_kept_for_a_hundred_steps() {
    let records = records().await;
    let id = &records.session.id;
    let film = records.one.film(id).await.expect("read");
    let past = (1..=130).map(draft).collect();
    let film = Film { draft: Some(draft(131)), past, ..film };
    assert!(records.one.keep_film(id, film).await.expect("written"));
    let (last, past) = lengths(&records.other, id).await;
    assert_eq!((last, past), (Some(131), (31..=130).collect()));
}

fn order(session: &SessionId, owner: &str, id: &str) -> NewRender {
    NewRender {
        id: RenderId::parse(id).expect("a name"),
        session: session.clone(),
        owner: owner.to_owned(),
        draft: "{}".to_owned(),
        quality: Quality::Standard,
        form: Form::default(),
        wish: Wish::default(),
    }
}

#[tokio::test]
async fn one_render_of_a_session_runs_at_a_time_whoever_runs_it() {
    let records = records().await;
    let id = &records.session.id;
    let elsewhere = records.one.create_session("en").await.expect("made").id;
    for (session, owner, name) in
        [(id, "one", "r1"), (id, "other", "r2"), (id, "one", "r3"), (&elsewhere, "one", "r4")]
    {
        records.one.order_render(order(session, owner, name)).await.expect("noted");
    }
    let claim = async |library: &Library, owner: &str| {
        let claimed = library.claim_render(owner).await.expect("asked");
        claimed.map(|claimed| claimed.id.to_string())
    };
    assert_eq!(claim(&records.one, "one").await.as_deref(), Some("r1"));
    assert_eq!(claim(&records.other, "other").await, None);
    assert_eq!(claim(&records.one, "one").await.as_deref(), Some("r4"));
    let first = RenderId::parse("r1").expect("a name");
    records.one.end_render(&first, Outcome::Cancelled).await.expect("noted");
    assert_eq!(claim(&records.other, "other").await.as_deref(), Some("r2"));
}

fn noted(part: f64) -> Noted {
    Noted {
        part,
        stage: "pictures",
        warnings: vec!["a.mp4 could not be read.".into()],
        estimate: None,
    }
}

#[tokio::test]
async fn the_same_order_again_changes_nothing() {
    let records = records().await;
    let id = &records.session.id;
    records.one.order_render(order(id, "one", "r1")).await.expect("noted");
    let claimed = records.one.claim_render("one").await.expect("asked").expect("one waits");
    records.one.note_progress(&claimed.id, noted(0.5)).await.expect("noted");
    let again = records.other.order_render(order(id, "other", "r1")).await.expect("noted");
    assert_eq!((again.status, again.progress), (RenderStatus::Processing, 0.5));
    assert_eq!(again.stage, "pictures");
    assert_eq!(again.warnings, ["a.mp4 could not be read."], "told while it runs");
}

#[tokio::test]
async fn one_program_calls_off_what_another_renders() {
    let records = records().await;
    records.one.order_render(order(&records.session.id, "one", "r1")).await.expect("noted");
    let claimed = records.one.claim_render("one").await.expect("asked").expect("one waits");
    assert!(!records.one.note_progress(&claimed.id, noted(0.1)).await.expect("noted"));
    records.other.cancel_render(&claimed.id).await.expect("asked");
    assert!(records.one.note_progress(&claimed.id, noted(0.2)).await.expect("noted"));
}

#[tokio::test]
async fn what_a_dead_program_left_is_interrupted_and_what_a_living_one_does_is_not() {
    let records = records().await;
    let id = &records.session.id;
    let (living, dead) = (records.one.begin_owner(), records.one.begin_owner());
    let (living, dead) = (living.expect("begun"), dead.expect("begun"));
    let elsewhere = records.one.create_session("en").await.expect("made").id;
    for (session, owner, name) in [
        (id, dead.name(), "running"),
        (id, dead.name(), "waiting"),
        (&elsewhere, living.name(), "alive"),
    ] {
        records.one.order_render(order(session, owner, name)).await.expect("noted");
    }
    records.one.claim_render(dead.name()).await.expect("asked").expect("one waits");
    drop(dead);
    let sentence = |language: cutroom::language::Language| format!("gone ({})", language.tag());
    records.other.interrupt_abandoned_renders(sentence).await.expect("noted");
    let status = async |name: &str| {
        let id = RenderId::parse(name).expect("a name");
        let render = records.one.render(&id).await.expect("read").expect("there");
        (render.status, render.error)
    };
    let gone = (RenderStatus::Interrupted, Some("gone (zh-CN)".to_owned()));
    assert_eq!(status("running").await, gone);
    assert_eq!(status("waiting").await, gone);
    assert_eq!(status("alive").await, (RenderStatus::Pending, None));
}

#[tokio::test]
async fn two_answers_about_one_state_never_mix() {
    let records = records().await;
    let id = records.session.id.clone();
    let before = records.one.session(id.as_str()).await.expect("read").expect("there").version;
    change(records.other.clone(), id.clone(), 3).await;
    let state = records.one.state(id.as_str()).await.expect("read").expect("there");
    assert_eq!(state.session.version, before + 1);
    assert!(state.draft.is_some());
}
