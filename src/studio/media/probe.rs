//! What a file is, judged by its content from its first byte to its first frame.

use std::path::Path;
use std::time::Duration;

use super::decode::{Size, first_picture, first_sound, measure, run, words};
use super::report::{Report, Stream};
use super::whole::is_whole;
use super::{Arrived, Error, Subtitles, moving_webp, subtitles, upright};
use crate::api::wire::{FileType, MediaKind};
use crate::draft::Millis;
use crate::studio::ffmpeg::{LOCAL_ONLY, Tool, file_argument};

/// Long enough to count the frames of a large GIF.
const LIMIT: Duration = Duration::from_secs(60);

/// What is known of a file that can be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Its type, by content.
    pub file_type: FileType,
    /// What it is to an editor: an MP4 without pictures is sound.
    pub kind: MediaKind,
    /// How long it plays; none for stills.
    pub duration: Option<Millis>,
    /// Pixels across, as shown; none for sound.
    pub width: Option<u32>,
    /// Pixels down, as shown.
    pub height: Option<u32>,
    /// Frames a second; none for stills and sound.
    pub fps: Option<f64>,
    /// Whether it can be heard.
    pub has_audio: bool,
}

impl Facts {
    /// What can be seen, with nothing said about time and sound.
    fn seen(file_type: FileType, kind: MediaKind, size: Size) -> Self {
        Self {
            file_type,
            kind,
            duration: None,
            width: Some(size.width),
            height: Some(size.height),
            fps: None,
            has_audio: false,
        }
    }
}

/// Judges a file that has arrived under the name `claimed`.
///
/// # Errors
/// [`Error::Unsupported`], [`Error::Damaged`]; [`Error::Tool`] and
/// [`Error::File`] where the file is not to blame.
pub async fn probe(arrived: &Arrived, claimed: &str) -> Result<Facts, Error> {
    let file_type = FileType::of_content(&arrived.head, claimed).ok_or(Error::Unsupported)?;
    must_be_whole(&arrived.path, file_type).await?;
    match file_type {
        FileType::Webp if moving_webp::is_one(&arrived.head) => moving(&arrived.path).await,
        FileType::Jpg | FileType::Png | FileType::Webp => still(&arrived.path, file_type).await,
        FileType::Srt | FileType::Vtt => read(arrived, file_type).await,
        _ => Inspection::begin(&arrived.path, file_type).await?.facts().await,
    }
}

async fn must_be_whole(path: &Path, file_type: FileType) -> Result<(), Error> {
    let (path, failed) = (path.to_path_buf(), path.to_path_buf());
    let asked = tokio::task::spawn_blocking(move || is_whole(&path, file_type)).await;
    match asked.unwrap_or_else(|error| Err(std::io::Error::other(error))) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::Damaged),
        Err(source) => Err(Error::File { path: failed, source }),
    }
}

/// A picture that does not move. Its head tells the size, ffmpeg whether the rest decodes.
async fn still(path: &Path, file_type: FileType) -> Result<Facts, Error> {
    let size = aside(path, upright::size).await.ok_or(Error::Damaged)?;
    first_picture(path).await?;
    Ok(Facts::seen(file_type, MediaKind::Image, size))
}

/// A WebP that moves.
async fn moving(path: &Path) -> Result<Facts, Error> {
    let found = aside(path, moving_webp::look).await.ok_or(Error::Damaged)?;
    let (moves, seconds) = (found.frames > 1, found.duration.as_secs_f64());
    Ok(Facts {
        duration: moves.then_some(found.duration),
        fps: (moves && seconds > 0.0).then(|| found.frames as f64 / seconds),
        ..Facts::seen(FileType::Webp, MediaKind::Image, found.size)
    })
}

