//! Actions of the table by their names, and the most wanted of them by words: a cut at the playhead, the
//! range, steps along the film, a copy.
//!
//! Whatever a key does that needs no screen can be written as its name, with how many times behind it.
//! What has words here already is heard as those words.

use crate::draft::{Kind, Millis};
use crate::ui::theme_names;
use crate::ui::words::{self, editing, finding, plain};

use super::super::actions::{
    Action, AppAction as P, ChatAction as C, EditAction as E, JobsAction as J, Row,
    SessionsAction as S, TimelineAction as T, TransportAction as R, by_id, table,
};
use super::super::{Effect, Focus, State, press, themes, timeline};
use super::Listed;
use super::marks;
use super::order::{self, Heard, rest_of};

/// What an action means without a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// It is done as by its key.
    Itself,
    /// It is the same as these words.
    Words(&'static str),
    /// It moves what is on a screen.
    Nothing,
}

/// Words for actions of the table.
#[rustfmt::skip]
const WORDS: &[(&[&str], &str)] = &[
    (&["split", "split here", "拆分", "在此拆分"], "timeline.split"),
    (&["trim start", "剪头"], "timeline.trim-start"),
    (&["trim end", "剪尾"], "timeline.trim-end"),
    (&["delete here", "删除片段"], "timeline.delete"),
    (&["lift", "lift here", "提升"], "timeline.lift"),
    (&["extract", "提取"], "timeline.extract"),
    (&["duplicate here", "复制片段"], "timeline.duplicate"),
    (&["in", "mark in", "入点"], "timeline.set-in"),
    (&["out", "mark out", "出点"], "timeline.set-out"),
    (&["clear in", "清除入点"], "timeline.clear-in"),
    (&["clear out", "清除出点"], "timeline.clear-out"),
    (&["clear in and out", "清除入点和出点"], "timeline.clear-marks"),
    (&["next edit", "下一个剪辑点"], "timeline.next-edit"),
    (&["previous edit", "上一个剪辑点"], "timeline.previous-edit"),
    (&["copy", "复制"], "chat.copy"),
    (&["copy code", "复制代码"], "chat.copy-code"),
];

/// Words for small steps, each with the actions for more and for less.
#[rustfmt::skip]
const NUDGES: &[(&[&str], &str, &str)] = &[
    (&["nudge start ", "微调开头 "], "timeline.start-later", "timeline.start-earlier"),
    (&["nudge end ", "微调结尾 "], "timeline.end-later", "timeline.end-earlier"),
    (&["nudge ", "微移 "], "timeline.move-later", "timeline.move-earlier"),
];

/// More steps at once are a slip of the finger.
const MOST: usize = 1000;

/// The actions that mean something here, for the list of them.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    table().filter(|row| means(row.action) != Means::Nothing)
}

/// A line that names an action. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    let small = line.to_lowercase();
    if let Some((_, id)) = WORDS.iter().find(|(words, _)| words.contains(&small.as_str())) {
        return Some(act(state, by_id(id)?.action, 1, listed));
    }
    for (words, more, less) in NUDGES {
        if let Some(frames) = rest_of(line, words).and_then(|count| count.parse::<i64>().ok()) {
            let id = if frames < 0 { less } else { more };
            let times = usize::try_from(frames.unsigned_abs()).unwrap_or(MOST);
            return Some(act(state, by_id(id)?.action, times, listed));
        }
    }
    if let Some(label) = rest_of(line, &["track ", "轨道 "]) {
        return track(state, label, listed);
    }
    if let Some(name) = rest_of(&small, &["theme", "配色"]) {
        return theme(state, name);
    }
    if let Some(written) = rest_of(line, &["in ", "入点 "]) {
        return mark_at(state, written, R::SetIn, listed);
    }
    if let Some(written) = rest_of(line, &["out ", "出点 "]) {
        return mark_at(state, written, R::SetOut, listed);
    }
    named(state, line, listed)
}

