//! Whether a file is all there, as far as its container tells.
//!
//! A copy that broke off still begins well and often decodes for a while; these containers say how
//! long they are. Others (Matroska, AVI, raw sound) are written by programs that never go back to
//! fill the length in, so theirs proves nothing and is not asked.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::api::wire::FileType;

/// Whether nothing is missing at the end. Blocking.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn is_whole(path: &Path, file_type: FileType) -> io::Result<bool> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut reader = BufReader::new(file);
    match file_type {
        FileType::Mp4 | FileType::Mov | FileType::M4a => boxes_fit(&mut reader, length),
        FileType::Webp => riff_fits(&mut reader, length),
        FileType::Jpg => has_end_of_image(&mut reader),
        _ => Ok(true),
    }
}

/// Walks the outermost boxes of an ISO media file.
fn boxes_fit(reader: &mut (impl Read + Seek), length: u64) -> io::Result<bool> {
    let mut at = 0_u64;
    while length.saturating_sub(at) >= 16 {
        reader.seek(SeekFrom::Start(at))?;
        let mut header = [0_u8; 16];
        reader.read_exact(&mut header)?;
        let (size, kind, long) = header_parts(header);
        let size = match size {
            0 => return Ok(true),
            1 => long,
            // What is left is no box: some cameras leave a few bytes behind.
            2..8 => return Ok(true),
            _ => u64::from(size),
        };
        let Some(end) = at.checked_add(size.max(8)) else { return Ok(false) };
        if end > length {
            return Ok(!matches!(&kind, b"mdat" | b"moov" | b"moof"));
        }
        at = end;
    }
    Ok(true)
}

fn header_parts(header: [u8; 16]) -> (u32, [u8; 4], u64) {
    let [a, b, c, d, e, f, g, h, long @ ..] = header;
    (u32::from_be_bytes([a, b, c, d]), [e, f, g, h], u64::from_be_bytes(long))
}

fn riff_fits(reader: &mut impl Read, length: u64) -> io::Result<bool> {
    let mut header = [0_u8; 8];
    reader.read_exact(&mut header)?;
    let [_, _, _, _, a, b, c, d] = header;
    Ok(u64::from(u32::from_le_bytes([a, b, c, d])) + 8 <= length)
}

/// A JPEG ends with a marker, after the one that begins its scan; a thumbnail before it has its own.
fn has_end_of_image(reader: &mut (impl Read + Seek)) -> io::Result<bool> {
    reader.seek(SeekFrom::Start(2))?;
    loop {
        let mut segment = [0_u8; 4];
        if reader.read_exact(&mut segment).is_err() {
            return Ok(false);
        }
        let [0xff, marker, high, low] = segment else {
            // Not in order; decoding will tell.
            return Ok(true);
        };
        if marker == 0xff {
            reader.seek_relative(-3)?;
            continue;
        }
        if marker == 0xda {
            return scan_ends(reader);
        }
        let length = i64::from(u16::from_be_bytes([high, low]));
        reader.seek_relative((length - 2).max(0))?;
    }
}

fn scan_ends(reader: &mut impl Read) -> io::Result<bool> {
    let mut buffer = [0_u8; 16 * 1024];
    let mut last = 0;
    loop {
        let count = reader.read(&mut buffer)?;
        let Some(final_byte) = buffer[..count].last() else { return Ok(false) };
        let across = last == 0xff && buffer[0] == 0xd9;
        if across || buffer[..count].windows(2).any(|pair| pair == [0xff, 0xd9]) {
            return Ok(true);
        }
        last = *final_byte;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn film(boxes: &[(&[u8; 4], usize)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (kind, content) in boxes {
            let size = u32::try_from(content + 8).expect("short");
            bytes.extend_from_slice(&size.to_be_bytes());
            bytes.extend_from_slice(*kind);
            bytes.extend(std::iter::repeat_n(0_u8, *content));
        }
        bytes
    }

    fn fits(bytes: &[u8]) -> bool {
        boxes_fit(&mut Cursor::new(bytes), bytes.len() as u64).expect("readable")
    }

    #[test]
    fn a_film_that_broke_off_anywhere_in_its_data_is_not_whole() {
        let whole = film(&[(b"ftyp", 24), (b"moov", 100), (b"mdat", 500)]);
        assert!(fits(&whole));
        for cut in [160, 300, whole.len() - 1] {
            assert!(!fits(&whole[..cut]), "cut at {cut}");
        }
    }

    #[test]
    fn bytes_left_over_after_the_last_box_are_nobodys_business() {
        let mut film = film(&[(b"ftyp", 24), (b"mdat", 50), (b"moov", 50)]);
        film.extend_from_slice(&[0, 0, 0, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
        assert!(fits(&film));
    }

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end_of_the_picture() {
        let mut picture = vec![0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xd9, 0, 0];
        picture.extend_from_slice(&[0xff, 0xda, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
        let ends = |bytes: &[u8]| has_end_of_image(&mut Cursor::new(bytes)).expect("readable");
        assert!(!ends(&picture));
        picture.extend_from_slice(&[0xff, 0xd9]);
        assert!(ends(&picture));
        picture.extend_from_slice(b"a film that moves, appended by a phone");
        assert!(ends(&picture));
    }
}
