//! One line about one thing that changed, in either language.

use crate::draft::{
    Canvas, Difference, Generated, Inset, Kind, Millis, Mood, Segment, TrackDifference, Transition,
    differences, segment_label,
};

use super::super::Language;
use super::film::{self, quoted};
use super::{effects, lettering};
use Language::{Chinese, English};

/// What a line tells.
#[derive(Debug, Clone)]
pub enum Line<'a> {
    /// The shape of the picture.
    Canvas(Canvas, Canvas),
    /// How loud the whole is to be.
    Loudness(Option<f64>, Option<f64>),
    /// What the film is called.
    Title(Option<&'a str>, Option<&'a str>),
    /// Something about a lane.
    Track(&'a str, &'a TrackDifference),
    /// A piece that was not there.
    Added(Kind, &'a Segment),
    /// Several of them.
    ManyAdded(Vec<&'a Segment>),
    /// A piece that is no longer there.
    Removed(Kind, &'a Segment),
    /// Several of them.
    ManyRemoved(Kind, Vec<&'a Segment>),
    /// One for another.
    Replaced(Kind, &'a Segment, &'a Segment),
    /// Something about a piece.
    Changed(Kind, &'a str, &'a Difference),
    /// The same thing about several.
    ManyChanged(Counted<'a>),
}

/// Changes of one sort.
#[derive(Debug, Clone)]
pub struct Counted<'a> {
    /// On which kind of track.
    pub kind: Kind,
    /// What became different about each.
    pub differences: Vec<&'a Difference>,
}

impl Line<'_> {
    /// The line in words.
    pub fn tell(&self, language: Language) -> String {
        match self {
            Self::Canvas(from, to) => film::canvas(*from, *to, language),
            Self::Loudness(from, to) => film::loudness(*from, *to, language),
            Self::Title(from, to) => film::title(*from, *to, language),
            Self::Track(label, difference) => film::track(label, difference, language),
            Self::Added(kind, segment) => added(*kind, segment, language),
            Self::ManyAdded(segments) => many_added(segments, language),
            Self::Removed(kind, segment) => removed(*kind, segment, language),
            Self::ManyRemoved(kind, segments) => many_removed(*kind, segments, language),
            Self::Replaced(kind, was, now) => replaced(*kind, was, now, language),
            Self::Changed(kind, label, difference) => changed(*kind, label, difference, language),
            Self::ManyChanged(counted) => many_changed(counted, language),
        }
    }
}

fn added(kind: Kind, segment: &Segment, language: Language) -> String {
    let noun = noun(kind, segment, language);
    let details = details(kind, segment, language);
    match language {
        English => format!("{} added: {details}", capital(noun)),
        Chinese => format!("添加{noun}：{details}"),
    }
}

fn removed(kind: Kind, segment: &Segment, language: Language) -> String {
    let (noun, name) = (noun(kind, segment, language), name(kind, segment, language));
    let (comma, span) = (comma(language), span(segment, language));
    match language {
        English => format!("{} removed: {name}{comma}{span}", capital(noun)),
        Chinese => format!("删除{noun}：{name}{comma}{span}"),
    }
}

fn replaced(kind: Kind, was: &Segment, now: &Segment, language: Language) -> String {
    let music = if was.generated.is_some() { was } else { now };
    let (noun, was) = (noun(kind, music, language), name(kind, was, language));
    let now = details(kind, now, language);
    match language {
        English => format!("{}: {was} → {now}", capital(noun)),
        Chinese => format!("{noun}：{was} → {now}"),
    }
}

/// Name, time, loudness, and how it begins and ends.
pub fn details(kind: Kind, segment: &Segment, language: Language) -> String {
    let mut parts = vec![name(kind, segment, language), span(segment, language)];
    if !segment.effects.is_empty() {
        parts.push(effects::list(&segment.effects, language));
    }
    parts.extend(segment.inset.map(|inset| lettering::inset(inset, language)));
    parts.extend(segment.volume.map(percent));
    parts.extend(segment.transition.as_ref().map(|found| transition(Some(found), language)));
    parts.join(comma(language))
}

/// What of a piece is not as pieces usually are: `volume 80 %`, `fade in 0.5 s`.
pub fn unusual(segment: &Segment, language: Language) -> Vec<String> {
    let usual = Segment {
        speed: 1.0,
        reversed: false,
        volume: None,
        ducking: None,
        fade_in: Millis::ZERO,
        fade_out: Millis::ZERO,
        transition: None,
        inset: None,
        effects: Vec::new(),
        ..segment.clone()
    };
    let found = differences(&usual, segment);
    let told = found.iter().map(|difference| {
        let now = sides(difference, language).1;
        match difference {
            Difference::Reversed(..) => now,
            _ => format!("{} {now}", what(difference, language)),
        }
    });
    told.collect()
}

fn many_added(segments: &[&Segment], language: Language) -> String {
    let count = segments.len();
    let (noun, counter) = many(segments, language);
    let mut parts = vec![match language {
        English => format!("{count} {noun} added"),
        Chinese => format!("添加 {count} {counter}{noun}"),
    }];
    parts.push(lengths(segments.iter().map(|segment| segment.duration), counter, language));
    let seams = segments.iter().skip(1).map(|segment| segment.transition.as_ref());
    parts.extend(common(seams).flatten().map(|found| transition(Some(found), language)));
    parts.join(comma(language))
}

fn many_removed(kind: Kind, segments: &[&Segment], language: Language) -> String {
    let count = segments.len();
    let (noun, counter) = match kind {
        Kind::Video => many(segments, language),
        Kind::Text => (if language == English { "texts" } else { "文字" }, "条"),
        Kind::Audio | Kind::Other(_) => (if language == English { "pieces" } else { "片段" }, "个"),
    };
    match language {
        English => format!("{count} {noun} removed"),
        Chinese => format!("删除 {count} {counter}{noun}"),
    }
}

/// `5 s each`, `about 4.3 s each`, `2–9 s each`.
fn lengths(
    lengths: impl Iterator<Item = Millis> + Clone,
    counter: &str,
    language: Language,
) -> String {
    let shortest = lengths.clone().min().unwrap_or_default();
    let longest = lengths.max().unwrap_or_default();
    // The last piece takes what sharing to the millisecond leaves over.
    let alike = longest.0 - shortest.0 < 50;
    let length = match (shortest == longest, alike) {
        (true, _) => seconds(longest),
        (false, true) => format!("{:.1}", longest.as_secs_f64()),
        (false, false) => format!("{}–{}", seconds(shortest), seconds(longest)),
    };
    let about = alike && shortest != longest;
    match language {
        English => format!("{}{length}\u{a0}s each", if about { "about " } else { "" }),
        Chinese => format!("每{counter} {}{length}\u{a0}秒", if about { "约 " } else { "" }),
    }
}

fn changed(kind: Kind, label: &str, difference: &Difference, language: Language) -> String {
    let (was, now) = sides(difference, language);
    if let Difference::Text(..) | Difference::Name(..) = difference {
        let what = match (difference, language) {
            (Difference::Name(..), English) => "Name",
            (Difference::Name(..), Chinese) => "名称",
            (_, English) => "Text",
            (_, Chinese) => "文字",
        };
        return format!("{what}{}{was} → {now}", colon(language));
    }
    let what = what(difference, language);
    let label = match kind {
        Kind::Text => format!("“{label}”"),
        _ => spoken(label, language),
    };
    format!("{label}{}{what} {was} → {now}", colon(language))
}

fn many_changed(counted: &Counted, language: Language) -> String {
    let count = counted.differences.len();
    let pieces = match (counted.kind, language) {
        (Kind::Text, English) => format!("{count} texts"),
        (Kind::Text, Chinese) => format!("{count} 条文字"),
        (_, English) => format!("{count} pieces"),
        (_, Chinese) => format!("{count} 个片段"),
    };
    if let Some(moved) = moved(&counted.differences, language) {
        return match language {
            English => format!("{pieces} {moved}"),
            Chinese => format!("{pieces}{moved}"),
        };
    }
    let sides: Vec<(String, String)> =
        counted.differences.iter().map(|difference| sides(difference, language)).collect();
    let what = counted.differences.first().map_or("", |difference| what(difference, language));
    let was = common(sides.iter().map(|(was, _)| was));
    let now = common(sides.iter().map(|(_, now)| now));
    match (was, now, language) {
        (Some(was), Some(now), _) => format!("{pieces}{}{what} {was} → {now}", colon(language)),
        (None, Some(now), English) => format!("{pieces}: {what} now {now}"),
        (None, Some(now), Chinese) => format!("{pieces}：{what}改为 {now}"),
        (_, None, English) => format!("{pieces}: {what} changed"),
        (_, None, Chinese) => format!("{pieces}：{what}已改"),
    }
}

/// Pieces that only lie elsewhere.
fn moved(differences: &[&Difference], language: Language) -> Option<&'static str> {
    let starts: Vec<(Millis, Millis)> = differences
        .iter()
        .map_while(|difference| match difference {
            Difference::Start(was, now) => Some((*was, *now)),
            _ => None,
        })
        .collect();
    if starts.len() != differences.len() {
        return None;
    }
    let earlier = starts.iter().all(|(was, now)| now < was);
    let later = starts.iter().all(|(was, now)| now > was);
    Some(match (earlier, later, language) {
        (true, _, English) => "start earlier",
        (_, true, English) => "start later",
        (_, _, English) => "moved",
        (true, _, Chinese) => "提前",
        (_, true, Chinese) => "延后",
        (_, _, Chinese) => "移动",
    })
}

fn what(difference: &Difference, language: Language) -> &'static str {
    let (english, chinese) = match difference {
        Difference::Start(..) => ("start", "开始"),
        Difference::Duration(..) => ("length", "时长"),
        Difference::Source(..) => ("source", "素材"),
        Difference::SourceIn(..) => ("in point", "入点"),
        Difference::Speed(..) => ("speed", "速度"),
        Difference::Reversed(..) => ("direction", "播放方向"),
        Difference::Tempo(..) => ("tempo", "节拍速度"),
        Difference::Text(..) => ("text", "文字"),
        Difference::TextStyle(was, now) => {
            return lettering::compared(was, now, language).what;
        }
        Difference::Name(..) => ("name", "名称"),
        Difference::Volume(..) => ("volume", "音量"),
        Difference::Ducking(..) => ("ducking", "闪避"),
        Difference::FadeIn(..) => ("fade in", "淡入"),
        Difference::FadeOut(..) => ("fade out", "淡出"),
        Difference::Transition(..) => ("transition", "转场"),
        Difference::Fit(..) => ("background", "背景"),
        Difference::Inset(..) => ("picture in picture", "画中画"),
        Difference::Effects(..) => ("effects", "效果"),
    };
    if language == English { english } else { chinese }
}

