//! Bytes to frames: the format of server-sent events, read piece by piece.
//!
//! Lines end with LF, CR or CRLF, also where the cut between two pieces of the network falls between
//! the two; a byte order mark at the start goes; broken UTF-8 is replaced; `id`, `retry` and unknown
//! fields are passed over, because no stream here is ever taken up again. A comment and
//! an event without data are frames too: they prove that the server is alive. A line is kept whole
//! until it ends, so its length is limited. The client reads the contract's stream with it, the studio
//! that of a model.

/// One event of the stream, or a sign of life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// The data of an event, its lines joined with LF.
    Data(String),
    /// A comment, or an event without data.
    Empty,
}

/// A line, or an event, that no honest server would send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a line of the stream is too long")]
pub struct LineTooLong;

/// Longer lines are refused. A tool's result that repeats a film of 20,000 segments has some 10 MB.
const LONGEST_LINE: usize = 16 << 20;
/// An event of many lines is refused from here on.
const LONGEST_EVENT: usize = 24 << 20;

/// Reads frames from bytes as they come.
#[derive(Debug, Default)]
pub struct Frames {
    line: Vec<u8>,
    /// A CR ended the last line: an LF that follows belongs to it.
    after_cr: bool,
    /// The stream's first line has begun, so no byte order mark can follow.
    begun: bool,
    event: Pending,
}

/// The lines of an event so far.
#[derive(Debug, Default)]
struct Pending {
    data: Option<String>,
    named: bool,
}

impl Frames {
    /// Takes the next bytes and adds the frames that they complete to `out`.
    ///
    /// # Errors
    /// [`LineTooLong`]; the stream is of no use then.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<Frame>) -> Result<(), LineTooLong> {
        let mut rest = bytes;
        if self.after_cr && !rest.is_empty() {
            self.after_cr = false;
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.extend_line(&rest[..end])?;
            self.end_line(out)?;
            rest = self.after_line_end(&rest[end..]);
        }
        self.extend_line(rest)
    }

    /// The stream has ended: what was begun counts as complete.
    ///
    /// # Errors
    /// [`LineTooLong`].
    pub fn finish(&mut self, out: &mut Vec<Frame>) -> Result<(), LineTooLong> {
        if !self.line.is_empty() {
            self.end_line(out)?;
        }
        out.extend(self.event.take());
        Ok(())
    }

    /// What follows the line end that `rest` begins with.
    fn after_line_end<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        match rest {
            [b'\r', b'\n', after @ ..] => after,
            [b'\r'] => {
                self.after_cr = true;
                &[]
            }
            [_, after @ ..] => after,
            [] => &[],
        }
    }

    fn extend_line(&mut self, bytes: &[u8]) -> Result<(), LineTooLong> {
        if self.line.len() + bytes.len() > LONGEST_LINE {
            return Err(LineTooLong);
        }
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    fn end_line(&mut self, out: &mut Vec<Frame>) -> Result<(), LineTooLong> {
        let bytes = std::mem::take(&mut self.line);
        let bytes = if self.begun { &bytes[..] } else { without_mark(&bytes) };
        self.begun = true;
        if bytes.is_empty() {
            out.extend(self.event.take());
        } else if bytes[0] == b':' {
            out.push(Frame::Empty);
        } else {
            self.event.add(&String::from_utf8_lossy(bytes))?;
        }
        Ok(())
    }
}

impl Pending {
    fn add(&mut self, line: &str) -> Result<(), LineTooLong> {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match (field, &mut self.data) {
            ("data", None) => self.data = Some(value.to_owned()),
            ("data", Some(data)) if data.len() + value.len() > LONGEST_EVENT => {
                return Err(LineTooLong);
            }
            ("data", Some(data)) => {
                data.push('\n');
                data.push_str(value);
            }
            ("event", _) => self.named = true,
            _ => {}
        }
        Ok(())
    }

    /// The event, and a fresh start. `None` between two events.
    fn take(&mut self) -> Option<Frame> {
        let Self { data, named } = std::mem::take(self);
        match data {
            Some(data) if !data.trim().is_empty() => Some(Frame::Data(data)),
            Some(_) => Some(Frame::Empty),
            None => named.then_some(Frame::Empty),
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn frames(pieces: &[&[u8]]) -> Vec<Frame> {
        let (mut frames, mut out) = (Frames::default(), Vec::new());
        for piece in pieces {
            frames.push(piece, &mut out).expect("short lines");
        }
        frames.finish(&mut out).expect("short lines");
        out
    }

    fn data(text: &str) -> Frame {
        Frame::Data(text.to_owned())
    }

    /// Everything odd that a stream may hold.
    const ODD: &[u8] = b"\xef\xbb\xbfdata: one\n\n: comment\r\nid: 7\rretry: 10\r\ndata:two\r\ndata:  three\r\n\r\n\
        event: heartbeat\n\ndata\n\ndata: \xff\xe6\x97\xa5\r\r\n\ndata: last";

    #[test]
    fn line_ends_comments_marks_and_several_lines_are_understood() {
        assert_eq!(
            frames(&[ODD]),
            [
                data("one"),
                Frame::Empty,
                data("two\n three"),
                Frame::Empty,
                Frame::Empty,
                data("\u{fffd}日"),
                data("last"),
            ]
        );
    }

    #[test]
    fn a_cut_at_any_byte_changes_nothing() {
        let whole = frames(&[ODD]);
        for cut in 0..=ODD.len() {
            let (one, two) = ODD.split_at(cut);
            assert_eq!(frames(&[one, b"", two]), whole, "cut at {cut}");
        }
    }

    #[test]
    fn a_line_without_end_is_refused_before_it_fills_the_memory() {
        let mut frames = Frames::default();
        let piece = vec![b'x'; 64 * 1024];
        let refused = (0..800).position(|_| frames.push(&piece, &mut Vec::new()).is_err());
        assert_eq!(refused, Some(256), "refused at 16 MiB, not at fifty");
    }

    proptest! {
        #[test]
        fn any_bytes_in_any_cuts_give_the_same_frames(
            bytes in prop::collection::vec(
                prop_oneof![Just(b'\r'), Just(b'\n'), Just(b':'), Just(b' '), Just(b'd'), any::<u8>()],
                0..200,
            ),
            cuts in prop::collection::vec(0_usize..200, 0..8),
        ) {
            let mut cuts: Vec<usize> = cuts.into_iter().filter(|cut| *cut <= bytes.len()).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
            prop_assert_eq!(frames(&pieces), frames(&[&bytes]));
        }

        #[test]
        fn every_written_event_is_read_again(
            events in prop::collection::vec("[a-z日 {}\":]{1,20}", 0..6),
            end in prop_oneof![Just("\n"), Just("\r"), Just("\r\n")],
        ) {
            let written: String =
                events.iter().map(|event| format!("data: {event}{end}{end}")).collect();
            let expected: Vec<Frame> = events
                .iter()
                .map(|event| if event.trim().is_empty() { Frame::Empty } else { data(event) })
                .collect();
            prop_assert_eq!(frames(&[written.as_bytes()]), expected);
        }
    }
}
