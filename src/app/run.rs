//! The loop that ties the editor together: messages in, one frame out, effects carried out.
//!
//! Keys, updates of the link, the timer and signals become messages. All that wait are taken, then one
//! frame is drawn, and only if something changed. A key's frame is drawn at once; frames for anything
//! else keep [`FRAME`] apart. Idle means waiting on all sources and nothing else: no tick runs.

use std::collections::VecDeque;
use std::future;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crossterm::event::{Event, EventStream, KeyEventKind};
use futures_util::StreamExt;
use jiff::tz::TimeZone;
use ratatui::layout::Size;
use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout};

use crate::language::Problem;
use crate::link::{self, Command, Link, LinkSettings, Update};
use crate::store::hints;
use crate::store::settings::{self, KeepError};
use crate::terminal::{
    Leave, Screen, Signals, give_back, restore_on_panic, stop_until_continued,
    tell_waiting_keys_again,
};
use crate::ui;

use super::{Backends, Effect, Hints, Keymap, Look, Msg, Now, Setup, State, update};

/// The shortest time between two frames that no key asked for: sixty a second are more than enough.
const FRAME: Duration = Duration::from_millis(16);

/// How long leaving may take before the program goes without its goodbyes.
const GOODBYE: Duration = Duration::from_secs(2);

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
    Problem::BadUsage {
        detail: format!("the editor needs a terminal ({error}); `cutroom run` works without one"),
    }
}

struct Loop {
    screen: Screen,
    state: State,
    link: Link,
    link_ended: bool,
    /// Orders that the link has not taken yet. The loop never waits for it to take one: the link may
    /// be waiting for the loop to take an update, and then both would wait for ever.
    orders: VecDeque<Command>,
    events: EventStream,
    clock: Clock,
    /// Work with the disk, which the screen does not wait for; each ends with a message.
    chores: JoinSet<Msg>,
    /// Where the choice of a backend is kept.
    settings_file: PathBuf,
    /// Where it is kept which hints are needed no more.
    hints_file: PathBuf,
    /// When the state wants to be told the time.
    wake: Option<Instant>,
    drawn: Instant,
    /// Something changed since the last frame.
    stale: bool,
    /// A person changed it, so its frame does not wait.
    urgent: bool,
    leaving: Option<u8>,
}

impl Loop {
    /// Draws the first frame, and only then starts the link: a person sees and types first.
    fn start(editor: Editor, mut screen: Screen) -> io::Result<Self> {
        let clock = Clock { start: Instant::now() };
        let state = State::new(Setup {
            language: editor.link.language,
            profile: editor.link.profile.clone(),
            backend: editor.backend,
            backends: editor.backends,
            now: clock.now(),
            zone: TimeZone::system(),
            size: screen.size()?,
            files: editor.files,
            folder: std::env::current_dir().unwrap_or_default(),
            output: editor.output,
            home: editor.home,
            look: editor.look,
            hints: editor.hints.0,
            keymap: editor.keymap,
        });
        screen.set_mouse(state.look.mouse)?;
        screen.draw(|frame| ui::view(&state, frame))?;
        Ok(Self {
            screen,
            state,
            link: link::spawn(editor.link),
            link_ended: false,
            orders: VecDeque::new(),
            events: EventStream::new(),
            chores: JoinSet::new(),
            settings_file: editor.settings_file,
            hints_file: editor.hints.1,
            clock,
            wake: None,
            drawn: Instant::now(),
            stale: false,
            urgent: false,
            leaving: None,
        })
    }

    async fn run(mut self, signals: &mut Signals) -> io::Result<u8> {
        loop {
            self.take_one(signals).await?;
            self.take_waiting().await?;
            if let Some(code) = self.leaving {
                self.say_goodbye().await;
                return Ok(code);
            }
            self.draw_if_due()?;
        }
    }