/// Before and after, in words.
fn sides(difference: &Difference, language: Language) -> (String, String) {
    let none = if language == English { "none" } else { "无" };
    let plain = |words: &Option<String>| words.clone().unwrap_or_else(|| none.to_owned());
    let loud = |volume: &Option<f64>| percent(volume.unwrap_or(1.0));
    match difference {
        Difference::Start(was, now)
        | Difference::Duration(was, now)
        | Difference::SourceIn(was, now)
        | Difference::FadeIn(was, now)
        | Difference::FadeOut(was, now) => (time(*was, language), time(*now, language)),
        Difference::Source(was, now) => (plain(was), plain(now)),
        Difference::Speed(was, now) => (format!("{was}×"), format!("{now}×")),
        Difference::Tempo(was, now) => match language {
            English => (was.to_string(), format!("{now} beats a minute")),
            Chinese => (format!("每分钟 {was} 拍"), format!("{now} 拍")),
        },
        Difference::Reversed(was, now) => {
            let way = |is_reversed: &bool| match (is_reversed, language) {
                (false, English) => "forwards".to_owned(),
                (true, English) => "backwards".to_owned(),
                (false, Chinese) => "正放".to_owned(),
                (true, Chinese) => "倒放".to_owned(),
            };
            (way(was), way(now))
        }
        Difference::Text(was, now) | Difference::Name(was, now) => {
            (quoted(was.as_deref(), language), quoted(now.as_deref(), language))
        }
        Difference::TextStyle(was, now) => {
            let told = lettering::compared(was, now, language);
            (told.was, told.now)
        }
        Difference::Volume(was, now) => (loud(was), loud(now)),
        Difference::Ducking(was, now) => {
            let told = |by: &Option<u32>| {
                by.map_or_else(|| none.to_owned(), |by| format!("-{by}\u{a0}dB"))
            };
            (told(was), told(now))
        }
        Difference::Transition(was, now) => {
            (transition(was.as_ref(), language), transition(now.as_ref(), language))
        }
        Difference::Fit(was, now) => {
            (lettering::fit(*was, language), lettering::fit(*now, language))
        }
        Difference::Inset(was, now) => {
            let told = |inset: &Option<Inset>| {
                inset.map_or_else(|| none.to_owned(), |inset| lettering::inset(inset, language))
            };
            (told(was), told(now))
        }
        Difference::Effects(was, now) => {
            let list = |effects| effects::list(effects, language);
            (list(was), list(now))
        }
    }
}

