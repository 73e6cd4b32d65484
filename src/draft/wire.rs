//! The draft as JSON: the contract's short keys, and the studio's own.
//!
//! This is the one place where the short names stand. Decoding is tolerant: what is missing, null or
//! of another type becomes the default, numbers may be strings. Encoding starts from the JSON that a
//! part came from and touches a key only when its meaning changed, so a draft nobody changed is the
//! same JSON again, and one that was changed keeps everything this program does not know.
//!
//! | key | on | meaning | whose |
//! |---|---|---|---|
//! | `t` `sg` `d` `m` `tt` | – | tracks, segments, duration in ms, metadata, track type | contract |
//! | `m.title` `m.width` `m.height` `m.fps` | draft | name and canvas | contract, `fps` studio |
//! | `m.name` `m.volume` | track | name, loudness (1 is as it is) | contract |
//! | `m.name` (or `m.title`) `m.text` `m.volume` | segment | label, words, loudness | contract |
//! | `st` (or `s`, `start`) | segment | start in ms; absent: where the one before it ends | contract |
//! | `id` | segment | name, unique in the draft | studio |
//! | `src` `in` `sp` | segment | file name of the media, in point in ms, speed | studio |
//! | `m.lufs` | draft | how loud the whole is to be | studio |
//! | `dk` | segment | decibels by which it goes down under the clips' sound | studio |
//! | `fi` `fo` | segment | fade in, fade out, in ms | studio |
//! | `tr: {"k", "d"}` | segment | transition at its start: kind, duration in ms | studio |
//! | `fit` | segment | `contain`, `cover` or `blur` | studio |
//! | `pp: {"p", "w", "o"}` | segment | over the picture: place, percent of its width, opacity | studio |
//! | `fx` | segment | effects, in order: a name, or `{"k", "a"}` with an amount | studio |
//! | `pl` | segment | place of the words, such as `centre`, `top left` or `lower third` | studio |
//! | `ts: {"size", "c", "w", "i"}` | segment | words: percent of the usual size, colour, weight, italic | studio |
//! | `ts: {"b", "bc", "in", "out"}` | segment | words: backing and its colour, how they come and go | studio |
//! | `mu: {"mood", "seed"}` | segment | music made on the spot | studio |

use serde_json::{Map, Value};

use super::{
    Backing, Canvas, Colour, Draft, Fit, FrameRate, Fx, Generated, Inset, Kind, Millis, Mood,
    Origin, Segment, SegmentId, TextMove, TextPlace, TextStyle, TextWeight, Track, Transition,
    TransitionKind,
};

/// Why a JSON value is no draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A draft is a JSON object; this was something else.
    #[error("a draft is a JSON object")]
    NotAnObject,
}

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

