//! One message in, the changed state and its effects out.
//!
//! Here is only the routing, and what follows from every message alike: the parts that are seen are
//! settled, and the next wake-up and the window's name are asked for where they changed.

use std::time::Duration;

use crate::language::{self, Problem};
use crate::link::{JobState, Update};
use crate::ui::{lane_cols, lane_count};

use super::state::PROGRAM;
use super::{
    Connection, Effect, Focus, Msg, Now, Redraw, State, backends, chat, copy, exporting, filmstrip,
    foot, help, history, job_log, jobs, jobs_shown, media_filter, mouse, notify, opened, palette,
    paste, picker, pictures, plain, press, preview, progress, redraw, sessions, themes, timeline,
};

/// Takes one message. Nothing is waited for.
pub fn update(state: &mut State, msg: Msg, now: Now) -> Vec<Effect> {
    state.now = now;
    let before = redraw::Before::of(state);
    state.redraw = Redraw::Whole;
    progress::hear(state, &msg);
    let said = state.chat.entries.len();
    let mut effects = match msg {
        Msg::Key(event) => press::pressed(state, event),
        Msg::Mouse(event) => mouse::happened(state, event),
        Msg::Paste(text) => pasted(state, &text),
        Msg::Resized(size) => {
            state.size = size;
            Vec::new()
        }
        Msg::Focused(focused) => {
            state.unfocused = !focused;
            Vec::new()
        }
        Msg::Terminal(found) => preview::know_terminal(state, found),
        Msg::Tmux(told) => preview::know_tmux(state, told),
        Msg::LineTakesPictures(takes) => {
            state.preview.take_line(takes);
            Vec::new()
        }
        Msg::LineHasRoom(room) => {
            state.preview.take_room(room);
            Vec::new()
        }
        Msg::Link(update) => {
            let word = notify::about(state, &update);
            linked(state, update).into_iter().chain(word).collect()
        }
        Msg::ChoiceKept(kept) => backends::kept(state, kept),
        Msg::ThemeKept(kept) => themes::kept(state, kept),
        Msg::FolderRead(path, read) => picker::told(state, &path, read),
        Msg::PictureSaved(path, saved) => plain::picture_saved(state, &path, saved),
        Msg::FileOpened(path, opened) => jobs::file_opened(state, &path, opened),
        Msg::HandedToTmux(handed) => copy::handed_to_tmux(state, handed),
        Msg::Tick => {
            // Where an answer comes, the sign beside it turns.
            state.redraw = Redraw::Conversation;
            timeline::tick(state).into_iter().chain(jobs_shown::tick(state)).collect()
        }
    };
    state.message.lay_out(state.message_cols());
    chat::lay_out(state);
    chat::note_below(state);
    foot::note(state, said);
    timeline::settle_expected(state);
    let (cols, lanes) = (lane_cols(state), lane_count(state));
    timeline::settle(&mut state.timeline, cols, lanes);
    effects.extend(preview::look_around(state));
    effects.extend(preview::ask(state));
    effects.extend(preview::ask_file(state));
    effects.extend(filmstrip::ask(state));
    effects.extend(exporting::ask(state));
    effects.extend(chat::keep(state));
    effects.extend(progress::tell(state));
    effects.extend(set_title(state));
    effects.extend(ask_to_wake(state));
    state.redraw = before.redraw(state, &effects);
    effects
}

fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    let text = paste::with_line_feeds(text);
    state.pending.clear();
    if state.palette.is_some() {
        return palette::pasted(state, &text);
    }
    if state.picker.is_some() {
        return picker::pasted(state, &text);
    }
    if state.sessions.is_some() {
        return sessions::pasted(state, &text);
    }
    if state.exporting.sheet.is_some() {
        exporting::pasted(state, &text);
        return Vec::new();
    }
    if state.asked.is_some() || state.job_log.is_some() {
        return Vec::new();
    }
    if state.help.is_some() {
        return help::pasted(state, &text);
    }
    if let Some(entry) = state.timeline.entry.as_mut().filter(|_| state.focus == Focus::Timeline) {
        entry.write(&text);
        return Vec::new();
    }
    if state.focus == Focus::Chat && chat::find_pasted(state, &text) {
        return Vec::new();
    }
    if state.focus == Focus::Media && media_filter::pasted(state, &text) {
        return Vec::new();
    }
    // Within a sentence a path is a word of it.
    if state.message.is_empty()
        && let Some(paths) =
            language::words_as_paths(&text).or_else(|| chat::new_files(state, &text))
    {
        let paths = paths.iter().map(|path| state.path(path)).collect();
        return chat::add_files(state, paths);
    }
    state.focus = Focus::Message;
    state.message.paste(&text, state.language);
    Vec::new()
}

