//! One picture that stands still in the middle of footage.

use serde_json::json;

use crate::bench::Bench;

#[tokio::test]
async fn a_frozen_piece_shows_one_frame_and_the_film_goes_on_behind_it() {
    let mut bench = Bench::new();
    bench.counting("count.mp4", "30", 60);
    let film = bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 30}, "t": [{"tt": 0, "sg": [
            {"src": "count.mp4", "d": 500},
            {"src": "count.mp4", "in": 500, "d": 400, "fx": ["freeze"]},
            {"src": "count.mp4", "in": 500, "d": 500}]}]}))
        .await;
    let numbers = film.numbers();
    assert_eq!(numbers.len(), 42);
    let expected: Vec<u32> = (0..15).chain(std::iter::repeat_n(15, 12)).chain(15..30).collect();
    assert_eq!(numbers, expected);
    assert!(film.loudness(0.52, 0.88) < -70.0, "what stands still is silent");
}
