//! A short clip: waves under a low sun, and a boat that rides them.
//!
//! Six pictures are painted, the sky and what moves before it; ffmpeg slides them over each other,
//! adds the sound of surf, and encodes. The shapes repeat, so that they can slide without an end.

use std::f32::consts::TAU;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use image::{ImageResult, Rgba, RgbaImage};

use super::canvas::{Column, Point, Size, paint};
use super::colour::{Colour, gradient, step};
use super::noise::{cloudy, scatter};
use crate::draft::Millis;
use crate::studio::ffmpeg::{self, Tool};

/// Its file name.
pub const NAME: &str = "waves.mp4";
/// Frames a second.
const RATE: u32 = 25;
/// How long ffmpeg may take; it needs a second.
const LIMIT: Duration = Duration::from_secs(120);
/// How far down the horizon is.
const HORIZON: f32 = 0.56;

/// How large and how long a clip is.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Both numbers even, as H.264 wants them.
    pub size: Size,
    /// From beginning to end.
    pub length: Millis,
}

/// One row of waves. Lengths are parts of the height of the picture.
struct Wave {
    /// Where its crests are.
    level: f32,
    /// From trough to crest.
    rise: f32,
    /// From crest to crest.
    period: f32,
    /// How far it goes in a second; to the right where negative.
    speed: f32,
    crest: Colour,
    deep: Colour,
}

const WAVES: [Wave; 4] = [
    Wave {
        level: 0.585,
        rise: 0.018,
        period: 0.3,
        speed: 0.035,
        crest: Colour::hex(0xf09474),
        deep: Colour::hex(0xa85a7c),
    },
    Wave {
        level: 0.65,
        rise: 0.032,
        period: 0.5,
        speed: -0.06,
        crest: Colour::hex(0xb86280),
        deep: Colour::hex(0x6a407c),
    },
    Wave {
        level: 0.74,
        rise: 0.052,
        period: 0.75,
        speed: 0.11,
        crest: Colour::hex(0x744886),
        deep: Colour::hex(0x342c66),
    },
    Wave {
        level: 0.865,
        rise: 0.075,
        period: 1.1,
        speed: -0.19,
        crest: Colour::hex(0x423676),
        deep: Colour::hex(0x12143a),
    },
];
/// The row of waves that the boat lies behind.
const BEFORE_BOAT: usize = 2;

/// Paints what the clip is made of into a folder, in the order of its layers.
///
/// # Errors
/// When a picture cannot be written.
pub fn layers(folder: &Path, size: Size) -> ImageResult<Vec<PathBuf>> {
    let path = |index: usize| folder.join(format!("layer-{index}.png"));
    paint(size, sky).save(path(0))?;
    let mut paths = vec![path(0)];
    for (index, wave) in WAVES.iter().enumerate() {
        if index == BEFORE_BOAT {
            boat(size).save(folder.join("boat.png"))?;
            paths.push(folder.join("boat.png"));
        }
        wave.picture(size).save(path(index + 1))?;
        paths.push(path(index + 1));
    }
    Ok(paths)
}

/// Moves the layers and encodes them.
///
/// # Errors
/// When ffmpeg is missing or fails.
pub async fn encode(layers: &[PathBuf], format: Format, to: &Path) -> Result<(), ffmpeg::Error> {
    let seconds = format.length.as_secs_f64();
    let mut args: Vec<OsString> = ["-nostdin", "-y", "-v", "error"].map(OsString::from).into();
    for layer in layers {
        // The name is a name, not a pattern: a folder may be called "100%d".
        let input =
            ["-protocol_whitelist", "file,pipe", "-f", "image2", "-pattern_type", "none", "-i"];
        args.extend(input.map(OsString::from));
        args.push(layer.into());
    }
    let surf =
        format!("anoisesrc=color=brown:amplitude=0.6:sample_rate=48000:seed=7:duration={seconds}");
    args.extend(
        ["-f", "lavfi", "-i", &surf, "-filter_complex", &graph(format)].map(OsString::from),
    );
    let encoding = "-map [picture] -map [surf] -c:v libx264 -preset veryfast -crf 19 -profile:v high \
                    -pix_fmt yuv420p -c:a aac -b:a 128k -ar 48000 -movflags +faststart \
                    -fflags +bitexact -flags:v +bitexact -flags:a +bitexact";
    args.extend(encoding.split_whitespace().map(OsString::from));
    args.extend(["-t".into(), seconds.to_string().into(), to.into()]);
    ffmpeg::output(Tool::Ffmpeg, args, LIMIT).await.map(drop)
}

/// The filter graph: the sky stands, each layer slides over those before it.
fn graph(format: Format) -> String {
    let height = format.size.height as f32;
    let mut parts = vec![format!(
        "[0:v]format=yuv420p,loop=loop=-1:size=1:start=0,setpts=N/({RATE}*TB),fps={RATE}[under0]"
    )];
    let mut input = 1;
    for (index, wave) in WAVES.iter().enumerate() {
        if index == BEFORE_BOAT {
            parts.push(over(input, &boat_course(height)));
            input += 1;
        }
        parts.push(over(input, &wave.course(height)));
        input += 1;
    }
    let seconds = format.length.as_secs_f64();
    let fade = (seconds / 5.0).min(1.0);
    let fade_out = seconds - fade;
    parts.push(format!("[under{}]setsar=1[picture]", input - 1));
    parts.push(format!(
        "[{input}:a]highpass=f=120,lowpass=f=1500,tremolo=f=0.4:d=0.6,volume=0.9,afade=t=in:d={fade},\
         afade=t=out:st={fade_out}:d={fade},aformat=channel_layouts=stereo[surf]"
    ));
    parts.join(";")
}

