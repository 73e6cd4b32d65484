//! Uploads and exports.

use crossterm::event::KeyCode;

use crate::app::{Body, Effect};
use crate::draft::Millis;
use crate::language::Problem;
use crate::link::{
    Command, Expected, ExportTo, JobId, JobKind, JobState, JobView, Restored, Update,
};
use crate::ui::testing::{Editor, job, restored};

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
    let words: Vec<&Body> = editor.state.chat.entries.iter().map(|entry| &entry.body).collect();
    assert_eq!(words, [&told, &Body::Program("Added b.jpg".into())]);
    assert_eq!(editor.state.jobs.list.len(), 2);
}

#[test]
fn a_file_that_is_there_already_is_told_without_the_words_of_the_command_line() {
    for (editor, next) in [
        (Editor::english(80, 24), "Choose another name, for example: export to other.mp4"),
        (Editor::chinese(80, 24), "请换个名字，例如：导出到 other.mp4"),
    ] {
        let problem = Problem::FileExists { path: "x.mp4".into() };
        let editor = editor.opened().told(Update::Trouble(problem));
        let told = last_words(&editor);
        assert!(matches!(told, Some(Body::Problem { next: said, .. }) if said == next), "{told:?}");
        assert!(!format!("{:?}", editor.effects).contains("--force"));
        assert!(
            crate::language::route(next.rsplit([':', '：']).next().expect("words"))
                != crate::language::Route::Agent
        );
    }
}

