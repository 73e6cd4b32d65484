//! Frames through a pipe without copying them into it.
//!
//! Where the system can, a pipe is lent the memory of a frame and its reader copies from there: of two copies
//! of three megabytes each, one is left. Memory that is lent must stay as it is until it was read, so there
//! are two frames in turn, each larger than all that a pipe holds: when the second has gone in whole, the
//! first has come out. The last one is written as usual, and nothing is lent when its memory goes.

use std::fs::File;
use std::io::{self, Write};

/// The way of a number of frames into a pipe.
pub(super) struct Lent {
    pipe: File,
    frames: [Vec<u8>; 2],
    can_lend: bool,
}

impl Lent {
    /// For frames of so many bytes.
    pub(super) fn new(pipe: File, bytes: usize) -> Self {
        let can_lend = held_by(&pipe).is_some_and(|held| bytes >= held);
        let spare = if can_lend { bytes } else { 0 };
        Self { pipe, frames: [vec![0; bytes], vec![0; spare]], can_lend }
    }

    /// Where the next frame is to be drawn.
    pub(super) fn frame(&mut self) -> &mut [u8] {
        &mut self.frames[0]
    }

    /// Sends the frame that was drawn.
    pub(super) fn send(&mut self, is_last: bool) -> io::Result<()> {
        if is_last || !self.can_lend {
            return self.pipe.write_all(&self.frames[0]);
        }
        lend(&self.pipe, &self.frames[0])?;
        self.frames.swap(0, 1);
        Ok(())
    }
}

/// How many bytes a pipe holds at most, where it can be lent memory.
#[cfg(target_os = "linux")]
fn held_by(pipe: &File) -> Option<usize> {
    use nix::fcntl::{FcntlArg, fcntl};
    fcntl(pipe, FcntlArg::F_GETPIPE_SZ).ok().and_then(|held| usize::try_from(held).ok())
}

#[cfg(not(target_os = "linux"))]
fn held_by(_: &File) -> Option<usize> {
    None
}

#[cfg(target_os = "linux")]
fn lend(pipe: &File, mut bytes: &[u8]) -> io::Result<()> {
    use nix::errno::Errno;
    use nix::fcntl::{SpliceFFlags, vmsplice};
    while !bytes.is_empty() {
        match vmsplice(pipe, &[io::IoSlice::new(bytes)], SpliceFFlags::empty()) {
            Ok(lent) => bytes = &bytes[lent..],
            Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn lend(mut pipe: &File, bytes: &[u8]) -> io::Result<()> {
    pipe.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn frames_come_out_as_they_were_drawn_whether_large_or_small() {
        for bytes in [1_000, 300_000] {
            let (reader, writer) = std::io::pipe().unwrap();
            let writer = File::from(std::os::fd::OwnedFd::from(writer));
            let mut lent = Lent::new(writer, bytes);
            assert_eq!(lent.can_lend, cfg!(target_os = "linux") && bytes > 65_536);
            let sending = std::thread::spawn(move || {
                for number in 0..20 {
                    lent.frame().fill(number);
                    lent.send(number == 19).unwrap();
                }
            });
            let mut read = Vec::new();
            { reader }.read_to_end(&mut read).unwrap();
            sending.join().unwrap();
            assert_eq!(read.len(), bytes * 20);
            let is_whole = |(number, frame): (usize, &[u8])| {
                frame.iter().all(|value| usize::from(*value) == number)
            };
            assert!(read.chunks(bytes).enumerate().all(is_whole));
        }
    }
}
