//! From the words of the command line to an exit code.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;

use crate::app::{self, Backends, Clipboard, Hints, Look, Mouse};
use crate::language::{Detail, Language, Problem};
use crate::link::{self, Consent, LinkSettings, SessionChoice};
use crate::store;
use crate::store::settings::{NotifyBy, PicturesBy};
use crate::studio::samples;
use crate::terminal::{Asks, Notify, Pictures, ProgressBar};
use crate::ui::{Links, Signs};

use super::args::{Arguments, Command, JobsAction};
use super::setup::{Environment, Setup};
use super::{
    background, batch, choosing, doctor, help, lists, log, printer::Printer, serve, usage, work,
};

/// Does what the command line says.
#[must_use]
pub fn main() -> ExitCode {
    let environment = Environment::of_process();
    let words: Vec<OsString> = std::env::args_os().collect();
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, with exit code 0.
            usage::tell(&error, &words, &environment);
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let common = arguments.common.clone();
    match dispatch(arguments, &environment) {
        Ok(code) => code,
        Err(problem) => {
            let language = Setup::language_of(&common, &environment);
            Printer::new(common.json, false, language).problem(&problem);
            ExitCode::from(problem.exit_code())
        }
    }
}

fn dispatch(arguments: Arguments, environment: &Environment) -> Result<ExitCode, Problem> {
    if let (Some(file), true) = (arguments.files.first(), arguments.command.is_some()) {
        let file = file.display();
        let detail = Detail::new(
            format!("{file} stands before the command; files come after it"),
            format!("{file} 在命令之前；文件应写在命令之后"),
        );
        return Err(Problem::BadUsage { detail });
    }
    match arguments.command {
        Some(Command::Completions { shell }) => {
            let mut command = help::command(Setup::language_of(&arguments.common, environment));
            clap_complete::generate(shell, &mut command, "cutroom", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Man) => {
            let page = help::manual(Setup::language_of(&arguments.common, environment));
            // A closed pipe ends the page, not the program.
            let _ = std::io::stdout().write_all(&page);
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::FinishExports { detached: false, .. }) => background::begin(),
        command => {
            if let Some(Command::FinishExports { .. }) = &command {
                background::detach();
            }
            let setup = Setup::read(arguments.common, environment)?;
            log::begin(&setup.places.cache, environment.get("CUTROOM_LOG"));
            with_setup(&setup, environment, command, arguments.files)
        }
    }
}

fn with_setup(
    setup: &Setup,
    environment: &Environment,
    command: Option<Command>,
    files: Vec<PathBuf>,
) -> Result<ExitCode, Problem> {
    match command {
        None => editor(setup, environment, files),
        Some(Command::Demo { make: None }) => {
            let files = demo(setup)?;
            editor(setup, environment, files)
        }
        Some(Command::Demo { make: Some(folder) }) => {
            let mut printer = setup.printer();
            for file in make_samples(setup, &folder)? {
                let path = file.display().to_string();
                printer.result(&path, &serde_json::json!({"event": "sample", "path": path}));
            }
            Ok(ExitCode::SUCCESS)
        }
        Some(command) => {
            let runtime = runtime()?;
            let outcome = runtime.block_on(headless(setup, environment, command));
            runtime.shutdown_timeout(LAST_WORK);
            if let Err(Problem::Interrupted) = outcome {
                background::go_on(setup);
            }
            outcome.map(|()| ExitCode::SUCCESS)
        }
    }
}

async fn headless(
    setup: &Setup,
    environment: &Environment,
    command: Command,
) -> Result<(), Problem> {
    match command {
        Command::Run(arguments) => work::run(setup, arguments).await,
        Command::Batch(arguments) => batch::batch(setup, environment, arguments).await,
        Command::Tracks => work::tracks(setup).await,
        Command::Credits => work::credits(setup).await,
        Command::Export { output, force, estimate, making } => {
            work::export(setup, output, force, (&making, estimate)).await
        }
        Command::Upload { files } => work::upload(setup, files).await,
        Command::Draft => work::draft(setup).await,
        Command::Render { draft, media, output, force, estimate, making } => {
            let job = super::render::Job { draft, media, output, making, force, estimate };
            super::render::render(setup, job).await
        }
        Command::Jobs { action: None } => lists::jobs(setup),
        Command::Jobs { action: Some(JobsAction::Resume { ids }) } if ids.is_empty() => {
            let mut unfinished = lists::all_jobs(setup)?;
            let here = setup.backend.name();
            unfinished.retain(|job| job.backend == here && work::is_unfinished(&job.view));
            if unfinished.is_empty() {
                setup.printer().say(nothing_to_resume(setup.language), None);
            }
            work::resume(setup, unfinished).await
        }
        Command::Jobs { action: Some(JobsAction::Resume { ids }) } => {
            work::resume(setup, lists::named_jobs(setup, &ids)?).await
        }
        Command::Jobs { action: Some(JobsAction::Cancel { ids }) } => {
            work::cancel(setup, lists::named_jobs(setup, &ids)?).await
        }
        Command::Sessions => lists::sessions(setup),
        Command::Profiles => {
            lists::profiles(setup);
            Ok(())
        }
        Command::Serve { listen, chaos, chaos_seed } => {
            let wanted = serve::Wanted { listen, chaos, chaos_seed };
            serve::serve(setup, environment, wanted).await
        }
        Command::Doctor { keys: true } => {
            doctor::keys(setup);
            Ok(())
        }
        Command::Doctor { keys: false } => doctor::doctor(setup, environment).await,
        Command::FinishExports { ids, .. } => background::finish(setup, ids).await,
        Command::Demo { .. } | Command::Completions { .. } | Command::Man => Ok(()),
    }
}

fn editor(
    setup: &Setup,
    environment: &Environment,
    files: Vec<PathBuf>,
) -> Result<ExitCode, Problem> {
    let link = LinkSettings {
        background: background::program(&setup.common),
        consent: Consent::AskOnce,
        ..setup.link(SessionChoice::New)
    };
    let editor = app::Editor {
        link,
        backend: setup.backend.name().to_owned(),
        backends: Backends {
            cloud: setup.cloud.clone(),
            agreed: link::is_agreed(&setup.places, &setup.cloud),
            decided: setup.decided.clone(),
        },
        settings_file: choosing::settings_file(&setup.common, &setup.places),
        files,
        output: setup.output_dir(),
        home: environment.get("HOME").map(PathBuf::from),
        look: look(setup, environment),
        hints: (hints(setup), setup.places.hints()),
        keymap: Arc::new(setup.keymap.clone()),
        asks: asks(environment),
    };
    let runtime = runtime()?;
    let outcome = if is_plain(setup, environment) {
        runtime.block_on(app::run_plain(editor))
    } else {
        runtime.block_on(app::run(editor))
    };
    runtime.shutdown_timeout(LAST_WORK);
    background::go_on(setup);
    outcome.map(ExitCode::from)
}

fn is_plain(setup: &Setup, environment: &Environment) -> bool {
    setup.common.plain || environment.get("CUTROOM_PLAIN").is_some_and(|value| value != "0")
}

/// What still blocks a thread when all is said is cut off after this time.
const LAST_WORK: Duration = Duration::from_millis(20);

/// Nothing is read where no hints are wanted.
fn hints(setup: &Setup) -> Hints {
    if setup.settings.screen.hints {
        Hints::Except(store::hints::used(&setup.places.hints()))
    } else {
        Hints::Off
    }
}

fn look(setup: &Setup, environment: &Environment) -> Look {
    Look {
        theme: setup.theme,
        colours: setup.colours,
        mouse: if setup.settings.screen.mouse { Mouse::On } else { Mouse::Off },
        links: if knows_links(environment) { Links::Osc8 } else { Links::Plain },
        clipboard: clipboard(environment),
        notify: notify(setup, environment),
        progress: ProgressBar::of_terminal(|name| environment.get(name)),
        pictures: match setup.settings.screen.pictures {
            PicturesBy::Auto => Pictures::Auto,
            PicturesBy::Kitty => Pictures::Kitty,
            PicturesBy::Sixel => Pictures::Sixel,
            PicturesBy::Iterm => Pictures::Iterm,
            PicturesBy::Blocks => Pictures::Blocks,
            PicturesBy::Off => Pictures::Off,
        },
        signs: if environment.is_unicode() { Signs::Unicode } else { Signs::Ascii },
    }
}

/// What the terminal may be asked without its showing the questions.
fn asks(environment: &Environment) -> Asks {
    match environment.get("TERM") {
        None | Some("dumb") => Asks::Nothing,
        Some("linux") => Asks::Status,
        Some(_) if clipboard(environment) != Clipboard::Terminal => Asks::Multiplexed,
        Some(_) => Asks::Everything,
    }
}

/// How somebody who looks elsewhere is told, as the settings or the terminal want it.
fn notify(setup: &Setup, environment: &Environment) -> Notify {
    match setup.settings.screen.notify {
        NotifyBy::Off => Notify::Off,
        NotifyBy::Bell => Notify::Bell,
        NotifyBy::Auto => Notify::of_terminal(
            environment.get("TERM_PROGRAM").unwrap_or_default(),
            environment.get("TERM").unwrap_or_default(),
            clipboard(environment) != Clipboard::Terminal,
        ),
    }
}

/// Whether links can be told to the terminal. Those that know none leave them out, except for these:
/// the console, whose letters they would become, and GNU screen, which passes nothing on.
fn knows_links(environment: &Environment) -> bool {
    let kind = environment.get("TERM").unwrap_or("dumb");
    !matches!(kind, "dumb" | "linux") && environment.get("STY").is_none()
}

/// What stands between the program and the terminal's clipboard.
fn clipboard(environment: &Environment) -> Clipboard {
    if environment.get("TMUX").is_some() {
        Clipboard::Tmux
    } else if environment.get("STY").is_some() {
        Clipboard::Screen
    } else {
        Clipboard::Terminal
    }
}

fn nothing_to_resume(language: Language) -> &'static str {
    match language {
        Language::English => {
            "No job was interrupted. A failed one begins again by name: cutroom jobs resume ID"
        }
        Language::Chinese => "没有中断的任务。失败的任务可按编号重试：cutroom jobs resume ID",
    }
}

fn making(language: Language) -> &'static str {
    match language {
        Language::English => "Making sample pictures, a clip and a sound…",
        Language::Chinese => "正在制作示例图片、视频和音乐……",
    }
}

/// Sample media of the user's own, made once and found again.
fn demo(setup: &Setup) -> Result<Vec<PathBuf>, Problem> {
    let mut printer = setup.printer();
    printer.say(making(setup.language), None);
    make_samples(setup, &setup.places.data.join("demo"))
}

fn make_samples(setup: &Setup, folder: &std::path::Path) -> Result<Vec<PathBuf>, Problem> {
    let made = runtime()?.block_on(samples::make(folder)).map_err(|error| {
        Problem::NotWritable { path: folder.display().to_string(), reason: error.to_string() }
    })?;
    let mut printer = setup.printer();
    if !made.left_out.is_empty() {
        let line = Problem::FfmpegMissing.line(setup.language);
        printer.say(&line, Some(&super::json::notice(&line)));
    }
    Ok(made.files)
}

fn runtime() -> Result<tokio::runtime::Runtime, Problem> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().map_err(|error| Problem::NotWritable {
        path: "the program's own threads".into(),
        reason: error.to_string(),
    })
}
