//! Words on the picture: add, change, remove.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::lettering::{dress, fade};
use super::moments::moment_of_going;
use super::sound::{joins_pieces, negated};
use super::text_place::{closes_the_film, default_place, take_place};
use super::when::when;
use super::{Absent, Dress, NewText, Request, TextChange, TextTarget, When, Which};
use crate::draft::TextPlace;

/// Reads a clause about words on the picture.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let quotes = quotes(bag);
    if quotes.is_empty() && joins_pieces(bag) {
        return None;
    }
    if quotes.is_empty() && !bag.has(is_text_noun) {
        return bare(bag);
    }
    let worn = if quotes.len() < 2 { dress(bag, &(0..bag.len())) } else { Dress::default() };
    let fades = quotes.is_empty().then(|| fade(bag)).flatten();
    let worn = fades.map_or(worn, |fades| fades.with(worn));
    if bag.has_verb(Verb::Remove) || bag.has_link(Link::Without) {
        return match (worn.says_something(), moment_of_going(bag)) {
            (true, _) => None,
            (false, Some(when)) => gone(bag, &quotes, when),
            (false, None) => remove(bag, &quotes),
        };
    }
    let verbs = bag.verbs();
    // "Add a title, set at the end": the second verb only places what the first adds.
    let changes = !verbs.contains(&Verb::Add)
        && verbs.iter().any(|verb| matches!(verb, Verb::Change | Verb::Move));
    // "Shorten the title by a second."
    let timed = bag.has(|meaning| {
        matches!(meaning, Meaning::Time(_) | Meaning::Known(Sense::Stretch(_) | Sense::Portion(_)))
    });
    let is_wish = verbs.iter().all(|verb| match verb {
        Verb::Trim => timed,
        verb => !matches!(verb, Verb::Join | Verb::Swap | Verb::Mute | Verb::Fade),
    });
    match quotes.len() {
        _ if !is_wish => None,
        0 => {
            let mut trial = bag.clone();
            match change(&mut trial, None, None, worn) {
                None => wordless(bag),
                changed => {
                    *bag = trial;
                    changed
                }
            }
        }
        1 if changes => change_one(bag, quotes[0], worn),
        1 if says_what_it_should(bag) => change(bag, None, Some(quotes[0]), worn),
        1 if is_resized(bag, quotes[0], &worn) => change(bag, Some(quotes[0]), None, worn),
        1 if points_back_at(bag, quotes[0]) => change(bag, Some(quotes[0]), None, worn),
        1 if makes_it(bag, quotes[0]) => make_it(bag, quotes[0], worn),
        1 if worn.says_something() && dresses(bag, quotes[0]) => {
            change(bag, Some(quotes[0]), None, worn)
        }
        2 if changes => {
            let worn = dress(bag, &(quotes[1]..bag.len()));
            change(bag, Some(quotes[0]), Some(quotes[1]), worn)
        }
        _ if changes => None,
        _ => says_something(bag, &quotes).then(|| add(bag, &quotes, Scope::Clause, worn)),
    }
}

/// `red and bold, at the bottom`: nothing but words on the picture looks so.
fn bare(bag: &mut Bag) -> Option<Vec<Request>> {
    let is_look = |place: usize| match bag.meaning(place) {
        Some(Meaning::Colour(_)) => true,
        Some(Meaning::Known(sense)) => matches!(
            sense,
            Sense::Colour(_)
                | Sense::Lettering(_)
                | Sense::Place(_)
                | Sense::Break
                | Sense::Filler
                | Sense::Link(Link::At | Link::The | Link::With | Link::A)
        ),
        _ => false,
    };
    let says = |fits: fn(Sense) -> bool| (0..bag.len()).any(|at| bag.sense(at).is_some_and(fits));
    let is_lettered = says(|sense| matches!(sense, Sense::Lettering(_)));
    if !is_lettered || !(0..bag.len()).all(is_look) {
        return None;
    }
    let worn = dress(bag, &(0..bag.len()));
    change(bag, None, None, worn)
}

