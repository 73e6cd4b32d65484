//! When the next frame may be drawn: as fast as the terminal takes them, and no faster.
//!
//! What is written to a slow line waits in a buffer somewhere on the way, and every key's echo waits
//! behind it. So a frame ends with a question for the terminal's status, and the next one waits until
//! the answer shows that the frame has arrived. A key's frame does not wait: it is small, and a person
//! looks for it; only where keys alone have filled the line (a held arrow) does it wait for the answer
//! too, since drawn at once it would come later. A terminal that does not answer is given a budget of
//! bytes. Pure: times and bytes come in, decisions go out.

use std::time::Duration;

use super::rate::Rate;

/// The shortest time between two frames that no key asked for.
const FRAME: Duration = Duration::from_millis(33);
/// How long an answer is waited for.
const DEADLINE: Duration = Duration::from_secs(1);
/// How long the first one is.
const FIRST_DEADLINE: Duration = Duration::from_millis(300);
/// An answer that takes longer than this tells of a line that pictures would fill.
const SLOW: Duration = Duration::from_millis(250);
/// What must have gone over the line at [`QUICK`] after one such answer until pictures are tried again;
/// four times as much after each further one.
const TRIAL: usize = 8 * 1024;
/// Bytes a second of a line that takes a picture in the time of a frame or two.
const QUICK: u128 = 256 * 1024;
/// Key frames carry a question when so many bytes were written since the last one.
const ASK_AGAIN: usize = 1024;
/// With so many bytes on the way a key's frame waits as well.
const FULL: usize = 4096;
/// What a terminal that does not answer is given: bytes a second, and at once.
const RATE: f64 = 16.0 * 1024.0;
const BURST: f64 = 16.0 * 1024.0;

/// Who asked for a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A person, by a key.
    Key,
    /// Anything else.
    Other,
}

/// What is known of the terminal's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answers {
    /// It was not asked yet, or has time left.
    Unknown,
    /// They come.
    Come,
    /// It is not asked, or does not answer.
    Missing,
}

/// The state of the line.
#[derive(Debug, Clone)]
pub struct Pacing {
    asks: bool,
    answers: Answers,
    /// When the question was written whose answer is waited for.
    asked: Option<Duration>,
    /// Bytes written since the last question that was answered, and behind the last question.
    flying: usize,
    behind: usize,
    drawn: Option<Duration>,
    /// Bytes that may be written now where nothing answers; below zero while they are paid off.
    budget: f64,
    /// Bytes that the line must take quickly before pictures are tried again, after an answer that
    /// came late. Each such trial would be felt, so they get fewer.
    owed: usize,
    /// What is owed when the next answer comes late.
    trial: usize,
    rate: Rate,
}

impl Pacing {
    /// A line that nothing was written to. `asks`: whether the terminal may be asked at all.
    #[must_use]
    pub fn new(asks: bool) -> Self {
        Self {
            asks,
            answers: if asks { Answers::Unknown } else { Answers::Missing },
            asked: None,
            flying: 0,
            behind: 0,
            drawn: None,
            budget: BURST,
            owed: 0,
            trial: TRIAL,
            rate: Rate::default(),
        }
    }

    /// The moment from which a frame may be drawn; the past means at once.
    #[must_use]
    pub fn due(&self, cause: Cause) -> Duration {
        let answered = self.asked.map_or(Duration::ZERO, |asked| asked + self.deadline());
        match cause {
            Cause::Key if self.answers == Answers::Come && self.flying > FULL => answered,
            Cause::Key => Duration::ZERO,
            Cause::Other => {
                let apart = self.drawn.map_or(Duration::ZERO, |drawn| drawn + FRAME);
                apart.max(answered).max(self.paid_off())
            }
        }
    }

    /// Whether the frame that is drawn now carries the question.
    #[must_use]
    pub const fn asks(&self, cause: Cause) -> bool {
        self.asks
            && match cause {
                Cause::Key => self.behind > ASK_AGAIN,
                Cause::Other => true,
            }
    }

