//! File names in a sentence: with their ending, or without it where that cannot be a word.

use std::cmp::Ordering;

use crate::api::wire::{FileType, MediaKind};

use super::known;
use super::letters::{alike, ends_word, is_han, is_latin};
use super::list::{LISTS, List};
use super::things::{Ways, in_other_words};
use super::token::Meaning;

/// The name of one of the session's files.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The whole name, letters made alike.
    whole: Vec<char>,
    /// The name without its ending.
    stem: Vec<char>,
    /// The same without a number that only puts it in order: `dunes` of `02-dunes.jpg`.
    bare: Vec<char>,
    /// What it is called by without its ending: each of the two that says something by itself.
    called: Vec<Vec<char>>,
    /// The one Chinese letter that is all of it, which names it only where it stands alone.
    letter: Option<char>,
    /// How it is spoken of in other words.
    told: &'static Ways,
    /// The letters that it is ever written with first.
    firsts: Vec<char>,
    /// What the file is.
    pub kind: MediaKind,
}

/// How a name was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which file, by its place; several where `cat` is `cat.jpg` and `cat.mp4`.
    pub files: Vec<usize>,
    /// How many letters it takes.
    pub length: usize,
    /// Whether the ending was named too; a bare stem gives way to the vocabulary.
    pub whole: bool,
}

impl Name {
    /// A file's name, prepared for finding.
    pub fn new(name: &str, kind: MediaKind) -> Self {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let order =
            |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '_' | '.' | ' ');
        let bare = alike(stem.trim_start_matches(order));
        let (whole, stem) = (alike(name), alike(stem));
        let first = |name: &Vec<char>| name.first().copied();
        let spoken = |name: &Vec<char>| name.iter().find(|letter| !is_gap(**letter)).copied();
        let names = [&whole, &stem, &bare];
        let firsts = names.into_iter().flat_map(|name| [first(name), spoken(name)]).flatten();
        let mut firsts: Vec<char> = firsts.collect();
        let mut called = vec![stem.clone(), bare.clone()];
        called.dedup();
        let single: Vec<char> = called
            .iter()
            .filter(|name| matches!(name[..], [one] if is_han(one)))
            .flatten()
            .copied()
            .collect();
        called.retain(|name| is_telling(name));
        let letter = single.first().copied();
        for letter in single {
            let pointed = LISTS.points_at_a_piece.iter();
            called.extend(pointed.map(|at| [letter].into_iter().chain(at.chars()).collect()));
        }
        let told = in_other_words(if kind.is_visual() { &bare } else { &[] });
        firsts.extend(told.pointed.iter().filter_map(first));
        firsts.sort_unstable();
        firsts.dedup();
        Self { called, letter, told, firsts, whole, stem, bare, kind }
    }

    /// The letters that it is ever written with first, each once.
    pub fn first_letters(&self) -> &[char] {
        &self.firsts
    }

    /// The whole of it, as it is found again.
    pub fn written(&self) -> String {
        self.whole.iter().collect()
    }
}

/// Whether names of files stand at two places of a sentence at least, a slip in one of them aside.
pub fn names_several(sentence: &str, names: &[Name]) -> bool {
    let letters = alike(sentence);
    let times = |name: &Name| {
        let windows = letters.windows(name.bare.len().max(1));
        windows.filter(|window| *window == name.bare.as_slice()).count()
    };
    names.iter().map(times).sum::<usize>() > 1
}

/// A stem that is a number or a single letter says nothing by itself, nor does a letter with a number; `cu.jpg` is `the CU`.
fn is_telling(stem: &[char]) -> bool {
    let chinese = stem.iter().any(|letter| is_han(*letter));
    let spelled = stem.iter().all(|letter| letter.is_alphabetic());
    let least = if chinese || spelled { 2 } else { 3 };
    stem.len() >= least && stem.iter().any(|letter| letter.is_alphabetic())
}

/// The longest file name that stands at a place.
pub fn name_at(letters: &[char], at: usize, names: &[Name]) -> Option<Found> {
    let fits =
        |name: &[char]| letters[at..].starts_with(name) && ends_word(letters, at + name.len());
    let may_be = known::names_beginning_with(*letters.get(at)?, names)?;
    let found = may_be.iter().filter_map(|file| {
        let (file, name) = (*file, &names[*file]);
        if !name.whole.is_empty() && fits(&name.whole) {
            Some(Found { files: vec![file], length: name.whole.len(), whole: true })
        } else {
            let length = |stem: &Vec<char>| {
                let exact = fits(stem).then_some(stem.len());
                exact.or_else(|| apart(letters, at, stem))
            };
            let alone = || (name.letter? == letters[at] && stands_alone(letters, at)).then_some(1);
            name.called.iter().find_map(length).or_else(alone).map(|length| Found {
                files: vec![file],
                length,
                whole: false,
            })
        }
    });
    let told = || told_at(letters, at, &may_be, names);
    longest(found).or_else(told)
}

