//! What is read and written again.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::draft::{
    Backing, Colour, Draft, Fit, FrameRate, Fx, Generated, Inset, Kind, Millis, Mood, Segment,
    SegmentId, TextMove, TextPlace, TextStyle, Track, Transition, TransitionKind,
};

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
        let mut segment = Segment::new(SegmentId::new(format!("s{place}")), start, Millis(5000));
        segment.source = Some("a.jpg".into());
        segment.fit = if place == 1 { Fit::Over(Colour([255, 255, 255])) } else { Fit::Cover };
        segment.ducking = Some(12);
        segment.inset = Some(Inset { place: TextPlace::TopLeft, size: 20, opacity: 60 });
        segment.effects = vec![Fx::named("grayscale"), Fx::by(Fx::BRIGHTNESS, -20)];
        segment.transition =
            Some(Transition { kind: TransitionKind::crossfade(), duration: Millis(500) });
        segment.generated = Some(Generated::Music {
            mood: Mood::Calm,
            seed: 7,
            tempo: Some(60),
            whole: Some(Millis(20_000)),
        });
        segment.text_style = TextStyle {
            size: 150,
            colour: Some(Colour([255, 213, 0])),
            backing: Backing::Outline,
            exit: TextMove::Typewriter,
            ..TextStyle::at(TextPlace::BottomLeft)
        };
        track.segments.push(segment);
    }
    let from = Colour([0, 31, 63]);
    let mut card = Segment::new(SegmentId::new("z"), Millis(20_000), Millis(1000));
    card.generated = Some(Generated::Background { from, to: Colour([0; 3]) });
    card.reversed = true;
    track.segments.push(card);
    draft.tracks.push(track);
    draft.canvas.rate = FrameRate::whole(25);
    draft.loudness = Some(-14.0);
    let value = encode(&draft);
    assert_eq!(decode(&value), Ok(draft));
    assert_eq!(value["d"], json!(21000));
}

fn any_json() -> impl Strategy<Value = Value> {
    let keys = "t|tt|sg|d|m|id|st|s|start|src|in|sp|rv|fi|fo|dk|lufs|tr|fit|bk|fx|pp|p|w|o|pl|ts|c|b|bc|size|mu|bpm|bg|k|name|text|volume|width|fps|[a-z]{1,3}";
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
