//! The message box: words being written, and those sent before.
//!
//! The text area edits; where its lines wrap and where the caret is are worked out here, so that
//! moving up and down follows the rows that are drawn, and drawing changes nothing.

use std::borrow::Cow;
use std::ops::Range;

use tui_textarea::{CursorMove, TextArea};

use crate::language::Language;
use crate::ui::text::{break_rows, clean, width};
use crate::ui::words::message as words;

use super::Key;
use super::actions::MessageAction;

/// A pasted text of more lines or bytes is folded.
const MOST_LINES: usize = 12;
const MOST_BYTES: usize = 2000;

/// The words being written.
#[derive(Debug, Clone, Default)]
pub struct MessageState {
    area: TextArea<'static>,
    sent: Vec<String>,
    /// Which sent message is looked at, if one is.
    browsing: Option<usize>,
    /// What was being written when browsing began.
    kept: String,
    /// Long texts that were pasted: the sign that stands in the box, and what it stands for.
    folded: Vec<(String, String)>,
    /// The rows in so many columns, until something is edited: every pane's place depends on them.
    laid: Option<(usize, Vec<MessageRow>)>,
}

/// One drawn row of the box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    line: usize,
    bytes: Range<usize>,
    /// Whether it is the last of its line, where the caret may stand behind the last letter.
    last: bool,
}

impl MessageState {
    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// What is written, with all that was pasted.
    #[must_use]
    pub fn text(&self) -> String {
        let seen = self.area.lines().join("\n");
        self.folded.iter().fold(seen, |text, (sign, pasted)| text.replacen(sign, pasted, 1))
    }

