//! What has been told of messages that come in pieces, and what a recap of them adds.
//!
//! A recap repeats a message whose pieces came before it; it may cover one message, several, or a part
//! of what came, and it may be worded slightly otherwise. Only what is new in it is told. A piece that
//! was cut within a character is withheld from that character on: the recap has it whole.

/// Stands for a character that was cut.
const BROKEN: char = '\u{fffd}';

/// The pieces that no recap has repeated yet.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// What was told of each message, oldest first; the last one goes on.
    messages: Vec<String>,
    /// The last message has ended.
    ended: bool,
    /// What came of the last message behind a broken character.
    withheld: String,
}

impl Pieces {
    /// Takes a piece; gives back what of it can be told now.
    pub(super) fn add(&mut self, piece: &str) -> String {
        if self.ended || self.messages.is_empty() {
            self.messages.push(String::new());
            self.ended = false;
        }
        let whole = if self.withheld.is_empty() { piece.find(BROKEN) } else { Some(0) };
        let (told, withheld) = piece.split_at(whole.unwrap_or(piece.len()));
        self.withheld.push_str(withheld);
        if let Some(message) = self.messages.last_mut() {
            message.push_str(told);
        }
        told.to_owned()
    }

    /// The message has ended without a recap so far; what was withheld is told as it is.
    pub(super) fn end_message(&mut self) -> String {
        self.ended = true;
        let withheld = std::mem::take(&mut self.withheld);
        if let Some(message) = self.messages.last_mut() {
            message.push_str(&withheld);
        }
        withheld
    }

    /// A whole message: what it says that its pieces have not told.
    pub(super) fn new_in(&mut self, recap: &str) -> String {
        if self.messages.is_empty() {
            return recap.to_owned();
        }
        // Nothing of the last message could be told yet.
        if !self.withheld.is_empty() && self.messages.last().is_some_and(String::is_empty) {
            let count = self.messages.len();
            self.forget(count - 1, count);
            return recap.to_owned();
        }
        if let Some((from, to, rest)) = self.longest_run(recap) {
            let rest = rest.to_owned();
            self.forget(from, to);
            return rest;
        }
        if self.shorten(recap) {
            return String::new();
        }
        let alike = |message: &String| likeness(message, recap) >= ALIKE;
        match self.messages.iter().rposition(alike) {
            // It only tidies up what was shown.
            Some(place) => {
                let withheld = std::mem::take(&mut self.withheld);
                self.forget(place, place + 1);
                withheld
            }
            None => self.end_message() + recap,
        }
    }

    /// The most messages in a row that the recap begins with, and what follows them in it.
    fn longest_run<'a>(&self, recap: &'a str) -> Option<(usize, usize, &'a str)> {
        let count = self.messages.len();
        let runs = (1..=count)
            .rev()
            .flat_map(|length| (0..=count - length).rev().map(move |from| (from, from + length)));
        runs.filter_map(|(from, to)| {
            let told = self.messages[from..to].concat();
            Some((from, to, rest_after(recap, &told)?))
        })
        .next()
    }

    /// The recap of the first of several messages that came without a gap: the others are still open.
    fn shorten(&mut self, recap: &str) -> bool {
        let found = self.messages.iter_mut().find_map(|message| {
            let rest = rest_after(message, recap)?.to_owned();
            Some((message, rest))
        });
        match found {
            Some((message, rest)) => {
                *message = rest;
                true
            }
            None => false,
        }
    }

    fn forget(&mut self, from: usize, to: usize) {
        if to == self.messages.len() {
            self.withheld.clear();
            self.ended = true;
        }
        self.messages.drain(from..to);
    }
}

/// What follows `beginning` in `text`, whatever space and punctuation either has; `None` where `text`
/// does not begin so.
pub(super) fn rest_after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    if beginning.trim().is_empty() {
        return None;
    }
    if let Some(rest) = text.strip_prefix(beginning) {
        return Some(rest);
    }
    let mut wanted = beginning.char_indices().filter(|(_, letter)| letter.is_alphanumeric());
    let mut next = wanted.next()?;
    for (place, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        if !letter.to_lowercase().eq(next.1.to_lowercase()) {
            return None;
        }
        let end = place + letter.len_utf8();
        let (last, length) = (next.0, next.1.len_utf8());
        match wanted.next() {
            Some(following) => next = following,
            None => return Some(without_told_end(&text[end..], &beginning[last + length..])),
        }
    }
    None
}

