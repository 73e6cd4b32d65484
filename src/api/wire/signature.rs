//! What the first bytes of a file say it is.
//!
//! Bytes in, a [`Signature`] out; nothing is read beyond them and nothing is believed that only a
//! name says. General libraries for this know a fixed list of brands and of second bytes, and miss
//! much of what cameras and encoders write (QuickTime without `ftyp`, MPEG 2.5 layer III, AAC behind
//! an ID3 tag), or take any two bytes `FF FB` for music; the thirteen accepted types are few enough
//! to be read properly.

use super::FileType;

/// What a beginning proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signature {
    /// This type and no other.
    Exactly(FileType),
    /// An ISO media file that any of MP4, MOV and M4A may be.
    IsoMedia,
    /// An ID3 tag longer than the beginning: MP3, or AAC under the same kind of tag.
    TaggedAudio,
}

/// Reads a beginning.
pub(super) fn of(head: &[u8]) -> Option<Signature> {
    picture(head)
        .or_else(|| riff(head))
        .or_else(|| matroska(head))
        .map(Signature::Exactly)
        .or_else(|| iso_media(head))
        .or_else(|| audio_stream(head))
}

fn picture(head: &[u8]) -> Option<FileType> {
    const STARTS: [(&[u8], FileType); 4] = [
        (&[0xff, 0xd8, 0xff], FileType::Jpg),
        (b"\x89PNG\r\n\x1a\n", FileType::Png),
        (b"GIF87a", FileType::Gif),
        (b"GIF89a", FileType::Gif),
    ];
    STARTS.into_iter().find(|(start, _)| head.starts_with(start)).map(|(_, found)| found)
}

/// RIFF and, for sound above 4 GiB, RF64.
fn riff(head: &[u8]) -> Option<FileType> {
    match (head.get(..4)?, head.get(8..12)?) {
        (b"RIFF", b"AVI ") => Some(FileType::Avi),
        (b"RIFF", b"WEBP") => Some(FileType::Webp),
        (b"RIFF" | b"RF64" | b"BW64", b"WAVE") => Some(FileType::Wav),
        _ => None,
    }
}

/// An EBML header, whose document type tells WebM from Matroska.
fn matroska(head: &[u8]) -> Option<FileType> {
    let header = head.strip_prefix(&[0x1a, 0x45, 0xdf, 0xa3])?;
    let header = &header[..header.len().min(256)];
    let element = header.windows(2).position(|id| id == [0x42, 0x82])?;
    let (length, text) = ebml_length(&header[element + 2..])?;
    let text = text.get(..length)?;
    match text.split(|byte| *byte == 0).next()? {
        b"webm" => Some(FileType::Webm),
        b"matroska" => Some(FileType::Mkv),
        _ => None,
    }
}

/// An EBML length: the leading zero bits of the first byte count the bytes that follow it.
fn ebml_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let first = *bytes.first()?;
    let more = first.leading_zeros() as usize;
    if more > 7 {
        return None;
    }
    let marker = 0x80_u8 >> more;
    let tail = bytes.get(1..=more)?;
    let length =
        tail.iter().fold(usize::from(first ^ marker), |sum, byte| (sum << 8) | usize::from(*byte));
    Some((length, &bytes[1 + more..]))
}

/// An ISO media file (`ftyp` and its brands) or a QuickTime file from before brands.
fn iso_media(head: &[u8]) -> Option<Signature> {
    match head.get(4..8)? {
        b"ftyp" => brand(head),
        b"moov" | b"mdat" | b"wide" | b"pnot" => Some(Signature::Exactly(FileType::Mov)),
        b"free" | b"skip" => {
            let next = u32::from_be_bytes(head.get(..4)?.try_into().ok()?) as usize;
            let kind = head.get(next.checked_add(4)?..)?.get(..4)?;
            let known = matches!(kind, b"moov" | b"mdat" | b"wide" | b"free" | b"skip");
            known.then_some(Signature::Exactly(FileType::Mov))
        }
        _ => None,
    }
}

/// The major brand decides; one that is not known lets the compatible brands speak.
fn brand(head: &[u8]) -> Option<Signature> {
    let size = u32::from_be_bytes(head.get(..4)?.try_into().ok()?) as usize;
    let major = head.get(8..12)?;
    let compatible = head.get(16..size.min(head.len())).unwrap_or_default();
    match major {
        b"qt  " => Some(Signature::Exactly(FileType::Mov)),
        b"M4A " | b"M4B " => Some(Signature::Exactly(FileType::M4a)),
        _ if is_film(major) => Some(Signature::IsoMedia),
        _ if is_picture(major) => None,
        _ => compatible.chunks_exact(4).any(is_film).then_some(Signature::IsoMedia),
    }
}