    /// So many bytes were written, with the question at their end or without.
    pub fn drawn(&mut self, bytes: usize, asked: bool, now: Duration) {
        self.earn(now);
        if self.asked.is_some_and(|asked| now >= asked + self.deadline()) {
            self.asked = None;
            if self.answers == Answers::Unknown {
                self.answers = Answers::Missing;
            }
        }
        self.flying += bytes;
        self.behind += bytes;
        #[expect(clippy::cast_precision_loss, reason = "a frame is far smaller")]
        let cost = bytes as f64;
        self.budget -= cost;
        if asked {
            self.asked = Some(now);
            self.behind = 0;
        }
        self.drawn = Some(now);
    }

    /// Whether the terminal takes whole pictures without anybody waiting behind them: it answers, and
    /// soon, or has shown since it once did not that the line is quick.
    #[must_use]
    pub fn takes_pictures(&self) -> bool {
        self.answers == Answers::Come && self.owed == 0
    }

    /// How many bytes of pictures a frame may bring that no key asked for, where the line is slow.
    #[must_use]
    pub fn room(&self) -> Option<usize> {
        self.rate.room().filter(|_| self.answers == Answers::Come)
    }

    /// The terminal answered at this moment, which shows how fast the line is.
    pub fn answered_at(&mut self, now: Duration) {
        if let Some(asked) = self.asked {
            let took = now.saturating_sub(asked);
            let arrived = self.flying - self.behind;
            self.rate.learn(arrived, took);
            if took > SLOW {
                self.owed = self.trial;
                self.trial = self.trial.saturating_mul(4);
            } else if arrived as u128 * 1000 >= took.as_millis() * QUICK {
                self.owed = self.owed.saturating_sub(arrived);
            }
        }
        self.answered();
    }

    /// The terminal answered: everything before the question has arrived.
    pub const fn answered(&mut self) {
        self.answers = Answers::Come;
        self.asked = None;
        self.flying = self.behind;
    }

    /// How long an answer that is on its way is worth waiting for before the terminal is given back,
    /// so that it does not end up in the shell.
    #[must_use]
    pub fn outstanding(&self, now: Duration) -> Option<Duration> {
        let asked = self.asked.filter(|_| self.answers != Answers::Missing)?;
        (asked + self.deadline()).checked_sub(now)
    }

    const fn deadline(&self) -> Duration {
        match self.answers {
            Answers::Unknown => FIRST_DEADLINE,
            Answers::Come => DEADLINE,
            // It is asked all the same, in case it was only slow at first.
            Answers::Missing => Duration::ZERO,
        }
    }

    fn earn(&mut self, now: Duration) {
        let since = now.saturating_sub(self.drawn.unwrap_or(now));
        self.budget = (self.budget + since.as_secs_f64() * RATE).min(BURST);
    }

