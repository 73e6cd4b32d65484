//! The pane with the picture, and the small pictures in the lanes, with pictures in them.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::app::{Depth, Effect, Msg};
use crate::link::{Command, Picture, Update};
use crate::ui::testing::{Editor, draft_of, media, promo};

const NAMES: [&str; 6] =
    ["beach.jpg", "pier.jpg", "sunset.jpg", "shells.jpg", "dunes.jpg", "gulls.jpg"];
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// The sea below a sky, in four flat parts: what is where can be read from a snapshot.
fn sea(width: u32, height: u32) -> Arc<Picture> {
    let pixel = |place: u32| {
        let (x, y) = (place % width, place / width);
        match (x * 3 / width, y * 3 / height) {
            (1, 0) => [240, 200, 80],
            (_, 0) => [90, 150, 220],
            (_, 1) => [20, 60, 120],
            _ => [210, 190, 140],
        }
    };
    Arc::new(Picture { width, height, rgb: (0..width * height).flat_map(pixel).collect() })
}

/// Makes every picture that a message asks for.
fn take(editor: &mut Editor, msg: Msg) {
    let mut asked: VecDeque<Effect> = editor.take(msg).into();
    while let Some(effect) = asked.pop_front() {
        if let Some(update) = made(&effect) {
            asked.extend(editor.take(Msg::Link(update)));
        }
    }
}

fn made(effect: &Effect) -> Option<Update> {
    match effect {
        Effect::Tell(Command::Preview(wish)) => {
            Some(Update::Preview { wish: *wish, picture: Ok(sea(wish.width, wish.height)) })
        }
        Effect::Tell(Command::Thumbnail(still)) => {
            let picture = Some(sea(still.width, still.height));
            Some(Update::Thumbnail { still: still.clone(), picture })
        }
        _ => None,
    }
}

/// The promo on a quick line, in a terminal with all colours, after some keys.
fn pictured(width: u16, height: u16, keys: &[KeyCode]) -> Editor {
    let mut editor = Editor::english(width, height);
    editor.state.preview.depth = Depth::True;
    let mut editor = editor.opened();
    take(&mut editor, Msg::LineTakesPictures(true));
    take(&mut editor, Msg::Link(media(&NAMES)));
    take(&mut editor, Msg::Link(Update::Draft(draft_of(&promo()))));
    for code in keys {
        take(&mut editor, Msg::Key((*code).into()));
    }
    take(&mut editor, Msg::Tick);
    editor
}

#[test]
fn the_picture_stands_in_the_middle_of_its_pane() {
    for (width, height) in SIZES {
        // On wide screens it is there by itself.
        let keys: &[KeyCode] = if width < 120 { &[KeyCode::F(7)] } else { &[] };
        let editor = pictured(width, height, keys);
        assert_snapshot!(format!("picture_{width}x{height}"), editor.styled());
    }
}

#[test]
fn small_pictures_stand_in_the_lanes_below_the_names() {
    for (width, height) in SIZES {
        let mut keys = vec![KeyCode::F(5)];
        // Where lanes are high it is there by itself; where they cannot be, that is said.
        keys.extend((height < 48).then_some(KeyCode::Char('P')));
        let editor = pictured(width, height, &keys);
        assert_snapshot!(format!("filmstrip_{width}x{height}"), editor.styled());
    }
}
