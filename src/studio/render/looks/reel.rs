//! A reel: the small pictures of some frames, one after another, and where each of them lies.
//!
//! Frames that are the same are in it once. While it is being made, the frames that are there can be
//! looked at already. The table stands at the end of the file: place and length of each frame, then how
//! many there are, then four letters.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;

use tempfile::NamedTempFile;

/// What a whole reel ends with.
const MARK: [u8; 4] = *b"reel";
/// The mark and the number of frames.
const END: u64 = 8;
/// Place and length of one frame.
const ENTRY: usize = 12;
/// A picture that is larger is none of ours.
const LARGEST: u32 = 16_000_000;

/// Where a frame lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    start: u64,
    length: u32,
}

/// A reel that is being made.
#[derive(Debug)]
pub(super) struct Half {
    /// None as soon as it is whole.
    file: Option<NamedTempFile>,
    /// The same file, to be read.
    reader: File,
    places: Vec<Place>,
    written: u64,
    /// The beginning of the next picture.
    pending: Vec<u8>,
    last: Vec<u8>,
}

impl Half {
    /// One without frames.
    ///
    /// # Errors
    /// When the file cannot be opened again.
    pub(super) fn begin(file: NamedTempFile) -> io::Result<Self> {
        Ok(Self {
            reader: file.reopen()?,
            file: Some(file),
            places: Vec::new(),
            written: 0,
            pending: Vec::new(),
            last: Vec::new(),
        })
    }

    /// Takes what comes next of a stream of JPEG pictures.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        self.pending.extend_from_slice(piece);
        while let Some(end) = end_of_picture(&self.pending) {
            let rest = self.pending.split_off(end);
            let picture = std::mem::replace(&mut self.pending, rest);
            self.add(picture)?;
        }
        Ok(())
    }

    fn add(&mut self, picture: Vec<u8>) -> io::Result<()> {
        if let Some(place) = self.places.last().copied().filter(|_| self.last == picture) {
            self.places.push(place);
            return Ok(());
        }
        self.file.as_mut().ok_or_else(no_reel)?.write_all(&picture)?;
        let length = u32::try_from(picture.len()).map_err(io::Error::other)?;
        self.places.push(Place { start: self.written, length });
        self.written += u64::from(length);
        self.last = picture;
        Ok(())
    }

    /// How many frames are there.
    pub(super) fn frames(&self) -> usize {
        self.places.len()
    }

    /// The picture of a frame, if it is there already.
    pub(super) fn picture(&self, frame: usize) -> Option<Vec<u8>> {
        read_at(&self.reader, *self.places.get(frame)?).ok()
    }

    /// Writes the table; from then on it is only read.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn finish(&mut self) -> io::Result<NamedTempFile> {
        let mut table = Vec::with_capacity(self.places.len() * ENTRY + MARK.len() * 2);
        for Place { start, length } in &self.places {
            table.extend(start.to_le_bytes());
            table.extend(length.to_le_bytes());
        }
        let count = u32::try_from(self.places.len()).map_err(io::Error::other)?;
        table.extend(count.to_le_bytes());
        table.extend(MARK);
        let mut file = self.file.take().ok_or_else(no_reel)?;
        file.write_all(&table)?;
        Ok(file)
    }
}

/// The picture of a frame of a whole reel.
///
/// # Errors
/// When it is no reel, or has no such frame.
pub(super) fn picture(mut reel: &File, frame: usize) -> io::Result<Vec<u8>> {
    let end = reel.seek(SeekFrom::End(0))?;
    let mut tail = [0; 8];
    reel.read_exact_at(&mut tail, end.checked_sub(END).ok_or_else(no_reel)?)?;
    let [a, b, c, d, mark @ ..] = tail;
    let count = u64::from(u32::from_le_bytes([a, b, c, d]));
    let table = count * ENTRY as u64 + END;
    if mark != MARK || table > end || frame as u64 >= count {
        return Err(no_reel());
    }
    reel.seek(SeekFrom::Start(end - table + (frame * ENTRY) as u64))?;
    let (mut start, mut length) = ([0; 8], [0; 4]);
    reel.read_exact(&mut start)?;
    reel.read_exact(&mut length)?;
    let place = Place { start: u64::from_le_bytes(start), length: u32::from_le_bytes(length) };
    read_at(reel, place)
}

fn read_at(file: &File, Place { start, length }: Place) -> io::Result<Vec<u8>> {
    if length > LARGEST {
        return Err(no_reel());
    }
    let mut picture = vec![0; length as usize];
    file.read_exact_at(&mut picture, start)?;
    Ok(picture)
}

fn no_reel() -> io::Error {
    io::Error::other("this is no reel, or has no such frame")
}

/// Where the first picture of some bytes ends, if all of it is there: behind its mark of the end, which
/// may stand by chance in the tables before the pixels, but not in the pixels.
fn end_of_picture(bytes: &[u8]) -> Option<usize> {
    const START_OF_PIXELS: u8 = 0xda;
    let mut at = 2;
    // What else may stand there is nothing that a picture is made of; the next mark of an end ends it.
    while let [0xff, kind, high, low] = *bytes.get(at..at + 4)?.first_chunk()? {
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if kind == START_OF_PIXELS {
            break;
        }
    }
    let pixels = bytes.get(at..)?;
    let end = pixels.windows(2).position(|pair| pair == [0xff, 0xd9])?;
    Some(at + end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of a table that looks like an end, and of some pixels.
    fn jpeg(pixels: &[u8]) -> Vec<u8> {
        let head = [0xff, 0xd8, 0xff, 0xdb, 0, 4, 0xff, 0xd9, 0xff, 0xda, 0, 2];
        [&head[..], pixels, &[0xff, 0xd9]].concat()
    }

    #[test]
    fn frames_are_found_again_while_it_is_made_and_afterwards() {
        let mut half = Half::begin(NamedTempFile::new().expect("a file")).expect("opened");
        let stream = [jpeg(b"one"), jpeg(b"one"), jpeg(b"two")].concat();
        let (first, rest) = stream.split_at(jpeg(b"one").len() + 5);
        half.take(first).expect("written");
        assert_eq!(half.picture(0), Some(jpeg(b"one")));
        assert_eq!((half.frames(), half.picture(1)), (1, None), "half a picture is none");
        rest.iter().for_each(|byte| half.take(&[*byte]).expect("written"));
        assert_eq!(half.written, 2 * jpeg(b"one").len() as u64, "what is the same is there once");
        let made = half.finish().expect("a file");
        let found: Vec<_> =
            (0..3).map(|frame| picture(made.as_file(), frame).expect("a frame")).collect();
        assert_eq!(found.concat(), stream);
        assert!(picture(made.as_file(), 3).is_err());
    }

    #[test]
    fn what_is_no_reel_has_no_frames() {
        let mut file = NamedTempFile::new().expect("a file");
        assert!(picture(file.as_file(), 0).is_err());
        file.write_all(&[[0xff; 4], MARK].concat()).expect("written");
        assert!(picture(file.as_file(), 0).is_err(), "more frames than there is room for");
    }
}
