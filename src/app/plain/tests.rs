//! The editor in lines, without a terminal.

use std::sync::Arc;

use crate::app::{Body, Effect, Msg};
use crate::link::{
    Command, ExportTo, JobId, JobKind, JobState, JobStep, ListedJob, ListedSession, SessionChoice,
    SessionName, SessionSummary, TurnEnd, TurnId, Update, Used, Wish,
};
use crate::store::{EntryKind, Folder, FolderEntry, MediaKind};
use crate::ui::testing::{self, Editor};

use super::order::interrupted;
use super::{Listed, Teller, heard, lists};

/// An editor with an open session, of which everything has been told.
fn opened() -> (Editor, Teller) {
    let editor = Editor::english(100, 40).opened();
    let mut teller = Teller::default();
    teller.news(&editor.state);
    (editor, teller)
}

fn orders(effects: &[Effect]) -> Vec<&Command> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(command) => Some(command),
        _ => None,
    });
    told.filter(|command| !matches!(command, Command::Note(_) | Command::KeepQueue(_))).collect()
}

#[test]
fn words_go_to_the_agent_and_its_answer_comes_back_in_whole_lines() {
    let (mut editor, mut teller) = opened();
    let said = heard(&mut editor.state, "make a film\n", &mut Listed::default());
    assert_eq!(
        orders(&said.effects),
        [&Command::Say { turn: TurnId(1), text: "make a film".into() }]
    );
    teller.wrote("make a film");
    assert_eq!(teller.news(&editor.state), ["working"], "what was written stands there already");
    let text = |words: &str| Update::TurnText(TurnId(1), words.into());
    editor = editor.told(text("I made\nit and "));
    assert_eq!(teller.news(&editor.state), ["Agent: I made"]);
    editor = editor.told(text("\u{1b}[31mnamed it."));
    assert_eq!(teller.news(&editor.state), [""; 0]);
    editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let news = teller.news(&editor.state);
    assert!(news[0].starts_with("it and ") && news[0].ends_with("named it."), "{news:?}");
    assert!(!news[0].contains('\u{1b}'), "{news:?}");
    assert_eq!(teller.news(&editor.state), [""; 0], "nothing is told twice");
}

#[test]
fn starters_are_numbered_and_a_number_takes_one() {
    let editor = Editor::english(100, 40);
    let mut teller = Teller::default();
    teller.news(&editor.state);
    let mut editor = editor.opened();
    let news = teller.news(&editor.state);
    assert!(news.iter().any(|line| line.starts_with("3. Export it")), "{news:#?}");
    let said = heard(&mut editor.state, "2", &mut Listed::default());
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text.starts_with("Cut each")),
        "{said:?}"
    );
    assert_eq!(
        heard(&mut editor.state, "9", &mut Listed::default()).lines,
        ["There is nothing with that number now."]
    );
}

#[test]
fn a_question_of_the_agent_is_answered_by_number() {
    let (mut editor, mut teller) = opened();
    heard(&mut editor.state, "make it better", &mut Listed::default());
    teller.news(&editor.state);
    let editor = editor.told(Update::TurnQuestion {
        turn: TurnId(1),
        prompt: "Which music?".into(),
        options: vec!["calm".into(), "loud".into()],
        allow_multiple: false,
    });
    let mut editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Silent));
    let news = teller.news(&editor.state).join("\n");
    assert!(news.contains("Question: Which music?") && news.contains("2. loud"), "{news}");
    let said = heard(&mut editor.state, "2", &mut Listed::default());
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text == "loud"),
        "{said:?}"
    );
}

#[test]
fn the_timeline_is_told_in_lines() {
    let editor = Editor::english(100, 40).opened().promo_made();
    insta::assert_snapshot!(lists::tracks(&editor.state).join("\n"));
}

