//! `it`: what was spoken of just before. `Move clip 1 to the end and trim it to 2 seconds` trims the
//! clip; read alone, the second half would trim the film.

use super::super::words::{
    Beyond, Clause, Edge, LISTS, Link, Meaning, Noun, Portion, Sense, Token, Verb,
};
use super::about::{about, is_only_it};
use super::bag::Bag;
use super::read::{Reading, Topic};
use super::reference::{is_it, single};
use super::renamed;
use super::subtitles::at_the_bottom;
use super::together;
use super::within::references_in;
use super::{
    Adjust, Fading, Level, Part, Pieces, Position, Reference, Request, Sounding, Style, TextTarget,
    Which,
};

/// What a clause is about, as far as the next one may go on with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Piece(Reference),
    Words(TextTarget),
    Music,
}

/// Turns requests about the film into requests about what was spoken of before them, where the
/// sentence does not name the film again. What the turn before was about needs an `it`.
pub fn resolve(
    clauses: &[Clause],
    readings: Vec<Reading>,
    before: Option<&Subject>,
) -> Vec<Reading> {
    let mut resolved: Vec<Reading> = Vec::new();
    let mut subject: Option<Subject> = before.cloned();
    let (mut from_before, mut splits) = (true, false);
    let mut rest = Rest::after(before);
    for (clause, reading) in clauses.iter().zip(readings) {
        if throws_the_rest_away(&reading) && resolved.last().is_some_and(keeps)
            || resolved.last().is_some_and(|last| is_done_with(last, &reading, clause))
            || is_of_what_is_not_there(resolved.last(), clause)
        {
            continue;
        }
        if resolved.last().is_some_and(|last| spares_the_music(last, &reading)) {
            resolved.pop();
        }
        let goes_on = !from_before || says_it(clause) || cuts_more(&reading);
        let reading = if splits && names_a_part(clause) {
            // Which of the new parts is meant cannot be said by numbers that were given before.
            Reading::Unclear { words: Vec::new(), topic: Topic::Cut, wish: true }
        } else {
            reading
        };
        splits |= makes_parts(clause, &reading);
        if let Some(renamed) = of_subject(subject.as_ref(), clause, &reading) {
            (subject, from_before) = (subject_of(&renamed).or(subject), false);
            resolved.push(renamed);
            continue;
        }
        let mut reading = match (&subject, reading) {
            (Some(subject), Reading::Understood { requests, passed_over })
                if goes_on && !names_the_film(clause) && !names_all(clause) =>
            {
                going_on(subject, clause, requests, passed_over)
            }
            (_, reading) => reading,
        };
        if goes_on && !names_the_film(clause) && !names_all(clause) {
            together::go_on(&mut resolved, &mut reading, clause);
        }
        if let Reading::Understood { requests, .. } = &mut reading {
            rest.tell(requests);
        }
        if let (Reading::Unclear { .. }, Some(remarked)) = (&reading, remarked(clause)) {
            (subject, from_before) = (Some(remarked), false);
        } else if !is_aside(&reading) {
            (subject, from_before) = (subject_of(&reading), false);
        }
        resolved.push(reading);
    }
    resolved
}

/// What `the rest` is of.
struct Rest {
    /// What was named last.
    named: Vec<Reference>,
    /// Whether pieces were taken away: what is left is all there is.
    removed: bool,
    /// What was done to those named last.
    done: Option<std::mem::Discriminant<Request>>,
}

impl Rest {
    fn after(before: Option<&Subject>) -> Self {
        let named = match before {
            Some(Subject::Piece(of)) => vec![of.clone()],
            _ => Vec::new(),
        };
        Self { named, removed: false, done: None }
    }

    /// Tells requests what their rest is, and learns what they name.
    fn tell(&mut self, requests: &mut [Request]) {
        if self.removed && self.named.is_empty() {
            requests.iter_mut().for_each(all_that_is_left);
        }
        requests.iter_mut().for_each(|request| fill_in(request, &self.named));
        let now = requests.iter_mut().flat_map(references_in);
        let now: Vec<Reference> = now.map(|reference| reference.clone()).collect();
        if matches!(requests, [Request::Remove(_)]) {
            // "海边不要了，剩下两张各3秒".
            *self = Self { named: Vec::new(), removed: true, done: None };
        } else if !now.is_empty() {
            // "Mugs 6 seconds, glaze 5, the other two 3".
            let done = requests.first().map(std::mem::discriminant);
            let before =
                if done == self.done { std::mem::take(&mut self.named) } else { Vec::new() };
            (self.named, self.done) = ([before, now].concat(), done);
        }
    }
}

