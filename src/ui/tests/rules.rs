//! Where rules meet they are joined.

use crossterm::event::KeyCode;

use crate::ui::testing::Editor;

/// In which directions a sign of box drawing goes on: above, below, left, right.
fn arms(sign: &str) -> Option<[bool; 4]> {
    Some(match sign {
        "│" => [true, true, false, false],
        "─" => [false, false, true, true],
        "├" => [true, true, false, true],
        "┤" => [true, true, true, false],
        "┬" => [false, true, true, true],
        "┴" => [true, false, true, true],
        "┼" => [true; 4],
        _ => return None,
    })
}

/// The upright rules' cells above the timeline that do not fit what lies beside them.
fn loose_ends(editor: &Editor) -> Vec<String> {
    let areas = editor.state.areas();
    let uprights = [areas.chat.right(), areas.media.right()];
    let (first, last) = (areas.chat.y, areas.timeline.y);
    let rows: Vec<Vec<String>> = editor
        .screen()
        .lines()
        .map(|row| row.chars().map(|letter| letter.to_string()).collect())
        .collect();
    let arms_at = |x: u16, y: u16| {
        let row = rows.get(usize::from(y))?;
        row.get(usize::from(x)).and_then(|sign| arms(sign))
    };
    let goes = |x: u16, y: u16, way: usize| arms_at(x, y).is_some_and(|arms| arms[way]);
    let mut found = Vec::new();
    for x in uprights.into_iter().filter(|x| *x < editor.state.size.width) {
        for y in first..=last {
            // In the column between panes there is nothing but rules; below the picture only on the right.
            let Some(found_arms) = arms_at(x, y) else { continue };
            let beside = [
                y > first && goes(x, y - 1, 1),
                y < last && goes(x, y + 1, 0),
                goes(x - 1, y, 3),
                goes(x + 1, y, 2),
            ];
            if found_arms != beside {
                found.push(format!("{x},{y}: {found_arms:?} beside {beside:?}"));
            }
        }
    }
    found
}

#[test]
fn rules_are_joined_in_every_arrangement_of_panes() {
    for width in [100, 119, 120, 160, 199, 200, 240, 300] {
        for height in [24, 30, 36, 48, 60, 100] {
            for keys in [&[][..], &[KeyCode::F(7)], &[KeyCode::F(3)], &[KeyCode::F(4)]] {
                let editor = Editor::english(width, height).promo_made().pressed(keys);
                let loose = loose_ends(&editor);
                assert!(
                    loose.is_empty(),
                    "{width}x{height} {keys:?}\n{loose:#?}\n{}",
                    editor.screen()
                );
            }
        }
    }
}
