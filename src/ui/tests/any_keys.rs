//! Whatever is pressed, clicked and resized on a film: it is drawn, and nothing is destroyed that was
//! not asked about first.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Size;

use crate::app::actions::{self, Action, AppAction, Row};
use crate::app::{Doing, Effect, Key, Leaving, Msg, State};
use crate::language::Language;
use crate::link::{Command, ExportTo, ListedSession, TurnEnd, Update, Used};
use crate::ui::testing::{Editor, jobs, previous, setup};

/// Keys of one action, as a terminal sends them.
fn keys_of(row: &Row) -> Vec<Msg> {
    let sequence = row.sequences.first().copied().unwrap_or_default();
    let keys = row.keys.first().map_or(sequence, std::slice::from_ref);
    keys.iter().map(|key| Msg::Key(sent(*key))).collect()
}

fn sent(key: Key) -> KeyEvent {
    let known = [KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT];
    let held = known.into_iter().filter(|held| key.is_held(*held));
    KeyEvent::new(key.code(), held.fold(KeyModifiers::NONE, KeyModifiers::union))
}

/// One thing that a person does: an action by its keys, keys that answer and move, a letter, a word
/// that is sent, a click, another size.
pub(super) fn anything() -> impl Strategy<Value = Vec<Msg>> {
    let rows: Vec<&'static Row> = actions::table().filter(|row| !is_way_out(row.action)).collect();
    let plain = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Backspace,
    ];
    let key = |code, held| vec![Msg::Key(KeyEvent::new(code, held))];
    let overlay = [
        (KeyCode::F(8), KeyModifiers::NONE),
        (KeyCode::Char('x'), KeyModifiers::CONTROL),
        (KeyCode::Char('t'), KeyModifiers::CONTROL),
        (KeyCode::Char('p'), KeyModifiers::CONTROL),
        (KeyCode::F(6), KeyModifiers::NONE),
    ];
    let kinds = vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
    ];
    prop_oneof![
        6 => prop::sample::select(rows).prop_map(keys_of),
        4 => prop::sample::select(plain.to_vec()).prop_map(move |code| key(code, KeyModifiers::NONE)),
        3 => prop::sample::select(overlay.to_vec()).prop_map(move |(code, held)| key(code, held)),
        2 => "[ -~日]".prop_map(|letter| {
            let letters = letter.chars();
            letters.map(|letter| Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))).collect()
        }),
        1 => prop::sample::select(vec!["export", "undo", "1", "export to a.mp4"]).prop_map(|words| {
            vec![Msg::Paste(words.into()), Msg::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE))]
        }),
        2 => (prop::sample::select(kinds), 0..=310_u16, 0..=110_u16).prop_map(|(kind, column, row)| {
            vec![Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })]
        }),
        1 => any_size().prop_map(|size| vec![Msg::Resized(size)]),
        1 => Just(vec![Msg::Tick]),
    ]
}

/// Leaving ends the sequence; it is tried by itself.
fn is_way_out(action: Action) -> bool {
    matches!(action, Action::App(AppAction::Quit | AppAction::Interrupt))
}

pub(super) fn any_size() -> impl Strategy<Value = Size> {
    (0..=300_u16, 0..=100_u16).prop_map(|(width, height)| Size { width, height })
}

/// What the link would answer at once.
fn answers(effect: &Effect) -> Vec<Update> {
    match effect {
        Effect::Tell(Command::ListSessions) => {
            let free = ListedSession { summary: previous(), used: Used::No };
            vec![Update::Sessions(Arc::new(vec![free]))]
        }
        Effect::Tell(Command::Say { turn, .. }) => {
            vec![Update::TurnStarted(*turn), Update::TurnEnded(*turn, TurnEnd::Answered)]
        }
        _ => Vec::new(),
    }
}

/// What the person was asked before a key, as far as an answer could destroy something.
#[derive(Debug)]
struct Asked {
    removal: bool,
    backend: bool,
    leaving: bool,
}

impl Asked {
    fn of(state: &State) -> Self {
        let doing = state.sessions.as_ref().map(|sessions| &sessions.doing);
        Self {
            removal: matches!(doing, Some(Doing::Removing | Doing::RemovingFilm)),
            backend: state.asked.is_some() || state.backends.agreed,
            leaving: state.leaving != Leaving::No || !state.jobs.any_would_stop(),
        }
    }

    /// Whether an effect destroys nothing, or only what was asked about.
    fn allows(&self, effect: &Effect) -> bool {
        match effect {
            Effect::Tell(Command::RemoveSession(_) | Command::RemoveFilm(_)) => self.removal,
            Effect::Tell(Command::SwitchBackend { backend, .. }) => {
                self.backend || backend.name() == "studio"
            }
            // Nobody has said that a file is there, so no question could have been answered.
            Effect::Tell(Command::Export(ExportTo::File { force, .. })) => !force,
            Effect::Tell(Command::Leave) | Effect::Quit => self.leaving,
            _ => true,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_keys_on_a_film_are_drawn_and_destroy_nothing_unasked(
        size in any_size(),
        chinese in any::<bool>(),
        with_jobs in any::<bool>(),
        done in prop::collection::vec(anything(), 0..30),
    ) {
        let language = if chinese { Language::Chinese } else { Language::English };
        let mut editor = Editor::new(setup(size.width, size.height, language)).promo_made();
        if with_jobs {
            for job in jobs() {
                editor = editor.told(Update::Job(job));
            }
        }
        for msg in done.into_iter().flatten() {
            let (asked, told) = (Asked::of(&editor.state), format!("{msg:?}"));
            let effects = editor.take(msg);
            for effect in &effects {
                prop_assert!(asked.allows(effect), "{told} {effect:?} {asked:?}");
            }
            for update in effects.iter().flat_map(answers) {
                editor = editor.told(update);
            }
            editor.clock += 1;
            editor.buffer();
        }
    }

    #[test]
    fn leaving_while_an_upload_runs_takes_the_same_key_twice(
        done in prop::collection::vec(anything(), 0..20),
        by_quit in any::<bool>(),
    ) {
        let mut editor = Editor::english(120, 36).promo_made();
        for job in jobs() {
            editor = editor.told(Update::Job(job));
        }
        for msg in done.into_iter().flatten() {
            editor.take(msg);
        }
        // Any other key takes the question back.
        editor.key(KeyCode::Right);
        let key = if by_quit { 'q' } else { 'c' };
        let ends = |effects: &[Effect]| effects.contains(&Effect::Quit);
        prop_assert!(!ends(&editor.ctrl(key)) || !editor.state.jobs.any_would_stop());
    }
}
