//! Films and scenes as one line of ASCII.
//!
//! `[a.jpg bikes.mp4] 9:16 V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 / A1 calm 0-10000 35% / T1 "Hi" 0-3000`
//!
//! In brackets the session's files; then the shape, unless it is 16:9; then the tracks. Behind a
//! piece: `x500` a crossfade of 500 ms at its start (`wipe left:500` another kind), `@2000` its in point, `35%` its
//! loudness, `in1000`, `out1000` its fades, `^` and `_` words at the top and bottom. The fade that
//! music ends with by itself is not written. `*2` is a speed; effects and a fit stand by their names.

use std::collections::HashMap;

use crate::api::wire::{FileType, MediaKind};
use crate::draft::{
    Backing, Colour, Draft, Fit, Fx, Generated, Inset, Kind, Millis, Mood, Segment, SegmentId,
    TextPlace, TextStyle, Track, Transition, TransitionKind, segment_label,
};
use crate::studio::agent::Scene;
use crate::studio::media::{Cue, Media, Subtitles};

/// Files and how long they play; pictures are not listed.
const LENGTHS: [(&str, u64); 6] = [
    ("bikes.mp4", 10_000),
    ("bunny.mp4", 6_000),
    ("silent.mp4", 4_000),
    ("海边.mp4", 8_000),
    ("song.mp3", 12_000),
    ("long.mp3", 60_000),
];

pub fn scene(line: &str) -> Scene {
    let (files, tracks) =
        line.strip_prefix('[').and_then(|rest| rest.split_once(']')).expect("files in brackets");
    let media = files.split_whitespace().map(media).collect();
    let mut draft = Draft::default();
    let mut tracks = tracks.trim();
    for (shape, width, height) in [("9:16", 1080, 1920), ("1:1", 1080, 1080), ("4:5", 1080, 1350)] {
        if let Some(rest) = tracks.strip_prefix(shape) {
            (draft.canvas.width, draft.canvas.height) = (width, height);
            tracks = rest.trim();
        }
    }
    let mut number = 0;
    for track in tracks.split(" / ").filter(|track| !track.is_empty()) {
        draft.tracks.push(read_track(track, &mut number));
    }
    Scene { draft, media, subtitles: subtitles(), ..Scene::default() }
}

/// What the files of subtitles say.
fn subtitles() -> HashMap<String, Subtitles> {
    let cue = |start, end, words: &str| Cue {
        start: Millis(start),
        end: Millis(end),
        words: words.to_owned(),
    };
    let talk = vec![cue(0, 2000, "Hello"), cue(2000, 4000, "and welcome")];
    let long = vec![
        cue(1000, 3000, "One"),
        cue(2000, 4000, "Two"),
        cue(2000, 5000, "both"),
        cue(9000, 12_000, "Three"),
        cue(20_000, 22_000, "Four"),
    ];
    let late = vec![cue(60_000, 61_000, "Late")];
    let all = [
        ("talk.srt", talk, 0),
        ("long.vtt", long, 2),
        ("late.srt", late, 0),
        ("bad.srt", vec![], 1),
    ];
    all.map(|(name, cues, unread)| (name.to_owned(), Subtitles { cues, unread })).into()
}

fn media(name: &str) -> Media {
    let kind = FileType::of_name(name).expect("a known type").kind();
    let length = LENGTHS.iter().find(|(file, _)| *file == name).map(|(_, length)| Millis(*length));
    Media {
        name: name.to_owned(),
        path: name.into(),
        kind,
        bytes: 1,
        duration: length,
        width: Some(1920),
        height: Some(1080),
        fps: None,
        has_audio: kind == MediaKind::Audio || (kind == MediaKind::Video && name != "silent.mp4"),
        hash: String::new(),
    }
}

fn read_track(line: &str, number: &mut u32) -> Track {
    let (label, pieces) = line.split_once(' ').expect("a label and pieces");
    let kind = match &label[..1] {
        "V" => Kind::Video,
        "A" => Kind::Audio,
        _ => Kind::Text,
    };
    let mut track = Track::new(kind);
    for piece in pieces.split(" | ") {
        *number += 1;
        track.segments.push(read_piece(piece, kind, SegmentId::new(format!("s{number}"))));
    }
    track
}

