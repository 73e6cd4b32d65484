//! A seam between two pieces that were named just before, with their names written into it: `cart and spring are two lessons,
//! put a dissolve between the two`, `小车与弹簧分属两节，请在两者之间加1秒黑场`.
//!
//! Without them `between the two` is the first seam of the film, and `它们之间` all of them.

use super::operation::main_video;
use super::scene::Scene;
use super::turn::names;
use super::words::{self, LISTS, Link, Meaning, Sense, Token, is_break};

/// The sentence with the two named. `None` where it points at no two, or they do not lie side by side.
pub fn with_the_two_named(sentence: &str, scene: &Scene) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    let place = |words: &'static str| Some((small.find(words)?, words));
    let pointed = LISTS.between_the_two.iter().filter_map(place);
    let (at, words) = pointed.min_by_key(|(at, words)| (*at, usize::MAX - words.len()))?;
    let (before, behind) = (sentence.get(..at)?, sentence.get(at + words.len()..)?);
    let [one, other] = two_named(before, scene).filter(|two| lie_side_by_side(two, scene))?;
    Some(if words.is_ascii() {
        format!("{before}between {one} and {other}{behind}")
    } else {
        format!("{before}{one}和{other}之间{behind}")
    })
}

/// The two that were named last, where they were named together or no others were.
fn two_named<'a>(before: &str, scene: &'a Scene) -> Option<[&'a str; 2]> {
    let tokens = words::in_measures(before, &names(scene));
    let file = |token: &Token| match token.meaning {
        Meaning::File(file, kind) => kind.is_visual().then_some(file),
        _ => None,
    };
    let named: Vec<(usize, usize)> =
        tokens.iter().enumerate().filter_map(|(at, token)| Some((at, file(token)?))).collect();
    let [.., (from, one), (to, other)] = named[..] else { return None };
    let joins = |token: &Token| {
        is_break(token)
            || matches!(token.sense(), Some(Sense::Link(Link::The | Link::To)))
            || LISTS.joins_names.has(&token.text)
    };
    let only = named.iter().all(|(_, file)| [one, other].contains(file));
    (one != other && (only || tokens[from + 1..to].iter().all(joins)))
        .then(|| [one, other].map(|file| scene.media[file].name.as_str()))
}

fn lie_side_by_side(two: &[&str; 2], scene: &Scene) -> bool {
    main_video(&scene.draft).windows(2).any(|pair| {
        let [one, other] = [0, 1].map(|at| pair[at].source.as_deref());
        let two = two.map(Some);
        two == [one, other] || two == [other, one]
    })
}
