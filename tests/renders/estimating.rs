//! What a film will come to is told before it is made, and what was told holds.

use cutroom::studio::render::{Estimate, Quality, Rendered, Span, Stage, Told, estimate, render};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::bench::Bench;

/// A clip with some movement in it, and a still.
fn film(bench: &mut Bench) -> Value {
    let moving = "testsrc2=s=640x360:r=30:d=4";
    let lossy = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-qp", "24"];
    bench.make("clip.mp4", &[&["-f", "lavfi", "-i", moving][..], &lossy].concat());
    bench.colour("red.png", "red", "640x360");
    json!({"m": {"width": 640, "height": 360, "fps": 30}, "t": [
        {"tt": 0, "sg": [{"src": "clip.mp4", "d": 4000, "fx": ["grayscale"]},
            {"src": "red.png", "d": 2000}]},
        {"tt": 7, "sg": [{"st": 0, "d": 4000, "m": {"text": "Hello"}}]}]})
}

async fn told(bench: &Bench, film: &Value) -> Estimate {
    estimate(bench.order(film)).await.expect("an estimate")
}

fn holds(span: Span, value: u64) -> bool {
    (span.least..=span.most).contains(&value)
}

fn width(span: Span) -> f64 {
    span.most as f64 / span.least.max(1) as f64
}

async fn rendered(bench: &Bench, film: &Value) -> (Rendered, u64) {
    let began = std::time::Instant::now();
    let film = bench.try_render(film).await.expect("a film");
    (film, u64::try_from(began.elapsed().as_millis()).expect("not for ever"))
}

#[tokio::test]
async fn what_is_told_before_holds_and_is_told_better_by_experience() {
    let mut bench = Bench::new();
    bench.quality = Quality::High;
    let draft = film(&mut bench);
    let first = told(&bench, &draft).await;
    assert!(!bench.files().iter().any(|name| name.starts_with("film")), "nothing is made");
    assert_eq!(bench.leftovers(), Vec::<String>::new());
    let (made, _) = rendered(&bench, &draft).await;
    assert!(holds(first.bytes, made.bytes), "{first:?} {}", made.bytes);

    let again = told(&bench, &draft).await;
    assert_eq!(again.bytes, Span { least: made.bytes, most: made.bytes }, "it is there already");
    assert!(again.millis.most < 3000, "{again:?}");

    // The same files in another way: every chunk is new, and nearly as large.
    let mut longer = draft.clone();
    longer["t"][1]["sg"][0]["m"]["text"] = json!("Other words");
    longer["t"][0]["sg"][0]["fx"] = json!(["grayscale", {"k": "brightness", "a": 5}]);
    let second = told(&bench, &longer).await;
    assert!(width(second.bytes) < width(first.bytes) / 2.0, "{first:?} {second:?}");
    let (made, _) = rendered(&bench, &longer).await;
    assert!(holds(second.bytes, made.bytes), "{second:?} {}", made.bytes);
}

#[tokio::test]
async fn chunks_that_are_there_and_stretches_that_are_copied_cost_no_time() {
    let mut bench = Bench::new();
    let draft = film(&mut bench);
    let whole = told(&bench, &draft).await;
    bench.render(&draft).await;
    bench.forget_films();
    let kept = told(&bench, &draft).await;
    assert!(kept.millis.most < whole.millis.most, "{kept:?} {whole:?}");
    assert!(width(kept.bytes) < 1.3, "{kept:?}");
}

#[tokio::test]
async fn a_film_that_is_to_fit_a_size_is_told_to_and_its_progress_leaves_room_for_that() {
    let mut bench = Bench::new();
    let noise = "testsrc2=s=320x180:r=25:d=3,noise=alls=60:allf=t";
    bench.make("noise.mp4", &["-f", "lavfi", "-i", noise, "-c:v", "libx264", "-qp", "10"]);
    let draft = json!({"m": {"width": 320, "height": 180, "fps": 25}, "t": [
        {"tt": 0, "sg": [{"src": "noise.mp4", "d": 3000, "fx": ["grayscale"]}]}]});
    bench.quality = Quality::High;
    // So that it is known how large such films are.
    let mut longer = draft.clone();
    longer["t"][0]["sg"] = json!(vec![json!({"src": "noise.mp4", "d": 3000, "fx": ["sepia"]}); 6]);
    bench.render(&longer).await;
    let most = told(&bench, &draft).await.bytes.least * 2 / 3;
    bench.wish.most_bytes = Some(most);
    let estimate = told(&bench, &draft).await;
    assert!(estimate.bytes.most <= most, "{estimate:?}");
    let (sender, mut receiver) = watch::channel(Told::default());
    let watching = tokio::spawn(async move {
        let mut first = 0.0_f64;
        while receiver.changed().await.is_ok() {
            let told = receiver.borrow_and_update().clone();
            if matches!(told.stage, Stage::Pictures | Stage::Joining) {
                first = first.max(told.part);
            }
        }
        first
    });
    let made = render(bench.order(&draft), sender, CancellationToken::new()).await.expect("fits");
    assert!(made.bytes <= most);
    let first = watching.await.expect("no panic");
    assert!((0.1..0.51).contains(&first), "{first}: the second half is for making it fit");
}
