//! A sentence of the table back into its edit.
//!
//! Every letter has to be as in the pattern, but for spaces, capitals and a full stop. Anything else
//! is not an exact sentence and is nobody's business here.

use crate::draft::Millis;

use super::wording::{Form, PATTERNS, SEVERAL};
use super::{Clip, Edit, Gap, Side};

/// What stands in the places of a pattern.
#[derive(Debug, Default)]
struct Filled {
    clip: Option<usize>,
    last: Option<usize>,
    track: String,
    at: Millis,
    to: Millis,
    count: u64,
    words: String,
    mark: String,
}

impl Edit {
    /// The edit that an exact sentence says; none for any other sentence.
    #[must_use]
    pub fn read(sentence: &str) -> Option<Self> {
        let sentence = sentence.trim();
        let of = |form: &Form, pattern: &str| edit(*form, filled(pattern, sentence)?);
        PATTERNS
            .iter()
            .chain(&SEVERAL)
            .find_map(|(form, english, chinese)| of(form, english).or_else(|| of(form, chinese)))
    }
}

fn edit(form: Form, filled: Filled) -> Option<Edit> {
    let Filled { clip, last, track, at, to, count, words, mark } = filled;
    match form {
        Form::Extract => return Some(Edit::Extract { from: at, to }),
        Form::Insert => return Some(Edit::Insert { name: words, at }),
        Form::Undo => return Some(Edit::Undo),
        Form::Redo => return Some(Edit::Redo),
        Form::GoBack => return Some(Edit::GoBack { version: usize::try_from(count).ok()?, mark }),
        _ => {}
    }
    let clip = Clip { track, number: clip? };
    let frames = i64::try_from(count).ok()?;
    // Several are said to be more than one, in their order.
    let last = last.map_or(Some(clip.number), |last| (clip.number < last).then_some(last))?;
    let edit = match form {
        Form::Split => Edit::Split { clip, at },
        Form::CutStart => Edit::Cut { clip, side: Side::Start, at },
        Form::CutEnd => Edit::Cut { clip, side: Side::End, at },
        Form::TrimStart => Edit::Trim { clip, side: Side::Start, frames },
        Form::TrimEnd => Edit::Trim { clip, side: Side::End, frames },
        Form::ExtendStart => Edit::Trim { clip, side: Side::Start, frames: -frames },
        Form::ExtendEnd => Edit::Trim { clip, side: Side::End, frames: -frames },
        Form::Later => Edit::Shift { clip, frames },
        Form::Earlier => Edit::Shift { clip, frames: -frames },
        Form::MoveTo => Edit::MoveTo { clip, at },
        Form::Place => Edit::Place { clip, place: usize::try_from(count).ok()? },
        Form::DeleteClose => Edit::Delete { clip, gap: Gap::Close },
        Form::DeleteLeave => Edit::Delete { clip, gap: Gap::Leave },
        Form::Duplicate => Edit::Duplicate { clip },
        Form::Volume => Edit::Volume { clip, percent: u32::try_from(count).ok()? },
        Form::FadeIn => Edit::Fade { clip, side: Side::Start, length: at },
        Form::FadeOut => Edit::Fade { clip, side: Side::End, length: at },
        Form::Words => Edit::Words { clip, words },
        Form::Extract | Form::Insert | Form::Undo | Form::Redo | Form::GoBack => return None,
    };
    Some(edit.up_to(last))
}

/// The sentence laid over a pattern.
fn filled(pattern: &str, sentence: &str) -> Option<Filled> {
    let mut filled = Filled::default();
    let (mut pattern, mut rest) = (pattern, sentence);
    while let Some((literal, after)) = pattern.split_once('{') {
        let (place, next) = after.split_once('}')?;
        rest = literally(literal, rest)?.trim_start();
        rest = filled.take(place, rest, next)?;
        pattern = next;
    }
    let rest = literally(pattern, rest)?;
    rest.trim().trim_end_matches(['.', '。']).is_empty().then_some(filled)
}

impl Filled {
    /// Fills a place from the front of the text; gives back what follows.
    fn take<'a>(&mut self, place: &str, text: &'a str, next: &str) -> Option<&'a str> {
        if place == "words" {
            // Up to the last mark that could close them: words may have marks in them.
            let (words, after) = text.rsplit_once(next)?;
            self.words = words.to_owned();
            return Some(&text[text.len() - next.len() - after.len()..]);
        }
        let fits = |letter: char| match place {
            "track" | "mark" => letter.is_ascii_alphanumeric(),
            "at" | "to" => letter.is_ascii_digit() || letter == '.',
            _ => letter.is_ascii_digit(),
        };
        let end = text.find(|letter| !fits(letter)).unwrap_or(text.len());
        let (found, rest) = text.split_at(end);
        match place {
            "track" => self.track = track(found)?,
            "mark" => self.mark = (!found.is_empty()).then(|| found.to_owned())?,
            "at" => self.at = millis(found)?,
            "to" => self.to = millis(found)?,
            "clip" => self.clip = Some(found.parse().ok()?),
            "last" => self.last = Some(found.parse().ok()?),
            _ => self.count = found.parse().ok()?,
        }
        Some(rest)
    }
}

