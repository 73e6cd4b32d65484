//! The exact edits as calls: a name, and a value for each place of the sentence.
//!
//! Made of the table of sentences, so a sentence that is added there can be called as well. A call
//! becomes the sentence that it says, and that is read like any other: nothing can be called that could
//! not be said.

use super::Edit;
use super::wording::{Form, PATTERNS};

/// An edit that can be called by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    form: Form,
    pattern: &'static str,
}

/// What a place of a sentence takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A whole number from 0.
    Count,
    /// Seconds, to the millisecond.
    Seconds,
    /// Any words.
    Words,
    /// A track such as `V1`.
    Track,
}

/// Every edit that can be called. Going back to a kept film is none: only the screen knows its mark.
pub fn calls() -> impl Iterator<Item = Call> {
    let rows = PATTERNS.iter().filter(|(form, ..)| *form != Form::GoBack);
    rows.map(|(form, pattern, _)| Call { form: *form, pattern })
}

impl Call {
    /// Its name: `delete_close`.
    #[must_use]
    pub fn name(self) -> String {
        let spelled = format!("{:?}", self.form);
        let mut name = String::new();
        for letter in spelled.chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }

    /// What it says, with its places in braces.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        self.pattern
    }

    /// Its places in order, each by its name.
    pub fn places(self) -> impl Iterator<Item = (&'static str, Place)> {
        let names = self.pattern.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        names.map(|name| (name, Place::of(name)))
    }

    /// The edit with these values. None where a value does not fit its place.
    pub fn edit(self, value: impl Fn(&str) -> Option<String>) -> Option<Edit> {
        let mut sentence = String::new();
        // Reading takes the plural for one, too.
        let whole = self.pattern.replace("(s)", "s");
        let mut pattern = whole.as_str();
        while let Some((before, after)) = pattern.split_once('{') {
            let (name, rest) = after.split_once('}')?;
            sentence.push_str(before);
            sentence.push_str(&value(name)?);
            pattern = rest;
        }
        sentence.push_str(pattern);
        // A value may make another sentence of it.
        Edit::read(&sentence).filter(|edit| edit.form() == self.form || self.turns_to(edit))
    }

    /// By no frames is by no frames in either direction.
    fn turns_to(self, edit: &Edit) -> bool {
        matches!(edit, Edit::Trim { frames: 0, .. } | Edit::Shift { frames: 0, .. })
    }
}

impl Place {
    fn of(name: &str) -> Self {
        match name {
            "at" | "to" => Self::Seconds,
            "words" => Self::Words,
            "track" => Self::Track,
            _ => Self::Count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Millis;
    use crate::language::Language;
    use crate::language::edit::{Clip, Gap};

    fn call(name: &str) -> Call {
        calls().find(|call| call.name() == name).expect("there is such a call")
    }

    #[test]
    fn every_call_with_fitting_values_is_the_edit_that_its_sentence_says() {
        for call in calls() {
            let value = |name: &str| match Place::of(name) {
                Place::Count => Some("2".to_owned()),
                Place::Seconds => Some("1.5".to_owned()),
                Place::Words => Some("“{at}” s, 5%".to_owned()),
                Place::Track => Some("V1".to_owned()),
            };
            let edit = call.edit(value).unwrap_or_else(|| panic!("{}", call.name()));
            assert_eq!(Edit::read(&edit.said(Language::English)), Some(edit));
        }
    }

    #[test]
    fn names_and_places_come_from_the_table() {
        let call = call("delete_leave");
        let places: Vec<_> = call.places().collect();
        assert_eq!(places, [("clip", Place::Count), ("track", Place::Track)]);
        let value = |name: &str| Some(if name == "clip" { "3" } else { "T1" }.to_owned());
        let clip = Clip { track: "T1".into(), number: 3 };
        assert_eq!(call.edit(value), Some(Edit::Delete { clip, gap: Gap::Leave }));
    }

    #[test]
    fn a_value_that_does_not_fit_makes_no_edit() {
        let with = |clip: &'static str, at: &'static str| {
            call("split").edit(move |name| {
                let value = match name {
                    "clip" => clip,
                    "at" => at,
                    _ => "V1",
                };
                Some(value.to_owned())
            })
        };
        let clip = Clip { track: "V1".into(), number: 1 };
        assert_eq!(with("1", "2.5"), Some(Edit::Split { clip, at: Millis(2_500) }));
        assert_eq!(with("one", "2.5"), None);
        assert_eq!(with("1", "2.50001"), None);
        assert_eq!(with("1", "-2"), None);
        assert_eq!(call("split").edit(|_| None), None, "nothing was given");
    }
}