/// `timeline.split`, `timeline.move-later 5`.
fn named(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    let (id, times) = line.split_once(' ').unwrap_or((line, "1"));
    let row = by_id(id)?;
    let times = times.trim().parse().ok()?;
    Some(match means(row.action) {
        Means::Itself => act(state, row.action, times, listed),
        Means::Words(words) => order::command(state, words, listed)?,
        Means::Nothing => Heard::line(plain::of(state.language).needs_screen),
    })
}

const fn means(action: Action) -> Means {
    match action {
        Action::Edit(E::Confirm) => Means::Nothing,
        Action::Edit(_) => Means::Itself,
        Action::Transport(
            R::SetIn
            | R::SetOut
            | R::ClearIn
            | R::ClearOut
            | R::ClearMarks
            | R::Marker
            | R::MarkerNext
            | R::MarkerPrevious,
        ) => Means::Itself,
        Action::Transport(_) => Means::Nothing,
        Action::Timeline(T::ZoomIn | T::ZoomOut | T::ZoomFit | T::Filmstrip | T::Snapping) => {
            Means::Nothing
        }
        Action::Timeline(_) => Means::Itself,
        Action::History(_) => Means::Words("drafts"),
        Action::Chat(C::CopyMessage | C::CopyCode) => Means::Itself,
        Action::Chat(C::Original) => Means::Words("chat original"),
        Action::Chat(C::Find) => Means::Words("chat"),
        Action::Jobs(J::Whose) => Means::Words("jobs all"),
        Action::Jobs(J::Cancel | J::Retry | J::Open | J::Log | J::Sift) => Means::Words("jobs"),
        Action::Sessions(S::New) => Means::Words("new"),
        Action::Sessions(_) | Action::App(P::Sessions) => Means::Words("sessions"),
        Action::Files(_) | Action::App(P::Open) => Means::Words("folder"),
        Action::Media(_) | Action::App(P::Focus(Focus::Media)) => Means::Words("files"),
        Action::App(P::Focus(Focus::Jobs)) => Means::Words("jobs"),
        Action::App(P::Focus(Focus::Timeline)) => Means::Words("tracks"),
        Action::App(P::Focus(Focus::Chat)) => Means::Words("chat"),
        Action::App(P::Help | P::Palette) => Means::Words("help"),
        Action::App(P::ExportAs) => Means::Words("export as"),
        Action::App(P::Backend) => Means::Words("backend"),
        Action::App(P::Preview) => Means::Words("picture"),
        Action::App(P::Theme) => Means::Words("theme"),
        Action::App(P::Stop) => Means::Words("stop"),
        Action::App(P::Quit) => Means::Words("quit"),
        Action::App(P::CopyLink) => Means::Words("link"),
        Action::App(P::Export | P::GoOn) => Means::Itself,
        Action::App(_) | Action::Message(_) | Action::Chat(_) | Action::Jobs(_) => Means::Nothing,
    }
}

/// Does it so many times, and tells where that led.
fn act(state: &mut State, action: Action, times: usize, listed: &mut Listed) -> Heard {
    let on_film = matches!(action, Action::Edit(_) | Action::Transport(_) | Action::Timeline(_));
    if on_film && state.timeline.draft().is_none_or(|draft| !draft.is_ready()) {
        return Heard::line(words::of(state.language).empty_timeline);
    }
    if matches!(action, Action::Edit(_)) {
        if state.chat.turn.is_some() || !state.chat.queue.is_empty() {
            return Heard::line(editing::of(state.language).turn_runs);
        }
        choose_pictures(state, listed);
    }
    state.timeline.edits.notice = None;
    let mut effects = Vec::new();
    for _ in 0..times.min(MOST) {
        effects.extend(press::act(state, action));
        if state.timeline.edits.notice.is_some() {
            break;
        }
    }
    // Small steps wait on a screen for more of their kind; here all of them were said.
    if matches!(action, Action::Edit(_)) {
        effects.extend(timeline::flush(state));
    }
    let lines = match state.timeline.edits.notice.take() {
        Some(notice) => vec![notice],
        None => told(state, action),
    };
    let mut heard = Heard { effects, lines };
    print_copies(state, &mut heard);
    if heard == Heard::default() {
        return Heard::line(plain::of(state.language).not_now);
    }
    heard
}