/// What follows after the letters of a pattern; spaces count as nothing, `(s)` need not be there.
fn literally<'a>(pattern: &str, text: &'a str) -> Option<&'a str> {
    let (pattern, plural) = match pattern.split_once("(s)") {
        Some((before, after)) => (before, Some(after)),
        None => (pattern, None),
    };
    let mut rest = text;
    for wanted in pattern.chars().filter(|letter| *letter != ' ') {
        rest = rest.trim_start();
        let letter = rest.chars().next()?;
        if !letter.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        rest = &rest[letter.len_utf8()..];
    }
    match plural {
        Some(after) => literally(after, rest.strip_prefix('s').unwrap_or(rest)),
        None => Some(rest),
    }
}

fn track(text: &str) -> Option<String> {
    let label = text.to_ascii_uppercase();
    let number = label.strip_prefix(['V', 'A', 'T', 'X'])?;
    number.parse::<usize>().ok().map(|_| label)
}

/// Seconds with at most three digits behind the point, exactly.
fn millis(text: &str) -> Option<Millis> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > 3 || text.ends_with('.') {
        return None;
    }
    let seconds: u64 = whole.parse().ok()?;
    let thousandths: u64 = format!("{rest:0<3}").parse().ok()?;
    Some(Millis(seconds.checked_mul(1000)?.checked_add(thousandths)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn edits() -> Vec<Edit> {
        let clip = || Clip { track: "V1".into(), number: 3 };
        let mut edits = vec![
            Edit::Split { clip: clip(), at: Millis(12_267) },
            Edit::MoveTo { clip: clip(), at: Millis(500) },
            Edit::Place { clip: clip(), place: 1 },
            Edit::Delete { clip: clip(), gap: Gap::Close },
            Edit::Delete { clip: clip(), gap: Gap::Leave },
            Edit::Extract { from: Millis(4000), to: Millis(6_500) },
            Edit::Insert { name: "my “{at}” 2.mp4".into(), at: Millis(4_500) },
            Edit::Duplicate { clip: clip() },
            Edit::Volume { clip: clip(), percent: 85 },
            Edit::Words { clip: clip(), words: "“{at}” s, 5%".into() },
            Edit::Undo,
            Edit::Redo,
            Edit::GoBack { version: 3, mark: "7f3a9c1d".into() },
        ];
        for side in [Side::Start, Side::End] {
            edits.push(Edit::Cut { clip: clip(), side, at: Millis(3_000) });
            edits.push(Edit::Fade { clip: clip(), side, length: Millis(100) });
            edits.extend([-2, -1, 1, 2].map(|frames| Edit::Trim { clip: clip(), side, frames }));
        }
        edits.extend([-2, -1, 1, 2].map(|frames| Edit::Shift { clip: clip(), frames }));
        let one = edits.clone().into_iter();
        let several = one.filter(|edit| SEVERAL.iter().any(|(form, ..)| *form == edit.form()));
        edits.extend(several.map(|edit| edit.up_to(12)).collect::<Vec<_>>());
        edits
    }

    #[test]
    fn every_sentence_is_read_as_the_edit_that_it_says() {
        for edit in edits() {
            for language in [Language::English, Language::Chinese] {
                let said = edit.said(language);
                assert_eq!(Edit::read(&said).as_ref(), Some(&edit), "{said}");
                let loose = format!(" {}. ", said.replace("clip ", "Clip  "));
                assert_eq!(Edit::read(&loose).as_ref(), Some(&edit), "{loose}");
            }
        }
    }

    #[test]
    fn one_frame_is_not_said_in_the_plural() {
        let clip = Clip { track: "T1".into(), number: 1 };
        let said = Edit::Shift { clip, frames: 1 }.said(Language::English);
        assert_eq!(said, "move clip 1 on T1 later by 1 frame");
    }

    #[test]
    fn no_other_sentence_is_taken_for_one() {
        for sentence in [
            "",
            "split clip 3",
            "split clip three on V1 at 2s",
            "split clip 3 on V1 at 2s and add a title",
            "duplicate clip 3 on Q1",
            "undo twice",
            "set the volume of clip 1 on A1 to 50.5%",
            "split clip 3 on V1 at 2.3456s",
            "delete clips 3 to 2 on V1 and close the gap",
            "duplicate clips 3 to 3 on V1",
            "split clips 2 to 3 on V1 at 2s",
        ] {
            assert_eq!(Edit::read(sentence), None, "{sentence}");
        }
    }
}