/// `add captions`: which words is not said, so there is nothing to add but to a film that is just made.
fn wordless(bag: &mut Bag) -> Option<Vec<Request>> {
    let adds = bag.has_verb(Verb::Add) || bag.has_link(Link::With);
    if !adds || !bag.only_verbs(&[Verb::Add, Verb::Use, Verb::Show]) {
        return None;
    }
    while bag.take(|meaning| is_text_noun(meaning).then_some(())).is_some() {}
    bag.take_verbs();
    take_film(bag);
    Some(vec![Request::Wordless])
}

/// Reads every quote in the description of a new film. Each is told its time nearby; another time in
/// the clause is the film's.
pub fn add_to_film(bag: &mut Bag) -> Vec<Request> {
    let quotes = quotes(bag);
    add(bag, &quotes, Scope::Nearby, Dress::default())
}

/// Whether a clause is about words on the picture.
pub fn names_words(bag: &Bag) -> bool {
    bag.has(is_text_noun) || bag.has(|meaning| matches!(meaning, Meaning::Quote(_)))
}

/// Whether words on the picture are wanted: `no text` is about none.
pub fn wants_words(bag: &Bag) -> bool {
    let denied = |place: usize| {
        let mut trial = bag.clone();
        negated(&mut trial, place)
    };
    (0..bag.len()).filter(|place| bag.is_free(*place)).any(|place| {
        matches!(bag.meaning(place), Some(Meaning::Quote(_)))
            || (bag.meaning(place).is_some_and(is_text_noun) && !denied(place))
    })
}

/// Where the details of a quote stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Anywhere in the clause.
    Clause,
    /// Between the marks around it.
    Nearby,
}

fn quotes(bag: &Bag) -> Vec<usize> {
    let is_quote = |place: &usize| {
        bag.is_free(*place) && matches!(bag.meaning(*place), Some(Meaning::Quote(_)))
    };
    (0..bag.len()).filter(is_quote).collect()
}

