//! The size of a picture as it is shown: turned as its EXIF says.
//!
//! ffmpeg's releases differ in what they do about EXIF, so it is not asked. The renderer reads the
//! same head with the same library; a picture that this cannot read would be missing from the film.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageReader};

use super::decode::Size;

/// The size; none where the head is damaged. Blocking.
pub(super) fn size(path: &Path) -> Option<Size> {
    let reader = ImageReader::new(BufReader::new(File::open(path).ok()?));
    let mut decoder = reader.with_guessed_format().ok()?.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let turned = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    Some(if turned { Size { width: height, height: width } } else { Size { width, height } })
}
