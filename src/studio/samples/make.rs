//! Puts the sample media into a folder.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use tempfile::TempDir;
use tokio::task::JoinSet;

use super::canvas::{Size, paint};
use super::clip::{self, Format};
use super::pictures::{self, Picture};
use crate::draft::{Millis, Mood};
use crate::studio::ffmpeg;
use crate::studio::music::{Brief, write_wav};

/// The file name of the music.
const THEME: &str = "theme.wav";
/// JPEG quality: no visible loss, half a megabyte a picture.
const QUALITY: u8 = 90;

/// What was made.
#[derive(Debug)]
pub struct Samples {
    /// The files, in the order in which they are best added.
    pub files: Vec<PathBuf>,
    /// What could not be made here.
    pub left_out: Vec<LeftOut>,
}

/// A file that could not be made.
#[derive(Debug)]
pub struct LeftOut {
    /// Its name.
    pub name: &'static str,
    /// Why; usually that ffmpeg is not installed.
    pub reason: ffmpeg::Error,
}

/// Why there are no samples.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder or a file in it cannot be written.
    #[error("{}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// How much is made.
#[derive(Debug, Clone, Copy)]
struct Extent {
    picture: Size,
    clip: Format,
    music: Millis,
}

const FULL: Extent = Extent {
    picture: Size { width: 1600, height: 1067 },
    clip: Format { size: Size { width: 1280, height: 720 }, length: Millis::from_secs(5) },
    music: Millis::from_secs(30),
};

/// Makes six pictures, a clip and a piece of music in a folder, which is made if need be. Each appears
/// only when it is whole, so where all of them are there already nothing is made again.
///
/// # Errors
/// When something cannot be written.
pub async fn make(folder: &Path) -> Result<Samples, Error> {
    let files: Vec<PathBuf> = names().map(|name| folder.join(name)).collect();
    if files.iter().all(|file| file.is_file()) {
        return Ok(Samples { files, left_out: Vec::new() });
    }
    make_to(folder, FULL).await
}

fn names() -> impl Iterator<Item = &'static str> {
    pictures::ALL.iter().map(|picture| picture.name).chain([clip::NAME, THEME])
}

async fn make_to(folder: &Path, extent: Extent) -> Result<Samples, Error> {
    let at_folder = |source| Error::Write { path: folder.to_path_buf(), source };
    fs::create_dir_all(folder).map_err(at_folder)?;
    let workshop = TempDir::with_prefix_in(".samples-", folder).map_err(at_folder)?;
    let mut work = start(workshop.path(), extent);
    let clip = clip(workshop.path(), extent.clip).await?;
    while let Some(done) = work.join_next().await {
        done.map_err(|stopped| at_folder(io::Error::other(stopped)))??;
    }
    let (clip, left_out) = match clip {
        Ok(()) => (Some(clip::NAME), Vec::new()),
        Err(reason) => (None, vec![LeftOut { name: clip::NAME, reason }]),
    };
    let pictures = pictures::ALL.iter().map(|picture| picture.name);
    let names = pictures.chain(clip).chain([THEME]);
    let files = names.map(|name| deliver(workshop.path(), folder, name));
    Ok(Samples { files: files.collect::<Result<_, _>>()?, left_out })
}

/// Starts all that needs no ffmpeg, one task a file.
fn start(workshop: &Path, extent: Extent) -> JoinSet<Result<(), Error>> {
    let mut work = JoinSet::new();
    for picture in pictures::ALL {
        let path = workshop.join(picture.name);
        work.spawn_blocking(move || write_picture(&path, &picture, extent.picture));
    }
    let path = workshop.join(THEME);
    work.spawn_blocking(move || write_music(&path, extent.music));
    work
}

/// The clip; the inner error is that of ffmpeg, without which the rest is still worth having.
async fn clip(workshop: &Path, format: Format) -> Result<Result<(), ffmpeg::Error>, Error> {
    let folder = workshop.to_path_buf();
    let painting = tokio::task::spawn_blocking(move || clip::layers(&folder, format.size)).await;
    let failed = |source| Error::Write { path: workshop.join(clip::NAME), source };
    let painted = painting.map_err(|stopped| failed(io::Error::other(stopped)))?;
    let layers = painted.map_err(|error| failed(written(error)))?;
    Ok(clip::encode(&layers, format, &workshop.join(clip::NAME)).await)
}

fn write_picture(path: &Path, picture: &Picture, size: Size) -> Result<(), Error> {
    let failed = |source| Error::Write { path: path.to_path_buf(), source };
    let mut file = BufWriter::new(File::create(path).map_err(failed)?);
    let painted = paint(size, picture.column);
    let encoded = JpegEncoder::new_with_quality(&mut file, QUALITY).encode_image(&painted);
    encoded.map_err(|error| failed(written(error)))?;
    file.into_inner().map(drop).map_err(|error| failed(error.into_error()))
}

fn write_music(path: &Path, length: Millis) -> Result<(), Error> {
    let brief = Brief { mood: Mood::Upbeat, seed: 1, tempo: None, length };
    write_wav(path, &brief).map_err(|source| Error::Write { path: path.to_path_buf(), source })
}

