//! A film made to fit a size: what is too large is encoded once more, in two passes, by a rate.
//!
//! First the film is made as ever, so that kept chunks serve it and a film that fits is not touched. Only
//! one that does not fit is encoded again from there: the first pass looks where the bits are needed, the
//! second spends them. The rate follows from length and size, with room for the container; should
//! the file still be too large, the rate goes down by as much as was missing, once.

use std::ffi::OsString;
use std::path::Path;

use crate::draft::{Canvas, Millis};
use crate::studio::ffmpeg::{LOCAL_ONLY, file_argument};

use super::{Form, Quality};

/// A size that no film of that length and picture fits into without falling apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{least} bytes are needed at least")]
pub struct TooSmall {
    /// What is needed.
    pub least: u64,
}

/// What a film is encoded with to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rate {
    /// Bits a second of picture.
    pub(super) picture: u64,
    /// Bits a second of sound.
    pub(super) sound: u64,
}

/// What the container needs, in thousandths.
const CONTAINER: u64 = 15;
/// What it needs whatever the length, in bits.
const HEAD: u64 = 8 * 8_000;
/// Bits for a thousand pixels below which a picture falls apart.
const LEAST_BITS: f64 = 8.0;
/// Bits a second below which encoders refuse to begin.
const SLOWEST: u64 = 4_000;
/// Bits a second of sound, from good to just bearable.
const SOUNDS: [u64; 4] = [192_000, 128_000, 96_000, 48_000];
/// The sound takes no more than so much of the whole, unless it must.
const SOUND_SHARE: u64 = 8;

/// Whether a film of this length and picture can have so few bytes.
///
/// # Errors
/// [`TooSmall`], with what it needs.
pub fn check_size(most: u64, length: Millis, canvas: Canvas) -> Result<(), TooSmall> {
    let least = least(length, canvas);
    if most < least { Err(TooSmall { least }) } else { Ok(()) }
}

fn least(length: Millis, canvas: Canvas) -> u64 {
    let bits = least_picture(canvas) + SOUNDS[3];
    let bits = bits * length.0.max(1) / 1000;
    (bits * 1000 / (1000 - CONTAINER) + HEAD).div_ceil(8)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and small")]
fn least_picture(canvas: Canvas) -> u64 {
    let pixels = f64::from(canvas.width) * f64::from(canvas.height) * canvas.rate.as_f64();
    (pixels / 1000.0 * LEAST_BITS) as u64
}

/// The rate at which a film has no more than so many bytes.
pub(super) fn rate(most: u64, length: Millis, canvas: Canvas) -> Rate {
    let bits = (most * 8).saturating_sub(HEAD) * (1000 - CONTAINER) / 1000;
    let each_second = bits * 1000 / length.0.max(1);
    let fits = |sound: &u64| *sound * SOUND_SHARE <= each_second;
    let sound = SOUNDS.into_iter().find(fits).unwrap_or(SOUNDS[3]);
    let picture = each_second.saturating_sub(sound).max(least_picture(canvas) / 2).max(SLOWEST);
    Rate { picture, sound }
}

/// The rate after a file came out too large.
pub(super) fn corrected(rate: Rate, came_out: u64, most: u64) -> Rate {
    let picture = u128::from(rate.picture) * u128::from(most) * 97;
    let picture = picture / (u128::from(came_out.max(1)) * 100);
    Rate { picture: u64::try_from(picture).unwrap_or(rate.picture).max(SLOWEST), ..rate }
}

/// The arguments of a pass, 1 or 2. `log` is where the first one leaves its findings.
pub(super) fn pass(
    number: u8,
    film: &Path,
    target: &Path,
    log: &Path,
    (form, quality, rate): (Form, Quality, Rate),
) -> Vec<OsString> {
    let picture = rate.picture.to_string();
    let most = (rate.picture * 2).to_string();
    let sound = rate.sound.to_string();
    let mut words = vec!["-hide_banner", "-nostdin", "-loglevel", "error", "-y"];
    words.extend(LOCAL_ONLY);
    let mut args: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    args.extend([OsString::from("-i"), file_argument(film)]);
    let (pass, picture_words) = (number.to_string(), encoder(form, quality));
    let colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
    let mut words = vec!["-map", "0:v:0"];
    words.extend(picture_words);
    words.extend(["-b:v", &picture, "-maxrate", &most, "-bufsize", &most]);
    words.extend(["-pix_fmt", "yuv420p", "-color_range", "tv"]);
    words.extend(colours);
    words.extend(["-fps_mode", "passthrough", "-pass", &pass, "-passlogfile"]);
    args.extend(words.into_iter().map(OsString::from));
    args.push(log.as_os_str().to_owned());
    if number == 1 {
        args.extend(["-an", "-f", "null", "-"].map(OsString::from));
        return args;
    }
    let codec = if form == Form::WebM { "libopus" } else { "aac" };
    let sound = ["-map", "0:a:0?", "-c:a", codec, "-b:a", &sound];
    args.extend(sound.into_iter().chain(form.muxer().iter().copied()).map(OsString::from));
    args.push(file_argument(target));
    args
}

fn encoder(form: Form, quality: Quality) -> Vec<&'static str> {
    let (preset, speed) = match quality {
        Quality::Draft => ("superfast", "8"),
        Quality::Standard => ("veryfast", "5"),
        Quality::High => ("fast", "3"),
    };
    match form {
        Form::WebM => {
            let quick = vec!["-c:v", "libvpx-vp9", "-deadline", "good", "-row-mt", "1"];
            quick.into_iter().chain(["-cpu-used", speed.min("5")]).collect()
        }
        _ => vec!["-c:v", "libx264", "-profile:v", "high", "-preset", preset],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::FrameRate;

    fn canvas(width: u32, height: u32) -> Canvas {
        Canvas { width, height, rate: FrameRate::whole(30) }
    }

    #[test]
    fn picture_and_sound_together_stay_below_the_size() {
        for (most, seconds) in [(8_000_000, 60), (8_000_000, 10), (1_000_000, 30), (500_000, 5)] {
            let length = Millis(seconds * 1000);
            let rate = rate(most, length, canvas(640, 360));
            let bytes = (rate.picture + rate.sound) * seconds / 8;
            assert!(bytes < most, "{most} {seconds}: {rate:?}");
            assert!(bytes * 10 > most * 9, "{most} {seconds}: {rate:?} wastes room");
        }
    }

    #[test]
    fn sound_gives_way_before_the_picture_does() {
        let sound = |most| rate(most, Millis(60_000), canvas(640, 360)).sound;
        assert_eq!(sound(30_000_000), 192_000);
        assert_eq!(sound(8_000_000), 128_000);
        assert_eq!(sound(1_000_000), 48_000);
    }

    #[test]
    fn a_size_that_no_film_fits_into_is_refused_with_what_is_needed() {
        let long = Millis(600_000);
        let refused = check_size(1_000_000, long, canvas(1920, 1080)).expect_err("too small");
        assert_eq!(check_size(refused.least, long, canvas(1920, 1080)), Ok(()));
        assert_eq!(check_size(8_000_000, Millis(30_000), canvas(1920, 1080)), Ok(()));
    }

    #[test]
    fn a_file_that_came_out_too_large_gets_less() {
        let rate = Rate { picture: 1_000_000, sound: 96_000 };
        assert_eq!(corrected(rate, 1_250_000, 1_000_000).picture, 776_000);
    }
}