    /// When the budget is no longer overdrawn, where there is one.
    fn paid_off(&self) -> Duration {
        match (self.answers, self.drawn) {
            (Answers::Missing, Some(drawn)) if self.budget < 0.0 => {
                drawn + Duration::from_secs_f64(-self.budget / RATE)
            }
            _ => Duration::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    /// A line on which the first frame was answered.
    fn answering() -> Pacing {
        let mut pacing = Pacing::new(true);
        pacing.drawn(3000, true, ms(0));
        pacing.answered();
        pacing
    }

    #[test]
    fn the_first_frame_after_a_quiet_time_is_drawn_at_once() {
        assert_eq!(Pacing::new(true).due(Cause::Other), ms(0));
        assert!(answering().due(Cause::Other) <= ms(5000));
    }

    #[test]
    fn the_next_frame_waits_for_the_answer_and_a_key_does_not() {
        let mut pacing = answering();
        assert!(pacing.asks(Cause::Other));
        pacing.drawn(500, true, ms(100));
        assert_eq!(pacing.due(Cause::Other), ms(1100), "at the latest");
        assert_eq!(pacing.due(Cause::Key), ms(0));
        pacing.drawn(20, pacing.asks(Cause::Key), ms(120));
        assert_eq!(pacing.due(Cause::Other), ms(1100), "the key's frame changes nothing");
        pacing.answered();
        assert_eq!(pacing.due(Cause::Other), ms(153));
    }

    #[test]
    fn a_small_frame_of_a_key_carries_no_question() {
        let mut pacing = answering();
        pacing.drawn(17, false, ms(10));
        assert!(!pacing.asks(Cause::Key));
        pacing.drawn(2000, false, ms(20));
        assert!(pacing.asks(Cause::Key));
    }

    #[test]
    fn keys_that_fill_the_line_wait_for_it() {
        let mut pacing = answering();
        pacing.drawn(3000, true, ms(10));
        assert_eq!(pacing.due(Cause::Key), ms(0));
        pacing.drawn(3000, false, ms(20));
        assert_eq!(pacing.due(Cause::Key), ms(1010));
        pacing.answered();
        assert_eq!(pacing.due(Cause::Key), ms(0), "only what came behind is still on its way");
    }

    #[test]
    fn a_late_answer_stops_nothing_for_ever() {
        let mut pacing = answering();
        pacing.drawn(500, true, ms(100));
        let due = pacing.due(Cause::Other);
        pacing.drawn(500, true, due);
        assert_eq!(pacing.due(Cause::Other), due + ms(1000));
    }

    #[test]
    fn where_nothing_answers_bytes_are_counted() {
        let mut pacing = Pacing::new(true);
        pacing.drawn(8000, true, ms(0));
        assert_eq!(pacing.due(Cause::Other), ms(300), "the first answer has a moment");
        pacing.drawn(1000, true, ms(300));
        assert_eq!(pacing.due(Cause::Other), ms(333), "within the budget");
        pacing.drawn(32 * 1024, true, ms(333));
        assert!(pacing.due(Cause::Other) > ms(1000), "{:?}", pacing.due(Cause::Other));
        assert_eq!(pacing.due(Cause::Key), ms(0));
        pacing.answered();
        assert_eq!(pacing.due(Cause::Other), ms(366), "it was only slow");
    }

    #[test]
    fn only_a_line_that_answers_soon_takes_pictures() {
        let mut pacing = Pacing::new(true);
        pacing.drawn(3000, true, ms(0));
        assert!(!pacing.takes_pictures(), "nothing is known yet");
        pacing.answered_at(ms(40));
        assert!(pacing.takes_pictures());
        pacing.drawn(90_000, true, ms(100));
        pacing.answered_at(ms(500));
        assert!(!pacing.takes_pictures());
        pacing.drawn(90, true, ms(600));
        pacing.answered_at(ms(610));
        assert!(!pacing.takes_pictures(), "so few bytes show nothing");
    }

    #[test]
    fn a_line_that_was_late_once_takes_pictures_again_when_it_has_shown_that_it_is_quick() {
        let mut pacing = Pacing::new(true);
        let answer = |pacing: &mut Pacing, bytes, at, took| {
            pacing.drawn(bytes, true, ms(at));
            pacing.answered_at(ms(at + took));
            pacing.takes_pictures()
        };
        assert!(!answer(&mut pacing, 3000, 0, 300), "the machine was busy");
        assert!(!answer(&mut pacing, 16_000, 1000, 200), "as slow as a line of 80 kB/s");
        assert!(!answer(&mut pacing, 6000, 2000, 5));
        assert!(answer(&mut pacing, 3000, 3000, 5));
        assert!(!answer(&mut pacing, 90_000, 4000, 300), "pictures are too much for it");
        assert!(!answer(&mut pacing, 9000, 5000, 5), "now more must be shown");
        assert!(answer(&mut pacing, 24_000, 6000, 50));
    }

    #[test]
    fn a_line_that_answers_late_has_room_for_what_it_takes_in_a_moment() {
        let mut pacing = Pacing::new(true);
        assert_eq!(pacing.room(), None);
        for (bytes, at, took) in [(5000, 0, 385), (30, 1000, 82), (33_000, 2000, 980)] {
            pacing.drawn(bytes, true, ms(at));
            pacing.answered_at(ms(at + took));
        }
        let room = pacing.room().expect("it is known");
        assert!((3000..6000).contains(&room), "{room}");
    }

    #[test]
    fn a_terminal_that_must_not_be_asked_is_not() {
        let mut pacing = Pacing::new(false);
        assert!(!pacing.asks(Cause::Other));
        pacing.drawn(8000, false, ms(0));
        assert_eq!(pacing.due(Cause::Other), ms(33));
        assert_eq!(pacing.outstanding(ms(1)), None);
    }

    #[test]
    fn leaving_waits_only_for_answers_that_can_come() {
        let mut pacing = answering();
        assert_eq!(pacing.outstanding(ms(5)), None);
        pacing.drawn(500, true, ms(100));
        assert_eq!(pacing.outstanding(ms(400)), Some(ms(700)));
        assert_eq!(pacing.outstanding(ms(1200)), None);
    }
}
