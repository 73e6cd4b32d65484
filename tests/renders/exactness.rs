//! Frames where they belong, told by clips that count their own.

use serde_json::{Value, json};

use crate::bench::Bench;

fn draft(segments: &Value) -> Value {
    json!({"m": {"width": 160, "height": 90, "fps": 30}, "t": [{"tt": 0, "sg": segments}]})
}

#[tokio::test]
async fn cuts_fall_on_the_frame_asked_and_nothing_freezes_at_joints() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    bench.counting("b.mkv", "30", 54);
    let film = bench
        .render(&draft(&json!([
            {"src": "a.mp4", "in": 500, "d": 400},
            {"src": "b.mkv", "in": 1000, "d": 500},
            {"src": "a.mp4", "in": 0, "d": 300},
        ])))
        .await;
    let expected: Vec<u32> = (15..27).chain(30..45).chain(0..9).collect();
    assert_eq!(film.numbers(), expected);
}

#[tokio::test]
async fn a_shot_of_a_single_frame_is_one_frame() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let piece = |from: u64, length: u64| json!({"src": "a.mp4", "in": from, "d": length});
    let pieces =
        json!([piece(0, 33), piece(500, 134), piece(1000, 33), piece(1200, 33), piece(0, 100)]);
    let film = bench.render(&draft(&pieces)).await;
    assert_eq!(film.numbers(), [0, 15, 16, 17, 18, 30, 36, 0, 1, 2]);
}

#[tokio::test]
async fn every_in_point_is_honoured_at_any_millisecond() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    for in_point in [33, 34, 66, 67, 333, 334, 700, 1066] {
        let segments = json!([{"src": "a.mp4", "in": in_point, "d": 200}]);
        let film = bench.render(&draft(&segments)).await;
        let first = (in_point * 30 + 500) / 1000;
        assert_eq!(film.numbers(), (first..first + 6).collect::<Vec<u32>>(), "from {in_point}");
    }
}

#[tokio::test]
async fn other_rates_and_speeds_drop_and_repeat_evenly() {
    let mut bench = Bench::new();
    bench.counting("fast.mp4", "60", 54);
    bench.counting("slow.mp4", "15", 30);
    let film = bench
        .render(&draft(&json!([
            {"src": "fast.mp4", "d": 500},
            {"src": "slow.mp4", "d": 400},
            {"src": "slow.mp4", "d": 400, "sp": 2},
            {"src": "fast.mp4", "d": 400, "sp": 0.5},
        ])))
        .await;
    let halved = (0..15).map(|frame| frame * 2);
    let doubled = (0..12).map(|frame| frame / 2);
    let expected: Vec<u32> = halved.chain(doubled).chain(0..12).chain(0..12).collect();
    assert_eq!(film.numbers(), expected);
}

#[tokio::test]
async fn a_source_that_ends_early_stays_on_its_last_frame() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 10);
    let film = bench
        .render(&draft(
            &json!([{"src": "a.mp4", "d": 500}, {"src": "a.mp4", "in": 60000, "d": 100}]),
        ))
        .await;
    let expected: Vec<u32> = (0..10).chain([9; 5]).chain([9; 3]).collect();
    let numbers = film.numbers();
    assert_eq!(numbers[..15], expected[..15]);
    assert!(numbers[15..].iter().all(|number| *number >= 8), "{numbers:?}");
}

#[tokio::test]
async fn under_a_crossing_the_first_clip_plays_on() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let film = bench
        .render(&draft(&json!([
            {"src": "a.mp4", "d": 500},
            {"src": "a.mp4", "in": 500, "d": 500, "tr": {"k": "crossfade", "d": 300}},
        ])))
        .await;
    // The second starts where the first has its out point, so both show the same frames: mixing
    // them changes nothing, unless one of them is a frame early or late.
    assert_eq!(film.numbers(), (0..30).collect::<Vec<u32>>());
}

#[tokio::test]
async fn a_film_of_many_pieces_is_joined_without_a_wrong_frame() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let piece = |place: u64| json!({"src": "a.mp4", "in": place % 4 * 100, "d": 100});
    let film = bench.render(&draft(&(0..60).map(piece).collect())).await;
    let expected: Vec<u32> =
        (0..60).flat_map(|place| (0..3).map(move |n| place % 4 * 3 + n)).collect();
    assert_eq!(film.numbers(), expected);
    let (picture, _) = film.streams();
    assert_eq!(picture["nb_frames"], json!("180"));
    assert_eq!(bench.leftovers(), Vec::<String>::new());
}

#[tokio::test]
async fn one_long_clip_under_many_captions_is_cut_into_pieces_that_fit() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let captions: Vec<Value> = (0..30)
        .map(|place| json!({"st": place * 50, "d": 50, "pl": "top", "m": {"text": "."}}))
        .collect();
    let film = bench
        .render(&json!({"m": {"width": 160, "height": 90, "fps": 30}, "t": [
            {"tt": 0, "sg": [{"src": "a.mp4", "d": 1500}]},
            {"tt": 7, "sg": captions},
        ]}))
        .await;
    assert_eq!(film.numbers(), (0..45).collect::<Vec<u32>>());
}
