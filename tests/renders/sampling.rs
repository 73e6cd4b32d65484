//! Sounds of unusual sampling rates, at their pitch, their level and their length.

use serde_json::json;

use crate::bench::Bench;
use crate::film::loudness;

/// Rates from a telephone's to a studio's.
const RATES: [u32; 4] = [8_000, 11_025, 96_000, 192_000];

/// A sine at half of full scale has this power.
const TONE: f64 = -9.03;

/// How often the tone swings in a second.
fn pitch(second: &[f32]) -> usize {
    second.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count()
}

#[tokio::test]
async fn a_sound_of_any_rate_is_heard_at_its_pitch_its_level_and_its_length() {
    let mut bench = Bench::new();
    for rate in RATES {
        // Where there is room for it, something too high for ears and for the film, which would come
        // back as a whistle of 2 kHz if every fourth number were taken.
        let above = if rate > 100_000 { "+0.4*sin(2*PI*50000*t)" } else { "" };
        let source = format!("aevalsrc='0.5*sin(2*PI*440*t){above}':s={rate}:d=1.5");
        let name = format!("{rate}.wav");
        bench.make(&name, &["-f", "lavfi", "-i", &source, "-c:a", "pcm_s24le"]);
        let draft = json!({"m": {"width": 160, "height": 90, "fps": 30},
            "t": [{"tt": 0, "sg": [{"d": 2500, "src": "none.png"}]},
                {"tt": 1, "sg": [{"st": 500, "d": 1500, "src": name}]}]});
        let samples = bench.render(&draft).await.samples();
        let waves = pitch(&samples[36_000..84_000]);
        assert!(waves.abs_diff(440) <= 1, "{waves} Hz at {rate}");
        let level = loudness(&samples, 0.55, 1.95);
        assert!((level - TONE).abs() < 0.3, "{level:.2} dB at {rate}");
        let is_heard = |sample: &f32| sample.abs() > 0.1;
        let first = samples.iter().position(is_heard).unwrap();
        let last = samples.iter().rposition(is_heard).unwrap();
        assert!(first.abs_diff(24_000) < 480, "it begins at {first}, at {rate}");
        assert!(last.abs_diff(96_000) < 480, "it ends at {last}, at {rate}");
    }
}

#[tokio::test]
async fn a_clip_of_any_sampling_rate_is_in_time_with_its_picture() {
    let mut bench = Bench::new();
    let picture =
        "color=c=black:s=160x90:r=30:d=2,drawbox=color=white:t=fill:enable='between(t,1.49,1.7)'";
    for rate in ["8000", "192000"] {
        let sound =
            format!("aevalsrc='if(between(t,1.5,1.7),0.5*sin(2*PI*1000*t),0)':s={rate}:d=2");
        let name = format!("{rate}.mov");
        let inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", &sound];
        let encoders = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"];
        bench.make(&name, &[&inputs[..], &encoders].concat());
        let draft = json!({"m": {"width": 160, "height": 90, "fps": 30},
            "t": [{"tt": 0, "sg": [{"src": name, "in": 500, "d": 1500}]}]});
        let film = bench.render(&draft).await;
        let flash = film.frames().iter().position(|frame| frame.centre()[1] > 128).unwrap();
        let beep = film.samples().iter().position(|sample| sample.abs() > 0.1).unwrap();
        let apart = beep as f64 / 48_000.0 - flash as f64 / 30.0;
        assert!(flash == 30 && apart.abs() < 0.02, "{rate}: frame {flash}, {apart:.3} s apart");
    }
}