fn told(state: &mut State, action: Action) -> Vec<String> {
    match action {
        Action::Timeline(T::TrackUp | T::TrackDown) => selected(state),
        Action::Timeline(_) | Action::Transport(R::MarkerNext | R::MarkerPrevious) => {
            marks::here(state)
        }
        Action::Transport(_) => {
            let clock = |time: Option<Millis>| time.map(marks::clock);
            let range = &state.timeline.marks;
            let (from, to) = (clock(range.in_point), clock(range.out_point));
            let markers = range.markers.len();
            vec![plain::range(state.language, from.as_deref(), to.as_deref(), markers)]
        }
        _ => Vec::new(),
    }
}

/// What would go to a clipboard is told: there is no screen to copy from, and none that keeps it.
fn print_copies(state: &mut State, heard: &mut Heard) {
    let mut copied = false;
    heard.effects.retain(|effect| {
        let Effect::Copy(text) = effect else { return true };
        heard.lines.extend(text.lines().map(str::to_owned));
        copied = true;
        false
    });
    let below = state.chat.told_below.take().filter(|_| !copied);
    heard.lines.extend(below);
}

/// Until a track was named, an edit means the pictures: what lies on top may be words.
fn choose_pictures(state: &mut State, listed: &Listed) {
    if !listed.has_track {
        let pictures = |track: &crate::draft::Track| track.kind == Kind::Video;
        let rows = 0..state.timeline.tracks().len();
        let lowest = rows.rev().find(|row| {
            let found = state.timeline.row(*row);
            found.is_some_and(|(track, _)| pictures(track))
        });
        state.timeline.track = lowest.unwrap_or(state.timeline.track);
    }
}

/// `track A1`.
fn track(state: &mut State, label: &str, listed: &mut Listed) -> Option<Heard> {
    let named = |row: &usize| {
        let found = state.timeline.row(*row);
        found.is_some_and(|(_, index)| index.label.eq_ignore_ascii_case(label))
    };
    let row = (0..state.timeline.tracks().len()).find(named)?;
    (state.timeline.track, listed.has_track) = (row, true);
    Some(Heard::told(selected(state)))
}

fn selected(state: &State) -> Vec<String> {
    let label = state.timeline.selected_track().map(|(_, index)| index.label.as_str());
    label.map(|label| plain::edits_mean(state.language, label)).into_iter().collect()
}

/// `in 0:05`.
fn mark_at(state: &mut State, written: &str, end: R, listed: &mut Listed) -> Option<Heard> {
    let at = timeline::time_of(state, written)?;
    state.timeline.playhead = at;
    Some(act(state, Action::Transport(end), 1, listed))
}

