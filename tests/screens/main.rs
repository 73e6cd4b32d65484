//! Pictures of the real screen: the program in a pseudo-terminal, worked in as a person does, and what
//! the terminal shows drawn into `docs`.
//!
//! `cargo test --test screens` draws them all, `cargo test --test screens -- screen.png` those named.
//! It is no test, so the others run without it.

mod paint;
mod palette;
mod strokes;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;

use paint::Painter;
use support::World;
use support::terminal::Terminal;

const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const TAB: &str = "\t";

/// A picture: its file, the size of the terminal, the language, and what is done before it is taken.
struct Shot {
    file: &'static str,
    size: (u16, u16),
    locale: &'static str,
    work: fn(&mut Terminal),
}

const SHOTS: &[Shot] = &[
    Shot { file: "screen.png", size: (120, 36), locale: "C.UTF-8", work: promo },
    Shot { file: "screen-80x24.png", size: (80, 24), locale: "C.UTF-8", work: small },
    Shot { file: "screen-zh.png", size: (120, 36), locale: "zh_CN.UTF-8", work: chinese },
];

const SENTENCE: &str =
    "make a 20-second promo with music, crossfades and the title \"Golden Hour\"";

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    let samples = World::new();
    samples.run(&["demo", "--make", "samples"]).assert_code(0);
    let mut painter = Painter::new();
    for shot in
        SHOTS.iter().filter(|shot| wanted.is_empty() || wanted.iter().any(|name| name == shot.file))
    {
        let world = World::new();
        copy(&samples.path("samples"), &world.path("home/data/demo"));
        let variables =
            [("LC_ALL", shot.locale), ("COLORTERM", "truecolor"), ("CUTROOM_TIMING_SCALE", "1")];
        let mut terminal = Terminal::start_sized(&world, &["demo"], &variables, shot.size);
        (shot.work)(&mut terminal);
        painter
            .draw(&terminal.cells())
            .save(Path::new("docs").join(shot.file))
            .expect("docs is there");
    }
}

/// The samples where `demo` looks for them, so that none waits for them to be made.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is ours");
    for file in std::fs::read_dir(from).expect("the samples").flatten() {
        std::fs::copy(file.path(), to.join(file.file_name())).expect("the folder is ours");
    }
}

/// What is shown first of all.
fn promo(terminal: &mut Terminal) {
    make(terminal, "● connected", SENTENCE, "T1");
    to_the_picture(terminal);
}

/// The same at the size that most terminals begin with.
fn small(terminal: &mut Terminal) {
    make(terminal, "● connected", SENTENCE, "T1");
    terminal.send(TAB);
    terminal.wait_for("+-");
    terminal.send("g5\r");
    terminal.wait_for("00:00:05:00");
}

/// In Chinese, from the locale to the request.
fn chinese(terminal: &mut Terminal) {
    make(terminal, "● 已连接", "做一个20秒的宣传片，加轻快的音乐和交叉淡化，标题“黄金时刻”", "T1");
    to_the_picture(terminal);
}

/// Waits for the samples, and says what is to be done with them.
fn make(terminal: &mut Terminal, connected: &str, sentence: &str, made: &str) {
    terminal.wait_for(connected);
    terminal.send(F3);
    terminal.wait_for("theme.wav");
    terminal.send(F2);
    terminal.say(sentence);
    terminal.wait_for(made);
}

/// The timeline has the keys, the picture of its sixth second is shown, and an export runs.
fn to_the_picture(terminal: &mut Terminal) {
    terminal.send(TAB);
    terminal.wait_for("+-");
    terminal.send("g6\r");
    terminal.wait_for("00:00:06:00");
    terminal.wait_until("the picture", |screen| screen.matches('▀').count() > 200);
    terminal.send("e");
    terminal.wait_until("how far the export is", |screen| screen.contains('█'));
}
