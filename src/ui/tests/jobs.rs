//! The jobs of all sessions, and the log of one.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::language::Problem;
use crate::link::{JobId, JobKind, JobState, JobStep, JobView, ListedJob, Update};
use crate::ui::testing::{AFTERNOON, Editor, job};

fn everyone(editor: Editor) -> Editor {
    let elsewhere = |title: &str, view: JobView| ListedJob {
        backend: "studio".into(),
        session: "session-9".into(),
        title: title.into(),
        view,
        owner: None,
    };
    let left = job("u-7", JobKind::Upload, "glacier-at-noon.mp4", JobState::Interrupted);
    let left = JobView { started_at: AFTERNOON - 90_000, ..left };
    let runs = JobView {
        done: 4200,
        total: Some(10_000),
        started_at: AFTERNOON - 60_000,
        ..job("r-8", JobKind::Render, "日落 海滩", JobState::Running)
    };
    let problem = Problem::RenderFailed { reason: "no space left on the disk".into() };
    let failed = JobView {
        started_at: AFTERNOON - 30_000,
        ..job("r-9", JobKind::Render, "wedding", JobState::Failed(problem))
    };
    let all = vec![
        elsewhere("Winter in the mountains", left),
        elsewhere("日落 海滩", runs),
        elsewhere("", failed),
    ];
    let mut editor = editor.promo_made().pressed(&[KeyCode::F(4)]);
    editor.typed("s");
    editor.told(Update::Jobs(Arc::new(all)))
}

#[test]
fn the_jobs_of_all_sessions_are_listed_with_whose_they_are() {
    assert_snapshot!("jobs_everyone_120x36", everyone(Editor::english(120, 36)).styled());
    assert_snapshot!("jobs_everyone_80x24", everyone(Editor::english(80, 24)).styled());
    assert_snapshot!("jobs_everyone_40x12", everyone(Editor::english(40, 12)).styled());
    let mut sifted = everyone(Editor::chinese(80, 24));
    sifted.typed("ff");
    assert_snapshot!("jobs_everyone_failed_chinese", sifted.styled());
}

#[test]
fn jobs_of_sessions_that_are_called_the_same_are_told_apart_by_their_time() {
    let of = |session: &str, title: &str, minutes: i64| ListedJob {
        backend: "studio".into(),
        session: session.into(),
        title: title.into(),
        view: JobView {
            started_at: AFTERNOON - minutes * 60_000,
            ..job(session, JobKind::Render, "film.mp4", JobState::Interrupted)
        },
        owner: None,
    };
    let all = vec![of("s-7", "slideshow", 30), of("s-8", "slideshow", 10), of("s-9", "wedding", 5)];
    let mut editor = Editor::english(120, 36).promo_made().pressed(&[KeyCode::F(4)]);
    editor.typed("s");
    let screen = editor.told(Update::Jobs(Arc::new(all))).screen();
    for told in ["session slideshow 13:32", "session slideshow 13:52"] {
        assert!(screen.contains(told), "{screen}");
    }
    assert!(
        screen.contains("session wedding") && !screen.contains("session wedding 1"),
        "{screen}"
    );
}

fn log(editor: Editor) -> Editor {
    let film = job("r-1", JobKind::Render, "summer promo", JobState::Running);
    let mut editor = editor.opened().told(Update::Job(film)).pressed(&[KeyCode::F(4)]);
    editor.typed("l");
    let step = |second: i64, state, stage: Option<&str>| JobStep {
        at: AFTERNOON + second * 1000,
        state,
        stage: stage.map(Into::into),
        path: None,
        bytes: None,
    };
    let problem = Problem::RenderFailed { reason: "no space left on the disk".into() };
    let done = JobStep {
        path: Some(PathBuf::from("/home/me/Videos/summer-promo.mp4")),
        bytes: Some(18_200_000),
        ..step(340, JobState::Done, None)
    };
    let steps = vec![
        step(0, JobState::Queued, None),
        step(1, JobState::Running, None),
        step(2, JobState::Running, Some("encoding")),
        step(61, JobState::Failed(problem), None),
        step(300, JobState::Queued, None),
        step(301, JobState::Running, None),
        step(338, JobState::Downloading, None),
        done,
    ];
    editor.told(Update::JobSteps(JobId("r-1".into()), Arc::new(steps)))
}

#[test]
fn the_log_of_a_job_tells_what_happened_and_when() {
    assert_snapshot!("job_log_120x36", log(Editor::english(120, 36)).styled());
    assert_snapshot!("job_log_80x24", log(Editor::english(80, 24)).styled());
    assert_snapshot!("job_log_40x12", log(Editor::english(40, 12)).styled());
    assert_snapshot!("job_log_chinese", log(Editor::chinese(80, 24)).styled());
}
