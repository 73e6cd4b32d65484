//! Thinking aloud is not the answer: what stands between `<think>` and `</think>` is left out.
//!
//! Some servers send a model's thoughts in its text, before the answer. The marks may come in pieces.

const OPEN: &str = "<think>";
const CLOSE: &str = "</think>";

/// Takes the thoughts out of a text that comes in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Thoughts {
    /// Held back: it may be the beginning of a mark.
    held: String,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// Nothing but blanks has come.
    #[default]
    Before,
    Thinking,
    Answering,
}

impl Thoughts {
    /// What of this piece, and of what was held back, is answer.
    pub(super) fn take(&mut self, piece: &str) -> String {
        self.held.push_str(piece);
        if self.state == State::Before {
            let begun = self.held.trim_start();
            if begun.is_empty() || (begun.len() < OPEN.len() && OPEN.starts_with(begun)) {
                return String::new();
            }
            self.state = if begun.starts_with(OPEN) { State::Thinking } else { State::Answering };
        }
        if self.state == State::Thinking {
            let Some(end) = self.held.find(CLOSE) else {
                self.forget();
                return String::new();
            };
            self.held.drain(..end + CLOSE.len());
            self.state = State::Before;
            return self.take("");
        }
        std::mem::take(&mut self.held)
    }

    /// What was held back when the text has ended.
    pub(super) fn finish(&mut self) -> String {
        let held = std::mem::take(&mut self.held);
        if self.state == State::Thinking { String::new() } else { held.trim_end().to_owned() }
    }

    /// Of thoughts only what could be the beginning of their end is kept.
    fn forget(&mut self) {
        let mut from = self.held.len().saturating_sub(CLOSE.len());
        while !self.held.is_char_boundary(from) {
            from += 1;
        }
        self.held.drain(..from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(pieces: &[&str]) -> String {
        let mut thoughts = Thoughts::default();
        let said: String = pieces.iter().map(|piece| thoughts.take(piece)).collect();
        said + &thoughts.finish()
    }

    #[test]
    fn thoughts_go_wherever_they_are_cut_and_the_answer_stays() {
        let text = " <think>剪 <b> it</think>\n\nDone: 1 < 2 <think> stays";
        let ends = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
        for end in ends {
            let (one, two) = text.split_at(end);
            assert_eq!(answer(&[one, two]), "\n\nDone: 1 < 2 <think> stays", "cut at {end}");
        }
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        assert_eq!(answer(&letters), "\n\nDone: 1 < 2 <think> stays");
    }

    #[test]
    fn an_answer_without_thoughts_is_as_it_came() {
        assert_eq!(answer(&["<", "b>", "bold"]), "<b>bold");
        assert_eq!(answer(&["<thi"]), "<thi");
        assert_eq!(answer(&["<think>never", " ends"]), "");
    }
}