fn is_film(brand: &[u8]) -> bool {
    const EXACT: [&[u8]; 9] =
        [b"avc1", b"dash", b"mmp4", b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"F4V ", b"XAVC"];
    const STARTS: [&[u8]; 6] = [b"iso", b"mp4", b"mp7", b"3gp", b"3g2", b"ND"];
    EXACT.contains(&brand) || STARTS.iter().any(|start| brand.starts_with(start))
}

/// HEIC, AVIF and Canon raw share the container; some of them name `isom` as compatible too.
fn is_picture(brand: &[u8]) -> bool {
    const STARTS: [&[u8]; 6] = [b"hei", b"hev", b"avif", b"avis", b"mif", b"crx"];
    STARTS.iter().any(|start| brand.starts_with(start)) || brand == b"msf1"
}

/// MPEG layer III or ADTS, alone or behind an ID3 tag.
fn audio_stream(head: &[u8]) -> Option<Signature> {
    if head.starts_with(b"ADIF") {
        return Some(Signature::Exactly(FileType::Aac));
    }
    let Some(tag) = id3_length(head) else {
        return frame(head).map(Signature::Exactly);
    };
    match head.get(tag..) {
        // Encoders pad between tag and music.
        Some(rest) => {
            let music = rest.iter().position(|byte| *byte != 0).unwrap_or(rest.len());
            match &rest[music..] {
                [] => Some(Signature::TaggedAudio),
                start => frame(start).map(Signature::Exactly),
            }
        }
        None => Some(Signature::TaggedAudio),
    }
}

/// The length of an ID3v2 tag with its header, which counts seven bits a byte.
fn id3_length(head: &[u8]) -> Option<usize> {
    let size = head.strip_prefix(b"ID3")?.get(3..7)?;
    if size.iter().any(|byte| byte & 0x80 != 0) {
        return None;
    }
    Some(size.iter().fold(0, |sum, byte| (sum << 7) | usize::from(*byte)) + 10)
}

/// A frame of sound, followed by another of its kind where the beginning reaches that far: eleven
/// set bits alone are found in any noise.
fn frame(bytes: &[u8]) -> Option<FileType> {
    let (file_type, length) = frame_header(bytes)?;
    match bytes.get(length..).filter(|rest| rest.len() >= 7) {
        Some(rest) => frame_header(rest).filter(|(next, _)| *next == file_type).map(|_| file_type),
        None => Some(file_type),
    }
}

fn frame_header(bytes: &[u8]) -> Option<(FileType, usize)> {
    let header = bytes.get(..7)?;
    if header[0] != 0xff || header[1] & 0xe0 != 0xe0 {
        return None;
    }
    match header[1] & 0x06 {
        0x00 if header[1] & 0x10 != 0 => adts_length(header).map(|length| (FileType::Aac, length)),
        0x02 => layer_three_length(header).map(|length| (FileType::Mp3, length)),
        _ => None,
    }
}

fn adts_length(header: &[u8]) -> Option<usize> {
    let length = (usize::from(header[3] & 0x03) << 11)
        | (usize::from(header[4]) << 3)
        | usize::from(header[5] >> 5);
    let rate_index = header[2] >> 2 & 0x0f;
    (length >= 7 && rate_index < 13).then_some(length)
}