/// Lays an input over all that is below it.
fn over(input: usize, course: &str) -> String {
    format!("[under{}][{input}:v]overlay={course}:eval=frame[under{input}]", input - 1)
}

fn boat_course(height: f32) -> String {
    let (from, speed) = (height * 0.3, height * 0.06);
    let (level, rise) = (height * 0.548, height * 0.007);
    format!("x='{from}+{speed}*t':y='{level}+{rise}*sin(2*PI*t/2.6)'")
}

fn sky(x: f32) -> Column {
    let stops = [
        (0.0, Colour::hex(0x354a8e)),
        (0.28, Colour::hex(0xa06aa4)),
        (0.46, Colour::hex(0xf48c7c)),
        (HORIZON, Colour::hex(0xffd294)),
        (0.62, Colour::hex(0xe88c78)),
    ];
    Box::new(move |y| {
        let away = Point { x, y }.distance(1.2, 0.43);
        let veil = step(0.48, 0.75, cloudy(x * 1.2 + 2.0, y * 9.0, 4, 91)) * step(0.56, 0.2, y);
        let glow = Colour::hex(0xffc480) * (0.4 * (-away * 3.4).exp());
        let sun = Colour::hex(0xfff4d4) * step(0.092, 0.088, away);
        gradient(&stops, y).mix(Colour::hex(0xffc8b4), veil * 0.5) + glow + sun
    })
}

impl Wave {
    /// How far its crest lies below the top of its picture: round troughs, narrower crests.
    fn crest(&self, x: f32) -> f32 {
        let phase = x / self.period * TAU;
        let swell = 0.5 + 0.38 * phase.sin() + 0.12 * (phase * 2.0 + 0.8).sin();
        self.rise * (1.0 - swell.clamp(0.0, 1.0).powf(1.3))
    }

    /// A row of waves, one period wider than the picture so that it can slide.
    fn picture(&self, size: Size) -> RgbaImage {
        let scale = 1.0 / size.height as f32;
        let across = size.width + pixels(self.period / scale) + 1;
        let down = pixels((1.06 - self.level) / scale);
        RgbaImage::from_fn(across, down.max(1), |column, row| {
            let (x, y) = (column as f32 * scale, row as f32 * scale);
            let below = y - self.crest(x);
            let foam = Colour::hex(0xffe4d0) * (0.35 * (-below / (0.006 + self.rise * 0.12)).exp());
            let tone =
                self.crest.mix(self.deep, (below / (self.rise * 2.6)).clamp(0.0, 1.0)) + foam;
            let image::Rgb([red, green, blue]) =
                tone.quantised(scatter(column.cast_signed(), row.cast_signed(), 5));
            Rgba([red, green, blue, opacity(below / scale)])
        })
    }

    /// How it moves: along without an end, and up and down as it goes.
    fn course(&self, height: f32) -> String {
        let (period, speed) = (self.period * height, self.speed * height);
        let (level, rise) = (self.level * height, self.rise * height * 0.22);
        let slide = match self.speed {
            speed_right if speed_right < 0.0 => format!("{}-{period}", "mod(t*SPEED,PERIOD)"),
            _ => "-mod(t*SPEED,PERIOD)".to_owned(),
        };
        let slide =
            slide.replace("SPEED", &speed.abs().to_string()).replace("PERIOD", &period.to_string());
        format!("x='{slide}':y='{level}+{rise}*sin(2*PI*t/{})'", 2.0 + self.period)
    }
}

/// A small sailing boat on nothing.
fn boat(size: Size) -> RgbaImage {
    let side = pixels(size.height as f32 * 0.16);
    RgbaImage::from_fn(side, side, |column, row| {
        let (x, y) = (column as f32 / side as f32 - 0.5, row as f32 / side as f32);
        let hull = step(0.0, 0.02, 0.3 - x.abs() - (y - 0.72).max(0.0) * 0.8)
            * step(0.71, 0.73, y)
            * step(0.86, 0.84, y);
        let main = step(0.0, 0.02, 0.32 * (y - 0.06) / 0.62 - x) * step(0.0, 0.015, x - 0.012);
        let jib = step(0.0, 0.02, 0.24 * (y - 0.18) / 0.5 + x) * step(0.0, 0.015, -x - 0.015);
        let sails = main.max(jib) * step(0.68, 0.67, y) * step(0.05, 0.07, y);
        let tone = if sails > hull { [0xff, 0xf0, 0xe0] } else { [0x3a, 0x22, 0x46] };
        Rgba([tone[0], tone[1], tone[2], opacity(hull.max(sails) - 0.5)])
    })
}

/// From nothing to solid over one point around an edge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn opacity(inside: f32) -> u8 {
    ((inside + 0.5).clamp(0.0, 1.0) * 255.0) as u8
}

/// Whole points.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and positive")]
fn pixels(length: f32) -> u32 {
    length.round() as u32
}
