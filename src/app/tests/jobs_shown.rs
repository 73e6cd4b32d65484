//! The jobs of every session, which of them are listed, and the log of one.

use std::sync::Arc;

use crossterm::event::KeyCode;

use crate::app::{Effect, Whose};
use crate::language::Problem;
use crate::link::{
    Command, JobId, JobKind, JobState, JobStep, JobView, ListedJob, Restored, SessionChoice,
    SessionInfo, Update,
};
use crate::ui::testing::{AFTERNOON, Editor, job, restored};

fn elsewhere(id: &str, session: &str, view: JobView) -> ListedJob {
    let view = JobView { id: JobId(id.into()), ..view };
    ListedJob {
        backend: "studio".into(),
        session: session.into(),
        title: "Winter".into(),
        view,
        owner: None,
    }
}

/// One job here; elsewhere one that was interrupted before it and one that runs.
fn everyone() -> (Editor, Vec<ListedJob>) {
    let own = job("u-1", JobKind::Upload, "a.jpg", JobState::Done);
    let mut editor = Editor::english(80, 24).opened().told(Update::Job(own.clone()));
    editor = editor.pressed(&[KeyCode::F(4)]);
    let asked = editor.typed("s");
    assert!(asked.contains(&Effect::Tell(Command::ListJobs)), "{asked:?}");
    let left = job("", JobKind::Upload, "left.mp4", JobState::Interrupted);
    let left = JobView { started_at: AFTERNOON - 60_000, ..left };
    let runs = job("", JobKind::Render, "Winter film", JobState::Running);
    let own_session = restored().session.id;
    let all = vec![
        elsewhere("u-7", "s-2", left),
        elsewhere("u-1", &own_session, own),
        elsewhere("r-8", "s-2", JobView { started_at: AFTERNOON + 1, ..runs }),
    ];
    let editor = editor.told(Update::Jobs(Arc::new(all.clone())));
    (editor, all)
}

fn shown(editor: &Editor) -> Vec<&str> {
    editor.state.jobs.shown().iter().map(|shown| shown.job.id.0.as_str()).collect()
}

#[test]
fn a_key_lists_the_jobs_of_all_sessions_and_of_this_one_again() {
    let (mut editor, _) = everyone();
    assert_eq!(shown(&editor), ["u-7", "u-1", "r-8"], "by their time, the own one once");
    let screen = editor.screen();
    assert!(screen.contains("session Winter") && screen.contains("all sessions"), "{screen}");
    editor.typed("s");
    assert_eq!(shown(&editor), ["u-1"]);
    assert!(!editor.screen().contains("all sessions"));
}

#[test]
fn other_sessions_are_looked_at_again_each_second_while_one_of_them_works_and_is_seen() {
    let (mut editor, mut all) = everyone();
    let ask = Effect::Tell(Command::ListJobs);
    let tick = |editor: &mut Editor| editor.take(crate::app::Msg::Tick);
    assert!(!tick(&mut editor).contains(&ask), "not before a second");
    let mut editor = editor.after(1);
    assert!(tick(&mut editor).contains(&ask));
    assert!(!tick(&mut editor).contains(&ask));
    all[2].view.state = JobState::Done;
    let editor = editor.told(Update::Jobs(Arc::new(all)));
    assert!(!editor.effects.iter().any(|effect| matches!(effect, Effect::WakeAt(_))));
    let mut editor = editor.after(5);
    assert_eq!(tick(&mut editor), [], "nothing moves there");
}

#[test]
fn a_key_goes_through_the_kinds_of_jobs() {
    let (mut editor, _) = everyone();
    for (kind, ids) in [("running", vec!["r-8"]), ("failed", vec!["u-7"]), ("done", vec!["u-1"])] {
        editor.typed("f");
        assert_eq!(shown(&editor), ids, "{kind}");
        assert!(editor.screen().contains(kind));
    }
    editor.typed("f");
    assert_eq!(shown(&editor).len(), 3);
    editor.typed("ssf");
    let mut alone = editor.told(Update::Opened(Box::new(restored())));
    alone.typed("s");
    assert!(
        alone.screen().contains("Of these jobs none is running. f lists"),
        "{}",
        alone.screen()
    );
}

