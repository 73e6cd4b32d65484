//! What is wrong with a word of the command line or of the settings, said in every language.
//!
//! Whoever finds the mistake knows the words for it, and seldom who reads them; so both are said at
//! once, and the one that is read is chosen where a problem becomes a sentence.

use std::path::Path;

use crate::language::Language;

/// The same in English and Chinese: what is wrong, where it stands, what would be right.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Detail {
    english: String,
    chinese: String,
}

impl Detail {
    /// The words of both languages.
    pub fn new(english: impl Into<String>, chinese: impl Into<String>) -> Self {
        Self { english: english.into(), chinese: chinese.into() }
    }

    /// What somebody else says in the language that is asked for.
    pub fn of(said: impl Fn(Language) -> String) -> Self {
        Self { english: said(Language::English), chinese: said(Language::Chinese) }
    }

    /// The same words in every language: another program's, or the system's.
    pub fn untold(words: impl ToString) -> Self {
        Self::of(|_| words.to_string())
    }

    /// The words of a language.
    #[must_use]
    pub fn told(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }

    /// A place in a file, by its line from 1.
    #[must_use]
    pub fn line(file: &Path, line: usize) -> Self {
        let file = file.display();
        Self::new(format!("{file}, line {line}"), format!("{file} 第 {line} 行"))
    }

    /// What is wrong, behind the place where it stands: `films.csv:3: …`.
    #[must_use]
    pub fn at(&self, place: impl Into<Self>) -> Self {
        let place = place.into();
        Self::new(
            format!("{}: {}", place.english, self.english),
            format!("{}：{}", place.chinese, self.chinese),
        )
    }
}

/// Names and places that are the same in every language.
impl From<&str> for Detail {
    fn from(same: &str) -> Self {
        Self::untold(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_words_behind_the_place() {
        let detail = Detail::new("no rows", "没有行").at("films.csv:1");
        assert_eq!(detail.told(Language::English), "films.csv:1: no rows");
        assert_eq!(detail.told(Language::Chinese), "films.csv:1：没有行");
    }
}