fn transition(found: Option<&Transition>, language: Language) -> String {
    match (found, language) {
        (None, English) => "none".into(),
        (None, Chinese) => "无".into(),
        (Some(found), _) => {
            let name = effects::transition(&found.kind, language);
            format!("{name} {}", time(found.duration, language))
        }
    }
}

/// What a piece is called by its kind.
pub fn noun(kind: Kind, segment: &Segment, language: Language) -> &'static str {
    let (english, chinese) = match kind {
        Kind::Video if shows_a_still(segment) => ("picture", "图片"),
        Kind::Video => ("clip", "片段"),
        Kind::Audio if segment.generated.is_some() => ("music", "音乐"),
        Kind::Audio => ("sound", "声音"),
        Kind::Text if segment.text_style.place.is_low() => ("caption", "字幕"),
        Kind::Text => ("title", "标题"),
        Kind::Other(_) => ("piece", "片段"),
    };
    if language == English { english } else { chinese }
}

fn many(segments: &[&Segment], language: Language) -> (&'static str, &'static str) {
    let stills = segments.iter().all(|segment| shows_a_still(segment));
    match (stills, language) {
        (true, English) => ("pictures", ""),
        (false, English) => ("clips", ""),
        (true, Chinese) => ("图片", "张"),
        (false, Chinese) => ("片段", "个"),
    }
}

