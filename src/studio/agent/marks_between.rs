//! Marks that say less than they look like, written out: `key.png 2s / bikes.mp4 / board.png 5s` and `主图1/主图2` are lists,
//! `noon>dawn` is a seam, `"May" → "June"` changes words, `a :15 promo` has so many seconds, and the dot of `3 sec. Fade to black` ends a sentence.
//!
//! What is quoted stays as it was written.

use super::words::{LISTS, Name, name_at, quoted_at};

/// Units whose dot may end a sentence as well.
const SHORT: [&str; 4] = ["sec", "secs", "min", "mins"];
/// The longest name that is looked for before a mark.
const LONGEST: usize = 40;

/// A sentence with such marks written out, if it has any.
pub fn written_plainly(sentence: &str, names: &[Name], is_empty: bool) -> Option<String> {
    if !sentence.contains(['/', '>', '→', '.', ':', '+']) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let (mut written, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        let quoted = quoted_at(&letters, at).map_or(0, |quoted| quoted.length);
        if quoted > 0 {
            written.extend(&letters[at..at + quoted]);
            at += quoted;
            continue;
        }
        let mark = Mark { letters: &letters, at, names };
        let seam = || mark.of_a_seam().or_else(|| mark.of_other_words()).filter(|_| !is_empty);
        let plain = mark.of_a_list().or_else(seam);
        if let Some(seconds) = mark.of_so_many_seconds() {
            written.push_str(&seconds);
            (at, found) = (at + 3, true);
            continue;
        }
        match plain.or_else(|| mark.of_an_end()).or_else(|| mark.of_so_much_more()) {
            Some((plain, length)) => {
                written.push_str(plain);
                (at, found) = (at + length, true);
            }
            None => {
                written.push(letters[at]);
                at += 1;
            }
        }
    }
    found.then_some(written)
}

/// A place in a sentence.
struct Mark<'a> {
    letters: &'a [char],
    at: usize,
    names: &'a [Name],
}

