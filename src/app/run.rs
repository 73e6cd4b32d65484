//! The loop that ties the editor together: messages in, one frame out, effects carried out.
//!
//! Keys, updates of the link, the timer and signals become messages. All that wait are taken, then one
//! frame is drawn, and only if something changed. A key's frame is drawn at once; frames for anything
//! else wait until the terminal has taken the one before ([`Pacing`]). Idle means waiting on all
//! sources and nothing else: no tick runs.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEventKind};
use jiff::tz::TimeZone;
use ratatui::layout::Size;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::language::{Detail, Problem, clean};
use crate::link::{self, Command, Link, LinkSettings, Update};
use crate::store::settings::{self, KeepError};
use crate::store::{hints, read_folder};
use crate::terminal::{
    Asking, Asks, Cause, Clipboard, Drawn, Heard, Input, Leave, Pacing, Reply, Screen, Signals,
    give_back, restore_on_panic, stop_until_continued, window_pixels,
};
use crate::ui;

use super::clock::{Clock, until};
use super::parting::{GOODBYE, part_from};
use super::{
    Backends, Effect, Hints, Keymap, Look, Msg, Now, Redraw, Setup, State, desktop, update,
};

/// How long an answer of the terminal is waited for at the end. One that comes later is read by the
/// shell, which leaves it out.
const LAST_ANSWER: Duration = Duration::from_millis(300);

/// So many updates wait for a frame; then the link waits.
const TOLD: usize = 256;

/// What the editor is opened with.
pub struct Editor {
    /// How the link is started.
    pub link: LinkSettings,
    /// What the status line calls the backend until it is reached.
    pub backend: String,
    /// What else could be chosen.
    pub backends: Backends,
    /// Where the choice of a backend is kept.
    pub settings_file: PathBuf,
    /// Files to add to the session.
    pub files: Vec<PathBuf>,
    /// The folder for exports that name none.
    pub output: PathBuf,
    /// What `~` means.
    pub home: Option<PathBuf>,
    /// Colours and signs.
    pub look: Look,
    /// Hints for who is new, and where it is kept which of them are needed no more.
    pub hints: (Hints, PathBuf),
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
    /// What the terminal may be asked.
    pub asks: Asks,
}

/// Runs the editor until it is left, and returns the exit code.
///
/// # Errors
/// When there is no terminal to draw on.
pub async fn run(editor: Editor) -> Result<u8, Problem> {
    // From here on a signal is a message, so none can end the process between taking the terminal
    // and giving it back.
    let mut signals = Signals::listen().map_err(no_terminal)?;
    restore_on_panic();
    let screen = Screen::take().map_err(no_terminal)?;
    let editor = Loop::start(editor, screen).map_err(no_terminal)?;
    editor.run(&mut signals).await.map_err(no_terminal)
}

fn no_terminal(error: io::Error) -> Problem {
    let detail = Detail::new(
        format!("the editor needs a terminal ({error}); `cutroom run` works without one"),
        format!("编辑器需要终端（{error}）；`cutroom run` 不需要终端"),
    );
    Problem::BadUsage { detail }
}

struct Loop {
    screen: Screen,
    state: State,
    link: Link,
    link_ended: bool,
    /// What the link told and the next frame will show. It is not taken before that frame may be drawn:
    /// a key's frame between shows what the key did and no more, and is small on a slow line.
    told: Vec<Update>,
    /// Orders that the link has not taken yet. The loop never waits for it to take one: the link may
    /// be waiting for the loop to take an update, and then both would wait for ever.
    orders: VecDeque<Command>,
    input: Input,
    pacing: Pacing,
    /// What the terminal can do is being asked.
    asking: Option<Asking>,
    clock: Clock,
    /// Work with the disk, which the screen does not wait for; each ends with a message.
    chores: JoinSet<Msg>,
    /// Where the choice of a backend is kept.
    settings_file: PathBuf,
    /// Where it is kept which hints are needed no more.
    hints_file: PathBuf,
    /// When the state wants to be told the time.
    wake: Option<Instant>,
    /// Something changed since the last frame.
    stale: bool,
    /// What of the screen changed since.
    redraw: Redraw,
    /// A person changed it, so its frame does not wait.
    urgent: bool,
    leaving: Option<u8>,
}

