//! What is quoted, letter by letter: it is never taken for an instruction.

/// Whether the letters that go by are quoted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quotes {
    closing: Option<char>,
    before: Option<char>,
    /// `’` within `‘…’` closes it, unless a letter follows: then it is an apostrophe.
    maybe_closed: bool,
}

impl Quotes {
    /// Takes the next letter; whether it is quoted, quotation marks included.
    pub(super) fn step(&mut self, letter: char) -> bool {
        if std::mem::take(&mut self.maybe_closed) && !is_latin(letter) {
            self.closing = None;
        }
        let quoted = match self.closing {
            Some(_) if letter == '\n' => {
                self.closing = None;
                false
            }
            Some('’') if letter == '’' => {
                self.maybe_closed = true;
                true
            }
            Some(closing) => {
                if letter == closing {
                    self.closing = None;
                }
                true
            }
            None => {
                self.closing = self.opened_by(letter);
                self.closing.is_some()
            }
        };
        self.before = Some(letter);
        quoted
    }

    /// Whether a quotation is open.
    pub(super) const fn is_open(&self) -> bool {
        self.closing.is_some() && !self.maybe_closed
    }

    fn opened_by(&self, letter: char) -> Option<char> {
        match letter {
            // `5" wide` is a measure.
            '"' if !self.before.is_some_and(is_latin) => Some('"'),
            '“' => Some('”'),
            '‘' => Some('’'),
            '「' => Some('」'),
            '『' => Some('』'),
            '《' => Some('》'),
            '【' => Some('】'),
            '`' => Some('`'),
            _ => None,
        }
    }
}

/// A letter or digit of a script with spaces between its words.
pub(super) fn is_latin(letter: char) -> bool {
    letter.is_alphanumeric() && !is_han(letter)
}

/// A Chinese character.
pub(super) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}')
}
