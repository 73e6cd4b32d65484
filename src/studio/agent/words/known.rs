//! What was read of a sentence a moment ago.
//!
//! A sentence that is hard to understand is read in several ways, and each way reads the same words, and the parts of
//! them, anew: sixty readings of nine texts are no exception. What is read depends on the words and the names of the
//! files alone, so each thread keeps what it read last. It is dropped with the files, and when it is many texts.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::clause::Sentence;
use super::name::Name;
use super::restate::Said;
use super::segment::Segment;
use super::token::Token;
use crate::api::wire::MediaKind;

/// So many texts are kept; one turn rarely has more than twenty.
const MOST: usize = 64;
/// What is longer is read once or twice in a turn.
const LONGEST: usize = 2_000;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

#[derive(Default)]
struct Known {
    files: Vec<(String, MediaKind)>,
    names: Rc<[Name]>,
    /// Which names are ever written with a letter first: of many files few are.
    beginning: Option<FxHashMap<char, Rc<[usize]>>>,
    tokens: FxHashMap<String, Rc<[Token]>>,
    said: FxHashMap<String, Rc<Said>>,
    sentences: FxHashMap<String, Rc<Sentence>>,
    segments: FxHashMap<String, Rc<[Segment]>>,
    unmarked: FxHashMap<String, Rc<[Segment]>>,
    bearing_nothing: FxHashMap<String, Rc<[bool]>>,
}

impl Known {
    /// Drops what was read with other files.
    fn with(&mut self, names: &[Name]) {
        if !std::ptr::eq(&*self.names, names) && *self.names != *names {
            *self = Self { names: Rc::from(names), ..Self::default() };
        }
    }
}

/// The places of the names that are ever written with a letter first, in order.
pub fn names_beginning_with(first: char, names: &[Name]) -> Option<Rc<[usize]>> {
    KNOWN.with_borrow_mut(|known| {
        known.with(names);
        let Known { names, beginning, .. } = known;
        let beginning = beginning.get_or_insert_with(|| by_first_letter(names));
        beginning.get(&first).map(Rc::clone)
    })
}

fn by_first_letter(names: &[Name]) -> FxHashMap<char, Rc<[usize]>> {
    let mut beginning: FxHashMap<char, Vec<usize>> = FxHashMap::default();
    for (place, name) in names.iter().enumerate() {
        for first in name.first_letters() {
            beginning.entry(*first).or_default().push(place);
        }
    }
    beginning.into_iter().map(|(first, places)| (first, Rc::from(places))).collect()
}

/// Names of files, prepared for finding.
pub fn names<'a>(files: impl Iterator<Item = (&'a str, MediaKind)> + Clone) -> Rc<[Name]> {
    KNOWN.with_borrow_mut(|known| {
        let same = |(known, file): (&(String, MediaKind), (&str, MediaKind))| {
            (known.0.as_str(), known.1) == file
        };
        let all = files.clone().count();
        let is_known = [known.files.len(), known.names.len()] == [all; 2]
            && known.files.iter().zip(files.clone()).all(same);
        if !is_known {
            let names = files.clone().map(|(name, kind)| Name::new(name, kind)).collect();
            let files = files.map(|(name, kind)| (name.to_owned(), kind)).collect();
            *known = Known { files, names, ..Known::default() };
        }
        Rc::clone(&known.names)
    })
}

/// The tokens of a sentence, read by `read` where they are not known.
pub fn tokens(sentence: &str, names: &[Name], read: fn(&str, &[Name]) -> Vec<Token>) -> Vec<Token> {
    of(sentence, names, |known| &mut known.tokens, || Rc::from(read(sentence, names))).to_vec()
}

/// A sentence with what the rules found in it.
pub fn said(sentence: &str, names: &[Name]) -> Rc<Said> {
    let shared = KNOWN.with_borrow_mut(|known| {
        known.with(names);
        Rc::clone(&known.names)
    });
    of(sentence, names, |known| &mut known.said, || Rc::new(Said::new(sentence, shared)))
}

/// A sentence in its clauses.
pub fn sentence(said: &str, names: &[Name], read: fn(&str, &[Name]) -> Sentence) -> Sentence {
    let read = || Rc::new(read(said, names));
    Sentence::clone(&of(said, names, |known| &mut known.sentences, read))
}

/// The parts of a sentence, where nothing marks them as well if that is asked for.
pub fn segments(
    sentence: &str,
    names: &[Name],
    unmarked: bool,
    part: fn(&str, &[Name], bool) -> Vec<Segment>,
) -> Vec<Segment> {
    let kept: Kept<[Segment]> = match unmarked {
        true => |known| &mut known.unmarked,
        false => |known| &mut known.segments,
    };
    of(sentence, names, kept, || Rc::from(part(sentence, names, unmarked))).to_vec()
}

/// Which parts of a sentence bear nothing of an edit.
pub fn bearing_nothing(
    sentence: &str,
    names: &[Name],
    read: fn(&str, &[Name]) -> Vec<bool>,
) -> Vec<bool> {
    let read = || Rc::from(read(sentence, names));
    of(sentence, names, |known| &mut known.bearing_nothing, read).to_vec()
}

/// Where something is kept.
type Kept<T> = fn(&mut Known) -> &mut FxHashMap<String, Rc<T>>;

fn of<T: ?Sized>(
    sentence: &str,
    names: &[Name],
    kept: Kept<T>,
    read: impl FnOnce() -> Rc<T>,
) -> Rc<T> {
    if sentence.len() > LONGEST {
        return read();
    }
    let find = |known: &RefCell<Known>| {
        let mut known = known.borrow_mut();
        known.with(names);
        kept(&mut known).get(sentence).map(Rc::clone)
    };
    if let Some(found) = KNOWN.with(find) {
        return found;
    }
    let found = read();
    KNOWN.with_borrow_mut(|known| {
        known.with(names);
        let kept = kept(known);
        if kept.len() == MOST {
            kept.clear();
        }
        kept.insert(sentence.to_owned(), Rc::clone(&found));
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::agent::words::lex;

    #[test]
    fn with_other_files_the_same_words_are_read_anew() {
        let said =
            |names: &[Name]| lex::tokens("delete the kiln", names).pop().map(|token| token.meaning);
        let kiln = [Name::new("kiln.jpg", MediaKind::Image)];
        let strange = said(&[]);
        assert_ne!(said(&kiln), strange);
        assert_eq!(said(&[]), strange);
    }
}
