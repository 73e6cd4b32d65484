//! Stills: their size, alpha and orientation, from the head of the file.
//!
//! The orientation in a photograph's EXIF is read here and handed to ffmpeg as plain filters:
//! ffmpeg's releases differ in what they do about it themselves.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, ImageReader};

use super::{Motion, Picture, Size};

/// The kinds of file that are looked at here and not by ffprobe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jpeg,
    Png,
    WebP,
}

impl Format {
    /// By the first bytes; names lie.
    pub(super) fn of(path: &Path) -> std::io::Result<Option<Self>> {
        let mut head = Vec::with_capacity(12);
        File::open(path)?.take(12).read_to_end(&mut head)?;
        Ok(match &head[..] {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Some(Self::WebP),
            _ => None,
        })
    }

    /// ffmpeg's demuxer for one picture of this format.
    pub(super) const fn demuxer(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg_pipe",
            Self::Png => "png_pipe",
            Self::WebP => "webp_pipe",
        }
    }
}

/// Looks at the head of a still.
pub(super) fn look(path: &Path) -> Result<Picture, ImageError> {
    let reader = ImageReader::new(BufReader::new(File::open(path)?)).with_guessed_format()?;
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok(Picture {
        stream: 0,
        motion: Motion::Still,
        shown: upright(Size { width, height }, orientation),
        orientation,
        alpha: decoder.color_type().has_alpha(),
        is_plain: false,
        hdr: None,
        is_unmapped: false,
        fields: None,
        untold_matrix: None,
        by_zimg: false,
    })
}

fn upright(size: Size, orientation: Orientation) -> Size {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => Size { width: size.height, height: size.width },
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => size,
    }
}