/// By the name of its source; a draft says no more.
fn shows_a_still(segment: &Segment) -> bool {
    const STILLS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];
    let ending =
        segment.source.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    ending.is_some_and(|ending| STILLS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// What a piece is called; one without a name is called what it is.
fn name(kind: Kind, segment: &Segment, language: Language) -> String {
    match (kind, &segment.generated) {
        (Kind::Text, _) => format!("“{}”", segment_label(segment)),
        (_, Some(Generated::Music { mood, .. })) => mood_name(*mood, language).to_owned(),
        _ => {
            let label = Some(segment_label(segment)).filter(|label| !label.trim().is_empty());
            label.unwrap_or_else(|| noun(kind, segment, language).to_owned())
        }
    }
}

/// A label that is the name of a mood is a word; any other is a name.
pub(crate) fn spoken(label: &str, language: Language) -> String {
    Mood::from_name(label)
        .map_or_else(|| label.to_owned(), |mood| mood_name(mood, language).to_owned())
}

/// What a piece is called; what was made for the film by the word for it.
pub(crate) fn piece_name(segment: &Segment, language: Language) -> String {
    let label = segment_label(segment);
    match segment.generated {
        Some(Generated::Music { .. }) => spoken(&label, language),
        Some(Generated::Background { .. }) if language == Chinese && label == "background" => {
            "背景".to_owned()
        }
        _ => label,
    }
}

fn mood_name(mood: Mood, language: Language) -> &'static str {
    match (mood, language) {
        (mood, English) => mood.name(),
        (Mood::Upbeat, Chinese) => "轻快",
        (Mood::Calm, Chinese) => "平静",
        (Mood::Lofi, Chinese) => "慵懒",
        (Mood::Cinematic, Chinese) => "电影感",
        (Mood::Corporate, Chinese) => "商务",
        (Mood::Electronic, Chinese) => "电子",
    }
}

fn span(segment: &Segment, language: Language) -> String {
    // Thousandths say nothing that can be seen.
    let hundredths = |time: Millis| Millis((time.0 + 5) / 10 * 10);
    let (start, end) = (seconds(hundredths(segment.start)), seconds(hundredths(segment.end())));
    match language {
        English => format!("{start}–{end}\u{a0}s"),
        Chinese => format!("{start}–{end}\u{a0}秒"),
    }
}

/// The unit stays on the line of its number, here and wherever a time is told.
fn time(time: Millis, language: Language) -> String {
    match language {
        English => format!("{}\u{a0}s", seconds(time)),
        Chinese => format!("{}\u{a0}秒", seconds(time)),
    }
}

fn seconds(time: Millis) -> String {
    time.to_string().trim_end_matches('s').to_owned()
}

pub(super) fn percent(volume: f64) -> String {
    format!("{:.0}%", volume * 100.0)
}

fn comma(language: Language) -> &'static str {
    if language == English { ", " } else { "，" }
}

fn colon(language: Language) -> &'static str {
    if language == English { ": " } else { "：" }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// What all have in common, if they do.
fn common<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}
