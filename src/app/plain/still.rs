//! A frame of a film that is made elsewhere, as a file.
//!
//! The studio renders a frame as the export does. Elsewhere nobody makes a frame; it is drawn here from
//! the files that were sent, as the preview is, and saved by the program itself. Where that cannot be
//! done it is said why.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use crate::language::Problem;
use crate::link::{Command, OutputSettings, Picture, Wish};
use crate::ui::words::plain;

use super::super::{Effect, State, backends, chat};
use super::Listed;
use super::order::Heard;

/// Good enough that nobody sees the difference.
const JPEG_QUALITY: u8 = 92;

/// More files of one name are not made on purpose.
const MOST: usize = 1000;

/// A frame that is to be saved when it has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    wish: Wish,
    path: PathBuf,
    /// The name is the program's own; where it is taken it gets a number.
    is_own: bool,
}

/// Orders the frame under the playhead, which is saved when it has come.
pub(super) fn order(state: &State, path: &Path, is_own: bool, listed: &mut Listed) -> Heard {
    let canvas = state.timeline.draft().map(|draft| draft.canvas).unwrap_or_default();
    let wish = Wish { at: state.timeline.playhead, width: canvas.width, height: canvas.height };
    let path = state.path(&path.to_string_lossy());
    listed.wants_picture = Some(Wanted { wish, path, is_own });
    Heard::order(vec![Effect::Tell(Command::Preview(wish))])
}

impl Listed {
    /// How the frame that has come is to be saved, if it was wanted for that.
    pub(super) fn wanted_picture(&mut self, wish: Wish) -> Option<Wanted> {
        self.wants_picture.take_if(|wanted| wanted.wish == wish)
    }
}

/// Saves a frame under a name that is free; it appears there when it is whole. Blocks.
pub(super) fn save(wanted: &Wanted, picture: &Picture) -> (PathBuf, Result<(), Problem>) {
    let mut path = wanted.path.clone();
    let mut number = 1;
    loop {
        let Err(error) = write(&path, picture) else { return (path, Ok(())) };
        let is_taken = error.kind() == io::ErrorKind::AlreadyExists;
        if !(is_taken && wanted.is_own && number < MOST) {
            let problem = match error.kind() {
                io::ErrorKind::AlreadyExists => Problem::FileExists { path: told(&path) },
                io::ErrorKind::StorageFull => Problem::DiskFull { path: told(&path) },
                _ => Problem::NotWritable { path: told(&path), reason: error.to_string() },
            };
            return (path, Err(problem));
        }
        number += 1;
        path = numbered(&wanted.path, number);
    }
}

/// `picture-0-05-2.png`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    path.with_file_name(format!("{}-{number}.{}", part(path.file_stem()), part(path.extension())))
}

fn told(path: &Path) -> String {
    path.display().to_string()
}

/// A frame was saved, or was not.
pub(crate) fn saved(state: &mut State, path: &Path, saved: Result<(), Problem>) -> Vec<Effect> {
    match saved {
        Ok(()) => {
            let path = backends::at_home(path, state.home.as_deref());
            let line = plain::saved(state.language, &path);
            chat::tell(state, line)
        }
        Err(problem) => chat::tell_problem(state, &problem),
    }
}

fn write(path: &Path, picture: &Picture) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    let mut out = BufWriter::new(file.as_file());
    let Picture { width, height, rgb } = picture;
    let written = if OutputSettings::format_of(path) == Some("jpg") {
        let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
        encoder.write_image(rgb, *width, *height, ExtendedColorType::Rgb8)
    } else {
        PngEncoder::new(&mut out).write_image(rgb, *width, *height, ExtendedColorType::Rgb8)
    };
    written.map_err(io::Error::other)?;
    out.flush()?;
    drop(out);
    file.persist_noclobber(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Millis;

    #[test]
    fn a_frame_is_saved_under_a_free_name_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let picture = Picture { width: 2, height: 1, rgb: vec![255, 0, 0, 0, 0, 255] };
        let wish = Wish { at: Millis(0), width: 2, height: 1 };
        let wanted = |name: &str, is_own| Wanted { wish, path: folder.path().join(name), is_own };
        for name in ["frame.png", "frame.jpg"] {
            let wanted = wanted(name, false);
            assert_eq!(save(&wanted, &picture), (wanted.path.clone(), Ok(())));
            let found = image::open(&wanted.path).expect("a picture").to_rgb8();
            assert_eq!(found.dimensions(), (2, 1), "{name}");
            let (_, again) = save(&wanted, &picture);
            assert_eq!(again, Err(Problem::FileExists { path: told(&wanted.path) }));
        }
        for number in [2, 3] {
            let (path, saved) = save(&wanted("frame.png", true), &picture);
            assert_eq!((path, saved), (folder.path().join(format!("frame-{number}.png")), Ok(())));
        }
        assert_eq!(std::fs::read_dir(folder.path()).expect("there").count(), 4);
        let (_, nowhere) = save(&wanted("no/frame.png", true), &picture);
        assert!(matches!(nowhere, Err(Problem::NotWritable { .. })), "{nowhere:?}");
    }
}
