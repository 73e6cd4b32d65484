//! How fast the line to the terminal is, learned from when it answers.
//!
//! An answer takes the way there and back, and the time in which the bytes before it went over the line.
//! The quickest answer so far is taken for the way alone; what the larger frames took beyond it tells how
//! many bytes the line takes in a second. Pure: bytes and times come in.

use std::time::Duration;

/// For so long, at most, the line may be taken by what no key asked for: a key's echo waits behind it.
const ROOM: Duration = Duration::from_millis(150);
/// Smaller frames tell of the way and not of the line.
const TELLING: usize = 1024;
/// So many bytes are remembered; what came before counts less and less.
const REMEMBERED: f64 = 8.0 * 1024.0;
/// Something is always let through, and from so much on nothing needs to be held back.
const LEAST: usize = 512;
const PLENTY: f64 = 256.0 * 1024.0;

/// What was learned.
#[derive(Debug, Clone, Default)]
pub(super) struct Rate {
    /// The quickest answer.
    way: Option<Duration>,
    /// What larger frames took beyond it, in all, and how many they were.
    bytes: f64,
    seconds: f64,
    frames: f64,
}

impl Rate {
    /// So many bytes were on the line when the question was asked whose answer took so long.
    pub(super) fn learn(&mut self, bytes: usize, took: Duration) {
        let way = self.way.unwrap_or(took);
        if took < way {
            // The frames before had a shorter way than was thought, so the line was slower.
            self.seconds += self.frames * (way - took).as_secs_f64();
        }
        let way = way.min(took);
        self.way = Some(way);
        if bytes < TELLING {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "a frame is far smaller")]
        let sent = bytes as f64;
        self.bytes += sent;
        self.seconds += (took - way).as_secs_f64();
        self.frames += 1.0;
        while self.bytes > REMEMBERED {
            self.bytes /= 2.0;
            self.seconds /= 2.0;
            self.frames /= 2.0;
        }
    }

    /// How many bytes a frame may have that no key asked for; any number where the line is quick, or
    /// nothing is known of it yet.
    pub(super) fn room(&self) -> Option<usize> {
        if self.seconds <= 0.0 {
            return None;
        }
        let room = self.bytes / self.seconds * ROOM.as_secs_f64();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between nothing and plenty"
        )]
        (room < PLENTY).then(|| (room as usize).max(LEAST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line with a way of 80 ms that takes so many bytes a second.
    fn over(frames: &[usize], bytes_per_second: usize) -> Rate {
        let mut rate = Rate::default();
        for bytes in frames {
            let ms = 80 + u64::try_from(bytes * 1000 / bytes_per_second).unwrap_or(u64::MAX);
            rate.learn(*bytes, Duration::from_millis(ms));
        }
        rate
    }

    #[test]
    fn a_slow_line_has_room_for_what_it_takes_in_a_moment() {
        let room = over(&[5000, 30, 33_000, 200], 16 * 1024).room().expect("it is known");
        assert!((2300..=2600).contains(&room), "{room}");
        assert!(over(&[5000, 30], 16 * 1024).room().expect("the first frame told it") < 2600);
        assert!(over(&[5000, 30], 1000).room() == Some(LEAST), "something is let through");
    }

    #[test]
    fn a_quick_line_and_one_that_is_not_known_have_room_for_everything() {
        assert_eq!(Rate::default().room(), None);
        assert_eq!(over(&[5000], 16 * 1024).room(), None, "it may be a long way");
        assert_eq!(over(&[5000, 30, 33_000], 8_000_000).room(), None);
    }

    #[test]
    fn a_busy_moment_is_forgotten() {
        let mut rate = over(&[5000, 30], 16 * 1024);
        for _ in 0..8 {
            rate.learn(4000, Duration::from_millis(81));
        }
        assert!(rate.room().is_none_or(|room| room > 33_000), "{rate:?}");
    }

    #[test]
    fn small_frames_on_a_way_that_became_longer_tell_nothing() {
        let mut rate = over(&[5000, 30, 33_000], 1024 * 1024);
        let before = rate.room();
        rate.learn(300, Duration::from_millis(200));
        assert_eq!(rate.room(), before);
    }
}