#[test]
fn what_is_unusual_about_a_piece_is_told_with_it() {
    let film = serde_json::json!({"t": [
        {"tt": 0, "sg": [
            {"st": 0, "d": 2000, "src": "a.mp4", "sp": 2.0, "rv": true},
            {"st": 3000, "d": 2000, "src": "b.mp4", "fi": 500, "tr": {"k": "crossfade", "d": 500}},
        ]},
        {"tt": 1, "m": {"volume": 0.35}, "sg": [{"st": 0, "d": 2000, "src": "c.mp3", "m": {"volume": 0.8}}]},
    ]});
    let told =
        |editor: Editor| lists::tracks(&editor.opened().film(film.clone()).state)[1..].to_vec();
    assert_eq!(
        told(Editor::english(100, 40)),
        [
            "V1, 2 clips",
            "  1. a.mp4, 0–2 s, speed 2×, backwards",
            "  gap, 2–3 s",
            "  2. b.mp4, 3–5 s, fade in 0.5\u{a0}s, transition crossfade 0.5\u{a0}s",
            "A1, 1 clip, 35 %",
            "  1. c.mp3, 0–2 s, volume 80%",
        ]
    );
    let told = told(Editor::chinese(100, 40));
    assert!(told[3].contains("淡入 0.5") && told[2].contains("空隙"), "{told:#?}");
}

#[test]
fn jobs_are_told_as_they_go_on_and_taken_by_number() {
    let (editor, mut teller) = opened();
    let job = testing::job("j1", JobKind::Render, "promo.mp4", JobState::Running);
    let mut running = job.clone();
    (running.done, running.total) = (3000, Some(10_000));
    let mut editor = editor.told(Update::Job(running.clone()));
    assert_eq!(teller.news(&editor.state), ["export promo.mp4: 30 %"]);
    running.done = 4000;
    editor = editor.told(Update::Job(running));
    assert_eq!(teller.news(&editor.state), [""; 0], "each quarter is enough");
    let said = heard(&mut editor.state, "cancel 1", &mut Listed::default());
    assert_eq!(orders(&said.effects), [&Command::CancelJob(job.id)]);
}

/// What is told of a line, and once what it asked for has come.
fn listed(editor: &mut Editor, listed: &mut Listed, line: &str, update: Update) -> Vec<String> {
    let said = heard(&mut editor.state, line, listed);
    assert_eq!(said.lines, [""; 0], "{line}");
    editor.take(Msg::Link(update));
    listed.news(&mut editor.state)
}

fn two_sessions() -> Update {
    let here = SessionSummary { id: testing::restored().session.id, ..testing::previous() };
    let session = |summary, used| ListedSession { summary, used };
    let others = session(testing::previous(), Used::No);
    Update::Sessions(Arc::new(vec![session(here, Used::Open), others]))
}

#[test]
fn sessions_are_opened_named_and_found_by_number() {
    let (mut editor, _) = opened();
    let mut lists = Listed::default();
    let said = heard(&mut editor.state, "sessions", &mut lists);
    assert_eq!(orders(&said.effects), [&Command::ListSessions]);
    let told = listed(&mut editor, &mut lists, "sessions", two_sessions());
    assert!(
        told[0].contains("this one") && told[1].starts_with("2. summer promo, 30 s"),
        "{told:?}"
    );
    let previous = testing::previous();
    let session = SessionName { backend: previous.backend, id: previous.id.clone() };
    let said = heard(&mut editor.state, "name session 2 The beach", &mut lists);
    let name = "The beach".into();
    assert_eq!(orders(&said.effects), [&Command::NameSession { session, name }]);
    editor.take(Msg::Link(two_sessions()));
    assert_eq!(lists.news(&mut editor.state).len(), 3, "the list is told anew");
    let said = heard(&mut editor.state, "open 2", &mut lists);
    assert_eq!(orders(&said.effects), [&Command::Switch(SessionChoice::Id(previous.id))]);
    let told = listed(&mut editor, &mut lists, "sessions find zzz", two_sessions());
    let said = heard(&mut editor.state, "open with the beach", &mut lists);
    assert!(matches!(orders(&said.effects)[..], [Command::Say { .. }]), "{said:?}");
    assert_eq!(told, ["No session has that name."]);
}