#[test]
fn an_export_onto_an_existing_file_asks_before_anything_is_replaced() {
    let problem = Problem::FileExists { path: "/home/me/promo.mp4".into() };
    let failed = JobView {
        path: Some("/home/me/promo.mp4".into()),
        ..job("r-1", JobKind::Render, "promo", JobState::Failed(problem))
    };
    let asked = || {
        let mut editor = Editor::english(80, 24).opened();
        editor.say("export to ~/promo.mp4");
        editor.told(Update::Job(failed.clone()))
    };
    let screen = asked().screen();
    for words in ["Press 1 to replace it", "1 replace ~/promo.mp4", "2 another name"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    let to = ExportTo::File { path: "/home/me/promo.mp4".into(), force: true };
    let mut editor = asked();
    assert!(editor.typed("1").contains(&Effect::Tell(Command::Export(to.clone()))));
    assert!(!editor.screen().contains("1 replace"), "it is asked once");
    let mut editor = asked();
    assert!(editor.typed("2").is_empty());
    assert_eq!(editor.state.message.text(), "export to ~/promo-2.mp4");
    let mut editor = asked();
    editor.say("credits");
    assert!(!editor.typed("1").contains(&Effect::Tell(Command::Export(to))));
}

#[test]
fn a_word_of_the_server_for_what_it_does_is_shown_with_the_job() {
    let stage = Some("muxing_hls".into());
    let running = JobView { stage, ..job("r-1", JobKind::Render, "promo", JobState::Running) };
    let editor = with_jobs(vec![running]).pressed(&[KeyCode::F(4)]);
    assert!(editor.screen().contains("muxing_hls"), "{}", editor.screen());
}

#[test]
fn interrupted_jobs_of_an_opened_session_are_told_with_the_keys_that_go_on() {
    let stopped = |id| job(id, JobKind::Upload, "a.jpg", JobState::Interrupted);
    let done = job("u-3", JobKind::Upload, "b.jpg", JobState::Done);
    let opened = |editor: Editor, jobs: Vec<JobView>| {
        editor.told(Update::Opened(Box::new(Restored { jobs, ..restored() })))
    };
    for (editor, jobs, line) in [
        (
            Editor::english(80, 24),
            vec![stopped("u-1"), done.clone()],
            "1 job was interrupted: F4, then r goes on.",
        ),
        (
            Editor::chinese(80, 24),
            vec![stopped("u-1"), stopped("u-2"), done.clone()],
            "有 2 个任务中断了：按 F4，再按 r 继续。",
        ),
    ] {
        let editor = opened(editor, jobs.clone());
        assert_eq!(last_words(&editor), Some(&Body::Program(line.into())));
        let count = editor.state.chat.entries.len();
        assert_eq!(opened(editor, jobs).state.chat.entries.len(), count, "told once");
    }
    assert_eq!(last_words(&opened(Editor::english(80, 24), vec![done])), None);
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

#[test]
fn a_running_job_tells_its_pace_from_the_progress_that_was_seen() {
    let begun = JobView {
        done: 10_000_000,
        total: Some(30_000_000),
        ..job("u-1", JobKind::Upload, "a.mp4", JobState::Running)
    };
    let later = JobView { done: 18_000_000, ..begun.clone() };
    let editor = with_jobs(vec![begun]).pressed(&[KeyCode::F(4)]);
    assert!(!editor.screen().contains("/s"), "nothing is known yet");
    let editor = editor.after(4).told(Update::Job(later.clone()));
    assert!(editor.screen().contains("2.0 MB/s · 0:06 left"), "{}", editor.screen());
    let ended = JobView { state: JobState::Done, ..later };
    assert!(!editor.told(Update::Job(ended)).screen().contains("/s"));
}

#[test]
fn the_pace_of_a_render_begins_behind_what_an_earlier_one_had_finished() {
    let at = |done, stage: &str| JobView {
        done,
        total: Some(10_000),
        stage: Some(stage.into()),
        ..job("r-1", JobKind::Render, "promo", JobState::Running)
    };
    let editor = with_jobs(vec![at(0, "reading")]).pressed(&[KeyCode::F(4)]);
    let editor = editor.after(2).told(Update::Job(at(6_000, "pictures")));
    assert!(!editor.screen().contains("left"), "{}", editor.screen());
    let editor = editor.after(5).told(Update::Job(at(7_000, "pictures")));
    assert!(editor.screen().contains("0:15 left · making the pictures"), "{}", editor.screen());
}

#[test]
fn a_render_tells_how_fast_it_is_and_its_warning_beside_what_it_does() {
    let at = |done| JobView {
        done,
        total: Some(10_000),
        stage: Some("pictures".into()),
        warnings: vec!["gulls.jpg cannot be read; a card names it.".into()],
        film: Some(Millis(30_000)),
        ..job("r-1", JobKind::Render, "promo", JobState::Running)
    };
    let begin = |columns| {
        let mut editor = Editor::english(columns, 40).promo_made();
        editor = editor.told(Update::Job(at(1_000))).pressed(&[KeyCode::F(4)]);
        editor.after(10).told(Update::Job(at(3_000)))
    };
    let screen = begin(120).screen();
    let line = |words: &str| screen.lines().any(|row| row.contains(words));
    assert!(line("0:35 left · 0.6× · making the pictures"), "{screen}");
    assert!(line("gulls.jpg cannot be read; a card names"), "{screen}");
    let screen = begin(90).screen();
    assert!(screen.contains("0:35 left · 0.6×"), "{screen}");
    assert!(!screen.contains("making…"), "what does not fit whole is left out: {screen}");
}

#[test]
fn what_a_render_will_come_to_is_shown_until_its_pace_is_known() {
    let expected = Expected { bytes: (12_000_000, 20_000_000), millis: (30_000, 70_000) };
    let expected = Some(Box::new(expected));
    let begun = JobView {
        expected,
        total: Some(10_000),
        stage: Some("pictures".into()),
        ..job("r-1", JobKind::Render, "promo", JobState::Running)
    };
    let editor = with_jobs(vec![begun.clone()]).pressed(&[KeyCode::F(4)]);
    let told = "about 12.0 MB to 20.0 MB, made in 0:30 to 1:10";
    assert!(editor.screen().contains(told), "{}", editor.screen());
    let later = JobView { done: 1_000, ..begun };
    let editor = editor.after(5).told(Update::Job(later));
    assert!(editor.screen().contains("0:45 left"), "{}", editor.screen());
    assert!(!editor.screen().contains("about"), "{}", editor.screen());
}

#[test]
fn what_a_render_lacks_is_told_while_it_runs_and_again_at_its_end() {
    let gone = "beach.mp4 could not be read.".to_owned();
    let begun = job("r-1", JobKind::Render, "promo", JobState::Running);
    let warned = JobView { warnings: vec![gone.clone()], done: 5, ..begun.clone() };
    let later = JobView { done: 9, ..warned.clone() };
    let editor = with_jobs(vec![begun, warned, later.clone()]);
    assert_eq!(last_words(&editor), Some(&Body::Program(gone.clone())));
    assert_eq!(editor.state.chat.entries.len(), 1, "once");
    let editor = editor.pressed(&[KeyCode::F(4)]);
    assert!(editor.screen().contains("beach.mp4 could not"), "{}", editor.screen());
    let path = Some("/home/me/promo.mp4".into());
    let editor = editor.told(Update::Job(JobView { state: JobState::Done, path, ..later }));
    let Some(Body::Program(last)) = last_words(&editor) else { panic!("its end is told") };
    assert!(last.contains("~/promo.mp4") && last.contains(&gone), "{last}");
}

#[test]
fn files_that_have_come_are_one_line_when_none_is_under_way() {
    let running = |id: &str, name: &str| job(id, JobKind::Upload, name, JobState::Running);
    let done = |id: &str, name: &str| JobView {
        bytes: Some(1_500_000),
        ..job(id, JobKind::Upload, name, JobState::Done)
    };
    let editor = with_jobs(vec![running("u-1", "a.jpg"), running("u-2", "b.jpg")]);
    let editor = editor.told(Update::Job(done("u-2", "b.jpg")));
    assert_eq!(last_words(&editor), None, "another is on its way");
    let editor = editor.told(Update::Job(done("u-1", "a.jpg")));
    assert_eq!(
        last_words(&editor),
        Some(&Body::Program("Added a.jpg, b.jpg · 3.0 MB".into())),
        "as given"
    );
    let many = (3..9).map(|number| done(&format!("u-{number}"), "c.jpg")).collect::<Vec<_>>();
    let begun = many.iter().map(|job| JobView { state: JobState::Running, ..job.clone() });
    let editor =
        begun.chain(many.clone()).fold(editor, |editor, job| editor.told(Update::Job(job)));
    assert_eq!(last_words(&editor), Some(&Body::Program("Added 6 files · 9.0 MB".into())));
    assert_eq!(editor.state.chat.entries.len(), 2);
}

#[test]
fn the_file_of_a_job_is_opened_and_its_path_copied_by_key() {
    let path = std::path::PathBuf::from("/home/me/promo.mp4");
    let running = JobView {
        path: Some(path.clone()),
        ..job("r-1", JobKind::Render, "promo", JobState::Running)
    };
    let mut editor = with_jobs(vec![running.clone()]).pressed(&[KeyCode::F(4)]);
    let opens = |effects: &[Effect]| effects.contains(&Effect::Open(path.clone()));
    assert!(!opens(&editor.key(KeyCode::Enter)), "there is no film before its end");
    let mut editor = editor.told(Update::Job(JobView { state: JobState::Done, ..running }));
    assert!(opens(&editor.key(KeyCode::Enter)));
    let copied = editor.key(KeyCode::Char('y'));
    assert!(copied.contains(&Effect::Copy("/home/me/promo.mp4".into())));
    editor.take(crate::app::Msg::FileOpened(path, false));
    let told = Body::Program("No program opens files here. The file is /home/me/promo.mp4".into());
    assert_eq!(last_words(&editor), Some(&told));
}

#[test]
fn a_file_is_added_to_the_film_by_key_in_the_language_of_the_screen() {
    for (editor, sentence) in
        [(Editor::english(80, 24), "add a.mp4 at the end"), (Editor::chinese(80, 24), "添加 a.mp4")]
    {
        let editor = editor.opened().told(crate::ui::testing::media(&["a.mp4"]));
        let mut editor = editor.pressed(&[KeyCode::F(3)]);
        let effects = editor.key(KeyCode::Char('a'));
        let said = |effect: &Effect| matches!(effect, Effect::Tell(Command::Say { text, .. }) if text == sentence);
        assert!(effects.iter().any(said), "{effects:?}");
    }
}

#[test]
fn a_file_that_is_in_the_film_is_asked_for_again_and_not_to_the_end() {
    let film = serde_json::json!({"t": [{"tt": 0, "sg": [{"src": "a.mp4", "st": 0, "d": 5000}]}]});
    let editor = Editor::english(80, 24).opened().film(film);
    let editor = editor.told(crate::ui::testing::media(&["a.mp4"]));
    let mut editor = editor.pressed(&[KeyCode::F(3)]);
    let effects = editor.key(KeyCode::Char('a'));
    let said = |effect: &Effect| matches!(effect, Effect::Tell(Command::Say { text, .. }) if text == "add a.mp4 again at the end");
    assert!(effects.iter().any(said), "{effects:?}");
}
