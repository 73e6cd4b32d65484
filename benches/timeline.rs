//! What a key costs on a film of 20,000 segments: the update and the frame after it.
//!
//! `cargo bench --bench timeline` prints, for each film, size and zoom, the CPU time of a key, and the
//! median and the slowest of many by the clock; and the same of steps that trim a clip, after which the film that
//! is expected is drawn. Buffers are compared as for a terminal, but nothing is
//! written to one. The limit is 4 ms; on a machine that does other work the CPU time is the true one.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement ends where it fails")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use cutroom::app::{Backends, Look, Msg, Now, Setup, State, Waveform, update};
use cutroom::draft::{Draft, Kind, Millis, Segment, SegmentId, Track};
use cutroom::language::Language;
use cutroom::link::{Backend, Update};
use cutroom::store::profile::{self, Profile};
use cutroom::ui::view;
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use url::Url;

const SEGMENTS: u64 = 20_000;
const KEYS: usize = 200;
const SIZES: [Size; 2] = [Size { width: 120, height: 40 }, Size { width: 300, height: 100 }];
/// Steps of the zoom in: none is the whole film, some end between, many at single frames.
const ZOOMS: [(&str, usize); 4] = [("whole film", 0), ("closer", 4), ("close", 9), ("frames", 30)];

fn main() {
    println!("film                size      zoom             CPU ms  median ms  slowest ms");
    let films = [
        ("one track", film(1, SEGMENTS)),
        ("forty tracks", film(40, SEGMENTS)),
        ("forty long sounds", film(40, 40)),
    ];
    for (name, film) in films {
        for size in SIZES {
            for (zoom, steps) in ZOOMS {
                measure(name, &film, size, zoom, steps, &WALK);
            }
            measure(name, &film, size, "steps of trim", 9, &TRIM);
        }
    }
}

const WALK: [KeyCode; 5] =
    [KeyCode::Right, KeyCode::Down, KeyCode::PageDown, KeyCode::Up, KeyCode::PageUp];
/// Two frames shorter, and back to none.
const TRIM: [KeyCode; 4] =
    [KeyCode::Char('('), KeyCode::Char('('), KeyCode::Char(')'), KeyCode::Char(')')];

fn measure(name: &str, film: &Arc<Draft>, size: Size, zoom: &str, steps: usize, keys: &[KeyCode]) {
    let mut state = editor(size);
    press(&mut state, KeyCode::Tab);
    update(&mut state, Msg::Link(Update::Draft(film.clone())), Now::default());
    for place in 0..40 {
        state.pictures.waveforms.insert(format!("sound-{place}.wav"), sound());
    }
    // In the middle of the film, between two edit points.
    state.timeline.playhead = Millis(film.duration().0 / 2 + 70);
    for _ in 0..steps {
        press(&mut state, KeyCode::Char('+'));
    }
    let mut buffer = Buffer::empty(Rect::from(size));
    // The most that can be marked: as after a turn that made all of it. A key takes the marks away, once;
    // here they are drawn with every frame.
    state.timeline.show_changes(None);
    let mut changed = std::mem::take(&mut state.timeline.changed);
    let before = cpu_time();
    let mut times: Vec<Duration> = keys
        .iter()
        .cycle()
        .take(KEYS)
        .map(|key| {
            let began = Instant::now();
            press(&mut state, *key);
            std::mem::swap(&mut state.timeline.changed, &mut changed);
            buffer.reset();
            let _ = view(&state, &mut buffer);
            std::mem::swap(&mut state.timeline.changed, &mut changed);
            began.elapsed()
        })
        .collect();
    let cpu = (cpu_time() - before).as_secs_f64() * 1000.0 / KEYS as f64;
    times.sort_unstable();
    let [median, slowest] =
        [times[times.len() / 2], times[times.len() - 1]].map(|time| time.as_secs_f64() * 1000.0);
    let size = format!("{}x{}", size.width, size.height);
    println!("{name:<20}{size:<10}{zoom:<14}{cpu:>9.2}{median:>11.2}{slowest:>12.2}");
}

/// The time that this thread has had a processor.
fn cpu_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}

fn press(state: &mut State, code: KeyCode) {
    update(state, Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)), Now::default());
}

/// Three hours on so many tracks, every second one of them sound, or all where there is one segment on
/// each.
fn film(tracks: u64, segments: u64) -> Arc<Draft> {
    let each = segments / tracks;
    let length = 10_800_000 / each;
    let tracks = (0..tracks).map(|place| {
        let sounds = each == 1 || (tracks > 1 && place % 2 == 1);
        let mut track = Track::new(if sounds { Kind::Audio } else { Kind::Video });
        let segments = (0..each).map(|number| {
            let id = SegmentId::new(format!("s{place}-{number}"));
            let mut segment = Segment::new(id, Millis(number * length), Millis(length));
            segment.source = Some(format!("sound-{place}.wav"));
            segment.source_in = Millis(number * length);
            segment
        });
        track.segments.extend(segments);
        track
    });
    Arc::new(Draft { tracks: tracks.collect(), ..Draft::default() })
}

/// Three hours, fifty to a second.
fn sound() -> Arc<Waveform> {
    let peaks = (0..540_000_u32).map(|place| u8::try_from(place % 256).unwrap());
    Arc::new(Waveform::new(Millis(20), peaks.collect()))
}

fn editor(size: Size) -> State {
    let address: Url = "https://films.invalid".parse().unwrap();
    let cloud =
        Backend::Remote { name: "cloud".into(), url: address.clone(), web: address, token: None };
    let profile =
        Profile::load(profile::DEFAULT, profile::Origin::default(), Language::English).unwrap();
    State::new(Setup {
        language: Language::English,
        profile,
        backend: "studio".into(),
        backends: Backends { cloud, agreed: false, decided: None },
        now: Now::default(),
        zone: TimeZone::UTC,
        size,
        files: Vec::new(),
        folder: PathBuf::new(),
        output: PathBuf::new(),
        home: None,
        look: Look::default(),
        keymap: Default::default(),
        hints: cutroom::app::Hints::Off,
    })
}
