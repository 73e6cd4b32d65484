//! The files that the contract and the studio accept, told apart by their content.
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
    /// Words with their times. The studio's own: the contract knows none.
    Subtitles,
}

impl MediaKind {
    /// Its name in the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Video => "video",
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Subtitles => "subtitles",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Video, Self::Image, Self::Audio, Self::Subtitles];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it can be seen in a film by itself.
    #[must_use]
    pub const fn is_visual(self) -> bool {
        matches!(self, Self::Video | Self::Image)
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
    Srt,
    Vtt,
}

/// How many bytes of a file's beginning [`FileType::of_content`] wants to see.
pub const HEAD_BYTES: usize = 8192;

impl FileType {
    /// Every accepted type, in the order in which they are listed to people.
    pub const ALL: [Self; 15] = [
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
        Self::Srt,
        Self::Vtt,
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
            Self::Srt => "srt",
            Self::Vtt => "vtt",
        }
    }

    /// What such a file is to an editor.
    #[must_use]
    pub const fn kind(self) -> MediaKind {
        match self {
            Self::Mp4 | Self::Mov | Self::Avi | Self::Webm | Self::Mkv => MediaKind::Video,
            Self::Jpg | Self::Png | Self::Gif | Self::Webp => MediaKind::Image,
            Self::Mp3 | Self::Wav | Self::M4a | Self::Aac => MediaKind::Audio,
            Self::Srt | Self::Vtt => MediaKind::Subtitles,
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
        let Some(signature) = signature::of(head) else {
            return of_text(head, Self::of_name(name));
        };
        match (signature, Self::of_name(name)) {
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
            Self::Srt => "application/x-subrip",
            Self::Vtt => "text/vtt",
        }
    }
}

/// Subtitles are text without a sign of their own: the first words of WebVTT, a line of times, or else what
/// the name says.
fn of_text(head: &[u8], named: Option<FileType>) -> Option<FileType> {
    let is_wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if head.contains(&0) && !is_wide {
        return None;
    }
    let text = String::from_utf8_lossy(head);
    let has_times = text.lines().any(|line| {
        line.split_once("-->").is_some_and(|(from, to)| is_clock(from) && is_clock(to))
    });
    match named.filter(|named| named.kind() == MediaKind::Subtitles) {
        _ if text.trim_start_matches('\u{feff}').trim_start().starts_with("WEBVTT") => {
            Some(FileType::Vtt)
        }
        Some(named) => Some(named),
        None => has_times.then_some(FileType::Srt),
    }
}

/// Whether what stands beside an arrow begins as a time does.
fn is_clock(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|first: char| first.is_ascii_digit()) && text.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtitles_are_known_by_their_lines_of_times_or_by_name() {
        let srt = b"1\n00:00:01,000 --> 00:00:02,000\nHi\n";
        let of = FileType::of_content;
        assert_eq!(of(srt, "talk.srt"), Some(FileType::Srt));
        assert_eq!(of(srt, "talk.txt"), Some(FileType::Srt));
        assert_eq!(of(b"\xef\xbb\xbfWEBVTT\n", "talk.srt"), Some(FileType::Vtt));
        assert_eq!(of(b"nothing yet", "talk.SRT"), Some(FileType::Srt));
        assert_eq!(of(b"\xff\xfe1\0\n\0", "talk.srt"), Some(FileType::Srt));
        assert_eq!(of(b"<!-- a page -->", "page.html"), None);
        assert_eq!(of(b"\x7fELF\0\0", "talk.srt"), None);
    }
}
