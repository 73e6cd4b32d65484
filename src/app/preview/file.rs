//! The look of the file that is selected in the media pane: while that pane has the keys, the picture is
//! the file's instead of the film's.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::app::{Connection, Effect, Focus, Pictures, State};
use crate::draft::Millis;
use crate::link::{Command, Picture, Still};
use crate::ui;

use super::{is_open, size_for};

/// So many are kept: enough to go up and down a list without waiting.
const MOST: usize = 24;

/// A clip seldom shows what it is about with its very first frame.
const INTO_A_CLIP: Millis = Millis(1_000);

/// Pictures of files, the newest last.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FileLooks {
    /// Nothing, where there is no such picture.
    kept: VecDeque<(Still, Option<Arc<Picture>>)>,
    waiting: Option<Still>,
}

/// The picture of the selected file, once it has come, while the media pane has the keys.
#[must_use]
pub fn of_chosen_file(state: &State) -> Option<&Arc<Picture>> {
    let wish = wish(state)?;
    let kept = state.preview.files.kept.iter().find(|(still, _)| *still == wish);
    kept.and_then(|(_, picture)| picture.as_ref())
}

/// What is to be seen of the selected file; nothing of what has no look.
fn wish(state: &State) -> Option<Still> {
    if state.focus != Focus::Media || state.look.pictures == Pictures::Off || !is_open(state) {
        return None;
    }
    let item = state.media.chosen()?;
    let at = match item.file_type.as_str() {
        "image" => Millis::ZERO,
        "video" => INTO_A_CLIP,
        _ => return None,
    };
    let area = ui::preview::picture_area(&state.areas());
    let (width, height) = size_for(state, area);
    (!area.is_empty()).then(|| Still { file: item.filename.clone(), at, width, height })
}

/// Orders the picture that should be seen, if it is neither here nor on its way.
pub(in crate::app) fn ask(state: &mut State) -> Option<Effect> {
    let waits = state.preview.files.waiting.is_some();
    if waits || state.status.connection != Connection::Connected {
        return None;
    }
    let wish = wish(state)?;
    let files = &mut state.preview.files;
    if files.kept.iter().any(|(still, _)| *still == wish) {
        return None;
    }
    files.waiting = Some(wish.clone());
    Some(Effect::Tell(Command::Thumbnail(wish)))
}

/// Takes a picture if it was ordered here; else it is given back.
pub(in crate::app) fn told(
    state: &mut State,
    still: Still,
    picture: Option<Arc<Picture>>,
) -> Option<(Still, Option<Arc<Picture>>)> {
    let files = &mut state.preview.files;
    if files.waiting.take_if(|waiting| *waiting == still).is_none() {
        return Some((still, picture));
    }
    if files.kept.len() == MOST {
        files.kept.pop_front();
    }
    files.kept.push_back((still, picture));
    None
}

#[cfg(test)]
mod tests {
    use crate::app::Msg;
    use crate::link::Update;
    use crate::ui::testing::{Editor, media};

    use super::*;

    fn order(effects: &[Effect]) -> Option<Still> {
        effects.iter().find_map(|effect| match effect {
            Effect::Tell(Command::Thumbnail(still)) => Some(still.clone()),
            _ => None,
        })
    }

    fn grey(still: &Still) -> Arc<Picture> {
        let (width, height) = (still.width, still.height);
        Arc::new(Picture { width, height, rgb: vec![99; (width * height * 3) as usize] })
    }

    #[test]
    fn a_file_is_seen_while_the_media_pane_has_the_keys_and_asked_for_once() {
        let mut editor = Editor::english(120, 36).promo_made().told(media(&["a.jpg"]));
        editor.state.preview.chosen = Some(true);
        editor.state.focus = Focus::Media;
        let still = order(&editor.take(Msg::Focused(true))).expect("its picture is ordered");
        assert_eq!(Some(&still.file), editor.state.media.chosen().map(|item| &item.filename));
        assert!(order(&editor.take(Msg::Focused(true))).is_none(), "it is on its way");
        let picture = grey(&still);
        let told = Update::Thumbnail { still, picture: Some(Arc::clone(&picture)) };
        assert!(order(&editor.take(Msg::Link(told))).is_none(), "it is here");
        assert_eq!(of_chosen_file(&editor.state), Some(&picture));
        editor.state.focus = Focus::Timeline;
        assert_eq!(of_chosen_file(&editor.state), None);
    }

    #[test]
    fn what_was_not_ordered_here_is_given_back() {
        let mut editor = Editor::english(120, 36).promo_made();
        let still = Still { file: "a.jpg".into(), at: Millis::ZERO, width: 8, height: 2 };
        assert_eq!(told(&mut editor.state, still.clone(), None), Some((still, None)));
    }
}