/// Whether something is a word for words on the picture.
pub fn is_text_noun(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Known(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

fn add(bag: &mut Bag, quotes: &[usize], scope: Scope, worn: Dress) -> Vec<Request> {
    let mut sort = None;
    let mut found = Vec::new();
    // "Finish with …" and "open with …" place pieces, and words as well.
    let whole = scope == Scope::Clause && quotes.len() == 1;
    // "Add" asks for new words; "show “Day 2” from 9s to 12s" may mean those that are there.
    let anew = bag.has_verb(Verb::Add) || bag.has_link(Link::A) || bag.has_link(Link::Again);
    let closes = whole && bag.take_link(Link::LastComes);
    if whole {
        bag.take_link(Link::FirstComes);
    }
    for (index, quote) in quotes.iter().enumerate() {
        let window = window(bag, quotes, index, scope);
        sort = take_sort(bag, window.clone(), *quote).or(sort);
        let own = dress(bag, &window);
        let place = take_place(bag, &window);
        let (default_place, ends) = sort.unwrap_or((TextPlace::Centre, false));
        let when = match when(bag, window) {
            When::Unsaid if ends || closes => When::End(None),
            When::Lasting(length) if ends || closes => When::End(Some(length)),
            said => said,
        };
        let words = take_words(bag, *quote);
        let dress = if own.says_something() { own } else { worn };
        let otherwise = when != When::Unsaid || place.is_some() || dress.says_something();
        let there = (whole && otherwise && !anew).then(|| {
            let when = when.clone();
            Box::new(TextChange { words: None, place, when, dress, absent: Absent::Told })
        });
        let place = place.unwrap_or(default_place);
        found.push(Request::AddText(NewText { words, place, when, dress, there }));
    }
    if scope == Scope::Clause {
        if quotes.len() > 1 {
            bag.take_link(Link::Each);
            take_count(bag, quotes.len());
        }
        bag.take_verbs();
        take_film(bag);
    }
    if !found.is_empty() {
        bag.take_link(Link::Saying);
    }
    found
}

/// `three captions` says no more than the three that follow.
#[expect(clippy::cast_precision_loss, reason = "a few texts")]
fn take_count(bag: &mut Bag, count: usize) {
    bag.take(|meaning| match meaning {
        Meaning::Number(number) if (*number - count as f64).abs() < f64::EPSILON => Some(()),
        _ => None,
    });
}

/// "The title should say …" is about the title that is there.
fn says_what_it_should(bag: &mut Bag) -> bool {
    let noun = bag.find(is_text_noun);
    let before = noun.and_then(|noun| bag.before(noun)).and_then(|before| bag.sense(before));
    // "Title should read …": one that should is there.
    let should = noun.is_some_and(|noun| (noun..bag.len()).any(|at| is_should(bag, at)));
    let the =
        before == Some(Sense::Link(Link::The)) || (should && before != Some(Sense::Link(Link::A)));
    the && bag.only_verbs(&[Verb::Make]) && bag.take_link(Link::Saying)
}

/// `“人均80”这行字从头显示到尾`: the words that are there.
fn points_back_at(bag: &Bag, quote: usize) -> bool {
    let points = bag.after(quote).filter(|next| bag.sense(*next) == Some(Sense::Link(Link::The)));
    points.is_some_and(|points| {
        !bag.text(points).is_ascii()
            && (bag.text(points).ends_with(['行', '句', '话'])
                || bag
                    .after(points)
                    .is_some_and(|noun| bag.meaning(noun).is_some_and(is_text_noun)))
    }) && !bag.has_verb(Verb::Add)
}

/// `“买一送一”放大到两倍`: words that are larger than now are there.
fn is_resized(bag: &Bag, quote: usize, worn: &Dress) -> bool {
    let larger = matches!(worn.size, Some(super::Size::Times(_)));
    let first = (0..quote).all(|at| {
        matches!(bag.sense(at), Some(Sense::Filler)) || ["把", "将"].contains(&bag.text(at))
    });
    let goal = (quote..bag.len()).any(|at| {
        matches!(bag.sense(at), Some(Sense::Closeness(_) | Sense::Sizing(_))) && !bag.is_free(at)
    });
    larger && first && goal && bag.verbs().is_empty()
}

fn says_something(bag: &Bag, quotes: &[usize]) -> bool {
    quotes.iter().all(
        |quote| matches!(bag.meaning(*quote), Some(Meaning::Quote(words)) if !words.is_empty()),
    )
}

/// What belongs to one of several quotes: from the mark before it to the next mark or quote.
fn window(bag: &Bag, quotes: &[usize], index: usize, scope: Scope) -> Range<usize> {
    if quotes.len() == 1 && scope == Scope::Clause {
        return 0..bag.len();
    }
    let is_break = |place: &usize| {
        matches!(
            bag.sense(*place),
            Some(Sense::Break | Sense::Link(Link::With) | Sense::Noun(Noun::Film | Noun::Promo))
        )
    };
    let quote = quotes[index];
    let floor = index.checked_sub(1).map_or(0, |before| quotes[before] + 1);
    let ceiling = quotes.get(index + 1).copied().unwrap_or(bag.len());
    let from = (floor..quote).rev().find(is_break).unwrap_or(floor);
    let to = (quote + 1..ceiling).find(is_break).unwrap_or(ceiling);
    from..to
}

/// Reads the noun that says what sort of words they are: the nearest before them, else after them.
fn take_sort(bag: &mut Bag, window: Range<usize>, quote: usize) -> Option<(TextPlace, bool)> {
    let fits = |place: &usize| bag.is_free(*place) && bag.meaning(*place).is_some_and(is_text_noun);
    let found =
        (window.start..quote).rev().find(fits).or_else(|| (quote..window.end).find(fits))?;
    let ends = window.clone().any(|place| {
        bag.meaning(place).is_some_and(is_text_noun) && closes_the_film(bag.text(place))
    });
    let place = default_place(bag, found)?;
    // "the title text", "a caption with the words": nouns that only repeat the first.
    for place in window.filter(fits).collect::<Vec<_>>() {
        bag.use_at(place);
    }
    take_one_more(bag, found);
    Some((place, ends))
}

/// `a second title` is one more.
fn take_one_more(bag: &mut Bag, noun: usize) {
    let ordinal = bag.before(noun).filter(|place| {
        bag.is_free(*place) && matches!(bag.meaning(*place), Some(Meaning::Ordinal(_)))
    });
    let article = ordinal.and_then(|place| bag.before(place)).and_then(|place| bag.sense(place));
    if let Some(ordinal) = ordinal.filter(|_| article == Some(Sense::Link(Link::A))) {
        bag.use_at(ordinal);
    }
}

fn take_words(bag: &mut Bag, quote: usize) -> String {
    bag.use_at(quote);
    match bag.meaning(quote) {
        Some(Meaning::Quote(words)) => words.clone(),
        _ => String::new(),
    }
}

fn remove(bag: &mut Bag, quotes: &[usize]) -> Option<Vec<Request>> {
    if quotes.len() > 1 {
        return None;
    }
    let mut target = target(bag, quotes.first().copied());
    // "The text at the bottom".
    if target.place.is_none() && target.words.is_none() {
        let upon = (0..bag.len()).any(|place| is_upon_the_picture(bag, place));
        target.place = take_place(bag, &(0..bag.len()));
        // "上面的字": what is written on the picture, wherever; of several it is asked which.
        if upon {
            (target.place, target.which) = (None, Which::Only);
        }
    }
    take_film(bag);
    bag.take_verbs();
    bag.take_link(Link::Without);
    Some(vec![Request::RemoveText(target)])
}

/// `take the title off at 5s`: it is seen until then.
fn gone(bag: &mut Bag, quotes: &[usize], when: When) -> Option<Vec<Request>> {
    if quotes.len() > 1 || !bag.has_verb(Verb::Remove) {
        return None;
    }
    let target = target(bag, quotes.first().copied());
    take_film(bag);
    bag.take_verbs();
    let change = TextChange { when, ..TextChange::default() };
    Some(vec![Request::ChangeText { target, change }])
}

/// One quote is the new words, unless something follows that it is to be changed to.
fn change_one(bag: &mut Bag, quote: usize, worn: Dress) -> Option<Vec<Request>> {
    let turns = |place: usize| {
        matches!(
            bag.sense(place),
            Some(Sense::Link(Link::To) | Sense::Verb(Verb::Change | Verb::Move | Verb::Show))
        )
    };
    let is_break = |place: &usize| bag.sense(*place) == Some(Sense::Break);
    let end = (quote + 1..bag.len()).find(is_break).unwrap_or(bag.len());
    let is_target = (quote + 1..end).any(turns);
    if is_target || (worn.says_something() && !names_new_words(bag, quote)) {
        change(bag, Some(quote), None, worn)
    } else {
        change(bag, None, Some(quote), worn)
    }
}

/// `change the title to "Hi" in red` gives other words, `set "Hi" in red` does not.
fn names_new_words(bag: &Bag, quote: usize) -> bool {
    // Past what only says how they look.
    let before = (0..quote)
        .rev()
        .find(|place| bag.is_free(*place) && bag.sense(*place) != Some(Sense::Filler));
    before.is_some_and(|before| {
        bag.sense(before) == Some(Sense::Link(Link::To))
            || bag.text(before).ends_with(['成', '为'])
            || bag.text(before).ends_with(" to")
    })
}

/// `make the title "Hi"`, `title is "Hi" now`: the title that is there says something else then.
fn makes_it(bag: &Bag, quote: usize) -> bool {
    let noun = (0..quote).rev().find(|place| bag.meaning(*place).is_some_and(is_text_noun));
    let the = noun.and_then(|noun| bag.before(noun)).and_then(|before| bag.sense(before));
    let is_now = noun.is_some_and(|noun| is_now(bag, noun..quote));
    // "I want the words …": those are they.
    let words = noun.is_some_and(|noun| bag.text(noun).eq_ignore_ascii_case("words"));
    noun.and_then(|noun| bag.after(noun)) == Some(quote)
        && !words
        && (is_now
            || the == Some(Sense::Link(Link::The))
            || (the != Some(Sense::Link(Link::A)) && should_be(bag, quote)))
        && (is_now || bag.has_verb(Verb::Make) || should_be(bag, quote))
        && bag.only_verbs(&[Verb::Make])
}

/// `the title should be "Hi"`.
fn should_be(bag: &Bag, quote: usize) -> bool {
    (0..quote).any(|place| is_should(bag, place))
}

fn is_should(bag: &Bag, place: usize) -> bool {
    let text = bag.text(place).to_lowercase();
    text.starts_with("should") || LISTS.should_read.has(&text)
}

/// `title is "Hi"`.
fn is_now(bag: &Bag, mut between: Range<usize>) -> bool {
    between.any(|place| bag.text(place).eq_ignore_ascii_case("is"))
}

/// `make the title "Hi" bigger` may also mean the one that says so already.
fn make_it(bag: &mut Bag, quote: usize, worn: Dress) -> Option<Vec<Request>> {
    let (old, new) = if worn.says_something() { (Some(quote), None) } else { (None, Some(quote)) };
    let mut changed = change(bag, old, new, worn)?;
    if let Some(Request::ChangeText { change, .. }) = changed.first_mut() {
        change.absent = Absent::Added;
    }
    Some(changed)
}

/// `make "Hi" red`, `make the title "Hi" bigger`: what is there is made to look otherwise.
fn dresses(bag: &Bag, quote: usize) -> bool {
    let the = bag.find(is_text_noun).filter(|noun| *noun < quote).map_or(Some(quote), Some);
    let definite = the.and_then(|noun| bag.before(noun)).map(|before| bag.sense(before));
    let brings = (0..bag.len()).any(|place| bag.text(place).starts_with('来'));
    bag.only_verbs(&[Verb::Make])
        && bag.has_verb(Verb::Make)
        && !brings
        && !matches!(definite, Some(Some(Sense::Link(Link::A))))
}

fn change(
    bag: &mut Bag,
    old: Option<usize>,
    new: Option<usize>,
    dress: Dress,
) -> Option<Vec<Request>> {
    let place = take_place(bag, &(0..bag.len()));
    let words = new.map(|quote| take_words(bag, quote));
    let mut target = target(bag, old);
    let whole = 0..bag.len();
    let when = when(bag, whole);
    // "the title at the end": the end is a place to move to, not which title.
    if target.which == Which::All && words.is_some() {
        target.which = Which::Only;
    }
    if bag.has(|meaning| matches!(meaning, Meaning::Time(_))) {
        return None;
    }
    take_film(bag);
    let change = TextChange { words, place, when, dress, absent: Absent::Told };
    if change.words.is_some() {
        bag.take_link(Link::Saying);
    }
    // "湖边转90度，字都看不清": that they are to be seen there has to be said.
    let said = |verb: &Verb| !matches!(verb, Verb::Turn | Verb::Rotate);
    let put = bag.verbs().iter().any(said)
        || [Link::At, Link::Over, Link::To].iter().any(|link| bag.has_link(*link));
    let says_something = change.words.is_some()
        || change.place.is_some()
        || (change.when != When::Unsaid && (put || !matches!(change.when, When::During(_))))
        || dress.says_something();
    bag.take_verbs();
    says_something.then_some(vec![Request::ChangeText { target, change }])
}

/// `上面的字`, and not `最上面的字`.
fn is_upon_the_picture(bag: &Bag, place: usize) -> bool {
    matches!(bag.sense(place), Some(Sense::Place(TextPlace::Top)))
        && LISTS.on_the_picture.has(bag.text(place))
}

/// Which words are meant: by what they say, their sort, their number.
fn target(bag: &mut Bag, quote: Option<usize>) -> TextTarget {
    let words = quote.map(|quote| take_words(bag, quote));
    let noun = bag.find(is_text_noun);
    let place = noun.and_then(|noun| match bag.sense(noun) {
        Some(Sense::Noun(Noun::Text)) => None,
        _ => default_place(bag, noun),
    });
    let many = noun.is_some_and(|noun| {
        let text = bag.text(noun);
        text.ends_with(['s', 'S']) || !text.is_ascii()
    });
    let ordinal =
        noun.and_then(|noun| bag.before(noun)).and_then(|before| match bag.meaning(before) {
            Some(Meaning::Ordinal(number)) if bag.is_free(before) => Some((before, *number)),
            _ => None,
        });
    while let Some(noun) = bag.find(is_text_noun) {
        bag.use_at(noun);
    }
    let all = bag.take_link(Link::All) | bag.take_link(Link::Each) || many;
    let which = match ordinal {
        Some((place, number)) => {
            bag.use_at(place);
            Which::Nth(number)
        }
        None if all => Which::All,
        None => Which::Only,
    };
    TextTarget { words, place, which }
}
