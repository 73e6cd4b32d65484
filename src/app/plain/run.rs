//! The loop of the editor in lines.

use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

use crate::language::{Detail, Problem};
use crate::link::{self, Command, Link, NoPicture, Picture, Update};
use crate::store::{read_folder, settings};
use crate::terminal::{Leave, Signals};
use crate::ui::words::{plain, preview};

use super::super::clock::Clock;
use super::super::parting::{GOODBYE, part_from};
use super::super::run::{Editor, first_state, kept};
use super::super::{Effect, Msg, State, chat, desktop, update};
use super::order::interrupted;
use super::{Heard, Listed, Teller, heard, still};

/// The state counts in cells here and there; no screen is drawn.
const SIZE: Size = Size { width: 100, height: 40 };

/// Runs the editor until it is left, and returns the exit code.
///
/// # Errors
/// When the system refuses signals.
pub async fn run(editor: Editor) -> Result<u8, Problem> {
    let refused = |error: io::Error| Problem::BadUsage { detail: Detail::untold(error) };
    let mut signals = Signals::listen().map_err(refused)?;
    let lines = read_lines().map_err(refused)?;
    PlainLoop::start(editor, lines).run(&mut signals).await.map_err(refused)
}

/// Standard input, a line at a time; it ends with the input.
fn read_lines() -> io::Result<UnboundedReceiver<String>> {
    let (to, lines) = unbounded_channel();
    thread::Builder::new().name("lines".into()).spawn(move || {
        for line in io::stdin().lock().lines() {
            let Ok(line) = line else { return };
            if to.send(line).is_err() {
                return;
            }
        }
    })?;
    Ok(lines)
}

/// What was ordered shows itself within this time; else the next piped line is taken all the same.
const SHOWS_ITSELF: Duration = Duration::from_secs(10);

struct PlainLoop {
    state: State,
    teller: Teller,
    link: Link,
    link_ended: bool,
    orders: VecDeque<Command>,
    lines: UnboundedReceiver<String>,
    /// A person writes, so each line is taken as it comes.
    by_hand: bool,
    input_ended: bool,
    /// An order was given that has not shown itself yet, and until when that is waited for.
    ordered: Option<Instant>,
    clock: Clock,
    chores: JoinSet<Msg>,
    settings_file: PathBuf,
    listed: Listed,
    leaving: Option<u8>,
}

impl PlainLoop {
    fn start(editor: Editor, lines: UnboundedReceiver<String>) -> Self {
        let clock = Clock::start();
        let state = first_state(&editor, SIZE, clock.now());
        Self {
            state,
            teller: Teller::default(),
            link: link::spawn(editor.link),
            link_ended: false,
            orders: VecDeque::new(),
            lines,
            by_hand: io::stdin().is_terminal(),
            input_ended: false,
            ordered: None,
            clock,
            chores: JoinSet::new(),
            settings_file: editor.settings_file,
            listed: Listed::default(),
            leaving: None,
        }
    }

    async fn run(mut self, signals: &mut Signals) -> io::Result<u8> {
        print(&[plain::of(self.state.language).welcome.to_owned()])?;
        loop {
            self.tell_news()?;
            if let Some(code) = self.leaving {
                let goodbye = part_from(&mut self.link, &mut self.orders);
                if timeout(GOODBYE, goodbye).await.is_err() {
                    tracing::warn!("the link did not end in time");
                }
                return Ok(code);
            }
            if self.input_ended && self.is_idle() {
                self.leave(0);
                continue;
            }
            self.take_one(signals).await?;
        }
    }

    /// Waits for the next thing, whatever it is.
    async fn take_one(&mut self, signals: &mut Signals) -> io::Result<()> {
        let listens = !self.input_ended && (self.by_hand || self.is_idle());
        tokio::select! {
            biased;
            signal = signals.next() => match signal {
                Leave::Interrupt => {
                    let heard = interrupted(&mut self.state);
                    self.carry_out(heard)?;
                }
                signal => self.leave(signal.exit_code()),
            },
            line = self.lines.recv(), if listens => match line {
                Some(line) => self.take_line(&line)?,
                None => self.input_ended = true,
            },
            update = self.link.updates.recv(), if !self.link_ended => self.take_update(update)?,
            permit = self.link.commands.clone().reserve_owned(), if !self.orders.is_empty() => {
                match (permit, self.orders.pop_front()) {
                    (Ok(permit), Some(order)) => drop(permit.send(order)),
                    _ => self.orders.clear(),
                }
            }
            () = sleep_until(self.ordered.unwrap_or_else(Instant::now)),
                if self.ordered.is_some() => self.ordered = None,
            Some(Ok(done)) = self.chores.join_next() => self.take(done)?,
        }
        Ok(())
    }