/// Subtitles: what cannot be read as such is none.
async fn read(arrived: &Arrived, file_type: FileType) -> Result<Facts, Error> {
    let (size, limit) = (arrived.bytes, subtitles::LARGEST);
    if size > limit {
        return Err(Error::TooLarge { size, limit });
    }
    let found = aside(&arrived.path, |path| Subtitles::open(path).ok()).await;
    let end = found.and_then(|found| found.cues.iter().map(|cue| cue.end).max());
    Ok(Facts {
        file_type,
        kind: MediaKind::Subtitles,
        duration: Some(end.ok_or(Error::NoSubtitles)?),
        width: None,
        height: None,
        fps: None,
        has_audio: false,
    })
}

/// Looks at a file on a thread that may block.
async fn aside<T: Send + 'static>(path: &Path, look: fn(&Path) -> Option<T>) -> Option<T> {
    let path = path.to_path_buf();
    tokio::task::spawn_blocking(move || look(&path)).await.ok().flatten()
}

/// A file under examination.
struct Inspection<'a> {
    path: &'a Path,
    file_type: FileType,
    report: Report,
}

impl<'a> Inspection<'a> {
    async fn begin(path: &'a Path, file_type: FileType) -> Result<Self, Error> {
        let mut args = words("-v error -of json -show_format -show_streams");
        args.extend(LOCAL_ONLY.map(Into::into));
        if file_type == FileType::Gif {
            args.push("-count_packets".into());
        }
        args.push(file_argument(path));
        let said = run(Tool::Ffprobe, args, LIMIT).await?;
        let report = serde_json::from_str(&said).map_err(|_| Error::Damaged)?;
        Ok(Self { path, file_type, report })
    }

    /// What the file holds decides, not what its ending says.
    async fn facts(&self) -> Result<Facts, Error> {
        let is_gif = self.file_type == FileType::Gif;
        match (self.report.picture(), self.report.sound()) {
            (Some(picture), _) if is_gif => self.gif(picture).await,
            (Some(picture), sound) => self.film(picture, sound).await,
            (None, Some(sound)) => self.sound(sound).await,
            (None, None) => Err(Error::Damaged),
        }
    }

    /// A GIF, which may move.
    async fn gif(&self, picture: &Stream) -> Result<Facts, Error> {
        let moving = picture.moves();
        Ok(Facts {
            duration: if moving { self.report.duration_of(picture) } else { None },
            fps: if moving { picture.fps() } else { None },
            ..self.seen(MediaKind::Image).await?
        })
    }

    async fn film(&self, picture: &Stream, sound: Option<&Stream>) -> Result<Facts, Error> {
        let facts = self.seen(MediaKind::Video).await?;
        let said = self.report.duration_of(picture);
        Ok(Facts {
            duration: Some(self.known_or_measured(said, "0:V:0").await?),
            fps: picture.fps(),
            has_audio: sound.is_some() && self.is_heard().await?,
            ..facts
        })
    }

    async fn sound(&self, sound: &Stream) -> Result<Facts, Error> {
        first_sound(self.path).await?;
        let said = match self.file_type {
            // Their lengths are guessed from the bit rate of the first frames.
            FileType::Mp3 | FileType::Aac => None,
            _ => self.report.duration_of(sound),
        };
        Ok(Facts {
            file_type: self.file_type,
            kind: MediaKind::Audio,
            duration: Some(self.known_or_measured(said, "0:a:0").await?),
            width: None,
            height: None,
            fps: None,
            has_audio: true,
        })
    }

    /// What the first picture tells.
    async fn seen(&self, kind: MediaKind) -> Result<Facts, Error> {
        Ok(Facts::seen(self.file_type, kind, first_picture(self.path).await?))
    }

    /// A film whose sound cannot be read is still a film.
    async fn is_heard(&self) -> Result<bool, Error> {
        match first_sound(self.path).await {
            Ok(()) => Ok(true),
            Err(Error::Damaged) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// A recording made in a browser does not say how long it is.
    async fn known_or_measured(&self, said: Option<Millis>, map: &str) -> Result<Millis, Error> {
        match said {
            Some(duration) => Ok(duration),
            None => measure(self.path, map).await?.ok_or(Error::Damaged),
        }
    }
}