/// `接井5秒`, `井、老屋`: a name of one letter, where nothing that touches it can be of the same word.
fn stands_alone(letters: &[char], at: usize) -> bool {
    let apart = |letter: Option<&char>| letter.is_none_or(|letter| !letter.is_alphabetic());
    let near = |list: &List, text: &[char], ends: bool| {
        list.iter().any(|word| {
            let word: Vec<char> = word.chars().collect();
            if ends { text.ends_with(&word) } else { text.starts_with(&word) }
        })
    };
    let (before, behind) = (&letters[..at], &letters[at + 1..]);
    (apart(before.last()) || near(&LISTS.leads_to_a_name, before, true))
        && (apart(behind.first()) || near(&LISTS.tells_of_a_name, behind, false))
}

/// The same by other words for what it shows, where no file has that name.
fn told_at(letters: &[char], at: usize, may_be: &[usize], names: &[Name]) -> Option<Found> {
    let fits =
        |told: &&Vec<char>| letters[at..].starts_with(told) && ends_word(letters, at + told.len());
    let found = may_be.iter().filter_map(|file| {
        let (file, name) = (*file, &names[*file]);
        let pointed = name.told.pointed.iter().filter(fits).map(Vec::len).max();
        let length = pointed.or_else(|| name.told.alone_at(&letters[at..]))?;
        Some(Found { files: vec![file], length, whole: false })
    });
    longest(found)
}

fn longest(mut found: impl Iterator<Item = Found>) -> Option<Found> {
    let first = found.next()?;
    Some(found.fold(first, |mut best, next| match next.length.cmp(&best.length) {
        Ordering::Greater => next,
        Ordering::Equal if !best.whole && !next.whole => {
            best.files.extend(next.files);
            best
        }
        _ => best,
    }))
}

/// What may stand between the words of a name.
const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '_')
}

/// `first dance` for `firstdance.jpg`, `long shot` for `long_shot.mp4`: how many letters it takes.
fn apart(letters: &[char], at: usize, stem: &[char]) -> Option<usize> {
    let mut place = at;
    for letter in stem.iter().filter(|letter| !is_gap(**letter)) {
        while place > at && letters.get(place).is_some_and(|next| is_gap(*next)) {
            place += 1;
        }
        if letters.get(place) != Some(letter) {
            return None;
        }
        place += 1;
    }
    let latin = stem.iter().all(|letter| is_latin(*letter) || is_gap(*letter));
    (latin && stem.len() > 5 && ends_word(letters, place)).then_some(place - at)
}

impl Found {
    /// What it means.
    pub fn meaning(&self, names: &[Name]) -> Meaning {
        // `talk` is the clip and not its subtitles.
        let seen =
            self.files.iter().copied().filter(|file| names[*file].kind != MediaKind::Subtitles);
        let seen: Vec<usize> = seen.collect();
        match (&seen[..], &self.files[..]) {
            ([file], _) | ([], [file]) => Meaning::File(*file, names[*file].kind),
            ([], all) => Meaning::Files(all.to_vec()),
            (several, _) => Meaning::Files(several.to_vec()),
        }
    }
}

impl Name {
    /// Whether a word is the whole of the name, but for its ending and a number before it.
    pub fn is_called(&self, word: &[char]) -> bool {
        (self.stem == word || self.bare == word) && is_telling(word)
    }

    /// Whether a word is one letter away from the whole of the name: more, less or another one; of short names, an
    /// `s` at the end.
    pub fn is_nearly(&self, word: &[char]) -> bool {
        let name = if self.bare.is_empty() { &self.stem } else { &self.bare };
        let (short, long) =
            if name.len() < word.len() { (&name[..], word) } else { (word, &name[..]) };
        let plural = short.len() > 2 && long.strip_suffix(&['s']) == Some(short);
        plural || (short.len() > 4 && is_one_letter_away(short, long))
    }

