//! The boxes that an MP4 file is made of.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;

/// A box in memory: its kind and what is in it.
pub(super) type Atom<'a> = ([u8; 4], &'a [u8]);

/// An index larger than this is not read: it would be hours of film.
const LARGEST_INDEX: u64 = 64 << 20;

/// The content of a file's index; none where there is none among its first boxes.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn index(file: &File) -> io::Result<Option<Vec<u8>>> {
    let end = file.metadata()?.len();
    let mut at = 0;
    while at + 8 <= end {
        let mut head = [0; 16];
        let known = usize::try_from((end - at).min(16)).unwrap_or(16);
        file.read_exact_at(&mut head[..known], at)?;
        let short = u64::from(number(&head, 0).unwrap_or_default());
        let (size, skipped) = match short {
            0 => (end - at, 8),
            1 => (long_number(&head, 8).unwrap_or_default(), 16),
            size => (size, 8),
        };
        if size < skipped || at.checked_add(size).is_none_or(|next| next > end) {
            return Ok(None);
        }
        if &head[4..8] == b"moov" {
            return read(file, at + skipped, size - skipped).map(Some);
        }
        at += size;
    }
    Ok(None)
}

fn read(file: &File, at: u64, size: u64) -> io::Result<Vec<u8>> {
    let fits = (size <= LARGEST_INDEX).then_some(size).and_then(|size| usize::try_from(size).ok());
    let size =
        fits.ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "the index is too large"))?;
    let mut content = vec![0; size];
    file.read_exact_at(&mut content, at)?;
    Ok(content)
}

/// The boxes that follow each other in a piece of memory, until one makes no sense.
pub(super) fn atoms(mut bytes: &[u8]) -> impl Iterator<Item = Atom<'_>> {
    std::iter::from_fn(move || {
        let size = usize::try_from(number(bytes, 0)?).ok()?;
        let kind = bytes.get(4..8)?.try_into().ok()?;
        let content = bytes.get(8..size)?;
        bytes = &bytes[size..];
        Some((kind, content))
    })
}

/// The first box of a kind.
pub(super) fn find<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    atoms(bytes).find(|(found, _)| found == kind).map(|(_, content)| content)
}

/// The box at the end of a path.
pub(super) fn find_path<'a>(bytes: &'a [u8], path: &[&[u8; 4]]) -> Option<&'a [u8]> {
    path.iter().try_fold(bytes, |bytes, kind| find(bytes, kind))
}

/// Four bytes as a number.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Eight bytes as a number.
pub(super) fn long_number(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_be_bytes(eight.try_into().ok()?))
}

/// Two bytes as a number.
pub(super) fn short_number(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

/// A box around contents.
pub(super) fn boxed(kind: &[u8; 4], contents: &[&[u8]]) -> Vec<u8> {
    let size = 8 + contents.iter().map(|content| content.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(size);
    bytes.extend(u32::try_from(size).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend(kind);
    contents.iter().for_each(|content| bytes.extend(*content));
    bytes
}