fn layer_three_length(header: &[u8]) -> Option<usize> {
    const FULL: [usize; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const HALF: [usize; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const RATES: [usize; 3] = [44_100, 48_000, 32_000];
    let rate = *RATES.get(usize::from(header[2] >> 2 & 0x03))?;
    let bit_rate = usize::from(header[2] >> 4).checked_sub(1)?;
    let padding = usize::from(header[2] >> 1 & 0x01);
    let (kilobits, samples, rate) = match header[1] >> 3 & 0x03 {
        0b11 => (FULL.get(bit_rate)?, 144, rate),
        0b10 => (HALF.get(bit_rate)?, 72, rate / 2),
        0b00 => (HALF.get(bit_rate)?, 72, rate / 4),
        _ => return None,
    };
    Some(samples * kilobits * 1000 / rate + padding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ftyp(major: &[u8; 4], compatible: &[&[u8; 4]]) -> Vec<u8> {
        let size = u32::try_from(16 + 4 * compatible.len()).expect("short");
        let mut bytes = size.to_be_bytes().to_vec();
        bytes.extend_from_slice(b"ftyp");
        bytes.extend_from_slice(major);
        bytes.extend_from_slice(&[0, 0, 2, 0]);
        compatible.iter().for_each(|brand| bytes.extend_from_slice(*brand));
        bytes
    }

    fn named(head: &[u8], name: &str) -> Option<FileType> {
        FileType::of_content(head, name)
    }

    #[test]
    fn what_is_no_media_is_refused_whatever_its_name_says() {
        for (head, name) in [
            (&b"just some words\n"[..], "words.mp4"),
            (b"", "empty.mp4"),
            (b"\xff\xfe\x41\x00\x42\x00\x43\x00\x44\x00", "utf16.mp3"),
            (b"\xff\xfb", "two-bytes.mp3"),
            (b"<html><body>404</body></html>", "photo.jpg"),
            (b"PK\x03\x04aaaaaaaaaaaaaaaa", "archive.mov"),
            (b"%PDF-1.7 aaaaaaaaaaaaaaaa", "paper.png"),
            (b"OggS\x00\x02aaaaaaaaaaaaaaaaaaaa", "sound.mp3"),
            (b"RIFF\x00\x00\x00\x00ACON", "cursor.webp"),
        ] {
            assert_eq!(named(head, name), None, "{name}");
        }
    }

    #[test]
    fn brands_tell_films_from_pictures_in_the_same_container() {
        for (head, name, found) in [
            (ftyp(b"isom", &[b"avc1"]), "a.mp4", Some(FileType::Mp4)),
            (ftyp(b"iso2", &[]), "clip", Some(FileType::Mp4)),
            (ftyp(b"mp42", &[]), "a.jpg", Some(FileType::Mp4)),
            (ftyp(b"3gp5", &[b"isom"]), "phone.mp4", Some(FileType::Mp4)),
            (ftyp(b"cvid", &[b"cvid", b"isom"]), "unknown.mp4", Some(FileType::Mp4)),
            (ftyp(b"isom", &[]), "song.m4a", Some(FileType::M4a)),
            (ftyp(b"isom", &[]), "renamed.MOV", Some(FileType::Mov)),
            (ftyp(b"M4A ", &[b"isom"]), "song.mp4", Some(FileType::M4a)),
            (ftyp(b"M4V ", &[]), "a.m4v", Some(FileType::Mp4)),
            (ftyp(b"qt  ", &[]), "a.mp4", Some(FileType::Mov)),
            (ftyp(b"heic", &[b"mif1", b"isom"]), "photo.mp4", None),
            (ftyp(b"avif", &[b"iso8"]), "photo.jpg", None),
            (ftyp(b"zzzz", &[b"yyyy"]), "what.mp4", None),
        ] {
            assert_eq!(named(&head, name), found, "{name}");
        }
    }

    #[test]
    fn quicktime_from_before_brands_is_known_by_its_first_atoms() {
        let wide = b"\x00\x00\x00\x08wide\x00\x00\x10\x00mdat";
        let free = b"\x00\x00\x00\x08free\x00\x00\x10\x00moov";
        let not = b"\x00\x00\x00\x08free\x00\x00\x10\x00oops";
        assert_eq!(named(wide, "a.mov"), Some(FileType::Mov));
        assert_eq!(named(free, "a.mov"), Some(FileType::Mov));
        assert_eq!(named(not, "a.mov"), None);
    }

    #[test]
    fn sound_behind_a_long_tag_is_what_its_name_says() {
        let mut cover = b"ID3\x04\x00\x00\x00\x10\x00\x00".to_vec();
        cover.extend(std::iter::repeat_n(0x55, 4000));
        assert_eq!(named(&cover, "song.mp3"), Some(FileType::Mp3));
        assert_eq!(named(&cover, "song.aac"), Some(FileType::Aac));
        assert_eq!(named(&cover, "song"), Some(FileType::Mp3));
    }

    #[test]
    fn a_frame_of_sound_must_be_followed_by_another() {
        // 128 kbit/s at 44.1 kHz: 417 bytes a frame.
        let mut music = vec![0_u8; 1000];
        music[..4].copy_from_slice(&[0xff, 0xfb, 0x90, 0x00]);
        assert_eq!(named(&music, "noise.mp3"), None);
        music[417..421].copy_from_slice(&[0xff, 0xfb, 0x90, 0x00]);
        assert_eq!(named(&music, "song.mp3"), Some(FileType::Mp3));
    }

    #[test]
    fn matroska_and_webm_are_told_apart_by_their_document_type() {
        let head = |kind: &[u8]| {
            let mut bytes = vec![0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82];
            bytes.push(0x80 | u8::try_from(kind.len()).expect("short"));
            bytes.extend_from_slice(kind);
            bytes
        };
        assert_eq!(named(&head(b"webm"), "a.mkv"), Some(FileType::Webm));
        assert_eq!(named(&head(b"matroska"), "a.webm"), Some(FileType::Mkv));
        assert_eq!(named(&head(b"other"), "a.webm"), None);
    }

    #[test]
    fn no_beginning_however_short_is_too_short_to_be_read() {
        let heads: [&[u8]; 7] = [
            b"\x00\x00\x00\x20ftypisom",
            b"RIFF\x00\x00\x00\x00WAVE",
            b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm",
            b"ID3\x04\x00\x00\x00\x00\x00\x02\x00\x00\xff\xfb\x90\x00",
            b"\xff\xf1\x50\x40\x21\x3f\xfc",
            b"\x00\x00\x00\x08free\x00\x00",
            b"\x42\x82\x00",
        ];
        for head in heads {
            for length in 0..head.len() {
                let _ = named(&head[..length], "a.mp4");
            }
        }
    }
}
