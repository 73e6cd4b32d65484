//! A clause into requests: the first reader that knows the subject reads it, the others what is left.

use super::super::words::{
    Beyond, Clause, LISTS, Link, Meaning, Noun, Question, Sense, Token, Verb, is_wish,
};
use super::absorb::absorb;
use super::bag::Bag;
use super::fade_of_sound::of_the_sound;
use super::lost::{lost, of_its_own};
use super::pronoun::{Subject, resolve};
use super::reference::references;
use super::spread::spread;
use super::told_once::told_once;
use super::{
    Fading, Inquiry, Reference, Request, Which, adjust, arrange, backdrop, background, backwards,
    beat, cut, export, freeze, history, insert_at, inset, kept_parts, look, loudness, make,
    music_from, music_tempo, music_time, pace_part, parts, relength, replace, row, sound, spare,
    spared_after, subtitles, text, together, treat,
};
use crate::language::Language;

/// What became of a clause.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Every word that could mean something was used, but for words that may colour a new film.
    Understood { requests: Vec<Request>, passed_over: Vec<String> },
    /// These words were in the way (none if something was missing); whether it certainly wants something.
    Unclear { words: Vec<String>, topic: Topic, wish: bool },
    /// Clear, and nothing that can be done here.
    Beyond { what: Beyond, words: String },
}

impl Reading {
    /// A choice that was left open, of which the ways cannot be told apart.
    pub fn undecided(language: Language) -> Self {
        let or = if language == Language::English { "or" } else { "或者" };
        Self::Unclear { words: vec![or.to_owned()], topic: Topic::Cut, wish: true }
    }

    /// A question that nobody here has words for.
    pub fn asked() -> Self {
        let asked =
            Inquiry { question: Question::Other, of: Vec::new(), music: false, words: false };
        Self::Understood { requests: vec![Request::Ask(asked)], passed_over: Vec::new() }
    }

    /// Words in marks that may be meant to be shown, or may not.
    pub fn words(quoted: String) -> Self {
        Self::Unclear { words: vec![quoted], topic: Topic::Text, wish: false }
    }

    /// A film of what nobody here knows.
    pub fn unknown(words: Vec<String>) -> Self {
        Self::Unclear { words, topic: Topic::Make, wish: true }
    }

    /// A wish that holds only if something is so that nobody here knows.
    pub fn only_if(condition: String) -> Self {
        Self::Unclear { words: vec![condition], topic: Topic::Cut, wish: true }
    }
}

/// What a clause seems to be about, so that an example can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    Make,
    Text,
    Music,
    Cut,
    Arrange,
    Transition,
    Canvas,
    Picture,
}

type Reader = fn(&mut Bag) -> Option<Vec<Request>>;

/// Each knows one subject; earlier ones go first because their words say more.
const READERS: [Reader; 31] = [
    history::read,
    music_from::read,
    spare::read,
    replace::read,
    relength::read,
    subtitles::read,
    background::read,
    backdrop::read,
    backwards::read,
    pace_part::read,
    treat::read,
    beat::read,
    inset::read,
    freeze::read,
    adjust::read,
    insert_at::read,
    row::read,
    make::read,
    text::read,
    look::fade,
    loudness::read,
    music_tempo::read,
    music_time::read,
    sound::read,
    look_at_transitions,
    arrange::read,
    kept_parts::read,
    cut::each,
    cut::read,
    look::canvas,
    look::quality,
];

/// What may be asked for in the same breath as a film, without a verb of its own.
const ALONGSIDE: [Reader; 12] = [
    arrange::opening,
    treat::look,
    subtitles::read,
    backdrop::read,
    text::read,
    look::fade,
    look::transitions,
    sound::read,
    cut::each,
    look::canvas,
    look::quality,
    cut::read,
];

/// Reads every clause of a sentence; `before` is what the turn before was about.
pub fn read(clauses: &[Clause], before: Option<&Subject>) -> Vec<Reading> {
    let telling = clauses.iter().filter(|clause| tells(clause)).cloned().map(without_no);
    let telling: Vec<Clause> = telling.flat_map(parts::parts).collect();
    let readings = telling.iter().map(read_clause).collect();
    let readings = of_its_own(&telling, readings);
    let resolved = resolve(&telling, readings, before);
    let resolved = spared_after::all_but(&telling, resolved);
    let resolved =
        if resolved.len() == telling.len() { lost(&telling, resolved) } else { resolved };
    spread(told_once(absorb(resolved)))
}

/// `Oops`, `thanks`, `no`: nothing is wanted and nothing is meant.
fn tells(clause: &Clause) -> bool {
    let telling = |token: &Token| match token.sense() {
        Some(Sense::Filler | Sense::Break) => false,
        Some(Sense::Link(Link::Without)) => clause.tokens.len() > 1,
        _ => true,
    };
    clause.tokens.iter().any(telling)
}

