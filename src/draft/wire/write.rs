//! Writing: a key is touched only when its meaning changed.

use serde_json::{Map, Value};

use super::read::{
    START_KEYS, decode_segment, object, read_behind, read_canvas, read_kind, read_meta_number,
    read_meta_text, read_title,
};
use crate::draft::{
    Colour, Draft, Fit, Fx, Generated, Inset, Kind, Millis, Segment, SegmentId, TextStyle, Track,
    Transition,
};

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
    put(&mut map, "rv", &was.reversed, &segment.reversed, |is| is.then(|| true.into()));
    put(&mut map, "dk", &was.ducking, &segment.ducking, |by| by.map(Value::from));
    put(&mut map, "fi", &was.fade_in, &segment.fade_in, millis);
    put(&mut map, "fo", &was.fade_out, &segment.fade_out, millis);
    put(&mut map, "tr", &was.transition, &segment.transition, |transition| {
        transition.as_ref().map(transition_value)
    });
    put(&mut map, "fit", &was.fit, &segment.fit, |fit| text(Some(fit_name(*fit))));
    let was_behind = if segment.fit == was.fit { behind(segment.fit) } else { read_behind(&map) };
    put(&mut map, "bk", &was_behind, &behind(segment.fit), |colour| {
        text(colour.map(Colour::to_hex).as_deref())
    });
    put(&mut map, "pp", &was.inset, &segment.inset, |inset| inset.as_ref().map(inset_value));
    put(&mut map, "fx", &was.effects, &segment.effects, |effects| effects_value(effects));
    put(&mut map, "pl", &was.text_style.place, &segment.text_style.place, |place| {
        text(Some(place.name()))
    });
    put_look(&mut map, &was.text_style, &segment.text_style);
    put(&mut map, "mu", &was.generated, &segment.generated, |generated| {
        generated.as_ref().and_then(music_value)
    });
    put(&mut map, "bg", &was.generated, &segment.generated, |generated| {
        generated.as_ref().and_then(background_value)
    });
    patch_meta(&mut map, |meta| {
        put(meta, "name", &was.name, &segment.name, |name| text(name.as_deref()));
        put(meta, "text", &was.text, &segment.text, |words| text(words.as_deref()));
        put(meta, "volume", &was.volume, &segment.volume, |volume| volume.map(number));
    });
    segment.origin.or_written(map)
}

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
        Fit::Contain | Fit::Over(_) => "contain",
        Fit::Cover => "cover",
        Fit::Blur => "blur",
    }
}

fn behind(fit: Fit) -> Option<Colour> {
    match fit {
        Fit::Over(colour) => Some(colour),
        Fit::Contain | Fit::Cover | Fit::Blur => None,
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

fn background_value(generated: &Generated) -> Option<Value> {
    let (from, to) = generated.colours()?;
    let colours = if from == to { vec![from] } else { vec![from, to] };
    Some(colours.into_iter().map(Colour::to_hex).collect())
}

fn music_value(generated: &Generated) -> Option<Value> {
    let Generated::Music { mood, seed, tempo, whole } = generated else { return None };
    let mut value = serde_json::json!({"mood": mood.name(), "seed": seed});
    if let Some(tempo) = tempo {
        value["bpm"] = (*tempo).into();
    }
    if let Some(whole) = whole {
        value["d"] = whole.0.into();
    }
    Some(value)
}
