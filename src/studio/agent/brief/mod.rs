//! A film told at once, on an empty timeline: `One for TikTok as well please: porch 2 seconds, patio 3 seconds, hard cuts,
//! song.mp3 at 50%, no wording on it`, `年会上要放的，集合、溪谷按顺序做成片子，每张6秒，字就不加了`.
//!
//! Where there is no film yet, nothing can be broken, and what is said is which files, how much of each, and what goes
//! with them: slots that are filled one after the other, each from the words that can only be meant for it. Around them
//! people say what it is for and why. So words that nobody knows may be left over here, but nothing may that names a thing
//! or carries a value: then the sentence is left to the readers of single wishes, which tell what they did not understand.

mod again;
mod by_kind;
mod card;
mod corner;
mod denied;
mod ducked;
mod ends;
mod frame;
mod heard;
mod in_a_row;
mod in_and_out;
mod lengths;
mod made;
mod named_again;
mod opening;
mod own_sound;
mod page;
mod pieces;
mod places;
mod played;
mod remarks;
mod rest;
mod seam_into;
mod seams;
mod shown;
mod shown_each;
mod shown_in_a_row;
mod shown_with;
mod song_start;
mod strange_pieces;
mod subtitled;
mod unknown;
mod values;
mod while_seen;
mod written_short;

use super::request::{Reading, Request};
use super::words::{self, Meaning, Name, Sense, Tempo};
use page::Page;

/// Everything that was told of the film.
#[derive(Debug, Default)]
struct Told {
    /// What is in it, in order.
    pieces: Vec<pieces::Piece>,
    /// How long in all.
    total: Option<crate::draft::Millis>,
    /// How fast it is to go, where no length is said.
    tempo: Option<Tempo>,
    /// What is not wanted in it.
    denied: denied::Denied,
    /// What goes with it, in the order in which it is done.
    with: Vec<Request>,
    /// The card that it ends with, and what is done behind that.
    behind: Vec<Request>,
}

/// The sentence as the telling of a film, and what was only remarked in it. `None` where a slot cannot be decided.
pub fn read(sentence: &str, names: &[Name]) -> Option<(Vec<Reading>, Vec<String>)> {
    match card::apart(sentence, names) {
        Some((rest, card)) => film(&rest, names, Some(card)),
        None => film(sentence, names, None),
    }
}

/// The film that is told, with the card that it ends with.
fn film(
    sentence: &str,
    names: &[Name],
    card: Option<Request>,
) -> Option<(Vec<Reading>, Vec<String>)> {
    let mut page = Page::new(sentence, words::in_measures(sentence, names), names);
    if unknown::is_to_be_fetched(&page) {
        return None;
    }
    written_short::write_out(&mut page);
    while_seen::write_out(&mut page);
    by_kind::name(&mut page, names);
    ends::take(&mut page, &words::off_both_ends(sentence, names));
    in_and_out::take(&mut page);
    let played = played::take(&mut page)?;
    let shown = names.iter().filter(|name| name.kind.is_visual()).count();
    let spoken_of = opening::take(&mut page, shown);
    let mut remarks = remarks::take(&mut page);
    remarks.extend(spoken_of);
    if let Some(words) = unknown::names(&page)
        .or_else(|| unknown::added(&page))
        .or_else(|| unknown::missing(&page))
        .or_else(|| strange_pieces::told(&page))
        .or_else(|| unknown::of_another_film(&page))
    {
        return Some((vec![Reading::unknown(words)], remarks));
    }
    if !rest::can_be_told(&page) || unknown::is_to_be_generated(&page) {
        return None;
    }
    let mut told = Told { denied: denied::take(&mut page), ..Told::default() };
    let shown = shown::take(&mut page)?;
    let shown = shown.into_iter().chain(subtitled::take(&mut page));
    let corner = corner::take(&mut page)?;
    let seams = seams::take(&mut page, &told.denied)?;
    let heard = heard::take(&mut page, &told.denied)?;
    let frame = frame::take(&mut page)?;
    let again = again::take(&mut page);
    told.pieces = pieces::take(&mut page, names)?;
    told.tempo = (0..page.len()).find_map(|place| match page.meaning(place) {
        Meaning::Known(Sense::Tempo(tempo)) => Some(*tempo),
        _ => None,
    });
    told.total = lengths::take(&mut page, &mut told.pieces)?;
    named_again::take(&page, &mut told.pieces);
    again::repeat(&page, &again, &mut told.pieces)?;
    if !again.is_empty() && !played.is_empty() {
        return None;
    }
    told.with = in_the_order_told(played, frame).chain(seams).collect();
    let more = heard.into_iter().chain(shown).chain(corner);
    match card {
        Some(card) => told.behind = std::iter::once(card).chain(more).collect(),
        None => told.with.extend(more),
    }
    let passed_over = rest::take(&mut page, &told)?;
    let requests = made::requests(told, names)?;
    Some((vec![Reading::Understood { requests, passed_over }], remarks))
}

/// `B&W, and push the contrast +20`: one look is laid over the other as they are told.
fn in_the_order_told(
    played: Vec<(usize, Request)>,
    frame: Vec<(usize, Request)>,
) -> impl Iterator<Item = Request> {
    let mut all: Vec<(usize, Request)> = played.into_iter().chain(frame).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, request)| request)
}
