//! Text from outside, wherever it comes in, steers nothing.

use proptest::prelude::*;
use serde_json::json;

use crate::app::{Effect, Msg};
use crate::language::{Problem, clean};
use crate::link::{JobKind, JobState, SessionSummary, TurnId, Update};
use crate::ui::testing::{Editor, draft_of, job, media, previous, restored};

/// Text in which what is unfit comes often.
fn dirty() -> impl Strategy<Value = String> {
    let unfit = "\u{1b}[]P\\;0m\u{7}\u{8}\r\n\t\u{9b}\u{9d}\u{9c}\u{202e}\u{2066}\u{2069}\u{200f}\u{200d}\u{200b}\u{fe0f}\u{e0041}\u{feff}";
    let letter = prop_oneof![
        any::<char>(),
        prop::sample::select(unfit.chars().collect::<Vec<_>>()),
        prop::sample::select("abc *`#|-日غ👩".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(letter, 0..24).prop_map(|letters| letters.into_iter().collect())
}

fn told_everywhere(words: &[String; 8]) -> Vec<Update> {
    let [title, name, file, answer, asked, option, notice, detail] = words.clone();
    let mut opened = restored();
    opened.session.title = Some(title.clone());
    opened.previous = Some(SessionSummary { title: title.clone(), ..previous() });
    let film = json!({"m": {"title": title}, "t": [
        {"tt": 0, "m": {"name": name}, "sg": [{"d": 5000, "src": file, "m": {"name": name}}]},
        {"tt": 7, "sg": [{"d": 5000, "m": {"text": answer}}]},
    ]});
    let turn = TurnId(1);
    let problem = Problem::FileMissing { path: detail };
    let options = vec![option.clone(), answer.clone()];
    vec![
        Update::Opened(Box::new(opened)),
        Update::Draft(draft_of(&film)),
        media(&[&file]),
        Update::Job(job("u-1", JobKind::Upload, &file, JobState::Running)),
        Update::Job(job("r-1", JobKind::Render, &title, JobState::Failed(problem.clone()))),
        Update::Trouble(problem),
        Update::TurnActivity(turn, option.clone()),
        Update::TurnText(turn, answer),
        Update::TurnSuggestions(turn, vec![option]),
        Update::TurnQuestion { turn, prompt: asked, options, allow_multiple: true },
        Update::Notice(notice),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn text_from_outside_reaches_no_cell_and_no_title_as_control(
        words in prop::array::uniform8(dirty()),
        size in prop::sample::select(vec![(120, 36), (80, 24), (40, 12), (18, 6)]),
    ) {
        let mut editor = Editor::english(size.0, size.1);
        for (place, update) in told_everywhere(&words).into_iter().enumerate() {
            for effect in editor.take(Msg::Link(update)) {
                if let Effect::SetTitle(title) = effect {
                    prop_assert_eq!(clean(&title), title.as_str());
                    prop_assert!(!title.contains('\n'));
                }
            }
            if place == 5 {
                editor.say("hello");
            }
            for cell in editor.buffer().content() {
                prop_assert_eq!(clean(cell.symbol()), cell.symbol());
            }
        }
    }
}