impl Loop {
    /// Draws the first frame, and only then starts the link: a person sees and types first.
    fn start(editor: Editor, mut screen: Screen) -> io::Result<Self> {
        let clock = Clock::start();
        let mut state = first_state(&editor, screen.size(), clock.now());
        state.preview.know_environment(|name| std::env::var(name).ok());
        screen.set_mouse(state.look.mouse)?;
        let status = editor.asks.status();
        let mut pacing = Pacing::new(status);
        let drawn = screen.draw(status, false, None, None, |buffer| ui::view(&state, buffer))?;
        pacing.drawn(drawn.bytes, status, clock.now().steady);
        let questions = editor.asks.questions();
        let asking = (!questions.is_empty()).then(|| Asking::begin(clock.now().steady));
        // Before anything is asked somebody listens.
        let input = Input::listen()?;
        screen.send(&questions)?;
        Ok(Self {
            screen,
            input,
            asking,
            pacing,
            state,
            link: link::spawn(editor.link),
            link_ended: false,
            told: Vec::new(),
            orders: VecDeque::new(),
            chores: JoinSet::new(),
            settings_file: editor.settings_file,
            hints_file: editor.hints.1,
            clock,
            wake: None,
            stale: false,
            redraw: Redraw::Message,
            urgent: false,
            leaving: None,
        })
    }

    async fn run(mut self, signals: &mut Signals) -> io::Result<u8> {
        loop {
            self.take_one(signals).await?;
            self.take_waiting()?;
            if let Some(code) = self.leaving {
                self.say_goodbye().await;
                return Ok(code);
            }
            self.take_told()?;
            self.draw_if_due()?;
        }
    }

    /// Waits for the next thing, whatever it is.
    async fn take_one(&mut self, signals: &mut Signals) -> io::Result<()> {
        let frame_due = self.stale.then(|| self.pacing.due(self.cause()));
        let told_due = (!self.told.is_empty()).then(|| self.pacing.due(Cause::Other));
        let frame_due =
            frame_due.into_iter().chain(told_due).min().map(|due| self.clock.moment(due));
        let told_by =
            self.asking.as_ref().and_then(Asking::until).map(|until| self.clock.moment(until));
        tokio::select! {
            biased;
            signal = signals.next() => self.leave(signal),
            heard = self.input.next() => return self.take_heard(heard),
            update = self.link.updates.recv(), if !self.link_ended && self.told.len() < TOLD => {
                self.hear(update);
            }
            permit = self.link.commands.clone().reserve_owned(), if !self.orders.is_empty() => {
                match (permit, self.orders.pop_front()) {
                    (Ok(permit), Some(order)) => drop(permit.send(order)),
                    // A link that has ended was told of when its updates ended.
                    _ => self.orders.clear(),
                }
            }
            Some(Ok(msg)) = self.chores.join_next() => return self.take(msg),
            () = until(self.wake) => {
                self.wake = None;
                return self.take(Msg::Tick);
            }
            () = until(told_by) => return self.know_terminal(),
            () = until(frame_due) => {}
        }
        Ok(())
    }

    /// Takes everything that waits already, so that one frame shows all of it.
    fn take_waiting(&mut self) -> io::Result<()> {
        while self.told.len() < TOLD
            && let Ok(update) = self.link.updates.try_recv()
        {
            self.told.push(update);
        }
        while self.leaving.is_none() {
            let Some(heard) = self.input.waiting() else { break };
            self.take_heard(heard)?;
        }
        Ok(())
    }

    fn take_heard(&mut self, heard: io::Result<Heard>) -> io::Result<()> {
        match heard {
            Ok(Heard::Event(event)) => self.take_event(event),
            Ok(Heard::Reply(reply)) => self.take_reply(reply),
            // The terminal is gone: what a hangup says, too.
            Err(_) => {
                self.leave(Leave::Hangup);
                Ok(())
            }
        }
    }

    fn take_reply(&mut self, reply: Reply) -> io::Result<()> {
        if reply == Reply::Status {
            self.pacing.answered_at(self.clock.now().steady);
            let takes = self.pacing.takes_pictures();
            if self.state.preview.is_quick() != Some(takes) {
                self.take(Msg::LineTakesPictures(takes))?;
            }
            // Told in rough steps, for what plays need not be weighed anew with every answer.
            let room = self.pacing.room().map(|room| 1 << room.ilog2());
            if self.state.preview.room() != room {
                return self.take(Msg::LineHasRoom(room));
            }
        } else if self.asking.as_mut().is_some_and(|asking| asking.take(reply)) {
            return self.know_terminal();
        }
        Ok(())
    }