#[test]
fn a_session_is_removed_when_that_is_answered_so_and_its_film_when_it_is_twice() {
    let (mut editor, _) = opened();
    let mut lists = Listed::default();
    listed(&mut editor, &mut lists, "sessions", two_sessions());
    let said = heard(&mut editor.state, "remove session 1", &mut lists);
    assert!(said.lines[0].contains("is open"), "{said:?}");
    let asked = heard(&mut editor.state, "remove session 2", &mut lists);
    assert!(asked.lines[0].contains("summer promo") && asked.effects.is_empty(), "{asked:?}");
    assert_eq!(heard(&mut editor.state, "make a film", &mut lists), asked, "it is asked again");
    assert_eq!(heard(&mut editor.state, "1", &mut lists).lines, ["It is kept."]);
    let session = || SessionName { backend: "studio".into(), id: testing::previous().id };
    heard(&mut editor.state, "remove session 2", &mut lists);
    let said = heard(&mut editor.state, "2", &mut lists);
    assert_eq!(orders(&said.effects), [&Command::RemoveSession(session())]);
    heard(&mut editor.state, "remove session 2", &mut lists);
    let asked = heard(&mut editor.state, "3", &mut lists);
    assert!(asked.effects.is_empty() && asked.lines[0].contains("for good"), "{asked:?}");
    let said = heard(&mut editor.state, "2", &mut lists);
    assert_eq!(orders(&said.effects), [&Command::RemoveFilm(session())]);
}

#[test]
fn jobs_of_all_sessions_are_listed_and_each_has_its_log() {
    let (editor, _) = opened();
    let own = testing::job("j1", JobKind::Upload, "a.jpg", JobState::Done);
    let mut editor = editor.told(Update::Job(own));
    let mut lists = Listed::default();
    let others = ListedJob {
        backend: "studio".into(),
        session: "s-7".into(),
        title: "The beach".into(),
        view: testing::job("j2", JobKind::Render, "beach.mp4", JobState::Interrupted),
        owner: None,
    };
    let said = heard(&mut editor.state, "jobs", &mut lists);
    assert_eq!(said.lines.len(), 2, "the session's own, and how to go on: {said:?}");
    let said = heard(&mut editor.state, "jobs all", &mut lists);
    assert_eq!(orders(&said.effects), [&Command::ListJobs]);
    let all = || Update::Jobs(Arc::new(vec![others.clone()]));
    let told = listed(&mut editor, &mut lists, "jobs all", all());
    assert!(told[1].ends_with("beach.mp4: interrupted, session The beach"), "{told:?}");
    let log = heard(&mut editor.state, "log 2", &mut lists);
    assert_eq!(orders(&log.effects), [&Command::ListSteps(JobId("j2".into()))]);
    let step = |at, state| JobStep { at, state, stage: None, path: None, bytes: None };
    let steps = vec![step(0, JobState::Queued), step(3000, JobState::Interrupted)];
    editor.take(Msg::Link(Update::JobSteps(JobId("j2".into()), Arc::new(steps))));
    let told = lists.news(&mut editor.state);
    assert_eq!(told[0], "log, beach.mp4");
    assert!(told[2].ends_with("+0:03 interrupted: the program ended"), "{told:?}");
    let told = listed(&mut editor, &mut lists, "jobs all failed", all());
    assert!(told[0].starts_with("1. export beach.mp4"), "{told:?}");
    let said = heard(&mut editor.state, "cancel 1", &mut lists);
    assert_eq!(said.lines, ["That cannot be done with this job now."]);
    let said = heard(&mut editor.state, "retry 1", &mut lists);
    let session = SessionChoice::Id("s-7".into());
    assert_eq!(orders(&said.effects), [&Command::Switch(session)], "it goes on where its film is");
    let said = heard(&mut editor.state, "jobs are never done by themselves", &mut lists);
    assert!(matches!(orders(&said.effects)[..], [Command::Say { .. }]), "{said:?}");
}