/// Whether pieces are in parts behind it, which have no numbers yet.
fn makes_parts(clause: &Clause, reading: &Reading) -> bool {
    has(clause, Sense::Verb(Verb::Split))
        || matches!(reading, Reading::Understood { requests, .. }
            if requests.iter().any(|request| matches!(request, Request::Split { .. })))
}

/// The clause, read with the name of what was spoken of.
fn of_subject(subject: Option<&Subject>, clause: &Clause, reading: &Reading) -> Option<Reading> {
    let subject = subject.filter(|subject| {
        may_be_renamed(clause, reading) || goes_on_until(subject, clause, reading)
    })?;
    renamed::named(clause, subject)
}

/// `把标题移到右下角，并延长到第8秒`, `标题改金色，时长拉到5秒`: words are seen until a moment or for so long, and it is not
/// the film that is so long.
fn goes_on_until(subject: &Subject, clause: &Clause, reading: &Reading) -> bool {
    let so_long = matches!(reading, Reading::Understood { requests, .. }
        if matches!(requests[..], [Request::FitFilm { .. } | Request::TrimFilm { .. }]));
    let moment =
        |token: &Token| matches!(token.meaning, Meaning::Time(_)) && token.text.starts_with('第');
    matches!(subject, Subject::Words(_))
        && so_long
        && clause.tokens.iter().any(|token| moment(token) || says_how_long(token))
        && !names_the_film(clause)
        && !clause.tokens.iter().any(|token| LISTS.in_all.has(&token.text_small()))
}

/// `时长改到5秒`, `拉到5秒`, `stretch to 5 s`.
fn says_how_long(token: &Token) -> bool {
    let said = token.text_small();
    LISTS.its_length.has(&said) || LISTS.grows_until.has(&said) || LISTS.grows.has(&said)
}

/// Whether a clause may say something of what was spoken of: with a word for it, or where it says nothing alone.
fn may_be_renamed(clause: &Clause, reading: &Reading) -> bool {
    let alone = match reading {
        Reading::Unclear { .. } => true,
        // "2 seconds longer" names no piece.
        Reading::Understood { requests, .. } => {
            matches!(&requests[..], [Request::Relength { of, .. }] if of.is_empty())
        }
        Reading::Beyond { .. } => false,
    };
    let names = clause.tokens.iter().any(|token| {
        matches!(token.meaning, Meaning::Quote(_) | Meaning::File(..) | Meaning::Files(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(noun)) if !matches!(noun, Noun::Volume | Noun::Size | Noun::Colour)
            )
    });
    !names && (alone || says_it(clause))
}

/// `…, and use it as the soundtrack` of something that cannot be had here.
fn is_of_what_is_not_there(last: Option<&Reading>, clause: &Clause) -> bool {
    let not_there = matches!(
        last,
        Some(Reading::Beyond {
            what: Beyond::Download | Beyond::Generate | Beyond::Speech | Beyond::Export,
            ..
        })
    );
    not_there && says_it(clause)
}

/// `Keep the first clip, throw the rest away`: the rest is gone already.
fn throws_the_rest_away(reading: &Reading) -> bool {
    let rest = |of: &Reference| of.which == Which::Rest;
    matches!(reading, Reading::Understood { requests, .. }
        if matches!(&requests[..], [Request::Remove(named)] if named.iter().all(rest)))
}

/// `再剪2秒`: of what was cut before.
fn cuts_more(reading: &Reading) -> bool {
    matches!(reading, Reading::Understood { requests, .. }
        if matches!(requests[..], [Request::Cut { part: Part::More(_), .. }]))
}

/// `全片静音，只留音乐`: everything but the music.
fn spares_the_music(last: &Reading, reading: &Reading) -> bool {
    let (Reading::Understood { requests: before, .. }, Reading::Understood { requests, .. }) =
        (last, reading)
    else {
        return false;
    };
    let silent = |level: &Level| matches!(level, Level::To(level) if *level == 0.0);
    matches!(&before[..], [Request::Volume { of: Sounding::Everything, level }] if silent(level))
        && matches!(&requests[..], [Request::Volume { of: Sounding::Clips(clips), level }]
            if clips.is_empty() && silent(level))
}

fn keeps(reading: &Reading) -> bool {
    matches!(reading, Reading::Understood { requests, .. }
        if matches!(requests.last(), Some(Request::Keep { .. } | Request::KeepOnly(_))))
}

