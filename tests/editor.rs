//! The editor in a pseudo-terminal, as a person uses it.

mod support;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use ratatui::style::Style;
use support::World;
use support::terminal::Terminal;

const CTRL_O: &str = "\x0f";
const CTRL_Q: &str = "\x11";

#[test]
fn from_pictures_to_a_film_in_the_editor() {
    let world = World::new();
    let red = world.picture("red one.jpg", "red", "320x240");
    world.picture("green.png", "green", "320x240");
    let mut terminal = Terminal::start(&world, &["green.png"], 120, 36);
    terminal.wait_for("connected");
    terminal.wait_for("green.png");
    terminal.paste(&format!("'{}'", red.display()));
    terminal.wait_for("red one.jpg");
    terminal.say("make a 2 second video with music and the title \"Hello\"");
    terminal.wait_until("the tracks", |screen| {
        ["V1", "A1", "T1", "timeline  2 s"].iter().all(|words| screen.contains(words))
    });
    terminal.say("export");
    terminal.wait_until("the saved file", |screen| screen.contains(".mp4"));
    let out = world.path("out");
    terminal.wait_until("the film on disk", |_| {
        std::fs::read_dir(&out).is_ok_and(|mut files| {
            files.any(|file| {
                file.is_ok_and(|file| file.path().extension().is_some_and(|end| end == "mp4"))
            })
        })
    });
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_file_is_found_in_the_list_of_files_and_put_where_the_playhead_is() {
    let world = World::new();
    world.picture("green.png", "green", "320x240");
    std::fs::create_dir(world.path("holiday")).expect("ours");
    world.picture("holiday/red beach.jpg", "red", "320x240");
    world.picture("holiday/blue pier.jpg", "blue", "320x240");
    let mut terminal = Terminal::start(&world, &["green.png"], 120, 36);
    terminal.wait_for("connected");
    terminal.wait_for("green.png");
    terminal.say("make a 4 second video");
    terminal.wait_for("V1");
    terminal.send(CTRL_O);
    terminal.wait_for("holiday/");
    terminal.send("hol\r");
    terminal.wait_until("the folder", |screen| {
        screen.contains("red beach.jpg") && screen.contains("blue pier.jpg")
    });
    terminal.send("rdb");
    terminal.wait_until("what fits", |screen| !screen.contains("blue pier.jpg"));
    terminal.send("\r");
    let in_media =
        |screen: &str| !screen.contains("add files") && screen.contains("picture red beach.jpg");
    terminal.wait_until("the file among the media", in_media);
    // The media pane; its second file.
    terminal.send("\x1bOR");
    terminal.wait_for("at playhead");
    terminal.send("jA");
    terminal.wait_for("insert at 0s the file “red beach.jpg”");
    terminal.wait_for("timeline  9 s");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

#[test]
fn the_next_start_offers_the_last_session() {
    let world = World::new();
    world.picture("a.png", "red", "320x240");
    let mut first = Terminal::start(&world, &["a.png"], 100, 30);
    first.wait_for("a.png");
    first.say("make a 3 second video with the title \"Harbour\"");
    first.wait_for("T1");
    first.send(CTRL_Q);
    first.wait_for_exit();
    let mut second = Terminal::start(&world, &[], 100, 30);
    second.wait_for("connected");
    second.wait_for("Harbour");
    second.send("\x12");
    second.wait_until("the film and the words from before", |screen| {
        ["T1", "V1", "make a 3 second video"].iter().all(|words| screen.contains(words))
    });
    second.send(CTRL_Q);
    second.wait_for_exit();
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT] {
        let world = World::new();
        let mut terminal = Terminal::start(&world, &[], 80, 24);
        terminal.wait_for("connected");
        kill(Pid::from_raw(terminal.pid()), signal).expect("it runs");
        let code = terminal.wait_for_exit();
        assert_eq!(code, 128 + signal as u32, "{signal}");
        terminal.assert_given_back();
    }
}

#[test]
fn a_refused_file_is_told_in_the_chat_and_nothing_else_is_lost() {
    let world = World::new();
    std::fs::write(world.path("notes.txt"), "words").expect("ours");
    let mut terminal = Terminal::start(&world, &["notes.txt"], 100, 30);
    terminal.wait_for("type that cannot be used");
    terminal.send("still here");
    terminal.wait_for("still here");
}

#[test]
fn the_editor_bears_any_size() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[], 80, 24);
    terminal.wait_for("connected");
    for (columns, rows) in [(1, 1), (300, 100), (40, 12), (2, 50), (80, 24)] {
        terminal.resize(columns, rows);
    }
    terminal.send("hello");
    terminal.wait_for("hello");
    terminal.send(CTRL_Q);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