#[test]
fn drafts_are_compared_and_gone_back_to_by_number() {
    let mut longer = testing::promo();
    longer["t"][0]["sg"][0]["m"]["text"] = "Silver Hour".into();
    let mut editor = Editor::english(100, 40).opened().film(testing::promo()).film(longer);
    let mut lists = Listed::default();
    let asked = heard(&mut editor.state, "drafts", &mut lists);
    assert_eq!(orders(&asked.effects), [&Command::ListDrafts]);
    editor.take(Msg::Link(Update::Drafts(Arc::default())));
    let told = lists.news(&mut editor.state);
    assert!(told[0].starts_with("1. 30 s, ") && told.len() == 3, "{told:?}");
    assert!(
        told[1].ends_with("clips, T1 changed: Text: “Golden Hour” → “Silver Hour”"),
        "{told:?}"
    );
    assert_eq!(heard(&mut editor.state, "drafts", &mut lists).lines, told);
    let told = heard(&mut editor.state, "compare 1", &mut lists).lines;
    assert_eq!(told[0], "what changed from draft 1 to draft 2");
    assert!(told[1].contains("T1 changed: Text: “Golden Hour” → “Silver Hour”"), "{told:?}");
    assert_eq!(heard(&mut editor.state, "compare 2 1", &mut lists).lines, told);
    let said = heard(&mut editor.state, "compare 1 7", &mut lists);
    assert_eq!(said.lines, ["There is nothing with that number now."]);
    let said = heard(&mut editor.state, "restore 1", &mut lists);
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text.contains("1")),
        "{said:?}"
    );
    assert!(!editor.state.history.is_past());
    let said = heard(&mut editor.state, "restore 1", &mut lists);
    assert_eq!(said.lines, ["A turn runs. Wait for its end"]);
}

#[test]
fn the_session_s_files_are_found_and_put_into_the_film_by_number() {
    let names = ["beach.jpg", "calm.mp3", "pier.mp4"];
    let editor = Editor::english(100, 40).opened().film(testing::promo());
    let mut editor = editor.told(testing::media(&names));
    let mut lists = Listed::default();
    let told = heard(&mut editor.state, "files find pier", &mut lists).lines;
    assert!(told[1].starts_with("3. pier.mp4, video") && told.len() == 2, "{told:?}");
    let said = heard(&mut editor.state, "use 3 at 0:04", &mut lists);
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }]
            if text.starts_with("insert at ") && text.contains("pier.mp4")),
        "{said:?}"
    );
    let said = heard(&mut editor.state, "use 1 at 0:04", &mut lists);
    assert_eq!(said.lines, ["A turn runs. Wait for its end"]);
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let mut editor = editor;
    let said = heard(&mut editor.state, "use 2", &mut lists);
    assert!(
        matches!(orders(&said.effects)[..], [Command::Say { text, .. }] if text == "add calm.mp3"),
        "{said:?}"
    );
    let said = heard(&mut editor.state, "use 9", &mut lists);
    assert_eq!(said.lines, ["There is nothing with that number now."]);
}

#[test]
fn a_folder_is_walked_and_its_files_are_added_by_number() {
    let (mut editor, _) = opened();
    let mut lists = Listed::default();
    let said = heard(&mut editor.state, "add 2", &mut lists);
    assert!(matches!(orders(&said.effects)[..], [Command::Say { .. }]), "nothing was listed");
    let (mut editor, _) = opened();
    let said = heard(&mut editor.state, "folder", &mut lists);
    let here = editor.state.folder.clone();
    assert_eq!(said.effects, [Effect::ReadFolder(here.clone())]);
    let entry =
        |name: &str, kind| FolderEntry { name: name.into(), kind, bytes: 4096, changed_at: 0 };
    let video = EntryKind::Media(MediaKind::Video);
    let entries =
        vec![entry("raw", EntryKind::Folder), entry("a.mp4", video), entry("b.mp4", video)];
    let read = Folder { path: here.clone(), entries, is_cut: false };
    editor.take(Msg::FolderRead(here.clone(), Ok(read)));
    let told = lists.news(&mut editor.state);
    assert_eq!(told[1..3], ["1. raw/", "2. a.mp4, video, 4.1 kB"]);
    let said = heard(&mut editor.state, "add 2, 3", &mut lists);
    let paths = vec![here.join("a.mp4"), here.join("b.mp4")];
    assert_eq!(orders(&said.effects), [&Command::Upload(paths)]);
    let said = heard(&mut editor.state, "add 1", &mut lists);
    assert_eq!(said.lines, ["There is nothing with that number now."], "a folder is no file");
    let said = heard(&mut editor.state, "folder 1", &mut lists);
    assert_eq!(said.effects, [Effect::ReadFolder(here.join("raw"))]);
}

