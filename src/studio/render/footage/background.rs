//! Backgrounds that are made here: a colour, or one that becomes another from corner to corner.
//!
//! Each is a picture of the canvas's own shape, kept below the scratch folder, and from there on a still like
//! any other: cut, faded, crossed and moved over by the camera.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{Rgb, RgbImage};
use tokio::task::spawn_blocking;

use crate::draft::{Canvas, Colour, Draft, Generated, Kind};

use super::{Footage, Motion, Picture, Size};
use crate::studio::render::kept_chunks::{KeptChunks, Key};

type Colours = (Colour, Colour);

/// What a background is called among the sources.
pub(super) fn name((from, to): Colours) -> String {
    let hex = |colour: Colour| colour.to_hex().replace('#', "");
    format!("background-{}-{}", hex(from), hex(to))
}

/// All backgrounds of a draft. One that cannot be written is missing like a source.
pub(super) async fn all(draft: &Draft, scratch: &Path) -> Vec<Footage> {
    let tracks = draft.tracks.iter().filter(|track| track.kind == Kind::Video);
    let segments = tracks.flat_map(|track| &track.segments);
    let generated = segments.filter_map(|segment| segment.generated.as_ref());
    let wanted: HashSet<Colours> = generated.filter_map(Generated::colours).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let (canvas, scratch) = (draft.canvas, scratch.to_owned());
    let making = spawn_blocking(move || {
        let made = wanted.into_iter().map(|colours| made(colours, canvas, &scratch));
        made.filter_map(|made| {
            made.inspect_err(|error| tracing::warn!(%error, "a background was not made")).ok()
        })
        .collect()
    });
    making.await.unwrap_or_default()
}

/// The same colours at the same size are the same picture, so what is there already is used again.
fn made(colours: Colours, canvas: Canvas, scratch: &Path) -> io::Result<Footage> {
    let size = Size { width: canvas.width.max(2), height: canvas.height.max(2) };
    let name = name(colours);
    let kept = KeptChunks::open_backgrounds(scratch)?;
    let told = format!("{name} {}x{}", size.width, size.height);
    let key = Key::of([told.as_str()].into_iter(), std::iter::empty(), Path::new("\0"), "")?;
    if !kept.touch(&key) {
        let beside = kept.begin()?;
        write(&draw(colours, size), beside.as_file())?;
        kept.keep_begun(&key, beside)?;
        kept.sweep();
    }
    Ok(footage(name, kept.path(&key), size))
}

fn footage(name: String, path: PathBuf, size: Size) -> Footage {
    let picture = Picture {
        stream: 0,
        motion: Motion::Still,
        shown: size,
        orientation: Orientation::NoTransforms,
        alpha: false,
        is_plain: false,
        hdr: None,
        is_unmapped: false,
        fields: None,
        untold_matrix: None,
        by_zimg: false,
    };
    Footage {
        name,
        path,
        demuxer: Some("png_pipe"),
        decoder: None,
        lead: Duration::ZERO,
        picture: Some(picture),
        sound: None,
    }
}

/// Quickly: what lies between two colours is no smaller for more effort.
fn write(picture: &RgbImage, target: &File) -> io::Result<()> {
    let out = io::BufWriter::new(target);
    let encoder = PngEncoder::new_with_quality(out, CompressionType::Fast, FilterType::Adaptive);
    picture.write_with_encoder(encoder).map_err(io::Error::other)
}

/// From corner to corner. Between two values a pattern decides which is nearer, so that no bands are seen.
fn draw((Colour(from), Colour(to)): Colours, size: Size) -> RgbImage {
    let across = f64::from(size.width - 1).max(1.0);
    let down = f64::from(size.height - 1).max(1.0);
    RgbImage::from_fn(size.width, size.height, |x, y| {
        let way = f64::midpoint(f64::from(x) / across, f64::from(y) / down);
        let nearer = threshold(x, y);
        Rgb(std::array::from_fn(|part| {
            let (from, to) = (f64::from(from[part]), f64::from(to[part]));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let value = (from + (to - from) * way + nearer).clamp(0.0, 255.0) as u8;
            value
        }))
    })
}

/// A value from 0 to 1 that differs from pixel to pixel and is even over a few of them.
fn threshold(x: u32, y: u32) -> f64 {
    let wave = 0.067_110_56 * f64::from(x) + 0.005_837_15 * f64::from(y);
    ((52.982_918_9 * wave.fract()).fract()).clamp(0.001, 0.999)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_made_once_and_kept_where_there_is_an_end_of_room() {
        let scratch = tempfile::tempdir().unwrap();
        let canvas = Canvas { width: 64, height: 36, rate: crate::draft::FrameRate::whole(30) };
        let colours = (Colour([0, 31, 63]), Colour([0; 3]));
        let first = made(colours, canvas, scratch.path()).unwrap();
        assert_eq!(image::open(&first.path).unwrap().to_rgb8().get_pixel(0, 0).0, [0, 31, 63]);
        assert_eq!(made(colours, canvas, scratch.path()).unwrap().path, first.path);
        assert!(first.path.starts_with(scratch.path().join("backgrounds")));
        let wide = Canvas { width: 128, ..canvas };
        assert_ne!(made(colours, wide, scratch.path()).unwrap().path, first.path);
    }

    #[test]
    fn a_gradient_goes_from_corner_to_corner_and_a_colour_stays() {
        let (navy, black) = (Colour([0, 31, 63]), Colour([0; 3]));
        let size = Size { width: 320, height: 180 };
        let picture = draw((navy, black), size);
        assert_eq!((picture.get_pixel(0, 0).0, picture.get_pixel(319, 179).0), (navy.0, black.0));
        let middle = picture.get_pixel(160, 90).0;
        assert!(middle[2].abs_diff(31) <= 1, "{middle:?}");
        assert!(draw((navy, navy), size).pixels().all(|pixel| pixel.0 == navy.0));
    }
}