/// Not a test of its own: what [`a_panic_gives_the_terminal_back_and_is_told`] runs in a terminal.
#[test]
fn a_screen_that_panics() {
    if std::env::var_os(PANICS).is_none() {
        return;
    }
    cutroom::terminal::restore_on_panic();
    let mut screen = cutroom::terminal::Screen::take().expect("a terminal");
    screen
        .draw(false, false, None, None, |buffer| {
            buffer.set_string(0, 0, "drawn", Style::new());
            None
        })
        .expect("a frame");
    screen.set_title("42 % - film").expect("a title");
    screen.show_progress(cutroom::terminal::Progress::Percent(42)).expect("progress");
    panic!("the reason in words");
}

/// Set where the test above is to do its work.
const PANICS: &str = "CUTROOM_TEST_PANICS";

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let world = World::new();
    let this = std::env::current_exe().expect("a test is a program");
    let arguments = ["--exact", "a_screen_that_panics", "--nocapture", "--test-threads=1"];
    let mut terminal = Terminal::start_program(&world, &this, &arguments, &[(PANICS, "1")]);
    assert_ne!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
    assert!(terminal.raw().contains("drawn"), "it was on the screen before");
    assert!(terminal.screen().contains("the reason in words"), "{}", terminal.screen());
    let raw = terminal.raw();
    let after =
        |bytes: &str| raw.rfind(bytes).unwrap_or_else(|| panic!("never written: {bytes:?}"));
    assert!(after("\x1b]9;4;1;42") < after("\x1b]9;4;0;0"), "the progress is taken away");
    assert!(after("42 % - film") < after("\x1b[23;0t"), "the shell's title is back");
}

#[test]
fn two_editors_on_one_film_know_of_each_other_and_lose_nothing() {
    let world = World::new();
    world.picture("a.png", "red", "320x240");
    let mut first = Terminal::start(&world, &["a.png"], 100, 30);
    first.wait_for("a.png");
    first.say("make a 3 second video with the title \"Harbour\"");
    first.wait_for("T1");
    let mut second = Terminal::start(&world, &["--session", "last"], 100, 30);
    second.wait_for("also open in another");
    second.say("change the title to \"Lighthouse\"");
    second.wait_for("T1       │~ Lighthouse");
    second.send(CTRL_Q);
    assert_eq!(second.wait_for_exit(), 0);
    first.say("add calm music");
    first.wait_until("both changes", |screen| {
        let title = ["│Lighthouse", "│~ Lighthouse"].iter().any(|title| screen.contains(title));
        title && screen.contains("A1")
    });
    first.send(CTRL_Q);
    assert_eq!(first.wait_for_exit(), 0);
}

#[test]
fn chinese_on_the_screen_and_in_the_request() {
    let world = World::new();
    world.picture("日落.png", "red", "320x240");
    let mut terminal = Terminal::start_with(&world, &["日落.png"], &[("LC_ALL", "zh_CN.UTF-8")]);
    terminal.wait_for("已连接");
    terminal.say("做一个3秒的视频，标题“港口”");
    terminal.wait_until("时间线", |screen| {
        screen.contains("│+ 港口") && screen.contains("│+ 日落.png")
    });
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
}