#[test]
fn words_are_found_in_the_conversation() {
    let (mut editor, _) = opened();
    let mut lists = Listed::default();
    heard(&mut editor.state, "put the BEACH first", &mut lists);
    let editor = editor.told(Update::TurnText(TurnId(1), "Done.".into()));
    let mut editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let told = heard(&mut editor.state, "chat find beach", &mut lists).lines;
    assert_eq!(told, ["You 14:02: put the BEACH first"]);
    let told = heard(&mut editor.state, "chat", &mut lists).lines;
    assert_eq!(told.last().map(String::as_str), Some("Agent 14:02: Done."));
    assert_eq!(heard(&mut editor.state, "chat find zzz", &mut lists).lines, ["not found"]);
}

#[test]
fn nothing_is_sent_elsewhere_before_it_is_agreed_to() {
    let (mut editor, mut teller) = opened();
    heard(&mut editor.state, "backend cloud", &mut Listed::default());
    let news = teller.news(&editor.state).join("\n");
    assert!(news.contains("1. ") && news.contains("2. "), "{news}");
    let said = heard(&mut editor.state, "make a film", &mut Listed::default());
    assert_eq!(orders(&said.effects), [&Command::Leave; 0]);
    let told = said.lines.join("\n");
    assert!(told.starts_with("Nothing is sent before you choose.\n1. "), "{told}");
    let left = heard(&mut editor.state, "quit", &mut Listed::default());
    assert_eq!(orders(&left.effects), [&Command::Leave], "one may also leave");
    let stayed = heard(&mut editor.state, "1", &mut Listed::default());
    assert_eq!(orders(&stayed.effects), [&Command::Leave; 0]);
    assert!(editor.state.asked.is_none());
}

#[test]
fn ctrl_c_stops_the_agent_first_and_then_leaves() {
    let (mut editor, _) = opened();
    heard(&mut editor.state, "make a film", &mut Listed::default());
    assert_eq!(orders(&interrupted(&mut editor.state).effects), [&Command::CancelTurn(TurnId(1))]);
    let mut editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Cancelled));
    assert!(interrupted(&mut editor.state).effects.contains(&Effect::Quit));
}

#[test]
fn help_names_every_action_that_works_here() {
    for (mut editor, all) in
        [(Editor::english(100, 40), "help all"), (Editor::chinese(100, 40), "帮助 全部")]
    {
        let help = heard(&mut editor.state, all, &mut Listed::default()).lines;
        for id in ["app.export", "timeline.split", "timeline.set-in", "chat.copy"] {
            assert!(help.iter().any(|line| line.starts_with(id)), "{id}: {help:#?}");
        }
        assert!(!help.iter().any(|line| line.starts_with("timeline.zoom")), "{help:#?}");
    }
    let mut editor = Editor::chinese(100, 40).opened();
    assert!(heard(&mut editor.state, "帮助", &mut Listed::default()).lines.len() > 10);
    let said = heard(&mut editor.state, "app.export", &mut Listed::default());
    assert!(matches!(orders(&said.effects)[..], [Command::Export(_)]), "{said:?}");
}

#[test]
fn files_are_told_from_wishes() {
    let (mut editor, _) = opened();
    let said = heard(&mut editor.state, "add red.jpg \"blue sky.png\"", &mut Listed::default());
    assert!(matches!(orders(&said.effects)[..], [Command::Upload(paths)] if paths.len() == 2));
    let said = heard(&mut editor.state, "add calm music", &mut Listed::default());
    assert!(matches!(orders(&said.effects)[..], [Command::Say { .. }]), "{said:?}");
}

/// The marks that a line orders to be kept: when, and how they are called.
fn kept(said: &super::Heard) -> Vec<(u64, String)> {
    let [Command::KeepMarks(marks)] = orders(&said.effects)[..] else { panic!("{said:?}") };
    marks.markers.iter().map(|marker| (marker.at.0, marker.name.clone())).collect()
}

