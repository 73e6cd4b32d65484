//! Choosing the colours.

use crossterm::event::KeyCode;

use crate::app::{Effect, Msg};
use crate::language::{Language, Problem};
use crate::ui::testing::{Editor, setup};
use crate::ui::{Colours, Theme, theme_names};

fn themes(colours: Colours) -> Editor {
    let mut setup = setup(80, 24, Language::English);
    setup.look.colours = colours;
    let mut editor = Editor::new(setup).promo_made();
    editor.ctrl('p');
    editor.typed("colours");
    editor.key(KeyCode::Enter);
    editor
}

#[test]
fn a_chosen_theme_is_used_at_once_and_kept() {
    let mut editor = themes(Colours::Full);
    assert!(theme_names().all(|name| editor.screen().contains(name)), "{}", editor.screen());
    editor.typed("graph");
    let effects = editor.key(KeyCode::Enter);
    assert_eq!(effects, [Effect::KeepTheme("graphite".into())]);
    assert_eq!(Ok(editor.state.look.theme), Theme::named("graphite", Colours::Full));
    let buffer = editor.buffer();
    let bare = buffer.content().iter().filter(|cell| cell.bg == ratatui::style::Color::Reset);
    assert_eq!(bare.count(), 0, "the ground lies below everything");
    editor.take(Msg::ThemeKept(Ok("/home/me/.config/cutroom/config.toml".into())));
    assert!(editor.screen().contains("From now on cutroom has these colours."));
    let problem = Problem::NotWritable { path: "/x".into(), reason: "full".into() };
    editor.take(Msg::ThemeKept(Err(problem)));
    assert!(editor.screen().contains("The choice holds for this run."));
}

#[test]
fn without_colours_there_is_nothing_to_choose() {
    let mut editor = themes(Colours::None);
    let before = editor.state.look.theme;
    editor.typed("graph");
    assert_eq!(editor.key(KeyCode::Enter), []);
    assert_eq!(editor.state.look.theme, before);
    assert!(editor.screen().contains("colours are off"), "{}", editor.screen());
}
