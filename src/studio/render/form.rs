//! What kind of file a film becomes, as the ending of its name says.
//!
//! MP4, MOV and MKV hold the same H.264 and AAC, so the same kept chunks serve all three. WebM takes
//! VP9 and Opus. A GIF is made from the finished picture. Sound alone costs no picture at all, and a
//! still no more than its one frame.

use std::path::Path;

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// H.264 and AAC, playable from the start.
    #[default]
    Mp4,
    /// The same for editors that ask for QuickTime.
    Mov,
    /// The same in Matroska.
    Mkv,
    /// VP9 and Opus.
    WebM,
    /// A moving picture without sound, 640 across and 20 frames a second at most.
    Gif,
    /// Sound alone, AAC.
    M4a,
    /// Sound alone, MP3.
    Mp3,
    /// Sound alone, 16 bits uncompressed.
    Wav,
    /// One frame, as it is.
    Png,
    /// One frame, smaller.
    Jpg,
}

/// How the picture of a chunk is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codec {
    H264,
    Vp9,
}

impl Form {
    /// Every kind, in the order in which they are named.
    pub const ALL: [Self; 10] = [
        Self::Mp4,
        Self::Mov,
        Self::Mkv,
        Self::WebM,
        Self::Gif,
        Self::M4a,
        Self::Mp3,
        Self::Wav,
        Self::Png,
        Self::Jpg,
    ];

    /// The kind that a file's name asks for; none where the ending is no film's.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        Self::named(path.extension()?.to_str()?)
    }

    /// The kind of that ending.
    #[must_use]
    pub fn named(ending: &str) -> Option<Self> {
        let ending = if ending.eq_ignore_ascii_case("jpeg") { "jpg" } else { ending };
        Self::ALL.into_iter().find(|form| form.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether it has no picture.
    #[must_use]
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::M4a | Self::Mp3 | Self::Wav)
    }

    /// Whether it is one frame.
    #[must_use]
    pub const fn is_still(self) -> bool {
        matches!(self, Self::Png | Self::Jpg)
    }

    /// Whether it can be made to fit a size: it has a picture that is encoded by a rate.
    #[must_use]
    pub const fn can_be_fitted(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov | Self::Mkv | Self::WebM)
    }

    /// What such a file calls itself on the web.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Mkv => "video/x-matroska",
            Self::WebM => "video/webm",
            Self::Gif => "image/gif",
            Self::M4a => "audio/mp4",
            Self::Mp3 => "audio/mpeg",
            Self::Wav => "audio/wav",
            Self::Png => "image/png",
            Self::Jpg => "image/jpeg",
        }
    }

    /// The ending of its files, which is also what people call it.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Mkv => "mkv",
            Self::WebM => "webm",
            Self::Gif => "gif",
            Self::M4a => "m4a",
            Self::Mp3 => "mp3",
            Self::Wav => "wav",
            Self::Png => "png",
            Self::Jpg => "jpg",
        }
    }

    /// The codec of its picture; none where it has only sound.
    pub(super) const fn codec(self) -> Option<Codec> {
        match self {
            Self::Mp4 | Self::Mov | Self::Mkv | Self::Gif => Some(Codec::H264),
            Self::WebM => Some(Codec::Vp9),
            Self::M4a | Self::Mp3 | Self::Wav | Self::Png | Self::Jpg => None,
        }
    }

    pub(super) const fn has_sound(self) -> bool {
        !matches!(self, Self::Gif | Self::Png | Self::Jpg)
    }

    /// Whether its sound can be encoded by itself and copied into the film. What other kinds of file
    /// know of an encoder's delay does not survive that.
    pub(super) const fn copies_sound(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov)
    }

    /// ffmpeg's name for what writes such files, and what it is told.
    pub(super) const fn muxer(self) -> &'static [&'static str] {
        match self {
            Self::Mp4 => &["-movflags", "+faststart", "-f", "mp4"],
            Self::Mov => &["-movflags", "+faststart", "-f", "mov"],
            Self::Mkv => &["-f", "matroska"],
            Self::WebM => &["-f", "webm"],
            Self::Gif => &["-loop", "0", "-f", "gif"],
            Self::M4a => &["-movflags", "+faststart", "-f", "ipod"],
            Self::Mp3 => &["-f", "mp3"],
            Self::Wav => &["-f", "wav"],
            // Written without ffmpeg.
            Self::Png | Self::Jpg => &[],
        }
    }

    /// How its sound is encoded.
    pub(super) const fn sound_encoder(self) -> &'static [&'static str] {
        match self {
            Self::Mp4 | Self::Mov | Self::Mkv | Self::M4a => {
                &["-c:a", "aac", "-profile:a", "aac_low", "-b:a", "192k", "-ar", "48000"]
            }
            Self::WebM => &["-c:a", "libopus", "-b:a", "160k", "-ar", "48000"],
            Self::Mp3 => &["-c:a", "libmp3lame", "-q:a", "2", "-ar", "48000"],
            Self::Wav => &["-c:a", "pcm_s16le", "-ar", "48000"],
            Self::Gif | Self::Png | Self::Jpg => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::render::FORMATS;

    #[test]
    fn the_ending_decides_and_its_case_does_not() {
        for form in Form::ALL {
            let name = format!("a.b.{}", form.ending());
            assert_eq!(Form::of(Path::new(&name)), Some(form));
            assert_eq!(Form::of(Path::new(&name.to_uppercase())), Some(form));
        }
        assert_eq!(Form::of(Path::new("a.jpeg")), Some(Form::Jpg));
        assert_eq!(FORMATS, Form::ALL.map(Form::ending), "the wire knows the same kinds");
        for name in ["film", "film.", ".mp4", "film.avi", "mp4"] {
            assert_eq!(Form::of(Path::new(name)), None, "{name}");
        }
    }
}
