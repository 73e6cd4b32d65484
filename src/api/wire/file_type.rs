//! The files that the contract accepts, told apart by their content.
//!
//! A name can lie and often does (`photo.jpg` that is a WebP, `clip.mov` that is an MP4), so the
//! first bytes decide and the name is believed only where they cannot tell: `.m4a` and `.mp4` share
//! their beginning. Client and studio ask the same question here, so they cannot disagree.

use super::signature::{self, Signature};

/// What a file is to an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaKind {
    /// Moving pictures, with or without sound.
    Video,
    /// A still, or an animated GIF or WebP.
    Image,
    /// Sound alone.
    Audio,
}

impl MediaKind {
    /// Its name in the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Video => "video",
            Self::Image => "image",
            Self::Audio => "audio",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Video, Self::Image, Self::Audio].into_iter().find(|kind| kind.name() == name)
    }
}

/// An accepted type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is named after the usual ending of its files")]
pub enum FileType {
    Mp4,
    Mov,
    Avi,
    Webm,
    Mkv,
    Jpg,
    Png,
    Gif,
    Webp,
    Mp3,
    Wav,
    M4a,
    Aac,
}

/// How many bytes of a file's beginning [`FileType::of_content`] wants to see.
pub const HEAD_BYTES: usize = 8192;

impl FileType {
    /// Every accepted type, in the order in which they are listed to people.
    pub const ALL: [Self; 13] = [
        Self::Mp4,
        Self::Mov,
        Self::Avi,
        Self::Webm,
        Self::Mkv,
        Self::Jpg,
        Self::Png,
        Self::Gif,
        Self::Webp,
        Self::Mp3,
        Self::Wav,
        Self::M4a,
        Self::Aac,
    ];

    /// The usual ending of such files, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Avi => "avi",
            Self::Webm => "webm",
            Self::Mkv => "mkv",
            Self::Jpg => "jpg",
            Self::Png => "png",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Mp3 => "mp3",
            Self::Wav => "wav",
            Self::M4a => "m4a",
            Self::Aac => "aac",
        }
    }

    /// What such a file is to an editor.
    #[must_use]
    pub const fn kind(self) -> MediaKind {
        match self {
            Self::Mp4 | Self::Mov | Self::Avi | Self::Webm | Self::Mkv => MediaKind::Video,
            Self::Jpg | Self::Png | Self::Gif | Self::Webp => MediaKind::Image,
            Self::Mp3 | Self::Wav | Self::M4a | Self::Aac => MediaKind::Audio,
        }
    }

    /// The type that a file name's ending claims, in any case; `.jpeg` is `.jpg`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        if ending == "jpeg" {
            return Some(Self::Jpg);
        }
        Self::ALL.into_iter().find(|file_type| file_type.extension() == ending)
    }

    /// The type of a file by its first [`HEAD_BYTES`] bytes (fewer where it is shorter); the name
    /// decides only between types whose beginnings are alike. `None`: not an accepted type.
    #[must_use]
    pub fn of_content(head: &[u8], name: &str) -> Option<Self> {
        match (signature::of(head)?, Self::of_name(name)) {
            (Signature::Exactly(file_type), _) => Some(file_type),
            // One family of containers: which of them it is lies in the eye of its owner.
            (Signature::IsoMedia, Some(named @ (Self::M4a | Self::Mov))) => Some(named),
            (Signature::IsoMedia, _) => Some(Self::Mp4),
            (Signature::TaggedAudio, Some(Self::Aac)) => Some(Self::Aac),
            (Signature::TaggedAudio, _) => Some(Self::Mp3),
        }
    }

    /// What a browser would call it.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Avi => "video/x-msvideo",
            Self::Webm => "video/webm",
            Self::Mkv => "video/x-matroska",
            Self::Jpg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Mp3 => "audio/mpeg",
            Self::Wav => "audio/wav",
            Self::M4a => "audio/mp4",
            Self::Aac => "audio/aac",
        }
    }
}
