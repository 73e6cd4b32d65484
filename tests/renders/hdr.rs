//! Colours of HDR footage, both kinds, as they are seen on an ordinary screen.

use serde_json::json;

use crate::bench::{Bench, ffmpeg};

/// Light of four patches, in the colours of an ordinary screen: a red, a green, a blue and a grey. One
/// is its white, a hundred nits.
const PATCHES: [[f64; 3]; 4] =
    [[0.6, 0.06, 0.06], [0.06, 0.5, 0.06], [0.08, 0.08, 0.7], [0.3, 0.3, 0.3]];

const WIDTH: usize = 320;
const HEIGHT: usize = 180;

/// The same light by the primaries of BT.2020, as BT.2087 has it.
fn wide([red, green, blue]: [f64; 3]) -> [f64; 3] {
    [
        0.6274 * red + 0.3293 * green + 0.0433 * blue,
        0.0691 * red + 0.9195 * green + 0.0114 * blue,
        0.0164 * red + 0.0880 * green + 0.8956 * blue,
    ]
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2627 * red + 0.6780 * green + 0.0593 * blue
}

/// SMPTE ST 2084: ten thousand nits are one.
fn pq(light: [f64; 3]) -> [f64; 3] {
    light.map(|part| {
        let power = (part / 100.0).powf(2610.0 / 16384.0);
        let (c1, c2, c3) = (3424.0 / 4096.0, 2413.0 / 128.0, 2392.0 / 128.0);
        ((c1 + c2 * power) / (1.0 + c3 * power)).powf(2523.0 / 32.0)
    })
}

/// BT.2100's HLG, on a screen of a thousand nits.
fn hlg(light: [f64; 3]) -> [f64; 3] {
    let shown = light.map(|part| part / 10.0);
    let scene = shown.map(|part| part / luminance(shown).powf(1.0 / 6.0));
    scene.map(|part| {
        let (a, b, c) = (0.178_832_77, 0.284_668_92, 0.559_910_73);
        if part <= 1.0 / 12.0 { (3.0 * part).sqrt() } else { a * (12.0 * part - b).ln() + c }
    })
}

/// What a screen shows of it where everything up to a thousand nits is pressed together: two fifths of the
/// light where it is dim, in the same colour.
fn pressed(light: [f64; 3]) -> [u8; 3] {
    let most = light.into_iter().fold(0.0, f64::max);
    let film = |part: f64| {
        let (above, below) =
            (part * (0.15 * part + 0.05) + 0.004, part * (0.15 * part + 0.5) + 0.06);
        above / below - 0.02 / 0.3
    };
    let part = film(most) / film(10.0) / most;
    light.map(|light| ((light * part).powf(1.0 / 2.4) * 255.0).round() as u8)
}

/// One picture, one patch beside the other, as planes of ten bits.
fn picture(curve: fn([f64; 3]) -> [f64; 3]) -> Vec<u8> {
    let coded = PATCHES.map(|light| {
        let [red, green, blue] = curve(wide(light));
        let luma = luminance([red, green, blue]);
        let (cb, cr) = ((blue - luma) / 1.8814, (red - luma) / 1.4746);
        [64.0 + 876.0 * luma, 512.0 + 896.0 * cb, 512.0 + 896.0 * cr]
    });
    let plane = |part: usize, width: usize, height: usize| {
        let at = move |x: usize| coded[x * PATCHES.len() / width][part].round();
        (0..height).flat_map(move |_| (0..width).flat_map(move |x| (at(x) as u16).to_le_bytes()))
    };
    let (w, h) = (WIDTH / 2, HEIGHT / 2);
    plane(0, WIDTH, HEIGHT).chain(plane(1, w, h)).chain(plane(2, w, h)).collect()
}

/// A clip as a camera writes it.
fn record(bench: &mut Bench, name: &str, transfer: &str, curve: fn([f64; 3]) -> [f64; 3]) {
    let raw = bench.path("picture.yuv");
    std::fs::write(&raw, picture(curve)).expect("written");
    let size = format!("{WIDTH}x{HEIGHT}");
    let raw = raw.to_str().unwrap();
    let mut args = vec!["-f", "rawvideo", "-pix_fmt", "yuv420p10le", "-s", &size, "-r", "10"];
    args.extend(["-stream_loop", "9", "-i", raw, "-c:v", "libx265"]);
    args.extend(["-x265-params", "log-level=error:crf=8", "-color_trc", transfer]);
    args.extend(["-colorspace", "bt2020nc", "-color_primaries", "bt2020", "-color_range", "tv"]);
    bench.make(name, &args);
    let path = bench.path(name);
    let untouched = ffmpeg(["-i", path.to_str().unwrap(), "-frames:v", "1", "-f", "rawvideo", "-"]);
    assert_eq!(untouched.len(), WIDTH * HEIGHT * 3, "it has ten bits");
}

#[tokio::test]
async fn footage_in_pq_and_in_hlg_keeps_its_colours() {
    let mut bench = Bench::new();
    record(&mut bench, "pq.mp4", "smpte2084", pq);
    record(&mut bench, "hlg.mov", "arib-std-b67", hlg);
    for name in ["pq.mp4", "hlg.mov"] {
        let film = bench
            .render(&json!({"m": {"width": WIDTH, "height": HEIGHT, "fps": 10},
                "t": [{"tt": 0, "sg": [{"src": name, "d": 500}]}]}))
            .await;
        assert_eq!(film.rendered.warnings, [], "{name}");
        let (picture, _) = film.streams();
        for key in ["color_transfer", "color_primaries", "color_space"] {
            assert_eq!(picture[key], json!("bt709"), "{key} of {name}");
        }
        let frame = &film.frames()[2];
        for (patch, light) in PATCHES.into_iter().enumerate() {
            let shown = frame.pixel(WIDTH / 8 + patch * WIDTH / 4, HEIGHT / 2);
            let wanted = pressed(light);
            // Washed out, the dark parts would be too light; with the curve undone for each colour apart, HLG's
            // would be darker by up to thirty.
            let near = shown.iter().zip(wanted).all(|(part, wanted)| {
                part.abs_diff(wanted) <= if *part > wanted && wanted < 80 { 7 } else { 8 }
            });
            assert!(near, "{name}: {shown:?} and not {wanted:?}");
        }
    }
}