/// What was told ends with a sign or two; the same place of the recap may have others.
fn without_told_end<'a>(rest: &'a str, told: &str) -> &'a str {
    let (told, words) = (told.trim(), rest.find(char::is_alphanumeric));
    match (rest.trim_start().strip_prefix(told), words) {
        (Some(rest), _) => rest,
        (None, Some(words)) => {
            let gap = rest[..words].rfind(|letter: char| !letter.is_whitespace());
            let sign = gap.and_then(|gap| rest[gap..].chars().next()).map_or(0, char::len_utf8);
            &rest[gap.map_or(0, |gap| gap + sign)..]
        }
        (None, None) => "",
    }
}

/// From here on a recap is the same message in slightly other words.
const ALIKE: f64 = 0.6;

/// How much two texts have in common, 0 to 1: the share of pairs of neighbouring letters.
fn likeness(one: &str, other: &str) -> f64 {
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 1.0;
    }
    let mut common = 0_u32;
    for pair in one {
        if let Some(place) = other.iter().position(|known| *known == pair) {
            other.swap_remove(place);
            common += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "texts of a few thousand letters")]
    let all = all as f64;
    f64::from(2 * common) / all
}

/// Longer texts are compared by their beginnings, so that one never takes long.
const COMPARED: usize = 2000;

fn pairs(text: &str) -> Vec<(char, char)> {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let letters: Vec<char> = letters.flat_map(char::to_lowercase).take(COMPARED).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pieces: &[&str]) -> Pieces {
        let mut told = Pieces::default();
        for piece in pieces {
            if *piece == "|" {
                told.end_message();
            } else {
                told.add(piece);
            }
        }
        told
    }

    #[test]
    fn a_recap_adds_what_its_pieces_have_not_told() {
        for (pieces, recap, new) in [
            (&["Made ", "it."][..], "Made it.", ""),
            (&["Made "], "Made it.", "it."),
            (&["Made it"], "Made it.", "."),
            (&["Made it!"], "Made  it.", ""),
            (&["Made it."], "Made it. It is 10 s long.", " It is 10 s long."),
            (&["One.", "|", "Two."], "One.\n\nTwo.", ""),
            (&["One.", "|", "Two."], "Two.", ""),
            (&["One.", "|", "Two."], "One. Two. Three.", " Three."),
            (&["One. Two."], "One.", ""),
            (&["I made a film of ten seconds."], "I have made a film of ten seconds!", ""),
            (&["Let me look."], "The title is in place.", "The title is in place."),
            (&["🎬"], "🎬", ""),
            (&[], "Hi.", "Hi."),
        ] {
            assert_eq!(told(pieces).new_in(recap), new, "{pieces:?} {recap}");
        }
    }

    #[test]
    fn recaps_of_several_messages_come_one_by_one_in_any_order() {
        let mut pieces = told(&["One is here. Two is there."]);
        assert_eq!(pieces.new_in("One is here."), "");
        assert_eq!(pieces.new_in("Two is there."), "");
        assert_eq!(pieces.new_in("Two is there."), "Two is there.", "a new message");
        let mut pieces = told(&["One.", "|", "Two."]);
        assert_eq!(pieces.new_in("Two."), "");
        assert_eq!(pieces.new_in("One."), "");
    }

    #[test]
    fn a_character_that_was_cut_is_told_by_the_recap() {
        let mut pieces = Pieces::default();
        assert_eq!(pieces.add("夕\u{fffd}"), "夕");
        assert_eq!(pieces.add("\u{fffd}です"), "");
        assert_eq!(pieces.new_in("夕日です"), "日です");
        pieces.add("a\u{fffd}b");
        assert_eq!(pieces.end_message(), "\u{fffd}b", "no recap came");
    }
}