fn read_piece(piece: &str, kind: Kind, id: SegmentId) -> Segment {
    let (name, rest) = match piece.strip_prefix('"') {
        Some(quoted) => quoted.split_once("\" ").expect("a closed quote"),
        None => piece.split_once(' ').expect("a name and a time"),
    };
    let mut words = rest.split(' ');
    let (start, end) = words.next().and_then(|span| span.split_once('-')).expect("start-end");
    let ms = |digits: &str| Millis(digits.parse().expect("milliseconds"));
    let mut segment = Segment::new(id, ms(start), ms(end) - ms(start));
    match (kind, Mood::from_name(name)) {
        (Kind::Text, _) => segment.text = Some(name.into()),
        (Kind::Audio, Some(mood)) => {
            segment.name = Some(name.into());
            segment.generated = Some(Generated::Music { mood, seed: 1, tempo: None, whole: None });
        }
        _ if name.starts_with("bg#") => {
            let mut colours = name.split('#').skip(1);
            let mut colour = || Colour::from_hex(&format!("#{}", colours.next()?));
            let from = colour().expect("a colour");
            segment.generated = Some(Generated::Background { from, to: colour().unwrap_or(from) });
        }
        _ => segment.source = Some(name.into()),
    }
    if kind == Kind::Audio {
        segment.fade_out = Millis(2000.min(segment.duration.0 / 4));
    }
    words.for_each(|word| read_detail(&mut segment, word));
    segment
}

fn read_detail(segment: &mut Segment, word: &str) {
    let ms = |digits: &str| Millis(digits.parse().expect("milliseconds"));
    match word {
        "^" => segment.text_style.place = TextPlace::Top,
        "_" => segment.text_style.place = TextPlace::Bottom,
        _ if word.starts_with("pip=") => {
            let parts: Vec<&str> = word[4..].split(',').collect();
            let number = |place: usize| parts[place].parse().expect("percent");
            let place = TextPlace::from_name(&parts[0].replace('-', " ")).expect("a place");
            segment.inset = Some(Inset { place, size: number(1), opacity: number(2) });
        }
        _ if word.starts_with("duck") => {
            segment.ducking = Some(word[4..].parse().expect("decibels"));
        }
        "outline" => segment.text_style.backing = Backing::Outline,
        _ if word.starts_with("size") => {
            segment.text_style.size = word[4..].parse().expect("percent");
        }
        _ if word.starts_with('#') => segment.text_style.colour = Colour::from_hex(word),
        _ if TextPlace::from_name(&word.replace('-', " ")).is_some() => {
            segment.text_style.place = TextPlace::from_name(&word.replace('-', " ")).unwrap();
        }
        "cover" => segment.fit = Fit::Cover,
        "contain" => segment.fit = Fit::Contain,
        _ if word.starts_with("on#") => {
            segment.fit = Fit::Over(Colour::from_hex(&word[2..]).expect("a colour"));
        }
        _ if word.starts_with("bpm") => {
            if let Some(Generated::Music { tempo, .. }) = &mut segment.generated {
                *tempo = word[3..].parse().ok();
            }
        }
        "pan-right" => segment.effects.push(Fx::named("pan right")),
        "backwards" => segment.reversed = true,
        "zoom-in" => segment.effects.push(Fx::named("zoom in")),
        "grayscale" | "sepia" | "blur" => segment.effects.push(Fx::named(word)),
        _ if word.starts_with(char::is_alphabetic) && word.contains(':') => {
            let (name, amount) = word.split_once(':').expect("a colon");
            segment.effects.push(Fx::by(name, amount.parse().expect("an amount")));
        }
        _ if word.starts_with('*') => segment.speed = word[1..].parse().expect("a speed"),
        _ if word.starts_with('x') => {
            let duration = ms(&word[1..]);
            segment.transition = Some(Transition { kind: TransitionKind::crossfade(), duration });
        }
        _ if word.starts_with('@') => segment.source_in = ms(&word[1..]),
        _ if word.starts_with("in") => segment.fade_in = ms(&word[2..]),
        _ if word.starts_with("out") => segment.fade_out = ms(&word[3..]),
        _ => {
            let percent: f64 = word.trim_end_matches('%').parse().expect("a percent");
            segment.volume = Some(percent / 100.0);
        }
    }
}