#[test]
fn an_interrupted_job_of_another_session_goes_on_there() {
    let (editor, all) = everyone();
    let mut editor = editor.pressed(&[KeyCode::Up, KeyCode::Up]);
    let left = editor.typed("r");
    let there = Effect::Tell(Command::Switch(SessionChoice::Id("s-2".into())));
    assert!(left.contains(&there), "{left:?}");
    let session = SessionInfo { id: "s-2".into(), ..restored().session };
    let jobs = vec![all[0].view.clone()];
    let mut editor =
        editor.told(Update::Opened(Box::new(Restored { session, jobs, ..restored() })));
    let retry = Effect::Tell(Command::RetryJob(JobId("u-7".into())));
    assert!(editor.effects.contains(&retry), "{:?}", editor.effects);
    assert!(editor.effects.contains(&Effect::Tell(Command::ListJobs)), "the others are new");
    editor.key(KeyCode::F(2));
    let again = editor.told(Update::Opened(Box::new(restored())));
    assert!(!again.effects.contains(&retry), "once");
}

#[test]
fn work_that_goes_on_here_is_not_left_for_a_job_elsewhere() {
    let (editor, _) = everyone();
    let busy = job("u-2", JobKind::Upload, "b.jpg", JobState::Running);
    let mut editor = editor.told(Update::Job(busy)).pressed(&[KeyCode::Up; 5]);
    let effects = editor.typed("r");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Tell(Command::Switch(_)))));
    assert_eq!(editor.state.jobs.going_on, None);
}

#[test]
fn a_job_that_runs_in_another_program_is_stopped_from_here() {
    let (editor, _) = everyone();
    let mut editor = editor.pressed(&[KeyCode::Down]);
    let cancel = Effect::Tell(Command::CancelJob(JobId("r-8".into())));
    assert!(editor.typed("x").contains(&cancel));
    let editor = editor.pressed(&[KeyCode::F(2)]);
    assert!(editor.screen().contains("another program, which was asked"), "{}", editor.screen());
}

#[test]
fn an_upload_tells_how_long_it_has_run() {
    let running = job("u-1", JobKind::Upload, "a.mp4", JobState::Running);
    let editor = Editor::english(80, 24).opened().told(Update::Job(running));
    let editor = editor.pressed(&[KeyCode::F(4)]);
    assert!(!editor.screen().contains("so far"), "it has only begun");
    let editor = editor.after(42).told(Update::Connecting);
    assert!(editor.screen().contains("0:42 so far"), "{}", editor.screen());
}

#[test]
fn the_log_of_a_job_opens_scrolls_grows_and_closes() {
    let (editor, _) = everyone();
    let mut editor = editor.pressed(&[KeyCode::Up]);
    let ask = Effect::Tell(Command::ListSteps(JobId("u-1".into())));
    assert_eq!(editor.typed("l"), std::slice::from_ref(&ask));
    assert!(editor.screen().contains("looking"));
    let step = |at, state| JobStep { at, state, stage: None, path: None, bytes: None };
    let failed = JobState::Failed(Problem::FileEmpty { path: "a.jpg".into() });
    let mut steps = vec![step(AFTERNOON, JobState::Queued)];
    steps.extend((1..40).map(|second| step(AFTERNOON + second * 1000, JobState::Interrupted)));
    steps.push(step(AFTERNOON + 60_000, failed));
    let editor = editor.told(Update::JobSteps(JobId("u-1".into()), Arc::new(steps.clone())));
    let screen = editor.screen();
    assert!(screen.contains("a.jpg is empty.") && screen.contains("+1:00"), "its end\n{screen}");
    let editor = editor.pressed(&[KeyCode::Home]);
    assert!(editor.screen().contains("waits for its turn"), "{}", editor.screen());
    let news = job("u-1", JobKind::Upload, "a.jpg", JobState::Running);
    let mut editor = editor.told(Update::Job(news));
    assert!(editor.effects.contains(&ask), "it goes on");
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.job_log, None);
    let editor = editor.told(Update::JobSteps(JobId("u-1".into()), Arc::new(steps)));
    assert_eq!(editor.state.job_log, None);
    assert!(matches!(editor.state.jobs.whose, Whose::Everyone(_)));
}