/// What lies over the picture takes it away, and the cells that it was kept in are written anew.
#[test]
fn sixels_go_when_something_is_laid_over_them_and_come_back() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let mut terminal = Terminal::start(&world, &["red.png"], 120, 36);
    terminal.wait_until("the first frame", |screen| !screen.trim().is_empty());
    terminal.send("\x1b[0n\x1b[6;20;10t\x1b[?62;4;22c");
    terminal.wait_for("red.png");
    terminal.say("make a 2 second video");
    terminal.wait_for("timeline  2 s");
    terminal.wait_for_bytes("\x1bP0;1;0q");
    let before = terminal.raw().matches("\x1bP0;1;0q").count();
    let shown = terminal.raw().len();
    terminal.send("\x10");
    terminal.wait_until("the list of everything", |screen| screen.contains("Esc"));
    // Save the cursor, plain style, and spaces in the first of the picture's rows.
    let behind = terminal.raw()[shown..].to_owned();
    let blanked = behind.find("\x1b7\x1b[0m\x1b[").expect("the cells are written anew");
    let row: String =
        behind[blanked..].split_once('H').expect("a place").1.chars().take(40).collect();
    assert_eq!(row, " ".repeat(40));
    terminal.send("\x1b");
    terminal.send("\x1b[0n");
    terminal.wait_for_bytes_times("\x1bP0;1;0q", before + 1);
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

/// F9, four times to the right, Enter.
#[test]
fn what_a_film_becomes_is_chosen_on_a_sheet() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let mut terminal = Terminal::start(&world, &["red.png"], 120, 36);
    terminal.wait_for("red.png");
    terminal.say("make a 1 second video");
    terminal.wait_for("timeline  1 s");
    terminal.send("\x1b[20~");
    terminal.wait_for("[mp4]");
    terminal.wait_for(", made in ");
    terminal.send("\x1b[C\x1b[C\x1b[C\x1b[C");
    terminal.wait_for("[gif]");
    terminal.send("\r");
    terminal.wait_until("the saved file", |screen| {
        screen.contains(".gif") && !screen.contains("[gif]")
    });
    let out = world.path("out");
    let is_gif = |file: &std::fs::DirEntry| {
        std::fs::read(file.path()).is_ok_and(|bytes| bytes.starts_with(b"GIF89a"))
    };
    let saved = || std::fs::read_dir(&out).into_iter().flatten().filter_map(Result::ok);
    terminal.wait_until("the picture", |_| saved().any(|file| is_gif(&file)));
    let names: Vec<_> =
        saved().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    assert!(matches!(&names[..], [name] if name.ends_with(".gif")), "{names:?}");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
}

/// xterm answers no question for sizes in pixels unless it is allowed to, and tells them to the line.
#[test]
fn the_size_of_a_cell_is_taken_from_the_line_where_the_terminal_does_not_say_it() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let mut terminal = Terminal::start(&world, &["red.png"], 120, 36);
    terminal.wait_until("the first frame", |screen| !screen.trim().is_empty());
    terminal.measure((120, 36), (1200, 720));
    terminal.send("\x1b[0n\x1b[?62;4;22c");
    terminal.wait_for("red.png");
    terminal.say("make a 2 second video");
    terminal.wait_for("timeline  2 s");
    terminal.wait_for_bytes("\x1bP0;1;0q");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
}

/// A terminal that says that it takes pictures in pixels, and answers at once.
#[test]
fn a_picture_in_pixels_is_sent_once_and_dropped_at_the_end() {
    let world = World::new();
    world.picture("red.png", "red", "320x240");
    let mut terminal = Terminal::start(&world, &["red.png"], 120, 36);
    terminal.wait_until("the first frame", |screen| !screen.trim().is_empty());
    terminal.send("\x1b[0n\x1b[6;20;10t\x1b_Gi=31;OK\x1b\\\x1b[?62;22c");
    terminal.wait_for("red.png");
    terminal.say("make a 2 second video with music and the title \"Hello\"");
    terminal.wait_for("timeline  2 s");
    terminal.wait_for_bytes("m=0;");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.assert_given_back();
    let raw = terminal.raw();
    let places = |bytes: &str| raw.match_indices(bytes).map(|(at, _)| at).collect::<Vec<_>>();
    let (sent, dropped) = (places("\x1b_Ga=T,q=2,f=100"), places("\x1b_Ga=d,d=I"));
    assert_eq!(sent.len(), 1, "it has not changed");
    let left = places("\x1b[?1049l");
    assert!(dropped.iter().any(|at| sent[0] < *at && *at < left[0]), "{dropped:?} {left:?}");
}