/// The film as a line.
pub fn film(draft: &Draft) -> String {
    let shape = match (draft.canvas.width, draft.canvas.height) {
        (1920, 1080) => "",
        (1080, 1920) => "9:16 ",
        (1080, 1080) => "1:1 ",
        (1080, 1350) => "4:5 ",
        (1280, 720) => "720p ",
        (3840, 2160) => "4K ",
        _ => "? ",
    };
    let tracks = draft.tracks.iter().enumerate().filter(|(_, track)| !track.segments.is_empty());
    let tracks: Vec<String> = tracks
        .map(|(place, track)| {
            let pieces: Vec<String> =
                track.segments.iter().map(|segment| piece(track.kind, segment)).collect();
            let label = draft.track_label(place);
            let loud = track.volume.map(|loud| format!("({:.0}%)", loud * 100.0));
            format!("{label}{} {}", loud.unwrap_or_default(), pieces.join(" | "))
        })
        .collect();
    let loud = draft.loudness.map(|loud| format!("{loud}LUFS ")).unwrap_or_default();
    let rate = draft.canvas.rate.as_f64();
    let rate = if (rate - 30.0).abs() > 0.001 { format!("{rate:.0}fps ") } else { String::new() };
    format!("{shape}{rate}{loud}{}", tracks.join(" / ")).trim().to_owned()
}

fn piece(kind: Kind, segment: &Segment) -> String {
    let label = match segment.generated.as_ref().and_then(Generated::colours) {
        Some((from, to)) if from == to => format!("bg{}", from.to_hex()),
        Some((from, to)) => format!("bg{}{}", from.to_hex(), to.to_hex()),
        None => segment_label(segment),
    };
    let name = if kind == Kind::Text { format!("\"{label}\"") } else { label };
    let mut line = format!("{name} {}-{}", segment.start.0, segment.end().0);
    let mut say = |word: String| line.push_str(&format!(" {word}"));
    if let Some(found) = &segment.transition {
        let kind =
            if found.kind.0 == "crossfade" { "x".to_owned() } else { format!("{}:", found.kind.0) };
        say(format!("{kind}{}", found.duration.0));
    }
    if !segment.source_in.is_zero() {
        say(format!("@{}", segment.source_in.0));
    }
    if let Some(Generated::Music { tempo: Some(beats), .. }) = segment.generated {
        say(format!("bpm{beats}"));
    }
    if segment.reversed {
        say("backwards".into());
    }
    if !segment.fade_in.is_zero() {
        say(format!("in{}", segment.fade_in.0));
    }
    let usual =
        if kind == Kind::Audio { Millis(2000.min(segment.duration.0 / 4)) } else { Millis::ZERO };
    if segment.fade_out != usual {
        say(format!("out{}", segment.fade_out.0));
    }
    if let Some(volume) = segment.volume {
        say(format!("{}%", (volume * 100.0).round()));
    }
    if let Some(by) = segment.ducking {
        say(format!("duck{by}"));
    }
    if (segment.speed - 1.0).abs() > f64::EPSILON {
        say(format!("*{}", segment.speed));
    }
    for effect in &segment.effects {
        let amount = effect.amount.map(|amount| format!(":{amount}")).unwrap_or_default();
        say(format!("{}{amount}", effect.name));
    }
    match segment.fit {
        Fit::Blur => {}
        Fit::Cover => say("cover".into()),
        Fit::Contain => say("contain".into()),
        Fit::Over(colour) => say(format!("on{}", colour.to_hex())),
    }
    if let Some(inset) = segment.inset {
        let place = inset.place.name().replace(' ', "-");
        say(format!("pip={place},{},{}", inset.size, inset.opacity));
    }
    match segment.text_style.place {
        TextPlace::Centre => {}
        TextPlace::Top => say("^".into()),
        TextPlace::Bottom => say("_".into()),
        place => say(place.name().replace(' ', "-")),
    }
    look(&segment.text_style).into_iter().for_each(say);
    line
}

/// What is unusual about words.
fn look(style: &TextStyle) -> Vec<String> {
    let usual = TextStyle::at(style.place);
    let mut found = Vec::new();
    let mut say = |differs: bool, word: String| found.extend(differs.then_some(word));
    say(style.size != usual.size, format!("size{}", style.size));
    say(style.colour.is_some(), style.colour.map(Colour::to_hex).unwrap_or_default());
    say(style.weight != usual.weight, style.weight.name().into());
    say(style.italic, "italic".into());
    let of = style.backing_colour.map(Colour::to_hex).unwrap_or_default();
    say(style.backing != usual.backing || !of.is_empty(), format!("{}{of}", style.backing.name()));
    say(style.entrance != usual.entrance, format!("in={}", style.entrance.name()));
    say(style.exit != usual.exit, format!("out={}", style.exit.name()));
    found
}

#[test]
fn a_line_is_the_same_after_reading_and_writing() {
    let line = "9:16 V1 a.jpg 0-5000 | bikes.mp4 5000-9000 x500 @2000 in1000 50% / A1 calm 0-9000 35% / T1 \"Hi you\" 0-3000 _";
    assert_eq!(film(&scene(&format!("[a.jpg bikes.mp4] {line}")).draft), line);
}
