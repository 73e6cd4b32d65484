//! Uploads and exports.

use crossterm::event::KeyCode;

use crate::app::{Body, Effect};
use crate::language::Problem;
use crate::link::{Command, JobId, JobKind, JobState, JobView, Update};
use crate::ui::testing::{Editor, job};

fn with_jobs(jobs: Vec<JobView>) -> Editor {
    jobs.into_iter()
        .fold(Editor::english(80, 24).opened(), |editor, job| editor.told(Update::Job(job)))
}

fn last_words(editor: &Editor) -> Option<&Body> {
    editor.state.chat.entries.last().map(|entry| &entry.body)
}

#[test]
fn only_the_newest_of_a_job_is_kept() {
    let first = job("u-1", JobKind::Upload, "a.jpg", JobState::Queued);
    let later = JobView { state: JobState::Running, done: 5, ..first.clone() };
    let editor = with_jobs(vec![first, later.clone()]);
    assert_eq!(editor.state.jobs.list, [later]);
}

#[test]
fn a_finished_export_tells_in_the_chat_where_the_film_is() {
    let running = job("r-1", JobKind::Render, "promo", JobState::Running);
    let done = JobView {
        state: JobState::Done,
        path: Some("/home/me/promo.mp4".into()),
        bytes: Some(18_200_000),
        ..running.clone()
    };
    let editor = with_jobs(vec![running, done.clone(), done]);
    assert_eq!(last_words(&editor), Some(&Body::Program("Saved ~/promo.mp4 · 18.2 MB".into())));
    assert_eq!(editor.state.chat.entries.len(), 1);
}

#[test]
fn a_refused_file_is_told_in_the_chat_and_nothing_else_is_lost() {
    let problem = Problem::FileEmpty { path: "a.jpg".into() };
    let failed = job("u-1", JobKind::Upload, "a.jpg", JobState::Failed(problem));
    let fine = job("u-2", JobKind::Upload, "b.jpg", JobState::Done);
    let editor = with_jobs(vec![failed, fine]);
    let told = Body::Problem { what: "a.jpg is empty.".into(), next: "Copy it here again.".into() };
    assert_eq!(last_words(&editor), Some(&told));
    assert_eq!(editor.state.jobs.list.len(), 2);
}

#[test]
fn a_job_is_stopped_and_retried_by_key_where_that_makes_sense() {
    let running = job("u-1", JobKind::Upload, "a.jpg", JobState::Running);
    let failed = job("r-1", JobKind::Render, "promo", JobState::Interrupted);
    let mut editor = with_jobs(vec![running, failed]).pressed(&[KeyCode::F(4)]);
    let retry = Effect::Tell(Command::RetryJob(JobId("r-1".into())));
    assert!(editor.typed("r").contains(&retry));
    assert_eq!(editor.typed("x"), []);
    editor.key(KeyCode::Up);
    assert_eq!(editor.typed("r"), []);
    let cancel = Effect::Tell(Command::CancelJob(JobId("u-1".into())));
    assert!(editor.typed("x").contains(&cancel));
}
