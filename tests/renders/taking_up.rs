//! A render that was interrupted is taken up where it was, and the next one renders only what is new.

use cutroom::studio::render::{Error, Told, render};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::bench::Bench;

/// Clips that count, each of 1.8 s, with a crossing here and there and words over all of it.
fn film(clips: usize, title: &str) -> Value {
    let clip = |place: usize| match place % 3 {
        0 => json!({"src": "a.mp4", "d": 1800}),
        1 => json!({"src": "a.mp4", "in": 300, "d": 1500}),
        _ => json!({"src": "a.mp4", "d": 1500, "tr": {"k": "crossfade", "d": 300}}),
    };
    json!({"m": {"width": 160, "height": 90, "fps": 30}, "t": [
        {"tt": 0, "sg": (0..clips).map(clip).collect::<Vec<_>>()},
        {"tt": 7, "sg": [{"st": 0, "d": 40_000, "pl": "top", "m": {"text": title}}]},
    ]})
}

/// Renders until so many chunks are finished, and stops there.
async fn interrupted(bench: &Bench, draft: &Value, chunks: usize) {
    let (told, mut progress) = watch::channel(Told::default());
    let cancel = CancellationToken::new();
    let rendering = tokio::spawn(render(bench.order(draft), told, cancel.clone()));
    while bench.chunks().len() < chunks {
        progress.changed().await.expect("it goes on");
    }
    cancel.cancel();
    assert!(matches!(rendering.await.expect("no panic"), Err(Error::Cancelled)));
}

/// The first progress above zero that a render tells.
async fn first_progress(bench: &Bench, draft: &Value) -> f64 {
    let (told, mut progress) = watch::channel(Told::default());
    let rendering = tokio::spawn(render(bench.order(draft), told, CancellationToken::new()));
    let first = progress.wait_for(|told| told.part > 0.0).await.expect("it gets somewhere").part;
    rendering.await.expect("no panic").expect("a film");
    first
}

#[tokio::test]
async fn what_was_finished_is_not_rendered_again() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let draft = film(25, "Hi");
    let whole = bench.render(&draft).await.numbers();
    let all = bench.chunks();
    assert!(all.len() > 4, "{all:?}");
    std::fs::remove_dir_all(bench.path("scratch")).expect("safe to delete");

    interrupted(&bench, &draft, 3).await;
    let kept = bench.chunks();
    assert!(kept.len() >= 3 && kept.len() < all.len(), "{kept:?}");
    assert_eq!(bench.leftovers(), Vec::<String>::new());
    let begun = first_progress(&bench, &draft).await;
    assert!(begun > 0.9 * kept.len() as f64 / all.len() as f64 * 0.9, "{begun}");
    let now = bench.chunks();
    assert_eq!(now.len(), all.len());
    assert!(kept.iter().all(|chunk| now.contains(chunk)), "{kept:?} {now:?}");
    bench.forget_films();
    assert_eq!(bench.render(&draft).await.numbers(), whole, "frame by frame the same");
}

#[tokio::test]
async fn a_chunk_is_what_determines_its_pixels() {
    let mut bench = Bench::new();
    let source = bench.counting("a.mp4", "30", 54);
    bench.render(&film(5, "Hi")).await;
    let first = bench.chunks();
    bench.render(&film(5, "Hi")).await;
    assert_eq!(bench.chunks(), first, "the same film again costs nothing");
    bench.render(&film(5, "Ho")).await;
    assert_eq!(bench.chunks().len(), 2 * first.len(), "other words");
    bench.quality = cutroom::studio::render::Quality::Draft;
    bench.render(&film(5, "Hi")).await;
    assert_eq!(bench.chunks().len(), 3 * first.len(), "another quality");
    let file = std::fs::File::options().write(true).open(source).expect("there");
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).expect("set");
    bench.render(&film(5, "Hi")).await;
    assert!(bench.chunks().len() > 3 * first.len(), "another file, where it is seen");
}

#[tokio::test]
async fn a_damaged_chunk_costs_its_own_rendering_and_not_the_film() {
    let mut bench = Bench::new();
    bench.counting("a.mp4", "30", 54);
    let draft = film(10, "Hi");
    let whole = bench.render(&draft).await.numbers();
    bench.forget_films();
    let (name, _) = bench.chunks().swap_remove(1);
    std::fs::write(bench.path("scratch/chunks").join(name), b"").expect("written");
    let film = bench.render(&draft).await;
    assert_eq!(film.rendered.warnings, []);
    assert_eq!(film.numbers(), whole);
}