    /// The rows as drawn in so many columns.
    #[must_use]
    pub fn rows(&self, cols: usize) -> Cow<'_, [MessageRow]> {
        match &self.laid {
            Some((laid, rows)) if *laid == cols => Cow::Borrowed(rows),
            _ => Cow::Owned(self.wrapped(cols)),
        }
    }

    /// Keeps the rows, which are asked for many times in a frame.
    pub(super) fn lay_out(&mut self, cols: usize) {
        if self.laid.as_ref().is_none_or(|(laid, _)| *laid != cols) {
            self.laid = Some((cols, self.wrapped(cols)));
        }
    }

    fn wrapped(&self, cols: usize) -> Vec<MessageRow> {
        let mut rows = Vec::new();
        for (line, text) in self.area.lines().iter().enumerate() {
            rows.extend(break_rows(text, cols).into_iter().map(|bytes| {
                let last = bytes.end == text.len();
                MessageRow { line, bytes, last }
            }));
        }
        rows
    }

    /// The words of a row.
    #[must_use]
    pub fn row_text(&self, row: &MessageRow) -> &str {
        &self.area.lines()[row.line][row.bytes.clone()]
    }

    /// Row and column of the caret among those rows.
    #[must_use]
    pub fn caret(&self, rows: &[MessageRow], cols: usize) -> (usize, usize) {
        let (line, byte) = self.place();
        let holds = |row: &MessageRow| {
            row.line == line && row.bytes.start <= byte && (byte < row.bytes.end || row.last)
        };
        let number = rows.iter().position(holds).unwrap_or(0);
        let col = rows.get(number).map_or(0, |row| {
            width(&self.area.lines()[line][row.bytes.start..byte.max(row.bytes.start)])
        });
        (number, col.min(cols))
    }

    /// Writes text at the caret; line breaks stay.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.edit().insert_str(clean(&text));
    }

    /// Writes a pasted text at the caret. Where it is long, the box shows a sign in its place.
    pub(super) fn paste(&mut self, text: &str, language: Language) {
        let lines = text.lines().count();
        if lines <= MOST_LINES && text.len() <= MOST_BYTES {
            return self.insert(text);
        }
        let sign = words::pasted(language, lines, self.folded.len());
        self.edit().insert_str(&sign);
        self.folded.push((sign, clean(text).into_owned()));
    }

    /// Replaces what is written; the caret goes to the end, or into an empty pair of quotes there.
    pub fn write(&mut self, text: &str) {
        self.clear();
        self.insert(text);
        if text.ends_with("\"\"") || text.ends_with("“”") {
            self.area.move_cursor(CursorMove::Back);
        }
    }

    /// Forgets what is written.
    pub fn clear(&mut self) {
        *self.edit() = TextArea::default();
        self.browsing = None;
        self.folded.clear();
    }

    /// Takes what is written out of the box and remembers it.
    pub(super) fn take(&mut self) -> String {
        let text = self.text().trim().to_owned();
        self.clear();
        self.remember(&text);
        text
    }

    /// Makes an earlier message reachable by the up key.
    pub(super) fn remember(&mut self, text: &str) {
        if !text.is_empty() && self.sent.last().map(String::as_str) != Some(text) {
            self.sent.push(text.to_owned());
        }
    }

    /// The text to be changed, whose rows are then others.
    fn edit(&mut self) -> &mut TextArea<'static> {
        self.laid = None;
        &mut self.area
    }

    /// A letter typed.
    pub(super) fn typed(&mut self, key: Key) {
        if let Some(letter) = key.written() {
            self.edit().insert_char(letter);
        }
    }

    /// Does what an editing key asks for. Sending is not among it, nor is what waits to be sent.
    pub(super) fn act(&mut self, action: MessageAction, cols: usize) {
        use MessageAction as M;
        match action {
            M::Send | M::TakeBack | M::DropWaiting => {}
            M::NewLine => self.edit().insert_newline(),
            M::Up => self.up(cols),
            M::Down => self.down(cols),
            M::Left => self.area.move_cursor(CursorMove::Back),
            M::Right => self.area.move_cursor(CursorMove::Forward),
            M::WordLeft => self.area.move_cursor(CursorMove::WordBack),
            M::WordRight => self.area.move_cursor(CursorMove::WordForward),
            M::LineStart => self.move_in_line(0),
            M::LineEnd => self.move_in_line(usize::MAX),
            M::DeleteBack => drop(self.edit().delete_char()),
            M::DeleteForward => drop(self.edit().delete_next_char()),
            M::DeleteWord => drop(self.edit().delete_word()),
            M::DeleteToStart => drop(self.edit().delete_line_by_head()),
            M::DeleteToEnd => drop(self.edit().delete_line_by_end()),
            M::Unfold => {
                let text = self.text();
                self.write(&text);
            }
            M::Undo => drop(self.edit().undo()),
        }
    }

    fn up(&mut self, cols: usize) {
        let rows = self.rows(cols).into_owned();
        let (row, col) = self.caret(&rows, cols);
        match row.checked_sub(1) {
            Some(above) => self.move_to(&rows[above], col),
            None => self.browse_back(),
        }
    }

    fn down(&mut self, cols: usize) {
        let rows = self.rows(cols).into_owned();
        let (row, col) = self.caret(&rows, cols);
        match rows.get(row + 1) {
            Some(below) => self.move_to(below, col),
            None => self.browse_forward(),
        }
    }

    /// Puts the caret into a row, at the column or as near as the row's words allow.
    fn move_to(&mut self, row: &MessageRow, col: usize) {
        let text = &self.area.lines()[row.line];
        let before = text[..row.bytes.start].chars().count();
        let mut letters = 0;
        let mut cells = 0;
        let mut within = text[row.bytes.clone()].chars().peekable();
        while let Some(letter) = within.next() {
            cells += width(letter.encode_utf8(&mut [0; 4]));
            if cells > col || (within.peek().is_none() && !row.last) {
                break;
            }
            letters += 1;
        }
        self.jump(row.line, before + letters);
    }

    fn move_in_line(&mut self, letter: usize) {
        let line = self.area.cursor().0;
        let length = self.area.lines()[line].chars().count();
        self.jump(line, letter.min(length));
    }

    fn jump(&mut self, line: usize, letter: usize) {
        let short = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(short(line), short(letter)));
    }

    fn browse_back(&mut self) {
        let wanted = if self.browsing.is_some() { self.kept.clone() } else { self.text() };
        let before = self.browsing.unwrap_or(self.sent.len());
        let Some(place) = (0..before).rev().find(|place| self.is_wanted(*place, &wanted)) else {
            return;
        };
        self.show_sent(place);
        self.kept = wanted;
    }

    fn browse_forward(&mut self) {
        let Some(place) = self.browsing else { return };
        let kept = self.kept.clone();
        match (place + 1..self.sent.len()).find(|place| self.is_wanted(*place, &kept)) {
            Some(later) => self.show_sent(later),
            None => {
                self.clear();
                self.insert(&kept);
            }
        }
    }

    /// Of the messages sent before, those that begin as what is written does; all, where none does.
    fn is_wanted(&self, place: usize, written: &str) -> bool {
        let begins = |sent: &String| sent.starts_with(written) && sent != written;
        begins(&self.sent[place]) || !self.sent.iter().any(begins)
    }

    fn show_sent(&mut self, place: usize) {
        let text = self.sent[place].clone();
        self.clear();
        self.insert(&text);
        self.browsing = Some(place);
    }

    /// Line and byte of the caret.
    fn place(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        let line = &self.area.lines()[cursor.0];
        let byte = line.char_indices().nth(cursor.1).map_or(line.len(), |(byte, _)| byte);
        (cursor.0, byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> MessageState {
        let mut message = MessageState::default();
        message.insert(text);
        message
    }

    fn caret(message: &MessageState, cols: usize) -> (usize, usize) {
        message.caret(&message.rows(cols), cols)
    }

    #[test]
    fn the_caret_follows_the_rows_that_are_drawn() {
        let mut message = written("one two three");
        assert_eq!(caret(&message, 8), (1, 5));
        message.act(MessageAction::Up, 8);
        assert_eq!(caret(&message, 8), (0, 5));
        message.act(MessageAction::Down, 8);
        assert_eq!(caret(&message, 8), (1, 5));
    }

    #[test]
    fn wide_letters_count_two_columns() {
        let mut message = written("加标题\n日落ab");
        assert_eq!(caret(&message, 20), (1, 6));
        message.act(MessageAction::Up, 20);
        assert_eq!(caret(&message, 20), (0, 6));
        message.act(MessageAction::Left, 20);
        assert_eq!(caret(&message, 20), (0, 4));
    }

    #[test]
    fn up_at_the_top_brings_what_was_sent_and_down_what_was_being_written() {
        let mut message = written("first");
        assert_eq!(message.take(), "first");
        message.insert("second");
        message.take();
        message.insert("unsent");
        for expected in ["second", "first", "first"] {
            message.act(MessageAction::Up, 20);
            assert_eq!(message.text(), expected);
        }
        for expected in ["second", "unsent", "unsent"] {
            message.act(MessageAction::Down, 20);
            assert_eq!(message.text(), expected);
        }
    }

    #[test]
    fn kept_rows_are_those_of_the_text() {
        let mut message = written("one two three");
        message.lay_out(8);
        assert_eq!(message.rows(8).len(), 2);
        assert_eq!(message.rows(20).len(), 1);
        message.insert(" four five");
        assert_eq!(message.rows(8), message.wrapped(8));
        message.lay_out(8);
        message.act(MessageAction::DeleteWord, 8);
        assert_eq!(message.rows(8), message.wrapped(8));
    }

    #[test]
    fn pasted_lines_stay_and_control_goes() {
        assert_eq!(written("a\r\nb\u{1b}[2J").text(), "a\nb");
    }

    #[test]
    fn a_sentence_with_a_place_for_words_puts_the_caret_there() {
        let mut message = MessageState::default();
        message.write("add the title \"\"");
        message.insert("Hi");
        assert_eq!(message.text(), "add the title \"Hi\"");
    }

    #[test]
    fn up_brings_the_messages_that_begin_as_what_is_written() {
        let mut message = MessageState::default();
        for sent in ["add a title", "export", "add music"] {
            message.remember(sent);
        }
        message.insert("add");
        for expected in ["add music", "add a title", "add a title"] {
            message.act(MessageAction::Up, 40);
            assert_eq!(message.text(), expected);
        }
        for expected in ["add music", "add"] {
            message.act(MessageAction::Down, 40);
            assert_eq!(message.text(), expected);
        }
    }

    #[test]
    fn a_long_paste_is_folded_and_sent_whole() {
        let long = "line\n".repeat(120);
        let mut message = written("see ");
        message.paste(&long, Language::English);
        message.insert(" and ");
        message.paste(&long, Language::English);
        let rows = message.rows(80);
        assert_eq!(rows.len(), 1);
        assert_eq!(message.row_text(&rows[0]), "see [pasted 120 lines] and [pasted 120 lines, 2]");
        assert_eq!(message.clone().take(), format!("see {long} and {long}").trim());
        message.act(MessageAction::Unfold, 80);
        assert_eq!(message.rows(80).len(), 241);
        message.paste("short\ntext", Language::English);
        assert!(message.text().ends_with("short\ntext"));
    }
}
