//! One frame of a film as a picture: the preview's frame at the film's full size.

use std::io::{self, BufWriter, Write};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use crate::draft::Millis;

use super::footage::{Known, Size};
use super::preview::{Moment, frame};
use super::work_folder::begin_film;
use super::{Error, Form, Order, Rendered};

/// Good enough that nobody sees the difference, at a tenth of the size.
const JPEG_QUALITY: u8 = 92;

/// Makes the still that an order asks for; it appears under its name when it is whole.
pub(super) async fn render(order: &Order) -> Result<Rendered, Error> {
    let canvas = order.draft.canvas;
    let size = Size { width: (canvas.width & !1).max(2), height: (canvas.height & !1).max(2) };
    let moment = Moment {
        draft: order.draft.clone(),
        media: order.media.clone(),
        at: order.wish.at,
        within: size,
        scratch: order.scratch.clone(),
        language: order.language,
    };
    let file = begin_film(&order.output).map_err(Error::write(&order.output))?;
    let (glimpse, warnings) = frame(&moment, size, &Known::default()).await?;
    let form = order.form;
    let written = tokio::task::spawn_blocking(move || {
        let mut out = BufWriter::new(file.as_file());
        encode(form, &glimpse.rgb, size, &mut out)?;
        out.flush()?;
        drop(out);
        io::Result::Ok(file)
    });
    let written = written.await.unwrap_or_else(|panic| Err(io::Error::other(panic)));
    let file = written.map_err(Error::write(&order.output))?;
    let path = order.output.clone();
    file.persist(&path).map_err(|refused| Error::write(&path)(refused.error))?;
    let bytes = std::fs::metadata(&path).map_err(Error::write(&path))?.len();
    Ok(Rendered { path, bytes, duration: Millis::ZERO, warnings })
}

fn encode(form: Form, rgb: &[u8], size: Size, out: &mut impl Write) -> io::Result<()> {
    let Size { width, height } = size;
    let encoded = match form {
        Form::Jpg => JpegEncoder::new_with_quality(out, JPEG_QUALITY).write_image(
            rgb,
            width,
            height,
            ExtendedColorType::Rgb8,
        ),
        _ => PngEncoder::new(out).write_image(rgb, width, height, ExtendedColorType::Rgb8),
    };
    encoded.map_err(|error| match error {
        image::ImageError::IoError(error) => error,
        other => io::Error::other(other),
    })
}
