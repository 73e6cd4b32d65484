//! Which language somebody speaks.

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese, in simplified characters.
    Chinese,
}

impl Language {
    /// The language of a sentence: Chinese as soon as it has a Chinese character outside quotation
    /// marks, English where it has other letters, none where it has no letters at all.
    #[must_use]
    pub fn of_sentence(sentence: &str) -> Option<Self> {
        let outside = outside_quotes(sentence);
        let chinese = outside.chars().any(is_han);
        let letters = outside.chars().any(char::is_alphabetic);
        match (chinese, letters) {
            (true, _) => Some(Self::Chinese),
            (false, true) => Some(Self::English),
            (false, false) => None,
        }
    }

    /// The language of a locale such as `zh_CN.UTF-8`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// Its tag on the wire.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }
}

/// Whether a character is a Chinese one.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}')
}

/// The sentence without what it quotes: a title in one language may be asked for in another.
fn outside_quotes(sentence: &str) -> String {
    let mut kept = String::new();
    let mut closing = None;
    for letter in sentence.chars() {
        match (closing, letter) {
            (Some(end), _) if letter == end => closing = None,
            (Some(_), _) => {}
            (None, '"') => closing = Some('"'),
            (None, '“') => closing = Some('”'),
            (None, '「') => closing = Some('」'),
            (None, '『') => closing = Some('』'),
            (None, '《') => closing = Some('》'),
            (None, _) => kept.push(letter),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_speaks_the_language_outside_its_quotes() {
        for (sentence, language) in [
            ("add a title \"日落\"", Some(Language::English)),
            ("加标题“Sunset”", Some(Language::Chinese)),
            ("加标题 Sunset", Some(Language::Chinese)),
            ("16:9", None),
        ] {
            assert_eq!(Language::of_sentence(sentence), language, "{sentence}");
        }
    }
}