/// Writes a draft; see the module's words on what stays as it was.
#[must_use]
pub fn encode(draft: &Draft) -> Value {
    let mut map = draft.origin.map();
    put_items(&mut map, "t", draft.tracks.iter().map(encode_track).collect());
    put_end(&mut map, draft.origin.end(), draft.duration());
    let (was_title, was_canvas) = (read_title(&map), read_canvas(&map));
    let was_loudness = read_meta_number(&map, "lufs");
    let canvas = draft.canvas;
    patch_meta(&mut map, |meta| {
        put(meta, "title", &was_title, &draft.title, |title| text(title.as_deref()));
        put(meta, "width", &was_canvas.width, &canvas.width, |width| Some((*width).into()));
        put(meta, "height", &was_canvas.height, &canvas.height, |height| Some((*height).into()));
        put(meta, "lufs", &was_loudness, &draft.loudness, |loudness| loudness.map(number));
        put(meta, "fps", &was_canvas.rate, &canvas.rate, |rate| Some(number(rate.as_f64())));
    });
    draft.origin.or_written(map)
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

fn encode_track(track: &Track) -> Value {
    let mut map = track.origin.map();
    let (was_kind, was_name) = (read_kind(&map), read_meta_text(&map, "name"));
    let was_volume = read_meta_number(&map, "volume");
    put(&mut map, "tt", &was_kind, &track.kind, |kind| Some(kind_number(*kind).into()));
    let mut previous_end = Millis::ZERO;
    let mut segments = Vec::with_capacity(track.segments.len());
    for segment in &track.segments {
        segments.push(encode_segment(segment, previous_end));
        previous_end = segment.end();
    }
    put_items(&mut map, "sg", segments);
    put_end(&mut map, track.origin.end(), track.end());
    patch_meta(&mut map, |meta| {
        put(meta, "name", &was_name, &track.name, |name| text(name.as_deref()));
        put(meta, "volume", &was_volume, &track.volume, |volume| volume.map(number));
    });
    track.origin.or_written(map)
}

fn decode_segment(value: &Value, previous_end: Millis, by_place: SegmentId) -> Segment {
    let nothing = Map::new();
    let map = value.as_object().unwrap_or(&nothing);
    Segment {
        id: read_id(map).unwrap_or(by_place),
        start: read_start(map).unwrap_or(previous_end),
        duration: read_millis(map, "d").unwrap_or_default(),
        source: read_text(map, "src"),
        source_in: read_millis(map, "in").unwrap_or_default(),
        speed: read_number(map, "sp").filter(|speed| *speed > 0.0).unwrap_or(1.0),
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

fn encode_segment(segment: &Segment, previous_end: Millis) -> Value {
    let mut map = segment.origin.map();
    let unnamed = SegmentId::by_place(0, 0);
    let was = decode_segment(&Value::Object(map.clone()), previous_end, unnamed);
    if segment.origin.is_new() || was.start != segment.start {
        put_start(&mut map, segment.start);
    }
    if !segment.id.is_by_place() {
        put(&mut map, "id", &was.id, &segment.id, |id| text(Some(id.as_str())));
    }
    put(&mut map, "d", &was.duration, &segment.duration, |d| Some(d.0.into()));
    put(&mut map, "src", &was.source, &segment.source, |source| text(source.as_deref()));
    put(&mut map, "in", &was.source_in, &segment.source_in, millis);
    put(&mut map, "sp", &was.speed, &segment.speed, |speed| Some(number(*speed)));
    put(&mut map, "dk", &was.ducking, &segment.ducking, |by| by.map(Value::from));
    put(&mut map, "fi", &was.fade_in, &segment.fade_in, millis);
    put(&mut map, "fo", &was.fade_out, &segment.fade_out, millis);
    put(&mut map, "tr", &was.transition, &segment.transition, |transition| {
        transition.as_ref().map(transition_value)
    });
    put(&mut map, "fit", &was.fit, &segment.fit, |fit| text(Some(fit_name(*fit))));
    put(&mut map, "pp", &was.inset, &segment.inset, |inset| inset.as_ref().map(inset_value));
    put(&mut map, "fx", &was.effects, &segment.effects, |effects| effects_value(effects));
    put(&mut map, "pl", &was.text_style.place, &segment.text_style.place, |place| {
        text(Some(place.name()))
    });
    put_look(&mut map, &was.text_style, &segment.text_style);
    put(&mut map, "mu", &was.generated, &segment.generated, |generated| {
        generated.as_ref().map(generated_value)
    });
    patch_meta(&mut map, |meta| {
        put(meta, "name", &was.name, &segment.name, |name| text(name.as_deref()));
        put(meta, "text", &was.text, &segment.text, |words| text(words.as_deref()));
        put(meta, "volume", &was.volume, &segment.volume, |volume| volume.map(number));
    });
    segment.origin.or_written(map)
}

// Reading. A value of the wrong type reads as absent.

fn object(value: &Value) -> Map<String, Value> {
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

fn read_meta_text(map: &Map<String, Value>, key: &str) -> Option<String> {
    read_meta(map, key).and_then(Value::as_str).map(str::to_owned)
}

fn read_meta_number(map: &Map<String, Value>, key: &str) -> Option<f64> {
    read_meta(map, key).and_then(as_number)
}

fn read_title(map: &Map<String, Value>) -> Option<String> {
    read_meta_text(map, "title").or_else(|| read_meta_text(map, "name"))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked just before"
)]
fn read_canvas(map: &Map<String, Value>) -> Canvas {
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

fn read_kind(map: &Map<String, Value>) -> Kind {
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
const START_KEYS: [&str; 3] = ["st", "s", "start"];

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

fn read_fit(map: &Map<String, Value>) -> Fit {
    match map.get("fit").and_then(Value::as_str) {
        Some("contain") => Fit::Contain,
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
    let value = map.get("mu")?;
    let mood = Mood::from_name(value.get("mood")?.as_str()?)?;
    let seed = value.get("seed").and_then(Value::as_u64).unwrap_or_default();
    Some(Generated::Music { mood, seed })
}

// Writing.

/// Writes `now` under a key if it means something else than what stands there.
fn put<T: PartialEq>(
    map: &mut Map<String, Value>,
    key: &str,
    was: &T,
    now: &T,
    write: impl Fn(&T) -> Option<Value>,
) {
    if was == now {
        return;
    }
    match write(now) {
        Some(value) => map.insert(key.into(), value),
        None => map.shift_remove(key),
    };
}

fn put_start(map: &mut Map<String, Value>, start: Millis) {
    let key = START_KEYS.iter().find(|key| map.contains_key(**key)).unwrap_or(&"st");
    map.insert((*key).into(), start.0.into());
}

fn put_end(map: &mut Map<String, Value>, was: Millis, now: Millis) {
    if was != now {
        map.insert("d".into(), now.0.into());
    }
}

fn put_items(map: &mut Map<String, Value>, key: &str, items: Vec<Value>) {
    let is_list = map.get(key).is_some_and(Value::is_array);
    if is_list || !items.is_empty() {
        map.insert(key.into(), Value::Array(items));
    }
}

fn patch_meta(map: &mut Map<String, Value>, patch: impl FnOnce(&mut Map<String, Value>)) {
    let before = map.get("m").map(object).unwrap_or_default();
    let mut meta = before.clone();
    patch(&mut meta);
    if meta != before {
        map.insert("m".into(), Value::Object(meta));
    }
}

fn text(words: Option<&str>) -> Option<Value> {
    words.map(Value::from)
}

fn millis(time: &Millis) -> Option<Value> {
    (!time.is_zero()).then(|| time.0.into())
}

/// Whole numbers are written without a fraction, as people write them.
fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers of a safe size")]
    if value.fract() == 0.0 && value.abs() < 1e15 {
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}

fn kind_number(kind: Kind) -> i64 {
    match kind {
        Kind::Video => 0,
        Kind::Audio => 1,
        Kind::Text => 7,
        Kind::Other(number) => number,
    }
}

fn transition_value(transition: &Transition) -> Value {
    serde_json::json!({"k": transition.kind.0, "d": transition.duration.0})
}

fn inset_value(inset: &Inset) -> Value {
    serde_json::json!({"p": inset.place.name(), "w": inset.size, "o": inset.opacity})
}

fn effects_value(effects: &[Fx]) -> Option<Value> {
    let value = |effect: &Fx| match effect.amount {
        Some(amount) => serde_json::json!({"k": effect.name, "a": amount}),
        None => Value::from(effect.name.as_str()),
    };
    (!effects.is_empty()).then(|| effects.iter().map(value).collect())
}

fn fit_name(fit: Fit) -> &'static str {
    match fit {
        Fit::Contain => "contain",
        Fit::Cover => "cover",
        Fit::Blur => "blur",
    }
}

/// What is as usual is not written, and a look that says nothing is not there.
fn put_look(map: &mut Map<String, Value>, was: &TextStyle, now: &TextStyle) {
    let before = map.get("ts").map(object).unwrap_or_default();
    let (mut look, usual) = (before.clone(), TextStyle::default());
    let hex = |colour: &Option<Colour>| colour.map(|colour| colour.to_hex().into());
    let unusual = |name: &'static str, usual: &str| (name != usual).then(|| name.into());
    put(&mut look, "size", &was.size, &now.size, |size| {
        (*size != usual.size).then(|| (*size).into())
    });
    put(&mut look, "c", &was.colour, &now.colour, hex);
    put(&mut look, "w", &was.weight, &now.weight, |is| unusual(is.name(), usual.weight.name()));
    put(&mut look, "i", &was.italic, &now.italic, |is| is.then(|| true.into()));
    put(&mut look, "b", &was.backing, &now.backing, |is| unusual(is.name(), usual.backing.name()));
    put(&mut look, "bc", &was.backing_colour, &now.backing_colour, hex);
    put(&mut look, "in", &was.entrance, &now.entrance, |is| {
        unusual(is.name(), usual.entrance.name())
    });
    put(&mut look, "out", &was.exit, &now.exit, |is| unusual(is.name(), usual.exit.name()));
    if look == before {
        return;
    }
    if look.is_empty() {
        map.shift_remove("ts");
    } else {
        map.insert("ts".into(), Value::Object(look));
    }
}

fn generated_value(generated: &Generated) -> Value {
    let Generated::Music { mood, seed } = generated;
    serde_json::json!({"mood": mood.name(), "seed": seed})
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn round_trip(value: &Value) -> String {
        decode(value).map(|draft| encode(&draft).to_string()).unwrap_or_default()
    }

    #[test]
    fn what_nobody_here_knows_survives_byte_for_byte() {
        let text = r#"{"zz":1.50,"t":[{"sg":[{"d":"5000","q":{"b":1,"a":[null]},"m":null}],"tt":0.0,"d":1e+3},null,7,{"tt":42,"sg":"?"}],"m":{"fps":29.970,"deep":{"x":12345678901234567890123}},"d":null}"#;
        let value: Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(round_trip(&value), text);
    }

    #[test]
    fn a_segment_without_a_start_begins_where_the_one_before_it_ends() {
        let value =
            json!({"t": [{"tt": 0, "sg": [{"d": 1000}, {"d": "2000"}, {"s": 9000.4, "d": 1}]}]});
        let draft = decode(&value).expect("an object");
        let starts: Vec<u64> = draft.segments().map(|(_, segment)| segment.start.0).collect();
        assert_eq!(starts, [0, 1000, 9000]);
    }

    #[test]
    fn a_change_touches_its_own_key_only() {
        let value = json!({"t": [{"x": 1, "tt": 1, "d": 5000, "sg": [{"y": 2, "d": 5000, "m": {"k": 3, "volume": 1}}]}]});
        let mut draft = decode(&value).expect("an object");
        draft.tracks[0].segments[0].volume = Some(0.35);
        let changed = json!({"t": [{"x": 1, "tt": 1, "d": 5000, "sg": [{"y": 2, "d": 5000, "m": {"k": 3, "volume": 0.35}}]}]});
        assert_eq!(encode(&draft).to_string(), changed.to_string());
    }

    #[test]
    fn a_film_made_here_says_the_same_when_read_again() {
        let mut draft = Draft { title: Some("日落".into()), ..Draft::default() };
        let mut track = Track::new(Kind::Video);
        for place in 0..3 {
            let start = Millis(place * 5000);
            let mut segment =
                Segment::new(SegmentId::new(format!("s{place}")), start, Millis(5000));
            segment.source = Some("a.jpg".into());
            segment.fit = Fit::Cover;
            segment.ducking = Some(12);
            segment.inset = Some(Inset { place: TextPlace::TopLeft, size: 20, opacity: 60 });
            segment.effects = vec![Fx::named("grayscale"), Fx::by(Fx::BRIGHTNESS, -20)];
            segment.transition =
                Some(Transition { kind: TransitionKind::crossfade(), duration: Millis(500) });
            segment.generated = Some(Generated::Music { mood: Mood::Calm, seed: 7 });
            segment.text_style = TextStyle {
                size: 150,
                colour: Some(Colour([255, 213, 0])),
                backing: Backing::Outline,
                exit: TextMove::Typewriter,
                ..TextStyle::at(TextPlace::BottomLeft)
            };
            track.segments.push(segment);
        }
        draft.tracks.push(track);
        draft.canvas.rate = FrameRate::whole(25);
        draft.loudness = Some(-14.0);
        let value = encode(&draft);
        assert_eq!(decode(&value), Ok(draft));
        assert_eq!(value["d"], json!(15000));
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let keys = "t|tt|sg|d|m|id|st|s|start|src|in|sp|fi|fo|dk|lufs|tr|fit|fx|pp|p|w|o|pl|ts|c|b|bc|size|mu|k|name|text|volume|width|fps|[a-z]{1,3}";
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[0-9]{1,5}|.{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 128, 8, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((keys, inner), 0..8)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    /// Mostly shaped as a draft, with anything at all in its places.
    fn any_draft() -> impl Strategy<Value = Value> {
        let segments = prop::collection::vec(any_json(), 0..5);
        let tracks = prop::collection::vec((any_json(), segments), 0..4);
        (tracks, any_json()).prop_map(|(tracks, m)| {
            let tracks = tracks.into_iter().map(|(m, sg)| json!({"sg": sg, "m": m, "tt": 0}));
            json!({"m": m, "t": tracks.collect::<Vec<_>>(), "unknown": {"deep": [1.0]}})
        })
    }

    proptest! {
        #[test]
        fn any_object_at_all_is_the_same_json_after_a_round_trip(value in any_json()) {
            prop_assume!(value.is_object());
            prop_assert_eq!(round_trip(&value), value.to_string());
        }

        #[test]
        fn any_draft_is_the_same_json_after_a_round_trip(value in any_draft()) {
            prop_assert_eq!(round_trip(&value), value.to_string());
        }
    }
}