    /// Waits for the next thing, whatever it is.
    async fn take_one(&mut self, signals: &mut Signals) -> io::Result<()> {
        let frame_due = self.stale.then(|| self.drawn + FRAME);
        tokio::select! {
            biased;
            signal = signals.next() => self.leave(signal),
            event = self.events.next() => return self.take_event(event),
            update = self.link.updates.recv(), if !self.link_ended => {
                return self.take_update(update);
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
            () = until(frame_due) => {}
        }
        Ok(())
    }

    /// Takes everything that waits already, so that one frame shows all of it.
    async fn take_waiting(&mut self) -> io::Result<()> {
        while let Ok(update) = self.link.updates.try_recv() {
            self.take_update(Some(update))?;
        }
        while let Poll::Ready(event) = waiting(&mut self.events).await {
            self.take_event(event)?;
            if self.leaving.is_some() {
                break;
            }
        }
        Ok(())
    }

    fn take_event(&mut self, event: Option<io::Result<Event>>) -> io::Result<()> {
        let msg = match event {
            Some(Ok(Event::Key(key))) if key.kind != KeyEventKind::Release => Msg::Key(key),
            Some(Ok(Event::Mouse(mouse))) => Msg::Mouse(mouse),
            Some(Ok(Event::Paste(text))) => Msg::Paste(text),
            Some(Ok(Event::Resize(width, height))) => {
                // A terminal that is gone tells so by itself.
                let _ = tell_waiting_keys_again();
                Msg::Resized(Size { width, height })
            }
            Some(Ok(Event::Key(_) | Event::FocusGained | Event::FocusLost)) => {
                return Ok(());
            }
            // The terminal is gone: what a hangup says, too.
            Some(Err(_)) | None => {
                self.leave(Leave::Hangup);
                return Ok(());
            }
        };
        self.urgent = true;
        self.take(msg)
    }

    fn take_update(&mut self, update: Option<Update>) -> io::Result<()> {
        let update = update.unwrap_or_else(|| {
            self.link_ended = true;
            // The link ends by itself only through a fault of its own; the log has it.
            let backend = self.state.status.backend.clone();
            Update::Offline { problem: Problem::Unreachable { backend }, retrying: false }
        });
        self.take(Msg::Link(update))
    }

    fn take(&mut self, msg: Msg) -> io::Result<()> {
        self.stale = true;
        for effect in update(&mut self.state, msg, self.clock.now()) {
            self.carry_out(effect)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Tell(command) => self.orders.push_back(command),
            Effect::WakeAt(moment) => self.wake = Some(self.clock.start + moment),
            Effect::Copy(text) => self.screen.copy(&text, self.state.look.clipboard)?,
            Effect::KeepBackend(name) => {
                let path = self.settings_file.clone();
                let keep = settings::keep_backend;
                self.chores.spawn_blocking(move || Msg::ChoiceKept(kept(path, &name, keep)));
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
            Effect::SetTitle(title) => self.screen.set_title(&title)?,
            Effect::Quit => self.leaving = Some(0),
        }
        Ok(())
    }

    fn leave(&mut self, signal: Leave) {
        self.leaving = Some(signal.exit_code());
        self.orders.push_back(Command::Leave);
    }

    /// Gives the terminal back first: the shell is there while the link finishes its writing.
    async fn say_goodbye(&mut self) {
        give_back();
        if timeout(GOODBYE, part_from(&mut self.link, &mut self.orders)).await.is_err() {
            tracing::warn!("the link did not end in time");
        }
    }

    fn draw_if_due(&mut self) -> io::Result<()> {
        let due = self.urgent || self.drawn.elapsed() >= FRAME;
        if !self.stale || !due {
            return Ok(());
        }
        let state = &self.state;
        self.screen.draw(|frame| ui::view(state, frame))?;
        self.drawn = Instant::now();
        (self.stale, self.urgent) = (false, false);
        Ok(())
    }
}

fn kept(
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

/// Hands the link its last orders, and waits until it has left.
async fn part_from(link: &mut Link, orders: &mut VecDeque<Command>) {
    loop {
        tokio::select! {
            permit = link.commands.reserve(), if !orders.is_empty() => match permit {
                Ok(permit) => {
                    if let Some(order) = orders.pop_front() {
                        permit.send(order);
                    }
                }
                Err(_) => return,
            },
            update = link.updates.recv() => {
                if matches!(update, None | Some(Update::Left)) {
                    return;
                }
            }
        }
    }
}

/// Looks whether an event waits already. The stream remembers whom to wake from the last look, so each
/// look must be this task's own: one with a waker of its own (`now_or_never`) would lose the next key.
async fn waiting(events: &mut EventStream) -> Poll<Option<io::Result<Event>>> {
    future::poll_fn(|context| Poll::Ready(events.poll_next_unpin(context))).await
}

/// Where the time in messages comes from.
struct Clock {
    start: Instant,
}

impl Clock {
    fn now(&self) -> Now {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let wall = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        Now { wall, steady: self.start.elapsed() }
    }
}

/// Waits until a moment, or for ever where there is none.
async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment.into()).await,
        None => future::pending().await,
    }
}
