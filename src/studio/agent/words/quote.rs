//! Quoted words: what somebody wants shown, never what somebody wants done.

/// A piece of quoted text in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The words between the marks, as written.
    pub words: String,
    /// How many letters it takes, marks included.
    pub length: usize,
}

/// The quoted text that begins at a place of the sentence as written, if one does. A mark that is
/// never closed quotes to the end; an apostrophe only opens after a space and closes before one.
pub fn quoted_at(letters: &[char], at: usize) -> Option<Quoted> {
    let open = *letters.get(at)?;
    let closes = closing(open)?;
    let single = matches!(open, '\'' | '‘');
    if single && at > 0 && letters[at - 1].is_ascii_alphanumeric() {
        return None;
    }
    let ends = |place: &usize| {
        closes.contains(&letters[*place])
            && !(single && letters.get(place + 1).is_some_and(char::is_ascii_alphanumeric))
    };
    let end = (at + 1..letters.len()).find(ends);
    if single && end.is_none() {
        return None;
    }
    let end = end.unwrap_or(letters.len());
    let words: String = letters[at + 1..end].iter().collect();
    Some(Quoted { words: words.trim().to_owned(), length: (end + 1).min(letters.len()) - at })
}

/// The marks that close what a mark opens. Keyboards mix straight and curly ones.
fn closing(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' | '“' | '”' | '＂' => &['"', '”', '“', '＂'],
        '\'' | '‘' => &['\'', '’'],
        '「' => &['」'],
        '『' => &['』'],
        '《' => &['》'],
        '«' => &['»'],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_mark_quotes() {
        for (written, words) in [
            (r#""Hello, world" and"#, "Hello, world"),
            ("“Don't stop”", "Don't stop"),
            ("'It's here' now", "It's here"),
            ("「日落」", "日落"),
            ("『夏天，再见』吧", "夏天，再见"),
            ("《长城》", "长城"),
            ("\"never closed", "never closed"),
        ] {
            let letters: Vec<char> = written.chars().collect();
            let found = quoted_at(&letters, 0).map(|quoted| quoted.words);
            assert_eq!(found.as_deref(), Some(words), "{written}");
        }
    }

    #[test]
    fn an_apostrophe_inside_a_word_opens_nothing() {
        let letters: Vec<char> = "don't do it, that's all".chars().collect();
        assert_eq!(quoted_at(&letters, 3), None);
    }
}