#[test]
fn markers_are_set_told_gone_to_and_removed_by_number() {
    let mut editor = Editor::english(100, 40).promo_made();
    let mut lists = Listed::default();
    let said = heard(&mut editor.state, "mark 0:12.5 the pier", &mut lists);
    assert_eq!(kept(&said), [(12_500, "the pier".into())]);
    assert_eq!(said.lines, ["Marker at 0:12.5, the pier"]);
    heard(&mut editor.state, "mark 3", &mut lists);
    let told = heard(&mut editor.state, "markers", &mut lists).lines;
    assert_eq!(told[..2], ["1. 0:03, marker", "2. 0:12.5, the pier"]);
    let told = heard(&mut editor.state, "go marker 2", &mut lists).lines;
    assert_eq!(editor.state.timeline.playhead.0, 12_500);
    assert!(told[0].starts_with("At 0:12.5: ") && told[0].contains("V1 "), "{told:?}");
    let said = heard(&mut editor.state, "unmark 1", &mut lists);
    assert_eq!(kept(&said), [(12_500, "the pier".into())]);
    assert_eq!(editor.state.timeline.playhead.0, 12_500, "the playhead stays");
    // A number means what was listed, also when it is gone.
    let said = heard(&mut editor.state, "unmark 1", &mut lists);
    assert_eq!(said.lines, ["There is nothing with that number now."]);
    for words in ["mark the ending with a title", "go wild", "go", "picture in picture"] {
        let said = heard(&mut editor.state, words, &mut lists);
        assert!(
            editor.state.chat.turn.is_some() || !editor.state.chat.queue.is_empty(),
            "{said:?}"
        );
        assert!(said.lines.is_empty(), "{words}: {said:?}");
    }
    let mut empty = Editor::chinese(100, 40).opened();
    let told = heard(&mut empty.state, "标记列表", &mut Listed::default()).lines;
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_frame_is_saved_by_its_time_and_shown_by_the_desktop() {
    let mut editor = Editor::chinese(100, 40).promo_made();
    let mut lists = Listed::default();
    let frame = |said: &super::Heard| match orders(&said.effects)[..] {
        [Command::Export(ExportTo::Made { path, force: false, output })] => {
            (path.file_name().expect("a name").to_string_lossy().into_owned(), output.at)
        }
        _ => panic!("{said:?}"),
    };
    let said = heard(&mut editor.state, "画面 0:05.2", &mut lists);
    assert_eq!(frame(&said), ("画面-0-05-2.png".into(), Some(5_200)));
    let said = heard(&mut editor.state, "picture 0:07 pier.jpg", &mut lists);
    assert_eq!(frame(&said), ("pier.jpg".into(), Some(7_000)));
    assert_eq!(
        heard(&mut editor.state, "查看", &mut lists).lines,
        ["还没有导出过可以查看的文件。"]
    );
    let mut job = testing::job("j1", JobKind::Render, "promo", JobState::Done);
    job.path = Some("/films/画面-0-07.png".into());
    let mut editor = editor.told(Update::Job(job));
    let said = heard(&mut editor.state, "画面", &mut lists);
    assert_eq!(frame(&said).0, "画面-0-07-2.png", "the name is taken");
    for line in ["show", "查看 1"] {
        let said = heard(&mut editor.state, line, &mut lists);
        assert_eq!(said.effects, [Effect::Open("/films/画面-0-07.png".into())], "{line}");
    }
}

#[test]
fn a_frame_of_a_film_that_is_made_elsewhere_is_asked_for_as_the_preview_is() {
    let mut editor = Editor::english(100, 40).promo_made();
    editor.state.status.backend = "cloud".into();
    let mut lists = Listed::default();
    let said = heard(&mut editor.state, "picture 0:05 pier.jpg", &mut lists);
    let [Command::Preview(wish)] = orders(&said.effects)[..] else { panic!("{said:?}") };
    assert_eq!((wish.at.0, wish.width, wish.height), (5_000, 1920, 1080));
    assert_eq!(lists.wanted_picture(Wish { width: 1, ..*wish }), None, "another frame");
    let wanted = lists.wanted_picture(*wish);
    assert!(format!("{wanted:?}").contains("pier.jpg"), "{wanted:?}");
    editor.take(Msg::PictureSaved("/films/pier.jpg".into(), Ok(())));
    let told = editor.state.chat.entries.last().map(|entry| &entry.body);
    let Some(Body::Program(line)) = told else { panic!("{told:?}") };
    assert_eq!(line, "The picture is saved: /films/pier.jpg");
}
