//! States that a person meets now and then, on the smallest and on a very large screen.

use crossterm::event::KeyCode;
use insta::assert_snapshot;
use serde_json::json;

use crate::draft::changes;
use crate::language::{Language, tell_changes};
use crate::link::{TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, draft_of, jobs, media, promo, setup};
use crate::ui::{Colours, Theme};

const SIZES: [(u16, u16); 2] = [(40, 12), (300, 100)];

fn on_both(name: &str, make: impl Fn(Editor) -> Editor) {
    for (width, height) in SIZES {
        let editor = make(Editor::english(width, height));
        assert_snapshot!(format!("{name}_{width}x{height}"), editor.styled());
    }
}

fn with_jobs(editor: Editor) -> Editor {
    jobs().into_iter().fold(editor.promo_made(), |editor, job| editor.told(Update::Job(job)))
}

#[test]
fn the_agent_has_worked_for_twenty_seconds() {
    on_both("working_20_s", |editor| {
        editor
            .promo_made()
            .said("make it vertical")
            .told(Update::TurnStarted(TurnId(2)))
            .told(Update::TurnActivity(TurnId(2), "editing the timeline".into()))
            .after(20)
            .ticked()
    });
}

#[test]
fn a_silent_edit_tells_what_it_changed() {
    on_both("silent_edit", |editor| {
        let mut film = promo();
        film["t"][2]["m"]["volume"] = json!(0.2);
        let changed = changes(&draft_of(&promo()), &draft_of(&film));
        let told = tell_changes(&changed, Language::English);
        editor
            .promo_made()
            .said("quieter music")
            .told(Update::TurnStarted(TurnId(2)))
            .told(Update::Notice(told.join("\n")))
            .film(film)
            .told(Update::TurnEnded(TurnId(2), TurnEnd::Silent))
    });
}

#[test]
fn a_failed_render_says_why_and_how_to_go_on() {
    on_both("failed_render", |editor| {
        // Above it is the one that is interrupted.
        with_jobs(editor).pressed(&[KeyCode::F(4), KeyCode::Up])
    });
}

#[test]
fn names_in_any_script_keep_their_columns() {
    on_both("any_script", |editor| {
        let names = ["海边的日落.jpg", "غروب الشمس.mp4", "🎬 family 👩‍👧.mov", "Grüße.png"];
        let pieces = names.iter().enumerate().map(|(place, name)| {
            json!({"id": format!("p{place}"), "st": place * 4000, "d": 4000, "src": name})
        });
        let film = json!({"m": {"title": "夏日宣传片 🎬"}, "t": [
            {"tt": 0, "sg": pieces.collect::<Vec<_>>()},
            {"tt": 7, "sg": [{"d": 6000, "m": {"text": "黄金时刻"}}]},
        ]});
        editor.opened().told(media(&names)).film(film).pressed(&[KeyCode::F(3), KeyCode::Down])
    });
}

#[test]
fn without_colours_and_on_a_light_ground_everything_is_told() {
    let light = |colours| Theme::named("light", colours).expect("it comes with the program");
    for (width, height) in SIZES {
        let mut plain = setup(width, height, Language::English);
        plain.look.colours = Colours::None;
        let mut bright = setup(width, height, Language::English);
        bright.look.theme = light(bright.look.colours);
        for (name, setup) in [("no_colours", plain), ("light", bright)] {
            let editor = with_jobs(Editor::new(setup)).pressed(&[KeyCode::F(5), KeyCode::Down]);
            assert_snapshot!(format!("{name}_{width}x{height}"), editor.styled());
        }
    }
}