/// `把它复制一份，接在它后面`: that is where it is; `头尾两段都不要，只留中间的`: that is what is left.
fn is_done_with(last: &Reading, reading: &Reading, clause: &Clause) -> bool {
    let (Reading::Understood { requests: before, .. }, Reading::Understood { requests: now, .. }) =
        (last, reading)
    else {
        return false;
    };
    let ends = |of: &Reference| matches!(of.which, Which::Nth(1 | -1));
    match (&before[..], &now[..]) {
        ([.., Request::Duplicate(of)], [Request::Place { what, at: Position::After(beside) }]) => {
            let same = |named: &Reference| named.which == Which::It || named == of;
            what.iter().all(same) && same(beside)
        }
        // "接在它后面": the thing itself is the place.
        ([.., Request::Duplicate(_)], [Request::Place { what, at: Position::End }]) => {
            is_only_it(what) && !clause.tokens.iter().any(says_end)
        }
        // "做成一个视频，别的都不要": nothing else is there.
        ([Request::Make(_) | Request::Join(_), ..], [Request::Remove(rest)]) => {
            rest.iter().all(|of| of.which == Which::Rest)
        }
        // "No music after all, take it out".
        ([.., Request::RemoveMusic | Request::RemoveText(_)], [Request::Remove(more)]) => {
            is_only_it(more)
        }
        // "I would rather not have any dissolves, remove all of them".
        ([.., Request::Transitions { style: Style::None, .. }], [Request::Remove(more)]) => {
            is_only_it(more)
                || clause
                    .tokens
                    .iter()
                    .any(|token| LISTS.all_just_told_of.ends(&token.text_small()))
        }
        // "Keep the first half of clip 1, lose its second half": that is gone already.
        (
            [Request::Keep { of, part: Part::Share(from, to) }],
            [Request::Cut { of: gone, part: Part::Share(other, until) }],
        ) => {
            let same = gone.is_none()
                || gone == of
                || gone.as_ref().is_some_and(|gone| gone.which == Which::It);
            same && (other == to || until == from)
        }
        // "冰粉和门头换一下，先门头后冰粉": that is how they lie then.
        ([.., Request::Swap(one, other)], [Request::Open(named)]) => {
            named.len() == 2 && named.contains(one) && named.contains(other)
        }
        // "I don't want the bikes, remove it".
        ([Request::Remove(_)], [Request::Remove(more)]) => is_only_it(more),
        ([Request::Remove(gone)], [Request::KeepOnly(kept)]) => {
            gone.len() == 2
                && gone.iter().all(ends)
                && matches!(&kept[..], [Reference { which: Which::Middle, .. }])
        }
        _ => false,
    }
}

/// `at the end`, `最后面`.
fn says_end(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Edge(Edge::End)))
}

/// `the second part`, `the first half`, `后半段`: of something that was just split.
fn names_a_part(clause: &Clause) -> bool {
    let names = |token: &Token| {
        !matches!(token.meaning, Meaning::Half { .. }) && LISTS.parts_of_a_piece.has(&token.text)
            || matches!(token.sense(), Some(Sense::Portion(portion)) if portion != Portion::Halfway)
    };
    clause.tokens.iter().any(names)
}

/// `The second photo is ugly, get rid of it`: a remark that asks for nothing says what is spoken of.
fn remarked(clause: &Clause) -> Option<Subject> {
    let named =
        |token: &&Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    let files: Vec<&Token> = clause.tokens.iter().filter(named).collect();
    if let [only] = files[..]
        && let Meaning::File(file, _) = only.meaning
    {
        // "One family is against the blocks picture, take it out": there is but one name.
        return Some(Subject::Piece(Reference { pieces: Pieces::Any, which: Which::Named(file) }));
    }
    if clause.tokens.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_)))) {
        return None;
    }
    let has_noun = |nouns: &[Noun]| {
        clause
            .tokens
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Noun(noun)) if nouns.contains(&noun)))
    };
    let one = |of: &Reference| {
        matches!(
            of.which,
            Which::Nth(_)
                | Which::Named(_)
                | Which::Like(_)
                | Which::Only
                | Which::Middle
                | Which::It
        )
    };
    match single(&mut Bag::new(clause)).filter(one) {
        Some(of) => Some(Subject::Piece(of)),
        // "No music at all: house rules. Remove it."
        None if has_noun(&[Noun::Music]) => Some(Subject::Music),
        None if has_noun(&[Noun::Title, Noun::Caption, Noun::Text]) => {
            Some(Subject::Words(TextTarget { words: None, place: None, which: Which::Only }))
        }
        None => None,
    }
}

/// What is neither understood nor done does not change what is spoken of.
fn is_aside(reading: &Reading) -> bool {
    match reading {
        Reading::Understood { requests, .. } => matches!(requests[..], [Request::Ask(_)]),
        _ => false,
    }
}