impl Mark<'_> {
    /// A slash between spaces, or right between two names.
    fn of_a_list(&self) -> Option<(&'static str, usize)> {
        let slash = self.letters[self.at] == '/';
        let spaced = self.at > 0 && self.is(self.at - 1, ' ') && self.is(self.at + 1, ' ');
        let listed = || self.ends_a_name(self.at) && self.begins_a_name(self.at + 1);
        (slash && (spaced || listed())).then_some((",", 1))
    }

    /// An arrow between two names, and no other before or behind them.
    fn of_a_seam(&self) -> Option<(&'static str, usize)> {
        let length = match self.letters[self.at] {
            '>' | '→' => 1,
            '-' if self.is(self.at + 1, '>') => 2,
            _ => return None,
        };
        let arrows = |part: &[char]| part.iter().any(|letter| matches!(letter, '>' | '→'));
        let ends = |letter: &char| matches!(letter, ',' | '.' | ';' | '，' | '。' | '；' | '\n');
        let before = self.letters[..self.at].rsplit(ends).next().unwrap_or_default();
        let behind = self.letters[self.at + length..].split(ends).next().unwrap_or_default();
        let spaces = |from: usize| (from..).take_while(|at| self.is(*at, ' ')).count();
        let left = (0..self.at).rev().take_while(|at| self.is(*at, ' ')).count();
        let right = self.at + length + spaces(self.at + length);
        let one = !arrows(before) && !arrows(behind);
        (one && self.ends_a_name(self.at - left) && self.begins_a_name(right))
            .then_some((" to ", length))
    }

    /// `"Maya Ortiz" → "Maya Ortíz"`: what the words are to say.
    fn of_other_words(&self) -> Option<(&'static str, usize)> {
        let length = match self.letters[self.at] {
            '>' | '→' => 1,
            '-' | '=' if self.is(self.at + 1, '>') => 2,
            _ => return None,
        };
        let near = |letter: Option<&char>, marks: &str| letter.is_some_and(|l| marks.contains(*l));
        let left = self.letters[..self.at].iter().rfind(|letter| **letter != ' ');
        let right = self.letters[self.at + length..].iter().find(|letter| **letter != ' ');
        (near(left, "\"”」』") && near(right, "\"“「『")).then_some((" should read ", length))
    }

    /// `a :15 promo`, `:30 spot`: so many seconds, as they are written in the trade.
    fn of_so_many_seconds(&self) -> Option<String> {
        let digit = |at: usize| self.letters.get(at).filter(|letter| letter.is_ascii_digit());
        let first = self.at == 0 || self.is(self.at - 1, ' ');
        let (tens, ones) = (digit(self.at + 1)?, digit(self.at + 2)?);
        let word = self.letters.get(self.at + 4).is_some_and(|next| next.is_alphabetic());
        let written = self.letters[self.at] == ':' && first && self.is(self.at + 3, ' ') && word;
        let number: String = [tens, ones].into_iter().collect();
        written.then(|| format!("{} second", number.trim_start_matches('0')))
    }

    /// The dot of a unit before a new sentence.
    fn of_an_end(&self) -> Option<(&'static str, usize)> {
        let next = self.letters.get(self.at + 2..).unwrap_or_default();
        let word: String = next.iter().take_while(|letter| letter.is_alphabetic()).collect();
        let goes_on = LISTS.goes_on_behind_a_unit.has(&word);
        let begins =
            next.first().is_some_and(|next| next.is_uppercase()) || !(word.is_empty() || goes_on);
        if self.letters[self.at] != '.' || !self.is(self.at + 1, ' ') || !begins {
            return None;
        }
        let word = self.letters[..self.at].rsplit(|letter| !letter.is_alphabetic()).next()?;
        let word: String = word.iter().collect();
        SHORT.contains(&word.to_lowercase().as_str()).then_some((" .", 1))
    }

    /// `对比度统一+20`: so much more, where no name stands before it and no unit behind.
    fn of_so_much_more(&self) -> Option<(&'static str, usize)> {
        let all = self.letters[..self.at].ends_with(&['统', '一']);
        let digits =
            self.letters[self.at + 1..].iter().take_while(|it| it.is_ascii_digit()).count();
        let unit = self.letters.get(self.at + 1 + digits).is_some_and(|it| it.is_alphabetic());
        (self.letters[self.at] == '+' && all && digits > 0 && !unit).then_some(("加", 1))
    }

    fn is(&self, at: usize, letter: char) -> bool {
        self.letters.get(at) == Some(&letter)
    }

    fn begins_a_name(&self, at: usize) -> bool {
        at < self.letters.len() && name_at(&self.small(), at, self.names).is_some()
    }

    fn ends_a_name(&self, end: usize) -> bool {
        let small = self.small();
        (end.saturating_sub(LONGEST)..end).any(|from| {
            name_at(&small[..end], from, self.names).is_some_and(|found| from + found.length == end)
        })
    }

    /// As names are found, and each letter at its place.
    fn small(&self) -> Vec<char> {
        self.letters.iter().map(char::to_ascii_lowercase).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;
    use crate::studio::agent::words::names;

    #[test]
    fn only_marks_between_names_are_written_out() {
        let files = ["noon.jpg", "dawn.jpg", "主图1.jpg", "主图2.jpg"];
        let names = names(files.into_iter().map(|name| (name, MediaKind::Image)));
        for (said, plain) in [
            ("noon.jpg 2s / dawn.jpg", Some("noon.jpg 2s , dawn.jpg")),
            ("主图1/主图2 各2s", Some("主图1,主图2 各2s")),
            ("hard cut noon>dawn", Some("hard cut noon to dawn")),
            ("noon > dawn > noon", None),
            ("3s/张", None),
            ("a :15 promo", Some("a 15 second promo")),
            ("at 0:15 mute it", None),
            ("noon 3 sec. Fade it out", Some("noon 3 sec . Fade it out")),
            ("about 3 sec. of noon", None),
            ("say \"noon / dawn\"", None),
        ] {
            assert_eq!(written_plainly(said, &names, false).as_deref(), plain, "{said}");
        }
    }
}