/// `theme`, `theme paper`: the colours of the screen, which is not seen here.
fn theme(state: &mut State, name: &str) -> Option<Heard> {
    if name.is_empty() {
        let words = finding::of(state.language);
        let colon = plain::of(state.language).colon;
        let lines = theme_names().map(|name| format!("{name}{colon}{}", words.theme_of(name)));
        let how = plain::of(state.language).theme_how.to_owned();
        return Some(Heard::told(lines.chain([how]).collect()));
    }
    let known = theme_names().find(|known| *known == name)?;
    Some(Heard::order(themes::choose(state, known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Command;
    use crate::ui::testing::Editor;

    fn hear(editor: &mut Editor, line: &str) -> Heard {
        hear_with(editor, line, &mut Listed::default())
    }

    fn hear_with(editor: &mut Editor, line: &str, listed: &mut Listed) -> Heard {
        order::heard(&mut editor.state, line, listed)
    }

    fn said(heard: &Heard) -> Option<&str> {
        heard.effects.iter().find_map(|effect| match effect {
            Effect::Tell(Command::Say { text, .. }) => Some(text.as_str()),
            _ => None,
        })
    }

    #[test]
    fn a_clip_is_cut_where_the_playhead_is() {
        for (line, sentence) in [
            ("split here", "split clip 1 on V1 at 1s"),
            ("timeline.split", "split clip 1 on V1 at 1s"),
            ("trim end", "cut the end of clip 1 on V1 away from 1s on"),
            ("delete here", "clip 1 on V1"),
            ("拆分", "split clip 1 on V1 at 1s"),
        ] {
            let mut editor = Editor::english(100, 40).promo_made();
            hear(&mut editor, "go 0:01");
            let heard = hear(&mut editor, line);
            let found = said(&heard).unwrap_or_else(|| panic!("{line}: {heard:?}"));
            assert!(found.contains(sentence), "{line}: {found}");
        }
        let mut editor = Editor::english(100, 40).opened();
        assert_eq!(said(&hear(&mut editor, "timeline.split")), None, "there is no film");
    }

    #[test]
    fn small_steps_are_one_sentence_at_once() {
        for (line, sentence) in [
            ("nudge end -5", "trim the end of clip 1 on V1 by 5 frames"),
            ("timeline.end-earlier 5", "trim the end of clip 1 on V1 by 5 frames"),
            ("nudge start 2", "trim the start of clip 1 on V1 by 2 frames"),
        ] {
            let mut editor = Editor::english(100, 40).promo_made();
            hear(&mut editor, "go 0:01");
            let heard = hear(&mut editor, line);
            assert_eq!(said(&heard), Some(sentence), "{line}");
            assert_eq!(editor.state.timeline.edits.pending, None);
        }
    }

    #[test]
    fn edits_mean_the_pictures_until_a_track_is_named() {
        let mut editor = Editor::english(100, 40).promo_made();
        let mut listed = Listed::default();
        let heard = hear_with(&mut editor, "track a1", &mut listed);
        assert_eq!(heard.lines, ["Edits mean track A1 now."]);
        let heard = hear_with(&mut editor, "timeline.mute", &mut listed);
        assert_eq!(said(&heard), Some("set the volume of clip 1 on A1 to 0%"));
    }

    #[test]
    fn the_range_is_set_by_words_and_times() {
        let mut editor = Editor::english(100, 40).promo_made();
        assert_eq!(hear(&mut editor, "in 0:02").lines, ["In 0:02, out not set."]);
        hear(&mut editor, "go 0:04");
        let heard = hear(&mut editor, "out");
        assert_eq!(heard.lines, ["In 0:02, out 0:04."]);
        assert!(matches!(&heard.effects[..], [Effect::Tell(Command::KeepMarks(_))]), "{heard:?}");
        assert!(said(&hear(&mut editor, "in the middle add a title \"Hi\"")).is_some());
    }

    #[test]
    fn the_newest_answer_is_told_whole_instead_of_copied() {
        let mut editor = Editor::english(100, 40).promo_made();
        let heard = hear(&mut editor, "copy");
        assert!(!heard.lines.is_empty() && heard.effects.is_empty(), "{heard:?}");
    }

    #[test]
    fn every_name_of_the_table_is_answered_and_none_goes_to_the_agent() {
        for row in table() {
            let mut editor = Editor::english(100, 40).promo_made();
            let heard = hear(&mut editor, row.id);
            let is_edit = matches!(row.action, Action::Edit(_));
            assert!(is_edit || said(&heard).is_none(), "{}: {heard:?}", row.id);
            assert!(heard != Heard::default(), "{} is not answered", row.id);
        }
    }

    #[test]
    fn a_theme_is_chosen_by_its_name() {
        let mut editor = Editor::english(100, 40).opened();
        assert!(hear(&mut editor, "theme").lines.iter().any(|line| line.starts_with("paper: ")));
        let heard = hear(&mut editor, "theme paper");
        assert_eq!(heard.effects, [Effect::KeepTheme("paper".into())]);
    }
}