/// `the rest`, after the others were removed.
fn all_that_is_left(request: &mut Request) {
    if let Request::Length { of: Reference { pieces, which: Which::Rest }, length } = request {
        *request = Request::EachLasts { pieces: *pieces, length: *length };
        return;
    }
    for reference in references_in(request) {
        if reference.which == Which::Rest {
            reference.which = Which::All;
        }
    }
}

/// `the rest`, `the other one`: all but what was named before.
fn fill_in(request: &mut Request, named: &[Reference]) {
    if named.is_empty() {
        return;
    }
    for reference in references_in(request) {
        match &mut reference.which {
            which @ Which::Rest => *which = Which::AllBut(named.to_vec()),
            Which::OneBut(out) if out.is_empty() => *out = named.to_vec(),
            _ => {}
        }
    }
}

fn says_it(clause: &Clause) -> bool {
    let refers = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::It | Link::The))) && is_it(&token.text)
    };
    clause.tokens.iter().any(refers)
}

fn going_on(
    subject: &Subject,
    clause: &Clause,
    requests: Vec<Request>,
    passed_over: Vec<String>,
) -> Reading {
    let says_it = has(clause, Sense::Link(Link::It));
    let turned: Option<Vec<Request>> =
        requests.into_iter().map(|request| about(subject, request, says_it)).collect();
    match turned {
        Some(requests) => Reading::Understood { requests, passed_over },
        None => Reading::Unclear { words: Vec::new(), topic: Topic::Cut, wish: true },
    }
}

/// `slow down the second clip and mute everything`: all of the film, not all of the clip.
fn names_all(clause: &Clause) -> bool {
    has(clause, Sense::Link(Link::All)) && !says_it(clause)
}

fn names_the_film(clause: &Clause) -> bool {
    // "黑场淡出", "fade to black": what turns black is the picture.
    let black = |token: &Token| {
        let text = token.text.to_lowercase();
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
            && (text.contains('黑') || text.contains("black"))
    };
    has(clause, Sense::Noun(Noun::Film))
        || has(clause, Sense::Noun(Noun::Promo))
        || clause.tokens.iter().any(black)
}

fn has(clause: &Clause, sense: Sense) -> bool {
    clause.tokens.iter().any(|token| token.sense() == Some(sense))
}

/// What is still there after a request, and can be gone on with.
pub fn subject_of(reading: &Reading) -> Option<Subject> {
    let Reading::Understood { requests, .. } = reading else { return None };
    match requests.last()? {
        Request::Length { of, .. }
        | Request::InsertAt { what: of, .. }
        | Request::Cut { of: Some(of), .. }
        | Request::Keep { of: Some(of), .. }
        | Request::Fade { of: Fading::Piece(of), .. } => Some(Subject::Piece(of.clone())),
        Request::Replace { by, .. } => Some(Subject::Piece(by.clone())),
        Request::Split { of: Some(of), .. } | Request::Duplicate(of) => {
            Some(Subject::Piece(of.clone()))
        }
        Request::Place { what, .. }
        | Request::Lay { what, .. }
        | Request::Look { of: what, .. }
        | Request::Adjust(Adjust { of: what, .. })
        | Request::Fit { of: what, .. }
        | Request::Pace { of: what, .. }
        | Request::Camera { of: what, .. }
        | Request::Backwards { of: what, .. }
        | Request::Hasten { of: what, .. }
        | Request::Relength { of: what, .. }
        | Request::Insert(what)
        | Request::Open(what)
        | Request::Volume { of: Sounding::Clips(what), .. } => match &what[..] {
            [one] => Some(Subject::Piece(one.clone())),
            _ => None,
        },
        Request::AddText(new) => Some(Subject::Words(TextTarget {
            words: Some(new.words.clone()),
            place: None,
            which: Which::Nth(-1),
        })),
        Request::Subtitles(_) => Some(Subject::Words(at_the_bottom())),
        Request::ChangeText { target, change } => {
            let words = change.words.clone().or_else(|| target.words.clone());
            // "Move the title to the bottom and keep it for 5 seconds": it is there now.
            let place = change.place.filter(|_| target.place.is_some()).or(target.place);
            Some(Subject::Words(TextTarget { words, place, ..target.clone() }))
        }
        Request::AddMusic(_)
        | Request::Duck(_)
        | Request::MusicTime { .. }
        | Request::MusicFrom(_)
        | Request::Volume { of: Sounding::Music | Sounding::Unsaid, .. }
        | Request::Fade { of: Fading::Music, .. } => Some(Subject::Music),
        _ => None,
    }
}