    fn know_terminal(&mut self) -> io::Result<()> {
        let Some(mut found) = self.asking.as_mut().map(Asking::end) else { return Ok(()) };
        found.window = found.window.or_else(window_pixels);
        if found.keyboard {
            self.screen.tell_keys()?;
        }
        if found == self.state.terminal { Ok(()) } else { self.take(Msg::Terminal(found)) }
    }

    fn take_event(&mut self, event: Event) -> io::Result<()> {
        let msg = match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Msg::Key(key),
            Event::Paste(text) => Msg::Paste(text),
            Event::Resize(width, height) => {
                let size = Size { width, height };
                self.screen.resize(size);
                Msg::Resized(size)
            }
            Event::FocusGained => return self.take(Msg::Focused(true)),
            Event::FocusLost => return self.take(Msg::Focused(false)),
            Event::Mouse(mouse) => Msg::Mouse(mouse),
            Event::Key(_) => return Ok(()),
        };
        self.urgent = true;
        self.take(msg)
    }

    fn hear(&mut self, update: Option<Update>) {
        self.told.push(update.unwrap_or_else(|| {
            self.link_ended = true;
            // The link ends by itself only through a fault of its own; the log has it.
            let backend = self.state.status.backend.clone();
            Update::Offline { problem: Problem::Unreachable { backend }, retrying: false }
        }));
    }

    /// Takes what the link told, once it can be shown.
    fn take_told(&mut self) -> io::Result<()> {
        // The end needs no frame, and nobody should wait for a slow line to leave.
        let ends = self.told.iter().any(|update| matches!(update, Update::Left));
        let due = ends || self.clock.now().steady >= self.pacing.due(Cause::Other);
        if self.told.is_empty() || !due {
            return Ok(());
        }
        std::mem::take(&mut self.told)
            .into_iter()
            .try_for_each(|update| self.take(Msg::Link(update)))
    }

    fn take(&mut self, msg: Msg) -> io::Result<()> {
        self.stale = true;
        let effects = update(&mut self.state, msg, self.clock.now());
        self.redraw = self.redraw.max(self.state.redraw());
        for effect in effects {
            self.carry_out(effect)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Tell(command) => self.orders.push_back(command),
            Effect::WakeAt(moment) => self.wake = Some(self.clock.moment(moment)),
            // What leaves the program for the terminal or for other programs is cleaned here, whoever
            // ordered it.
            Effect::Copy(text) if self.state.look.clipboard == Clipboard::Tmux => {
                let text = clean(&text).into_owned();
                self.chores.spawn_blocking(move || {
                    let taken = desktop::hand_to_tmux(Path::new("tmux"), &text);
                    Msg::HandedToTmux(if taken { Ok(()) } else { Err(text) })
                });
            }
            Effect::AskTmux => drop(self.chores.spawn_blocking(desktop::ask_tmux)),
            Effect::Copy(text) | Effect::CopyByEscape(text) => {
                self.screen.copy(&clean(&text), self.state.look.clipboard)?;
            }
            Effect::KeepBackend(name) => {
                let path = self.settings_file.clone();
                let keep = settings::keep_backend;
                self.chores.spawn_blocking(move || Msg::ChoiceKept(kept(path, &name, keep)));
            }
            Effect::Open(path) => {
                self.chores.spawn_blocking(move || {
                    let opened = desktop::open(&path);
                    Msg::FileOpened(path, opened)
                });
            }
            Effect::ReadFolder(path) => {
                self.chores.spawn_blocking(move || {
                    let read = read_folder(&path);
                    Msg::FolderRead(path, read)
                });
            }
            Effect::Suspend => self.screen.step_aside(stop_until_continued)?,
            Effect::KeepTheme(name) => {
                let path = self.settings_file.clone();
                let keep = settings::keep_theme;
                self.chores.spawn_blocking(move || Msg::ThemeKept(kept(path, &name, keep)));
            }
            Effect::KeepUsed(names) => {
                let path = self.hints_file.clone();
                // A hint that comes again is a small thing; the log says why.
                drop(tokio::task::spawn_blocking(move || {
                    if let Err(error) = hints::keep_used(&path, &names) {
                        tracing::warn!(%error, "used hints were not kept");
                    }
                }));
            }
            Effect::SetMouse(mouse) => self.screen.set_mouse(mouse)?,
            Effect::SetTitle(title) => {
                self.screen.set_title(&clean(&title).replace('\n', " "))?;
            }
            Effect::Progress(progress) => self.screen.show_progress(progress)?,
            Effect::Notify(words) => {
                let words = clean(&words).replace('\n', " ");
                self.screen.send(&self.state.look.notify.sequence(&words))?;
            }
            Effect::Quit => self.leaving = Some(0),
        }
        Ok(())
    }

    fn leave(&mut self, signal: Leave) {
        self.leaving = Some(signal.exit_code());
        self.orders.push_back(Command::Leave);
    }

    /// Gives the terminal back first: the shell is there while the link finishes its writing.
    async fn say_goodbye(mut self) {
        self.hear_last_answer().await;
        // From here on what is typed is the shell's.
        drop(self.input);
        give_back();
        if timeout(GOODBYE, part_from(&mut self.link, &mut self.orders)).await.is_err() {
            tracing::warn!("the link did not end in time");
        }
    }

    /// An answer that is on its way would be typed into the shell.
    async fn hear_last_answer(&mut self) {
        let now = self.clock.now().steady;
        let asked =
            self.asking.as_ref().and_then(Asking::until).map(|until| until.saturating_sub(now));
        let Some(left) = self.pacing.outstanding(now).max(asked) else { return };
        // The attributes are asked for after the first status, and no frame follows any more.
        let last = |reply: &Reply| match asked {
            Some(_) => matches!(reply, Reply::Attributes(_)),
            None => *reply == Reply::Status,
        };
        let answer = async {
            loop {
                match self.input.next().await {
                    Ok(Heard::Reply(reply)) if last(&reply) => return,
                    Ok(_) => {}
                    Err(_) => return,
                }
            }
        };
        let _ = timeout(left.min(LAST_ANSWER), answer).await;
    }

    const fn cause(&self) -> Cause {
        if self.urgent { Cause::Key } else { Cause::Other }
    }

    fn draw_if_due(&mut self) -> io::Result<()> {
        let (cause, now) = (self.cause(), self.clock.now().steady);
        if !self.stale || now < self.pacing.due(cause) {
            return Ok(());
        }
        let asks = self.pacing.asks(cause);
        let drawn = match self.redraw {
            Redraw::Whole => self.draw_whole(asks)?,
            parts => self.draw_parts(asks, parts)?,
        };
        if drawn.bytes > 0 {
            self.pacing.drawn(drawn.bytes, asks, self.clock.now().steady);
        }
        (self.stale, self.urgent) = (drawn.owes_picture, false);
        self.redraw = if drawn.owes_picture { Redraw::Whole } else { Redraw::Message };
        Ok(())
    }

    fn draw_parts(&mut self, asks: bool, parts: Redraw) -> io::Result<Drawn> {
        let (parts, caret) = ui::view_parts(&self.state, parts);
        self.screen.draw_over(asks, &parts, caret)
    }

    fn draw_whole(&mut self, asks: bool) -> io::Result<Drawn> {
        let state = &self.state;
        let pixels = ui::preview::pixels(state);
        let room = if self.urgent { self.pacing.room().and(Some(0)) } else { self.pacing.room() };
        let share = room.map(|most| ui::preview::share(state, most));
        let view = |buffer: &mut _| ui::view(state, buffer);
        self.screen.draw(asks, self.urgent, pixels, share, view)
    }
}

/// The editor as it begins.
pub(super) fn first_state(editor: &Editor, size: Size, now: Now) -> State {
    State::new(Setup {
        language: editor.link.language,
        profile: editor.link.profile.clone(),
        backend: editor.backend.clone(),
        backends: editor.backends.clone(),
        now,
        zone: TimeZone::system(),
        size,
        files: editor.files.clone(),
        folder: std::env::current_dir().unwrap_or_default(),
        output: editor.output.clone(),
        home: editor.home.clone(),
        look: editor.look,
        hints: editor.hints.0.clone(),
        keymap: editor.keymap.clone(),
    })
}

pub(super) fn kept(
    path: PathBuf,
    name: &str,
    keep: fn(&Path, &str) -> Result<(), KeepError>,
) -> Result<PathBuf, Problem> {
    match keep(&path, name) {
        Ok(()) => Ok(path),
        Err(error) => {
            tracing::warn!(%error, "a choice was not kept");
            Err(error.to_problem())
        }
    }
}
