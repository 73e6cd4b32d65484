//! Reading: a value of the wrong type reads as absent.

use serde_json::{Map, Value};

use super::DecodeError;
use crate::draft::{
    Backing, Canvas, Colour, Draft, Fit, FrameRate, Fx, Generated, Inset, Kind, Millis, Mood,
    Origin, Segment, SegmentId, TextMove, TextPlace, TextStyle, TextWeight, Track, Transition,
    TransitionKind,
};

/// Reads a draft. Only a value that is no object at all is refused.
///
/// # Errors
/// [`DecodeError::NotAnObject`].
pub fn decode(value: &Value) -> Result<Draft, DecodeError> {
    let Value::Object(map) = value else {
        return Err(DecodeError::NotAnObject);
    };
    let tracks = items(map, "t").iter().enumerate();
    let tracks: Vec<Track> = tracks.map(|(index, track)| decode_track(index, track)).collect();
    let end = tracks.iter().map(Track::end).max().unwrap_or_default();
    Ok(Draft {
        title: read_title(map),
        canvas: read_canvas(map),
        loudness: read_meta_number(map, "lufs"),
        tracks,
        origin: Origin::of(value, Some("t"), end),
    })
}

fn decode_track(index: usize, value: &Value) -> Track {
    let nothing = Map::new();
    let map = value.as_object().unwrap_or(&nothing);
    let mut segments: Vec<Segment> = Vec::new();
    for (place, item) in items(map, "sg").iter().enumerate() {
        let previous_end = segments.last().map(Segment::end).unwrap_or_default();
        let by_place = SegmentId::by_place(index, place);
        segments.push(decode_segment(item, previous_end, by_place));
    }
    let end = segments.iter().map(Segment::end).max().unwrap_or_default();
    Track {
        kind: read_kind(map),
        name: read_meta_text(map, "name"),
        volume: read_meta_number(map, "volume"),
        segments,
        origin: Origin::of(value, Some("sg"), end),
    }
}

pub(super) fn decode_segment(value: &Value, previous_end: Millis, by_place: SegmentId) -> Segment {
    let nothing = Map::new();
    let map = value.as_object().unwrap_or(&nothing);
    Segment {
        id: read_id(map).unwrap_or(by_place),
        start: read_start(map).unwrap_or(previous_end),
        duration: read_millis(map, "d").unwrap_or_default(),
        source: read_text(map, "src"),
        source_in: read_millis(map, "in").unwrap_or_default(),
        speed: read_number(map, "sp").filter(|speed| *speed > 0.0).unwrap_or(1.0),
        reversed: map.get("rv").and_then(Value::as_bool).unwrap_or(false),
        name: read_meta_text(map, "name").or_else(|| read_meta_text(map, "title")),
        text: read_meta_text(map, "text"),
        text_style: read_text_style(map),
        volume: read_meta_number(map, "volume"),
        ducking: read_number(map, "dk").map(decibels).filter(|by| *by > 0),
        fade_in: read_millis(map, "fi").unwrap_or_default(),
        fade_out: read_millis(map, "fo").unwrap_or_default(),
        transition: read_transition(map),
        fit: read_fit(map),
        inset: read_inset(map),
        effects: read_effects(map),
        generated: read_generated(map),
        origin: Origin::of(value, None, Millis::ZERO),
    }
}

pub(super) fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

fn items<'a>(map: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    map.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn as_number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(digits) => digits.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

fn as_millis(value: &Value) -> Option<Millis> {
    if let Some(whole) = value.as_u64() {
        return Some(Millis(whole));
    }
    as_number(value).map(|ms| Millis::from_secs_rounded(ms / 1000.0))
}

fn read_number(map: &Map<String, Value>, key: &str) -> Option<f64> {
    map.get(key).and_then(as_number)
}

fn read_millis(map: &Map<String, Value>, key: &str) -> Option<Millis> {
    map.get(key).and_then(as_millis)
}

fn read_text(map: &Map<String, Value>, key: &str) -> Option<String> {
    map.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn read_meta<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    map.get("m").and_then(|meta| meta.get(key))
}

pub(super) fn read_meta_text(map: &Map<String, Value>, key: &str) -> Option<String> {
    read_meta(map, key).and_then(Value::as_str).map(str::to_owned)
}

pub(super) fn read_meta_number(map: &Map<String, Value>, key: &str) -> Option<f64> {
    read_meta(map, key).and_then(as_number)
}

pub(super) fn read_title(map: &Map<String, Value>) -> Option<String> {
    read_meta_text(map, "title").or_else(|| read_meta_text(map, "name"))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked just before"
)]
pub(super) fn read_canvas(map: &Map<String, Value>) -> Canvas {
    let default = Canvas::default();
    let size = |key| {
        let pixels = read_meta_number(map, key).map(f64::round)?;
        (16.0..=7680.0).contains(&pixels).then_some(pixels as u32)
    };
    let rate = read_meta_number(map, "fps").and_then(FrameRate::from_number);
    Canvas {
        width: size("width").unwrap_or(default.width),
        height: size("height").unwrap_or(default.height),
        rate: rate.unwrap_or(default.rate),
    }
}