    /// Whether a word is one of those that the name is made of: `beach` of `beach-day_2.jpg`.
    pub fn has_word(&self, word: &[char]) -> bool {
        if word.iter().any(|letter| is_han(*letter)) {
            return word.len() >= 2 && self.stem.windows(word.len()).any(|part| part == word);
        }
        word.len() >= 3
            && self.stem.split(|letter| !letter.is_alphabetic()).any(|part| part == word)
    }
}

fn is_one_letter_away(short: &[char], long: &[char]) -> bool {
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    match long.len() - short.len() {
        0 => same < short.len() && short[same + 1..] == long[same + 1..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// How many letters at a place look like the name of a file that is not there.
pub fn missing_name_at(letters: &[char], at: usize) -> Option<usize> {
    let length = letters[at..].iter().take_while(|letter| may_name(**letter)).count();
    // Chinese words may follow at once: `d.jpg全部删除`.
    let plain = letters[at..].iter().take_while(|letter| joins(**letter)).count();
    named(letters, at, length).or_else(|| named(letters, at, plain))
}

/// The same for a name that begins with a Chinese letter, up to its ending: `仓鼠.jpg不要了`.
pub fn missing_chinese_name_at(letters: &[char], at: usize) -> Option<usize> {
    let stem = letters[at..].iter().take_while(|letter| may_name(**letter) && **letter != '.');
    let dot = stem.count() + 1;
    let ending = letters.get(at + dot..)?.iter().take_while(|letter| is_latin(**letter)).count();
    named(letters, at, dot + ending)
}

/// How many of so many letters are the name of a file of a known kind.
fn named(letters: &[char], at: usize, length: usize) -> Option<usize> {
    let written: String = letters[at..at + length].iter().collect();
    let written = written.trim_end_matches('.');
    FileType::of_name(written).map(|_| written.chars().count())
}

fn joins(letter: char) -> bool {
    is_latin(letter) || matches!(letter, '.' | '_' | '-')
}

fn may_name(letter: char) -> bool {
    joins(letter) || is_han(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<Name> {
        ["bikes.mp4", "bikes 2.mp4", "日落.jpg", "3.jpg"]
            .map(|name| Name::new(name, MediaKind::Video))
            .into()
    }

    #[test]
    fn a_number_that_puts_files_in_order_need_not_be_said() {
        let names = ["01-dunes.jpg", "2 city_night.mp4", "3d.png", "1988.jpg"];
        let names = names.map(|name| Name::new(name, MediaKind::Image));
        let find = |written: &str| name_at(&alike(written), 0, &names).map(|found| found.files);
        assert_eq!(find("dunes black and white"), Some(vec![0]));
        assert_eq!(find("01-dunes"), Some(vec![0]));
        assert_eq!(find("city_night faster"), Some(vec![1]));
        assert_eq!(find("d"), None);
        assert_eq!(find("1988"), None);
    }

    fn find(written: &str) -> Option<(usize, usize)> {
        name_at(&alike(written), 0, &names()).map(|found| (found.files[0], found.length))
    }

    #[test]
    fn files_are_found_with_and_without_their_ending() {
        assert_eq!(find("Bikes.MP4 then"), Some((0, 9)));
        assert_eq!(find("bikes then"), Some((0, 5)));
        assert_eq!(find("bikes 2 first"), Some((1, 7)));
        assert_eq!(find("日落放到最后"), Some((2, 2)));
        assert_eq!(find("bikesheds"), None);
        let cat = [Name::new("猫.jpg", MediaKind::Image)];
        let called = |written: &str| name_at(&alike(written), 0, &cat).map(|found| found.length);
        assert_eq!(called("猫那张不要了"), Some(3));
        assert_eq!(called("猫叫得好听"), None);
    }

    #[test]
    fn a_number_is_a_number_and_not_the_file_of_that_name() {
        assert_eq!(find("3 seconds"), None);
        assert_eq!(find("3.jpg"), Some((3, 5)));
    }

    #[test]
    fn a_name_with_a_known_ending_is_one_even_if_no_file_has_it() {
        assert_eq!(missing_name_at(&alike("song.mp3, please"), 0), Some(8));
        assert_eq!(missing_name_at(&alike("the end."), 0), None);
        assert_eq!(missing_chinese_name_at(&alike("仓鼠.jpg不要了"), 0), Some(6));
        assert_eq!(missing_chinese_name_at(&alike("仓鼠不要了"), 0), None);
    }
}
