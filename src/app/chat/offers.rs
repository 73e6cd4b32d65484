//! What can be done in place of instructions for a screen in the agent's answer.
//!
//! What only shows something is done when the turn has ended; what costs or writes becomes a choice
//! and is never done without it.

use crate::language::Offer;
use crate::ui::words;

use super::super::{Effect, State};
use super::{Choice, say};

/// The agent's words became an offer.
pub(super) fn offered(state: &mut State, offer: Offer) {
    if !state.chat.offers.contains(&offer) {
        state.chat.offers.push(offer);
    }
}

/// The turn has ended well: what only shows something is shown.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    let offers = std::mem::take(&mut state.chat.offers);
    let (kept, shown): (Vec<Offer>, Vec<Offer>) = offers.into_iter().partition(Offer::asks_first);
    state.chat.offers = kept;
    let mut effects = Vec::new();
    for offer in shown {
        effects.extend(match offer {
            Offer::Credits => say::ask_credits(state),
            Offer::Tracks => say::show_status(state),
            Offer::Upload => say::upload(state, &[]),
            Offer::Export | Offer::Say(_) => Vec::new(),
        });
    }
    effects
}

/// The offers that wait for the user's word.
pub(super) fn choices(state: &State) -> impl Iterator<Item = Choice> {
    let waiting = state.chat.offers.iter().filter(|offer| offer.asks_first());
    waiting.map(|offer| Choice::Say {
        label: offer.label(state.language),
        sentence: sentence(state, offer),
    })
}

/// What is said when an offer is chosen.
fn sentence(state: &State, offer: &Offer) -> String {
    match offer {
        Offer::Export => words::of(state.language).next_export_sentence.to_owned(),
        offer => offer.label(state.language),
    }
}

/// A sentence has been said: it is offered no longer.
pub(super) fn taken(state: &mut State, said: &str) {
    let offers = std::mem::take(&mut state.chat.offers);
    let left = offers.into_iter().filter(|offer| sentence(state, offer) != said).collect();
    state.chat.offers = left;
}