/// `No, vertical`: what is wanted instead of what was done.
fn without_no(mut clause: Clause) -> Clause {
    let says_no = match &clause.tokens[..] {
        [no, mark, _, ..] => {
            no.text.eq_ignore_ascii_case("no")
                && mark.sense() == Some(Sense::Break)
                && mark.text.starts_with([',', '.', '!'])
        }
        _ => false,
    };
    if says_no {
        clause.tokens.drain(..2);
    }
    clause
}

/// Joining with crossfades is first of all joining.
fn look_at_transitions(bag: &mut Bag) -> Option<Vec<Request>> {
    if bag.has_verb(Verb::Join) { None } else { look::transitions(bag) }
}

/// One clause by itself.
pub fn read_clause(clause: &Clause) -> Reading {
    let bag = Bag::new(clause);
    let bag = backdrop::preferred(&bag).unwrap_or(bag);
    if let Some(reading) = question(&bag).or_else(|| beyond(&bag)) {
        return reading;
    }
    let not = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Not)));
    // "Back to when there was no music."
    let goes_back = bag.has_verb(Verb::Undo) && bag.has_link(Link::Before);
    // "Use c.jpg instead of b.jpg".
    let replaces = not.is_some_and(|not| replace::is_instead(bag.text(not)))
        && attempt(&bag, replace::read).is_some_and(|attempt| attempt.is_ok());
    if let Some(not) = not.filter(|_| !goes_back && !replaces) {
        let words = vec![bag.text(not).to_owned()];
        return Reading::Unclear { words, topic: topic(&bag), wish: is_wish(&clause.tokens) };
    }
    let only_here = treat::is_only_here(&bag);
    let readers = if only_here { &[treat::read as Reader][..] } else { &READERS[..] };
    let attempts = readers.iter().map(|reader| attempt(&bag, *reader));
    let mut unclear = None;
    for attempt in attempts {
        match attempt {
            Some(Ok((requests, passed_over))) => {
                return Reading::Understood { requests, passed_over };
            }
            Some(Err(words)) => unclear = unclear.or(Some(words)),
            None => {}
        }
    }
    let words = unclear.unwrap_or_else(|| bag.clone().take_unknown());
    unclear_or_generated(&bag, words, is_wish(&clause.tokens))
}

type Attempt = Option<Result<(Vec<Request>, Vec<String>), Vec<String>>>;

/// `None`: not the reader's subject. `Err`: its subject, but these words remain.
fn attempt(bag: &Bag, reader: Reader) -> Attempt {
    let only_here = treat::is_only_here(bag);
    let mut bag = bag.clone();
    let verbs = bag.verbs();
    let mut requests = reader(&mut bag)?;
    if verbs.contains(&Verb::Join) && only_denies(&requests, &bag) {
        return None;
    }
    let makes = matches!(requests[..], [Request::Make(_)]);
    let goes_on = verbs.iter().all(|verb| {
        !matches!(
            verb,
            Verb::Remove | Verb::Keep | Verb::Undo | Verb::Redo | Verb::Swap | Verb::Mute
        )
    });
    while goes_on && !only_here && !bag.left_over().is_empty() {
        let Some((more, rest)) = alongside(&bag) else { break };
        let of_all = bag.has_link(Link::All);
        let more = if of_all { more } else { together::of_the_same(&requests, more) };
        requests.extend(more);
        bag = rest;
    }
    let passed_over = if makes && !asks_for_footage(&bag) { bag.take_colour() } else { Vec::new() };
    let passed_over =
        if makes { passed_over } else { take_purpose(&mut bag, &requests).unwrap_or(passed_over) };
    let left = bag.left_over();
    let requests = of_the_sound(requests, &bag);
    Some(if left.is_empty() { Ok((gather(requests), passed_over)) } else { Err(left) })
}

/// `string them together, no text`: what is left out is read beside the film and not in its place.
fn only_denies(requests: &[Request], bag: &Bag) -> bool {
    let plays = (0..bag.len()).any(|place| bag.text(place).eq_ignore_ascii_case("play"));
    !plays
        && requests
            .iter()
            .all(|request| matches!(request, Request::RemoveText(_) | Request::RemoveMusic))
}