/// What went wrong on the disk, out of what went wrong with a picture.
fn written(error: image::ImageError) -> io::Error {
    match error {
        image::ImageError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

/// Gives a finished file its place.
fn deliver(workshop: &Path, folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let path = folder.join(name);
    match fs::rename(workshop.join(name), &path) {
        Ok(()) => Ok(path),
        Err(source) => Err(Error::Write { path, source }),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::time::Duration;

    use super::*;
    use crate::studio::ffmpeg::{Tool, output};

    const SMALL: Extent = Extent {
        picture: Size { width: 96, height: 64 },
        clip: Format { size: Size { width: 160, height: 90 }, length: Millis(1000) },
        music: Millis(200),
    };

    async fn probe(path: &Path, entries: &str) -> String {
        let args = ["-v", "error", "-show_entries", entries, "-of", "default=nw=1"];
        let mut args: Vec<OsString> = args.map(OsString::from).into();
        args.push(path.into());
        let answer = output(Tool::Ffprobe, args, Duration::from_secs(60)).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    fn names(samples: &Samples) -> Vec<&str> {
        samples.files.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect()
    }

    #[tokio::test]
    async fn the_folder_holds_what_is_promised_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("new/100%d folder");
        let samples = make_to(&inside, SMALL).await.unwrap();
        let expected = [
            "01-sunset.jpg",
            "02-dunes.jpg",
            "03-mountains.jpg",
            "04-city.jpg",
            "05-meadow.jpg",
            "06-forest.jpg",
            "waves.mp4",
            "theme.wav",
        ];
        assert_eq!(names(&samples), expected);
        assert!(samples.left_out.is_empty(), "{:?}", samples.left_out);
        assert_eq!(fs::read_dir(&inside).unwrap().count(), expected.len());
    }

    #[tokio::test]
    async fn every_file_is_what_its_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let samples = make_to(folder.path(), SMALL).await.unwrap();
        for picture in &samples.files[..6] {
            let decoded = image::open(picture).unwrap();
            assert_eq!((decoded.width(), decoded.height()), (96, 64));
        }
        let clip =
            probe(&samples.files[6], "stream=codec_name,width,height,pix_fmt,r_frame_rate").await;
        for line in
            ["codec_name=h264", "width=160", "height=90", "yuv420p", "25/1", "codec_name=aac"]
        {
            assert!(clip.contains(line), "{line} in {clip}");
        }
        let length = probe(&samples.files[6], "format=duration").await;
        assert!(length.contains("duration=1.0"), "{length}");
        let music = hound::WavReader::open(&samples.files[7]).unwrap();
        assert_eq!(music.duration(), 200 * 48);
    }

    #[test]
    fn the_same_picture_is_painted_every_time_and_no_two_are_alike() {
        let size = SMALL.picture;
        let painted = |picture: &Picture| paint(size, picture.column).into_raw();
        let once: Vec<_> = pictures::ALL.iter().map(painted).collect();
        let again: Vec<_> = pictures::ALL.iter().map(painted).collect();
        assert_eq!(once, again);
        for (index, picture) in once.iter().enumerate() {
            assert!(!once[..index].contains(picture));
            let darkest = picture.iter().min().unwrap();
            let brightest = picture.iter().max().unwrap();
            assert!(brightest - darkest > 120, "{} is flat", pictures::ALL[index].name);
        }
    }

    #[tokio::test]
    async fn the_clip_moves() {
        let folder = tempfile::tempdir().unwrap();
        let samples = make_to(folder.path(), SMALL).await.unwrap();
        let mut args: Vec<OsString> = ["-v", "error", "-i"].map(OsString::from).into();
        args.push(samples.files[6].clone().into());
        args.extend(["-f", "framemd5", "-map", "0:v", "-"].map(OsString::from));
        let frames = output(Tool::Ffmpeg, args, Duration::from_secs(60)).await.unwrap();
        let text = String::from_utf8(frames).unwrap();
        let sums = text.lines().filter(|line| !line.starts_with('#'));
        let sums: Vec<&str> = sums.filter_map(|line| line.rsplit(',').next()).collect();
        assert_eq!(sums.len(), 25);
        let distinct: std::collections::HashSet<_> = sums.iter().collect();
        assert!(distinct.len() > 20, "{} different frames", distinct.len());
    }

    #[tokio::test]
    async fn a_clip_that_ffmpeg_cannot_make_is_left_out_and_the_rest_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let odd = Format { size: Size { width: 161, height: 91 }, ..SMALL.clip };
        let samples = make_to(folder.path(), Extent { clip: odd, ..SMALL }).await.unwrap();
        assert_eq!(samples.left_out.len(), 1);
        assert_eq!(samples.left_out[0].name, "waves.mp4");
        assert_eq!(samples.files.len(), 7);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 7);
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = make_to(&file.join("below"), SMALL).await.unwrap_err();
        assert!(error.to_string().contains("below"), "{error}");
    }
}