    /// Whether everything that was said is done.
    fn is_idle(&self) -> bool {
        let state = &self.state;
        let busy = state.chat.turn.is_some()
            || !state.chat.queue.is_empty()
            || state.jobs.any_running()
            || !self.orders.is_empty()
            || self.ordered.is_some()
            || self.listed.wants_picture.is_some()
            || !self.chores.is_empty();
        let waits = !self.link_ended && !state.status.has_session() && state.asked.is_none();
        !busy && !waits
    }

    fn take_line(&mut self, line: &str) -> io::Result<()> {
        if self.by_hand {
            self.teller.wrote(line);
        }
        self.state.now = self.clock.now();
        let mut heard = heard(&mut self.state, line, &mut self.listed);
        heard.effects.extend(chat::keep(&mut self.state));
        self.carry_out(heard)
    }

    fn take_update(&mut self, update: Option<Update>) -> io::Result<()> {
        let update = update.unwrap_or_else(|| {
            self.link_ended = true;
            let backend = self.state.status.backend.clone();
            Update::Offline { problem: Problem::Unreachable { backend }, retrying: false }
        });
        if let Update::Preview { wish, picture } = &update
            && let Some(wanted) = self.listed.wanted_picture(*wish)
        {
            return self.save(wanted, picture.clone());
        }
        if matches!(update, Update::Offline { .. } | Update::Opened(_)) {
            self.listed.wants_picture = None;
        }
        if matches!(
            update,
            Update::Job(_)
                | Update::Estimate { .. }
                | Update::Jobs(_)
                | Update::JobSteps(..)
                | Update::Drafts(_)
                | Update::Sessions(_)
                | Update::Trouble(_)
                | Update::Opened(_)
                | Update::Offline { .. }
        ) {
            self.ordered = None;
        }
        self.take(Msg::Link(update))
    }

    /// Saves a frame, or tells why there is none.
    fn save(
        &mut self,
        wanted: still::Wanted,
        picture: Result<Arc<Picture>, NoPicture>,
    ) -> io::Result<()> {
        match picture {
            Ok(picture) => {
                self.chores.spawn_blocking(move || {
                    let (path, saved) = still::save(&wanted, &picture);
                    Msg::PictureSaved(path, saved)
                });
                Ok(())
            }
            Err(why) => print(&[preview::no_picture(&why, self.state.language)]),
        }
    }

    fn take(&mut self, msg: Msg) -> io::Result<()> {
        let effects = update(&mut self.state, msg, self.clock.now());
        self.carry_out(Heard { effects, ..Heard::default() })
    }

    fn carry_out(&mut self, heard: Heard) -> io::Result<()> {
        print(&heard.lines)?;
        for effect in heard.effects {
            match effect {
                Effect::Tell(command) => {
                    if matches!(
                        command,
                        Command::Export(_)
                            | Command::Estimate(_)
                            | Command::Upload(_)
                            | Command::RetryJob(_)
                            | Command::ListJobs
                            | Command::ListSteps(_)
                            | Command::ListDrafts
                            | Command::ListSessions
                            | Command::NameSession { .. }
                            | Command::RemoveSession(_)
                            | Command::RemoveFilm(_)
                            | Command::Switch(_)
                            | Command::SwitchBackend { .. }
                    ) {
                        self.ordered = Some(Instant::now() + SHOWS_ITSELF);
                    }
                    self.orders.push_back(command);
                }
                Effect::KeepBackend(name) => {
                    let path = self.settings_file.clone();
                    let keep = settings::keep_backend;
                    self.chores.spawn_blocking(move || Msg::ChoiceKept(kept(path, &name, keep)));
                }
                Effect::KeepTheme(name) => {
                    let path = self.settings_file.clone();
                    let keep = settings::keep_theme;
                    self.chores.spawn_blocking(move || Msg::ThemeKept(kept(path, &name, keep)));
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
                Effect::Quit => self.leaving = Some(0),
                // The rest concerns a screen: nothing moves here, and there is no window.
                _ => {}
            }
        }
        Ok(())
    }

    fn leave(&mut self, code: u8) {
        self.leaving = Some(code);
        self.orders.push_back(Command::Leave);
    }

    fn tell_news(&mut self) -> io::Result<()> {
        let news = self.teller.news(&self.state);
        print(&news)?;
        let listed = self.listed.news(&mut self.state);
        print(&listed)
    }
}

fn print(lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(&crate::language::clean(line));
        text.push('\n');
    }
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