/// `25 fps for broadcast`, `720p for the client preview`: what the film is for, behind what is said of all of it.
fn take_purpose(bag: &mut Bag, requests: &[Request]) -> Option<Vec<String>> {
    let whole = |request: &Request| {
        matches!(
            request,
            Request::Canvas(_) | Request::Resolution(_) | Request::Rate(_) | Request::Loudness(_)
        )
    };
    let purpose = (0..bag.len()).rev().find(|at| bag.sense(*at) == Some(Sense::Link(Link::For)))?;
    let strange = |place: usize| bag.meaning(place) == Some(&Meaning::Unknown);
    let light = |place: usize| {
        matches!(bag.sense(place), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
    };
    let rest = purpose + 1..bag.len();
    let all = rest.clone().all(|place| !bag.is_free(place) || strange(place) || light(place));
    let said = requests.iter().all(whole) && all && rest.into_iter().any(strange);
    let outside = (0..purpose).any(|place| bag.is_free(place) && strange(place));
    (said && !outside).then(|| bag.take_unknown())
}

/// Words are only taken alongside where they are quoted: a bare `title` says nothing to show.
fn alongside(bag: &Bag) -> Option<(Vec<Request>, Bag)> {
    ALONGSIDE.iter().find_map(|reader| {
        let mut rest = bag.clone();
        let requests = reader(&mut rest)?;
        (rest.left_over().len() < bag.left_over().len()).then_some((requests, rest))
    })
}

/// What was read beside a new film describes it.
fn gather(mut requests: Vec<Request>) -> Vec<Request> {
    // "Add song.mp3 and fade it out": it has to be there first.
    if !matches!(requests[..], [Request::Make(_), ..])
        && requests.iter().any(|request| matches!(request, Request::Fade { of: Fading::Music, .. }))
    {
        requests.sort_by_key(|request| !matches!(request, Request::AddMusic(_)));
    }
    if let [Request::Make(_), _, ..] = requests[..] {
        let with = requests.split_off(1);
        if let Some(Request::Make(make)) = requests.first_mut() {
            make.with.extend(with);
        }
    }
    requests
}

/// `a video of a dancing cat`: strange words after `of` say what is to be seen.
fn asks_for_footage(bag: &Bag) -> bool {
    let is_of = |place: &usize| {
        bag.sense(*place) == Some(Sense::Link(Link::Of)) || LISTS.shows.has(bag.text(*place))
    };
    let strange_after = |place: usize| {
        let next = (place + 1..bag.len()).find(|next| {
            !matches!(bag.sense(*next), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
        });
        // "Of the listing photos": of what there is, by a word for it.
        let of_files = |next: usize| {
            bag.after(next).is_some_and(|noun| {
                matches!(bag.sense(noun), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
                    && bag.text(noun).ends_with('s')
            })
        };
        // "A recap of the trip": of what was filmed there.
        let of_the = next.is_some_and(|next| {
            next > 0
                && (bag.sense(next - 1) == Some(Sense::Link(Link::The))
                    || ["our", "my"].contains(&bag.text(next - 1).to_lowercase().as_str()))
                && (0..bag.len()).any(|at| bag.sense(at) == Some(Sense::Noun(Noun::Promo)))
        });
        next.is_some_and(|next| {
            bag.meaning(next) == Some(&Meaning::Unknown) && !of_files(next) && !of_the
        })
    };
    (0..bag.len()).filter(is_of).any(strange_after)
        || (0..bag.len()).any(|place| is_shot_of_something(bag, place))
}

/// `生成一个模特走秀的镜头`: in Chinese what is to be seen comes first.
fn is_shot_of_something(bag: &Bag, place: usize) -> bool {
    let before = (0..place)
        .rev()
        .find(|before| !matches!(bag.sense(*before), Some(Sense::Filler | Sense::Link(Link::Of))));
    // "Generate a sunset clip": what is made of files is not generated.
    let generates = (0..place)
        .any(|at| ["generate", "generates"].contains(&bag.text(at).to_lowercase().as_str()));
    let shot = bag.sense(place) == Some(Sense::Noun(Noun::Clip));
    // "生成一段海上日落的视频": of what is described by strange words alone.
    let described = before.is_some_and(|at| bag.meaning(at) == Some(&Meaning::Unknown))
        && (0..place).any(|at| ["生成", "画"].contains(&bag.text(at)))
        && place > 0
        && bag.text(place - 1) == "的"
        && matches!(
            bag.sense(place),
            Some(Sense::Noun(Noun::Film | Noun::Canvas | Noun::Clip | Noun::Picture))
        );
    if described {
        return true;
    }
    (LISTS.footage.has(bag.text(place)) || (generates && shot))
        && before.is_some_and(|before| bag.meaning(before) == Some(&Meaning::Unknown))
}

fn unclear_or_generated(bag: &Bag, words: Vec<String>, wish: bool) -> Reading {
    let makes = bag.has_verb(Verb::Make) && topic(bag) == Topic::Make;
    if makes && asks_for_footage(bag) {
        return Reading::Beyond { what: Beyond::Generate, words: words.join(" ") };
    }
    Reading::Unclear { words, topic: topic(bag), wish }
}

fn question(bag: &Bag) -> Option<Reading> {
    // "What's the running time": the words that say what is asked go before those that only ask.
    let asked = (0..bag.len())
        .filter_map(|place| match bag.sense(place) {
            Some(Sense::Question(question)) => Some(question),
            _ => None,
        })
        .min_by_key(|question| matches!(question, Question::Other | Question::Help))
        .or_else(|| asks_whether_there_is(bag).then_some(Question::Other))?;
    // "Hello" before a request is a greeting, not a question.
    let greets = asked == Question::Help
        && (!bag.verbs().is_empty() || bag.has(|meaning| matches!(meaning, Meaning::Quote(_))));
    let noun = |nouns: &[Noun]| nouns.iter().any(|noun| bag.has_noun(*noun));
    // "What's the music volume": the thing is named in the words that ask.
    let heard = (0..bag.len()).any(|place| {
        let text = bag.text(place).to_lowercase();
        matches!(bag.sense(place), Some(Sense::Question(_)))
            && LISTS.asks_for_music.is_within(&text)
    });
    let of = references(&mut bag.clone());
    // "What's the third picture?": which file it is.
    let asked = if asked == Question::Other && asks_which_it_is(bag, &of) {
        Question::WhereIs
    } else {
        asked
    };
    let inquiry = Inquiry {
        question: asked,
        of,
        music: heard || noun(&[Noun::Music, Noun::Sound]),
        words: noun(&[Noun::Title, Noun::Caption, Noun::Heading, Noun::Text]),
    };
    (!greets).then(|| Reading::Understood {
        requests: vec![Request::Ask(inquiry)],
        passed_over: Vec::new(),
    })
}

fn asks_which_it_is(bag: &Bag, of: &[Reference]) -> bool {
    let asks = (0..bag.len()).any(|place| {
        let text = bag.text(place).to_lowercase();
        ["what's", "what is the", "which is", "what is", "whats"].contains(&text.as_str())
    });
    asks && bag.verbs().is_empty()
        && matches!(of, [Reference { which: Which::Nth(_) | Which::Middle, .. }])
}

/// `有音乐吗`: not a wish for some.
fn asks_whether_there_is(bag: &Bag) -> bool {
    let says = |words: &[&str]| (0..bag.len()).any(|place| words.contains(&bag.text(place)));
    says(&["有", "带", "带有"]) && says(&["吗", "么", "没"]) && bag.verbs().is_empty()
}

fn beyond(bag: &Bag) -> Option<Reading> {
    let places = (0..bag.len()).filter_map(|place| match bag.sense(place) {
        Some(Sense::Beyond(what)) => Some((what, bag.text(place).to_owned())),
        _ => None,
    });
    let (what, words) = places.min_by_key(|(what, _)| *what)?;
    let words = if what == Beyond::Export { export::order(bag) } else { words };
    Some(Reading::Beyond { what, words })
}

fn topic(bag: &Bag) -> Topic {
    let nouns = |nouns: &[Noun]| {
        (0..bag.len()).any(
            |place| matches!(bag.sense(place), Some(Sense::Noun(noun)) if nouns.contains(&noun)),
        )
    };
    let has = |fits: fn(&Meaning) -> bool| bag.has(fits);
    if nouns(&[Noun::Title, Noun::Caption, Noun::Heading, Noun::Text])
        || has(|m| matches!(m, Meaning::Quote(_)))
    {
        Topic::Text
    } else if nouns(&[Noun::Music, Noun::Sound, Noun::Volume]) {
        Topic::Music
    } else if nouns(&[Noun::Transition, Noun::FadeIn, Noun::FadeOut, Noun::FadeBoth])
        || has(|m| matches!(m, Meaning::Known(Sense::Transition(_))))
    {
        Topic::Transition
    } else if nouns(&[Noun::Canvas])
        || has(|m| {
            matches!(m, Meaning::Known(Sense::Shape(_) | Sense::Platform(_)) | Meaning::Ratio(..))
        })
    {
        Topic::Canvas
    } else if adjust::is_about(bag) {
        Topic::Picture
    } else if bag.verbs().iter().any(|verb| matches!(verb, Verb::Trim | Verb::Keep | Verb::Show)) {
        Topic::Cut
    } else if bag
        .verbs()
        .iter()
        .any(|verb| matches!(verb, Verb::Join | Verb::Swap | Verb::Move | Verb::Remove))
    {
        Topic::Arrange
    } else {
        Topic::Make
    }
}