pub(super) fn read_kind(map: &Map<String, Value>) -> Kind {
    #[expect(clippy::cast_possible_truncation, reason = "track types are small whole numbers")]
    match read_number(map, "tt").map(|number| number as i64) {
        Some(0) => Kind::Video,
        Some(1) => Kind::Audio,
        Some(7) => Kind::Text,
        Some(other) => Kind::Other(other),
        None => Kind::Other(-1),
    }
}

fn read_id(map: &Map<String, Value>) -> Option<SegmentId> {
    match map.get("id")? {
        Value::String(name) if !name.is_empty() => Some(SegmentId::new(name.clone())),
        Value::Number(number) => Some(SegmentId::new(number.to_string())),
        _ => None,
    }
}

/// The contract's sources spell the start in three ways.
pub(super) const START_KEYS: [&str; 3] = ["st", "s", "start"];

fn read_start(map: &Map<String, Value>) -> Option<Millis> {
    START_KEYS.iter().find_map(|key| read_millis(map, key))
}

fn read_transition(map: &Map<String, Value>) -> Option<Transition> {
    let value = map.get("tr")?.as_object()?;
    Some(Transition {
        kind: TransitionKind(read_text(value, "k")?),
        duration: read_millis(value, "d").unwrap_or_default(),
    })
}

/// The colour behind what is contained.
pub(super) fn read_behind(map: &Map<String, Value>) -> Option<Colour> {
    read_text(map, "bk").as_deref().and_then(Colour::from_hex)
}

fn read_fit(map: &Map<String, Value>) -> Fit {
    match map.get("fit").and_then(Value::as_str) {
        Some("contain") => read_behind(map).map_or(Fit::Contain, Fit::Over),
        Some("cover") => Fit::Cover,
        _ => Fit::Blur,
    }
}

fn read_inset(map: &Map<String, Value>) -> Option<Inset> {
    let value = map.get("pp")?.as_object()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let percent = |key, usual| {
        read_number(value, key).map_or(usual, |share| share.round().clamp(1.0, 100.0) as u32)
    };
    let place = read_text(value, "p").and_then(|name| TextPlace::from_name(&name));
    Some(Inset {
        place: place.unwrap_or(TextPlace::TopRight),
        size: percent("w", 25),
        opacity: percent("o", 100),
    })
}

fn read_effects(map: &Map<String, Value>) -> Vec<Fx> {
    items(map, "fx").iter().filter_map(read_effect).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn decibels(by: f64) -> u32 {
    by.round().clamp(0.0, 96.0) as u32
}

fn read_effect(value: &Value) -> Option<Fx> {
    if let Some(name) = value.as_str() {
        return Some(Fx::named(name));
    }
    let value = value.as_object()?;
    #[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
    let amount = read_number(value, "a").map(|amount| amount.round().clamp(-1e6, 1e6) as i32);
    Some(Fx { name: read_text(value, "k")?, amount })
}

fn read_text_style(map: &Map<String, Value>) -> TextStyle {
    let usual = TextStyle::default();
    let place = read_text(map, "pl").and_then(|name| TextPlace::from_name(&name));
    let nothing = Map::new();
    let look = map.get("ts").and_then(Value::as_object).unwrap_or(&nothing);
    let named = |key| read_text(look, key).unwrap_or_default();
    let colour = |key| read_text(look, key).and_then(|written| Colour::from_hex(&written));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let size = read_number(look, "size").map(|size| size.round().clamp(1.0, 10_000.0) as u32);
    TextStyle {
        place: place.unwrap_or(usual.place),
        size: size.unwrap_or(usual.size),
        colour: colour("c"),
        weight: TextWeight::from_name(&named("w")).unwrap_or(usual.weight),
        italic: look.get("i").and_then(Value::as_bool).unwrap_or(usual.italic),
        backing: Backing::from_name(&named("b")).unwrap_or(usual.backing),
        backing_colour: colour("bc"),
        entrance: TextMove::from_name(&named("in")).unwrap_or(usual.entrance),
        exit: TextMove::from_name(&named("out")).unwrap_or(usual.exit),
    }
}

fn read_generated(map: &Map<String, Value>) -> Option<Generated> {
    let Some(value) = map.get("mu") else { return read_background(map) };
    let mood = Mood::from_name(value.get("mood")?.as_str()?)?;
    let seed = value.get("seed").and_then(Value::as_u64).unwrap_or_default();
    let whole = value.get("d").and_then(Value::as_u64).filter(|length| *length > 0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let beats = |wanted: f64| wanted.round().clamp(1.0, 1000.0) as u32;
    let tempo = value.get("bpm").and_then(as_number).map(beats);
    Some(Generated::Music { mood, seed, tempo, whole: whole.map(Millis) })
}

fn read_background(map: &Map<String, Value>) -> Option<Generated> {
    let colours = items(map, "bg").iter().filter_map(|colour| Colour::from_hex(colour.as_str()?));
    let colours: Vec<Colour> = colours.collect();
    let (from, to) = (*colours.first()?, *colours.last()?);
    Some(Generated::Background { from, to })
}