fn linked(state: &mut State, update: Update) -> Vec<Effect> {
    match update {
        Update::Connecting => connection(state, Connection::Connecting),
        Update::Offline { problem, retrying } => offline(state, problem, retrying),
        Update::ConsentNeeded { backend, session } => backends::needed(state, *backend, session),
        Update::BrowserLink(address) => copy::told(state, address),
        Update::Opened(restored) => {
            preview::begin_again(state);
            state.pictures.filmstrip.arrive();
            opened::opened(state, *restored)
        }
        Update::Estimate { output, told } => {
            exporting::told(state, &output, told);
            Vec::new()
        }
        Update::Preview { wish, picture } => {
            preview::told(state, wish, picture);
            Vec::new()
        }
        Update::Thumbnail { still, picture } => {
            if let Some((still, picture)) = preview::told_file(state, still, picture) {
                filmstrip::told(state, still, picture);
            }
            Vec::new()
        }
        Update::Waveform(sound) => {
            state.pictures.heard(sound);
            Vec::new()
        }
        Update::TurnStarted(id)
        | Update::TurnText(id, _)
        | Update::TurnOffer(id, _)
        | Update::TurnOriginal(id, _)
        | Update::TurnActivity(id, _)
        | Update::TurnStatus(id, _)
        | Update::TurnSuggestions(id, _)
        | Update::TurnQuestion { turn: id, .. }
        | Update::TurnEnded(id, _) => chat::told(state, id, update),
        Update::Notice(text) => {
            // The link has kept it itself.
            state.chat.push(state.now, chat::Body::Program(text));
            Vec::new()
        }
        Update::Trouble(problem) => chat::tell_problem(state, &problem),
        Update::Draft(draft) => {
            history::polled(state, draft);
            pictures::ask_for_music(state).into_iter().collect()
        }
        Update::Drafts(past) => history::told(state, &past),
        Update::Media(items) => {
            state.media.replace(items);
            pictures::ask(state)
        }
        Update::Sessions(listed) => sessions::told(state, listed),
        Update::Job(job) => jobs::told(state, job),
        Update::Jobs(all) => jobs_shown::told(state, &all),
        Update::JobSteps(id, steps) => job_log::told(state, &id, steps),
        Update::Credits(credits) => chat::tell_credits(state, credits),
        Update::Left => vec![Effect::Quit],
    }
}

fn connection(state: &mut State, connection: Connection) -> Vec<Effect> {
    state.status.connection = connection;
    Vec::new()
}

/// What ends the trying is told in full, with what to do next: the line below the chat is short.
fn offline(state: &mut State, problem: Problem, retrying: bool) -> Vec<Effect> {
    let effects = if retrying {
        Vec::new()
    } else {
        // What waits would wait for ever.
        chat::take_queue_back(state);
        chat::tell_problem(state, &problem)
    };
    state.status.connection = Connection::Offline { problem, retrying };
    effects
}

fn set_title(state: &mut State) -> Option<Effect> {
    let film = state.film_title().map(|title| crate::ui::text::clip(title, 60, "…"));
    let title = film.map_or_else(|| PROGRAM.to_owned(), |film| format!("{film} - {PROGRAM}"));
    let title = match progress::percent(state) {
        // It comes first, because a tab shows only the beginning.
        Some(percent) => format!("{percent} % - {title}"),
        None => title,
    };
    if title == state.title {
        return None;
    }
    state.title.clone_from(&title);
    Some(Effect::SetTitle(title))
}

/// The spinner turns this often.
pub const SPINNER_STEP: Duration = Duration::from_millis(120);

/// While something moves the next step of it is asked for, once; else nothing is.
fn ask_to_wake(state: &mut State) -> Option<Effect> {
    let now = state.now.steady;
    let spins = state.chat.turn.is_some().then_some(now + SPINNER_STEP);
    let counts = state.jobs.list.iter().any(|job| job.state == JobState::Running);
    let counts = counts.then_some(now + Duration::from_secs(1));
    let Some(wanted) =
        [spins, counts, timeline::wake(state), jobs_shown::wake(state)].into_iter().flatten().min()
    else {
        state.wake = None;
        return None;
    };
    if state.wake.is_some_and(|wake| wake > now && wake <= wanted) {
        return None;
    }
    state.wake = Some(wanted);
    Some(Effect::WakeAt(wanted))
}
